"""Paints group rows and lines: selection over the whole row, a ring around the cell under the cursor."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from widgets.cells import cell_width, paint_cell
from widgets.line_rows import ROW_ROLE, VALUE_ROLE, Line, LineColumn, LineGroup, LineModel, words_of
from widgets.theme import theme
from widgets.values import Mark

_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_OUTER = 16
_GAP = 10
_RING = 2.0


class LineDelegate(QStyledItemDelegate):
    """One delegate for all columns: it looks at the value, not at the column."""

    def __init__(self, view: QTableView, rows: LineModel, *, ruled: bool = True) -> None:
        super().__init__(view)
        self._ruled = ruled
        self._view = view
        self._rows = rows

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        self._paint_ground(painter, option, index, row)
        value = index.data(VALUE_ROLE)
        room = self._room(option, index)
        if isinstance(row, LineGroup) and index.column() == 0:
            folded = self._rows.is_folded(row.key)
            value = Mark("", "chevron-right" if folded else "chevron-down", "secondary")
        column = self._rows.columns[index.column()]
        kind = column.kind
        if isinstance(row, LineGroup):
            kind = "small" if column.align == "left" and index.column() else kind
        elif isinstance(row, Line) and row.muted and kind == "text":
            kind = "muted"
        for part in value if isinstance(value, tuple) else (value,):
            paint_cell(painter, room, part, kind=kind, align=column.align)
            room.setLeft(room.left() + round(cell_width(part, kind=kind)) + theme().px(_GAP))
        self._paint_ring(painter, option, index)
        painter.restore()

    def _room(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        look = theme()
        room = QRect(option.rect)
        last = index.model().columnCount() - 1
        span = self._view.columnSpan(index.row(), index.column())
        left = look.px(_OUTER if index.column() == 0 else _PAD)
        right = look.px(_OUTER if index.column() + span - 1 == last else _PAD)
        return room.adjusted(left, 0, -right, 0)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: object
    ) -> None:
        look = theme()
        rect = option.rect
        current = self._view.currentIndex().row() == index.row()
        if current:
            inside = self._view.hasFocus() or self._holds_focus()
            ground = "surface.selected" if inside else "surface.selected_inactive"
            painter.fillRect(rect, look.colour(ground))
        elif isinstance(row, LineGroup):
            painter.fillRect(rect, look.colour("surface.sunken"))
        if self._ruled:
            painter.setPen(QPen(look.colour("line.hairline"), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current and index.column() == 0:
            bar = rect.adjusted(0, 0, 0, 0)
            bar.setWidth(look.px(2))
            painter.fillRect(bar, look.colour("accent.bar"))

    def _holds_focus(self) -> bool:
        held = QApplication.focusWidget()
        return held is not None and self._view.isAncestorOf(held)

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = self._view.currentIndex()
        same = (here.row(), here.column()) == (index.row(), index.column())
        if not same or not self._view.hasFocus():
            return
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus.ring"), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = look.px(1) + _RING / 2
        painter.drawRoundedRect(QRectF(option.rect).adjusted(edge, edge, -edge, -edge), 4, 4)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if not tip:
            value = index.data(VALUE_ROLE)
            room = self._room(option, index).width()
            tip = words_of(value) if _wide(value) > room else ""
        QToolTip.showText(event.globalPos(), tip or "", view)
        return True


def _wide(value: object) -> float:
    gap = theme().px(_GAP)
    parts = value if isinstance(value, tuple) else (value,)
    return sum(cell_width(part) + gap for part in parts) - gap


class LineHeader(QHeaderView):
    """Column titles over the lines, with the same paddings as the cells below."""

    def __init__(self, parent: QWidget, rows: LineModel, *, ruled: bool = True) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self._ruled = ruled
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme()
        column = self._rows.columns[logicalIndex]
        last = logicalIndex == len(self._rows.columns) - 1
        left = look.px(_OUTER if logicalIndex == 0 else _PAD)
        room = rect.adjusted(left, 0, -look.px(_OUTER if last else _PAD), -1)
        painter.save()
        painter.fillRect(rect, look.colour("surface.page"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        side = _RIGHT if column.align == "right" else _LEFT
        painter.drawText(room, side | _MIDDLE, column.title)
        if self._ruled:
            under = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(under, look.colour("line.divider"))
        painter.restore()


def column_widths(columns: Sequence[LineColumn], room: int) -> dict[int, int]:
    """Widths of the columns that have room, by their places: the ones that drop first are left out first.

    A title always fits over its column; loose columns share what is left.
    """
    look = theme()
    caption = QFontMetrics(look.font("caption"))
    pads = look.px(2 * _PAD + 1)
    wanted = {}
    for place, column in enumerate(columns):
        titled = caption.horizontalAdvance(column.title) + pads if column.title else 0
        wanted[place] = (
            max(look.px(column.width), titled) if column.width else look.px(column.least)
        )
    for place in sorted(wanted, key=lambda at: -columns[at].drop):
        if not columns[place].drop or sum(wanted.values()) <= room:
            break
        del wanted[place]
    loose = [place for place in wanted if not columns[place].width]
    spare = max(room - sum(wanted.values()), 0)
    for place in loose:
        wanted[place] += spare // len(loose)
    return wanted
