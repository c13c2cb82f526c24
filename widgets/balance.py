"""A balance over time: steps with the area under them, and the line that it should stay above."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.marks import Chart, Spot
from widgets.theme import theme

_LEFT = 26
_GAP = 9
_RIGHT_EDGE = 8
_FOOT = 20
_HEAD = 10
_NARROWEST = 4
_VEIL = 0.75


@dataclass(frozen=True, slots=True)
class Level:
    """From ``at`` on (a number on the time axis) the balance was ``value``; ``text`` says when, ``shown`` how much."""

    at: float
    value: float
    text: str
    shown: str


class Balance(Chart):
    """Steps from level to level; the last one is marked. ``headings`` name time and amount in the table behind."""

    def __init__(
        self, name: str, headings: tuple[str, str], *, parent: QWidget | None = None
    ) -> None:
        self._headings = headings
        self._levels: tuple[Level, ...] = ()
        self._across: tuple[tuple[float, str], ...] = ()
        self._up: tuple[tuple[float, str], ...] = ()
        self._least: tuple[float, str] | None = None
        super().__init__(name, parent=parent)

    def set_levels(
        self,
        levels: Sequence[Level],
        *,
        across: Sequence[tuple[float, str]],
        up: Sequence[tuple[float, str]],
        least: tuple[float, str] | None = None,
    ) -> None:
        """Show levels in the order of time; ``across`` and ``up`` title the axes, ``least`` is the warning line."""
        self._levels = tuple(levels)
        self._across = tuple(across)
        self._up = tuple(up)
        self._least = least
        self.refresh()

    def levels(self) -> tuple[Level, ...]:
        """What is shown."""
        return self._levels

    @override
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @override
    def lines(self) -> Sequence[tuple[str, ...]]:
        return [(level.text, level.shown) for level in self._levels]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(174))

    def _bounds(self) -> tuple[float, float, float, float]:
        """First and last moment, lowest and highest value."""
        moments = [level.at for level in self._levels] or [0.0, 1.0]
        values = [level.value for level in self._levels] + [tick for tick, _ in self._up]
        if self._least is not None:
            values.append(self._least[0])
        return min(moments), max(moments), min([0.0, *values]), max([1.0, *values])

    def _left(self) -> float:
        """Where the time axis begins: right of the longest figure."""
        metrics = QFontMetricsF(theme().font("caption", weight=400, numbers=True))
        widest = max((metrics.horizontalAdvance(text) for _, text in self._up), default=0.0)
        return max(float(theme().px(_LEFT)), widest + theme().px(_GAP))

    def place(self, at: float, value: float) -> QPointF:
        """Where a moment and a value stand, in pixels."""
        look = theme()
        first, last, low, high = self._bounds()
        left = self._left()
        wide = self.width() - left - look.px(_RIGHT_EDGE)
        tall = self.height() - look.px(_FOOT) - look.px(_HEAD)
        x = left + (at - first) / ((last - first) or 1) * wide
        y = look.px(_HEAD) + (high - value) / ((high - low) or 1) * tall
        return QPointF(x, y)

    @override
    def arrange(self, width: float, height: float) -> list[Spot]:
        made = []
        for number, level in enumerate(self._levels):
            spot = self.place(level.at, level.value)
            after = self._levels[min(number + 1, len(self._levels) - 1)]
            end = self.place(after.at, 0).x()
            wide = max(end - spot.x(), float(_NARROWEST))
            box = QRectF(spot.x(), 0, wide, height - theme().px(_FOOT))
            made.append(Spot(box, f"{level.text}: {level.shown}"))
        return made

    @override
    def paint_under(self, painter: QPainter) -> None:
        """The stretch of time under the pointer."""
        at = self.hovered()
        if 0 <= at < len(self.spots()):
            painter.fillRect(self.spots()[at].box, theme().colour("surface.hover"))

    @override
    def paint_chart(self, painter: QPainter) -> None:
        self._paint_grid(painter)
        if not self._levels:
            return
        look = theme()
        path = QPainterPath(self.place(self._levels[0].at, self._levels[0].value))
        before = self._levels[0].value
        for level in self._levels[1:]:
            path.lineTo(self.place(level.at, before))
            path.lineTo(self.place(level.at, level.value))
            before = level.value
        end = path.currentPosition()
        area = QPainterPath(path)
        floor = self.place(0, 0).y()
        area.lineTo(QPointF(end.x(), floor))
        area.lineTo(QPointF(self.place(self._levels[0].at, 0).x(), floor))
        area.closeSubpath()
        painter.fillPath(area, look.colour("load.low"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("chart.0"), 1.75))
        painter.drawPath(path)
        self._paint_least(painter)
        painter.setPen(QPen(look.colour("line.chart_axis"), 1))
        painter.drawLine(
            QPointF(self._left(), floor), QPointF(self.width() - look.px(_RIGHT_EDGE), floor)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("chart.0"))
        painter.drawEllipse(end, look.px(4) - 0.5, look.px(4) - 0.5)

    def _paint_grid(self, painter: QPainter) -> None:
        look = theme()
        painter.setFont(look.font("caption", weight=400, numbers=True))
        for tick, text in self._up:
            y = self.place(0, tick).y()
            painter.setPen(QPen(look.colour("line.hairline"), 1))
            painter.drawLine(
                QPointF(self._left(), y), QPointF(self.width() - look.px(_RIGHT_EDGE), y)
            )
            painter.setPen(look.colour("text.muted"))
            box = QRectF(0, y - look.px(8), self._left() - look.px(8), look.px(16))
            painter.drawText(box, _RIGHT, text)
        painter.setPen(look.colour("text.muted"))
        top = self.height() - look.px(15)
        for number, (tick, text) in enumerate(self._across):
            x = self.place(tick, 0).x()
            side = _LEFT_SIDE if number == 0 else _CENTRE
            wide = look.px(80)
            left = x if number == 0 else x - wide / 2
            if number == len(self._across) - 1 and number:
                side, left = _RIGHT, x - wide
            painter.drawText(QRectF(left, top, wide, look.px(14)), side, text)

    def _paint_least(self, painter: QPainter) -> None:
        if self._least is None:
            return
        look = theme()
        value, text = self._least
        y = self.place(0, value).y()
        right = self.width() - look.px(_RIGHT_EDGE)
        pen = QPen(look.colour("status.wait.mark"), 1.25)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._left(), y), QPointF(right, y))
        font = look.font("caption", weight=600)
        wide = QFontMetricsF(font).horizontalAdvance(text) + look.px(6)
        box = QRectF(right - wide, y - look.px(17), wide, look.px(15))
        # the words stay readable where steps cross them
        painter.setOpacity(_VEIL)
        painter.fillRect(box, look.colour("surface.page"))
        painter.setOpacity(1.0)
        painter.setPen(look.colour("status.wait.fg"))
        painter.setFont(font)
        painter.drawText(box, _RIGHT, text)


_CENTRE = Qt.AlignmentFlag.AlignCenter.value
_LEFT_SIDE = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
