"""The editor of one cell of a line table: it takes the cell's place and gains a 2-px ring."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from widgets.theme import theme

_RADIUS = 4.0
_RING = 2.0


class CellEditor(QWidget):
    """A bare line edit in a ring; nothing is committed here.

    ``first`` sees every key before and may take it (a popup's arrows). ``asked`` tells what a key meant:
    ``stay`` (Enter), ``next`` (Tab), ``previous`` (Shift+Tab), ``back`` (Esc), ``up``, ``down``, ``left`` (the
    focus went elsewhere).
    """

    asked = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        right: bool,
        first: Callable[[QKeyEvent], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._problem = QLabel(parent)
        self._problem.setProperty("role", "small")
        self._problem.hide()
        self.field = QLineEdit()
        self.field.setProperty("bare", True)
        self.field.setAccessibleName(name)
        self.field.setFont(theme().font(numbers=True))
        if right:
            self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        edge = theme().px(3)
        row.setContentsMargins(edge, 0, edge, theme().px(1))
        row.addWidget(self.field)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.setFocusProxy(self.field)

    def start(self, text: str, *, typed: str | None) -> None:
        """Show the cell's text selected, or put what was typed in its place."""
        self.field.setText(text if typed is None else typed)
        if typed is None:
            self.field.selectAll()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is not None:
            self._typed(typed)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong under the cell; the text stays."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if sentence:
            self._dress_problem()
        self.update()

    @property
    def problem(self) -> str:
        """The sentence under the cell, empty when all is well."""
        return self._problem.text()

    def _dress_problem(self) -> None:
        look = theme()
        self._problem.setStyleSheet(
            f"background: {look.colour('status.bad.bg').name()};"
            f"color: {look.colour('status.bad.fg').name()};"
            f"border-radius: {look.px(_RADIUS)}px; padding: {look.px(3)}px {look.px(7)}px;"
        )
        self._problem.adjustSize()
        host = self.parentWidget()
        room = host.rect() if host is not None else self.rect()
        left = max(min(self.x(), room.right() - self._problem.width()), 0)
        top = self.geometry().bottom() + look.px(4)
        if top + self._problem.height() > room.bottom():
            top = self.y() - self._problem.height() - look.px(4)
        self._problem.move(left, top)
        self._problem.raise_()

    def finish(self) -> None:
        """Go away for good."""
        self.field.removeEventFilter(self)
        self._problem.hide()
        self._problem.deleteLater()
        self.hide()
        self.deleteLater()

    def _typed(self, text: str) -> None:
        self.show_problem("")
        self.typed.emit(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # while somebody types, these keys belong to the cell and to no shortcut of the window
                if _meaning(event):
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress:
                if self._first is not None and self._first(event):
                    return True
                meaning = _meaning(event)
                if meaning:
                    self.asked.emit(meaning)
                    return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self.asked.emit("left")
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("surface.edit"))
        colour = "status.bad.mark" if self.problem else "focus.ring"
        painter.setPen(QPen(look.colour(colour), _RING))
        inside = QRectF(self.rect()).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
        painter.end()


_KEYS = {
    Qt.Key.Key_Return: "stay",
    Qt.Key.Key_Enter: "stay",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
    Qt.Key.Key_Escape: "back",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_PASSING = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


def _meaning(event: QKeyEvent) -> str:
    free = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return "" if free else _KEYS.get(Qt.Key(event.key()), "")
