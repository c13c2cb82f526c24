"""The card of a product: its levels, for whom it is promised, how its balance ran, and how fast it goes."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from app.inventory.places import STORES, places_of
from app.inventory.reads import ProductDetail, card_places, get_product
from app.kernel.tx import Read
from models.access import Employee
from models.customers import Customer
from models.inventory import LocationKind, MoveState, StockLevel, StockMove
from models.vehicles import Vehicle
from models.work_orders import OrderLine, WorkOrder

_NOTHING = Decimal(0)
_USED = (LocationKind.WORK.value, LocationKind.CUSTOMER.value)


@dataclass(frozen=True, slots=True)
class ReservedFor:
    """A quantity that is promised to an order: it is still on its shelf and nobody else may take it."""

    move_id: uuid.UUID
    order_id: uuid.UUID | None
    order_number: str | None
    plate: str | None
    vehicle: str
    customer: str | None
    promised_at: datetime | None
    place: str
    qty: Decimal
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class BalancePoint:
    """What was on hand from this moment on."""

    at: datetime
    qty: Decimal


@dataclass(frozen=True, slots=True)
class Receipt:
    """Goods that came together: when, how many, the supplier's document, who took them in."""

    at: datetime
    qty: Decimal
    note: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class ProductCard:
    """Everything the card of a product shows beside its moves.

    ``points`` run from ``since`` to now, shelves only; ``used_qty`` went to cars since then, less what came
    back; ``moves`` counts the done moves of the shelves; ``last_receipt`` is the newest arrival.
    """

    detail: ProductDetail
    reserved: tuple[ReservedFor, ...]
    points: tuple[BalancePoint, ...]
    used_qty: Decimal
    moves: int
    last_receipt: Receipt | None


def product_card(
    read: Read, product_id: uuid.UUID, *, since: datetime, now: datetime
) -> ProductCard:
    """The whole card; NotFoundError when the product is not the center's."""
    detail = get_product(read, product_id)
    places = card_places(read, None, in_stores=True)
    points, used = _run(read, product_id, places, since, now)
    return ProductCard(
        detail=detail,
        reserved=list_reserved(read, product_id),
        points=points,
        used_qty=used,
        moves=_count(read, product_id, places),
        last_receipt=_last_receipt(read, product_id),
    )


def list_reserved(read: Read, product_id: uuid.UUID) -> tuple[ReservedFor, ...]:
    """What orders hold of a product, the nearest promise first."""
    rows = read.connection.execute(
        sa.select(
            StockMove.id,
            StockMove.from_id,
            StockMove.qty,
            StockMove.made_at,
            WorkOrder.id.label("order_id"),
            WorkOrder.number,
            WorkOrder.promised_at,
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
            Customer.name.label("customer"),
            Employee.name.label("made_by"),
        )
        .join(Employee, Employee.id == StockMove.made_by_id)
        .outerjoin(OrderLine, OrderLine.id == StockMove.source_id)
        .outerjoin(WorkOrder, WorkOrder.id == OrderLine.order_id)
        .outerjoin(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.product_id == product_id,
            StockMove.state == MoveState.RESERVED.value,
        )
        .order_by(WorkOrder.promised_at.is_(None), WorkOrder.promised_at, StockMove.id)
    ).all()
    names = places_of(read.connection, read.center_id).by_id
    return tuple(
        ReservedFor(
            move_id=row.id,
            order_id=row.order_id,
            order_number=row.number,
            plate=row.plate,
            vehicle=f"{row.make or ''} {row.model or ''}".strip(),
            customer=row.customer,
            promised_at=row.promised_at,
            place=names[row.from_id].name,
            qty=row.qty,
            made_at=row.made_at,
            made_by=row.made_by,
        )
        for row in rows
    )


def _run(
    read: Read, product_id: uuid.UUID, places: set[uuid.UUID], since: datetime, now: datetime
) -> tuple[tuple[BalancePoint, ...], Decimal]:
    """The balance from ``since`` to now, and how much of it went to cars."""
    kinds = {p.id: p.kind for p in places_of(read.connection, read.center_id).by_id.values()}
    rows = read.connection.execute(
        sa.select(StockMove.done_at, StockMove.from_id, StockMove.to_id, StockMove.qty)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.product_id == product_id,
            StockMove.state == MoveState.DONE.value,
            StockMove.done_at >= since,
            sa.or_(StockMove.from_id.in_(places), StockMove.to_id.in_(places)),
        )
        .order_by(StockMove.done_at, StockMove.id)
    ).all()
    steps: list[tuple[datetime, Decimal]] = []
    used = _NOTHING
    for row in rows:
        into = row.qty if row.to_id in places else _NOTHING
        out = row.qty if row.from_id in places else _NOTHING
        used += (out if kinds[row.to_id] in _USED else _NOTHING) - (
            into if kinds[row.from_id] in _USED else _NOTHING
        )
        if into != out:
            steps.append((row.done_at, into - out))
    qty = _on_hand(read, product_id, places) - sum((change for _, change in steps), _NOTHING)
    points = [BalancePoint(since, qty)]
    for at, change in steps:
        qty += change
        points.append(BalancePoint(at, qty))
    return (*points, BalancePoint(max(now, points[-1].at), qty)), used


def _on_hand(read: Read, product_id: uuid.UUID, places: set[uuid.UUID]) -> Decimal:
    rows: Sequence[Decimal] = (
        read.connection.execute(
            sa.select(StockLevel.on_hand_qty).where(
                StockLevel.product_id == product_id, StockLevel.location_id.in_(places)
            )
        )
        .scalars()
        .all()
    )
    return sum(rows, _NOTHING)


def _count(read: Read, product_id: uuid.UUID, places: set[uuid.UUID]) -> int:
    return read.connection.execute(
        sa.select(sa.func.count())
        .select_from(StockMove)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.product_id == product_id,
            StockMove.state == MoveState.DONE.value,
            sa.or_(StockMove.from_id.in_(places), StockMove.to_id.in_(places)),
        )
    ).scalar_one()


def _last_receipt(read: Read, product_id: uuid.UUID) -> Receipt | None:
    places = places_of(read.connection, read.center_id)
    stores = [place.id for place in places.by_id.values() if place.kind in STORES]
    row = read.connection.execute(
        sa.select(StockMove.done_at, StockMove.qty, StockMove.note, Employee.name)
        .join(Employee, Employee.id == StockMove.made_by_id)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.product_id == product_id,
            StockMove.state == MoveState.DONE.value,
            StockMove.from_id == places.of_kind(LocationKind.VENDOR),
            StockMove.to_id.in_(stores),
            StockMove.reverses_id.is_(None),
        )
        .order_by(StockMove.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Receipt(row.done_at, row.qty, row.note, row.name)
