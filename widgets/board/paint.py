"""What the boards paint alike: hatching, entries, chips, load bars, heads."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from widgets.board.values import Entry, clock_text
from widgets.cells import Kit, kit

LEFT = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
RIGHT = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value
CENTRE = Qt.AlignmentFlag.AlignCenter.value
_PERIOD = 8
_FAINT = 0.62

_hatches: dict[tuple[str, str, int], QImage] = {}


def hatch(look: Kit, offset: QPointF) -> QBrush:
    """Slanting lines for hours when nobody works; ``offset`` keeps them still while the board scrolls."""
    ground, line = look.colour("surface.nonworking"), look.colour("line.hairline")
    side = max(4, look.px(_PERIOD))
    key = (ground.name(), line.name(), side)
    image = _hatches.get(key)
    if image is None:
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(ground)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1.2))
        for shift in (-side, 0, side):
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
        painter.end()
        _hatches[key] = image
    brush = QBrush(image)
    brush.setTransform(QTransform.fromTranslate(-offset.x() % side, -offset.y() % side))
    return brush


def hues(look: Kit, hue: str, *, light: bool = False) -> tuple[QColor, QColor, QColor]:
    """Bar, ground and ink of an entry; ``light`` where its cell is itself of the accent's hue."""
    if hue == "accent":
        ground = "surface.page" if light else "accent.soft"
        return look.colour("accent.base"), look.colour(ground), look.colour("accent.text")
    name = f"status.{hue}"
    return look.colour(f"{name}.mark"), look.colour(f"{name}.bg"), look.colour(f"{name}.fg")


def body(painter: QPainter, box: QRectF, look: Kit, entry: Entry, *, light: bool = False) -> QColor:
    """The ground of an entry with the bar at its left; returns the ink of its time."""
    bar, ground, ink = hues(look, entry.hue, light=light)
    shape = QPainterPath()
    shape.addRoundedRect(box, look.px(4), look.px(4))
    painter.fillPath(shape, ground)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(box.left(), box.top(), look.px(2), box.height()), bar)
    painter.restore()
    if entry.dashed:
        pen = QPen(bar, 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    return ink


def row(painter: QPainter, box: QRectF, entry: Entry, *, light: bool = False) -> None:
    """An entry of the week: time, plate, car, one line."""
    look = kit()
    faint = entry.faint
    if faint:
        painter.setOpacity(_FAINT)
    ink = body(painter, box, look, entry, light=light)
    x = box.left() + look.px(6)
    time = look.face("small", 500)
    right = box.right() - look.px(4)
    if entry.icon:
        side = look.px(12)
        right -= side + look.px(2)
        painter.drawPixmap(
            QPointF(round(right + look.px(2)), round(box.center().y() - side / 2)),
            look.icon(entry.icon, "text.secondary", 12),
        )
    first = clock_text(entry.start)
    if entry.end_day == entry.day:
        painter.setFont(time.font)
        painter.setPen(ink)
        painter.drawText(QRectF(x, box.top(), time.width(first) + 2, box.height()), LEFT, first)
        x += time.width(first) + look.px(4)
    face = look.face("small")
    painter.setFont(face.font)
    painter.setPen(look.pen("text.secondary" if entry.hue == "idle" else "text.primary"))
    title = face.short(entry.title, max(0, right - x), by_end=entry.by_end)
    painter.drawText(QRectF(x, box.top(), face.width(title) + 2, box.height()), LEFT, title)
    x += face.width(title) + look.px(4)
    more = entry.car
    if entry.end_day > entry.day and entry.work:
        more = f"{entry.car}, {entry.work}".lstrip(", ")
    room = right - x
    if more and room > look.px(12):
        face = look.face("caption", 400)
        painter.setFont(face.font)
        painter.setPen(look.pen("text.secondary"))
        painter.drawText(QRectF(x, box.top(), room, box.height()), LEFT, face.short(more, room))
    if faint:
        painter.setOpacity(1.0)


def meter(painter: QPainter, box: QRectF, share: float, *, hot: bool, ground: str) -> None:
    """A load bar; full at 1, whatever is above it."""
    look = kit()
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(box, radius, radius)
    filled = QRectF(box)
    filled.setWidth(box.width() * min(max(share, 0.0), 1.0))
    if filled.width() >= 1:
        painter.setBrush(look.colour("status.wait.mark" if hot else "load.high"))
        painter.drawRoundedRect(filled, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def chip(painter: QPainter, right: float, bottom: float, text: str) -> QRectF:
    """A free time at the corner of a cell; returns its box."""
    look = kit()
    face = look.face("caption", 600)
    wide = face.width(text) + look.px(13 + 5 + 5 + 4)
    box = QRectF(right - wide, bottom - look.px(18), wide, look.px(18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("status.good.bg"))
    painter.drawRoundedRect(box, look.px(4), look.px(4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = look.px(13)
    painter.drawPixmap(
        QPointF(round(box.left() + look.px(5)), round(box.center().y() - side / 2)),
        look.icon("check", "status.good.fg", 13),
    )
    painter.setFont(face.font)
    painter.setPen(look.pen("status.good.fg"))
    painter.drawText(box.adjusted(look.px(5 + 13 + 4), 0, 0, 0), LEFT, text)
    return box


def chip_size(text: str) -> tuple[float, float]:
    """How wide and high a chip is."""
    look = kit()
    return look.face("caption", 600).width(text) + look.px(27), float(look.px(18))


def ring(painter: QPainter, box: QRectF, colour: str, width: int = 2) -> None:
    """A ring just inside a box, in the colour of a token."""
    look = kit()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour(colour), width))
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), look.px(4), look.px(4))


def words(
    painter: QPainter,
    box: QRectF,
    text: str,
    *,
    role: str = "small",
    weight: int | None = None,
    tone: str = "text.secondary",
    flags: int = LEFT,
    by_end: bool = False,
) -> float:
    """One text, shortened to its box; returns its width."""
    look = kit()
    face = look.face(role, weight)
    shown = face.short(text, box.width(), by_end=by_end)
    painter.setFont(face.font)
    painter.setPen(look.pen(tone))
    painter.drawText(box, flags, shown)
    return face.width(shown)
