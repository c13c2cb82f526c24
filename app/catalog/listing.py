"""The whole catalogue as one list: ids by kind first, rows of the ids that are looked at afterwards."""

import uuid
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from operator import itemgetter
from typing import Any, overload

import sqlalchemy as sa
from typing_extensions import override

from app.catalog.pricing import price_tables
from app.catalog.reads import ITEM_ROWS, ItemView, PriceRules, price_rules
from app.kernel.errors import BugError
from app.kernel.tx import Read
from models.access import Permission
from models.catalog import STOCKED, CatalogItem, ItemKind, PackageLine
from models.centers import Center, Policy
from models.customers import Customer
from models.inventory import Location, LocationKind, Product, StockLevel
from models.ledger import SearchRow
from models.money import Money, half_up
from models.pricing import RETAIL, margin
from models.text import fold

KIND_ORDER: tuple[str, ...] = (
    ItemKind.PACKAGE.value,
    ItemKind.LABOUR.value,
    ItemKind.FLUID.value,
    ItemKind.PART.value,
    ItemKind.MATERIAL.value,
)
"""In which order a list shows the kinds: what is offered first comes first."""

_SCANNED = (
    CatalogItem.id,
    CatalogItem.kind,
    CatalogItem.archived_at,
    CatalogItem.code,
    CatalogItem.name,
)
_NOTHING = Decimal(0)
_STORES = (LocationKind.STORE.value, LocationKind.CENTRAL.value)
_MANY_NUMBERS = 6


class ItemSort(StrEnum):
    """What a list of items may be sorted by; kinds stay together."""

    NAME = "name"
    CODE = "code"
    HOURS = "hours"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFilter:
    """Which items: every word of ``query`` in code, name, or a number by which the goods are known."""

    query: str = ""
    is_archived: bool = False
    kind: str | None = None
    sort: str = ItemSort.NAME
    is_descending: bool = False


class IdTable(Sequence[uuid.UUID]):
    """Ids as the driver gave them; they become UUIDs when they are looked at, not before."""

    def __init__(self, raw: Sequence[uuid.UUID | bytes]) -> None:
        self._raw = raw

    @overload
    def __getitem__(self, index: int) -> uuid.UUID: ...

    @overload
    def __getitem__(self, index: slice) -> "IdTable": ...

    @override
    def __getitem__(self, index: int | slice) -> "uuid.UUID | IdTable":
        if isinstance(index, slice):
            return IdTable(self._raw[index])
        key = self._raw[index]
        return key if isinstance(key, uuid.UUID) else uuid.UUID(bytes=bytes(key))

    @override
    def __len__(self) -> int:
        return len(self._raw)

    @override
    def __contains__(self, value: object) -> bool:
        return isinstance(value, uuid.UUID) and (value in self._raw or value.bytes in self._raw)

    @override
    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Where the id stands; ValueError when it is not there."""
        raw: Any = value if self._raw and isinstance(self._raw[0], uuid.UUID) else value.bytes
        return self._raw.index(raw, start, len(self._raw) if stop is None else stop)


@dataclass(frozen=True, slots=True)
class ItemIndex:
    """The ids that match, by kind in the order of the list, and how many there are elsewhere.

    ``counts`` and ``archived`` count what matches the words, ``total`` all live items of the center.
    ``goal_percent`` is the margin the center wants, None for people who may not see costs.
    """

    groups: tuple[tuple[str, IdTable], ...]
    counts: Mapping[str, int]
    archived: int
    total: int
    goal_percent: int | None

    @property
    def found(self) -> int:
        """How many items the list holds."""
        return sum(len(ids) for _, ids in self.groups)

    def ids(self, first: int, last: int) -> list[uuid.UUID]:
        """The ids from one place of the whole list up to another."""
        made: list[uuid.UUID] = []
        begin = 0
        for _, keys in self.groups:
            made += keys[max(0, first - begin) : max(0, last - begin)]
            begin += len(keys)
        return made

    def place_of(self, item_id: uuid.UUID) -> int:
        """Where an item stands in the whole list; -1 when it is not in it."""
        begin = 0
        for _, keys in self.groups:
            if item_id in keys:
                return begin + keys.index(item_id)
            begin += len(keys)
        return -1


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as a row of the list.

    ``whole`` is what it costs once: labour its hours at the rate, a package its lines, goods one unit.
    ``hours`` counts the norm hours of a package's lines too; ``times`` is how often the free stock makes the
    package (None: it needs none). ``numbers`` are other numbers of the same goods: the product's own, its
    barcode, those of its equivalents. ``is_low``: less is free than the product's minimum.
    """

    item: ItemView
    whole: Money | None
    hours: Decimal | None
    margin_percent: Decimal | None
    times: int | None
    next_service_km: int | None
    next_service_months: int | None
    numbers: tuple[str, ...]
    is_low: bool


def item_index(read: Read, wanted: ItemFilter) -> ItemIndex:
    """Ids of everything that matches, kinds together; a scan of one table, ten thousand in some 40 ms."""
    words = fold(wanted.query).split()
    statement = sa.select(*_SCANNED, _measure(wanted.sort)).where(
        CatalogItem.center_id == read.center_id
    )
    if words:
        statement = statement.where(_matches(read, words))
    result = read.connection.execute(statement)
    if result.cursor is None:
        raise BugError("a select without rows to fetch")
    rows = result.cursor.fetchall()  # the driver's own tuples: a Row for each costs twice the query
    result.close()
    counts = Counter(row[1] for row in rows if row[2] is None)
    shown = [
        row
        for row in rows
        if (row[2] is not None) == wanted.is_archived and wanted.kind in {None, row[1]}
    ]
    # oldest first where the order leaves it open, on both databases
    shown.sort(key=itemgetter(0))
    shown.sort(key=_ORDERS[wanted.sort], reverse=wanted.is_descending)
    exact = wanted.query.strip().casefold()
    if exact:
        shown.sort(key=lambda row: row[3].casefold() != exact)
    by_kind: dict[str, list[uuid.UUID | bytes]] = {}
    for row in shown:
        by_kind.setdefault(row[1], []).append(row[0])
    ranks = {kind: place for place, kind in enumerate(KIND_ORDER)}
    kinds = sorted(by_kind, key=lambda kind: ranks.get(kind, len(ranks)))
    return ItemIndex(
        groups=tuple((kind, IdTable(by_kind[kind])) for kind in kinds),
        counts=counts,
        archived=len(rows) - counts.total(),
        total=_total(read),
        goal_percent=_goal(read),
    )


def _total(read: Read) -> int:
    return read.connection.execute(
        sa.select(sa.func.count())
        .select_from(CatalogItem)
        .where(CatalogItem.center_id == read.center_id, CatalogItem.archived_at.is_(None))
    ).scalar_one()


def _goal(read: Read) -> int | None:
    if not read.can(Permission.COSTS_SEE):
        return None
    policy = read.connection.execute(
        sa.select(Center.policy).where(Center.id == read.center_id)
    ).scalar_one()
    return Policy.from_json(policy).margin_goal_percent


def _like(column: sa.SQLColumnExpression[Any], words: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.and_(*(column.contains(word, autoescape=True) for word in words))


def _matches(read: Read, words: Sequence[str]) -> sa.ColumnElement[bool]:
    """In code and name, or in any number of the goods behind and of what may be sold instead."""
    known = (
        sa.select(Product.id, Product.equivalent_group)
        .join(SearchRow, SearchRow.subject_id == Product.id)
        .where(Product.center_id == read.center_id, _like(SearchRow.folded, words))
        .cte("known")
    )
    instead = sa.select(Product.id).where(
        Product.center_id == read.center_id,
        Product.equivalent_group.in_(
            sa.select(known.c.equivalent_group).where(known.c.equivalent_group.is_not(None))
        ),
    )
    return sa.or_(
        _like(CatalogItem.folded, words),
        CatalogItem.product_id.in_(sa.select(known.c.id)),
        CatalogItem.product_id.in_(instead),
    )


def alphabetical(text: str) -> str:
    """What texts are compared by where people read the order: no case, ё beside е; never the look-alikes."""
    return text.casefold().replace("ё", "е")


_ORDERS: Mapping[str, Callable[[Sequence[Any]], Any]] = {
    ItemSort.NAME: lambda row: (alphabetical(row[4]), row[3]),
    ItemSort.CODE: lambda row: alphabetical(row[3]),
    ItemSort.HOURS: lambda row: row[5] or 0,
    ItemSort.FREE: lambda row: row[5] or 0,
}
"""How the driver's rows are ordered: their places are those of ``_SCANNED`` and of the measure behind them."""


def _measure(sort: str) -> sa.ColumnElement[Any]:
    """The figure to sort by, where it is one."""
    if sort == ItemSort.HOURS:
        return CatalogItem.__table__.c.norm_hours
    return _free() if sort == ItemSort.FREE else sa.null()


def _free() -> sa.ScalarSelect[Any]:
    return (
        sa.select(sa.func.sum(StockLevel.on_hand_qty - StockLevel.reserved_qty))
        .join(Location, Location.id == StockLevel.location_id)
        .where(StockLevel.product_id == CatalogItem.product_id, Location.kind.in_(_STORES))
        .correlate(CatalogItem)
        .scalar_subquery()
    )


def item_rows(
    read: Read,
    ids: Collection[uuid.UUID],
    *,
    price_group: str = RETAIL,
    on: date | None = None,
) -> tuple[ItemLine, ...]:
    """The rows of these ids with that group's prices of that day (today); unknown ids are left out."""
    rows = read.connection.execute(
        ITEM_ROWS.where(CatalogItem.center_id == read.center_id, CatalogItem.id.in_(ids))
    ).all()
    rules = price_rules(read, on, price_group)
    contents = _contents(read, rules, [row.id for row in rows if row.kind == ItemKind.PACKAGE])
    numbers = _numbers(read, {row.product_id for row in rows if row.product_id is not None})
    found = {}
    for row in rows:
        view = rules.view(row)
        parts = contents.get(row.id, ())
        whole, hours = _whole(rules, view, parts), _hours(view, parts)
        left = view.margin_percent
        if parts and rules.with_costs:
            left = _package_margin(rules, view.tax_code, whole, parts)
        found[row.id] = ItemLine(
            item=view,
            whole=whole,
            hours=hours,
            margin_percent=left,
            times=_times(parts),
            next_service_km=row.next_service_km,
            next_service_months=row.next_service_months,
            numbers=tuple(
                number for number in numbers.get(row.product_id, ()) if number != view.code
            ),
            is_low=row.low_since_at is not None,
        )
    return tuple(found[key] for key in ids if key in found)


def rows_of_product(
    read: Read, product_id: uuid.UUID, *, on: date | None = None
) -> tuple[ItemLine, ...]:
    """The live items that sell this product, oldest first."""
    ids = read.connection.execute(
        sa.select(CatalogItem.id)
        .where(
            CatalogItem.center_id == read.center_id,
            CatalogItem.product_id == product_id,
            CatalogItem.archived_at.is_(None),
        )
        .order_by(CatalogItem.id)
    ).scalars()
    return item_rows(read, list(ids), on=on)


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of a package with its item; ``worth`` is its price in minor units."""

    item: ItemView
    qty: Decimal
    worth: int | None


def _contents(
    read: Read, rules: PriceRules, packages: Sequence[uuid.UUID]
) -> dict[uuid.UUID, tuple[_Part, ...]]:
    if not packages:
        return {}
    lines = read.connection.execute(
        sa.select(PackageLine.package_id, PackageLine.item_id, PackageLine.quantity_qty)
        .where(PackageLine.package_id.in_(packages))
        .order_by(PackageLine.package_id, PackageLine.sort)
    ).all()
    items = {
        row.id: rules.view(row)
        for row in read.connection.execute(
            ITEM_ROWS.where(CatalogItem.id.in_({line.item_id for line in lines}))
        )
    }
    found: dict[uuid.UUID, tuple[_Part, ...]] = {}
    for line in lines:
        view = items[line.item_id]
        once = once_amount(view)
        worth = None if once is None else half_up(Fraction(once) * Fraction(line.quantity_qty))
        part = _Part(view, line.quantity_qty, worth)
        found[line.package_id] = (*found.get(line.package_id, ()), part)
    return found


def once_amount(view: ItemView) -> int | None:
    """What the item costs once, in minor units: labour by the hour takes its norm hours."""
    if view.price is None:
        return None
    if view.is_hourly and view.norm_hours is not None:
        return half_up(Fraction(view.price.minor) * Fraction(view.norm_hours))
    return view.price.minor


def _whole(rules: PriceRules, view: ItemView, parts: Sequence[_Part]) -> Money | None:
    amount = once_amount(view)
    if amount is None and parts:
        known = [part.worth for part in parts if part.worth is not None]
        amount = sum(known) if len(known) == len(parts) else None
    return None if amount is None else Money(amount, rules.currency)


def _hours(view: ItemView, parts: Sequence[_Part]) -> Decimal | None:
    if not parts:
        return view.norm_hours
    hours = [p.item.norm_hours * p.qty for p in parts if p.item.norm_hours is not None]
    return sum(hours, _NOTHING) if hours else None


def _package_margin(
    rules: PriceRules, tax_code: str, whole: Money | None, parts: Sequence[_Part]
) -> Decimal | None:
    """As an order counts it: what is left of the price after the cost of the goods."""
    goods = [part for part in parts if part.item.kind in STOCKED]
    costs = [
        half_up(Fraction(part.item.cost.minor) * Fraction(part.qty))
        for part in goods
        if part.item.cost is not None
    ]
    if whole is None or len(costs) < len(goods):
        return None
    net = rules.net_amount(tax_code, whole.minor)
    return None if net is None else margin(net, sum(costs)).percent


def _times(parts: Sequence[_Part]) -> int | None:
    stocked = [part for part in parts if part.item.free_qty is not None]
    if not stocked:
        return None
    return max(0, min(int((part.item.free_qty or _NOTHING) // part.qty) for part in stocked))


def _numbers(
    read: Read, products: Collection[uuid.UUID]
) -> dict[uuid.UUID | None, tuple[str, ...]]:
    """Other numbers of these goods, the product's own first."""
    if not products:
        return {}
    own = read.connection.execute(
        sa.select(
            Product.id, Product.sku, Product.barcode, Product.equivalent_group, Product.maker
        ).where(Product.id.in_(products))
    ).all()
    groups = {row.equivalent_group for row in own if row.equivalent_group}
    members: dict[str, list[tuple[uuid.UUID, str]]] = {}
    if groups:
        for row in read.connection.execute(
            sa.select(Product.id, Product.sku, Product.maker, Product.equivalent_group)
            .where(Product.center_id == read.center_id, Product.equivalent_group.in_(groups))
            .order_by(Product.id)
        ):
            named = f"{row.sku} {row.maker}".strip()
            members.setdefault(row.equivalent_group, []).append((row.id, named))
    return {
        row.id: (
            row.sku,
            *((row.barcode,) if row.barcode else ()),
            *(
                text
                for key, text in members.get(row.equivalent_group or "", ())[:_MANY_NUMBERS]
                if key != row.id
            ),
        )
        for row in own
    }


def price_groups(read: Read, *, with_customers: bool = False) -> tuple[str, ...]:
    """The customer groups that have a price of their own, retail first; with those that customers are in."""
    tables = price_tables(read.connection, read.center_id)
    named = {row.price_group for row in tables.rates} | {row.price_group for row in tables.bands}
    if with_customers:
        rows = read.connection.execute(
            sa.select(Customer.price_group).where(Customer.center_id == read.center_id).distinct()
        )
        named.update(row.price_group for row in rows)
    return (RETAIL, *sorted(named - {RETAIL}))
