"""The list of bills: filters with counts, search, table, and what is owed by age."""

import itertools
import uuid
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.billing import AGES, BillCounts, BillFilter, BillRow, count_bills, find_bills
from app.kernel.errors import UserError
from app.kernel.tx import Read
from models.access import Permission
from models.billing import InvoiceKind, Settlement
from ui.billing.words import EMPTY, TITLES, bill_badge, money_figure
from ui.parts.cells import plate_cell
from ui.parts.room import hide_columns, is_narrow
from ui.shell.desk import Desk
from ui.shell.page import Toolbar
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.controls import SearchEdit
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.totals import Total, TotalsBar
from widgets.values import NONE, Figure, Mark, Tone

_PAGE = 60
_LESS = frozenset({"vehicle", "issued", "state"})
"""Columns that give way where room is short."""


class BillList(QWidget):
    """``opened`` gives the id of the bill."""

    opened = Signal(object)
    pay_asked = Signal(object)
    cash_day_asked = Signal()
    new_asked = Signal()

    def __init__(self, desk: Desk, toolbar: Toolbar) -> None:
        super().__init__()
        self.desk = desk
        self._narrow = False
        self._filter = BillFilter(desk.saved("billing.filter", BillFilter.UNPAID.value))
        self._rows: list[BillRow] = []
        self._counts: BillCounts | None = None
        self.search = SearchEdit(self.tr("Number, customer, phone, plate"))
        self.search.searched.connect(self._searched)
        toolbar.add_search(self.search)
        self.cash = Button(self.tr("Cash day"), "banknote", keys="Ctrl+D", name=self.tr("Cash day"))
        self.cash.clicked.connect(self.cash_day_asked)
        toolbar.add(self.cash)
        self.pay = Button(
            self.tr("Take payment"), "wallet", keys="F9", name=self.tr("Take payment")
        )
        self.pay.clicked.connect(self._pay)
        toolbar.add(self.pay)
        self.pay.setVisible(desk.can(Permission.BILLING_TAKE_MONEY))
        self.add = Button(self.tr("Bill an order"), "plus", kind="primary")
        self.add.set_keys("Ctrl+N", install=False)
        self.add.clicked.connect(self.new_asked)
        toolbar.add(self.add)
        self.add.setVisible(desk.can(Permission.BILLING_ISSUE))
        self.tabs = TabLine()
        self.tabs.setAccessibleName(self.tr("Filters"))
        self.tabs.set_tabs([(name.value, said(title), None) for name, title in TITLES.items()])
        self.tabs.set_current(self._filter.value)
        self.tabs.changed.connect(self._choose)
        self.table = Table(self._columns(), key=lambda row: row.id, name=self.tr("Invoices"))
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.table.previewed.connect(self._current_changed)
        self.table.more_wanted.connect(self._more)
        self.table.layout_changed.connect(self._keep_layout)
        self.table.restore_layout(desk.saved("billing.columns", {}))
        self.totals = TotalsBar(self.tr("What is owed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs)
        column.addLayout(line)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        for place, name in enumerate(TITLES, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{place}"), self)
            keys.activated.connect(lambda name=name: self.choose(name))

    def _columns(self) -> Sequence[Column]:
        formats = self.desk.formats

        def due(row: BillRow) -> Mark | str | None:
            if row.due_on is None:
                return None
            if row.settlement == Settlement.OVERDUE:
                days = (formats.today() - row.due_on).days
                return Mark(self.tr("%n days late", "", days), "alarm-clock", "bad")
            return formats.day(row.due_on)

        return (
            Column("number", self.tr("Number"), lambda r: r.number, 150, kind="code", elide=False),
            Column("state", self.tr("State"), self._badge, 150, kind="state"),
            Column("customer", self.tr("Customer"), lambda r: r.customer, 200, stretch=3),
            Column("plate", self.tr("Plate"), lambda r: plate_cell(r.plate), 104, kind="plate"),
            Column("vehicle", self.tr("Car"), lambda r: r.vehicle, 130, stretch=2),
            Column(
                "order",
                self.tr("Order"),
                lambda r: r.order_number,
                160,
                kind="code",
                hidden=True,
            ),
            Column("issued", self.tr("Issued"), lambda r: formats.brief(r.issued_at), 76),
            Column("due", self.tr("Pay until"), due, 122),
            Column(
                "total",
                self.tr("Total"),
                lambda r: formats.amount(r.total),
                104,
                align="right",
                kind="money",
            ),
            Column(
                "open",
                self.tr("Left to pay"),
                lambda r: formats.amount(r.open, "strong") if r.open.minor else None,
                136,
                align="right",
                kind="money",
            ),
        )

    @staticmethod
    def _badge(row: BillRow) -> object:
        return bill_badge(row.kind, row.settlement)

    # reading
    def load(self) -> None:
        """Read the counts and the first page anew."""
        today, currency = self.desk.formats.today(), self.desk.center.currency
        if not self._rows:
            self.table.show_loading()
        self._read_page(max(len(self._rows), _PAGE))

        def counts(read: Read) -> BillCounts:
            return count_bills(read, today=today, currency=currency)

        self.desk.read(self, counts, self._count, lane="counts")

    def _read_page(self, limit: int, after: BillRow | None = None) -> None:
        which, text, today = self._filter, self.search.value(), self.desk.formats.today()
        key = (after.issued_at, after.id) if after is not None else None

        def ask(read: Read) -> tuple[list[BillRow], bool]:
            rows = find_bills(read, which, today=today, text=text, after=key, limit=limit + 1)
            return rows[:limit], len(rows) > limit

        show = self._show if after is None else self._append
        self.desk.read(self, ask, show, failed=self._failed, lane="rows")

    def _show(self, found: tuple[list[BillRow], bool]) -> None:
        rows, more = found
        self._rows = rows
        if rows:
            had = self.table.current_key()
            self.table.set_rows(rows, more=more)
            if had is None:
                self.table.select_first()
        elif self.search.value():
            self.table.show_empty("search", self.tr("Nothing is found in this filter."))
        else:
            self.table.show_empty("receipt-text", said(EMPTY[self._filter]))
        self._current_changed()

    def _append(self, found: tuple[list[BillRow], bool]) -> None:
        rows, more = found
        self._rows += rows
        self.table.append(rows, more=more)

    def _more(self) -> None:
        if self._rows:
            self._read_page(_PAGE, self._rows[-1])

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.table.show_error(said(error.sentence), self.load)
        else:
            self.desk.problem(error)

    def _count(self, counts: BillCounts) -> None:
        self._counts = counts
        for name, tally in counts.by.items():
            self.tabs.set_count(name.value, tally.count)
        self._show_sums()

    def _show_sums(self) -> None:
        if self._counts is None:
            return
        formats = self.desk.formats
        titles = [self.tr("Not due yet")]
        titles += [
            self.tr("{first}–{last} days late").format(first=first + 1, last=last)
            for first, last in itertools.pairwise(AGES)
        ]
        titles.append(self.tr("Over {days} days late").format(days=AGES[-1]))
        late: tuple[Tone, ...] = ("", "wait", "wait", "bad", "bad")
        figures = [
            Total(
                title,
                formats.amount(money, tone) if money.minor else Figure(NONE, tone="muted"),
                optional=place > 0,
            )
            for place, (title, money, tone) in enumerate(
                zip(titles, self._counts.ages, late, strict=True)
            )
        ]
        chosen = self._counts.by[self._filter].sum
        figures.append(
            Total(
                said(TITLES[self._filter]),
                money_figure(formats, chosen),
                side="right",
                big=True,
            )
        )
        self.totals.set_figures(figures)

    # choosing
    def choose(self, which: BillFilter) -> None:
        """Show another filter."""
        self.tabs.set_current(which.value)
        self._choose(which.value)

    def _choose(self, name: str) -> None:
        if name == self._filter.value:
            return
        self._filter = BillFilter(name)
        self.desk.save("billing.filter", name)
        self._rows = []
        self._show_sums()
        self._read_page(_PAGE)

    def _searched(self, text: str) -> None:
        if text and self._filter != BillFilter.ALL:
            self.tabs.set_current(BillFilter.ALL.value)
            self._filter = BillFilter.ALL
            self._show_sums()
        self._rows = []
        self._read_page(_PAGE)

    def _keep_layout(self) -> None:
        if not self._narrow:
            self.desk.save("billing.columns", self.table.layout_state())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow(is_narrow(self))

    def _set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  as a size has it
        """Large letters or a small window: less beside what must be seen."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.cash.setText("" if narrow else self.tr("Cash day"))
        self.pay.setText("" if narrow else self.tr("Take payment"))
        kept = self.desk.saved("billing.columns", {})
        shown = hide_columns(self._columns(), _LESS if narrow else frozenset())
        self.table.restore_layout(shown if narrow or not kept else kept)

    def current(self) -> uuid.UUID | None:
        """The bill under the cursor."""
        row = self.table.current()
        return row.id if row is not None else None

    def _current_changed(self) -> None:
        row: BillRow | None = self.table.current()
        self.pay.setEnabled(
            row is not None and row.kind == InvoiceKind.INVOICE and row.open.minor > 0
        )

    def _pay(self) -> None:
        key = self.current()
        if key is not None:
            self.pay_asked.emit(key)
