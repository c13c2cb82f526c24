"""Files of a customer or a car, of orders and arrivals: scans, photos; added to the record, opened, taken away."""

import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app import files
from app.kernel.tx import Read
from models.access import Permission
from models.files import FileKind
from ui.customers.panes import TablePane
from ui.customers.record import Record
from ui.parts.arrivals import paper_words
from ui.shell.desk import Desk
from ui.shell.runner import Progress
from widgets.buttons import Button
from widgets.table import Column, Table
from widgets.values import Mark

_ICONS = {
    FileKind.PHOTO: "image",
    FileKind.DOCUMENT: "file-text",
    FileKind.VIDEO: "play",
    FileKind.AUDIO: "message-square",
}
_KIB = 1024


class FilesTab(QWidget):
    """Enter opens a copy with the computer's own viewer, Delete takes a file of the record itself away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Record | None = None
        self._words = paper_words(desk)
        self._folder = QTemporaryDir()
        formats = desk.formats
        self.table = Table(
            (
                Column("name", self.tr("File"), self._name, width=220, stretch=3),
                Column("of", self.tr("Of what"), self._of, width=160, stretch=2),
                Column("size", self.tr("Size"), self._size, width=90, align="right"),
                Column(
                    "at",
                    self.tr("Added"),
                    lambda row: formats.full_day(row.made_at),
                    width=96,
                    kind="secondary",
                    elide=False,
                ),
                Column("by", self.tr("Who"), lambda r: r.made_by, width=150, kind="secondary"),
            ),
            key=lambda row: row.id,
            name=self.tr("Files"),
        )
        self.table.opened.connect(self.open_copy)
        self.table.previewed.connect(lambda _row: self._tell())
        self.add = Button(self.tr("Add files…"), "plus", small=True)
        self.add.clicked.connect(self.choose)
        if not desk.can(Permission.FILES_ADD):
            self.add.hide()
        self.away = Button(self.tr("Take away"), "trash-2", small=True)
        self.away.clicked.connect(self.take_away)
        if not desk.can(Permission.FILES_REMOVE):
            self.away.hide()
        self.pane = TablePane(self.table, (self.away, self.add))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pane)
        self.setFocusProxy(self.table)
        gone = QShortcut(QKeySequence("Del"), self.table)
        gone.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        gone.activated.connect(self.take_away)

    def show_record(self, record: Record) -> None:
        """Show the files of another customer or car."""
        self._record = record
        rows = record.files.rows
        self.table.set_rows(rows)
        self._tell()
        if not rows:
            self.table.show_empty(
                "paperclip",
                self.tr("No files yet"),
                self.tr("Powers of attorney, contracts, scans of papers can lie here.")
                if record.vehicle is None
                else self.tr(
                    "Photos of arrivals and orders show here; scans of papers can lie here."
                ),
            )

    def _tell(self) -> None:
        self.away.setEnabled(self._is_own(self.table.current()))

    def _subject(self) -> tuple[str, uuid.UUID] | None:
        """What the page is about: new files belong to it."""
        record = self._record
        if record is None:
            return None
        if record.vehicle is not None:
            return "vehicle", record.vehicle.id
        return ("customer", record.customer.id) if record.customer is not None else None

    def _is_own(self, row: files.FileRow | None) -> bool:
        return row is not None and (row.subject_kind, row.subject_id) == self._subject()

    # cells
    def _name(self, row: files.FileRow) -> object:
        spot = f"slot.{row.slot}"
        taken = self._words(spot) if row.subject_kind == "arrival" and self._words.has(spot) else ""
        named = row.caption or row.name or ("" if taken else self.tr("without a name"))
        return Mark(", ".join(part for part in (taken, named) if part), _ICONS[row.kind])

    def _of(self, row: files.FileRow) -> object:
        record = self._record
        if record is None or row.subject_kind == "customer":
            return self.tr("the customer")
        if row.subject_kind == "arrival":
            number = record.files.arrivals.get(row.subject_id, "")
            return self.tr("arrival {number}").format(number=number)
        if row.subject_kind == "vehicle":
            if record.vehicle is not None:
                return self.tr("the car")
            car = next((each for each in record.cars if each.id == row.subject_id), None)
            return (car.plate or f"{car.make} {car.model}".strip()) if car is not None else None
        return next((each.number for each in record.visits if each.id == row.subject_id), None)

    def _size(self, row: files.FileRow) -> object:
        number = self._desk.formats.number
        if row.size_bytes < _KIB * _KIB:
            size = max(1, row.size_bytes // _KIB)
            return self.tr("{size} KB").format(size=number(size))
        return self.tr("{size} MB").format(size=number(row.size_bytes // (_KIB * _KIB)))

    # doing
    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.bring([Path(path) for path in paths]))
        dialog.open()

    def bring(self, paths: Sequence[Path]) -> None:
        """Look at the files in a worker, then link them to the record one after another."""
        subject = self._subject()
        if subject is None or not paths:
            return
        store, time_zone = self._desk.shop.files, self._desk.center.time_zone
        kind, key = subject

        def do(progress: Progress) -> list[files.Received]:
            found = []
            for number, path in enumerate(paths):
                progress.step(number, len(paths), path.name)
                found.append(files.receive(store, path, time_zone=time_zone))
            return found

        def received(found: list[files.Received]) -> None:
            for one in found:
                command = files.AddFile(
                    sha256=one.sha256, subject_kind=kind, subject_id=key, name=one.name
                )
                self._desk.act(self, files.add_file, command)

        self._desk.work(self, self.tr("Adding files"), do, received)

    def open_copy(self, row: files.FileRow) -> None:
        """Open a copy; the original stays as it was signed and hashed."""
        store, folder, link = self._desk.shop.files, Path(self._folder.path()), row.id

        def copy(read: Read) -> Path:
            source = files.bytes_of(read, store, link)
            # under its own kind of name, so that a viewer knows it
            end = row.media_type.partition("/")[2].replace("jpeg", "jpg")
            target = folder / f"{row.sha256[:16]}.{end}"
            target.write_bytes(source.read_bytes())
            return target

        def show(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._desk.read(self, copy, show, lane="open")

    def take_away(self) -> None:
        """Take a file off the record; it can be brought back."""
        row = self.table.current()
        if row is None or not self._is_own(row):
            return
        if not self._desk.can(Permission.FILES_REMOVE):
            return
        link: uuid.UUID = row.id

        def back() -> None:
            self._desk.act(self, files.bring_back_file, files.FileOf(link_id=link))

        def done(_changes: object) -> None:
            self._desk.toast(self.tr("The file was taken away"), back)

        self._desk.act(self, files.unlink_file, files.FileOf(link_id=link), done)
