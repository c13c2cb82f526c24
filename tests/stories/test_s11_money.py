"""S11: a deposit, an invoice, two payments, a part returned: the day's money is the ledger, nothing below zero."""

import uuid
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app import billing, inventory
from app.billing.papers import billing_paper
from app.kernel.errors import InvalidError, UserError
from models.billing import Billing, Invoice, InvoiceLine, Payment, PaymentMethod, Settlement
from models.inventory import StockLevel
from models.money import Money
from models.papers.documents import CreditNotePaper
from reports import credit_note as credit_note_report
from tests.build.orders import Garage
from tests.stories.conftest import Open


def _order(garage: Garage) -> tuple[uuid.UUID, uuid.UUID | None]:
    work = garage.labour("Ремонт подвески", "7.5")
    lamp = garage.part("Лампа H7", 149_000, stock="10", cost=70_000)
    arm = garage.part("Рычаг передний", 1_642_250, stock="2", cost=900_000)
    order = garage.order()
    garage.line(order, work)
    garage.line(order, lamp, qty=Decimal(2))
    garage.line(order, arm)
    return order, lamp.product_id


def test_the_money_of_an_order_from_the_deposit_to_the_refund(open_garage: Open) -> None:
    garage = open_garage("ru")
    order, lamp = _order(garage)
    garage.pay(1_000_000, order_id=order)
    garage.start(order)
    assert garage.complete(order).total_amount == 3_740_250
    assert garage.on.see(billing.order_billing, order) is Billing.UNBILLED

    invoice = garage.invoice(order)
    assert garage.invoice(order) == invoice
    bill = garage.bill(invoice)
    assert (bill.row.total.minor, bill.paid.minor, bill.open.minor) == (
        3_740_250,
        1_000_000,
        2_740_250,
    )
    assert bill.settlement is Settlement.PART_PAID
    garage.pay(2_000_000, PaymentMethod.CARD, invoice_id=invoice)
    with pytest.raises(UserError, match="Only"):
        garage.pay(740_251, invoice_id=invoice)
    pressed = uuid.uuid4()
    paid = garage.pay(740_250, invoice_id=invoice, request_id=pressed)
    # a second press on Pay pays nothing
    assert garage.pay(740_250, invoice_id=invoice, request_id=pressed) == paid
    assert len(garage.rows(Payment)) == 3
    assert garage.bill(invoice).settlement is Settlement.PAID

    (line,) = garage.rows(
        InvoiceLine, InvoiceLine.invoice_id == invoice, InvoiceLine.name == "Лампа H7"
    )
    note = garage.on.do(
        billing.credit_invoice,
        billing.CreditInvoice(
            invoice_id=invoice,
            reason="Не понадобилась",
            quantities={line.id: Decimal(1)},
            restock=True,
        ),
    )
    shown = garage.bill(note)
    assert (shown.row.total.minor, shown.row.number) == (149_000, "SC001C/26/00001")
    paper = garage.on.see(billing_paper, note)
    assert isinstance(paper, CreditNotePaper)
    assert (paper.invoice_number, paper.invoice_total) == (bill.row.number, Money(3_740_250, "RUB"))
    assert credit_note_report.render(paper).startswith(b"%PDF")
    assert garage.bill(invoice).open.minor == -149_000
    shelf = [r for r in garage.rows(StockLevel, StockLevel.product_id == lamp) if r.on_hand_qty]
    assert [(r.on_hand_qty, r.value_amount) for r in shelf] == [(9, 9 * 70_000)]

    def give_back(amount: int) -> billing.Refund:
        return billing.Refund(
            request_id=uuid.uuid4(),
            method=PaymentMethod.CASH,
            amount=amount,
            reason="Возврат лампы",
            invoice_id=invoice,
        )

    with pytest.raises(UserError, match="At most"):
        garage.on.do(billing.refund, give_back(149_001))
    back = give_back(149_000)
    assert garage.on.do(billing.refund, back) == garage.on.do(billing.refund, back)
    with pytest.raises(UserError, match="At most"):
        garage.on.do(billing.refund, give_back(1))
    assert garage.bill(invoice).open.minor == 0

    day = garage.on.see(billing.cash_day, garage.on.clock().date(), currency="RUB")
    assert day.cash_in_drawer == Money(1_000_000 + 740_250 - 149_000, "RUB")
    ledger = {"in": 0, "out": 0}
    for row in garage.rows(Payment):
        if row.method is PaymentMethod.CASH:
            ledger["out" if row.kind == "refund" else "in"] += row.amount
    assert day.cash_in_drawer.minor == ledger["in"] - ledger["out"]
    assert {m.method: m.received.minor for m in day.lines} == {
        PaymentMethod.CASH: 1_740_250,
        PaymentMethod.CARD: 2_000_000,
    }
    with garage.on.reading() as read:
        assert inventory.check_levels(read.connection, read.center_id) == []
        assert billing.wrong_bills(read.connection) == {}


def test_credit_notes_of_everything_add_up_to_the_invoice_and_no_further(
    open_garage: Open,
) -> None:
    """F63, F65: parts of a line add up to it, and more than was sold never goes back."""
    garage = open_garage("ru")
    part = garage.part("Клипса", 3_335, cost=1_000)
    order = garage.finished((part, "3"))
    invoice = garage.invoice(order)
    (line,) = garage.rows(InvoiceLine, InvoiceLine.invoice_id == invoice)
    notes = []
    for _ in range(3):
        note = garage.on.do(
            billing.credit_invoice,
            billing.CreditInvoice(
                invoice_id=invoice, reason="Возврат", quantities={line.id: Decimal(1)}
            ),
        )
        notes.append(garage.bill(note).row)
    bill = garage.bill(invoice)
    assert sum(n.total.minor for n in notes) == bill.row.total.minor == 10_005
    assert sum(n.tax.minor for n in notes) == bill.row.tax.minor
    assert bill.settlement is Settlement.CREDITED
    for quantities in ({line.id: Decimal(1)}, None):
        with pytest.raises(InvalidError):
            garage.on.do(
                billing.credit_invoice,
                billing.CreditInvoice(invoice_id=invoice, reason="Ещё", quantities=quantities),
            )
    assert garage.on.see(billing.order_billing, order) is Billing.UNBILLED
    # wholly taken back: the order may be billed anew, under the next number
    again = garage.bill(garage.invoice(order))
    assert (again.row.number, again.row.total.minor) == ("SC001/26/000002", 10_005)


def test_an_unused_deposit_goes_back_and_not_twice(open_garage: Open) -> None:
    garage = open_garage("ru")
    order, _ = _order(garage)
    deposit = garage.pay(1_000_000, order_id=order)

    def give_back(amount: int) -> uuid.UUID:
        return garage.on.do(
            billing.refund,
            billing.Refund(
                request_id=uuid.uuid4(),
                method=PaymentMethod.CASH,
                amount=amount,
                reason="Передумал",
                deposit_id=deposit,
            ),
        )

    give_back(400_000)
    with pytest.raises(UserError, match="At most"):
        give_back(600_001)
    give_back(600_000)
    garage.start(order)
    garage.complete(order)
    assert garage.bill(garage.invoice(order)).paid.minor == 0


def test_nothing_is_taken_for_what_is_not_issued(open_garage: Open) -> None:
    garage = open_garage("ru")
    order, _ = _order(garage)
    with pytest.raises(UserError, match="Complete the order first"):
        garage.invoice(order)
    assert garage.rows(Invoice) == []
    for amount in (0, -1):
        with pytest.raises(InvalidError):
            garage.pay(amount, order_id=order)
    garage.start(order)
    garage.complete(order)
    with pytest.raises(UserError, match="finished"):
        garage.pay(100, order_id=order)


def test_an_issued_invoice_and_a_posted_payment_refuse_every_edit(open_garage: Open) -> None:
    """F65: through the ORM's session as well as through SQL, on both databases."""
    garage = open_garage("ru")
    order = garage.finished((garage.labour("Диагностика", "1"), None))
    invoice = garage.invoice(order)
    payment = garage.pay(100, invoice_id=invoice)
    orders = [
        sa.update(Invoice).values(total_amount=1),
        sa.update(Invoice).where(Invoice.id == invoice).values(record="{}"),
        sa.delete(InvoiceLine),
        sa.update(InvoiceLine).values(name="x"),
        sa.delete(Invoice),
        sa.update(Payment).where(Payment.id == payment).values(amount=1),
        sa.delete(Payment),
    ]
    for statement in orders:
        with (
            pytest.raises(sa.exc.DBAPIError, match="final:"),
            garage.on.shop.database.writer.begin() as c,
        ):
            c.execute(statement)
    with garage.on.shop.database.write_session() as session:
        found = session.get(Invoice, invoice)
        assert found is not None
        found.total_amount = 5
        with pytest.raises(sa.exc.DBAPIError, match="final:"):
            session.commit()
