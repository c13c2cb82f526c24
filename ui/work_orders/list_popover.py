"""The filter of the list: states, people, days; every choice counts at once. And the name of an own filter."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.work_orders import OrderShelf, StaffRow
from models.order_flow import OrderState
from ui.parts.states import order_word
from ui.shell.words import said
from ui.work_orders.list_filter import SPANS, ListFilter
from widgets.buttons import Button, label
from widgets.fields import Check, Choice, TextEdit
from widgets.popover import Popover
from widgets.theme import theme

_COLUMNS = 2


class FilterPopover(Popover):
    """What is added to a tab; ``changed`` brings the whole filter."""

    changed = Signal(object)
    dropped = Signal()
    """The own filter that is open is not wanted any more."""

    def __init__(
        self,
        parent: QWidget,
        now: ListFilter,
        staff: Sequence[StaffRow],
        states: Sequence[OrderState],
        *,
        own: str = "",
    ) -> None:
        super().__init__(parent, QCoreApplication.translate("FilterPopover", "Filter"))
        self._now = now
        self.setMinimumWidth(theme().px(340))
        self.checks: Mapping[OrderState, Check] = {
            state: Check(order_word(state)) for state in states
        }
        self.body.addWidget(label(self.tr("State"), "caption"))
        self.body.addLayout(self._grid())
        everybody: list[tuple[uuid.UUID | None, str]] = [(None, self.tr("anybody"))]
        people = [*everybody, *((person.id, person.name) for person in staff)]
        self._people = {key for key, _ in people}
        self.advisor = Choice(people, name=self.tr("Advisor"))
        self.technician = Choice(people, name=self.tr("Technician"))
        self.days = Choice(
            [(days, said(words)) for days, words in SPANS.items()], name=self.tr("Opened")
        )
        for words, control in (
            (self.tr("Advisor"), self.advisor),
            (self.tr("Technician"), self.technician),
            (self.tr("Opened"), self.days),
        ):
            caption = label(words, "caption")
            caption.setBuddy(control)
            self.body.addWidget(caption)
            self.body.addWidget(control)
        self.body.addLayout(self._buttons(own))
        self.first = next(iter(self.checks.values()), self.advisor)
        self._show()
        for check in self.checks.values():
            check.edited.connect(self._chosen)
        for choice in (self.advisor, self.technician, self.days):
            choice.edited.connect(self._chosen)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(4))
        rows = -(-len(self.checks) // _COLUMNS)
        for place, check in enumerate(self.checks.values()):
            grid.addWidget(check, place % rows, place // rows)
        return grid

    def _buttons(self, own: str) -> QHBoxLayout:
        row = QHBoxLayout()
        self.clear = Button(self.tr("Clear"), kind="quiet", small=True)
        self.clear.clicked.connect(self._clear)
        if own:
            drop = Button(self.tr("Delete this filter"), "trash-2", kind="quiet", small=True)
            drop.clicked.connect(self._drop)
            row.addWidget(drop)
        row.addStretch(1)
        row.addWidget(self.clear)
        return row

    def _show(self) -> None:
        now = self._now
        for state, check in self.checks.items():
            check.set_value(state in now.states)
        self.advisor.set_value(now.advisor_id if now.advisor_id in self._people else None)
        self.technician.set_value(now.technician_id if now.technician_id in self._people else None)
        self.days.set_value(now.days)
        self.clear.setEnabled(bool(now.added))

    def _chosen(self) -> None:
        self._now = replace(
            self._now,
            states=tuple(state for state, check in self.checks.items() if check.value()),
            advisor_id=self.advisor.value(),
            technician_id=self.technician.value(),
            days=self.days.value(),
        )
        self.clear.setEnabled(bool(self._now.added))
        self.changed.emit(self._now)

    def _clear(self) -> None:
        controls = (*self.checks.values(), self.advisor, self.technician, self.days)
        for control in controls:
            control.blockSignals(True)
        self._now = self._now.bare()
        self._show()
        for control in controls:
            control.blockSignals(False)
        self.changed.emit(self._now)

    def _drop(self) -> None:
        self.dropped.emit()
        self.close()


def states_of(shelf: OrderShelf) -> tuple[OrderState, ...]:
    """The states that a tab can be narrowed to: none where it is one state already."""
    gone = (OrderState.DELIVERED, OrderState.CANCELLED)
    if shelf in {OrderShelf.ALL, OrderShelf.UNPAID}:
        return tuple(OrderState)
    if shelf in {OrderShelf.OPEN, OrderShelf.MINE, OrderShelf.LATE}:
        return tuple(state for state in OrderState if state not in gone)
    return ()


class NamePopover(Popover):
    """The name under which the present filter is kept."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("NamePopover", "Keep this filter"))
        self.setMinimumWidth(theme().px(280))
        self.body.addWidget(label(self.tr("Keep this filter under a name"), "caption"))
        self.name = TextEdit(name=self.tr("Name of the filter"))
        self.body.addWidget(self.name)
        row = QHBoxLayout()
        row.addStretch(1)
        self.keep = Button(self.tr("Keep"), kind="primary", small=True)
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._named)
        row.addWidget(self.keep)
        self.body.addLayout(row)
        self.first = self.name
        self.name.edited.connect(lambda: self.keep.setEnabled(bool(self.name.value())))

    def _named(self) -> None:
        self.named.emit(self.name.value())
        self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.name.value():
            self._named()
            return
        super().keyPressEvent(event)
