"""The list of vehicles: ids in their order first, rows of the ids that are looked at afterwards."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from app.kernel.ids import Ids, ids_of
from app.kernel.merging import standing, wholes
from app.kernel.tx import Read
from app.vehicles.rows import VehicleRow, find_vehicles, vehicles_by_ids
from models.customers import Customer
from models.order_flow import FINAL, OrderState
from models.passports import Recommendation, RecommendationState
from models.vehicles import Vehicle, VehiclePerson, VehicleRole
from models.work_orders import WorkOrder

_RECENT = 3000
"""So many of the newest orders say which cars were here lately; the others follow by the day they were entered."""
_FOUND = 200


class VehicleSort(StrEnum):
    """What a list of vehicles may be sorted by."""

    RECENT = "recent"
    PLATE = "plate"
    NAME = "name"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class VehicleLine:
    """A vehicle as a row of the list. ``state`` is of the order that is open, ``last_at`` of the newest order.

    ``km`` is what the newest order read, in ``km_unit``; ``due`` how much recommended or declined work is open.
    """

    vehicle: VehicleRow
    owner_phone: str | None
    last_at: datetime | None
    km: int | None
    km_unit: str
    state: OrderState | None
    order_id: uuid.UUID | None
    due: int


def _listed(read: Read, *, archived: bool) -> sa.Select[uuid.UUID]:
    gone = Vehicle.archived_at.is_not(None) if archived else Vehicle.archived_at.is_(None)
    return sa.select(Vehicle.id).where(Vehicle.center_id == read.center_id, gone)


def list_vehicle_ids(
    read: Read,
    *,
    sort: str = VehicleSort.RECENT,
    descending: bool = False,
    archived: bool = False,
) -> Ids:
    """Ids of all vehicles, in the order wished for; those seen last come first by default."""
    query = _listed(read, archived=archived)
    if sort == VehicleSort.RECENT:
        ids = _by_last_visit(read, query)
        return ids[::-1] if descending else ids
    keys: list[sa.ColumnElement[str | None]]
    if sort == VehicleSort.OWNER:
        # of several owners the first by name; the car stands once
        owner = (
            sa.select(sa.func.min(sa.cast(Customer.folded, sa.Text)))
            .join(VehiclePerson, VehiclePerson.customer_id == Customer.id)
            .where(
                VehiclePerson.vehicle_id == Vehicle.id,
                VehiclePerson.role == VehicleRole.OWNER.value,
                VehiclePerson.until_at.is_(None),
            )
            .correlate(Vehicle)
            .scalar_subquery()
        )
        keys = [owner]
    elif sort == VehicleSort.PLATE:
        keys = [sa.cast(Vehicle.plate_key, sa.Text)]
    else:
        keys = [sa.cast(Vehicle.make, sa.Text), sa.cast(Vehicle.model, sa.Text)]
    order = [key.desc() if descending else key for key in keys]
    # what has no plate or no owner stands at the end either way
    return ids_of(read.connection, query.order_by(keys[0].is_(None), *order, Vehicle.id))


def count_vehicles(read: Read, *, archived: bool = False) -> int:
    """How many vehicles the list holds."""
    query = sa.select(sa.func.count()).select_from(_listed(read, archived=archived).subquery())
    return read.connection.execute(query).scalar_one()


def _by_last_visit(read: Read, query: sa.Select[uuid.UUID]) -> Ids:
    newest = (
        sa.select(WorkOrder.vehicle_id)
        .where(WorkOrder.center_id == read.center_id)
        .order_by(WorkOrder.made_at.desc(), WorkOrder.id.desc())
        .limit(_RECENT)
    )
    everything = ids_of(read.connection, query.order_by(Vehicle.id.desc()))
    return everything.brought_forward(ids_of(read.connection, newest))


def find_vehicle_ids(read: Read, query: str) -> list[uuid.UUID]:
    """Ids of what the search finds, the best first."""
    return [row.id for row in find_vehicles(read, query, limit=_FOUND)]


def cars_of_people(read: Read, people: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Ids of the cars in which these customers have a part today, in the order of the people."""
    rows = read.connection.execute(
        sa.select(VehiclePerson.customer_id, VehiclePerson.vehicle_id)
        .join(Vehicle, Vehicle.id == VehiclePerson.vehicle_id)
        .where(
            VehiclePerson.customer_id.in_(people),
            VehiclePerson.until_at.is_(None),
            Vehicle.center_id == read.center_id,
            Vehicle.archived_at.is_(None),
        )
        .order_by(VehiclePerson.id)
    ).all()
    ranks = {key: place for place, key in enumerate(people)}
    found = sorted(rows, key=lambda row: ranks[row.customer_id])
    return list(dict.fromkeys(row.vehicle_id for row in found))


def vehicle_lines(read: Read, ids: Sequence[uuid.UUID]) -> tuple[VehicleLine, ...]:
    """The rows of these vehicles, in the order of the ids; archived ones too."""
    if not ids:
        return ()
    rows = vehicles_by_ids(read, ids)
    orders = _newest_orders(read, ids)
    phones = _phones(read, [row.owner_id for row in rows.values() if row.owner_id])
    due = _due(read, ids)
    made = []
    for key in ids:
        row = rows.get(key)
        if row is None:
            continue
        order = orders.get(key)
        is_open = order is not None and order.state not in FINAL
        made.append(
            VehicleLine(
                vehicle=row,
                owner_phone=phones.get(row.owner_id) if row.owner_id else None,
                last_at=order.made_at if order else None,
                km=order.odometer_value if order else None,
                km_unit=order.odometer_unit if order else row.odometer_unit,
                state=order.state if order and is_open else None,
                order_id=order.id if order and is_open else None,
                due=due.get(key, 0),
            )
        )
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Order:
    id: uuid.UUID
    state: OrderState
    made_at: datetime
    odometer_value: int | None
    odometer_unit: str


def _newest_orders(read: Read, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, _Order]:
    """The order of each car that is open, else its newest one."""
    rows = read.connection.execute(
        sa.select(
            standing(Vehicle).label("vehicle_id"),
            WorkOrder.id,
            WorkOrder.state,
            WorkOrder.made_at,
            WorkOrder.odometer_value,
            WorkOrder.odometer_unit,
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .where(wholes(WorkOrder.vehicle_id, Vehicle, ids), WorkOrder.state != OrderState.CANCELLED)
        .order_by(WorkOrder.made_at, WorkOrder.id)
    )
    found: dict[uuid.UUID, _Order] = {}
    for row in rows:
        known = found.get(row.vehicle_id)
        if known is None or known.state in FINAL or row.state not in FINAL:
            found[row.vehicle_id] = _Order(*row[1:])
    return found


def _phones(read: Read, owners: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, str | None]:
    rows = read.connection.execute(
        sa.select(Customer.id, Customer.phone).where(Customer.id.in_(set(owners)))
    )
    return {row.id: row.phone for row in rows}


def _due(read: Read, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, int]:
    rows = read.connection.execute(
        sa.select(Recommendation.vehicle_id, sa.func.count())
        .where(
            Recommendation.vehicle_id.in_(ids),
            Recommendation.state == RecommendationState.OPEN,
        )
        .group_by(Recommendation.vehicle_id)
    )
    return {row[0]: row[1] for row in rows}
