"""What a report says, as the lines of its lists."""

from collections.abc import Callable, Mapping
from typing import Any

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


class Lister:
    """Makes lines of a report; ``words`` are the names of the buttons: leave, enter, right."""

    def __init__(
        self,
        report: ImportReport,
        source: SourceFile,
        number: Callable[[int], str],
        words: Mapping[str, str],
    ) -> None:
        self._report = report
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

    def problems(self, weight: Weight, fixes: Fixes) -> list[Line]:
        """Problems of a weight; those that were answered since wait for the next check."""
        found = self._report.errors if weight is Weight.ERROR else self._report.warnings
        return [self._problem(problem) for problem in found if not _answered(problem, fixes)]

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

    def outcomes(self, outcome: Outcome) -> list[Line]:
        """Rows with that outcome, by their first words."""
        return [self._row(row) for row in self._report.outcomes if row.outcome is outcome]

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
