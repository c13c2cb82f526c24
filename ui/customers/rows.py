"""Rows of the record page that are painted: recommended work, messages."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from ui.customers.pieces import Row
from widgets.theme import theme
from widgets.values import Hue


class WorkRow(Row):
    """A recommended work: icon and hue of how near it is, its name, when, and how much of the time is gone."""

    def __init__(self, name: str, when: str, left: str, hue: Hue, share: float) -> None:
        super().__init__(f"{name}, {when}, {left}", 49)
        self._texts = (name, when, left)
        self._hue = hue
        self._share = share

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground(painter)
        name, when, left = self._texts
        icons = {"bad": "alarm-clock", "wait": "hourglass", "idle": "calendar-clock"}
        ink = "text.secondary" if self._hue == "idle" else f"status.{self._hue}.fg"
        side = look.px(16)
        painter.drawPixmap(0, look.px(8), look.pixmap(icons[self._hue], ink))
        top = QRect(side + look.px(8), look.px(6), self.width() - side - look.px(8), look.px(20))
        quiet = self._hue == "idle"
        painter.setFont(look.font("small", weight=400 if quiet else 500))
        wide = painter.fontMetrics().horizontalAdvance(left)
        painter.setPen(look.colour("text.muted" if quiet else ink))
        both = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(top, both | Qt.AlignmentFlag.AlignRight, left)
        painter.setFont(look.font())
        painter.setPen(look.colour("text.primary"))
        room = top.adjusted(0, 0, -wide - look.px(8), 0)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, both, shown)
        self.setToolTip(name if shown != name else "")
        low = QRect(top.left(), look.px(26), top.width(), look.px(16))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text.muted"))
        words = painter.fontMetrics().elidedText(when, Qt.TextElideMode.ElideRight, look.px(146))
        painter.drawText(low, both, words)
        bar = QRectF(low.left() + look.px(154), 0, 0, look.px(4))
        bar.setRight(float(self.width()))
        bar.moveTop(low.center().y() - look.px(1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface.pressed"))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(max(bar.width() * min(max(self._share, 0), 1), 2))
        painter.setBrush(look.colour(f"status.{self._hue}.mark"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.end()


class MessageRow(Row):
    """A message: icon of its state, what it was about, when."""

    def __init__(self, icon: str, text: str, when: str, *, is_bad: bool) -> None:
        super().__init__(f"{text}, {when}", 26)
        self._icon = icon
        self._texts = (text, when)
        self._is_bad = is_bad

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        self.ground(painter)
        ink = "status.bad.fg" if self._is_bad else "text.muted"
        side = look.px(14)
        top = (self.height() - side) // 2
        painter.drawPixmap(0, top, look.pixmap(self._icon, ink, 14))
        painter.setFont(look.font("small"))
        metrics = painter.fontMetrics()
        text, when = self._texts
        wide = metrics.horizontalAdvance(when)
        painter.setPen(look.colour("text.muted"))
        whole = self.rect()
        both = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole, both | Qt.AlignmentFlag.AlignRight, when)
        painter.setPen(look.colour("text.primary"))
        room = whole.adjusted(side + look.px(8), 0, -wide - look.px(8), 0)
        painter.drawText(
            room, both, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.end()
