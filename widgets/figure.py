"""A drawing in several views on which places are marked: by mouse, pen or finger, and by keys alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.figure_paint import paint_mark, paint_pin, picture
from widgets.theme import theme

GRID = 10_000
"""Points of a mark are whole ten-thousandths of their view's width and height."""

CANVAS = (572, 318)
_STEP = 200
_FINE = 50
_NEAR = 11.0
_LEAST = 90
_MOST_POINTS = 400
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A view: its drawing as SVG, where it lies on the canvas of 572 × 318, and its regions as polygons."""

    name: str
    title: str
    svg: bytes
    box: tuple[float, float, float, float]
    regions: Mapping[str, Sequence[Sequence[int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FigureKind:
    """A kind of mark: how it is painted (scratch, dent, chip, crack, missing, other), its word, and its keys."""

    name: str
    title: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A mark; ``key`` is empty until its owner gave it one."""

    key: str
    view: str
    kind: str
    points: tuple[Point, ...]


class MarkedFigure(QWidget):
    """Shows views and marks and asks for changes; its owner gives the marks back by ``set_marks``.

    A tap or a drawn line asks for a mark of the present kind. Keys: PageUp and PageDown change the view, Ctrl with
    Left and Right the region, arrows move the place (Shift finely), the keys of a kind put a mark there, digits
    select a mark, Delete takes it away.
    """

    added = Signal(object)
    moved = Signal(object)
    removed = Signal(str)
    selected = Signal(str)
    kind_chosen = Signal(str)

    def __init__(
        self,
        views: Sequence[FigureView],
        kinds: Sequence[FigureKind],
        *,
        name: str,
        region_words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._views = tuple(views)
        self._kinds = tuple(kinds)
        self._name = name
        self._words = dict(region_words or {})
        self._marks: tuple[FigureMark, ...] = ()
        self._at = ""
        self._kind = self._kinds[0].name
        self._view = 0
        self._place: Point | None = None
        self._region = -1
        self._line: list[Point] = []
        self._held: tuple[FigureMark, Point] | None = None
        self._locked = False
        self._pictures: dict[tuple[str, int, int], QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme().changed.connect(self._repaint_all)
        self._aloud()

    # what is shown
    def marks(self) -> tuple[FigureMark, ...]:
        """The marks in the order of their numbers."""
        return self._marks

    def set_marks(self, marks: Sequence[FigureMark]) -> None:
        """Show these; the selected one stays selected while it is among them."""
        self._marks = tuple(marks)
        if self._at not in {mark.key for mark in self._marks}:
            self._at = ""
        self._aloud()
        self.update()

    def kind(self) -> str:
        """The kind that the next mark will be of."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Another kind for the next mark; ValueError for an unknown one."""
        if kind not in {known.name for known in self._kinds}:
            raise ValueError(f"no kind of mark {kind!r}")
        self._kind = kind

    def current(self) -> str:
        """The key of the selected mark; empty for none."""
        return self._at

    def select(self, key: str) -> None:
        """Select a mark by its key."""
        if key != self._at:
            self._at = key
            self.update()
            self.selected.emit(key)

    def set_locked(self, locked: bool) -> None:  # noqa: FBT001 - a state, as Qt's own setters
        """Only to be looked at: nothing can be marked."""
        self._locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.CrossCursor)

    def place(self) -> tuple[str, Point] | None:
        """View and point where the keys would put a mark."""
        return None if self._place is None else (self._views[self._view].name, self._place)

    # geometry
    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(CANVAS[0]), theme().px(CANVAS[1]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(330), theme().px(184))

    def _scale(self) -> tuple[float, float, float]:
        """Factor from canvas to pixels, and where the canvas begins."""
        by = min(self.width() / CANVAS[0], self.height() / CANVAS[1])
        return by, (self.width() - CANVAS[0] * by) / 2, (self.height() - CANVAS[1] * by) / 2

    def box(self, view: str) -> QRectF:
        """Where a view lies, in pixels of the widget."""
        by, left, top = self._scale()
        x, y, wide, tall = next(known.box for known in self._views if known.name == view)
        return QRectF(left + x * by, top + y * by, wide * by, tall * by)

    def spot(self, view: str, point: Point) -> QPointF:
        """A point of a view, in pixels of the widget."""
        box = self.box(view)
        return QPointF(
            box.x() + point[0] * box.width() / GRID, box.y() + point[1] * box.height() / GRID
        )

    def _hit(self, at: QPointF) -> tuple[int, Point] | None:
        for number, view in enumerate(self._views):
            box = self.box(view.name)
            if box.contains(at):
                return number, self._inside(box, at)
        return None

    @staticmethod
    def _inside(box: QRectF, at: QPointF) -> Point:
        x = (at.x() - box.x()) * GRID / box.width()
        y = (at.y() - box.y()) * GRID / box.height()
        return min(max(round(x), 0), GRID), min(max(round(y), 0), GRID)

    def _pin(self, mark: FigureMark) -> QPointF:
        """Where the number of a mark stands: beside its first point, inside of the widget."""
        by = self._scale()[0]
        first = self.spot(mark.view, mark.points[0])
        reach = 9 * by + 1
        x = min(max(first.x() - 14 * by, reach), self.width() - reach)
        y = min(max(first.y() + 8 * by, reach), self.height() - reach)
        return QPointF(x, y)

    def _mark_at(self, at: QPointF) -> FigureMark | None:
        near = _NEAR * max(self._scale()[0], 0.8)
        for mark in reversed(self._marks):
            places = [self._pin(mark), *(self.spot(mark.view, point) for point in mark.points)]
            if any((place - at).manhattanLength() < near for place in places):
                return mark
        return None

    # mouse, pen, finger
    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        mark = self._mark_at(at)
        if mark is not None:
            self.select(mark.key)
            hit = self._hit(at)
            if hit is not None and not self._locked:
                self._held = (mark, hit[1])
            return
        hit = self._hit(at)
        if hit is None or self._locked or event.button() != Qt.MouseButton.LeftButton:
            return
        self._view, point = hit
        self._place = None
        self._line = [point]
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._line:
            return
        point = self._inside(self.box(self._views[self._view].name), event.position())
        last = self._line[-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) > _LEAST:
            self._line.append(point)
            del self._line[_MOST_POINTS:]
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._line:
            line, self._line = tuple(self._line), []
            self.added.emit(FigureMark("", self._views[self._view].name, self._kind, line))
            self.update()
        elif self._held is not None:
            (mark, start), self._held = self._held, None
            end = self._inside(self.box(mark.view), event.position())
            self._shift(mark, end[0] - start[0], end[1] - start[1])

    def _shift(self, mark: FigureMark, right: int, down: int) -> None:
        if abs(right) + abs(down) < _LEAST:
            return
        points = tuple(
            (min(max(x + right, 0), GRID), min(max(y + down, 0), GRID)) for x, y in mark.points
        )
        self.moved.emit(replace(mark, points=points))

    # keys
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        kind = self._kind_of(event)
        if kind and not control and not self._locked:
            self._choose(kind)
        elif key in _MOVES and control:
            self._next_region(1 if key in {Qt.Key.Key_Right, Qt.Key.Key_Down} else -1)
        elif key in _MOVES:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            right, down = _MOVES[Qt.Key(key)]
            self._go(right * (_FINE if fine else _STEP), down * (_FINE if fine else _STEP))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._view = (self._view + (1 if key == Qt.Key.Key_PageDown else -1)) % len(self._views)
            self._place, self._region = (GRID // 2, GRID // 2), -1
            self._said()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Space} and not control and self._place:
            self._put()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._at and not self._locked:
            self.removed.emit(self._at)
        elif key in _DIGITS and key - _DIGITS[0] < len(self._marks):
            self.select(self._marks[key - _DIGITS[0]].key)
        else:
            super().keyPressEvent(event)

    def _kind_of(self, event: QKeyEvent) -> str:
        typed = event.text().upper()
        return next((kind.name for kind in self._kinds if typed and typed in kind.keys), "")

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self.kind_chosen.emit(kind)
        if self._place is not None:
            self._put()

    def _put(self) -> None:
        if self._place is not None and not self._locked:
            view = self._views[self._view].name
            self.added.emit(FigureMark("", view, self._kind, (self._place,)))

    def _go(self, right: int, down: int) -> None:
        x, y = self._place or (GRID // 2, GRID // 2)
        self._place = (min(max(x + right, 0), GRID), min(max(y + down, 0), GRID))
        self._said()

    def _next_region(self, step: int) -> None:
        regions = list(self._views[self._view].regions.values())
        if regions:
            self._region = (self._region + step) % len(regions)
            corners = regions[self._region]
            self._place = (
                sum(corner[0] for corner in corners) // len(corners),
                sum(corner[1] for corner in corners) // len(corners),
            )
            self._said()

    # words
    def _said(self) -> None:
        self._aloud()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def _aloud(self) -> None:
        words = [self._name]
        if self._place is not None:
            view = self._views[self._view]
            words.append(view.title)
            names = list(view.regions)
            if self._region >= 0:
                name = names[self._region]
                words.append(self._words.get(name, name))
        self.setAccessibleName(", ".join(words))
        titles = {kind.name: kind.title for kind in self._kinds}
        told = [f"{n} {titles.get(mark.kind, '')}" for n, mark in enumerate(self._marks, 1)]
        self.setAccessibleDescription("; ".join(told))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._place = self._place or (GRID // 2, GRID // 2)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._pictures.clear()
        super().changeEvent(event)

    def _repaint_all(self) -> None:
        self._pictures.clear()
        self.updateGeometry()
        self.update()

    # painting
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme()
        by = self._scale()[0]
        for view in self._views:
            box = self.box(view.name)
            painter.drawPixmap(box.topLeft(), self._picture(view, box))
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("text.muted"))
            low = min(box.bottom() - 2, self.height() - look.px(15))
            under = QRectF(box.x(), low, box.width(), look.px(15))
            if view.title:
                painter.drawText(under, Qt.AlignmentFlag.AlignCenter, view.title)
        for number, mark in enumerate(self._marks, 1):
            spots = [self.spot(mark.view, point) for point in mark.points]
            on = mark.key == self._at and bool(mark.key)
            paint_mark(painter, mark.kind, spots, by)
            paint_pin(painter, self._pin(mark), str(number), by, on=on)
        if self._line:
            name = self._views[self._view].name
            paint_mark(painter, self._kind, [self.spot(name, p) for p in self._line], by)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        look = theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus.ring"), 2))
        if self._place is None:
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)
            return
        view = self._views[self._view]
        painter.drawRoundedRect(self.box(view.name).adjusted(-3, -1, 3, 1), 6, 6)
        at = self.spot(view.name, self._place)
        reach = look.px(9)
        painter.setPen(QPen(look.colour("accent.base"), 2))
        painter.drawEllipse(at, reach * 0.6, reach * 0.6)
        for right, down in _MOVES.values():
            away = QPointF(right * reach, down * reach)
            painter.drawLine(at + away * 0.5, at + away * 1.3)

    def _picture(self, view: FigureView, box: QRectF) -> QPixmap:
        key = (view.name, round(box.width()), round(box.height()))
        if key not in self._pictures:
            self._pictures[key] = picture(view.svg, box.size(), self.devicePixelRatioF())
        return self._pictures[key]


_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
