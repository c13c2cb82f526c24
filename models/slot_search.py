"""The search for a free slot, in plain minutes over a timetable: first times of each gap, and why a day has none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.slots import Lane, Span, Taken, Timetable, intersect, lay, lay_out, length


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A wished job. ``windows``: for each day the spans in which it may lie; an empty list: not on that day."""

    minutes: int
    windows: Sequence[Sequence[Span]]
    before: int = 0
    after: int = 0
    abilities: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    bay: Any = None
    person: Any = None
    needs_bay: bool = True
    step: int = 30
    limit: int = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A time that fits. ``choices``: how many people could take it."""

    day: int
    start: int
    end: int
    bay: Lane | None
    person: Lane | None
    choices: int
    no_buffer: bool


@dataclass(frozen=True, slots=True)
class Why:
    """Why a day does not fit: a code, and the values of its sentence."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Result:
    """Hits in the order of time; reasons by the number of the day."""

    hits: list[Hit] = field(default_factory=list)
    refused: dict[int, list[Why]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sooner:
    """One booking whose move opens an earlier hit: whose it is, and where it would go."""

    key: Any
    hit: Hit
    move_to: int
    bay: Lane
    taken: Taken


def knows_on(lane: Lane, skills: Iterable[str], day: date) -> bool:
    """Whether somebody has the skills, with certificates that hold."""
    return all(
        code in lane.abilities and (code not in lane.expired or lane.expired[code] >= day)
        for code in skills
    )


def gaps_of(
    lane: Lane,
    day: int,
    minutes: int,
    before: int,
    after: int,
    *,
    buffers: bool,
    but: Any = None,  # noqa: ANN401 - keys are anything
) -> list[Span]:
    """Stretches of a day without anything taken, breaks included, in which the job may lie."""
    work = lane.work[day]
    if not work:
        return []
    at, close = work[0][0], work[-1][1]
    found: list[Span] = []
    for start, end, part_start, part_end, key, _, _, _ in lane.busy.get(day, ()):
        if key == but:
            continue
        left, right = (start - after, end + before) if buffers else (part_start, part_end)
        if left - at >= minutes:
            found.append((at, min(left, close)))
        at = max(at, right)
    if close - at >= minutes:
        found.append((at, close))
    return [gap for gap in found if gap[1] - gap[0] >= minutes]


class Search:
    """One search; keeps what it has worked out of each lane and day."""

    def __init__(self, table: Timetable, want: Want) -> None:
        self.table, self.want = table, want
        # a bay that can do little goes first: the rare one stays free for those who need it
        self.bays = sorted(
            (
                lane
                for lane in table.bays
                if want.abilities <= lane.abilities and want.bay in {None, lane.key}
            ),
            key=lambda lane: len(lane.abilities),
        )
        longest = max((length(day) for day in table.open), default=0)
        self.is_long = want.minutes > longest
        self._gaps: dict[tuple[int, int, bool, Any], list[Span]] = {}
        self._able = [
            lane
            for lane in table.people
            if want.person in {None, lane.key} and want.skills <= lane.abilities
        ]
        self._lasting = not any(want.skills & lane.expired.keys() for lane in self._able)
        # who has the wished time is told of the first day only
        self._wished_day = next((n for n, spans in enumerate(want.windows) if spans), 0)
        # where nothing has a buffer the search need not look twice
        self._passes = (True, False) if want.before or want.after or table.has_buffers else (False,)

    def people(self, day: int) -> list[Lane]:
        """Who may do it on a day, present or not."""
        if self._lasting:
            return self._able
        on = self.table.date_of(day)
        return [lane for lane in self._able if knows_on(lane, self.want.skills, on)]

    def gaps(self, lane: Lane, day: int, *, buffers: bool, but: Any = None) -> list[Span]:  # noqa: ANN401 - keys are anything
        """The lane's gaps of a day, worked out once."""
        if but is not None and all(taken.key != but for taken in lane.taken(day)):
            but = None
        at = (id(lane), day, buffers, but)
        found = self._gaps.get(at)
        if found is None:
            want = self.want
            found = gaps_of(
                lane, day, want.minutes, want.before, want.after, buffers=buffers, but=but
            )
            self._gaps[at] = found
        return found

    def run(self) -> Result:
        """Days in their order until there are enough hits."""
        result = Result()
        for day in range(self.table.days):
            windows = self.want.windows[day]
            if not windows:
                continue
            hits = self.on_day(day)
            if hits:
                result.hits.extend(hits)
                if len(result.hits) >= self.want.limit:
                    break
            else:
                result.refused[day] = self.why(day)
        result.hits = result.hits[: self.want.limit]
        return result

    def on_day(self, day: int, *, bays: Sequence[Lane] | None = None, but: Any = None) -> list[Hit]:  # noqa: ANN401 - keys are anything
        """The first time of each gap of the day; without buffers only when there is none with them."""
        if not self.table.open[day]:
            return []
        if self.is_long:
            return self._long(day)
        for buffers in self._passes:
            found = self._hits(day, bays or self.bays, buffers=buffers, but=but)
            if found:
                return found
        return []

    def _hits(self, day: int, bays: Sequence[Lane], *, buffers: bool, but: Any) -> list[Hit]:  # noqa: ANN401 - keys are anything
        want, windows = self.want, self.want.windows[day]
        people: Sequence[Lane | None] = self.people(day) if self.table.people else [None]
        places: Sequence[Lane | None] = bays if want.needs_bay else [None]
        starts: dict[int, tuple[Lane | None, Lane | None, int]] = {}
        able: dict[int, set[Any]] = {}
        for bay in places:
            free = self.gaps(bay, day, buffers=buffers, but=but) if bay else self.table.open[day]
            if bay is None and free:
                free = [(free[0][0], free[-1][1])]
            if not free:
                continue
            free = intersect(free, windows)
            for person in people:
                mine = (
                    intersect(free, self.gaps(person, day, buffers=buffers, but=but))
                    if person
                    else free
                )
                for gap in mine:
                    if gap[1] - gap[0] < want.minutes:
                        continue
                    fit = self._first(gap, day, bay, person)
                    if fit is None:
                        continue
                    start, end = fit
                    starts.setdefault(start, (bay, person, end))
                    able.setdefault(start, set()).add(person.key if person else None)
        return [
            Hit(
                day,
                start,
                end,
                bay,
                person,
                len(able[start]),
                no_buffer=not buffers and len(self._passes) > 1,
            )
            for start, (bay, person, end) in sorted(starts.items())
        ]

    def _first(
        self, gap: Span, day: int, bay: Lane | None, person: Lane | None
    ) -> tuple[int, int] | None:
        """The earliest start on the grid inside the gap, breaks worked around."""
        worker = person or bay
        work = worker.work[day] if worker else self.table.open[day]
        if person is not None and bay is not None and bay.work[day] is not self.table.open[day]:
            work = intersect(person.work[day], bay.work[day])
        base, step = self.table.starts[day], self.want.step
        start = gap[0] + -(gap[0] - base) % step
        laid = lay(work, start, self.want.minutes)
        if laid is None:
            later = next((a for a, _ in work if a >= start), None)
            if later is None:
                return None
            start = later
            laid = lay(work, start, self.want.minutes)
        if laid is None or laid[-1][1] > gap[1]:
            return None
        return start, laid[-1][1]

    def _long(self, day: int) -> list[Hit]:
        """A job of several days: the first start of this day whose every stretch is free."""
        want, table = self.want, self.table
        people: Sequence[Lane | None] = self.people(day) if table.people else [None]
        best: Hit | None = None
        for bay in self.bays if want.needs_bay else [None]:
            for person in people:
                worker = person or bay
                work = worker.work[day] if worker else table.open[day]
                ends = [t.end + want.before for t in bay.taken(day)] if bay else []
                ends += [t.end + want.before for t in person.taken(day)] if person else []
                for first in sorted(
                    {*(a for a, _ in work), *ends, *(a for a, _ in want.windows[day])}
                ):
                    start = first + -(first - table.starts[day]) % want.step
                    if best is not None and start >= best.start:
                        break
                    hit = self._long_at(day, start, bay, person)
                    if hit is not None:
                        best = hit
                        break
        return [best] if best else []

    def _long_at(self, day: int, start: int, bay: Lane | None, person: Lane | None) -> Hit | None:
        want, table = self.want, self.table
        if not any(a <= start < b for a, b in want.windows[day]):
            return None
        laid = lay_out(
            table, start, want.minutes, bay=bay, person=person, before=want.before, after=want.after
        )
        if laid.problem:
            return None
        for piece in laid.pieces:
            at = table.day_of(piece.part_start)
            if piece.has_bay and bay and bay.clash(at, piece.start, piece.end):
                return None
            if piece.has_person and person and person.clash(at, piece.start, piece.end):
                return None
        return Hit(day, start, laid.end, bay, person, 1, no_buffer=False)

    # why not
    def why(self, day: int) -> list[Why]:
        """The reasons of a day without a hit: closed, nobody there, nobody free until, everything taken."""
        table, want = self.table, self.want
        if not table.open[day]:
            return [Why(*table.closed_why[day])]
        reasons: list[Why] = []
        if want.needs_bay:
            if not self.bays:
                return [Why("no_bay", {"ability": ", ".join(sorted(want.abilities))})]
            reasons += [Why(*lane.off[day]) for lane in self.bays if day in lane.off]
        has_gap = not want.needs_bay or any(self.gaps(bay, day, buffers=False) for bay in self.bays)
        if table.people:
            nobody = self._nobody(day, has_gap=has_gap)
            if nobody:
                return [*nobody, *reasons]
        if day == self._wished_day:
            reasons += self._taken(day)
        return reasons or [Why("full")]

    def _nobody(self, day: int, *, has_gap: bool) -> list[Why]:
        want, on = self.want, self.table.date_of(day)
        skill = ", ".join(sorted(want.skills))
        everybody = [lane for lane in self.table.people if want.person in {None, lane.key}]
        can = self.people(day)
        reasons = [
            Why("expired", {"name": lane.name, "skill": code, "until": lane.expired[code]})
            for lane in everybody
            for code in sorted(want.skills)
            if code in lane.expired and lane.expired[code] < on
        ]
        there = [lane for lane in can if lane.work[day]]
        if not there:
            reasons += [
                Why(*lane.off[day]) for lane in can if day in lane.off and lane.off[day][0] != "off"
            ]
            return [*reasons, Why("nobody", {"skill": skill}) if skill else Why("nobody_at_all")]
        if not has_gap:
            return []  # whoever is there: it is the bays that are full
        opens = self.table.open[day][0][0]
        wished = max(opens, want.windows[day][0][0])
        first: int | None = None
        for lane in there:
            for a, b in intersect(self.gaps(lane, day, buffers=False), want.windows[day]):
                if b - a >= want.minutes and (first is None or a < first):
                    first = a
            if first is not None and first <= wished:
                return []
        if first is None:
            return [Why("people_taken", {"skill": skill})]
        return [Why("nobody_until", {"skill": skill, "until": first})]

    def _taken(self, day: int) -> list[Why]:
        want, hours = self.want, self.table.open[day]
        wished = max(hours[0][0], want.windows[day][0][0])
        reasons = []
        for lane in self.bays if want.needs_bay else ():
            taken = lane.clash(day, wished, wished + want.minutes)
            if taken is not None:
                reasons.append(
                    Why("taken", {"lane": lane.name, "until": taken.part_end, "key": taken.key})
                )
        return reasons[:3]

    def sooner(self, first: Hit | None, earliest: int, most: int = 60) -> Iterator[Sooner]:
        """Bookings whose move, on its own day and in its own bay, opens a time before ``first``, the earliest first.

        Only those that begin at ``earliest`` or later are looked at, and ``most`` of them at most.
        """
        want, table = self.want, self.table
        if self.is_long or not want.needs_bay:
            return
        last = first.day if first else min(table.days, 3) - 1
        tried = 0
        for day in range(max(0, last - 1), last + 1):
            if not want.windows[day] or not table.open[day]:
                continue
            for bay in self.bays:
                for taken in bay.taken(day):
                    if taken.is_overbooked or taken.part_start < earliest:
                        continue
                    if (first and taken.part_start >= first.start) or tried >= most:
                        break
                    # where there is no gap even without it, nothing opens
                    if not self.gaps(bay, day, buffers=self._passes[0], but=taken.key):
                        continue
                    tried += 1
                    found = self._moved(day, bay, taken, first)
                    if found is not None:
                        yield found

    def _moved(self, day: int, bay: Lane, taken: Taken, first: Hit | None) -> Sooner | None:
        hits = self._hits(day, [bay], buffers=self._passes[0], but=taken.key)
        if not hits or (first and hits[0].start >= first.start):
            return None
        place = self._room_for(day, bay, taken, hits[0])
        return None if place is None else Sooner(taken.key, hits[0], place, bay, taken)

    def _room_for(self, day: int, bay: Lane, taken: Taken, hit: Hit) -> int | None:
        """Where the moved job fits after the new one, in its own bay and with its own people."""
        minutes = taken.part_end - taken.part_start
        lead, trail = taken.part_start - taken.start, taken.end - taken.part_end
        lanes = [
            bay,
            *(
                lane
                for lane in self.table.people
                if any(t.key == taken.key for t in lane.taken(day))
            ),
        ]
        free = [(hit.end + self.want.after + lead, self.table.open[day][-1][1])]
        for lane in lanes:
            free = intersect(
                [span for span in free if span[0] < span[1]],
                gaps_of(lane, day, minutes, lead, trail, buffers=True, but=taken.key),
            )
        step, base = self.want.step, self.table.starts[day]
        for a, b in free:
            start = a + -(a - base) % step
            laid = lay(lanes[-1].work[day], start, minutes)
            if laid is not None and laid[-1][1] <= b:
                return start
        return None
