"""What an item costs on a day, for a customer, and why: frozen into the order line that asks."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    InvalidError,
    NotFoundError,
    Reason,
    Source,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx
from models.access import Permission
from models.base import MILLI
from models.catalog import CatalogItem, ItemKind, LabourRate, MarkupBand, PackageLine
from models.inventory import Product
from models.pricing import (
    HourRate,
    MarkupRow,
    PriceReason,
    PriceRefused,
    UnitPrice,
    discount_percent,
    fixed_price,
    labour_price,
    package_lines,
    part_price,
)
from models.tax import Group, TaxLine, TaxRefused, TaxRegime

_Row = Row[*tuple[Any, ...]]
_NOTHING = Decimal(0)
_ONE = Decimal(1)
_COSTS = ("cost_amount", "markup")


@dataclass(frozen=True, slots=True)
class PricedItem:
    """An item as it goes onto an order line: everything copied, nothing looked up again.

    ``qty`` is in ``unit`` (norm hours for labour by the hour), ``price_amount`` in minor units for one unit.
    ``fixed_amount`` is the line's exact share of a package's price, None outside of one. ``why`` is
    canonical JSON data; show it through :func:`visible_why`.
    """

    item_id: uuid.UUID
    kind: str
    code: str
    name: str
    maker: str
    unit: str
    qty: Decimal
    price_amount: int
    why: dict[str, object]
    discount_percent: Decimal
    tax_code: str
    hsn_sac: str | None
    product_id: uuid.UUID | None
    next_service_km: int | None
    next_service_months: int | None
    warranty_km: int | None
    warranty_months: int | None
    required_serial: str | None
    fixed_amount: int | None = None


@dataclass(frozen=True, slots=True)
class PriceTables:
    """The center's labour rates and markup bands."""

    rates: tuple[HourRate, ...]
    bands: tuple[MarkupRow, ...]


def group_of(kind: str) -> Group:
    """The tax group of an item kind."""
    return "labour" if kind == ItemKind.LABOUR else "part"


_RATES = sa.select(
    LabourRate.labour_type, LabourRate.price_group, LabourRate.rate_amount, LabourRate.from_on
).where(LabourRate.center_id == sa.bindparam("center"))
_BANDS = sa.select(
    MarkupBand.price_group, MarkupBand.from_cost_amount, MarkupBand.markup_percent
).where(MarkupBand.center_id == sa.bindparam("center"))
SOLD: Final = (
    CatalogItem.id,
    CatalogItem.kind,
    CatalogItem.code,
    CatalogItem.name,
    CatalogItem.unit,
    CatalogItem.norm_hours,
    CatalogItem.labour_type,
    CatalogItem.price_amount,
    CatalogItem.tax_code,
    CatalogItem.hsn_sac,
    CatalogItem.product_id,
    CatalogItem.next_service_km,
    CatalogItem.next_service_months,
    CatalogItem.warranty_km,
    CatalogItem.warranty_months,
    CatalogItem.required_serial,
    CatalogItem.archived_at,
    Product.maker,
    Product.last_cost_amount,
)
"""What is sold, and the goods behind it, as columns of the catalog joined with its products."""
_ITEMS = (
    sa.select(
        *SOLD,
        Product.needs_serial,
    )
    .select_from(sa.outerjoin(CatalogItem, Product, Product.id == CatalogItem.product_id))
    .where(
        CatalogItem.center_id == sa.bindparam("center"),
        CatalogItem.id.in_(sa.bindparam("items", expanding=True)),
    )
)
_PACKAGE_LINES = (
    sa.select(PackageLine.item_id, PackageLine.quantity_qty)
    .where(PackageLine.package_id == sa.bindparam("package"))
    .order_by(PackageLine.sort, PackageLine.id)
)


def price_tables(connection: Connection, center_id: uuid.UUID) -> PriceTables:
    """All rows of the center's price tables: some dozens."""
    rates = connection.execute(_RATES, {"center": center_id})
    bands = connection.execute(_BANDS, {"center": center_id})
    return PriceTables(
        tuple(HourRate(r.labour_type, r.price_group, r.rate_amount, r.from_on) for r in rates),
        tuple(MarkupRow(b.price_group, b.from_cost_amount, b.markup_percent) for b in bands),
    )


def priced(
    tx: Tx,
    item_id: uuid.UUID,
    *,
    qty: Decimal | None,
    price_group: str,
    customer_discount: Decimal,
    on: date,
) -> PricedItem:
    """The item as an order line takes it: its price on that day for that customer group, and why.

    ``qty`` is how often (labour by the hour: times the norm hours), None for once. Raises UserError for an
    archived item, a package (``expand`` it), or when no price can be found. Flush what was changed before.
    """
    row = _rows(tx.read, [item_id])[item_id]
    tables = price_tables(tx.connection, tx.actor.center_id)
    asked = _Asked(tx.regime, tables, price_group, on)
    return asked.price(row, _ONE if qty is None else qty, customer_discount)


def explained(
    read: Read, item_id: uuid.UUID, *, regime: TaxRegime, price_group: str, on: date
) -> PricedItem:
    """What an order line of that group would take on that day; ``why`` holds what this actor may see.

    Raises as :func:`priced` does: UserError for an archived item, a package, or when there is no price.
    """
    row = _rows(read, [item_id])[item_id]
    asked = _Asked(regime, price_tables(read.connection, read.center_id), price_group, on)
    made = asked.price(row, _ONE, _NOTHING)
    return replace(made, why=visible_why(read, made.why))


def expand(tx: Tx, package_id: uuid.UUID, *, price_group: str, on: date) -> tuple[PricedItem, ...]:
    """The lines of a package. With a price of its own, the lines' ``fixed_amount`` add up to it exactly."""
    package = _rows(tx.read, [package_id])[package_id]
    if package.kind != ItemKind.PACKAGE:
        raise invalid(
            "item_id", QT_TRANSLATE_NOOP("catalog", "{code} is not a package."), code=package.code
        )
    lines = tx.connection.execute(_PACKAGE_LINES, {"package": package_id}).all()
    rows = _rows(tx.read, [line.item_id for line in lines])
    asked = _Asked(tx.regime, price_tables(tx.connection, tx.actor.center_id), price_group, on)
    items = tuple(asked.price(rows[line.item_id], line.quantity_qty, _NOTHING) for line in lines)
    if package.price_amount is None:
        return items
    return _allocated(items, package)


def _allocated(items: Sequence[PricedItem], package: _Row) -> tuple[PricedItem, ...]:
    lines = [
        TaxLine(
            str(place), group_of(item.kind), item.qty, item.price_amount, tax_code=item.tax_code
        )
        for place, item in enumerate(items)
    ]
    try:
        shared = package_lines(lines, package.price_amount)
    except PriceRefused as error:
        raise invalid(
            "price_amount",
            QT_TRANSLATE_NOOP("catalog", "The package {code} has no lines to carry its price."),
            code=package.code,
        ) from error
    result = []
    for item, line in zip(items, shared, strict=True):
        listed = _half_up_line(line)
        why = {**item.why, "package": {"code": package.code, "price_amount": package.price_amount}}
        result.append(
            replace(
                item,
                price_amount=line.unit_price_amount,
                fixed_amount=listed - line.discount_amount,
                why=why,
            )
        )
    return tuple(result)


def _half_up_line(line: TaxLine) -> int:
    exact = line.quantity * line.unit_price_amount
    return int(exact.quantize(_ONE, rounding=ROUND_HALF_UP))


def _rows(read: Read, items: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, _Row]:
    found = {
        row.id: row
        for row in read.connection.execute(
            _ITEMS, {"center": read.center_id, "items": list(set(items))}
        )
    }
    for item_id in items:
        if item_id not in found:
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("catalog", "This item of the catalogue does not exist."))
            )
        if found[item_id].archived_at is not None:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("catalog", "{code} {name} is archived."),
                    code=found[item_id].code,
                    name=found[item_id].name,
                ),
                reason=Reason.INVALID,
                remedy=say(QT_TRANSLATE_NOOP("catalog", "Bring it back, or choose another item.")),
            )
    return found


_NO_PRICE: dict[PriceReason, Source] = {
    PriceReason.NO_RATE: QT_TRANSLATE_NOOP(
        "catalog", "{code}: there is no labour rate for {detail} on that day."
    ),
    PriceReason.NO_BAND: QT_TRANSLATE_NOOP(
        "catalog", "{code}: no markup band is set for this customer group and cost."
    ),
    PriceReason.NO_COST: QT_TRANSLATE_NOOP(
        "catalog", "{code} has neither a list price nor a cost to make a price of."
    ),
    PriceReason.DISCOUNT: QT_TRANSLATE_NOOP("catalog", "{code}: a discount is 0 to 100 percent."),
}


def no_price(code: str, error: PriceRefused) -> InvalidError:
    """The refusal of a price in words."""
    return invalid("price_amount", _NO_PRICE[error.reason], code=code, detail=error.detail)


@dataclass(frozen=True, slots=True)
class _Asked:
    """For whom and when a price is asked."""

    regime: TaxRegime
    tables: PriceTables
    price_group: str
    on: date

    def price(self, row: _Row, qty: Decimal, customer: Decimal) -> PricedItem:
        if row.kind == ItemKind.PACKAGE:
            raise invalid(
                "item_id",
                QT_TRANSLATE_NOOP("catalog", "{code} is a package: add its lines."),
                code=row.code,
            )
        hourly = row.kind == ItemKind.LABOUR and row.price_amount is None
        try:
            unit = self._unit_price(row)
            discount = discount_percent(None, customer, _NOTHING)
        except PriceRefused as error:
            raise no_price(row.code, error) from error
        hours = row.norm_hours if hourly and row.norm_hours is not None else _ONE
        serial = row.required_serial or ("product" if row.needs_serial else None)
        return PricedItem(
            item_id=row.id,
            kind=row.kind,
            code=row.code,
            name=row.name,
            maker=row.maker or "",
            unit=row.unit,
            qty=(hours * qty).quantize(MILLI, rounding=ROUND_HALF_UP),
            price_amount=unit.amount,
            why=self._why(row, unit, discount),
            discount_percent=discount,
            tax_code=row.tax_code,
            hsn_sac=row.hsn_sac,
            product_id=row.product_id,
            next_service_km=row.next_service_km,
            next_service_months=row.next_service_months,
            warranty_km=row.warranty_km,
            warranty_months=row.warranty_months,
            required_serial=serial,
        )

    def _unit_price(self, row: _Row) -> UnitPrice:
        if row.kind != ItemKind.LABOUR:
            return part_price(
                list_amount=row.price_amount,
                cost_amount=row.last_cost_amount,
                rows=self.tables.bands,
                price_group=self.price_group,
                tax_percent=self._percent(row.tax_code) if self.regime.inclusive else _NOTHING,
            )
        if row.price_amount is not None:
            return fixed_price(row.price_amount)
        return labour_price(self.tables.rates, row.labour_type, self.price_group, self.on)

    def _percent(self, tax_code: str) -> Decimal:
        try:
            return self.regime.rate(tax_code, self.on).percent
        except TaxRefused as error:
            raise no_tax(tax_code, self.on) from error

    def _why(self, row: _Row, unit: UnitPrice, discount: Decimal) -> dict[str, object]:
        """B4: base, matrix row, discount, tax rule, and the day of each rate."""
        why: dict[str, object] = {
            "base": unit.base.value,
            "price_group": unit.price_group,
            "discount_percent": _text(discount),
            "tax": self._tax_why(row.tax_code),
        }
        if unit.markup is not None:
            why["cost_amount"] = unit.base_amount
            why["markup"] = {
                "from_cost_amount": unit.markup.from_cost_amount,
                "percent": _text(unit.markup.markup_percent),
            }
        else:
            why["base_amount"] = unit.base_amount
        if unit.labour_type:
            why["labour_type"] = unit.labour_type
            why["norm_hours"] = _text(row.norm_hours or _ONE)
            why["rate_from_on"] = self._rate_day(unit).isoformat()
        return why

    def _rate_day(self, unit: UnitPrice) -> date:
        return max(
            rate.from_on
            for rate in self.tables.rates
            if (rate.labour_type, rate.price_group) == (unit.labour_type, unit.price_group)
            and rate.from_on <= self.on
        )

    def _tax_why(self, tax_code: str) -> dict[str, object]:
        try:
            rate = self.regime.rate(tax_code, self.on)
        except TaxRefused as error:
            raise no_tax(tax_code, self.on) from error
        return {
            "code": rate.code,
            "name": rate.name,
            "percent": _text(rate.percent),
            "from_on": rate.valid_from.isoformat(),
            "is_inside": self.regime.inclusive,
        }


def _text(value: Decimal) -> str:
    return f"{value.normalize():f}"


def no_tax(tax_code: str, on: date) -> InvalidError:
    """The regime has no rate of that code on that day, in words."""
    return invalid(
        "tax_code",
        QT_TRANSLATE_NOOP("catalog", "The tax “{code}” has no rate on {on}."),
        code=tax_code,
        on=on.isoformat(),
    )


def visible_why(read: Read, why: Mapping[str, object]) -> dict[str, object]:
    """The explanation of a price as this actor may see it: costs and markup only with the right to see costs."""
    if read.can(Permission.COSTS_SEE):
        return dict(why)
    return {key: value for key, value in why.items() if key not in _COSTS}


def hour_rates(rows: Iterable[HourRate], on: date) -> list[HourRate]:
    """The rates that have begun on that day, the newest of each type and group."""
    newest: dict[tuple[str, str], HourRate] = {}
    for rate in rows:
        key = (rate.labour_type, rate.price_group)
        if rate.from_on <= on and (key not in newest or newest[key].from_on < rate.from_on):
            newest[key] = rate
    return sorted(newest.values(), key=lambda rate: (rate.labour_type, rate.price_group))
