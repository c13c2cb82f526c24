"""Which column means what: the heading row, a proposal for every column, and why it was proposed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.exchange.fields import Field, Shape
from app.exchange.grid import Cell, FileReason, FileRefusedError, Row, Sheet, column_letter
from app.exchange.numbers import NotReadError, as_text
from app.exchange.values import Reading
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from models.text import fold

_HEADING_AMONG: Final = 30
_NEEDED: Final = 2
_SAMPLE: Final = 200
_PATTERN_SHARE: Final = 0.8
_BY_PATTERN: Final = ("vin", "email", "phone", "plate")
_SIGNS: Final = re.compile(r"[^\w]+|_+")


class Sure(StrEnum):
    """Why a column was taken for a field."""

    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    NAME = "name"
    PART_OF_NAME = "part_of_name"
    PATTERN = "pattern"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file: its first filled value, the field it means (None: left out), and how sure that is.

    ``fits`` of ``filled`` looked-at cells can be read as the field wants them.
    """

    index: int
    heading: str
    sample: str
    field: str | None
    sure: Sure
    filled: int = 0
    fits: int = 0

    @property
    def letter(self) -> str:
        """The column's letter."""
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is read: its shape, where its headings stand, and what every column means."""

    sheet: str
    shape: Shape
    heading_row: int
    columns: tuple[Column, ...]

    def remembered(self) -> dict[str, str | None]:
        """Heading → field, as it is kept for the next file."""
        return {heading_key(c.heading): c.field for c in self.columns if heading_key(c.heading)}

    def chosen(self, choices: Mapping[str, str | None]) -> "SheetMapping":
        """The mapping with a person's choices (column letter or heading → field or None) in it.

        Raises KeyError for a field that the shape does not have.
        """
        by_letter = {column.letter: column for column in self.columns}
        by_heading = {heading_key(column.heading): column for column in self.columns}
        columns = {column.index: column for column in self.columns}
        for place, field in choices.items():
            column = by_letter.get(place) or by_heading.get(heading_key(place))
            if column is None:
                continue
            if field is not None:
                for other in [
                    c for c in columns.values() if c.field == self.shape.fields[field].name
                ]:
                    columns[other.index] = replace(other, field=None, sure=Sure.CHOSEN)
            columns[column.index] = replace(column, field=field, sure=Sure.CHOSEN)
        return replace(self, columns=tuple(columns[index] for index in sorted(columns)))


def heading_key(text: str) -> str:
    """A heading as it is compared and remembered: folded words without signs, currency and per cent."""
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


def propose(
    sheet: Sheet,
    shapes: Sequence[Shape],
    reading: Reading,
    remembered: Mapping[str, Mapping[str, str | None]],
) -> SheetMapping | None:
    """The likeliest mapping of a sheet among the shapes; None when no row looks like headings of any.

    ``remembered`` holds, by shape, what a person decided for headings before.
    """
    best: tuple[int, int, Shape, Row] | None = None
    for place, shape in enumerate(shapes):
        found = _heading_row(sheet.rows, shape, remembered.get(shape.name, {}))
        if found and (best is None or found[0] > best[0]):
            best = (found[0], place, shape, found[1])
    if best is None:
        return None
    _, _, shape, row = best
    columns = _columns(sheet, row, shape, remembered.get(shape.name, {}))
    columns = _by_pattern(sheet, row, shape, reading, columns)
    checked = tuple(_checked(sheet, row, shape, reading, column) for column in columns)
    return SheetMapping(sheet.name, shape, row.number, checked)


def blank(sheet: Sheet, shape: Shape) -> SheetMapping:
    """A mapping in which nothing is known yet: the first row holds the headings, a person says the rest."""
    first = sheet.rows[0]
    return SheetMapping(sheet.name, shape, first.number, tuple(_columns(sheet, first, shape, {})))


def no_heading(name: str, shapes: Sequence[Shape]) -> FileRefusedError:
    """The refusal of a file in which no heading was recognised."""
    needed = ", ".join(str(f.label) for f in shapes[0].fields.values() if f.required) or str(
        next(iter(shapes[0].fields.values())).label
    )
    return FileRefusedError(
        FileReason.NO_HEADING,
        say(QT_TRANSLATE_NOOP("exchange", "No row of “{name}” looks like headings."), name=name),
        say(
            QT_TRANSLATE_NOOP(
                "exchange", "Write a row of headings above the data; needed at least: {needed}."
            ),
            needed=needed,
        ),
    )


def _heading_row(
    rows: Iterable[Row], shape: Shape, remembered: Mapping[str, str | None]
) -> tuple[int, Row] | None:
    best: tuple[int, Row] | None = None
    for _, row in zip(range(_HEADING_AMONG), rows, strict=False):
        keys = [heading_key(cell) for cell in row.cells if isinstance(cell, str)]
        exact = {f.name for key in keys for f in shape.fields.values() if key in _words(f)}
        exact |= {field for key in keys if (field := remembered.get(key))}
        likely = {f.name for key in keys for f in shape.fields.values() if _match(key, f)} | exact
        required = {f.name for f in shape.fields.values() if f.required}
        score = len(exact) + len(likely) + (3 if required <= likely else -3)
        is_enough = len(likely) >= _NEEDED or (required != set() and required <= exact)
        if exact and is_enough and (best is None or score > best[0]):
            best = (score, row)
    return best


_WORDS: dict[str, dict[str, frozenset[str]]] = {}


def _words(field: Field) -> frozenset[str]:
    known = _WORDS.setdefault(field.name, {})
    key = "|".join(field.words)
    if key not in known:
        known[key] = frozenset(
            heading_key(word)
            for word in (*field.words, field.name.replace("_", " "), str(field.label))
        )
    return known[key]


def _columns(
    sheet: Sheet, heading: Row, shape: Shape, remembered: Mapping[str, str | None]
) -> list[Column]:
    width = max(len(row.cells) for row in sheet.rows)
    keys = [heading_key(as_text(heading.at(index))) for index in range(width)]
    claims: list[_Claim] = []
    for index, key in enumerate(keys):
        claims += _claims(index, key, shape, remembered)
    taken: dict[int, tuple[str, Sure]] = {}
    for claim in sorted(claims):
        if claim.index not in taken and all(claim.field != field for field, _ in taken.values()):
            taken[claim.index] = (claim.field, claim.sure)
    columns = []
    for index, key in enumerate(keys):
        left_out = key != "" and remembered.get(key, "") is None
        field, sure = taken.get(index, (None, Sure.CHOSEN if left_out else Sure.NONE))
        sample = next((as_text(cell) for cell in _values(sheet, heading, index)), "")
        if key or sample:
            columns.append(Column(index, as_text(heading.at(index)), sample[:40], field, sure))
    return columns


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    """A column that may mean a field; the smallest claim wins."""

    rank: int
    place: int
    index: int
    field: str
    sure: Sure


def _claims(
    index: int, key: str, shape: Shape, remembered: Mapping[str, str | None]
) -> list[_Claim]:
    if key and key in remembered:
        field = remembered[key]
        known = field is not None and field in shape.fields
        return [_Claim(0, 0, index, str(field), Sure.REMEMBERED)] if known else []
    found = []
    for name, declared in shape.fields.items():
        rank = _match(key, declared)
        if rank is not None:
            sure = Sure.NAME if rank[0] == 1 else Sure.PART_OF_NAME
            found.append(_Claim(*rank, index, name, sure))
    return found


def _match(key: str, field: Field) -> tuple[int, int] | None:
    """How well a heading names a field: (1, place in the field's words) exactly, (2, …) by part of its words."""
    if not key:
        return None
    words = [heading_key(word) for word in field.words]
    if key in words:
        return 1, words.index(key)
    if key in _words(field):
        return 1, len(words)
    parts = set(key.split())
    for place, word in enumerate(words):
        needed = set(word.split())
        if len(word) > 3 and needed < parts:  # noqa: PLR2004  "ед" in a long heading says nothing
            return 2, place + 10 * (len(parts) - len(needed))
    return None


def _values(sheet: Sheet, heading: Row, index: int) -> list[Cell]:
    found: list[Cell] = []
    for row in sheet.rows:
        if (
            row.number > heading.number
            and (cell := row.at(index)) is not None
            and len(row.cells) > 1
        ):
            found.append(cell)
            if len(found) >= _SAMPLE:
                break
    return found


def _by_pattern(
    sheet: Sheet, heading: Row, shape: Shape, reading: Reading, columns: list[Column]
) -> list[Column]:
    """Columns nobody could name, known by what stands in them: VINs, addresses, phones, plates."""
    free = [name for name in _BY_PATTERN if name in shape.fields]
    free = [name for name in free if all(column.field != name for column in columns)]
    result = list(columns)
    for name in free:
        for place, column in enumerate(result):
            if column.sure is not Sure.NONE:
                continue
            cells = _values(sheet, heading, column.index)
            telling = [cell for cell in cells if _tells(name, cell)]
            if (
                cells
                and len(telling) >= len(cells) * _PATTERN_SHARE
                and _fitting(shape, name, reading, telling)
            ):
                result[place] = replace(column, field=name, sure=Sure.PATTERN)
                break
    return result


def _tells(field: str, cell: Cell) -> bool:
    text = as_text(cell)
    digits = sum(sign.isdecimal() for sign in text)
    letters = sum(sign.isalpha() for sign in text)
    if field == "vin":
        return len(text.replace(" ", "")) in range(15, 19) and digits > 0 and letters > 0
    if field == "email":
        return "@" in text
    if field == "phone":
        return digits in range(10, 14) and letters == 0
    return digits in range(3, 8) and letters in range(1, 5)


def _fitting(shape: Shape, field: str, reading: Reading, cells: Sequence[Cell]) -> int:
    fits = 0
    parser = shape.fields[field].parser
    warnings = len(reading.warnings)
    for cell in cells:
        try:
            parser(cell, reading)
        except NotReadError:
            continue
        fits += 1
    del reading.warnings[warnings:]
    return fits


def _checked(sheet: Sheet, heading: Row, shape: Shape, reading: Reading, column: Column) -> Column:
    if column.field is None:
        return column
    cells = _values(sheet, heading, column.index)
    return replace(column, filled=len(cells), fits=_fitting(shape, column.field, reading, cells))
