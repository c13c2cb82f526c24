"""What the billing page reads: lists by what is to be done, their sums and ages, the money of a day."""

import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from app import billing
from app.billing import BillFilter
from app.kernel.errors import InvalidError, NotAllowedError, NotFoundError, UserError
from models.billing import OpenBill, PaymentKind, PaymentMethod, Settlement
from models.money import Money
from models.papers import kinds
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _bill(garage: Garage, name: str = "Орлова Вера", hours: str = "1") -> uuid.UUID:
    """An invoice of 2,400.00 an hour, due in five days."""
    car = garage.car(garage.customer(name))
    return garage.invoice(garage.finished((garage.labour("Работа", "1"), hours), vehicle_id=car))


def _find(garage: Garage, which: BillFilter, **more: Any) -> list[uuid.UUID]:  # noqa: ANN401  arguments of the read
    rows = garage.on.see(billing.find_bills, which, today=garage.on.clock().date(), **more)
    return [row.id for row in rows]


def _money(amount: int) -> Money:
    return Money(amount, "RUB")


def test_a_filter_holds_what_is_to_be_done_and_its_sum(garage: Garage) -> None:
    old = _bill(garage)
    garage.on.clock.move(days=40)
    paid = _bill(garage, "Панин Олег", "2")
    garage.pay(480_000, invoice_id=paid)
    part = _bill(garage, "Ким Анна", "3")
    garage.pay(20_000, invoice_id=part)
    garage.pay(10_000, PaymentMethod.CARD, invoice_id=part)
    taken_back = _bill(garage, "Юдин Лев")
    note = garage.on.do(
        billing.credit_invoice, billing.CreditInvoice(invoice_id=taken_back, reason="Ошибка")
    )
    assert _find(garage, BillFilter.UNPAID) == [part, old]
    assert garage.on.see(billing.count_unpaid) == 2
    assert garage.on.see(billing.count_unpaid, actor=garage.on.mechanic) == 0
    assert _find(garage, BillFilter.OVERDUE) == [old]
    assert _find(garage, BillFilter.TODAY) == [note, taken_back, part, paid]
    assert _find(garage, BillFilter.CREDIT_NOTES) == [note]
    assert _find(garage, BillFilter.ALL) == [note, taken_back, part, paid, old]
    counts = garage.on.see(billing.count_bills, today=garage.on.clock().date(), currency="RUB")
    assert {name: (tally.count, tally.sum.minor) for name, tally in counts.by.items()} == {
        BillFilter.UNPAID: (2, 240_000 + 690_000),
        BillFilter.OVERDUE: (1, 240_000),
        BillFilter.TODAY: (3, 480_000 + 720_000 + 240_000),
        BillFilter.CREDIT_NOTES: (1, 240_000),
        BillFilter.ALL: (4, 2 * 240_000 + 480_000 + 720_000),
    }
    assert counts.ages == (
        _money(690_000), _money(0), _money(0), _money(240_000), _money(0),
    )  # fmt: skip  # the classes of age in one line
    with garage.on.reading() as read:
        assert billing.wrong_bills(read.connection) == {}


def test_what_was_given_back_is_owed_by_nobody(garage: Garage) -> None:
    bill = _bill(garage)
    garage.pay(240_000, invoice_id=bill)
    garage.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=bill, reason="Ошибка"))
    garage.on.do(
        billing.refund,
        billing.Refund(
            request_id=uuid.uuid4(),
            method=PaymentMethod.CASH,
            amount=240_000,
            reason="Ошибка",
            invoice_id=bill,
        ),
    )
    (row,) = garage.on.see(billing.find_bills, today=garage.on.clock().date(), text="орлова")[1:]
    assert (row.id, row.open, row.settlement) == (bill, _money(0), Settlement.CREDITED)
    assert _find(garage, BillFilter.UNPAID) == []
    with garage.on.reading() as read:
        assert billing.wrong_bills(read.connection) == {}


def test_the_open_bills_are_filled_from_the_books(garage: Garage) -> None:
    old = _bill(garage)
    part = _bill(garage, "Ким Анна", "3")
    garage.pay(20_000, invoice_id=part)
    paid = _bill(garage, "Панин Олег", "2")
    garage.pay(480_000, invoice_id=paid)
    with garage.on.shop.database.writer.begin() as connection:
        connection.execute(sa.delete(OpenBill))
    with garage.on.reading() as read:
        assert sorted(billing.wrong_bills(read.connection).values()) == [(0, 240_000), (0, 700_000)]
    assert _find(garage, BillFilter.UNPAID) == []

    with garage.on.shop.database.writer.begin() as connection:
        billing.settle_books(connection)

    assert _find(garage, BillFilter.UNPAID) == [part, old]
    with garage.on.reading() as read:
        assert billing.wrong_bills(read.connection) == {}


def test_a_page_goes_on_by_key_and_words_find_number_plate_name_and_phone(garage: Garage) -> None:
    made = []
    for name in ("Орлова Вера", "Панин Олег", "Ким Анна"):
        made.append(_bill(garage, name))
        garage.on.clock.move(minutes=1)
    first, second, third = made
    rows = garage.on.see(billing.find_bills, today=garage.on.clock().date(), limit=2)
    after = (rows[-1].issued_at, rows[-1].id)
    assert [row.id for row in rows] == [third, second]
    assert _find(garage, BillFilter.ALL, after=after) == [first]
    assert _find(garage, BillFilter.ALL, text="панин") == [second]
    assert _find(garage, BillFilter.ALL, text=rows[0].plate) == [third]
    assert _find(garage, BillFilter.ALL, text=rows[1].number[-6:]) == [second]
    assert _find(garage, BillFilter.ALL, text="никого") == []
    with pytest.raises(NotAllowedError):
        garage.on.see(billing.find_bills, today=garage.on.clock().date(), actor=garage.on.mechanic)


def test_a_page_of_an_invoice_says_everything_that_stands_on_it(garage: Garage) -> None:
    oil = garage.part("Масло 5W-30", 100_000, unit="l")
    car = garage.car(garage.customer("Орлова Вера"), "С290УН750")
    order = garage.finished((garage.labour("Замена масла", "1"), "1"), (oil, "4.4"), vehicle_id=car)
    bill = garage.invoice(order)
    garage.pay(100_000, invoice_id=bill)
    today = garage.on.clock().date()
    card = garage.on.see(billing.get_bill, bill, today=today)
    assert (card.customer, card.plate, card.order_id) == ("Орлова Вера", "С290УН 750", order)
    assert card.issued_by == garage.on.owner.name
    assert (card.labour, card.parts, card.fees) == (_money(240_000), _money(440_000), _money(0))
    assert (card.total, card.paid, card.open) == (_money(680_000), _money(100_000), _money(580_000))
    assert card.inclusive
    assert [(tax.percent, tax.total) for tax in card.taxes] == [(Decimal("22.000"), card.total)]
    assert card.taxes[0].net + card.taxes[0].tax == card.total
    assert [(row.kind, row.amount.minor) for row in card.money] == [(PaymentKind.PAYMENT, 100_000)]
    assert card.settlement is Settlement.PART_PAID
    assert card.law
    assert card.missing == ()
    work, fluid = card.lines
    assert (work.has_goods, fluid.has_goods, fluid.qty) == (False, True, Decimal("4.400"))
    assert fluid.id is not None
    note = garage.on.do(
        billing.credit_invoice,
        billing.CreditInvoice(
            invoice_id=bill, reason="Лишнее", quantities={fluid.id: Decimal("0.4")}
        ),
    )
    card = garage.on.see(billing.get_bill, bill, today=today)
    assert card.lines[1].credited_qty == Decimal("0.400")
    assert [(row.id, row.reason, row.total.minor) for row in card.notes] == [
        (note, "Лишнее", 40_000)
    ]
    paper = garage.on.see(billing.get_bill, note, today=today)
    assert (paper.corrects_id, paper.corrects_number) == (bill, card.number)
    stranger = replace(garage.on.owner, center_id=uuid.uuid4())
    with pytest.raises(NotFoundError):
        garage.on.see(billing.get_bill, bill, today=today, actor=stranger)


def test_a_draft_is_the_invoice_that_comes(garage: Garage) -> None:
    order = garage.order(garage.car(garage.customer("Орлова Вера")))
    garage.line(order, garage.labour("Работа", "1"))
    with pytest.raises(UserError, match="Complete the order"):
        garage.on.see(billing.draft_bill, order, now=garage.on.clock())
    garage.pay(50_000, order_id=order)
    garage.start(order)
    garage.complete(order)
    draft = garage.on.see(billing.draft_bill, order, now=garage.on.clock())
    assert garage.on.see(billing.standing_bill, order) is None
    bill = garage.invoice(order)
    assert garage.on.see(billing.standing_bill, order) == bill
    card = garage.on.see(billing.get_bill, bill, today=garage.on.clock().date())
    for name in ("number", "total", "paid", "open", "due_on", "customer", "plate", "law", "taxes"):
        assert getattr(draft, name) == getattr(card, name), name
    assert draft.id is None
    paper = garage.on.see(billing.draft_paper, order, now=garage.on.clock())
    assert paper.head.mark is kinds.Mark.DRAFT


def test_a_draft_names_what_the_law_still_wants(database_url: str) -> None:
    from tests.build.shops import make_shop  # noqa: PLC0415 - this test alone has an Indian shop

    garage = Garage(make_shop(database_url, profile="in"))
    owner = garage.customer("Asha Rao", phone="+91 98200 00014", address=None)
    order = garage.order(garage.car(owner, "MH12AB1234"))
    garage.line(order, garage.labour("Service", "1", 6_000_000, hsn_sac="998729"))
    garage.start(order)
    garage.complete(order)
    draft = garage.on.see(billing.draft_bill, order, now=garage.on.clock())
    assert "customer.address" in {item.field for item in draft.missing}
    assert all(item.number and item.law and item.sentence for item in draft.law)
    garage.on.close()


def test_several_ways_of_paying_are_posted_together_or_not_at_all(garage: Garage) -> None:
    owner = garage.customer("Орлова Вера")
    earlier = garage.order(garage.car(owner))
    garage.line(earlier, garage.labour("Работа", "1"))
    advance = garage.pay(100_000, order_id=earlier)
    bill = garage.invoice(
        garage.finished((garage.labour("Работа", "1"), "1"), vehicle_id=garage.car(owner))
    )
    card = garage.on.see(billing.get_bill, bill, today=garage.on.clock().date())
    assert [(a.id, a.free.minor) for a in card.advances] == [(advance, 100_000)]

    def parts(cash: int, card_amount: int) -> billing.SettleInvoice:
        return billing.SettleInvoice(
            deposits=(billing.UseDeposit(deposit_id=advance, invoice_id=bill, amount=100_000),),
            payments=tuple(
                billing.TakePayment(
                    request_id=uuid.uuid4(), method=method, amount=amount, invoice_id=bill
                )
                for method, amount in (
                    (PaymentMethod.CASH, cash),
                    (PaymentMethod.CARD, card_amount),
                )
            ),
        )

    with pytest.raises(UserError, match="is owed"):
        garage.on.do(billing.settle_invoice, parts(100_000, 100_000))
    assert garage.bill(bill).open == _money(240_000)
    command = parts(100_000, 40_000)
    made = garage.on.do(billing.settle_invoice, command)
    assert garage.bill(bill).settlement is Settlement.PAID
    assert garage.on.do(billing.settle_invoice, command) == made  # pressed twice, posted once
    day = garage.on.see(billing.list_payments, garage.on.clock().date())
    assert [(row.method, row.amount.minor) for row in day] == [
        (PaymentMethod.CASH, 100_000),
        (PaymentMethod.CASH, 100_000),
        (PaymentMethod.CARD, 40_000),
    ]
    assert {row.customer for row in day} == {"Орлова Вера"}
    assert day[1].for_number == card.number


def test_an_advance_pays_only_its_own_customer_and_only_once(garage: Garage) -> None:
    order = garage.order(garage.car(garage.customer("Панин Олег")))
    garage.line(order, garage.labour("Работа", "1"))
    foreign = garage.pay(100_000, order_id=order)
    bill = _bill(garage)
    use = billing.UseDeposit(deposit_id=foreign, invoice_id=bill, amount=1)
    with pytest.raises(UserError, match="no advance of the invoice's customer"):
        garage.on.do(billing.use_deposit, use)
    owner = garage.customer("Ким Анна")
    order = garage.order(garage.car(owner))
    garage.line(order, garage.labour("Работа", "1"))
    own = garage.pay(100_000, order_id=order)
    bill = garage.invoice(
        garage.finished((garage.labour("Работа", "1"), "1"), vehicle_id=garage.car(owner))
    )
    use = billing.UseDeposit(deposit_id=own, invoice_id=bill, amount=100_000)
    garage.on.do(billing.use_deposit, use)
    with pytest.raises(UserError, match="of the advance is free"):
        garage.on.do(billing.use_deposit, replace(use, amount=1))


def test_a_cash_day_is_printed_with_what_the_cashier_counted(garage: Garage) -> None:
    bill = _bill(garage)
    garage.pay(100_000, invoice_id=bill)
    garage.pay(40_000, PaymentMethod.CARD, invoice_id=bill)
    today = garage.on.clock().date()
    paper = garage.on.see(
        billing.cash_day_paper, today, opening=50_000, counted=149_000, paid_out=1_000
    )
    assert paper.expected == _money(149_000)
    assert paper.counted == paper.expected
    assert [row.amount.minor for row in paper.payments] == [100_000, 40_000]
    assert paper.payments[0].by == garage.on.owner.name
    empty = garage.on.see(billing.cash_day_paper, today - timedelta(days=1))
    assert (empty.methods, empty.payments, empty.expected) == ((), (), _money(0))


def test_what_a_credit_note_would_give_back_is_told_before_it_is_written(garage: Garage) -> None:
    bill = _bill(garage, hours="3")
    today = garage.on.clock().date()
    (line,) = garage.on.see(billing.get_bill, bill, today=today).lines
    assert line.id is not None
    ask = garage.on.see
    assert ask(billing.credit_amount, bill, {}) == _money(0)
    assert ask(billing.credit_amount, bill, {line.id: Decimal("1.5")}) == _money(360_000)
    with pytest.raises(InvalidError, match="More than was sold"):
        ask(billing.credit_amount, bill, {line.id: Decimal(4)})
    with pytest.raises(NotAllowedError):
        ask(billing.credit_amount, bill, {}, actor=garage.on.receptionist)


def test_completed_orders_wait_for_their_invoice(garage: Garage) -> None:
    labour = garage.labour("Работа", "1")
    made = []
    for name in ("Орлова Вера", "Панин Олег", "Ким Анна"):
        car = garage.car(garage.customer(name))
        made.append(garage.finished((labour, "1"), vehicle_id=car))
        garage.on.clock.move(minutes=1)
    garage.order()
    bill = garage.invoice(made[1])
    rows = garage.on.see(billing.list_unbilled)
    assert [row.order_id for row in rows] == [made[2], made[0]]
    after = (rows[0].completed_at, rows[0].order_id)
    assert [r.order_id for r in garage.on.see(billing.list_unbilled, after=after)] == [made[0]]
    assert [r.customer for r in garage.on.see(billing.list_unbilled, text="ким")] == ["Ким Анна"]
    assert rows[1].total == _money(240_000)
    garage.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=bill, reason="Ошибка"))
    assert made[1] in {row.order_id for row in garage.on.see(billing.list_unbilled)}
