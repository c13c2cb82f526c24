"""Frozen rows of the calendar: what a board, a list, a search for a slot and the settings show."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from app.kernel.errors import Sentence
from models.bookings import (
    AbsenceReason,
    AppointmentState,
    ArrivalMode,
    BookingSource,
    DayKind,
    EndedBy,
    EndReason,
    OverbookReason,
    TransportKind,
    TransportState,
)
from models.wishes import Waiting

Tone = Literal["good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a place in the calendar and how it sounds."""

    tone: Tone
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time, UTC, the end left out."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Closed:
    """Time in which nothing can be booked. ``kind``: closed, break, holiday, absence, off, closure."""

    starts_at: datetime
    ends_at: datetime
    kind: str
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class LaneDay:
    """One lane on one day: when it works, what is closed, how full it is, its first time for a typical job."""

    day_on: date
    load_percent: int
    work_minutes: int
    busy_minutes: int
    closed: Sequence[Closed]
    free_at: datetime | None
    is_overloaded: bool


@dataclass(frozen=True, slots=True)
class BoardLane:
    """A bay or a person of the board. ``detail``: abilities of a bay, position of a person (codes as stored)."""

    id: uuid.UUID
    name: str
    detail: str
    abilities: Sequence[str]
    department: str
    load_percent: int
    days: Sequence[LaneDay]


@dataclass(frozen=True, slots=True)
class BoardItem:
    """An appointment of the board, or a drive (``transport_id``). ``segments`` are its work without buffers.

    ``ability`` and ``skill`` are what it needs of a bay and of a person, codes with commas between them.
    """

    id: uuid.UUID
    version: int
    number: str
    state: AppointmentState
    mode: ArrivalMode
    lane_id: uuid.UUID | None
    bay_id: uuid.UUID | None
    employee_id: uuid.UUID | None
    starts_at: datetime
    ends_at: datetime
    minutes: int
    buffer_before: int
    buffer_after: int
    segments: Sequence[Stretch]
    plate: str
    car: str
    what: str
    who: str
    person: str
    initials: str
    promised_at: datetime | None
    late_minutes: int
    is_overbooked: bool
    is_hold: bool
    hold_until_at: datetime | None
    order_id: uuid.UUID | None
    transport_id: uuid.UUID | None = None
    ability: str | None = None
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who is not there on a day."""

    employee_id: uuid.UUID
    name: str
    reason: AbsenceReason
    until_on: date


@dataclass(frozen=True, slots=True)
class BoardDay:
    """A day above all lanes. ``overloaded``: names of bays, people, departments or skills over the limit."""

    day_on: date
    is_open: bool
    why_closed: Sentence | None
    opens_at: datetime | None
    closes_at: datetime | None
    bays_percent: int
    people_percent: int
    is_overloaded: bool
    overloaded: Sequence[str]
    missing: Sequence[Missing]
    appointments: int


@dataclass(frozen=True, slots=True)
class Board:
    """Some days of the calendar, by bay or by person; items without their lane have ``lane_id`` None."""

    from_on: date
    by: str
    now: datetime
    lanes: Sequence[BoardLane]
    items: Sequence[BoardItem]
    days: Sequence[BoardDay]
    step_minutes: int
    late_after_minutes: int


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Somebody who waits for a time; ``until_on`` passed: ``is_overdue``."""

    id: uuid.UUID
    version: int
    number: str
    plate: str
    car: str
    who: str
    what: str
    minutes: int
    ability: str | None
    skill: str | None
    wish: Waiting
    waiting_since_at: datetime
    is_overdue: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place for the same job."""

    bay_id: uuid.UUID | None
    bay: str
    employee_id: uuid.UUID | None
    person: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Fit:
    """What would happen if the job were dropped there. ``ok``: nothing but warnings; ``can_overbook``: with the right.

    ``load_percent`` is that of the lane on that day after the drop, ``load_before_percent`` before it.
    """

    ok: bool
    can_overbook: bool
    starts_at: datetime
    ends_at: datetime
    segments: Sequence[Stretch]
    remarks: Sequence[Remark]
    free_until: datetime | None
    alternatives: Sequence[Alternative]
    load_before_percent: int
    load_percent: int
    needs_without_buffer: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that fits. ``notes``: the person and the end of the shift, or what to mind."""

    starts_at: datetime
    ends_at: datetime
    bay_id: uuid.UUID | None
    bay: str
    employee_id: uuid.UUID | None
    person: str
    shift_ends_at: datetime | None
    remarks: Sequence[Remark]


@dataclass(frozen=True, slots=True)
class RefusedDay:
    """A day, or the wished time, that does not fit, and why."""

    day_on: date
    reasons: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class WhyNotSooner:
    """The one booking whose move opens an earlier slot: from where to where it would go."""

    sentence: Sentence
    appointment_id: uuid.UUID
    version: int
    move_to_at: datetime
    bay_id: uuid.UUID | None
    employee_id: uuid.UUID | None
    opens: Slot


@dataclass(frozen=True, slots=True)
class Found:
    """Slots in their order, days that were refused on the way, and why nothing is sooner."""

    slots: Sequence[Slot]
    refused: Sequence[RefusedDay]
    sooner: WhyNotSooner | None
    why_not_sooner: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of an appointment's story."""

    event: str
    from_state: str | None
    to_state: str
    at: datetime
    by: str
    reason: str | None
    ended_by: str | None
    starts_before: datetime | None
    starts_after: datetime | None
    bay_before: str | None
    bay_after: str | None
    person_before: str | None
    person_after: str | None
    minutes_before: int | None
    minutes_after: int | None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service of an appointment."""

    service_type_id: uuid.UUID | None
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TransportRow:
    """A drive for a customer."""

    id: uuid.UUID
    version: int
    number: str
    appointment_id: uuid.UUID
    kind: TransportKind
    state: TransportState
    from_address: str
    to_address: str
    driver_id: uuid.UUID | None
    driver: str | None
    starts_at: datetime
    ends_at: datetime
    note: str | None


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """Everything of one appointment. ``name`` and ``phone`` are the customer's, or what the caller said."""

    id: uuid.UUID
    version: int
    number: str
    state: AppointmentState
    source: BookingSource
    mode: ArrivalMode
    customer_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    name: str | None
    phone: str | None
    plate: str | None
    car: str
    words: str
    note: str | None
    services: Sequence[ServiceRow]
    minutes: int
    buffer_before: int
    buffer_after: int
    ability: str | None
    skill: str | None
    starts_at: datetime | None
    ends_at: datetime | None
    segments: Sequence[Stretch]
    bay_id: uuid.UUID | None
    bay: str | None
    employee_id: uuid.UUID | None
    person: str | None
    overbooked: OverbookReason | None
    promised_at: datetime | None
    notify: str | None
    hold_until_at: datetime | None
    waiting_since_at: datetime | None
    wish: Waiting
    arrived_at: datetime | None
    end_reason: EndReason | None
    ended_by: EndedBy | None
    order_id: uuid.UUID | None
    order_number: str | None
    no_show_count: int
    steps: Sequence[StepRow]
    transports: Sequence[TransportRow]
    allowed: Sequence[str]


@dataclass(frozen=True, slots=True)
class Load:
    """How full something is: a bay, a department, a skill, a person."""

    kind: str
    name: str
    work_minutes: int
    busy_minutes: int
    percent: int
    is_overloaded: bool


@dataclass(frozen=True, slots=True)
class CapacityDay:
    """A day's load by bay, department, skill and person; absences lower what there is."""

    day_on: date
    loads: Sequence[Load]
    overloaded: Sequence[Load]
    missing: Sequence[Missing]


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """Somebody who comes on a day, as *Today* shows it."""

    id: uuid.UUID
    version: int
    number: str
    state: AppointmentState
    mode: ArrivalMode
    starts_at: datetime
    ends_at: datetime
    plate: str
    car: str
    who: str
    what: str
    bay: str
    person: str
    late_minutes: int
    customer_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    order_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class FullDay:
    """A day over the limit: how full it is, and the bays, departments, people and skills that are over it."""

    day_on: date
    percent: int
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A day of the week: minutes that the bays have (the people, where there are no bays), and those that are taken."""

    day_on: date
    work_minutes: int
    busy_minutes: int
    percent: int
    is_overloaded: bool


@dataclass(frozen=True, slots=True)
class DaySummary:
    """A day for *Today*: who comes, who is late, how full bays and people are; days of the week ahead over the limit.

    ``asking``: owners who wait for the desk's word to a time they asked for.
    """

    day_on: date
    is_open: bool
    why_closed: Sentence | None
    arrivals: Sequence[ArrivalRow]
    expected: int
    arrived: int
    late: int
    bays_percent: int
    people_percent: int
    waiting: int
    asking: int
    full: Sequence[FullDay]
    late_after_minutes: int
    week: Sequence[WeekLoad]


@dataclass(frozen=True, slots=True)
class FreeBusy:
    """What a bay has taken, and when the shop is open; nothing of any customer."""

    day_on: date
    open: Sequence[Stretch]
    lanes: Mapping[uuid.UUID, Sequence[Stretch]]


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How often something came of nothing, by reason."""

    state: AppointmentState
    reason: EndReason
    ended_by: EndedBy | None
    count: int


# settings
@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours of a weekday, minutes of the wall clock; both None: closed."""

    weekday: int
    opens_minute: int | None
    closes_minute: int | None
    breaks: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day unlike its weekday. ``id`` None: a public holiday of the library that nobody has changed."""

    id: uuid.UUID | None
    version: int
    day_on: date
    kind: DayKind
    name: str
    opens_minute: int | None
    closes_minute: int | None
    breaks: Sequence[tuple[int, int]]
    is_public: bool


@dataclass(frozen=True, slots=True)
class BayRow:
    """A bay."""

    id: uuid.UUID
    version: int
    name: str
    department: str
    position: int
    abilities: Sequence[str]
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """A time in which a bay cannot be used."""

    id: uuid.UUID
    version: int
    bay_id: uuid.UUID
    bay: str
    starts_at: datetime
    ends_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class SkillRow:
    """Something an employee knows. ``is_expired`` on the day it is read."""

    id: uuid.UUID
    version: int
    code: str
    certificate: str | None
    valid_until_on: date | None
    is_expired: bool


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Days on which somebody is not there; ``note`` only for those who may edit settings."""

    id: uuid.UUID
    version: int
    employee_id: uuid.UUID
    name: str
    from_on: date
    until_on: date
    reason: AbsenceReason
    note: str | None


@dataclass(frozen=True, slots=True)
class ShiftDayRow:
    """A dated exception of somebody's week; both minutes None: a day off."""

    id: uuid.UUID
    version: int
    employee_id: uuid.UUID
    day_on: date
    starts_minute: int | None
    ends_minute: int | None
    breaks: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An employee with their week, exceptions and skills; an empty week: not on the calendar."""

    employee_id: uuid.UUID
    name: str
    position: str
    week: Sequence[HoursRow]
    days: Sequence[ShiftDayRow]
    skills: Sequence[SkillRow]


@dataclass(frozen=True, slots=True)
class ServiceTypeRow:
    """What can be booked."""

    id: uuid.UUID
    version: int
    name: str
    department: str
    position: int
    minutes: int
    ability: str | None
    skill: str | None
    buffer_before: int
    buffer_after: int
    day_cap: int | None
    is_public: bool
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class RulesRow:
    """How the center books."""

    version: int
    uses_public_holidays: bool
    holiday_region: str
    step_minutes: int
    hold_minutes: int
    late_minutes: int
    typical_minutes: int
    full_percent: int
    contact_days: int
    appointment_number: str
    transport_number: str
