"""What the editor of an order asks for in one go: the card, and all that stands around it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import catalog, vehicles
from app.kernel.tx import Read
from app.work_orders.reads import OrderCard, get_order
from models.access import Employee, Permission
from models.catalog import STOCKED
from models.centers import Center, Policy
from models.customers import Customer
from models.inventory import Product, StockLevel
from models.money import Money, half_up
from models.passports import Recommendation, RecommendationState
from models.tax import TaxRefused, TaxRegime
from models.vehicles import Vehicle
from models.work_orders import JobDecision, OrderLine

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was said of a job last: approve, decline or withdrawn; how, when, to whom, for what amount."""

    job_id: uuid.UUID
    decision: str
    method: str
    at: datetime
    by: str
    note: str | None
    amount: Money


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """The goods of a line: what is on hand and free in the line's place, and where it lies."""

    line_id: uuid.UUID
    on_hand_qty: Decimal
    free_qty: Decimal
    bin: str | None


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """An order with the names, goods, decisions and rules its page shows.

    ``costs`` maps lines to what their goods cost or would cost today; empty for those who may not see costs.
    ``why`` maps lines to the explanation of their price as this actor may see it; ``open_work`` counts what is
    recommended for the car and not done.
    """

    card: OrderCard
    policy: Policy
    tax_name: str
    tax_inclusive: bool
    names: Mapping[uuid.UUID, str]
    bringer: str | None
    made_year: int | None
    last_odometer: vehicles.Reading | None
    decisions: Mapping[uuid.UUID, DecisionRow]
    shelf: Mapping[uuid.UUID, ShelfRow]
    costs: Mapping[uuid.UUID, Money]
    why: Mapping[uuid.UUID, dict[str, object]]
    sees_costs: bool
    open_work: int


_ON_SHELF = (
    sa.select(
        OrderLine.id,
        OrderLine.qty,
        OrderLine.issued_qty,
        OrderLine.issued_amount,
        OrderLine.reserved_qty,
        OrderLine.is_customers_own,
        Product.bin,
        Product.last_cost_amount,
        StockLevel.on_hand_qty,
        StockLevel.reserved_qty.label("promised_qty"),
        StockLevel.value_amount,
    )
    .join(Product, Product.id == OrderLine.product_id)
    .outerjoin(
        StockLevel,
        sa.and_(
            StockLevel.product_id == OrderLine.product_id,
            StockLevel.location_id == OrderLine.location_id,
        ),
    )
    .where(OrderLine.order_id == sa.bindparam("order"), OrderLine.kind.in_(STOCKED))
)


def get_sheet(read: Read, order_id: uuid.UUID) -> OrderSheet:
    """The order as its page shows it; NotFoundError for another center's."""
    card = get_order(read, order_id)
    center = read.connection.execute(
        sa.select(Center.policy, Center.regime).where(Center.id == read.center_id)
    ).one()
    regime = TaxRegime.from_json(center.regime)
    sees_costs = read.can(Permission.COSTS_SEE)
    goods = read.connection.execute(_ON_SHELF, {"order": order_id}).all()
    return OrderSheet(
        card=card,
        policy=Policy.from_json(center.policy),
        tax_name=_tax_name(regime, card),
        tax_inclusive=regime.inclusive,
        names=_names(read, card),
        bringer=_name_of(read, card.bringer_id),
        made_year=read.connection.execute(
            sa.select(Vehicle.made_year).where(Vehicle.id == card.vehicle_id)
        ).scalar(),
        last_odometer=vehicles.last_reading(read.connection, card.vehicle_id),
        decisions=_decisions(read, card),
        shelf={
            row.id: ShelfRow(
                row.id,
                row.on_hand_qty or _NOTHING,
                (row.on_hand_qty or _NOTHING) - (row.promised_qty or _NOTHING) + row.reserved_qty,
                row.bin,
            )
            for row in goods
        },
        costs=_costs(card, goods) if sees_costs else {},
        why=_why(read, order_id),
        sees_costs=sees_costs,
        open_work=_open_work(read, card),
    )


def _open_work(read: Read, card: OrderCard) -> int:
    """How many recommendations of the car are open."""
    return read.connection.execute(
        sa.select(sa.func.count()).where(
            Recommendation.vehicle_id == card.vehicle_id,
            Recommendation.state == RecommendationState.OPEN,
        )
    ).scalar_one()


def _tax_name(regime: TaxRegime, card: OrderCard) -> str:
    """The usual rate's name on the day of supply, as papers write it ("НДС 22 %")."""
    try:
        return regime.rate(regime.usual("labour"), card.supplied_on).name
    except TaxRefused:
        return regime.tax_name


def _names(read: Read, card: OrderCard) -> dict[uuid.UUID, str]:
    ids = {card.advisor_id, card.technician_id, *(line.technician_id for line in card.lines)}
    rows = read.connection.execute(
        sa.select(Employee.id, Employee.name).where(Employee.id.in_(ids - {None}))
    )
    return {row.id: row.name for row in rows}


def _name_of(read: Read, customer_id: uuid.UUID | None) -> str | None:
    if customer_id is None:
        return None
    return read.connection.execute(
        sa.select(Customer.name).where(
            Customer.id == customer_id, Customer.center_id == read.center_id
        )
    ).scalar()


def _decisions(read: Read, card: OrderCard) -> dict[uuid.UUID, DecisionRow]:
    rows = read.connection.execute(
        sa.select(JobDecision.__table__, Employee.name.label("by_name"))
        .join(Employee, Employee.id == JobDecision.by_id)
        .where(JobDecision.order_id == card.id)
        .order_by(JobDecision.id)
    )
    return {
        r.job_id: DecisionRow(
            r.job_id,
            r.decision,
            r.method,
            r.at,
            r.by_name,
            r.note,
            Money(r.amount, card.currency),
        )
        for r in rows
    }


def _costs(card: OrderCard, goods: Any) -> dict[uuid.UUID, Money]:  # noqa: ANN401 - rows of a select have no type
    """Sealed lines have their true cost; before, issued goods cost what went, the rest today's average."""
    costs = {line.id: line.cost for line in card.lines if line.cost is not None}
    for row in goods:
        if row.id in costs or row.is_customers_own:
            continue
        rest = max(row.qty - row.issued_qty, _NOTHING)
        each = None
        if row.on_hand_qty:
            each = Decimal(row.value_amount or 0) / row.on_hand_qty
        elif row.last_cost_amount is not None:
            each = Decimal(row.last_cost_amount)
        if each is None and rest:
            continue
        amount = row.issued_amount + half_up((each or _NOTHING) * rest)
        costs[row.id] = Money(amount, card.currency)
    return costs


def _why(read: Read, order_id: uuid.UUID) -> dict[uuid.UUID, dict[str, object]]:
    rows = read.connection.execute(
        sa.select(OrderLine.id, OrderLine.price_why).where(OrderLine.order_id == order_id)
    )
    return {row.id: catalog.visible_why(read, row.price_why) for row in rows}


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item of the catalogue as the completion of a line shows it."""

    item: catalog.ItemView
    bin: str | None


def find_line_items(read: Read, query: str, *, limit: int = 8) -> tuple[FoundItem, ...]:
    """Items and packages that a line's typed text may mean, with free stock, bin and margin."""
    if not query.strip():
        return ()
    items = catalog.find_items(read, query, limit=limit)
    bins = _bins(read, {item.product_id for item in items} - {None})
    return tuple(
        FoundItem(item, bins.get(item.product_id) if item.product_id else None) for item in items
    )


def list_packages(read: Read, query: str = "", *, limit: int = 12) -> tuple[FoundItem, ...]:
    """Packages whose code or name holds the query; all of them, oldest first, for an empty one."""
    if query.strip():
        found = [i for i in catalog.find_items(read, query, limit=60) if i.kind == "package"]
    else:
        found = list(catalog.list_items(read, kind="package", limit=limit))
    return tuple(FoundItem(item, None) for item in found[:limit])


def _bins(read: Read, products: set[uuid.UUID | None]) -> dict[uuid.UUID, str | None]:
    if not products:
        return {}
    rows = read.connection.execute(
        sa.select(Product.id, Product.bin).where(Product.id.in_(products))
    )
    return {row.id: row.bin for row in rows}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who may be named on a line."""

    id: uuid.UUID
    name: str
    position: str
    is_mechanic: bool


def list_staff(read: Read) -> tuple[StaffRow, ...]:
    """Everybody who works here, mechanics first, then by name."""
    rows = read.connection.execute(
        sa.select(Employee.id, Employee.name, Employee.position, Employee.role_codes)
        .where(Employee.center_id == read.center_id, Employee.archived_at.is_(None))
        .order_by(Employee.name)
    )
    found = [StaffRow(r.id, r.name, r.position, "mechanic" in r.role_codes) for r in rows]
    return tuple(sorted(found, key=lambda person: not person.is_mechanic))
