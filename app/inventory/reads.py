"""What screens ask about goods; costs only for those who may see them."""

import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, overload

import sqlalchemy as sa
from sqlalchemy.engine import Row
from typing_extensions import override

from app.inventory.places import STORES, places_of
from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, BugError, NotFoundError, say
from app.kernel.tx import Read
from models.access import Employee, Permission
from models.billing import Invoice, InvoiceKind, InvoiceState
from models.centers import Center
from models.inventory import (
    OWN_PLACES,
    Location,
    MoveState,
    Product,
    StockLevel,
    StockMove,
)
from models.money import Money, ratio_half_up
from models.text import fold
from models.work_orders import OrderLine, WorkOrder

_Row = Row[*tuple[Any, ...]]
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product as a list shows it; money is None for people who may not see costs."""

    id: uuid.UUID
    version: int
    sku: str
    maker: str
    name: str
    unit: str
    barcode: str | None
    bin: str | None
    min_qty: Decimal | None
    max_qty: Decimal | None
    on_hand_qty: Decimal
    reserved_qty: Decimal
    cost: Money | None
    value: Money | None
    low_since_at: datetime | None
    dip_count: int
    is_archived: bool

    @property
    def free_qty(self) -> Decimal:
        """On hand in the stores less what is promised to orders."""
        return self.on_hand_qty - self.reserved_qty


@dataclass(frozen=True, slots=True)
class LevelView:
    """A product in one of our places."""

    location_id: uuid.UUID
    place: str
    kind: str
    on_hand_qty: Decimal
    reserved_qty: Decimal
    value: Money | None


@dataclass(frozen=True, slots=True)
class ProductDetail:
    """A product with its form fields, its levels, and what may be sold instead."""

    product: ProductView
    purchase_unit: str
    purchase_factor: Decimal
    last_cost: Money | None
    superseded_by: str | None
    needs_serial: bool
    levels: tuple[LevelView, ...]
    equivalents: tuple[ProductView, ...]


@dataclass(frozen=True, slots=True)
class CardMark:
    """Where the next page of a stock card goes on: after this move, from this balance."""

    move_id: uuid.UUID
    balance_qty: Decimal


@dataclass(frozen=True, slots=True)
class CardRow:
    """A done move on a stock card: ``change_qty`` has a sign, ``balance_qty`` is what was there after it.

    ``order_id`` and ``invoice_id`` name the order whose line moved the goods, and the bill for it.
    """

    move_id: uuid.UUID
    done_at: datetime
    reason: str
    source_kind: str
    source_id: uuid.UUID | None
    from_place: str
    to_place: str
    qty: Decimal
    change_qty: Decimal
    balance_qty: Decimal
    value: Money | None
    note: str | None
    reverses_id: uuid.UUID | None
    made_by: str
    order_id: uuid.UUID | None
    order_number: str | None
    invoice_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class CardPage:
    """A page of a stock card, newest first; ``after`` asks for the next one, None at the end."""

    rows: tuple[CardRow, ...]
    after: CardMark | None


@dataclass(frozen=True, slots=True)
class StockRow:
    """The stock of one product over the stores asked for."""

    product_id: uuid.UUID
    on_hand_qty: Decimal
    reserved_qty: Decimal


class StockTable(Sequence[StockRow]):
    """The stock of every product that has any; rows are made when they are looked at, not before."""

    def __init__(self, raw: Sequence[tuple[uuid.UUID | bytes, int, int]]) -> None:
        self._raw = raw

    @overload
    def __getitem__(self, index: int) -> StockRow: ...

    @overload
    def __getitem__(self, index: slice) -> "StockTable": ...

    @override
    def __getitem__(self, index: int | slice) -> "StockRow | StockTable":
        if isinstance(index, slice):
            return StockTable(self._raw[index])
        key, on_hand, reserved = self._raw[index]
        return StockRow(
            key if isinstance(key, uuid.UUID) else uuid.UUID(bytes=key),
            Decimal(on_hand).scaleb(-3),
            Decimal(reserved).scaleb(-3),
        )

    @override
    def __len__(self) -> int:
        return len(self._raw)

    @override
    def __iter__(self) -> Iterator[StockRow]:
        return (self[index] for index in range(len(self._raw)))


_STOCK = sa.text(
    "SELECT product_id, on_hand_qty, reserved_qty FROM stock_level WHERE location_id = :place"
).bindparams(sa.bindparam("place", type_=StockLevel.id.type))
_STOCK_OF_MANY = sa.text(
    "SELECT product_id, CAST(SUM(on_hand_qty) AS BIGINT), CAST(SUM(reserved_qty) AS BIGINT) "
    "FROM stock_level WHERE location_id IN :places GROUP BY product_id"
).bindparams(sa.bindparam("places", type_=StockLevel.id.type, expanding=True))


def stock_of_all(read: Read, *, location_id: uuid.UUID | None = None) -> StockTable:
    """The stock of all products in all stores, or in one of the center's places.

    Plain SQL and rows as the driver gives them: five thousand products in a few milliseconds.
    """
    places = places_of(read.connection, read.center_id)
    if location_id is not None:
        wanted = [places.place(location_id).id]
    else:
        wanted = [place.id for place in places.by_id.values() if place.kind in STORES]
    if len(wanted) == 1:
        result = read.connection.execute(_STOCK, {"place": wanted[0]})
    else:
        result = read.connection.execute(_STOCK_OF_MANY, {"places": wanted})
    if result.cursor is None:
        raise BugError("a select without rows to fetch")
    rows = result.cursor.fetchall()  # the driver's own tuples: a Row for each costs twice the query
    result.close()
    return StockTable(rows)


def _lateral(
    column: sa.SQLColumnExpression[Any], location_id: uuid.UUID | None = None
) -> sa.ScalarSelect[Any]:
    """A sum over the stores of one product (or in one place): pages touch only their own products."""
    place = Location.kind.in_(sorted(STORES)) if location_id is None else Location.id == location_id
    return (
        sa.select(sa.func.sum(column))
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id == Product.id, place)
        .correlate(Product)
        .scalar_subquery()
    )


_PRODUCT = (
    Product.id,
    Product.version,
    Product.sku,
    Product.maker,
    Product.name,
    Product.unit,
    Product.barcode,
    Product.bin,
    Product.min_qty,
    Product.max_qty,
    Product.last_cost_amount,
    Product.low_since_at,
    Product.dip_count,
    Product.archived_at,
    Product.equivalent_group,
)


def _sums(location_id: uuid.UUID | None = None) -> tuple[sa.Label[Any], ...]:
    return (
        _lateral(StockLevel.on_hand_qty, location_id).label("on_hand"),
        _lateral(StockLevel.reserved_qty, location_id).label("reserved"),
        _lateral(StockLevel.value_amount, location_id).label("value"),
    )


_SUMS = _sums()


def _view(row: _Row, currency: str, *, with_costs: bool) -> ProductView:
    on_hand = row.on_hand or _NOTHING
    cost = row.last_cost_amount
    if on_hand > 0:
        cost = ratio_half_up((row.value or 0) * 1000, int(on_hand.scaleb(3)))
    return ProductView(
        id=row.id,
        version=row.version,
        sku=row.sku,
        maker=row.maker,
        name=row.name,
        unit=row.unit,
        barcode=row.barcode,
        bin=row.bin,
        min_qty=row.min_qty,
        max_qty=row.max_qty,
        on_hand_qty=on_hand,
        reserved_qty=row.reserved or _NOTHING,
        cost=Money(cost, currency) if with_costs and cost is not None else None,
        value=Money(row.value or 0, currency) if with_costs else None,
        low_since_at=row.low_since_at,
        dip_count=row.dip_count,
        is_archived=row.archived_at is not None,
    )


def _currency(read: Read) -> str:
    return read.connection.execute(
        sa.select(Center.currency).where(Center.id == read.center_id)
    ).scalar_one()


def _views(read: Read, statement: sa.Select[*tuple[Any, ...]]) -> tuple[ProductView, ...]:
    currency, with_costs = _currency(read), read.can(Permission.COSTS_SEE)
    rows = read.connection.execute(statement).all()
    return tuple(_view(row, currency, with_costs=with_costs) for row in rows)


def list_products(
    read: Read,
    *,
    after: uuid.UUID | None = None,
    limit: int = 50,
    with_archived: bool = False,
) -> tuple[ProductView, ...]:
    """A page of products, oldest first; ``after`` is the id of the last one seen."""
    statement = sa.select(*_PRODUCT, *_SUMS).where(Product.center_id == read.center_id)
    if after is not None:
        statement = statement.where(Product.id > after)
    if not with_archived:
        statement = statement.where(Product.archived_at.is_(None))
    return _views(read, statement.order_by(Product.id).limit(limit))


def find_products(
    read: Read, query: str, *, limit: int = 20, with_equivalents: bool = True
) -> tuple[ProductView, ...]:
    """Products by barcode, number, maker or name; then what may be sold instead of them."""
    exact = query.strip()
    hits = [
        hit.subject_id
        for hit in search.find(
            read.connection, read.center_id, query, kinds=["product"], limit=limit
        )
    ]
    ids = list(
        read.connection.execute(
            sa.select(Product.id).where(
                Product.center_id == read.center_id,
                sa.or_(
                    Product.barcode == exact,
                    Product.sku == exact,
                    Product.sku_key == "".join(c for c in fold(exact) if c.isalnum()),
                ),
            )
        ).scalars()
    )
    order = list(dict.fromkeys([*ids, *hits]))[:limit]
    found = {view.id: view for view in product_views(read, order)}
    views = [found[key] for key in order if key in found and not found[key].is_archived]
    if with_equivalents and views:
        views += _equivalents(read, [view.id for view in views])
    return tuple(views)


def product_views(
    read: Read, ids: Collection[uuid.UUID], *, location_id: uuid.UUID | None = None
) -> tuple[ProductView, ...]:
    """The products of these ids in no order, counted over all stores or in one place."""
    return _views(
        read,
        sa.select(*_PRODUCT, *(_SUMS if location_id is None else _sums(location_id))).where(
            Product.center_id == read.center_id, Product.id.in_(ids)
        ),
    )


def _equivalents(read: Read, ids: Sequence[uuid.UUID]) -> tuple[ProductView, ...]:
    groups = set(
        read.connection.execute(
            sa.select(Product.equivalent_group).where(
                Product.id.in_(ids), Product.equivalent_group.is_not(None)
            )
        ).scalars()
    )
    if not groups:
        return ()
    return _views(
        read,
        sa.select(*_PRODUCT, *_SUMS)
        .where(
            Product.center_id == read.center_id,
            Product.equivalent_group.in_(groups),
            Product.id.not_in(ids),
            Product.archived_at.is_(None),
        )
        .order_by(Product.id),
    )


def get_product(read: Read, product_id: uuid.UUID) -> ProductDetail:
    """One product with its levels; NotFoundError when it is not the center's."""
    statement = sa.select(
        *_PRODUCT,
        Product.purchase_unit,
        Product.purchase_factor,
        Product.superseded_by,
        Product.needs_serial,
        *_SUMS,
    ).where(Product.center_id == read.center_id, Product.id == product_id)
    row = read.connection.execute(statement).one_or_none()
    if row is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("inventory", "This product does not exist any more."))
        )
    currency, with_costs = _currency(read), read.can(Permission.COSTS_SEE)
    levels = read.connection.execute(
        sa.select(
            Location.id,
            Location.name,
            Location.kind,
            StockLevel.on_hand_qty,
            StockLevel.reserved_qty,
            StockLevel.value_amount,
        )
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id == product_id)
        .order_by(Location.id)
    )
    cost = row.last_cost_amount
    return ProductDetail(
        product=_view(row, currency, with_costs=with_costs),
        purchase_unit=row.purchase_unit,
        purchase_factor=row.purchase_factor,
        last_cost=Money(cost, currency) if with_costs and cost is not None else None,
        superseded_by=row.superseded_by,
        needs_serial=row.needs_serial,
        levels=tuple(
            LevelView(
                level.id,
                level.name,
                level.kind,
                level.on_hand_qty,
                level.reserved_qty,
                Money(level.value_amount, currency) if with_costs else None,
            )
            for level in levels
        ),
        equivalents=_equivalents(read, [product_id]),
    )


def list_low_stock(
    read: Read, *, after: uuid.UUID | None = None, limit: int = 50
) -> tuple[ProductView, ...]:
    """Products with less free stock than their minimum; ``low_since_at`` tells since when."""
    statement = sa.select(*_PRODUCT, *_SUMS).where(
        Product.center_id == read.center_id,
        Product.archived_at.is_(None),
        Product.low_since_at.is_not(None),
    )
    if after is not None:
        statement = statement.where(Product.id > after)
    return _views(read, statement.order_by(Product.id).limit(limit))


def stock_value(read: Read) -> Money:
    """What everything in the center's own places cost; NotAllowedError without the right to see costs."""
    read.require(Permission.COSTS_SEE)
    value = read.connection.execute(
        sa.select(sa.func.sum(StockLevel.value_amount))
        .join(Location, Location.id == StockLevel.location_id)
        .where(Location.center_id == read.center_id)
    ).scalar()
    return Money(value or 0, _currency(read))


def stock_card(
    read: Read,
    product_id: uuid.UUID,
    *,
    location_id: uuid.UUID | None = None,
    in_stores: bool = False,
    after: CardMark | None = None,
    limit: int = 50,
) -> CardPage:
    """The moves of a product in one place (None: in all our places), newest first, with the running balance.

    ``in_stores`` counts shelves only: goods taken to a car have left.
    """
    places = card_places(read, location_id, in_stores=in_stores)
    statement = (
        sa.select(
            StockMove.id,
            StockMove.done_at,
            StockMove.reason,
            StockMove.source_kind,
            StockMove.source_id,
            StockMove.from_id,
            StockMove.to_id,
            StockMove.qty,
            StockMove.value_amount,
            StockMove.note,
            StockMove.reverses_id,
            Employee.name.label("made_by"),
            WorkOrder.id.label("order_id"),
            WorkOrder.number.label("order_number"),
            _bill().label("invoice_id"),
            _balance(product_id, list(places)).label("balance"),
        )
        .join(Employee, Employee.id == StockMove.made_by_id)
        .outerjoin(
            OrderLine,
            sa.and_(OrderLine.id == StockMove.source_id, StockMove.source_kind == "order_line"),
        )
        .outerjoin(WorkOrder, WorkOrder.id == OrderLine.order_id)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.product_id == product_id,
            StockMove.state == MoveState.DONE.value,
            sa.or_(StockMove.from_id.in_(places), StockMove.to_id.in_(places)),
        )
        .order_by(StockMove.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        statement = statement.where(StockMove.id < after.move_id)
    rows = read.connection.execute(statement).all()
    names = {place: name for place, (name, _) in _place_names(read).items()}
    currency = _currency(read) if read.can(Permission.COSTS_SEE) else None
    balance = after.balance_qty if after else (rows[0].balance or _NOTHING if rows else _NOTHING)
    made = []
    for row in rows[:limit]:
        change = (row.qty if row.to_id in places else _NOTHING) - (
            row.qty if row.from_id in places else _NOTHING
        )
        made.append(_card_row(row, names, change, balance, currency))
        balance -= change
    more = CardMark(rows[limit - 1].id, balance) if len(rows) > limit else None
    return CardPage(tuple(made), more)


def _card_row(
    row: _Row,
    names: dict[uuid.UUID, str],
    change: Decimal,
    balance: Decimal,
    currency: str | None,
) -> CardRow:
    return CardRow(
        move_id=row.id,
        done_at=row.done_at,
        reason=row.reason,
        source_kind=row.source_kind,
        source_id=row.source_id,
        from_place=names[row.from_id],
        to_place=names[row.to_id],
        qty=row.qty,
        change_qty=change,
        balance_qty=balance,
        value=Money(row.value_amount, currency) if currency else None,
        note=row.note,
        reverses_id=row.reverses_id,
        made_by=row.made_by,
        order_id=row.order_id,
        order_number=row.order_number,
        invoice_id=row.invoice_id,
    )


def _bill() -> sa.ScalarSelect[Any]:
    """The latest issued invoice of the order, if there is one."""
    return (
        sa.select(Invoice.id)
        .where(
            Invoice.order_id == WorkOrder.id,
            Invoice.kind == InvoiceKind.INVOICE.value,
            Invoice.state == InvoiceState.ISSUED.value,
        )
        .order_by(Invoice.id.desc())
        .limit(1)
        .correlate(WorkOrder)
        .scalar_subquery()
    )


def _place_names(read: Read) -> dict[uuid.UUID, tuple[str, str]]:
    rows = read.connection.execute(
        sa.select(Location.id, Location.name, Location.kind).where(
            Location.center_id == read.center_id
        )
    )
    return {row.id: (row.name, row.kind) for row in rows}


def card_places(
    read: Read, location_id: uuid.UUID | None, *, in_stores: bool = False
) -> set[uuid.UUID]:
    """The places a stock card counts: one, the shelves, or everything that is the center's."""
    if location_id is not None:
        return {location_id}
    kinds = STORES if in_stores else OWN_PLACES
    return {place for place, (_, kind) in _place_names(read).items() if kind in kinds}


def _balance(product_id: uuid.UUID, places: Sequence[uuid.UUID]) -> sa.ScalarSelect[Any]:
    return (
        sa.select(sa.func.sum(StockLevel.on_hand_qty))
        .where(StockLevel.product_id == product_id, StockLevel.location_id.in_(places))
        .scalar_subquery()
    )
