"""Charts: columns by day, bars by name, a line of measured points. Shares of a whole are painted in one hue."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.cells import kit
from widgets.marks import Chart, Spot
from widgets.theme import theme

_CENTRE = Qt.AlignmentFlag.AlignCenter.value
_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


@dataclass(frozen=True, slots=True)
class Pillar:
    """One column: the title under it, its value and the same in words.

    ``capacity`` draws a line that the column should stay under; ``note`` stands above the higher of both and is
    painted as a warning with ``warns``; ``strong`` is the column of today.
    """

    title: str
    value: float
    text: str
    capacity: float | None = None
    note: str = ""
    warns: bool = False
    strong: bool = False
    key: object = None


class Columns(Chart):
    """Columns side by side. With ``edges`` only the first and the last are titled, as in a month of days."""

    def __init__(
        self,
        name: str,
        headings: tuple[str, str],
        *,
        edges: bool = False,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._headings = headings
        self._edges = edges
        self._pillars: tuple[Pillar, ...] = ()
        super().__init__(name, opens=opens, parent=parent)

    def set_pillars(self, pillars: Sequence[Pillar]) -> None:
        """Show these, left to right."""
        self._pillars = tuple(pillars)
        self.refresh()

    def pillars(self) -> tuple[Pillar, ...]:
        """What is shown."""
        return self._pillars

    @override
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @override
    def lines(self) -> Sequence[tuple[str, ...]]:
        return [(pillar.title, _with_note(pillar.text, pillar.note)) for pillar in self._pillars]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(110))

    def _top(self) -> float:
        highest = max((max(p.value, p.capacity or 0) for p in self._pillars), default=0)
        return highest or 1.0

    def _rise(self, value: float, height: float) -> float:
        """The y of a value: room for titles below, and for notes above where there are any."""
        head = theme().px(18) if any(p.note for p in self._pillars) else 2
        foot = theme().px(18)
        return height - foot - value / self._top() * max(0.0, height - foot - head)

    @override
    def arrange(self, width: float, height: float) -> list[Spot]:
        count = len(self._pillars)
        if not count:
            return []
        step = width / count
        return [
            Spot(
                QRectF(at * step, 0, step, height),
                f"{p.title}: {_with_note(p.text, p.note)}",
                p.key,
            )
            for at, p in enumerate(self._pillars)
        ]

    @override
    def paint_chart(self, painter: QPainter) -> None:
        if not self._pillars:
            return
        look, height = theme(), float(self.height())
        step = self.width() / len(self._pillars)
        gap = min(look.px(6), step * 0.14) if not self._edges else min(look.px(1.5), step * 0.2)
        floor = height - look.px(18)
        for at, pillar in enumerate(self._pillars):
            left = at * step
            top = self._rise(pillar.value, height)
            if pillar.value > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent.base" if pillar.strong else "load.mid"))
                box = QRectF(left + gap, top, step - 2 * gap, floor - top)
                painter.drawRoundedRect(box, 2, 2)
            mark = top
            if pillar.capacity is not None:
                mark = self._rise(pillar.capacity, height)
                painter.setPen(QPen(look.colour("load.capacity_line"), 1.5))
                painter.drawLine(QPointF(left + 2, mark), QPointF(left + step - 2, mark))
                mark = min(mark, top)
            if pillar.note:
                painter.setFont(look.font("caption", weight=600 if pillar.warns else 400))
                ink = "status.wait.fg" if pillar.warns else "text.muted"
                painter.setPen(look.colour(ink))
                room = QRectF(left - 4, mark - look.px(17), step + 8, look.px(14))
                painter.drawText(room, _CENTRE, pillar.note)
        self._paint_titles(painter, step, floor)

    def _paint_titles(self, painter: QPainter, step: float, floor: float) -> None:
        look = theme()
        row = QRectF(0, floor + look.px(2), self.width(), look.px(16))
        painter.setPen(look.colour("text.muted"))
        if self._edges:
            painter.fillRect(QRectF(0, floor, self.width(), 1), look.colour("line.divider"))
            painter.setFont(look.font("caption", weight=400))
            painter.drawText(row, _LEFT, self._pillars[0].title)
            painter.drawText(row, _RIGHT, self._pillars[-1].title)
            return
        for at, pillar in enumerate(self._pillars):
            painter.setFont(look.font("caption", weight=600 if pillar.strong else 400))
            painter.setPen(look.colour("text.primary" if pillar.strong else "text.muted"))
            painter.drawText(
                QRectF(at * step, row.top(), step, row.height()), _CENTRE, pillar.title
            )


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of bars: a name, a value for each series with its words, and a note at the right edge.

    An ``icon`` stands before the name in the foreground of ``hue``, the bar is painted in its mark colour.
    """

    title: str
    values: tuple[float, ...]
    texts: tuple[str, ...]
    note: str = ""
    icon: str = ""
    hue: str = ""
    key: object = None


class Bars(Chart):
    """Bars by name. ``bar_width`` gives the bars a fixed room and the names the rest; else the other way round.

    ``pad`` keeps the words off both edges while hover and focus run from edge to edge, in design pixels.
    ``headings`` names the column of names and one for each series.
    """

    def __init__(
        self,
        name: str,
        headings: tuple[str, ...],
        *,
        bar_width: int = 0,
        row_height: int = 27,
        pad: int = 0,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._headings = headings
        self._bar_width = bar_width
        self._pad = pad
        self._row = row_height
        self._bars: tuple[Bar, ...] = ()
        super().__init__(name, opens=opens, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these, top to bottom."""
        self._bars = tuple(bars)
        self.refresh()
        self.updateGeometry()

    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_row_height(self, height: int) -> None:
        """Another height of the rows, in design pixels."""
        self._row = height
        self.refresh()
        self.updateGeometry()

    @override
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @override
    def lines(self) -> Sequence[tuple[str, ...]]:
        return [(bar.title, *bar.texts) for bar in self._bars]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(self._row) * len(self._bars))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    @override
    def arrange(self, width: float, height: float) -> list[Spot]:
        row = theme().px(self._row)
        return [
            Spot(QRectF(0, at * row, width, row), ", ".join((bar.title, *bar.texts)), bar.key)
            for at, bar in enumerate(self._bars)
        ]

    def _room(self) -> tuple[float, float, float]:
        """Left edge and width of the bars, and the width of the notes."""
        look = theme()
        small = QFontMetricsF(look.font("base" if self._bar_width else "small", weight=500))
        note = max((small.horizontalAdvance(bar.note) for bar in self._bars), default=0.0)
        note = max(note, look.px(24))
        if self._bar_width:
            wide = float(look.px(self._bar_width))
            return self.width() - look.px(self._pad) - note - look.px(8) - wide, wide, note
        names = QFontMetricsF(look.font("small"))
        widest = max((names.horizontalAdvance(bar.title) for bar in self._bars), default=0.0)
        pad = look.px(self._pad)
        left = pad + min(widest, self.width() * 0.4) + look.px(8)
        return left, max(0.0, self.width() - pad - left - note - look.px(8)), note

    @override
    def paint_chart(self, painter: QPainter) -> None:
        look = theme()
        top = max((value for bar in self._bars for value in bar.values), default=0) or 1.0
        left, wide, note = self._room()
        row = look.px(self._row)
        paints, edge = kit(), self.width() - look.px(self._pad)
        for at, bar in enumerate(self._bars):
            box = QRectF(0, at * row, self.width(), row)
            x = float(look.px(self._pad))
            if bar.icon:
                picture = look.pixmap(bar.icon, f"status.{bar.hue}.fg", 16)
                painter.drawPixmap(QPointF(x, round(box.center().y() - look.px(8))), picture)
                x += look.px(16 + 8)
            face = paints.face("base" if self._bar_width else "small")
            painter.setFont(face.font)
            painter.setPen(look.colour("text.primary" if self._bar_width else "text.secondary"))
            words = QRectF(x, box.top(), left - x - look.px(8), row)
            painter.drawText(words, _LEFT, face.short(bar.title, words.width()))
            self._paint_bars(painter, bar, QRectF(left, box.top(), wide, row), top)
            weight = 500 if self._bar_width else None
            painter.setFont(look.font("base" if self._bar_width else "small", weight=weight))
            painter.setPen(look.colour("text.primary"))
            painter.drawText(QRectF(edge - note - 1, box.top(), note + 1, row), _RIGHT, bar.note)

    def _paint_bars(self, painter: QPainter, bar: Bar, box: QRectF, top: float) -> None:
        look = theme()
        count = len(bar.values)
        thick = float(look.px(8 if count == 1 else 5))
        gap = float(look.px(2))
        y = box.center().y() - (thick * count + gap * (count - 1)) / 2
        inks = [f"status.{bar.hue}.mark"] if bar.hue else ["accent.base", "status.idle.mark"]
        painter.setPen(Qt.PenStyle.NoPen)
        for place, value in enumerate(bar.values):
            if value > 0:
                painter.setBrush(look.colour(inks[place % len(inks)]))
                long = max(2.0, value / top * box.width())
                painter.drawRoundedRect(QRectF(box.left(), y, long, thick), 2, 2)
            y += thick + gap


@dataclass(frozen=True, slots=True)
class Point:
    """A measured point: where on both axes, what it says, who measured it.

    ``kind`` is solid (ours), open (told), other (measured elsewhere) or wrong: a wrong one is drawn beside the
    line and labelled with ``note`` and ``detail``.
    """

    at: float
    value: float
    text: str
    kind: str = "solid"
    note: str = ""
    detail: str = ""
    key: object = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis drawn as a bar over the chart, for instance an owner's time; newest one ``strong``."""

    begin: float
    end: float
    text: str
    strong: bool = False


class Line(Chart):
    """A line through measured points with spans over it; made for the odometer."""

    def __init__(
        self,
        name: str,
        headings: tuple[str, str],
        *,
        opens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._headings = headings
        self._points: tuple[Point, ...] = ()
        self._spans: tuple[Span, ...] = ()
        self._across: tuple[tuple[float, str], ...] = ()
        self._up: tuple[tuple[float, str], ...] = ()
        self._ahead: tuple[float, float] | None = None
        super().__init__(name, opens=opens, parent=parent)

    def set_points(
        self,
        points: Sequence[Point],
        *,
        across: Sequence[tuple[float, str]],
        up: Sequence[tuple[float, str]],
        spans: Sequence[Span] = (),
        ahead: tuple[float, float] | None = None,
    ) -> None:
        """Show points in the order of ``at``; ``across`` and ``up`` title the axes, ``ahead`` is a dashed forecast."""
        self._points = tuple(points)
        self._spans = tuple(spans)
        self._across = tuple(across)
        self._up = tuple(up)
        self._ahead = ahead
        self.refresh()

    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    @override
    def headings(self) -> tuple[str, ...]:
        return self._headings

    @override
    def lines(self) -> Sequence[tuple[str, ...]]:
        return [
            (point.text, ", ".join(filter(None, (point.note, point.detail))))
            for point in self._points
        ]

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(186))

    def _place(self, at: float, value: float) -> QPointF:
        look = theme()
        places = [point.at for point in self._points] + [tick for tick, _ in self._across]
        places += [edge for span in self._spans for edge in (span.begin, span.end)]
        if self._ahead is not None:
            places.append(self._ahead[0])
        first, last = min(places, default=0.0), max(places, default=1.0)
        top = max(
            [point.value for point in self._points] + [tick for tick, _ in self._up], default=1.0
        )
        left = look.px(30)
        wide = self.width() - left - look.px(10)
        foot, head = look.px(20), look.px(10)
        x = left + (at - first) / ((last - first) or 1) * wide
        y = self.height() - foot - value / (top or 1) * (self.height() - foot - head)
        return QPointF(x, y)

    @override
    def arrange(self, width: float, height: float) -> list[Spot]:
        around = theme().px(8)
        made = []
        for point in self._points:
            middle = self._place(point.at, point.value)
            box = QRectF(middle.x() - around, middle.y() - around, 2 * around, 2 * around)
            said = ", ".join(part for part in (point.text, point.note, point.detail) if part)
            made.append(Spot(box, said, point.key))
        return made

    @override
    def paint_under(self, painter: QPainter) -> None:
        """Points are small: nothing is laid under them."""

    @override
    def paint_chart(self, painter: QPainter) -> None:
        self._paint_axes(painter)
        self._paint_spans(painter)
        good = [point for point in self._points if point.kind != "wrong"]
        if good:
            path = QPainterPath(self._place(good[0].at, good[0].value))
            for point in good[1:]:
                path.lineTo(self._place(point.at, point.value))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("chart.0"), 1.75))
            painter.drawPath(path)
            if self._ahead is not None:
                pen = QPen(theme().colour("chart.0"), 1.5)
                pen.setDashPattern([2, 2])
                painter.setPen(pen)
                painter.drawLine(
                    self._place(good[-1].at, good[-1].value), self._place(*self._ahead)
                )
        for at, point in enumerate(self._points):
            if point.kind == "wrong":
                self._paint_wrong(painter, at, point)
            else:
                self._paint_point(painter, point)

    def _paint_axes(self, painter: QPainter) -> None:
        look = theme()
        painter.setFont(look.font("caption", weight=400))
        for tick, text in self._up:
            y = self._place(0, tick).y()
            painter.setPen(QPen(look.colour("line.hairline"), 1))
            painter.drawLine(QPointF(look.px(30), y), QPointF(self.width() - look.px(8), y))
            painter.setPen(look.colour("text.muted"))
            painter.drawText(QRectF(0, y - look.px(8), look.px(23), look.px(16)), _RIGHT, text)
        floor = self._place(0, 0).y()
        painter.setPen(QPen(look.colour("line.chart_axis"), 1))
        painter.drawLine(QPointF(look.px(30), floor), QPointF(self.width() - look.px(8), floor))
        for tick, text in self._across:
            x = self._place(tick, 0).x()
            painter.setPen(QPen(look.colour("line.chart_axis"), 1))
            painter.drawLine(QPointF(x, floor), QPointF(x, floor + 4))
            painter.setPen(look.colour("text.muted"))
            box = QRectF(x - look.px(30), self.height() - look.px(15), look.px(60), look.px(14))
            painter.drawText(box, _CENTRE, text)

    def _paint_spans(self, painter: QPainter) -> None:
        look = theme()
        painter.setFont(look.font("caption", weight=400))
        for span in self._spans:
            left, right = self._place(span.begin, 0).x(), self._place(span.end, 0).x()
            ink = look.colour("chart.0" if span.strong else "line.divider")
            painter.setOpacity(0.75 if span.strong else 1.0)
            painter.fillRect(QRectF(left, look.px(6), max(1.0, right - left - 1), look.px(4)), ink)
            painter.setOpacity(1.0)
            painter.setPen(look.colour("text.secondary" if span.strong else "text.muted"))
            room = QRectF(left, look.px(12), max(0.0, right - left - look.px(6)), look.px(14))
            face = kit().face("caption", 400)
            painter.drawText(room, _LEFT, face.short(span.text, room.width()))

    def _paint_point(self, painter: QPainter, point: Point) -> None:
        look = theme()
        ring = look.colour("chart.3" if point.kind == "other" else "chart.0")
        solid = point.kind == "solid"
        painter.setBrush(ring if solid else look.colour("surface.page"))
        painter.setPen(QPen(ring, 1.75))
        size = look.px(3.5)
        painter.drawEllipse(self._place(point.at, point.value), size, size)

    def _paint_wrong(self, painter: QPainter, at: int, point: Point) -> None:
        look, middle = theme(), self._place(point.at, point.value)
        good = [k for k, other in enumerate(self._points) if other.kind != "wrong"]
        before = max((k for k in good if k < at), default=None)
        after = min((k for k in good if k > at), default=None)
        pen = QPen(look.colour("status.bad.mark"), 1.25)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        for near in (before, after):
            if near is not None:
                other = self._points[near]
                painter.drawLine(self._place(other.at, other.value), middle)
        painter.setBrush(look.colour("surface.page"))
        painter.setPen(QPen(look.colour("status.bad.mark"), 2))
        painter.drawEllipse(middle, look.px(5), look.px(5))
        painter.setPen(QPen(look.colour("status.bad.mark"), 1.5))
        painter.drawLine(middle + QPointF(-2, -2), middle + QPointF(2, 2))
        painter.drawLine(middle + QPointF(2, -2), middle + QPointF(-2, 2))
        wide = max(
            kit().face("small", 600).width(point.note),
            kit().face("caption", 400).width(point.detail),
        )
        x = middle.x() + look.px(11)
        if x + wide > self.width():
            x = middle.x() - look.px(11) - wide
        painter.setFont(look.font("small", weight=600))
        painter.setPen(look.colour("status.bad.fg"))
        painter.drawText(
            QRectF(x, middle.y() - look.px(11), wide + 2, look.px(16)), _LEFT, point.note
        )
        painter.setFont(look.font("caption", weight=400))
        painter.setPen(look.colour("text.muted"))
        painter.drawText(
            QRectF(x, middle.y() + look.px(5), wide + 2, look.px(16)), _LEFT, point.detail
        )


def _with_note(text: str, note: str) -> str:
    return f"{text}, {note}" if note else text
