"""The figures of Today: turnover by day, hours by person, the load of the week, this month beside the last."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

import sqlalchemy as sa

from app.insights.floor import SHOP_STATES
from app.kernel.clock import local_day, zone
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.billing import Invoice, InvoiceKind, InvoiceLine, InvoiceState
from models.catalog import ItemKind
from models.money import Money, ratio_half_up
from models.order_flow import DROPPED, Approval, LineState, OrderState
from models.work_orders import Job, OrderLine, WorkOrder

HOUR_UNITS: Final = ("h", "hr", "hrs", "н/ч", "нч", "ч", "час")
"""How price lists spell the norm hour; other labour has a fixed price and no hours."""

_NOTHING: Final = Decimal(0)
_LOOK_BACK: Final = timedelta(days=60)
"""How long before a promise or a completion an order may have been opened and still count: dates of orders have an
index by opening only."""
_UNPLANNED: Final = frozenset({OrderState.CANCELLED, OrderState.DECLINED})
_BUSY: Final = frozenset(SHOP_STATES) - {OrderState.READY}
_PEOPLE: Final = 12


@dataclass(frozen=True, slots=True)
class TurnoverDay:
    """What was invoiced on a day, less what was credited."""

    on: date
    sum: Money


@dataclass(frozen=True, slots=True)
class Turnover:
    """Every day of the month so far, and their sum."""

    days: tuple[TurnoverDay, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class PersonHours:
    """Norm hours of a person: invoiced this week, and in hand (agreed and not done) now."""

    name: str
    sold: Decimal
    in_hand: Decimal


@dataclass(frozen=True, slots=True)
class LoadDay:
    """Norm hours of the orders promised for a day."""

    on: date
    hours: Decimal
    cars: int


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Completed orders of a month: how many, their average, margin of all, and how many kept their promise.

    Shares are percents; None where there is nothing to divide by, or for those who may not see it.
    """

    orders: int
    average: Money | None
    margin_percent: Decimal | None
    on_time_percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """This month so far, and the whole month before it; ``month`` and ``before`` are their first days."""

    month: date
    this: MonthFigures
    before: date
    last: MonthFigures


def month_begin(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def _moment(day: date, time_zone: str) -> datetime:
    """Midnight on the center's wall clock at the beginning of a day."""
    return datetime.combine(day, time(), zone(time_zone))


def turnover(read: Read, today: date, time_zone: str, currency: str) -> Turnover:
    """The month's turnover by day; one select over the documents of the month. NotAllowedError."""
    read.require(Permission.REPORTS_MONEY)
    begin = month_begin(today)
    rows = read.connection.execute(
        sa.select(Invoice.issued_on, Invoice.kind, sa.func.sum(Invoice.total_amount))
        .where(
            Invoice.center_id == read.center_id,
            Invoice.state == InvoiceState.ISSUED,
            Invoice.issued_at >= _moment(begin, time_zone),
        )
        .group_by(Invoice.issued_on, Invoice.kind)
    )
    sums: defaultdict[date, int] = defaultdict(int)
    for on, kind, amount in rows:
        if on is not None:
            sums[on] += -int(amount) if kind == InvoiceKind.CREDIT_NOTE else int(amount)
    days = tuple(
        TurnoverDay(on, Money(sums[on], currency))
        for on in (begin + timedelta(days=n) for n in range((today - begin).days + 1))
    )
    return Turnover(days, Money(sum(day.sum.minor for day in days), currency))


def hours_by_person(read: Read, today: date, time_zone: str) -> tuple[PersonHours, ...]:
    """Hours sold this week and hours in hand, by the person of the line; two selects."""
    begin = today - timedelta(days=today.weekday())
    sold = read.connection.execute(
        sa.select(OrderLine.technician_id, Invoice.kind, InvoiceLine.qty)
        .join(InvoiceLine, InvoiceLine.invoice_id == Invoice.id)
        .join(OrderLine, OrderLine.id == InvoiceLine.order_line_id)
        .where(
            Invoice.center_id == read.center_id,
            Invoice.state == InvoiceState.ISSUED,
            Invoice.issued_at >= _moment(begin, time_zone),
            InvoiceLine.kind == ItemKind.LABOUR.value,
            InvoiceLine.unit.in_(HOUR_UNITS),
        )
    )
    done: defaultdict[uuid.UUID | None, Decimal] = defaultdict(Decimal)
    for who, kind, qty in sold:
        done[who] += -qty if kind == InvoiceKind.CREDIT_NOTE else qty
    doing: defaultdict[uuid.UUID | None, Decimal] = defaultdict(Decimal)
    for line, order, qty in read.connection.execute(
        sa.select(OrderLine.technician_id, WorkOrder.technician_id, OrderLine.qty)
        .join(OrderLine, OrderLine.order_id == WorkOrder.id)
        .join(Job, Job.id == OrderLine.job_id)
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.state.in_(_BUSY),
            OrderLine.kind == ItemKind.LABOUR.value,
            OrderLine.unit.in_(HOUR_UNITS),
            OrderLine.state != LineState.DONE,
            OrderLine.state.not_in(DROPPED),
            Job.approval == Approval.APPROVED,
        )
    ):
        doing[line or order] += qty
    people = set(done) | set(doing)
    names = _names(read, people)
    found = [PersonHours(names[who], done[who], doing[who]) for who in people if who in names]
    found.sort(key=lambda each: (-each.sold, -each.in_hand, each.name))
    return tuple(found[:_PEOPLE])


def _names(read: Read, people: set[uuid.UUID | None]) -> dict[uuid.UUID | None, str]:
    rows = read.connection.execute(
        sa.select(Employee.id, Employee.name).where(
            Employee.id.in_([who for who in people if who is not None])
        )
    )
    return {row.id: row.name for row in rows}


def week_load(read: Read, today: date, time_zone: str) -> tuple[LoadDay, ...]:
    """Monday to Sunday: the hours promised for each day; one select."""
    begin = today - timedelta(days=today.weekday())
    first, last = _moment(begin, time_zone), _moment(begin + timedelta(days=7), time_zone)
    rows = read.connection.execute(
        sa.select(WorkOrder.id, WorkOrder.promised_at, OrderLine.qty)
        .outerjoin(
            OrderLine,
            sa.and_(
                OrderLine.order_id == WorkOrder.id,
                OrderLine.kind == ItemKind.LABOUR.value,
                OrderLine.unit.in_(HOUR_UNITS),
                OrderLine.state.not_in(DROPPED),
            ),
        )
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.made_at >= first - _LOOK_BACK,
            WorkOrder.promised_at >= first,
            WorkOrder.promised_at < last,
            WorkOrder.state.not_in(_UNPLANNED),
        )
    )
    hours: defaultdict[date, Decimal] = defaultdict(Decimal)
    cars: defaultdict[date, set[uuid.UUID]] = defaultdict(set)
    for order_id, promised_at, qty in rows:
        if promised_at is None:
            continue
        on = local_day(promised_at, time_zone)
        hours[on] += qty or _NOTHING
        cars[on].add(order_id)
    days = (begin + timedelta(days=n) for n in range(7))
    return tuple(LoadDay(on, hours[on], len(cars[on])) for on in days)


def compare_months(read: Read, today: date, time_zone: str, currency: str) -> Comparison:
    """Orders completed this month so far beside those of the month before; one select of two rows. NotAllowedError."""
    read.require(Permission.REPORTS_MONEY)
    this = month_begin(today)
    last = month_begin(this - timedelta(days=1))
    is_last = WorkOrder.completed_at < _moment(this, time_zone)
    known = WorkOrder.cost_amount.is_not(None)
    rows = read.connection.execute(
        sa.select(
            is_last.label("is_last"),
            sa.func.count().label("orders"),
            sa.func.sum(WorkOrder.total_amount).label("total"),
            sa.func.sum(sa.case((known, WorkOrder.net_amount), else_=0)).label("net"),
            sa.func.sum(sa.case((known, WorkOrder.cost_amount), else_=0)).label("cost"),
            sa.func.count(WorkOrder.promised_at).label("promised"),
            sa.func.sum(
                sa.case((WorkOrder.completed_at <= WorkOrder.promised_at, 1), else_=0)
            ).label("kept"),
        )
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.made_at >= _moment(last, time_zone) - _LOOK_BACK,
            WorkOrder.completed_at >= _moment(last, time_zone),
        )
        .group_by(is_last)
    )
    found = {bool(row.is_last): row for row in rows}
    with_costs = read.can(Permission.COSTS_SEE)
    now, before = (_month(found.get(key), currency, with_costs=with_costs) for key in (False, True))
    return Comparison(this, now, last, before)


def _month(
    row: sa.Row[*tuple[Any, ...]] | None, currency: str, *, with_costs: bool
) -> MonthFigures:
    """The sums of a month divided, halves of a minor unit up."""
    if row is None:
        return MonthFigures(0, None, None, None)
    orders, net = int(row.orders), int(row.net)
    return MonthFigures(
        orders,
        Money(ratio_half_up(int(row.total), orders), currency),
        _percent(net - int(row.cost), net) if with_costs else None,
        _percent(int(row.kept), int(row.promised)),
    )


def _percent(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1")) if whole else None
