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
    RECALLS = "recalls"


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


CATALOG: Final = _shape(
    "catalog",
    ImportKind.CATALOG,
    (
        _field("code", QT_TRANSLATE_NOOP("exchange", "Code"), v.code, required=True),
        _field("name", QT_TRANSLATE_NOOP("exchange", "Name"), v.name, required=True),
        _field("kind", QT_TRANSLATE_NOOP("exchange", "Kind"), v.item_kind),
        _field("maker", QT_TRANSLATE_NOOP("exchange", "Maker"), v.name),
        _field("unit", QT_TRANSLATE_NOOP("exchange", "Unit"), v.unit),
        _field("norm_hours", QT_TRANSLATE_NOOP("exchange", "Norm hours"), v.hours),
        _field("labour_type", QT_TRANSLATE_NOOP("exchange", "Labour type"), v.labour_type),
        _field("cost_amount", QT_TRANSLATE_NOOP("exchange", "Cost"), v.amount),
        _field("price_amount", QT_TRANSLATE_NOOP("exchange", "Price"), v.amount),
        _field("tax_code", QT_TRANSLATE_NOOP("exchange", "Tax"), v.tax_code),
        _field("hsn_sac", QT_TRANSLATE_NOOP("exchange", "HSN, SAC"), v.code),
        _field("barcode", QT_TRANSLATE_NOOP("exchange", "Barcode"), v.barcode),
        _field("min_qty", QT_TRANSLATE_NOOP("exchange", "Minimum"), v.quantity),
        _field("max_qty", QT_TRANSLATE_NOOP("exchange", "Maximum"), v.quantity),
        _field("bin", QT_TRANSLATE_NOOP("exchange", "Bin"), v.code),
        _field("purchase_unit", QT_TRANSLATE_NOOP("exchange", "Bought by"), v.unit),
        _field("purchase_factor", QT_TRANSLATE_NOOP("exchange", "Units in a package"), v.factor),
        _field("equivalents", QT_TRANSLATE_NOOP("exchange", "Equivalents"), v.codes),
        _field("superseded_by", QT_TRANSLATE_NOOP("exchange", "Superseded by"), v.code),
        _field("next_service_km", QT_TRANSLATE_NOOP("exchange", "Next service, km"), v.whole),
        _field(
            "next_service_months", QT_TRANSLATE_NOOP("exchange", "Next service, months"), v.whole
        ),
        _field("warranty_km", QT_TRANSLATE_NOOP("exchange", "Warranty, km"), v.whole),
        _field("warranty_months", QT_TRANSLATE_NOOP("exchange", "Warranty, months"), v.whole),
    ),
    has_sections=True,
)
PACKAGES: Final = _shape(
    "packages",
    ImportKind.CATALOG,
    (
        _field("package_code", QT_TRANSLATE_NOOP("exchange", "Package code"), v.code),
        _field("name", QT_TRANSLATE_NOOP("exchange", "Name"), v.name),
        _field("price_amount", QT_TRANSLATE_NOOP("exchange", "Price"), v.amount),
        _field("tax_code", QT_TRANSLATE_NOOP("exchange", "Tax"), v.tax_code),
        _field("next_service_km", QT_TRANSLATE_NOOP("exchange", "Next service, km"), v.whole),
        _field(
            "next_service_months", QT_TRANSLATE_NOOP("exchange", "Next service, months"), v.whole
        ),
        _field("item_code", QT_TRANSLATE_NOOP("exchange", "Item code"), v.code, required=True),
        _field("quantity", QT_TRANSLATE_NOOP("exchange", "Quantity"), v.quantity),
    ),
    has_sections=True,
)
CUSTOMERS: Final = _shape(
    "customers",
    ImportKind.CUSTOMERS,
    (
        _field("name", QT_TRANSLATE_NOOP("exchange", "Customer, name"), v.name, required=True),
        _field("kind", QT_TRANSLATE_NOOP("exchange", "Customer, kind"), v.customer_kind),
        _field("phone", QT_TRANSLATE_NOOP("exchange", "Customer, phone"), v.phone),
        _field("other_phone", QT_TRANSLATE_NOOP("exchange", "Customer, phone 2"), v.phone),
        _field("email", QT_TRANSLATE_NOOP("exchange", "Customer, e-mail"), v.email),
        _field("address", QT_TRANSLATE_NOOP("exchange", "Customer, address"), v.note),
        _field("inn", QT_TRANSLATE_NOOP("exchange", "ИНН"), v.tax_id(TaxIdKind.INN)),
        _field("kpp", QT_TRANSLATE_NOOP("exchange", "КПП"), v.tax_id(TaxIdKind.KPP)),
        _field("ogrn", QT_TRANSLATE_NOOP("exchange", "ОГРН"), v.tax_id(TaxIdKind.OGRN)),
        _field("gstin", QT_TRANSLATE_NOOP("exchange", "GSTIN"), v.tax_id(TaxIdKind.GSTIN)),
        _field("pan", QT_TRANSLATE_NOOP("exchange", "PAN"), v.tax_id(TaxIdKind.PAN)),
        _field("eu_vat", QT_TRANSLATE_NOOP("exchange", "VAT number"), v.tax_id(TaxIdKind.EU_VAT)),
        _field("place", QT_TRANSLATE_NOOP("exchange", "State, region"), v.code),
        _field("country", QT_TRANSLATE_NOOP("exchange", "Country"), v.code),
        _field("price_group", QT_TRANSLATE_NOOP("exchange", "Price group"), v.price_group),
        _field("discount_percent", QT_TRANSLATE_NOOP("exchange", "Discount, %"), v.percent),
        _field("payment_term_days", QT_TRANSLATE_NOOP("exchange", "Payment term, days"), v.whole),
        _field("consent", QT_TRANSLATE_NOOP("exchange", "Consent, personal data"), v.yes_no),
        _field("note", QT_TRANSLATE_NOOP("exchange", "Note"), v.note),
    ),
    has_sections=False,
)
VEHICLES: Final = _shape(
    "vehicles",
    ImportKind.VEHICLES,
    (
        _field("plate", QT_TRANSLATE_NOOP("exchange", "Vehicle, plate"), v.plate),
        _field("vin", QT_TRANSLATE_NOOP("exchange", "Vehicle, VIN"), v.vin),
        _field("make", QT_TRANSLATE_NOOP("exchange", "Vehicle, make"), v.name),
        _field("model", QT_TRANSLATE_NOOP("exchange", "Vehicle, model"), v.name),
        _field("variant", QT_TRANSLATE_NOOP("exchange", "Vehicle, variant"), v.name),
        _field("made_year", QT_TRANSLATE_NOOP("exchange", "Vehicle, year"), v.year),
        _field("color", QT_TRANSLATE_NOOP("exchange", "Vehicle, colour"), v.name),
        _field("engine", QT_TRANSLATE_NOOP("exchange", "Engine"), v.name),
        _field("engine_number", QT_TRANSLATE_NOOP("exchange", "Engine number"), v.code),
        _field("body_number", QT_TRANSLATE_NOOP("exchange", "Body number"), v.code),
        _field("fuel_kind", QT_TRANSLATE_NOOP("exchange", "Fuel"), v.name),
        _field("gearbox", QT_TRANSLATE_NOOP("exchange", "Gearbox"), v.name),
        _field("odometer", QT_TRANSLATE_NOOP("exchange", "Odometer"), v.odometer),
        _field("odometer_unit", QT_TRANSLATE_NOOP("exchange", "Odometer, unit"), v.odometer_unit),
        _field("odometer_on", QT_TRANSLATE_NOOP("exchange", "Odometer, day"), v.past_day),
        _field("inspection_until_on", QT_TRANSLATE_NOOP("exchange", "Inspection until"), v.day),
        _field("insurance_until_on", QT_TRANSLATE_NOOP("exchange", "Insurance until"), v.day),
        _field("owner", QT_TRANSLATE_NOOP("exchange", "Owner, name"), v.name),
        _field("owner_phone", QT_TRANSLATE_NOOP("exchange", "Owner, phone"), v.phone),
        _field("owner_kind", QT_TRANSLATE_NOOP("exchange", "Owner, kind"), v.customer_kind),
        _field("note", QT_TRANSLATE_NOOP("exchange", "Note"), v.note),
    ),
    has_sections=False,
)
OPENING_STOCK: Final = _shape(
    "opening_stock",
    ImportKind.OPENING_STOCK,
    (
        _field("code", QT_TRANSLATE_NOOP("exchange", "Part number"), v.code, required=True),
        _field("location", QT_TRANSLATE_NOOP("exchange", "Warehouse"), v.name),
        _field("bin", QT_TRANSLATE_NOOP("exchange", "Bin"), v.code),
        _field("quantity", QT_TRANSLATE_NOOP("exchange", "Quantity"), v.quantity, required=True),
        _field("cost_amount", QT_TRANSLATE_NOOP("exchange", "Cost of one unit"), v.amount),
        _field("value_amount", QT_TRANSLATE_NOOP("exchange", "Cost of all"), v.amount),
    ),
    has_sections=True,
)
RECALLS: Final = _shape(
    "recalls",
    ImportKind.RECALLS,
    (
        _field("number", QT_TRANSLATE_NOOP("exchange", "Recall, number"), v.code, required=True),
        _field("maker", QT_TRANSLATE_NOOP("exchange", "Recall, maker"), v.name, required=True),
        _field("text", QT_TRANSLATE_NOOP("exchange", "Recall, text"), v.note, required=True),
        _field("models", QT_TRANSLATE_NOOP("exchange", "Recall, models"), v.note),
        _field("vins", QT_TRANSLATE_NOOP("exchange", "Recall, VINs"), v.note),
        _field("vin_from", QT_TRANSLATE_NOOP("exchange", "Recall, VIN from"), v.code),
        _field("vin_to", QT_TRANSLATE_NOOP("exchange", "Recall, VIN to"), v.code),
        _field("year_from", QT_TRANSLATE_NOOP("exchange", "Recall, year from"), v.year),
        _field("year_to", QT_TRANSLATE_NOOP("exchange", "Recall, year to"), v.year),
        _field("remedy", QT_TRANSLATE_NOOP("exchange", "Recall, remedy"), v.note),
        _field("source", QT_TRANSLATE_NOOP("exchange", "Recall, source"), v.name),
        _field("published_on", QT_TRANSLATE_NOOP("exchange", "Recall, day"), v.day),
        _field("is_safety", QT_TRANSLATE_NOOP("exchange", "Recall, safety"), v.yes_no),
    ),
    has_sections=False,
)

SHAPES: Final = (CATALOG, PACKAGES, CUSTOMERS, VEHICLES, OPENING_STOCK, RECALLS)


def shapes_of(kind: ImportKind) -> tuple[Shape, ...]:
    """The shapes a file of that kind may have on its sheets."""
    return tuple(shape for shape in SHAPES if shape.kind is kind)
