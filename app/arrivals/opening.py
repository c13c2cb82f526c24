"""A car comes: an arrival from as little as a plate, with its order, or without one for a check-in alone."""

import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from app import vehicles, work_orders
from app.kernel.errors import QT_TRANSLATE_NOOP, TransitionNotAllowedError, invalid
from app.kernel.tx import Tx, action, cleaned
from models.access import Permission
from models.arrivals import ARRIVAL_FLOW, OPEN_ARRIVALS, Arrival, ArrivalMode, ArrivalState
from models.bookings import Appointment, AppointmentOrder
from models.customers import Customer
from models.order_flow import FINAL
from models.vehicles import Vehicle, VehiclePerson, VehicleRole
from models.work_orders import WorkOrder

_NUMBER = "{center}-A-{yyyy}-{seq:05}"
"""Arrivals have a series of their own: a check-in alone makes no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArrival:
    """A car has come, or will. One of ``order_id``, ``appointment_id``, ``vehicle_id``, ``plate`` is enough."""

    mode: ArrivalMode = ArrivalMode.STAYS
    order_id: uuid.UUID | None = None
    appointment_id: uuid.UUID | None = None
    vehicle_id: uuid.UUID | None = None
    plate: str | None = None
    customer_id: uuid.UUID | None = None
    words: str | None = None


@action(
    "arrivals.open",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Car has come"),
)
def open_arrival(tx: Tx, command: OpenArrival) -> uuid.UUID:
    """Begin an arrival; called again for the same order or appointment it gives the open one back.

    An order is opened with it unless it is a check-in alone. What is not known yet stops the completion of the
    order, never the opening.
    """
    words = cleaned(command.words)
    appointment, order = _from_appointment(tx, command), None
    if command.order_id is not None:
        order = tx.load(WorkOrder, command.order_id, lock=True)
    elif appointment is not None:
        order = _order_of(tx, appointment.id, command)
    if order is not None and order.state in FINAL:
        raise invalid(
            "order_id", QT_TRANSLATE_NOOP("arrivals", "This order is finished: open a new one.")
        )
    known = _open_one(tx, order, appointment)
    if known is not None:
        return known
    vehicle = _vehicle(tx, command, order, appointment)
    customer_id = (
        command.customer_id
        or (order.customer_id if order else None)
        or (appointment.customer_id if appointment else None)
        or _owner_of(tx, vehicle.id)
    )
    if customer_id is not None:
        tx.load(Customer, customer_id)
    words = words or (cleaned(appointment.words) if appointment else None)
    arrival = _new(tx, command.mode, vehicle, customer_id)
    arrival.words = words
    if order is not None:
        _take_from(arrival, order)
    arrival.appointment_id = appointment.id if appointment else None
    tx.flush()
    if order is None and command.mode is not ArrivalMode.CHECK_IN_ONLY:
        give_order(tx, arrival)
    tx.findable("arrival", arrival.id, arrival.number, vehicle.plate, vehicle.make, vehicle.model)
    tx.about("arrival", arrival.id)
    return arrival.id


def _from_appointment(tx: Tx, command: OpenArrival) -> Appointment | None:
    if command.appointment_id is None:
        return None
    return tx.load(Appointment, command.appointment_id, lock=True)


def _order_of(tx: Tx, appointment_id: uuid.UUID, command: OpenArrival) -> WorkOrder | None:
    """The appointment's order; a check-in alone opens none."""
    found = tx.session.scalar(
        sa.select(AppointmentOrder.order_id).where(
            AppointmentOrder.appointment_id == appointment_id
        )
    )
    if found is None and command.mode is not ArrivalMode.CHECK_IN_ONLY:
        tx.require(Permission.WORK_ORDERS_EDIT)
        found = _booked_order(tx, appointment_id, command.plate)
        tx.flush()
    return tx.load(WorkOrder, found, lock=True) if found else None


def _open_one(tx: Tx, order: WorkOrder | None, appointment: Appointment | None) -> uuid.UUID | None:
    """The arrival that is open for this order or appointment already."""
    if order is None and appointment is None:
        return None
    same = Arrival.order_id == order.id if order is not None else sa.false()
    if appointment is not None:
        same = sa.or_(same, Arrival.appointment_id == appointment.id)
    return tx.session.scalar(
        sa.select(Arrival.id).where(
            Arrival.center_id == tx.actor.center_id, same, Arrival.state.in_(OPEN_ARRIVALS)
        )
    )


def _vehicle(
    tx: Tx, command: OpenArrival, order: WorkOrder | None, appointment: Appointment | None
) -> Vehicle:
    known = command.vehicle_id or (order.vehicle_id if order else None)
    known = known or (appointment.vehicle_id if appointment else None)
    if known is not None:
        return tx.load(Vehicle, known)
    plate = cleaned(command.plate) or (appointment.plate if appointment else None)
    if not plate:
        raise invalid(
            "plate", QT_TRANSLATE_NOOP("arrivals", "Enter at least the plate of the car.")
        )
    known = vehicles.find_by_plate(tx.read, plate)
    if known is None:
        known = vehicles.create_vehicle(tx, vehicles.CreateVehicle(plate=plate))
        tx.flush()
    return tx.load(Vehicle, known)


def _owner_of(tx: Tx, vehicle_id: uuid.UUID) -> uuid.UUID | None:
    return tx.session.scalar(
        sa.select(VehiclePerson.customer_id)
        .where(
            VehiclePerson.vehicle_id == vehicle_id,
            VehiclePerson.role == VehicleRole.OWNER.value,
            VehiclePerson.until_at.is_(None),
        )
        .order_by(VehiclePerson.id.desc())
        .limit(1)
    )


def _new(tx: Tx, mode: ArrivalMode, vehicle: Vehicle, customer_id: uuid.UUID | None) -> Arrival:
    nothing = dict.fromkeys(
        (
            "order_id",
            "appointment_id",
            "bringer_id",
            "authority",
            "authority_note",
            "id_seen",
            "words",
            "concern_id",
            "odometer_value",
            "odometer_reason",
            "fuel_eighths",
            "charge_percent",
            "is_engine_running",
            "cleanliness",
            "note",
            "amend_reason",
            "key_tag",
            "key_tag_key",
            "key_count",
            "key_at",
            "key_holder_id",
            "car_at",
            "place_id",
            "checked_in_at",
            "checked_in_by_id",
            "left_at",
            "cancel_reason",
        )
    )
    return tx.add(
        Arrival(
            **nothing,
            center_id=tx.actor.center_id,
            number=tx.number("arrival", _NUMBER),
            mode=mode,
            state=ArrivalState.DRAFT,
            vehicle_id=vehicle.id,
            customer_id=customer_id,
            symptoms=[],
            odometer_unit=vehicle.odometer_unit,
            lamps=[],
            belongings=[],
            kit={},
            own_parts=[],
            marks=[],
            draft_number=1,
            signed_number=0,
            made_at=tx.now,
            made_by_id=tx.actor.employee_id,
        )
    )


def _take_from(arrival: Arrival, order: WorkOrder) -> None:
    """What reception wrote on the order already."""
    arrival.order_id = order.id
    arrival.bringer_id = order.bringer_id
    arrival.authority_note = order.bringer_authority
    arrival.odometer_value = order.odometer_value
    arrival.odometer_reason = order.odometer_reason
    if order.fuel_percent is not None:
        arrival.fuel_eighths = round(order.fuel_percent * 8 / 100)


def give_order(tx: Tx, arrival: Arrival) -> uuid.UUID:
    """Open the arrival's order: from its appointment, so that there is only one, else for the car at the desk."""
    tx.require(Permission.WORK_ORDERS_EDIT)
    if arrival.appointment_id is not None:
        order_id = _booked_order(tx, arrival.appointment_id, None)
    else:
        order_id = work_orders.open_order(
            tx,
            work_orders.OpenOrder(
                vehicle_id=arrival.vehicle_id,
                customer_id=arrival.customer_id,
                bringer_id=arrival.bringer_id,
                concerns=(arrival.words,) if arrival.words else (),
                odometer_value=arrival.odometer_value,
            ),
        )
    tx.flush()
    arrival.order_id = order_id
    tx.flush()
    tx.about("arrival", arrival.id)
    return order_id


def _booked_order(tx: Tx, appointment_id: uuid.UUID, plate: str | None) -> uuid.UUID:
    """The one order of an appointment, opened if it has none."""
    return work_orders.open_from_appointment(
        tx, work_orders.OpenFromAppointment(appointment_id=appointment_id, plate=plate)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalOf:
    """Names an arrival; ``reason`` is needed to cancel."""

    arrival_id: uuid.UUID
    version: int | None = None
    reason: str | None = None


@action(
    "arrivals.become_order",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Make a work order"),
)
def become_order(tx: Tx, command: ArrivalOf) -> uuid.UUID:
    """A check-in alone becomes an order after all; an arrival that has one gives it back."""
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    tx.about("arrival", arrival.id)
    if arrival.order_id is not None:
        return arrival.order_id
    if arrival.state not in OPEN_ARRIVALS:
        raise TransitionNotAllowedError(
            arrival.state.value, "become_order", tuple(ARRIVAL_FLOW[arrival.state])
        )
    made = give_order(tx, arrival)
    if arrival.mode is ArrivalMode.CHECK_IN_ONLY:
        arrival.mode = ArrivalMode.STAYS
    return made


@action(
    "arrivals.cancel",
    permission=Permission.ARRIVALS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Cancel arrival"),
)
def cancel_arrival(tx: Tx, command: ArrivalOf) -> ArrivalState:
    """The car did not come, or the arrival was a mistake; the order is cancelled by itself if it has to be."""
    arrival = tx.load(Arrival, command.arrival_id, version=command.version, lock=True)
    reason = cleaned(command.reason)
    if reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("arrivals", "Say the reason."))
    step(tx, arrival, "cancel")
    arrival.cancel_reason = reason
    return arrival.state


def step(tx: Tx, arrival: Arrival, event: str) -> None:
    """Take one step of the arrival's table; TransitionNotAllowedError when there is none."""
    following = ARRIVAL_FLOW[arrival.state].get(event)
    if following is None:
        raise TransitionNotAllowedError(
            arrival.state.value, event, tuple(ARRIVAL_FLOW[arrival.state])
        )
    arrival.state = following
    tx.about("arrival", arrival.id)
