"""How the values of a cell are painted: one painter for each kind, the same in tables, labels and popups.

Sizes are those of the tokens. Plates, amounts and states are never shortened: ask ``cell_width`` for their room.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from widgets.theme import Theme, theme
from widgets.values import (
    NONE,
    Badge,
    Figure,
    Mark,
    Meter,
    PlateText,
    Rich,
    Value,
    cell_text,
    clip_text,
    highlight,
)

_ELLIPSIS: Final = "…"
_CACHED: Final = 20_000
_MEDIUM: Final = 500
_METER: Final = 64
_TONES: Final = {
    "": "text.primary",
    "strong": "text.primary",
    "match": "text.primary",
    "code": "text.primary",
    "secondary": "text.secondary",
    "muted": "text.muted",
    "disabled": "text.disabled",
    "link": "text.link",
} | {hue: f"status.{hue}.fg" for hue in ("idle", "work", "wait", "good", "bad")}


class Face:
    """A font with what painting asks of it, remembered: metrics, widths, shortened texts."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.rise = (self.metrics.ascent() - self.metrics.descent()) / 2
        self._widths: dict[str, float] = {}
        self._short: dict[tuple[str, int, bool], str] = {}

    def width(self, text: str) -> float:
        """The advance of a text, in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _CACHED:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def short(self, text: str, room: float, *, by_end: bool = False) -> str:
        """The text, its end an ellipsis when it is wider than the room; ``by_end``: its front is."""
        if self.width(text) <= room:
            return text
        key = (text, int(room), by_end)
        found = self._short.get(key)
        if found is None:
            if len(self._short) > _CACHED:
                self._short.clear()
            mode = Qt.TextElideMode.ElideLeft if by_end else Qt.TextElideMode.ElideRight
            found = self._short[key] = self.metrics.elidedText(text, mode, room)
        return found


class Kit:
    """The fonts, colours and pictures of one look of the theme."""

    def __init__(self, look: Theme) -> None:
        self.look = look
        self.px = look.px
        self._faces: dict[tuple[str, int | None, bool, bool, float], Face] = {}
        self._colours: dict[str, QColor] = {}
        self._pens: dict[str, QPen] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}

    def face(
        self,
        role: str = "base",
        weight: int | None = None,
        *,
        numbers: bool = False,
        codes: bool = False,
        spacing: float = 0,
    ) -> Face:
        """A font by its role in the type scale."""
        key = (role, weight, numbers, codes, spacing)
        found = self._faces.get(key)
        if found is None:
            font = QFont(self.look.font(role, weight=weight, numbers=numbers, codes=codes))
            if spacing:
                font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * self.look.scale)
            found = self._faces[key] = Face(font)
        return found

    def colour(self, name: str) -> QColor:
        """A colour by its token."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = self.look.colour(name)
        return found

    def pen(self, name: str) -> QPen:
        """A pen of one pixel in the colour of a token."""
        found = self._pens.get(name)
        if found is None:
            found = self._pens[name] = QPen(self.colour(name), 1)
        return found

    def icon(self, name: str, colour: str, size: int) -> QPixmap:
        """An icon in the colour of a token; ``size`` is before the scale."""
        key = (name, colour, size)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self.look.pixmap(name, colour, size)
        return found


_kits: dict[object, Kit] = {}
"""The kit of the present look alone, by the look's mark."""


def kit() -> Kit:
    """The kit of the theme as it is now; a change of mode, scale or touch makes another."""
    look = theme()
    found = _kits.get(look.dressed)
    if found is None:
        _kits.clear()
        found = _kits[look.dressed] = Kit(look)
    return found


class Brush:
    """One painter, one place: what the painters of single values share."""

    __slots__ = ("kind", "kit", "large", "middle", "painter", "rect", "right")

    def __init__(
        self, painter: QPainter, rect: QRect, look: Kit, kind: str, *, right: bool, large: bool
    ) -> None:
        self.painter = painter
        self.rect = rect
        self.kind = kind
        self.right = right
        self.large = large
        self.kit = look
        self.middle = rect.y() + rect.height() / 2

    def start(self, width: float) -> float:
        """Where something that wide begins: at the left edge, or so that it ends at the right one."""
        return self.rect.x() + (max(0.0, self.rect.width() - width) if self.right else 0.0)

    def word(self, x: float, text: str, face: Face, colour: str) -> float:
        """Write a text from ``x`` on the middle line; returns where it ends."""
        self.painter.setFont(face.font)
        self.painter.setPen(self.kit.pen(colour))
        self.painter.drawText(QPointF(x, round(self.middle + face.rise)), text)
        return x + face.width(text)

    def picture(self, x: float, name: str, colour: str, size: int) -> float:
        """Draw an icon from ``x`` on the middle line; returns where it ends."""
        side = self.kit.px(size)
        top = round(self.middle - side / 2)
        self.painter.drawPixmap(QRect(round(x), top, side, side), self.kit.icon(name, colour, size))
        return x + side

    def bar(self, box: QRectF, colour: str, radius: float) -> None:
        """Fill a box with round corners."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.kit.colour(colour))
        self.painter.drawRoundedRect(box, radius, radius)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)


def _text_face(look: Kit, kind: str, *, right: bool) -> Face:
    match kind:
        case "code":
            return look.face(codes=True, spacing=0.1)
        case "strong":
            return look.face("strong", numbers=right)
        case "small":
            return look.face("small", numbers=right)
        case _:
            return look.face(numbers=right or kind == "number")


_KIND_COLOURS: Final = {
    "code": "text.secondary",
    "muted": "text.muted",
    "secondary": "text.secondary",
    "small": "text.secondary",
}


def _paint_text(brush: Brush, text: str) -> None:
    face = _text_face(brush.kit, brush.kind, right=brush.right)
    shown = face.short(text, brush.rect.width())
    colour = "text.muted" if text == NONE else _KIND_COLOURS.get(brush.kind, "text.primary")
    brush.word(brush.start(face.width(shown)), shown, face, colour)


def _badge_width(look: Kit, value: Badge) -> float:
    return look.px(5 + 13 + 5 + 7) + look.face("small", _MEDIUM).width(value.text)


def _paint_badge(brush: Brush, value: Badge) -> None:
    look = brush.kit
    width = _badge_width(look, value)
    height = look.look.height("badge")
    x = brush.start(width)
    top = round(brush.middle - height / 2)
    brush.bar(QRectF(round(x), top, round(width), height), f"status.{value.hue}.bg", look.px(4))
    ink = f"status.{value.hue}.fg"
    x = brush.picture(x + look.px(5), value.icon, ink, 13) + look.px(5)
    brush.word(x, value.text, look.face("small", _MEDIUM), ink)


def _plate_faces(look: Kit, *, large: bool) -> tuple[Face, Face]:
    if large:
        return look.face("lead", 600, numbers=True, spacing=0.2), look.face("small", 500)
    return look.face("small", 600, numbers=True, spacing=0.2), look.face("caption", 500)


def _plate_parts(look: Kit, value: PlateText, *, large: bool) -> tuple[float, float]:
    """The widths of the number's box and of the region's box."""
    number, region = _plate_faces(look, large=large)
    left = number.width(value.text) + look.px(14 if large else 10)
    right = region.width(value.region) + look.px(10 if large else 6) if value.region else 0.0
    return round(left), round(right)


def _paint_plate(brush: Brush, value: PlateText) -> None:
    look, painter, large = brush.kit, brush.painter, brush.large
    number, region = _plate_faces(look, large=large)
    left, right = _plate_parts(look, value, large=large)
    height = look.px(26) if large else look.look.height("badge")
    x = round(brush.start(left + right + 2))
    top = round(brush.middle - height / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.pen("line.plate"))
    painter.setBrush(look.colour("surface.plate"))
    radius = look.px(4 if large else 3)
    painter.drawRoundedRect(
        QRectF(x + 0.5, top + 0.5, left + right + 1, height - 1), radius, radius
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pad = look.px(7 if large else 5)
    if value.find is not None:
        start, length = value.find
        before = number.width(value.text[:start])
        wide = number.width(value.text[start : start + length])
        box = QRectF(x + 1 + pad + before, top + 2, wide, height - 4)
        painter.fillRect(box, look.colour("surface.match"))
    brush.word(x + 1 + pad, value.text, number, "text.plate")
    if value.region:
        painter.setPen(look.pen("line.plate"))
        painter.drawLine(x + int(left) + 1, top + 1, x + int(left) + 1, top + height - 2)
        pad = look.px(5 if large else 3)
        brush.word(x + left + 1 + pad, value.region, region, "text.plate")


def _figure_face(look: Kit, value: Figure, *, large: bool) -> Face:
    if large:
        return look.face("lead", 600, numbers=True)
    weight = 600 if value.tone == "strong" else None if value.tone == "muted" else _MEDIUM
    return look.face("base", weight, numbers=True)


def _paint_figure(brush: Brush, value: Figure) -> None:
    face = _figure_face(brush.kit, value, large=brush.large)
    ink = _TONES[value.tone]
    x = brush.start(face.width(value.major) + face.width(value.minor) + face.width(value.tail))
    x = brush.word(x, value.major, face, "text.muted" if value.major == NONE else ink)
    if value.minor:
        muted = value.tone not in {"wait", "bad"}
        x = brush.word(x, value.minor, face, "text.muted" if muted else ink)
    if value.tail:
        brush.word(x, value.tail, face, ink)


def _mark_face(look: Kit, value: Mark, *, right: bool) -> Face:
    plain = value.tone in {"", "secondary", "muted", "disabled", "link"}
    weight = 600 if value.tone == "strong" else None if plain or not value.icon else _MEDIUM
    return look.face("base", weight, numbers=right)


def _mark_width(look: Kit, value: Mark, kind: str, *, right: bool) -> float:
    if kind == "icon":
        return look.px(16)
    icon = look.px(14 + 5) if value.icon else 0
    return icon + _mark_face(look, value, right=right).width(value.text)


def _paint_mark(brush: Brush, value: Mark) -> None:
    look = brush.kit
    ink = "text.muted" if value.text == NONE else _TONES[value.tone]
    if brush.kind == "icon":
        if value.icon:
            brush.picture(brush.start(look.px(16)), value.icon, ink, 16)
        return
    face = _mark_face(look, value, right=brush.right)
    icon = look.px(14 + 5) if value.icon else 0
    shown = face.short(value.text, max(0.0, brush.rect.width() - icon))
    x = brush.start(icon + face.width(shown))
    if value.icon:
        x = brush.picture(x, value.icon, ink, 14) + look.px(5)
    brush.word(x, shown, face, ink)


def _paint_meter(brush: Brush, value: Meter) -> None:
    look = brush.kit
    x = float(brush.rect.x())
    if value.text:
        face = look.face("base", _MEDIUM, numbers=True)
        x = brush.word(x, value.text, face, "text.primary") + look.px(8)
    room = min(brush.rect.right() + 1 - x, look.px(_METER) if value.text else brush.rect.width())
    if room < look.px(8):
        return
    thick = look.px(4)
    top = round(brush.middle - thick / 2)
    brush.bar(QRectF(x, top, room, thick), "line.hairline", thick / 2)
    filled = room * min(1.0, max(0.0, value.share))
    if filled:
        ink = f"status.{value.hue}.mark"
        brush.bar(QRectF(x, top, max(filled, thick), thick), ink, thick / 2)
    if value.goal is not None:
        tick = round(x + room * min(1.0, max(0.0, value.goal)))
        high = look.px(12)
        brush.painter.fillRect(
            QRect(tick - 1, round(brush.middle - high / 2), 2, high), look.colour("text.primary")
        )


def _span_face(look: Kit, style: str) -> Face:
    if style == "code":
        return look.face(codes=True, spacing=0.1)
    return look.face("strong") if style == "strong" else look.face()


def _paint_rich(brush: Brush, value: Rich) -> None:
    look = brush.kit
    whole = sum(_span_face(look, style).width(text) for text, style in value.spans)
    x = brush.start(min(whole, brush.rect.width()))
    end = float(brush.rect.x() + brush.rect.width())
    crowded = whole > brush.rect.width()
    for text, style in value.spans:
        face = _span_face(look, style)
        wide = face.width(text)
        reserve = face.width(_ELLIPSIS) if crowded else 0.0
        last = x + wide > end - reserve and crowded
        shown = face.short(text + _ELLIPSIS, end - x) if last else text
        if style == "match":
            high = look.px(18)
            box = QRectF(x, round(brush.middle - high / 2), min(wide, end - x), high)
            brush.bar(box, "surface.match", look.px(2))
        x = brush.word(x, shown, face, _TONES.get(style, "text.primary"))
        if last:
            return


def paint_cell(
    painter: QPainter,
    rect: QRect,
    value: object,
    *,
    kind: str = "text",
    align: str = "left",
    large: bool = False,
    look: Kit | None = None,
) -> None:
    """Paint a value into a rectangle without a background of its own.

    ``kind`` says how plain texts look: text, code, number, strong, small, secondary, muted; "icon" shows a mark's
    icon alone. ``large`` is the size of a page's head; who paints many cells hands in the ``look``. None is a dash.
    """
    if value == "" or rect.width() <= 0:
        return
    brush = Brush(painter, rect, look or kit(), kind, right=align == "right", large=large)
    found = _PAINTERS.get(type(value))
    if found is None:
        _paint_text(brush, NONE if value is None else cell_text(value))
    else:
        found(brush, value)


def cell_width(  # noqa: PLR0911 - one for each kind of value
    value: object, *, kind: str = "text", align: str = "left", large: bool = False
) -> float:
    """The room a value needs to stand whole, in pixels."""
    look = kit()
    right = align == "right"
    match value:
        case Badge():
            return _badge_width(look, value)
        case PlateText():
            return sum(_plate_parts(look, value, large=large)) + 2
        case Figure():
            face = _figure_face(look, value, large=large)
            return face.width(value.major) + face.width(value.minor) + face.width(value.tail)
        case Mark():
            return _mark_width(look, value, kind, right=right)
        case Meter():
            face = look.face("base", _MEDIUM, numbers=True)
            return look.px(_METER) + (face.width(value.text) + look.px(8) if value.text else 0)
        case Rich(spans=spans):
            return sum(_span_face(look, style).width(text) for text, style in spans)
        case _:
            face = _text_face(look, kind, right=right)
            return face.width(NONE if value is None else cell_text(value))


_PAINTERS: Final[dict[type, Callable[..., None]]] = {
    Badge: _paint_badge,
    PlateText: _paint_plate,
    Figure: _paint_figure,
    Mark: _paint_mark,
    Meter: _paint_meter,
    Rich: _paint_rich,
}

__all__ = [
    "NONE",
    "Badge",
    "Face",
    "Figure",
    "Kit",
    "Mark",
    "Meter",
    "PlateText",
    "Rich",
    "Value",
    "cell_text",
    "cell_width",
    "clip_text",
    "highlight",
    "kit",
    "paint_cell",
]
