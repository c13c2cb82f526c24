"""What all charts share: marks that the keyboard walks and opens, and a real table behind the picture.

A chart is a table with a painted sheet over it: screen readers and the clipboard get the table, ``T`` shows it.
The table is made when somebody reads the screen aloud or asks for it: a table of Qt is twenty widgets.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from widgets.theme import theme

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark where it stands: its box in pixels, what it says, and what opening it gives back (None: nothing)."""

    box: QRectF
    text: str
    key: object = None


class _Sheet(QWidget):
    """The painted side of a chart; covers the table."""

    def __init__(self, chart: "Chart") -> None:
        super().__init__(chart)
        self._chart = chart
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface.page"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.paint_under(painter)
        self._chart.paint_chart(painter)
        self._chart.paint_ring(painter)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._chart.point_at(self._chart.spot_at(event.position().x(), event.position().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._chart.point_at(-1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._chart.press(self._chart.spot_at(event.position().x(), event.position().y()))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._chart.spot_at(event.pos().x(), event.pos().y())
            if at >= 0:
                QToolTip.showText(event.globalPos(), self._chart.spots()[at].text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


class Chart(QWidget):
    """Base of the charts. Subclasses give ``headings``, ``lines``, ``arrange`` and ``paint_chart``.

    ``opened`` gives the key of a mark on click or Enter; arrows, Home and End walk the marks.
    """

    opened = Signal(object)

    def __init__(self, name: str, *, opens: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._opens = opens
        self._spots: list[Spot] = []
        self._at = -1
        self._hover = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._table: QTableWidget | None = None
        self._sheet = _Sheet(self)
        theme().changed.connect(self.refresh)

    # what subclasses say
    def headings(self) -> tuple[str, ...]:
        """The headings of the table."""
        return ()

    def lines(self) -> Sequence[tuple[str, ...]]:
        """The rows of the table, in words."""
        return ()

    def arrange(self, width: float, height: float) -> list[Spot]:
        """The marks for a size in pixels; without any of its own the chart is one mark."""
        return [Spot(QRectF(0, 0, width, height), self._name)]

    def paint_chart(self, painter: QPainter) -> None:
        """Paint everything over the hovered mark and under the focus ring; here, the name of the chart."""
        painter.setPen(theme().colour("text.muted"))
        painter.drawText(self._sheet.rect(), Qt.AlignmentFlag.AlignCenter.value, self._name)

    # state
    def refresh(self) -> None:
        """Take new data or a new theme: the table is filled and the picture painted again."""
        held = self._spots[self._at].key if 0 <= self._at < len(self._spots) else None
        if self._table is not None:
            self._fill(self._table)
        elif QAccessible.isActive():
            self.table()
        self._settle()
        keys = [spot.key for spot in self._spots]
        if held is not None and held in keys:
            self._at = keys.index(held)
        elif self._at >= len(self._spots):
            self._at = len(self._spots) - 1
        self._say()
        self._sheet.update()

    def _enter(self) -> None:
        """The keyboard that is here stands on a mark, also where it came before the marks."""
        if self._at < 0 and self._spots and self.hasFocus():
            self._at = 0
        self._say()

    def spots(self) -> list[Spot]:
        """The marks as they are painted."""
        return self._spots

    def current(self) -> int:
        """Place of the mark that holds the keyboard, -1 for none."""
        return self._at

    def table(self) -> QTableWidget:
        """The table behind the picture, as it stands now."""
        if self._table is None:
            self._table = self._make_table()
            self._fill(self._table)
        return self._table

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 0, self)
        table.setAccessibleName(self.tr("{name}, as a table").format(name=self._name))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.installEventFilter(self)
        table.setGeometry(self.rect())
        table.lower()
        table.show()
        return table

    def sheet(self) -> QWidget:
        """The painted side."""
        return self._sheet

    def show_table(self, *, shown: bool) -> None:
        """Put the table over the picture, or the picture over the table again."""
        table = self.table()
        if shown:
            table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._sheet.hide()
            table.raise_()
            table.setFocus()
        else:
            self._sheet.show()
            self._sheet.raise_()
            table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setFocus()

    def copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it."""
        rows = [self.headings(), *self.lines()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))

    def _fill(self, table: QTableWidget) -> None:
        headings, rows = self.headings(), self.lines()
        table.setColumnCount(len(headings))
        table.setRowCount(len(rows))
        table.setHorizontalHeaderLabels(list(headings))
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                item = table.item(down, across)
                if item is None:
                    table.setItem(down, across, QTableWidgetItem(text))
                elif item.text() != text:
                    item.setText(text)

    def _settle(self) -> None:
        self._spots = self.arrange(float(self.width()), float(self.height()))
        if self._hover >= len(self._spots):
            self._hover = -1
        self._enter()

    def spot_at(self, x: float, y: float) -> int:
        """Place of the mark under a point, -1 for none."""
        for place in reversed(range(len(self._spots))):
            if self._spots[place].box.contains(x, y):
                return place
        return -1

    def point_at(self, place: int) -> None:
        """The pointer is over a mark, or over none."""
        if place == self._hover:
            return
        self._hover = place
        can = place >= 0 and self._opens and self._spots[place].key is not None
        shape = Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor
        self._sheet.setCursor(shape)
        self._sheet.update()

    def hovered(self) -> int:
        """Place of the mark under the pointer, -1 for none."""
        return self._hover

    def press(self, place: int) -> None:
        """A mark was clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if place >= 0:
            self.go_to(place)
            self._open()

    def go_to(self, place: int) -> None:
        """Let the keyboard stand on a mark."""
        if 0 <= place < len(self._spots):
            self._at = place
            self._say()
            self._sheet.update()

    def _say(self) -> None:
        here = self._spots[self._at].text if 0 <= self._at < len(self._spots) else ""
        self.setAccessibleDescription(here)

    def _open(self) -> None:
        if self._opens and 0 <= self._at < len(self._spots):
            key = self._spots[self._at].key
            if key is not None:
                self.opened.emit(key)

    # painting that all share
    def paint_under(self, painter: QPainter) -> None:
        """The ground of the hovered mark."""
        if self._opens and 0 <= self._hover < len(self._spots):
            spot = self._spots[self._hover]
            if spot.key is not None:
                painter.fillRect(spot.box, theme().colour("surface.hover"))

    def paint_ring(self, painter: QPainter) -> None:
        """The focus on the current mark; on the whole chart when it has none."""
        if not self.hasFocus():
            return
        box = QRectF(self._sheet.rect())
        if 0 <= self._at < len(self._spots):
            box = self._spots[self._at].box.intersected(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("focus.ring"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    # Qt
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._table is not None:
            self._table.setGeometry(self.rect())
        self._sheet.setGeometry(self.rect())
        self._settle()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._enter()
        self._sheet.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._sheet.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif key in _STEPS and self._spots:
            self.step(key)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._spots) - 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._opens:
            self._open()
        elif key == Qt.Key.Key_T:
            self.show_table(shown=True)
        else:
            event.ignore()

    def step(self, key: Qt.Key) -> None:
        """Walk to the next or the previous mark."""
        self.go_to(min(max(self._at + _STEPS[key], 0), len(self._spots) - 1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and isinstance(event, QKeyEvent):
            wants_out = event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_T}
            if wants_out and event.type() == QEvent.Type.KeyPress:
                self.show_table(shown=False)
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return True
        return False

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._sheet.isVisible():
            menu.addAction(self.tr("Show as a table"), lambda: self.show_table(shown=True))
        else:
            menu.addAction(self.tr("Show as a chart"), lambda: self.show_table(shown=False))
        menu.addAction(self.tr("Copy"), self.copy)
        menu.popup(event.globalPos())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(40))
