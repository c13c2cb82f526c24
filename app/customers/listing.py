"""The list of customers: ids in their order first, rows of the ids that are looked at afterwards."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from app.customers.rows import CustomerRow, customers_by_ids, find_customers
from app.kernel.ids import Ids, ids_of
from app.kernel.merging import standing, wholes
from app.kernel.tx import Read
from models.access import Permission
from models.customers import Customer
from models.money import Money
from models.order_flow import SEALED
from models.vehicles import Vehicle, VehiclePerson
from models.work_orders import WorkOrder

_FOUND = 200


class CustomerSort(StrEnum):
    """What a list of customers may be sorted by."""

    NAME = "name"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class CarOf:
    """A car of a customer, as short as a list shows it."""

    id: uuid.UUID
    plate: str | None
    name: str


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer as a row of the list. ``spent`` sums completed orders; None for who may not see money."""

    customer: CustomerRow
    cars: tuple[CarOf, ...]
    visits: int
    last_at: datetime | None
    spent: Money | None


def _listed(read: Read, *, archived: bool) -> sa.Select[uuid.UUID]:
    gone = Customer.archived_at.is_not(None) if archived else Customer.archived_at.is_(None)
    return sa.select(Customer.id).where(
        Customer.center_id == read.center_id, gone, Customer.erased_at.is_(None)
    )


def list_customer_ids(
    read: Read,
    *,
    sort: str = CustomerSort.NAME,
    descending: bool = False,
    archived: bool = False,
) -> Ids:
    """Ids of all customers, in the order wished for; people whose data was erased stand in no list."""
    key = Customer.folded if sort == CustomerSort.NAME else Customer.id
    down = descending if sort == CustomerSort.NAME else not descending
    order = (key.desc(), Customer.id.desc()) if down else (key, Customer.id)
    return ids_of(read.connection, _listed(read, archived=archived).order_by(*order))


def count_customers(read: Read, *, archived: bool = False) -> int:
    """How many customers the list holds."""
    query = sa.select(sa.func.count()).select_from(_listed(read, archived=archived).subquery())
    return read.connection.execute(query).scalar_one()


def find_customer_ids(read: Read, query: str) -> list[uuid.UUID]:
    """Ids of what the search finds, the best first."""
    return [row.id for row in find_customers(read, query, limit=_FOUND)]


def people_of_cars(read: Read, cars: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Ids of the customers who have a part in these cars today, in the order of the cars."""
    rows = read.connection.execute(
        sa.select(VehiclePerson.customer_id, VehiclePerson.vehicle_id)
        .join(Customer, Customer.id == VehiclePerson.customer_id)
        .where(
            VehiclePerson.vehicle_id.in_(cars),
            VehiclePerson.until_at.is_(None),
            Customer.center_id == read.center_id,
            Customer.archived_at.is_(None),
        )
        .order_by(VehiclePerson.id)
    ).all()
    ranks = {key: place for place, key in enumerate(cars)}
    found = sorted(rows, key=lambda row: ranks[row.vehicle_id])
    return list(dict.fromkeys(row.customer_id for row in found))


def customer_lines(
    read: Read, ids: Sequence[uuid.UUID], *, currency: str
) -> tuple[CustomerLine, ...]:
    """The rows of these customers, in the order of the ids; archived ones too."""
    if not ids:
        return ()
    rows = customers_by_ids(read, ids)
    cars: dict[uuid.UUID, dict[uuid.UUID, CarOf]] = {}
    for part in read.connection.execute(
        sa.select(VehiclePerson.customer_id, Vehicle.id, Vehicle.plate, Vehicle.make, Vehicle.model)
        .join(Vehicle, Vehicle.id == VehiclePerson.vehicle_id)
        .where(
            VehiclePerson.customer_id.in_(ids),
            VehiclePerson.until_at.is_(None),
            Vehicle.archived_at.is_(None),
        )
        .order_by(VehiclePerson.id)
    ):
        car = CarOf(part.id, part.plate, f"{part.make} {part.model}".strip())
        cars.setdefault(part.customer_id, {})[part.id] = car
    visits = {
        row.customer_id: row
        for row in read.connection.execute(
            sa.select(
                standing(Customer).label("customer_id"),
                sa.func.count().label("visits"),
                sa.func.max(WorkOrder.completed_at).label("last_at"),
                sa.func.sum(WorkOrder.total_amount).label("spent"),
            )
            .join(Customer, Customer.id == WorkOrder.customer_id)
            .where(wholes(WorkOrder.customer_id, Customer, ids), WorkOrder.state.in_(SEALED))
            .group_by(standing(Customer))
        )
    }
    sees = read.can(Permission.MONEY_SEE)
    made = []
    for key in ids:
        customer = rows.get(key)
        if customer is None:
            continue
        known = visits.get(key)
        spent = Money(int(known.spent) if known else 0, currency) if sees else None
        made.append(
            CustomerLine(
                customer,
                tuple(cars.get(key, {}).values()),
                known.visits if known else 0,
                known.last_at if known else None,
                spent,
            )
        )
    return tuple(made)
