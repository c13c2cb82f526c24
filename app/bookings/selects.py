"""The statements that the calendar of some days is loaded with.

They are made once: building one anew costs more than a small one takes to run, and a search for a slot asks a dozen.
Each takes ``center``; those of days or moments also ``first`` and ``last``.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import sqlalchemy as sa

from app.bookings.rows import RulesRow
from models.access import Employee
from models.bookings import (
    Absence,
    Bay,
    BayClosure,
    BookingRules,
    BusySpan,
    CalendarDay,
    OpeningHours,
    Shift,
    ShiftDay,
    Skill,
)
from models.centers import Center

_MICROSECONDS = 60_000_000
_NO_TYPE = sa.types.NullType()

_HERE: Final[Any] = sa.bindparam("center")
_FIRST: Final[Any] = sa.bindparam("first")
_LAST: Final[Any] = sa.bindparam("last")


@cache
def center() -> sa.Select[Any]:
    """Zone, country and language of the center."""
    c = Center.__table__.c
    return sa.select(c.time_zone, c.country, c.language).where(c.id == _HERE)


@cache
def rules() -> sa.Select[Any]:
    """How the center books."""
    t = BookingRules.__table__.c
    return sa.select(*(t[name] for name in RulesRow.__slots__)).where(t.center_id == _HERE)


@cache
def hours() -> sa.Select[Any]:
    """Hours of the weekdays."""
    h = OpeningHours.__table__.c
    return sa.select(h.weekday, h.opens_minute, h.closes_minute, h.breaks).where(
        h.center_id == _HERE
    )


@cache
def own_days() -> sa.Select[Any]:
    """Days unlike their weekday, from the first to the last."""
    d = CalendarDay.__table__.c
    return sa.select(d.day_on, d.kind, d.name, d.opens_minute, d.closes_minute, d.breaks).where(
        d.center_id == _HERE, d.day_on.between(_FIRST, _LAST)
    )


@cache
def all_bays() -> sa.Select[Any]:
    """Bays in their order, archived ones left out."""
    b = Bay.__table__.c
    return (
        sa.select(b.id, b.name, b.abilities, b.department)
        .where(b.center_id == _HERE, b.archived_at.is_(None))
        .order_by(b.position, b.id)
    )


@cache
def closures() -> sa.Select[Any]:
    """When bays cannot be used, between two moments."""
    c = BayClosure.__table__.c
    return (
        sa.select(c.bay_id, c.starts_at, c.ends_at, c.why)
        .where(c.center_id == _HERE, c.ends_at > _FIRST, c.starts_at < _LAST)
        .order_by(c.starts_at)
    )


@cache
def shifts() -> sa.Select[Any]:
    """Everybody's week; ids and breaks as the driver gives them."""
    s = Shift.__table__.c
    return sa.select(
        sa.type_coerce(s.employee_id, _NO_TYPE),
        s.weekday,
        s.starts_minute,
        s.ends_minute,
        sa.type_coerce(s.breaks, _NO_TYPE),
    ).where(s.center_id == _HERE)


@cache
def shift_days() -> sa.Select[Any]:
    """Dated exceptions of weeks, from the first day to the last."""
    x = ShiftDay.__table__.c
    return sa.select(x.employee_id, x.day_on, x.starts_minute, x.ends_minute, x.breaks).where(
        x.center_id == _HERE, x.day_on.between(_FIRST, _LAST)
    )


@cache
def employees() -> sa.Select[Any]:
    """People by name, archived ones left out."""
    e = Employee.__table__.c
    return (
        sa.select(e.id, e.name, e.position)
        .where(e.center_id == _HERE, e.archived_at.is_(None))
        .order_by(e.name, e.id)
    )


@cache
def absences() -> sa.Select[Any]:
    """Who is not there on a day from the first to the last."""
    a = Absence.__table__.c
    return (
        sa.select(a.employee_id, a.from_on, a.until_on, a.reason)
        .where(a.center_id == _HERE, a.until_on >= _FIRST, a.from_on <= _LAST)
        .order_by(a.from_on)
    )


@cache
def skills() -> sa.Select[Any]:
    """What people know, and until when."""
    k = Skill.__table__.c
    return sa.select(k.employee_id, k.code, k.valid_until_on).where(k.center_id == _HERE)


def _minutes_of_microseconds(column: Any) -> Any:  # noqa: ANN401  columns have no type here
    return sa.type_coerce(column, sa.BigInteger()) // _MICROSECONDS


def _minutes_of_moments(column: Any) -> Any:  # noqa: ANN401  as above
    return sa.cast(sa.func.floor(sa.extract("epoch", column) / 60), sa.BigInteger)


_COUNT: Mapping[str, Callable[[Any], Any]] = {
    "sqlite": _minutes_of_microseconds,
    "postgresql": _minutes_of_moments,
}
"""A column as a whole minute, counted by the database: a datetime for each row would cost more than the row."""


@cache
def taken(dialect: str) -> sa.Select[Any]:
    """What is taken between two moments, in the order of its ends: also ``far``, behind the last, and ``now``."""
    t = BusySpan.__table__.c
    count = _COUNT[dialect]
    return (
        sa.select(
            count(t.starts_at),
            count(t.ends_at),
            count(t.part_starts_at),
            count(t.part_ends_at),
            sa.type_coerce(sa.func.coalesce(t.appointment_id, t.transport_id), _NO_TYPE),
            sa.type_coerce(t.is_overbooked, _NO_TYPE),
            sa.type_coerce(t.bay_id, _NO_TYPE),
            sa.type_coerce(t.employee_id, _NO_TYPE),
        )
        .where(
            t.center_id == _HERE,
            t.ends_at > _FIRST,
            # a span is of one day, so the other bound keeps the index from being read to its end
            t.ends_at < sa.bindparam("far"),
            t.starts_at < _LAST,
            sa.or_(t.hold_until_at.is_(None), t.hold_until_at > sa.bindparam("now")),
        )
        .order_by(t.ends_at)
    )
