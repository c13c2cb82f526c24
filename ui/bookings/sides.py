"""What stands at the right of the board: the waiting list, the search for a slot, how full it is, or nothing."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.bookings.rows import Found, WaitingRow
from ui.bookings.asking import slots, wish_of_waiting
from ui.bookings.full import FullPanel
from ui.bookings.slots import SlotPanel
from widgets.board import Place, Plan, Proposal
from widgets.buttons import hairline

if TYPE_CHECKING:
    from ui.bookings.page import CalendarPage

Take = Callable[[uuid.UUID, int, datetime, uuid.UUID | None, uuid.UUID | None], None]


class Sides(QWidget):
    """One side panel at a time."""

    def __init__(self, page: "CalendarPage") -> None:
        # inside the page from the start: shown by itself it would be a window, and take the keyboard
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.name = str(page.desk.saved("calendar.side", "waiting"))
        self.slots = SlotPanel(page.desk)
        self.full = FullPanel(page.desk, page.bar)
        self._stack = QStackedWidget()
        self._panels: dict[str, QWidget] = {
            "waiting": page.panel,
            "find": self.slots,
            "full": self.full,
        }
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._stack)
        self.slots.chose.connect(self._mark)
        self.slots.taken.connect(self._take)
        self.slots.draft.connect(self._draft)
        page.bar.changed.connect(self._refresh)
        page.desk.changed.connect(lambda _changes: self._refresh())
        self._show(self.name if self.name in {*self._panels, ""} else "waiting")

    def _show(self, name: str) -> None:
        self.name = name
        panel = self._panels.get(name)
        self.setVisible(panel is not None)
        if panel is not None:
            self._stack.setCurrentWidget(panel)
            self._stack.setFixedWidth(panel.minimumWidth())
        if name != "find":
            self.slots.forget()
        self._refresh()
        self._mark()

    def _refresh(self) -> None:
        if self.name == "full" and self.isVisible():
            self.full.load()

    def open_panel(self, name: str) -> None:
        """Show a panel and put the keyboard into it."""
        self._show(name)
        if name != "find":
            self._desk.save("calendar.side", name)
        target = {"waiting": self._page.panel.list, "find": self.slots.line}.get(name)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, name: str) -> None:
        """Show a panel, or close it when it shows."""
        if self.name == name:
            self._show("" if name == "waiting" else "waiting")
            self._desk.save("calendar.side", self.name)
            self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open_panel(name)

    def reach(self, name: str) -> None:
        """The keyboard goes into the panel; from it, back to the board and the panel closes."""
        if self.name == name and self._page.panel.list.hasFocus():
            self.toggle(name)
        else:
            self.open_panel(name)

    def back(self) -> bool:
        """Close a search or the loads; the waiting list stays."""
        if self.name in {"find", "full"}:
            self.toggle(self.name)
            return True
        return False

    # the slots of the search, on the board

    def marked(self, plan: Plan) -> Plan:
        """The plan with the chosen slot dashed on it."""
        chosen = self.slots.chosen() if self.name == "find" else None
        if chosen is None:
            return replace(plan, proposals=())
        number, slot = chosen
        scale, page = self._page.scale, self._page
        day, start = scale.place(slot.starts_at)
        end_day, end = scale.ends_at(slot.ends_at)
        lane = slot.bay_id if page.by == "bay" else slot.employee_id
        if lane is None or not 0 <= day < len(scale.days):
            return replace(plan, proposals=())
        last = end if end_day == day else plan.end
        place = Place(lane, day, start, last - start)
        return replace(plan, proposals=(Proposal(str(number), place, last, slot.person),))

    def _mark(self) -> None:
        chosen = self.slots.chosen() if self.name == "find" else None
        page = self._page
        if chosen is not None:
            on = self._desk.formats.local(chosen[1].starts_at).date()
            if on not in page.scale.days:
                page.bar.go(on)
                return
        page.view.set_plan(self.marked(page.view.plan))

    def _take(self, how: str) -> None:
        chosen = self.slots.chosen()
        if chosen is None:
            return
        slot, wanted = chosen[1], self.slots.wanted
        acts = self._page.acts
        if wanted is not None:
            acts.take_slot(wanted.id, wanted.version, slot.starts_at, slot.bay_id, slot.employee_id)
            self.toggle("find")
            return
        acts.book(None)
        if acts.booking is not None:
            acts.booking.take(slot, self.slots.understood, hold=how == "hold")

    def _draft(self) -> None:
        """Show what would open if one booking moved: carried on the board, nothing written."""
        sooner = self.slots.sooner()
        page = self._page
        if sooner is None:
            return
        on = self._desk.formats.local(sooner.move_to_at).date()
        if on not in page.scale.days:
            page.bar.go(on)
        view = page.view
        if not view.go_to(sooner.appointment_id) or not view.lift():
            return
        block = view.carry.block
        lane = sooner.bay_id if page.by == "bay" else sooner.employee_id
        if block is not None:
            day, start = page.scale.place(sooner.move_to_at)
            view.carry.to(replace(block.place, lane=lane or block.place.lane, day=day, start=start))
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_slot(self, row: WaitingRow, take: Take) -> None:
        """Find the first slot of somebody who waits, and give it."""
        now, formats = self._desk.now(), self._desk.formats

        def found(result: Found) -> None:
            if not result.slots:
                self._desk.toast(self.tr("No free slot in the coming weeks"))
                return
            slot = result.slots[0]
            on = formats.local(slot.starts_at).date()
            if on not in self._page.scale.days:
                self._page.bar.go(on)
            take(row.id, row.version, slot.starts_at, slot.bay_id, slot.employee_id)

        wish = wish_of_waiting(row, now, formats)
        self._desk.read(self, lambda read: slots(read, wish, now=now), found, lane="first")
