"""The one work order of an appointment: what the order needs to know, and the link that is made once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.bookings.placing import step
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    Reason,
    TransitionNotAllowedError,
    UserError,
    say,
)
from app.kernel.tx import Tx
from models.bookings import (
    APPOINTMENT_FLOW,
    COMING,
    Appointment,
    AppointmentEvent,
    AppointmentOrder,
    AppointmentService,
    AppointmentState,
    ArrivalMode,
)


@dataclass(frozen=True, slots=True)
class ForOrder:
    """What an appointment tells its work order. ``order_id`` when there is one already."""

    appointment_id: uuid.UUID
    order_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    customer_id: uuid.UUID | None
    plate: str | None
    name: str | None
    phone: str | None
    concerns: Sequence[str]
    promised_at: datetime | None
    employee_id: uuid.UUID | None
    note: str | None


def order_of_appointment(tx: Tx, appointment_id: uuid.UUID, version: int | None = None) -> ForOrder:
    """The appointment, locked: a second press waits here and then finds the first one's order.

    UserError for a check-in only; TransitionNotAllowedError when nothing can come of it any more.
    """
    appointment = tx.load(Appointment, appointment_id, lock=True)
    known = tx.session.scalar(
        sa.select(AppointmentOrder.order_id).where(
            AppointmentOrder.appointment_id == appointment.id
        )
    )
    if known is None:
        if version is not None and appointment.version != version:
            raise tx.changed("appointment", appointment.id, version, appointment.version)
        if appointment.mode == ArrivalMode.CHECK_IN_ONLY:
            raise UserError(
                say(QT_TRANSLATE_NOOP("bookings", "Check-in only: there is nothing to bill.")),
                reason=Reason.INVALID,
                remedy=say(
                    QT_TRANSLATE_NOOP("bookings", "Print the slip, or change how the car comes.")
                ),
            )
        if appointment.state not in COMING | {AppointmentState.ARRIVED}:
            raise TransitionNotAllowedError(
                appointment.state.value,
                AppointmentEvent.CONVERT.value,
                [event.value for event in APPOINTMENT_FLOW[appointment.state]],
            )
    names = tx.session.scalars(
        sa.select(AppointmentService.name)
        .where(AppointmentService.appointment_id == appointment.id)
        .order_by(AppointmentService.position)
    )
    return ForOrder(
        appointment.id,
        known,
        appointment.vehicle_id,
        appointment.customer_id,
        appointment.plate,
        appointment.contact_name,
        appointment.contact_phone,
        [words for words in (appointment.words, *names) if words],
        appointment.promised_at,
        appointment.employee_id,
        appointment.note,
    )


def attach_order(
    tx: Tx,
    appointment_id: uuid.UUID,
    order_id: uuid.UUID,
    *,
    vehicle_id: uuid.UUID,
    customer_id: uuid.UUID | None,
) -> None:
    """The appointment has become that order; what its caller said of themselves is the customer's now."""
    appointment = tx.load(Appointment, appointment_id)
    if appointment.state in COMING:
        appointment.arrived_at = tx.now
        appointment.hold_until_at = None
        step(tx, appointment, AppointmentEvent.ARRIVE, AppointmentState.ARRIVED)
    appointment.vehicle_id = vehicle_id
    appointment.customer_id = customer_id
    if customer_id is not None:
        appointment.contact_name = appointment.contact_phone = None
    tx.append(
        AppointmentOrder,
        center_id=appointment.center_id,
        appointment_id=appointment.id,
        order_id=order_id,
        made_at=tx.now,
        by_id=tx.actor.employee_id,
    )
    step(tx, appointment, AppointmentEvent.CONVERT, AppointmentState.CONVERTED)
