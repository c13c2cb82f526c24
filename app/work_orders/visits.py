"""A car's visits: every order as one line that says what was done."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Permission
from models.customers import Customer
from models.money import Money
from models.order_flow import Approval, OrderState
from models.vehicles import Vehicle
from models.work_orders import Job, WorkOrder


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One order of a car. ``works`` names its jobs, declined ones left out unless all were.

    ``total`` is None for those who may not see money; ``customer_id`` is who had the car then.
    """

    id: uuid.UUID
    number: str
    state: OrderState
    made_at: datetime
    completed_at: datetime | None
    promised_at: datetime | None
    works: tuple[str, ...]
    vehicle_id: uuid.UUID
    odometer_value: int | None
    odometer_unit: str
    customer_id: uuid.UUID | None
    bringer_id: uuid.UUID | None
    total: Money | None


def list_visits(
    read: Read,
    *,
    vehicle_id: uuid.UUID | None = None,
    customer_id: uuid.UUID | None = None,
    limit: int = 200,
) -> tuple[VisitRow, ...]:
    """The newest orders of a car, of a customer, or of both; cancelled ones too."""
    query = sa.select(WorkOrder.__table__).where(WorkOrder.center_id == read.center_id)
    if vehicle_id is not None:
        query = query.where(whole(WorkOrder.vehicle_id, Vehicle, vehicle_id))
    if customer_id is not None:
        query = query.where(whole(WorkOrder.customer_id, Customer, customer_id))
    rows = read.connection.execute(
        query.order_by(WorkOrder.made_at.desc(), WorkOrder.id.desc()).limit(limit)
    ).all()
    works = _works(read, [row.id for row in rows])
    sees = read.can(Permission.MONEY_SEE)
    return tuple(
        VisitRow(
            id=row.id,
            number=row.number,
            state=row.state,
            made_at=row.made_at,
            completed_at=row.completed_at,
            promised_at=row.promised_at,
            works=works.get(row.id, ()),
            vehicle_id=row.vehicle_id,
            odometer_value=row.odometer_value,
            odometer_unit=row.odometer_unit,
            customer_id=row.customer_id,
            bringer_id=row.bringer_id,
            total=Money(row.total_amount, row.currency) if sees else None,
        )
        for row in rows
    )


def _works(read: Read, orders: list[uuid.UUID]) -> dict[uuid.UUID, tuple[str, ...]]:
    named: dict[uuid.UUID, list[tuple[str, bool]]] = {}
    for row in read.connection.execute(
        sa.select(Job.order_id, Job.name, Job.approval)
        .where(Job.order_id.in_(orders))
        .order_by(Job.sort)
    ):
        named.setdefault(row.order_id, []).append((row.name, row.approval == Approval.DECLINED))
    return {
        order: tuple(name for name, declined in jobs if not declined)
        or tuple(name for name, _declined in jobs)
        for order, jobs in named.items()
    }
