"""Pieces of the columns: headings with a muted word, chips of symptoms, a column that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import label
from widgets.elided import ElidedLabel
from widgets.theme import theme


class Heading(QWidget):
    """A heading of a section; ``end`` stands at its right."""

    def __init__(self, title: str, *end: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.title = label(title, "strong")
        self.note = ElidedLabel("", "muted")
        self.setMinimumHeight(theme().px(28))
        row.addWidget(self.title)
        row.addWidget(self.note, 1)
        for widget in end:
            row.addWidget(widget)

    def set_note(self, text: str) -> None:
        """The muted words beside it."""
        self.note.setText(text)


class Column(QScrollArea):
    """A column that is as wide as its place and scrolls when it is too low."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.inner = QWidget()
        self.box = QVBoxLayout(self.inner)
        self.box.setContentsMargins(theme().px(16), theme().px(5), theme().px(16), theme().px(8))
        self.box.setSpacing(theme().px(5))
        self.setWidget(self.inner)
        self.viewport().setAutoFillBackground(False)
        self.inner.setAutoFillBackground(False)


class Flow(QLayout):
    """Widgets side by side, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # Qt asks beyond the end

    @override
    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # as above

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _place(self, rect: QRect, *, really: bool) -> int:
        gap = theme().px(5)
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            wide = min(hint.width(), max(rect.width(), 1))
            if x > rect.x() and x + wide > rect.right() + 1:
                x, y, tall = rect.x(), y + tall + gap, 0
            if really:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, hint.height())))
            x += wide + gap
            tall = max(tall, hint.height())
        return y + tall - rect.y()


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def words_of(parts: Sequence[str]) -> str:
    """Parts that are not empty, with commas."""
    return ", ".join(part for part in parts if part)


def small(text: str, tone: str = "") -> QLabel:
    """Small muted words that wrap."""
    return label(text, "small" if tone else "hint", tone=tone, wrap=True)
