"""One bill as its page: locked lines, taxes, money, the paper beside it and what the law wants."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.billing import (
    BillCard,
    BillMoney,
    IssueInvoice,
    draft_bill,
    get_bill,
    issue_invoice,
)
from app.kernel.errors import UserError
from app.kernel.tx import Changes, Read
from models.billing import InvoiceKind
from models.money import Money
from ui.billing.foot import BillFoot
from ui.billing.head import BillHead
from ui.billing.law_panel import LawPanel
from ui.billing.line_columns import line_columns
from ui.billing.rows import MoneyList
from ui.billing.tax_table import TaxTable
from ui.billing.words import money_figure
from ui.papers import (
    Paper,
    PaperPanel,
    act_of_work,
    coming_invoice,
    invoice,
    payment_receipt,
    preview,
    show_papers,
)
from ui.parts.room import hide_columns, is_narrow
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import hairline
from widgets.empty import EmptyState
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.totals import Total, TotalsBar
from widgets.values import Figure

_ASIDE = 438
_LESS = frozenset({"place", "code", "unit", "tax"})
"""Columns that give way where room is short."""


class BillView(QWidget):
    """Shows a bill by its id, or the one an order would get. Ctrl+Enter issues, F9 takes money, Ctrl+P prints."""

    back_asked = Signal()
    pay_asked = Signal(object)
    refund_asked = Signal(object)
    credit_asked = Signal(object)
    cash_day_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._invoice_id: uuid.UUID | None = None
        self._order_id: uuid.UUID | None = None
        self._print_after = False
        self._narrow = False
        self.card: BillCard | None = None
        self.head = BillHead(desk)
        self.head.back_asked.connect(self.back_asked)
        self.head.pay_asked.connect(lambda: self._tell(self.pay_asked))
        self.head.credit_asked.connect(lambda: self._tell(self.credit_asked))
        self.head.refund_asked.connect(lambda: self._tell(self.refund_asked))
        self.head.cash_day_asked.connect(self.cash_day_asked)
        self.table = Table(self._columns(), key=id, name=self.tr("Lines of the invoice"))
        self.taxes = TaxTable(desk)
        self.money = MoneyList(desk, self._show_receipt, self.cash_day_asked.emit)
        self.panel = PaperPanel(desk)
        self.law = LawPanel(desk)
        self.law.filled.connect(self.load)
        self.foot = BillFoot(desk)
        self.foot.saves.clicked.connect(self.panel.save_asking)
        self.foot.prints.clicked.connect(self._preview)
        self.foot.issues.clicked.connect(self.issue)
        self.totals = TotalsBar(self.tr("Totals of the invoice"))
        self._problem = EmptyState("receipt-text", "")
        self._build()

    def _columns(self) -> tuple[Column, ...]:
        return line_columns(self.desk.formats, lambda: self.card)

    def _build(self) -> None:
        look = theme()
        below = QWidget()
        pair = QHBoxLayout(below)
        pair.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        pair.setSpacing(look.px(28))
        pair.addWidget(self.taxes, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.money, 1, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1000)
        column.addWidget(below)
        column.addStretch(1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._aside())
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([look.px(750), look.px(_ASIDE)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(hairline())
        whole.addWidget(self._problem, 1)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.totals)
        self._problem.hide()

    def _aside(self) -> QWidget:
        look = theme()
        aside = QWidget()
        aside.setProperty("surface", "page")
        aside.setMinimumWidth(look.px(360))
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(hairline())
        column.addWidget(self.law)
        column.addWidget(hairline())
        column.addWidget(self.foot)
        return aside

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = is_narrow(self)
        if narrow != self._narrow:
            self._narrow = narrow
            self.head.set_narrow(narrow=narrow)
            hidden = _LESS if narrow else frozenset()
            self.table.restore_layout(hide_columns(self._columns(), hidden))
            look = theme()
            left = look.px(330 if narrow else 750)
            self.splitter.setSizes([left, look.px(_ASIDE)])

    # which bill
    def show_bill(self, key: uuid.UUID) -> None:
        """Show an issued document."""
        if key != self._invoice_id:
            self._print_after = False
        self._invoice_id, self._order_id = key, None
        self.load()

    def show_order(self, order_id: uuid.UUID) -> None:
        """Show the invoice that an order would get now."""
        self._invoice_id, self._order_id = None, order_id
        self._print_after = False
        self.load()

    def load(self) -> None:
        """Read the bill anew."""
        today, now = self.desk.formats.today(), self.desk.now()
        invoice_id, order_id = self._invoice_id, self._order_id

        def ask(read: Read) -> BillCard:
            if invoice_id is not None:
                return get_bill(read, invoice_id, today=today)
            assert order_id is not None  # noqa: S101  one of the two is always set
            return draft_bill(read, order_id, now=now)

        if invoice_id is not None or order_id is not None:
            self.desk.read(self, ask, self._show, failed=self._failed, lane="bill")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.desk.problem(error)
            return
        remedy = said(error.remedy) if error.remedy is not None else ""
        fresh = EmptyState("receipt-text", said(error.sentence), remedy)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._problem, fresh)
        self._problem.deleteLater()
        self._problem = fresh
        for widget in (self.splitter, self.totals, self.head):
            widget.hide()
        fresh.show()

    def _show(self, card: BillCard) -> None:
        self.card = card
        self._problem.hide()
        for widget in (self.splitter, self.totals, self.head):
            widget.show()
        self.head.show_card(card)
        self.table.set_rows(card.lines)
        look = theme()
        rows = len(card.lines) * look.height("table_row") + look.height("table_header") + 4
        self.table.setMaximumHeight(rows)
        self.table.setMinimumHeight(min(rows, look.px(160)))
        self.taxes.show_card(card)
        self.money.show_card(card)
        self.law.show_card(card)
        self._show_papers(card)
        self._show_totals(card)
        self.foot.show_card(card)

    def _show_papers(self, card: BillCard) -> None:
        papers: list[Paper] = []
        if card.id is None and card.order_id is not None:
            papers.append(coming_invoice(card.order_id, card.number, self.desk.now()))
        elif card.id is not None:
            is_note = card.kind == InvoiceKind.CREDIT_NOTE
            papers.append(invoice(card.id, card.number, is_credit_note=is_note))
        if card.order_id is not None and card.order_number and card.corrects_id is None:
            papers.append(act_of_work(card.order_id, card.order_number))
        papers += [payment_receipt(money.id, money.number) for money in card.money[-1:]]
        self.panel.set_papers(papers)

    def _show_totals(self, card: BillCard) -> None:
        formats = self.desk.formats
        is_note = card.kind == InvoiceKind.CREDIT_NOTE

        def amount(money: Money) -> Figure:
            return formats.amount(money) if money.minor else Figure("—", tone="muted")

        totals = [Total(self.tr("Labour"), amount(card.labour))]
        totals.append(Total(self.tr("Parts"), amount(card.parts)))
        if card.fees.minor:
            totals.append(Total(self.tr("Fees"), amount(card.fees)))
        if card.discount.minor:
            totals.append(Total(self.tr("Discount"), amount(card.discount), optional=True))
        for tax in card.taxes[:2]:
            if tax.tax.minor:
                words = self.tr("{tax} included") if card.inclusive else self.tr("{tax} on top")
                totals.append(Total(words.format(tax=tax.name), amount(tax.tax), optional=True))
        if not is_note:
            totals.append(Total(self.tr("Paid"), amount(card.paid - card.refunded), side="right"))
        whole = money_figure(formats, card.total)
        totals.append(Total(self.tr("Total"), whole, side="right", big=True))
        self.totals.set_figures(totals)

    # doing
    def _tell(self, signal: object) -> None:
        if self.card is not None:
            signal.emit(self.card)  # type: ignore[attr-defined]  # a bound signal

    def issue(self) -> None:
        """Issue the invoice of the order, then show its paper."""
        order_id, card = self._order_id, self.card
        if order_id is None or card is None or card.missing:
            return
        self.foot.issues.setEnabled(False)

        def done(changes: Changes[uuid.UUID]) -> None:
            self._invoice_id, self._order_id = changes.result, None
            self.load()
            self.desk.toast(self.tr("The invoice is issued"))
            show_papers(self.desk, "invoice", changes.result)

        def failed(_error: UserError) -> bool:
            self.load()
            return False

        self.desk.act(self, issue_invoice, IssueInvoice(order_id=order_id), done, failed=failed)

    def _preview(self) -> None:
        card, paper = self.card, self.panel.paper
        if card is not None and paper is not None:
            preview(self.desk, f"{said(paper.title)} {card.number}", paper)

    def _show_receipt(self, money: BillMoney) -> None:
        title = self.tr("Receipt {number}").format(number=money.number)
        preview(self.desk, title, payment_receipt(money.id, money.number))
