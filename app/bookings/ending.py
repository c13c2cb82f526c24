"""Verbs of the day itself: the car comes, or nothing comes of it, or it was a mistake."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from app.bookings.booking import AppointmentOf, Confirmed, load_for
from app.bookings.placing import Before, put, release, step
from app.bookings.world import read_rules
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.tx import Tx, action
from models.access import Permission
from models.bookings import (
    APPOINTMENT_FLOW,
    Appointment,
    AppointmentEvent,
    AppointmentOrder,
    AppointmentState,
    BusySpan,
    EndedBy,
    EndReason,
)
from models.customers import Customer
from models.requests import ServiceRequest
from models.work_orders import WorkOrder

_EDIT = Permission.BOOKINGS_EDIT


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAppointment:
    """Nothing comes of it: why, and who said so."""

    appointment_id: uuid.UUID
    version: int
    reason: EndReason | None
    ended_by: EndedBy | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShow:
    """Nobody came: why, as far as it is known."""

    appointment_id: uuid.UUID
    version: int
    reason: EndReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenAppointment:
    """It was called off by mistake; ``to_waiting`` when its time is gone."""

    appointment_id: uuid.UUID
    version: int
    to_waiting: bool = False
    confirmed: Confirmed = field(default_factory=Confirmed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetContacts:
    """Blank what callers said of themselves where it is not needed any more."""


def _states(event: AppointmentEvent) -> tuple[str, ...]:
    return tuple(s.value for s, events in APPOINTMENT_FLOW.items() if event in events)


@action(
    "bookings.cancel",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Cancel appointment"),
    from_states=_states(AppointmentEvent.CANCEL),
)
def cancel_appointment(tx: Tx, command: CancelAppointment) -> uuid.UUID:
    """Call it off, with the reason; its time is free at once."""
    if command.reason is None or command.ended_by is None:
        raise invalid(
            "reason", QT_TRANSLATE_NOOP("bookings", "Why, and who called it off: choose both.")
        )
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.CANCEL
    )
    before = Before.of(appointment)
    release(tx, appointment_id=appointment.id)
    step(
        tx,
        appointment,
        AppointmentEvent.CANCEL,
        state,
        before=before,
        reason=command.reason,
        ended_by=command.ended_by,
    )
    return appointment.id


@action(
    "bookings.mark_no_show",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Did not come"),
    from_states=_states(AppointmentEvent.MISS),
)
def mark_no_show(tx: Tx, command: NoShow) -> uuid.UUID:
    """Nobody came; the customer's count goes up by one, the time is free."""
    if command.reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("bookings", "Why did nobody come?"))
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.MISS
    )
    if appointment.starts_at is None or appointment.starts_at > tx.now:
        raise UserError(
            say(QT_TRANSLATE_NOOP("bookings", "Its time has not come yet.")),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("bookings", "Cancel it when nothing will come of it.")),
        )
    before = Before.of(appointment)
    _count_no_show(tx, appointment, 1)
    release(tx, appointment_id=appointment.id)
    step(
        tx,
        appointment,
        AppointmentEvent.MISS,
        state,
        before=before,
        reason=command.reason,
        ended_by=EndedBy.CUSTOMER,
    )
    return appointment.id


def _count_no_show(tx: Tx, appointment: Appointment, change: int) -> None:
    if appointment.customer_id is None:
        return
    customer = tx.load(Customer, appointment.customer_id, lock=True)
    customer.no_show_count = max(0, customer.no_show_count + change)


@action(
    "bookings.mark_arrived",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Car is here"),
    from_states=_states(AppointmentEvent.ARRIVE),
)
def mark_arrived(tx: Tx, command: AppointmentOf) -> uuid.UUID:
    """The car has come. One that is marked already stays marked."""
    known = tx.load(Appointment, command.appointment_id, lock=True)
    if known.state == AppointmentState.ARRIVED:
        tx.about("appointment", known.id)
        return known.id
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.ARRIVE
    )
    appointment.arrived_at = tx.now
    appointment.waiting_since_at = None
    if appointment.hold_until_at is not None:
        appointment.hold_until_at = None
        if appointment.starts_at is not None:
            put(tx, appointment, appointment.starts_at, command.confirmed.going)
    step(tx, appointment, AppointmentEvent.ARRIVE, state)
    return appointment.id


@action(
    "bookings.undo_arrival",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Car is not here"),
    from_states=_states(AppointmentEvent.LEAVE),
)
def undo_arrival(tx: Tx, command: AppointmentOf) -> uuid.UUID:
    """It was marked by mistake."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.LEAVE
    )
    appointment.arrived_at = None
    if appointment.starts_at is None:
        state = AppointmentState.REQUESTED
        appointment.waiting_since_at = tx.now
    step(tx, appointment, AppointmentEvent.LEAVE, state)
    return appointment.id


@action(
    "bookings.reopen",
    permission=_EDIT,
    label=QT_TRANSLATE_NOOP("bookings", "Reopen appointment"),
    from_states=_states(AppointmentEvent.REOPEN),
)
def reopen_appointment(tx: Tx, command: ReopenAppointment) -> uuid.UUID:
    """Bring back one that was cancelled or missed: at its time if that is free, or on the waiting list."""
    appointment, state = load_for(
        tx, command.appointment_id, command.version, AppointmentEvent.REOPEN
    )
    before = Before.of(appointment)
    if appointment.state == AppointmentState.NO_SHOW:
        _count_no_show(tx, appointment, -1)
    appointment.end_reason = appointment.ended_by = appointment.ended_at = None
    if command.to_waiting or appointment.starts_at is None:
        appointment.starts_at = appointment.ends_at = None
        appointment.bay_id = appointment.employee_id = None
        appointment.overbooked = None
        appointment.waiting_since_at = tx.now
        state = AppointmentState.REQUESTED
    else:
        put(tx, appointment, appointment.starts_at, command.confirmed.going)
    step(
        tx,
        appointment,
        AppointmentEvent.REOPEN,
        state,
        before=before,
        reason=appointment.overbooked,
    )
    return appointment.id


APPOINTMENT_OF = (
    sa.select(AppointmentOrder.appointment_id)
    .where(AppointmentOrder.order_id == WorkOrder.id)
    .limit(1)
    .correlate(WorkOrder)
    .scalar_subquery()
)
"""The appointment that an order came from, within a statement that reads the order."""


def finish_with_order(tx: Tx, appointment_id: uuid.UUID) -> uuid.UUID | None:
    """Its order is done: so is the appointment; time that it does not need any more is free. None: it is over."""
    appointment = tx.load(Appointment, appointment_id, lock=True)
    following = APPOINTMENT_FLOW[appointment.state].get(AppointmentEvent.FINISH)
    if following is None:
        return None
    _free_rest(tx, appointment)
    step(tx, appointment, AppointmentEvent.FINISH, following)
    found: uuid.UUID = appointment.id
    return found


def _free_rest(tx: Tx, appointment: Appointment) -> None:
    now = tx.now.replace(second=0, microsecond=0)
    mine = sa.and_(BusySpan.appointment_id == appointment.id, BusySpan.transport_id.is_(None))
    for row in tx.connection.execute(
        sa.select(BusySpan.id, BusySpan.part_starts_at, BusySpan.part_ends_at).where(
            mine, BusySpan.ends_at > now
        )
    ).all():
        one = BusySpan.id == row.id
        if row.part_starts_at >= now:
            tx.execute(sa.delete(BusySpan).where(one))
        else:
            worked = min(row.part_ends_at, now)
            tx.execute(sa.update(BusySpan).where(one).values(ends_at=now, part_ends_at=worked))
        tx.touch("busy_span", row.id)


@action(
    "bookings.forget_contacts",
    permission=Permission.BOOKINGS_SETTINGS,
    label=QT_TRANSLATE_NOOP("bookings", "Forget old callers"),
)
def forget_contacts(tx: Tx, _command: ForgetContacts) -> int:
    """Blank name and phone of callers who never became customers, some days after it was over; returns how many."""
    days = read_rules(tx.connection, tx.actor.center_id).contact_days
    limit = tx.now - timedelta(days=days)
    over = tx.session.scalars(
        sa.select(Appointment).where(
            Appointment.center_id == tx.actor.center_id,
            Appointment.state.in_(
                [AppointmentState.DONE, AppointmentState.CANCELLED, AppointmentState.NO_SHOW]
            ),
            sa.or_(Appointment.contact_name.is_not(None), Appointment.contact_phone.is_not(None)),
            sa.func.coalesce(Appointment.ended_at, Appointment.ends_at, Appointment.made_at)
            < limit,
        )
    ).all()
    for appointment in over:
        appointment.contact_name = appointment.contact_phone = None
    asked = tx.session.scalars(
        sa.select(ServiceRequest).where(
            ServiceRequest.center_id == tx.actor.center_id,
            ServiceRequest.ended_at < limit,
            sa.or_(
                ServiceRequest.contact_name.is_not(None),
                ServiceRequest.contact_phone.is_not(None),
            ),
        )
    ).all()
    for request in asked:
        request.contact_name = request.contact_phone = None
    return len(over) + len(asked)
