"""What the calendar's settings show: hours, days with public holidays, bays, people, services, rules."""

import uuid
from datetime import date

import sqlalchemy as sa

from app.bookings.holidays import public_holidays
from app.bookings.rows import (
    AbsenceRow,
    BayRow,
    ClosureRow,
    DayRow,
    HoursRow,
    PersonRow,
    RulesRow,
    ServiceTypeRow,
    ShiftDayRow,
    SkillRow,
)
from app.bookings.world import read_rules
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.bookings import (
    Absence,
    Bay,
    BayClosure,
    CalendarDay,
    DayKind,
    OpeningHours,
    ServiceType,
    Shift,
    ShiftDay,
    Skill,
)
from models.centers import Center

_WEEK = 7


def _pairs(breaks: list[list[int]] | None) -> tuple[tuple[int, int], ...]:
    return tuple((a, b) for a, b in breaks or ())


def get_rules(read: Read) -> RulesRow:
    """How the center books; version 0 when nothing was ever set."""
    return read_rules(read.connection, read.center_id)


def list_hours(read: Read) -> tuple[HoursRow, ...]:
    """The seven weekdays, Monday first."""
    t = OpeningHours.__table__.c
    known = {
        row.weekday: HoursRow(row.weekday, row.opens_minute, row.closes_minute, _pairs(row.breaks))
        for row in read.connection.execute(
            sa.select(t.weekday, t.opens_minute, t.closes_minute, t.breaks).where(
                t.center_id == read.center_id
            )
        )
    }
    return tuple(known.get(day, HoursRow(day, None, None)) for day in range(_WEEK))


def list_days(read: Read, year: int) -> tuple[DayRow, ...]:
    """The days of a year that are unlike their weekday: public holidays, and the center's own above them."""
    t = CalendarDay.__table__.c
    center = read.connection.execute(
        sa.select(Center.country, Center.language).where(Center.id == read.center_id)
    ).one()
    rules = get_rules(read)
    public = (
        public_holidays(center.country, rules.holiday_region, year, center.language)
        if rules.uses_public_holidays
        else {}
    )
    found = {
        day: DayRow(None, 0, day, DayKind.CLOSED, name, None, None, (), is_public=True)
        for day, name in public.items()
    }
    for row in read.connection.execute(
        sa.select(CalendarDay.__table__).where(
            t.center_id == read.center_id,
            t.day_on.between(date(year, 1, 1), date(year, 12, 31)),
        )
    ):
        found[row.day_on] = DayRow(
            row.id,
            row.version,
            row.day_on,
            row.kind,
            row.name or public.get(row.day_on, ""),
            row.opens_minute,
            row.closes_minute,
            _pairs(row.breaks),
            is_public=row.day_on in public,
        )
    return tuple(found[day] for day in sorted(found))


def list_bays(read: Read, *, archived: bool = False) -> tuple[BayRow, ...]:
    """The bays in their order."""
    t = Bay.__table__.c
    query = sa.select(Bay.__table__).where(t.center_id == read.center_id)
    if not archived:
        query = query.where(t.archived_at.is_(None))
    return tuple(
        BayRow(
            row.id,
            row.version,
            row.name,
            row.department,
            row.position,
            tuple(row.abilities),
            row.archived_at,
        )
        for row in read.connection.execute(query.order_by(t.position, t.id))
    )


def list_closures(read: Read, *, limit: int = 200) -> tuple[ClosureRow, ...]:
    """Times in which bays cannot be used, the latest first."""
    t = BayClosure
    rows = read.connection.execute(
        sa.select(t.__table__, Bay.name.label("bay"))
        .join(Bay, Bay.id == t.bay_id)
        .where(t.center_id == read.center_id)
        .order_by(t.starts_at.desc(), t.id)
        .limit(limit)
    )
    return tuple(
        ClosureRow(row.id, row.version, row.bay_id, row.bay, row.starts_at, row.ends_at, row.why)
        for row in rows
    )


def list_people(read: Read, *, today: date) -> tuple[PersonRow, ...]:
    """Everybody of the center with week, single days and skills; who has no week is not on the calendar."""
    center = read.center_id
    s, d, k = Shift.__table__.c, ShiftDay.__table__.c, Skill.__table__.c
    weeks: dict[uuid.UUID, dict[int, HoursRow]] = {}
    for row in read.connection.execute(sa.select(Shift.__table__).where(s.center_id == center)):
        weeks.setdefault(row.employee_id, {})[row.weekday] = HoursRow(
            row.weekday, row.starts_minute, row.ends_minute, _pairs(row.breaks)
        )
    days: dict[uuid.UUID, list[ShiftDayRow]] = {}
    for row in read.connection.execute(
        sa.select(ShiftDay.__table__)
        .where(d.center_id == center, d.day_on >= today)
        .order_by(d.day_on)
    ):
        days.setdefault(row.employee_id, []).append(
            ShiftDayRow(
                row.id,
                row.version,
                row.employee_id,
                row.day_on,
                row.starts_minute,
                row.ends_minute,
                _pairs(row.breaks),
            )
        )
    skills: dict[uuid.UUID, list[SkillRow]] = {}
    for row in read.connection.execute(
        sa.select(Skill.__table__).where(k.center_id == center).order_by(k.code)
    ):
        skills.setdefault(row.employee_id, []).append(
            SkillRow(
                row.id,
                row.version,
                row.code,
                row.certificate,
                row.valid_until_on,
                row.valid_until_on is not None and row.valid_until_on < today,
            )
        )
    rows = read.connection.execute(
        sa.select(Employee.id, Employee.name, Employee.position)
        .where(Employee.center_id == center, Employee.archived_at.is_(None))
        .order_by(Employee.name, Employee.id)
    )
    return tuple(
        PersonRow(
            row.id,
            row.name,
            row.position,
            tuple(weeks[row.id].get(day, HoursRow(day, None, None)) for day in range(_WEEK))
            if row.id in weeks
            else (),
            tuple(days.get(row.id, ())),
            tuple(skills.get(row.id, ())),
        )
        for row in rows
    )


def list_absences(read: Read, *, from_on: date, limit: int = 200) -> tuple[AbsenceRow, ...]:
    """Absences that end on that day or later; notes only for those who may edit settings."""
    t = Absence
    rows = read.connection.execute(
        sa.select(t.__table__, Employee.name.label("name"))
        .join(Employee, Employee.id == t.employee_id)
        .where(t.center_id == read.center_id, t.until_on >= from_on)
        .order_by(t.from_on, t.id)
        .limit(limit)
    )
    sees = read.can(Permission.BOOKINGS_SETTINGS)
    return tuple(
        AbsenceRow(
            row.id,
            row.version,
            row.employee_id,
            row.name,
            row.from_on,
            row.until_on,
            row.reason,
            row.note if sees else None,
        )
        for row in rows
    )


def list_service_types(read: Read, *, archived: bool = False) -> tuple[ServiceTypeRow, ...]:
    """What can be booked, in its order."""
    t = ServiceType.__table__.c
    query = sa.select(ServiceType.__table__).where(t.center_id == read.center_id)
    if not archived:
        query = query.where(t.archived_at.is_(None))
    return tuple(
        ServiceTypeRow(
            row.id,
            row.version,
            row.name,
            row.department,
            row.position,
            row.minutes,
            row.ability,
            row.skill,
            row.buffer_before,
            row.buffer_after,
            row.day_cap,
            row.is_public,
            row.archived_at,
        )
        for row in read.connection.execute(query.order_by(t.position, t.name, t.id))
    )
