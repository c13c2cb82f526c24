"""What screens ask of the catalogue: items with price and free stock; cost and margin for those who may see them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Row

from app.catalog.pricing import SOLD, PriceTables, price_tables
from app.kernel import search
from app.kernel.clock import local_day, system_clock
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from models.access import Permission
from models.catalog import CatalogItem, ItemKind, PackageLine
from models.centers import Center
from models.inventory import Location, LocationKind, Product, StockLevel
from models.money import Money, half_up, ratio_half_up
from models.pricing import RETAIL, PriceRefused, UnitPrice, labour_price, margin, part_price
from models.tax import TaxRefused, TaxRegime

_Row = Row[*tuple[Any, ...]]
_NOTHING = Decimal(0)
_STORES = (LocationKind.STORE.value, LocationKind.CENTRAL.value)


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as a list shows it; cost and margin are None for people who may not see costs.

    ``price`` is today's retail price of one ``unit`` (None when none can be made, and for a package priced
    by its lines); ``free_qty`` is None for what is not kept in stock. ``is_hourly``: labour whose ``price`` is
    that of one norm hour.
    """

    id: uuid.UUID
    version: int
    kind: str
    code: str
    name: str
    maker: str
    unit: str
    norm_hours: Decimal | None
    price: Money | None
    tax_code: str
    product_id: uuid.UUID | None
    free_qty: Decimal | None
    cost: Money | None
    margin_percent: Decimal | None
    is_archived: bool
    is_hourly: bool = False


@dataclass(frozen=True, slots=True)
class PackageLineView:
    """A line of a package."""

    item_id: uuid.UUID
    kind: str
    code: str
    name: str
    unit: str
    qty: Decimal


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """An item with every field of its form."""

    item: ItemView
    labour_type: str
    price_amount: int | None
    hsn_sac: str | None
    next_service_km: int | None
    next_service_months: int | None
    warranty_km: int | None
    warranty_months: int | None
    required_serial: str | None
    lines: tuple[PackageLineView, ...]


def _in_stores(column: sa.SQLColumnExpression[Any]) -> sa.ScalarSelect[Any]:
    return (
        sa.select(sa.func.sum(column))
        .join(Location, Location.id == StockLevel.location_id)
        .where(
            StockLevel.product_id == CatalogItem.product_id,
            Location.kind.in_(_STORES),
        )
        .correlate(CatalogItem)
        .scalar_subquery()
    )


ITEM_ROWS = sa.select(
    *SOLD,
    CatalogItem.version,
    Product.low_since_at,
    _in_stores(StockLevel.on_hand_qty).label("on_hand"),
    _in_stores(StockLevel.reserved_qty).label("reserved"),
    _in_stores(StockLevel.value_amount).label("value"),
).select_from(sa.outerjoin(CatalogItem, Product, Product.id == CatalogItem.product_id))


@dataclass(frozen=True, slots=True)
class PriceRules:
    """What a price of a day needs to know, for one customer group."""

    currency: str
    regime: TaxRegime
    today: date
    tables: PriceTables
    with_costs: bool
    price_group: str = RETAIL

    def view(self, row: _Row) -> ItemView:
        """A row of ``ITEM_ROWS`` as screens see it."""
        price = self._price(row)
        cost = self._cost(row) if self.with_costs else None
        return ItemView(
            id=row.id,
            version=row.version,
            kind=row.kind,
            code=row.code,
            name=row.name,
            maker=row.maker or "",
            unit=row.unit,
            norm_hours=row.norm_hours,
            price=None if price is None else Money(price, self.currency),
            tax_code=row.tax_code,
            product_id=row.product_id,
            free_qty=None
            if row.product_id is None
            else (row.on_hand or _NOTHING) - (row.reserved or _NOTHING),
            cost=None if cost is None else Money(cost, self.currency),
            margin_percent=self._margin(row.tax_code, price, cost),
            is_archived=row.archived_at is not None,
            is_hourly=row.kind == ItemKind.LABOUR and row.price_amount is None,
        )

    def _price(self, row: _Row) -> int | None:
        if row.price_amount is not None:
            return int(row.price_amount)
        try:
            unit = self._made_price(row)
        except (PriceRefused, TaxRefused):
            return None
        return unit.amount if unit else None

    def _made_price(self, row: _Row) -> UnitPrice | None:
        if row.kind == ItemKind.PACKAGE:
            return None
        if row.kind == ItemKind.LABOUR:
            return labour_price(self.tables.rates, row.labour_type, self.price_group, self.today)
        inside = self.regime.inclusive
        percent = self.regime.rate(row.tax_code, self.today).percent if inside else _NOTHING
        return part_price(
            list_amount=None,
            cost_amount=row.last_cost_amount,
            rows=self.tables.bands,
            price_group=self.price_group,
            tax_percent=percent,
        )

    def _cost(self, row: _Row) -> int | None:
        """The moving average of what is in the stores, else the last cost."""
        if row.on_hand is not None and row.on_hand > 0:
            return ratio_half_up((row.value or 0) * 1000, int(row.on_hand.scaleb(3)))
        return None if row.last_cost_amount is None else int(row.last_cost_amount)

    def _margin(self, tax_code: str, price: int | None, cost: int | None) -> Decimal | None:
        """Percent of the price without tax that is left after the cost."""
        if price is None or cost is None:
            return None
        net = self.net_amount(tax_code, price)
        if net is None:
            return None
        return margin(net, cost).percent

    def net_amount(self, tax_code: str, price: int) -> int | None:
        """The price (minor units) without the tax it holds; None when the tax has no rate on that day."""
        if not self.regime.inclusive:
            return price
        try:
            percent = self.regime.rate(tax_code, self.today).percent
        except TaxRefused:
            return None
        return half_up(price * 100 / (100 + Fraction(percent)))


def price_rules(read: Read, on: date | None, price_group: str = RETAIL) -> PriceRules:
    """The rules of a day (today) for a customer group."""
    center = read.connection.execute(
        sa.select(Center.currency, Center.regime, Center.time_zone).where(
            Center.id == read.center_id
        )
    ).one()
    return PriceRules(
        currency=center.currency,
        regime=TaxRegime.from_json(center.regime),
        today=on or local_day(system_clock(), center.time_zone),
        tables=price_tables(read.connection, read.center_id),
        with_costs=read.can(Permission.COSTS_SEE),
        price_group=price_group,
    )


def list_items(
    read: Read,
    *,
    kind: str | None = None,
    after: uuid.UUID | None = None,
    limit: int = 50,
    with_archived: bool = False,
    on: date | None = None,
) -> tuple[ItemView, ...]:
    """A page of items, oldest first; ``after`` is the id of the last one seen, ``on`` the day of the prices (today)."""
    statement = ITEM_ROWS.where(CatalogItem.center_id == read.center_id)
    if kind is not None:
        statement = statement.where(CatalogItem.kind == kind)
    if after is not None:
        statement = statement.where(CatalogItem.id > after)
    if not with_archived:
        statement = statement.where(CatalogItem.archived_at.is_(None))
    rules = price_rules(read, on)
    rows = read.connection.execute(statement.order_by(CatalogItem.id).limit(limit)).all()
    return tuple(rules.view(row) for row in rows)


def find_items(
    read: Read, query: str, *, limit: int = 20, on: date | None = None
) -> tuple[ItemView, ...]:
    """Items by code, name, or their product's number, maker and barcode; the exact code or barcode first."""
    exact = query.strip()
    hits = search.find(
        read.connection, read.center_id, query, kinds=["catalog_item", "product"], limit=limit
    )
    first = read.connection.execute(
        sa.select(CatalogItem.id)
        .select_from(sa.outerjoin(CatalogItem, Product, Product.id == CatalogItem.product_id))
        .where(
            CatalogItem.center_id == read.center_id,
            sa.or_(CatalogItem.code == exact, Product.barcode == exact, Product.sku == exact),
        )
        .order_by(CatalogItem.id)
    ).scalars()
    order = list(first)
    of_products = _items_of(read, [hit.subject_id for hit in hits if hit.kind == "product"])
    for hit in hits:
        if hit.kind == "product":
            order += of_products.get(hit.subject_id, [])
        else:
            order.append(hit.subject_id)
    ids = list(dict.fromkeys(order))
    rules = price_rules(read, on)
    rows = read.connection.execute(
        ITEM_ROWS.where(
            CatalogItem.center_id == read.center_id,
            CatalogItem.id.in_(ids),
            CatalogItem.archived_at.is_(None),
        )
    ).all()
    found = {row.id: row for row in rows}
    return tuple(rules.view(found[key]) for key in ids if key in found)[:limit]


def _items_of(read: Read, products: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[uuid.UUID]]:
    found: dict[uuid.UUID, list[uuid.UUID]] = {}
    if products:
        rows = read.connection.execute(
            sa.select(CatalogItem.id, CatalogItem.product_id)
            .where(CatalogItem.product_id.in_(products))
            .order_by(CatalogItem.id)
        )
        for row in rows:
            found.setdefault(row.product_id, []).append(row.id)
    return found


def get_item(read: Read, item_id: uuid.UUID, *, on: date | None = None) -> ItemDetail:
    """One item; NotFoundError when it is not the center's."""
    row = read.connection.execute(
        ITEM_ROWS.where(CatalogItem.center_id == read.center_id, CatalogItem.id == item_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("catalog", "This item of the catalogue does not exist."))
        )
    lines = read.connection.execute(
        sa.select(
            PackageLine.item_id,
            PackageLine.quantity_qty,
            CatalogItem.kind,
            CatalogItem.code,
            CatalogItem.name,
            CatalogItem.unit,
        )
        .join(CatalogItem, CatalogItem.id == PackageLine.item_id)
        .where(PackageLine.package_id == item_id)
        .order_by(PackageLine.sort)
    )
    return ItemDetail(
        item=price_rules(read, on).view(row),
        labour_type=row.labour_type,
        price_amount=row.price_amount,
        hsn_sac=row.hsn_sac,
        next_service_km=row.next_service_km,
        next_service_months=row.next_service_months,
        warranty_km=row.warranty_km,
        warranty_months=row.warranty_months,
        required_serial=row.required_serial,
        lines=tuple(
            PackageLineView(
                line.item_id, line.kind, line.code, line.name, line.unit, line.quantity_qty
            )
            for line in lines
        ),
    )
