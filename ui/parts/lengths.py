"""Lengths of work as people type them: ``2``, ``1,5 ч``, ``90 мин``, ``1:30``."""

import re
from decimal import Decimal

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.parts.bookings import length
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.fields import Reading, TypedEdit

_HOUR = 60
_LONGEST = 60 * 24 * 30
_CLOCK = re.compile(r"^(\d{1,3}):(\d{2})$")
_SPAN = re.compile(
    r"^(?:(\d+(?:[.,]\d+)?)\s*(?:ч|час\w*|h|hrs?|hours?)?)?\.?\s*(?:(\d+)\s*(?:мин\w*|min\w*|m|м))?\.?$",
    re.IGNORECASE,
)
_PROBLEM = QT_TRANSLATE_NOOP("bookings_ui", "Type hours or minutes: 2, 1.5 h, 90 min.")


def read_length(text: str) -> int | None:
    """Minutes, None for what is no length."""
    plain = text.strip()
    clock = _CLOCK.match(plain)
    if clock is not None:
        return int(clock.group(1)) * _HOUR + int(clock.group(2))
    found = _SPAN.match(plain)
    if found is None or not (found.group(1) or found.group(2)):
        return None
    hours = Decimal((found.group(1) or "0").replace(",", "."))
    return int(hours * _HOUR) + int(found.group(2) or 0)


class LengthEdit(TypedEdit):
    """A length in minutes."""

    def __init__(self, formats: Formats, *, name: str) -> None:
        self._formats = formats

        def reader(text: str) -> Reading:
            if not text.strip():
                return Reading(None)
            minutes = read_length(text)
            if minutes is None or not 0 < minutes <= _LONGEST:
                return Reading(None, problem=said(_PROBLEM))
            return Reading(minutes, length(formats, minutes))

        super().__init__(reader, name=name)

    def show_minutes(self, minutes: int | None) -> None:
        """Show a length that nobody typed."""
        self.show_value(minutes, "" if minutes is None else length(self._formats, minutes))
