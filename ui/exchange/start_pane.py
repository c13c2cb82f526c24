"""Where an import begins and an export ends: drop a file at the left, take a list out at the right."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.exchange import Format, ImportKind
from app.exchange.sample import FOLDERS
from models.access import Permission
from ui.exchange.words import HELD, ICONS, KINDS
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.links import TextButton
from widgets.theme import theme

SAMPLES = ("price_list", "customers", "vehicles", "opening_stock")
_ENDS = (".xlsx", ".csv")


class DropZone(QFrame):
    """Takes a file that is dropped on it, or asks for one."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, *, can: bool) -> None:
        super().__init__()
        look = theme()
        self._over = False
        self.setAcceptDrops(can)
        self.setAccessibleName(self.tr("Drop a file here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(4))
        column.addStretch(1)
        picture = QLabel()
        picture.setPixmap(look.pixmap("file-up", "text.muted", 32))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.px(6))
        words = label(
            self.tr("Drop a price list, customers, cars or stock here"), "strong", wrap=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        hint = label(
            self.tr(
                "Excel (.xlsx) or a text table (.csv), up to 32 MB. What it is about is found out."
            ),
            "muted",
            wrap=True,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(hint)
        column.addSpacing(look.px(10))
        self.choose = Button(
            self.tr("Choose a file…"), "folder-open", kind="primary", keys="Ctrl+O"
        )
        self.choose.setEnabled(can)
        self.choose.clicked.connect(self.asked)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(look.px(10))
        calm = self.tr("Nothing is written before you saw what would change.")
        promise = label(calm, "hint", wrap=True)
        promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(promise)
        column.addStretch(1)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            self._over = True
            event.acceptProposedAction()
            self.update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = "focus.ring" if self._over else "line.control"
        pen = QPen(look.colour(ink), 2 if self._over else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(look.colour("accent.soft" if self._over else "surface.sunken"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, look.px(8), look.px(8))


class StartPane(QWidget):
    """Bring in at the left, take out at the right, each for those who may."""

    chosen = Signal(object)
    asked = Signal()
    export_asked = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._bring_in(desk), 1)
        row.addWidget(hairline(vertical=True))
        out = self._take_out(desk)
        out.setFixedWidth(look.px(460))
        row.addWidget(out)

    def _bring_in(self, desk: Desk) -> QVBoxLayout:
        look = theme()
        can = desk.can(Permission.EXCHANGE_IMPORT)
        column = QVBoxLayout()
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(16))
        column.setSpacing(look.px(8))
        column.addWidget(label(self.tr("Bring in"), "strong"))
        self.zone = DropZone(can=can)
        self.zone.dropped.connect(self.chosen)
        self.zone.asked.connect(self.asked)
        column.addWidget(self.zone, 1)
        folder = FOLDERS.get(desk.center.profile)
        if folder is not None and can:
            column.addWidget(label(self.tr("Try it with a sample:"), "hint"))
            line = QGridLayout()
            line.setHorizontalSpacing(look.px(10))
            line.setVerticalSpacing(0)
            line.setColumnStretch(2, 1)
            for path in (folder / f"{name}{end}" for name in SAMPLES for end in _ENDS):
                if path.exists():
                    button = TextButton(path.name)
                    button.clicked.connect(lambda _=False, path=path: self.chosen.emit(path))
                    line.addWidget(button, line.count() // 2, line.count() % 2)
            column.addLayout(line)
        return column

    def _take_out(self, desk: Desk) -> QWidget:
        look = theme()
        can = desk.can(Permission.EXCHANGE_EXPORT)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(16))
        column.setSpacing(look.px(8))
        column.addWidget(label(self.tr("Take out"), "strong"))
        hint = self.tr("Importing such a file again adds nothing. The audit names who took it out.")
        column.addWidget(label(hint, "hint", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self.exports: dict[tuple[ImportKind, Format], Button] = {}
        for at, kind in enumerate(ImportKind):
            row = at * 2
            grid.addWidget(hairline(), row, 0, 1, 4)
            grid.setRowMinimumHeight(row + 1, look.px(52))
            picture = QLabel()
            picture.setPixmap(look.pixmap(ICONS[kind], "text.secondary"))
            grid.addWidget(picture, row + 1, 0)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addStretch(1)
            words.addWidget(label(said(KINDS[kind]), "medium"))
            words.addWidget(label(said(HELD[kind]), "hint", wrap=True))
            words.addStretch(1)
            grid.addLayout(words, row + 1, 1)
            for place, form in enumerate((Format.XLSX, Format.CSV), start=2):
                name = self.tr("{list} as {format}").format(
                    list=said(KINDS[kind]), format=form.value.upper()
                )
                button = Button(form.value.upper(), "download", small=True, name=name)
                button.setEnabled(can)
                button.clicked.connect(
                    lambda _=False, kind=kind, form=form: self.export_asked.emit(kind, form)
                )
                self.exports[kind, form] = button
                grid.addWidget(button, row + 1, place)
        grid.addWidget(hairline(), 2 * len(ImportKind), 0, 1, 4)
        column.addLayout(grid)
        column.addStretch(1)
        return made
