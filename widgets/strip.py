"""The promise strip: what is due along the day, in as many lanes as it needs, with a line for now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.cells import kit
from widgets.marks import Chart, Spot
from widgets.theme import theme

_HEAD = 18
_FOOT = 18
_LANE = 27
_HIGH = 23
_APART = 3
_LANES = 4
_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_CENTRE = Qt.AlignmentFlag.AlignCenter.value


@dataclass(frozen=True, slots=True)
class Due:
    """Something due at ``at`` (a place on the axis): what it is, more of it, its hue and icon, its words."""

    at: float
    title: str
    detail: str = ""
    icon: str = "wrench"
    hue: str = "work"
    text: str = ""
    key: object = None


class Strip(Chart):
    """Marks along an axis. ``overflowed`` tells how many found no lane: say so beside the heading."""

    overflowed = Signal(int)

    def __init__(
        self,
        name: str,
        headings: tuple[str, str],
        *,
        lanes: int = _LANES,
        parent: QWidget | None = None,
    ) -> None:
        self._headings = headings
        self._most = lanes
        self._due: tuple[Due, ...] = ()
        self._ticks: tuple[tuple[float, str], ...] = ()
        self._begin, self._end = 0.0, 1.0
        self._now: float | None = None
        self._now_text = ""
        self._placed: list[tuple[Due, QRectF, float, bool]] = []
        self._lanes = 1
        self._left_out = 0
        self._last = 1.0
        super().__init__(name, opens=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_due(
        self,
        due: Sequence[Due],
        *,
        begin: float,
        end: float,
        ticks: Sequence[tuple[float, str]],
        now: float | None = None,
        now_text: str = "",
    ) -> None:
        """Show these between ``begin`` and ``end`` of the axis; ticks beyond the end are kept for a longer axis."""
        self._due = tuple(sorted(due, key=lambda each: each.at))
        self._begin, self._end = begin, max(end, begin + 1e-6)
        self._ticks = tuple(ticks)
        self._now, self._now_text = now, now_text
        self.refresh()
        self.updateGeometry()

    def set_lanes(self, lanes: int) -> None:
        """Use at most so many lanes."""
        if lanes != self._most:
            self._most = lanes
            self.refresh()
            self.updateGeometry()

    def due(self) -> tuple[Due, ...]:
        """What is due, in the order of the axis."""
        return self._due

    def left_out(self) -> int:
        """How many found no lane."""
        return self._left_out

    @override
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @override
    def lines(self) -> Sequence[tuple[str, ...]]:
        return [(f"{due.title} {due.detail}".strip(), due.text) for due in self._due]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(2 + _HEAD + _LANE * self._lanes + _FOOT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    def _wide(self, due: Due, *, short: bool) -> float:
        look = kit()
        wide = look.px(6 + 14 + 6 + 7) + look.face("small", 600).width(due.title)
        if due.detail and not short:
            wide += look.px(6) + look.face("small").width(due.detail)
        return wide

    def _x(self, at: float, width: float) -> float:
        return (at - self._begin) / (self._last - self._begin) * width

    @override
    def arrange(self, width: float, height: float) -> list[Spot]:
        self._last = self._stretched(width)
        for short in (False, True):
            self._placed, left_out = self._laid(width, short=short)
            if not left_out:
                break
        lanes = 1 + max(
            (
                round((box.top() - theme().px(2 + _HEAD)) / theme().px(_LANE))
                for _, box, _, _ in self._placed
            ),
            default=0,
        )
        if lanes != self._lanes:
            self._lanes = lanes
            self.updateGeometry()
        if left_out != self._left_out:
            self._left_out = left_out
            self.overflowed.emit(left_out)
        return [
            Spot(box, ", ".join(filter(None, (due.title, due.detail, due.text))), due.key)
            for due, box, _, _ in self._placed
        ]

    def _stretched(self, width: float) -> float:
        """The end of the axis, moved so far that the last mark still fits before the edge."""
        last = self._end
        for due in self._due:
            room = width - self._wide(due, short=False)
            if room > 0:
                last = max(last, self._begin + (due.at - self._begin) * width / room)
        return last

    def _laid(
        self, width: float, *, short: bool
    ) -> tuple[list[tuple[Due, QRectF, float, bool]], int]:
        """Each mark in the first lane that is free at its place; how many found none."""
        look = theme()
        ends: list[float] = []
        placed: list[tuple[Due, QRectF, float, bool]] = []
        left_out = 0
        for due in self._due:
            wide = self._wide(due, short=short)
            true = self._x(due.at, width)
            x = min(max(0.0, true), max(0.0, width - wide))
            lane = next((at for at, end in enumerate(ends) if end < x - look.px(_APART)), len(ends))
            if lane == self._most:
                left_out += 1
                continue
            if lane == len(ends):
                ends.append(0.0)
            ends[lane] = x + wide
            top = look.px(2 + _HEAD) + lane * look.px(_LANE)
            placed.append((due, QRectF(x, top, wide, look.px(_HIGH)), true, short))
        return placed, left_out

    @override
    def step(self, key: Qt.Key) -> None:
        """Left and right go along the axis, up and down to the nearest mark of the next lane."""
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} or self.current() < 0:
            super().step(key)
            return
        spots = self.spots()
        here = spots[self.current()].box
        down = key == Qt.Key.Key_Down
        others = [
            (abs(spot.box.top() - here.top()), abs(spot.box.left() - here.left()), place)
            for place, spot in enumerate(spots)
            if (spot.box.top() > here.top() if down else spot.box.top() < here.top())
        ]
        if others:
            self.go_to(min(others)[2])

    @override
    def paint_under(self, painter: QPainter) -> None:
        look = theme()
        top, floor = look.px(_HEAD), self.height() - look.px(_FOOT - 2)
        if self._now is not None:
            past = min(max(0.0, self._x(self._now, self.width())), float(self.width()))
            painter.fillRect(QRectF(0, top, past, floor - top), look.colour("surface.nonworking"))
        painter.setFont(look.font("caption", weight=400))
        for tick, text in self._ticks:
            x = self._x(tick, self.width())
            if x < 0 or x > self.width():
                continue
            painter.fillRect(QRectF(x, top, 1, floor - top), look.colour("line.hairline"))
            wide = kit().face("caption", 400).width(text)
            begin = min(max(0.0, x - wide / 2), self.width() - wide - 1)
            painter.setPen(look.colour("text.muted"))
            painter.drawText(QRectF(begin, floor + 1, wide + 2, look.px(15)), _LEFT, text)
        painter.fillRect(QRectF(0, floor, self.width(), 1), look.colour("line.divider"))

    @override
    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        if self._now is not None:
            x = self._x(self._now, self.width())
            if 0 <= x <= self.width():
                painter.setPen(QPen(look.colour("accent.base"), 1.5))
                painter.drawLine(
                    QPointF(x, look.px(14)), QPointF(x, self.height() - look.px(_FOOT - 2))
                )
                painter.setFont(look.font("caption", weight=600))
                painter.setPen(look.colour("accent.text"))
                half = look.px(24)
                begin = min(max(0.0, x - half), self.width() - 2.0 * half)
                painter.drawText(QRectF(begin, 0, 2 * half, look.px(14)), _CENTRE, self._now_text)
        for place, (due, box, _, short) in enumerate(self._placed):
            self._paint_due(painter, due, box, short=short, hover=place == self.hovered())

    def _paint_due(
        self, painter: QPainter, due: Due, box: QRectF, *, short: bool, hover: bool
    ) -> None:
        look, paints = theme(), kit()
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        shape.addRect(QRectF(box.left(), box.top(), 4, box.height()))
        shape.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(shape, look.colour(f"status.{due.hue}.bg"))
        edge = QRectF(box.left(), box.top(), 2, box.height())
        painter.fillRect(edge, look.colour(f"status.{due.hue}.mark"))
        if hover:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour(f"status.{due.hue}.mark"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink = f"status.{due.hue}.fg"
        x = box.left() + look.px(6)
        top = box.center().y() - look.px(14) / 2
        painter.drawPixmap(QPointF(round(x), round(top)), look.pixmap(due.icon, ink, 14))
        x += look.px(14 + 6)
        face = paints.face("small", 600)
        painter.setFont(face.font)
        painter.setPen(look.colour("text.primary"))
        wide = face.width(due.title)
        painter.drawText(QRectF(x, box.top(), wide + 2, box.height()), _LEFT, due.title)
        if due.detail and not short:
            x += wide + look.px(6)
            face = paints.face("small")
            painter.setFont(face.font)
            painter.setPen(look.colour(ink))
            painter.drawText(
                QRectF(x, box.top(), face.width(due.detail) + 2, box.height()), _LEFT, due.detail
            )
