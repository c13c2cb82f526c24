"""The Today page: promises along the day, who comes, what stands where, and everything that waits for somebody."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from typing_extensions import override

from app.insights import Owed, TodayView, owed, today
from app.kernel.tx import Changes, Read
from models.access import Permission
from models.order_flow import OrderState
from ui.shell.desk import Desk
from ui.shell.page import EVERYTHING, Page
from ui.shell.window import Window
from ui.today import briefs
from ui.today.coming import Coming
from ui.today.find import FindButton
from ui.today.layout import Board
from ui.today.section import shortcut
from widgets.brief import Brief
from widgets.buttons import Button
from widgets.theme import theme

_ROOMY = 1100
_MINUTE_MS = 60_000
_OWED_TABLES = frozenset({"invoice", "payment", "allocation", EVERYTHING})


class TodayPage(Page):
    """Reads itself anew each minute while it is shown, and when anything on it was changed."""

    watches: ClassVar[Sequence[str]] = (
        "work_order",
        "job",
        "order_line",
        "concern",
        "invoice",
        "payment",
        "allocation",
        "product",
        "stock_level",
        "outbox_envelope",
        "sync_state",
        "vehicle",
        "appointment",
        "owner_request",
        "absence",
        "bay_closure",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: TodayView | None = None
        self._came: Button | None = None
        self.owed: Owed | None = None
        self._owed_stale = True
        self._leads: frozenset[str] = frozenset()
        self.toolbar.set_title(self.tr("Today"), desk.formats.long_day(desk.formats.today()))
        self.search = FindButton(desk, self.tr("Plate, VIN, phone, order"))
        self.toolbar.add(self.search)
        if desk.can(Permission.WORK_ORDERS_EDIT):
            order = Button(self.tr("Work order"), "plus", kind="primary", keys="Ctrl+N")
            order.clicked.connect(self.new)
            self.toolbar.add(order)
        if desk.can(Permission.ARRIVALS_EDIT):
            words = self.tr("Car has come")
            came = Button(words, "log-in", name=words)
            came.setToolTip(f"{words} · Ctrl+Shift+N")
            came.clicked.connect(self._receive)
            shortcut(self, "Ctrl+Shift+N", self._receive)
            self._came = came
            self.toolbar.add_left(came)
        self.board = Board(desk)
        self.coming = Coming(desk, self.board, self)
        self.body.addWidget(self.board)
        self._connect()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.tick)

    def _receive(self) -> None:
        self.desk.open("arrivals", None, new=True)

    def _connect(self) -> None:
        board = self.board.parts
        board.strip.strip.opened.connect(self._open_order)
        board.states.bars.opened.connect(self._open_state)
        board.approvals.list.opened.connect(self._open_order)
        board.widened.connect(self._show_wide)
        board.low.list.opened.connect(lambda key: self.desk.open("inventory", key))
        board.debts.list.opened.connect(lambda key: self.desk.open("billing", key))
        board.sync.opened.connect(lambda _key: self.desk.open("sync"))
        for keys, focus in self.board.places():
            shortcut(self, keys, focus)

    # reading

    @override
    def load(self) -> None:
        now = self.desk.now()

        def ask(read: Read) -> TodayView:
            return today(read, now=now)

        self.desk.read(self, ask, self._show, lane="today")

    def tick(self) -> None:
        """A minute has passed."""
        self.reload()

    @override
    def heard(self, changes: Changes[Any]) -> None:
        # what is owed is summed over all books: only when money moved
        if _OWED_TABLES & changes.touched.keys():
            self._owed_stale = True
        super().heard(changes)

    def _show(self, view: TodayView) -> None:
        formats, board, floor = self.desk.formats, self.board.parts, view.floor
        self._leads = self._places()
        if self.view is not None and self.view.on != view.on:
            self._owed_stale = True
        self.view = view
        self.toolbar.set_title(self.tr("Today"), formats.long_day(view.on))
        board.strip.show_promises(floor.promises, view.at)
        self.coming.show_orders(view.floor.arrivals, self._leads)
        board.states.show_states(view)
        self._show_waiting(view)
        board.show_figures(view)
        self.board.fit()
        if self._owed_stale and self.desk.can(Permission.MONEY_SEE):
            # summed over all books: asked for when everything else stands
            self._owed_stale = False
            QTimer.singleShot(0, self, self._ask_owed)

    def _show_waiting(self, view: TodayView) -> None:
        formats, board = self.desk.formats, self.board.parts
        floor, now = view.floor, view.at
        orders, stock = "work_orders", "inventory"
        board.approvals.set_rows(
            self._leading(orders, [briefs.approval(row, formats, now) for row in floor.approvals])
        )
        sums = [row.amount for row in floor.approvals if row.amount is not None]
        count = formats.number(len(floor.approvals))
        if sums:
            total = sums[0]
            for more in sums[1:]:
                total += more
            count = self._counted(count, briefs.whole_money(total, formats))
        board.approvals.head.set_words(count if floor.approvals else "")
        low = self._leading(stock, [briefs.low(row, formats) for row in view.low.rows])
        board.low.set_rows(low, view.low.count)
        board.low.head.set_words(formats.number(view.low.count) if view.low.count else "")
        self._show_wide()
        board.sync.set_rows(self._leading("sync", [briefs.sync(view.sync, formats)]))

    def _show_wide(self) -> None:
        wide = self.board.parts.wide
        if wide is not None and self.view is not None:
            wide.show_view(self.view, lambda rows: self._leading("work_orders", rows))

    def _ask_owed(self) -> None:
        now = self.desk.now()
        self.desk.read(self, lambda read: owed(read, now=now), self._show_owed, lane="owed")

    def _show_owed(self, found: Owed | None) -> None:
        if found is None:
            return
        formats = self.desk.formats
        self.owed = found
        self.board.parts.debts.set_rows(
            [briefs.debt(row, formats) for row in found.rows], found.count
        )
        count = formats.number(found.count)
        words = self._counted(count, briefs.whole_money(found.sum, formats))
        self.board.parts.debts.head.set_words(words if found.count else "")
        self.board.fit()

    def _counted(self, count: str, total: str) -> str:
        return self.tr("{count}, {sum}").format(count=count, sum=total)

    def _places(self) -> frozenset[str]:
        """Where this person may go from here."""
        front = self.window()
        if not isinstance(front, Window):
            return frozenset()
        return frozenset(name for spec in front.pages for name in (spec.name, *spec.places))

    def _leading(self, place: str, rows: Sequence[Brief]) -> list[Brief]:
        """The rows; where their page is closed to the person they are only read."""
        return [row if place in self._leads else replace(row, key=None, action="") for row in rows]

    # going

    def _open_order(self, key: uuid.UUID) -> None:
        self.desk.open("work_orders", key)

    def _open_state(self, state: OrderState) -> None:
        self.desk.open("work_orders", None, filter=f"state:{state.value}")

    @override
    def new(self) -> None:
        self.desk.open("work_orders", None, new=True)

    @override
    def focus_search(self) -> None:
        self.search.click()

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return (
            (f"Alt+1…{self.board.last_key()}", self.tr("sections")),
            ("Return", self.tr("open")),
        )

    # while it is shown

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.arrange(self.width(), self.height() - self.toolbar.height())
        if self._came is not None:
            # large letters leave no room beside the search: the icon stays, its name and its key too
            roomy = self.width() >= theme().px(_ROOMY)
            words = self._came.accessibleName() if roomy else ""
            if self._came.text() != words:
                self._came.setText(words)
