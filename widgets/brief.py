"""Brief lists: a few rows of cells without a header, as a page of sections shows them; walked and opened by keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from widgets.cells import Value, cell_width, kit, paint_cell
from widgets.theme import theme
from widgets.values import cell_text
from widgets.viewport import viewport_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_GAP = 10
_PAD = 16
_BAR = 2
FREE = 0
"""Width of the cell that takes what the others leave."""
OWN = -1
"""Width of a cell that is as wide as its value."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A value with its room: a width in design pixels, ``FREE`` for the rest of the row, or ``OWN``."""

    value: Value
    width: int = FREE
    right: bool = False
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Brief:
    """A row: its pieces from left to right, and what opening it gives back (None: it cannot be opened).

    ``action`` is a word that a small button at the right offers while the row is the current or the hovered one;
    Enter does that then instead of opening.
    """

    pieces: tuple[Piece, ...]
    key: object = None
    tip: str = ""
    action: str = ""


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Brief, ...] = ()

    def replace(self, rows: Sequence[Brief]) -> None:
        if len(rows) == len(self.rows):
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(text for piece in row.pieces if (text := cell_text(piece.value)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or None
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "BriefList") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._view.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Brief = index.data(_ROW)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = theme()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and row.key is not None
        held = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        pad = look.px(_PAD)
        painter.save()
        if held:
            painter.fillRect(box, look.colour("surface.selected"))
            painter.fillRect(
                QRect(box.left(), box.top(), _BAR, box.height()), look.colour("accent.bar")
            )
        else:
            if hovered:
                painter.fillRect(box, look.colour("surface.hover"))
            line = QRect(box.left() + pad, box.top(), box.width() - 2 * pad, 1)
            painter.fillRect(line, look.colour("line.hairline"))
        inner = box.adjusted(pad, 1, -pad, 0)
        if row.action and (held or hovered):
            inner.setRight(self._paint_action(painter, box, row.action) - look.px(_GAP))
            pieces = row.pieces[:-1] if row.pieces[-1].right else row.pieces
        else:
            pieces = row.pieces
        self._paint_pieces(painter, inner, pieces)
        painter.restore()

    def _paint_pieces(self, painter: QPainter, box: QRect, pieces: Sequence[Piece]) -> None:
        look = kit()
        gap = look.px(_GAP)
        widths = [self._width(piece) for piece in pieces]
        free = sum(1 for piece in pieces if piece.width == FREE)
        rest = box.width() - sum(widths) - gap * (len(pieces) - 1)
        x = box.left()
        for piece, width in zip(pieces, widths, strict=True):
            room = width if piece.width != FREE else max(0, rest // max(1, free))
            align = "right" if piece.right else "left"
            place = QRect(x, box.top(), room, box.height())
            paint_cell(painter, place, piece.value, kind=piece.kind, align=align, look=look)
            x += room + gap

    def _width(self, piece: Piece) -> int:
        if piece.width == FREE:
            return 0
        own = round(cell_width(piece.value, kind=piece.kind) + 0.5) if piece.value else 0
        return own if piece.width == OWN else max(own, kit().px(piece.width))

    def action_box(self, box: QRect, word: str) -> QRect:
        """Where the button of a row stands."""
        look, face = theme(), kit().face("small", 500)
        keys = kit().face("caption").width("↵")
        width = round(face.width(word) + keys) + look.px(8 + 10 + 8) + 2
        high = min(look.height("control_small"), box.height() - 4)
        top = box.top() + (box.height() - high) // 2
        return QRect(box.right() + 1 - look.px(_PAD - 4) - width, top, width, high)

    def _paint_action(self, painter: QPainter, box: QRect, word: str) -> int:
        look, place = theme(), self.action_box(box, word)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent.base"))
        painter.drawRoundedRect(QRectF(place), look.px(6), look.px(6))
        painter.setPen(look.colour("text.on_accent"))
        painter.setFont(kit().face("small", 500).font)
        inner = place.adjusted(look.px(8) + 1, 0, -look.px(8) - 1, 0)
        painter.drawText(inner, _LEFT, word)
        painter.setFont(kit().face("caption").font)
        painter.drawText(inner, _RIGHT, "↵")
        return place.left()


_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value


class BriefList(QListView):
    """Rows as tall as the layout gives it; those below are reached by keys and wheel.

    ``opened`` gives the key of a row on click and Enter, ``acted`` on its button.
    """

    opened = Signal(object)
    acted = Signal(object)

    def __init__(self, name: str, *, row: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._rows = _Rows(self)
        self._painter = _Painter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def row_height(self) -> int:
        """Of one row, in pixels."""
        return theme().px(self._row)

    def set_rows(self, rows: Sequence[Brief]) -> None:
        """Show these; the current row stays on its key."""
        held = self.current()
        self._rows.replace(rows)
        # without a row nothing would show where the keyboard is
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        keys = [row.key for row in rows]
        if held is not None and held.key in keys:
            self.setCurrentIndex(self._rows.index(keys.index(held.key)))
        self.updateGeometry()
        viewport_of(self).update()

    def rows(self) -> tuple[Brief, ...]:
        """What is shown."""
        return self._rows.rows

    def current(self) -> Brief | None:
        """The row that holds the keyboard."""
        at = self.currentIndex().row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def show_count(self, count: int) -> None:
        """Be as tall as so many rows, no taller than there are."""
        self.setFixedHeight(self.row_height() * max(1, min(count, len(self._rows.rows))))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), self.row_height() * len(self._rows.rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.row_height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current() is None and self._rows.rows:
            self.setCurrentIndex(self._rows.index(0))
        viewport_of(self).update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        viewport_of(self).update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self._do(row, act=bool(row.action))
        elif event.key() == Qt.Key.Key_Space and row is not None:
            self._do(row, act=False)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters and "/" belong to the window, not to a search in eight rows
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self._rows.rows[index.row()]
        place = self._painter.action_box(self.visualRect(index), row.action)
        self._do(row, act=bool(row.action) and place.contains(event.position().toPoint()))

    def _do(self, row: Brief, *, act: bool) -> None:
        if row.key is not None:
            (self.acted if act else self.opened).emit(row.key)
