"""The bench of the main job: completion on both databases, the papers, and records going to a server."""

import json
import statistics
import subprocess
import time
import uuid
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event

from app import access, inventory, work_orders
from app.billing.papers import billing_paper
from app.cli.bench_frame import Row, Statement, bare_connection, judged, timed, write_bare
from app.cli.bench_part import command
from app.cli.demo import invitation, reference_server
from app.cli.demo_orders import DemoClock, DemoDesk, DemoOrder
from app.cli.owner_browser import OwnerBrowser
from app.compose import open_shop
from app.exchange.sample import SampleShop, make_sample
from app.kernel.clock import system_clock
from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.tx import Shop, act
from models.access import Employee
from models.base import new_id
from models.inventory import Product
from models.ledger import OutboxEnvelope
from sync.wire.envelope import Envelope, Header
from sync.wire.kinds import Kind
from sync.wire.push import MAX_BYTES, MAX_ENVELOPES, push_body
from sync.worker import exchange, pair
from sync.worker.client import Client
from sync.worker.pairing import token_name

PLATE: Final = "E731KM197"
RECORDS: Final = 2000
_LINES: Final = (
    ("M-0102", None), ("B-0212", None), ("S-0401", None), ("B-0203", None), ("15668E", "1"),
    ("W 712/95", "1"), ("09.9772.11", "1"), ("GDB1956", "1"), ("0890 108 7", "1"), ("CUK 26 009", "1"),
)  # fmt: skip  # pairs read better side by side
_LAST = "UPDATE audit_head"


class _Enough(Exception):  # noqa: N818 - what happened, in the words of the house
    """The statements are known: the transaction may go back."""


def fresh_desk(url: str, folder: Path) -> DemoDesk:
    """The sample shop in an empty database, durable as a real one; UserError when it is not empty."""
    shop = open_shop(url=url, workstation="bench", secrets_dir=folder / "secrets", daily=False)
    with shop.database.reading() as connection:
        used = connection.execute(sa.select(Employee.id).limit(1)).scalar() is not None
    if used:
        shop.close()
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "There is a shop in this database already.")),
            reason=Reason.BLOCKED,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Give an empty database: the bench fills it.")),
        )
    return DemoDesk(make_sample(shop), DemoClock(system_clock()))


def grown_desk(url: str, folder: Path) -> DemoDesk:
    """A shop that ``demo --years`` made, as the bench works in it: give it a copy."""
    shop = open_shop(url=url, workstation="bench", secrets_dir=folder / "secrets", daily=False)
    return DemoDesk(_people_of(shop), DemoClock(system_clock()))


def _people_of(shop: Shop) -> SampleShop:
    """The shop with everybody who works there."""
    with shop.database.reading() as connection:
        rows = connection.execute(sa.select(Employee.id, Employee.login, Employee.role_codes)).all()
    people = {row.login: access.actor_of(shop, row.id) for row in rows}
    roles = {row.login: list(row.role_codes) for row in rows}
    owner = next(people[login] for login, codes in roles.items() if "owner" in codes)
    return SampleShop(shop, owner, people, [], roles)


def fill_shelves(desk: DemoDesk, orders: int) -> None:
    """Goods enough for every order."""
    with desk.sample.shop.database.reading() as connection:
        rows = connection.execute(
            sa.select(Product.id).where(Product.sku.in_([code for code, _ in _LINES]))
        ).all()
    for row in rows:
        desk.do(
            desk.sample.owner,
            inventory.receive,
            inventory.Receive(product_id=row.id, qty=Decimal(orders + 10), cost_amount=50_000),
        )


def ready_order(desk: DemoDesk, place: int) -> DemoOrder:
    """An order of four labour and six part lines that only waits to be completed."""
    order = desk.open(f"bench {place}", PLATE, place + 1)
    job = desk.job(order, "Обслуживание", *_LINES)
    desk.decide(order, job)
    desk.work(order)
    return order


def complete(desk: DemoDesk, order: DemoOrder) -> float:
    """Complete the order; milliseconds until it was durable."""
    sample = desk.sample
    began = time.perf_counter()
    act(
        sample.shop,
        sample.owner,
        work_orders.complete,
        work_orders.Complete(order_id=order.order_id),
    )
    return (time.perf_counter() - began) * 1000


def _statements(desk: DemoDesk, order: DemoOrder) -> list[Statement]:
    """What completing the order writes; it is taken back before its last statement."""
    said: list[Statement] = []

    def hear(*told: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own call
        _connection, _cursor, statement, values, _context, many = told
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            said.append((statement, values, many))
        if statement.startswith(_LAST):
            raise _Enough

    engine = desk.sample.shop.database.writer
    event.listen(engine, "before_cursor_execute", hear)
    try:
        complete(desk, order)
    except _Enough:
        return said
    finally:
        event.remove(engine, "before_cursor_execute", hear)
    message = "a completion without an audit entry"
    raise LookupError(message)


def _beside(desk: DemoDesk) -> DemoDesk:
    """The same desk with connections of its own: PostgreSQL's driver forgets what it prepared at a roll-back.

    What is heard is taken back each time; no desk takes back before every completion.
    """
    known = desk.sample.shop.database
    url = str(known.path) if known.is_sqlite else known.url.render_as_string(hide_password=False)
    shop = replace(desk.sample.shop, database=Database(url))
    return DemoDesk(replace(desk.sample, shop=shop), desk.clock)


def completions(desk: DemoDesk, orders: int) -> tuple[list[float], list[float], list[DemoOrder]]:
    """Milliseconds of ours and of the bare statements, by turns in one database; and the orders of ours."""
    fill_shelves(desk, 2 * orders + 4)
    ready = [ready_order(desk, place) for place in range(2 * orders + 4)]
    database = desk.sample.shop.database
    begin = "BEGIN IMMEDIATE" if database.is_sqlite else "BEGIN"
    connection = bare_connection(database)
    beside = _beside(desk)
    ours, bare = [], []
    try:
        for place in range(0, len(ready), 2):
            span = complete(desk, ready[place])
            statements = _statements(beside, ready[place + 1])
            began = time.perf_counter()
            write_bare(connection, statements, begin=begin)
            if place > 2:  # noqa: PLR2004 - the first two pairs warm both
                ours.append(span)
                bare.append((time.perf_counter() - began) * 1000)
    finally:
        connection.close()
        beside.sample.shop.close()
    return ours, bare, ready[::2]


def completion_row(
    name: str, ours: Sequence[float], bare: Sequence[float], *, must: float, aim: float
) -> Row:
    """The row of a completion: medians of both."""
    value, limit = statistics.median(ours), statistics.median(bare)
    return judged(name, value, limit=limit, by_ratio=True, must=must, aim=aim)


def postgres_row(url: str, folder: Path, orders: int) -> Row:
    """Completion in an empty PostgreSQL database."""
    desk = fresh_desk(url, folder)
    try:
        ours, bare, _ = completions(desk, orders)
    finally:
        desk.sample.shop.close()
    return completion_row("complete a work order, PostgreSQL", ours, bare, must=5, aim=1.8)


def paper_rows(desk: DemoDesk, invoice_id: uuid.UUID) -> list[Row]:
    """An invoice of one page, beside a page of as many cells by the bare library."""
    from reports import invoice  # noqa: PLC0415 - its import is a figure of its own
    from reports.layout.fonts import FOLDER  # noqa: PLC0415 - as above

    paper: Any = desk.see(billing_paper, invoice_id)
    warm = statistics.median(timed(lambda: invoice.render(paper), 20))
    spans, limits, warm_limits = [], [], []
    for _ in range(3):
        spans.append(_part("first-paper"))
        first, again = _part("bare-paper", str(FOLDER))
        limits.append(first)
        warm_limits.append(again)
    return [
        judged(
            "invoice PDF, warm",
            warm,
            limit=statistics.median(warm_limits),
            by_ratio=True,
            must=3,
            aim=1.5,
        ),
        judged(
            "invoice PDF, first with import",
            statistics.median(spans) + warm,
            limit=statistics.median(limits),
            by_ratio=True,
            must=3,
            aim=1.5,
        ),
    ]


def _part(name: str, *arguments: str) -> Any:  # noqa: ANN401 - each part tells its own
    told = subprocess.run(  # noqa: S603 - this Python itself
        command(name, *arguments), check=True, capture_output=True, text=True
    )
    return json.loads(told.stdout.splitlines()[-1])


def _sealed(desk: DemoDesk, order: DemoOrder, count: int) -> list[bytes]:
    """As many records as wanted, like the one that the order left, each with ids and a seal of its own."""
    with desk.sample.shop.database.reading() as connection:
        body, seq = connection.execute(
            sa.select(OutboxEnvelope.body, sa.func.max(OutboxEnvelope.subject_seq)).where(
                OutboxEnvelope.subject_id == order.vehicle_id,
                OutboxEnvelope.kind == Kind.COMPLETED_WORK_ORDER.value,
            )
        ).one()
    like = Envelope.from_bytes(body.encode())
    key = desk.sample.shop.signing_key()
    made = []
    for place in range(count):
        ids = {"record_id": str(new_id()), "work_order_id": str(new_id())}
        header = Header(
            id=new_id(),
            kind=like.kind,
            schema_version=like.schema_version,
            center_id=like.center_id,
            subject_id=like.subject_id,
            subject_seq=seq + 10 + place,
            made_at=like.made_at,
            payload={**like.payload, **ids},
        )
        made.append(Envelope.seal(header, key).to_bytes())
    return made


def _batches(sealed: Sequence[bytes]) -> list[list[bytes]]:
    """In portions that one request takes."""
    batches: list[list[bytes]] = []
    size = 0
    for body in sealed:
        size += len(body) + 1
        if not batches or len(batches[-1]) == MAX_ENVELOPES or size > MAX_BYTES - 200:
            batches.append([])
            size = len(body) + 200
        batches[-1].append(body)
    return batches


def push_row(desk: DemoDesk, order: DemoOrder, folder: Path, records: int = RECORDS) -> Row:
    """Records a second that the reference server takes from one desk: verified, durable, with all they cause.

    A record is the envelope of an ordinary completed order (ten lines, some 3.7 KB); desk and server share the cores
    of this computer and speak over loopback, one request after the other.
    """
    name = "sync push, verified and durable"
    shop, owner = desk.sample.shop, desk.sample.owner
    with reference_server(folder) as (url, server):
        with OwnerBrowser(url, invitation(server)) as center:
            pair(shop, owner, server_url=url, code=center.pairing_code())
        desk.ask(order)
        exchange(shop, owner)
        with OwnerBrowser(url, invitation(server)) as driver:
            driver.approve(desk.claims[order.vehicle_id])
        token = shop.secrets.get(token_name(shop, owner.center_id))
        if token is None:
            message = "paired without a token"
            raise LookupError(message)
        batches = _batches(_sealed(desk, order, records))
        with Client(url, token.decode()) as client:
            rates, taken = [], 0
            for batch in batches:
                began = time.perf_counter()
                answer = client.push(push_body(batch, None))
                rates.append(len(batch) / (time.perf_counter() - began))
                taken += [verdict.verdict for verdict in answer.verdicts].count("accepted")
    if taken != records:
        message = f"{taken} of {records} records were taken"
        raise LookupError(message)
    return judged(
        name,
        statistics.median(rates),
        unit="rec/s",
        must=3000,
        aim=10_000,
        more_is_better=True,
    )
