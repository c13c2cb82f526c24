"""What is wrong in a file, row by row: where, what stands there, why, and a button that puts it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from widgets.cells import kit
from widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_WIDTHS = (60, 100, 130, 0, 112)
_REMEDY = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list. ``remedy`` is the word of its button, empty for none; ``key`` comes back with it.

    ``tone`` is the hue of the value: bad, wait, or nothing.
    """

    row: str
    column: str
    value: str
    sentence: str
    remedy: str = ""
    tone: str = ""
    tip: str = ""
    key: object = None


class _Lines(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.titles = ("", "", "", "", "")

    def show(self, lines: Sequence[Line], titles: Sequence[str]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.titles = tuple(titles)  # type: ignore[assignment]  # five of them
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_WIDTHS)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        texts = (line.row, line.column, line.value, line.sentence, line.remedy)
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in texts if text)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if section == 0 else Qt.AlignmentFlag.AlignLeft
            return int((side | Qt.AlignmentFlag.AlignVCenter).value)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "ProblemList") -> None:
        super().__init__(view)
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = kit()
        rect: QRect = option.rect
        line = self._view.line(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, look.colour("surface.selected"))
            if index.column() == 0:
                bar = QRect(rect.left(), rect.top(), look.px(2), rect.height())
                painter.fillRect(bar, look.colour("accent.bar"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line.hairline")
        )
        if index.column() == _REMEDY:
            if line.remedy:
                self._button(painter, self._view.button_box(rect, line.remedy), line.remedy)
        else:
            self._text(painter, rect, index.column(), line)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            top, bottom = rect.top() + 1, rect.bottom() - 1
            painter.drawLine(rect.left(), top, rect.right(), top)
            painter.drawLine(rect.left(), bottom, rect.right(), bottom)
        painter.restore()

    def _text(self, painter: QPainter, rect: QRect, column: int, line: Line) -> None:
        look = kit()
        pad = look.px(8)
        if column == 0:
            face, ink, text = look.face(codes=True), "text.secondary", line.row
        elif column == 1:
            face, ink, text = look.face(weight=500, codes=True), "text.primary", line.column
        elif column == 2:  # noqa: PLR2004  the third column
            face = look.face(weight=500)
            ink = f"status.{line.tone}.fg" if line.tone else "text.primary"
            text = line.value
            if not text and line.tone:
                face, ink, text = look.face(), "text.muted", self.tr("empty")
        else:
            face, ink, text = look.face(), "text.secondary", line.sentence
        room = rect.adjusted(look.px(16) if column == 0 else pad, 0, -pad, 0)
        shown = face.short(text, room.width())
        painter.setFont(face.font)
        painter.setPen(look.pen(ink))
        side = Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int((side | Qt.AlignmentFlag.AlignVCenter).value), shown)

    def _button(self, painter: QPainter, box: QRect, text: str) -> None:
        look = kit()
        hover = box.contains(self._view.pointer)
        painter.setPen(look.pen("line.control" if hover else "line.divider"))
        painter.setBrush(look.colour("surface.hover" if hover else "surface.page"))
        radius = look.px(6)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        face = look.face("small", 500)
        painter.setFont(face.font)
        painter.setPen(look.pen("text.primary"))
        shown = face.short(text, box.width() - look.px(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


class ProblemList(QTableView):
    """Arrows go from line to line, Enter takes the remedy, F2 asks for another value."""

    taken = Signal(object)
    asked = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self.pointer = QPoint(-1, -1)
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.selectionModel().currentRowChanged.connect(self._moved)
        theme().changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: Sequence[Line], titles: Sequence[str]) -> None:
        """Show these lines under these titles; the place stays."""
        at = self.currentIndex().row()
        top = self.verticalScrollBar().value()
        self._lines.show(lines, titles)
        if lines:
            self.setCurrentIndex(self._lines.index(min(max(at, 0), len(lines) - 1), 0))
            self.verticalScrollBar().setValue(top)
        else:
            self.moved.emit(None)

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines.lines[row]

    def lines(self) -> Sequence[Line]:
        """Every line that shows."""
        return self._lines.lines

    def current(self) -> Line | None:
        """The line that is chosen."""
        index = self.currentIndex()
        return self.line(index.row()) if index.isValid() else None

    def button_box(self, rect: QRect, text: str) -> QRect:
        """Where the remedy's button stands in its cell."""
        look = kit()
        wide = round(look.face("small", 500).width(text)) + look.px(18)
        wide = min(wide, rect.width() - look.px(24))
        high = look.look.height("control_small")
        left = rect.right() - look.px(15) - wide
        return QRect(left, rect.center().y() - high // 2, wide, high)

    def _dress(self) -> None:
        look = theme()
        self.verticalHeader().setDefaultSectionSize(look.height("table_row"))
        self.horizontalHeader().setFixedHeight(look.height("table_header"))
        self._share()

    def _share(self) -> None:
        look = theme()
        fixed = sum(look.px(wide) for wide in _WIDTHS)
        rest = max(look.px(120), self.viewport().width() - fixed)
        for at, wide in enumerate(_WIDTHS):
            self.setColumnWidth(at, look.px(wide) if wide else rest)

    def _moved(self, index: QModelIndex) -> None:
        self.moved.emit(self.line(index.row()) if index.isValid() else None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current()
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if line.remedy:
                self.taken.emit(line)
            return
        if line is not None and event.key() == Qt.Key.Key_F2:
            self.asked.emit(line)
            return
        super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointer = event.position().toPoint()
        self.viewport().update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = QPoint(-1, -1)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if not index.isValid() or index.column() != _REMEDY:
            return
        line = self.line(index.row())
        if line.remedy and self.button_box(self.visualRect(index), line.remedy).contains(spot):
            self.taken.emit(line)
