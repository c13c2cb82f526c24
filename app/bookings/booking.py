"""Verbs that give somebody a time: book, hold, confirm, move, stretch, from the waiting list and back to it."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from app.bookings.details import (
    LONGEST,
    Details,
    apply,
    ask_about_cap,
    ask_about_second,
    lock_vehicle,
    make_findable,
    write_services,
)
from app.bookings.placing import Before, Going, hold_end, lock_lanes, put, release, step
from app.bookings.telling import request_of
from app.bookings.world import read_rules
from app.kernel.clock import zone
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    Reason,
    TransitionNotAllowedError,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action
from models.access import Permission
from models.bookings import (
    APPOINTMENT_FLOW,
    Appointment,
    AppointmentEvent,
    AppointmentService,
    AppointmentState,
    OverbookReason,
    ServiceType,
)
from models.wishes import Waiting

_EDIT = Permission.BOOKINGS_EDIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What the person at the desk was told and goes on in spite of; each is the ``field`` of a ConfirmError."""

    second: bool = False
    over_cap: bool = False
    without_buffer: bool = False
    continues: bool = False
    misfit: bool = False
    overbook: OverbookReason | None = None

    @property
    def going(self) -> Going:
        """What the placing asks about."""
        return Going(
            overbook=self.overbook,
            without_buffer=self.without_buffer,
            continues=self.continues,
            misfit=self.misfit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAppointment(Details):
    """A new appointment. Without ``starts_at`` it goes on the waiting list."""

    starts_at: datetime | None = None
    bay_id: uuid.UUID | None = None
    employee_id: uuid.UUID | None = None
    is_request: bool = False
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAppointment(Details):
    """Who comes with what, changed; time, bay and person stay, the length follows the services."""

    appointment_id: uuid.UUID
    version: int
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentOf:
    """Names an appointment."""

    appointment_id: uuid.UUID
    version: int | None = None
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAppointment:
    """Another time, bay or person, all three as they shall be; ``minutes`` None keeps the length.

    To undo a move, move back with the version of now.
    """

    appointment_id: uuid.UUID
    version: int
    starts_at: datetime
    bay_id: uuid.UUID | None
    employee_id: uuid.UUID | None
    minutes: int | None = None
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchAppointment:
    """Another length of the work, in minutes."""

    appointment_id: uuid.UUID
    version: int
    minutes: int
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackToWaiting:
    """Time, bay and person are given back; ``wish`` says when it would suit."""

    appointment_id: uuid.UUID
    version: int
    wish: Waiting | None = None


@action(
    "bookings.book",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "New appointment"),
    shortcut="Ctrl+N",
)
def book(tx: Tx, command: BookAppointment) -> uuid.UUID:
    """Book, or put on the waiting list. Two desks never get the same time: the second is told who has it."""
    state = AppointmentState.REQUESTED if command.is_request else AppointmentState.CONFIRMED
    return make(tx, command, state, hold_until_at=None)


@action(
    "bookings.hold",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Hold"),
)
def hold(tx: Tx, command: BookAppointment) -> uuid.UUID:
    """Keep a time for some minutes while the customer thinks; it is free again by itself."""
    if command.starts_at is None:
        raise invalid("starts_at", QT_TRANSLATE_NOOP("bookings", "Which time is to be held?"))
    minutes = read_rules(tx.connection, tx.actor.center_id).hold_minutes
    return make(tx, command, AppointmentState.REQUESTED, hold_until_at=hold_end(tx, minutes))


def make(
    tx: Tx,
    command: BookAppointment,
    state: AppointmentState,
    *,
    hold_until_at: datetime | None,
) -> uuid.UUID:
    """A new appointment in the state, or on the waiting list when it has no time; a part of other verbs."""
    rules = read_rules(tx.connection, tx.actor.center_id)
    appointment = Appointment(
        center_id=tx.actor.center_id,
        number="",
        state=state if command.starts_at else AppointmentState.REQUESTED,
        starts_at=None,
        ends_at=None,
        bay_id=command.bay_id if command.starts_at else None,
        employee_id=command.employee_id if command.starts_at else None,
        overbooked=None,
        hold_until_at=hold_until_at,
        waiting_since_at=None if command.starts_at else tx.now,
        arrived_at=None,
        end_reason=None,
        ended_by=None,
        ended_at=None,
        made_at=tx.now,
        made_by_id=tx.actor.employee_id,
    )
    services = apply(tx, appointment, command)
    lock_vehicle(tx, appointment)
    if not command.confirmed.second:
        ask_about_second(tx, appointment, but=None)
    if command.starts_at and not command.confirmed.over_cap:
        ask_about_cap(tx, services, command.starts_at, but=None)
    if command.starts_at is not None:
        # before the number, as everybody who wants both: two who lock the one and want the other would stand
        lock_lanes(tx, (command.bay_id,), (command.employee_id,))
    # nothing of it is written yet: a number that is drawn and given back would hold others up for nothing
    tx.add(appointment)
    appointment.number = tx.number("appointment", rules.appointment_number)
    if command.starts_at is not None:
        put(tx, appointment, command.starts_at, command.confirmed.going)
    else:
        tx.flush()
    write_services(tx, appointment, services, command)
    step(
        tx,
        appointment,
        "hold" if hold_until_at else "book",
        appointment.state,
        is_new=True,
        reason=appointment.overbooked,
    )
    make_findable(tx, appointment)
    tx.about("appointment", appointment.id)
    return appointment.id


# changing
def load_for(
    tx: Tx, key: uuid.UUID, version: int | None, event: AppointmentEvent
) -> tuple[Appointment, AppointmentState]:
    """The appointment, locked, and the state after the event; TransitionNotAllowedError when there is none."""
    appointment = tx.load(Appointment, key, version=version, lock=True)
    tx.about("appointment", appointment.id)
    allowed = APPOINTMENT_FLOW[appointment.state]
    if event not in allowed:
        raise TransitionNotAllowedError(
            appointment.state.value, event.value, [known.value for known in allowed]
        )
    return appointment, allowed[event]


def services_of(tx: Tx, appointment: Appointment) -> list[ServiceType]:
    """The services of the catalogue that it was booked with."""
    return list(
        tx.session.scalars(
            sa.select(ServiceType)
            .join(AppointmentService, AppointmentService.service_type_id == ServiceType.id)
            .where(AppointmentService.appointment_id == appointment.id)
            .order_by(AppointmentService.position)
        )
    )


@action(
    "bookings.edit",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Save appointment"),
)
def edit_appointment(tx: Tx, command: EditAppointment) -> uuid.UUID:
    """Change who comes with what; a length that changes must fit where the appointment stands."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.RESCHEDULE
    )
    before = Before.of(appointment)
    was = (before.minutes, appointment.buffer_before, appointment.buffer_after)
    services = apply(tx, appointment, command)
    lock_vehicle(tx, appointment)
    if not command.confirmed.second:
        ask_about_second(tx, appointment, but=appointment.id)
    for row in tx.session.scalars(
        sa.select(AppointmentService).where(AppointmentService.appointment_id == appointment.id)
    ):
        tx.session.delete(row)
    write_services(tx, appointment, services, command)
    now = (appointment.minutes, appointment.buffer_before, appointment.buffer_after)
    if appointment.starts_at is not None and now != was:
        put(tx, appointment, appointment.starts_at, command.confirmed.going)
        step(tx, appointment, AppointmentEvent.RESCHEDULE, state, before=before)
    make_findable(tx, appointment)
    return appointment.id


@action(
    "bookings.confirm",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Confirm appointment"),
    from_states=(AppointmentState.REQUESTED.value,),
)
def confirm(tx: Tx, command: AppointmentOf) -> uuid.UUID:
    """A request or a hold becomes an appointment."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.CONFIRM
    )
    if appointment.starts_at is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("bookings", "This one waits for a time.")),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("bookings", "Give it a time on the board.")),
        )
    before = Before.of(appointment)
    appointment.hold_until_at = None
    put(tx, appointment, appointment.starts_at, command.confirmed.going)
    step(tx, appointment, AppointmentEvent.CONFIRM, state, before=before)
    return appointment.id


@action(
    "bookings.move",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Move appointment"),
    from_states=tuple(
        s.value for s, events in APPOINTMENT_FLOW.items() if AppointmentEvent.RESCHEDULE in events
    ),
)
def move(tx: Tx, command: MoveAppointment) -> uuid.UUID:
    """Another time, bay or person; the story keeps where it was. Also gives one that waits its time.

    What an owner asked for and nobody confirmed stays a request: another time is an offer to them.
    """
    return move_telling(tx, command, "")


def move_telling(tx: Tx, command: MoveAppointment, words: str) -> uuid.UUID:
    """Move, with words for the owner who asked for it."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.RESCHEDULE
    )
    before = Before.of(appointment)
    event = AppointmentEvent.RESCHEDULE
    if appointment.starts_at is None and request_of(tx, appointment) is None:
        event, state = AppointmentEvent.CONFIRM, AppointmentState.CONFIRMED
    appointment.bay_id, appointment.employee_id = command.bay_id, command.employee_id
    if command.minutes is not None:
        appointment.minutes = _length(command.minutes)
    place = zone(tx.center.time_zone)
    other_day = before.starts_at is None or (
        before.starts_at.astimezone(place).date() != command.starts_at.astimezone(place).date()
    )
    if other_day and not command.confirmed.over_cap:
        ask_about_cap(tx, services_of(tx, appointment), command.starts_at, but=appointment.id)
    put(tx, appointment, command.starts_at, command.confirmed.going)
    appointment.waiting_since_at = None
    step(
        tx,
        appointment,
        event,
        state,
        before=before,
        reason=appointment.overbooked,
        words=words,
    )
    return appointment.id


def _length(minutes: int) -> int:
    if not 0 < minutes <= LONGEST:
        raise invalid("minutes", QT_TRANSLATE_NOOP("bookings", "How long does it take?"))
    return minutes


@action(
    "bookings.stretch",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Change length"),
)
def stretch(tx: Tx, command: StretchAppointment) -> uuid.UUID:
    """The work takes longer or shorter; beginning, bay and person stay."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.RESCHEDULE
    )
    before = Before.of(appointment)
    appointment.minutes = _length(command.minutes)
    if appointment.starts_at is not None:
        put(tx, appointment, appointment.starts_at, command.confirmed.going)
    step(
        tx,
        appointment,
        AppointmentEvent.RESCHEDULE,
        state,
        before=before,
        reason=appointment.overbooked,
    )
    return appointment.id


@action(
    "bookings.put_back",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Back to the waiting list"),
    from_states=tuple(
        s.value for s, events in APPOINTMENT_FLOW.items() if AppointmentEvent.WAIT in events
    ),
)
def put_back(tx: Tx, command: BackToWaiting) -> uuid.UUID:
    """Give back time, bay and person; it waits for another time since now."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.WAIT
    )
    before = Before.of(appointment)
    release(tx, appointment_id=appointment.id)
    appointment.starts_at = appointment.ends_at = None
    appointment.bay_id = appointment.employee_id = None
    appointment.overbooked = appointment.hold_until_at = None
    appointment.waiting_since_at = appointment.waiting_since_at or tx.now
    if command.wish is not None:
        appointment.wish = command.wish.to_json()
    step(tx, appointment, AppointmentEvent.WAIT, state, before=before)
    return appointment.id
