"""Arithmetic of a working day in plain whole minutes: no session, no clock, no floats.

A minute is counted from 1970-01-01 00:00 UTC, so a job is as long as it was sold on the days on which clocks change.
A span is ``(from, until)``, the end left out. Lists of spans are sorted and do not overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Any, NamedTuple

from models.base import EPOCH

Span = tuple[int, int]
MINUTE = timedelta(minutes=1)
DAY_MINUTES = 1440


def minute_of(moment: datetime) -> int:
    """The minute in which a moment lies."""
    return (moment - EPOCH) // MINUTE


def moment_of(minute: int) -> datetime:
    """The beginning of a minute, in UTC."""
    return EPOCH + minute * MINUTE


def minute_at(day: date, wall_minute: int, zone: tzinfo) -> int:
    """The minute at which the wall clock of ``zone`` shows ``wall_minute`` (0–1440) of ``day``.

    A time that the clock jumps over is the same time after the jump; one that comes twice is the first of the two.
    """
    base = datetime(day.year, day.month, day.day, tzinfo=zone)
    return minute_of(base + timedelta(minutes=wall_minute))


def hours_on(
    day: date, opens: int, closes: int, breaks: Iterable[Sequence[int]], zone: tzinfo
) -> list[Span]:
    """The spans of one day between two times of the wall clock, without its breaks."""
    whole = [(minute_at(day, opens, zone), minute_at(day, closes, zone))]
    holes = [(minute_at(day, a, zone), minute_at(day, b, zone)) for a, b in breaks]
    return subtract(whole, sorted(holes))


def subtract(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """What is left of ``spans`` without ``holes``; the holes may overlap, but are sorted."""
    left: list[Span] = []
    cut = list(holes)
    for start, end in spans:
        at = start
        for a, b in cut:
            if b <= at:
                continue
            if a >= end:
                break
            if a > at:
                left.append((at, a))
            at = b
            if at >= end:
                break
        if at < end:
            left.append((at, end))
    return left


def intersect(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """The time that lies in both."""
    both: list[Span] = []
    i = j = 0
    while i < len(one) and j < len(other):
        start, end = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if start < end:
            both.append((start, end))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return both


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time as few spans as can be."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def length(spans: Iterable[Span]) -> int:
    """Minutes of all of them."""
    return sum(end - start for start, end in spans)


def lay(work: Sequence[Span], start: int, minutes: int) -> list[Span] | None:
    """The job from ``start`` over working time only, one span for each stretch.

    None when nobody works at ``start``, or the time ends before the job does.
    """
    at = bisect_right(work, (start, 1 << 60)) - 1
    if at < 0 or work[at][1] <= start:
        return None
    laid: list[Span] = []
    left = minutes
    for a, b in work[at:]:
        begin = max(a, start)
        end = min(b, begin + left)
        laid.append((begin, end))
        left -= end - begin
        if left == 0:
            return laid
    return None


class Taken(NamedTuple):
    """Time that somebody has: with buffers, the work itself, whose it is; the bay and the person as they were read."""

    start: int
    end: int
    part_start: int
    part_end: int
    key: Any
    is_overbooked: bool = False
    bay: Any = None
    person: Any = None


@dataclass(slots=True)
class Lane:
    """A bay or a person over the days of a timetable; day numbers count from its first day."""

    key: Any
    name: str
    work: list[list[Span]]
    detail: str = ""
    abilities: frozenset[str] = frozenset()
    busy: dict[int, list[Taken]] = field(default_factory=dict)
    # why a day has no work: a code and its values, for a sentence
    off: dict[int, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    expired: dict[str, date] = field(default_factory=dict)

    def taken(self, day: int) -> Sequence[Taken]:
        """What is taken on a day, in its order."""
        return self.busy.get(day, ())

    def clash(self, day: int, start: int, end: int, *, but: Any = None) -> Taken | None:  # noqa: ANN401  keys are anything
        """Whose time lies over the span, overbooked or not."""
        for taken in self.busy.get(day, ()):
            if taken.start < end and start < taken.end and taken.key != but:
                return taken
        return None


@dataclass(slots=True)
class Timetable:
    """Some days of a shop: when it is open, its bays and its people, and what is taken."""

    first: date
    zone: tzinfo
    starts: list[int]
    open: list[list[Span]]
    closed_why: dict[int, tuple[str, Mapping[str, Any]]]
    bays: list[Lane]
    people: list[Lane]
    # whether anything that is taken has buffers: without them a search need not look twice
    has_buffers: bool = False

    def day_of(self, minute: int) -> int:
        """The number of the day in which a minute lies; -1 before the first."""
        return bisect_right(self.starts, minute) - 1

    def date_of(self, day: int) -> date:
        """The date of a day's number."""
        return self.first + timedelta(days=day)

    @property
    def days(self) -> int:
        """How many days there are."""
        return len(self.open)

    def bay(self, key: Any) -> Lane | None:  # noqa: ANN401  keys are anything
        """The bay of that key."""
        return next((lane for lane in self.bays if lane.key == key), None)

    def person(self, key: Any) -> Lane | None:  # noqa: ANN401  keys are anything
        """The person of that key."""
        return next((lane for lane in self.people if lane.key == key), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a laid-out job, of one day: whose it is, with buffers and without."""

    has_bay: bool
    has_person: bool
    start: int
    end: int
    part_start: int
    part_end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A job on the timetable. ``parts`` is the work; ``problem`` says why it lies outside hours, if it does."""

    parts: list[Span]
    pieces: list[Piece]
    problem: str = ""

    @property
    def start(self) -> int:
        """When it begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """When it ends."""
        return self.parts[-1][1]


def lay_out(
    table: Timetable,
    start: int,
    minutes: int,
    *,
    bay: Lane | None,
    person: Lane | None,
    before: int = 0,
    after: int = 0,
) -> Layout:
    """The job over the working time of the person, or of the bay when nobody is named.

    A car stands in its bay over breaks and from day to day, so the bay is taken from the first stretch of a day to its
    last. When nobody works at ``start`` the job is laid as one piece and ``problem`` is ``closed`` or ``off``.
    """
    first_day = max(table.day_of(start), 0)
    worker = person or bay
    days = worker.work if worker is not None else table.open
    flat = [span for day in days[first_day:] for span in day]
    if person is not None and bay is not None:
        flat = intersect(flat, [span for day in bay.work[first_day:] for span in day])
    laid = lay(flat, start, minutes)
    problem = ""
    if laid is None:
        problem = "closed" if bay is None and person is None else "off"
        if lay([s for day in table.open for s in day], start, 1) is None:
            problem = "closed"
        laid = [(start, start + minutes)]
    pieces: list[Piece] = []
    for parts in _by_day(table, laid):
        first, last = parts[0][0], parts[-1][1]
        # the car stays: from the opening of a further day, and until the closing of one that is not the last
        hull = table.open[d] if 0 <= (d := table.day_of(first)) < table.days else []
        bay_first = hull[0][0] if hull and parts[0] != laid[0] else first
        bay_last = hull[-1][1] if hull and parts[-1] != laid[-1] else last
        lead = before if parts[0] == laid[0] else 0
        trail = after if parts[-1] == laid[-1] else 0
        bay_first, bay_last = min(bay_first, first), max(bay_last, last)
        same = len(parts) == 1 and (bay_first, bay_last) == (first, last)
        if bay is not None and person is not None and same:
            pieces.append(Piece(True, True, first - lead, last + trail, first, last))
            continue
        if bay is not None:
            pieces.append(
                Piece(True, False, bay_first - lead, bay_last + trail, bay_first, bay_last)
            )
        if person is not None:
            for a, b in parts:
                left = lead if a == first else 0
                right = trail if b == last else 0
                pieces.append(Piece(False, True, a - left, b + right, a, b))
    return Layout(laid, pieces, problem)


def _by_day(table: Timetable, parts: Sequence[Span]) -> list[list[Span]]:
    days: list[list[Span]] = []
    last = -2
    for part in parts:
        day = table.day_of(part[0])
        if day == last:
            days[-1].append(part)
        else:
            days.append([part])
            last = day
    return days


def goes_on(table: Timetable, layout: Layout) -> Span | None:
    """When the work stops for a night and when it goes on; None when it is done on its day, or without a stop."""
    for one, other in pairwise(layout.parts):
        if one[1] != other[0] and table.day_of(one[0]) != table.day_of(other[0]):
            return one[1], other[0]
    return None
