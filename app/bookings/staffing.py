"""Verbs of people at work: their weeks, single days, absences, and what they know."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.bookings.settings import (
    Hours,
    RecordOf,
    check_minutes,
    check_weekdays,
    new_or_known,
    of_center,
    remove,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, invalid, say
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.bookings import Absence, AbsenceReason, Shift, ShiftDay, Skill

_SETTINGS = Permission.BOOKINGS_SETTINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeek:
    """When somebody works; a weekday that is not named, or has no minutes, is off."""

    employee_id: uuid.UUID
    hours: Sequence[Hours]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetShiftDay:
    """One date of somebody's week: other minutes; both None: a day off."""

    employee_id: uuid.UUID
    day_on: date
    starts_minute: int | None = None
    ends_minute: int | None = None
    breaks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DropShiftDay:
    """That date is as the week says again."""

    employee_id: uuid.UUID
    day_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAbsence:
    """Somebody is not there from one day until another, both included."""

    absence_id: uuid.UUID | None = None
    version: int | None = None
    employee_id: uuid.UUID
    from_on: date
    until_on: date
    reason: AbsenceReason
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSkill:
    """Something an employee knows, with its certificate; the same code again changes it."""

    employee_id: uuid.UUID
    code: str
    certificate: str | None = None
    valid_until_on: date | None = None


@action(
    "bookings.set_week",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save shifts"),
)
def set_week(tx: Tx, command: SetWeek) -> None:
    """When somebody works; an empty week takes them off the calendar."""
    employee = tx.load(Employee, command.employee_id)
    typed = Typed()
    check_weekdays(typed, command.hours)
    there = {
        row.weekday: row
        for row in tx.session.scalars(of_center(tx, Shift).where(Shift.employee_id == employee.id))
    }
    for day in command.hours:
        breaks = check_minutes(
            typed, f"hours.{day.weekday}", day.starts_minute, day.ends_minute, day.breaks
        )
        if day.starts_minute is None or day.ends_minute is None:
            continue
        row = there.pop(day.weekday, None)
        if row is None:
            row = Shift(center_id=tx.actor.center_id, employee_id=employee.id, weekday=day.weekday)
            tx.add(row)
        row.starts_minute, row.ends_minute, row.breaks = day.starts_minute, day.ends_minute, breaks
    typed.finish()
    for row in there.values():
        tx.session.delete(row)
    tx.about("employee", employee.id)


@action(
    "bookings.set_shift_day",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save shift of one day"),
)
def set_shift_day(tx: Tx, command: SetShiftDay) -> uuid.UUID:
    """One date of somebody's week is different."""
    employee = tx.load(Employee, command.employee_id)
    typed = Typed()
    breaks = check_minutes(
        typed, "hours", command.starts_minute, command.ends_minute, command.breaks
    )
    typed.finish()
    row = _shift_day(tx, employee.id, command.day_on)
    if row is None:
        row = tx.add(
            ShiftDay(center_id=tx.actor.center_id, employee_id=employee.id, day_on=command.day_on)
        )
    row.starts_minute, row.ends_minute, row.breaks = (
        command.starts_minute,
        command.ends_minute,
        breaks,
    )
    tx.about("employee", employee.id)
    return row.id


def _shift_day(tx: Tx, employee_id: uuid.UUID, day_on: date) -> ShiftDay | None:
    return tx.session.scalars(
        sa.select(ShiftDay).where(
            ShiftDay.center_id == tx.actor.center_id,
            ShiftDay.employee_id == employee_id,
            ShiftDay.day_on == day_on,
        )
    ).one_or_none()


@action(
    "bookings.drop_shift_day",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Remove shift of one day"),
)
def drop_shift_day(tx: Tx, command: DropShiftDay) -> None:
    """That date is as the week says again."""
    row = _shift_day(tx, command.employee_id, command.day_on)
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("bookings", "This day is like any other.")))
    tx.session.delete(row)
    tx.about("employee", command.employee_id)


@action(
    "bookings.save_absence",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save absence"),
)
def save_absence(tx: Tx, command: SaveAbsence) -> uuid.UUID:
    """Somebody is not there; what is booked for them stays and is to be moved."""
    if command.from_on > command.until_on:
        raise invalid(
            "until_on", QT_TRANSLATE_NOOP("bookings", "The last day lies before the first.")
        )
    typed = Typed()
    note = typed.text("note", command.note, limit=500)
    typed.finish()
    tx.load(Employee, command.employee_id)
    row = new_or_known(tx, Absence, command.absence_id, command.version)
    row.employee_id, row.reason = command.employee_id, command.reason
    row.from_on, row.until_on, row.note = command.from_on, command.until_on, note
    tx.about("absence", row.id)
    found: uuid.UUID = row.id
    return found


@action(
    "bookings.drop_absence",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Remove absence"),
)
def drop_absence(tx: Tx, command: RecordOf) -> None:
    """They are there after all."""
    remove(tx, Absence, command)


@action(
    "bookings.save_skill",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save skill"),
)
def save_skill(tx: Tx, command: SaveSkill) -> uuid.UUID:
    """What somebody knows, and until when their certificate holds."""
    typed = Typed()
    code = typed.needed("code", command.code, limit=60)
    certificate = typed.text("certificate", command.certificate, limit=100)
    typed.finish()
    employee = tx.load(Employee, command.employee_id)
    row = tx.session.scalars(
        of_center(tx, Skill).where(Skill.employee_id == employee.id, Skill.code == code)
    ).one_or_none()
    if row is None:
        row = tx.add(Skill(center_id=tx.actor.center_id, employee_id=employee.id, code=code))
    row.certificate, row.valid_until_on = certificate, command.valid_until_on
    tx.about("employee", employee.id)
    found: uuid.UUID = row.id
    return found


@action(
    "bookings.drop_skill",
    permission=_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Remove skill"),
)
def drop_skill(tx: Tx, command: RecordOf) -> None:
    """They are not booked for it any more."""
    remove(tx, Skill, command)
