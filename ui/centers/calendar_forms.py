"""What the forms of the calendar's settings hold, and the commands that are made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.bookings import (
    Hours,
    SaveAbsence,
    SaveBay,
    SaveServiceType,
    SaveSkill,
    SetDay,
    SetHours,
    SetShiftDay,
    SetWeek,
    list_bays,
    list_people,
)
from app.bookings.rows import BayRow, HoursRow, PersonRow, ShiftDayRow, SkillRow
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import Read
from models.bookings import AbsenceReason, DayKind
from ui.centers.calendar_parts import Entry
from ui.centers.calendar_words import BAY, CLOSED, WEEK, WHO
from ui.parts.bookings import abilities, skills
from ui.parts.hours import DayHours, HoursEdit, hours_text, hours_words
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Choice, TextEdit


@dataclass(frozen=True, slots=True)
class SkillOf:
    """A skill with whose it is."""

    person: PersonRow
    skill: SkillRow


@dataclass(frozen=True, slots=True)
class ShiftOf:
    """One dated exception with whose it is."""

    person: PersonRow
    day: ShiftDayRow


def text(name: Any) -> TextEdit:  # noqa: ANN401 - a marked word
    """A field of one line."""
    return TextEdit(name=said(name))


def _ends(row: Any) -> tuple[int | None, int | None]:  # noqa: ANN401 - hours of any kind
    if hasattr(row, "opens_minute"):
        return row.opens_minute, row.closes_minute
    return row.starts_minute, row.ends_minute


def shown(row: Any) -> str:  # noqa: ANN401 - hours of any kind
    """Hours in words."""
    return hours_words(*_ends(row), row.breaks) or said(CLOSED)


def hours_of(row: Any) -> str:  # noqa: ANN401 - hours of any kind
    """Hours as they are typed; empty when closed."""
    return hours_text(*_ends(row), row.breaks)


class HoursText(HoursEdit):
    """Takes hours as their text."""

    def set_value(self, value: object, text: str = "") -> None:  # noqa: D102 - as every control
        self.set_text(text or str(value or ""))


def hours_edit(name: str) -> HoursText:
    """A field of hours."""
    return HoursText(name=name, placeholder="9–20, 13–13:30")


def minutes(value: DayHours | None) -> tuple[int | None, int | None, tuple[tuple[int, int], ...]]:
    """Both ends and the breaks."""
    return (None, None, ()) if value is None else (value.starts, value.ends, value.breaks)


def set_hours_of(values: dict[str, Any], row: HoursRow, _desk: Desk) -> SetHours:
    """The command of a weekday."""
    starts, ends, breaks = minutes(values["hours"])
    day = Hours(weekday=row.weekday, starts_minute=starts, ends_minute=ends, breaks=breaks)
    return SetHours(hours=(day,))


def set_day_of(values: dict[str, Any], row: Any, _desk: Desk) -> SetDay:  # noqa: ANN401 - DayRow or None
    """The command of a date."""
    starts, ends, breaks = minutes(values["hours"])
    return SetDay(
        day_on=values["day_on"] if row is None else row.day_on,
        kind=DayKind.CLOSED if starts is None else DayKind.OTHER_HOURS,
        name=values["name"],
        opens_minute=starts,
        closes_minute=ends,
        breaks=breaks,
    )


def codes(text: str) -> tuple[str, ...]:
    """Typed words as codes: a usual one by its word, another as it is typed."""
    known = {word.casefold(): code for code, word in (*abilities(), *skills())}
    words = [word.strip() for word in text.split(",") if word.strip()]
    return tuple(known.get(word.casefold(), word) for word in words)


def save_bay_of(values: dict[str, Any], row: Any, _desk: Desk) -> SaveBay:  # noqa: ANN401 - BayRow or None
    """The command of a bay."""
    return SaveBay(
        bay_id=row.id if row is not None else None,
        version=row.version if row is not None else None,
        name=values["name"],
        department=values["department"],
        position=values["position"] or 0,
        abilities=codes(values["abilities"]),
    )


def set_week_of(values: dict[str, Any], row: PersonRow, _desk: Desk) -> SetWeek:
    """The command of somebody's week."""
    days = []
    for weekday in range(len(WEEK)):
        starts, ends, breaks = minutes(values[f"day{weekday}"])
        days.append(Hours(weekday=weekday, starts_minute=starts, ends_minute=ends, breaks=breaks))
    return SetWeek(employee_id=row.employee_id, hours=tuple(days))


def week_of(row: PersonRow, weekday: int) -> str:
    """Hours of a weekday of somebody, as they are typed."""
    found = next((day for day in row.week if day.weekday == weekday), None)
    return (
        "" if found is None else hours_text(found.opens_minute, found.closes_minute, found.breaks)
    )


def week_words(row: PersonRow, desk: Desk) -> str:
    """Somebody's week in a few words."""
    days = [day for day in row.week if day.opens_minute is not None]
    if not days:
        return said(QT_TRANSLATE_NOOP("CalendarSettings", "not on the calendar"))
    monday = date(2024, 1, 1)
    runs: list[tuple[int, int, str]] = []
    for day in days:
        hours = hours_words(day.opens_minute, day.closes_minute, day.breaks)
        if runs and (runs[-1][1] + 1, runs[-1][2]) == (day.weekday, hours):
            runs[-1] = (runs[-1][0], day.weekday, hours)
        else:
            runs.append((day.weekday, day.weekday, hours))
    names = [desk.formats.weekday(monday.replace(day=1 + day)) for day in range(len(WEEK))]
    return "; ".join(
        f"{names[first]}–{names[last]} {hours}" if first < last else f"{names[first]} {hours}"
        for first, last, hours in runs
    )


def _hours_maker(title: Source) -> Callable[[Desk], HoursText]:
    return lambda _desk: hours_edit(said(title))


def _week_reader(weekday: int) -> Callable[[PersonRow], str]:
    return lambda person: week_of(person, weekday)


def people(desk: Desk, row: Any) -> list[Entry]:  # noqa: ANN401 - PersonRow
    """A field for each weekday."""
    del desk, row
    return [
        Entry(
            f"day{weekday}",
            title,
            _hours_maker(title),
            _week_reader(weekday),
        )
        for weekday, title in enumerate(WEEK)
    ]


class PersonChoice(Choice):
    """Everybody of the center; filled when it is read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name=said(WHO))
        self._wanted: object = None
        today = desk.formats.today()
        desk.read(self, lambda read: list_people(read, today=today), self._fill, lane="people")

    def _fill(self, people: Sequence[PersonRow]) -> None:
        self.set_choices([(row.employee_id, row.name) for row in people])
        if self._wanted is not None:
            super().set_value(self._wanted)

    def set_value(self, value: object) -> None:  # noqa: D102 - as every control
        self._wanted = value
        if self.count():
            super().set_value(value)


class BayChoice(Choice):
    """Every bay; filled when it is read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name=said(BAY))
        desk.read(self, list_bays, self._fill, lane="bays")

    def _fill(self, rows: Sequence[BayRow]) -> None:
        self.set_choices([(row.id, row.name) for row in rows])


def person_entry(of: Any) -> Entry:  # noqa: ANN401 - takes a row of a list
    """Who it is about."""
    return Entry("who", WHO, PersonChoice, of, required=True)


def save_absence_of(values: dict[str, Any], row: Any, _desk: Desk) -> SaveAbsence:  # noqa: ANN401 - AbsenceRow or None
    """The command of an absence."""
    return SaveAbsence(
        absence_id=row.id if row is not None else None,
        version=row.version if row is not None else None,
        employee_id=values["who"],
        from_on=values["from_on"],
        until_on=values["until_on"] or values["from_on"],
        reason=AbsenceReason(values["reason"]),
        note=values["note"] or None,
    )


def save_skill_of(values: dict[str, Any], row: SkillOf | None, _desk: Desk) -> SaveSkill:
    """The command of a skill."""
    return SaveSkill(
        employee_id=values["who"],
        code=row.skill.code if row is not None else next(iter(codes(values["code"])), ""),
        certificate=values["certificate"] or None,
        valid_until_on=values["until"],
    )


def save_service_of(values: dict[str, Any], row: Any, _desk: Desk) -> SaveServiceType:  # noqa: ANN401 - ServiceTypeRow or None
    """The command of a service."""
    return SaveServiceType(
        service_type_id=row.id if row is not None else None,
        version=row.version if row is not None else None,
        name=values["name"],
        minutes=values["minutes"],
        department=values["department"],
        position=row.position if row is not None else 0,
        ability=",".join(codes(values["ability"])) or None,
        skill=",".join(codes(values["skill"])) or None,
        buffer_before=values["before"] or 0,
        buffer_after=values["after"] or 0,
        day_cap=values["cap"],
        is_public=values["public"],
    )


def skill_rows(read: Read, desk: Desk) -> list[SkillOf]:
    """Every skill of everybody."""
    people = list_people(read, today=desk.formats.today())
    return [SkillOf(person, skill) for person in people for skill in person.skills]


def shift_rows(read: Read, desk: Desk) -> list[ShiftOf]:
    """Every single shift of everybody."""
    people = list_people(read, today=desk.formats.today())
    return [ShiftOf(person, day) for person in people for day in person.days]


def set_shift_of(values: dict[str, Any], row: ShiftOf | None, _desk: Desk) -> SetShiftDay:
    """The command of a single shift."""
    starts, ends, breaks = minutes(values["hours"])
    return SetShiftDay(
        employee_id=values["who"],
        day_on=values["day_on"] if row is None else row.day.day_on,
        starts_minute=starts,
        ends_minute=ends,
        breaks=breaks,
    )
