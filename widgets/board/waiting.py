"""The waiting list beside a board: who wants a slot; dragged onto the board, or put there by keys."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget
from typing_extensions import override

from widgets.board import paint
from widgets.board.values import Block, Place
from widgets.cells import cell_width, kit, paint_cell
from widgets.theme import theme
from widgets.values import PlateText

_ROW = 77
_ROW_SHORT = 60


@dataclass(frozen=True, slots=True)
class WaitingItem:
    """Who waits: the plate, the car, what is to be done, what it needs, when it suits."""

    key: Hashable
    plate: PlateText
    car: str
    work: str
    need: str = ""
    wish: str = ""
    minutes: int = 60

    @property
    def text(self) -> str:
        """The whole in words."""
        parts = (f"{self.plate.text} {self.plate.region}".strip(), self.car, self.work)
        return ", ".join(filter(None, (*parts, self.need, self.wish)))


class WaitingList(QAbstractScrollArea):
    """``placed`` by Enter: into the first free slot; ``lifted`` by Space: carried over the board by keys.

    ``taken``, ``carried`` and ``let_go`` tell of the mouse; ``opened`` of a double click, ``removed`` of Delete.
    """

    placed = Signal(object)
    lifted = Signal(object)
    taken = Signal(object)
    carried = Signal(QPoint)
    let_go = Signal()
    given_up = Signal()
    opened = Signal(object)
    removed = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[WaitingItem] = []
        self._at = -1
        self._out: Hashable | None = None
        self._press: QPoint | None = None
        self._dragging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme().changed.connect(self._measure)

    def set_items(self, items: Sequence[WaitingItem]) -> None:
        """Show these; the cursor stays on its item."""
        held = self.current()
        self._items = list(items)
        keys = [item.key for item in items]
        kept = held is not None and held.key in keys
        self._at = keys.index(held.key) if kept and held else min(max(self._at, 0), len(keys) - 1)
        self._measure()
        self._say()

    def items(self) -> list[WaitingItem]:
        """What is shown."""
        return self._items

    def current(self) -> WaitingItem | None:
        """The item under the cursor."""
        return self._items[self._at] if 0 <= self._at < len(self._items) else None

    def set_out(self, key: Hashable | None) -> None:
        """Which item is being carried: it is shown pale."""
        self._out = key
        self.viewport().update()

    @staticmethod
    def block(item: WaitingItem, place: Place, *, by_mouse: bool) -> Block:
        """The item as a board carries it."""
        title = f"{item.plate.text} {item.plate.region}".strip()
        sized = Place(place.lane, place.day, place.start, item.minutes)
        return Block(item.key, title, item.car, None, sized, by_mouse=by_mouse)

    def box(self, at: int) -> QRectF:
        """Where an item is, in pixels of the view."""
        top = 0.0
        for item in self._items[:at]:
            top += self._high(item)
        top -= self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self._high(self._items[at]))

    def _high(self, item: WaitingItem) -> int:
        return kit().px(_ROW if item.need or item.wish else _ROW_SHORT)

    def _measure(self) -> None:
        whole = sum(self._high(item) for item in self._items)
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, whole - room))
        self.verticalScrollBar().setPageStep(room)
        self.viewport().update()

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self._items):
            return
        self._at = at
        box, bar = self.box(at), self.verticalScrollBar()
        if box.top() < 0:
            bar.setValue(round(bar.value() + box.top()))
        elif box.bottom() > self.viewport().height():
            bar.setValue(round(bar.value() + box.bottom() - self.viewport().height()))
        self._say()
        self.viewport().update()

    def _say(self) -> None:
        item = self.current()
        text = item.text if item is not None else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    def _item_at(self, spot: QPoint) -> int:
        return next((at for at in range(len(self._items)) if self.box(at).contains(spot)), -1)

    # keys

    @override
    def event(self, event: QEvent) -> bool:
        """During a drag Esc is the list's."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self._dragging
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, item = Qt.Key(event.key()), self.current()
        if self._dragging and key == Qt.Key.Key_Escape:
            self._end_drag()
            self.given_up.emit()
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in steps and self._items:
            self._go(min(max(self._at + steps[key], 0), len(self._items) - 1))
        elif plain and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0 if key == Qt.Key.Key_Home else len(self._items) - 1)
        elif plain and item is not None and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.placed.emit(item.key)
        elif plain and item is not None and key == Qt.Key.Key_Space:
            self.lifted.emit(item.key)
        elif plain and item is not None and key == Qt.Key.Key_Delete:
            self.removed.emit(item.key)
        else:
            event.ignore()

    # the mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._item_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._press = event.position().toPoint()
            self._go(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        item = self.current()
        if self._press is None or item is None:
            return
        if not self._dragging:
            far = (event.position().toPoint() - self._press).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.taken.emit(item.key)
        self.carried.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if self._dragging:
            self._end_drag()
            self.let_go.emit()

    def _end_drag(self) -> None:
        self._dragging = False
        self._press = None
        self.viewport().unsetCursor()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._item_at(event.position().toPoint())
        if at >= 0:
            self.opened.emit(self._items[at].key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.current()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self._item_at(event.pos())
            item = self._items[at] if at >= 0 else None
        if item is not None:
            self.menu_wanted.emit(item.key, event.globalPos())

    # Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), look.colour("surface.page"))
        for at, item in enumerate(self._items):
            box = self.box(at)
            if box.intersects(QRectF(event.rect())):
                self._paint_item(painter, box, item, on=at == self._at)
        painter.end()

    def _paint_item(self, painter: QPainter, box: QRectF, item: WaitingItem, *, on: bool) -> None:
        look = kit()
        if on and self.hasFocus():
            painter.fillRect(box.adjusted(0, 0, 0, -1), look.colour("surface.selected"))
            bar = QRectF(0, box.top(), look.px(2), box.height() - 1)
            painter.fillRect(bar, look.colour("accent.bar"))
        if item.key == self._out:
            painter.setOpacity(0.45)
        left, wide = look.px(14), box.width() - look.px(28)
        y = box.top() + look.px(8)
        plate = cell_width(item.plate)
        spot = QRect(round(left), round(y), round(plate) + 2, look.px(20))
        paint_cell(painter, spot, item.plate)
        x = left + plate + look.px(8)
        car = QRectF(x, y, left + wide - x, look.px(20))
        paint.words(painter, car, item.car, role="base", tone="text.primary")
        line = QRectF(left, y + look.px(22), wide, look.px(20))
        paint.words(painter, line, item.work, role="base", tone="text.primary")
        line = QRectF(left, y + look.px(42), wide, look.px(17))
        used = paint.words(painter, line, item.need, tone="text.muted") if item.need else -8.0
        if item.wish:
            rest = line.adjusted(used + look.px(8), 0, 0, 0)
            if rest.width() > look.px(14):
                paint.words(painter, rest, item.wish, tone="text.muted")
        painter.setOpacity(1.0)
        painter.fillRect(
            QRectF(0, round(box.bottom()) - 1, box.width(), 1), look.colour("line.hairline")
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0 and self._items:
            self._at = 0
        self._say()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(kit().px(198), kit().px(300))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(kit().px(150), kit().px(80))
