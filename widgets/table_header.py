"""The head of a table: small muted words, an arrow on the sorted column, a line under all of them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget
from typing_extensions import override

from widgets.cells import kit
from widgets.columns import OUTER, PAD, Column


class TableHeader(QHeaderView):
    """Paints itself; a click on a column that can be sorted asks for it, the context menu for the columns."""

    columns_wanted = Signal(QPoint)

    def __init__(self, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._hover = -1
        self.sort_name: str | None = None
        self.descending = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_sort(self, name: str | None, *, descending: bool) -> None:
        """Show the arrow at the column with that sort."""
        self.sort_name = name
        self.descending = descending
        self.viewport().update()

    def shown(self) -> list[int]:
        """Logical places of the visible columns from left to right."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [logical for logical in order if not self.isSectionHidden(logical)]

    def pads(self, logical: int, shown: list[int] | None = None) -> tuple[int, int]:
        """Left and right margin of a column's cells: wider at the outer edges of the table."""
        order = shown if shown is not None else self.shown()
        pad, outer = kit().px(PAD), kit().px(OUTER)
        first = bool(order) and order[0] == logical
        last = bool(order) and order[-1] == logical
        return outer if first else pad, outer if last else pad

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), kit().look.height("table_header"))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = kit()
        column = self._columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, look.colour("surface.page"))
        line = QRect(rect.x(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, look.colour("line.divider"))
        sorted_by = column.sort is not None and column.sort == self.sort_name
        hover = column.sort is not None and self._hover == logicalIndex
        ink = "text.primary" if sorted_by or hover else "text.muted"
        left, right = self.pads(logicalIndex)
        face = look.face("caption")
        arrow = look.px(14 + 4) if sorted_by else 0
        room = rect.width() - left - right - arrow
        title = face.short(column.title, max(0, room))
        wide = face.width(title)
        middle = rect.y() + (rect.height() - 1) / 2
        x = rect.x() + left
        if column.align == "right":
            x = round(rect.right() + 1 - right - arrow - wide)
        painter.setFont(face.font)
        painter.setPen(look.pen(ink))
        painter.drawText(QPointF(x, round(middle + face.rise)), title)
        if sorted_by:
            picture = look.icon("arrow-down" if self.descending else "arrow-up", ink, 14)
            side = look.px(14)
            top = round(middle - side / 2)
            painter.drawPixmap(QRect(round(x + wide) + look.px(4), top, side, side), picture)
        painter.restore()

    @override
    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        rect = self.viewport().rect()
        painter.fillRect(rect, kit().colour("surface.page"))
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), kit().colour("line.divider"))
        for logical in self.shown():
            x = self.sectionViewportPosition(logical)
            if x < rect.width() and x + self.sectionSize(logical) > 0:
                box = QRect(x, 0, self.sectionSize(logical), rect.height())
                self.paintSection(painter, box, logical)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self.logicalIndexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(-1)

    def _point(self, logical: int) -> None:
        if logical != self._hover:
            self._hover = logical
            self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            logical = self.logicalIndexAt(event.pos())
            if logical >= 0:
                column = self._columns[logical]
                left, right = self.pads(logical)
                room = self.sectionSize(logical) - left - right
                if kit().face("caption").width(column.title) > room:
                    QToolTip.showText(event.globalPos(), column.title, self)
                    return True
            QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.columns_wanted.emit(event.globalPos())
