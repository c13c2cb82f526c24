"""One import from the chosen file to its report: what is decided, what was found out, what is under way."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.exchange import (
    ImportFile,
    ImportKind,
    ImportRefusedError,
    ImportReport,
    ImportStoppedError,
    Outcome,
    Problem,
    Recipe,
    SheetMapping,
    SourceFile,
    check_import,
    guess_kind,
    propose_columns,
    read_file,
    run_import,
)
from app.kernel.tx import Read
from ui.shell.desk import Desk
from ui.shell.runner import CancelledWork, Progress

_CHECK_MS = 700

Fixes = dict[tuple[str, int, str], str | None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the file is read and how far it may go. None: found out, or as the center writes."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal_mark: str | None = None
    overwrite: bool = False
    makes_owners: bool = True


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as read, what it is about, and what its columns probably mean."""

    source: SourceFile
    kind: ImportKind | None
    mappings: tuple[SheetMapping, ...] = field(default_factory=tuple)


class ImportSession(QObject):
    """``changed`` comes when anything is to be shown anew, ``stepped`` while a check or an import goes on."""

    changed = Signal()
    stepped = Signal(int, int)
    ended = Signal(object)
    """The report of an import that was written."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.path: Path | None = None
        self.source: SourceFile | None = None
        self.kind: ImportKind | None = None
        self.manner = Manner()
        self.choices: dict[str, dict[str, str | None]] = {}
        self.fixes: Fixes = {}
        self.proposed: tuple[SheetMapping, ...] = ()
        self.report: ImportReport | None = None
        self.checked_at: datetime | None = None
        self.is_fresh = False
        self.busy = ""
        """What is under way: read, check, run, or nothing."""
        self._progress: Progress | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CHECK_MS)
        self._soon.timeout.connect(self.check)

    # the file

    def open(
        self, path: Path, manner: Manner | None = None, kind: ImportKind | None = None
    ) -> None:
        """Read a file, find out what it is about, and try it out."""
        self.stop()
        chosen = manner or Manner()
        today = self._desk.formats.today()
        self.is_fresh = False
        self._set_busy("read")

        def ask(read: Read) -> Opened:
            source = read_file(path, encoding=chosen.encoding, delimiter=chosen.delimiter)
            found = kind or guess_kind(read, source, today)
            if found is None:
                return Opened(source, None)
            mark = chosen.decimal_mark
            proposed = propose_columns(read, found, source, today, mark, or_blank=kind is not None)
            return Opened(source, found, proposed)

        def opened(result: Opened) -> None:
            self.path, self.source, self.kind = path, result.source, result.kind
            self.manner = chosen
            self.proposed = result.mappings
            self.choices, self.fixes = {}, {}
            self.report, self.checked_at = None, None
            self._set_busy("")
            if result.kind is not None:
                self.check()

        self._desk.read(self, ask, opened, failed=self._not_read, lane="file")

    def _not_read(self, error: Exception) -> None:
        self._set_busy("")
        self._desk.problem(error)

    def choose_kind(self, kind: ImportKind) -> None:
        """Read the same file as something else."""
        if self.path is not None:
            self.open(self.path, self.manner, kind)

    def close(self) -> None:
        """Forget the file; what is under way stops without a trace."""
        self.stop()
        self.path = self.source = self.kind = self.report = self.checked_at = None
        self.proposed = ()
        self.changed.emit()

    # decisions

    def mappings(self) -> tuple[SheetMapping, ...]:
        """What each column means with a person's decisions."""
        return tuple(m.chosen(self.choices.get(m.sheet, {})) for m in self.proposed)

    def choose(self, sheet: str, letter: str, name: str | None) -> None:
        """Say what a column means; None leaves it out."""
        self.choices.setdefault(sheet, {})[letter] = name
        self.check_soon()

    def use_recipe(self, recipe: Recipe) -> None:
        """Take the decisions of a recipe, for every sheet that has such headings."""
        for mapping in self.proposed:
            known = {column.heading: column.letter for column in mapping.columns}
            for heading, name in recipe.choices.items():
                if heading in known and (name is None or name in mapping.shape.fields):
                    self.choices.setdefault(mapping.sheet, {})[known[heading]] = name
        self.manner = replace(self.manner, decimal_mark=recipe.decimal_mark)
        self.check_soon()

    def recipe_choices(self) -> dict[str, str | None]:
        """Every heading with its field, as a recipe keeps them."""
        return {
            column.heading: column.field
            for mapping in self.mappings()
            for column in mapping.columns
            if column.heading
        }

    def set_manner(self, manner: Manner) -> None:
        """Read otherwise; another encoding or delimiter reads the file again."""
        again = (manner.encoding, manner.delimiter) != (self.manner.encoding, self.manner.delimiter)
        self.manner = manner
        if again and self.path is not None:
            self.open(self.path, manner, self.kind)
        else:
            self.check_soon()

    def fix(self, problem: Problem, text: str | None) -> Callable[[], None]:
        """Answer for one cell: this text, or nothing; returns the way back."""
        key = (problem.sheet, problem.row, problem.column)
        before = dict(self.fixes)
        self.fixes[key] = text
        self.check_soon()

        def undo() -> None:
            self.fixes = before
            self.check_soon()

        return undo

    # trying out and bringing in

    def check_soon(self) -> None:
        """Something was decided: the figures are old, and are made anew in a moment."""
        self.is_fresh = False
        self._soon.start()
        self.changed.emit()

    def check(self) -> None:
        """Try the import out: nothing stays written."""
        self._soon.stop()
        if self.source is None or self.kind is None or self.busy == "run":
            return
        if self.busy == "check":
            self.stop()
        if not any(column.field for m in self.mappings() for column in m.columns):
            # nothing means anything yet: there is nothing to try out
            self.report = None
            self.changed.emit()
            return
        shop, actor = self._desk.shop, self._desk.actor
        self._start("check", lambda command: check_import(shop, actor, command), self._checked)

    def run(self) -> None:
        """Bring the file in; rows with errors are left out."""
        if self.source is None or self.kind is None or not self.is_fresh or self.busy:
            return
        shop, actor = self._desk.shop, self._desk.actor
        self._start("run", lambda command: run_import(shop, actor, command).result, self._written)

    def stop(self) -> None:
        """Stop what is under way; nothing of it stays."""
        self._soon.stop()
        if self._progress is not None:
            self._progress.cancel()

    def _start(
        self,
        what: str,
        do: Callable[[ImportFile], ImportReport],
        then: Callable[[ImportReport], None],
    ) -> None:
        progress = Progress(lambda done, total, _text: self.stepped.emit(done, total))
        self._progress = progress
        command = self._command(progress)
        self._set_busy(what)

        def ended(report: ImportReport) -> None:
            if self._progress is progress:
                self._progress = None
                then(report)

        def failed(error: Exception) -> None:
            if self._progress is not progress:
                return
            self._progress = None
            self._set_busy("")
            if isinstance(error, ImportRefusedError):
                self._checked(error.report)
            elif not isinstance(error, ImportStoppedError | CancelledWork):
                self._desk.problem(error)

        # the trial is a write that is taken back: it takes its turn among the others
        self._desk.write(self, lambda: do(command), ended, failed=failed)

    def _command(self, progress: Progress) -> ImportFile:
        if self.source is None or self.kind is None:
            raise RuntimeError("no file is open")
        manner = self.manner
        return ImportFile(
            kind=self.kind,
            source=self.source,
            choices={sheet: dict(chosen) for sheet, chosen in self.choices.items()},
            fixes=dict(self.fixes),
            skip_bad=True,
            overwrite=manner.overwrite,
            makes_owners=manner.makes_owners,
            decimal_mark=manner.decimal_mark,
            progress=progress.step,
            is_stopped=lambda: progress.cancelled,
        )

    def _checked(self, report: ImportReport) -> None:
        self.report = report
        self.checked_at = self._desk.now()
        self.is_fresh = not self._soon.isActive()
        self._set_busy("")

    def _written(self, report: ImportReport) -> None:
        self.report = report
        self.checked_at = self._desk.now()
        self.is_fresh = False
        self._set_busy("")
        self.ended.emit(report)

    def _set_busy(self, what: str) -> None:
        self.busy = what
        self.changed.emit()


def to_write(report: ImportReport) -> int:
    """How many rows would add or change something."""
    return report.count(Outcome.ADDED) + report.count(Outcome.CHANGED)
