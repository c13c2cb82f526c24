"""A few choices side by side, one of them chosen: arrows move, a click chooses."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

_PAD = 11
_PAD_SMALL = 8


class Segments(QWidget):
    """One of a few values, all of them to be seen. ``edited`` comes when a person chose another one."""

    edited = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[Any, str]],
        *,
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._small = small
        self._choices = list(choices)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._aloud()
        theme().changed.connect(self.updateGeometry)

    def value(self) -> Any:  # noqa: ANN401  a choice of anything
        """The chosen value."""
        return self._choices[self._at][0]

    def set_value(self, value: object) -> None:
        """Choose a value; ValueError when it is none of the choices."""
        self._at = [known for known, _ in self._choices].index(value)
        self._aloud()
        self.update()

    def _aloud(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._choices[self._at][1]}")

    def _choose(self, at: int) -> None:
        if not 0 <= at < len(self._choices) or at == self._at:
            return
        self._at = at
        self._aloud()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.edited.emit()

    def _boxes(self) -> list[QRect]:
        metrics = QFontMetrics(theme().font("small" if self._small else "base", weight=600))
        pad = theme().px(_PAD_SMALL if self._small else _PAD)
        boxes, x = [], 0
        for _, text in self._choices:
            wide = metrics.horizontalAdvance(text) + 2 * pad
            boxes.append(QRect(x, 0, wide, self._tall()))
            x += wide
        return boxes

    def _tall(self) -> int:
        return theme().height("control_small" if self._small else "control")

    @override
    def sizeHint(self) -> QSize:
        last = self._boxes()[-1]
        return QSize(last.right() + 1, self._tall())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._choose(self._at + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self._choose((self._at + 1) % len(self._choices))
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        for at, box in enumerate(self._boxes()):
            if box.contains(spot):
                self._choose(at)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, look.px(6), look.px(6))
        painter.setClipPath(shape)
        kind = "small" if self._small else "base"
        for at, (box, (_, text)) in enumerate(zip(self._boxes(), self._choices, strict=True)):
            on = at == self._at
            painter.fillRect(box, look.colour("surface.selected" if on else "surface.page"))
            if at:
                painter.setPen(QPen(look.colour("line.control"), 1))
                painter.drawLine(box.topLeft(), box.bottomLeft())
            painter.setFont(look.font(kind, weight=600 if on else None))
            ink = "text.primary" if on else "text.secondary"
            painter.setPen(look.colour(ink if self.isEnabled() else "text.disabled"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setClipping(False)
        focused = self.hasFocus()
        edge = look.colour("focus.ring" if focused else "line.control")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = frame.adjusted(0.5, 0.5, -0.5, -0.5) if focused else frame
        painter.drawRoundedRect(inner, look.px(6), look.px(6))
