"""Text that can be pressed: the quiet actions in notices, toasts and headings."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

_PAD = 3


class TextButton(QAbstractButton):
    """A word that acts; medium weight, underlined under the pointer."""

    def __init__(
        self, text: str, colour: str = "text.link", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._colour = colour
        self._hover = False
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("base", weight=500)).horizontalAdvance(self.text())
        pad = 2 * theme().px(_PAD)
        return QSize(words + pad + 2, theme().px(20) + pad)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font("base", weight=500)
        font.setUnderline(self._hover and self.isEnabled())
        painter.setFont(font)
        ink = theme().colour(self._colour if self.isEnabled() else "text.disabled")
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
