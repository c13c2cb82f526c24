"""A booked car becomes an order: exactly one, however often and on however many desks it is pressed."""

import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from app import bookings, customers
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Tx, action
from app.work_orders.opening import OpenOrder, open_order
from models.access import Permission
from models.customers import Customer
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFromAppointment:
    """The appointment whose car is here. ``plate`` when the appointment has none yet."""

    appointment_id: uuid.UUID
    version: int | None = None
    plate: str | None = None
    odometer_value: int | None = None


@action(
    "work_orders.open_from_appointment",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Open work order"),
)
def open_from_appointment(tx: Tx, command: OpenFromAppointment) -> uuid.UUID:
    """Open the appointment's order, or return the one it has; a caller who is not known yet becomes a customer."""
    told = bookings.order_of_appointment(tx, command.appointment_id, command.version)
    if told.order_id is not None:
        tx.about("work_order", told.order_id)
        return told.order_id
    customer_id = told.customer_id or _customer(tx, told)
    order_id = open_order(
        tx,
        OpenOrder(
            vehicle_id=told.vehicle_id,
            plate=command.plate or told.plate,
            customer_id=customer_id,
            source="appointment",
            concerns=tuple(told.concerns),
            promised_at=told.promised_at,
            odometer_value=command.odometer_value,
            note=told.note,
        ),
    )
    tx.flush()  # the link names the order
    order = tx.load(WorkOrder, order_id)
    bookings.attach_order(
        tx,
        told.appointment_id,
        order_id,
        vehicle_id=order.vehicle_id,
        customer_id=order.customer_id,
    )
    tx.about("work_order", order_id)
    return order_id


def _customer(tx: Tx, told: bookings.ForOrder) -> uuid.UUID | None:
    """Who called: a customer with that phone, or a new one."""
    if told.phone:
        known = tx.session.scalar(
            sa.select(Customer.id)
            .where(
                Customer.center_id == tx.actor.center_id,
                Customer.phone == told.phone,
                Customer.archived_at.is_(None),
            )
            .order_by(Customer.id)
            .limit(1)
        )
        if known is not None:
            return known
    if not told.name or not tx.actor.can(Permission.CUSTOMERS_EDIT):
        return None
    return customers.create_customer(tx, customers.CreateCustomer(name=told.name, phone=told.phone))
