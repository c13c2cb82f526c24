"""What people type into a field, read as a number: money, quantity, percent, whole. No Qt here.

A reader never loses what was typed: it returns the value, or says in a sentence what to type
instead. Sentences are English sources of the context "typed"; the field that shows them translates.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  lupdate finds texts by this name
    """Mark a sentence for translation without Qt."""
    return text


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed text means.

    ``value`` is None for an empty text and for one that cannot be read (then ``problem`` says what
    to do). ``text`` is the value as the field writes it. A ``warning`` never refuses the value.
    """

    value: Any
    text: str = ""
    problem: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """How numbers are written: decimal mark, mark between groups, Indian lakhs (1,12,400) or thousands."""

    decimal: str = ","
    group: str = "\u00a0"
    lakhs: bool = False


def signs_of(decimal_sign: str, *, lakhs: bool = False) -> Signs:
    """The usual company of a decimal mark: a comma goes with spaces, a point with commas."""
    return Signs(decimal_sign, "," if decimal_sign == "." else "\u00a0", lakhs)


EMPTY: Final = Reading(None)
_NO_NUMBER: Final = QT_TRANSLATE_NOOP("typed", "Type digits, for example 1500 or 12.5.")
_UNCLEAR: Final = QT_TRANSLATE_NOOP(
    "typed", "Type it without a mark between the thousands: it can be read in two ways."
)
_TOO_FINE: Final = QT_TRANSLATE_NOOP("typed", "Too many digits after the decimal mark: round it.")
_TOO_LONG: Final = QT_TRANSLATE_NOOP("typed", "Too many digits: check the number.")
_BELOW_ZERO: Final = QT_TRANSLATE_NOOP("typed", "Type a number that is not below zero.")
_NOT_ZERO: Final = QT_TRANSLATE_NOOP("typed", "Type a number above zero.")
_NOT_WHOLE: Final = QT_TRANSLATE_NOOP("typed", "Type a whole number.")
_PERCENT: Final = QT_TRANSLATE_NOOP("typed", "Type a per cent from 0 to 100.")
_OTHER_UNIT: Final = QT_TRANSLATE_NOOP(
    "typed", "This is counted in another unit: type the number only."
)

_MINUS: Final = str.maketrans("−–—‐‑", "-----")
_GROUP_SPACES: Final = re.compile(r"(?<=\d)[\s'’](?=\d)")
_SHAPE: Final = re.compile(r"(?P<sign>[-+]?)\s*(?P<digits>\d[\d.,]*|[.,]\d+)\s*(?P<word>\D*)")
_MONEY_WORD: Final = re.compile(
    r"^(?:₽|р|руб|рублей|рубля|рубль|rub|rs|inr|₹|\$|usd|€|eur|евро|£|gbp|₸|kzt|byn)\.?\s*|"
    r"\s*(?:₽|р|руб|рублей|рубля|рубль|rub|rs|inr|₹|\$|usd|€|eur|евро|£|gbp|₸|kzt|byn)\.?$",
    re.IGNORECASE,
)
_NO_KOPECKS: Final = re.compile(r"(?<=\d)[.,]-$")  # "5 990,-"
_GROUP: Final = 3
_MOST_DIGITS: Final = 12

# What people write behind a number, and the unit that is meant; the factor turns it into that unit.
_UNITS: Final[dict[str, tuple[str, Decimal]]] = {
    word: (unit, Decimal(factor))
    for unit, factor, words in (
        ("l", "1", "л l lt ltr литр литра литров liter liters litre litres"),
        ("l", "0.001", "мл ml"),
        ("kg", "1", "кг kg kilo"),
        ("kg", "0.001", "г гр g"),
        ("m", "1", "м m метр метра метров meter meters"),
        ("m", "0.01", "см cm"),
        ("m", "0.001", "мм mm"),
        ("h", "1", "ч нч час часа часов h hr hrs hour hours"),
        ("h", "minutes", "мин min m' минут"),
        ("pc", "1", "шт штук штука штуки pc pcs piece pieces ea"),
        ("set", "1", "кт компл комплект комплекта set sets"),
        ("km", "1", "км km"),
        ("km", "1000", "ткм"),
        ("mi", "1", "миль mi miles"),
    )
    for word in words.split()
    if factor != "minutes"
}


def read_money(text: str, *, digits: int, signs: Signs, signed: bool = False) -> Reading:
    """Money in major units as a Decimal: "1 234,50", "1,234.50 $", "990 руб".

    ``digits``: how many the currency has after the mark. ``signed`` allows amounts below zero.
    """
    plain = _NO_KOPECKS.sub("", _MONEY_WORD.sub("", _tidy(text)))
    if not plain:
        return EMPTY
    value, problem = _number(plain, signs, digits)
    if value is None:
        return Reading(None, problem=problem)
    if value < 0 and not signed:
        return Reading(None, problem=_BELOW_ZERO)
    exact = value.quantize(Decimal(1).scaleb(-digits))
    return Reading(exact, write_number(exact, signs, digits=digits))


def read_quantity(text: str, *, signs: Signs, unit: str = "", digits: int = 3) -> Reading:
    """A quantity above zero as a Decimal: "1,5 л", "4.2", "500 мл" where litres are counted.

    ``unit`` is what the field counts in, in any of its spellings; a word of another unit is asked
    about, never dropped silently. Without ``unit`` a known word behind the number is accepted.
    """
    plain = _tidy(text)
    if not plain:
        return EMPTY
    number, factor, fits = _without_unit(plain, unit)
    if not fits:
        return Reading(None, problem=_OTHER_UNIT)
    value, problem = _number(number, signs, max(digits, 3))
    if value is None:
        return Reading(None, problem=problem)
    value *= factor
    if value <= 0:
        return Reading(None, problem=_NOT_ZERO)
    exact = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if exact != value:
        return Reading(None, problem=_NOT_WHOLE if digits == 0 else _TOO_FINE)
    kept = _without_zeros(exact)
    return Reading(kept, write_number(kept, signs))


def read_percent(text: str, *, signs: Signs, most: int = 100) -> Reading:
    """A per cent as a Decimal, 0 to ``most``: "5", "12,5 %"."""
    plain = _tidy(text).removesuffix("%").strip()
    if not plain:
        return EMPTY
    value, problem = _number(plain, signs, 3)
    if value is None:
        return Reading(None, problem=problem)
    if not 0 <= value <= most:
        return Reading(None, problem=_PERCENT)
    kept = _without_zeros(value)
    return Reading(kept, write_number(kept, signs))


def read_whole(text: str, *, signs: Signs, unit: str = "") -> Reading:
    """A whole number that is not below zero, as an int: "84 320", "84,320 км", "15 000"."""
    plain = _tidy(text)
    if not plain:
        return EMPTY
    number, factor, fits = _without_unit(plain, unit)
    if not fits:
        return Reading(None, problem=_OTHER_UNIT)
    # nothing counted in whole numbers has a decimal mark: any mark before three digits parts thousands
    bare = re.sub(r"(?<=\d)[.,](?=\d{3}(?:\D|$))", "", number)
    value, problem = _number(bare, signs, 3)
    if value is None:
        return Reading(None, problem=problem)
    value *= factor
    if value < 0:
        return Reading(None, problem=_BELOW_ZERO)
    if value != value.to_integral_value():
        return Reading(None, problem=_NOT_WHOLE)
    return Reading(int(value), write_number(value.to_integral_value(), signs, digits=0))


def write_number(value: Decimal, signs: Signs, *, digits: int | None = None) -> str:
    """The number as the field writes it: grouped, with ``digits`` after the mark or as many as it has."""
    text = format(abs(value) if digits is None else round(abs(value), digits), "f")
    whole, _, fraction = text.partition(".")
    grouped = _grouped(whole, signs)
    sign = "−" if value < 0 else ""
    return f"{sign}{grouped}{signs.decimal}{fraction}" if fraction else f"{sign}{grouped}"


def _grouped(whole: str, signs: Signs) -> str:
    groups: list[str] = []
    size = _GROUP
    while len(whole) > size:
        groups.insert(0, whole[-size:])
        whole = whole[:-size]
        size = 2 if signs.lakhs else _GROUP
    return signs.group.join([whole, *groups])


def _tidy(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS)
    return _GROUP_SPACES.sub("", " ".join(plain.split()))


def _without_zeros(value: Decimal) -> Decimal:
    kept = value.normalize()
    return kept.quantize(Decimal(1)) if kept == kept.to_integral_value() else kept


def _without_unit(plain: str, unit: str) -> tuple[str, Decimal, bool]:
    """The number's own text, the factor of its unit, and whether that unit is the field's."""
    found = _SHAPE.fullmatch(plain)
    if found is None or not found["word"].strip():
        return plain, Decimal(1), True
    word = found["word"].strip().casefold().strip(".").replace("/", "").replace("-", "")
    number = found["sign"] + found["digits"]
    meant = _UNITS.get(word)
    if word == unit.casefold().strip("."):
        return number, Decimal(1), True
    if meant is None:
        return plain, Decimal(1), True  # no unit: the number's reader says what to type
    own = _UNITS.get(unit.casefold().strip(".").replace("/", "").replace("-", ""))
    if own is None:
        return number, Decimal(1), not unit
    return number, meant[1] / own[1], meant[0] == own[0]


def _number(plain: str, signs: Signs, digits: int) -> tuple[Decimal | None, str]:
    """The number, or None and the sentence that says what to type."""
    found = _SHAPE.fullmatch(plain)
    if found is None or found["word"].strip():
        return None, _NO_NUMBER
    body = found["digits"].rstrip(".,") or found["digits"]
    parted = _parted(body, signs, digits)
    if parted is None:
        return None, _UNCLEAR
    whole, fraction = parted
    if not whole.isdecimal() or (fraction and not fraction.isdecimal()):
        return None, _NO_NUMBER
    if len(whole.lstrip("0")) > _MOST_DIGITS:
        return None, _TOO_LONG
    if len(fraction.rstrip("0")) > digits:
        return None, _TOO_FINE
    value = Decimal(f"{whole}.{fraction or 0}")
    return (-value if found["sign"] == "-" else value), ""


def _is_grouped(groups: list[str]) -> bool:
    """Whether digits between marks stand in threes, or as Indian lakhs in twos before the last three."""
    return len(groups[-1]) == _GROUP and all(len(group) in {2, _GROUP} for group in groups[1:-1])


def _parted(body: str, signs: Signs, digits: int) -> tuple[str, str] | None:
    """Whole and fraction of digits with marks; None when a lone mark can be read in two ways."""
    marks = [letter for letter in body if letter in ".,"]
    if not marks:
        return body, ""
    last = marks[-1]
    whole, _, fraction = body.rpartition(last)
    if len(set(marks)) > 1:
        return (re.sub(r"[.,]", "", whole) or "0"), fraction
    if len(marks) > 1:
        return (body.replace(last, ""), "") if _is_grouped(body.split(last)) else None
    if len(fraction) == _GROUP and whole.strip("0") and digits < _GROUP and last != signs.group:
        return None
    if len(fraction) == _GROUP and last == signs.group and whole.strip("0"):
        return whole + fraction, ""
    return (whole or "0"), fraction
