"""Fields and menu lines that the lists of the calendar's settings share."""

from typing import Any

from app import bookings
from ui.centers import calendar_forms as forms
from ui.centers import calendar_words as words
from ui.centers.calendar_parts import Act, Entry
from ui.parts.fields import day_edit
from ui.shell.words import said
from widgets.columns import Column

_C = Column


def remove(verb: Any, command: Any) -> Act:  # noqa: ANN401 - a verb and the maker of its command
    """A line of the menu that takes a row away."""
    return Act(lambda _row: words.REMOVE, "trash-2", verb, command)


def record(row: Any) -> object:  # noqa: ANN401 - rows with id and version
    """Names a row."""
    return bookings.RecordOf(record_id=row.id, version=row.version)


def archive_word(row: Any) -> Any:  # noqa: ANN401 - rows with archived_at
    """Archive, or bring back."""
    return words.RESTORE if row.archived_at else words.ARCHIVE


def name_field(title: Any) -> Any:  # noqa: ANN401 - makes a text field
    """Makes a field of one line."""
    return lambda _desk: forms.text(title)


def code_words(text: str | None, word: Any) -> str:  # noqa: ANN401 - a code's word
    """Codes in words."""
    codes = [code.strip() for code in (text or "").split(",") if code.strip()]
    return ", ".join(word(code) for code in codes)


def hours_entry(of: Any) -> Entry:  # noqa: ANN401 - takes a row of a list
    """The field of a day's hours."""
    return Entry(
        "hours",
        words.HOURS,
        lambda _desk: forms.hours_edit(said(words.HOURS)),
        of,
        hint=words.HINT_OF_HOURS,
    )


def day_field(title: Any) -> Any:  # noqa: ANN401 - makes a day field
    """Makes a field of a day."""
    return lambda desk: day_edit(desk, "ahead", name=said(title))
