"""F37: completion, invoice, payment and credit note are all or nothing at every single statement."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from sqlalchemy import event

from app import billing, inventory, work_orders
from app.kernel.audit import verify
from app.kernel.db import Database
from models.billing import PaymentMethod
from models.entities import metadata
from models.order_flow import OrderEvent, OrderState
from tests.build.orders import Garage
from tests.build.shops import TestShop


class Torn(BaseException):
    """The power fails here. No code of ours may catch it."""


_TABLES = tuple(sorted(metadata.tables))
_WHOLE_ROWS = " UNION ALL ".join(
    f"""SELECT '{name}', t::text FROM "{name}" t"""  # noqa: S608 - our own tables
    for name in _TABLES
)


def rows_of(database: Database) -> dict[str, list[Any]]:
    """Everything in the database, table by table; what a failed try leaves behind is a difference."""
    with database.reading() as connection:
        found: dict[str, list[Any]] = {name: [] for name in _TABLES}
        if database.is_sqlite:
            cursor = connection.connection.cursor()
            for name in _TABLES:
                found[name] = cursor.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - as above
        else:
            for name, row in connection.exec_driver_sql(_WHOLE_ROWS):
                found[name].append(row)
        return {name: sorted(rows, key=repr) for name, rows in found.items()}


@contextmanager
def torn_at(database: Database, number: int) -> Iterator[list[str]]:
    """Fail before the statement of that number (counted from 1); 0 only counts."""
    seen: list[str] = []

    def before(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401  SQLAlchemy's hook
        seen.append(statement)
        if len(seen) == number:
            raise Torn(statement)

    event.listen(database.writer, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(database.writer, "before_cursor_execute", before)


def ready_order(garage: Garage) -> uuid.UUID:
    """An order that touches everything completion can touch."""
    oil = garage.part(
        "Масло", 115_000, kind="fluid", unit="l", next_service_km=10_000, next_service_months=12
    )
    order = garage.order()
    garage.job(order, "ТО")
    garage.line(order, garage.labour("Замена масла", "0.6"))
    reserved = garage.line(order, oil, qty=Decimal("4.2"))
    issued = garage.line(order, garage.part("Фильтр", 78_000, warranty_months=6))
    garage.line(order, garage.part("Шайба", 9_000))
    declined = garage.job(order, "Тяги стабилизатора")
    garage.line(order, garage.part("Тяга", 250_000))
    garage.decide(order, garage.card(order).jobs[0].id)
    garage.decide(order, declined, "decline")
    for verb, line in (
        (work_orders.reserve_line, reserved),
        (work_orders.issue_line, issued),
    ):
        garage.on.do(verb, work_orders.LineWork(order_id=order, line_id=line))
    garage.move(order, OrderEvent.START)
    return order


def whole(garage: Garage) -> None:
    """Stock equals its moves and the audit chain holds."""
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []
        assert verify(read.connection, read.center_id).broken_seq is None


def torn_everywhere(garage: Garage, do: Callable[[], object]) -> int:
    """Tear the action at each of its statements in turn, compare everything, then do it; returns how many."""
    database = garage.on.shop.database
    before = rows_of(database)
    number = 0
    while True:
        number += 1
        with torn_at(database, number) as seen:
            try:
                do()
            except Torn:
                torn = True
            else:
                torn = False
        if not torn:
            assert len(seen) == number - 1
            return number - 1
        assert rows_of(database) == before, f"left behind at statement {number}: {seen[-1]}"


def test_completion_torn_at_any_statement_leaves_nothing(shop: TestShop) -> None:
    garage = Garage(shop)
    # the key is known already: its row is not part of a completion
    garage.finished((garage.labour("Мойка", "0.5"), None))
    order = ready_order(garage)
    before = rows_of(shop.shop.database)
    statements = torn_everywhere(garage, lambda: garage.complete(order))
    assert statements > 20
    after = rows_of(shop.shop.database)
    made = {name: len(after[name]) - len(before[name]) for name in after}
    assert {name: count for name, count in made.items() if count > 0} == {
        "completed_record": 1,
        "service_entry": 1,
        "expense_entry": 1,
        "odometer_reading": 1,
        "maintenance_recommendation": 2,
        "notification": 1,
        "person_seal": 1,
        "order_transition": 1,
        "outbox_envelope": 2,
        "outbox_subject": 1,
        "audit_entry": 1,
        "stock_move": 2,
    }
    assert garage.card(order).state is OrderState.COMPLETED
    whole(garage)
    # a repeated call: the same result, nothing new
    assert garage.complete(order) == garage.complete(order)
    assert rows_of(shop.shop.database) == after


def test_an_invoice_torn_at_any_statement_leaves_nothing_and_no_gap(shop: TestShop) -> None:
    garage = Garage(shop)
    first = garage.finished((garage.labour("Мойка", "0.5"), None))
    order = garage.order()
    garage.pay(10_000, order_id=order)
    garage.line(order, garage.labour("Диагностика", "1"))
    garage.start(order)
    garage.complete(order)
    assert torn_everywhere(garage, lambda: garage.invoice(order)) > 8
    numbers = [garage.bill(garage.invoice(key)).row.number for key in (order, first)]
    assert numbers == ["SC001/26/000001", "SC001/26/000002"]
    whole(garage)


def test_a_payment_torn_at_any_statement_leaves_nothing(shop: TestShop) -> None:
    garage = Garage(shop)
    invoice = garage.invoice(garage.finished((garage.labour("Мойка", "0.5"), None)))
    pressed = uuid.uuid4()

    def pay() -> object:
        return garage.pay(120_000, PaymentMethod.CARD, invoice_id=invoice, request_id=pressed)

    assert torn_everywhere(garage, pay) > 5
    assert garage.bill(invoice).open.minor == 0
    whole(garage)


def test_a_credit_note_torn_at_any_statement_leaves_nothing(shop: TestShop) -> None:
    garage = Garage(shop)
    part = garage.part("Фильтр", 78_000, stock="3")
    invoice = garage.invoice(garage.finished((part, "2")))

    def take_back() -> object:
        return garage.on.do(
            billing.credit_invoice,
            billing.CreditInvoice(invoice_id=invoice, reason="Не подошёл", restock=True),
        )

    assert torn_everywhere(garage, take_back) > 10
    whole(garage)
