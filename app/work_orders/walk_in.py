"""A car at the desk: who it may be while somebody types, and everything that is needed to open its order at once."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app import customers, vehicles
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read, Tx, action, cleaned
from app.work_orders.opening import OpenOrder, open_order
from models.access import Permission
from models.customers import Customer
from models.order_flow import FINAL
from models.vehicles import Vehicle, VehiclePerson, VehicleRole
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True)
class Arrival:
    """A car with its owner, or a customer without a car; ``order_number`` when the car is in the shop already."""

    vehicle_id: uuid.UUID | None
    customer_id: uuid.UUID | None
    plate: str | None
    vin: str | None
    car: str
    made_year: int | None
    customer: str | None
    phone: str | None
    order_id: uuid.UUID | None = None
    order_number: str | None = None


def find_arrivals(read: Read, query: str, *, limit: int = 8) -> tuple[Arrival, ...]:
    """Cars by plate, VIN or model, and the cars of customers by name or telephone; look-alikes are equal."""
    if not query.strip():
        return ()
    cars = {row.id: None for row in vehicles.find_vehicles(read, query, limit=limit)}
    people = customers.find_customers(read, query, limit=limit)
    owned: dict[uuid.UUID, list[uuid.UUID]] = {}
    for row in read.connection.execute(
        sa.select(VehiclePerson.customer_id, VehiclePerson.vehicle_id)
        .join(Vehicle, Vehicle.id == VehiclePerson.vehicle_id)
        .where(
            VehiclePerson.customer_id.in_([person.id for person in people]),
            VehiclePerson.until_at.is_(None),
            Vehicle.archived_at.is_(None),
        )
        .order_by(VehiclePerson.id)
    ):
        owned.setdefault(row.customer_id, []).append(row.vehicle_id)
    for person in people:
        cars.update(dict.fromkeys(owned.get(person.id, ())))
    found = _arrivals(read, cars)
    bare = [
        Arrival(None, p.id, None, None, "", None, p.name, p.phone)
        for p in people
        if p.id not in owned
    ]
    return (*found, *bare)[:limit]


def arrival_of(
    read: Read, *, vehicle_id: uuid.UUID | None = None, customer_id: uuid.UUID | None = None
) -> Arrival | None:
    """The car, or the customer, as an arrival; None when it is not of this center."""
    if vehicle_id is not None:
        return next(iter(_arrivals(read, [vehicle_id])), None)
    row = read.connection.execute(
        sa.select(Customer.id, Customer.name, Customer.phone).where(
            Customer.id == customer_id, Customer.center_id == read.center_id
        )
    ).one_or_none()
    return Arrival(None, row.id, None, None, "", None, row.name, row.phone) if row else None


_OWNER = (
    sa.select(VehiclePerson.customer_id)
    .where(
        VehiclePerson.vehicle_id == Vehicle.id,
        VehiclePerson.role == VehicleRole.OWNER.value,
        VehiclePerson.until_at.is_(None),
    )
    .order_by(VehiclePerson.id.desc())
    .limit(1)
    .scalar_subquery()
)


def _arrivals(read: Read, ids: Iterable[uuid.UUID]) -> tuple[Arrival, ...]:
    wanted = list(ids)
    rows = read.connection.execute(
        sa.select(
            Vehicle.id,
            Vehicle.plate,
            Vehicle.vin,
            Vehicle.make,
            Vehicle.model,
            Vehicle.made_year,
            Customer.id.label("customer_id"),
            Customer.name,
            Customer.phone,
        )
        .select_from(Vehicle)
        .outerjoin(Customer, Customer.id == _OWNER)
        .where(Vehicle.id.in_(wanted), Vehicle.center_id == read.center_id)
    )
    found = {row.id: row for row in rows}
    open_orders = {
        row.vehicle_id: row
        for row in read.connection.execute(
            sa.select(WorkOrder.vehicle_id, WorkOrder.id, WorkOrder.number)
            .where(
                WorkOrder.vehicle_id.in_(wanted),
                WorkOrder.center_id == read.center_id,
                WorkOrder.state.not_in(FINAL),
            )
            .order_by(WorkOrder.id)
        )
    }
    made = []
    for key in wanted:
        if key not in found:
            continue
        row, order = found[key], open_orders.get(key)
        made.append(
            Arrival(
                row.id,
                row.customer_id,
                row.plate,
                row.vin,
                f"{row.make} {row.model}".strip(),
                row.made_year,
                row.name,
                row.phone,
                order.id if order else None,
                order.number if order else None,
            )
        )
    return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWalkIn:
    """An order for a car at the desk. Unknown: ``plate`` with ``car`` ("Škoda Octavia"), ``name`` with ``phone``."""

    vehicle_id: uuid.UUID | None = None
    customer_id: uuid.UUID | None = None
    plate: str | None = None
    car: str | None = None
    name: str | None = None
    phone: str | None = None
    odometer_value: int | None = None
    concern: str | None = None
    promised_at: datetime | None = None


@action(
    "work_orders.open_walk_in",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "New work order at the desk"),
)
def open_walk_in(tx: Tx, command: OpenWalkIn) -> uuid.UUID:
    """Make the customer and the car where they are unknown, then the order: all of it or nothing."""
    customer_id, vehicle_id = command.customer_id, command.vehicle_id
    name, car = cleaned(command.name), cleaned(command.car)
    if customer_id is None and name:
        tx.require(Permission.CUSTOMERS_EDIT)
        customer_id = customers.create_customer(
            tx, customers.CreateCustomer(name=name, phone=cleaned(command.phone))
        )
        tx.flush()
    if vehicle_id is None and cleaned(command.plate):
        vehicle_id = vehicles.find_by_plate(tx.read, command.plate or "")
    if vehicle_id is None and cleaned(command.plate):
        tx.require(Permission.VEHICLES_EDIT)
        make, _, model = (car or "").partition(" ")
        vehicle_id = vehicles.create_vehicle(
            tx,
            vehicles.CreateVehicle(
                plate=command.plate, make=make, model=model.strip(), owner_id=customer_id
            ),
        )
        tx.flush()
    concern = cleaned(command.concern)
    return open_order(
        tx,
        OpenOrder(
            vehicle_id=vehicle_id,
            customer_id=customer_id,
            concerns=(concern,) if concern else (),
            promised_at=command.promised_at,
            odometer_value=command.odometer_value,
        ),
    )
