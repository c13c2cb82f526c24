"""Fields that know cars and centers: phone, plate, VIN, and the general ones set for the shop's money and clock."""

from collections.abc import Callable
from datetime import time
from typing import Any

from typing_extensions import override

from app.kernel.clock import zone
from app.kernel.errors import QT_TRANSLATE_NOOP, Source, say
from models.identifiers import (
    PhoneReason,
    PhoneRefused,
    Severity,
    VinReason,
    normalise_vin,
    read_phone,
    recognise_plate,
    vin_problems,
)
from models.money import minor_digits
from models.text import plate_key
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import (
    Calendar,
    DateEdit,
    MomentEdit,
    MoneyEdit,
    PercentEdit,
    QuantityEdit,
    Reading,
    TypedEdit,
    WholeEdit,
)

Reader = Callable[[str], Reading]
_LONGEST_VIN = 25
_LONGEST_PLATE = 20

_PHONE_WORDS: dict[PhoneReason, Source] = {
    PhoneReason.LETTERS: QT_TRANSLATE_NOOP(
        "Fields", "Type digits: a telephone number has no letters."
    ),
    PhoneReason.COUNTRY: QT_TRANSLATE_NOOP(
        "Fields", "No country has this code: check the digits after the plus."
    ),
    PhoneReason.TOO_SHORT: QT_TRANSLATE_NOOP(
        "Fields", "The number is too short: add the missing digits."
    ),
    PhoneReason.TOO_LONG: QT_TRANSLATE_NOOP(
        "Fields", "The number is too long: check it for a doubled digit."
    ),
    PhoneReason.WRONG_LENGTH: QT_TRANSLATE_NOOP("Fields", "Check how many digits the number has."),
    PhoneReason.NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Fields", "Type digits, for example +7 916 204-18-73."
    ),
}
_PHONE_UNKNOWN = QT_TRANSLATE_NOOP("Fields", "No such range of numbers is known. Saved anyway.")
_PLATE_EMPTY = QT_TRANSLATE_NOOP("Fields", "Type the letters and digits of the plate.")
_PLATE_UNKNOWN = QT_TRANSLATE_NOOP("Fields", "No country writes plates like this. Saved as typed.")
_VIN_LENGTH = QT_TRANSLATE_NOOP(
    "Fields", "A VIN has 17 characters, this one {found}. A frame number goes into the body number."
)
_VIN_GUESS = QT_TRANSLATE_NOOP(
    "Fields", "A VIN never has the letter {found}. Did you mean {guess}?"
)
_VIN_LETTER = QT_TRANSLATE_NOOP("Fields", "A VIN never has the letter {found}: 1 or 0?")
_VIN_CHARACTER = QT_TRANSLATE_NOOP(
    "Fields", "“{found}” at place {place} does not belong into a VIN."
)
_VIN_CHECK = QT_TRANSLATE_NOOP("Fields", "Check digit differs. Saved anyway.")


def phone_reader(country: str) -> Reader:
    """Reads a telephone number in any form; ``value`` is E.164, with " ext. 12" where an extension was typed."""

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(None)
        try:
            phone = read_phone(text, country)
        except PhoneRefused as refused:
            return Reading(None, problem=said(_PHONE_WORDS[refused.reason]))
        behind = f" ext. {phone.extension}" if phone.extension else ""
        warning = "" if phone.is_known else said(_PHONE_UNKNOWN)
        return Reading(phone.e164 + behind, phone.international + behind, warning=warning)

    return read


def plate_reader(country: str) -> Reader:
    """Reads a plate, Cyrillic and Latin look-alikes alike; ``value`` is the plate as its country writes it."""

    def read(text: str) -> Reading:
        typed = " ".join(text.upper().split())
        if not typed:
            return Reading(None)
        if not plate_key(typed):
            return Reading(None, problem=said(_PLATE_EMPTY))
        match = recognise_plate(typed, country)
        if match is None:
            return Reading(typed, typed, warning=said(_PLATE_UNKNOWN))
        return Reading(match.plate, match.plate)

    return read


def vin_reader() -> Reader:
    """Reads a VIN. What cannot be one says how to mend it; a check digit the law wants only warns."""

    def read(text: str) -> Reading:
        if not text.strip():
            return Reading(None)
        vin = normalise_vin(text)
        problems = vin_problems(text)
        for problem in problems:
            if problem.severity is not Severity.REFUSED:
                continue
            if problem.reason is VinReason.LENGTH:
                sentence = say(_VIN_LENGTH, found=problem.found)
            elif problem.reason is VinReason.LETTER and problem.suggestion:
                sentence = say(_VIN_GUESS, found=problem.found, guess=problem.suggestion)
            elif problem.reason is VinReason.LETTER:
                sentence = say(_VIN_LETTER, found=problem.found)
            else:
                sentence = say(_VIN_CHARACTER, found=problem.found, place=problem.position)
            return Reading(None, problem=said(sentence))
        doubtful = any(problem.severity is Severity.WARNING for problem in problems)
        return Reading(vin, vin, warning=said(_VIN_CHECK) if doubtful else "")

    return read


class PhoneEdit(TypedEdit):
    """A telephone number of a country's people, kept as E.164."""

    def __init__(self, country: str, **settings: Any) -> None:  # noqa: ANN401  the settings of a Line
        self._read_phone = phone_reader(country)
        super().__init__(self._read_phone, **settings)

    @override
    def set_value(self, value: object, text: str = "") -> None:
        """Show a stored number as people read it."""
        kept = str(value) if value else ""
        self.show_value(kept or None, text or self._read_phone(kept).text or kept)


class PlateEdit(TypedEdit):
    """A number plate as its country writes it."""

    def __init__(self, country: str, **settings: Any) -> None:  # noqa: ANN401  the settings of a Line
        super().__init__(plate_reader(country), limit=_LONGEST_PLATE, **settings)


class VinEdit(TypedEdit):
    """A VIN in capitals, with a dashed zero."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  the settings of a Line
        super().__init__(vin_reader(), codes=True, limit=_LONGEST_VIN, **settings)


def calendar_of(desk: Desk, lean: str = "near") -> Calendar:
    """How days are typed and shown at this center."""
    return Calendar(desk.formats.language, desk.center.country == "US", lean)


def money_edit(desk: Desk, *, signed: bool = False, **settings: Any) -> MoneyEdit:  # noqa: ANN401  the settings of a Line
    """An amount in the center's currency."""
    locale = desk.formats.locale
    return MoneyEdit(
        minor_digits(desk.center.currency),
        desk.formats.decimal_sign,
        signed=signed,
        lakhs=locale.territory == "IN",
        **settings,
    )


def quantity_edit(desk: Desk, unit: str = "", **settings: Any) -> QuantityEdit:  # noqa: ANN401  the settings of a Line
    """A quantity; ``unit`` is the word shown behind it."""
    return QuantityEdit(desk.formats.decimal_sign, unit=unit, **settings)


def percent_edit(desk: Desk, **settings: Any) -> PercentEdit:  # noqa: ANN401  the settings of a Line
    """A per cent."""
    return PercentEdit(desk.formats.decimal_sign, **settings)


def whole_edit(desk: Desk, unit: str = "", **settings: Any) -> WholeEdit:  # noqa: ANN401  the settings of a Line
    """A whole number that is not below zero."""
    return WholeEdit(desk.formats.decimal_sign, unit=unit, **settings)


def day_edit(desk: Desk, lean: str = "near", **settings: Any) -> DateEdit:  # noqa: ANN401  the settings of a Line
    """A day; ``lean`` says which year a day without one means: "ahead", "back", "near"."""
    return DateEdit(desk.formats.today, calendar_of(desk, lean), **settings)


def moment_edit(desk: Desk, usual: time = time(18), **settings: Any) -> MomentEdit:  # noqa: ANN401  the settings of a Line
    """A moment ahead, such as the promised one; a day alone is at ``usual``."""
    return MomentEdit(
        desk.now, zone(desk.center.time_zone), calendar_of(desk, "ahead"), usual=usual, **settings
    )
