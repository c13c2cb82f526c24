"""How a marked drawing is painted: its lines in colours of the theme, its marks, their numbers."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from widgets.theme import theme

_PART = re.compile(r'class="(\w+)" fill="[^"]*" stroke="[^"]*"')
_COLOURS = {
    "body": ("surface.sunken", "line.control"),
    "glass": ("surface.pressed", "line.control"),
    "line": ("", "line.control"),
    "fine": ("", "line.divider"),
    "tyre": ("surface.pressed", "line.control"),
    "rim": ("surface.page", "line.control"),
    "hub": ("line.control", "line.control"),
}


def _coloured(part: re.Match[str]) -> str:
    fill, stroke = _COLOURS.get(part[1], ("", "line.control"))
    look = theme()
    inside = look.colour(fill).name() if fill else "none"
    return f'class="{part[1]}" fill="{inside}" stroke="{look.colour(stroke).name()}"'


def picture(svg: bytes, size: QSizeF, ratio: float) -> QPixmap:
    """The drawing in the theme's colours, ``size`` in logical pixels."""
    renderer = QSvgRenderer(QByteArray(_PART.sub(_coloured, svg.decode("utf-8")).encode()))
    made = QPixmap(max(round(size.width() * ratio), 1), max(round(size.height() * ratio), 1))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(QPointF(0, 0), size))
    painter.end()
    return made


def paint_mark(painter: QPainter, kind: str, spots: Sequence[QPointF], by: float) -> None:
    """A mark of a kind along its spots; a single spot gets the sign of its kind around it."""
    ink = theme().colour("status.bad.mark")
    pen = QPen(ink, 2.4 * by)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = QPolygonF(list(spots)).boundingRect().center()
    if kind == "dent":
        box = QPolygonF(list(spots)).boundingRect().adjusted(-9 * by, -6 * by, 9 * by, 6 * by)
        pen.setDashPattern([1.4, 1.8])
        painter.setPen(pen)
        painter.drawEllipse(box)
    elif kind == "missing":
        reach = 7 * by
        box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    elif kind == "chip":
        _chips(painter, spots, by, ink)
    elif len(spots) > 1:
        painter.drawPolyline(QPolygonF(list(spots)))
    elif kind == "crack":
        steps = ((-4, -11), (2, -5), (-2, 2), (5, 9))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * by for x, y in steps]))
    elif kind == "scratch":
        for low, wide in ((0, 15), (5, 10)):
            start = middle + QPointF(-wide, low + 1.5) * by
            painter.drawLine(start, middle + QPointF(wide * 0.7, low - 3) * by)
    else:
        painter.drawEllipse(middle, 6 * by, 6 * by)


def _chips(painter: QPainter, spots: Sequence[QPointF], by: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    around = ((0, 0), (7, -3), (4, 5))
    places = spots if len(spots) > 1 else [spots[0] + QPointF(x, y) * by for x, y in around]
    for place in places[:: max(len(places) // 6, 1)]:
        painter.drawEllipse(place, 2.4 * by, 2.4 * by)


def paint_pin(painter: QPainter, at: QPointF, text: str, by: float, *, on: bool) -> None:
    """The number of a mark in a disc; the selected one in the accent."""
    look = theme()
    reach = 9 * by
    painter.setPen(QPen(look.colour("surface.page"), 1.5))
    painter.setBrush(look.colour("accent.base" if on else "text.primary"))
    painter.drawEllipse(at, reach, reach)
    font = look.font("caption", weight=600)
    font.setPixelSize(max(round(11 * by), 7))
    painter.setFont(font)
    painter.setPen(look.colour("text.on_accent" if on else "surface.page"))
    box = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
