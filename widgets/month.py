"""A month to choose a day from: a small popup, by mouse or arrows, Enter takes the day, Esc closes.

It is a child of the window and never takes the focus: its field keeps the keyboard and hands the keys over.
"""

from calendar import Calendar as Weeks
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.theme import theme

_CELL = 32
_HEAD = 36
_NAMES = 22
_PAD = 8
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthPopup(QWidget):
    """``picked`` brings the chosen ``date``; the popup closes itself and forgets itself."""

    picked = Signal(object)

    def __init__(self, shown: date, today: date, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._today = today
        self._day = shown
        self._locale = QLocale(language)
        look = theme()
        self.setFixedSize(
            look.px(_CELL * 7 + 2 * _PAD), look.px(_HEAD + _NAMES + _CELL * 6 + 2 * _PAD)
        )
        self._say()

    @property
    def day(self) -> date:
        """The day the arrows stand on."""
        return self._day

    def open_below(self, anchor: QWidget) -> None:
        """Show the month under a field of the same window, or above it when the window ends."""
        window = anchor.window()
        gap = theme().px(4)
        spot = anchor.mapTo(window, QPoint(0, anchor.height() + gap))
        above = anchor.mapTo(window, QPoint(0, 0)).y() - gap - self.height()
        if spot.y() + self.height() > window.height() and above >= 0:
            spot.setY(above)
        spot.setX(max(min(spot.x(), window.width() - self.width()), 0))
        self.move(spot)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go away for good."""
        self.hide()
        self.deleteLater()

    def _say(self) -> None:
        day = QDate(self._day.year, self._day.month, self._day.day)
        self.setAccessibleName(self._locale.toString(day, QLocale.FormatType.LongFormat))
        self.update()

    def _go(self, day: date) -> None:
        self._day = day
        self._say()

    def _turn(self, months: int) -> None:
        place = self._day.year * 12 + self._day.month - 1 + months
        year, month = place // 12, place % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        self._go(date(year, month, min(self._day.day, last)))

    def _take(self, day: date) -> None:
        self.picked.emit(day)
        self.leave()

    def _weeks(self) -> list[list[date]]:
        first = self._locale.firstDayOfWeek().value - 1
        return Weeks(first).monthdatescalendar(self._day.year, self._day.month)

    def _cell(self, row: int, column: int) -> QRect:
        look = theme()
        top = look.px(_PAD + _HEAD + _NAMES)
        side = look.px(_CELL)
        return QRect(look.px(_PAD) + column * side, top + row * side, side, side)

    def _arrow(self, *, right: bool) -> QRect:
        look = theme()
        side = look.px(_CELL)
        left = self.width() - look.px(_PAD) - side if right else look.px(_PAD)
        return QRect(left, look.px(_PAD), side, look.px(_HEAD - 4))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False when it means nothing."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(1 if key is Qt.Key.Key_PageDown else -1)
        elif key is Qt.Key.Key_Home:
            self._go(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._day)
        elif key is Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turn(-1 if event.angleDelta().y() > 0 else 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._arrow(right=False).contains(spot):
            self._turn(-1)
        elif self._arrow(right=True).contains(spot):
            self._turn(1)
        for row, week in enumerate(self._weeks()):
            for column, day in enumerate(week):
                if self._cell(row, column).contains(spot):
                    self._take(day)
                    return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.setBrush(look.colour("surface.raised"))
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, look.px(8), look.px(8))
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text.primary"))
        head = QRect(0, look.px(_PAD), self.width(), look.px(_HEAD - 4))
        title = self._locale.standaloneMonthName(self._day.month)
        painter.drawText(head, centre, f"{title} {self._day.year}")
        for right, name in ((False, "chevron-left"), (True, "chevron-right")):
            place = QRect(0, 0, look.px(16), look.px(16))
            place.moveCenter(self._arrow(right=right).center())
            painter.drawPixmap(place.topLeft(), look.pixmap(name))
        weeks = self._weeks()
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        for column, day in enumerate(weeks[0]):
            box = self._cell(0, column).translated(0, -look.px(_NAMES))
            box.setHeight(look.px(_NAMES))
            name = self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
            painter.drawText(box, centre, name)
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                self._paint_day(painter, self._cell(row, column), day)
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        look = theme()
        inside = box.toRectF().adjusted(2, 2, -2, -2)
        ink = "text.primary" if day.month == self._day.month else "text.disabled"
        if day == self._day:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent.base"))
            painter.drawRoundedRect(inside, look.px(6), look.px(6))
            ink = "text.on_accent"
        elif day == self._today:
            painter.setPen(QPen(look.colour("line.control"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, look.px(6), look.px(6))
        painter.setFont(look.font("strong" if day == self._today else "base"))
        painter.setPen(look.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
