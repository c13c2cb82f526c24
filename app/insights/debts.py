"""What customers owe: summed from the books, never stored."""

import uuid
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.kernel.tx import Read
from models.access import Permission
from models.billing import Allocation, Invoice, InvoiceKind, InvoiceState, Payment, PaymentKind
from models.customers import Customer
from models.money import Money


@dataclass(frozen=True, slots=True)
class OwedRow:
    """An invoice that is not paid; ``late_days`` is above zero when it is overdue."""

    invoice_id: uuid.UUID
    number: str
    customer: str
    open: Money
    due_on: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What customers owe: the longest overdue first, the count and the sum of all."""

    rows: tuple[OwedRow, ...]
    count: int
    sum: Money


_NOTE = sa.orm.aliased(Invoice, name="note")
_COVERED = (
    sa.select(sa.literal(1))
    .where(Allocation.invoice_id == Invoice.id, Allocation.amount >= Invoice.total_amount)
    .correlate(Invoice)
    .exists()
)
_REFUNDED = (
    sa.select(sa.literal(1))
    .select_from(Allocation)
    .join(Payment, Payment.id == Allocation.payment_id)
    .where(Allocation.invoice_id == Invoice.id, Payment.kind == PaymentKind.REFUND)
    .correlate(Invoice)
    .exists()
)
_CREDITED = (
    sa.select(sa.func.coalesce(sa.func.sum(_NOTE.total_amount), 0))
    .where(_NOTE.corrects_id == Invoice.id, _NOTE.state == InvoiceState.ISSUED)
    .correlate(Invoice)
    .scalar_subquery()
)
_PAID = (
    sa.select(
        sa.func.coalesce(
            sa.func.sum(
                sa.case(
                    (Payment.kind == PaymentKind.REFUND, -Allocation.amount),
                    else_=Allocation.amount,
                )
            ),
            0,
        )
    )
    .join(Payment, Payment.id == Allocation.payment_id)
    .where(Allocation.invoice_id == Invoice.id)
    .correlate(Invoice)
    .scalar_subquery()
)


def debts(read: Read, today: date, currency: str, *, limit: int) -> Owed:
    """What is owed, in one select over the invoices. NotAllowedError.

    Nearly all of them are covered by one payment: those are passed over before anything is summed, unless money
    went back.
    """
    read.require(Permission.MONEY_SEE)
    found = (
        sa.select(
            Invoice.id,
            Invoice.number,
            Invoice.customer_id,
            Invoice.due_on,
            (Invoice.total_amount - _CREDITED - _PAID).label("open"),
        )
        .where(
            Invoice.center_id == read.center_id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
            sa.or_(~_COVERED, _REFUNDED),
        )
        .subquery()
    )
    rows = read.connection.execute(
        sa.select(found, Customer.name.label("customer"))
        .join(Customer, Customer.id == found.c.customer_id)
        .where(found.c.open > 0)
    ).all()
    owed = [
        OwedRow(
            row.id,
            row.number,
            row.customer or "",
            Money(int(row.open), currency),
            row.due_on,
            max(0, (today - row.due_on).days) if row.due_on is not None else 0,
        )
        for row in rows
    ]
    owed.sort(key=lambda each: (each.due_on or date.max, each.number))
    total = Money(sum(each.open.minor for each in owed), currency)
    return Owed(tuple(owed[:limit]), len(owed), total)
