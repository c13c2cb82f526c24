"""The cars of one customer as whoever looks after them sees them: what is due, where each stands, what is unpaid."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app import vehicles
from app.billing.accounts import AccountBill
from app.kernel.merging import standing, whole, wholes
from app.kernel.tx import Read
from models.access import Permission
from models.customers import Customer
from models.money import Money
from models.order_flow import FINAL, SEALED, OrderState
from models.passports import Recommendation, RecommendationState
from models.vehicles import Vehicle, to_km
from models.work_orders import WorkOrder


@dataclass(frozen=True, slots=True)
class ServiceDue:
    """The recommended work that comes first: by day or by reading; ``is_due`` when it should be done by now."""

    name: str
    due_on: date | None
    due_value: int | None
    unit: str
    is_due: bool


@dataclass(frozen=True, slots=True)
class FleetOrder:
    """An order of the car that is not finished."""

    id: uuid.UUID
    number: str
    state: OrderState


@dataclass(frozen=True, slots=True)
class FleetCar:
    """A car of the list. ``reading`` is the last that holds; ``work`` counts open recommended and declined work.

    ``unpaid`` is what this customer owes for the car, None for those who may not see money.
    """

    vehicle: vehicles.VehicleRow
    reading: vehicles.Reading | None
    visits: int
    last_at: datetime | None
    orders: tuple[FleetOrder, ...]
    service: ServiceDue | None
    work: int
    unpaid: Money | None

    def days_left(self, today: date) -> int | None:
        """Days to the nearest of inspection, insurance and service by day; below zero when late, None without any."""
        car = self.vehicle
        days = [car.inspection_until_on, car.insurance_until_on]
        if self.service is not None:
            # late by its reading, whatever its day says
            days += [self.service.due_on, today if self.service.is_due else None]
        return min(((day - today).days for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Margin:
    """What sealed orders whose cost is known sold without tax, and what their goods cost."""

    net: Money
    cost: Money


def list_fleet(
    read: Read,
    customer_id: uuid.UUID,
    cars: Sequence[vehicles.VehicleRow],
    *,
    today: date,
    currency: str,
    bills: Sequence[AccountBill] = (),
) -> tuple[FleetCar, ...]:
    """Each of these cars of the customer, in their order, in five selects however many they are.

    ``bills`` are the customer's invoices, which the account has read already.
    """
    ids = [car.id for car in cars]
    if not ids:
        return ()
    readings = vehicles.last_readings(read.connection, ids)
    visits = _visits(read, ids)
    orders = _open_orders(read, customer_id, ids)
    work = _work(read, ids, readings, today)
    unpaid = _unpaid(read, ids, bills)
    sees = read.can(Permission.MONEY_SEE)
    return tuple(
        FleetCar(
            vehicle=car,
            reading=readings.get(car.id),
            visits=visits[car.id][0] if car.id in visits else 0,
            last_at=visits[car.id][1] if car.id in visits else None,
            orders=orders.get(car.id, ()),
            service=_first(work.get(car.id, ())),
            work=len(work.get(car.id, ())),
            unpaid=Money(unpaid.get(car.id, 0), currency) if sees else None,
        )
        for car in cars
    )


def margin_of(read: Read, customer_id: uuid.UUID, *, currency: str) -> Margin | None:
    """What the customer's sealed orders earned; None for those who may not see costs."""
    if not (read.can(Permission.COSTS_SEE) and read.can(Permission.MONEY_SEE)):
        return None
    row = read.connection.execute(
        sa.select(
            sa.func.sum(WorkOrder.net_amount).label("net"),
            sa.func.sum(WorkOrder.cost_amount).label("cost"),
        ).where(
            whole(WorkOrder.customer_id, Customer, customer_id),
            WorkOrder.center_id == read.center_id,
            WorkOrder.state.in_(SEALED),
            WorkOrder.cost_amount.is_not(None),
        )
    ).one()
    return Margin(Money(int(row.net or 0), currency), Money(int(row.cost or 0), currency))


def _visits(
    read: Read, ids: Collection[uuid.UUID]
) -> Mapping[uuid.UUID, tuple[int, datetime | None]]:
    rows = read.connection.execute(
        sa.select(standing(Vehicle), sa.func.count(), sa.func.max(WorkOrder.made_at))
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .where(wholes(WorkOrder.vehicle_id, Vehicle, ids), WorkOrder.state != OrderState.CANCELLED)
        .group_by(standing(Vehicle))
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _open_orders(
    read: Read, customer_id: uuid.UUID, ids: Collection[uuid.UUID]
) -> Mapping[uuid.UUID, tuple[FleetOrder, ...]]:
    found: dict[uuid.UUID, tuple[FleetOrder, ...]] = {}
    for row in read.connection.execute(
        sa.select(
            standing(Vehicle).label("vehicle_id"), WorkOrder.id, WorkOrder.number, WorkOrder.state
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .where(
            wholes(WorkOrder.vehicle_id, Vehicle, ids),
            WorkOrder.state.not_in(FINAL),
            # of a car that several people share, only what this customer pays, or nobody yet
            sa.or_(
                WorkOrder.customer_id.is_(None), whole(WorkOrder.customer_id, Customer, customer_id)
            ),
        )
        .order_by(WorkOrder.made_at.desc(), WorkOrder.id.desc())
    ):
        order = FleetOrder(row.id, row.number, row.state)
        found[row.vehicle_id] = (*found.get(row.vehicle_id, ()), order)
    return found


def _work(
    read: Read,
    ids: Collection[uuid.UUID],
    readings: Mapping[uuid.UUID, vehicles.Reading],
    today: date,
) -> Mapping[uuid.UUID, tuple[ServiceDue, ...]]:
    found: dict[uuid.UUID, tuple[ServiceDue, ...]] = {}
    for row in read.connection.execute(
        sa.select(
            standing(Vehicle).label("vehicle_id"),
            Recommendation.name,
            Recommendation.due_on,
            Recommendation.due_value,
            Recommendation.from_unit,
        )
        .join(Vehicle, Vehicle.id == Recommendation.vehicle_id)
        .where(
            wholes(Recommendation.vehicle_id, Vehicle, ids),
            Recommendation.state == RecommendationState.OPEN,
        )
        .order_by(Recommendation.due_on, Recommendation.id)
    ):
        last = readings.get(row.vehicle_id)
        is_due = (row.due_on is not None and row.due_on <= today) or (
            row.due_value is not None
            and last is not None
            and last.km >= to_km(row.due_value, row.from_unit)
        )
        due = ServiceDue(row.name, row.due_on, row.due_value, row.from_unit, is_due)
        found[row.vehicle_id] = (*found.get(row.vehicle_id, ()), due)
    return found


def _first(work: Sequence[ServiceDue]) -> ServiceDue | None:
    """What is due already, else the nearest day, else what goes by its reading; work without either is no date."""
    dated = [each for each in work if each.due_on is not None or each.due_value is not None]
    dated.sort(key=lambda each: (not each.is_due, each.due_on or date.max))
    return dated[0] if dated else None


def _unpaid(
    read: Read, ids: Collection[uuid.UUID], bills: Sequence[AccountBill]
) -> Mapping[uuid.UUID, int]:
    owed = [bill for bill in bills if bill.open.minor > 0 and bill.vehicle_id is not None]
    if not owed:
        return {}
    stands = {
        row[0]: row[1]
        for row in read.connection.execute(
            sa.select(Vehicle.id, standing(Vehicle)).where(
                Vehicle.id.in_({bill.vehicle_id for bill in owed})
            )
        )
    }
    sums = dict.fromkeys(ids, 0)
    for bill in owed:
        car = stands.get(bill.vehicle_id) if bill.vehicle_id is not None else None
        if car in sums:
            sums[car] += bill.open.minor
    return sums
