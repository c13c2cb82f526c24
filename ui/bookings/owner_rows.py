"""The rows of owners' requests: the car, who asks for what, their words, and how it stands with the wished time."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.bookings.owners import OwnerRequestRow
from ui.parts.bookings import length
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from widgets.badge import MarkLabel, PlateLabel
from widgets.buttons import label
from widgets.cells import Mark
from widgets.elided import ElidedLabel
from widgets.theme import theme

_WORDS = 140


class OwnerRow(QWidget):
    """One request, as high as it needs; ``clicked`` takes it, ``doubled`` opens its appointment."""

    clicked = Signal()
    doubled = Signal()

    def __init__(self, row: OwnerRequestRow, formats: Formats, age: str) -> None:
        super().__init__()
        self.row = row
        self._on = self._held = False
        self.standing = self._standing(formats)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        column.setSpacing(look.px(3))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        plate = plate_cell(row.plate)
        if plate is not None:
            head.addWidget(PlateLabel(plate))
        head.addWidget(ElidedLabel(row.car or row.who or row.number), 1)
        head.addWidget(label(age, "caption"))
        column.addLayout(head)
        who = ", ".join(filter(None, (row.who, formats.phone(row.phone) if row.phone else "")))
        what = ", ".join(filter(None, (row.services, length(formats, row.minutes))))
        texts = [what, self._quoted(row.words), who]
        for text, role in zip(texts, ("medium", "small", "small"), strict=True):
            if text:
                shown = label(text, role, wrap=True)
                shown.setTextFormat(Qt.TextFormat.PlainText)
                column.addWidget(shown)
        mark = MarkLabel(self.standing)
        mark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(mark)
        parts = [row.plate, row.car, *texts, self.standing.text, age]
        self.setAccessibleName(", ".join(part for part in parts if part))

    def _quoted(self, words: str) -> str:
        """What they wrote, one paragraph; a long letter is read whole in the tooltip."""
        plain = " ".join(words.split())
        if not plain:
            return ""
        cut = plain if len(plain) <= _WORDS else f"{plain[:_WORDS].rstrip()}…"
        self.setToolTip(plain if cut != plain else "")
        return self.tr("“{words}”").format(words=cut)

    def _standing(self, formats: Formats) -> Mark:
        """How it stands with the time that was asked for."""
        row = self.row
        if row.starts_at is None:
            taken = self.tr("{when}: taken meanwhile")
            return Mark(taken.format(when=formats.moment(row.wished_at)), "calendar-x", "bad")
        if row.is_offered:
            asked = self.tr("{when}: offered, not answered")
            return Mark(asked.format(when=formats.moment(row.starts_at)), "hourglass", "muted")
        kept = self.tr("{when}: kept for them")
        return Mark(kept.format(when=formats.moment(row.wished_at)), "calendar-clock", "wait")

    def set_on(self, *, on: bool, held: bool) -> None:
        """Whether it is the chosen one, and whether the list holds the keyboard."""
        self._on, self._held = on, held
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.doubled.emit()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._on:
            shade = "surface.selected" if self._held else "surface.selected_inactive"
            painter.fillRect(self.rect(), look.colour(shade))
            bar = QRect(0, 0, look.px(2), self.height())
            painter.fillRect(bar, look.colour("accent.bar"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look.colour("surface.hover"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("line.hairline"))
