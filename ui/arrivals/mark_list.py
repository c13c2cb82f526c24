"""The marks of an arrival as rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.figure_paint import paint_pin
from widgets.theme import theme

_ROW = 28


class MarkList(QWidget):
    """The marks as rows: number, kind, panel, size, photos. Arrows walk, Enter edits, Delete takes away."""

    selected = Signal(str)
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, tuple[str, str, str, str]], ...] = ()
        self._at = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    def set_rows(self, rows: Sequence[tuple[str, tuple[str, str, str, str]]]) -> None:
        """Rows of key and (kind, panel, size, photos)."""
        self._rows = tuple(rows)
        self.setFixedHeight(theme().px(_ROW) * len(self._rows))
        self.setAccessibleDescription(
            "; ".join(f"{n} {' '.join(cells)}" for n, (_, cells) in enumerate(self._rows, 1))
        )
        self.update()

    def select(self, key: str) -> None:
        """Show which mark is selected."""
        self._at = key
        self.update()

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.select(self._rows[place][0])
            self.selected.emit(self._at)

    def _place(self) -> int:
        return next((n for n, (key, _) in enumerate(self._rows) if key == self._at), -1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(int(event.position().y()) // theme().px(_ROW))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at:
            self.opened.emit(self._at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._choose(self._place() + (1 if key == Qt.Key.Key_Down else -1))
        elif key == Qt.Key.Key_Return and self._at and not event.modifiers():
            self.opened.emit(self._at)
        elif key == Qt.Key.Key_Delete and self._at:
            self.removed.emit(self._at)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall, wide = look.px(_ROW), self.width()
        size_wide, photo_wide = look.px(110), look.px(44)
        for number, (key, (kind, panel, size, photos)) in enumerate(self._rows):
            box = QRect(0, number * tall, wide, tall)
            on = key == self._at
            if on:
                painter.fillRect(box, look.colour("surface.selected"))
                painter.fillRect(0, box.y(), 2, tall, look.colour("accent.bar"))
            painter.fillRect(0, box.y(), wide, 1, look.colour("line.hairline"))
            middle = box.toRectF().center()
            middle.setX(look.px(25))
            paint_pin(painter, middle, str(number + 1), look.scale, on=on)
            x, end = look.px(44), wide - look.px(16)
            room = QRect(x, box.y(), look.px(78), tall)
            self._write(painter, room, kind, "text.primary", 500)
            panel_at = x + look.px(82)
            room = QRect(panel_at, box.y(), end - size_wide - photo_wide - panel_at, tall)
            self._write(painter, room, panel, "text.primary", None)
            room = QRect(end - size_wide - photo_wide, box.y(), size_wide, tall)
            self._write(painter, room, size, "text.secondary", None)
            icon = look.pixmap("image", "text.muted", 14)
            painter.drawPixmap(end - photo_wide + look.px(8), box.y() + look.px(7), icon)
            room = QRect(end - look.px(18), box.y(), look.px(20), tall)
            self._write(painter, room, photos, "text.muted", None)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(look.colour("focus.ring"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, ink: str, weight: int | None) -> None:
        painter.setFont(theme().font("base", weight=weight))
        painter.setPen(theme().colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
