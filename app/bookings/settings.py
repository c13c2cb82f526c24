"""Verbs of the calendar's settings: hours, days, bays, who works when, what people know, what can be booked."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.bookings.holidays import regions_of
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    InvalidError,
    NotFoundError,
    invalid,
    say,
)
from app.kernel.numbering import LONGEST, flaw_of
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.base import Base
from models.bookings import (
    Bay,
    BayClosure,
    BookingRules,
    CalendarDay,
    DayKind,
    OpeningHours,
    ServiceType,
)

_DAY = 1440
_WEEK = 7
_LONGEST = 60 * 24 * 30
_SETTINGS = Permission.BOOKINGS_SETTINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A weekday's hours, minutes of the wall clock; both None: closed, or a day off."""

    weekday: int
    starts_minute: int | None = None
    ends_minute: int | None = None
    breaks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHours:
    """The center's week; a weekday that is not named stays."""

    hours: Sequence[Hours]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDay:
    """A day unlike its weekday, by its date: closed, or with other hours (also over a public holiday)."""

    day_on: date
    kind: DayKind
    name: str = ""
    opens_minute: int | None = None
    closes_minute: int | None = None
    breaks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOf:
    """Names a date."""

    day_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveBay:
    """A bay, new (``bay_id`` None) or changed."""

    bay_id: uuid.UUID | None = None
    version: int | None = None
    name: str
    department: str = ""
    position: int = 0
    abilities: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOf:
    """Names a record of the settings."""

    record_id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseBay:
    """A bay cannot be used for a time; what is booked there stays and is to be moved."""

    bay_id: uuid.UUID
    starts_at: datetime
    ends_at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveServiceType:
    """What can be booked, new (``service_type_id`` None) or changed."""

    service_type_id: uuid.UUID | None = None
    version: int | None = None
    name: str
    minutes: int
    department: str = ""
    position: int = 0
    ability: str | None = None
    skill: str | None = None
    buffer_before: int = 0
    buffer_after: int = 0
    day_cap: int | None = None
    is_public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBookingRules:
    """How the center books; ``version`` 0 when nothing was ever set."""

    version: int
    uses_public_holidays: bool = True
    holiday_region: str = ""
    step_minutes: int = 30
    hold_minutes: int = 15
    late_minutes: int = 15
    typical_minutes: int = 60
    full_percent: int = 90
    contact_days: int = 30
    appointment_number: str = "{center}-A-{yyyy}-{seq:05}"
    transport_number: str = "{center}-T-{yyyy}-{seq:05}"


def check_minutes(
    typed: Typed, name: str, starts: int | None, ends: int | None, breaks: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Breaks as they are stored, sorted; notes what is wrong with the times."""
    if (starts is None) != (ends is None):
        typed.wrong(name, QT_TRANSLATE_NOOP("bookings", "Both the beginning and the end, or none."))
        return []
    if starts is None or ends is None:
        return []
    if not 0 <= starts < ends <= _DAY:
        typed.wrong(name, QT_TRANSLATE_NOOP("bookings", "The day ends after it begins."))
    last = starts
    for begin, end in sorted(breaks):
        if not last <= begin < end <= ends:
            typed.wrong(
                name,
                QT_TRANSLATE_NOOP("bookings", "Breaks lie inside the hours, one after another."),
            )
        last = end
    return [list(pair) for pair in sorted(breaks)]


def check_weekdays(typed: Typed, hours: Sequence[Hours]) -> None:
    """Note it when a weekday stands twice, or is none."""
    named = [day.weekday for day in hours]
    if len(set(named)) != len(named) or not all(0 <= day < _WEEK for day in named):
        typed.wrong("hours", QT_TRANSLATE_NOOP("bookings", "Each weekday stands there once."))


@action(
    "bookings.set_hours",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save opening hours"),
)
def set_hours(tx: Tx, command: SetHours) -> None:
    """Change when the center is open; appointments of before stay where they are."""
    typed = Typed()
    check_weekdays(typed, command.hours)
    there = {row.weekday: row for row in tx.session.scalars(of_center(tx, OpeningHours))}
    for day in command.hours:
        breaks = check_minutes(
            typed, f"hours.{day.weekday}", day.starts_minute, day.ends_minute, day.breaks
        )
        row = there.get(day.weekday)
        if day.starts_minute is None or day.ends_minute is None:
            if row is not None:
                tx.session.delete(row)
            continue
        if row is None:
            row = OpeningHours(center_id=tx.actor.center_id, weekday=day.weekday)
            tx.add(row)
        row.opens_minute, row.closes_minute, row.breaks = (
            day.starts_minute,
            day.ends_minute,
            breaks,
        )
    typed.finish()
    tx.about("center", tx.actor.center_id)


def of_center(tx: Tx, entity: type[Any]) -> sa.Select[Any]:
    """The entities of the actor's center."""
    return sa.select(entity).where(entity.center_id == tx.actor.center_id)


@action(
    "bookings.set_day",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save day"),
)
def set_day(tx: Tx, command: SetDay) -> uuid.UUID:
    """Close a day or give it other hours; a public holiday is opened this way too."""
    typed = Typed()
    breaks = check_minutes(
        typed, "hours", command.opens_minute, command.closes_minute, command.breaks
    )
    if command.kind == DayKind.OTHER_HOURS and command.opens_minute is None:
        typed.wrong("hours", QT_TRANSLATE_NOOP("bookings", "When is the center open on this day?"))
    name = typed.text("name", command.name, limit=100) or ""
    typed.finish()
    is_open = command.kind == DayKind.OTHER_HOURS
    row = tx.session.scalars(
        of_center(tx, CalendarDay).where(CalendarDay.day_on == command.day_on)
    ).one_or_none()
    if row is None:
        row = tx.add(CalendarDay(center_id=tx.actor.center_id, day_on=command.day_on))
    row.kind, row.name = command.kind, name
    row.opens_minute = command.opens_minute if is_open else None
    row.closes_minute = command.closes_minute if is_open else None
    row.breaks = breaks if is_open else []
    tx.about("calendar_day", row.id)
    found: uuid.UUID = row.id
    return found


@action(
    "bookings.drop_day",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Remove day"),
)
def drop_day(tx: Tx, command: DayOf) -> None:
    """The date is as its weekday, or its public holiday, says again."""
    row = tx.session.scalars(
        of_center(tx, CalendarDay).where(CalendarDay.day_on == command.day_on)
    ).one_or_none()
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("bookings", "This day is like any other.")))
    tx.session.delete(row)
    tx.about("calendar_day", row.id)


@action(
    "bookings.save_bay",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save bay"),
)
def save_bay(tx: Tx, command: SaveBay) -> uuid.UUID:
    """A bay and what can be done there."""
    typed = Typed()
    name = typed.needed("name", command.name, limit=60)
    department = typed.text("department", command.department, limit=60) or ""
    abilities = _codes(typed, "abilities", command.abilities)
    typed.finish()
    bay = new_or_known(tx, Bay, command.bay_id, command.version)
    bay.name, bay.department, bay.position = name, department, command.position
    bay.abilities = abilities
    tx.about("bay", bay.id)
    found: uuid.UUID = bay.id
    return found


def _codes(typed: Typed, name: str, given: Sequence[str]) -> list[str]:
    codes = [typed.text(name, code, limit=60) for code in given]
    return list(dict.fromkeys(code for code in codes if code))


def new_or_known(tx: Tx, entity: Any, key: uuid.UUID | None, version: int | None) -> Any:  # noqa: ANN401  any entity of the settings
    """The record, locked, or a new one of the center."""
    if key is not None:
        return tx.load(entity, key, version=version, lock=True)
    return tx.add(entity(center_id=tx.actor.center_id))


@action(
    "bookings.archive_bay",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Archive bay"),
)
def archive_bay(tx: Tx, command: RecordOf) -> None:
    """The bay leaves the board; its appointments of before stay readable. Again: it comes back."""
    bay = tx.load(Bay, command.record_id, version=command.version, lock=True)
    bay.archived_at = None if bay.archived_at else tx.now
    tx.about("bay", bay.id)


@action(
    "bookings.close_bay",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Close bay for a time"),
)
def close_bay(tx: Tx, command: CloseBay) -> uuid.UUID:
    """Nothing new is booked in the bay for that time."""
    if command.starts_at >= command.ends_at:
        raise invalid("ends_at", QT_TRANSLATE_NOOP("bookings", "The end lies after the beginning."))
    typed = Typed()
    why = typed.text("why", command.why, limit=200) or ""
    typed.finish()
    bay = tx.load(Bay, command.bay_id)
    made = tx.add(
        BayClosure(
            center_id=tx.actor.center_id,
            bay_id=bay.id,
            starts_at=command.starts_at,
            ends_at=command.ends_at,
            why=why,
        )
    )
    tx.about("bay", bay.id)
    return made.id


@action(
    "bookings.open_bay",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Open bay again"),
)
def open_bay(tx: Tx, command: RecordOf) -> None:
    """Take back a closure."""
    remove(tx, BayClosure, command)


def remove(tx: Tx, entity: type[Base], command: RecordOf) -> None:
    """Delete a record of the settings."""
    row: Any = tx.load(entity, command.record_id, version=command.version, lock=True)
    tx.session.delete(row)
    tx.about(entity.__tablename__, row.id)


@action(
    "bookings.save_service_type",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save service"),
)
def save_service_type(tx: Tx, command: SaveServiceType) -> uuid.UUID:
    """What can be booked; appointments of before keep what they were booked with."""
    typed = Typed()
    name = typed.needed("name", command.name, limit=100)
    department = typed.text("department", command.department, limit=60) or ""
    if not 0 < command.minutes <= _LONGEST:
        typed.wrong("minutes", QT_TRANSLATE_NOOP("bookings", "How long does it take?"))
    if not (0 <= command.buffer_before <= _DAY and 0 <= command.buffer_after <= _DAY):
        typed.wrong("buffer_before", QT_TRANSLATE_NOOP("bookings", "A buffer is up to a day long."))
    if command.day_cap is not None and command.day_cap <= 0:
        typed.wrong("day_cap", QT_TRANSLATE_NOOP("bookings", "At least one a day, or no limit."))
    ability = typed.text("ability", command.ability, limit=60)
    skill = typed.text("skill", command.skill, limit=60)
    typed.finish()
    row = new_or_known(tx, ServiceType, command.service_type_id, command.version)
    for field in fields(SaveServiceType):
        if field.name not in {"service_type_id", "version"}:
            setattr(row, field.name, getattr(command, field.name))
    row.name, row.department, row.ability, row.skill = name, department, ability, skill
    tx.about("service_type", row.id)
    found: uuid.UUID = row.id
    return found


@action(
    "bookings.archive_service_type",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Archive service"),
)
def archive_service_type(tx: Tx, command: RecordOf) -> None:
    """It cannot be booked any more. Again: it can."""
    row = tx.load(ServiceType, command.record_id, version=command.version, lock=True)
    row.archived_at = None if row.archived_at else tx.now
    tx.about("service_type", row.id)


@action(
    "bookings.set_rules",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save booking rules"),
)
def set_booking_rules(tx: Tx, command: SetBookingRules) -> None:
    """How the center books, from now on."""
    problems = _rule_problems(tx, command)
    if problems:
        raise InvalidError(problems)
    row = tx.session.scalars(of_center(tx, BookingRules).with_for_update()).one_or_none()
    theirs = row.version if row is not None else 0
    if theirs != command.version:
        key = row.id if row is not None else tx.actor.center_id
        raise tx.changed("booking_rules", key, command.version, theirs)
    if row is None:
        row = tx.add(BookingRules(center_id=tx.actor.center_id))
    for field in fields(SetBookingRules):
        if field.name != "version":
            setattr(row, field.name, getattr(command, field.name))
    tx.about("booking_rules", row.id)


_RANGES = {
    "step_minutes": (5, 240),
    "hold_minutes": (1, 24 * 60),
    "late_minutes": (1, 240),
    "typical_minutes": (5, 24 * 60),
    "full_percent": (1, 100),
    "contact_days": (1, 3650),
}


def _rule_problems(tx: Tx, command: SetBookingRules) -> dict[str, Any]:
    problems: dict[str, Any] = {}
    for name, (low, high) in _RANGES.items():
        if not low <= getattr(command, name) <= high:
            problems[name] = say(
                QT_TRANSLATE_NOOP("bookings", "Between {low} and {high}."), low=low, high=high
            )
    regions = regions_of(tx.center.country)
    if command.holiday_region and command.holiday_region not in regions:
        problems["holiday_region"] = say(
            QT_TRANSLATE_NOOP("bookings", "No such region; known: {regions}."),
            regions=", ".join(regions) or "—",
        )
    for name in ("appointment_number", "transport_number"):
        if flaw_of(getattr(command, name)) is not None:
            problems[name] = say(
                QT_TRANSLATE_NOOP(
                    "bookings",
                    "A number needs {seq} once, no other place than known ones, at most {most} characters.",
                ),
                seq="{seq:05}",
                most=LONGEST,
            )
    return problems
