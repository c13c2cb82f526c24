"""The legend of a chart: a square of each colour and its word."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

_SQUARE = 8
_INNER = 5
_APART = 8


class Legend(QWidget):
    """Squares and words, small and muted. ``parts`` are (colour token, word)."""

    def __init__(self, parts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(word for _, word in parts))

    def _widths(self) -> list[int]:
        look = theme()
        words = QFontMetrics(look.font("small"))
        return [look.px(_SQUARE + _INNER) + words.horizontalAdvance(w) for _, w in self._parts]

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        gaps = look.px(_APART) * max(0, len(self._parts) - 1)
        return QSize(sum(self._widths()) + gaps + 1, look.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small"))
        x = 0
        for (colour, word), width in zip(self._parts, self._widths(), strict=True):
            size = look.px(_SQUARE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(colour))
            painter.drawRoundedRect(QRectF(x, (self.height() - size) / 2, size, size), 2, 2)
            painter.setPen(look.colour("text.muted"))
            left = x + look.px(_SQUARE + _INNER)
            box = QRectF(left, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter.value, word)
            x += width + look.px(_APART)
