"""A grid of small pictures with captions; places that wait for a picture have a dashed edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from widgets.theme import theme

_GAP = 6
_TALL, _ROOMY, _FORM = 62, 128, 62
"""The least height, and the width from which one more fits, in design pixels; height in hundredths of the width."""
_SHADE = QColor(17, 20, 26, 184)


@dataclass(frozen=True, slots=True)
class Thumb:
    """A place of the grid; without ``filled`` it waits for a picture and shows ``icon`` over its caption.

    A filled place shows its picture; until that is given, or where there is none (a film, a document), its ``icon``.
    """

    key: str
    caption: str
    filled: bool = True
    icon: str = "camera"


class ThumbGrid(QWidget):
    """``opened`` brings the key of a place by click or Enter, ``removed`` by Delete; pictures come by ``give``."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, *, name: str, columns: int = 6) -> None:
        super().__init__()
        self._columns = columns
        self._thumbs: tuple[Thumb, ...] = ()
        self._images: dict[str, QImage] = {}
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_thumbs(self, thumbs: Sequence[Thumb]) -> None:
        """Show these places; pictures of those that stay are kept."""
        self._thumbs = tuple(thumbs)
        kept = {thumb.key for thumb in self._thumbs}
        self._images = {key: image for key, image in self._images.items() if key in kept}
        self._at = min(self._at, max(len(self._thumbs) - 1, 0))
        self.setAccessibleDescription("; ".join(thumb.caption for thumb in self._thumbs))
        self.updateGeometry()
        self.update()

    def thumbs(self) -> tuple[Thumb, ...]:
        """What is shown."""
        return self._thumbs

    def give(self, key: str, image: QImage) -> None:
        """The picture of a place, decoded elsewhere."""
        self._images[key] = image
        self.update()

    def lacking(self) -> list[str]:
        """Filled places whose pictures were not given yet."""
        return [t.key for t in self._thumbs if t.filled and t.key not in self._images]

    def _rows(self) -> int:
        return -(-len(self._thumbs) // self._across())

    def _across(self) -> int:
        """How many stand beside each other: more where there is room, so that a picture keeps its form."""
        return max(self._columns, self.width() // theme().px(_ROOMY))

    def _wide(self) -> int:
        across = self._across()
        return (self.width() - theme().px(_GAP) * (across - 1)) // across

    def _tall(self) -> int:
        return max(theme().px(_TALL), self._wide() * _FORM // 100)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        gap = theme().px(_GAP)
        return QSize(theme().px(560), max(self._rows() * (self._tall() + gap) - gap, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), self.sizeHint().height())

    def box(self, place: int) -> QRect:
        """Where a place stands."""
        gap = theme().px(_GAP)
        wide = self._wide()
        row, column = divmod(place, self._across())
        return QRect(column * (wide + gap), row * (self._tall() + gap), wide, self._tall())

    def _place(self, x: int, y: int) -> int | None:
        found = [n for n in range(len(self._thumbs)) if self.box(n).contains(x, y)]
        return found[0] if found else None

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        place = self._place(spot.x(), spot.y())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = place
            self.update()
            self.opened.emit(self._thumbs[place].key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across(),
            Qt.Key.Key_Down: self._across(),
        }
        key = Qt.Key(event.key())
        if key in steps and 0 <= self._at + steps[key] < len(self._thumbs):
            self._at += steps[key]
            self.update()
        elif (
            key in {Qt.Key.Key_Return, Qt.Key.Key_Space} and not event.modifiers() and self._thumbs
        ):
            self.opened.emit(self._thumbs[self._at].key)
        elif key == Qt.Key.Key_Delete and self._thumbs and self._thumbs[self._at].filled:
            self.removed.emit(self._thumbs[self._at].key)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._place(event.pos().x(), event.pos().y())
            text = "" if place is None else self._thumbs[place].caption
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        for place, thumb in enumerate(self._thumbs):
            box = QRectF(self.box(place))
            if thumb.filled:
                self._paint_filled(painter, thumb, box)
            else:
                self._paint_waiting(painter, thumb, box)
            if self.hasFocus() and place == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme().colour("focus.ring"), 2))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_filled(self, painter: QPainter, thumb: Thumb, box: QRectF) -> None:
        look = theme()
        shape = QPainterPath()
        shape.addRoundedRect(box, look.px(4), look.px(4))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(box, look.colour("surface.pressed"))
        image = self._images.get(thumb.key)
        if image is not None and not image.isNull():
            by = max(box.width() / image.width(), box.height() / image.height())
            wide, tall = box.width() / by, box.height() / by
            part = QRectF((image.width() - wide) / 2, (image.height() - tall) / 2, wide, tall)
            painter.drawImage(box, image, part)
        elif thumb.icon:
            side = look.px(24)
            x, y = round(box.center().x() - side / 2), round(box.center().y() - side / 2)
            painter.drawPixmap(x, y - look.px(8), look.pixmap(thumb.icon, "text.secondary", side))
        foot = QRectF(box.x(), box.bottom() - look.px(16), box.width(), look.px(16))
        painter.fillRect(foot, _SHADE)
        painter.setFont(look.font("caption"))
        painter.setPen(Qt.GlobalColor.white)
        room = foot.adjusted(look.px(5), 0, -look.px(4), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._short(painter, thumb, room))
        painter.restore()

    @staticmethod
    def _short(painter: QPainter, thumb: Thumb, room: QRectF) -> str:
        return painter.fontMetrics().elidedText(
            thumb.caption, Qt.TextElideMode.ElideRight, int(room.width())
        )

    def _paint_waiting(self, painter: QPainter, thumb: Thumb, box: QRectF) -> None:
        look = theme()
        pen = QPen(look.colour("line.control"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        size = look.px(16)
        x, y = round(box.center().x() - size / 2), round(box.y() + look.px(14))
        painter.drawPixmap(x, y, look.pixmap(thumb.icon, "text.muted"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        room = QRectF(box.x() + 3, y + size, box.width() - 6, look.px(18))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._short(painter, thumb, room))
