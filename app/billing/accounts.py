"""A customer's account: what they were billed and paid, what they owe, what they paid ahead."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from app.billing.balance import free_of_payment
from app.billing.reads import settlement
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Permission
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceState,
    Payment,
    PaymentKind,
    Settlement,
)
from models.customers import Customer
from models.money import Money

_YEAR = timedelta(days=365)
_NOTE = sa.orm.aliased(Invoice, name="note_of_account")
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


@dataclass(frozen=True, slots=True)
class AccountBill:
    """An issued invoice of the customer; ``open`` is what is owed on it."""

    id: uuid.UUID
    number: str
    issued_on: date
    due_on: date | None
    order_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    total: Money
    open: Money
    settlement: Settlement


@dataclass(frozen=True, slots=True)
class Account:
    """``bills`` newest first. Sums are over all of them; ``year`` ones over the last 365 days, credit taken off.

    ``advance`` is money paid ahead and put against nothing yet.
    """

    bills: tuple[AccountBill, ...]
    turnover: Money
    owed: Money
    overdue: Money
    advance: Money
    year_paid: Money
    year_bills: int
    year_average: Money | None


def account_of(read: Read, customer_id: uuid.UUID, *, today: date, currency: str) -> Account | None:
    """The account of a customer; None for those who may not see money."""
    if not read.can(Permission.MONEY_SEE):
        return None
    rows = read.connection.execute(
        sa.select(
            Invoice.id,
            Invoice.number,
            Invoice.issued_on,
            Invoice.due_on,
            Invoice.order_id,
            Invoice.vehicle_id,
            Invoice.total_amount,
            Invoice.currency,
            _CREDITED.label("credited"),
            _PAID.label("paid"),
        )
        .where(
            whole(Invoice.customer_id, Customer, customer_id),
            Invoice.center_id == read.center_id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
        )
        .order_by(Invoice.issued_at.desc(), Invoice.id.desc())
    ).all()
    bills, turnover, year = [], 0, [0, 0, 0]
    for row in rows:
        credited, paid = int(row.credited), int(row.paid)
        worth = row.total_amount - credited
        left = worth - paid
        turnover += worth
        if row.issued_on > today - _YEAR and worth:
            year = [year[0] + paid, year[1] + 1, year[2] + worth]
        bills.append(
            AccountBill(
                row.id,
                row.number,
                row.issued_on,
                row.due_on,
                row.order_id,
                row.vehicle_id,
                Money(row.total_amount, row.currency),
                Money(left, row.currency),
                settlement(left, row.total_amount, credited, paid, row.due_on, today),
            )
        )
    late = sum(b.open.minor for b in bills if b.open.minor > 0 and b.due_on and b.due_on < today)
    return Account(
        tuple(bills),
        turnover=Money(turnover, currency),
        owed=Money(sum(max(bill.open.minor, 0) for bill in bills), currency),
        overdue=Money(late, currency),
        advance=Money(_advance(read, customer_id), currency),
        year_paid=Money(year[0], currency),
        year_bills=year[1],
        year_average=Money(year[2] // year[1], currency) if year[1] else None,
    )


def _advance(read: Read, customer_id: uuid.UUID) -> int:
    """What is free of the customer's deposits: few, so each is looked at."""
    deposits = read.connection.execute(
        sa.select(Payment.id).where(
            whole(Payment.customer_id, Customer, customer_id),
            Payment.kind == PaymentKind.DEPOSIT,
            Payment.center_id == read.center_id,
        )
    ).scalars()
    return sum(free_of_payment(read.connection, deposit) for deposit in deposits.all())
