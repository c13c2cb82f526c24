"""The calendar's page: the board of a week or a day, the waiting list, the search for a slot, how full it is."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget
from typing_extensions import override

from app.bookings import get_board, list_requests, list_waiting
from app.bookings.rows import BoardItem, BoardLane, WaitingRow
from app.kernel.tx import Read
from models.access import Permission
from ui.bookings.asking import Asker, Shown
from ui.bookings.bar import CalendarBar
from ui.bookings.board_acts import BoardActs
from ui.bookings.places import home, unfit_lanes
from ui.bookings.plan import Painter
from ui.bookings.scale import Scale
from ui.bookings.side import WaitingPanel
from ui.bookings.sides import Sides
from ui.bookings.tools import Tools
from ui.bookings.wishes import waiting_item
from ui.shell.desk import Desk
from ui.shell.page import Page
from widgets.board import DayBoard, Place, WeekBoard
from widgets.board.base import Board as BoardView
from widgets.buttons import hairline
from widgets.theme import theme

_MINUTE_MS = 60_000
_NARROW = 980


class CalendarPage(Page):
    """A record is an appointment. Params: ``on`` a day, ``span`` "day" or "week", ``by``, ``new``, ``find`` words."""

    watches: ClassVar[Sequence[str]] = (
        "appointment",
        "appointment_service",
        "owner_request",
        "busy_span",
        "transport",
        "bay",
        "bay_closure",
        "shift",
        "shift_day",
        "absence",
        "skill",
        "opening_hours",
        "calendar_day",
        "service_type",
        "booking_rules",
        "vehicle",
        "customer",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.items: dict[uuid.UUID, BoardItem] = {}
        self.waiting: dict[uuid.UUID, WaitingRow] = {}
        self.lanes: Sequence[BoardLane] = ()
        self.scale = Scale((desk.formats.today(),), desk.center.time_zone)
        self.bar = CalendarBar(desk, self.toolbar, self)
        self.tools = Tools(desk, self.toolbar, self)
        self.week = WeekBoard(self.tr("Week"), self.tr("Load"), "85 %")
        self.day = DayBoard(self.tr("Day"))
        self.boards = QStackedWidget()
        self.panel = WaitingPanel()
        self.asker = Asker(desk, self)
        self.acts = BoardActs(desk, self)
        self.sides = Sides(self)
        for board in (self.week, self.day):
            self._connect(board)
            self.boards.addWidget(board)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.boards, 1)
        row.addWidget(self.sides)
        self.body.addWidget(hairline())
        self.body.addLayout(row, 1)
        self._wire()
        self.setFocusProxy(self.view)

    def _connect(self, board: BoardView) -> None:
        acts = self.acts
        board.set_asker(self.asker.ask if self.desk.can(Permission.BOOKINGS_EDIT) else None)
        board.opened.connect(acts.open)
        board.created.connect(self.book_at)
        board.dropped.connect(acts.drop)
        board.refused.connect(acts.refused)
        board.menu_wanted.connect(self._menu)
        board.carrying.connect(self._carrying)

    def _wire(self) -> None:
        waits = self.panel.list
        waits.placed.connect(self.acts.place_first)
        waits.opened.connect(self.acts.open)
        waits.lifted.connect(lambda key: self.bring(key, by_mouse=False))
        waits.taken.connect(lambda key: self.bring(key, by_mouse=True))
        waits.carried.connect(self._carry_over)
        waits.let_go.connect(self._let_go)
        waits.given_up.connect(self._give_up)
        waits.removed.connect(self.acts.cancel)
        waits.menu_wanted.connect(self._menu)
        tools = self.tools
        tools.asked.connect(self.sides.toggle)
        tools.requests.connect(lambda: self.desk.open("requests"))
        tools.more.clicked.connect(lambda: self.acts.more(tools.more))
        if tools.fresh is not None:
            tools.fresh.clicked.connect(self.new)
        self.bar.changed.connect(self._changed)
        for keys, do in (
            ("W", lambda: self.sides.reach("waiting")),
            ("O", lambda: self.sides.reach("owners")),
            ("L", lambda: self.sides.toggle("full")),
            ("D", lambda: self.bar.go(self.bar.on, span="day" if self.bar.is_week else "week")),
            ("P", lambda: self.bar.show_side("bay" if self.by != "bay" else "person")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(do)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.reload)

    # what shows

    @property
    def view(self) -> BoardView:
        """The board that shows."""
        return self.week if self.bar.is_week else self.day

    @property
    def by(self) -> str:
        """The lanes: "bay" or "person"."""
        return str(self.bar.by.value())

    @override
    def load(self) -> None:
        from_on, days, by, now = self.bar.from_on, self.bar.days, self.by, self.desk.now()

        def ask(read: Read) -> Shown:
            board = get_board(read, from_on, days, by=by, now=now)
            return Shown(board, list_waiting(read, now=now), list_requests(read))

        self.desk.read(self, ask, self._show, lane="board")

    def _show(self, shown: Shown) -> None:
        board = shown.board
        self.items = {item.transport_id or item.id: item for item in board.items}
        self.lanes = board.lanes
        self.waiting = {row.id: row for row in shown.waiting}
        painter = Painter(board, self.desk.formats, week=self.bar.is_week)
        self.scale = painter.scale
        plan = painter.plan()
        self.boards.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.set_plan(self.sides.marked(plan))
        formats = self.desk.formats
        self.panel.list.set_items([waiting_item(row, formats) for row in shown.waiting])
        self.panel.show_count(len(shown.waiting))
        self.bar.show_range(self.scale.days[0], self.scale.days[-1])
        self.bar.show_day(None if self.bar.is_week else board.days[0])
        self.sides.show_asked_rows(shown.asked)

    def _changed(self) -> None:
        self.boards.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)
        self.reload()
        self.tell_hints()

    def tell_hints(self) -> None:
        """The window asks for the hints of what shows now."""
        if self.isVisible():
            self.desk.open("calendar")

    # doing

    def _carrying(self, busy: bool) -> None:  # noqa: FBT001 - a signal's own
        block = self.view.carry.block
        key = block.key if busy and block is not None else None
        self.panel.list.set_out(key)
        need: BoardItem | WaitingRow | None = None
        if isinstance(key, uuid.UUID):
            need = self.items.get(key) or self.waiting.get(key)
        self.view.set_unfit(unfit_lanes(self.lanes, need, self.by) if need is not None else ())

    def bring(self, key: object, *, by_mouse: bool) -> None:
        """Take somebody who waits into the hand."""
        row = self.waiting.get(key) if isinstance(key, uuid.UUID) else None
        unfit = unfit_lanes(self.lanes, row, self.by) if row is not None else ()
        place = home(self.view.plan, unfit)
        item = next((each for each in self.panel.list.items() if each.key == key), None)
        if place is not None and item is not None and self.desk.can(Permission.BOOKINGS_EDIT):
            self.view.bring(self.panel.list.block(item, place, by_mouse=by_mouse))

    def _carry_over(self, spot: QPoint) -> None:
        self.view.carry_over(spot)

    def _let_go(self) -> None:
        self.view.carry.drop()

    def _give_up(self) -> None:
        self.view.carry.put_back()

    def book_at(self, place: Place) -> None:
        """A new appointment at a free place of the board."""
        if self.desk.can(Permission.BOOKINGS_EDIT):
            self.acts.book(place)

    def _menu(self, what: object, spot: QPoint) -> None:
        if isinstance(what, Place):
            self.acts.place_menu(what, spot)
        elif isinstance(what, uuid.UUID):
            self.acts.menu(what, spot)

    @override
    def new(self) -> None:
        # the cursor may stand anywhere: a place is taken by Enter on it, here the first free slot is offered
        self.acts.book(None)

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if "by" in params:
            self.bar.show_side(str(params["by"]))
        on = params.get("on")
        if isinstance(on, date):
            self.bar.go(on, span=str(params.get("span", "")))
        elif "span" in params:
            self.bar.go(self.bar.on, span=str(params["span"]))
        if "find" in params:
            self.sides.open_panel("find")
            self.sides.slots.search(str(params["find"]))
        if "side" in params:
            self.sides.open_panel(str(params["side"]))
        if params.get("new"):
            self.acts.book(None, words=str(params.get("words", "")))
        if key is not None:
            self.acts.open(key)

    @override
    def back(self) -> bool:
        return self.sides.back()

    @override
    def focus_search(self) -> None:
        self.sides.open_panel("find")

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        length = "Shift+Left+Right" if self.bar.is_week else "Shift+Up+Down"
        return (
            ("Space", self.tr("take")),
            ("Left+Up+Down+Right", self.tr("move")),
            (length, self.tr("length")),
            ("Ctrl+F", self.tr("find a slot")),
            ("Esc", self.tr("put back")),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_NARROW)
        self.tools.be_narrow(narrow=not wide)
        self.bar.be_narrow(narrow=not wide)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
