"""The tabs of the list: those that everybody has, with their counts, and own filters; "+" keeps the present one."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.work_orders import OrderShelf
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.list_filter import SHELVES, ListFilter, OwnFilter, read_own
from ui.work_orders.list_popover import NamePopover
from widgets.buttons import Button
from widgets.tabs import TabLine
from widgets.theme import theme

_SAVED: Final = "work_orders.filters"


class OrderTabs(QWidget):
    """``chosen`` brings the filter of the tab that was opened, with its words; ``keep_asked`` a name to keep it."""

    chosen = Signal(object, str)
    keep_asked = Signal(str)

    def __init__(self, desk: Desk, *, money: bool) -> None:
        super().__init__()
        self.desk = desk
        self._shelves = [s for s in OrderShelf if money or s is not OrderShelf.UNPAID]
        self._counts: dict[OrderShelf, int] = {}
        self._own: list[OwnFilter] = read_own(desk.saved(_SAVED, []))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        row.setSpacing(theme().px(8))
        self.line = TabLine(self.tr("Filters"))
        self.line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.line, 1)
        self.plus = Button(
            icon="plus", kind="quiet", small=True, name=self.tr("Keep this filter under a name")
        )
        self.plus.clicked.connect(self._ask_name)
        row.addWidget(self.plus)
        self.line.changed.connect(self._changed)
        self._show()

    def _show(self) -> None:
        tabs: list[tuple[str, str, int | None]] = [
            (shelf.value, said(SHELVES[shelf]), self._counts.get(shelf)) for shelf in self._shelves
        ]
        tabs += [(own.tab, own.name, None) for own in self._own]
        self.line.set_tabs(tabs)

    def set_counts(self, counts: Mapping[OrderShelf, int]) -> None:
        """The counts beside the words."""
        self._counts.update(counts)
        self._show()

    def set_unpaid(self, count: int | None) -> None:
        """The count that comes a moment later."""
        if count is not None:
            self.set_counts({OrderShelf.UNPAID: count})

    def count(self, shelf: OrderShelf) -> int | None:
        """How many orders a tab has; None while it is not known."""
        return self._counts.get(shelf)

    def current(self) -> str:
        """The name of the open tab."""
        return self.line.current()

    def own(self) -> OwnFilter | None:
        """The own filter whose tab is open."""
        return next((own for own in self._own if own.tab == self.line.current()), None)

    def names(self) -> Sequence[str]:
        """The tabs from left to right."""
        return [shelf.value for shelf in self._shelves] + [own.tab for own in self._own]

    def choose(self, place: int) -> None:
        """Open the tab at a place, as a click does."""
        if place < self.line.count():
            self.line.setCurrentIndex(place)

    def show_tab(self, name: str) -> None:
        """Show a tab as open, without telling it."""
        self.line.blockSignals(True)
        self.line.set_current(name)
        self.line.blockSignals(False)

    def _changed(self, name: str) -> None:
        own = next((own for own in self._own if own.tab == name), None)
        if own is not None:
            self.chosen.emit(own.filter, own.text)
        else:
            self.chosen.emit(ListFilter(OrderShelf(name)), "")

    def _ask_name(self) -> None:
        asked = NamePopover(self)
        asked.named.connect(self.keep_asked)
        asked.show_under(self.plus, right=True)

    def keep(self, name: str, wanted: ListFilter, text: str) -> None:
        """Keep a filter under a name; the same name is written over."""
        made = OwnFilter(name, wanted, text)
        self._own = [own for own in self._own if own.name != name] + [made]
        self._save()
        self.show_tab(made.tab)

    def drop(self, name: str) -> None:
        """Forget an own filter; its orders are shown by the tab it was made from."""
        gone = next((own for own in self._own if own.name == name), None)
        if gone is not None:
            self._own.remove(gone)
            self._save()
            self.show_tab(gone.filter.shelf.value)
            self.chosen.emit(gone.filter.bare(), "")

    def _save(self) -> None:
        self.desk.save(_SAVED, [own.plain() for own in self._own])
        self._show()
