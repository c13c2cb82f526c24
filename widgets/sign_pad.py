"""A pad for signing: strokes of mouse, pen or finger, kept as vectors."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

GRID = 10_000
_LEAST = 25
_MOST = 4800
Stroke = list[tuple[int, int, int]]


class SignaturePad(QWidget):
    """Takes a signature. Points are (x, y, milliseconds since it began), x and y in ten-thousandths of the pad.

    ``edited`` comes after every stroke and after clearing. Delete clears; ``asked`` comes when Enter or Space is
    pressed: whoever signs without a pointer does it on paper.
    """

    edited = Signal()
    asked = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._strokes: list[Stroke] = []
        self._open = False
        self._began = 0
        self._foot = ""
        self._locked = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme().changed.connect(self.updateGeometry)

    def strokes(self) -> tuple[tuple[tuple[int, int, int], ...], ...]:
        """What was drawn; a tap alone is a stroke of one point."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def points(self) -> int:
        """How many points there are."""
        return sum(len(stroke) for stroke in self._strokes)

    def show_strokes(self, strokes: Sequence[Sequence[Sequence[int]]], *, locked: bool) -> None:
        """Show a signature that was given; ``locked`` when nothing more may be drawn."""
        self._strokes = [
            [(point[0], point[1], point[2] if len(point) > 2 else 0) for point in stroke]  # noqa: PLR2004 - time may be missing
            for stroke in strokes
        ]
        self._locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.CrossCursor)
        self.update()

    def set_foot(self, text: str) -> None:
        """Words under the line: who signs, when."""
        self._foot = text
        self.setAccessibleDescription(text)
        self.update()

    def clear(self) -> None:
        """Take all strokes away, unless it is locked."""
        if self._strokes and not self._locked:
            self._strokes = []
            self.update()
            self.edited.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(264), theme().px(112))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(112))

    # drawing
    def _point(self, at: QPointF, moment: int) -> tuple[int, int, int]:
        x = round(at.x() * GRID / max(self.width(), 1))
        y = round(at.y() * GRID / max(self.height(), 1))
        return min(max(x, 0), GRID), min(max(y, 0), GRID), max(moment - self._began, 0)

    def _down(self, at: QPointF, moment: int) -> None:
        if self._locked or self.points() >= _MOST:
            return
        if not self._strokes:
            self._began = moment
        self._strokes.append([self._point(at, moment)])
        self._open = True
        self.update()

    def _along(self, at: QPointF, moment: int) -> None:
        if not self._open or self.points() >= _MOST:
            return
        point, last = self._point(at, moment), self._strokes[-1][-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _LEAST:
            self._strokes[-1].append(point)
            self.update()

    def _up(self) -> None:
        if self._open:
            self._open = False
            self.edited.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._down(event.position(), event.timestamp())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._along(event.position(), event.timestamp())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._up()

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        steps = {QEvent.Type.TabletPress: self._down, QEvent.Type.TabletMove: self._along}
        step = steps.get(event.type())
        if step is not None:
            step(event.position(), event.timestamp())
        else:
            self._up()
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Space} and not event.modifiers():
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(look.colour("surface.sunken"))
        edge = look.colour("focus.ring" if focused else "line.control")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.drawRoundedRect(frame, look.px(6), look.px(6))
        pad, low = look.px(14), self.height() - look.px(25)
        painter.setPen(QPen(look.colour("line.control"), 1))
        painter.drawLine(pad, low, self.width() - pad, low)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text.muted"))
        words = painter.fontMetrics().elidedText(
            self._foot, Qt.TextElideMode.ElideRight, self.width() - 2 * pad
        )
        foot = QRectF(pad, low, self.width() - 2 * pad, look.px(24))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, words)
        pen = QPen(look.colour("text.primary"), look.px(2.4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            spots = [
                QPointF(x * self.width() / GRID, y * self.height() / GRID) for x, y, _ in stroke
            ]
            path = QPainterPath(spots[0])
            for spot in spots[1:] or [spots[0] + QPointF(0.5, 0.5)]:
                path.lineTo(spot)
            painter.drawPath(path)
        painter.end()
