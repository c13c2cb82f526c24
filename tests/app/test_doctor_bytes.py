"""Hundreds of altered values: whatever column of a final record changes, the doctor says so.

Each change is made and taken back inside one transaction, so that hundreds cost seconds. The columns that nothing
proves are written down here; the list may only become shorter.
"""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app import arrivals, bookings, passports, work_orders
from app.access import sign_in_pin
from app.bookings.requests import TakeRequest, take_request
from app.cli import appended, kept_files, proofs, storage, sums
from app.cli.findings import UNREADABLE, Chart, Check
from app.kernel.clock import system_clock
from models.arrivals import Arrival, KeyAt
from models.base import Flag, new_id
from models.billing import Invoice
from models.entities import metadata
from models.work_orders import WorkOrder
from sync.wire.changes import Change, ChangesPage
from sync.worker import verbs
from tests.app.test_arrivals import FULL
from tests.build.arriving import arrive, save, sign
from tests.build.orders import Garage
from tests.build.shops import PIN, make_shop

TIMES_IN_LONG_TEXTS = 25
LONG = 200

OFFER = Change(
    id=new_id(),
    kind="loyalty_offer",
    schema_version="2031-01-01",
    subject_id=new_id(),
    made_at="2031-01-01T00:00:00.000000Z",
    payload={"points": 5},
)
# table → (the checks that prove it, columns that nothing proves yet)
PROVED: dict[str, tuple[tuple[Check, ...], set[str]]] = {
    "completed_record": ((proofs.completed_orders, proofs.unsealed_orders), {"id"}),
    "work_order": (
        (proofs.completed_orders, sums.order_totals, appended.sealed_documents),
        {"delivered_at", "key_tag", "version"},
    ),
    "order_line": ((appended.sealed_documents,), set()),
    "job": ((appended.sealed_documents,), set()),
    "concern": ((appended.sealed_documents,), set()),
    "job_decision": ((proofs.completed_orders, appended.appended_rows), set()),
    "service_entry": ((appended.appended_rows,), set()),
    "expense_entry": ((appended.appended_rows,), set()),
    "order_transition": ((appended.appended_rows,), set()),
    "allocation": ((appended.appended_rows,), set()),
    "odometer_reading": ((appended.appended_rows,), set()),
    "inbox_change": ((appended.appended_rows,), set()),
    "appointment_order": ((appended.appended_rows,), set()),
    "appointment_step": ((appended.appended_rows,), set()),
    "service_request_step": ((appended.appended_rows,), {"note"}),
    "arrival_signature": ((appended.appended_rows,), set()),
    "arrival_version": ((appended.appended_rows,), set()),
    "custody_move": ((appended.appended_rows,), set()),
    "vehicle_link": ((appended.vehicle_links,), {"version"}),
    "sign_in": ((appended.appended_rows,), set()),
    "invoice": ((proofs.invoices, appended.sealed_documents), set()),
    "invoice_line": ((appended.sealed_documents,), set()),
    "payment": ((proofs.payments, appended.appended_rows), set()),
    "stock_move": ((proofs.stock_moves,), set()),
    "audit_entry": ((storage.audit_chain,), set()),
    "outbox_envelope": (
        (proofs.envelopes,),
        {
            "delivered_at",
            "gate_vehicle_id",
            "needs_prices",
            "next_try_at",
            "tries",
            "verdict",
            "verdict_code",
            "verdict_reason",
        },
    ),
    "person_seal": ((proofs.person_seals, appended.appended_rows), {"erased_at"}),
}


@pytest.fixture(scope="module")
def garage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Garage]:
    """A shop whose orders, papers and payments are final, and whose guards are away."""
    path = tmp_path_factory.mktemp("bytes") / "shop.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    made = Garage(make_shop(f"sqlite:///{path}"))
    oil = made.part("Масло 5W-30", 90_000, kind="fluid", unit="l", stock="20", cost=51_234)
    work = made.labour("Замена масла", "0.5")
    order = made.order()
    concern = work_orders.SetConcern(order_id=order, words="Стучит слева", cause="Опора")
    made.on.do(work_orders.set_concern, concern)
    for item, qty in ((work, None), (oil, Decimal("4.5"))):
        made.line(order, item, qty=qty)
    made.start(order)
    made.complete(order)
    made.pay(10_000, invoice_id=made.invoice(order))
    customer = made.customer()
    asked = passports.RequestLink(vehicle_id=made.car(customer), customer_id=customer)
    made.on.do(passports.request_link, asked)
    sign_in_pin(made.on.shop, made.on.owner.employee_id, PIN)
    arrival = arrive(made.on)
    save(made.on, arrival, **FULL)
    sign(made.on, arrival)
    made.on.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="A 31"))
    made.on.do(arrivals.move_key, arrivals.MoveKey(arrival_id=arrival, to=KeyAt.OWNER))
    booked = made.on.do(bookings.book, bookings.BookAppointment(plate="А661ЕХ197", minutes=90))
    made.on.do(
        work_orders.open_from_appointment,
        work_orders.OpenFromAppointment(appointment_id=booked),
    )
    made.on.do(take_request, TakeRequest(phone="+79161234567", words="Масло"))
    page = ChangesPage(changes=[OFFER], next="1-a", more=False)
    made.on.do(verbs.apply_page, verbs.ApplyPage(page=page))
    database = made.on.shop.database
    with database.writer.begin() as connection:
        for table in PROVED:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).scalars()
            for name in names.all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
    raw = database.writer.raw_connection()
    for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON"):
        raw.cursor().execute(f"PRAGMA {pragma}")
    raw.close()
    yield made
    made.on.close()


def is_told(garage: Garage, connection: Connection, checks: tuple[Check, ...]) -> bool:
    """Whether one of the checks finds something, or cannot read what it must."""
    chart = Chart(garage.on.shop.database, system_clock(), Path(), "file")
    for check in checks:
        try:
            check(chart, connection)
        except UNREADABLE:
            return True
    return bool(chart.findings)


def altered(value: object, kind: str, chance: random.Random) -> Iterator[object]:
    """The value with one byte or one bit of it changed; long texts at many places."""
    if value is None:
        yield {"INTEGER": 1, "TEXT": "x", "BLOB": b"x" * 16}[kind]
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, bytes):
        place = chance.randrange(len(value)) if value else 0
        yield value[:place] + bytes([(value[place] if value else 0) ^ 4]) + value[place + 1 :]
    else:
        text = str(value)
        for _ in range(TIMES_IN_LONG_TEXTS if len(text) > LONG else 1):
            place = chance.randrange(len(text)) if text else 0
            other = "7" if text[place : place + 1] != "7" else "8"
            yield text[:place] + other + text[place + 1 :]


def _altered(connection: Connection, table: str, name: str, values: tuple[object, object]) -> bool:
    """Make the change; False when SQLite itself sees that two rows are then the same."""
    try:
        connection.exec_driver_sql(
            f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?',  # noqa: S608 - our own tables
            values,
        )
    except sa.exc.IntegrityError:
        return False
    return True


def unproved(garage: Garage, table: str, seed: int = 20260302) -> tuple[int, set[str]]:
    """How many alterations were tried, and the columns of which one was not told."""
    checks, _ = PROVED[table]
    chance = random.Random(f"{table} {seed}")
    tried, silent = 0, set[str]()
    database = garage.on.shop.database
    kinds = {
        column.name: str(column.type.compile(database.writer.dialect))
        for column in metadata.tables[table].columns
    }
    with database.writer.connect() as connection:
        found = connection.exec_driver_sql(f'SELECT rowid AS place, * FROM "{table}"').mappings()  # noqa: S608 - our own tables
        rows = [dict(row) for row in found if row.get("is_sealed", 1)]
    if table == "work_order":  # the other one is still being written
        rows = [row for row in rows if row["completed_at"] is not None]
    assert rows, table
    for name, kind in kinds.items():
        row = chance.choice(rows)
        flag = isinstance(metadata.tables[table].c[name].type, Flag) and row[name] is not None
        for value in [1 - row[name]] if flag else altered(row[name], kind, chance):
            tried += 1
            with database.writer.connect() as connection, connection.begin() as transaction:
                if _altered(connection, table, name, (value, row["place"])) and not is_told(
                    garage, connection, checks
                ):
                    silent.add(name)
                transaction.rollback()
    return tried, silent


def test_the_untouched_shop_is_clean(garage: Garage) -> None:
    checks = tuple({check for checks, _ in PROVED.values() for check in checks})
    with garage.on.shop.database.writer.connect() as connection, connection.begin():
        assert not is_told(garage, connection, checks)


@pytest.mark.parametrize("table", PROVED)
def test_an_altered_value_is_told_whatever_its_column(garage: Garage, table: str) -> None:
    tried, silent = unproved(garage, table)
    assert tried >= len(metadata.tables[table].columns)
    assert silent == PROVED[table][1]


FORGED: dict[str, Check] = {
    "allocation": appended.appended_rows,
    "custody_move": appended.appended_rows,
    "odometer_reading": appended.appended_rows,
    "order_transition": appended.appended_rows,
    "payment": appended.appended_rows,
    "service_request_step": appended.appended_rows,
    "concern": appended.sealed_documents,
    "invoice_line": appended.sealed_documents,
    "order_line": appended.sealed_documents,
}


@pytest.mark.parametrize("table", FORGED)
def test_a_row_that_was_put_in_beside_the_program_is_named(garage: Garage, table: str) -> None:
    database, forged = garage.on.shop.database, new_id()
    chart = Chart(database, system_clock(), Path(), "file")
    own = {"number": "Z-1", "request_id": new_id().bytes, "unique_key": "z", "id": forged.bytes}
    with database.writer.connect() as connection, connection.begin() as transaction:
        found = connection.exec_driver_sql(f'SELECT * FROM "{table}" LIMIT 1').mappings()  # noqa: S608 - our own tables
        copy = {name: own.get(name, value) for name, value in found.one().items()}
        names = ", ".join(f'"{name}"' for name in copy)
        connection.exec_driver_sql(
            f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" for _ in copy)})',  # noqa: S608 - our own tables
            tuple(copy.values()),
        )
        FORGED[table](chart, connection)
        transaction.rollback()
    told = [str(finding.what) for finding in chart.findings]
    assert len(told) == 1, told
    named = {"invoice_line": Invoice, "order_line": WorkOrder, "concern": WorkOrder}.get(table)
    assert (str(forged) if named is None else garage.rows(named)[0].number) in told[0]


SEAL_OF_ACT = "document_kind IN ('arrival', 'arrival_signature')"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("arrival_version SET content = replace(content, ':', ': ')", "acceptance_act"),
        (
            "arrival_signature SET content_sha256 = replace(content_sha256, 'a', 'b')",
            "act_signature",
        ),
        ("arrival_signature SET at = at + 1", "act_signature"),
        ("arrival_signature SET signature = zeroblob(64)", "act_signature"),
        (f"person_seal SET commitment = 'x' || commitment WHERE {SEAL_OF_ACT}", "act_people"),
    ],
)
def test_an_altered_act_is_named_by_its_number(garage: Garage, change: str, code: str) -> None:
    database = garage.on.shop.database
    chart = Chart(database, system_clock(), Path(), "file")
    with database.writer.connect() as connection, connection.begin() as transaction:
        assert connection.exec_driver_sql(f"UPDATE {change}").rowcount > 0
        kept_files.signed_acts(chart, connection)
        transaction.rollback()
    (arrival,) = garage.rows(Arrival, Arrival.signed_number > 0)
    told = {(finding.code, finding.record) for finding in chart.findings}
    assert told == {(code, f"acceptance act {arrival.number}")}
