"""What could be meant, under the field while somebody types: header, rows with the matches marked, key hints.

The popup is a child of the window: the field keeps the focus and the keyboard. Rows are ``Option``s; their cells are
texts or the values of ``widgets.values``.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import keys_text
from widgets.cells import paint_cell
from widgets.theme import theme
from widgets.values import cell_text, highlight

_ROW: Final = 32
_HEAD: Final = 26
_FOOT: Final = 28
_PAD: Final = 12
_GAP: Final = 10
_MOST_ROWS: Final = 8
_BAR: Final = 2
_LOOK_ALIKE: Final = str.maketrans("авекмнорстухё", "abekmhopctyxe")


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be meant. ``cells`` fill the popup's columns; without them, title and detail do.

    ``marks`` False: nothing of what was typed is marked in it.
    """

    key: Hashable
    title: str
    detail: str = ""
    icon: str = ""
    cells: tuple[Any, ...] = ()
    marks: bool = True


@dataclass(frozen=True, slots=True)
class PopupColumn:
    """A column: its head, its width in design pixels (0 takes what is left), and how plain texts look in it."""

    title: str = ""
    width: int = 0
    align: str = "left"
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys with their words in the foot; with ``acts`` they send the row by ``acted``."""

    keys: str
    words: str
    acts: bool = False


def comparable(text: str) -> str:
    """Letters as they are compared: no case, Cyrillic and Latin look-alikes equal; the length stays."""
    lower = text.casefold()
    if len(lower) != len(text):
        lower = text.lower() if len(text.lower()) == len(text) else text
    return lower.translate(_LOOK_ALIKE)


class _Rows(QAbstractListModel):
    """The options as a list, in words for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: tuple[Option, ...] = ()
        self.words: tuple[str, ...] = ("",)

    def show(self, options: Sequence[Option], text: str) -> None:
        self.beginResetModel()
        self.options = tuple(options)
        self.words = (comparable(" ".join(text.split())), *text.split())
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.options)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        option = self.options[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(text for cell in cells_of(option) if (text := cell_text(cell)))
        return None


def cells_of(option: Option) -> tuple[Any, ...]:
    """What stands in the columns of an option."""
    return option.cells or (option.title, option.detail)


class _RowPainter(QStyledItemDelegate):
    """Paints an option: bar and ground when it is the current one, then its cells."""

    def __init__(self, popup: "CompletionPopup") -> None:
        super().__init__(popup)
        self._popup = popup

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, theme().px(_ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = theme()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("surface.selected"))
            bar = QRect(rect.left(), rect.top(), look.px(_BAR), rect.height())
            painter.fillRect(bar, look.colour("accent.bar"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("surface.hover"))
        self._popup.paint_row(painter, rect, index.row())
        painter.restore()


class CompletionPopup(QWidget):
    """The popup itself. ``chosen`` brings the option, ``closed`` comes when it went away without a choice.

    ``acted`` brings the keys of an acting hint and the current option. ``columns`` None: title and detail.
    """

    chosen = Signal(object)
    acted = Signal(str, object)
    closed = Signal()

    def __init__(
        self,
        columns: Sequence[PopupColumn] | None = None,
        *,
        hints: Sequence[Hint] = (),
        back: str = "",
        name: str = "",
        width: int = 0,
    ) -> None:
        super().__init__()
        self._columns = (
            tuple(columns) if columns is not None else (PopupColumn(), PopupColumn(kind="muted"))
        )
        self._hints = tuple(hints)
        self._back = back
        self._width = width
        self._anchor: QWidget | None = None
        self._held: QWidget | None = None
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(name or self.tr("What could be meant"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("background: transparent;")
        self._rows = _Rows(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_RowPainter(self))
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        box = self._box = QVBoxLayout(self)
        head = _HEAD if self._titled() else 4
        foot = _FOOT if self._footed() else 4
        look = theme()
        box.setContentsMargins(1, look.px(head) + 1, 1, look.px(foot) + 1)
        box.addWidget(self.list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(look.px(20))
        shadow.setOffset(0, look.px(6))
        shadow.setColor(QColor(0, 0, 0, 128) if look.mode == "dark" else QColor(10, 15, 30, 41))
        self.setGraphicsEffect(shadow)

    # showing
    def show_for(self, anchor: QWidget | QRect, rows: Sequence[Option], text: str = "") -> None:
        """Show rows under a field, or under a rectangle of the screen; nothing to show closes it.

        A field's keys (↑ ↓ PgUp PgDn Enter Tab Esc) go to the popup while it is open. Who gives a rectangle keeps
        the keys and calls ``move_by``, ``current`` and ``take_key``.
        """
        owner = anchor if isinstance(anchor, QWidget) else QApplication.focusWidget()
        if owner is None or not rows:
            self.dismiss()
            return
        window = owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        if isinstance(anchor, QWidget):
            self._hold(anchor)
            spot = QRect(anchor.mapTo(window, QPoint(0, 0)), anchor.size())
        else:
            spot = QRect(window.mapFromGlobal(anchor.topLeft()), anchor.size())
        self._rows.show(rows, text)
        self.list.setCurrentIndex(self._rows.index(0))
        self._place(window, spot, len(rows))
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Go away; what was typed stays."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @property
    def options(self) -> tuple[Option, ...]:
        """The rows that show, or would."""
        return self._rows.options

    def current(self) -> Option | None:
        """The option the arrows stand on."""
        row = self.list.currentIndex().row()
        return self._rows.options[row] if 0 <= row < len(self._rows.options) else None

    def _hold(self, owner: QWidget) -> None:
        if self._held is owner:
            return
        if self._held is not None:
            self._held.removeEventFilter(self)
        self._held = owner
        owner.installEventFilter(self)
        owner.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._held = None
        self.hide()

    def _place(self, window: QWidget, spot: QRect, count: int) -> None:
        """Under the spot of the window's coordinates; above it when only that has the room."""
        look = theme()
        inner = self._box.contentsMargins()
        height = min(count, _MOST_ROWS) * look.px(_ROW) + inner.top() + inner.bottom()
        edge, gap = look.px(8), look.px(4)
        width = min(max(look.px(self._width), spot.width()), window.width() - 2 * edge)
        below = window.height() - spot.bottom() - 1 - 2 * gap
        above = spot.top() - 2 * gap
        opens_up = height > below and above > below
        height = min(height, max(above if opens_up else below, look.px(_ROW) + inner.top()))
        top = spot.top() - gap - height if opens_up else spot.bottom() + 1 + gap
        left = max(min(spot.left(), window.width() - width - edge), edge)
        self.setGeometry(left, top, width, height)

    # choosing
    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._rows.options):
            option = self._rows.options[row]
            self.hide()
            self.chosen.emit(option)

    def move_by(self, steps: int) -> None:
        """Go that many rows down (up when below zero); one step goes round."""
        count = len(self._rows.options)
        row = self.list.currentIndex().row() + steps
        row = row % count if abs(steps) == 1 else min(max(row, 0), count - 1)
        self.list.setCurrentIndex(self._rows.index(row))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while the popup is open; False when it means nothing here."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _MOST_ROWS,
            Qt.Key.Key_PageUp: -_MOST_ROWS,
        }
        acting = self._acting(event)
        if acting:
            self.hide()
            self.acted.emit(acting, self.current())
        elif key in steps:
            self.move_by(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.list.currentIndex().row())
        elif key is Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        # Tab goes on to the next field after it took the row
        return key is not Qt.Key.Key_Tab

    def _acting(self, event: QKeyEvent) -> str:
        typed = event.keyCombination().toCombined()
        for hint in self._hints:
            if hint.acts and _combined(hint.keys) == typed:
                return hint.keys
        return ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._held or not self.isVisible():
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Esc and Enter belong to the popup now, not to the dialog or the page
            if self._acting(event) or event.key() in _KEYS:
                event.accept()
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take_key(event)
        if event.type() in (
            QEvent.Type.FocusOut,
            QEvent.Type.Hide,
            QEvent.Type.Resize,
            QEvent.Type.Move,
        ):
            self.dismiss()
        return False

    # painting
    def _titled(self) -> bool:
        return any(column.title for column in self._columns)

    def _footed(self) -> bool:
        return bool(self._hints or self._back)

    def _boxes(self, rect: QRect) -> list[QRect]:
        """Where each column stands in a row."""
        look = theme()
        pad, gap = look.px(_PAD), look.px(_GAP)
        fixed = sum(look.px(column.width) for column in self._columns)
        free = sum(1 for column in self._columns if not column.width)
        left = rect.width() - 2 * pad - gap * (len(self._columns) - 1) - fixed
        share = max(left, 0) // free if free else 0
        boxes, x = [], rect.left() + pad
        for column in self._columns:
            wide = look.px(column.width) if column.width else share
            boxes.append(QRect(x, rect.top(), wide, rect.height()))
            x += wide + gap
        return boxes

    def paint_row(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint the cells of a row into its rectangle."""
        look = theme()
        option = self._rows.options[row]
        boxes = self._boxes(rect)
        if option.icon:
            side = look.px(16)
            top = rect.top() + (rect.height() - side) // 2
            painter.drawPixmap(boxes[0].left(), top, look.pixmap(option.icon))
            boxes[0].adjust(side + look.px(7), 0, 0, 0)
        cells = cells_of(option)
        if len(cells) == 1:
            boxes[0].setRight(rect.right() - look.px(_PAD))
        for column, box, cell in zip(self._columns, boxes, cells, strict=False):
            shown = self._marked(cell) if option.marks and isinstance(cell, str) else cell
            paint_cell(painter, box, shown, kind=column.kind, align=column.align)

    def _marked(self, text: str) -> Any:  # noqa: ANN401  a cell
        """The text with what was searched for marked: as a whole, else word by word."""
        whole, *words = self._rows.words
        if whole and whole in comparable(text):
            return highlight(text, (whole,), comparable)
        return highlight(text, words, comparable)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.setBrush(look.colour("surface.raised"))
        painter.drawRoundedRect(frame, look.px(8), look.px(8))
        if self._titled():
            self._paint_head(painter)
        if self._footed():
            self._paint_foot(painter)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        look = theme()
        head = QRect(1, 1, self.width() - 2, look.px(_HEAD))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text.muted"))
        for column, box in zip(self._columns, self._boxes(head), strict=True):
            side = (
                Qt.AlignmentFlag.AlignRight
                if column.align == "right"
                else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, column.title)
        painter.fillRect(head.left(), head.bottom(), head.width(), 1, look.colour("line.hairline"))

    def _paint_foot(self, painter: QPainter) -> None:
        look = theme()
        foot = QRect(1, self.height() - 1 - look.px(_FOOT), self.width() - 2, look.px(_FOOT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface.sunken"))
        painter.drawRoundedRect(foot, look.px(7), look.px(7))
        painter.fillRect(foot.adjusted(0, 0, 0, -look.px(8)), look.colour("surface.sunken"))
        painter.fillRect(foot.left(), foot.top(), foot.width(), 1, look.colour("line.hairline"))
        x = foot.left() + look.px(_PAD)
        for hint in self._hints:
            x = self._paint_hint(painter, foot, x, hint.keys, hint.words) + look.px(16)
        if self._back:
            words = QFontMetrics(look.font("small")).horizontalAdvance(self._back)
            keys = QFontMetrics(look.font("caption", weight=600)).horizontalAdvance("Esc")
            left = foot.right() - look.px(_PAD) - words - keys - look.px(5)
            if left > x:
                self._paint_hint(painter, foot, left, "Esc", self._back)

    def _paint_hint(self, painter: QPainter, foot: QRect, x: int, keys: str, words: str) -> int:
        """Write keys and words from ``x``; returns where they end."""
        look = theme()
        middle = Qt.AlignmentFlag.AlignVCenter
        for text, font in (
            (keys_text(keys), look.font("caption", weight=600)),
            (words, look.font("small")),
        ):
            painter.setFont(font)
            painter.setPen(look.colour("text.muted"))
            wide = QFontMetrics(font).horizontalAdvance(text)
            painter.drawText(QRect(x, foot.top(), wide + 2, foot.height()), middle, text)
            x += wide + look.px(5)
        return x - look.px(5)


_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Escape,
    }
)


def _combined(keys: str) -> int:
    """The number Qt gives to ``Alt+Return`` or ``Ctrl+I``."""
    sequence = QKeySequence(keys)
    return sequence[0].toCombined() if sequence.count() else 0  # type: ignore[index]  # the stubs forget operator[]
