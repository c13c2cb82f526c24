"""What the boards of a week and of a day share: one painted view, a cursor, the mouse and the keys."""

from abc import abstractmethod
from collections.abc import Collection, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from widgets.board.answers import AnswerCard, Ask
from widgets.board.carry import Carry
from widgets.board.listing import ListingModel
from widgets.board.values import SNAP, Block, Entry, Place, Plan
from widgets.theme import theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ASIDE = 4
_EDGE = 24
_STEP = 14


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the cursor can stand: an entry, or a free place (``key`` is None)."""

    box: QRectF
    place: Place
    key: Hashable | None = None
    entry: Entry | None = None


class Board(QAbstractScrollArea):
    """Base of the boards. ``opened`` gives an entry's key, ``created`` a free Place.

    ``dropped`` gives (Move, Answer or None), ``refused`` an Answer, ``menu_wanted`` (key or Place, spot of the
    screen), ``went`` the key under the cursor or None. What was done is taken back by the window, not here.
    """

    opened = Signal(object)
    created = Signal(object)
    dropped = Signal(object, object)
    refused = Signal(object)
    went = Signal(object)
    menu_wanted = Signal(object, QPoint)
    carrying = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.plan = Plan()
        self.lane_places: dict[Hashable, int] = {}
        """The place of each lane by its key: asked for every entry at every stroke of the brush."""
        self._stops: list[Stop] | None = None
        self._at = -1
        self._press: QPoint | None = None
        self._pressed: Stop | None = None
        self._was_carrying = False
        self._unfit: frozenset[Hashable] = frozenset()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._model = ListingModel()
        self._table = QTableView(self)
        self._table.setModel(self._model)
        self._table.setAccessibleName(self.tr("{name}, as a table").format(name=name))
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.lower()
        self.viewport().setMouseTracking(True)
        self.carry = Carry(self)
        self.carry.changed.connect(self._carried)
        self.carry.dropped.connect(self.dropped)
        self.carry.refused.connect(self.refused)
        self.card = AnswerCard(self.viewport())
        theme().changed.connect(self.arrange)

    # what subclasses say

    @abstractmethod
    def measure(self) -> QSize:
        """Lay everything out for the size of the view; the size of the whole."""

    @abstractmethod
    def made_stops(self) -> list[Stop]:
        """Where the cursor can stand, in the order of reading."""

    @abstractmethod
    def paint_board(self, painter: QPainter, rect: QRect) -> None:
        """Paint what shows."""

    @abstractmethod
    def place_under(self, spot: QPointF, block: Block, start: QPointF) -> Place:
        """The place of a block whose drag began at ``start`` when the pointer is at ``spot`` (of the whole)."""

    @abstractmethod
    def free_at(self, spot: QPointF) -> Place | None:
        """The free place at a spot of the whole."""

    @abstractmethod
    def stepped(self, place: Place, across: int, down: int, *, fine: bool) -> Place:
        """One step of the arrows from a place."""

    @abstractmethod
    def box_of(self, place: Place) -> QRectF:
        """Where a place is, in pixels of the whole."""

    @abstractmethod
    def edge_at(self, stop: Stop, spot: QPointF) -> bool:
        """Whether a spot is on the edge by which an entry is stretched."""

    # showing

    def set_plan(self, plan: Plan) -> None:
        """Show this; the cursor stays on its entry, what is carried stays in the hand."""
        held = self.current()
        self.plan = plan
        self.lane_places = {lane.key: place for place, lane in enumerate(plan.lanes)}
        self._model.show_plan(plan)
        self.carry.settled()
        self.arrange()
        if held is not None or self.hasFocus() or self._at >= 0:
            self._at = next(
                (at for at, stop in enumerate(self.stops) if held is not None and stop.key == held),
                min(max(self._at, 0 if self.hasFocus() else -1), len(self.stops) - 1),
            )
        self._say()

    def set_unfit(self, lanes: Collection[Hashable]) -> None:
        """Lanes that cannot take what is carried: hatched from today on, what stands there is pale. None: empty."""
        if frozenset(lanes) != self._unfit:
            self._unfit = frozenset(lanes)
            self.viewport().update()

    def is_unfit(self, lane: Hashable, day: int) -> bool:
        """Whether a day of a lane cannot take what is carried; days that are over say nothing."""
        return lane in self._unfit and (self.plan.now is None or day >= self.plan.now[0])

    def set_asker(self, ask: Ask | None) -> None:
        """Who is asked, while something is carried, whether it fits."""
        self.carry.set_asker(ask)

    @property
    def stops(self) -> list[Stop]:
        """Where the cursor can stand: made when somebody asks, as a view that grows is laid out again and again."""
        if self._stops is None:
            self._stops = self.made_stops()
        return self._stops

    def arrange(self) -> None:
        """Lay out for the present size and theme."""
        whole = self.measure()
        self._stops = None
        view = self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, whole.width() - view.width()))
        self.verticalScrollBar().setRange(0, max(0, whole.height() - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.verticalScrollBar().setPageStep(view.height())
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(40)
        self.viewport().update()

    def listing(self) -> ListingModel:
        """The table behind the board."""
        return self._model

    def copy(self) -> None:
        """Put everything on the clipboard, as a spreadsheet takes it."""
        QGuiApplication.clipboard().setText(self._model.text())

    # the cursor

    def current(self) -> Hashable | None:
        """The key of the entry under the cursor."""
        stop = self.stop()
        return stop.key if stop is not None else None

    def stop(self) -> Stop | None:
        """Where the cursor stands."""
        return self.stops[self._at] if 0 <= self._at < len(self.stops) else None

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on an entry; False when it does not show."""
        for at, stop in enumerate(self.stops):
            if stop.key == key:
                self._go(at)
                return True
        return False

    def _go(self, at: int) -> None:
        self._at = at
        stop = self.stop()
        if stop is not None:
            self.reveal(stop.box)
        self._say()
        self.viewport().update()
        self.went.emit(self.current())

    def _say(self) -> None:
        stop = self.stop()
        text = "" if stop is None else self.said(stop)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    def said(self, stop: Stop) -> str:
        """A stop in words."""
        if stop.entry is not None:
            return stop.entry.text or f"{stop.entry.title} {stop.entry.car}".strip()
        days = self.plan.days
        day = days[stop.place.day] if 0 <= stop.place.day < len(days) else None
        lane = next((each.title for each in self.plan.lanes if each.key == stop.place.lane), "")
        where = f"{lane}, {day.words or day.title}" if day is not None else lane
        words = [self.tr("{where}, free").format(where=where)]
        words += [
            span.text
            for span in self.plan.closed
            if span.text and (span.lane, span.day) == (stop.place.lane, stop.place.day)
        ]
        return "; ".join(words)

    def _walk(self, across: int, down: int) -> None:
        here = self.stop()
        if here is None:
            if self.stops:
                self._go(0)
            return
        best: tuple[float, int] | None = None
        centre = here.box.center()
        for at, stop in enumerate(self.stops):
            if at == self._at:
                continue
            other = stop.box.center()
            dx, dy = other.x() - centre.x(), other.y() - centre.y()
            ahead = dx * across + dy * down
            if ahead <= 1:
                continue
            side = abs(dy) if across else abs(dx)
            cost = ahead + _ASIDE * side
            if best is None or cost < best[0]:
                best = (cost, at)
        if best is not None:
            self._go(best[1])

    def reveal(self, box: QRectF) -> None:
        """Scroll so that a box of the whole shows beside the sticky heads."""
        view = self.visible()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() < view.left():
            across.setValue(round(across.value() - (view.left() - box.left())))
        elif box.right() > view.right():
            across.setValue(round(across.value() + box.right() - view.right()))
        if box.top() < view.top():
            down.setValue(round(down.value() - (view.top() - box.top())))
        elif box.bottom() > view.bottom():
            down.setValue(round(down.value() + box.bottom() - view.bottom()))

    def visible(self) -> QRectF:
        """What shows of the whole beside the heads."""
        head = self.heads()
        box = QRectF(self.viewport().rect())
        box.translate(self.offset())
        return box.adjusted(head.width(), head.height(), 0, 0)

    def heads(self) -> QSize:
        """How much of the view the sticky heads take."""
        return QSize(0, 0)

    def offset(self) -> QPointF:
        """The spot of the whole at the view's corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _stop_at(self, spot: QPointF) -> int:
        if not self.visible().contains(spot):
            return -1
        for at in reversed(range(len(self.stops))):
            if self.stops[at].box.contains(spot):
                return at
        return -1

    # carrying

    def lift(self, *, stretching: bool = False, by_mouse: bool = False) -> bool:
        """Take the entry under the cursor into the hand; False when there is none or it may not move."""
        stop = self.stop()
        if stop is None or stop.entry is None or not stop.entry.moves:
            return False
        entry = stop.entry
        block = Block(
            key=entry.key,
            title=entry.title,
            car=entry.car,
            before=entry.place,
            place=entry.place,
            entry=entry,
            stretching=stretching,
            by_mouse=by_mouse,
        )
        self.carry.take(block)
        return True

    def bring(self, block: Block) -> None:
        """Take something from beside the board into the hand."""
        if not block.by_mouse:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.carry.take(block)

    def carry_over(self, spot: QPoint) -> None:
        """The pointer that carries something is at a spot of the screen."""
        block = self.carry.block
        if block is None:
            return
        here = self.viewport().mapFromGlobal(spot)
        if self.viewport().rect().contains(here):
            at = QPointF(here) + self.offset()
            self.carry.to(self.place_under(at, block, at))

    def _carried(self) -> None:
        block = self.carry.block
        if block is None:
            self.card.hide()
        else:
            self.reveal(self.box_of(block.place))
            answer = self.carry.answer
            self.card.show_answer(block.title, block.car, answer)
            box = self.box_of(block.place).translated(-self.offset())
            self.card.place_beside(box.toRect(), self.viewport().rect())
            if answer is not None:
                self.setAccessibleDescription(answer.text)
        busy = block is not None
        if busy != self._was_carrying:
            self._was_carrying = busy
            self.carrying.emit(busy)
        self.viewport().update()

    def carried_stops(self) -> Hashable | None:
        """The key that must not be painted at its old place as if nothing happened."""
        block = self.carry.block or self.carry.pending
        return block.key if block is not None else None

    # keys

    @override
    def event(self, event: QEvent) -> bool:
        """While something is carried its keys are the board's, whatever else they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            own = {*_ARROWS, *_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Escape}
            if self.carry.block is not None and key in own:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._carry_key(event) if self.carry.block is not None else self._own_key(event)):
            event.ignore()

    def _carry_key(self, event: QKeyEvent) -> bool:
        block = self.carry.block
        if block is None:
            return False
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, down = _ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._stretch(across + down)
            else:
                fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.carry.to(self.stepped(block.place, across, down, fine=fine))
        elif key in _ENTER or key == Qt.Key.Key_Space:
            self.carry.drop()
        elif key == Qt.Key.Key_Escape:
            self.carry.put_back()
        else:
            return False
        return True

    def _stretch(self, steps: int) -> None:
        block = self.carry.block
        if block is not None:
            place = block.place
            minutes = max(SNAP, place.minutes + steps * SNAP)
            self.carry.to(Place(place.lane, place.day, place.start, minutes))

    def _own_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        elif key in _ARROWS:
            across, down = _ARROWS[key]
            if shift and self.lift(stretching=True):
                self._stretch(across + down)
            else:
                self._walk(across, down)
        elif key == Qt.Key.Key_Space:
            return self.lift()
        elif key in _ENTER:
            self._enter()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.stops:
            self._go(0 if key == Qt.Key.Key_Home else len(self.stops) - 1)
        else:
            return False
        return True

    def _enter(self) -> None:
        stop = self.stop()
        if stop is None:
            return
        if stop.key is not None:
            self.opened.emit(stop.key)
        else:
            self.created.emit(stop.place)

    # the mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position() + self.offset()
        at = self._stop_at(spot)
        self._press = event.position().toPoint()
        self._pressed = self.stops[at] if at >= 0 else None
        if at >= 0:
            self._go(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position() + self.offset()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(spot)
            return
        if self._press is None:
            return
        start = QPointF(self._press) + self.offset()
        if self.carry.block is None:
            far = (event.position().toPoint() - self._press).manhattanLength()
            if far < QApplication.startDragDistance() or self._pressed is None:
                return
            if not self.lift(stretching=self.edge_at(self._pressed, start), by_mouse=True):
                return
        block = self.carry.block
        if block is not None and block.by_mouse:
            self._scroll_near(event.position())
            self.carry.to(self.place_under(event.position() + self.offset(), block, start))

    def _scroll_near(self, spot: QPointF) -> None:
        """At the edge of the view the board moves under what is carried."""
        view = self.viewport().rect()
        for bar, at, low, high in (
            (self.verticalScrollBar(), spot.y(), self.heads().height(), view.bottom()),
            (self.horizontalScrollBar(), spot.x(), self.heads().width(), view.right()),
        ):
            if at < low + _EDGE:
                bar.setValue(bar.value() - _STEP)
            elif at > high - _EDGE:
                bar.setValue(bar.value() + _STEP)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._press = self._pressed, None, None
        block = self.carry.block
        if block is not None and block.by_mouse:
            self.carry.drop()
            return
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None:
            self.clicked(pressed, event.position() + self.offset())

    def clicked(self, stop: Stop, spot: QPointF) -> None:
        """A stop was clicked; by itself a click only puts the cursor there."""
        del stop, spot

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = event.position() + self.offset()
        at = self._stop_at(spot)
        entry = self.stops[at].key if at >= 0 else None
        if entry is not None:
            self.opened.emit(entry)
            return
        free = self.free_at(spot)
        if free is not None:
            self.created.emit(free)

    def _hover(self, spot: QPointF) -> None:
        at = self._stop_at(spot)
        shape = Qt.CursorShape.ArrowCursor
        if at >= 0:
            stop = self.stops[at]
            if stop.entry is not None and stop.entry.moves and self.edge_at(stop, spot):
                shape = self.edge_cursor()
            elif stop.entry is not None:
                shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def edge_cursor(self) -> Qt.CursorShape:
        """The pointer over the edge that stretches."""
        return Qt.CursorShape.SizeHorCursor

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = QPointF(event.pos()) + self.offset()
            at = self._stop_at(spot)
            if at >= 0:
                self._go(at)
            free = self.free_at(spot)
            what: object = self.stops[at].key if at >= 0 else None
            self.menu_wanted.emit(what if what is not None else free, event.globalPos())
            return
        stop = self.stop()
        if stop is not None:
            here = (stop.box.center() - self.offset()).toPoint()
            what = stop.key if stop.key is not None else stop.place
            self.menu_wanted.emit(what, self.viewport().mapToGlobal(here))

    # Qt

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._stop_at(QPointF(event.pos()) + self.offset())
            if at >= 0 and self.carry.block is None:
                QToolTip.showText(event.globalPos(), self.said(self.stops[at]), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme().colour("surface.page"))
        self.paint_board(painter, event.rect())
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.setGeometry(self.viewport().geometry())
        self.arrange()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0 and self.stops:
            self._at = 0
        self._say()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(900), theme().px(560))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(200))
