"""What kinds of files, columns, outcomes and records are called."""

from collections.abc import Mapping

from app.exchange import ImportKind, Outcome, Sure
from app.kernel.errors import QT_TRANSLATE_NOOP, Source

KINDS: Mapping[ImportKind, Source] = {
    ImportKind.CATALOG: QT_TRANSLATE_NOOP("Exchange", "Price list"),
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("Exchange", "Customers"),
    ImportKind.VEHICLES: QT_TRANSLATE_NOOP("Exchange", "Cars and owners"),
    ImportKind.OPENING_STOCK: QT_TRANSLATE_NOOP("Exchange", "Opening stock"),
    ImportKind.RECALLS: QT_TRANSLATE_NOOP("Exchange", "Recalls"),
}
TITLES: Mapping[ImportKind, Source] = {
    ImportKind.CATALOG: QT_TRANSLATE_NOOP("Exchange", "Import a price list"),
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("Exchange", "Import customers"),
    ImportKind.VEHICLES: QT_TRANSLATE_NOOP("Exchange", "Import cars and owners"),
    ImportKind.OPENING_STOCK: QT_TRANSLATE_NOOP("Exchange", "Import opening stock"),
    ImportKind.RECALLS: QT_TRANSLATE_NOOP("Exchange", "Import recalls"),
}
HELD: Mapping[ImportKind, Source] = {
    ImportKind.CATALOG: QT_TRANSLATE_NOOP("Exchange", "Labour, parts, fluids, packages, prices"),
    ImportKind.CUSTOMERS: QT_TRANSLATE_NOOP("Exchange", "Names, phones, tax numbers, discounts"),
    ImportKind.VEHICLES: QT_TRANSLATE_NOOP("Exchange", "Plates, VINs, mileage, owners"),
    ImportKind.RECALLS: QT_TRANSLATE_NOOP("Exchange", "Numbers, makers, VINs, what to do"),
    ImportKind.OPENING_STOCK: QT_TRANSLATE_NOOP(
        "Exchange", "What lies on the shelves, with its cost"
    ),
}
"""What stands in a list of that kind."""

ICONS: Mapping[ImportKind, str] = {
    ImportKind.CATALOG: "book-open",
    ImportKind.CUSTOMERS: "users",
    ImportKind.VEHICLES: "car",
    ImportKind.OPENING_STOCK: "boxes",
    ImportKind.RECALLS: "triangle-alert",
}
SURE: Mapping[Sure, Source] = {
    Sure.REMEMBERED: QT_TRANSLATE_NOOP("Exchange", "as last time"),
    Sure.CHOSEN: QT_TRANSLATE_NOOP("Exchange", "you chose"),
    Sure.NAME: QT_TRANSLATE_NOOP("Exchange", "by its name"),
    Sure.PART_OF_NAME: QT_TRANSLATE_NOOP("Exchange", "by part of it"),
    Sure.PATTERN: QT_TRANSLATE_NOOP("Exchange", "by what is in it"),
    Sure.NONE: QT_TRANSLATE_NOOP("Exchange", "not known"),
}
OUTCOMES: Mapping[Outcome, Source] = {
    Outcome.ADDED: QT_TRANSLATE_NOOP("Exchange", "Added"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("Exchange", "Changed"),
    Outcome.SAME: QT_TRANSLATE_NOOP("Exchange", "Already here"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("Exchange", "Skipped"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("Exchange", "Errors"),
}
RECORDS: Mapping[str, Source] = {
    "catalog_item": QT_TRANSLATE_NOOP("Exchange", "Items of the catalog"),
    "product": QT_TRANSLATE_NOOP("Exchange", "Goods"),
    "customer": QT_TRANSLATE_NOOP("Exchange", "Customers"),
    "vehicle": QT_TRANSLATE_NOOP("Exchange", "Cars"),
    "stock_move": QT_TRANSLATE_NOOP("Exchange", "Moves of stock"),
}
"""Records by their table, as they are counted before and after."""

SHAPES: Mapping[str, Source] = {
    "catalog": QT_TRANSLATE_NOOP("Exchange", "items"),
    "packages": QT_TRANSLATE_NOOP("Exchange", "packages"),
    "customers": QT_TRANSLATE_NOOP("Exchange", "customers"),
    "vehicles": QT_TRANSLATE_NOOP("Exchange", "cars"),
    "opening_stock": QT_TRANSLATE_NOOP("Exchange", "stock"),
}


def begun(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]
