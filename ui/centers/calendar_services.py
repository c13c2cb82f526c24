"""The lists of what can be booked, and of how the center books."""

from typing import Any

from app import bookings
from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.centers import calendar_forms as forms
from ui.centers import calendar_words as words
from ui.centers.calendar_fields import (
    archive_word,
    code_words,
    name_field,
    record,
)
from ui.centers.calendar_parts import Act, Entry, Part
from ui.parts.bookings import ability_word, length, skill_word
from ui.parts.fields import whole_edit
from ui.parts.lengths import LengthEdit
from ui.shell.words import said
from widgets.columns import Column
from widgets.fields import Check

_C = Column


def _length(title: Any) -> Any:  # noqa: ANN401 - makes a field of a length
    return lambda desk: LengthEdit(desk.formats, name=said(title))


def _whole(title: Any) -> Any:  # noqa: ANN401 - makes a field of a whole number
    return lambda desk: whole_edit(desk, name=said(title))


SERVICES = Part(
    name="services",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Services"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "Service that can be booked"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings",
        "How long it takes, what bay and what knowledge it needs, how many a day.",
    ),
    read=lambda read, _desk: bookings.list_service_types(read, archived=True),
    key=lambda row: row.id,
    columns=lambda desk: (
        _C("name", said(words.NAME), lambda row: row.name, stretch=1, kind="strong"),
        _C("department", said(words.DEPARTMENT), lambda row: row.department, width=120),
        _C(
            "minutes",
            said(words.LENGTH),
            lambda row: length(desk.formats, row.minutes),
            width=90,
            align="right",
        ),
        _C(
            "ability",
            said(words.ABILITY),
            lambda row: code_words(row.ability, ability_word),
            width=140,
        ),
        _C("skill", said(words.SKILL), lambda row: code_words(row.skill, skill_word), width=150),
        _C("cap", said(words.CAP), lambda row: str(row.day_cap or "—"), width=120, align="right"),
        _C(
            "state",
            "",
            lambda row: said(words.ARCHIVED) if row.archived_at else "",
            width=90,
            kind="muted",
        ),
    ),
    entries=lambda _desk, _row: (
        Entry("name", words.NAME, name_field(words.NAME), lambda row: row.name, required=True),
        Entry(
            "minutes", words.LENGTH, _length(words.LENGTH), lambda row: row.minutes, required=True
        ),
        Entry(
            "department", words.DEPARTMENT, name_field(words.DEPARTMENT), lambda row: row.department
        ),
        Entry("cap", words.CAP, _whole(words.CAP), lambda row: row.day_cap),
        Entry(
            "ability",
            words.ABILITY,
            name_field(words.ABILITY),
            lambda row: code_words(row.ability, ability_word),
        ),
        Entry(
            "skill",
            words.SKILL,
            name_field(words.SKILL),
            lambda row: code_words(row.skill, skill_word),
        ),
        Entry("before", words.BEFORE, _whole(words.BEFORE), lambda row: row.buffer_before),
        Entry("after", words.AFTER, _whole(words.AFTER), lambda row: row.buffer_after),
        Entry(
            "public",
            words.ONLINE,
            lambda _desk: Check(said(words.ONLINE_WORDS)),
            lambda row: row.is_public,
        ),
    ),
    verb=bookings.save_service_type,
    command=forms.save_service_of,
    acts=(Act(archive_word, "archive", bookings.archive_service_type, record),),
)

RULES = Part(
    name="rules",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Rules"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "How the center books"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings",
        "Steps, holds, when somebody is late, when a day is full. Enter changes them.",
    ),
    read=lambda read, _desk: [bookings.get_rules(read)],
    key=lambda _row: "rules",
    columns=lambda _desk: (
        _C("step", said(words.STEP), lambda row: str(row.step_minutes), width=130, align="right"),
        _C("hold", said(words.HOLD), lambda row: str(row.hold_minutes), width=130, align="right"),
        _C("late", said(words.LATE), lambda row: str(row.late_minutes), width=140, align="right"),
        _C("full", said(words.FULL), lambda row: f"{row.full_percent}%", width=130, align="right"),
        _C("region", said(words.REGION), lambda row: row.holiday_region or "—", stretch=1),
    ),
    entries=lambda _desk, _row: (
        Entry("step", words.STEP, _whole(words.STEP), lambda row: row.step_minutes, required=True),
        Entry("hold", words.HOLD, _whole(words.HOLD), lambda row: row.hold_minutes, required=True),
        Entry("late", words.LATE, _whole(words.LATE), lambda row: row.late_minutes, required=True),
        Entry(
            "typical",
            words.TYPICAL,
            _whole(words.TYPICAL),
            lambda row: row.typical_minutes,
            required=True,
        ),
        Entry("full", words.FULL, _whole(words.FULL), lambda row: row.full_percent, required=True),
        Entry(
            "contact",
            words.CONTACT,
            _whole(words.CONTACT),
            lambda row: row.contact_days,
            required=True,
        ),
        Entry("region", words.REGION, name_field(words.REGION), lambda row: row.holiday_region),
        Entry(
            "holidays",
            words.PUBLIC,
            lambda _desk: Check(said(words.USES_PUBLIC)),
            lambda row: row.uses_public_holidays,
        ),
        Entry("number", words.NUMBER, name_field(words.NUMBER), lambda row: row.appointment_number),
        Entry(
            "drive",
            words.DRIVE_NUMBER,
            name_field(words.DRIVE_NUMBER),
            lambda row: row.transport_number,
        ),
    ),
    verb=bookings.set_booking_rules,
    command=forms.save_rules_of,
    adds=False,
    problems=lambda name: words.RULE_FIELDS.get(name, name),
)
