"""Cells become values: what people write in a column, read by what the column means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from app.exchange import words
from app.exchange.grid import Cell
from app.exchange.numbers import (
    NotReadError,
    as_text,
    read_amount,
    read_hours,
    read_number,
    read_quantity,
    read_whole,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say
from models.identifiers import (
    PhoneReason,
    PhoneRefused,
    Severity,
    TaxIdKind,
    TaxIdReason,
    TaxIdRefused,
    VinReason,
    normalise_vin,
    read_phone,
    read_tax_id,
    recognise_plate,
    vin_problems,
)
from models.tax import TaxRegime
from models.text import TextRefused, clean, fold

NAME_CHARS: Final = 300
CODE_CHARS: Final = 80
NOTE_CHARS: Final = 4_000
MOST_KM: Final = 1_000_000
OLDEST_YEAR: Final = 1900


@dataclass(slots=True)
class Reading:
    """What a file's values mean where it comes from. ``warnings`` collects what was read with a doubt."""

    currency: str
    country: str
    decimal_mark: str
    today: date
    regime: TaxRegime
    warnings: list[tuple[Sentence, str | None]] = field(default_factory=list)

    def warn(self, sentence: Sentence, suggestion: str | None = None) -> None:
        """Note that a value was kept, but somebody should look at it."""
        self.warnings.append((sentence, suggestion))


Parser = Callable[[Cell, Reading], Any]
"""Reads a cell that is not empty; raises NotReadError."""


def _refused(sentence: Sentence, remedy: Sentence, suggestion: str | None = None) -> NotReadError:
    return NotReadError(sentence, remedy, suggestion)


def _shown(cell: Cell) -> str:
    return as_text(cell)[:60]


def _text(cell: Cell, most: int) -> str:
    try:
        text = clean(as_text(cell))
    except TextRefused as error:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "The text holds a character that cannot be stored.")),
            say(QT_TRANSLATE_NOOP("exchange", "Type the cell again.")),
        ) from error
    text = "".join(sign for sign in text if sign.isprintable() or sign == "\u00ad")
    if len(text) > most:
        raise _refused(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "The text has {count} characters; {most} are possible."
                ),
                count=len(text),
                most=most,
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Shorten it.")),
            text[:most],
        )
    return text


def name(cell: Cell, _reading: Reading) -> str:
    """A name or another short text."""
    return _text(cell, NAME_CHARS)


def note(cell: Cell, _reading: Reading) -> str:
    """A longer text."""
    return _text(cell, NOTE_CHARS)


def code(cell: Cell, _reading: Reading) -> str:
    """A code or part number, as written."""
    return _text(cell, CODE_CHARS)


def codes(cell: Cell, _reading: Reading) -> tuple[str, ...]:
    """Several codes with a comma, a semicolon or a slash between spaces."""
    return tuple(
        dict.fromkeys(
            part.strip()
            for part in re.split(r"[,;\n]| / ", _text(cell, NOTE_CHARS))
            if part.strip()
        )
    )


def _not_negative(value: Decimal | int, cell: Cell) -> None:
    if value < 0:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "“{value}” is below zero."), value=_shown(cell)),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the row out.")),
        )


def amount(cell: Cell, reading: Reading) -> int:
    """Money of zero or more, in minor units."""
    minor, rounded = read_amount(cell, reading.currency, reading.decimal_mark)
    _not_negative(minor, cell)
    if rounded:
        reading.warn(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” was rounded to what money has."),
                value=_shown(cell),
            )
        )
    return minor


def quantity(cell: Cell, reading: Reading) -> Decimal:
    """A quantity of zero or more, exact to 0.001; a unit behind it is left out."""
    written, rounded = read_quantity(cell, reading.decimal_mark)
    _not_negative(written.value, cell)
    if rounded:
        reading.warn(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” was rounded to 0.001."), value=_shown(cell)
            )
        )
    return written.value


def factor(cell: Cell, reading: Reading) -> Decimal:
    """How many units are in a package: more than zero."""
    value = quantity(cell, reading)
    if value == 0:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "A package holds more than nothing.")),
            say(
                QT_TRANSLATE_NOOP("exchange", "Leave the cell empty when it is bought by the unit.")
            ),
        )
    return value


def hours(cell: Cell, reading: Reading) -> Decimal:
    """Norm hours of zero or more."""
    value = read_hours(cell, reading.decimal_mark)
    _not_negative(value, cell)
    return value


def whole(cell: Cell, reading: Reading) -> int:
    """A whole number of zero or more; a word behind it ("км", "мес.") is left out."""
    value = read_whole(cell, reading.decimal_mark).value
    _not_negative(value, cell)
    return int(value)


def percent(cell: Cell, reading: Reading) -> Decimal:
    """Per cent between 0 and 100, with or without the sign."""
    value = read_quantity(cell, reading.decimal_mark)[0].value
    if not 0 <= value <= 100:  # noqa: PLR2004  a hundred per cent
        raise _refused(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” is not between 0 and 100 per cent."),
                value=_shown(cell),
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        )
    return value


@dataclass(frozen=True, slots=True)
class Odometer:
    """A reading and the unit that stood beside it, if one did."""

    value: int
    unit: str | None


def odometer(cell: Cell, reading: Reading) -> Odometer:
    """What the dashboard shows: whole, at most a million."""
    written = read_whole(cell, reading.decimal_mark)
    _not_negative(written.value, cell)
    if written.value > MOST_KM:
        raise _refused(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” is over {most}."),
                value=_shown(cell),
                most=MOST_KM,
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        )
    return Odometer(int(written.value), words.ODOMETER_UNITS.get(fold(written.word)))


def year(cell: Cell, reading: Reading) -> int:
    """The year a car was made."""
    value = int(read_whole(cell, reading.decimal_mark).value)
    if not OLDEST_YEAR <= value <= reading.today.year + 1:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "No car was made in {value}."), value=_shown(cell)),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        )
    return value


_ISO: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_EUROPEAN: Final = re.compile(
    r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?: г\.?)?(?:[ T]\d{1,2}:\d{2}.*)?"
)


def day(cell: Cell, reading: Reading) -> date:
    """A day: 03.06.25, 3/6/2025, 2025-06-03; month first only where the country writes so (US)."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = as_text(cell)
    iso, european = _ISO.fullmatch(text), _EUROPEAN.fullmatch(text)
    if iso:
        y, m, d = (int(part) for part in iso.groups())
    elif european:
        d, m, y = (int(part) for part in european.groups())
        if reading.country == "US":
            d, m = m, d
        if len(european[3]) == 2:  # noqa: PLR2004  two digits of a year
            y += 2000 if y <= (reading.today.year + 1) % 100 else 1900
    else:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "“{value}” is not a date."), value=text[:60]),
            say(
                QT_TRANSLATE_NOOP("exchange", "Write day, month and year, or leave the cell empty.")
            ),
        )
    try:
        return date(y, m, d)
    except ValueError as error:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "There is no day “{value}”."), value=text[:60]),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        ) from error


def past_day(cell: Cell, reading: Reading) -> date:
    """A day that has been: a reading's, a birthday."""
    found = day(cell, reading)
    if found > reading.today:
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "“{value}” has not come yet."), value=_shown(cell)),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        )
    return found


_PHONE_SENTENCES: Final = {
    PhoneReason.TOO_SHORT: QT_TRANSLATE_NOOP(
        "exchange", "“{value}” is too short for a phone number: {digits} digits."
    ),
    PhoneReason.TOO_LONG: QT_TRANSLATE_NOOP(
        "exchange", "“{value}” is too long for a phone number: {digits} digits."
    ),
    PhoneReason.WRONG_LENGTH: QT_TRANSLATE_NOOP(
        "exchange", "“{value}” has a wrong number of digits for a phone number."
    ),
    PhoneReason.COUNTRY: QT_TRANSLATE_NOOP(
        "exchange", "“{value}” begins with a country code that does not exist."
    ),
}
_NO_PHONE: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is not a phone number.")


def phone(cell: Cell, reading: Reading) -> str:
    """A phone number in E.164; of several in one cell the first, with a warning."""
    text = as_text(cell)
    first, *others = (part for part in re.split(r"[,;]|\s/\s", text) if part.strip())
    try:
        number = read_phone(first, reading.country)
    except PhoneRefused as error:
        sentence = _PHONE_SENTENCES.get(error.reason, _NO_PHONE)
        raise _refused(
            say(sentence, value=text[:60], digits=sum(sign.isdecimal() for sign in text)),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        ) from error
    if others:
        reading.warn(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Several phone numbers in one cell: the first was taken."
                )
            )
        )
    if not number.is_known:
        reading.warn(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "No such range of phone numbers is known: “{value}”."
                ),
                value=text[:60],
            )
        )
    return number.e164


_EMAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+")


def email(cell: Cell, _reading: Reading) -> str:
    """An e-mail address, in small letters."""
    text = _text(cell, NAME_CHARS).lower()
    if _EMAIL.fullmatch(text) is None:
        raise _refused(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” is not an e-mail address."),
                value=text[:60],
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Correct it, or leave the cell empty.")),
        )
    return text


def plate(cell: Cell, reading: Reading) -> str:
    """A number plate as its country writes it; one that fits no form is kept in capitals."""
    text = _text(cell, 20)
    found = recognise_plate(text, reading.country)
    return found.plate if found else text.upper()


_VIN_SENTENCES: Final = {
    VinReason.LENGTH: QT_TRANSLATE_NOOP(
        "exchange", "A VIN has 17 characters; this one has {found}."
    ),
    VinReason.LETTER: QT_TRANSLATE_NOOP("exchange", "A VIN has no letter {found}."),
    VinReason.CHARACTER: QT_TRANSLATE_NOOP("exchange", "A VIN has no “{found}”."),
    VinReason.CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "exchange", "The check digit of this VIN does not fit: one sign may be wrong."
    ),
}


def vin(cell: Cell, reading: Reading) -> str:
    """A VIN in capitals; a wrong check digit is a warning, a wrong letter a refusal with the likely VIN."""
    text = as_text(cell)
    problems = vin_problems(text)
    for problem in problems:
        if problem.severity is Severity.REFUSED:
            raise _refused(
                say(_VIN_SENTENCES[problem.reason], found=problem.found),
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Look at the registration certificate, or leave the cell empty."
                    )
                ),
                problem.suggestion,
            )
        if problem.severity is Severity.WARNING:
            reading.warn(say(_VIN_SENTENCES[problem.reason]))
    return normalise_vin(text)


_TAX_SENTENCES: Final = {
    TaxIdReason.LENGTH: QT_TRANSLATE_NOOP(
        "exchange", "“{value}”: {kind} has another number of characters."
    ),
    TaxIdReason.CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "exchange", "“{value}”: the check digits of {kind} do not fit."
    ),
}
_NO_TAX_ID: Final = QT_TRANSLATE_NOOP("exchange", "“{value}” is not such a number ({kind}).")
_KIND_WORDS: Final = re.compile(
    r"^(?:ИНН|КПП|ОГРН(?:ИП)?|INN|KPP|GSTIN|PAN|VAT(?: ?ID)?|USt-?IdNr\.?)[\s:№]*", re.IGNORECASE
)
_INN_LENGTHS: Final = (10, 12)


def tax_id(kind: TaxIdKind) -> Parser:
    """A parser of one kind of tax number, in its normal form."""

    def parse(cell: Cell, reading: Reading) -> str:
        text = _KIND_WORDS.sub("", as_text(cell))
        if kind is TaxIdKind.INN:
            text = text.split("/", maxsplit=1)[0].strip()
            if isinstance(cell, Decimal) and len(text) + 1 in _INN_LENGTHS:
                reading.warn(
                    say(
                        QT_TRANSLATE_NOOP(
                            "exchange", "A zero in front was lost in the spreadsheet and put back."
                        )
                    )
                )
                text = "0" + text
        try:
            return read_tax_id(kind, text)
        except TaxIdRefused as error:
            raise _refused(
                say(
                    _TAX_SENTENCES.get(error.reason, _NO_TAX_ID),
                    value=text[:60],
                    kind=kind.value.upper(),
                ),
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Ask the customer for it, or leave the cell empty."
                    )
                ),
            ) from error

    return parse


def barcode(cell: Cell, _reading: Reading) -> str:
    """A barcode; EAN-8, UPC-A and EAN-13 must have the right check digit (GS1)."""
    text = as_text(cell).replace(" ", "")
    digits = text.isascii() and text.isdecimal()
    if len(text) > CODE_CHARS or not text.isprintable():
        raise _refused(
            say(QT_TRANSLATE_NOOP("exchange", "“{value}” is not a barcode."), value=text[:60]),
            say(QT_TRANSLATE_NOOP("exchange", "Scan it again, or leave the cell empty.")),
        )
    if digits and len(text) in {8, 12, 13} and not _ean_fits(text):
        raise _refused(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "The check digit of the barcode “{value}” does not fit."
                ),
                value=text,
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Scan it again, or leave the cell empty.")),
        )
    return text


def _ean_fits(text: str) -> bool:
    total = sum(
        int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(text[:-1]))
    )
    return (total + int(text[-1])) % 10 == 0


def _choice(meanings: Mapping[str, str], what: Sentence) -> Parser:
    def parse(cell: Cell, _reading: Reading) -> str:
        text = as_text(cell)
        found = meanings.get(fold(text).strip(" ."))
        if found is None:
            raise _refused(
                say(
                    QT_TRANSLATE_NOOP("exchange", "“{value}” is not {what}."),
                    value=text[:60],
                    what=str(what),
                ),
                say(
                    QT_TRANSLATE_NOOP("exchange", "Choose what it means, or leave the cell empty.")
                ),
            )
        return found

    return parse


def unit(cell: Cell, _reading: Reading) -> str:
    """A unit, in the one spelling the shop's papers use for it."""
    text = _text(cell, 20).strip(" .")
    return words.UNITS.get(fold(text), text)


def labour_type(cell: Cell, _reading: Reading) -> str:
    """Which labour rate applies: our word for a known one, else the shop's own word."""
    text = _text(cell, CODE_CHARS)
    return words.LABOUR_TYPES.get(fold(text), fold(text).replace(" ", "_"))


def price_group(cell: Cell, _reading: Reading) -> str:
    """A customer group: our word for a known one, else the shop's own word."""
    text = _text(cell, CODE_CHARS)
    return words.PRICE_GROUPS.get(fold(text), fold(text).replace(" ", "_"))


customer_kind: Final = _choice(
    words.CUSTOMER_KINDS, say(QT_TRANSLATE_NOOP("exchange", "a kind of customer"))
)
item_kind: Final = _choice(
    words.ITEM_KINDS, say(QT_TRANSLATE_NOOP("exchange", "a kind of catalog item"))
)
odometer_unit: Final = _choice(
    words.ODOMETER_UNITS, say(QT_TRANSLATE_NOOP("exchange", "kilometres or miles"))
)


def yes_no(cell: Cell, _reading: Reading) -> bool:
    """Yes or no in the ways people tick things."""
    if isinstance(cell, bool):
        return cell
    text = fold(as_text(cell)).strip(" .")
    if text in words.YES_NO:
        return words.YES_NO[text] == "yes"
    raise _refused(
        say(QT_TRANSLATE_NOOP("exchange", "“{value}” is neither yes nor no."), value=_shown(cell)),
        say(QT_TRANSLATE_NOOP("exchange", "Write yes or no, or leave the cell empty.")),
    )


_UNTAXED: Final = frozenset({"O", "E"})


def tax_code(cell: Cell, reading: Reading) -> str:
    """The center's tax code of "20%", "НДС 20 %", "без НДС" or the code itself.

    A percentage that some rate has or once had names that rate: a list of December 2025 says 20 % and means
    the rate that became 22 % in January.
    """
    text = as_text(cell)
    rates = reading.regime.rates
    by_code = next((rate.code for rate in rates if fold(rate.code) == fold(text)), None)
    if by_code:
        return by_code
    if fold(text) in words.NO_TAX:
        found = next((rate.code for rate in rates if rate.category.value in _UNTAXED), None)
        if found:
            return found
    else:
        value = read_number(cell, reading.decimal_mark).value
        if isinstance(cell, Decimal) and 0 < value < 1:
            value *= 100  # a spreadsheet's 20 % is the number 0.2
        usual = {*reading.regime.defaults.values()}
        fitting = [rate for rate in rates if rate.percent == value]
        fitting.sort(key=lambda rate: (not rate.holds(reading.today), rate.code not in usual))
        if fitting:
            return fitting[0].code
    raise _refused(
        say(
            QT_TRANSLATE_NOOP("exchange", "The center has no tax rate “{value}”."), value=text[:60]
        ),
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "Choose one of the center's rates, or leave the cell empty."
            )
        ),
    )
