"""A person's own data: everything kept about them as a file, and its erasure."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.customers import CustomerRow, EraseCustomer, erase_customer, export_person
from app.kernel.tx import Changes
from ui.shell.desk import Desk
from widgets.dialog import ask


class PersonalData(QObject):
    """Export and erasure of one person's data, over a page."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def export(self, customer: CustomerRow) -> None:
        """Ask where to, and write everything kept about the customer there as JSON."""
        places = QStandardPaths.StandardLocation.DocumentsLocation
        usual = str(QStandardPaths.writableLocation(places))
        folder = str(self._desk.saved("customers.folder", usual))
        dialog = QFileDialog(
            self._page, self.tr("Save personal data"), folder, self.tr("JSON files (*.json)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{customer.name}.json")
        dialog.fileSelected.connect(lambda chosen: self.export_to(customer, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, customer: CustomerRow, path: Path) -> None:
        """Write everything kept about the customer into the file."""

        def got(data: dict[str, Any]) -> None:
            self._desk.write(self, partial(_write, path, data), done)

        def done(_none: None) -> None:
            self._desk.save("customers.folder", str(path.parent))
            self._desk.toast(self.tr("Saved as {name}").format(name=path.name))

        self._desk.read(self, lambda read: export_person(read, customer.id), got, lane="export")

    def erase(self, customer: CustomerRow) -> None:
        """Ask, then forget the person; papers that a law keeps wait for its term."""
        sentence = self.tr(
            "Name, telephones, addresses and messages of {name} are erased and cannot be brought back. "
            "Invoices and orders stay with their sums; what a law makes the books keep of the person is erased when "
            "its term is over."
        )
        ask(
            self._page,
            self.tr("Erase personal data"),
            sentence.format(name=customer.name),
            self.tr("Erase for good"),
            lambda: self._erase(customer),
            danger=True,
        )

    def _erase(self, customer: CustomerRow) -> None:
        def done(changes: Changes[int]) -> None:
            left = changes.result
            words = self.tr("Personal data erased")
            if left:
                more = self.tr("%n papers keep the person until the law's term is over", "", left)
                words = f"{words}. {more}"
            self._desk.toast(words)

        command = EraseCustomer(customer_id=customer.id, version=customer.version)
        self._desk.act(self, erase_customer, command, done)


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2, default=str), encoding="utf-8")
