"""Lucide icons, drawn in a colour of the theme and kept for each size and screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from widgets.tokens import RESOURCES

FOLDER = RESOURCES / "icons"
_STROKE = 1.75
_STROKE_TOUCH = 2.0
_TOUCH_FROM = 24


@cache
def _source(name: str) -> str:
    try:
        return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"no icon {name!r} in resources/icons") from None


@cache
def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The icon in ``colour`` (#RRGGBB), ``size`` logical pixels wide; KeyError for an icon that is not bundled."""
    stroke = _STROKE_TOUCH if size >= _TOUCH_FROM else _STROKE
    svg = (
        _source(name)
        .replace("currentColor", colour)
        .replace('stroke-width="2"', f'stroke-width="{stroke}"')
    )
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
