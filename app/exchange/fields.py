"""What can be imported: the kinds of files, their fields, and the headings by which a column is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.exchange import values as v
from app.exchange.headings import HEADINGS
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.identifiers import TaxIdKind


class ImportKind(StrEnum):
    """What a file is about. A price list may hold items and packages on its sheets."""

    CATALOG = "catalog"
    CUSTOMERS = "customers"
    VEHICLES = "vehicles"
    OPENING_STOCK = "opening_stock"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column can mean. ``words`` are headings, folded and without signs when compared."""

    name: str
    label: Source
    parser: v.Parser
    words: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of sheet. ``has_sections``: a row with one filled cell is a heading of its own."""

    name: str
    kind: ImportKind
    fields: Mapping[str, Field]
    has_sections: bool


def _field(name: str, label: Source, parser: v.Parser, *, required: bool = False) -> Field:
    return Field(name, label, parser, (), required)


def _shape(name: str, kind: ImportKind, fields: tuple[Field, ...], *, has_sections: bool) -> Shape:
    known = {field.name: replace(field, words=HEADINGS[name, field.name]) for field in fields}
    return Shape(name, kind, known, has_sections)


_N = QT_TRANSLATE_NOOP

CATALOG: Final = _shape(
    "catalog",
    ImportKind.CATALOG,
    (
        _field("code", _N("exchange", "Code"), v.code, required=True),
        _field("name", _N("exchange", "Name"), v.name, required=True),
        _field("kind", _N("exchange", "Kind"), v.item_kind),
        _field("maker", _N("exchange", "Maker"), v.name),
        _field("unit", _N("exchange", "Unit"), v.unit),
        _field("norm_hours", _N("exchange", "Norm hours"), v.hours),
        _field("labour_type", _N("exchange", "Labour type"), v.labour_type),
        _field("cost_amount", _N("exchange", "Cost"), v.amount),
        _field("price_amount", _N("exchange", "Price"), v.amount),
        _field("tax_code", _N("exchange", "Tax"), v.tax_code),
        _field("hsn_sac", _N("exchange", "HSN, SAC"), v.code),
        _field("barcode", _N("exchange", "Barcode"), v.barcode),
        _field("min_qty", _N("exchange", "Minimum"), v.quantity),
        _field("max_qty", _N("exchange", "Maximum"), v.quantity),
        _field("bin", _N("exchange", "Bin"), v.code),
        _field("purchase_unit", _N("exchange", "Bought by"), v.unit),
        _field("purchase_factor", _N("exchange", "Units in a package"), v.factor),
        _field("equivalents", _N("exchange", "Equivalents"), v.codes),
        _field("superseded_by", _N("exchange", "Superseded by"), v.code),
        _field("next_service_km", _N("exchange", "Next service, km"), v.whole),
        _field("next_service_months", _N("exchange", "Next service, months"), v.whole),
        _field("warranty_km", _N("exchange", "Warranty, km"), v.whole),
        _field("warranty_months", _N("exchange", "Warranty, months"), v.whole),
    ),
    has_sections=True,
)
PACKAGES: Final = _shape(
    "packages",
    ImportKind.CATALOG,
    (
        _field("package_code", _N("exchange", "Package code"), v.code),
        _field("name", _N("exchange", "Name"), v.name),
        _field("price_amount", _N("exchange", "Price"), v.amount),
        _field("tax_code", _N("exchange", "Tax"), v.tax_code),
        _field("next_service_km", _N("exchange", "Next service, km"), v.whole),
        _field("next_service_months", _N("exchange", "Next service, months"), v.whole),
        _field("item_code", _N("exchange", "Item code"), v.code, required=True),
        _field("quantity", _N("exchange", "Quantity"), v.quantity),
    ),
    has_sections=True,
)
CUSTOMERS: Final = _shape(
    "customers",
    ImportKind.CUSTOMERS,
    (
        _field("name", _N("exchange", "Customer, name"), v.name, required=True),
        _field("kind", _N("exchange", "Customer, kind"), v.customer_kind),
        _field("phone", _N("exchange", "Customer, phone"), v.phone),
        _field("other_phone", _N("exchange", "Customer, phone 2"), v.phone),
        _field("email", _N("exchange", "Customer, e-mail"), v.email),
        _field("address", _N("exchange", "Customer, address"), v.note),
        _field("inn", _N("exchange", "ИНН"), v.tax_id(TaxIdKind.INN)),
        _field("kpp", _N("exchange", "КПП"), v.tax_id(TaxIdKind.KPP)),
        _field("ogrn", _N("exchange", "ОГРН"), v.tax_id(TaxIdKind.OGRN)),
        _field("gstin", _N("exchange", "GSTIN"), v.tax_id(TaxIdKind.GSTIN)),
        _field("pan", _N("exchange", "PAN"), v.tax_id(TaxIdKind.PAN)),
        _field("eu_vat", _N("exchange", "VAT number"), v.tax_id(TaxIdKind.EU_VAT)),
        _field("place", _N("exchange", "State, region"), v.code),
        _field("country", _N("exchange", "Country"), v.code),
        _field("price_group", _N("exchange", "Price group"), v.price_group),
        _field("discount_percent", _N("exchange", "Discount, %"), v.percent),
        _field("payment_term_days", _N("exchange", "Payment term, days"), v.whole),
        _field("consent", _N("exchange", "Consent, personal data"), v.yes_no),
        _field("note", _N("exchange", "Note"), v.note),
    ),
    has_sections=False,
)
VEHICLES: Final = _shape(
    "vehicles",
    ImportKind.VEHICLES,
    (
        _field("plate", _N("exchange", "Vehicle, plate"), v.plate),
        _field("vin", _N("exchange", "Vehicle, VIN"), v.vin),
        _field("make", _N("exchange", "Vehicle, make"), v.name),
        _field("model", _N("exchange", "Vehicle, model"), v.name),
        _field("variant", _N("exchange", "Vehicle, variant"), v.name),
        _field("made_year", _N("exchange", "Vehicle, year"), v.year),
        _field("color", _N("exchange", "Vehicle, colour"), v.name),
        _field("engine", _N("exchange", "Engine"), v.name),
        _field("engine_number", _N("exchange", "Engine number"), v.code),
        _field("body_number", _N("exchange", "Body number"), v.code),
        _field("fuel_kind", _N("exchange", "Fuel"), v.name),
        _field("gearbox", _N("exchange", "Gearbox"), v.name),
        _field("odometer", _N("exchange", "Odometer"), v.odometer),
        _field("odometer_unit", _N("exchange", "Odometer, unit"), v.odometer_unit),
        _field("odometer_on", _N("exchange", "Odometer, day"), v.past_day),
        _field("owner", _N("exchange", "Owner, name"), v.name),
        _field("owner_phone", _N("exchange", "Owner, phone"), v.phone),
        _field("owner_kind", _N("exchange", "Owner, kind"), v.customer_kind),
        _field("note", _N("exchange", "Note"), v.note),
    ),
    has_sections=False,
)
OPENING_STOCK: Final = _shape(
    "opening_stock",
    ImportKind.OPENING_STOCK,
    (
        _field("code", _N("exchange", "Part number"), v.code, required=True),
        _field("location", _N("exchange", "Warehouse"), v.name),
        _field("bin", _N("exchange", "Bin"), v.code),
        _field("quantity", _N("exchange", "Quantity"), v.quantity, required=True),
        _field("cost_amount", _N("exchange", "Cost of one unit"), v.amount),
        _field("value_amount", _N("exchange", "Cost of all"), v.amount),
    ),
    has_sections=True,
)

SHAPES: Final = (CATALOG, PACKAGES, CUSTOMERS, VEHICLES, OPENING_STOCK)


def shapes_of(kind: ImportKind) -> tuple[Shape, ...]:
    """The shapes a file of that kind may have on its sheets."""
    return tuple(shape for shape in SHAPES if shape.kind is kind)
