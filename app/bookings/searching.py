"""Slots for a wish, with the reasons of days that do not fit, and the one booking that stands in the way."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa

from app.bookings.rows import Found, RefusedDay, Remark, Slot, WhyNotSooner
from app.bookings.words import clock_at, named, whose, why_off
from app.bookings.world import World, codes_of, load_world, zone_name_of
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, Source, say
from app.kernel.tx import Read
from models.access import Permission
from models.bookings import COMING, Appointment, ServiceType
from models.slot_search import Hit, Search, Want, Why
from models.slots import DAY_MINUTES, Span, minute_at, minute_of, moment_of, subtract
from models.wishes import PARTS, Wish

_DAYS = 30
_LONG_DAYS = 90
_LONG = 24 * 60
_IN_THE_WAY = 3

_SENTENCES: Mapping[str, Source] = {
    "nobody": QT_TRANSLATE_NOOP("bookings", "nobody for “{skill}”"),
    "nobody_at_all": QT_TRANSLATE_NOOP("bookings", "nobody has a shift"),
    "nobody_until": QT_TRANSLATE_NOOP("bookings", "nobody for “{skill}” until {until}"),
    "nobody_free_until": QT_TRANSLATE_NOOP("bookings", "nobody is free until {until}"),
    "people_taken": QT_TRANSLATE_NOOP("bookings", "everybody for “{skill}” is taken"),
    "all_people_taken": QT_TRANSLATE_NOOP("bookings", "everybody is taken"),
    "no_bay": QT_TRANSLATE_NOOP("bookings", "no bay has “{ability}”"),
    "full": QT_TRANSLATE_NOOP("bookings", "no gap is long enough"),
    "expired": QT_TRANSLATE_NOOP("bookings", "{name}: the certificate “{skill}” ended {until}"),
    "taken": QT_TRANSLATE_NOOP("bookings", "{lane} taken until {until}: {what}"),
}


def find_slots(read: Read, wish: Wish, *, now: datetime) -> Found:
    """Times that fit the wish, the earliest first; from now, or from ``wish.from_at`` when that is later."""
    read.require(Permission.BOOKINGS_VIEW)
    zone_name = zone_name_of(read.connection, read.center_id)
    begin = max(now, wish.from_at) if wish.from_at else now
    first = local_day(begin, zone_name)
    minutes, before, after, ability, skill = _job(read, wish)
    days = _LONG_DAYS if minutes > _LONG else _DAYS
    if wish.until_at is not None:
        days = max(1, min(days, (local_day(wish.until_at, zone_name) - first).days + 1))
    # a long job that begins on the last day goes on behind it
    world = load_world(read.connection, read.center_id, first, days, now)
    want = Want(
        minutes=minutes,
        before=before,
        after=after,
        abilities=codes_of(ability),
        skills=codes_of(skill),
        bay=wish.bay,
        person=wish.employee,
        needs_bay=wish.needs_bay and bool(world.table.bays),
        step=world.rules.step_minutes,
        limit=wish.limit,
        windows=_windows(world, wish, begin),
    )
    search = Search(world.table, want)
    result = search.run()
    hit = result.hits[0] if result.hits else None
    refused = [
        RefusedDay(world.table.date_of(day), _told(read, world, reasons))
        for day, reasons in sorted(result.refused.items())
        if len(result.hits) < wish.limit or not result.hits or day <= result.hits[-1].day
    ]
    why: Sequence[Sentence] = ()
    if hit is not None and hit.start > _first_minute(world, want):
        why = _told(read, world, search.why(hit.day))
        if why == _told(read, world, [Why("full")]) and result.refused:
            why = ()
    return Found(
        [_slot(world, found) for found in result.hits],
        refused,
        _sooner(read, world, search, hit),
        why,
    )


def _job(read: Read, wish: Wish) -> tuple[int, int, int, str | None, str | None]:
    """Length, buffers and needs: of the services, and what was wished beside them."""
    if not wish.services:
        return wish.minutes, 0, 0, wish.ability, wish.skill
    rows = read.connection.execute(
        sa.select(ServiceType).where(
            ServiceType.id.in_(list(wish.services)), ServiceType.center_id == read.center_id
        )
    ).all()
    abilities = [wish.ability, *(row.ability for row in rows)]
    skills = [wish.skill, *(row.skill for row in rows)]
    return (
        sum(row.minutes for row in rows) or wish.minutes,
        max((row.buffer_before for row in rows), default=0),
        max((row.buffer_after for row in rows), default=0),
        ",".join(text for text in abilities if text) or None,
        ",".join(text for text in skills if text) or None,
    )


def _windows(world: World, wish: Wish, begin: datetime) -> list[list[Span]]:
    """For each day the spans in which the job may lie."""
    from_minute = minute_of(begin) + (1 if begin.second or begin.microsecond else 0)
    until = minute_of(wish.until_at) if wish.until_at else None
    return [_window(world, wish, day, from_minute, until) for day in range(world.table.days)]


def _window(world: World, wish: Wish, day: int, begin: int, until: int | None) -> list[Span]:
    table = world.table
    on = table.date_of(day)
    if wish.weekdays and on.weekday() not in wish.weekdays:
        return []

    start = table.starts[day]
    # on all but two days of the year the wall clock goes as the minutes do
    plain = day + 1 < table.days and table.starts[day + 1] - start == DAY_MINUTES

    def wall(minute: int) -> int:
        return start + minute if plain else minute_at(on, minute, world.zone)

    spans = [PARTS[part] for part in wish.parts] or [(0, DAY_MINUTES)]
    low = wish.earliest_minute or 0
    high = wish.latest_minute or DAY_MINUTES
    allowed = [
        (wall(max(a, low)), wall(min(b, high))) for a, b in sorted(spans) if a < high and low < b
    ]
    holes: list[Span] = []
    for no in wish.not_on:
        if no.weekday not in {None, on.weekday()} or no.day_on not in {None, on}:
            continue
        a, b = PARTS[no.part] if no.part else (0, DAY_MINUTES)
        holes.append((wall(a), wall(b)))
    left = subtract(allowed, sorted(holes))
    return [
        (max(a, begin), b if until is None else min(b, until))
        for a, b in left
        if b > begin and (until is None or a < until)
    ]


def _first_minute(world: World, want: Want) -> int:
    for hours, windows in zip(world.table.open, want.windows, strict=True):
        if hours and windows:
            start = max(hours[0][0], windows[0][0])
            return start + -(start - world.table.starts[0]) % want.step
    return 0


def _slot(world: World, hit: Hit) -> Slot:
    person, bay = hit.person, hit.bay
    remarks = []
    shift = moment_of(person.work[hit.day][-1][1]) if person and person.work[hit.day] else None
    alone = hit.choices == 1 and person is not None and len(world.table.people) > 1
    if alone and hit.no_buffer:
        remarks.append(
            Remark("warn", say(QT_TRANSLATE_NOOP("bookings", "one person only, no buffer")))
        )
    elif hit.no_buffer:
        remarks.append(Remark("warn", say(QT_TRANSLATE_NOOP("bookings", "no buffer"))))
    if person is not None and not remarks:
        sentence = (
            say(
                QT_TRANSLATE_NOOP("bookings", "{person}, shift until {until}"),
                person=person.name,
                until=clock_at(person.work[hit.day][-1][1], world.zone),
            )
            if shift is not None
            else say(QT_TRANSLATE_NOOP("bookings", "{person}"), person=person.name)
        )
        remarks.append(Remark("good", sentence))
    return Slot(
        moment_of(hit.start),
        moment_of(hit.end),
        bay.key if bay else None,
        bay.name if bay else "",
        person.key if person else None,
        person.name if person else "",
        shift,
        remarks,
    )


def _told(read: Read, world: World, reasons: Sequence[Why]) -> list[Sentence]:
    return [_sentence(read, world, why) for why in reasons]


def _sentence(read: Read, world: World, why: Why) -> Sentence:
    values: dict[str, Any] = dict(why.values)
    code = why.code
    if code not in _SENTENCES:
        return why_off(code, values)
    for kind in ("skill", "ability"):
        if kind in values:
            values[kind] = named(codes_of(values[kind]))
    if code == "nobody_until":
        values["until"] = clock_at(values["until"], world.zone)
        code = code if values["skill"] else "nobody_free_until"
    elif code == "people_taken":
        code = code if values["skill"] else "all_people_taken"
    elif code == "expired":
        ended: date = values["until"]
        values["until"] = ended.strftime("%d.%m.%Y")
    elif code == "taken":
        values["until"] = clock_at(values["until"], world.zone)
        values["what"] = whose(read.connection, read.center_id, world.key(values.pop("key")))[0]
    return say(_SENTENCES[code], **values)


@cache
def _in_the_way() -> sa.Select[Any]:
    a = Appointment.__table__.c
    return sa.select(a.id, a.version, a.number, a.employee_id, a.bay_id, a.plate).where(
        a.id.in_(sa.bindparam("keys", expanding=True)), a.state.in_(list(COMING))
    )


def _sooner(read: Read, world: World, search: Search, first: Hit | None) -> WhyNotSooner | None:
    """Asks once which of the bookings in the way may be moved at all."""
    some = list(islice(search.sooner(first, minute_of(world.now) + 1), _IN_THE_WAY))
    if not some:
        return None
    rows = read.connection.execute(
        _in_the_way(), {"keys": [world.key(found.key) for found in some]}
    )
    movable = {world.raw(row.id): row for row in rows}
    found = next((found for found in some if found.key in movable), None)
    if found is None:
        return None
    row = movable[found.key]
    key: uuid.UUID = row.id
    what = row.plate or row.number
    return WhyNotSooner(
        say(
            QT_TRANSLATE_NOOP("bookings", "Move {what} to {to} and {from}–{until} opens."),
            **{
                "what": what,
                "to": clock_at(found.move_to, world.zone),
                "from": clock_at(found.hit.start, world.zone),
                "until": clock_at(found.hit.end, world.zone),
            },
        ),
        key,
        row.version,
        moment_of(found.move_to),
        row.bay_id,
        row.employee_id,
        _slot(world, found.hit),
    )
