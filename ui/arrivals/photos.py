"""Photos of an arrival: by slot, small copies made off the drawing thread, brought in six ways."""

import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from app import files
from app.arrivals import ArrivalSheet, RemovePhoto, remove_photo
from app.kernel.tx import Read
from models.arrivals import PhotoSlot
from models.files import FileKind
from ui.arrivals.adding import Adding
from ui.arrivals.camera import Camera
from ui.arrivals.inbox import Inbox
from ui.arrivals.parts import Heading
from ui.parts.arrivals import paper_words
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.dialog import ask
from widgets.notice import Notice
from widgets.theme import theme
from widgets.thumbs import Thumb, ThumbGrid

_ROUND = (PhotoSlot.FRONT, PhotoSlot.LEFT, PhotoSlot.REAR, PhotoSlot.RIGHT)
_SLOTS = (*_ROUND, PhotoSlot.DASHBOARD, PhotoSlot.VIN_PLATE)
_SIZE = 320
_NAMES = "*.jpg *.jpeg *.png *.webp *.heic *.tif *.tiff *.pdf *.mp4 *.mov *.m4a *.mp3 *.ogg *.wav"


class Photos(QWidget):
    """The lower middle of an arrival. ``changed`` when a photo came or went."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = paper_words(desk)
        self._sheet: ArrivalSheet | None = None
        self._mark: str | None = None
        self._folder = QTemporaryDir()
        self._pasted = 0
        self._adding = Adding(desk, self)
        self._adding.added.connect(self.changed)
        self.camera = Camera(self)
        self.camera.taken.connect(lambda path: self.add([path], self.next_slot()))
        self.camera.failed.connect(self._no_camera)
        self.inbox = Inbox(desk, self)
        self.inbox.offered.connect(self._offer)
        column = QVBoxLayout(self)
        pad = theme().px(16)
        column.setContentsMargins(pad, 0, pad, 0)
        column.setSpacing(theme().px(4))
        self.add_button = Button(self.tr("Add photo"), "camera", kind="quiet", small=True)
        self.add_button.set_keys("Ctrl+R")
        self.add_button.clicked.connect(self.open_menu)
        self._head = Heading(self.tr("Photos"), self.add_button)
        column.addWidget(self._head)
        self._offers = QVBoxLayout()
        column.addLayout(self._offers)
        self._notice: Notice | None = None
        self.grid = ThumbGrid(name=self.tr("Photos"))
        self.grid.opened.connect(self._open)
        self.grid.removed.connect(self._remove)
        column.addWidget(self.grid)

    # what is shown
    def show_sheet(self, sheet: ArrivalSheet) -> None:
        """Show the photos of an arrival, those around the car first."""
        self._sheet = sheet
        marks = {f"mark:{mark['id']}": n for n, mark in enumerate(sheet.card.marks, 1)}
        kinds = {f"mark:{mark['id']}": str(mark["kind"]) for mark in sheet.card.marks}
        shown: list[Thumb] = []
        for slot in _SLOTS:
            words = self._words(f"slot.{slot.value}")
            there = [photo for photo in sheet.card.photos if photo.slot == slot.value]
            shown += [_thumb(photo, words) for photo in there]
            if not there:
                shown.append(Thumb(f"slot:{slot.value}", words, filled=False))
        for photo in sheet.card.photos:
            if photo.slot in marks:
                words = f"{marks[photo.slot]} {self._words(f'mark.{kinds[photo.slot]}')}"
                shown.append(_thumb(photo, words))
            elif photo.slot not in {slot.value for slot in _SLOTS}:
                shown.append(_thumb(photo, photo.caption or photo.name or photo.slot))
        shown.append(Thumb("slot:free", self.tr("More"), filled=False))
        self.grid.set_thumbs(shown)
        count = len(sheet.card.photos)
        self._head.set_note(self.tr("%n, hash and time kept", "", count) if count else "")
        self._read_pictures(sheet)

    def set_mark(self, key: str) -> None:
        """New photos go to this mark; empty for none."""
        self._mark = key or None

    def _read_pictures(self, sheet: ArrivalSheet) -> None:
        lacking = set(self.grid.lacking())
        wanted = {
            str(photo.id): photo.sha256
            for photo in sheet.card.photos
            if str(photo.id) in lacking and photo.kind is FileKind.PHOTO and not photo.is_erased
        }
        if not wanted:
            return
        store = self._desk.shop.files

        def do(_read: Read) -> dict[str, QImage]:
            made = {}
            for key, sha256 in wanted.items():
                if store.has(sha256):
                    made[key] = QImage(str(files.small_copy(store, sha256, _SIZE)))
            return made

        def show(images: dict[str, QImage]) -> None:
            for key, image in images.items():
                self.grid.give(key, image)

        self._desk.read(self, do, show, lane="pictures")

    # bringing in
    def open_menu(self) -> None:
        """The ways in which a photo comes."""
        menu = QMenu(self)
        menu.addAction(theme().icon("folder-open"), self.tr("From a file…")).triggered.connect(
            lambda: self.choose(self.next_slot())
        )
        menu.addAction(theme().icon("camera"), self.tr("With the camera")).triggered.connect(
            self.camera.take
        )
        menu.addAction(theme().icon("copy"), self.tr("From the clipboard")).triggered.connect(
            self.paste
        )
        menu.addSeparator()
        folder = self.inbox.folder
        words = (
            self.tr("Folder of the phone: {name}…").format(name=folder.name)
            if folder
            else self.tr("Folder where a phone puts photos…")
        )
        menu.addAction(theme().icon("folder-plus"), words).triggered.connect(self.inbox.choose)
        if folder:
            menu.addAction(self.tr("Do not watch it any more")).triggered.connect(self.inbox.forget)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def next_slot(self) -> str:
        """Where the next photo belongs: the selected mark, else the first place around the car that is bare."""
        if self._mark is not None:
            return f"mark:{self._mark}"
        bare = [t.key for t in self.grid.thumbs() if not t.filled]
        return bare[0].partition(":")[2] if bare else PhotoSlot.FREE.value

    def choose(self, slot: str) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Add photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{self.tr('Photos, films, recordings')} ({_NAMES})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.add([Path(p) for p in paths], slot))
        dialog.open()

    def paste(self) -> bool:
        """A picture or files of the clipboard; whether there was one."""
        # an empty clipboard of some systems holds nothing at all
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        urls = [url for url in data.urls() if url.isLocalFile()] if data is not None else []
        if urls:
            self.drop(urls)
            return True
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._desk.toast(self.tr("There is no picture in the clipboard"))
            return False
        self._pasted += 1
        path = Path(self._folder.path()) / f"{self.tr('pasted')}-{self._pasted}.png"
        image.save(str(path))
        self.add([path], self.next_slot())
        return True

    def add(self, paths: Sequence[Path], slot: str) -> None:
        """Look at the files in a worker, then put them to the arrival one after another."""
        if self._sheet is not None:
            self._adding.add(self._sheet.card.row.id, paths, slot)

    def drop(self, urls: Sequence[QUrl]) -> None:
        """Files that were dropped onto the arrival."""
        self.add([Path(url.toLocalFile()) for url in urls], self.next_slot())

    def _offer(self, paths: Sequence[Path]) -> None:
        """New photos lie in the watched folder: offer them."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = Notice(
            "work",
            "image",
            self.tr("%n new photo(s) in the folder", "", len(paths)),
            [
                (self.tr("Add"), self._accept),
                (self.tr("Not these"), self._decline),
            ],
        )
        self._offers.addWidget(self._notice)

    def _accept(self) -> None:
        self.add(self.inbox.take(), self.next_slot())
        self._decline()

    def _decline(self) -> None:
        self.inbox.take()
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def _no_camera(self, why: str) -> None:
        ask(
            self._desk.front,
            self.tr("No camera takes part yet"),
            why,
            self.tr("Choose a file…"),
            lambda: self.choose(self.next_slot()),
        )

    # what is there
    def _open(self, key: str) -> None:
        if key.startswith("slot:"):
            self.choose(key.partition(":")[2])
            return
        link = uuid.UUID(key)
        store = self._desk.shop.files

        def copy(read: Read) -> Path:
            row = files.get_file(read, link)
            source = files.bytes_of(read, store, link)
            # under its own kind of name, so that a viewer knows it; the original stays untouched
            end = row.media_type.partition("/")[2].replace("jpeg", "jpg")
            target = Path(self._folder.path()) / f"{row.sha256[:16]}.{end}"
            target.write_bytes(source.read_bytes())
            return target

        def show(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._desk.read(self, copy, show, lane="open")

    def _remove(self, key: str) -> None:
        sheet = self._sheet
        if sheet is None or key.startswith("slot:"):
            return
        command = RemovePhoto(arrival_id=sheet.card.row.id, link_id=uuid.UUID(key))
        ask(
            self._desk.front,
            self.tr("Take this photo away?"),
            self.tr("It leaves the act that is not signed yet."),
            self.tr("Take away"),
            lambda: self._desk.act(self, remove_photo, command, lambda _done: self.changed.emit()),
            danger=True,
        )

    def play_voice(self) -> None:
        """Play what the customer said."""
        sheet = self._sheet
        voices = [p for p in sheet.card.photos if p.slot == "voice"] if sheet else []
        if voices:
            self._open(str(voices[0].id))


_ICONS = {FileKind.VIDEO: "play", FileKind.AUDIO: "play", FileKind.DOCUMENT: "file-text"}


def _thumb(photo: files.FileRow, words: str) -> Thumb:
    """A picture by itself; a film, a recording or a paper by its sign, and how long it is."""
    seconds = round((photo.duration_ms or 0) / 1000)
    length = f"{seconds // 60}:{seconds % 60:02} " if seconds else ""
    return Thumb(str(photo.id), f"{length}{words}", icon=_ICONS.get(photo.kind, ""))
