"""The card of an item: its form, its price for each customer group and why, and when the price changed."""

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from app.catalog.listing import ItemLine, item_rows, price_groups
from app.catalog.pricing import explained, hour_rates
from app.catalog.reads import ItemDetail, PriceRules, get_item, price_rules
from app.kernel.errors import Sentence, UserError
from app.kernel.tx import Read
from models.access import Employee
from models.catalog import CatalogItem, ItemKind, PackageLine
from models.ledger import AuditEntry
from models.money import Money
from models.order_flow import FINAL, OrderState
from models.pricing import RETAIL, HourRate
from models.work_orders import OrderLine, WorkOrder

_RUNNING = sorted(state.value for state in set(OrderState) - FINAL)


@dataclass(frozen=True, slots=True)
class GroupPrice:
    """What an item costs a customer group: ``whole`` is its price once, ``margin_percent`` by permission.

    ``why`` is what :func:`visible_why` lets this actor see, empty when there is no price; then ``problem``
    says what is missing.
    """

    price_group: str
    price: Money | None
    whole: Money | None
    margin_percent: Decimal | None
    why: dict[str, object]
    problem: Sentence | None


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A price of its own that somebody typed at the desk; None is "no price of its own"."""

    at: datetime
    by: str
    before: Money | None
    after: Money | None


@dataclass(frozen=True, slots=True)
class TaxChoice:
    """A tax code that an item may carry, with its name and percent today."""

    code: str
    name: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class ItemCard:
    """Everything the card of an item shows; ``contents`` are the rows of a package's lines in their order."""

    detail: ItemDetail
    line: ItemLine
    prices: tuple[GroupPrice, ...]
    contents: tuple[ItemLine, ...]
    changes: tuple[PriceChange, ...]
    rates: tuple[HourRate, ...]
    packages: tuple[tuple[uuid.UUID, str], ...]
    open_orders: int


@dataclass(frozen=True, slots=True)
class ItemChoices:
    """What a form of an item offers: tax codes of the day, kinds of labour that have a rate, groups."""

    currency: str
    taxes: tuple[TaxChoice, ...]
    labour_types: tuple[str, ...]
    price_groups: tuple[str, ...]
    is_tax_inside: bool


def item_choices(read: Read, *, on: date | None = None) -> ItemChoices:
    """What may be chosen in the form of an item on that day (today)."""
    rules = price_rules(read, on)
    rates = {
        rate.code: TaxChoice(rate.code, rate.name, rate.percent)
        for rate in rules.regime.rates
        if rate.holds(rules.today)
    }
    return ItemChoices(
        currency=rules.currency,
        taxes=tuple(rates.values()),
        labour_types=tuple(sorted({rate.labour_type for rate in rules.tables.rates})),
        price_groups=price_groups(read),
        is_tax_inside=rules.regime.inclusive,
    )


def item_card(read: Read, item_id: uuid.UUID, *, on: date | None = None) -> ItemCard:
    """The whole card; NotFoundError when the item is not the center's."""
    detail = get_item(read, item_id, on=on)
    rules = price_rules(read, on)
    (line,) = item_rows(read, [item_id], on=on)
    contents = item_rows(read, [part.item_id for part in detail.lines], on=on)
    is_hourly = detail.item.is_hourly
    return ItemCard(
        detail=detail,
        line=line,
        prices=tuple(_group_price(read, rules, detail, group) for group in price_groups(read)),
        contents=contents,
        changes=_price_changes(read, item_id, rules.currency),
        rates=tuple(_rates(rules, detail.labour_type)) if is_hourly else (),
        packages=_packages(read, item_id),
        open_orders=_open_orders(read, item_id),
    )


def _group_price(read: Read, rules: PriceRules, detail: ItemDetail, price_group: str) -> GroupPrice:
    (line,) = item_rows(read, [detail.item.id], price_group=price_group, on=rules.today)
    why: dict[str, object] = {}
    problem = None
    if detail.item.kind != ItemKind.PACKAGE and not detail.item.is_archived:
        try:
            why = explained(
                read, detail.item.id, regime=rules.regime, price_group=price_group, on=rules.today
            ).why
        except UserError as error:
            # told on the card: an item without a price is a fact about the item, no failure to read it
            problem = error.sentence
    return GroupPrice(price_group, line.item.price, line.whole, line.margin_percent, why, problem)


def _rates(rules: PriceRules, labour_type: str) -> list[HourRate]:
    """The retail rates of that kind of labour, or of the general one, newest first."""
    now = hour_rates(rules.tables.rates, rules.today)
    own = any((r.labour_type, r.price_group) == (labour_type, RETAIL) for r in now)
    wanted = labour_type if own else "general"
    rates = [
        rate
        for rate in rules.tables.rates
        if (rate.labour_type, rate.price_group) == (wanted, RETAIL)
    ]
    return sorted(rates, key=lambda rate: rate.from_on, reverse=True)


def _price_changes(read: Read, item_id: uuid.UUID, currency: str) -> tuple[PriceChange, ...]:
    """From the audit of this item, newest first; what a price list brought stands in its own entry."""
    rows = read.connection.execute(
        sa.select(AuditEntry.at, AuditEntry.changes, Employee.name)
        .join(Employee, Employee.id == AuditEntry.actor_id)
        .where(AuditEntry.subject_id == item_id, AuditEntry.center_id == read.center_id)
        .order_by(AuditEntry.seq.desc())
    )
    found = []
    for row in rows:
        change = json.loads(row.changes).get(f"catalog_item/{item_id}", {})
        if "new" in change:
            pair = [None, change["new"].get("price_amount")]
        else:
            pair = change.get("set", {}).get("price_amount", [None, None])
        if pair[0] != pair[1]:
            before, after = (None if x is None else Money(x, currency) for x in pair)
            found.append(PriceChange(row.at, row.name, before, after))
    return tuple(found)


def _packages(read: Read, item_id: uuid.UUID) -> tuple[tuple[uuid.UUID, str], ...]:
    """Live packages that hold this item: their ids and names."""
    rows = read.connection.execute(
        sa.select(CatalogItem.id, CatalogItem.name)
        .join(PackageLine, PackageLine.package_id == CatalogItem.id)
        .where(PackageLine.item_id == item_id, CatalogItem.archived_at.is_(None))
        .order_by(CatalogItem.id)
        .distinct()
    )
    return tuple((row.id, row.name) for row in rows)


def _open_orders(read: Read, item_id: uuid.UUID) -> int:
    """Orders under way whose lines came from this item: they keep the price they were written with."""
    return read.connection.execute(
        sa.select(sa.func.count(WorkOrder.id.distinct()))
        .join(OrderLine, OrderLine.order_id == WorkOrder.id)
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.state.in_(_RUNNING),
            OrderLine.item_id == item_id,
        )
    ).scalar_one()
