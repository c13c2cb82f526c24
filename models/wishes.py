"""What somebody wishes of a time: typed in a line ("earliest 2 h, alignment bay, not monday morning"), or of a list.

Understands English and Russian. Pure: knows no calendar; days are weekdays, 0 = Monday.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

PARTS: Mapping[str, tuple[int, int]] = {
    "morning": (0, 720),
    "day": (720, 1020),
    "evening": (1020, 1440),
}
"""Parts of a day in minutes of the wall clock."""


@dataclass(frozen=True, slots=True)
class NotOn:
    """A time that is not wanted: a weekday or a date, wholly or one part of it; neither: that part of every day."""

    weekday: int | None = None
    day_on: date | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wished slot. ``minutes`` is working time; keys of bays, people and services are those of the shop."""

    minutes: int = 60
    ability: str | None = None
    skill: str | None = None
    services: Sequence[Any] = ()
    from_at: datetime | None = None
    until_at: datetime | None = None
    not_on: Sequence[NotOn] = ()
    weekdays: Sequence[int] = ()
    parts: Sequence[str] = ()
    earliest_minute: int | None = None
    latest_minute: int | None = None
    bay: Any = None
    employee: Any = None
    needs_bay: bool = True
    limit: int = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that was understood: its kind (``length``, ``ability``, ``skill``, ``day`` …), its value, its words."""

    kind: str
    value: Any
    words: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A typed line: the wish, what was understood of it, and the words that were not."""

    wish: Wish
    chips: Sequence[Chip]
    unknown: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What somebody on the waiting list can do: weekdays (none: any), parts of the day, between which dates."""

    weekdays: Sequence[int] = ()
    parts: Sequence[str] = ()
    from_on: date | None = None
    until_on: date | None = None
    earliest_minute: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As the database keeps it."""
        return {
            "weekdays": list(self.weekdays),
            "parts": list(self.parts),
            "from_on": self.from_on.isoformat() if self.from_on else None,
            "until_on": self.until_on.isoformat() if self.until_on else None,
            "earliest_minute": self.earliest_minute,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """What the database kept; nothing of it must be there."""
        return cls(
            weekdays=tuple(data.get("weekdays") or ()),
            parts=tuple(data.get("parts") or ()),
            from_on=date.fromisoformat(data["from_on"]) if data.get("from_on") else None,
            until_on=date.fromisoformat(data["until_on"]) if data.get("until_on") else None,
            earliest_minute=data.get("earliest_minute"),
        )
