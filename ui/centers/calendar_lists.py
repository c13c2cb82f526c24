"""The lists of the calendar's settings: hours, days, bays, people, absences, skills, services, rules."""

from app import bookings
from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.centers import calendar_forms as forms
from ui.centers import calendar_words as words
from ui.centers.calendar_fields import (
    archive_word,
    day_field,
    hours_entry,
    name_field,
    record,
    remove,
)
from ui.centers.calendar_parts import Act, Entry, Part
from ui.centers.calendar_services import RULES, SERVICES
from ui.centers.calendar_staff import ABSENT, PEOPLE, SHIFT_DAYS, SKILLS
from ui.parts.bookings import ability_word
from ui.parts.fields import moment_edit, whole_edit
from ui.shell.words import said
from widgets.columns import Column

_C = Column

HOURS = Part(
    name="hours",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Opening hours"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Hours of a weekday"),
    hint=QT_TRANSLATE_NOOP("CalendarSettings", "When the shop works, with its breaks."),
    read=lambda read, _desk: bookings.list_hours(read),
    key=lambda row: row.weekday,
    columns=lambda _desk: (
        _C("day", said(words.DAY), lambda row: said(words.WEEK[row.weekday]), width=180),
        _C("hours", said(words.HOURS), forms.shown, stretch=1),
    ),
    entries=lambda _desk, _row: (hours_entry(forms.hours_of),),
    verb=bookings.set_hours,
    command=forms.set_hours_of,
    adds=False,
    problems=lambda _name: "hours",
)

DAYS = Part(
    name="days",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Holidays"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "A day unlike its weekday"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings",
        "Public holidays of the country, and days of your own above them. Without hours: closed.",
    ),
    read=lambda read, desk: (
        bookings.list_days(read, desk.formats.today().year)
        + bookings.list_days(read, desk.formats.today().year + 1)
    ),
    key=lambda row: row.day_on,
    columns=lambda desk: (
        _C("day", said(words.DAY), lambda row: desk.formats.full_day(row.day_on), width=130),
        _C("name", said(words.NAME), lambda row: row.name, stretch=1),
        _C("hours", said(words.HOURS), forms.shown, width=220),
        _C(
            "kind",
            said(QT_TRANSLATE_NOOP("CalendarSettings", "From where")),
            lambda row: said(words.PUBLIC if row.is_public else words.OWN),
            width=130,
        ),
    ),
    entries=lambda _desk, _row: (
        Entry("day_on", words.DAY, day_field(words.DAY), lambda row: row.day_on, required=True),
        Entry("name", words.NAME, name_field(words.NAME), lambda row: row.name),
        hours_entry(forms.hours_of),
    ),
    verb=bookings.set_day,
    command=forms.set_day_of,
    acts=(
        remove(
            bookings.drop_day,
            lambda row: bookings.DayOf(day_on=row.day_on) if row.id is not None else None,
        ),
    ),
)

BAYS = Part(
    name="bays",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Bays"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Bay"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings", "Where cars are worked on, and what can be done there."
    ),
    read=lambda read, _desk: bookings.list_bays(read, archived=True),
    key=lambda row: row.id,
    columns=lambda _desk: (
        _C("position", "№", lambda row: str(row.position), width=50, align="right"),
        _C("name", said(words.NAME), lambda row: row.name, width=170, kind="strong"),
        _C("department", said(words.DEPARTMENT), lambda row: row.department, width=180),
        _C(
            "can",
            said(words.CAN),
            lambda row: ", ".join(ability_word(code) for code in row.abilities),
            stretch=1,
        ),
        _C(
            "state",
            "",
            lambda row: said(words.ARCHIVED) if row.archived_at else "",
            width=110,
            kind="muted",
        ),
    ),
    entries=lambda _desk, _row: (
        Entry("name", words.NAME, name_field(words.NAME), lambda row: row.name, required=True),
        Entry(
            "department", words.DEPARTMENT, name_field(words.DEPARTMENT), lambda row: row.department
        ),
        Entry(
            "abilities",
            words.CAN,
            name_field(words.CAN),
            lambda row: ", ".join(ability_word(code) for code in row.abilities),
            span=2,
            hint=words.CAN_HINT,
        ),
        Entry(
            "position",
            words.ORDER,
            lambda desk: whole_edit(desk, name=said(words.ORDER)),
            lambda row: row.position,
        ),
    ),
    verb=bookings.save_bay,
    command=forms.save_bay_of,
    acts=(Act(archive_word, "archive", bookings.archive_bay, record),),
)

CLOSURES = Part(
    name="closures",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Bays out of use"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Bay out of use"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings", "Repairs of a lift, cleaning of a booth: nothing new is booked there."
    ),
    read=lambda read, _desk: bookings.list_closures(read),
    key=lambda row: row.id,
    columns=lambda desk: (
        _C("bay", said(words.BAY), lambda row: row.bay, width=170),
        _C("from", said(words.FROM), lambda row: desk.formats.moment(row.starts_at), width=160),
        _C("until", said(words.UNTIL), lambda row: desk.formats.moment(row.ends_at), width=160),
        _C("why", said(words.WHY), lambda row: row.why, stretch=1),
    ),
    entries=lambda _desk, _row: (
        Entry("bay", words.BAY, forms.BayChoice, required=True),
        Entry("why", words.WHY, name_field(words.WHY)),
        Entry(
            "starts_at",
            words.FROM,
            lambda desk: moment_edit(desk, name=said(words.FROM)),
            required=True,
        ),
        Entry(
            "ends_at",
            words.UNTIL,
            lambda desk: moment_edit(desk, name=said(words.UNTIL)),
            required=True,
        ),
    ),
    verb=bookings.close_bay,
    command=lambda values, _row, _desk: bookings.CloseBay(
        bay_id=values["bay"],
        starts_at=values["starts_at"],
        ends_at=values["ends_at"],
        why=values["why"],
    ),
    acts=(remove(bookings.open_bay, record),),
)


WHEN: tuple[Part, ...] = (HOURS, DAYS)
WHERE: tuple[Part, ...] = (BAYS, CLOSURES)
WHO: tuple[Part, ...] = (PEOPLE, SHIFT_DAYS, ABSENT, SKILLS)
WHAT: tuple[Part, ...] = (SERVICES, RULES)
"""The lists of each section of the settings, in the order of their tabs."""
