"""Units and kinds of goods in words: what stands behind a quantity, and the icon and name of each kind of item."""

from decimal import Decimal

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.order_flow import ItemKind
from ui.shell.formats import Formats
from ui.shell.words import said

_UNITS: dict[str, Source] = {
    "pc": QT_TRANSLATE_NOOP("Units", "pc"),
    "h": QT_TRANSLATE_NOOP("Units", "h"),
    "l": QT_TRANSLATE_NOOP("Units", "l"),
    "kg": QT_TRANSLATE_NOOP("Units", "kg"),
    "m": QT_TRANSLATE_NOOP("Units", "m"),
    "set": QT_TRANSLATE_NOOP("Units", "set"),
    "pair": QT_TRANSLATE_NOOP("Units", "pair"),
    "drum": QT_TRANSLATE_NOOP("Units", "drum"),
    "box": QT_TRANSLATE_NOOP("Units", "box"),
    "can": QT_TRANSLATE_NOOP("Units", "can"),
    "job": QT_TRANSLATE_NOOP("Units", "job"),
}
_SPELLINGS: dict[str, str] = {
    spelling: unit
    for unit, words in (
        ("pc", "шт шт. штука ea pcs"),
        ("h", "н/ч нч ч час hr hrs"),
        ("l", "л л. литр lt ltr"),
        ("kg", "кг"),
        ("m", "м"),
        ("set", "компл компл. к-т кт"),
        ("pair", "пара пар"),
        ("box", "кор упак уп"),
        ("job", "усл усл. услуга"),
    )
    for spelling in words.split()
}
"""How price lists spell units."""

UNITS: tuple[str, ...] = ("pc", "l", "kg", "m", "set", "pair", "job", "h")
"""Units that a form offers for what is sold."""

PURCHASE_UNITS: tuple[str, ...] = ("pc", "box", "can", "drum", "set", "l", "kg", "m", "pair")
"""Units that goods are bought in."""

_KINDS: dict[str, tuple[str, Source, Source]] = {
    ItemKind.PACKAGE.value: (
        "package-plus",
        QT_TRANSLATE_NOOP("Units", "Package"),
        QT_TRANSLATE_NOOP("Units", "Packages"),
    ),
    ItemKind.LABOUR.value: (
        "wrench",
        QT_TRANSLATE_NOOP("Units", "Labour"),
        QT_TRANSLATE_NOOP("Units", "Labour"),
    ),
    ItemKind.FLUID.value: (
        "droplets",
        QT_TRANSLATE_NOOP("Units", "Fluid"),
        QT_TRANSLATE_NOOP("Units", "Fluids"),
    ),
    ItemKind.PART.value: (
        "package",
        QT_TRANSLATE_NOOP("Units", "Part"),
        QT_TRANSLATE_NOOP("Units", "Parts"),
    ),
    ItemKind.MATERIAL.value: (
        "spray-can",
        QT_TRANSLATE_NOOP("Units", "Material"),
        QT_TRANSLATE_NOOP("Units", "Materials"),
    ),
}


def unit_word(unit: str) -> str:
    """The unit in the person's language; one that nobody knows stays as it is written."""
    found = _UNITS.get(_SPELLINGS.get(unit.casefold(), unit))
    return said(found) if found is not None else unit


def counted(formats: Formats, qty: Decimal, unit: str) -> str:
    """A quantity with its unit: ``4.2 l``."""
    return f"{formats.qty(qty)}\N{NO-BREAK SPACE}{unit_word(unit)}"


def kind_icon(kind: str) -> str:
    """The icon of a kind of item or order line."""
    found = _KINDS.get(kind)
    return found[0] if found is not None else "package"


def kind_word(kind: str) -> str:
    """One of a kind: ``Part``."""
    found = _KINDS.get(kind)
    return said(found[1]) if found is not None else kind


def kinds_word(kind: str) -> str:
    """Many of a kind: ``Parts``."""
    found = _KINDS.get(kind)
    return said(found[2]) if found is not None else kind
