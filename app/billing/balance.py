"""What is settled and what is open: always summed from the facts, never typed in."""

import uuid
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from models.billing import Allocation, Invoice, InvoiceKind, InvoiceState, Payment, PaymentKind


@dataclass(frozen=True, slots=True)
class Balance:
    """Sums of one issued invoice in minor units; ``open`` below zero is money the shop owes back."""

    total: int
    credited: int
    paid: int
    refunded: int

    @property
    def open(self) -> int:
        """What the customer still owes (above zero) or is owed (below)."""
        return self.total - self.credited - self.paid + self.refunded


def balance_of(connection: Connection, invoice_id: uuid.UUID) -> Balance:
    """The balance of one invoice with all its credit notes, payments and refunds."""
    total = connection.execute(
        sa.select(Invoice.total_amount).where(Invoice.id == invoice_id)
    ).scalar_one()
    notes = (
        sa.select(Invoice.id)
        .where(
            Invoice.corrects_id == invoice_id,
            Invoice.kind == InvoiceKind.CREDIT_NOTE,
            Invoice.state == InvoiceState.ISSUED,
        )
        .scalar_subquery()
    )
    credited = connection.execute(
        sa.select(sa.func.coalesce(sa.func.sum(Invoice.total_amount), 0)).where(
            Invoice.id.in_(notes)
        )
    ).scalar_one()
    rows = connection.execute(
        sa.select(Payment.kind, sa.func.sum(Allocation.amount).label("amount"))
        .join(Payment, Payment.id == Allocation.payment_id)
        .where(sa.or_(Allocation.invoice_id == invoice_id, Allocation.invoice_id.in_(notes)))
        .group_by(Payment.kind)
    ).all()
    paid = sum(int(r.amount) for r in rows if r.kind != PaymentKind.REFUND)
    back = sum(int(r.amount) for r in rows if r.kind == PaymentKind.REFUND)
    return Balance(total, int(credited), paid, back)


def free_of_payment(connection: Connection, payment_id: uuid.UUID) -> int:
    """What of a deposit is neither put against an invoice nor given back."""
    amount = connection.execute(
        sa.select(Payment.amount).where(Payment.id == payment_id)
    ).scalar_one()
    used = connection.execute(
        sa.select(sa.func.coalesce(sa.func.sum(Allocation.amount), 0)).where(
            Allocation.payment_id == payment_id
        )
    ).scalar_one()
    back = connection.execute(
        sa.select(sa.func.coalesce(sa.func.sum(Payment.amount), 0)).where(
            Payment.refunds_id == payment_id
        )
    ).scalar_one()
    return int(amount) - int(used) - int(back)
