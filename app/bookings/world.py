"""The calendar of some days, loaded in few statements into plain minutes: hours, bays, people, what is taken."""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import repeat
from typing import Any, cast

from sqlalchemy.engine import Connection

from app.bookings import selects
from app.bookings.holidays import public_holidays
from app.bookings.rows import RulesRow
from app.kernel.clock import local_day, zone
from models.bookings import (
    AbsenceReason,
    DayKind,
)
from models.slots import (
    DAY_MINUTES,
    Lane,
    Span,
    Taken,
    Timetable,
    hours_on,
    intersect,
    minute_at,
    minute_of,
    subtract,
)

USUAL_RULES = RulesRow(
    version=0,
    uses_public_holidays=True,
    holiday_region="",
    step_minutes=30,
    hold_minutes=15,
    late_minutes=15,
    typical_minutes=60,
    full_percent=90,
    contact_days=30,
    appointment_number="{center}-A-{yyyy}-{seq:05}",
    transport_number="{center}-T-{yyyy}-{seq:05}",
)
"""Where a center has set nothing."""

_NEVER = 1 << 60
_as_taken = cast("Callable[[type[Taken], Sequence[Any]], Taken]", tuple.__new__)
Hours = tuple[int, int, Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody's absence."""

    employee_id: uuid.UUID
    from_on: date
    until_on: date
    reason: AbsenceReason


@dataclass(slots=True)
class World:
    """Some days of a center's calendar, and what its sentences need."""

    table: Timetable
    rules: RulesRow
    zone: tzinfo
    now: datetime
    departments: Mapping[uuid.UUID, str]
    away: Sequence[Away]
    raw: Callable[[uuid.UUID], Any]
    key: Callable[[Any], uuid.UUID]


def read_rules(connection: Connection, center_id: uuid.UUID) -> RulesRow:
    """How the center books, or as a new one does."""
    row = connection.execute(selects.rules(), {"center": center_id}).one_or_none()
    return RulesRow(*row) if row else USUAL_RULES


def _bytes_of(key: uuid.UUID) -> Any:  # noqa: ANN401  what the driver gives
    return key.bytes


def _uuid_of(raw: Any) -> uuid.UUID:  # noqa: ANN401  as above
    return raw if isinstance(raw, uuid.UUID) else uuid.UUID(bytes=bytes(raw))


def load_world(
    connection: Connection,
    center_id: uuid.UUID,
    from_on: date,
    days: int,
    now: datetime,
    *,
    with_busy: bool = True,
) -> World:
    """``days`` days from ``from_on``. Expired holds are free; archived bays and people are left out."""
    center = connection.execute(selects.center(), {"center": center_id}).one()
    rules = read_rules(connection, center_id)
    place = zone(center.time_zone)
    dates = [from_on + timedelta(days=n) for n in range(days + 1)]
    starts = [minute_at(day, 0, place) for day in dates]
    plain = [starts[n + 1] - starts[n] == DAY_MINUTES for n in range(days)]

    def spans(n: int, hours: Hours) -> list[Span]:
        if plain[n] and not hours[2]:
            return [(starts[n] + hours[0], starts[n] + hours[1])]
        if plain[n]:
            base = starts[n]
            return subtract(
                [(base + hours[0], base + hours[1])],
                [(base + a, base + b) for a, b in hours[2]],
            )
        return hours_on(dates[n], *hours, place)

    open_days, why = _open_days(connection, center_id, dates[:-1], rules, center, spans)
    raw = _bytes_of if connection.dialect.name == "sqlite" else lambda key: key
    bays, departments = _bays(connection, center_id, open_days, starts)
    people, away = _people(connection, center_id, dates[:-1], open_days, spans)
    table = Timetable(from_on, place, starts[:-1], open_days, why, bays, people)
    world = World(table, rules, place, now, departments, away, raw, _uuid_of)
    if with_busy:
        _load_busy(connection, center_id, world, starts[0], starts[-1])
    return world


def _open_days(
    connection: Connection,
    center_id: uuid.UUID,
    dates: Sequence[date],
    rules: RulesRow,
    center: Any,  # noqa: ANN401  a row has no type
    spans: Callable[[int, Hours], list[Span]],
) -> tuple[list[list[Span]], dict[int, tuple[str, Mapping[str, Any]]]]:
    here = {"center": center_id, "first": dates[0], "last": dates[-1]}
    week: dict[int, Hours] = {
        row.weekday: (row.opens_minute, row.closes_minute, row.breaks)
        for row in connection.execute(selects.hours(), {"center": center_id})
    }
    own = {row.day_on: row for row in connection.execute(selects.own_days(), here)}
    public: dict[date, str] = {}
    if rules.uses_public_holidays:
        for year in range(dates[0].year, dates[-1].year + 1):
            public.update(
                public_holidays(center.country, rules.holiday_region, year, center.language)
            )
    opened: list[list[Span]] = []
    why: dict[int, tuple[str, Mapping[str, Any]]] = {}
    for n, day in enumerate(dates):
        special = own.get(day)
        if special is not None and special.kind == DayKind.OTHER_HOURS:
            opened.append(
                spans(n, (special.opens_minute, special.closes_minute, special.breaks or ()))
            )
            continue
        hours = week.get(day.weekday())
        if special is not None:
            why[n] = ("own", {"name": special.name})
        elif hours is None:
            why[n] = ("weekday", {})
        elif day in public:
            why[n] = ("holiday", {"name": public[day]})
        opened.append([] if n in why or hours is None else spans(n, hours))
    return opened, why


def _bays(
    connection: Connection,
    center_id: uuid.UUID,
    open_days: list[list[Span]],
    starts: Sequence[int],
) -> tuple[list[Lane], dict[uuid.UUID, str]]:
    lanes: list[Lane] = []
    departments: dict[uuid.UUID, str] = {}
    for row in connection.execute(selects.all_bays(), {"center": center_id}):
        lanes.append(
            Lane(
                row.id,
                row.name,
                open_days,
                detail=", ".join(row.abilities),
                abilities=frozenset(row.abilities),
            )
        )
        departments[row.id] = row.department
    known = {lane.key: lane for lane in lanes}
    first, last = starts[0], starts[-1]
    closures: dict[uuid.UUID, list[tuple[int, int, str]]] = {}
    span = {"center": center_id, "first": _moment(first), "last": _moment(last)}
    for hole in connection.execute(selects.closures(), span):
        closures.setdefault(hole.bay_id, []).append(
            (minute_of(hole.starts_at), -(-_seconds(hole.ends_at) // 60), hole.why)
        )
    for key, holes in closures.items():
        if key not in known:
            continue
        lane = known[key]
        lane.work = [subtract(day, [(a, b) for a, b, _ in holes]) for day in open_days]
        for n, (whole, left) in enumerate(zip(open_days, lane.work, strict=True)):
            if whole != left:
                reason = next((w for a, b, w in holes if a < starts[n + 1] and b > starts[n]), "")
                lane.off[n] = ("closure", {"name": lane.name, "why": reason})
    return lanes, departments


def _moment(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, tz=UTC)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _people(
    connection: Connection,
    center_id: uuid.UUID,
    dates: Sequence[date],
    open_days: list[list[Span]],
    spans: Callable[[int, Hours], list[Span]],
) -> tuple[list[Lane], list[Away]]:
    weeks = _weeks(connection, center_id)
    special = _special(connection, center_id, dates)
    for key, _ in special:
        weeks.setdefault(key, {})
    away = _away(connection, center_id, dates[0], dates[-1])
    skills = _skills(connection, center_id)
    lanes: list[Lane] = []
    weekdays = [day.weekday() for day in dates]
    # many have the same hours: what of a day they work is worked out once
    at_hours: dict[tuple[int, Hours], list[Span]] = {}
    for person in connection.execute(selects.employees(), {"center": center_id}):
        week = weeks.get(person.id)
        if week is None:
            continue
        lane = Lane(person.id, person.name, [], detail=person.position)
        known = skills.get(person.id, {})
        lane.abilities = frozenset(known)
        lane.expired = {code: until for code, until in known.items() if until is not None}
        mine = [a for a in away if a.employee_id == person.id]
        own = {day: hours for (key, day), hours in special.items() if key == person.id}
        for n, day in enumerate(dates):
            gone = next((a for a in mine if a.from_on <= day <= a.until_on), None) if mine else None
            at_work = own[day] if own and day in own else week.get(weekdays[n])
            if gone is not None:
                lane.off[n] = (gone.reason.value, {"name": person.name})
            elif at_work is None:
                lane.off[n] = ("off", {"name": person.name})
            opened = open_days[n]
            if gone is not None or at_work is None or not opened:
                lane.work.append([])
                continue
            work = at_hours.get((n, at_work))
            if work is None:
                work = at_hours[n, at_work] = _at_work(opened, spans(n, at_work))
            lane.work.append(work)
        lanes.append(lane)
    return lanes, away


def _weeks(connection: Connection, center_id: uuid.UUID) -> dict[uuid.UUID, dict[int, Hours]]:
    """Everybody's hours by weekday."""
    by_raw: dict[Any, dict[int, Hours]] = {}
    # a week is read of everybody each time: an id is made once for each, not once a row
    breaks_of: dict[str, Sequence[Sequence[int]]] = {"[]": ()}
    for raw, weekday, starts, ends, breaks in connection.execute(
        selects.shifts(), {"center": center_id}
    ):
        if breaks not in breaks_of:
            breaks_of[breaks] = tuple(tuple(pair) for pair in json.loads(breaks))
        by_raw.setdefault(raw, {})[weekday] = (starts, ends, breaks_of[breaks])
    return {_uuid_of(raw): week for raw, week in by_raw.items()}


def _special(
    connection: Connection, center_id: uuid.UUID, dates: Sequence[date]
) -> dict[tuple[uuid.UUID, date], Hours | None]:
    """Days of people unlike their week; None is a day off."""
    here = {"center": center_id, "first": dates[0], "last": dates[-1]}
    found: dict[tuple[uuid.UUID, date], Hours | None] = {}
    for row in connection.execute(selects.shift_days(), here):
        breaks = tuple(tuple(pair) for pair in row.breaks or ())
        hours = None if row.starts_minute is None else (row.starts_minute, row.ends_minute, breaks)
        found[row.employee_id, row.day_on] = hours
    return found


def _at_work(opened: list[Span], hours: list[Span]) -> list[Span]:
    """Somebody's hours while the shop is open; the shop's own list when they are there all the time."""
    whole = len(hours) == 1 and hours[0][0] <= opened[0][0] and hours[0][1] >= opened[-1][1]
    return opened if whole else intersect(opened, hours)


def _away(connection: Connection, center_id: uuid.UUID, first: date, last: date) -> list[Away]:
    here = {"center": center_id, "first": first, "last": last}
    return [
        Away(row.employee_id, row.from_on, row.until_on, row.reason)
        for row in connection.execute(selects.absences(), here)
    ]


def _skills(
    connection: Connection, center_id: uuid.UUID
) -> dict[uuid.UUID, dict[str, date | None]]:
    found: dict[uuid.UUID, dict[str, date | None]] = {}
    for row in connection.execute(selects.skills(), {"center": center_id}):
        found.setdefault(row.employee_id, {})[row.code] = row.valid_until_on
    return found


def knows(lane: Lane, codes: Iterable[str], day: date) -> bool:
    """Whether somebody has all the skills, with certificates that hold on that day."""
    return all(
        code in lane.abilities and (code not in lane.expired or lane.expired[code] >= day)
        for code in codes
    )


def codes_of(text: str | None) -> frozenset[str]:
    """The codes of a stored need: several stand with commas between them."""
    return frozenset(part.strip() for part in (text or "").split(",") if part.strip())


def _load_busy(
    connection: Connection, center_id: uuid.UUID, world: World, first: int, last: int
) -> None:
    """One select; ids stay as the driver gives them until somebody asks for one."""
    rows = connection.execute(
        selects.taken(connection.dialect.name),
        {
            "center": center_id,
            "first": _moment(first),
            "last": _moment(last),
            "far": _moment(last + 2 * DAY_MINUTES),
            "now": world.now,
        },
    )
    # the driver's own rows: nothing in them needs another type
    _hand_out(world, cast("Any", rows.cursor).fetchall(), last)


def _hand_out(world: World, rows: Sequence[Sequence[Any]], last: int) -> None:
    """Give each span to its bay and its person, and see what is unusual about them."""
    if not rows:
        return
    raw, table = world.raw, world.table
    lanes = (*table.bays, *table.people)
    for lane in lanes:
        lane.busy = {day: [] for day in range(table.days)}
    starts, ends, part_starts, part_ends, _, overbooked, _, _ = zip(*rows, strict=True)
    table.has_buffers = starts != part_starts or ends != part_ends
    _deal(
        rows,
        [*table.starts, last],
        {raw(lane.key): lane.busy for lane in table.bays},
        {raw(lane.key): lane.busy for lane in table.people},
    )
    if any(overbooked):
        # only what is overbooked makes the order of ends another one than that of beginnings
        for lane in lanes:
            for of_one in lane.busy.values():
                of_one.sort(key=lambda taken: taken[:2])


def _deal(
    rows: Sequence[Sequence[Any]],
    edges: Sequence[int],
    bays: Mapping[Any, dict[int, list[Taken]]],
    people: Mapping[Any, dict[int, list[Taken]]],
) -> None:
    """Put each span under its day; rows come in the order of their ends, so the day only ever grows."""
    top = len(edges) - 2
    day, begin, until = 0, edges[0], edges[1] if top else _NEVER
    # in one go, without asking each row how long it is
    for taken in map(_as_taken, repeat(Taken), rows):
        while taken[1] > until:
            day += 1
            begin, until = edges[day], edges[day + 1] if day < top else _NEVER
        bay, person = bays.get(taken[6]), people.get(taken[7])
        if bay is not None:
            bay[day].append(taken)
        if person is not None:
            person[day].append(taken)
        if taken[0] < begin and day:
            for busy in (bay, person):
                if busy is not None:
                    busy[day - 1].append(taken)


def today_of(connection: Connection, center_id: uuid.UUID, now: datetime) -> date:
    """The day on the center's wall clock."""
    return local_day(now, zone_name_of(connection, center_id))


def zone_name_of(connection: Connection, center_id: uuid.UUID) -> str:
    """The center's time zone by its name."""
    row = connection.execute(selects.center(), {"center": center_id}).one()
    name: str = row.time_zone
    return name
