"""A person's own data: everything kept about them as a file, and its erasure."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.customers import CustomerRow, export_person
from ui.customers.erasure import ErasureDialog
from ui.customers.person_file import key_words, person_file
from ui.shell.desk import Desk


class PersonalData(QObject):
    """Export and erasure of one person's data, over a page."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def export(self, customer: CustomerRow) -> None:
        """Ask where to, and write everything kept about the customer there: to read, or as bare JSON."""
        places = QStandardPaths.StandardLocation.DocumentsLocation
        usual = str(QStandardPaths.writableLocation(places))
        folder = str(self._desk.saved("customers.folder", usual))
        dialog = QFileDialog(
            self._page,
            self.tr("Save personal data"),
            folder,
            self.tr("Pages to read, with the data inside (*.html);;Data only (*.json)"),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.selectFile(f"{customer.name}.html")
        dialog.fileSelected.connect(lambda chosen: self.export_to(customer, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, customer: CustomerRow, path: Path) -> None:
        """Write everything kept about the customer into the file."""

        def got(data: dict[str, Any]) -> None:
            text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
            if path.suffix != ".json":
                text = person_file(data, customer.name, key_words)
            self._desk.write(self, partial(_write, path, text), done)

        def done(_none: None) -> None:
            self._desk.save("customers.folder", str(path.parent))
            self._desk.toast(self.tr("Saved as {name}").format(name=path.name))

        self._desk.read(self, lambda read: export_person(read, customer.id), got, lane="export")

    def erase(self, customer: CustomerRow) -> None:
        """Show what goes and what a law keeps, then forget the person."""
        ErasureDialog(self._page, self._desk, customer, self._erased).begin()

    def _erased(self, left: int) -> None:
        words = self.tr("Personal data erased")
        if left:
            more = self.tr("%n papers keep the person until the law's term is over", "", left)
            words = f"{words}. {more}"
        self._desk.toast(words)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
