"""The board: some days by bay or by person, with everything that is drawn on it, and what comes on a day."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.bookings.capacity import busy_of, load_of, loads_on, missing_on, percent, work_of
from app.bookings.rows import (
    ArrivalRow,
    Board,
    BoardDay,
    BoardItem,
    BoardLane,
    Closed,
    DaySummary,
    FreeBusy,
    FullDay,
    LaneDay,
    Stretch,
    WaitingRow,
    WeekLoad,
)
from app.bookings.words import initials, why_off
from app.bookings.world import World, load_world, today_of
from app.kernel.errors import Sentence
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.bookings import (
    COMING,
    OVER,
    Appointment,
    AppointmentOrder,
    AppointmentService,
    AppointmentState,
    Bay,
    OwnerRequest,
    Transport,
    TransportState,
)
from models.customers import Customer
from models.slots import (
    DAY_MINUTES,
    Lane,
    Span,
    intersect,
    merged,
    minute_of,
    moment_of,
    subtract,
)
from models.vehicles import Vehicle
from models.wishes import Waiting

_LONGEST_JOB = timedelta(days=120)
_MOST_DAYS = 62
_WEEK = 7

_CAR = (
    sa.func.coalesce(Vehicle.plate, Appointment.plate, "").label("shown_plate"),
    sa.func.coalesce(sa.func.nullif(Vehicle.model, ""), Appointment.car, "").label("shown_car"),
    sa.func.coalesce(
        Customer.name,
        sa.func.nullif(Appointment.contact_name, ""),
        Appointment.contact_phone,
        "",
    ).label("who"),
)


def _appointments(read: Read, first: datetime, last: datetime, now: datetime) -> sa.Select[Any]:
    """Everything that stands in the calendar between two moments, expired holds left out."""
    return sa.select(Appointment.id).where(
        Appointment.center_id == read.center_id,
        Appointment.starts_at > first - _LONGEST_JOB,
        Appointment.starts_at < last,
        Appointment.ends_at > first,
        Appointment.state.not_in(OVER),
        sa.or_(Appointment.hold_until_at.is_(None), Appointment.hold_until_at > now),
    )


def _named(wanted: sa.Select[Any]) -> sa.Select[Any]:
    return (
        wanted.add_columns(
            Appointment.version,
            Appointment.number,
            Appointment.state,
            Appointment.mode,
            Appointment.bay_id,
            Appointment.employee_id,
            Appointment.starts_at,
            Appointment.ends_at,
            Appointment.minutes,
            Appointment.buffer_before,
            Appointment.buffer_after,
            Appointment.words,
            Appointment.overbooked,
            Appointment.promised_at,
            Appointment.ability,
            Appointment.skill,
            Appointment.hold_until_at,
            Appointment.customer_id,
            Appointment.vehicle_id,
            *_CAR,
            Employee.name.label("person"),
            Bay.name.label("bay"),
            AppointmentOrder.order_id,
        )
        .outerjoin(Vehicle, Vehicle.id == Appointment.vehicle_id)
        .outerjoin(Customer, Customer.id == Appointment.customer_id)
        .outerjoin(Employee, Employee.id == Appointment.employee_id)
        .outerjoin(Bay, Bay.id == Appointment.bay_id)
        .outerjoin(AppointmentOrder, AppointmentOrder.appointment_id == Appointment.id)
        .order_by(Appointment.starts_at, Appointment.id)
    )


def service_words(read: Read, wanted: sa.Select[Any]) -> dict[uuid.UUID, str]:
    """The services of the wanted appointments in words, by the appointment."""
    s = AppointmentService.__table__.c
    found: dict[uuid.UUID, list[str]] = {}
    for row in read.connection.execute(
        sa.select(s.appointment_id, s.name)
        .where(s.appointment_id.in_(wanted.with_only_columns(Appointment.id).order_by(None)))
        .order_by(s.position)
    ):
        found.setdefault(row.appointment_id, []).append(row.name)
    return {key: ", ".join(names) for key, names in found.items()}


def late_by(state: AppointmentState, starts_at: datetime, now: datetime) -> int:
    """Minutes since an expected car should have been here."""
    if state not in COMING or starts_at >= now:
        return 0
    return int((now - starts_at).total_seconds()) // 60


def get_board(read: Read, from_on: date, days: int, *, by: str = "bay", now: datetime) -> Board:
    """``days`` days from ``from_on``, ``by`` bay or employee: lanes, appointments, closed times, loads."""
    read.require(Permission.BOOKINGS_VIEW)
    days = max(1, min(days, _MOST_DAYS))
    world = load_world(read.connection, read.center_id, from_on, days, now)
    table = world.table
    lanes = table.bays if by == "bay" else table.people
    first = moment_of(table.starts[0])
    last = moment_of(table.starts[-1] + DAY_MINUTES)
    wanted = _appointments(read, first, last, now)
    words = service_words(read, wanted)
    segments = _segments(lanes, world)
    marked = _overbooked(table.bays, table.people, world)
    items = [
        _item(row, by, words.get(row.id) or row.words, segments, marked, now)
        for row in read.connection.execute(_named(wanted))
    ]
    if by != "bay":
        items += _drives(read, first, last)
    return Board(
        from_on,
        by,
        now,
        [_lane(world, lane, by) for lane in lanes],
        items,
        [_day(world, day, items) for day in range(table.days)],
        world.rules.step_minutes,
        world.rules.late_minutes,
    )


def _segments(lanes: Sequence[Lane], world: World) -> dict[uuid.UUID, list[Span]]:
    found: dict[Any, set[Span]] = {}
    for lane in lanes:
        for day in lane.busy.values():
            for taken in day:
                found.setdefault(taken.key, set()).add((taken.part_start, taken.part_end))
    return {world.key(raw): merged(spans) for raw, spans in found.items()}


def _overbooked(bays: Sequence[Lane], people: Sequence[Lane], world: World) -> set[uuid.UUID]:
    return {
        world.key(taken.key)
        for lane in (*bays, *people)
        for day in lane.busy.values()
        for taken in day
        if taken.is_overbooked
    }


def _stretches(spans: Iterable[Span]) -> tuple[Stretch, ...]:
    return tuple(Stretch(moment_of(a), moment_of(b)) for a, b in spans)


def _item(
    row: Any,  # noqa: ANN401 - a row has no type
    by: str,
    what: str,
    segments: Mapping[uuid.UUID, list[Span]],
    marked: set[uuid.UUID],
    now: datetime,
) -> BoardItem:
    spans = segments.get(row.id)
    return BoardItem(
        id=row.id,
        version=row.version,
        number=row.number,
        state=row.state,
        mode=row.mode,
        lane_id=row.bay_id if by == "bay" else row.employee_id,
        bay_id=row.bay_id,
        employee_id=row.employee_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        minutes=row.minutes,
        buffer_before=row.buffer_before,
        buffer_after=row.buffer_after,
        segments=_stretches(spans) if spans else (Stretch(row.starts_at, row.ends_at),),
        plate=row.shown_plate,
        car=row.shown_car,
        what=what,
        who=row.who,
        person=row.person or "",
        initials=initials(row.person or ""),
        promised_at=row.promised_at,
        late_minutes=late_by(row.state, row.starts_at, now),
        is_overbooked=row.overbooked is not None or row.id in marked,
        is_hold=row.hold_until_at is not None,
        hold_until_at=row.hold_until_at,
        order_id=row.order_id,
        ability=row.ability,
        skill=row.skill,
    )


def _drives(read: Read, first: datetime, last: datetime) -> list[BoardItem]:
    rows = read.connection.execute(
        sa.select(
            Transport.id,
            Transport.version,
            Transport.number,
            Transport.kind,
            Transport.driver_id,
            Transport.starts_at,
            Transport.ends_at,
            Appointment.state,
            Appointment.mode,
            *_CAR,
            Employee.name.label("person"),
        )
        .join(Appointment, Appointment.id == Transport.appointment_id)
        .outerjoin(Vehicle, Vehicle.id == Appointment.vehicle_id)
        .outerjoin(Customer, Customer.id == Appointment.customer_id)
        .join(Employee, Employee.id == Transport.driver_id)
        .where(
            Transport.center_id == read.center_id,
            Transport.state == TransportState.PLANNED,
            Transport.starts_at < last,
            Transport.ends_at > first,
        )
        .order_by(Transport.starts_at)
    )
    return [
        BoardItem(
            id=row.id,
            version=row.version,
            number=row.number,
            state=row.state,
            mode=row.mode,
            lane_id=row.driver_id,
            bay_id=None,
            employee_id=row.driver_id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            minutes=minute_of(row.ends_at) - minute_of(row.starts_at),
            buffer_before=0,
            buffer_after=0,
            segments=(Stretch(row.starts_at, row.ends_at),),
            plate=row.shown_plate,
            car=row.shown_car,
            what=row.kind.value,
            who=row.who,
            person=row.person,
            initials=initials(row.person),
            promised_at=None,
            late_minutes=0,
            is_overbooked=False,
            is_hold=False,
            hold_until_at=None,
            order_id=None,
            transport_id=row.id,
        )
        for row in rows
    ]


def _lane(world: World, lane: Lane, by: str) -> BoardLane:
    days = [_lane_day(world, lane, day, by) for day in range(world.table.days)]
    work, busy = sum(d.work_minutes for d in days), sum(d.busy_minutes for d in days)
    return BoardLane(
        lane.key,
        lane.name,
        lane.detail,
        tuple(sorted(lane.abilities)),
        world.departments.get(lane.key, ""),
        percent(busy, work),
        days,
    )


def _lane_day(world: World, lane: Lane, day: int, by: str) -> LaneDay:
    work, busy = work_of(lane, day), busy_of(lane, day)
    full = percent(busy, work)
    return LaneDay(
        world.table.date_of(day),
        full,
        work,
        busy,
        _closed(world, lane, day, by),
        free_at(world, lane, day, world.rules.typical_minutes),
        full > world.rules.full_percent,
    )


def _closed(world: World, lane: Lane, day: int, by: str) -> list[Closed]:
    """What is hatched: the hull of the day's hours without the lane's working time."""
    table = world.table
    hours = table.open[day]
    why = lane.off.get(day)
    if not hours:
        start = table.starts[day]
        end = table.starts[day + 1] if day + 1 < table.days else start + DAY_MINUTES
        code, params = table.closed_why[day]
        return [Closed(moment_of(start), moment_of(end), "holiday", why_off(code, params))]
    hull = [(hours[0][0], hours[-1][1])]
    breaks = subtract(hull, hours)
    found = []
    for span in subtract(hull, lane.work[day]):
        sentence: Sentence | None = None
        if span in breaks:
            kind = "break"
        elif by == "bay":
            kind = "closure"
        elif why is not None and why[0] != "off":
            kind = "absence"
        elif lane.work[day] and lane.work[day][0][0] < span[0] and span[1] < lane.work[day][-1][1]:
            kind = "break"
        else:
            kind = "off"
        if why is not None and kind in {"closure", "absence", "off"}:
            sentence = why_off(*why)
        found.append(Closed(moment_of(span[0]), moment_of(span[1]), kind, sentence))
    return found


def free_at(world: World, lane: Lane, day: int, minutes: int) -> datetime | None:
    """The first time of the day, from now on, at which a job of that length fits into the lane."""
    work = lane.work[day]
    if not work:
        return None
    from_minute = minute_of(world.now) + 1
    start, step = world.table.starts[day], world.rules.step_minutes
    holes = sorted((taken.start, taken.end) for taken in lane.taken(day))
    for a, b in subtract([(work[0][0], work[-1][1])], holes):
        begin = max(a, from_minute)
        begin += -(begin - start) % step
        left = intersect([(begin, b)], work) if begin < b else []
        if left and left[0][0] == begin and sum(y - x for x, y in left) >= minutes:
            return moment_of(begin)
        # a break stood there: the first stretch after it
        later = [span for span in left if span[0] > begin]
        if later and sum(y - x for x, y in later) >= minutes:
            return moment_of(later[0][0])
    return None


def _day(world: World, day: int, items: Sequence[BoardItem]) -> BoardDay:
    table = world.table
    hours = table.open[day]
    on = table.date_of(day)
    bays, people = load_of(table.bays, day)[2], load_of(table.people, day)[2]
    over = [load.name for load in loads_on(world, day) if load.is_overloaded]
    limit = world.rules.full_percent
    start = table.starts[day]
    end = table.starts[day + 1] if day + 1 < table.days else start + DAY_MINUTES
    why = table.closed_why.get(day)
    return BoardDay(
        on,
        bool(hours),
        why_off(*why) if why else None,
        moment_of(hours[0][0]) if hours else None,
        moment_of(hours[-1][1]) if hours else None,
        bays,
        people,
        bays > limit or people > limit,
        tuple(over),
        missing_on(world, day),
        sum(
            1
            for item in items
            if item.transport_id is None and start <= minute_of(item.starts_at) < end
        ),
    )


def list_waiting(read: Read, *, now: datetime, limit: int = 200) -> tuple[WaitingRow, ...]:
    """Who waits for a time, the longest first."""
    read.require(Permission.BOOKINGS_VIEW)
    today = today_of(read.connection, read.center_id, now)
    wanted = sa.select(Appointment.id).where(
        Appointment.center_id == read.center_id,
        Appointment.state == AppointmentState.REQUESTED,
        Appointment.starts_at.is_(None),
    )
    words = service_words(read, wanted)
    rows = read.connection.execute(
        wanted.add_columns(
            Appointment.version,
            Appointment.number,
            Appointment.words,
            Appointment.minutes,
            Appointment.ability,
            Appointment.skill,
            Appointment.wish,
            Appointment.waiting_since_at,
            Appointment.made_at,
            Appointment.note,
            *_CAR,
        )
        .outerjoin(Vehicle, Vehicle.id == Appointment.vehicle_id)
        .outerjoin(Customer, Customer.id == Appointment.customer_id)
        .order_by(Appointment.waiting_since_at, Appointment.id)
        .limit(limit)
    )
    found = []
    for row in rows:
        wish = Waiting.from_json(row.wish)
        found.append(
            WaitingRow(
                row.id,
                row.version,
                row.number,
                row.shown_plate,
                row.shown_car,
                row.who,
                words.get(row.id) or row.words,
                row.minutes,
                row.ability,
                row.skill,
                wish,
                row.waiting_since_at or row.made_at,
                wish.until_on is not None and wish.until_on < today,
                row.note,
            )
        )
    return tuple(found)


def day_summary(read: Read, on: date, *, now: datetime) -> DaySummary:
    """A day for *Today*: who comes and who is late, how full the week from it is, how many wait for a time."""
    read.require(Permission.BOOKINGS_VIEW)
    # from the Monday of its week on, for the chart of the week
    at = on.weekday()
    world = load_world(read.connection, read.center_id, on - timedelta(days=at), at + _WEEK, now)
    table = world.table
    first, last = moment_of(table.starts[at]), moment_of(table.starts[at] + DAY_MINUTES)
    wanted = _appointments(read, first, last, now).where(Appointment.starts_at >= first)
    words = service_words(read, wanted)
    arrivals = [
        ArrivalRow(
            row.id,
            row.version,
            row.number,
            row.state,
            row.mode,
            row.starts_at,
            row.ends_at,
            row.shown_plate,
            row.shown_car,
            row.who,
            words.get(row.id) or row.words,
            row.bay or "",
            row.person or "",
            late_by(row.state, row.starts_at, now),
            row.customer_id,
            row.vehicle_id,
            row.order_id,
        )
        for row in read.connection.execute(_named(wanted))
    ]
    waiting = read.connection.execute(
        sa.select(sa.func.count()).where(
            Appointment.center_id == read.center_id,
            Appointment.state == AppointmentState.REQUESTED,
            Appointment.starts_at.is_(None),
        )
    ).scalar_one()
    why = table.closed_why.get(at)
    return DaySummary(
        on,
        bool(table.open[at]),
        why_off(*why) if why else None,
        arrivals,
        sum(1 for row in arrivals if row.state in COMING),
        sum(1 for row in arrivals if row.state not in COMING),
        sum(1 for row in arrivals if row.late_minutes >= world.rules.late_minutes),
        load_of(table.bays, at)[2],
        load_of(table.people, at)[2],
        waiting,
        count_requests(read),
        [full for day in range(at, table.days) if (full := _full(world, day)) is not None],
        world.rules.late_minutes,
        [_week_load(world, day) for day in range(_WEEK)] if table.bays or table.people else [],
    )


def _week_load(world: World, day: int) -> WeekLoad:
    table = world.table
    work, busy, full = load_of(table.bays or table.people, day)
    return WeekLoad(table.date_of(day), work, busy, full, full > world.rules.full_percent)


def _full(world: World, day: int) -> FullDay | None:
    """A day whose bays or people are over the limit together, with what is over it by itself."""
    table = world.table
    limit = world.rules.full_percent
    both = (load_of(lanes, day)[2] for lanes in (table.bays, table.people))
    over = next((full for full in both if full > limit), None)
    if over is None:
        return None
    names = [load.name for load in loads_on(world, day) if load.is_overloaded]
    return FullDay(table.date_of(day), over, names)


def count_requests(read: Read) -> int:
    """How many owners wait for the desk's word; one who was offered another time is asked, and does not wait."""
    read.require(Permission.BOOKINGS_VIEW)
    return read.connection.execute(
        sa.select(sa.func.count())
        .select_from(OwnerRequest)
        .join(Appointment, Appointment.id == OwnerRequest.appointment_id)
        .where(
            OwnerRequest.center_id == read.center_id,
            Appointment.state == AppointmentState.REQUESTED,
            sa.or_(
                Appointment.starts_at.is_(None), Appointment.starts_at == OwnerRequest.wished_at
            ),
        )
    ).scalar_one()


def free_busy(read: Read, from_on: date, days: int, *, now: datetime) -> tuple[FreeBusy, ...]:
    """When the shop is open and which bay is taken when, for those outside: nothing of any customer."""
    world = load_world(read.connection, read.center_id, from_on, days, now)
    table = world.table
    return tuple(
        FreeBusy(
            table.date_of(day),
            _stretches(table.open[day]),
            {
                lane.key: _stretches(
                    merged(
                        [
                            *((taken.start, taken.end) for taken in lane.taken(day)),
                            *subtract(table.open[day], lane.work[day]),
                        ]
                    )
                )
                for lane in table.bays
            },
        )
        for day in range(table.days)
    )
