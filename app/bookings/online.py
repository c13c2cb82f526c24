"""What those outside may know of the calendar: what can be asked for, and when a visit may begin.

It is told as it stands whenever the worker looks, never as it was changed: no edit of the calendar can forget to tell.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from app.bookings.setting_reads import list_hours
from app.bookings.world import World, codes_of, knows, load_world, today_of
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.base import new_id
from models.bookings import (
    OVER,
    Appointment,
    AppointmentService,
    OnlineBooking,
    OnlineTakes,
    ServiceType,
)
from models.centers import Center
from models.slots import Lane, intersect, lay, lay_out, length, minute_of, moment_of
from sync.wire.moments import utc_text

if TYPE_CHECKING:
    from sync.wire.bookings import BookingSettings, CalendarFreeBusy

SHOWN: Final = frozenset(
    {
        "absence",
        "appointment",
        "appointment_service",
        "bay",
        "bay_closure",
        "booking_rules",
        "busy_span",
        "calendar_day",
        "center",
        "employee",
        "online_booking",
        "opening_hours",
        "service_type",
        "shift",
        "shift_day",
        "skill",
    }
)
"""Tables that the told time comes from: who changes one of them wakes the worker."""

_LONGEST_LEAD = 60 * 24 * 60
_LONGEST_REACH = 62


@dataclass(frozen=True, slots=True)
class OnlineRow:
    """Whose requests are taken, and how early and how far ahead; version 0 when nothing was ever set."""

    version: int
    takes: OnlineTakes
    lead_minutes: int
    ahead_days: int


USUAL: Final = OnlineRow(0, OnlineTakes.EVERYBODY, 120, 14)
"""Where a center has set nothing: what is offered is decided by which services are public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOnlineBooking:
    """Whose requests are taken; a visit is asked for ``lead_minutes`` before at the latest, ``ahead_days`` ahead.

    ``services``: those that can be asked for, and no others; None leaves each as it is.
    """

    version: int
    takes: OnlineTakes
    lead_minutes: int = 120
    ahead_days: int = 14
    services: Sequence[uuid.UUID] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a service needs of the calendar; services alike in it are free at the same times."""

    minutes: int
    before: int
    after: int
    abilities: frozenset[str]
    skills: frozenset[str]


@dataclass(frozen=True, slots=True)
class OnlineFacts:
    """What the server is to know of the calendar today."""

    settings: "BookingSettings"
    free_busy: "CalendarFreeBusy"


def get_online_booking(read: Read) -> OnlineRow:
    """Whose requests the center takes."""
    t = OnlineBooking.__table__.c
    row = read.connection.execute(
        sa.select(t.version, t.takes, t.lead_minutes, t.ahead_days).where(
            t.center_id == read.center_id
        )
    ).one_or_none()
    return OnlineRow(*row) if row else USUAL


@action(
    "bookings.set_online",
    permission=Permission.BOOKINGS_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Save online booking"),
)
def set_online_booking(tx: Tx, command: SetOnlineBooking) -> uuid.UUID:
    """Open or close the owners' page to this calendar."""
    if not 0 <= command.lead_minutes <= _LONGEST_LEAD:
        raise invalid(
            "lead_minutes", QT_TRANSLATE_NOOP("bookings", "How long before, up to 60 days?")
        )
    if not 0 < command.ahead_days <= _LONGEST_REACH:
        raise invalid("ahead_days", QT_TRANSLATE_NOOP("bookings", "How far ahead, up to 62 days?"))
    row = tx.session.scalars(
        sa.select(OnlineBooking)
        .where(OnlineBooking.center_id == tx.actor.center_id)
        .with_for_update()
    ).first()
    theirs = row.version if row else 0
    if theirs != command.version:
        raise tx.changed(
            "online_booking", row.id if row else tx.actor.center_id, command.version, theirs
        )
    if row is None:
        row = OnlineBooking(id=new_id(), center_id=tx.actor.center_id)
        tx.add(row)
    row.takes = command.takes
    row.lead_minutes, row.ahead_days = command.lead_minutes, command.ahead_days
    if command.services is not None:
        _open_services(tx, set(command.services))
    tx.about("online_booking", row.id)
    return row.id


def _open_services(tx: Tx, public: set[uuid.UUID]) -> None:
    """Let owners choose of these services; archived ones are shown to nobody and stay as they are."""
    for service in tx.session.scalars(
        sa.select(ServiceType)
        .where(ServiceType.center_id == tx.actor.center_id, ServiceType.archived_at.is_(None))
        .order_by(ServiceType.id)
        .with_for_update()
    ):
        if service.is_public != (service.id in public):
            service.is_public = service.id in public


# when a visit may begin
def need_of(service: Any) -> Need:  # noqa: ANN401 - a row or an entity of service_type
    """What a service needs."""
    return Need(
        minutes=service.minutes,
        before=service.buffer_before,
        after=service.buffer_after,
        abilities=codes_of(service.ability),
        skills=codes_of(service.skill),
    )


def place_for(world: World, need: Need, start: int) -> tuple[Lane | None, Lane | None] | None:
    """The bay and the person that could take a job at a minute, with all its buffers; None when nobody can."""
    day = world.table.day_of(start)
    if not 0 <= day < world.table.days:
        return None
    return _place(world, need, start, *_hands(world, need, day))


def _hands(
    world: World, need: Need, day: int
) -> tuple[Sequence[Lane | None], Sequence[Lane | None]]:
    """Bays and people of a day that could do it, taken or not."""
    table = world.table
    bays: Sequence[Lane | None] = [None]
    if table.bays or need.abilities:
        able = [lane for lane in table.bays if need.abilities <= lane.abilities and lane.work[day]]
        # one that can do little goes first: the rare one stays free for those who need it
        able.sort(key=lambda lane: len(lane.abilities))
        bays = able
    people: Sequence[Lane | None] = [None]
    if table.people:
        on = table.date_of(day)
        people = [lane for lane in table.people if lane.work[day] and knows(lane, need.skills, on)]
    return bays, people


def _place(
    world: World,
    need: Need,
    start: int,
    bays: Sequence[Lane | None],
    people: Sequence[Lane | None],
) -> tuple[Lane | None, Lane | None] | None:
    table = world.table
    day = table.day_of(start)
    fits = _fits_on_day if need.minutes <= length(table.open[day]) else _fits_on_days
    begun = start + 1
    present = [p for p in people if p is None or not p.clash(day, start - need.before, begun)]
    for bay in bays:
        if bay is not None and bay.clash(day, start - need.before, begun):
            continue
        for person in present:
            if fits(world, need, start, bay, person):
                return bay, person
    return None


def _fits_on_day(
    world: World, need: Need, start: int, bay: Lane | None, person: Lane | None
) -> bool:
    """Whether a job that is done on its day is free; cheaper than the whole layout, which tells the same."""
    day = world.table.day_of(start)
    worker = person or bay
    work = worker.work[day] if worker is not None else world.table.open[day]
    if person is not None and bay is not None and bay.work[day] is not work:
        work = intersect(work, bay.work[day])
    laid = lay(work, start, need.minutes)
    if laid is None:
        return False
    end = laid[-1][1]
    if bay is not None and bay.clash(day, start - need.before, end + need.after):
        return False
    return person is None or not any(
        person.clash(
            day,
            a - (need.before if a == start else 0),
            b + (need.after if b == end else 0),
        )
        for a, b in laid
    )


def _fits_on_days(
    world: World, need: Need, start: int, bay: Lane | None, person: Lane | None
) -> bool:
    laid = lay_out(
        world.table,
        start,
        need.minutes,
        bay=bay,
        person=person,
        before=need.before,
        after=need.after,
    )
    return not laid.problem and all(
        _is_free(bay if piece.has_bay else None, world, piece.start, piece.end)
        and _is_free(person if piece.has_person else None, world, piece.start, piece.end)
        for piece in laid.pieces
    )


def _is_free(lane: Lane | None, world: World, start: int, end: int) -> bool:
    if lane is None:
        return True
    table = world.table
    days = range(max(table.day_of(start), 0), min(table.day_of(end - 1) + 1, table.days))
    return not any(lane.clash(day, start, end) for day in days)


def _begins(world: World, need: Need, day: int) -> Iterator[int]:
    """Minutes of a day, on the grid, at which somebody could begin."""
    table, step = world.table, world.rules.step_minutes
    bays, people = _hands(world, need, day)
    if not (bays and people):
        return
    for opens, closes in table.open[day]:
        start = opens + -(opens - table.starts[day]) % step
        while start < closes:
            if _place(world, need, start, bays, people) is not None:
                yield start
            start += step


def _spans(minutes: Sequence[int], step: int) -> list[tuple[int, int]]:
    """Neighbours on the grid as first and last of a row."""
    rows = groupby(enumerate(minutes), key=lambda at: at[1] - at[0] * step)
    return [(found[0][1], found[-1][1]) for found in (list(row) for _, row in rows)]


def _full_days(
    read: Read, caps: Mapping[uuid.UUID, int], world: World, zone_name: str
) -> set[tuple[uuid.UUID, date]]:
    """Services and days that have as many appointments as they may."""
    if not caps:
        return set()
    table = world.table
    counts: dict[tuple[Any, date], int] = {}
    for key, starts_at in read.connection.execute(
        sa.select(AppointmentService.service_type_id, Appointment.starts_at)
        .join(Appointment, Appointment.id == AppointmentService.appointment_id)
        .where(
            Appointment.center_id == read.center_id,
            Appointment.starts_at >= moment_of(table.starts[0]),
            AppointmentService.service_type_id.in_(list(caps)),
            Appointment.state.not_in(OVER),
            sa.or_(Appointment.hold_until_at.is_(None), Appointment.hold_until_at > world.now),
        )
    ):
        if starts_at is None:
            continue
        at = (key, local_day(starts_at, zone_name))
        counts[at] = counts.get(at, 0) + 1
    return {at for at, count in counts.items() if count >= caps[at[0]]}


def online_facts(read: Read, *, now: datetime, again: bool = False) -> OnlineFacts | None:
    """What the server is to know: settings and free time; None when there is nothing to offer.

    ``again``: something was told before, so that the end of the offer has to be told too.
    """
    from sync.wire import bookings as wire  # noqa: PLC0415 - only who exchanges needs the models

    t = ServiceType.__table__.c
    services = read.connection.execute(
        sa.select(ServiceType.__table__)
        .where(t.center_id == read.center_id, t.is_public, t.archived_at.is_(None))
        .order_by(t.position, t.id)
    ).all()
    online = get_online_booking(read)
    if not (services or again or online.version):
        return None
    zone_name = read.connection.execute(
        sa.select(Center.time_zone).where(Center.id == read.center_id)
    ).scalar_one()
    hours = [
        wire.DayHours(
            weekday=row.weekday,
            opens_minute=row.opens_minute,
            closes_minute=row.closes_minute,
            breaks=[wire.Break(from_minute=a, until_minute=b) for a, b in row.breaks],
        )
        for row in list_hours(read)
        if row.opens_minute is not None and row.closes_minute is not None
    ]
    settings = wire.BookingSettings(
        center_id=read.center_id,
        takes=online.takes.value,
        zone=zone_name,
        lead_minutes=online.lead_minutes,
        ahead_days=online.ahead_days,
        hours=hours,
        services=[
            wire.OnlineService(service_id=row.id, name=row.name, minutes=row.minutes)
            for row in services
        ],
    )
    first = today_of(read.connection, read.center_id, now)
    world = load_world(read.connection, read.center_id, first, online.ahead_days, now)
    needs: dict[Need, list[Any]] = {}
    if online.takes != OnlineTakes.NOBODY:
        for row in services:
            needs.setdefault(need_of(row), []).append(row)
    caps = {row.id: row.day_cap for row in services if row.day_cap is not None}
    full = _full_days(read, caps, world, zone_name)
    days = []
    for day in range(world.table.days):
        on = world.table.date_of(day)
        free = []
        for need, alike in needs.items():
            ids = [row.id for row in alike if (row.id, on) not in full]
            spans = _spans(list(_begins(world, need, day)), world.rules.step_minutes) if ids else []
            if spans:
                begins = [
                    wire.Begins(
                        first_at=utc_text(moment_of(a)),
                        last_at=utc_text(moment_of(b)),
                    )
                    for a, b in spans
                ]
                free.append(wire.FreeFor(service_ids=ids, begins=begins))
        if free:
            days.append(wire.FreeDay(day_on=on.isoformat(), free=free))
    told = wire.CalendarFreeBusy(
        center_id=read.center_id, step_minutes=world.rules.step_minutes, days=days
    )
    return OnlineFacts(settings, told)


def place_at(tx: Tx, service: ServiceType, starts_at: datetime) -> tuple[Any, Any] | None:
    """Bay and person (ids or None) for a service at a time; the lanes must be locked. None: it is taken or closed."""
    first = local_day(starts_at, tx.center.time_zone)
    days = _LONGEST_REACH if service.minutes > length([(0, 24 * 60)]) else 2
    world = load_world(tx.connection, tx.actor.center_id, first, days, tx.now)
    if service.day_cap is not None and (service.id, first) in _full_days(
        tx.read, {service.id: service.day_cap}, world, tx.center.time_zone
    ):
        return None
    found = place_for(world, need_of(service), minute_of(starts_at))
    if found is None:
        return None
    bay, person = found
    return (bay.key if bay else None, person.key if person else None)
