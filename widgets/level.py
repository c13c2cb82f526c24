"""A gauge of eighths to tap, and buttons that stay lit: what a dashboard shows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

EIGHTHS = 8


class EighthsGauge(QWidget):
    """A level from nothing to eight eighths, or not known. Digits set it, arrows move it, Delete forgets it."""

    edited = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._name = name
        self._value: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._aloud()
        theme().changed.connect(self.updateGeometry)

    def value(self) -> int | None:
        """Eighths, None while it is not known."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a level."""
        self._value = value
        self._aloud()
        self.update()

    def _aloud(self) -> None:
        told = "–" if self._value is None else f"{self._value}/{EIGHTHS}"
        self.setAccessibleName(f"{self._name}: {told}")

    def _choose(self, value: int | None) -> None:
        if value != self._value and self.isEnabled():
            self.set_value(value)
            self.edited.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(134), theme().height("control"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(96), theme().height("control"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by(event)

    def _by(self, event: QMouseEvent) -> None:
        share = event.position().x() / max(self.width(), 1)
        self._choose(min(max(round(share * EIGHTHS + 0.3), 0), EIGHTHS))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        if typed.isdecimal() and int(typed) <= EIGHTHS:
            self._choose(int(typed))
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Up}:
            self._choose(min((self._value or 0) + 1, EIGHTHS))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Down}:
            self._choose(max((self._value or 0) - 1, 0))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / EIGHTHS
        tall = look.px(12)
        top = (self.height() - tall) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(EIGHTHS):
            lit = self._value is not None and place < self._value
            painter.setBrush(look.colour("accent.base" if lit else "surface.pressed"))
            painter.drawRoundedRect(QRectF(place * wide, top, wide - look.px(2), tall), 2, 2)
        if self._value is not None:
            painter.setBrush(look.colour("text.primary"))
            x = min(max(self._value * wide - look.px(3), 0), self.width() - look.px(4))
            painter.drawRoundedRect(QRectF(x, top - look.px(5), look.px(4), look.px(22)), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class LampButton(QAbstractButton):
    """A warning lamp: icon and word; amber while it is lit. ``name`` is its whole word, where that is longer."""

    def __init__(self, text: str, icon: str, *, name: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setToolTip(name or text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(126), theme().px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(28))

    def is_cut(self) -> bool:
        """Whether its word has no room, lit."""
        words = QFontMetrics(theme().font("small", weight=600)).horizontalAdvance(self.text())
        return words > self.width() - theme().px(31) - theme().px(6)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, lit = theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus.ring" if self.hasFocus() else "status.wait.mark" if lit else "line.divider"
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(look.colour("status.wait.bg" if lit else "surface.page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.px(6), look.px(6))
        ink = "status.wait.fg" if lit else "text.secondary"
        size = look.px(16)
        pixmap = look.pixmap(self._icon, ink)
        painter.drawPixmap(look.px(8), (self.height() - size) // 2, pixmap)
        painter.setFont(look.font("small", weight=600 if lit else None))
        painter.setPen(look.colour(ink))
        left = look.px(31)
        room = self.rect().adjusted(left, 0, -look.px(6), 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
