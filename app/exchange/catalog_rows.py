"""Price lists: items with their products, packages with their lines, equivalents that hang together."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import sqlalchemy as sa

from app.catalog import BulkResult, ItemRow, upsert_items
from app.exchange import words
from app.exchange.report import Ledger, Outcome
from app.exchange.rows import ParsedRow
from app.inventory import ProductRow, upsert_products
from app.inventory.products import sku_key
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.tx import Tx
from models.base import new_id
from models.catalog import STOCKED, CatalogItem, ItemKind
from models.inventory import Product
from models.text import fold

_UNITS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "ru": ("н/ч", "усл", "л", "шт"),
    "en": ("h", "job", "l", "pc"),
}
_PART: Final = ItemKind.PART.value
_ITEM_FIELDS: Final = (
    "norm_hours",
    "labour_type",
    "price_amount",
    "tax_code",
    "hsn_sac",
    "next_service_km",
    "next_service_months",
    "warranty_km",
    "warranty_months",
)
_PRODUCT_FIELDS: Final = (
    "maker",
    "purchase_unit",
    "purchase_factor",
    "barcode",
    "min_qty",
    "max_qty",
    "bin",
    "superseded_by",
)
_PORTION: Final = 500


@dataclass(slots=True)
class Codes:
    """The codes of the shop and of this file, found however they are spelled: «w 712/95» is W 712/95."""

    by_key: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def canonical(self, code: str) -> str:
        """The spelling the shop knows; a new code as it is."""
        return self.by_key.get(sku_key(code) or fold(code), code)

    def learn(self, code: str) -> None:
        """Know one more code."""
        self.by_key.setdefault(sku_key(code) or fold(code), code)


def codes_of(tx: Tx) -> Codes:
    """The codes of the center's items and products."""
    codes = Codes()
    center = tx.actor.center_id
    for row in tx.connection.execute(
        sa.select(CatalogItem.code, CatalogItem.kind).where(CatalogItem.center_id == center)
    ):
        codes.learn(row.code)
        codes.kinds[row.code] = row.kind
    for sku in tx.connection.execute(
        sa.select(Product.sku).where(Product.center_id == center)
    ).scalars():
        codes.learn(sku)
    return codes


@dataclass(slots=True)
class CatalogWriter:
    """Turns rows of a price list into items, products and packages; a file's values replace what is there."""

    tx: Tx
    ledger: Ledger
    codes: Codes
    _items: dict[str, ParsedRow] = field(default_factory=dict)
    _kinds: dict[str, str] = field(default_factory=dict)
    _packages: dict[str, list[ParsedRow]] = field(default_factory=dict)
    _current: str | None = None

    def take_item(self, row: ParsedRow) -> None:
        """Keep an item row; a code that comes twice is one row too many."""
        code = self.codes.canonical(row.get("code"))
        first = self._items.get(code)
        if first is not None:
            self._double(row, first)
            return
        self.codes.learn(code)
        self._items[code] = row
        self._kinds[code] = self._kind(row, code)

    def take_line(self, row: ParsedRow) -> None:
        """Keep a line of a package; rows without a package code belong to the one above."""
        code = row.get("package_code")
        if code:
            self._current = self.codes.canonical(code)
        if self._current is None:
            self.ledger.refuse(
                row,
                "package_code",
                say(QT_TRANSLATE_NOOP("exchange", "This line belongs to no package.")),
                say(QT_TRANSLATE_NOOP("exchange", "Write the package's code in its first row.")),
            )
            return
        self._packages.setdefault(self._current, []).append(row)

    def lose_line(self, row: ParsedRow) -> None:
        """A package with a wrong line is not imported without it."""
        if row.get("package_code"):
            self._current = self.codes.canonical(row.get("package_code"))
        if self._current is not None:
            self._packages.setdefault(self._current, []).append(row)

    def _double(self, row: ParsedRow, first: ParsedRow) -> None:
        if row.values == first.values:
            self.ledger.skip(
                row, say(QT_TRANSLATE_NOOP("exchange", "The same as row {row}."), row=first.number)
            )
            return
        self.ledger.refuse(
            row,
            "code",
            say(QT_TRANSLATE_NOOP("exchange", "This code is also in row {row}."), row=first.number),
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Leave one of the rows out, or give one another code."
                )
            ),
            value=row.get("code"),
        )

    def _kind(self, row: ParsedRow, code: str) -> str:
        said = row.get("kind") or words.ITEM_KINDS.get(fold(row.sheet).strip(" ."))
        said = (
            said
            or words.ITEM_KINDS.get(fold(row.section).strip(" ."))
            or self.codes.kinds.get(code)
        )
        if said:
            return str(said)
        if row.get("norm_hours") is not None:
            return ItemKind.LABOUR.value
        return ItemKind.FLUID.value if row.get("unit") in {"л", "l"} else _PART

    def finish(self) -> None:
        """Write products, then items and packages, then what may be sold instead of each other."""
        products = upsert_products(self.tx, [self._product(c, r) for c, r in self._stocked()])
        for code, sentence in products.refused.items():
            self.ledger.refuse(self._items.pop(code), "code", sentence, value=code)
        rows = [self._item(code, row, products) for code, row in self._items.items()]
        packages = self._whole_packages()
        items = upsert_items(self.tx, [*rows, *packages.values()])
        regrouped = self._equivalents(products)
        for code, row in self._items.items():
            self._tell(row, code, items, products, is_regrouped=code in regrouped)
        for code in packages:
            for row in self._packages[code]:
                self._tell(row, code, items, products, is_regrouped=False)
        self._check_successors()

    def _stocked(self) -> Iterable[tuple[str, ParsedRow]]:
        return [(code, row) for code, row in self._items.items() if self._kinds[code] in STOCKED]

    def _unit(self, row: ParsedRow, kind: str) -> str:
        hour, job, litre, piece = _UNITS.get(self.tx.center.language, _UNITS["en"])
        if kind == ItemKind.LABOUR:
            return job if row.get("norm_hours") is None else hour
        return litre if kind == ItemKind.FLUID else piece

    def _product(self, code: str, row: ParsedRow) -> ProductRow:
        is_new = code not in self.codes.kinds
        return ProductRow(
            sku=code,
            name=row.get("name"),
            unit=row.get("unit") or (self._unit(row, self._kinds[code]) if is_new else None),
            last_cost_amount=row.get("cost_amount"),
            **{name: row.get(name) for name in _PRODUCT_FIELDS},
        )

    def _item(self, code: str, row: ParsedRow, products: BulkResult) -> ItemRow:
        kind = self._kinds[code]
        is_new = code not in self.codes.kinds
        return ItemRow(
            code=code,
            name=row.get("name"),
            kind=kind,
            unit=row.get("unit") or (self._unit(row, kind) if is_new else None),
            product_id=products.ids.get(code),
            **{name: row.get(name) for name in _ITEM_FIELDS},
        )

    def _whole_packages(self) -> dict[str, ItemRow]:
        found: dict[str, ItemRow] = {}
        for code, rows in self._packages.items():
            if any(row.is_bad for row in rows):
                for row in rows:
                    if not row.is_bad:
                        self._lost(row)
                continue
            head = rows[0]
            lines = tuple(
                (self.codes.canonical(row.get("item_code")), row.get("quantity") or Decimal(1))
                for row in rows
            )
            job = _UNITS.get(self.tx.center.language, _UNITS["en"])[1]
            found[code] = ItemRow(
                code=code,
                name=head.get("name") or code,
                kind=ItemKind.PACKAGE.value,
                unit=None if code in self.codes.kinds else job,
                price_amount=head.get("price_amount"),
                tax_code=head.get("tax_code"),
                next_service_km=head.get("next_service_km"),
                next_service_months=head.get("next_service_months"),
                lines=lines,
            )
        return found

    def _lost(self, row: ParsedRow) -> None:
        self.ledger.refuse(
            row,
            "item_code",
            say(QT_TRANSLATE_NOOP("exchange", "Another line of this package is wrong.")),
            say(QT_TRANSLATE_NOOP("exchange", "Correct that line: a package is imported whole.")),
        )

    def _tell(
        self,
        row: ParsedRow,
        code: str,
        items: BulkResult,
        products: BulkResult,
        *,
        is_regrouped: bool,
    ) -> None:
        if code in items.refused:
            self.ledger.refuse(
                row,
                "item_code" if "item_code" in row.values else "code",
                items.refused[code],
                value=code,
            )
        elif code in items.created:
            self.ledger.done(row, Outcome.ADDED, items.ids[code])
        elif code in items.updated or code in products.updated or is_regrouped:
            self.ledger.done(row, Outcome.CHANGED, items.ids[code])
        else:
            self.ledger.done(row, Outcome.SAME, items.ids[code])

    def _equivalents(self, products: BulkResult) -> set[str]:
        """Put products that may replace each other into one group; returns the skus whose group changed."""
        wanted: list[tuple[str, str]] = []
        for code, row in self._stocked():
            for other in row.get("equivalents") or ():
                known = self.codes.canonical(other)
                if known == other and sku_key(other) not in self.codes.by_key:
                    self.ledger.warn(
                        row,
                        "equivalents",
                        say(
                            QT_TRANSLATE_NOOP("exchange", "The catalog has no “{code}”."),
                            code=other,
                        ),
                        value=other,
                    )
                elif known != code and code in products.ids:
                    wanted.append((code, known))
        return join_equivalents(self.tx, wanted)

    def _check_successors(self) -> None:
        for _, row in self._stocked():
            successor = row.get("superseded_by")
            if successor and sku_key(successor) not in self.codes.by_key:
                self.ledger.warn(
                    row,
                    "superseded_by",
                    say(
                        QT_TRANSLATE_NOOP("exchange", "The catalog has no “{code}”."),
                        code=successor,
                    ),
                    value=successor,
                )


def join_equivalents(tx: Tx, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Make the products of each pair of skus equivalent, groups that touch becoming one; the changed skus."""
    pairs = list(pairs)
    skus = sorted({sku for pair in pairs for sku in pair})
    groups: dict[str, str | None] = {}
    for start in range(0, len(skus), _PORTION):
        rows = tx.connection.execute(
            sa.select(Product.sku, Product.equivalent_group).where(
                Product.center_id == tx.actor.center_id,
                Product.sku.in_(skus[start : start + _PORTION]),
            )
        )
        groups.update({row.sku: row.equivalent_group for row in rows})
    sets = _Sets()
    for sku, group in groups.items():
        if group is not None:
            sets.join(f"sku:{sku}", f"group:{group}")
    for one, other in pairs:
        if one in groups and other in groups:
            sets.join(f"sku:{one}", f"sku:{other}")
    names: dict[str, str] = {}
    for group in sorted({group for group in groups.values() if group is not None}):
        joined = names.setdefault(sets.root(f"group:{group}"), group)
        if joined != group:
            _rename_group(tx, group, joined)
    new = {sku: names.setdefault(sets.root(f"sku:{sku}"), str(new_id())) for sku in groups}
    changed = {sku for sku, group in groups.items() if group != new[sku]}
    _write_groups(tx, {sku: new[sku] for sku in changed})
    return changed


class _Sets:
    """Things that belong together, joined pair by pair (union–find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        above = self._above.get(name, name)
        while above != name:
            self._above[name] = self._above.get(above, above)
            name, above = above, self._above.get(above, above)
        return name

    def join(self, one: str, other: str) -> None:
        self._above[self.root(one)] = self.root(other)


def _rename_group(tx: Tx, old: str, new: str) -> None:
    tx.execute(
        sa.update(Product)
        .where(Product.center_id == tx.actor.center_id, Product.equivalent_group == old)
        .values(equivalent_group=new)
    )
    tx.note(f"joined_group/{old}", new)


def _write_groups(tx: Tx, groups: Mapping[str, str]) -> None:
    if not groups:
        return
    statement = (
        sa.update(Product)
        .where(Product.center_id == tx.actor.center_id, Product.sku == sa.bindparam("of"))
        .values(equivalent_group=sa.bindparam("into"))
    )
    rows: list[dict[str, Any]] = [
        {"of": sku, "into": group} for sku, group in sorted(groups.items())
    ]
    tx.execute(statement, rows)
    tx.note("equivalents", {"products": len(rows)})


def product_ids(tx: Tx, skus: Iterable[str]) -> dict[str, tuple[uuid.UUID, int | None, str | None]]:
    """Id, last cost and bin of the center's products of these skus."""
    wanted = sorted(set(skus))
    found: dict[str, tuple[uuid.UUID, int | None, str | None]] = {}
    for start in range(0, len(wanted), _PORTION):
        rows = tx.connection.execute(
            sa.select(Product.sku, Product.id, Product.last_cost_amount, Product.bin).where(
                Product.center_id == tx.actor.center_id,
                Product.sku.in_(wanted[start : start + _PORTION]),
            )
        )
        found.update({row.sku: (row.id, row.last_cost_amount, row.bin) for row in rows})
    return found
