"""The lists of what can be booked, and of how the center books."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app import bookings
from app.bookings.rows import RulesRow
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
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
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.columns import Column
from widgets.fields import Check, Choice

_C = Column


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as a line of their list; any of them opens the form of all."""

    name: str
    title: str
    value: str
    rules: RulesRow


def _length(title: Any) -> Any:  # noqa: ANN401 - makes a field of a length
    return lambda desk: LengthEdit(desk.formats, name=said(title))


def _whole(title: Any) -> Any:  # noqa: ANN401 - makes a field of a whole number
    return lambda desk: whole_edit(desk, name=said(title))


def _name(row: Any) -> str:  # noqa: ANN401 - ServiceTypeRow
    """A service that is out of use says so beside its name: a column of its own would mostly be empty."""
    return f"{row.name} ({said(words.ARCHIVED)})" if row.archived_at else str(row.name)


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
        _C("name", said(words.NAME), _name, width=240, stretch=1, kind="strong"),
        _C("department", said(words.DEPARTMENT), lambda row: row.department, width=130),
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
        _C("cap", said(words.CAP), lambda row: str(row.day_cap or "—"), width=124, align="right"),
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

_NUMBERS = (
    ("step", words.STEP, "step_minutes"),
    ("hold", words.HOLD, "hold_minutes"),
    ("late", words.LATE, "late_minutes"),
    ("typical", words.TYPICAL, "typical_minutes"),
    ("full", words.FULL, "full_percent"),
    ("contact", words.CONTACT, "contact_days"),
)
_TEXTS = (
    ("number", words.NUMBER, "appointment_number"),
    ("drive", words.DRIVE_NUMBER, "transport_number"),
)


def _of(attribute: str) -> Callable[[RuleLine], Any]:
    return lambda line: getattr(line.rules, attribute)


def _region_choices(desk: Desk) -> list[tuple[str, str]]:
    """Regions whose holidays differ, by their names; where a country has none, the country alone."""
    return [("", said(words.WHOLE_COUNTRY)), *bookings.region_names(desk.center.country)]


def _regions(desk: Desk) -> Choice:
    return Choice(_region_choices(desk), name=said(words.REGION))


def rule_lines(rules: RulesRow, desk: Desk) -> list[RuleLine]:
    """The rules one under another, in the order of their form."""
    on, off = said(words.YES), said(words.NO)
    values: list[tuple[str, Source, str]] = [
        (name, title, desk.formats.number(getattr(rules, attribute)))
        for name, title, attribute in _NUMBERS
    ]
    values += [
        ("holidays", words.USES_PUBLIC, on if rules.uses_public_holidays else off),
        ("region", words.REGION, dict(_region_choices(desk))[rules.holiday_region]),
        *((name, title, getattr(rules, attribute)) for name, title, attribute in _TEXTS),
    ]
    return [RuleLine(name, said(title), value, rules) for name, title, value in values]


def save_rules_of(values: dict[str, Any], row: RuleLine, _desk: Desk) -> bookings.SetBookingRules:
    """The command of the rules."""
    return bookings.SetBookingRules(
        version=row.rules.version,
        uses_public_holidays=values["holidays"],
        holiday_region=values["region"],
        step_minutes=values["step"],
        hold_minutes=values["hold"],
        late_minutes=values["late"],
        typical_minutes=values["typical"],
        full_percent=values["full"],
        contact_days=values["contact"],
        appointment_number=values["number"],
        transport_number=values["drive"],
    )


RULES = Part(
    name="rules",
    title=QT_TRANSLATE_NOOP("CalendarSettings", "Rules"),
    one=QT_TRANSLATE_NOOP("CalendarSettings", "How the center books"),
    hint=QT_TRANSLATE_NOOP(
        "CalendarSettings",
        "Steps, holds, when somebody is late, when a day is full. Enter changes them.",
    ),
    read=lambda read, desk: rule_lines(bookings.get_rules(read), desk),
    key=lambda line: line.name,
    columns=lambda _desk: (
        _C("rule", said(words.RULE), lambda line: line.title, width=330),
        _C("value", said(words.VALUE), lambda line: line.value, stretch=1, kind="strong"),
    ),
    entries=lambda _desk, _row: (
        *(
            Entry(name, title, _whole(title), _of(attribute), required=True)
            for name, title, attribute in _NUMBERS
        ),
        Entry("region", words.REGION, _regions, _of("holiday_region")),
        Entry(
            "holidays",
            words.PUBLIC,
            lambda _desk: Check(said(words.USES_PUBLIC)),
            _of("uses_public_holidays"),
        ),
        *(
            Entry(name, title, name_field(title), _of(attribute))
            for name, title, attribute in _TEXTS
        ),
    ),
    verb=bookings.set_booking_rules,
    command=save_rules_of,
    adds=False,
    problems=lambda name: words.RULE_FIELDS.get(name, name),
)
