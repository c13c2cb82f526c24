"""Bills: frozen as issued, signed, numbered without a gap, settled by what came in."""

import json
import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app import billing, centers, customers
from app.billing.papers import billing_paper, payment_paper
from app.billing.payments import payment_facts
from app.kernel.errors import BlockedError, InvalidError, NotAllowedError, NotFoundError, UserError
from models.access import SEED_ROLES
from models.billing import Allocation, Invoice, InvoiceLine, Payment, PaymentMethod, Settlement
from models.centers import SigningKey
from models.money import Money
from models.order_flow import OrderEvent
from models.papers.documents import InvoicePaper
from sync.wire.canonical import canonical, sha256_hex
from tests.build.orders import Garage
from tests.build.shops import TestShop, make_shop


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def _bill(garage: Garage, hours: str = "1", **values: object) -> uuid.UUID:
    """An invoice of 2,400.00 an hour."""
    order = garage.finished((garage.labour("Работа", "1"), hours), **values)
    return garage.invoice(order)


def test_an_invoice_is_signed_and_says_what_it_said_after_everything_changed(
    garage: Garage,
) -> None:
    owner = garage.customer("Орлова Вера")
    invoice = _bill(garage, vehicle_id=garage.car(owner))
    (before,) = garage.rows(Invoice)
    row = garage.on.see(customers.get_customer, owner)
    garage.on.do(
        customers.update_customer, replace(customers.edit_of(row), name="Панина Вера", phone=None)
    )
    garage.rate(300_000, group="wholesale")
    (after,) = garage.rows(Invoice)
    assert after == before
    assert sha256_hex(after.record.encode()) == after.sha256
    (key,) = garage.rows(SigningKey, SigningKey.id == after.key_id)
    Ed25519PublicKey.from_public_bytes(key.public_key).verify(
        after.signature, bytes.fromhex(after.sha256)
    )
    paper = garage.on.see(billing_paper, invoice)
    assert isinstance(paper, InvoicePaper)
    assert paper.customer.name == "Орлова Вера"
    record = json.loads(after.record)
    assert canonical(record).decode() == after.record
    assert "cost" not in after.record
    assert record["order"]["snapshot_sha256"] == garage.snapshot(after.order_id).sha256


def test_a_deposit_above_the_invoice_pays_it_and_the_rest_goes_back(garage: Garage) -> None:
    order = garage.order()
    garage.line(order, garage.labour("Работа", "1"))
    first = garage.pay(200_000, order_id=order)
    second = garage.pay(100_000, PaymentMethod.CARD, order_id=order)
    garage.start(order)
    garage.complete(order)
    invoice = garage.invoice(order)
    assert garage.bill(invoice).settlement is Settlement.PAID
    used = {row.payment_id: row.amount for row in garage.rows(Allocation)}
    assert used == {first: 200_000, second: 40_000}
    garage.on.do(
        billing.refund,
        billing.Refund(
            request_id=uuid.uuid4(),
            method=PaymentMethod.CARD,
            amount=60_000,
            reason="Остаток",
            deposit_id=second,
        ),
    )
    day = garage.on.see(billing.cash_day, garage.on.clock().date(), currency="RUB")
    assert day.cash_in_drawer == Money(200_000, "RUB")
    assert {m.method: (m.received.minor, m.refunded.minor) for m in day.lines} == {
        PaymentMethod.CASH: (200_000, 0),
        PaymentMethod.CARD: (100_000, 60_000),
    }


def test_a_deposit_wants_a_customer_and_a_payment_something_to_pay(garage: Garage) -> None:
    nobody = garage.order(None, plate="А001АА77")
    wrong: list[dict[str, Any]] = [{"order_id": nobody}, {}]
    for values in wrong:
        with pytest.raises(InvalidError):
            garage.pay(100, **values)


def test_a_payment_is_hashed_over_everything_it_says(garage: Garage) -> None:
    payment = garage.pay(100, invoice_id=_bill(garage))
    (row,) = garage.rows(Payment)
    assert row.id == payment
    assert sha256_hex(canonical(payment_facts(row))) == row.sha256
    assert row.number == "SC001-P-2026-000001"
    paper = garage.on.see(payment_paper, payment)
    assert paper.amount == Money(100, "RUB")


def test_a_credit_note_is_not_credited_and_needs_its_reason(garage: Garage) -> None:
    invoice = _bill(garage)
    with pytest.raises(InvalidError) as told:
        garage.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=invoice, reason="  "))
    assert set(told.value.problems) == {"reason"}
    note = garage.on.do(
        billing.credit_invoice, billing.CreditInvoice(invoice_id=invoice, reason="Ошибка")
    )
    with pytest.raises(UserError, match="Only an issued invoice"):
        garage.on.do(billing.credit_invoice, billing.CreditInvoice(invoice_id=note, reason="Ещё"))
    with pytest.raises(UserError, match="Money is taken"):
        garage.pay(100, invoice_id=note)
    with pytest.raises(UserError, match="is owed"):
        garage.pay(100, invoice_id=invoice)


def test_credit_notes_of_a_document_rounded_by_rate_add_up_to_it(database_url: str) -> None:
    """F63: lines, rates and returns give the same sums where tax is rounded on the document."""
    shop = make_shop(
        database_url, profile="eu", address="Nordring 4", tax_ids={"vat": "DE136695976"}
    )
    garage = Garage(shop)
    owner = garage.customer("Jonas Keller", phone="+49 30 5550100", address="Kastanienallee 9")
    order = garage.order(garage.car(owner, "B-NG 1234"))
    for price in (1_003, 777, 331):
        garage.typed(order, "part", f"Teil {price}", price, "3")
    garage.start(order)
    total = garage.complete(order).total_amount
    invoice = garage.invoice(order)
    lines = garage.rows(InvoiceLine, InvoiceLine.invoice_id == invoice)
    bill = garage.bill(invoice).row
    assert (bill.total.minor, sum(line.total_amount for line in lines)) == (total, total)
    back = []
    for line in lines:
        for qty in ("1", "2"):
            note = garage.on.do(
                billing.credit_invoice,
                billing.CreditInvoice(
                    invoice_id=invoice, reason="Rückgabe", quantities={line.id: Decimal(qty)}
                ),
            )
            back.append(garage.bill(note).row)
    assert sum(note.total.minor for note in back) == total
    assert sum(note.tax.minor for note in back) == bill.tax.minor
    assert garage.bill(invoice).settlement is Settlement.CREDITED
    shop.close()


def test_an_order_without_a_customer_is_not_billed(garage: Garage) -> None:
    version = garage.on.see(centers.get_center).version
    garage.on.do(
        centers.set_policy, centers.SetPolicy(version=version, values={"required_to_complete": []})
    )
    order = garage.finished((garage.labour("Мойка", "1"), None), vehicle_id=garage.car())
    with pytest.raises(BlockedError) as told:
        garage.invoice(order)
    assert [b.code for b in told.value.blockers] == ["customer"]
    # known mistake 6: what was refused has drawn no number
    assert garage.bill(_bill(garage)).row.number == "SC001/26/000001"


def test_bills_are_paged_by_key_and_belong_to_their_customer(garage: Garage) -> None:
    owner = garage.customer()
    car = garage.car(owner)
    made = []
    for _ in range(5):
        made.append(_bill(garage, vehicle_id=car))
        garage.on.clock.move(minutes=1)
    _bill(garage)
    seen: list[uuid.UUID] = []
    after = None
    while page := garage.on.see(billing.list_invoices, customer_id=owner, after=after, limit=2):
        seen += [row.id for row in page]
        after = (page[-1].issued_at, page[-1].id)
    assert seen == made[::-1]


def test_money_is_taken_and_shown_only_with_the_right(garage: Garage) -> None:
    invoice = _bill(garage)
    mechanic = garage.on.mechanic
    with pytest.raises(NotAllowedError):
        garage.on.do(
            billing.take_payment,
            billing.TakePayment(
                request_id=uuid.uuid4(), method=PaymentMethod.CASH, amount=1, invoice_id=invoice
            ),
            actor=mechanic,
        )
    with pytest.raises(NotAllowedError):
        garage.on.see(billing.cash_day, garage.on.clock().date(), currency="RUB", actor=mechanic)
    assert "billing.refund" not in SEED_ROLES["receptionist"]
    stranger = replace(garage.on.owner, center_id=uuid.uuid4())
    with pytest.raises(NotFoundError):
        garage.on.see(billing.get_invoice, invoice, today=garage.on.clock().date(), actor=stranger)


def test_a_term_of_payment_is_the_customers_then_the_centers(garage: Garage) -> None:
    patient = garage.customer("Панин", payment_term_days=30)
    for car, days in ((garage.car(patient), 30), (garage.car(garage.customer()), 5)):
        row = garage.bill(_bill(garage, vehicle_id=car)).row
        assert row.due_on == row.issued_on + timedelta(days=days)


def test_billing_follows_the_order_after_it_was_handed_over(garage: Garage) -> None:
    order = garage.finished((garage.labour("Мойка", "1"), None))
    garage.move(order, OrderEvent.DELIVER)
    assert garage.bill(garage.invoice(order)).row.total.minor == 240_000


def test_a_number_is_never_drawn_by_hand(garage: Garage) -> None:
    """Known mistake 6: the unique key holds what the sequence promises."""
    _bill(garage)
    (row,) = garage.rows(Invoice)
    again = {**row._asdict(), "id": uuid.uuid4()}
    with (
        pytest.raises(sa.exc.IntegrityError),
        garage.on.shop.database.writer.begin() as connection,
    ):
        connection.execute(sa.insert(Invoice), again)
