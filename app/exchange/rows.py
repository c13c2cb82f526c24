"""Rows of a mapped sheet become values by field, and every problem is named by row and column with what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from app.exchange.fields import Shape
from app.exchange.grid import Cell, Row, Sheet
from app.exchange.mapping import Column, SheetMapping, heading_key
from app.exchange.numbers import NotReadError, as_text
from app.exchange.values import Reading
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say
from models.text import fold

_TOTALS: Final = tuple(
    fold(word) for word in ("итого", "всего", "total", "grand total", "subtotal", "sum")
)
_SHOWN: Final = 80


class Weight(StrEnum):
    """What a problem does: an error keeps the row out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: where (sheet, row, column letter), the value as it stands, what is wrong and what to do."""

    sheet: str
    row: int
    column: str
    heading: str
    value: str
    sentence: Sentence
    remedy: Sentence | None = None
    suggestion: str | None = None
    weight: Weight = Weight.ERROR


class Skip(StrEnum):
    """Why a row is not data."""

    SECTION = "section"
    TOTAL = "total"
    HEADING = "heading"


@dataclass(slots=True)
class ParsedRow:
    """A row's values by field, None where the cell is empty; ``problems`` found so far."""

    sheet: str
    number: int
    values: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    section: str = ""

    @property
    def is_bad(self) -> bool:
        """Whether an error keeps the row out."""
        return any(problem.weight is Weight.ERROR for problem in self.problems)

    def get(self, name: str) -> Any:  # noqa: ANN401  each field has its own type
        """The field's value, or None."""
        return self.values.get(name)


@dataclass(slots=True)
class ParsedSheet:
    """A sheet as parsed: its rows, and the rows that are no data."""

    mapping: SheetMapping
    rows: list[ParsedRow] = field(default_factory=list)
    skipped: list[tuple[int, Skip]] = field(default_factory=list)

    @property
    def shape(self) -> Shape:
        """What the sheet holds."""
        return self.mapping.shape


def problem_at(
    mapping: SheetMapping,
    row: ParsedRow,
    name: str,
    sentence: Sentence,
    remedy: Sentence | None = None,
    *,
    value: object = "",
    suggestion: str | None = None,
    weight: Weight = Weight.ERROR,
) -> Problem:
    """A problem of a field of a row, placed where the field's column stands."""
    column = next((c for c in mapping.columns if c.field == name), None)
    return Problem(
        row.sheet,
        row.number,
        column.letter if column else "",
        column.heading if column else mapping.shape.fields[name].label,
        str(value)[:_SHOWN],
        sentence,
        remedy,
        suggestion,
        weight,
    )


class SheetParser:
    """Parses a sheet row by row, so that a caller can show progress and stop.

    ``fixes`` are a person's answers: (row, column letter) → the text to read instead of the cell, or None
    for an empty one.
    """

    def __init__(
        self,
        sheet: Sheet,
        mapping: SheetMapping,
        reading: Reading,
        fixes: Mapping[tuple[str, int, str], str | None],
    ) -> None:
        self.sheet = sheet
        self.reading = reading
        self.result = ParsedSheet(mapping)
        self._fixes = {
            (row, letter): text for (name, row, letter), text in fixes.items() if name == sheet.name
        }
        self._columns = [column for column in mapping.columns if column.field]
        self._by_field: dict[str, Column] = {c.field: c for c in self._columns if c.field}
        self._required = [f.name for f in mapping.shape.fields.values() if f.required]
        self._heading = {c.index: heading_key(c.heading) for c in mapping.columns if c.heading}
        self._section = ""

    def rows(self) -> Iterator[ParsedRow]:
        """The data rows; ``result`` grows as they are taken."""
        for row in self.sheet.rows:
            if row.number <= self.result.mapping.heading_row:
                continue
            skip = self._skip(row)
            if skip is Skip.SECTION:
                self._section = next(as_text(cell) for cell in row.cells if cell is not None)
            if skip is not None:
                self.result.skipped.append((row.number, skip))
                continue
            parsed = self._parsed(row)
            self.result.rows.append(parsed)
            yield parsed

    def _skip(self, row: Row) -> Skip | None:
        filled = [(index, cell) for index, cell in enumerate(row.cells) if cell is not None]
        first = fold(as_text(filled[0][1])).strip(" :.")
        if first in _TOTALS and len(filled) < max(len(self._heading), 2):
            return Skip.TOTAL
        if len(self._heading) > 1 and all(
            heading_key(as_text(row.at(index))) == key for index, key in self._heading.items()
        ):
            return Skip.HEADING
        if self.result.shape.has_sections and len(filled) == 1 and len(self._heading) > 2:  # noqa: PLR2004  a list of two columns has no sections
            return Skip.SECTION
        return None

    def _parsed(self, row: Row) -> ParsedRow:
        parsed = ParsedRow(self.sheet.name, row.number, {}, section=self._section)
        for column in self._columns:
            self._read(row, column, parsed)
        broken = {problem.column for problem in parsed.problems}
        for name in self._required:
            at = self._by_field.get(name)
            if parsed.values.get(name) in {None, ""} and (at is None or at.letter not in broken):
                parsed.problems.append(self._missing(parsed, name))
        return parsed

    def _read(self, row: Row, column: Column, parsed: ParsedRow) -> None:
        cell: Cell = row.at(column.index)
        fixed = self._fixes.get((row.number, column.letter), cell)
        cell = cell if fixed is cell else fixed
        name = str(column.field)
        if cell is None or cell == "":
            parsed.values[name] = None
            return
        parser = self.result.shape.fields[name].parser
        self.reading.warnings.clear()
        try:
            parsed.values[name] = parser(cell, self.reading)
        except NotReadError as error:
            parsed.values[name] = None
            self._note(parsed, name, cell, error, Weight.ERROR)
            return
        for sentence, suggestion in self.reading.warnings:
            doubt = NotReadError(sentence, None, suggestion)
            self._note(parsed, name, cell, doubt, Weight.WARNING)

    def _note(
        self, row: ParsedRow, name: str, cell: Cell, found: NotReadError, weight: Weight
    ) -> None:
        row.problems.append(
            problem_at(
                self.result.mapping,
                row,
                name,
                found.sentence,
                found.remedy,
                value=as_text(cell),
                suggestion=found.suggestion,
                weight=weight,
            )
        )

    def _missing(self, row: ParsedRow, name: str) -> Problem:
        label = self.result.shape.fields[name].label
        return problem_at(
            self.result.mapping,
            row,
            name,
            say(QT_TRANSLATE_NOOP("exchange", "“{field}” is empty."), field=label),
            say(QT_TRANSLATE_NOOP("exchange", "Fill it in, or leave the row out.")),
        )
