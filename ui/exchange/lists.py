"""Lists as files: those of the shop, and the lines of a report."""

import csv
import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exchange import Exported, ExportFile, Format, ImportKind, run_export
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from ui.exchange.problem_list import Line
from ui.shell.desk import Desk
from ui.shell.runner import Progress

FOLDER = "exchange.folder"
"""Under this name the desk remembers where files came from and went to."""


def write_file(path: Path, data: bytes) -> int:
    """Write the file; UserError where the system refuses."""
    try:
        return path.write_bytes(data)
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("Exchange", "{name} cannot be written: {why}."),
                name=path.name,
                why=error.strerror or type(error).__name__,
            ),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("Exchange", "Choose another folder or name.")),
        ) from error


class Lists(QObject):
    """Writes lists and asks where they go."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def folder(self) -> str:
        """Where files came from or went to the last time."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return str(self._desk.saved(FOLDER, QStandardPaths.writableLocation(documents)))

    def ask_file(self, then: Callable[[Path], None]) -> None:
        """Ask which file shall be brought in."""
        kinds = self.tr("Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)")
        dialog = QFileDialog(self._page, self.tr("File to import"), self.folder(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, kind: ImportKind, form: Format) -> None:
        """Make a list of the shop and ask where to put it."""
        shop, actor = self._desk.shop, self._desk.actor

        def do(progress: Progress) -> Exported:
            progress.step(0, 0, self.tr("Writing the list"))
            return run_export(shop, actor, ExportFile(kind=kind, format=form))

        def done(made: Exported) -> None:
            self._save_as(made.name, partial(self.write, made.data))

        self._desk.work(self, self.tr("Writing the list"), do, done)

    def ask_lines(self, name: str, lines: Sequence[Line]) -> None:
        """Ask where the lines of a report go."""
        self._save_as(f"{name}.csv", partial(self.write_lines, lines))

    def write_lines(self, lines: Sequence[Line], path: Path) -> None:
        """Write lines of a report there; thousands of them are put into words off the drawing thread."""
        self._write(path, lambda: write_file(path, self.table(lines)))

    def table(self, lines: Sequence[Line]) -> bytes:
        """Lines as a table that every spreadsheet opens."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";")
        heads = (self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong"))
        writer.writerow(heads)
        writer.writerows([line.row, line.column, line.value, line.sentence] for line in lines)
        return ("\ufeff" + out.getvalue()).encode()

    def write(self, data: bytes, path: Path) -> None:
        """Write the file there, off the drawing thread."""
        self._write(path, partial(write_file, path, data))

    def _write(self, path: Path, do: Callable[[], int]) -> None:
        def done(_size: int) -> None:
            self._desk.save(FOLDER, str(path.parent))
            self._desk.toast(self.tr("Saved as {name}").format(name=path.name))

        self._desk.write(self, do, done)

    def _save_as(self, name: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, self.tr("Save the list"), self.folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
