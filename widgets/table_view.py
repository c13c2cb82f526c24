"""The rows of a table as they are painted, pointed at and walked through with the keyboard.

Rows have one height and are painted here as a whole: background, cells, hairline, ring. Going through the style
for every cell would cost more than the frame has.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget
from typing_extensions import override

from widgets.cells import Kit, cell_text, cell_width, kit, paint_cell
from widgets.columns import Group, is_whole
from widgets.table_header import TableHeader
from widgets.table_model import Index, TableModel
from widgets.values import Mark

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SKELETON = (0.72, 0.55, 0.64, 0.48)


class Slot(NamedTuple):
    """One visible column while painting: its logical place, the edges of its cells' content."""

    logical: int
    x: int
    width: int


class TableView(QTableView):
    """Paints and steers; knows nothing of where rows come from."""

    entered_row = Signal(int)
    moved = Signal(int)
    peeked = Signal()
    copy_wanted = Signal()
    resized = Signal()
    menu_wanted = Signal(int, QPoint)
    grew = Signal(int, int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._hover = -1
        self._by_keyboard = False
        self._loading = False
        header = TableHeader(model.columns, self)
        self.setHorizontalHeader(header)
        self.header = header
        self.setModel(model)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        # All of it is painted here, so that scrolling paints no more than what comes into view.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.dress()
        self.doubleClicked.connect(self._double_clicked)

    def dress(self) -> None:
        """Take heights from the theme, after it changed too."""
        look = kit().look
        height = look.height("table_row")
        self.verticalHeader().setDefaultSectionSize(height)
        self.header.setFixedHeight(look.height("table_header"))
        self.verticalScrollBar().setSingleStep(height)
        self.viewport().update()

    @property
    def row_height(self) -> int:
        """Pixels from one row to the next."""
        return self.verticalHeader().defaultSectionSize()

    def set_loading(self, loading: bool) -> None:  # noqa: FBT001 - Qt's manner of a setter
        """Fill the page with the shapes of rows that come."""
        self._loading = loading
        self.viewport().update()

    def visible_places(self) -> tuple[int, int]:
        """The first and last place that show at least in part."""
        top = self.verticalHeader().offset()
        height = self.row_height
        last = (top + max(0, self.viewport().height() - 1)) // height
        return top // height, min(last, self._model.rowCount() - 1)

    # painting
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, look.colour("surface.page"))
        height = self.row_height
        slots = self._slots()
        offset = self.verticalHeader().offset()
        first = max(0, (area.top() + offset) // height)
        last = (area.bottom() + offset) // height
        count = self._model.rowCount()
        if self._loading and not count:
            for place in range(first, last + 1):
                self._paint_row_lines(painter, look, place * height - offset)
                self._paint_skeleton(painter, look, slots, place, place * height - offset)
            return
        last = min(last, count - 1)
        if last < first:
            return
        grown: dict[int, int] = {}
        # asked for each row, Qt asks the model for the flags of all its cells
        ranges = self.selectionModel().selection()
        chosen = [(each.top(), each.bottom()) for each in map(ranges.at, range(ranges.size()))]
        for place in range(first, last + 1):
            held = any(top <= place <= bottom for top, bottom in chosen)
            self._paint_row(
                painter, look, slots, place, place * height - offset, grown, chosen=held
            )
        self._paint_focus(painter, look, first, last, offset)
        self._model.see(*self.visible_places())
        for logical, width in grown.items():
            self.grew.emit(logical, width)

    def _slots(self) -> list[Slot]:
        header = self.header
        shown = header.shown()
        made = []
        for logical in shown:
            left, right = header.pads(logical, shown)
            x = header.sectionViewportPosition(logical) + left
            made.append(Slot(logical, x, header.sectionSize(logical) - left - right))
        return made

    def _paint_row(
        self,
        painter: QPainter,
        look: Kit,
        slots: list[Slot],
        place: int,
        top: int,
        grown: dict[int, int],
        *,
        chosen: bool,
    ) -> None:
        width, height = self.viewport().width(), self.row_height
        cells = self._model.cells(place)
        row = self._model.row(place)
        if isinstance(row, Group):
            painter.fillRect(QRect(0, top, width, height), look.colour("surface.sunken"))
            self._paint_row_lines(painter, look, top)
            self._paint_group(painter, look, slots, row, top)
            return
        if chosen:
            active = self.isActiveWindow()
            fill = "surface.selected" if active else "surface.selected_inactive"
            painter.fillRect(QRect(0, top, width, height), look.colour(fill))
            bar = "accent.bar" if active else "line.control"
            painter.fillRect(QRect(0, top, 2, height - 1), look.colour(bar))
        elif place == self._hover:
            painter.fillRect(QRect(0, top, width, height), look.colour("surface.hover"))
        self._paint_row_lines(painter, look, top)
        if cells is None:
            self._paint_skeleton(painter, look, slots, place, top)
            return
        columns = self._model.columns
        for logical, x, wide in slots:
            if x > width or x + wide < 0:
                continue
            column = columns[logical]
            value = cells[logical]
            box = QRect(x, top, wide, height - 1)
            kind = column.kind
            if value is not None and (column.whole or is_whole(value)):
                need = cell_width(value, kind=kind, align=column.align)
                if need > wide:
                    extra = int(need - wide) + 1
                    grown[logical] = max(grown.get(logical, 0), extra)
                    painter.save()
                    painter.setClipRect(box)
                    paint_cell(painter, box, value, kind=kind, align=column.align, look=look)
                    painter.restore()
                    continue
            paint_cell(painter, box, value, kind=kind, align=column.align, look=look)

    def _paint_row_lines(self, painter: QPainter, look: Kit, top: int) -> None:
        line = QRect(0, top + self.row_height - 1, self.viewport().width(), 1)
        painter.fillRect(line, look.colour("line.hairline"))

    def _paint_group(
        self, painter: QPainter, look: Kit, slots: list[Slot], group: Group, top: int
    ) -> None:
        height = self.row_height - 1
        columns = self._model.columns
        end = slots[-1].x + slots[-1].width if slots else 0
        for logical, x, wide in slots:
            column = columns[logical]
            value = group.cells.get(column.name, "")
            if value != "":
                end = min(end, x - look.px(8))
                box = QRect(x, top, wide, height)
                paint_cell(painter, box, value, kind=column.kind, align=column.align, look=look)
        start = look.px(16) - self.header.offset()
        box = QRect(start, top, max(0, end - start), height)
        paint_cell(painter, box, group.title, kind="strong", look=look)

    def _paint_skeleton(
        self, painter: QPainter, look: Kit, slots: list[Slot], place: int, top: int
    ) -> None:
        thick = look.px(8)
        y = top + (self.row_height - thick) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface.pressed"))
        for logical, x, wide in slots:
            part = int(max(0, wide) * _SKELETON[(place + logical) % len(_SKELETON)])
            left = x + wide - part if self._model.columns[logical].align == "right" else x
            painter.drawRoundedRect(QRectF(left, y, part, thick), thick / 2, thick / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_focus(
        self, painter: QPainter, look: Kit, first: int, last: int, offset: int
    ) -> None:
        place = self.currentIndex().row()
        if not first <= place <= last or not self.hasFocus():
            return
        chosen = self.selectionModel().isRowSelected(place, QModelIndex())
        if chosen and not self._by_keyboard:
            return
        top = place * self.row_height - offset
        box = QRectF(1, top + 1, self.viewport().width() - 2, self.row_height - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus.ring"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.px(3), look.px(3))

    def _update_row(self, place: int) -> None:
        if place >= 0:
            top = place * self.row_height - self.verticalHeader().offset()
            self.viewport().update(0, top, self.viewport().width(), self.row_height)

    # the mouse
    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self.rowAt(event.position().toPoint().y()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)
        self._update_row(self.currentIndex().row())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _point(self, place: int) -> None:
        if place != self._hover:
            self._update_row(self._hover)
            self._hover = place
            self._update_row(place)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._hover >= 0:
            spot = self.viewport().mapFromGlobal(self.cursor().pos())
            inside = self.viewport().rect().contains(spot)
            self._point(self.rowAt(spot.y()) if inside else -1)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.entered_row.emit(index.row())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.rowAt(event.pos().y()), event.globalPos())
            return
        box = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(
            self.currentIndex().row(), self.viewport().mapToGlobal(box.bottomLeft())
        )

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, spot: QPoint) -> str:
        """What the tooltip at a spot says: the column's own words, or the whole text of a shortened cell."""
        place, logical = self.rowAt(spot.y()), self.columnAt(spot.x())
        cells = self._model.cells(place)
        row = self._model.row(place)
        if cells is None or logical < 0 or isinstance(row, Group):
            return ""
        column = self._model.columns[logical]
        value = cells[logical]
        if column.tip is not None and (told := column.tip(row)):
            return told
        if isinstance(value, Mark) and (column.kind == "icon" or not value.text):
            return value.text
        left, right = self.header.pads(logical)
        room = self.header.sectionSize(logical) - left - right
        need = cell_width(value, kind=column.kind, align=column.align)
        return cell_text(value) if need > room else ""

    # the keyboard
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bare = plain == Qt.KeyboardModifier.NoModifier
        if not self._by_keyboard:
            self._by_keyboard = True
            self._update_row(self.currentIndex().row())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif bare and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex().row())
        elif bare and key == Qt.Key.Key_Space:
            self.peeked.emit()
        elif bare and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1)
        elif bare and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            step = self.row_height
            bar.setValue(bar.value() + (step if key == Qt.Key.Key_Right else -step))
        elif event.text().isprintable() and event.text() and (bare or plain == _SHIFT):
            # Letters belong to the page: a search field is one key away.
            event.ignore()
        else:
            super().keyPressEvent(event)
            return

    def _go_to(self, place: int) -> None:
        step = 1 if place == 0 else -1
        while self._model.is_group(place):
            place += step
        if 0 <= place < self._model.rowCount():
            self.setCurrentIndex(self._model.index(place, 0))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYBOARD or self._by_keyboard
        if event.reason() in _KEYBOARD and not self.currentIndex().isValid():
            self._go_to(0)
        super().focusInEvent(event)
        self._update_row(self.currentIndex().row())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_row(self.currentIndex().row())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._update_row(previous.row())
        self._update_row(current.row())
        if current.row() != previous.row():
            self.moved.emit(current.row())

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
