"""Timeline: what happened, newest first or oldest first as it is given; a list that the keyboard walks."""

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
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from widgets.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: when in words, what, more of it, and how it is marked; ``key`` is what opening it gives back."""

    at_text: str
    title: str
    detail: str = ""
    icon: str = "history"
    hue: str = "idle"
    key: object = None


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def replace(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (entry.at_text, entry.title, entry.detail) if part)
        return None


class _Painter(QStyledItemDelegate):
    """Time at the left, an icon on the line, the words at its right; long details wrap."""

    def _columns(self, width: int) -> tuple[int, int, int]:
        """Where the line runs, where the words begin, and how wide they may be."""
        line = theme().px(16 + 92 + 8)
        words = line + theme().px(20)
        return line, words, max(theme().px(80), width - words - theme().px(16))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else theme().px(400)
        _, _, room = self._columns(width)
        tall = theme().px(8)
        for text, style in ((entry.title, "base"), (entry.detail, "small")):
            if text:
                metrics = QFontMetrics(theme().font(style))
                box = metrics.boundingRect(
                    QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap.value, text
                )
                tall += max(box.height(), theme().px(20 if style == "base" else 16))
        return QSize(width, tall + theme().px(4))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver and entry.key is not None:
            painter.fillRect(box, theme().colour("surface.hover"))
        line, words, room = self._columns(box.width())
        middle = box.left() + line
        top = box.top() + theme().px(6)
        painter.setPen(QPen(theme().colour("line.hairline"), 1))
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        icon = theme().px(16)
        painter.drawLine(
            middle, top + icon // 2 if first else box.top(), middle, top if last else box.bottom()
        )
        view = option.widget
        ground = view.ground if isinstance(view, Timeline) else "surface.page"
        if state & QStyle.StateFlag.State_MouseOver and entry.key is not None:
            ground = "surface.hover"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(ground))
        painter.drawEllipse(QRectF(middle - icon / 2 - 2, top - 2, icon + 4, icon + 4))
        ink = f"status.{entry.hue}.fg" if entry.hue != "idle" else "text.muted"
        painter.drawPixmap(middle - icon // 2, top, theme().pixmap(entry.icon, ink, 16))
        painter.setFont(theme().font("small", numbers=True))
        painter.setPen(theme().colour("text.muted"))
        left = box.left() + theme().px(16)
        painter.drawText(
            QRect(left, top - theme().px(2), theme().px(92), theme().px(20)),
            Qt.AlignmentFlag.AlignVCenter.value,
            entry.at_text,
        )
        area = QRect(box.left() + words, box.top() + theme().px(4), room, box.height())
        painter.setFont(theme().font("base"))
        painter.setPen(theme().colour("text.primary"))
        used = painter.boundingRect(area, Qt.TextFlag.TextWordWrap.value, entry.title)
        painter.drawText(area, Qt.TextFlag.TextWordWrap.value, entry.title)
        if entry.detail:
            area.setTop(area.top() + max(used.height(), theme().px(20)))
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("text.muted"))
            painter.drawText(area, Qt.TextFlag.TextWordWrap.value, entry.detail)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus.ring"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(3, 1, -3, -1), 4, 4)
        painter.restore()


class Timeline(QListView):
    """A list of entries; ``opened`` gives the key of the entry on Enter or double click.

    ``ground`` is the colour of what it lies on: a page, or ``surface.raised`` in a dialog.
    """

    opened = Signal(object)

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, ground: str = "surface.page"
    ) -> None:
        super().__init__(parent)
        self.ground = ground
        self.setAccessibleName(name or self.tr("History"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._entries = _Entries()
        self._entries.setParent(self)
        self.setModel(self._entries)
        self.setItemDelegate(_Painter(self))
        self.activated.connect(self._open)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour(self.ground))
        painter.end()
        super().paintEvent(event)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, keeping the place."""
        at = self.currentIndex().row()
        self._entries.replace(entries)
        if 0 <= at < len(entries):
            self.setCurrentIndex(self._entries.index(at, 0))

    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries.entries

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        key = self._entries.entries[index.row()].key
        if key is not None:
            self.opened.emit(key)
