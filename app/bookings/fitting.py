"""What a drop would do, said before it is done: free or taken, buffers, promise, skills, load after."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.bookings.capacity import load_of
from app.bookings.rows import Alternative, Fit, Remark, Stretch
from app.bookings.words import clock, clock_at, named, whose, why_off
from app.bookings.world import World, codes_of, knows, load_world
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from models.access import Permission
from models.bookings import Appointment
from models.centers import Center
from models.slot_search import Search, Want
from models.slots import (
    DAY_MINUTES,
    Lane,
    Layout,
    Piece,
    Taken,
    goes_on,
    lay_out,
    length,
    minute_of,
    moment_of,
    subtract,
)

_DAYS = 14
_MANY_DAYS = 90


def check_fit(
    read: Read,
    appointment_id: uuid.UUID | None,
    bay_id: uuid.UUID | None,
    employee_id: uuid.UUID | None,
    starts_at: datetime,
    minutes: int,
    *,
    now: datetime,
    buffers: tuple[int, int] = (0, 0),
    ability: str | None = None,
    skill: str | None = None,
    transport_id: uuid.UUID | None = None,
) -> Fit:
    """Whether a job of ``minutes`` fits there. Of a known appointment buffers, needs and promise are its own.

    ``transport_id``: a drive that is asked about itself meets not its own time.
    """
    read.require(Permission.BOOKINGS_VIEW)
    known = _known(read, appointment_id)
    before, after = (known.buffer_before, known.buffer_after) if known else buffers
    name = read.connection.execute(
        sa.select(Center.time_zone).where(Center.id == read.center_id)
    ).scalar_one()
    days = _DAYS if minutes <= 3 * DAY_MINUTES else _MANY_DAYS
    world = load_world(read.connection, read.center_id, local_day(starts_at, name), days, now)
    table = world.table
    own = appointment_id or transport_id
    mine = world.raw(own) if own else object()
    for each in (*table.bays, *table.people):
        for day, taken in each.busy.items():
            each.busy[day] = [t for t in taken if t.key != mine]
    bay, person = table.bay(bay_id), table.person(employee_id)
    start = minute_of(starts_at)
    layout = lay_out(table, start, minutes, bay=bay, person=person, before=before, after=after)
    hard, soft = _meetings(table.day_of, layout, bay, person)
    remarks = [
        *_hours(world, layout, bay, person, minutes),
        *_taken(read, world, hard, soft),
        *_free(world, layout, bay, person, hard),
        *_needs(
            world,
            bay,
            person,
            known.ability if known else ability,
            known.skill if known else skill,
        ),
        *_promise(world, layout, known.promised_at if known else None),
    ]
    ok = not hard and not layout.problem
    lane = bay or person
    at = max(table.day_of(start), 0)
    today = sum(b - a for a, b in layout.parts if table.day_of(a) == at)
    free_until = _free_until(world, layout, bay, person) if ok else None
    return Fit(
        ok,
        read.can(Permission.BOOKINGS_OVERBOOK),
        moment_of(layout.start),
        moment_of(layout.end),
        tuple(Stretch(moment_of(a), moment_of(b)) for a, b in layout.parts),
        remarks,
        free_until,
        () if ok else _alternatives(world, start, minutes, known, bay, person),
        load_of([lane], at)[2] if lane else 0,
        load_of([lane], at, more=today)[2] if lane else 0,
        needs_without_buffer=bool(soft) and not hard,
    )


def _known(read: Read, appointment_id: uuid.UUID | None) -> Any:  # noqa: ANN401 - a row has no type
    if appointment_id is None:
        return None
    row = read.connection.execute(
        sa.select(
            Appointment.buffer_before,
            Appointment.buffer_after,
            Appointment.ability,
            Appointment.skill,
            Appointment.promised_at,
            Appointment.starts_at,
            Appointment.minutes,
        ).where(Appointment.id == appointment_id, Appointment.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("bookings", "This appointment does not exist any more."))
        )
    return row


Met = tuple[Lane, Taken]


def _meetings(
    day_of: Any,  # noqa: ANN401 - a bound method
    layout: Layout,
    bay: Lane | None,
    person: Lane | None,
) -> tuple[list[Met], list[Met]]:
    """Whose work, and whose buffers alone, lie under the layout."""
    hard: list[Met] = []
    soft: list[Met] = []
    for piece in layout.pieces:
        for lane in _lanes(piece, bay, person):
            for day in {day_of(piece.start), day_of(piece.end - 1)}:
                for taken in lane.taken(day):
                    if taken.start >= piece.end or piece.start >= taken.end:
                        continue
                    work = taken.part_start < piece.part_end and piece.part_start < taken.part_end
                    into = hard if work else soft
                    if (lane, taken) not in into:
                        into.append((lane, taken))
    return hard, soft


def _lanes(piece: Piece, bay: Lane | None, person: Lane | None) -> list[Lane]:
    named = [bay if piece.has_bay else None, person if piece.has_person else None]
    return [lane for lane in named if lane is not None]


def _hours(
    world: World, layout: Layout, bay: Lane | None, person: Lane | None, minutes: int
) -> list[Remark]:
    table = world.table
    day = table.day_of(layout.start)
    if layout.problem:
        for lane in (person, bay):
            if lane is not None and day in lane.off and not lane.work[day]:
                return [Remark("bad", why_off(*lane.off[day]))]
        if day in table.closed_why:
            return [Remark("bad", why_off(*table.closed_why[day]))]
        if layout.problem == "off" and person is not None:
            return [
                Remark(
                    "bad",
                    say(
                        QT_TRANSLATE_NOOP("bookings", "{name} does not work at {time}"),
                        name=person.name,
                        time=clock_at(layout.start, world.zone),
                    ),
                )
            ]
        return [
            Remark(
                "bad",
                say(
                    QT_TRANSLATE_NOOP("bookings", "Closed at {time}"),
                    time=clock_at(layout.start, world.zone),
                ),
            )
        ]
    if goes_on(table, layout) is not None and minutes <= length(table.open[day]):
        return [
            Remark(
                "warn",
                say(
                    QT_TRANSLATE_NOOP("bookings", "Goes on until {until}"),
                    until=moment_of(layout.end).astimezone(world.zone).strftime("%d.%m %H:%M"),
                ),
            )
        ]
    return []


def _taken(read: Read, world: World, hard: Sequence[Met], soft: Sequence[Met]) -> list[Remark]:
    remarks = []
    told: set[Any] = set()
    for lane, taken in hard:
        if taken.key in told:
            continue
        told.add(taken.key)
        what = whose(read.connection, read.center_id, world.key(taken.key))[0]
        remarks.append(
            Remark(
                "bad",
                say(
                    QT_TRANSLATE_NOOP("bookings", "{lane} taken until {until}: {what}"),
                    lane=lane.name,
                    until=clock_at(taken.part_end, world.zone),
                    what=what,
                ),
            )
        )
    for _, taken in soft:
        if taken.key in told:
            continue
        told.add(taken.key)
        what = whose(read.connection, read.center_id, world.key(taken.key))[0]
        remarks.append(
            Remark(
                "warn",
                say(QT_TRANSLATE_NOOP("bookings", "No buffer left beside {what}"), what=what),
            )
        )
    return remarks


def _free_until(
    world: World, layout: Layout, bay: Lane | None, person: Lane | None
) -> datetime | None:
    """Until when the lanes stay free on the job's last day."""
    table = world.table
    day = table.day_of(layout.end - 1)
    ends = []
    for lane in (bay, person):
        if lane is None or not 0 <= day < table.days or not lane.work[day]:
            continue
        later = [t.part_start for t in lane.taken(day) if t.part_start >= layout.end]
        ends.append(min([*later, lane.work[day][-1][1]]))
    return moment_of(min(ends)) if ends else None


def _free(
    world: World, layout: Layout, bay: Lane | None, person: Lane | None, hard: Sequence[Met]
) -> list[Remark]:
    lane = bay or person
    if lane is None or layout.problem:
        return []
    until = _free_until(world, layout, bay, person)
    if not hard and until is not None:
        sentence = say(
            QT_TRANSLATE_NOOP("bookings", "{lane} is free until {until}"),
            lane=lane.name,
            until=clock(until, world.zone),
        )
        return [Remark("good", sentence)]
    day = world.table.day_of(layout.start)
    if not hard or not lane.work[day]:
        return []
    end = max(taken.part_end for _, taken in hard)
    holes = sorted((t.part_start, t.part_end) for t in lane.taken(day))
    rest = subtract([(end, lane.work[day][-1][1])], holes) if end < lane.work[day][-1][1] else []
    if not rest:
        return []
    a, b = rest[0]
    return [
        Remark(
            "good",
            say(
                QT_TRANSLATE_NOOP("bookings", "Free {from}–{until}"),
                **{"from": clock_at(a, world.zone), "until": clock_at(b, world.zone)},
            ),
        )
    ]


def _needs(
    world: World, bay: Lane | None, person: Lane | None, ability: str | None, skill: str | None
) -> list[Remark]:
    remarks = []
    lacks = codes_of(ability) - bay.abilities if bay else frozenset()
    if bay is not None and lacks:
        remarks.append(
            Remark(
                "warn",
                say(
                    QT_TRANSLATE_NOOP("bookings", "{bay} has no “{ability}”"),
                    bay=bay.name,
                    ability=named(lacks),
                ),
            )
        )
    skills = codes_of(skill)
    if person is not None and skills and not knows(person, skills, world.table.first):
        remarks.append(
            Remark(
                "warn",
                say(
                    QT_TRANSLATE_NOOP("bookings", "{person} has no valid skill “{skill}”"),
                    person=person.name,
                    skill=named(skills),
                ),
            )
        )
    return remarks


def _promise(world: World, layout: Layout, promised_at: datetime | None) -> list[Remark]:
    if promised_at is None:
        return []
    told = clock(promised_at, world.zone, moment_of(layout.end))
    if layout.end <= minute_of(promised_at):
        return [
            Remark(
                "good",
                say(QT_TRANSLATE_NOOP("bookings", "Promise {time} still holds"), time=told),
            )
        ]
    return [
        Remark("bad", say(QT_TRANSLATE_NOOP("bookings", "Promise {time} is missed"), time=told))
    ]


def _alternatives(
    world: World,
    start: int,
    minutes: int,
    known: Any,  # noqa: ANN401 - a row has no type
    bay: Lane | None,
    person: Lane | None,
) -> list[Alternative]:
    """Other places for the same job: the nearest time in the lane it was dropped on, and other bays at once."""
    table = world.table
    windows = [[(table.starts[day], table.starts[day] + DAY_MINUTES)] for day in range(table.days)]
    windows[0] = [(start, windows[0][0][1])]
    skill = codes_of(known.skill) if known else frozenset()
    ability = codes_of(known.ability) if known else frozenset()
    found = []
    for only_bay, only_person in ((bay, person), (None, None)):
        hits = (
            Search(
                table,
                Want(
                    minutes=minutes,
                    windows=windows,
                    abilities=ability,
                    skills=skill,
                    bay=only_bay.key if only_bay else None,
                    person=only_person.key if only_person else None,
                    needs_bay=bool(table.bays),
                    step=world.rules.step_minutes,
                    limit=2,
                ),
            )
            .run()
            .hits
        )
        found += [
            Alternative(
                hit.bay.key if hit.bay else None,
                hit.bay.name if hit.bay else "",
                hit.person.key if hit.person else None,
                hit.person.name if hit.person else "",
                moment_of(hit.start),
                moment_of(hit.end),
            )
            for hit in hits
        ]
    return list(dict.fromkeys(found))[:3]
