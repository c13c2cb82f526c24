"""S15: disk full at completion, power cut at payment, shop restored from last night, server from the day before."""

import shutil
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.billing.papers import billing_paper
from app.cli import doctor
from app.cli.findings import Severity
from app.kernel import backup
from app.kernel.db import Database
from app.kernel.errors import Reason, UserError
from models.billing import Invoice, Payment
from models.ledger import OutboxEnvelope, OutboxState
from models.papers.documents import InvoicePaper
from models.work_orders import WorkOrder
from reports import invoice as invoice_report
from sync.server import tables
from sync.worker import exchange, pair
from tests.app.test_completion_faults import rows_of, whole
from tests.app.test_storage_faults import full_file
from tests.build.desks import DyingDesk, dying_desk, task_of
from tests.build.dying import COMMITTED, COMMITTING
from tests.build.orders import Garage
from tests.build.shops import open_test_shop
from tests.stories.conftest import Open
from tests.sync.people import Person, rows
from tests.sync.running import Server
from tests.sync.test_worker import orders_for, outbox

NIGHT = timedelta(hours=12)
NUMBERED = (WorkOrder, Invoice, Payment)


@pytest.fixture
def desk() -> Iterator[DyingDesk]:
    """Another desk of the shop, made to die."""
    with dying_desk() as made:
        yield made


def books(shop: Garage) -> dict[str, Any]:
    """Every number in the books, with what stands behind it."""
    return {
        str(row.number): (row.id, row.total_amount if hasattr(row, "total_amount") else row.amount)
        for entity in NUMBERED
        for row in shop.rows(entity)
        if row.number
    }


def printed(shop: Garage, order: uuid.UUID) -> tuple[str, Any]:
    """An invoice in the customer's hand: its number, and what the books say behind it."""
    invoice = shop.invoice(order)
    paper = shop.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    assert invoice_report.render(paper).startswith(b"%PDF")
    number = str(shop.bill(invoice).row.number)
    return number, books(shop)[number]


def ill(url: str) -> list[str]:
    """What the doctor says of the shop: faults and damage, not warnings."""
    database = Database(url)
    try:
        found = doctor.examine(database, url).findings
    finally:
        database.close()
    return [str(each.what) for each in found if each.severity is not Severity.WARNING]


def test_a_disk_that_is_full_at_completion_costs_no_paper_and_no_number(
    open_garage: Open, database_url: str
) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL's disk is another computer's")
    shop = open_garage("ru")
    work = shop.labour("Замена масла", "0.6")
    held = [printed(shop, shop.finished((work, None)))]
    order = shop.order()
    shop.line(order, work)
    shop.start(order)
    with full_file(shop.on):
        with suppress(UserError):
            for _ in range(80):
                shop.customer("Ёжиков " * 12)
        before = rows_of(shop.on.shop.database)
        with pytest.raises(UserError, match="Nothing was changed") as refused:
            shop.complete(order)
        assert refused.value.reason is Reason.STORAGE
        assert rows_of(shop.on.shop.database) == before
    shop.complete(order)
    held.append(printed(shop, order))
    assert [number for number, _ in held] == ["SC001/26/000001", "SC001/26/000002"]
    assert {number: books(shop)[number] for number, _ in held} == dict(held)
    whole(shop)
    shop.on.close()
    assert ill(database_url) == []


def test_a_power_cut_at_payment_takes_the_money_once(
    open_garage: Open, database_url: str, desk: DyingDesk, tmp_path: Path
) -> None:
    shop = open_garage("ru")
    work = shop.labour("Диагностика", "1")
    for when in (COMMITTING, COMMITTED):
        invoice = shop.invoice(shop.finished((work, None)))
        pressed = uuid.uuid4()
        given = {"invoice": str(invoice), "amount": 240_000, "request": str(pressed)}
        assert desk.do(task_of(shop, tmp_path, "pay", when, **given)) is None
        paid = shop.rows(Payment, Payment.request_id == pressed)
        assert len(paid) == (when == COMMITTED)
        # the light is back, nobody knows whether it went through: the same button again
        again = shop.pay(240_000, invoice_id=invoice, request_id=pressed)
        (row,) = shop.rows(Payment, Payment.request_id == pressed)
        assert row.id == again
        assert shop.bill(invoice).open.minor == 0
    numbers = [row.number for row in shop.rows(Payment)]
    assert len(numbers) == len(set(numbers)) == 2
    whole(shop)
    shop.on.close()
    assert ill(database_url) == []


def morning(shop: Garage, database_url: str, tmp_path: Path) -> tuple[dict[str, Any], Path]:
    """A backup at night, then papers that go out in the morning; they, and the backup."""
    work = shop.labour("Замена масла", "0.6")
    printed(shop, shop.finished((work, None)))
    night = backup.make_backup(shop.on.shop, tmp_path, "daily", now=shop.on.clock())
    shop.on.clock.at += NIGHT
    held = dict(printed(shop, shop.finished((work, None))) for _ in range(3))
    shop.pay(144_000, invoice_id=shop.rows(Invoice)[-1].id)
    shop.on.close()
    assert ill(database_url) == []
    return held, night.path


def kept_books(kept: str, database_url: str) -> dict[str, Any]:
    """The numbers in the shop that was replaced and stands beside."""
    if Path(kept).exists():
        other = Database(kept)
        prefix = ""
    else:
        other = Database(database_url)
        prefix = f"{kept}."
    found: dict[str, Any] = {}
    with other.reading() as connection:
        for entity in NUMBERED:
            name = entity.__tablename__
            amount = "amount" if entity is Payment else "total_amount"
            rows = connection.exec_driver_sql(f"SELECT number, {amount} FROM {prefix}{name}")  # noqa: S608 - our tables
            found |= {str(row[0]): row[1] for row in rows if row[0]}
    other.close()
    return found


def test_a_shop_restored_from_last_night_gives_no_number_a_second_time(
    open_garage: Open, database_url: str, tmp_path: Path
) -> None:
    shop = open_garage("ru")
    held, night = morning(shop, database_url, tmp_path)
    done = backup.restore(night, database_url)
    assert done.kept is not None
    assert done.numbers is not None
    assert done.numbers >= 3
    # what the customers hold stands beside, whole, and once
    beside = kept_books(done.kept, database_url)
    assert {number: beside[number] for number in held} == {n: v[1] for n, v in held.items()}
    again = open_test_shop(database_url, clock=shop.on.clock)
    back = Garage(replace(shop.on, shop=again))
    assert not set(held) & set(books(back))
    # the doctor says which numbers are not in these books
    again.close()
    told = ill(database_url)
    assert [line for line in told if "invoice" in line and "gap" in line], told
    assert [line for line in told if "work_order" in line and "gap" in line], told
    assert [line for line in told if "payment" in line and "gap" in line], told
    # the morning goes on: every new paper has a number that no paper ever had
    again = open_test_shop(database_url, clock=shop.on.clock)
    back = Garage(replace(shop.on, shop=again))
    fresh = [printed(back, back.finished((back.labour("Мойка", "0.5"), None))) for _ in range(3)]
    back.pay(120_000, invoice_id=back.rows(Invoice)[-1].id)
    ever = Counter([*beside, *(set(books(back)) - set(beside))])
    assert not {number for number, _ in fresh} & set(beside)
    assert max(ever.values()) == 1
    added = set(books(back)) - set(beside)
    assert (
        len(added) >= 3 * 2 + 1
    )  # three orders, three invoices, a payment: none took a number that was out
    whole(back)
    again.close()


def test_a_shop_that_cannot_be_read_any_more_is_said(
    open_garage: Open, database_url: str, tmp_path: Path
) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("a file's fault")
    shop = open_garage("ru")
    _, night = morning(shop, database_url, tmp_path)
    path = Path(database_url.removeprefix("sqlite:///"))
    path.write_bytes(b"\0" * 8192)
    done = backup.restore(night, database_url)
    assert done.numbers is None
    assert done.kept is not None
    Path(done.kept).unlink()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server in a file, to be restored."""
    with Server(f"sqlite:///{tmp_path / 'server.sqlite'}", tmp_path / "log") as server:
        yield server


def copied(source: Path, target: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
        if source.with_name(source.name + ending).exists():
            shutil.copyfile(
                source.with_name(source.name + ending), target.with_name(target.name + ending)
            )


class _Here:
    """What ``orders_for`` asks of a server."""

    def __init__(self, server: Server, people: list[Person]) -> None:
        self.database_url, self._server, self._people = server.database_url, server, people

    def person(self) -> Person:
        made = Person(self._server.url)
        made.come_in(self.database_url)
        self._people.append(made)
        return made


def test_a_server_restored_from_the_day_before_gets_every_record_back_once(
    open_garage: Open, database_url: str, own_server: Server, tmp_path: Path
) -> None:
    shop = open_garage("ru", at=datetime.now(UTC))
    people: list[Person] = []
    here: Any = _Here(own_server, people)
    file, yesterday = tmp_path / "server.sqlite", tmp_path / "yesterday.sqlite"
    pair(shop.on.shop, shop.on.owner, server_url=own_server.url, code=here.person().pairing_code())
    approve = orders_for(shop, here, 2)
    assert exchange(shop.on.shop, shop.on.owner).problem is None
    approve()
    own_server.stop()
    copied(file, yesterday)
    own_server.start()
    assert exchange(shop.on.shop, shop.on.owner).problem is None
    assert set(outbox(shop)) == {OutboxState.DELIVERED}
    own_server.stop()
    copied(yesterday, file)
    own_server.start()
    shop.on.clock.move(hours=30)
    assert exchange(shop.on.shop, shop.on.owner).problem is None
    assert set(outbox(shop)) == {OutboxState.DELIVERED}
    mine = {str(row.id): row.sha256 for row in shop.rows(OutboxEnvelope)}
    theirs = rows(own_server.database_url, sa.select(tables.envelopes))
    assert {str(row.id): row.sha256 for row in theirs} == mine
    assert len(theirs) == len(mine)
    assert len(rows(own_server.database_url, sa.select(tables.records))) == 2
    whole(shop)
    shop.on.close()
    assert ill(database_url) == []
    for person in people:
        person.close()
