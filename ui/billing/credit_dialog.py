"""A credit note: which lines come back, how much of each, why, and whether the goods go onto the shelf again."""

import uuid
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.billing import BillCard, BillLine, CreditInvoice, credit_amount, credit_invoice
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes, Read
from models.base import new_id
from models.money import Money
from ui.billing.words import money_figure
from ui.parts.fields import quantity_edit
from ui.parts.units import unit_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import FigureLabel
from widgets.buttons import Button, hairline, label, set_tone
from widgets.dialog import Dialog
from widgets.fields import Check, Field, QuantityEdit, TextEdit
from widgets.theme import theme
from widgets.values import Figure


class CreditDialog(Dialog):
    """Space chooses a line; Ctrl+Enter issues. ``issued`` gives the id of the credit note."""

    issued = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, card: BillCard) -> None:
        super().__init__(parent, self.tr("What is taken back?"), 800)
        self.desk = desk
        self.card = card
        self._request = new_id()
        self.lines: list[tuple[BillLine, Check, QuantityEdit]] = []
        self.set_sub(
            self.tr(
                "Invoice {number} stays as it was signed; the credit note stands beside it."
            ).format(number=card.number)
        )
        look = theme()
        self.all = Check(self.tr("Everything"))
        self.all.edited.connect(self._choose_all)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(hairline())
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(2))
        for line in card.lines:
            if line.id is not None and line.qty > line.credited_qty:
                self._add_line(grid, line)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.body.addWidget(hairline())
        self.reason = TextEdit(name=self.tr("Why"))
        self.body.addWidget(self._field())
        self.restock = Check(self.tr("Put the goods back onto the shelf"))
        self.restock.set_value(True)
        self.body.addWidget(self.restock)
        self.restock.setVisible(any(line.has_goods for line, _, _ in self.lines))
        self._total = FigureLabel(Figure("0"), size="title", name=self.tr("Given back"))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.tr("Given back"), "muted"))
        row.addWidget(self._total)
        self.add_left(foot)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.issues = Button(
            self.tr("Issue credit note"), "undo-2", kind="primary", keys="Ctrl+Return"
        )
        self.issues.clicked.connect(self.issue)
        self.add_button(self.issues, "primary")
        self._show_sum(Money.zero(card.total.currency))

    def _field(self) -> Field:
        self._why = Field(self.tr("Why"), self.reason, required=True)
        return self._why

    def _add_line(self, grid: QGridLayout, line: BillLine) -> None:
        look, row = theme(), len(self.lines)
        chosen = Check(line.name)
        left = line.qty - line.credited_qty
        qty = quantity_edit(
            self.desk,
            unit_word(line.unit),
            name=self.tr("Quantity of {name}").format(name=line.name),
            right=True,
        )
        qty.set_value(left)
        qty.setFixedWidth(look.px(110))
        qty.setEnabled(False)
        chosen.edited.connect(lambda: self._chosen(chosen, qty))
        qty.edited.connect(self._changed)
        of = self.tr("of {qty}").format(qty=self.desk.formats.qty(left))
        grid.addWidget(chosen, row, 0)
        grid.addWidget(qty, row, 1)
        grid.addWidget(label(of, "small"), row, 2)
        figure = FigureLabel(self.desk.formats.amount(line.total))
        grid.addWidget(figure, row, 3, Qt.AlignmentFlag.AlignRight)
        grid.setRowMinimumHeight(row, look.px(34))
        self.lines.append((line, chosen, qty))

    # choosing
    def _choose_all(self) -> None:
        on = self.all.value()
        for _, chosen, qty in self.lines:
            chosen.set_value(on)
            qty.setEnabled(on)
        self._changed()

    def _chosen(self, chosen: Check, qty: QuantityEdit) -> None:
        qty.setEnabled(chosen.value())
        self._changed()

    def quantities(self) -> dict[uuid.UUID, Decimal]:
        """How much of each chosen line comes back."""
        return {
            line.id: qty.peek() or Decimal(0)
            for line, chosen, qty in self.lines
            if chosen.value() and line.id is not None and qty.peek()
        }

    def _changed(self) -> None:
        wanted = self.quantities()
        over = [
            qty
            for line, chosen, qty in self.lines
            if chosen.value() and (qty.peek() or 0) > line.qty - line.credited_qty
        ]
        for _, _, qty in self.lines:
            if qty in over:
                qty.tell(self.tr("More than was sold"))
            elif qty.problem() == self.tr("More than was sold"):
                qty.tell("")
        self.issues.setEnabled(bool(wanted) and not over)
        if over:
            return
        invoice_id = self.card.id
        if invoice_id is None:
            return

        def ask(read: Read) -> Money:
            return credit_amount(read, invoice_id, wanted)

        self.desk.read(self, ask, self._show_sum, lane="sum")

    def _show_sum(self, money: Money) -> None:
        self._total.set_figure(money_figure(self.desk.formats, money))
        self.issues.setEnabled(money.minor > 0)

    # doing
    def issue(self) -> None:
        """Issue the credit note."""
        wanted = self.quantities()
        if not wanted or self.card.id is None:
            return
        if not self.reason.value().strip():
            self._why.set_error(self.tr("Say why it is taken back."))
            self.reason.setFocus()
            return
        self.issues.setEnabled(False)
        whole = len(wanted) == len(self.card.lines) and all(
            wanted.get(line.id) == line.qty for line in self.card.lines if line.id is not None
        )
        command = CreditInvoice(
            invoice_id=self.card.id,
            reason=self.reason.value(),
            quantities=None if whole else wanted,
            restock=self.restock.isVisibleTo(self) and self.restock.value(),
            request_id=self._request,
        )
        self.desk.act(self, credit_invoice, command, self._done, failed=self._failed)

    def _done(self, changes: Changes[uuid.UUID]) -> None:
        desk = self.desk
        words = self.tr("The credit note is issued")
        self.finish("done")
        desk.toast(words)
        self.issued.emit(changes.result)

    def _failed(self, error: UserError) -> bool:
        self.issues.setEnabled(True)
        if isinstance(error, InvalidError) and "reason" in error.problems:
            self._why.set_error(said(error.problems["reason"]))
            return True
        self.set_hint(said(error.sentence))
        set_tone(self.reason, "")
        return True
