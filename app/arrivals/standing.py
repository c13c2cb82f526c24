"""Cars that are with us: who they are, where each stands, who put it there and when."""

import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.arrivals.reads import ArrivalRow, MoveRow, last_moves, list_arrivals
from app.kernel.tx import Read
from models.customers import Customer
from models.order_flow import OPEN, OrderState
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

_NOT_YET = (OrderState.DRAFT, OrderState.AWAITING_VEHICLE)
_MOST = 500


@dataclass(frozen=True, slots=True)
class CarHere:
    """A car with its arrival, or with its order alone (``arrival`` None: nobody wrote down how it came).

    ``moved`` is the newest move of the car. ``key`` is the arrival's id, else the order's.
    """

    key: uuid.UUID
    arrival: ArrivalRow | None
    order_id: uuid.UUID | None
    order_number: str | None
    plate: str | None
    car: str
    customer: str | None
    moved: MoveRow | None


def cars_here(read: Read) -> list[CarHere]:
    """Cars that are here or expected, the newest first; also those of open orders without an arrival."""
    arrivals = list_arrivals(read, limit=_MOST)
    moves = last_moves(read, [row.id for row in arrivals], "car")
    found = [
        CarHere(
            row.id,
            row,
            row.order_id,
            row.order_number,
            row.plate,
            row.car,
            row.customer,
            moves.get(row.id),
        )
        for row in arrivals
    ]
    known = {row.order_id for row in arrivals}
    bare: Any = read.connection.execute(
        sa.select(
            WorkOrder.id,
            WorkOrder.number,
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
            Vehicle.variant,
            Customer.name,
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.state.in_(OPEN),
            sa.or_(WorkOrder.state.not_in(_NOT_YET), WorkOrder.key_tag.is_not(None)),
        )
        .order_by(WorkOrder.id.desc())
        .limit(_MOST)
    )
    found += [
        CarHere(
            r.id,
            None,
            r.id,
            r.number,
            r.plate,
            " ".join(part for part in (r.make, r.model, r.variant) if part),
            r.name or None,
            None,
        )
        for r in bare
        if r.id not in known
    ]
    return sorted(found, key=lambda car: car.key, reverse=True)
