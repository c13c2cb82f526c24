"""The search of Today: it looks like a field and opens the palette, which finds everything."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.shell.desk import Desk
from ui.shell.window import Window
from widgets.theme import theme

_WIDTH = 300
_NARROWEST = 140


class FindButton(QAbstractButton):
    """Opens the palette of the window on click, Enter and ``/``."""

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        self._desk = desk
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme().px(_WIDTH))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        front = self._desk.front
        if isinstance(front, Window):
            front.palette_asked.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().height("control"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_NARROWEST), theme().height("control"))

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
        edge = "line.control_hover" if self.underMouse() else "line.control"
        painter.setPen(QPen(look.colour(edge), 1))
        painter.setBrush(look.colour("surface.edit"))
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, look.px(6), look.px(6))
        x = look.px(8)
        icon = look.pixmap("search", "text.muted", 14)
        painter.drawPixmap(x, (self.height() - look.px(14)) // 2, icon)
        x += look.px(14 + 7)
        painter.setPen(look.colour("text.muted"))
        painter.setFont(look.font("base"))
        room = QRect(x, 0, self.width() - x - look.px(22), self.height())
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        middle = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(room, middle, words)
        painter.setFont(look.font("caption"))
        painter.drawText(
            QRect(self.width() - look.px(14), 0, look.px(12), self.height()), middle, "/"
        )
