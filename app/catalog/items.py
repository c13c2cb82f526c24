"""Items of the catalogue: labour, parts, fluids, materials, packages. A change never alters an order's lines."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

import sqlalchemy as sa

from app.catalog.bulk import BulkResult, Known, known_rows, portions, write_rows
from app.catalog.pricing import group_of
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    InvalidError,
    Reason,
    Sentence,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action, cleaned
from models.access import Permission
from models.base import milli, new_id
from models.catalog import NOTED, STOCKED, CatalogItem, ItemKind, PackageLine
from models.inventory import Product
from models.pricing import GENERAL
from models.tax import TaxRefused, TaxRegime
from models.text import TextRefused, clean, fold

_UNITS = {ItemKind.LABOUR.value: "h", ItemKind.FLUID.value: "l"}
_COUNTS = ("next_service_km", "next_service_months", "warranty_km", "warranty_months")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOf:
    """A line of a package: labour counts in times, goods in their unit."""

    item_id: uuid.UUID
    qty: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateItem:
    """A new item. ``price_amount`` None: labour by norm hours × rate, goods by cost × markup, a package by its lines.

    ``tax_code`` None takes the regime's code for the HSN/SAC, else the usual one of labour or goods.
    ``required_serial`` says which number a technician must note, one of ``models.catalog.NOTED``.
    """

    kind: str
    code: str
    name: str
    unit: str | None = None
    norm_hours: Decimal | None = None
    labour_type: str = GENERAL
    price_amount: int | None = None
    tax_code: str | None = None
    hsn_sac: str | None = None
    product_id: uuid.UUID | None = None
    next_service_km: int | None = None
    next_service_months: int | None = None
    warranty_km: int | None = None
    warranty_months: int | None = None
    required_serial: str | None = None
    lines: tuple[LineOf, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateItem(CreateItem):
    """The whole form of an item as it shall be; ``version`` is the one the screen showed."""

    item_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveItem:
    """Take an item out of the lists, or bring it back."""

    item_id: uuid.UUID
    version: int
    is_archived: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of a price list; None leaves what the shop knows as it is (a new item: empty).

    ``lines`` of a package are pairs of code and quantity.
    """

    code: str
    name: str
    kind: str
    unit: str | None = None
    norm_hours: Decimal | None = None
    labour_type: str | None = None
    price_amount: int | None = None
    tax_code: str | None = None
    hsn_sac: str | None = None
    product_id: uuid.UUID | None = None
    next_service_km: int | None = None
    next_service_months: int | None = None
    warranty_km: int | None = None
    warranty_months: int | None = None
    required_serial: str | None = None
    lines: tuple[tuple[str, Decimal], ...] = ()


_FORM = tuple(f.name for f in fields(CreateItem) if f.name != "lines")
_BULK = ("folded", *(f.name for f in fields(ItemRow) if f.name != "lines"))
_BLANK: dict[str, object] = {"archived_at": None}


def _completed(values: dict[str, object], regime: TaxRegime) -> dict[str, object]:
    """Fill in what follows from the rest: unit, labour type, tax code, folded name."""
    kind = str(values["kind"])
    hourly = kind == ItemKind.LABOUR and values["price_amount"] is None
    usual = _UNITS.get(kind, "pc") if hourly or kind != ItemKind.LABOUR else "pc"
    values["unit"] = values["unit"] or usual
    values["labour_type"] = values["labour_type"] or GENERAL
    if not values["tax_code"]:
        try:
            values["tax_code"] = regime.code_for(str(values["hsn_sac"] or ""), group_of(kind))
        except TaxRefused:
            # reported with the other problems: the regime names no usual tax for this kind
            values["tax_code"] = None
    values["folded"] = fold(f"{values['name'] or ''} {values['code'] or ''}")
    return values


def _problems(values: Mapping[str, object], regime: TaxRegime) -> dict[str, Sentence]:
    problems: dict[str, Sentence] = {}
    kind = values["kind"]
    if kind not in set(ItemKind):
        problems["kind"] = say(
            QT_TRANSLATE_NOOP("catalog", "“{kind}” is no kind of item."), kind=kind
        )
    for name in ("code", "name"):
        if not values[name]:
            problems[name] = say(QT_TRANSLATE_NOOP("catalog", "An item needs a code and a name."))
    if values["tax_code"] not in {rate.code for rate in regime.rates}:
        problems["tax_code"] = say(
            QT_TRANSLATE_NOOP("catalog", "The tax rules know no rate “{code}”."),
            code=values["tax_code"] or "",
        )
    price = values["price_amount"]
    if isinstance(price, int) and price < 0:
        problems["price_amount"] = say(QT_TRANSLATE_NOOP("catalog", "A price is nothing or more."))
    problems |= _hour_problems(values)
    for name in _COUNTS:
        count = values[name]
        if isinstance(count, int) and count <= 0:
            problems[name] = say(
                QT_TRANSLATE_NOOP("catalog", "An interval is above zero, or empty.")
            )
    if values["required_serial"] is not None and values["required_serial"] not in NOTED:
        problems["required_serial"] = say(QT_TRANSLATE_NOOP("catalog", "Choose one of the list."))
    if values["product_id"] is not None and kind not in STOCKED:
        problems["product_id"] = say(
            QT_TRANSLATE_NOOP("catalog", "Only parts, fluids and materials leave the stock.")
        )
    return problems


def _hour_problems(values: Mapping[str, object]) -> dict[str, Sentence]:
    hours = values["norm_hours"]
    if values["kind"] != ItemKind.LABOUR:
        return {}
    if hours is None and values["price_amount"] is None:
        return {
            "norm_hours": say(
                QT_TRANSLATE_NOOP("catalog", "Labour needs norm hours or a fixed price.")
            )
        }
    if isinstance(hours, Decimal) and not _is_exact(hours):
        return {
            "norm_hours": say(
                QT_TRANSLATE_NOOP("catalog", "Norm hours are above zero and exact to 0.001.")
            )
        }
    return {}


def _is_exact(value: Decimal) -> bool:
    try:
        return milli(value) > 0
    except (ValueError, ArithmeticError):
        return False


def _form(tx: Tx, command: CreateItem) -> dict[str, object]:
    """The columns of a form, cleaned and completed; InvalidError with every problem at once."""
    values: dict[str, object] = {name: getattr(command, name) for name in _FORM}
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = cleaned(value)
    values = _completed(values, tx.regime)
    problems = _problems(values, tx.regime)
    if command.lines and command.kind != ItemKind.PACKAGE:
        problems["lines"] = say(QT_TRANSLATE_NOOP("catalog", "Only a package has lines."))
    if command.kind == ItemKind.PACKAGE and not command.lines:
        problems["lines"] = say(QT_TRANSLATE_NOOP("catalog", "A package needs lines."))
    if any(not _is_exact(line.qty) for line in command.lines):
        problems["lines"] = say(
            QT_TRANSLATE_NOOP("catalog", "A quantity is above zero and exact to 0.001.")
        )
    if problems:
        raise InvalidError(problems)
    return values


def _refuse_double(tx: Tx, code: object, own_id: uuid.UUID | None) -> None:
    other = tx.connection.execute(
        sa.select(CatalogItem.id, CatalogItem.code, CatalogItem.name).where(
            CatalogItem.center_id == tx.actor.center_id,
            CatalogItem.code == code,
            CatalogItem.id != (own_id or uuid.UUID(int=0)),
        )
    ).first()
    if other is not None:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("catalog", "The code {code} belongs to “{name}”."),
                code=other.code,
                name=other.name,
            ),
            reason=Reason.DUPLICATE,
            details={"field": "code", "item_id": str(other.id)},
        )


def _refuse_links(tx: Tx, command: CreateItem, own_id: uuid.UUID | None) -> None:
    """The product and the package's items must be the center's own; a package holds no package."""
    if command.product_id is not None:
        tx.load(Product, command.product_id)
    wanted = {line.item_id for line in command.lines}
    if not wanted:
        return
    found = {
        row.id: row.kind
        for row in tx.connection.execute(
            sa.select(CatalogItem.id, CatalogItem.kind).where(
                CatalogItem.center_id == tx.actor.center_id, CatalogItem.id.in_(wanted)
            )
        )
    }
    if wanted - found.keys() or own_id in wanted or ItemKind.PACKAGE in found.values():
        raise invalid(
            "lines",
            QT_TRANSLATE_NOOP(
                "catalog", "A package holds labour and goods of this catalogue only."
            ),
        )


def _put_lines(tx: Tx, package_id: uuid.UUID, lines: Iterable[tuple[uuid.UUID, Decimal]]) -> None:
    rows = [
        {
            "id": new_id(),
            "package_id": package_id,
            "item_id": item_id,
            "quantity_qty": qty,
            "sort": place,
        }
        for place, (item_id, qty) in enumerate(lines, start=1)
    ]
    if rows:
        tx.execute(sa.insert(PackageLine), rows)
        tx.note(
            f"package/{package_id}", [[str(row["item_id"]), row["quantity_qty"]] for row in rows]
        )


def _findable(tx: Tx, item_id: uuid.UUID, values: Mapping[str, object]) -> None:
    tx.findable("catalog_item", item_id, str(values["code"]), str(values["name"]))


@action(
    "catalog.create_item",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "New item"),
)
def create_item(tx: Tx, command: CreateItem) -> uuid.UUID:
    """Add an item; its code is unique in the center."""
    values = _form(tx, command)
    _refuse_double(tx, values["code"], None)
    _refuse_links(tx, command, None)
    made = tx.add(CatalogItem(center_id=tx.actor.center_id, archived_at=None, **values))
    tx.about("catalog_item", made.id)
    _findable(tx, made.id, values)
    tx.flush()
    _put_lines(tx, made.id, ((line.item_id, line.qty) for line in command.lines))
    return made.id


@action(
    "catalog.update_item",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "Edit item"),
)
def update_item(tx: Tx, command: UpdateItem) -> None:
    """Change an item: lines of orders keep what they were added with (F25)."""
    item = tx.load(CatalogItem, command.item_id, version=command.version, lock=True)
    tx.about("catalog_item", item.id)
    values = _form(tx, command)
    if (item.kind == ItemKind.PACKAGE) != (values["kind"] == ItemKind.PACKAGE):
        raise invalid("kind", QT_TRANSLATE_NOOP("catalog", "A package stays a package."))
    _refuse_double(tx, values["code"], item.id)
    _refuse_links(tx, command, item.id)
    for name, value in values.items():
        if getattr(item, name) != value:
            setattr(item, name, value)
    _findable(tx, item.id, values)
    if command.lines:
        tx.execute(sa.delete(PackageLine).where(PackageLine.package_id == item.id))
        _put_lines(tx, item.id, ((line.item_id, line.qty) for line in command.lines))
        tx.touch("catalog_item", item.id)


@action(
    "catalog.archive_item",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "Archive item"),
)
def archive_item(tx: Tx, command: ArchiveItem) -> None:
    """Archive an item, or bring it back; refused while a live package needs it."""
    item = tx.load(CatalogItem, command.item_id, version=command.version, lock=True)
    tx.about("catalog_item", item.id)
    if command.is_archived:
        package = tx.connection.execute(
            sa.select(CatalogItem.code, CatalogItem.name)
            .join(PackageLine, PackageLine.package_id == CatalogItem.id)
            .where(PackageLine.item_id == item.id, CatalogItem.archived_at.is_(None))
            .limit(1)
        ).first()
        if package is not None:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP("catalog", "The package {code} “{name}” holds this item."),
                    code=package.code,
                    name=package.name,
                ),
                reason=Reason.BLOCKED,
                remedy=say(QT_TRANSLATE_NOOP("catalog", "Take it out of the package first.")),
            )
    item.archived_at = tx.now if command.is_archived else None


def upsert_items(tx: Tx, rows: Sequence[ItemRow]) -> BulkResult:
    """Add or change items by their code, ten thousand in seconds; bad rows are refused one by one.

    Part of a verb that has the permission (the importer's). The last row of a code counts. Packages may
    name items of the same call.
    """
    refused: dict[str, Sentence] = {}
    wanted = {row.code.strip(): row for row in rows}
    known = known_rows(tx, CatalogItem, "code", list(wanted), _BULK)
    values: dict[str, dict[str, object]] = {}
    for code, row in wanted.items():
        try:
            made = _completed(_row_values(row, known.get(code)), tx.regime)
        except TextRefused as error:
            refused[code] = say(
                QT_TRANSLATE_NOOP(
                    "catalog", "The text holds a character that cannot be stored ({reason})."
                ),
                reason=error.reason.value,
            )
            continue
        problems = _problems(made, tx.regime)
        if problems:
            refused[code] = next(iter(problems.values()))
        else:
            values[code] = made
    packages = _package_lines(tx, wanted, values, refused)
    result = write_rows(tx, CatalogItem, known, values, _BLANK)
    for code in result.created | result.updated:
        _findable(tx, result.ids[code], values[code])
    changed = _replace_lines(tx, packages, result.ids)
    updated = result.updated | (changed - result.created)
    return BulkResult(result.ids, result.created, updated, refused)


def _row_values(row: ItemRow, known: Known | None) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in _BULK[1:]:
        value = getattr(row, name)
        if isinstance(value, str):
            value = clean(value).strip() or None
        if value is None and known is not None:
            value = known.values[name]
        values[name] = value
    return values


def _package_lines(
    tx: Tx,
    wanted: Mapping[str, ItemRow],
    values: dict[str, dict[str, object]],
    refused: dict[str, Sentence],
) -> dict[str, tuple[tuple[str, Decimal], ...]]:
    """The lines of every package whose items are known; the others are refused."""
    packages = {
        code: wanted[code].lines
        for code, row in values.items()
        if row["kind"] == ItemKind.PACKAGE and wanted[code].lines
    }
    named = {code for lines in packages.values() for code, _ in lines} - values.keys()
    there = known_rows(tx, CatalogItem, "code", sorted(named), ("kind",))
    kinds = {code: row.values["kind"] for code, row in there.items()}
    kinds |= {code: row["kind"] for code, row in values.items()}
    for code, lines in list(packages.items()):
        bad = [
            item
            for item, qty in lines
            if kinds.get(item, ItemKind.PACKAGE) == ItemKind.PACKAGE or not _is_exact(qty)
        ]
        if bad:
            refused[code] = say(
                QT_TRANSLATE_NOOP("catalog", "The package names “{item}”, which cannot be in it."),
                item=bad[0],
            )
            del packages[code], values[code]
    return packages


def _replace_lines(
    tx: Tx,
    packages: Mapping[str, tuple[tuple[str, Decimal], ...]],
    ids: Mapping[str, uuid.UUID],
) -> frozenset[str]:
    """Write the lines of packages that differ; returns their codes."""
    codes = {code for lines in packages.values() for code, _ in lines}
    there = known_rows(tx, CatalogItem, "code", sorted(codes - ids.keys()), ())
    by_code = {**{code: row.id for code, row in there.items()}, **ids}
    old: dict[uuid.UUID, list[tuple[uuid.UUID, Decimal]]] = {}
    for part in portions([str(ids[code]) for code in packages]):
        rows = tx.connection.execute(
            sa.select(PackageLine.package_id, PackageLine.item_id, PackageLine.quantity_qty)
            .where(PackageLine.package_id.in_([uuid.UUID(text) for text in part]))
            .order_by(PackageLine.package_id, PackageLine.sort)
        )
        for row in rows:
            old.setdefault(row.package_id, []).append((row.item_id, row.quantity_qty))
    changed = set()
    for code, lines in packages.items():
        new = [(by_code[item], qty) for item, qty in lines]
        if new != old.get(ids[code], []):
            tx.execute(sa.delete(PackageLine).where(PackageLine.package_id == ids[code]))
            _put_lines(tx, ids[code], new)
            changed.add(code)
    return frozenset(changed)
