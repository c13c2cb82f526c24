"""The shop's lists as files that its own importer, and any spreadsheet, can read; importing them again adds nothing.

A text that could be run as a formula is disarmed: in a spreadsheet by its type, in a text table by an apostrophe,
which the importer takes off again.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from babel import Locale
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from app.exchange.customer_rows import CONSENT, TAX_FIELDS
from app.exchange.delimited import RUNNABLE
from app.exchange.fields import (
    CATALOG,
    CUSTOMERS,
    OPENING_STOCK,
    PACKAGES,
    RECALLS,
    VEHICLES,
    ImportKind,
    Shape,
)
from app.inventory.places import STORES
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Actor, Read, Shop, Tx, act, action
from models.access import Permission
from models.catalog import CatalogItem, ItemKind, PackageLine
from models.centers import Center
from models.customers import Consent, Customer, CustomerKind
from models.inventory import Location, Product, StockLevel
from models.money import Money
from models.vehicle_profiles import Recall
from models.vehicles import OdometerReading, Vehicle, VehiclePerson, VehicleRole

Value = str | Decimal | int | date | None


_MOMENT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


class Format(StrEnum):
    """How a list is written."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """A list to write: the shop's catalog, customers, vehicles, or what is on its shelves now."""

    kind: ImportKind
    format: Format = Format.XLSX


@dataclass(frozen=True, slots=True)
class Exported:
    """The file: its bytes, a name for it, and how many rows of data it has."""

    name: str
    data: bytes
    rows: int


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows by the fields of a shape; ``fields`` are its columns in order."""

    shape: Shape
    fields: tuple[str, ...]
    rows: Sequence[Mapping[str, Value]]


def run_export(shop: Shop, actor: Actor, command: ExportFile) -> Exported:
    """Write a list; who took it out, and how much, is kept in the audit.

    Raises NotAllowedError. Costs are left out for people who may not see them.
    """
    with shop.reading(actor) as read:
        read.require(Permission.EXCHANGE_EXPORT)
        center = _center(read)
        tables = _TABLES[command.kind](read, center)
    if command.format is Format.CSV:
        tables = tables[:1]
    data = _WRITTEN[command.format](tables, center)
    made = Exported(
        f"{center.code}_{command.kind.value}.{command.format.value}",
        data,
        sum(len(table.rows) for table in tables),
    )
    act(shop, actor, note_export, NoteExport(command.kind, command.format, made.rows))
    return made


@dataclass(frozen=True, slots=True)
class NoteExport:
    """That a list was taken out."""

    kind: ImportKind
    format: Format
    rows: int


@action(
    "exchange.export",
    permission=Permission.EXCHANGE_EXPORT,
    label=QT_TRANSLATE_NOOP("exchange", "Export"),
)
def note_export(tx: Tx, command: NoteExport) -> None:
    """Keep in the audit who took which list out."""
    tx.note(
        "export", {"kind": command.kind.value, "format": command.format.value, "rows": command.rows}
    )


def _center(read: Read) -> Any:  # noqa: ANN401  a row's columns have no type
    return read.connection.execute(
        sa.select(
            Center.code, Center.currency, Center.language, Center.locale, Center.time_zone
        ).where(Center.id == read.center_id)
    ).one()


# what stands in the lists
_ITEM_WORDS: Final = {
    "ru": {
        ItemKind.LABOUR.value: "работа",
        ItemKind.PART.value: "запчасть",
        ItemKind.FLUID.value: "жидкость",
        ItemKind.MATERIAL.value: "материал",
    }
}
_CUSTOMER_WORDS: Final = {
    "ru": {
        CustomerKind.PERSON.value: "физ. лицо",
        CustomerKind.COMPANY.value: "юр. лицо",
        CustomerKind.FLEET.value: "парк",
    }
}
_YES: Final = {"ru": "да"}


def _word(words: Mapping[str, Mapping[str, str]], language: str, value: str) -> str:
    return words.get(language, {}).get(value, value)


def _money(amount: int | None, currency: str) -> Decimal | None:
    return None if amount is None else Money(amount, currency).decimal


def _catalog(read: Read, center: Any) -> list[_Table]:  # noqa: ANN401  see _center
    """Items with what their products say, and packages with their lines."""
    product = Product.__table__.c
    found = read.connection.execute(
        sa.select(
            *(CatalogItem.__table__.c[name] for name in ("id", *_ITEM_COLUMNS)),
            *(product[name].label(f"p_{name}") for name in _PRODUCT_COLUMNS),
        )
        .select_from(sa.outerjoin(CatalogItem, Product, Product.id == CatalogItem.product_id))
        .where(CatalogItem.center_id == read.center_id, CatalogItem.archived_at.is_(None))
        .order_by(CatalogItem.kind, CatalogItem.code)
    ).all()
    groups: dict[str, list[str]] = {}
    for row in found:
        if row.p_equivalent_group:
            groups.setdefault(row.p_equivalent_group, []).append(row.p_sku)
    items = [
        _item(row, center, groups.get(row.p_equivalent_group, ()))
        for row in found
        if row.kind != ItemKind.PACKAGE
    ]
    hidden = set() if read.can(Permission.COSTS_SEE) else {"cost_amount"}
    fields = tuple(name for name in CATALOG.fields if name not in hidden)
    lines = list(_package_lines(read, [r for r in found if r.kind == ItemKind.PACKAGE], center))
    return [_Table(CATALOG, fields, items), _Table(PACKAGES, tuple(PACKAGES.fields), lines)]


_ITEM_COLUMNS: Final = (
    "kind",
    "code",
    "name",
    "unit",
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
_PRODUCT_COLUMNS: Final = (
    "sku",
    "maker",
    "purchase_unit",
    "purchase_factor",
    "barcode",
    "min_qty",
    "max_qty",
    "bin",
    "last_cost_amount",
    "equivalent_group",
    "superseded_by",
)


def _item(row: Any, center: Any, group: Iterable[str]) -> dict[str, Value]:  # noqa: ANN401  rows of the database
    values: dict[str, Value] = {name: getattr(row, name) for name in _ITEM_COLUMNS}
    values |= {name: getattr(row, f"p_{name}") for name in _PRODUCT_COLUMNS if name != "sku"}
    values["kind"] = _word(_ITEM_WORDS, center.language, row.kind)
    values["labour_type"] = row.labour_type if row.kind == ItemKind.LABOUR else None
    values["price_amount"] = _money(row.price_amount, center.currency)
    values["cost_amount"] = _money(row.p_last_cost_amount, center.currency)
    values["equivalents"] = ", ".join(sku for sku in group if sku != row.p_sku) or None
    return values


def _package_lines(read: Read, packages: Sequence[Any], center: Any) -> Iterator[dict[str, Value]]:  # noqa: ANN401  rows
    lines: dict[Any, list[Any]] = {}
    for line in read.connection.execute(
        sa.select(PackageLine.package_id, CatalogItem.code, PackageLine.quantity_qty)
        .join(CatalogItem, CatalogItem.id == PackageLine.item_id)
        .where(CatalogItem.center_id == read.center_id)
        .order_by(PackageLine.package_id, PackageLine.sort)
    ):
        lines.setdefault(line.package_id, []).append(line)
    for package in packages:
        for place, line in enumerate(lines.get(package.id, ())):
            head: dict[str, Value] = {
                "package_code": package.code,
                "name": package.name,
                "price_amount": _money(package.price_amount, center.currency),
                "tax_code": package.tax_code,
                "next_service_km": package.next_service_km,
                "next_service_months": package.next_service_months,
            }
            yield {
                **(head if place == 0 else {}),
                "item_code": line.code,
                "quantity": line.quantity_qty,
            }


def _customers(read: Read, center: Any) -> list[_Table]:  # noqa: ANN401  see _center
    consented = set(
        read.connection.execute(
            sa.select(Consent.customer_id).where(
                Consent.purpose == CONSENT, Consent.withdrawn_at.is_(None)
            )
        ).scalars()
    )
    rows: list[dict[str, Value]] = []
    table = Customer.__table__
    for row in read.connection.execute(
        sa.select(table)
        .where(
            table.c.center_id == read.center_id,
            table.c.archived_at.is_(None),
            table.c.erased_at.is_(None),
        )
        .order_by(table.c.folded, table.c.id)
    ):
        values: dict[str, Value] = {
            name: getattr(row, name)
            for name in CUSTOMERS.fields
            if name not in {*TAX_FIELDS, "consent"}
        }
        values |= {name: row.tax_ids.get(name) for name in TAX_FIELDS}
        values["kind"] = _word(_CUSTOMER_WORDS, center.language, row.kind)
        values["consent"] = _YES.get(center.language, "yes") if row.id in consented else None
        rows.append(values)
    return [_Table(CUSTOMERS, _used(CUSTOMERS, rows), rows)]


def _vehicles(read: Read, center: Any) -> list[_Table]:  # noqa: ANN401  see _center
    owners = {
        row.vehicle_id: row
        for row in read.connection.execute(
            sa.select(VehiclePerson.vehicle_id, Customer.name, Customer.phone, Customer.kind)
            .join(Customer, Customer.id == VehiclePerson.customer_id)
            .where(
                Customer.center_id == read.center_id,
                VehiclePerson.until_at.is_(None),
                VehiclePerson.role == VehicleRole.OWNER.value,
            )
            .order_by(VehiclePerson.id)
        )
    }
    readings = _last_readings(read)
    rows: list[dict[str, Value]] = []
    table = Vehicle.__table__
    for row in read.connection.execute(
        sa.select(table)
        .where(table.c.center_id == read.center_id, table.c.archived_at.is_(None))
        .order_by(table.c.plate_key, table.c.id)
    ):
        values: dict[str, Value] = {
            name: getattr(row, name) for name in VEHICLES.fields if hasattr(row, name)
        }
        owner, reading = owners.get(row.id), readings.get(row.id)
        if owner is not None:
            values["owner"], values["owner_phone"] = owner.name, owner.phone
            values["owner_kind"] = _word(_CUSTOMER_WORDS, center.language, owner.kind)
        if reading is not None:
            values["odometer"], values["odometer_unit"] = reading.value, reading.unit
            values["odometer_on"] = local_day(reading.read_at, center.time_zone)
        rows.append(values)
    return [_Table(VEHICLES, _used(VEHICLES, rows), rows)]


def _last_readings(read: Read) -> dict[Any, Any]:
    """The newest reading of each car that is no anomaly and was not corrected."""
    rows = read.connection.execute(
        sa.select(
            OdometerReading.id,
            OdometerReading.vehicle_id,
            OdometerReading.value,
            OdometerReading.unit,
            OdometerReading.read_at,
            OdometerReading.is_anomaly,
            OdometerReading.corrects_id,
        )
        .join(Vehicle, Vehicle.id == OdometerReading.vehicle_id)
        .where(Vehicle.center_id == read.center_id)
        .order_by(OdometerReading.read_at, OdometerReading.id)
    ).all()
    corrected = {row.corrects_id for row in rows}
    return {row.vehicle_id: row for row in rows if not row.is_anomaly and row.id not in corrected}


def _stock(read: Read, center: Any) -> list[_Table]:  # noqa: ANN401  see _center
    found = read.connection.execute(
        sa.select(
            Product.sku,
            Product.bin,
            Location.code.label("store"),
            StockLevel.on_hand_qty,
            StockLevel.value_amount,
        )
        .join(StockLevel, StockLevel.product_id == Product.id)
        .join(Location, Location.id == StockLevel.location_id)
        .where(
            Product.center_id == read.center_id,
            Location.kind.in_(sorted(STORES)),
            StockLevel.on_hand_qty > 0,
        )
        .order_by(Location.code, Product.sku)
    )
    rows: list[dict[str, Value]] = [
        {
            "code": row.sku,
            "location": row.store,
            "bin": row.bin,
            "quantity": row.on_hand_qty,
            "value_amount": _money(row.value_amount, center.currency),
        }
        for row in found
    ]
    hidden = {"cost_amount"} | (set() if read.can(Permission.COSTS_SEE) else {"value_amount"})
    fields = tuple(name for name in OPENING_STOCK.fields if name not in hidden)
    return [_Table(OPENING_STOCK, fields, rows)]


def _used(shape: Shape, rows: Sequence[Mapping[str, Value]]) -> tuple[str, ...]:
    """The fields that some row fills; a Russian list has no empty GSTIN column."""
    filled = {name for row in rows for name, value in row.items() if value not in {None, ""}}
    return tuple(name for name, field in shape.fields.items() if name in filled or field.required)


def _recalls(read: Read, center: Any) -> list[_Table]:  # noqa: ANN401  see _center
    """Recalls that are open; one of many VINs takes several rows, which the importer puts together again."""
    table = Recall.__table__
    rows: list[dict[str, Value]] = []
    for row in read.connection.execute(
        sa.select(table)
        .where(table.c.center_id == read.center_id, table.c.closed_at.is_(None))
        .order_by(table.c.maker_key, table.c.number)
    ):
        values: dict[str, Value] = {name: getattr(row, name) for name in RECALLS.fields}
        values["models"] = ", ".join(row.models) or None
        values["is_safety"] = _YES.get(center.language, "yes") if row.is_safety else None
        for start in range(0, max(1, len(row.vins)), _VINS_OF_A_ROW):
            vins = ", ".join(row.vins[start : start + _VINS_OF_A_ROW]) or None
            rows.append({**values, "vins": vins})
    return [_Table(RECALLS, tuple(RECALLS.fields), rows)]


_VINS_OF_A_ROW: Final = 50
_TABLES: Final[Mapping[ImportKind, Callable[[Read, Any], list[_Table]]]] = {
    ImportKind.CATALOG: _catalog,
    ImportKind.CUSTOMERS: _customers,
    ImportKind.VEHICLES: _vehicles,
    ImportKind.OPENING_STOCK: _stock,
    ImportKind.RECALLS: _recalls,
}


# files
def _heading(shape: Shape, name: str, language: str) -> str:
    """The heading by which the importer knows the field again, in the shop's language where there is one."""
    field = shape.fields[name]
    word = field.words[0] if language == "ru" else str(field.label)
    return word[:1].upper() + word[1:]


def _xlsx(tables: Sequence[_Table], center: Any) -> bytes:  # noqa: ANN401  see _center
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.shape.name)
        sheet.append([_heading(table.shape, name, center.language) for name in table.fields])
        for row in table.rows:
            cells = []
            for name in table.fields:
                # it writes a Decimal as the exact number; its types do not say so
                value: Any = row.get(name)
                cell = WriteOnlyCell(sheet, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a text stays a text, whatever it begins with
                cells.append(cell)
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out)


def _timeless(made: io.BytesIO) -> bytes:
    """The same package without the moment it was made: the same list is the same file, byte by byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(b"2000-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()


def _csv(tables: Sequence[_Table], center: Any) -> bytes:  # noqa: ANN401  see _center
    """UTF-8 with a mark, semicolons where the decimal mark is a comma: opens right by a double click."""
    mark = str(Locale.parse(center.locale).number_symbols["latn"]["decimal"])
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if mark == "," else ",")
    (table,) = tables
    writer.writerow([_heading(table.shape, name, center.language) for name in table.fields])
    for row in table.rows:
        writer.writerow([_text(row.get(name), mark) for name in table.fields])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _text(value: Value, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f").replace(".", mark)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and RUNNABLE.match(text) else text


_WRITTEN: Final[Mapping[Format, Callable[[Sequence[_Table], Any], bytes]]] = {
    Format.XLSX: _xlsx,
    Format.CSV: _csv,
}
