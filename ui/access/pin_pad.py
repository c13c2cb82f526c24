"""The PIN pad: dots for what was typed, twelve keys to touch; the keyboard types the same."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.theme import theme

SHORTEST, LONGEST = 4, 8
_KEY = (84, 64)
_ENTER = "enter"
_DELETE = "delete"


class Dots(QWidget):
    """One dot for each digit; four stand from the start. It says how many, never which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setFixedHeight(theme().px(16))

    def fill(self, count: int) -> None:
        """So many digits were typed."""
        self._filled = count
        self.setAccessibleName(self.tr("%n digits typed", "", count))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(30 * LONGEST), theme().px(16))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(SHORTEST, self._filled)
        side, gap = look.px(14), look.px(16)
        x = (self.width() - count * side - (count - 1) * gap) / 2
        for place in range(count):
            box = QRectF(x + place * (side + gap) + 1, 1, side - 1.5, side - 1.5)
            if place < self._filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent.base"))
            else:
                painter.setPen(QPen(look.colour("line.control"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)


class _Key(QAbstractButton):
    def __init__(self, digit: str, icon: str, name: str) -> None:
        super().__init__()
        self.digit = digit
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(theme().px(_KEY[0]), theme().px(_KEY[1]))

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.px(8)
        bare = self.digit == _DELETE
        if not self.isEnabled():
            painter.setBrush(look.colour("surface.sunken"))
        elif self.isDown():
            painter.setBrush(look.colour("surface.pressed"))
        elif self.underMouse():
            painter.setBrush(look.colour("surface.hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush if bare else look.colour("surface.page"))
        edge = "line.control" if self.isDown() else "line.divider"
        painter.setPen(Qt.PenStyle.NoPen if bare else QPen(look.colour(edge), 1))
        painter.drawRoundedRect(frame, radius, radius)
        if self._icon:
            side = look.px(24)
            colour = "text.secondary" if self.isEnabled() else "text.disabled"
            painter.drawPixmap(
                (self.width() - side) // 2,
                (self.height() - side) // 2,
                look.pixmap(self._icon, colour, 24),
            )
            return
        painter.setFont(look.font("touch_title", weight=500))
        painter.setPen(look.colour("text.primary"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.digit)


class PinPad(QWidget):
    """Digits in, ``entered`` out; the digits are held no longer than they are needed and never shown."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self._digits = ""
        self.dots = Dots()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("PIN, four to eight digits"))
        grid = QGridLayout()
        grid.setSpacing(look.px(10))
        self._keys: dict[str, _Key] = {}
        order = ["1", "2", "3", "4", "5", "6", "7", "8", "9", _DELETE, "0", _ENTER]
        icons = {_DELETE: "delete", _ENTER: "arrow-right"}
        names = {_DELETE: self.tr("Delete the last digit"), _ENTER: self.tr("Sign in")}
        for place, digit in enumerate(order):
            key = _Key(digit, icons.get(digit, ""), names.get(digit, digit))
            key.clicked.connect(lambda _=False, digit=digit: self._press(digit))
            self._keys[digit] = key
            grid.addWidget(key, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(28))
        column.addWidget(self.dots)
        column.addLayout(grid)
        column.setAlignment(grid, Qt.AlignmentFlag.AlignHCenter)
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self._digits = ""
        self._show()

    def type_digit(self, digit: str) -> None:
        """One more digit, as from the keyboard."""
        if len(self._digits) < LONGEST and self.isEnabled():
            self._digits += digit
            self._show()

    @property
    def typed(self) -> int:
        """How many digits stand there."""
        return len(self._digits)

    def _press(self, digit: str) -> None:
        if digit == _DELETE:
            self._digits = self._digits[:-1]
            self._show()
        elif digit == _ENTER:
            self._enter()
        else:
            self.type_digit(digit)

    def _enter(self) -> None:
        if len(self._digits) >= SHORTEST:
            digits = self._digits
            self.clear()
            self.entered.emit(digits)

    def _show(self) -> None:
        self.dots.fill(len(self._digits))
        self._keys[_ENTER].setEnabled(len(self._digits) >= SHORTEST)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif event.text() in set("0123456789"):
            self.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._press(_DELETE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)
