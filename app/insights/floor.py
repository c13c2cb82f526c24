"""The floor: which cars are here and in what state, what is promised for the day, who waits for whom."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.clock import local_day
from app.kernel.tx import Read
from models.access import Permission
from models.base import table_of
from models.money import Money
from models.order_flow import DONE, WAITING, OrderState
from models.vehicles import Vehicle
from models.work_orders import Concern, Job, OrderTransition, WorkOrder

_S = OrderState
_CONCERNS: Final = table_of(Concern)
_JOBS: Final = table_of(Job)
_TRANSITIONS: Final = table_of(OrderTransition)
_ORDERS: Final = table_of(WorkOrder)
_VEHICLES: Final = table_of(Vehicle)

SHOP_STATES: Final = (
    _S.CHECKED_IN,
    _S.AWAITING_APPROVAL,
    _S.APPROVED,
    _S.ASSIGNED,
    _S.IN_PROGRESS,
    _S.QUALITY_CHECK,
    _S.PARTS_PENDING,
    _S.ON_HOLD,
    _S.READY,
)
"""States in which the car stands in the shop, in the order of its way through it."""

_BEFORE: Final = (_S.DRAFT, _S.AWAITING_VEHICLE)
_OPEN: Final = (*_BEFORE, *SHOP_STATES, _S.NO_RESPONSE)
_MOST: Final = 500
"""Orders that are looked at one by one; the counts are of all."""
_UNCOLLECTED: Final = 60
_UNCOLLECTED_DAYS: Final = 14


class PromiseMark(StrEnum):
    """How a promise stands, as the list of orders has it. At risk: the shop waits for somebody."""

    DONE = "done"
    ON_TIME = "on_time"
    AT_RISK = "at_risk"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class CarRow:
    """An order as the day knows it; ``since_at`` is when it came to its state. ``model`` is without the make."""

    order_id: uuid.UUID
    version: int
    number: str
    state: OrderState
    plate: str | None
    vehicle: str
    model: str
    since_at: datetime


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A car that is promised for today, or was promised before and is not ready."""

    car: CarRow
    promised_at: datetime
    mark: PromiseMark


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """A car that came today (``checked_in_at``) or is waited for; ``what`` is the first thing it comes for."""

    car: CarRow
    checked_in_at: datetime | None
    promised_at: datetime | None
    what: str


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """An order whose customer has not answered; ``amount`` is None for those who may not see money."""

    car: CarRow
    amount: Money | None


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many cars stand in a state."""

    state: OrderState
    count: int


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor at a moment. The lists are whole up to the newest 500 open orders; ``states`` counts all."""

    states: tuple[StateCount, ...]
    promises: tuple[PromiseRow, ...]
    arrivals: tuple[ArrivalRow, ...]
    approvals: tuple[ApprovalRow, ...]
    uncollected: tuple[CarRow, ...]
    stuck: tuple[CarRow, ...]

    @property
    def in_shop(self) -> int:
        """How many cars are in the shop."""
        return sum(each.count for each in self.states)


_SINCE = (
    sa.select(_TRANSITIONS.c.at)
    .where(_TRANSITIONS.c.order_id == _ORDERS.c.id)
    .order_by(_TRANSITIONS.c.id.desc())
    .limit(1)
    .correlate(_ORDERS)
    .scalar_subquery()
)
_CONCERN = (
    sa.select(_CONCERNS.c.words)
    .where(_CONCERNS.c.order_id == _ORDERS.c.id)
    .order_by(_CONCERNS.c.sort)
    .limit(1)
    .correlate(_ORDERS)
    .scalar_subquery()
)
_JOB = (
    sa.select(_JOBS.c.name)
    .where(_JOBS.c.order_id == _ORDERS.c.id)
    .order_by(_JOBS.c.sort)
    .limit(1)
    .correlate(_ORDERS)
    .scalar_subquery()
)
_CARS = sa.select(
    _ORDERS.c.id,
    _ORDERS.c.version,
    _ORDERS.c.number,
    _ORDERS.c.state,
    _ORDERS.c.promised_at,
    _ORDERS.c.checked_in_at,
    _ORDERS.c.made_at,
    _ORDERS.c.proposed_amount,
    _ORDERS.c.total_amount,
    _ORDERS.c.currency,
    _VEHICLES.c.plate,
    _VEHICLES.c.make,
    _VEHICLES.c.model,
    _SINCE.label("since_at"),
    sa.func.coalesce(_CONCERN, _JOB, "").label("what"),
).join(_VEHICLES, _VEHICLES.c.id == _ORDERS.c.vehicle_id)

_NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
_Row = sa.Row[*tuple[Any, ...]]


def look_at_floor(read: Read, *, now: datetime, time_zone: str) -> Floor:
    """The floor now, in three selects."""
    here = _newest(read, _OPEN, _MOST)
    recent = now - timedelta(days=_UNCOLLECTED_DAYS)
    gone = [
        row
        for row in _newest(read, (_S.COMPLETED,), _UNCOLLECTED)
        if (row.since_at or row.made_at) >= recent
    ]
    today = local_day(now, time_zone)
    promises = [_promise(row, now=now, time_zone=time_zone) for row in (*here, *gone)]
    arrivals = [
        ArrivalRow(_car(row), row.checked_in_at, row.promised_at, row.what)
        for row in (*here, *gone)
        if row.state == _S.AWAITING_VEHICLE
        or (row.checked_in_at is not None and local_day(row.checked_in_at, time_zone) == today)
    ]
    approvals = [
        ApprovalRow(_car(row), _asked(read, row))
        for row in here
        if row.state == _S.AWAITING_APPROVAL
    ]
    uncollected = [_car(row) for row in (*here, *gone) if row.state in DONE]
    inside = [_car(row) for row in here if row.state in SHOP_STATES and row.state not in DONE]
    return Floor(
        states=_counts(read),
        promises=tuple(sorted(filter(None, promises), key=lambda each: each.promised_at)),
        arrivals=tuple(sorted(arrivals, key=_arriving)),
        approvals=tuple(sorted(approvals, key=lambda each: each.car.since_at)),
        uncollected=tuple(sorted(uncollected, key=lambda each: each.since_at)),
        stuck=tuple(sorted(inside, key=lambda each: each.since_at)),
    )


def _newest(read: Read, states: Sequence[OrderState], limit: int) -> Sequence[_Row]:
    return read.connection.execute(
        _CARS.where(_ORDERS.c.center_id == read.center_id, _ORDERS.c.state.in_(states))
        .order_by(_ORDERS.c.id.desc())
        .limit(limit)
    ).all()


def _counts(read: Read) -> tuple[StateCount, ...]:
    rows = read.connection.execute(
        sa.select(_ORDERS.c.state, sa.func.count())
        .where(_ORDERS.c.center_id == read.center_id, _ORDERS.c.state.in_(SHOP_STATES))
        .group_by(_ORDERS.c.state)
    )
    found = {state: int(count) for state, count in rows}
    return tuple(StateCount(state, found[state]) for state in SHOP_STATES if state in found)


def _car(row: _Row) -> CarRow:
    return CarRow(
        row.id,
        row.version,
        row.number,
        row.state,
        row.plate,
        f"{row.make} {row.model}".strip(),
        row.model or row.make,
        row.since_at or row.made_at,
    )


def _asked(read: Read, row: _Row) -> Money | None:
    if not read.can(Permission.MONEY_SEE):
        return None
    return Money(row.proposed_amount or row.total_amount, row.currency)


def _promise(row: _Row, *, now: datetime, time_zone: str) -> PromiseRow | None:
    """The promise if it belongs to today's strip: of today, or late from days before and still in the shop."""
    if row.promised_at is None:
        return None
    on, today = local_day(row.promised_at, time_zone), local_day(now, time_zone)
    if on > today or (on < today and (row.state in DONE or row.state not in SHOP_STATES)):
        return None
    if row.state in DONE:
        mark = PromiseMark.DONE
    elif row.promised_at < now:
        mark = PromiseMark.LATE
    elif row.state in WAITING:
        mark = PromiseMark.AT_RISK
    else:
        mark = PromiseMark.ON_TIME
    return PromiseRow(_car(row), row.promised_at, mark)


def _arriving(row: ArrivalRow) -> tuple[bool, float]:
    """Those who are waited for, the earliest promise first; then those who came, the last one first."""
    if row.checked_in_at is not None:
        return True, -row.checked_in_at.timestamp()
    return False, (row.promised_at or _NEVER).timestamp()
