"""What the signs of the rights matrix mean, below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.centers.matrix_paint import draw_check
from widgets.cells import kit
from widgets.theme import theme


class Legend(QWidget):
    """Check, limit, dash, dot and lock with a word each."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._entries = (
            ("check", self.tr("yes")),
            ("limit", self.tr("held back by a rule")),
            ("dash", self.tr("no, not on the screen")),
            ("dot", self.tr("changed")),
            ("lock", self.tr("stays with the owner")),
        )
        self.setAccessibleName(", ".join(words for _, words in self._entries))
        self.setToolTip(self.accessibleName())
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(34))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = look.face("small")
        x, middle = look.px(16), self.height() / 2
        for sign, words in self._entries:
            if x + look.px(28) + small.width(words) > self.width():
                # what does not fit whole is in the tooltip
                return
            x = round(self._sign(painter, sign, x, middle)) + look.px(6)
            painter.setFont(small.font)
            painter.setPen(look.pen("text.muted"))
            painter.drawText(x, round(middle + small.rise), words)
            x += round(small.width(words)) + look.px(18)

    def _sign(self, painter: QPainter, sign: str, x: int, middle: float) -> float:
        look = kit()
        box = QRectF(x, middle - look.px(9), look.px(22), look.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        if sign == "check":
            painter.setBrush(look.colour("accent.soft"))
            painter.drawRoundedRect(box, look.px(4), look.px(4))
            draw_check(painter, box)
            return box.right()
        if sign == "limit":
            painter.setPen(look.pen("line.control"))
            painter.setBrush(look.colour("surface.page"))
            painter.drawRoundedRect(box, look.px(4), look.px(4))
            painter.setFont(look.face("caption", 400).font)
            painter.setPen(look.pen("text.secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "…")
            return box.right()
        if sign == "dash":
            painter.setFont(look.face().font)
            painter.setPen(look.pen("text.muted"))
            box.setWidth(look.px(8))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–")
            return box.right()
        if sign == "dot":
            painter.setBrush(look.colour("status.wait.mark"))
            side = look.px(6)
            painter.drawEllipse(QRectF(x, middle - side / 2, side, side))
            return x + side
        painter.drawPixmap(x, round(middle - look.px(7)), look.icon("lock", "text.muted", 14))
        return x + look.px(14)
