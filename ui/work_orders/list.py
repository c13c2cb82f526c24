"""The list of work orders: tabs with counts, the table, its foot with count and sum, the preview beside it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.billing import ListLine, ListPage
from app.kernel.errors import UserError
from app.work_orders import OrderShelf, OrderSort, OrderSum, OrderWish, StaffRow
from models.access import Permission
from models.money import Money
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.amounts import whole_money
from ui.work_orders.list_columns import Seen, order_columns
from ui.work_orders.list_empty import Remedy, empty_of
from ui.work_orders.list_filter import ListFilter, usual_sort
from ui.work_orders.list_reader import PAGE, OrderReader
from ui.work_orders.list_tabs import OrderTabs
from ui.work_orders.preview import OrderPreview
from widgets.buttons import Button, hairline, label
from widgets.table import Table
from widgets.theme import theme

_MOST: Final = 600
_MINUTE: Final = 60_000
_LEAST_LIST: Final = 640
_SAVED: Final = "work_orders.list"


class OrderList(QWidget):
    """Reads and shows; ``open_asked`` brings an order and the step to begin with, ``counted`` what a search found."""

    open_asked = Signal(object, str)
    new_asked = Signal()
    counted = Signal(str)
    text_set = Signal(str)
    """The words of an own filter."""
    filtered = Signal(int)
    """How many conditions are added to the open tab."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.filter = ListFilter()
        self.text = ""
        self.sum: OrderSum | None = None
        self.staff: tuple[StaffRow, ...] = ()
        self._sorts: dict[str, tuple[OrderSort, bool]] = {}
        self._wants_preview: bool | None = None
        self._counts_due = False
        self._money = desk.can(Permission.MONEY_SEE)
        self.seen = Seen(desk.formats, desk.center.code, desk.now())
        self.reader = OrderReader(desk, self)
        self._build()
        self._connect()
        self._restore()
        for number in range(1, 10):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(partial(self.tabs.choose, number - 1))
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._minute_over)
        self._minute.start()

    # parts
    def _build(self) -> None:
        look = theme()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.tabs = OrderTabs(self.desk, money=self._money)
        self.tabs.chosen.connect(self._tab_chosen)
        self.tabs.keep_asked.connect(self._keep)
        whole.addWidget(self.tabs)
        whole.addWidget(hairline())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.table = Table(
            order_columns(self.seen, money=self._money),
            key=lambda row: row.order.id,
            name=self.tr("Work orders"),
        )
        left.addWidget(self.table, 1)
        left.addWidget(hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(7), look.px(16), look.px(7))
        self._count, self._sum = label("", "hint"), label("", "hint")
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._sum)
        left.addLayout(foot)
        middle.addLayout(left, 1)
        self._line = hairline(vertical=True)
        self.preview = OrderPreview(self.desk)
        self.preview.open_asked.connect(self.open_asked)
        middle.addWidget(self._line)
        middle.addWidget(self.preview)
        whole.addLayout(middle, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        reader = self.reader
        reader.rows_came.connect(self._rows_came)
        reader.more_came.connect(self._more_came)
        reader.sum_came.connect(self._sum_came)
        reader.counts_came.connect(self._counts_came)
        reader.unpaid_came.connect(self.tabs.set_unpaid)
        reader.failed.connect(self._failed)
        self.table.more_wanted.connect(reader.read_more)
        self.table.opened.connect(self._opened)
        self.table.previewed.connect(self._previewed)
        self.table.peeked.connect(self._peeked)
        self.table.sorted.connect(self._sorted)
        self.table.layout_changed.connect(self._remember)

    def _restore(self) -> None:
        kept = self.desk.saved(_SAVED, {})
        self._wants_preview = kept.get("preview")
        self.table.restore_layout({**kept.get("layout", {}), "sort": None})
        self._show_sort()
        self._place_preview()

    def _remember(self) -> None:
        kept = {"layout": self.table.layout_state(), "preview": self._wants_preview}
        self.desk.save(_SAVED, kept)

    # reading
    def load(self) -> None:
        """Read the shown rows, the sum and the counts again; selection and scroll stay."""
        limit = max(PAGE, min(self.table.count(), _MOST))
        self._counts_due = True
        self._read(limit=limit, fresh=False)

    def _again(self) -> None:
        """Another list: from its beginning."""
        self._read(limit=PAGE, fresh=True)
        self.filtered.emit(self.filter.added)

    def _read(self, *, limit: int, fresh: bool) -> None:
        if not self.table.count():
            self.table.show_loading()
        self.reader.read(self.wish(), limit=limit, fresh=fresh)

    def _rows_came(self, page: ListPage, fresh: bool) -> None:  # noqa: FBT001 - a signal brings it
        self.seen.now = self.reader.now
        self.seen.text = self.text
        if self._counts_due:
            self._counts_due = False
            self.reader.read_counts()
        if not page.rows:
            self._show_nothing()
            return
        first = not self.table.count()
        self.table.set_rows(page.rows, more=page.next is not None)
        if fresh or first:
            self.table.select_first()
        elif self.table.current() is not None:
            self._previewed(self.table.current())

    def _more_came(self, page: ListPage) -> None:
        self.table.append(page.rows, more=page.next is not None)

    def _counts_came(self, counts: dict[OrderShelf, int], staff: tuple[StaffRow, ...]) -> None:
        self.staff = staff
        self.seen.names = {person.id: person.name for person in staff}
        self.tabs.set_counts(counts)
        self._say_found()

    def _sum_came(self, found: OrderSum) -> None:
        self.sum = found
        money = Money(found.amount, self.desk.center.currency)
        self._count.setText(self.tr("%n order(s)", "", found.count))
        words = self.tr("for {money}").format(money=whole_money(money, self.desk.formats))
        self._sum.setText(words if found.amount else "")
        self._say_found()

    def _say_found(self) -> None:
        """Beside the search: how many of how many."""
        if not self.text or self.sum is None:
            self.counted.emit("")
            return
        among = self.tabs.count(self.filter.shelf)
        if among is None or self.filter.added:
            self.counted.emit(self.tr("%n found", "", self.sum.count))
        else:
            words = self.tr("{found} of {all}")
            number = self.desk.formats.number
            self.counted.emit(words.format(found=number(self.sum.count), all=number(among)))

    def _failed(self, error: UserError) -> None:
        self.table.show_error(said(error.sentence), self.load)

    def _show_nothing(self) -> None:
        self.preview.clear()
        empty = empty_of(self.filter, self.text)
        button: Button | None = None
        if empty.remedy is Remedy.SEARCH_ALL:
            button = Button(self.tr("Search all orders"), "search")
            button.clicked.connect(partial(self.show_shelf, OrderShelf.ALL))
        elif empty.remedy is Remedy.CLEAR:
            button = Button(self.tr("Clear the filter"), "list-filter")
            button.clicked.connect(self.clear_filter)
        elif empty.remedy is Remedy.NEW and self.desk.can(Permission.WORK_ORDERS_EDIT):
            button = Button(self.tr("Work order"), "plus", kind="primary")
            button.clicked.connect(self.new_asked)
        self.table.show_empty(empty.icon, empty.sentence, empty.hint, button)

    # what is chosen
    def search(self, text: str) -> None:
        """Show only what tells these words."""
        if text != self.text:
            self.text = text
            self._again()

    def show_shelf(self, shelf: OrderShelf) -> None:
        """Open one of the tabs that everybody has."""
        self.set_filter(ListFilter(shelf))

    def clear_filter(self) -> None:
        """Only the open tab is left of the filter."""
        self.set_filter(self.filter.bare())

    def set_filter(self, wanted: ListFilter) -> None:
        """Filter by something else; a tab's own name is shown while it is the same."""
        if wanted.shelf is not self.filter.shelf:
            self.tabs.show_tab(wanted.shelf.value)
        self.filter = wanted
        self._show_sort()
        self._again()

    def _tab_chosen(self, wanted: ListFilter, text: str) -> None:
        self.filter = wanted
        if text:
            self.text = text
            self.text_set.emit(text)
        self._show_sort()
        self._again()

    def _keep(self, name: str) -> None:
        self.tabs.keep(name, self.filter, self.text)

    def _sort(self) -> tuple[OrderSort, bool]:
        return self._sorts.get(self.tabs.current(), usual_sort(self.filter.shelf))

    def _show_sort(self) -> None:
        name, descending = self._sort()
        self.table.set_sort(name.value, descending=descending)

    def _sorted(self, name: str, descending: bool) -> None:  # noqa: FBT001 - a signal brings it
        self._sorts[self.tabs.current()] = (OrderSort(name), descending)
        self._again()

    # the present order
    def _opened(self, row: ListLine) -> None:
        self.open_asked.emit(row.order.id, "")

    def _previewed(self, row: ListLine | None) -> None:
        if row is None:
            self.preview.clear()
        elif self.preview.isVisibleTo(self):
            self.preview.show_order(row.order.id)

    def _peeked(self) -> None:
        shown = not self.preview.isVisibleTo(self)
        self._wants_preview = None if shown and self._has_room() else shown
        self._remember()
        self._place_preview()
        if self.table.current() is not None:
            self._previewed(self.table.current())

    def _place_preview(self) -> None:
        """Where both have no room, the preview comes only when somebody asks for it."""
        wanted = self._wants_preview
        shown = self._has_room() if wanted is None else wanted
        self.preview.setVisible(shown)
        self._line.setVisible(shown)

    def _has_room(self) -> bool:
        return self.width() >= theme().px(_LEAST_LIST) + self.preview.width()

    def wish(self) -> OrderWish:
        """What is shown now."""
        return self.filter.wish(self.text, self._sort(), self.desk.formats, self.desk.now())

    def _minute_over(self) -> None:
        """Promises pass while nobody touches anything."""
        if self.isVisible():
            self.load()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview()
