"""What the list of work orders reads: pages of rows, their sum, the counts of the tabs; only the newest wish counts."""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from app import billing, work_orders
from app.billing import ListPage
from app.kernel.errors import UserError
from app.kernel.tx import Read
from app.work_orders import OrderShelf, OrderWish, StaffRow
from models.access import Permission
from ui.shell.desk import Desk

PAGE: Final = 60
"""Rows of one page."""

Counts = tuple[dict[OrderShelf, int], tuple[StaffRow, ...]]


class OrderReader(QObject):
    """Asks off the drawing thread and tells what came, in the order of the wishes."""

    rows_came = Signal(object, bool)
    """A first page, and whether it belongs to another list than before."""
    more_came = Signal(object)
    sum_came = Signal(object)
    counts_came = Signal(object, object)
    unpaid_came = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.now = desk.now()
        self.wish: OrderWish | None = None
        self._page: ListPage | None = None

    def read(self, wish: OrderWish, *, limit: int = PAGE, fresh: bool) -> None:
        """Read the first page of a wish and its sum; older wishes are forgotten."""
        now = self.desk.now()
        self.wish, self._page = wish, None

        def then(page: ListPage) -> None:
            if wish is self.wish:
                self.now, self._page = now, page
                self.rows_came.emit(page, fresh)
                self._read_sum(wish, now)

        self.desk.read(self, self._ask(wish, now, limit), then, failed=self._failed, lane="rows")

    def _read_sum(self, wish: OrderWish, now: datetime) -> None:
        """After the rows: nobody waits for it."""
        ask = partial(billing.sum_work_orders, wish=wish, now=now)
        self.desk.read(self, ask, self.sum_came.emit, lane="sum")

    def read_more(self) -> None:
        """Read the page after the last one that came."""
        page, wish = self._page, self.wish
        if page is None or page.next is None or wish is None:
            return

        def then(following: ListPage) -> None:
            if wish is self.wish:
                self._page = following
                self.more_came.emit(following)

        ask = partial(self._ask(wish, self.now, PAGE), after=page.next)
        self.desk.read(self, ask, then, failed=self._failed, lane="rows")

    def read_counts(self) -> None:
        """Read the counts beside the tabs, and who works here."""

        def ask(read: Read) -> Counts:
            counts = work_orders.count_orders(read, now=self.desk.now())
            return dict(counts), work_orders.list_staff(read)

        self.desk.read(self, ask, lambda found: self.counts_came.emit(*found), lane="counts")
        if self.desk.can(Permission.MONEY_SEE):
            self.desk.read(self, billing.count_unpaid_orders, self.unpaid_came.emit, lane="unpaid")

    def _ask(self, wish: OrderWish, now: datetime, limit: int) -> "partial[ListPage]":
        here = self.desk.formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return partial(
            billing.list_work_orders,
            wish=wish,
            now=now,
            day_end=here + timedelta(days=1),
            limit=limit,
        )

    def _failed(self, error: Exception) -> None:
        """What the user's world did is told in the list; our own mistakes go their usual way."""
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.desk.problem(error)
