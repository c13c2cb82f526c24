"""The Today page in one read: only what the actor may see, and only what the data knows."""

from dataclasses import dataclass
from datetime import date, datetime

from app import centers
from app.insights.debts import Owed, debts
from app.insights.figures import (
    Comparison,
    LoadDay,
    PersonHours,
    Turnover,
    compare_months,
    hours_by_person,
    turnover,
    week_load,
)
from app.insights.floor import Floor, look_at_floor
from app.insights.shelf import LowStock, low_stock
from app.kernel.clock import local_day
from app.kernel.standing import SyncView, get_sync
from app.kernel.tx import Read
from models.access import Permission

_LOW = 12
_OWED = 12


@dataclass(frozen=True, slots=True)
class TodayView:
    """The shop at a moment. ``turnover`` and ``comparison`` are None without the right to the shop's figures."""

    at: datetime
    on: date
    floor: Floor
    low: LowStock
    sync: SyncView
    hours: tuple[PersonHours, ...]
    load: tuple[LoadDay, ...]
    turnover: Turnover | None
    comparison: Comparison | None


def today(read: Read, *, now: datetime) -> TodayView:
    """Everything that Today shows but the debts, which ``owed`` sums over all books."""
    center = centers.get_center(read)
    on = local_day(now, center.time_zone)
    figures = read.can(Permission.REPORTS_MONEY)
    return TodayView(
        at=now,
        on=on,
        floor=look_at_floor(read, now=now, time_zone=center.time_zone),
        low=low_stock(read, limit=_LOW),
        sync=get_sync(read),
        hours=hours_by_person(read, on, center.time_zone),
        load=week_load(read, on, center.time_zone),
        turnover=turnover(read, on, center.time_zone, center.currency) if figures else None,
        comparison=compare_months(read, on, center.time_zone, center.currency) if figures else None,
    )


def owed(read: Read, *, now: datetime) -> Owed | None:
    """What is not paid; None without the right to see money. Slower than the rest: it sums over all books."""
    if not read.can(Permission.MONEY_SEE):
        return None
    center = centers.get_center(read)
    return debts(read, local_day(now, center.time_zone), center.currency, limit=_OWED)
