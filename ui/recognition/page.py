"""Reading a photo: a preview that writes nothing; what a person accepts goes into the card, or a receipt."""

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from app.inventory import MatchedLine, match_goods
from app.kernel.tx import Changes, Read
from app.recognition import (
    Compared,
    NotInstalledError,
    Picture,
    accept_reading,
    compare_reading,
    lacking,
    read_in_child,
    read_spot_in_child,
)
from models.recognition import Box, Document, ReadField
from ui.recognition.field_row import FieldRow
from ui.recognition.picture import png_of
from ui.recognition.review import Review
from ui.recognition.start import Start
from ui.recognition.state import Reviewed, document_words, is_goods, odometer_of, review
from ui.recognition.words import TITLES
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.shell.runner import CancelledWork, Progress
from ui.shell.words import said
from widgets.badge import BadgeLabel
from widgets.buttons import Button
from widgets.empty import EmptyState
from widgets.theme import theme
from widgets.values import Badge

_WIDE = 1000
_FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf"


class RecognitionPage(Page):
    """The key is the car; params: ``document``, ``path`` of a file to read at once, ``arrival`` to come back to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.vehicle_id: uuid.UUID | None = None
        self._arrival: uuid.UUID | None = None
        self.picture: Picture | None = None
        self.state: Reviewed | None = None
        self.goods: tuple[MatchedLine, ...] = ()
        self._name = ""
        self._folder = QTemporaryDir()
        self._pasted = 0
        self.setAcceptDrops(True)
        self._build_toolbar()
        self.start = Start()
        self.start.file_asked.connect(self.choose_file)
        self.review = Review(desk)
        self.review.changed.connect(self._count)
        self.review.spot_asked.connect(self._read_spot)
        self.busy = EmptyState(
            "loader", self.tr("Reading the picture…"), self.tr("The strip below cancels it.")
        )
        self.stack = QStackedWidget()
        for page in (self.start, self.busy, self.review):
            self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        self._show(self.start)

    def _build_toolbar(self) -> None:
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back"))
        back.clicked.connect(self._leave)
        self.toolbar.add_first(back)
        self.badge = BadgeLabel(Badge(self.tr("Preview, nothing written"), "eye", "idle"))
        self.toolbar.add_left(self.badge)
        self.other = Button(self.tr("Other file…"), "folder-open", kind="quiet")
        self.other.clicked.connect(self.choose_file)
        self.certain = Button(self.tr("Accept all ≥ 95 %"), "check-check", keys="Ctrl+A")
        self.certain.clicked.connect(self.accept_certain)
        self.transfer = Button("", "file-input", kind="primary", keys="Ctrl+Return")
        self.transfer.clicked.connect(self.transfer_fields)
        for button in (self.other, self.certain, self.transfer):
            self.toolbar.add(button)

    # the page's duties
    @override
    def load(self) -> None:
        # another program is asked
        runner = self.desk.runner
        runner.read(self, lacking, self.start.show_lacking, self.desk.problem, "lacking")

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        self.vehicle_id, self._arrival = key, params.get("arrival")
        document = params.get("document")
        if document is not None:
            self.start.choose(Document(document))
        self._show(self.start)
        path = params.get("path")
        if path is not None:
            self.read_file(Path(path))

    @override
    def back(self) -> bool:
        if self.stack.currentWidget() is self.review:
            self._show(self.start)
            return True
        return False

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self.stack.currentWidget() is not self.review:
            return (("Ctrl+O", self.tr("file")), ("Ctrl+V", self.tr("paste")))
        return (
            ("Tab", self.tr("field")),
            ("1–3", self.tr("candidate")),
            ("Return", self.tr("accept")),
            ("Del", self.tr("skip")),
        )

    @override
    def focus_first(self) -> None:
        if self.stack.currentWidget() is self.review and self.review.current is not None:
            self.review.current.setFocus()
        else:
            super().focus_first()

    def _leave(self) -> None:
        if not self.back():
            place = "vehicles" if self.vehicle_id else "customers"
            where = (place, self.vehicle_id)
            self.desk.open(*(where if self._arrival is None else ("arrivals", self._arrival)))

    def _show(self, part: QWidget) -> None:
        shown = part is self.review
        self.stack.setCurrentWidget(part)
        for button in (self.other, self.certain, self.transfer):
            button.setVisible(shown)
        # where letters are large the title and the actions need all of the line
        self.badge.setVisible(shown and self.width() >= theme().px(_WIDE))
        document = self.state.compared.reading.document if shown and self.state else None
        self.toolbar.set_title(said(TITLES[document]) if document else self.tr("Read a photo"))
        self.focus_first()

    # ways in
    def choose_file(self) -> None:
        """Ask for a file."""
        title = self.tr("Choose a photo or a PDF")
        chosen = QFileDialog(self, title, "", f"{self.tr('Pictures')} ({_FILES})")
        chosen.setFileMode(QFileDialog.FileMode.ExistingFile)
        chosen.fileSelected.connect(lambda path: self.read_file(Path(path)))
        chosen.open()

    def paste(self) -> None:
        """Read the picture of the clipboard, or the file that was copied."""
        held = QApplication.clipboard().mimeData()
        if held.hasUrls() and held.urls()[0].isLocalFile():
            self.read_file(Path(held.urls()[0].toLocalFile()))
            return
        image = QApplication.clipboard().image()
        if image.isNull():
            self.desk.toast(self.tr("There is no picture in the clipboard"))
            return
        self._pasted += 1
        path = Path(self._folder.path()) / f"{self.tr('pasted')}-{self._pasted}.png"
        path.write_bytes(png_of(image))
        self.read_file(path)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # reading
    def read_file(self, path: Path) -> None:
        """Read a file in a process of its own; the strip below cancels it."""
        document = self.start.document
        self._name = path.name
        self._show(self.busy)

        def do(progress: Progress) -> Picture | None:
            try:
                return read_in_child(
                    path, document, progress=progress.step, is_cancelled=lambda: progress.cancelled
                )
            except CancelledWork:
                return None

        self.desk.work(
            self,
            self.tr("Reading {name}").format(name=path.name),
            do,
            self._read,
            failed=self._failed,
        )

    def _read(self, picture: Picture | None) -> None:
        if picture is None:
            self._show(self.start)
            return
        self.picture = picture
        now, vehicle_id, reading = self.desk.now(), self.vehicle_id, picture.reading

        def ask(read: Read) -> tuple[Compared, tuple[MatchedLine, ...]]:
            return compare_reading(read, reading, vehicle_id, now=now), match_goods(
                read, reading.lines
            )

        self.desk.read(self, ask, self._compared, lane="compare")

    def _compared(self, found: tuple[Compared, tuple[MatchedLine, ...]]) -> None:
        compared, self.goods = found
        if self.picture is None:
            return
        self.state = review(compared)
        self.review.show_reading(self._name, self.picture, self.state, self.goods)
        self._show(self.review)
        if self.isVisible():
            # the keys at the foot of the window are other ones now
            self.desk.open("recognition")

    def _failed(self, error: Exception) -> None:
        self._show(self.start)
        if isinstance(error, NotInstalledError):
            self.start.show_lacking(error.lacking)
            return
        self.desk.problem(error)

    def _read_spot(self, row: FieldRow, box: Box) -> None:
        picture, state = self.picture, self.state
        if picture is None or state is None:
            return
        reading = picture.reading

        def do(progress: Progress) -> ReadField | None:
            try:
                return read_spot_in_child(
                    picture.png, box, row.name, document=reading.document, form=reading.form,
                    progress=progress.step, is_cancelled=lambda: progress.cancelled,
                )  # fmt: skip  # a table reads better in rows
            except CancelledWork:
                return None

        def show(fresh: ReadField | None) -> None:
            if fresh is not None and self.state is state:
                state.replaced(fresh)
                self.review.replace(row)

        self.desk.work(self, self.tr("Reading the spot"), do, show)

    # taking over
    def accept_certain(self) -> None:
        """Accept whatever is at least 95 % sure and not decided yet."""
        if self.state is not None:
            done = self.state.accept_certain()
            self.review.refresh()
            self.desk.toast(self.tr("%n fields accepted", "", done))

    def _count(self) -> None:
        state = self.state
        if state is None:
            return
        if is_goods(state.compared.reading.document):
            self.transfer.setText(self.tr("Receipt of %n lines", "", len(self.goods)))
            self.transfer.setEnabled(bool(self.goods))
        else:
            self.transfer.setText(self.tr("Transfer %n fields", "", state.taken))
            self.transfer.setEnabled(state.taken > 0)

    def transfer_fields(self) -> None:
        """Write what was accepted; an invoice becomes the draft of a receipt instead."""
        state = self.state
        if state is None:
            return
        reading = state.compared.reading
        if is_goods(reading.document):
            words = document_words(reading)
            self.desk.open("inventory", None, receipt=self.goods, document=words, reading=reading)
            return
        self.desk.act(self, accept_reading, state.command(), self._written)

    def _written(self, changes: Changes[uuid.UUID]) -> None:
        state, self.state = self.state, None
        self.desk.toast(self.tr("%n fields transferred", "", state.taken if state else 0))
        self._show(self.start)
        if self._arrival is not None:
            self.desk.open("arrivals", self._arrival, **odometer_of(state))
        else:
            self.desk.open("vehicles", changes.result)
