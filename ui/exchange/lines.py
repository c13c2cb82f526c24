"""What a report says, as the lines of its lists."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, overload

from typing_extensions import override

from app.exchange import (
    ImportReport,
    Outcome,
    Problem,
    RowOutcome,
    SourceFile,
    Weight,
    as_text,
    column_letter,
)
from ui.exchange.problem_list import Line
from ui.exchange.session import Fixes
from ui.shell.words import said

_CELLS = 4
_SHORT = 10


def remedy_of(problem: Problem, *, needed: bool) -> str | None:
    """What the button does: the text to read instead, or "" to leave the cell out; None: somebody must type it."""
    if problem.suggestion is not None:
        return problem.suggestion
    if not needed and problem.column and problem.value:
        return ""
    return None


class Lines(Sequence[Line]):
    """Lines made when they are looked at: a file has more rows than anybody reads."""

    def __init__(self, things: Sequence[Any], make: Callable[[Any], Line]) -> None:
        self._things = things
        self._make = make
        self._made: dict[int, Line] = {}

    @override
    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...

    @override
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        found = self._made.get(place)
        if found is None:
            found = self._made[place] = self._make(self._things[place])
        return found


class Lister:
    """Makes lines of a report; ``words`` are the names of the buttons: leave, enter, right."""

    def __init__(
        self,
        report: ImportReport,
        source: SourceFile,
        number: Callable[[int], str],
        words: Mapping[str, str],
    ) -> None:
        self.report = report
        self._number = number
        self._words = words
        self._rows = {
            (sheet.name, row.number): row.cells for sheet in source.sheets for row in sheet.rows
        }
        self._needed = {
            (mapping.sheet, column.letter)
            for mapping in report.mappings
            for column in mapping.columns
            if column.field is not None and mapping.shape.fields[column.field].required
        }

    def problems(self, weight: Weight, fixes: Fixes) -> Lines:
        """Problems of a weight; those that were answered since wait for the next check."""
        found = self.report.errors if weight is Weight.ERROR else self.report.warnings
        return Lines([p for p in found if not _answered(p, fixes)], self._problem)

    def _problem(self, problem: Problem) -> Line:
        needed = (problem.sheet, problem.column) in self._needed
        remedy = remedy_of(problem, needed=needed)
        if not problem.column:
            word = ""
        elif remedy is None:
            word = self._words["enter"]
        elif not remedy:
            word = self._words["leave"]
        else:
            word = remedy if len(remedy) <= _SHORT else self._words["right"]
        sentence = said(problem.sentence)
        tip = f"{sentence} {said(problem.remedy)}" if problem.remedy else sentence
        if remedy:
            tip = f"{tip} → {remedy}"
        return Line(
            self._number(problem.row),
            said(problem.heading),
            problem.value,
            sentence,
            word,
            "bad" if problem.weight is Weight.ERROR else "wait",
            tip,
            problem,
        )

    def outcomes(self, outcome: Outcome) -> Lines:
        """Rows with that outcome, by their first words."""
        return Lines([r for r in self.report.outcomes if r.outcome is outcome], self._row)

    def _row(self, row: RowOutcome) -> Line:
        cells = [as_text(cell) for cell in self._rows.get((row.sheet, row.row), ()) if cell]
        first, second = (*cells, "", "")[:2]
        rest = ", ".join(cells[2 : 2 + _CELLS])
        why = said(row.why) if row.why is not None else rest
        return Line(self._number(row.row), first, second, why, key=row)

    def cells(self, sheet: str, row: int) -> list[tuple[str, str]]:
        """The filled cells of a row, each with its column's letter."""
        cells: tuple[Any, ...] = self._rows.get((sheet, row), ())
        return [
            (column_letter(at), as_text(cell)) for at, cell in enumerate(cells) if cell is not None
        ]


def _answered(problem: Problem, fixes: Fixes) -> bool:
    return (problem.sheet, problem.row, problem.column) in fixes
