"""What a board shows, as plain values: lanes, days, entries, closed hours.

A time is a whole number of minutes since midnight of its day, on the wall clock; a day is its place among the days.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

MINUTES = 1440
"""Of a day."""

SNAP = 15
"""Minutes that a moved entry jumps by."""


def clock_text(minutes: int) -> str:
    """Minutes since midnight as a clock shows them: ``9:00``."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def range_text(start: int, end: int) -> str:
    """From one minute to another: ``9:00–12:30``."""
    return f"{clock_text(start)}–{clock_text(end)}"


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the week and a column of the day: a bay, a person. ``load`` is a share of what it can do."""

    key: Hashable
    title: str
    detail: str = ""
    load: float | None = None
    load_text: str = ""
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day: its name, how full it is, what is special about it. ``words`` is said aloud."""

    title: str
    load: float | None = None
    load_text: str = ""
    hot: bool = False
    is_today: bool = False
    note: str = ""
    note_icon: str = "user-minus"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands or would stand; ``minutes`` of work, breaks not counted."""

    lane: Hashable
    day: int
    start: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that takes a lane for a time; it ends at minute ``end`` of day ``end_day``.

    ``hue`` is a status hue or ``accent``; ``initials`` of who does it, None where nobody could be named.
    ``text`` is the whole in words, for those who hear it and for the tooltip. ``by_end``: the end of the title tells
    most (a telephone), so its front goes where there is no room.
    """

    key: Hashable
    lane: Hashable
    day: int
    start: int
    minutes: int
    end: int
    end_day: int
    title: str
    car: str = ""
    work: str = ""
    hue: str = "accent"
    initials: str | None = None
    icon: str = ""
    text: str = ""
    faint: bool = False
    dashed: bool = False
    moves: bool = True
    by_end: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.lane, self.day, self.start, self.minutes)


@dataclass(frozen=True, slots=True)
class Closed:
    """Nobody works in the lane from one minute to another of a day; ``text`` says when and why."""

    lane: Hashable
    day: int
    start: int
    end: int
    is_break: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a lane: how full (0 to 1 and above), closed all day, the first free minute worth an offer."""

    lane: Hashable
    day: int
    load: float = 0.0
    closed: bool = False
    free: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A slot that is offered: a dashed place with its number."""

    number: str
    place: Place
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a board shows. ``begin`` and ``end`` bound the axis of hours; ``now`` is (day, minute)."""

    lanes: tuple[Lane, ...] = ()
    days: tuple[Day, ...] = ()
    entries: tuple[Entry, ...] = ()
    closed: tuple[Closed, ...] = ()
    cells: tuple[Cell, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    begin: int = 9 * 60
    end: int = 20 * 60
    now: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Something was put down. ``before`` is None when it came from beside the board."""

    key: Hashable
    before: Place | None
    after: Place

    def back(self) -> "Move | None":
        """The move that undoes it; None when there was no place before."""
        return None if self.before is None else Move(self.key, self.after, self.before)


@dataclass(slots=True)
class Block:
    """What is carried: whose it is, where it was, where it would be put."""

    key: Hashable
    title: str
    car: str
    before: Place | None
    place: Place
    entry: Entry | None = None
    stretching: bool = False
    by_mouse: bool = False
    began: Place | None = field(default=None)

    def to(self, place: Place) -> bool:
        """Take another place; False when it is the same."""
        if place == self.place:
            return False
        self.place = place
        return True


def snapped(minutes: float, step: int = SNAP) -> int:
    """The nearest minute that an entry may stand at."""
    return round(minutes / step) * step


def wall_end(place: Place, closed: tuple[Closed, ...], begin: int, end: int) -> int:
    """The minute at which work ends when breaks of the lane do not count; bounded by the axis."""
    at, left = place.start, place.minutes
    pauses = sorted(
        (span.start, span.end)
        for span in closed
        if span.lane == place.lane and span.day == place.day and begin < span.start < span.end < end
    )
    for first, last in pauses:
        if last <= at:
            continue
        if at + left <= first:
            break
        left -= max(0, first - at)
        at = last
    return min(at + left, end)


def moved(entry: Entry, place: Place, plan: Plan) -> Entry:
    """The entry as it would stand at another place."""
    if place == entry.place:
        return entry
    shift = place.minutes - entry.minutes
    if entry.end_day > entry.day:
        days = entry.end_day - entry.day
        last = min(max(place.day + days, place.day), max(len(plan.days) - 1, place.day))
        end = min(max(entry.end + shift, plan.begin), plan.end)
        return replace(
            entry,
            lane=place.lane,
            day=place.day,
            start=place.start,
            minutes=place.minutes,
            end_day=last,
            end=end,
        )
    end = wall_end(place, plan.closed, plan.begin, plan.end)
    return replace(
        entry,
        lane=place.lane,
        day=place.day,
        start=place.start,
        minutes=place.minutes,
        end=end,
        end_day=place.day,
    )
