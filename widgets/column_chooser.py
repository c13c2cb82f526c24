"""Which columns a table shows, in what order, and by which it is sorted: a popup for mouse and keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import Button, KeyHint, hairline, label
from widgets.popover import Popover
from widgets.theme import theme

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A column in the list: its name, words, whether it shows and whether rows can be sorted by it."""

    name: str
    title: str
    visible: bool
    sortable: bool


class ChoiceList(QListWidget):
    """The columns: Space shows or hides, Alt with arrows moves, Enter sorts, dragging moves too."""

    moved = Signal()
    sort_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns"))
        self.setProperty("surface", "raised")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(self._rows_moved)
        self.model().rowsInserted.connect(self._rows_moved)

    def _rows_moved(self, _parent: QModelIndex) -> None:
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.currentItem()
            if item is not None:
                self.sort_wanted.emit(item.data(_NAME))
        else:
            super().keyPressEvent(event)

    def move_by(self, step: int) -> None:
        """Move the present column up or down."""
        place = self.currentRow()
        target = place + step
        if place < 0 or not 0 <= target < self.count():
            return
        self.insertItem(target, self.takeItem(place))
        self.setCurrentRow(target)
        self.moved.emit()


class ColumnChooser(Popover):
    """A popup over the table; each change is applied at once."""

    changed = Signal(list)
    """(name, visible) of every column in the order chosen."""
    sorted = Signal(str)
    reset = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("ColumnChooser", "Columns"))
        look = theme()
        self.body.addWidget(label(self.tr("Columns"), "strong"))
        self.list = ChoiceList(self)
        self.first = self.list
        self.body.addWidget(self.list)
        self.body.addWidget(hairline())
        hints = QHBoxLayout()
        hints.setSpacing(look.px(12))
        hints.addWidget(KeyHint("Space", self.tr("show")))
        hints.addWidget(KeyHint("Alt+Up", self.tr("move")))
        hints.addWidget(KeyHint("Return", self.tr("sort")))
        hints.addStretch(1)
        self.body.addLayout(hints)
        self._reset = Button(self.tr("As it was at first"), kind="quiet", small=True)
        self._reset.clicked.connect(self.reset)
        self.body.addWidget(self._reset)
        self.list.itemChanged.connect(self._tell)
        self.list.moved.connect(self._tell)
        self.list.sort_wanted.connect(self.sorted)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Fill the list."""
        self.list.blockSignals(True)
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(choice.title or choice.name)
            item.setData(_NAME, choice.name)
            item.setSizeHint(QSize(0, theme().height("menu_row")))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if choice.visible else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        rows = min(12, len(choices))
        self.list.setFixedHeight(rows * theme().height("menu_row") + 2)

    def choices(self) -> list[tuple[str, bool]]:
        """(name, visible) in the order of the list."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [(item.data(_NAME), item.checkState() is Qt.CheckState.Checked) for item in items]

    def _tell(self) -> None:
        if self.list.signalsBlocked():
            return
        chosen = self.choices()
        if chosen and any(visible for _, visible in chosen):
            self.changed.emit(chosen)
