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
from models.base import table_of
from models.billing import Invoice, InvoiceKind, InvoiceLine, InvoiceState
from models.money import Money, ratio_half_up
from models.order_flow import DROPPED, Approval, ItemKind, LineState, OrderState
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
_EMPLOYEES: Final = table_of(Employee)
_INVOICES: Final = table_of(Invoice)
_SOLD: Final = table_of(InvoiceLine)
_JOBS: Final = table_of(Job)
_LINES: Final = table_of(OrderLine)
_ORDERS: Final = table_of(WorkOrder)


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
        sa.select(_INVOICES.c.issued_on, _INVOICES.c.kind, sa.func.sum(_INVOICES.c.total_amount))
        .where(
            _INVOICES.c.center_id == read.center_id,
            _INVOICES.c.state == InvoiceState.ISSUED,
            _INVOICES.c.issued_at >= _moment(begin, time_zone),
        )
        .group_by(_INVOICES.c.issued_on, _INVOICES.c.kind)
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
        sa.select(_LINES.c.technician_id, _INVOICES.c.kind, _SOLD.c.qty)
        .join(_SOLD, _SOLD.c.invoice_id == _INVOICES.c.id)
        .join(_LINES, _LINES.c.id == _SOLD.c.order_line_id)
        .where(
            _INVOICES.c.center_id == read.center_id,
            _INVOICES.c.state == InvoiceState.ISSUED,
            _INVOICES.c.issued_at >= _moment(begin, time_zone),
            _SOLD.c.kind == ItemKind.LABOUR.value,
            _SOLD.c.unit.in_(HOUR_UNITS),
        )
    )
    done: defaultdict[uuid.UUID | None, Decimal] = defaultdict(Decimal)
    for who, kind, qty in sold:
        done[who] += -qty if kind == InvoiceKind.CREDIT_NOTE else qty
    doing: defaultdict[uuid.UUID | None, Decimal] = defaultdict(Decimal)
    for line, order, qty in read.connection.execute(
        sa.select(_LINES.c.technician_id, _ORDERS.c.technician_id, _LINES.c.qty)
        .join(_LINES, _LINES.c.order_id == _ORDERS.c.id)
        .join(_JOBS, _JOBS.c.id == _LINES.c.job_id)
        .where(
            _ORDERS.c.center_id == read.center_id,
            _ORDERS.c.state.in_(_BUSY),
            _LINES.c.kind == ItemKind.LABOUR.value,
            _LINES.c.unit.in_(HOUR_UNITS),
            _LINES.c.state != LineState.DONE,
            _LINES.c.state.not_in(DROPPED),
            _JOBS.c.approval == Approval.APPROVED,
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
        sa.select(_EMPLOYEES.c.id, _EMPLOYEES.c.name).where(
            _EMPLOYEES.c.id.in_([who for who in people if who is not None])
        )
    )
    return {row.id: row.name for row in rows}


def week_load(read: Read, today: date, time_zone: str) -> tuple[LoadDay, ...]:
    """Monday to Sunday: the hours promised for each day; one select."""
    begin = today - timedelta(days=today.weekday())
    first, last = _moment(begin, time_zone), _moment(begin + timedelta(days=7), time_zone)
    rows = read.connection.execute(
        sa.select(_ORDERS.c.id, _ORDERS.c.promised_at, _LINES.c.qty)
        .outerjoin(
            _LINES,
            sa.and_(
                _LINES.c.order_id == _ORDERS.c.id,
                _LINES.c.kind == ItemKind.LABOUR.value,
                _LINES.c.unit.in_(HOUR_UNITS),
                _LINES.c.state.not_in(DROPPED),
            ),
        )
        .where(
            _ORDERS.c.center_id == read.center_id,
            _ORDERS.c.made_at >= first - _LOOK_BACK,
            _ORDERS.c.promised_at >= first,
            _ORDERS.c.promised_at < last,
            _ORDERS.c.state.not_in(_UNPLANNED),
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
    is_last = _ORDERS.c.completed_at < _moment(this, time_zone)
    known = _ORDERS.c.cost_amount.is_not(None)
    rows = read.connection.execute(
        sa.select(
            is_last.label("is_last"),
            sa.func.count().label("orders"),
            sa.func.sum(_ORDERS.c.total_amount).label("total"),
            sa.func.sum(sa.case((known, _ORDERS.c.net_amount), else_=0)).label("net"),
            sa.func.sum(sa.case((known, _ORDERS.c.cost_amount), else_=0)).label("cost"),
            sa.func.count(_ORDERS.c.promised_at).label("promised"),
            sa.func.sum(
                sa.case((_ORDERS.c.completed_at <= _ORDERS.c.promised_at, 1), else_=0)
            ).label("kept"),
        )
        .where(
            _ORDERS.c.center_id == read.center_id,
            _ORDERS.c.made_at >= _moment(last, time_zone) - _LOOK_BACK,
            _ORDERS.c.completed_at >= _moment(last, time_zone),
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
