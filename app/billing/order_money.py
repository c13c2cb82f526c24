"""What came in for one order: before its invoice and for it."""

import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from app.kernel.tx import Read
from models.access import Permission
from models.billing import Payment, PaymentKind
from models.money import Money
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True)
class OrderMoney:
    """Money of an order: ``advance`` came before its invoice, ``paid`` is all that came in, less what went back."""

    advance: Money
    paid: Money


def order_money(read: Read, order_id: uuid.UUID) -> OrderMoney | None:
    """What came in for the order; None for those who may not see money, and for another center's order."""
    if not read.can(Permission.MONEY_SEE):
        return None
    currency = read.connection.execute(
        sa.select(WorkOrder.currency).where(
            WorkOrder.id == order_id, WorkOrder.center_id == read.center_id
        )
    ).scalar()
    if currency is None:
        return None
    sums = {
        row.kind: int(row.amount)
        for row in read.connection.execute(
            sa.select(Payment.kind, sa.func.sum(Payment.amount).label("amount"))
            .where(Payment.order_id == order_id)
            .group_by(Payment.kind)
        )
    }
    back = sums.get(PaymentKind.REFUND, 0)
    advance = sums.get(PaymentKind.DEPOSIT, 0)
    paid = advance + sums.get(PaymentKind.PAYMENT, 0) - back
    return OrderMoney(Money(advance, currency), Money(paid, currency))
