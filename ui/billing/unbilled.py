"""Choosing a completed order to bill."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.billing import UnbilledRow, list_unbilled
from app.kernel.tx import Read
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.controls import SearchEdit
from widgets.dialog import Dialog
from widgets.table import Column, Table
from widgets.theme import theme

_PAGE = 60


class UnbilledDialog(Dialog):
    """Completed orders without an invoice, newest first. ``chosen`` gives the order's id."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Which order is billed?"), 800)
        self.desk = desk
        self._rows: list[UnbilledRow] = []
        formats = desk.formats
        self.search = SearchEdit(self.tr("Order, plate, customer, phone"))
        self.search.searched.connect(lambda _text: self._read())
        self.table = Table(
            (
                Column("number", self.tr("Order"), lambda r: r.number, 160, kind="code"),
                Column("plate", self.tr("Plate"), lambda r: plate_cell(r.plate), 104, kind="plate"),
                Column("car", self.tr("Car"), lambda r: r.vehicle, 130, stretch=1),
                Column("customer", self.tr("Customer"), lambda r: r.customer, 160, stretch=2),
                Column("at", self.tr("Completed"), lambda r: formats.brief(r.completed_at), 80),
                Column(
                    "total",
                    self.tr("Total"),
                    lambda r: formats.amount(r.total),
                    100,
                    align="right",
                    kind="money",
                ),
            ),
            key=lambda row: row.order_id,
            name=self.tr("Completed orders without an invoice"),
        )
        self.table.setFixedHeight(theme().px(320))
        self.table.opened.connect(self._choose)
        self.table.more_wanted.connect(self._more)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        bill = Button(self.tr("Bill it"), "receipt-text", kind="primary", keys="Ctrl+Return")
        bill.clicked.connect(self._choose_current)
        self.add_button(bill, "primary")
        self.set_first_focus(self.search)
        self.search.returnPressed.connect(self._choose_current)
        self._read()

    def _read(self, after: UnbilledRow | None = None) -> None:
        text = self.search.value()
        key = (after.completed_at, after.order_id) if after is not None else None

        def ask(read: Read) -> tuple[list[UnbilledRow], bool]:
            rows = list_unbilled(read, text=text, after=key, limit=_PAGE + 1)
            return rows[:_PAGE], len(rows) > _PAGE

        self.desk.read(self, ask, self._show if after is None else self._append, lane="rows")

    def _show(self, found: tuple[list[UnbilledRow], bool]) -> None:
        self._rows, more = found
        if self._rows:
            self.table.set_rows(self._rows, more=more)
            self.table.select_first()
        elif self.search.value():
            self.table.show_empty("search", self.tr("No completed order fits these words."))
        else:
            self.table.show_empty(
                "receipt-text",
                self.tr("Every completed order is billed."),
                self.tr("An order can be billed once it is completed."),
            )

    def _append(self, found: tuple[list[UnbilledRow], bool]) -> None:
        rows, more = found
        self._rows += rows
        self.table.append(rows, more=more)

    def _more(self) -> None:
        if self._rows:
            self._read(self._rows[-1])

    def _choose_current(self) -> None:
        row = self.table.current()
        if row is not None:
            self._choose(row)

    def _choose(self, row: UnbilledRow) -> None:
        self.finish("chosen")
        self.chosen.emit(row.order_id)
