"""The list of work orders with what is paid of each: orders come from below, their money is known here."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from app import work_orders
from app.billing.open_bills import open_bills
from app.kernel.tx import Read
from models.access import Permission
from models.billing import Allocation, Invoice, InvoiceKind, InvoiceState, Payment, PaymentKind


class PaidMark(StrEnum):
    """What the list says of an order's money."""

    NOTHING = "nothing"
    ADVANCE = "advance"
    INVOICED = "invoiced"
    PART_PAID = "part_paid"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class ListLine:
    """A row of the list; ``paid`` is None for those who may not see money."""

    order: work_orders.ListedOrder
    paid: PaidMark | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of the list, and where the next one begins."""

    rows: tuple[ListLine, ...]
    next: work_orders.OrderPlace | None


_NOTE = sa.orm.aliased(Invoice, name="note")
_AMOUNT = sa.case((Payment.kind == PaymentKind.REFUND, -Allocation.amount), else_=Allocation.amount)
_CREDITED = (
    sa.select(sa.func.coalesce(sa.func.sum(_NOTE.total_amount), 0))
    .where(_NOTE.corrects_id == Invoice.id, _NOTE.state == InvoiceState.ISSUED)
    .correlate(Invoice)
    .scalar_subquery()
)
_PAID = (
    sa.select(sa.func.coalesce(sa.func.sum(_AMOUNT), 0))
    .join(Payment, Payment.id == Allocation.payment_id)
    .where(Allocation.invoice_id == Invoice.id)
    .correlate(Invoice)
    .scalar_subquery()
)
_ISSUED = (
    Invoice.kind == InvoiceKind.INVOICE,
    Invoice.state == InvoiceState.ISSUED,
    Invoice.order_id.is_not(None),
)


def _owing(read: Read) -> sa.Select[Any]:
    """Ids of orders with an invoice on which something is still owed."""
    owed = open_bills(read.center_id)
    return sa.select(owed.c.order_id).where(owed.c.order_id.is_not(None))


def _only(read: Read, wish: work_orders.OrderWish) -> sa.Select[Any] | None:
    if wish.shelf != work_orders.OrderShelf.UNPAID:
        return None
    read.require(Permission.MONEY_SEE)
    return _owing(read)


def list_work_orders(
    read: Read,
    wish: work_orders.OrderWish,
    *,
    now: datetime,
    day_end: datetime,
    after: work_orders.OrderPlace | None = None,
    limit: int = 60,
) -> ListPage:
    """A page of the orders wished for, each with what is paid of it."""
    page = work_orders.list_page(
        read,
        wish,
        now=now,
        day_end=day_end,
        after=after,
        limit=limit,
        only=_only(read, wish),
    )
    marks = paid_marks(read, [row.id for row in page.rows])
    return ListPage(tuple(ListLine(row, marks.get(row.id)) for row in page.rows), page.next)


def sum_work_orders(
    read: Read, wish: work_orders.OrderWish, *, now: datetime
) -> work_orders.OrderSum:
    """How many orders the wish finds, and their sum."""
    return work_orders.sum_orders(read, wish, now=now, only=_only(read, wish))


def count_unpaid_orders(read: Read) -> int | None:
    """How many orders have an invoice that is not paid; None for those who may not see money."""
    if not read.can(Permission.MONEY_SEE):
        return None
    owing = _owing(read).distinct().subquery()
    return int(read.connection.execute(sa.select(sa.func.count()).select_from(owing)).scalar_one())


def paid_marks(read: Read, orders: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, PaidMark]:
    """What is paid of each of these orders; nothing for those who may not see money."""
    if not orders or not read.can(Permission.MONEY_SEE):
        return {}
    bills = sa.select(
        Invoice.order_id.label("order_id"),
        Invoice.total_amount.label("total"),
        _CREDITED.label("credited"),
        _PAID.label("paid"),
        sa.literal(0).label("advance"),
    ).where(Invoice.order_id.in_(orders), Invoice.center_id == read.center_id, *_ISSUED)
    advances = sa.select(
        Payment.order_id.label("order_id"),
        sa.literal(0).label("total"),
        sa.literal(0).label("credited"),
        sa.literal(0).label("paid"),
        sa.case(
            (Payment.kind == PaymentKind.DEPOSIT, Payment.amount),
            (Payment.kind == PaymentKind.REFUND, -Payment.amount),
            else_=0,
        ).label("advance"),
    ).where(Payment.order_id.in_(orders), Payment.center_id == read.center_id)
    marks = dict.fromkeys(orders, PaidMark.NOTHING)
    sums: dict[uuid.UUID, list[int]] = {}
    for row in read.connection.execute(bills.union_all(advances)):
        told = sums.setdefault(row.order_id, [0, 0, 0])
        if row.total > row.credited:
            told[0] += int(row.total - row.credited)
            told[1] += int(row.paid)
        told[2] += int(row.advance)
    for key, (owed, paid, advance) in sums.items():
        marks[key] = _mark(owed, paid, advance)
    return marks


def _mark(owed: int, paid: int, advance: int) -> PaidMark:
    if not owed:
        return PaidMark.ADVANCE if advance > 0 else PaidMark.NOTHING
    if paid >= owed:
        return PaidMark.PAID
    return PaidMark.PART_PAID if paid > 0 else PaidMark.INVOICED
