"""Papers inside a page or a dialog: which one, its sheets, and what can be done with it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.kernel.errors import UserError
from ui.papers.documents import Paper
from ui.papers.printing import (
    Clipboard,
    no_printer,
    print_into,
    print_pdf,
    printer_names,
    save_pdf,
)
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from ui.shell.words import said
from widgets.pdf_view import PdfPreview
from widgets.segments import Segments


class PaperPanel(QWidget):
    """Shows one of some papers. ``shown`` comes when its sheets are there, ``printed`` when it left."""

    shown = Signal()
    printed = Signal()
    printer_changed = Signal(str)
    """The printer that ``print_now`` would use; empty when there is none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._papers: tuple[Paper, ...] = ()
        self._at = 0
        self._choice: Segments | None = None
        self._printers: tuple[str, ...] = ()
        self._usual = ""
        self._asks_first = False
        self.pdf = PdfPreview(name=self.tr("Paper"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pdf)

    # which paper
    def set_papers(self, papers: Sequence[Paper], at: int = 0) -> None:
        """Show one of these; more than one can be chosen in the bar."""
        stands = tuple(paper.title for paper in papers) == tuple(p.title for p in self._papers)
        self._papers = tuple(papers)
        if not stands:
            self._rebuild_choice()
            self._at = min(at, max(len(papers) - 1, 0))
        if self._choice is not None:
            self._choice.set_value(self._at)
        self.reload()

    def _rebuild_choice(self) -> None:
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        if len(self._papers) > 1:
            titles = [(place, said(paper.title)) for place, paper in enumerate(self._papers)]
            self._choice = Segments(titles, name=self.tr("Paper"), small=True)
            self._choice.edited.connect(self._choose)
            self.pdf.add_to_bar(self._choice)

    def _choose(self) -> None:
        if self._choice is not None:
            self._at = self._choice.value()
            self.reload()

    @property
    def paper(self) -> Paper | None:
        """The paper that is shown."""
        return self._papers[self._at] if self._papers else None

    def reload(self) -> None:
        """Make the paper anew."""
        paper = self.paper
        if paper is None:
            return
        if not self.pdf.data():
            self.pdf.show_busy()
        self.desk.read(self, paper.make, self._take, failed=self._say, lane="paper")
        self._tell_printer()

    def _take(self, data: bytes) -> None:
        if data != self.pdf.data() or self.pdf.said():
            self.pdf.show_pdf(data)
        self.shown.emit()

    def _say(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.desk.problem(error)
            return
        remedy = f" {said(error.remedy)}" if error.remedy is not None else ""
        self.pdf.show_problem(said(error.sentence) + remedy, self.reload)

    def is_ready(self) -> bool:
        """Whether there are sheets to print."""
        return bool(self.pdf.data()) and not self.pdf.said()

    # printing
    def look_for_printers(self) -> None:
        """Ask the system which printers there are."""
        self.desk.runner.read(
            self, printer_names, self.know_printers, self.desk.problem, "printers"
        )

    def know_printers(self, found: tuple[str, tuple[str, ...]]) -> None:
        """The system's usual printer and all of them."""
        self._usual, self._printers = found
        self._tell_printer()

    def _setting(self, paper: Paper) -> str:
        return f"printer.{self.desk.shop.workstation}.{paper.kind}"

    def printer_name(self) -> str:
        """The last printer of this kind of paper, else the system's usual one."""
        paper = self.paper
        if not self._printers and self.desk.print_dir is not None:
            return self.desk.print_dir.name
        last = self.desk.saved(self._setting(paper), "") if paper is not None else ""
        return str(last) if last in self._printers else self._usual

    def _tell_printer(self) -> None:
        self.printer_changed.emit(self.printer_name())

    def copies(self) -> int:
        """How many of this kind of paper the settings want at this computer."""
        kind = self.paper.kind if self.paper is not None else ""
        return int(self.desk.saved(f"copies.{self.desk.shop.workstation}.{kind}", 1))

    def print_now(self) -> None:
        """Print at once on the printer that is remembered; asks where there is none yet."""
        if not self.is_ready():
            return
        folder = self.desk.print_dir
        if folder is not None and not self._printers:
            self._print_into(folder)
            return
        if not self._printers:
            self.desk.runner.read(
                self, printer_names, self._print_if_possible, self.desk.problem, "printers"
            )
            return
        name = self.printer_name()
        if not name:
            self.print_asking()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        printer.setCopyCount(self.copies())
        self.send_to(printer)

    def _print_into(self, folder: Path) -> None:
        paper = self.paper
        if paper is None:
            return

        def done(path: Path) -> None:
            self.desk.toast(self.tr("Printed into {name}").format(name=path.name))
            self.printed.emit()

        self.desk.write(self, partial(print_into, folder, self.pdf.data(), paper.stem), done)

    def _print_if_possible(self, found: tuple[str, tuple[str, ...]]) -> None:
        self.know_printers(found)
        if not self._printers:
            self.desk.problem(no_printer())
            return
        self.print_now()

    def print_asking(self) -> None:
        """Ask for printer, pages and copies, then print."""
        if not self.is_ready():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self.printer_name():
            printer.setPrinterName(self.printer_name())
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        # the dialog tells the printer that it was given; held here, it outlives the dialog
        dialog.accepted.connect(lambda _printer: self.send_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def send_to(self, printer: QPrinter) -> None:
        """Print on this printer, off the drawing thread, and remember it for this kind of paper."""
        paper, data = self.paper, self.pdf.data()
        if paper is None or not data:
            return
        printer.setDocName(paper.stem)
        name = printer.printerName()

        def do(progress: Progress) -> int:
            return print_pdf(data, printer, progress.step)

        def done(pages: int) -> None:
            if name:
                self.desk.save(self._setting(paper), name)
            self.desk.toast(self.tr("%n pages printed", "", pages))
            self._tell_printer()
            self.printed.emit()

        self.desk.work(self, self.tr("Printing {name}").format(name=paper.stem), do, done)

    # files
    def save_asking(self) -> None:
        """Ask where to save the PDF."""
        paper = self.paper
        if paper is None or not self.is_ready():
            return
        places = QStandardPaths.StandardLocation.DocumentsLocation
        usual = str(QStandardPaths.writableLocation(places))
        folder = str(self.desk.saved("papers.folder", usual))
        dialog = QFileDialog(self, self.tr("Save as PDF"), folder, self.tr("PDF files (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{paper.stem}.pdf")
        dialog.fileSelected.connect(self._save_there)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_there(self, chosen: str) -> None:
        self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the PDF there."""
        data = self.pdf.data()

        def done(saved: Path) -> None:
            self.desk.save("papers.folder", str(saved.parent))
            self.desk.toast(self.tr("Saved as {name}").format(name=saved.name))

        self.desk.write(self, partial(save_pdf, data, path), done)

    def copy(self) -> None:
        """Put the paper onto the clipboard as a file."""
        paper = self.paper
        if paper is None or not self.is_ready():
            return
        path = Clipboard.put(self.pdf.data(), paper.stem)
        self.desk.toast(
            self.tr("{name} is on the clipboard: paste it into a message").format(name=path.name)
        )
