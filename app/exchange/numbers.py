"""Numbers as people write them: "1 440,00 ₽", "4,2 л", "0,6 ч", "1,12,400", "(1 200,00)": exact, or refused."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.exchange.grid import Cell
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say
from models.base import MILLI
from models.money import InexactAmount, Money, minor_digits

_MINUS: Final = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-"})
_SPACES: Final = re.compile(r"\s+")
_NUMBER: Final = re.compile(
    r"(?P<before>(?:[^\d+\-(.,]|[.,](?!\d))*)(?P<sign>[(+\-]?)\s*(?P<digits>\d[\d\s'’.,]*|[.,]\d+)\s*(?P<after>.*)",
    re.DOTALL,
)
_GROUPS: Final = re.compile(
    r"\d{1,3}(?:(?P<mark>[ '’.,])(?:\d{2}(?P=mark))*\d{3})(?:(?P=mark)\d{3})*"
)
_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::00)?")
_HOURS: Final = re.compile(
    r"(?:(\d{1,3})\s*(?:ч|час\w*|h|hrs?|hours?)\.?)?\s*(?:(\d{1,3})\s*(?:м|мин\w*|m|min\w*)\.?)?"
)
_GROUP_SIZE: Final = 3
_MOST_DIGITS: Final = 15


class NotReadError(Exception):
    """A cell that cannot be read: what is wrong, what to do, and the value it probably means."""

    def __init__(
        self, sentence: Sentence, remedy: Sentence | None = None, suggestion: str | None = None
    ) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.remedy = remedy
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Written:
    """A number, the word that stood behind or before it ("л", "₽"), and whether a spreadsheet held it as a number."""

    value: Decimal
    word: str
    typed: bool


def as_text(cell: Cell) -> str:
    """The cell as a person sees it, spaces tidied, NFKC kept for numbers only."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "да" if cell else "нет"
    if isinstance(cell, Decimal):
        return (
            format(cell.normalize(), "f") if cell == cell.to_integral_value() else format(cell, "f")
        )
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return _SPACES.sub(" ", cell.replace("\u200b", "").replace("\ufeff", "")).strip()


def read_number(cell: Cell, decimal_mark: str) -> Written:
    """The number in a cell. A lone mark before three digits is the file's decimal mark or its grouping.

    Raises NotReadError: no number, digits in no order, or more digits than anything in a shop has.
    """
    if isinstance(cell, Decimal):
        if cell.adjusted() >= _MOST_DIGITS:
            raise _no_number(as_text(cell))
        return Written(cell, "", typed=True)
    if isinstance(cell, bool | date):
        raise _no_number(as_text(cell))
    text = as_text(cell)
    plain = _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).translate(_MINUS).strip()
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise _no_number(text)
    digits = found["digits"].rstrip()
    negative, after = _sign(found["sign"], digits, found["after"].strip())
    if after is None or any(letter.isdecimal() for letter in after):
        raise _no_number(text)
    value = _value(digits, decimal_mark, text)
    if len(value.as_tuple().digits) > _MOST_DIGITS:
        raise _no_number(text)
    word = (found["before"] + " " + after).strip().strip(".")
    return Written(-value if negative else value, word, typed=False)


def _sign(sign: str, digits: str, after: str) -> tuple[bool, str | None]:
    """Whether the number is below zero, and what stands behind it; None when a bracket is not closed."""
    if sign == "(":
        return True, after[1:].strip() if after.startswith(")") else None
    if after == "-" and digits.endswith((",", ".")):
        return sign == "-", ""  # "5 990,-" is a price without kopecks
    if after == "-":
        return True, ""
    return sign == "-", after


def _value(digits: str, decimal_mark: str, text: str) -> Decimal:
    digits = digits.rstrip(".,'’ ") or digits
    marks = [sign for sign in digits if sign in ".,"]
    whole, fraction = digits, ""
    if marks and (
        len(set(marks)) > 1 or (len(marks) == 1 and not _is_group(digits, marks[0], decimal_mark))
    ):
        # two kinds of marks: the last one is the decimal mark
        whole, _, fraction = digits.rpartition(marks[-1])
    is_whole = whole == "" or whole.isdecimal() or _GROUPS.fullmatch(whole) is not None
    if not is_whole or not (fraction == "" or fraction.isdecimal()):
        raise _no_number(text)
    plain = re.sub(r"\D", "", whole) or "0"
    return Decimal(f"{plain}.{fraction}" if fraction else plain)


def _is_group(digits: str, mark: str, decimal_mark: str) -> bool:
    """Whether a lone mark parts thousands: three digits follow it, and it is not the file's decimal mark."""
    before, _, behind = digits.rpartition(mark)
    return (
        len(behind) == _GROUP_SIZE
        and mark != decimal_mark
        and " " not in digits
        and before.strip("0") != ""
    )


def _no_number(text: str) -> NotReadError:
    return NotReadError(
        say(QT_TRANSLATE_NOOP("exchange", "“{value}” is not a number."), value=text[:60]),
        say(QT_TRANSLATE_NOOP("exchange", "Type digits only, or leave the cell empty.")),
    )


def read_amount(cell: Cell, currency: str, decimal_mark: str) -> tuple[int, bool]:
    """Money in minor units, and whether a calculated number of a spreadsheet was rounded (half up).

    Raises NotReadError: no number, or "1,200" where it could be a thousand and two hundred or one and a fifth.
    """
    written = read_number(cell, decimal_mark)
    value = written.value
    if not written.typed and _is_unclear(value, currency):
        thousand = format(value * 1000, "f").split(".", maxsplit=1)[0]
        raise NotReadError(
            say(
                QT_TRANSLATE_NOOP("exchange", "Is “{value}” {thousand} or {fraction}?"),
                value=as_text(cell)[:60],
                thousand=thousand,
                fraction=format(value.normalize(), "f"),
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Write it without a mark between the thousands.")),
            suggestion=thousand,
        )
    try:
        return Money.of(value, currency).minor, False
    except InexactAmount as error:
        if written.typed:
            return Money.rounded(value, currency).minor, True
        raise NotReadError(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” has more digits than money has."),
                value=as_text(cell)[:60],
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Round it.")),
            suggestion=format(Money.rounded(value, currency).decimal, "f"),
        ) from error


def _is_unclear(value: Decimal, currency: str) -> bool:
    """Three digits behind a lone mark are more than this money has: was it a mark between thousands?"""
    digits = -int(value.as_tuple().exponent)
    return digits == _GROUP_SIZE > minor_digits(currency) and abs(value) >= 1


def read_quantity(cell: Cell, decimal_mark: str) -> tuple[Written, bool]:
    """A quantity exact to 0.001, and whether a spreadsheet's calculated number was rounded to that."""
    written = read_number(cell, decimal_mark)
    exact = written.value.quantize(MILLI, ROUND_HALF_UP)
    if exact == written.value:
        return Written(written.value.normalize() + 0, written.word, written.typed), False
    if not written.typed:
        raise NotReadError(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” is finer than 0.001."),
                value=as_text(cell)[:60],
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Round it.")),
            suggestion=format(exact, "f"),
        )
    return Written(exact, written.word, typed=True), True


def read_hours(cell: Cell, decimal_mark: str) -> Decimal:
    """Norm hours: "0,6 ч", "0.6", "1:30", "36 мин", "1 ч 20 мин" (to the nearest 0.001)."""
    text = as_text(cell).casefold() if isinstance(cell, str) else ""
    clock = _CLOCK.fullmatch(text)
    parts = _HOURS.fullmatch(text) if text and not clock else None
    if clock:
        hours, minutes = int(clock[1]), int(clock[2])
    elif parts and parts[2]:
        hours, minutes = int(parts[1] or 0), int(parts[2])
    else:
        return read_quantity(cell, decimal_mark)[0].value
    return (Decimal(hours) + Decimal(minutes) / 60).quantize(MILLI, ROUND_HALF_UP).normalize() + 0


def read_whole(cell: Cell, decimal_mark: str) -> Written:
    """A whole number: "15 000 км", "12 мес.". A fraction is refused, and its whole part suggested."""
    written = read_number(cell, decimal_mark)
    if written.value != written.value.to_integral_value():
        if isinstance(cell, str) and -int(written.value.as_tuple().exponent) == _GROUP_SIZE:
            # nothing counted in whole numbers has thousandths: the mark parted thousands
            return Written((written.value * 1000).to_integral_value(), written.word, typed=False)
        raise NotReadError(
            say(
                QT_TRANSLATE_NOOP("exchange", "“{value}” must be a whole number."),
                value=as_text(cell)[:60],
            ),
            say(QT_TRANSLATE_NOOP("exchange", "Leave out what stands behind the decimal mark.")),
            suggestion=str(int(written.value)),
        )
    return Written(written.value.to_integral_value(), written.word, written.typed)
