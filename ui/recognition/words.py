"""Words for what was read: names of fields, evidence, reasons."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.money import InexactAmount, Money
from models.recognition import Document, FieldName, Form, NoteKind, Why
from ui.parts.mileage import reading_words
from ui.shell.desk import Desk

NAMES: dict[FieldName, Source] = {
    FieldName.VIN: QT_TRANSLATE_NOOP("recognition fields", "VIN"),
    FieldName.PLATE: QT_TRANSLATE_NOOP("recognition fields", "Plate"),
    FieldName.MAKE: QT_TRANSLATE_NOOP("recognition fields", "Make, model"),
    FieldName.YEAR: QT_TRANSLATE_NOOP("recognition fields", "Year"),
    FieldName.COLOR: QT_TRANSLATE_NOOP("recognition fields", "Colour"),
    FieldName.BODY: QT_TRANSLATE_NOOP("recognition fields", "Body number"),
    FieldName.ENGINE: QT_TRANSLATE_NOOP("recognition fields", "Engine"),
    FieldName.VOLUME: QT_TRANSLATE_NOOP("recognition fields", "Displacement"),
    FieldName.POWER: QT_TRANSLATE_NOOP("recognition fields", "Power"),
    FieldName.MASS: QT_TRANSLATE_NOOP("recognition fields", "Mass"),
    FieldName.FUEL: QT_TRANSLATE_NOOP("recognition fields", "Fuel"),
    FieldName.CATEGORY: QT_TRANSLATE_NOOP("recognition fields", "Category"),
    FieldName.TYPE: QT_TRANSLATE_NOOP("recognition fields", "Type"),
    FieldName.FIRST_ON: QT_TRANSLATE_NOOP("recognition fields", "First registered"),
    FieldName.OWNER: QT_TRANSLATE_NOOP("recognition fields", "Owner"),
    FieldName.PLACE: QT_TRANSLATE_NOOP("recognition fields", "Town"),
    FieldName.STREET: QT_TRANSLATE_NOOP("recognition fields", "Street"),
    FieldName.HOUSE: QT_TRANSLATE_NOOP("recognition fields", "House"),
    FieldName.NUMBER: QT_TRANSLATE_NOOP("recognition fields", "Number"),
    FieldName.ISSUED_ON: QT_TRANSLATE_NOOP("recognition fields", "Issued"),
    FieldName.ODOMETER: QT_TRANSLATE_NOOP("recognition fields", "Odometer"),
    FieldName.SUPPLIER: QT_TRANSLATE_NOOP("recognition fields", "Supplier"),
    FieldName.TAX_ID: QT_TRANSLATE_NOOP("recognition fields", "Tax number"),
    FieldName.TAX: QT_TRANSLATE_NOOP("recognition fields", "Tax"),
    FieldName.TOTAL: QT_TRANSLATE_NOOP("recognition fields", "Total"),
}

TITLES: dict[Document, Source] = {
    Document.CERTIFICATE: QT_TRANSLATE_NOOP("recognition", "Registration certificate"),
    Document.VIN_PLATE: QT_TRANSLATE_NOOP("recognition", "VIN plate"),
    Document.ODOMETER: QT_TRANSLATE_NOOP("recognition", "Odometer"),
    Document.INVOICE: QT_TRANSLATE_NOOP("recognition", "Supplier's invoice"),
}

FORMS: dict[Form, Source] = {
    Form.RU: QT_TRANSLATE_NOOP("recognition", "Russian certificate"),
    Form.EU: QT_TRANSLATE_NOOP("recognition", "EU certificate"),
    Form.IN: QT_TRANSLATE_NOOP("recognition", "Indian certificate"),
}

NOTES: dict[NoteKind, Source] = {
    NoteKind.CHECK_DIGIT_FITS: QT_TRANSLATE_NOOP("recognition notes", "the check digit fits"),
    NoteKind.CHECK_DIGIT_DIFFERS: QT_TRANSLATE_NOOP(
        "recognition notes", "the check digit does not fit"
    ),
    NoteKind.AGREED: QT_TRANSLATE_NOOP("recognition notes", "{detail} passes agree"),
    NoteKind.SAME_AS_BODY: QT_TRANSLATE_NOOP("recognition notes", "same as the body number"),
    NoteKind.DIFFERS_FROM_BODY: QT_TRANSLATE_NOOP(
        "recognition notes", "the body number reads {detail}"
    ),
    NoteKind.SAME_AS_CARD: QT_TRANSLATE_NOOP("recognition notes", "same as the car's card"),
    NoteKind.DIFFERS_FROM_CARD: QT_TRANSLATE_NOOP("recognition notes", "the card says {detail}"),
    NoteKind.OTHER_CAR_HAS_IT: QT_TRANSLATE_NOOP("recognition notes", "{detail} has it already"),
    NoteKind.IN_BASE: QT_TRANSLATE_NOOP("recognition notes", "known here, {detail}"),
    NoteKind.NOT_IN_BASE: QT_TRANSLATE_NOOP("recognition notes", "not known here"),
    NoteKind.LESS_THAN_BEFORE: QT_TRANSLATE_NOOP(
        "recognition notes", "less than the last reading, {detail}"
    ),
    NoteKind.CORRECTED: QT_TRANSLATE_NOOP("recognition notes", "read as “{detail}”"),
    NoteKind.SUMS_UP: QT_TRANSLATE_NOOP("recognition notes", "the sums agree"),
    NoteKind.DOES_NOT_SUM_UP: QT_TRANSLATE_NOOP("recognition notes", "the sums do not agree"),
}

WHYS: dict[Why, Source] = {
    Why.NO_SUCH_LETTER: QT_TRANSLATE_NOOP("recognition whys", "no letter {letter} in a VIN"),
    Why.LOOK_ALIKE: QT_TRANSLATE_NOOP("recognition whys", "suggested for “{letter}”"),
    Why.CHECK_DIGIT: QT_TRANSLATE_NOOP("recognition whys", "then the check digit fits"),
    Why.OTHER_PASS: QT_TRANSLATE_NOOP("recognition whys", "another pass saw this"),
    Why.FORM: QT_TRANSLATE_NOOP("recognition whys", "does not have the form"),
}


_AMOUNT: Final = re.compile(r"\d+\.\d\d")


def shown_value(desk: Desk, name: FieldName, value: str) -> str:
    """The value as a person writes it; what is not of the form stays as it is."""
    formats = desk.formats
    if name in {FieldName.ISSUED_ON, FieldName.FIRST_ON}:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return day.strftime("%d.%m.%Y")
    if name is FieldName.ODOMETER and value.partition(" ")[0].isdecimal():
        number, _, unit = value.partition(" ")
        return reading_words(formats, int(number), unit)
    if name in {FieldName.TOTAL, FieldName.TAX} and _AMOUNT.fullmatch(value):
        return amount_words(desk, Decimal(value))
    if name is FieldName.MASS:
        parts = value.split("/")
        if all(part.isdecimal() for part in parts):
            return " / ".join(formats.number(int(part)) for part in parts)
    return value.replace("/", " / ") if name is FieldName.POWER else value


def amount_words(desk: Desk, value: Decimal) -> str:
    """A sum of a paper as the center writes money; one that its currency cannot hold keeps its digits."""
    formats = desk.formats
    try:
        return formats.plain(Money.of(value, formats.currency))
    except InexactAmount:
        return formats.number(value)
