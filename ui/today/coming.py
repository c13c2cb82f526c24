"""The list of who comes today, kept by the orders of the floor and by the calendar; what its rows and buttons do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.insights import ArrivalRow, CarRow
from models.access import Permission
from models.order_flow import OrderEvent
from ui.shell.desk import Desk
from ui.today.layout import Board
from ui.today.visits import Booked, Led, calendar_rows, read_day, visits

if TYPE_CHECKING:
    from app.bookings.rows import DaySummary


class Coming(QObject):
    """Orders are there with the page; the calendar comes when everything else stands, its rooms are heavy."""

    def __init__(self, desk: Desk, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._board = desk, board
        self._sees = desk.can(Permission.BOOKINGS_VIEW)
        self._orders: Sequence[ArrivalRow] = ()
        self._leads: frozenset[str] = frozenset()
        self.day: DaySummary | None = None
        """The calendar's day; None until it was read, and for those who may not see it."""
        arrivals = board.parts.arrivals.list
        arrivals.opened.connect(self._open)
        arrivals.acted.connect(self._act)
        board.parts.calendar.opened.connect(self._lead)

    def show_orders(self, rows: Sequence[ArrivalRow], leads: frozenset[str]) -> None:
        """What the floor knows; ``leads`` are the places this person may go to."""
        self._orders, self._leads = rows, leads
        if not self._sees:
            self._show()
            return
        if self.day is not None:
            self._show()
        QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        on, now = self._desk.formats.today(), self._desk.now()
        self._desk.read(self, lambda read: read_day(read, on, now), self._heard, lane="day")

    def _heard(self, day: "DaySummary") -> None:
        self.day = day
        formats = self._desk.formats
        rows = calendar_rows(day, formats, formats.today())
        if "calendar" not in self._leads:
            rows = [replace(row, key=None) for row in rows]
        self._board.parts.show_calendar(rows)
        self._board.parts.show_week(day.week, self._desk.now())
        self._show()
        self._board.fit()

    def _show(self) -> None:
        found = visits(
            self._orders,
            self.day,
            self._desk.formats,
            checks_in=self._desk.can(Permission.WORK_ORDERS_EDIT),
            receives=self._desk.can(Permission.ARRIVALS_EDIT) and "arrivals" in self._leads,
        )
        arrivals, whole = self._board.parts.arrivals, len(found.rows)
        arrivals.set_rows(found.rows)
        words = self.tr("{came} of {all} checked in").format(came=found.came, all=whole)
        arrivals.head.set_words(words if whole else "")

    # going

    def _open(self, what: object) -> None:
        if isinstance(what, Booked):
            self._desk.open("calendar", what.appointment_id)
        elif isinstance(what, CarRow):
            self._desk.open("work_orders", what.order_id)

    def _act(self, what: object) -> None:
        if isinstance(what, Booked):
            self._desk.open("arrivals", None, appointment=what.appointment_id)
        elif isinstance(what, CarRow):
            self._check_in(what)

    def _lead(self, what: object) -> None:
        if isinstance(what, Led):
            on = what.day_on if what.day_on is not None else self._desk.formats.today()
            self._desk.open("calendar", None, on=on, side=what.side)

    def _check_in(self, car: CarRow) -> None:
        from app.work_orders import EVENT_ACTIONS, MoveOrder  # noqa: PLC0415 - Today is painted without them

        command = MoveOrder(order_id=car.order_id, version=car.version)
        said = self.tr("{car} is checked in").format(car=car.plate or car.vehicle)
        self._desk.act(
            self,
            EVENT_ACTIONS[OrderEvent.CHECK_IN],
            command,
            lambda _changes: self._desk.toast(said),
        )
