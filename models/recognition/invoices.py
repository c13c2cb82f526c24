"""A supplier's invoice: who, which document, and its lines; columns are found by headings, or by numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from models.identifiers import TaxIdKind, TaxIdRefused, read_tax_id
from models.recognition.meaning import day_of
from models.recognition.rows import Box, FieldName, GoodsLine, Note, NoteKind, ReadField, Word
from models.recognition.words import TextLine, bare

_HEADS: Final = {
    "number": ("№", "no", "n", "sl", "п/п", "#", "pos"),
    "code": ("артикул", "код", "code", "part", "item", "sku", "article", "арт", "partno"),
    "name": ("наименование", "товар", "товары", "description", "name", "product", "goods", "particulars"),
    "hsn": ("hsn", "sac"),
    "qty": ("кол-во", "количество", "qty", "quantity", "кол", "menge"),
    "unit": ("ед", "unit", "uom", "изм"),
    "price": ("цена", "price", "rate", "preis"),
    "total": ("сумма", "стоимость", "amount", "total", "sum", "betrag"),
}  # fmt: skip  # a table reads better in rows
_ENDS: Final = ("итого", "всего", "total", "subtotal", "grand", "к оплате", "в том числе", "sum")
_MONEY: Final = re.compile(
    r"-?\d{1,3}(?:[ '\u00a0]\d{3})+(?:[.,]\d{1,2})?|-?\d+(?:[,]\d{3})+(?:\.\d{1,2})?|-?\d+(?:[.,]\d{1,3})?",
)
_NUMBER: Final = re.compile(
    r"(?:№|N[o°º]\.?|NO\.?|#|Nr\.?)\s*[:.]?\s*([0-9A-ZА-Я][0-9A-ZА-Яa-zа-я/\-]*)",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(r"(?i)(накладная|фактура|упд|сч[её]т|invoice|rechnung|bill)")
_INN: Final = re.compile(r"(?i)ИНН\s*[:/КП ]*\s*(\d{10,12})")
_GSTIN: Final = re.compile(r"(?i)GST(?:IN)?[^0-9A-Z]{0,6}(\d\d[A-Z0-9]{10}[0-9A-Z]Z[0-9A-Z])")
_VAT: Final = re.compile(r"(?i)VAT(?:\s*(?:ID|NO|REG)\.?)*[^A-Z0-9]{0,4}([A-Z]{2}[0-9A-Z]{8,12})")
_SELLER: Final = re.compile(
    r"(?i)^(?:поставщик|продавец|supplier|seller|from|sold by|грузоотправитель)\s*[:.]?\s*(.+)$",
)
_NO_LETTER: Final = {"©": "C", "®": "R", "€": "C"}
"""Signs that no code has, and the letter each is taken for."""
_OIL: Final = re.compile(r"^S(?=W[ -]?[2-6]0)")
"""Oils are 5W30, 5W40; no grade begins with an S."""
_TWICE: Final = re.compile(r"([a-z])(?=[A-Z])")
"""A small letter before its own capital: one letter seen twice."""
_BARS: Final = re.compile(r"[1IlL|!\[\]()/\\\"'*НHnNиИпПuU]{1,2}")
"""What two bars of an 11 are taken for."""
_HALF_W: Final = re.compile(r"[\\|]+ ?/(?:[\\|]+ ?/)?")
_CENT: Final = Decimal("0.011")
_ELEVEN: Final = Decimal(11)
_SUGGESTED: Final = 0.7


@dataclass(frozen=True, slots=True)
class InvoiceFound:
    """The head of an invoice as fields, and its lines."""

    fields: tuple[ReadField, ...]
    lines: tuple[GoodsLine, ...]


def find_invoice(lines: Sequence[TextLine]) -> InvoiceFound:
    """What the lines say; a field or a number that cannot be made out is left out, never guessed."""
    goods = _goods(lines)
    fields = [
        each for each in (_supplier(lines), _tax_id(lines), _number(lines), _day(lines)) if each
    ]
    total = _total(lines, goods)
    if total is not None:
        fields.append(total)
    return InvoiceFound(tuple(fields), tuple(goods))


def amount_of(text: str) -> Decimal | None:
    """The number in the text: «12 450,00», «12,450.00», «12450.5»; None when it is none."""
    found = _MONEY.search(text.replace("\u00a0", " ").replace("O", "0").replace("О", "0"))
    if found is None:
        return None
    plain = found[0].replace(" ", "").replace("'", "")
    if "," in plain and "." in plain:
        plain = plain.replace(",", "")
    elif plain.count(",") == 1 and len(plain.split(",")[1]) != 3:
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def meant_code(read: str) -> str:
    """The code that was meant by what was read: signs that no code has are letters, an oil's grade begins with a 5."""
    for sign, letter in _NO_LETTER.items():
        # C© is one letter seen twice
        read = re.sub(f"{letter}?{sign}{letter}?", letter, read)
    plain = _OIL.sub("5", read)
    return _TWICE.sub(_once, plain)


def _once(found: re.Match[str]) -> str:
    same = found.string[found.end()] == found[1].upper()
    return "" if same else found[1]


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    left: float
    right: float


def _columns(lines: Sequence[TextLine]) -> tuple[int, list[_Column]]:
    """The place of the line of headings, and where each column lies; an empty list without one."""
    best: tuple[int, list[tuple[str, Box]]] = (-1, [])
    for at, line in enumerate(lines):
        found: list[tuple[str, Box]] = []
        for word in line.words:
            text = word.text.casefold().strip(".,:|()")
            name = next((name for name, heads in _HEADS.items() if text in heads), None)
            if name and all(name != other for other, _ in found):
                found.append((name, word.box))
        names = {name for name, _ in found}
        if {"qty"} <= names and names & {"price", "total"} and len(found) > len(best[1]):
            best = (at, found)
    if best[0] < 0:
        return -1, []
    heads = sorted(best[1], key=lambda pair: pair[1].left)
    columns = []
    for (name, box), after in zip(heads, [*heads[1:], None], strict=True):
        right = after[1].left if after else 10**6
        columns.append(_Column(name, box.left, right))
    return best[0], columns


def _goods(lines: Sequence[TextLine]) -> list[GoodsLine]:
    at, columns = _columns(lines)
    if at < 0:
        return []
    found: list[GoodsLine] = []
    for line in lines[at + 1 :]:
        said = bare(line.text)
        if any(said.startswith(end) for end in _ENDS):
            break
        cells = _cells(line, columns)
        row = _row(line, cells)
        if row is not None:
            found.append(row)
        elif found and cells.get("name") and not (cells.get("qty") or cells.get("total")):
            # a long name runs on in the next line
            last = found[-1]
            more = " ".join(word.text for word in cells["name"])
            gap = line.box.top - last.box.bottom
            if gap < 1.2 * line.box.height:
                found[-1] = GoodsLine(
                    last.code, f"{last.name} {more}", last.qty, last.price, last.total, last.confidence,
                    last.box.joined(line.box), last.sums_up, last.other_code,
                )  # fmt: skip  # a table reads better in rows
    return found


_RIGHT: Final = ("qty", "price", "total")


def _cells(line: TextLine, columns: Sequence[_Column]) -> dict[str, list[Word]]:
    """The words of a line by column: texts begin at their heading, numbers end near the next one."""
    cells: dict[str, list[Word]] = {}
    edges = [
        (a, (a.left + b.left) / 2 if a.name in _RIGHT else b.left) for a, b in pairwise(columns)
    ]
    for word in line.words:
        middle = word.box.left + word.box.width / 2
        name = columns[-1].name
        for column, _edge in edges:
            tolerance = 0.6 * word.box.height
            after = columns[columns.index(column) + 1]
            is_number = after.name in _RIGHT and any(char.isdecimal() for char in word.text)
            # numbers are set to the right: they may begin well before their heading
            reach = after.left - (3.0 if is_number else 0.6) * word.box.height
            if word.box.left < reach or (not is_number and middle < after.left - tolerance):
                name = column.name
                break
        cells.setdefault(name, []).append(word)
    return cells


def _row(line: TextLine, cells: dict[str, list[Word]]) -> GoodsLine | None:
    numbers = _numbers(line)
    name = " ".join(word.text for word in cells.get("name", ())).strip(" |")
    # no code has a backslash: it is half of a W
    read = _HALF_W.sub("W", " ".join(word.text for word in cells.get("code", ()))).strip(" |")
    code = meant_code(read)
    qty = amount_of(_text(cells, "qty"))
    price = amount_of(_text(cells, "price"))
    total = amount_of(_text(cells, "total"))
    fits = _fits(qty, price, total)
    if not fits and len(numbers) >= 3:
        # columns may be shifted: three numbers that multiply tell which they are
        for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
            if _fits(one, two, three):
                qty, price, total, fits = one, two, three, True
    if not name and not code:
        return None
    if qty is None and total is None:
        return None
    if not fits and price and total:
        guess = total / price
        seen = _text(cells, "qty").strip("| ")
        if (
            guess == guess.to_integral_value()
            and 0 < guess < 10_000
            and (not seen or seen in str(guess) or (guess == _ELEVEN and _BARS.fullmatch(seen)))
        ):
            # sum and price agree to the cent in a whole number, of which a digit was lost
            qty, fits = guess.to_integral_value(), True
    sure = sum(word.confidence for word in line.words) / len(line.words)
    confidence = min(0.99, sure * 1.05) if fits else min(0.6, sure * 0.6)
    other = read if code != read else ""
    if other:
        # an exchanged letter is a suggestion
        confidence = min(confidence, _SUGGESTED)
    return GoodsLine(code, name, qty, price, total, round(confidence, 3), line.box, fits, other)


def _text(cells: dict[str, list[Word]], name: str) -> str:
    return " ".join(word.text for word in cells.get(name, ()))


def _numbers(line: TextLine) -> list[Decimal]:
    """All numbers at the end of a line, thousands put together."""
    tail: list[str] = []
    for word in reversed(line.words):
        if not re.fullmatch(r"[|]?-?[\d][\d.,'OО]*[|]?", word.text) and len(word.text) > 3:
            break
        tail.insert(0, word.text.strip("|"))
    text = " ".join(part for part in tail if any(char.isdecimal() for char in part))
    return [number for found in _MONEY.findall(text) if (number := amount_of(found)) is not None]


def _fits(qty: Decimal | None, price: Decimal | None, total: Decimal | None) -> bool:
    if qty is None or price is None or total is None or qty <= 0 or price <= 0:
        return False
    return abs(qty * price - total) <= max(_CENT, qty * Decimal("0.006"))


def _supplier(lines: Sequence[TextLine]) -> ReadField | None:
    for line in lines:
        found = _SELLER.match(line.text)
        if found:
            name = re.split(r"(?i),?\s*(?:ИНН|GST|VAT|адрес|address)\b", found[1])[0].strip(" ,:")
            if len(name) > 2:
                return _field(FieldName.SUPPLIER, name, line, 0.97)
    return None


def _tax_id(lines: Sequence[TextLine]) -> ReadField | None:
    """The first number with its check digit right: the supplier stands above the buyer."""
    kinds = ((_INN, TaxIdKind.INN), (_GSTIN, TaxIdKind.GSTIN), (_VAT, TaxIdKind.EU_VAT))
    doubtful: ReadField | None = None
    for line in lines:
        text = line.text.replace("О", "0") if "ИНН" in line.text else line.text
        for pattern, kind in kinds:
            found = pattern.search(text)
            if found is None:
                continue
            try:
                value = read_tax_id(kind, found[1].upper())
            except TaxIdRefused:
                doubtful = doubtful or _field(FieldName.TAX_ID, found[1], line, 0.4)
                continue
            return _field(FieldName.TAX_ID, value, line, 1.03, Note(NoteKind.CHECK_DIGIT_FITS))
    return doubtful


def _number(lines: Sequence[TextLine]) -> ReadField | None:
    for line in lines:
        if not _HEADED.search(line.text):
            continue
        found = _NUMBER.search(line.text)
        if found and any(char.isdecimal() for char in found[1]):
            return _field(FieldName.NUMBER, found[1].strip("-/"), line, 0.98)
    return None


def _day(lines: Sequence[TextLine]) -> ReadField | None:
    def told(line: TextLine) -> date | None:
        return day_of(_in_digits(line.text))

    ranked = sorted(lines, key=lambda line: (not _HEADED.search(line.text), line.box.top))
    for line in ranked:
        day = told(line)
        if day is not None:
            return _field(FieldName.ISSUED_ON, day.isoformat(), line, 1.0)
    return None


_RU_MONTHS: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip  # a table reads better in rows


def _in_digits(text: str) -> str:
    low = text.casefold()
    for number, month in enumerate(_RU_MONTHS, start=1):
        low = re.sub(rf"(\d{{1,2}})\s+{month}\s+(\d{{4}})", rf"\1.{number:02}.\2", low)
    return low.upper()


def _total(lines: Sequence[TextLine], goods: Sequence[GoodsLine]) -> ReadField | None:
    """The sum to pay: the largest of what stands at a total; the lines' own sum speaks for it."""
    best: tuple[Decimal, TextLine] | None = None
    sums = sum((line.total for line in goods if line.total is not None), Decimal(0))
    for line in lines:
        said = bare(line.text)
        if not any(end in said for end in ("итого", "всего", "total", "к оплате")):
            continue
        tail = re.split(r"(?i)(?:итого|всего|total|оплате)[^0-9]*", line.text)[-1]
        amount = amount_of(tail)
        digits = re.sub(r"\D", "", tail)
        if goods and digits and digits == re.sub(r"\D", "", f"{sums:.2f}"):
            # a lost comma changes no digit
            amount = sums
        if amount is not None and amount > 0 and (best is None or amount >= best[0]):
            best = (amount, line)
    if best is None:
        return None
    fits = bool(goods) and abs(sums - best[0]) <= Decimal("0.05")
    over = best[0] > sums > 0 and best[0] < sums * Decimal("1.3")
    note = Note(NoteKind.SUMS_UP if fits else NoteKind.DOES_NOT_SUM_UP, str(sums))
    factor = 1.04 if fits else 0.98 if over else 0.6
    return _field(FieldName.TOTAL, f"{best[0]:.2f}", best[1], factor, *(() if over else (note,)))


def _field(name: FieldName, value: str, line: TextLine, factor: float, *notes: Note) -> ReadField:
    sure = sum(word.confidence for word in line.words) / len(line.words)
    return ReadField(
        name,
        value,
        round(min(0.99, sure * factor), 3),
        line.box,
        line.text,
        (),
        tuple(notes),
    )
