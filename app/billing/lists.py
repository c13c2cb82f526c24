"""Lists of billing: invoices by what is to be done with them, their sums and ages, and the money of a day."""

import itertools
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from app.billing.open_bills import open_bills
from app.billing.reads import settlement
from app.kernel import search
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceState,
    OpenBill,
    Payment,
    PaymentKind,
    PaymentMethod,
    Settlement,
)
from models.customers import Customer
from models.money import Money
from models.order_flow import SEALED
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

AGES: Final = (0, 7, 30, 90)
"""Ends of the classes of age, in days after the due day: not due, a week, a month, a quarter, older."""
_FOUND: Final = 300
_ZONES: Final = timedelta(days=2)
"""More than any calendar day is away from the moment in UTC: lets the index by moment find a day."""


class BillFilter(StrEnum):
    """The saved filters of the list."""

    UNPAID = "unpaid"
    OVERDUE = "overdue"
    TODAY = "today"
    CREDIT_NOTES = "credit_notes"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class BillRow:
    """An invoice or credit note as the list shows it; ``open`` is what is owed on it today."""

    id: uuid.UUID
    kind: InvoiceKind
    number: str
    issued_at: datetime
    issued_on: date
    due_on: date | None
    customer_id: uuid.UUID
    customer: str
    plate: str | None
    vehicle: str
    order_id: uuid.UUID | None
    order_number: str | None
    total: Money
    open: Money
    settlement: Settlement


@dataclass(frozen=True, slots=True)
class Tally:
    """How many documents, and their sum: what is open of those to be paid, else what they amount to."""

    count: int
    sum: Money


@dataclass(frozen=True, slots=True)
class BillCounts:
    """The figures above the list. ``ages`` has one sum more than ``AGES`` has ends."""

    by: dict[BillFilter, Tally]
    ages: tuple[Money, ...]


_NOTE = sa.orm.aliased(Invoice, name="note")
_CREDITED = (
    sa.select(sa.func.coalesce(sa.func.sum(_NOTE.total_amount), 0))
    .where(_NOTE.corrects_id == Invoice.id, _NOTE.state == InvoiceState.ISSUED)
    .correlate(Invoice)
    .scalar_subquery()
)
_TAKEN = (
    sa.select(sa.func.coalesce(sa.func.sum(Allocation.amount), 0))
    .where(Allocation.invoice_id == Invoice.id)
    .correlate(Invoice)
    .scalar_subquery()
)
_GIVEN_BACK = (
    sa.select(sa.func.coalesce(sa.func.sum(Allocation.amount), 0))
    .join(Payment, Payment.id == Allocation.payment_id)
    .where(Allocation.invoice_id == Invoice.id, Payment.kind == PaymentKind.REFUND)
    .correlate(Invoice)
    .scalar_subquery()
)
# Money goes back only where a credit note freed it: the payments of all other bills need no look.
_PAID = _TAKEN - 2 * sa.case((_CREDITED > 0, _GIVEN_BACK), else_=0)
_LIST = (
    sa.select(
        Invoice.id,
        Invoice.kind,
        Invoice.number,
        Invoice.issued_at,
        Invoice.issued_on,
        Invoice.due_on,
        Invoice.customer_id,
        Customer.name.label("customer_name"),
        Vehicle.plate,
        Vehicle.make,
        Vehicle.model,
        Invoice.order_id,
        WorkOrder.number.label("order_number"),
        Invoice.total_amount,
        Invoice.currency,
        _CREDITED.label("credited"),
        _PAID.label("paid"),
    )
    .join(Customer, Customer.id == Invoice.customer_id)
    .outerjoin(Vehicle, Vehicle.id == Invoice.vehicle_id)
    .outerjoin(WorkOrder, WorkOrder.id == Invoice.order_id)
    .where(Invoice.state == InvoiceState.ISSUED)
)


def _chosen(which: BillFilter, today: date) -> list[sa.ColumnElement[bool]]:
    if which == BillFilter.TODAY:
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        return [Invoice.issued_on == today, Invoice.issued_at >= midnight - _ZONES]
    if which == BillFilter.CREDIT_NOTES:
        return [Invoice.kind == InvoiceKind.CREDIT_NOTE, Invoice.corrects_id.is_not(None)]
    return []


def find_bills(
    read: Read,
    which: BillFilter = BillFilter.ALL,
    *,
    today: date,
    text: str = "",
    after: tuple[datetime, uuid.UUID] | None = None,
    limit: int = 60,
) -> list[BillRow]:
    """A page of issued documents, newest first; ``after`` is (issued_at, id) of the last row seen.

    ``text`` finds by number, order, plate, and the customer's name or phone.
    """
    read.require(Permission.MONEY_SEE)
    place: tuple[sa.orm.InstrumentedAttribute[Any], ...] = (Invoice.issued_at, Invoice.id)
    if which in {BillFilter.UNPAID, BillFilter.OVERDUE}:
        # read in the order of the few that are open
        place = (OpenBill.issued_at, OpenBill.id)
        query = _LIST.join(OpenBill, OpenBill.id == Invoice.id).where(
            OpenBill.center_id == read.center_id
        )
        if which == BillFilter.OVERDUE:
            query = query.where(OpenBill.due_on < today)
    else:
        query = _LIST.where(Invoice.center_id == read.center_id, *_chosen(which, today))
    if text.strip():
        query = query.where(_matching(read, text))
    if after:
        last = [sa.literal(value, col.type) for value, col in zip(after, place, strict=True)]
        query = query.where(sa.tuple_(*place) < sa.tuple_(*last))
    rows = read.connection.execute(query.order_by(*(col.desc() for col in place)).limit(limit))
    return [_bill(row, today) for row in rows]


def _matching(read: Read, text: str) -> sa.ColumnElement[bool]:
    hits = search.find(
        read.connection, read.center_id, text, kinds={"invoice", "customer"}, limit=_FOUND
    )
    bills = [hit.subject_id for hit in hits if hit.kind == "invoice"]
    people = [hit.subject_id for hit in hits if hit.kind == "customer"]
    return sa.or_(
        Invoice.id.in_(bills), Invoice.corrects_id.in_(bills), Invoice.customer_id.in_(people)
    )


def _bill(row: sa.Row[*tuple[Any, ...]], today: date) -> BillRow:
    credited, paid = int(row.credited), int(row.paid)
    is_note = row.kind == InvoiceKind.CREDIT_NOTE
    open_ = 0 if is_note else row.total_amount - credited - paid
    return BillRow(
        row.id,
        row.kind,
        row.number,
        row.issued_at,
        row.issued_on,
        row.due_on,
        row.customer_id,
        row.customer_name or "—",
        row.plate,
        f"{row.make or ''} {row.model or ''}".strip(),
        row.order_id,
        row.order_number,
        Money(row.total_amount, row.currency),
        Money(open_, row.currency),
        Settlement.CREDITED
        if is_note
        else settlement(open_, row.total_amount, credited, paid, row.due_on, today),
    )


def count_bills(read: Read, *, today: date, currency: str) -> BillCounts:
    """The counts and sums of every filter, and the ages of what is owed: the open are few, the rest only summed."""
    read.require(Permission.MONEY_SEE)
    owed = open_bills(read.center_id)
    late = owed.c.due_on < today
    sums: list[sa.ColumnElement[Any]] = [_many(sa.true()), _sum(sa.true(), owed.c.open)]
    sums += [_many(late), _sum(late, owed.c.open)]
    sums += [_sum(age, owed.c.open) for age in _ages(owed.c.due_on, today)]
    debts = [int(value) for value in read.connection.execute(sa.select(*sums)).one()]

    def tally(which: BillFilter, kind: InvoiceKind) -> Tally:
        statement = sa.select(
            sa.func.count(), sa.func.coalesce(sa.func.sum(Invoice.total_amount), 0)
        ).where(
            Invoice.center_id == read.center_id,
            Invoice.state == InvoiceState.ISSUED,
            Invoice.kind == kind,
            *(_chosen(which, today) if which == BillFilter.TODAY else ()),
        )
        count, amount = read.connection.execute(statement).one()
        return Tally(int(count), Money(int(amount), currency))

    return BillCounts(
        {
            BillFilter.UNPAID: Tally(debts[0], Money(debts[1], currency)),
            BillFilter.OVERDUE: Tally(debts[2], Money(debts[3], currency)),
            BillFilter.TODAY: tally(BillFilter.TODAY, InvoiceKind.INVOICE),
            BillFilter.CREDIT_NOTES: tally(BillFilter.CREDIT_NOTES, InvoiceKind.CREDIT_NOTE),
            BillFilter.ALL: tally(BillFilter.ALL, InvoiceKind.INVOICE),
        },
        tuple(Money(amount, currency) for amount in debts[4:]),
    )


def count_unpaid(read: Read) -> int:
    """How many invoices are not wholly paid; 0 for those who may not see money."""
    if not read.can(Permission.MONEY_SEE):
        return 0
    owed = open_bills(read.center_id)
    return int(read.connection.execute(sa.select(sa.func.count()).select_from(owed)).scalar_one())


def _many(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def _sum(condition: sa.ColumnElement[bool], amount: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, amount), else_=0)), 0)


def _ages(due_on: sa.ColumnElement[Any], today: date) -> Sequence[sa.ColumnElement[bool]]:
    ends = [today - timedelta(days=days) for days in AGES]
    first = sa.or_(due_on.is_(None), due_on >= ends[0])
    between = [
        sa.and_(due_on < newer, due_on >= older) for newer, older in itertools.pairwise(ends)
    ]
    return [first, *between, due_on < ends[-1]]


@dataclass(frozen=True, slots=True)
class UnbilledRow:
    """A completed order without a standing invoice."""

    order_id: uuid.UUID
    number: str
    completed_at: datetime
    customer: str
    plate: str | None
    vehicle: str
    total: Money


def list_unbilled(
    read: Read, *, text: str = "", after: tuple[datetime, uuid.UUID] | None = None, limit: int = 60
) -> list[UnbilledRow]:
    """Completed orders that wait for their invoice, newest first; ``after`` is (completed_at, id) of the last row."""
    read.require(Permission.MONEY_SEE)
    standing = (
        sa.select(Invoice.id)
        .where(
            Invoice.order_id == WorkOrder.id,
            Invoice.kind == InvoiceKind.INVOICE,
            Invoice.state == InvoiceState.ISSUED,
            sa.or_(Invoice.total_amount > _CREDITED, Invoice.total_amount == 0),
        )
        .exists()
    )
    query = (
        sa.select(
            WorkOrder.id,
            WorkOrder.number,
            WorkOrder.completed_at,
            WorkOrder.total_amount,
            WorkOrder.currency,
            Customer.name.label("customer_name"),
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.state.in_(SEALED),
            WorkOrder.completed_at.is_not(None),
            ~standing,
        )
    )
    if text.strip():
        kinds = {"work_order", "customer"}
        hits = search.find(read.connection, read.center_id, text, kinds=kinds, limit=_FOUND)
        query = query.where(
            sa.or_(
                WorkOrder.id.in_([hit.subject_id for hit in hits if hit.kind == "work_order"]),
                WorkOrder.customer_id.in_([h.subject_id for h in hits if h.kind == "customer"]),
            )
        )
    if after:
        query = query.where(
            sa.tuple_(WorkOrder.completed_at, WorkOrder.id)
            < sa.tuple_(
                sa.literal(after[0], WorkOrder.completed_at.type),
                sa.literal(after[1], WorkOrder.id.type),
            )
        )
    rows = read.connection.execute(
        query.order_by(WorkOrder.completed_at.desc(), WorkOrder.id.desc()).limit(limit)
    )
    return [
        UnbilledRow(
            r.id,
            r.number,
            r.completed_at,
            r.customer_name or "—",
            r.plate,
            f"{r.make} {r.model}".strip(),
            Money(r.total_amount, r.currency),
        )
        for r in rows
    ]


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Money that moved: which way, how much, for what, and who took it. ``for_number`` is a bill's or an order's."""

    id: uuid.UUID
    number: str
    kind: PaymentKind
    method: PaymentMethod
    amount: Money
    at: datetime
    by: str
    customer: str
    for_number: str
    invoice_id: uuid.UUID | None
    order_id: uuid.UUID | None
    reference: str | None
    reason: str | None


def list_payments(read: Read, on: date) -> list[PaymentRow]:
    """Every movement of money of a day of the center's calendar, in order."""
    read.require(Permission.MONEY_SEE)
    bill = (
        sa.select(Allocation.invoice_id)
        .where(Allocation.payment_id == Payment.id)
        .order_by(Allocation.id)
        .limit(1)
        .correlate(Payment)
        .scalar_subquery()
    )
    day = (
        sa.select(Payment.__table__, bill.label("bill_id"))
        .where(Payment.center_id == read.center_id, Payment.on_day == on)
        .subquery()
    )
    rows = read.connection.execute(
        sa.select(
            day,
            Customer.name.label("customer_name"),
            Employee.name.label("by_name"),
            Invoice.number.label("bill_number"),
            WorkOrder.number.label("order_number"),
        )
        .join(Customer, Customer.id == day.c.customer_id)
        .join(Employee, Employee.id == day.c.by_id)
        .outerjoin(Invoice, Invoice.id == day.c.bill_id)
        .outerjoin(WorkOrder, WorkOrder.id == day.c.order_id)
        .order_by(day.c.id)
    )
    return [
        PaymentRow(
            r.id,
            r.number,
            r.kind,
            r.method,
            Money(r.amount, r.currency),
            r.at,
            r.by_name,
            r.customer_name or "—",
            r.bill_number or r.order_number or "",
            r.bill_id,
            r.order_id,
            r.reference,
            r.reason,
        )
        for r in rows
    ]
