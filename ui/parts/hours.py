"""Hours of a day as people type them: ``9–20, 13–13:30`` is open from nine to eight with a break; empty is closed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.shell.words import said
from widgets.board.values import clock_text
from widgets.fields import Reading, TypedEdit

_HOUR = 60
_DAY = 24 * _HOUR
_RANGE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to|до)\s*(\d{1,2})(?:[:.](\d{2}))?")
_PROBLEM = QT_TRANSLATE_NOOP("bookings_ui", "Type hours like 9–20, then breaks: 9–20, 13–13:30.")


@dataclass(frozen=True, slots=True)
class DayHours:
    """Minutes since midnight, and the breaks between them."""

    starts: int
    ends: int
    breaks: tuple[tuple[int, int], ...] = ()


def hours_text(starts: int | None, ends: int | None, breaks: Sequence[Sequence[int]] = ()) -> str:
    """Hours as they are typed; empty when closed."""
    if starts is None or ends is None:
        return ""
    parts = [f"{_clock(starts)}–{_clock(ends)}"]
    parts += [f"{_clock(first)}–{_clock(last)}" for first, last in breaks]
    return ", ".join(parts)


def hours_words(starts: int | None, ends: int | None, breaks: Sequence[Sequence[int]] = ()) -> str:
    """Hours as they are read: the breaks are called breaks; empty when closed."""
    if starts is None or ends is None or not breaks:
        return hours_text(starts, ends)
    spans = ", ".join(hours_text(first, last) for first, last in breaks)
    pause = said(QT_TRANSLATE_NOOP("bookings_ui", "break {hours}")).format(hours=spans)
    return f"{hours_text(starts, ends)}, {pause}"


def _clock(minutes: int) -> str:
    return "24:00" if minutes == _DAY else clock_text(minutes)


def read_hours(text: str) -> Reading:
    """The hours in a text; None for an empty one."""
    if not text.strip():
        return Reading(None)
    found = [
        (int(a) * _HOUR + int(b or 0), int(c) * _HOUR + int(d or 0))
        for a, b, c, d in _RANGE.findall(text)
    ]
    rest = _RANGE.sub("", text)
    if not found or re.search(r"\d", rest):
        return Reading(None, problem=said(_PROBLEM))
    (starts, ends), *breaks = found
    breaks.sort()
    fits = all(starts <= first < last <= ends for first, last in breaks)
    if not 0 <= starts < ends <= _DAY or not fits:
        return Reading(None, problem=said(_PROBLEM))
    return Reading(DayHours(starts, ends, tuple(breaks)), hours_text(starts, ends, breaks))


class HoursEdit(TypedEdit):
    """Hours of a day; ``value()`` is DayHours, None when closed."""

    def __init__(self, *, name: str, placeholder: str = "") -> None:
        super().__init__(read_hours, name=name, placeholder=placeholder)
