"""The lists of people at work: weeks, single shifts, absences, skills."""

from app import bookings
from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.centers import calendar_forms as forms
from ui.centers import calendar_words as words
from ui.centers.calendar_fields import (
    day_field,
    hours_entry,
    name_field,
    record,
    remove,
)
from ui.centers.calendar_parts import Entry, Part
from ui.parts.bookings import ABSENCES, choices, skill_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.columns import Column
from widgets.fields import Choice

_C = Column


def until_words(desk: Desk, row: forms.SkillOf) -> str:
    """Until when a certificate holds."""
    until = row.skill.valid_until_on
    if until is None:
        return "—"
    words = desk.formats.full_day(until)
    return (
        said(QT_TRANSLATE_NOOP("CalendarSettings", "{day}, over")).format(day=words)
        if row.skill.is_expired
        else words
    )


PEOPLE = Part(
    name="people",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Shifts"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Week of an employee"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings", "Who works when. An empty week takes somebody off the calendar."
    ),
    read=lambda read, desk: bookings.list_people(read, today=desk.formats.today()),
    key=lambda row: row.employee_id,
    columns=lambda desk: (
        _C("name", said(words.WHO), lambda row: row.name, width=190, kind="strong"),
        _C("position", said(words.POSITION), lambda row: row.position, width=190),
        _C("week", said(words.HOURS), lambda row: forms.week_words(row, desk), stretch=1),
    ),
    entries=forms.people,
    verb=bookings.set_week,
    command=forms.set_week_of,
    adds=False,
    problems=lambda name: name.replace("hours.", "day"),
)

SHIFT_DAYS = Part(
    name="shift_days",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Single shifts"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "One day of somebody's week"),
    hint=QT_TRANSLATE_NOOP("CalendarSettings", "A swapped shift, a longer day, a day off."),
    read=forms.shift_rows,
    key=lambda row: row.day.id,
    columns=lambda desk: (
        _C("name", said(words.WHO), lambda row: row.person.name, width=190, kind="strong"),
        _C("day", said(words.DAY), lambda row: desk.formats.full_day(row.day.day_on), width=140),
        _C("hours", said(words.HOURS), lambda row: forms.shown(row.day), stretch=1),
    ),
    entries=lambda _desk, _row: (
        forms.person_entry(lambda row: row.person.employee_id),
        Entry("day_on", words.DAY, day_field(words.DAY), lambda row: row.day.day_on, required=True),
        hours_entry(lambda row: forms.hours_of(row.day)),
    ),
    verb=bookings.set_shift_day,
    command=forms.set_shift_of,
    acts=(
        remove(
            bookings.drop_shift_day,
            lambda row: bookings.DropShiftDay(
                employee_id=row.day.employee_id, day_on=row.day.day_on
            ),
        ),
    ),
)

ABSENT = Part(
    name="absences",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Absences"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Absence"),
    hint=QT_TRANSLATE_NOOP("CalendarSettings", "Leave and illness lower what the shop can take."),
    read=lambda read, desk: bookings.list_absences(read, from_on=desk.formats.today()),
    key=lambda row: row.id,
    columns=lambda desk: (
        _C("name", said(words.WHO), lambda row: row.name, width=190, kind="strong"),
        _C("why", said(words.WHY), lambda row: said(ABSENCES[row.reason]), width=140),
        _C("from", said(words.FROM), lambda row: desk.formats.full_day(row.from_on), width=130),
        _C("until", said(words.UNTIL), lambda row: desk.formats.full_day(row.until_on), width=130),
        _C("note", said(words.NOTE), lambda row: row.note or "", stretch=1),
    ),
    entries=lambda _desk, _row: (
        forms.person_entry(lambda row: row.employee_id),
        Entry(
            "reason",
            words.WHY,
            lambda _desk: Choice(choices(ABSENCES), name=said(words.WHY)),
            lambda row: row.reason,
        ),
        Entry("from_on", words.FROM, day_field(words.FROM), lambda row: row.from_on, required=True),
        Entry("until_on", words.UNTIL, day_field(words.UNTIL), lambda row: row.until_on),
        Entry("note", words.NOTE, name_field(words.NOTE), lambda row: row.note, span=2),
    ),
    verb=bookings.save_absence,
    command=forms.save_absence_of,
    acts=(remove(bookings.drop_absence, record),),
)

SKILLS = Part(
    name="skills",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Skills"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Skill"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings", "Nobody is booked for work after their certificate is over."
    ),
    read=forms.skill_rows,
    key=lambda row: row.skill.id,
    columns=lambda desk: (
        _C("name", said(words.WHO), lambda row: row.person.name, width=190, kind="strong"),
        _C("skill", said(words.KNOWS), lambda row: skill_word(row.skill.code), width=180),
        _C("paper", said(words.PAPER), lambda row: row.skill.certificate or "—", stretch=1),
        _C("until", said(words.UNTIL), lambda row: until_words(desk, row), width=170),
    ),
    entries=lambda _desk, _row: (
        forms.person_entry(lambda row: row.person.employee_id),
        Entry(
            "code",
            words.KNOWS,
            name_field(words.KNOWS),
            lambda row: skill_word(row.skill.code),
            required=True,
        ),
        Entry(
            "certificate", words.PAPER, name_field(words.PAPER), lambda row: row.skill.certificate
        ),
        Entry("until", words.UNTIL, day_field(words.UNTIL), lambda row: row.skill.valid_until_on),
    ),
    verb=bookings.save_skill,
    command=forms.save_skill_of,
    acts=(
        remove(
            bookings.drop_skill,
            lambda row: bookings.RecordOf(record_id=row.skill.id, version=row.skill.version),
        ),
    ),
)
