"""The picture with a box around everything that was read; drag to read a spot again."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QRubberBand,
    QWidget,
)
from typing_extensions import override

from models.recognition import Box, FieldName
from widgets.theme import theme

_STEP = 1.2
_LEAST_DRAG = 8
_COLOURS = {
    "good": "status.good.mark",
    "bad": "status.bad.mark",
    "wait": "status.wait.mark",
    "idle": "line.control",
    "chosen": "accent.base",
}


def tone_colour(tone: str) -> QColor:
    """The colour of a box in that state."""
    return theme().colour(_COLOURS[tone])


class PictureView(QGraphicsView):
    """Shows one picture; ``picked`` names the box that was pressed, ``drawn`` the rectangle that was dragged."""

    picked = Signal(object)
    drawn = Signal(object)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setAccessibleName(self.tr("Picture"))
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pixmap = QPixmap()
        self._item: QGraphicsPixmapItem | None = None
        self._boxes: dict[FieldName, QGraphicsRectItem] = {}
        self._places: dict[FieldName, Box] = {}
        self._fits = True
        self._from: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())

    def set_picture(self, png: bytes) -> None:
        """Show another picture, as large as there is room."""
        self._scene.clear()
        self._boxes.clear()
        self.pixmap = QPixmap()
        self.pixmap.loadFromData(png)
        self._item = self._scene.addPixmap(self.pixmap)
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.setSceneRect(QRectF(self.pixmap.rect()).adjusted(-24, -24, 24, 24))
        self.resetTransform()
        self.fit()

    def set_boxes(
        self, boxes: Mapping[FieldName, tuple[Box, str]], chosen: FieldName | None
    ) -> None:
        """Draw the boxes, each in its tone; the chosen one filled."""
        self.setBackgroundBrush(theme().colour("surface.pressed"))
        for item in self._boxes.values():
            self._scene.removeItem(item)
        self._boxes = {}
        self._places = {name: box for name, (box, _) in boxes.items()}
        for name, (box, tone) in boxes.items():
            colour = tone_colour("chosen" if name is chosen else tone)
            pen = QPen(colour, 2.5 if name is chosen else 2 if tone != "idle" else 1)
            pen.setCosmetic(True)
            item = self._scene.addRect(QRectF(box.left, box.top, box.width, box.height), pen)
            if name is chosen:
                fill = QColor(colour)
                fill.setAlphaF(0.12)
                item.setBrush(fill)
            self._boxes[name] = item
        if chosen in self._boxes and not self._fits:
            self.ensureVisible(self._boxes[chosen])

    def crop(self, box: Box, size: QSize) -> QPixmap:
        """The spot cut out, at most that large."""
        cut = self.pixmap.copy(QRect(box.left, box.top, box.width, box.height))
        return cut.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def fit(self) -> None:
        """The whole picture, as large as there is room."""
        self._fits = True
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._tell()

    def zoom(self, *, closer: bool) -> None:
        """A step closer or away."""
        self._fits = False
        by = _STEP if closer else 1 / _STEP
        if 0.05 < self.transform().m11() * by < 12 or self.transform().m11() == 0:  # noqa: PLR2004 - what is of use
            self.scale(by, by)
        self._tell()

    def turn(self) -> None:
        """A quarter clockwise, for the eye; the boxes turn with it."""
        self.rotate(90)
        if self._fits:
            self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._tell()

    def _tell(self) -> None:
        matrix = self.transform()
        self.zoomed.emit(round((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5 * 100))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits and self._item is not None:
            self.fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(closer=event.angleDelta().y() > 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._band.setGeometry(QRect(self._from, event.position().toPoint()).normalized())
            self._band.show()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        self._band.hide()
        if start is None:
            return
        end = event.position().toPoint()
        if (end - start).manhattanLength() < _LEAST_DRAG:
            self._press(end)
            return
        spot = self.mapToScene(QRect(start, end).normalized()).boundingRect()
        spot = spot.intersected(QRectF(self.pixmap.rect()))
        if spot.width() > _LEAST_DRAG and spot.height() > _LEAST_DRAG:
            self.drawn.emit(
                Box(round(spot.x()), round(spot.y()), round(spot.width()), round(spot.height()))
            )

    def _press(self, at: QPoint) -> None:
        point = self.mapToScene(at)
        for name, box in self._places.items():
            if QRectF(box.left, box.top, box.width, box.height).contains(point):
                self.picked.emit(name)
                return


def png_of(image: QImage) -> bytes:
    """The picture as the bytes of a PNG."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]  # PySide's stubs want a path
    return bytes(held.data().data())
