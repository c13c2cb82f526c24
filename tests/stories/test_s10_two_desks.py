"""S10 and F39: two desks press the same button; one result each time, and the other is told in words."""

import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from app import billing, inventory, work_orders
from app.kernel.audit import verify
from app.kernel.errors import ChangedError, Reason, UserError
from models.billing import Invoice, Payment, PaymentMethod
from models.inventory import StockLevel, StockMove
from models.ledger import AuditEntry
from models.order_flow import OrderState
from models.work_orders import CompletedRecord
from tests.build.orders import Garage
from tests.build.shops import MovableClock, open_test_shop
from tests.stories.conftest import Open

Desks = tuple[Garage, Garage]
RACES = 8
PAID = {"sqlite": 8, "postgresql": 40}
"""Races for money, which cost little: with those of the other tests, and of goods, 200 on PostgreSQL."""


@pytest.fixture
def desks(open_garage: Open, database_url: str) -> Iterator[Desks]:
    """Two desks: each its own connections, signing key and person; the second one is the manager's."""
    first = open_garage("ru")
    clock = MovableClock(first.on.clock() + timedelta(minutes=1))
    shop = open_test_shop(database_url, clock=clock, workstation="desk-2")
    yield first, Garage(replace(first.on, shop=shop, clock=clock, owner=first.on.manager))
    shop.close()


def race(*presses: Callable[[], Any]) -> list[Any]:
    """Press all buttons at the same moment; results, or the errors people were told, in order."""
    barrier = threading.Barrier(len(presses))
    results: list[Any] = [None] * len(presses)

    def press(place: int) -> None:
        barrier.wait()
        try:
            results[place] = presses[place]()
        except UserError as told:
            results[place] = told

    threads = [threading.Thread(target=press, args=(place,)) for place in range(len(presses))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return results


def _whole(garage: Garage) -> None:
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []
        assert verify(read.connection, read.center_id).broken_seq is None


def test_both_press_complete_and_get_the_same_sealed_order(desks: Desks) -> None:
    one, two = desks
    part = one.part("Фильтр", 78_000)
    for _ in range(RACES):
        order = one.order()
        one.line(order, part)
        one.start(order)
        left, right = race(partial(one.complete, order), partial(two.complete, order))
        assert isinstance(left, work_orders.Completed)
        assert left == right
    assert len(one.rows(CompletedRecord)) == RACES
    sold = one.rows(StockMove, StockMove.reason == "consumption")
    assert len(sold) == RACES
    _whole(one)


def test_both_take_the_last_brake_disc_and_one_is_told_that_it_is_gone(desks: Desks) -> None:
    one, two = desks
    for _ in range(RACES):
        disc = one.part("Диск тормозной", 624_000, stock="1")
        orders = [one.order(), one.order()]
        for order in orders:
            one.line(order, disc)
            one.start(order)
        told = race(partial(one.complete, orders[0]), partial(two.complete, orders[1]))
        done = [answer for answer in told if isinstance(answer, work_orders.Completed)]
        (refused,) = [answer for answer in told if isinstance(answer, UserError)]
        assert len(done) == 1
        # the blocker's sentence, or the ledger's own refusal when both had looked before
        assert refused.reason in {Reason.BLOCKED, Reason.SHORT}
        assert "SKU-" in str(refused)
        (level,) = one.rows(
            StockLevel,
            StockLevel.product_id == disc.product_id,
            StockLevel.location_id == _store(one),
        )
        assert (level.on_hand_qty, level.value_amount) == (0, 0)
        states = sorted(str(one.card(order).state.value) for order in orders)
        assert states == [OrderState.COMPLETED.value, OrderState.IN_PROGRESS.value]
    _whole(one)


def _store(garage: Garage) -> uuid.UUID:
    with garage.on.reading() as read:
        return inventory.default_store(read.connection, read.center_id)


def test_both_reserve_the_last_piece(desks: Desks) -> None:
    """F45: more than what is free is never promised."""
    one, two = desks
    disc = one.part("Диск тормозной", 624_000, stock="1")
    orders = [one.order(), one.order()]
    lines = [one.line(order, disc) for order in orders]

    def reserve(garage: Garage, place: int) -> Callable[[], Any]:
        return lambda: garage.on.do(
            work_orders.reserve_line,
            work_orders.LineWork(order_id=orders[place], line_id=lines[place]),
        )

    told = race(reserve(one, 0), reserve(two, 1))
    (refused,) = [answer for answer in told if isinstance(answer, UserError)]
    assert refused.reason is Reason.SHORT
    _whole(one)


def test_mistake_6_both_draw_the_next_invoice_number_and_none_is_lost_or_doubled(
    desks: Desks,
) -> None:
    one, two = desks
    work = one.labour("Диагностика", "1")
    orders = [one.finished((work, None)) for _ in range(2 * RACES)]
    for place in range(0, len(orders), 2):
        race(partial(one.invoice, orders[place]), partial(two.invoice, orders[place + 1]))
    numbers = sorted(row.number for row in one.rows(Invoice))
    assert numbers == [f"SC001/26/{n:06}" for n in range(1, len(orders) + 1)]
    # both bill the same order: one invoice
    same = one.finished((work, None))
    left, right = race(lambda: one.invoice(same), lambda: two.invoice(same))
    assert left == right
    _whole(one)


def test_both_press_pay_for_the_same_request_and_it_is_paid_once(desks: Desks) -> None:
    one, two = desks
    times = PAID[one.on.shop.database.url.get_backend_name()]
    invoice = one.invoice(one.finished((one.labour("Ремонт", "8"), None)))
    for _ in range(times):
        pressed = uuid.uuid4()
        left, right = race(
            partial(one.pay, 10_000, invoice_id=invoice, request_id=pressed),
            partial(two.pay, 10_000, invoice_id=invoice, request_id=pressed),
        )
        assert isinstance(left, uuid.UUID)
        assert left == right
    assert len(one.rows(Payment)) == times


def test_both_take_money_and_no_number_is_lost_or_doubled(desks: Desks) -> None:
    one, two = desks
    times = PAID[one.on.shop.database.url.get_backend_name()]
    invoice = one.invoice(one.finished((one.labour("Ремонт", "8"), None)))
    for _ in range(times):
        left, right = race(
            partial(one.pay, 10_000, invoice_id=invoice),
            partial(two.pay, 10_000, invoice_id=invoice),
        )
        assert isinstance(left, uuid.UUID)
        assert isinstance(right, uuid.UUID)
    drawn = sorted(int(str(row.number).rpartition("-")[2]) for row in one.rows(Payment))
    assert drawn == list(range(1, 2 * times + 1))
    _whole(one)


def test_both_take_the_rest_and_only_one_gets_it(desks: Desks) -> None:
    one, two = desks
    invoice = one.invoice(one.finished((one.labour("Диагностика", "1"), None)))
    told = race(
        lambda: one.pay(240_000, invoice_id=invoice),
        lambda: two.pay(240_000, PaymentMethod.CARD, invoice_id=invoice),
    )
    (refused,) = [answer for answer in told if isinstance(answer, UserError)]
    assert "is owed" in str(refused)
    assert one.bill(invoice).open.minor == 0


def test_both_refund_the_same_request_and_it_goes_back_once(desks: Desks) -> None:
    one, two = desks
    invoice = one.invoice(one.finished((one.labour("Диагностика", "1"), None)))
    one.pay(240_000, invoice_id=invoice)
    one.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=invoice, reason="Брак"))
    back = billing.Refund(
        request_id=uuid.uuid4(),
        method=PaymentMethod.CASH,
        amount=240_000,
        reason="Брак",
        invoice_id=invoice,
    )
    left, right = race(
        lambda: one.on.do(billing.refund, back), lambda: two.on.do(billing.refund, back)
    )
    assert isinstance(left, uuid.UUID)
    assert left == right


def test_both_edit_the_promised_time_and_the_second_is_told_who_and_when(desks: Desks) -> None:
    one, two = desks
    order = one.order()
    version = one.card(order).version

    def promise(garage: Garage, hours: int) -> Callable[[], Any]:
        at = garage.on.clock() + timedelta(hours=hours)
        return lambda: garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(order_id=order, version=version, values={"promised_at": at}),
        )

    told = race(promise(one, 3), promise(two, 5))
    (refused,) = [answer for answer in told if isinstance(answer, UserError)]
    assert isinstance(refused, ChangedError)
    winner = "Серова Татьяна" if told[0] == order else "Лазарев Игорь"
    assert winner in str(refused)
    assert refused.details == {"kind": "work_order", "yours": version, "theirs": version + 1}
    assert one.card(order).version == version + 1
    # keeping one's own over it: the same values with the version now seen
    again = promise(two, 5)
    with pytest.raises(ChangedError):
        again()


@pytest.mark.parametrize("change", ["line", "job", "decision", "work"])
def test_a_change_of_the_parts_makes_the_whole_order_stale(desks: Desks, change: str) -> None:
    one, two = desks
    order = one.order()
    one.job(order)
    line = one.line(order, one.labour("Диагностика", "1"))
    version = two.card(order).version
    if change == "line":
        one.on.do(
            work_orders.change_line,
            work_orders.ChangeLine(order_id=order, line_id=line, qty=Decimal(2)),
        )
    elif change == "job":
        one.job(order, "Ещё")
    elif change == "decision":
        one.decide(order)
    else:
        one.decide(order)
        version = two.card(order).version
        one.on.do(
            work_orders.work_line,
            work_orders.LineWork(order_id=order, line_id=line, event="start"),
        )
    with pytest.raises(ChangedError):
        two.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(order_id=order, version=version, values={"note": "позже"}),
        )
    with pytest.raises(ChangedError):
        two.complete(order, version=version)


def test_keeping_ones_own_is_saving_it_over_the_version_that_was_seen(desks: Desks) -> None:
    one, two = desks
    order = one.order()
    seen = two.card(order).version
    for garage, version, note in ((one, seen, "наша"), (two, seen + 1, "своя")):
        garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(order_id=order, version=version, values={"note": note}),
        )
    assert one.card(order).note == "своя"


def test_one_changed_byte_in_the_audit_is_named(desks: Desks) -> None:
    """F89: after an order's whole life the chain holds; one byte later its first broken link is named."""
    one, two = desks
    two.invoice(one.finished((one.labour("Мойка", "1"), None)))
    _whole(one)
    entries = one.rows(AuditEntry)
    victim = entries[len(entries) // 2]
    kind = one.on.shop.database.writer.dialect.name
    off = "DROP TRIGGER final_audit_entry_update" + ("" if kind == "sqlite" else " ON audit_entry")
    with one.on.shop.database.writer.begin() as connection:
        connection.execute(sa.text(off))
        connection.execute(
            sa.update(AuditEntry)
            .where(AuditEntry.id == victim.id)
            .values(workstation=victim.workstation[:-1] + "9")
        )
    with one.on.reading() as read:
        assert verify(read.connection, read.center_id).broken_seq == victim.seq
