"""A small panel over the page that any click beside it, or Esc, closes: filters, columns, a name to type."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.theme import theme


class Popover(QFrame):
    """Its content goes into ``body``; ``first`` gets the focus when it opens, and what asked gets it back."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.first: QWidget | None = None
        look = theme()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
        self.body.setSpacing(look.px(8))

    def show_at(self, spot: QPoint) -> None:
        """Open with the top left corner at a spot of the screen, moved so that all of it shows."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(_inside(QRect(spot, self.size()), screen))
        self.show()
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_under(self, anchor: QWidget, *, right: bool = False) -> None:
        """Open under a control, its left edges aligned, or the right ones."""
        self.adjustSize()
        corner = anchor.rect().bottomRight() if right else anchor.rect().bottomLeft()
        spot = anchor.mapToGlobal(corner) + QPoint(0, theme().px(4))
        self.show_at(spot - QPoint(self.width() - 1 if right else 0, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("surface.raised"))
        painter.setPen(QPen(look.colour("line.divider"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(8), look.px(8))


def _inside(box: QRect, screen: QRect) -> QPoint:
    x = max(screen.left(), min(box.left(), screen.right() - box.width() + 1))
    y = max(screen.top(), min(box.top(), screen.bottom() - box.height() + 1))
    return QPoint(x, y)
