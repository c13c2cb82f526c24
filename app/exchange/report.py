"""What an import did, or would do: an outcome for every row, every problem with its place, and the sums."""

import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.exchange.fields import ImportKind
from app.exchange.mapping import SheetMapping
from app.exchange.rows import ParsedRow, ParsedSheet, Problem, Skip, Weight, problem_at
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, Sentence, UserError, say

Progress = Callable[[int, int], None]
"""Told how many of how many rows are done; called from the thread that imports."""


def never() -> bool:
    """The answer to "shall it stop?" when nobody can stop it."""
    return False


class Outcome(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one row; ``why`` says it for skipped rows, ``record`` is what it became."""

    sheet: str
    row: int
    outcome: Outcome
    why: Sentence | None = None
    record: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole story of one file. ``is_dry`` means that nothing was written.

    ``counted`` holds, by table, how many records there are before and after.
    """

    kind: ImportKind
    file: str
    sha256: str
    is_dry: bool
    mappings: tuple[SheetMapping, ...]
    outcomes: tuple[RowOutcome, ...]
    problems: tuple[Problem, ...]
    ignored_sheets: tuple[str, ...]
    counted: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, outcome: Outcome) -> int:
        """How many rows had that outcome."""
        return self._counts[outcome]

    @property
    def _counts(self) -> Counter[Outcome]:
        return Counter(row.outcome for row in self.outcomes)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that keep rows out."""
        return tuple(p for p in self.problems if p.weight is Weight.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that somebody should look at."""
        return tuple(p for p in self.problems if p.weight is Weight.WARNING)

    def plain(self) -> dict[str, object]:
        """The report for ``--json``: sums, problems, and rows that were left out; no names, no phones."""
        counts = self._counts
        return {
            "kind": self.kind.value,
            "file": self.file,
            "sha256": self.sha256,
            "dry_run": self.is_dry,
            "rows": {outcome.value: counts[outcome] for outcome in Outcome},
            "records": {name: {"before": a, "after": b} for name, (a, b) in self.counted.items()},
            "columns": {
                mapping.sheet: {c.letter: c.field for c in mapping.columns}
                for mapping in self.mappings
            },
            "ignored_sheets": list(self.ignored_sheets),
            "problems": [_plain_problem(problem) for problem in self.problems],
        }


def _plain_problem(problem: Problem) -> dict[str, object]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "heading": problem.heading,
        "weight": problem.weight.value,
        "what": str(problem.sentence),
        "remedy": str(problem.remedy) if problem.remedy else None,
    }


class ImportRefusedError(UserError):
    """Some rows are wrong and the person wanted all or nothing: nothing was written. ``report`` names each."""

    reason = Reason.BLOCKED

    def __init__(self, report: ImportReport) -> None:
        bad = report.count(Outcome.REFUSED)
        super().__init__(
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "{count} rows of “{file}” are wrong; nothing was imported."
                ),
                count=bad,
                file=report.file,
            ),
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Correct them, or import the others and leave these out."
                )
            ),
            details={"rows": bad},
        )
        self.report = report


class ImportStoppedError(UserError):
    """The person stopped the import: nothing was written."""

    reason = Reason.BLOCKED

    def __init__(self) -> None:
        super().__init__(
            say(QT_TRANSLATE_NOOP("exchange", "The import was stopped; nothing was written."))
        )


_SKIPPED_BECAUSE = {
    Skip.SECTION: QT_TRANSLATE_NOOP("exchange", "The heading of a section."),
    Skip.TOTAL: QT_TRANSLATE_NOOP("exchange", "A line of totals."),
    Skip.HEADING: QT_TRANSLATE_NOOP("exchange", "The headings again."),
}


class Ledger:
    """Collects outcomes and problems while the rows are written, one outcome for each row."""

    def __init__(self, sheets: Sequence[ParsedSheet]) -> None:
        self._mappings = {sheet.mapping.sheet: sheet.mapping for sheet in sheets}
        self._outcomes: dict[tuple[str, int], RowOutcome] = {}
        self._problems: list[Problem] = []
        for sheet in sheets:
            for number, skip in sheet.skipped:
                name = sheet.mapping.sheet
                self._outcomes[name, number] = RowOutcome(
                    name, number, Outcome.SKIPPED, say(_SKIPPED_BECAUSE[skip])
                )
            for row in sheet.rows:
                self._problems += row.problems
                if row.is_bad:
                    self._set(row, Outcome.REFUSED)

    def _set(
        self,
        row: ParsedRow,
        outcome: Outcome,
        why: Sentence | None = None,
        record: uuid.UUID | None = None,
    ) -> None:
        self._outcomes[row.sheet, row.number] = RowOutcome(
            row.sheet, row.number, outcome, why, record
        )

    def done(self, row: ParsedRow, outcome: Outcome, record: uuid.UUID | None) -> None:
        """A row became a record, changed one, or said what is known."""
        self._set(row, outcome, None, record)

    def skip(self, row: ParsedRow, why: Sentence, record: uuid.UUID | None = None) -> None:
        """A row was left out without being wrong."""
        self._set(row, Outcome.SKIPPED, why, record)

    def refuse(
        self,
        row: ParsedRow,
        name: str,
        sentence: Sentence,
        remedy: Sentence | None = None,
        *,
        value: object = "",
    ) -> None:
        """A row cannot be imported because of that field."""
        self._problems.append(
            problem_at(self._mappings[row.sheet], row, name, sentence, remedy, value=value)
        )
        self._set(row, Outcome.REFUSED)

    def warn(self, row: ParsedRow, name: str, sentence: Sentence, *, value: object = "") -> None:
        """Somebody should look at that field of a row."""
        self._problems.append(
            problem_at(
                self._mappings[row.sheet], row, name, sentence, value=value, weight=Weight.WARNING
            )
        )

    @property
    def is_clean(self) -> bool:
        """Whether no row was refused."""
        return all(row.outcome is not Outcome.REFUSED for row in self._outcomes.values())

    def close(self) -> tuple[tuple[RowOutcome, ...], tuple[Problem, ...]]:
        """Outcomes and problems in the order of the file."""
        order = {name: place for place, name in enumerate(self._mappings)}
        outcomes = sorted(self._outcomes.values(), key=lambda r: (order[r.sheet], r.row))
        problems = sorted(
            self._problems, key=lambda p: (order[p.sheet], p.row, len(p.column), p.column)
        )
        return tuple(outcomes), tuple(problems)
