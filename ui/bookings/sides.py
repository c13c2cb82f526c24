"""What stands at the right of the board: who waits, what owners ask, the search for a slot, the load, or nothing."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.bookings.owners import OwnerRequestRow
from app.bookings.rows import Found, WaitingRow
from ui.bookings.asking import slots, wish_of_waiting
from ui.bookings.full import FullPanel
from ui.bookings.owner_acts import OwnerActs
from ui.bookings.owner_panel import OwnerPanel
from ui.bookings.slots import SlotPanel
from widgets.board import Place, Plan, Proposal
from widgets.buttons import hairline

if TYPE_CHECKING:
    from ui.bookings.page import CalendarPage

_PANELS = ("waiting", "find", "full", "owners")
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
        self._full: FullPanel | None = None
        self._owners: OwnerPanel | None = None
        self._asked: Sequence[OwnerRequestRow] = ()
        self.owner_acts = OwnerActs(page)
        self._stack = QStackedWidget()
        for panel in (page.panel, self.slots):
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
        self._show(self.name if self.name in {*_PANELS, ""} else "waiting")

    @property
    def full(self) -> FullPanel:
        """How full it is; made when it is first wanted, like what owners ask: the page opens sooner."""
        if self._full is None:
            self._full = FullPanel(self._desk, self._page.bar)
            self._stack.addWidget(self._full)
        return self._full

    @property
    def owners(self) -> OwnerPanel:
        """What owners ask."""
        if self._owners is None:
            self._owners = OwnerPanel(self._desk)
            self._stack.addWidget(self._owners)
            asks, acts = self._owners.list, self.owner_acts
            asks.confirmed.connect(acts.confirm)
            asks.other.connect(acts.search)
            asks.declined.connect(acts.decline)
            asks.opened.connect(self._page.acts.open)
            asks.chose.connect(self.show_asked)
            self._owners.show_rows(self._asked)
        return self._owners

    def _panel(self, name: str) -> QWidget | None:
        match name:
            case "waiting":
                return self._page.panel
            case "find":
                return self.slots
            case "full":
                return self.full
            case "owners":
                return self.owners
        return None

    def _show(self, name: str) -> None:
        self.name = name
        panel = self._panel(name)
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
        target = self._target(name)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        asked = self.owners.list.current() if name == "owners" else None
        if asked is not None:
            # another week is shown only for one that somebody chose
            self._page.view.go_to(asked.appointment_id)

    def _target(self, name: str) -> QWidget | None:
        """What of a panel takes the keyboard."""
        match name:
            case "waiting":
                return self._page.panel.list
            case "find":
                return self.slots.line
            case "owners":
                return self.owners.list
        return None

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
        target = self._target(name)
        if self.name == name and target is not None and target.hasFocus():
            self.toggle(name)
        else:
            self.open_panel(name)

    def back(self) -> bool:
        """Close everything but the waiting list, which stays; a search for an owner goes back to what they ask."""
        if self.name == "find" and self.slots.asked is not None:
            self.open_panel("owners")
            return True
        if self.name in {"find", "full", "owners"}:
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
        slot, wanted, asked = chosen[1], self.slots.wanted, self.slots.asked
        if asked is not None:
            self.owner_acts.take(asked, slot)
            return
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

    def show_asked_rows(self, rows: Sequence[OwnerRequestRow]) -> None:
        """What owners ask now; the toolbar counts those that wait for a word of ours."""
        self._asked = rows
        if self._owners is not None:
            self._owners.show_rows(rows)
        open_ = sum(1 for row in rows if not row.is_offered)
        button = self._page.tools.owners
        button.setText(str(open_) if open_ else "")
        name = self.tr("%n owners ask", "", open_) if open_ else self.tr("Owners ask")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  O")
        button.updateGeometry()

    def show_asked(self, row: OwnerRequestRow) -> None:
        """Show on the board where a request stands, or the day that was wished."""
        page, when = self._page, row.starts_at or row.wished_at
        on = self._desk.formats.local(when).date()
        if on not in page.scale.days:
            page.bar.go(on)
        page.view.go_to(row.appointment_id)

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
