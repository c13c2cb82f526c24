"""The calendar of some days, loaded in few statements into plain minutes: hours, bays, people, what is taken."""

import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.bookings.holidays import public_holidays
from app.bookings.rows import RulesRow
from app.kernel.clock import local_day, zone
from models.access import Employee
from models.base import UtcTime
from models.bookings import (
    Absence,
    AbsenceReason,
    Bay,
    BayClosure,
    BookingRules,
    BusySpan,
    CalendarDay,
    DayKind,
    OpeningHours,
    Shift,
    ShiftDay,
    Skill,
)
from models.centers import Center
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

_MICROSECONDS = 60_000_000
_NO_TYPE = sa.types.NullType()
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
    t = BookingRules.__table__
    row = connection.execute(
        sa.select(*(t.c[name] for name in RulesRow.__slots__)).where(t.c.center_id == center_id)
    ).one_or_none()
    return RulesRow(*row) if row else USUAL_RULES


def minute_column(connection: Connection, column: Any) -> Any:  # noqa: ANN401  columns have no type here
    """The column as a whole minute, counted by the database: a datetime for each row would cost more than the row."""
    if connection.dialect.name == "sqlite":
        return sa.type_coerce(column, sa.BigInteger()) // _MICROSECONDS
    return sa.cast(sa.func.floor(sa.extract("epoch", column) / 60), sa.BigInteger)


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
    center = connection.execute(
        sa.select(Center.time_zone, Center.country, Center.language).where(Center.id == center_id)
    ).one()
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
    h, d = OpeningHours.__table__.c, CalendarDay.__table__.c
    week: dict[int, Hours] = {
        row.weekday: (row.opens_minute, row.closes_minute, row.breaks)
        for row in connection.execute(
            sa.select(h.weekday, h.opens_minute, h.closes_minute, h.breaks).where(
                h.center_id == center_id
            )
        )
    }
    own = {
        row.day_on: row
        for row in connection.execute(
            sa.select(d.day_on, d.kind, d.name, d.opens_minute, d.closes_minute, d.breaks).where(
                d.center_id == center_id, d.day_on.between(dates[0], dates[-1])
            )
        )
    }
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
    b, c = Bay.__table__.c, BayClosure.__table__.c
    lanes: list[Lane] = []
    departments: dict[uuid.UUID, str] = {}
    for row in connection.execute(
        sa.select(b.id, b.name, b.abilities, b.department)
        .where(b.center_id == center_id, b.archived_at.is_(None))
        .order_by(b.position, b.id)
    ):
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
    for hole in connection.execute(
        sa.select(c.bay_id, c.starts_at, c.ends_at, c.why)
        .where(c.center_id == center_id, c.ends_at > _moment(first), c.starts_at < _moment(last))
        .order_by(c.starts_at)
    ):
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
    s, x, e = Shift.__table__.c, ShiftDay.__table__.c, Employee.__table__.c
    by_raw: dict[Any, dict[int, Hours]] = {}
    # a week is read of everybody each time: an id is made once for each, not once a row
    for raw, weekday, starts, ends, breaks in connection.execute(
        sa.select(
            sa.type_coerce(s.employee_id, _NO_TYPE),
            s.weekday,
            s.starts_minute,
            s.ends_minute,
            sa.type_coerce(s.breaks, _NO_TYPE),
        ).where(s.center_id == center_id)
    ):
        by_raw.setdefault(raw, {})[weekday] = (
            starts,
            ends,
            () if breaks == "[]" else json.loads(breaks),
        )
    weeks = {_uuid_of(raw): week for raw, week in by_raw.items()}
    special: dict[tuple[uuid.UUID, date], Hours | None] = {}
    for dated in connection.execute(
        sa.select(x.employee_id, x.day_on, x.starts_minute, x.ends_minute, x.breaks).where(
            x.center_id == center_id, x.day_on.between(dates[0], dates[-1])
        )
    ):
        special[dated.employee_id, dated.day_on] = (
            None
            if dated.starts_minute is None
            else (dated.starts_minute, dated.ends_minute, dated.breaks or ())
        )
        weeks.setdefault(dated.employee_id, {})
    away = _away(connection, center_id, dates[0], dates[-1])
    skills = _skills(connection, center_id)
    lanes: list[Lane] = []
    for person in connection.execute(
        sa.select(e.id, e.name, e.position)
        .where(e.center_id == center_id, e.archived_at.is_(None))
        .order_by(e.name, e.id)
    ):
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
            at_work = own[day] if day in own else week.get(day.weekday())
            if gone is not None:
                lane.off[n] = (gone.reason.value, {"name": person.name})
            elif at_work is None:
                lane.off[n] = ("off", {"name": person.name})
            opened = open_days[n]
            if gone is not None or at_work is None or not opened:
                lane.work.append([])
                continue
            work = spans(n, at_work)
            whole = len(work) == 1 and work[0][0] <= opened[0][0] and work[0][1] >= opened[-1][1]
            lane.work.append(opened if whole else intersect(opened, work))
        lanes.append(lane)
    return lanes, away


def _away(connection: Connection, center_id: uuid.UUID, first: date, last: date) -> list[Away]:
    a = Absence.__table__.c
    return [
        Away(row.employee_id, row.from_on, row.until_on, row.reason)
        for row in connection.execute(
            sa.select(a.employee_id, a.from_on, a.until_on, a.reason)
            .where(a.center_id == center_id, a.until_on >= first, a.from_on <= last)
            .order_by(a.from_on)
        )
    ]


def _skills(
    connection: Connection, center_id: uuid.UUID
) -> dict[uuid.UUID, dict[str, date | None]]:
    k = Skill.__table__.c
    found: dict[uuid.UUID, dict[str, date | None]] = {}
    for row in connection.execute(
        sa.select(k.employee_id, k.code, k.valid_until_on).where(k.center_id == center_id)
    ):
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
    t = BusySpan.__table__.c
    rows = connection.execute(
        sa.select(
            minute_column(connection, t.starts_at),
            minute_column(connection, t.ends_at),
            minute_column(connection, t.part_starts_at),
            minute_column(connection, t.part_ends_at),
            sa.type_coerce(sa.func.coalesce(t.appointment_id, t.transport_id), _NO_TYPE),
            sa.type_coerce(t.is_overbooked, _NO_TYPE),
            sa.type_coerce(t.bay_id, _NO_TYPE),
            sa.type_coerce(t.employee_id, _NO_TYPE),
        )
        .where(
            t.center_id == center_id,
            t.ends_at > _bound(first),
            # a span is of one day, so the other bound keeps the index from being read to its end
            t.ends_at < _bound(last + 2 * DAY_MINUTES),
            t.starts_at < _bound(last),
            sa.or_(
                t.hold_until_at.is_(None),
                t.hold_until_at > sa.bindparam(None, world.now, UtcTime()),
            ),
        )
        .order_by(t.ends_at)
    )
    # the driver's own rows: nothing in them needs another type
    _hand_out(world, cast("Any", rows.cursor).fetchall(), last)


def _hand_out(world: World, rows: Sequence[Sequence[Any]], last: int) -> None:
    """Give each span to its bay and its person. Rows come in the order of their ends, so the day only ever grows."""
    raw, table = world.raw, world.table
    bays = {raw(lane.key): lane.busy for lane in table.bays}
    people = {raw(lane.key): lane.busy for lane in table.people}
    starts, top = table.starts, table.days
    ends = [*starts[1:], last]
    day = 0
    make = Taken._make
    for row in rows:
        start, end = row[0], row[1]
        taken = make(row[:6])
        while end > ends[day] and day + 1 < top:
            day += 1
        for busy in (bays.get(row[6]), people.get(row[7])):
            if busy is None:
                continue
            if day in busy:
                busy[day].append(taken)
            else:
                busy[day] = [taken]
            if start < starts[day] and day:
                busy.setdefault(day - 1, []).append(taken)
    table.has_buffers = any(row[0] != row[2] or row[1] != row[3] for row in rows)
    if any(row[5] for row in rows):
        # only what is overbooked makes the order of ends another one than that of beginnings
        for lane in (*table.bays, *table.people):
            for of_one in lane.busy.values():
                of_one.sort(key=lambda taken: taken[:2])


def _bound(minute: int) -> Any:  # noqa: ANN401  a bound value has no type
    return sa.bindparam(None, _moment(minute), UtcTime())


def today_of(connection: Connection, center_id: uuid.UUID, now: datetime) -> date:
    """The day on the center's wall clock."""
    name = connection.execute(
        sa.select(Center.time_zone).where(Center.id == center_id)
    ).scalar_one()
    return local_day(now, name)
