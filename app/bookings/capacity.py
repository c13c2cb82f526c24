"""How full the shop is: by bay, department, skill and person, on each day; who is missing lowers what there is."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.bookings.rows import CapacityDay, Load, Missing
from app.bookings.world import World, knows, load_world
from app.kernel.tx import Read
from models.access import Permission
from models.slots import Lane, length

_MOST_DAYS = 92


def work_of(lane: Lane, day: int) -> int:
    """Minutes that the lane works on a day."""
    return length(lane.work[day])


def busy_of(lane: Lane, day: int) -> int:
    """Minutes of them that are taken, buffers left out; two jobs in one place count twice."""
    work = lane.work[day]
    if not work:
        return 0
    # asked for each bay, department, person and skill of every day that shows
    at_work = 0
    for taken in lane.taken(day):
        start, end = taken.part_start, taken.part_end
        for opens, closes in work:
            if start < closes and opens < end:
                at_work += min(end, closes) - max(start, opens)
    return at_work


def percent(busy: int, work: int) -> int:
    """How full, in per cent; 100 when there is no time at all and yet something to do."""
    if work == 0:
        return 100 if busy else 0
    return round(100 * busy / work)


def load_of(lanes: Iterable[Lane], day: int, *, more: int = 0) -> tuple[int, int, int]:
    """Work, busy and per cent of some lanes together; ``more`` minutes are added to what is taken."""
    known = list(lanes)
    work = sum(work_of(lane, day) for lane in known)
    busy = sum(busy_of(lane, day) for lane in known) + more
    return work, busy, percent(busy, work)


def missing_on(world: World, day: int) -> list[Missing]:
    """Who of the calendar's people is not there."""
    names = {lane.key: lane.name for lane in world.table.people}
    on = world.table.date_of(day)
    return [
        Missing(away.employee_id, names[away.employee_id], away.reason, away.until_on)
        for away in world.away
        if away.employee_id in names and away.from_on <= on <= away.until_on
    ]


def loads_on(world: World, day: int) -> list[Load]:
    """The loads of one day: bays, departments, people, skills."""
    table, limit = world.table, world.rules.full_percent
    on = table.date_of(day)
    departments: dict[str, list[Lane]] = {}
    for bay in table.bays:
        if name := world.departments.get(bay.key, ""):
            departments.setdefault(name, []).append(bay)
    skills: dict[str, list[Lane]] = {}
    for person in table.people:
        for code in sorted(person.abilities):
            if knows(person, (code,), on):
                skills.setdefault(code, []).append(person)
    groups: list[tuple[str, str, Sequence[Lane]]] = [
        *(("bay", lane.name, (lane,)) for lane in table.bays),
        *(("department", name, lanes) for name, lanes in sorted(departments.items())),
        *(("person", lane.name, (lane,)) for lane in table.people),
        *(("skill", name, lanes) for name, lanes in sorted(skills.items())),
    ]
    made = []
    for kind, name, lanes in groups:
        work, busy, full = load_of(lanes, day)
        made.append(Load(kind, name, work, busy, full, full > limit))
    return made


def get_capacity(read: Read, from_on: date, days: int, *, now: datetime) -> tuple[CapacityDay, ...]:
    """The load of each of some days; more than the center's limit (90 %) is named."""
    read.require(Permission.BOOKINGS_VIEW)
    world = load_world(read.connection, read.center_id, from_on, min(days, _MOST_DAYS), now)
    found = []
    for day in range(world.table.days):
        loads = loads_on(world, day)
        found.append(
            CapacityDay(
                world.table.date_of(day),
                loads,
                [load for load in loads if load.is_overloaded],
                missing_on(world, day),
            )
        )
    return tuple(found)
