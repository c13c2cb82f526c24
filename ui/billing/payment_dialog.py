"""Taking money: one or several ways at once, change from cash, advances that are put in; the keyboard is enough."""

import uuid
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.billing import Advance, SettleInvoice, TakePayment, UseDeposit, cash_day, settle_invoice
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes, Read
from models.base import new_id
from models.billing import PaymentMethod
from models.money import Money
from ui.billing.pay_rows import PayRow
from ui.billing.target import ShareBar, Target
from ui.billing.words import ADVANCE_CHART, WAYS, money_figure, way_word
from ui.papers import payment_receipt, preview
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import FigureLabel, PlateLabel
from widgets.buttons import Button, hairline, label, set_tone
from widgets.dialog import Dialog
from widgets.fields import Check
from widgets.theme import theme
from widgets.values import Figure


class PaymentDialog(Dialog):
    """F5 to F8 add a way of paying with what is left; Ctrl+Enter posts all of it, or nothing."""

    def __init__(self, desk: Desk, parent: QWidget, target: Target) -> None:
        super().__init__(parent, "", 640)
        self.desk = desk
        self.target = target
        self.rows: list[PayRow] = []
        self._drawer: Money | None = None
        self._zero = Money.zero(desk.center.currency)
        self.set_title(
            self.tr("Take {sum}").format(sum=desk.formats.money(target.open))
            if target.open is not None
            else self.tr("Take an advance")
        )
        self.flush()
        self._build_head()
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.body.addLayout(self._box)
        self._build_ways()
        self._build_after()
        self._build_foot()
        for advance in target.advances:
            if target.open is not None:
                self._add_advance(advance)
        usual = PaymentMethod(desk.saved("billing.way", PaymentMethod.CASH.value))
        self.add_way(usual)
        self.set_first_focus(self.rows[-1].amount)
        self._ask_drawer()

    # building
    def _build_head(self) -> None:
        look, target = theme(), self.target
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(look.px(6))
        words = self.tr("Invoice {number},") if target.invoice_id else self.tr("Order {number},")
        line.addWidget(label(words.format(number=target.number), "secondary"))
        plate = plate_cell(target.plate)
        if plate is not None:
            line.addWidget(PlateLabel(plate))
        about = ", ".join(part for part in (target.vehicle, target.customer) if part)
        line.addWidget(label(about, "secondary"), 1)
        column.addLayout(line)
        self.bar = ShareBar()
        column.addWidget(self.bar)
        self.bar.setVisible(target.open is not None)
        self.head_row(head)

    def _build_ways(self) -> None:
        look = theme()
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(look.px(24), look.px(9), look.px(24), look.px(9))
        row.setSpacing(look.px(8))
        self.ways: dict[PaymentMethod, Button] = {}
        for method, way in WAYS.items():
            button = Button(said(way.words), way.icon, keys=way.keys, small=True)
            button.clicked.connect(lambda _on=False, method=method: self.add_way(method))
            row.addWidget(button)
            self.ways[method] = button
        row.addStretch(1)
        self._left_words = label("", "muted")
        self._left = FigureLabel(Figure(""), size="title", name=self.tr("Left"))
        row.addWidget(self._left_words)
        row.addWidget(self._left)
        self.body.addWidget(hairline())
        self.body.addWidget(ways)

    def _build_after(self) -> None:
        look = theme()
        self.body.addWidget(hairline())
        after = QWidget()
        column = QVBoxLayout(after)
        column.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(10))
        column.setSpacing(look.px(4))
        column.addWidget(label(self.tr("When it is posted"), "strong"))
        self._after = [label("", "small") for _ in range(3)]
        for line in self._after:
            line.setFixedHeight(look.px(18))
            column.addWidget(line)
        self.body.addWidget(after)

    def _build_foot(self) -> None:
        self.receipts = Check(self.tr("Show the receipt to print"))
        self.receipts.set_value(self.desk.saved("billing.receipt", False))
        self.add_left(self.receipts)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.posts = Button(self.tr("Post"), "check", kind="primary", keys="Ctrl+Return")
        self.posts.clicked.connect(self.post)
        self.add_button(self.posts, "primary")

    # ways of paying
    def _add_advance(self, advance: Advance) -> None:
        formats = self.desk.formats
        words = self.tr("Advance {number}").format(number=advance.number)
        detail = self.tr("of {day}, {free} is free").format(
            day=formats.day(advance.at), free=formats.plain(advance.free)
        )
        row = PayRow(self.desk, words, detail, "wallet", ADVANCE_CHART)
        row.advance = advance
        self._put(row, min(advance.free, self.left()))

    def add_way(self, method: PaymentMethod) -> None:
        """One more way of paying, with all that is left; one that is there gets the focus and what is left."""
        row = next((row for row in self.rows if row.method is method), None)
        if row is None:
            way = WAYS[method]
            row = PayRow(self.desk, way_word(method), "", way.icon, way.chart, method=method)
            row.request_id = new_id()
            self._put(row, self.left())
        elif self.left().minor > 0:
            row.set_amount(row.money() + self.left())
        if self.isVisible():
            row.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        row.amount.selectAll()
        self._show()

    def _put(self, row: PayRow, amount: Money) -> None:
        self.rows.append(row)
        self._box.addWidget(row)
        row.show()  # a row that is not shown yet has no height
        if amount.minor > 0:
            row.set_amount(amount)
        row.edited.connect(self._show)
        self._show()
        self.refit()

    def given(self) -> Money:
        """What all rows come to."""
        return sum((row.money() for row in self.rows), self._zero)

    def left(self) -> Money:
        """What is left to pay; zero for an advance."""
        return self.target.open - self.given() if self.target.open is not None else self._zero

    # showing
    def _ask_drawer(self) -> None:
        today, currency = self.desk.formats.today(), self.desk.center.currency

        def ask(read: Read) -> Money:
            return cash_day(read, today, currency=currency).cash_in_drawer

        self.desk.read(self, ask, self._know_drawer, lane="drawer")

    def _know_drawer(self, drawer: Money) -> None:
        self._drawer = drawer
        self._show()

    def _show(self) -> None:
        formats, whole = self.desk.formats, self.target.open
        left = self.left()
        over = left.minor < 0
        self._left_words.setText(self.tr("Too much by") if over else self.tr("Left"))
        shown = money_figure(formats, -left if over else left)
        self._left.set_figure(replace(shown, tone="bad") if over else shown)
        for widget in (self._left_words, self._left):
            widget.setVisible(whole is not None)
        if whole is not None and whole.minor:
            self.bar.set_parts(
                [
                    (row.money().minor / whole.minor, row.chart)
                    for row in self.rows
                    if row.money().minor
                ]
            )
        taken = {row.method for row in self.rows}
        for method, button in self.ways.items():
            button.setVisible(method not in taken)
        given = self.given()
        bad = over or any(row.problem() for row in self.rows)
        self.posts.setEnabled(given.minor > 0 and not bad)
        self._show_after(given, left)

    def _show_after(self, given: Money, left: Money) -> None:
        formats = self.desk.formats
        count = sum(1 for row in self.rows if row.money().minor and row.advance is None)
        lines = [self.tr("%n payments, each with its receipt", "", count) if count else ""]
        if self.target.open is not None:
            lines.append(
                self.tr("{sum} stays to be paid").format(sum=formats.money(left))
                if left.minor > 0
                else self.tr("The invoice is paid, the car can be handed over")
            )
        else:
            lines.append(self.tr("The advance goes into the order's invoice by itself"))
        cash = sum(
            (row.money() for row in self.rows if row.method is PaymentMethod.CASH), self._zero
        )
        if cash.minor and self._drawer is not None:
            drawer = formats.money(self._drawer + cash)
            lines.append(self.tr("The day's cash comes to {sum}").format(sum=drawer))
        for place, shown in enumerate(self._after):
            shown.setText(lines[place] if place < len(lines) else "")
        set_tone(self._after[0], "")
        if not given.minor:
            self._after[0].setText(self.tr("Nothing is entered yet"))

    # doing
    def post(self) -> None:
        """Post everything together."""
        if not self.posts.isEnabled():
            return
        self.posts.setEnabled(False)
        invoice_id = self.target.invoice_id
        deposits = tuple(
            UseDeposit(deposit_id=row.advance.id, invoice_id=invoice_id, amount=row.money().minor)
            for row in self.rows
            if row.advance is not None and invoice_id is not None and row.money().minor
        )
        payments = tuple(
            TakePayment(
                request_id=row.request_id,
                method=row.method,
                amount=row.money().minor,
                invoice_id=invoice_id,
                order_id=None if invoice_id is not None else self.target.order_id,
                reference=row.reference(),
            )
            for row in self.rows
            if row.method is not None and row.request_id is not None and row.money().minor
        )
        command = SettleInvoice(payments=payments, deposits=deposits)
        self.desk.act(self, settle_invoice, command, self._done, failed=self._failed)

    def _done(self, changes: Changes[tuple[uuid.UUID, ...]]) -> None:
        desk, wants_paper = self.desk, self.receipts.value()
        ways = [(row.money().minor, row.method) for row in self.rows if row.method is not None]
        most = max(ways, key=lambda way: way[0], default=None)
        if most is not None and most[0]:
            desk.save("billing.way", most[1].value)
        desk.save("billing.receipt", wants_paper)
        change = next((row.change() for row in self.rows if row.change() is not None), None)
        words = self.tr("{sum} is posted").format(sum=desk.formats.money(self.given()))
        if change is not None and change.minor > 0:
            words += self.tr(", change {sum}").format(sum=desk.formats.money(change))
        receipt = self.tr("Receipt")
        self.finish("done")
        desk.toast(words)
        if wants_paper and changes.result:
            preview(desk, receipt, [payment_receipt(key, receipt) for key in changes.result])

    def _failed(self, error: UserError) -> bool:
        self.posts.setEnabled(True)
        if isinstance(error, InvalidError):
            sentence = " ".join(said(problem) for problem in error.problems.values())
        else:
            remedy = f" {said(error.remedy)}" if error.remedy is not None else ""
            sentence = said(error.sentence) + remedy
        self._after[0].setText(sentence)
        set_tone(self._after[0], "bad")
        self._after[0].setToolTip(sentence)
        return True
