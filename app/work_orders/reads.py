"""Reads of work orders: frozen rows for lists and cards; what a thing cost shows only to those who may see it."""

import json
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.merging import whole
from app.kernel.tx import Read
from models.access import Permission
from models.customers import Customer
from models.money import Money
from models.order_flow import Approval, LineState, OrderState, Payer
from models.vehicles import Vehicle
from models.work_orders import (
    CompletedRecord,
    Concern,
    Job,
    OrderLine,
    OrderTransition,
    WorkOrder,
)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as a list shows it."""

    id: uuid.UUID
    number: str
    state: OrderState
    vehicle: str
    plate: str | None
    customer: str | None
    promised_at: datetime | None
    made_at: datetime
    total: Money
    version: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as the editor shows it; ``cost`` and ``margin_percent`` are None for those who may not see them."""

    id: uuid.UUID
    job_id: uuid.UUID
    kind: str
    code: str
    name: str
    maker: str
    unit: str
    qty: Decimal
    price: Money
    discount_percent: Decimal
    list: Money
    discount: Money
    net: Money
    tax: Money
    total: Money
    state: LineState
    payer: Payer
    technician_id: uuid.UUID | None
    reserved_qty: Decimal
    issued_qty: Decimal
    item_id: uuid.UUID | None
    product_id: uuid.UUID | None
    serial: str | None
    is_customers_own: bool
    why: dict[str, Any]
    cost: Money | None
    margin_percent: Decimal | None
    credit: Money | None


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job of an order."""

    id: uuid.UUID
    name: str
    approval: Approval
    payer: Payer
    total: Money
    approved: Money | None
    recommendation_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern of an order."""

    id: uuid.UUID
    words: str
    cause: str | None
    correction: str | None
    job_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class OrderCard:
    """The whole order as its page shows it."""

    id: uuid.UUID
    number: str
    version: int
    state: OrderState
    source: str
    vehicle_id: uuid.UUID
    vehicle: str
    plate: str | None
    vin: str | None
    customer_id: uuid.UUID | None
    customer: str | None
    customer_phone: str | None
    bringer_id: uuid.UUID | None
    advisor_id: uuid.UUID
    technician_id: uuid.UUID | None
    promised_at: datetime | None
    odometer_value: int | None
    odometer_unit: str
    key_tag: str | None
    hold_reason: str | None
    hold_until_at: datetime | None
    note: str | None
    supplied_on: date
    made_at: datetime
    completed_at: datetime | None
    delivered_at: datetime | None
    rework_count: int
    currency: str
    net: Money
    discount: Money
    tax: Money
    round_off: Money
    total: Money
    proposed: Money
    cost: Money | None
    concerns: tuple[ConcernRow, ...]
    jobs: tuple[JobRow, ...]
    lines: tuple[LineRow, ...]


_HEAD = (
    sa.select(
        WorkOrder.__table__,
        Vehicle.make,
        Vehicle.model,
        Vehicle.plate,
        Vehicle.vin,
        Customer.name.label("customer_name"),
        Customer.phone.label("customer_phone"),
    )
    .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
    .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
)
_ONE = _HEAD.where(
    WorkOrder.id == sa.bindparam("order"), WorkOrder.center_id == sa.bindparam("center")
)
_LINES = (
    sa.select(OrderLine.__table__)
    .where(OrderLine.order_id == sa.bindparam("order"))
    .order_by(OrderLine.sort)
)
_JOBS = sa.select(Job.__table__).where(Job.order_id == sa.bindparam("order")).order_by(Job.sort)
_CONCERNS = (
    sa.select(Concern.__table__)
    .where(Concern.order_id == sa.bindparam("order"))
    .order_by(Concern.sort)
)


def _missing() -> NotFoundError:
    return NotFoundError(say(QT_TRANSLATE_NOOP("work_orders", "There is no such work order.")))


def get_order(read: Read, order_id: uuid.UUID) -> OrderCard:
    """The whole order in four selects; NotFoundError for another center's."""
    row = read.connection.execute(_ONE, {"order": order_id, "center": read.center_id}).one_or_none()
    if row is None:
        raise _missing()
    sees_cost = read.can(Permission.COSTS_SEE)
    cur = row.currency
    lines = tuple(
        _line(r, cur, sees_cost=sees_cost)
        for r in read.connection.execute(_LINES, {"order": order_id})
    )
    jobs = tuple(
        JobRow(
            r.id,
            r.name,
            r.approval,
            r.payer,
            Money(r.total_amount, cur),
            Money(r.approved_amount, cur) if r.approved_amount is not None else None,
            r.recommendation_id,
        )
        for r in read.connection.execute(_JOBS, {"order": order_id})
    )
    concerns = tuple(
        ConcernRow(r.id, r.words, r.cause, r.correction, r.job_id)
        for r in read.connection.execute(_CONCERNS, {"order": order_id})
    )
    return OrderCard(
        id=row.id,
        number=row.number,
        version=row.version,
        state=row.state,
        source=row.source,
        vehicle_id=row.vehicle_id,
        vehicle=f"{row.make} {row.model}".strip(),
        plate=row.plate,
        vin=row.vin,
        customer_id=row.customer_id,
        customer=row.customer_name,
        customer_phone=row.customer_phone,
        bringer_id=row.bringer_id,
        advisor_id=row.advisor_id,
        technician_id=row.technician_id,
        promised_at=row.promised_at,
        odometer_value=row.odometer_value,
        odometer_unit=row.odometer_unit,
        key_tag=row.key_tag,
        hold_reason=row.hold_reason,
        hold_until_at=row.hold_until_at,
        note=row.note,
        supplied_on=row.supplied_on,
        made_at=row.made_at,
        completed_at=row.completed_at,
        delivered_at=row.delivered_at,
        rework_count=row.rework_count,
        currency=cur,
        net=Money(row.net_amount, cur),
        discount=Money(row.discount_amount, cur),
        tax=Money(row.tax_amount, cur),
        round_off=Money(row.round_off_amount, cur),
        total=Money(row.total_amount, cur),
        proposed=Money(row.proposed_amount, cur),
        cost=Money(row.cost_amount, cur) if sees_cost and row.cost_amount is not None else None,
        concerns=concerns,
        jobs=jobs,
        lines=lines,
    )


def _line(row: sa.Row[*tuple[Any, ...]], currency: str, *, sees_cost: bool) -> LineRow:
    cost = row.cost_amount if sees_cost else None
    margin = None
    if cost is not None and row.net_amount:
        margin = (Decimal(row.net_amount - cost) * 100 / row.net_amount).quantize(Decimal("0.1"))
    return LineRow(
        row.id,
        row.job_id,
        row.kind,
        row.code,
        row.name,
        row.maker,
        row.unit,
        row.qty,
        Money(row.price_amount, currency),
        row.discount_percent,
        Money(row.list_amount, currency),
        Money(row.discount_amount, currency),
        Money(row.net_amount, currency),
        Money(row.tax_amount, currency),
        Money(row.total_amount, currency),
        row.state,
        row.payer,
        row.technician_id,
        row.reserved_qty,
        row.issued_qty,
        row.item_id,
        row.product_id,
        row.serial,
        row.is_customers_own,
        row.price_why if sees_cost else {},
        Money(cost, currency) if cost is not None else None,
        margin,
        Money(row.credit_amount, currency) if row.credit_amount is not None else None,
    )


_PAGE = (
    sa.select(
        WorkOrder.id,
        WorkOrder.number,
        WorkOrder.state,
        WorkOrder.promised_at,
        WorkOrder.made_at,
        WorkOrder.total_amount,
        WorkOrder.currency,
        WorkOrder.version,
        Vehicle.make,
        Vehicle.model,
        Vehicle.plate,
        Customer.name.label("customer_name"),
    )
    .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
    .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
)


def list_orders(
    read: Read,
    *,
    after: tuple[datetime, uuid.UUID] | None = None,
    states: Collection[OrderState] = (),
    vehicle_id: uuid.UUID | None = None,
    customer_id: uuid.UUID | None = None,
    limit: int = 50,
) -> list[OrderRow]:
    """A page of orders, newest first; ``after`` is (made_at, id) of the last row seen, never an offset."""
    query = _PAGE.where(WorkOrder.center_id == read.center_id)
    if after is not None:
        query = query.where(
            sa.tuple_(WorkOrder.made_at, WorkOrder.id)
            < sa.tuple_(
                sa.literal(after[0], WorkOrder.made_at.type),
                sa.literal(after[1], WorkOrder.id.type),
            )
        )
    if states:
        query = query.where(WorkOrder.state.in_(states))
    if vehicle_id:
        query = query.where(whole(WorkOrder.vehicle_id, Vehicle, vehicle_id))
    if customer_id:
        query = query.where(whole(WorkOrder.customer_id, Customer, customer_id))
    rows = read.connection.execute(
        query.order_by(WorkOrder.made_at.desc(), WorkOrder.id.desc()).limit(limit)
    )
    return [
        OrderRow(
            r.id,
            r.number,
            r.state,
            f"{r.make} {r.model}".strip(),
            r.plate,
            r.customer_name,
            r.promised_at,
            r.made_at,
            Money(r.total_amount, r.currency),
            r.version,
        )
        for r in rows
    ]


def order_by_number(read: Read, number: str) -> uuid.UUID:
    """The id of the order with that number; NotFoundError when there is none."""
    found = read.connection.execute(
        sa.select(WorkOrder.id).where(
            WorkOrder.center_id == read.center_id, WorkOrder.number == number
        )
    ).scalar()
    if found is None:
        raise _missing()
    return uuid.UUID(str(found))


@dataclass(frozen=True, slots=True)
class SealedOrder:
    """A sealed snapshot: its content, its bytes, hash and signature."""

    order_id: uuid.UUID
    content: dict[str, Any]
    text: str
    sha256: str
    key_id: uuid.UUID
    signature: bytes
    completed_at: datetime


def get_snapshot(read: Read, order_id: uuid.UUID) -> SealedOrder | None:
    """The sealed record of a completed order; None while there is none."""
    table = CompletedRecord.__table__
    row = read.connection.execute(
        sa.select(table).where(table.c.order_id == order_id, table.c.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        return None
    return SealedOrder(
        order_id,
        json.loads(row.snapshot),
        row.snapshot,
        row.sha256,
        row.key_id,
        row.signature,
        row.completed_at,
    )


@dataclass(frozen=True, slots=True)
class TransitionRow:
    """One step of an order's history."""

    event: str
    from_state: str | None
    to_state: str
    at: datetime
    by_id: uuid.UUID
    reason: str | None
    note: str | None


def list_transitions(read: Read, order_id: uuid.UUID) -> list[TransitionRow]:
    """The order's history, oldest first."""
    table = OrderTransition.__table__
    return [
        TransitionRow(r.event, r.from_state, r.to_state, r.at, r.by_id, r.reason, r.note)
        for r in read.connection.execute(
            sa.select(table)
            .join(WorkOrder, WorkOrder.id == table.c.order_id)
            .where(table.c.order_id == order_id, WorkOrder.center_id == read.center_id)
            .order_by(table.c.id)
        )
    ]
