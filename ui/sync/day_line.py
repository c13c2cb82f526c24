"""The day's connection as a line: green where the server was reached, amber where it was not."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.passports import Reached
from ui.shell.formats import Formats
from widgets.theme import theme

_HOURS = 24
_EVERY = 3


class DayLine(QWidget):
    """From midnight to midnight of the center's day; said aloud as a sentence."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._parts: tuple[Reached, ...] = ()
        self._start: datetime | None = None
        self._now: datetime | None = None
        self._known = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_day(
        self, start: datetime, now: datetime, parts: Sequence[Reached], *, was_reached: bool | None
    ) -> None:
        """Midnight, now, and when the connection came and went; ``was_reached``: how it was at midnight, if known."""
        self._start, self._now = start, now
        first = () if was_reached is None else (Reached(start, was_reached),)
        self._parts = (*first, *parts)
        self.setAccessibleName(self.words())
        self.setToolTip(self.words())
        self.update()

    def words(self) -> str:
        """The line in a sentence."""
        outage = self.outage()
        if outage is not None:
            return self.tr("no connection for {span}").format(span=self._formats.span(outage))
        if not self._parts:
            return self.tr("nothing was exchanged today")
        lost = sum(1 for part in self._parts if not part.is_reached)
        if lost:
            return self.tr("the connection was lost %n times today", "", lost)
        return self.tr("the server was reached all day")

    def outage(self) -> timedelta | None:
        """For how long there has been no connection; None while there is one."""
        if self._now is None or not self._parts or self._parts[-1].is_reached:
            return None
        return self._now - self._parts[-1].at

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide, high = self.width(), look.px(12)
        painter.setBrush(look.colour("surface.pressed"))
        painter.drawRoundedRect(QRectF(0, 0, wide, high), 2, 2)
        if self._start is None or self._now is None:
            return
        ends = [*(part.at for part in self._parts[1:]), self._now][: len(self._parts)]
        for part, end in zip(self._parts, ends, strict=True):
            left, right = self._x(part.at), self._x(end)
            ink = "status.good.mark" if part.is_reached else "status.wait.mark"
            painter.setBrush(look.colour(ink))
            painter.drawRoundedRect(QRectF(left, 0, max(right - left - 1, 2), high), 2, 2)
        self._paint_scale(painter)
        now = self._x(self._now)
        painter.setPen(QPen(look.colour("accent.base"), 1.5))
        painter.drawLine(round(now), 0, round(now), look.px(16))
        if self.outage() is not None:
            painter.setFont(look.font("caption", weight=600))
            painter.setPen(look.colour("status.wait.fg"))
            words = self.words()
            room = painter.fontMetrics().horizontalAdvance(words)
            left = now + look.px(10)
            if left + room > wide:
                left = now - room - look.px(10)
                painter.setPen(look.colour("text.on_accent"))
            painter.drawText(QRectF(left, 0, room + 2, high), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_scale(self, painter: QPainter) -> None:
        look = theme()
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        top, high = look.px(15), look.px(15)
        for hour in range(0, _HOURS + 1, _EVERY):
            x = self.width() * hour / _HOURS
            words = f"{hour}:00"
            room = painter.fontMetrics().horizontalAdvance(words)
            left = x if hour == 0 else x - room if hour == _HOURS else x - room / 2
            painter.drawText(
                QRectF(left, top, room + 2, high), Qt.AlignmentFlag.AlignVCenter, words
            )

    def _x(self, moment: datetime) -> float:
        if self._start is None:
            return 0.0
        share = (moment - self._start) / timedelta(hours=_HOURS)
        return min(max(share, 0.0), 1.0) * self.width()
