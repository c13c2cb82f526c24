"""The head of a bill: number, state, what can be done, and the five facts a person looks for first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.billing import BillCard
from models.access import Permission
from models.billing import InvoiceKind
from models.money import Money
from ui.billing.elided import Elided
from ui.billing.words import bill_badge
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from widgets.badge import BadgeLabel, MarkLabel, PlateLabel
from widgets.buttons import Button, hairline, label
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import Badge, Mark

_INDENT = 4
"""What a text button keeps free at its left: taken back, so that it stands under its caption."""


def flush_link(button: TextButton) -> QWidget:
    """A text button whose words begin where its place begins."""
    holder = QWidget()
    button.setParent(holder)
    hint = button.sizeHint()
    holder.setFixedSize(hint.width() - _INDENT, hint.height())
    button.setGeometry(-_INDENT, 0, hint.width(), hint.height())
    return holder


class Facts(QWidget):
    """Facts side by side behind hairlines: caption, value, and a muted line under it."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme().px(16), theme().px(2), theme().px(16), theme().px(6))
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        """Take all facts away."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, caption: str, values: list[QWidget], under: list[QWidget]) -> None:
        """One more fact."""
        look = theme()
        if self._row.count():
            line = hairline(vertical=True)
            self._row.addWidget(line)
        block = QWidget()
        grid = QGridLayout(block)
        pad = look.px(8 if self.narrow else 20)
        grid.setContentsMargins(pad if self._row.count() else 0, 0, pad, 0)
        grid.setSpacing(0)
        grid.addWidget(label(caption, "caption"), 0, 0)
        for line_no, (widgets, tall) in enumerate(((values, 22), (under, 18)), start=1):
            row = QWidget()
            row.setFixedHeight(look.px(tall))
            inner = QHBoxLayout(row)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(look.px(8))
            for widget in widgets:
                inner.addWidget(widget)
            inner.addStretch(1)
            grid.addWidget(row, line_no, 0)
        self._row.addWidget(block)

    def end(self) -> None:
        """No more facts: the rest of the line stays free."""
        self._row.addStretch(1)


class BillHead(QWidget):
    """Two lines over the bill."""

    back_asked = Signal()
    pay_asked = Signal()
    credit_asked = Signal()
    refund_asked = Signal()
    cash_day_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        look = theme()
        self._card: BillCard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(0)
        self._first = QHBoxLayout()
        self._first.setContentsMargins(look.px(8), 0, look.px(16), 0)
        self._first.setSpacing(look.px(8))
        back = Button("", "arrow-left", kind="quiet", name=self.tr("Back to the list"))
        back.clicked.connect(self.back_asked)
        self._number = label("", "title")
        self._number.setFont(look.font("title", codes=True))
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._badge = BadgeLabel(Badge("", "lock"))
        self._when = label("", "small")
        self.more = Button("", "ellipsis", kind="quiet", name=self.tr("More"))
        self.more.clicked.connect(self._open_menu)
        self.credit = Button(self.tr("Credit note…"), "undo-2", name=self.tr("Credit note…"))
        self.credit.clicked.connect(self.credit_asked)
        self.pay = Button(self.tr("Take payment"), "wallet", kind="primary", keys="F9")
        self.pay.clicked.connect(self.pay_asked)
        for widget in (back, self._number, self._badge, self._when):
            self._first.addWidget(widget)
        self._first.addStretch(1)
        for widget in (self.more, self.credit, self.pay):
            self._first.addWidget(widget)
        column.addLayout(self._first)
        self.facts = Facts()
        column.addWidget(self.facts)

    # showing
    def set_narrow(self, *, narrow: bool) -> None:
        """Show the facts closer together, and who issued the bill in the tooltip alone."""
        self.facts.narrow = narrow
        self._when.setVisible(not narrow)
        self.credit.setText("" if narrow else self.tr("Credit note…"))
        if self._card is not None:
            self._show_facts(self._card)

    def show_card(self, card: BillCard) -> None:
        """Show the head of this bill."""
        self._card = card
        formats = self.desk.formats
        self._number.setText(card.number)
        self._number.setAccessibleName(self.tr("Invoice {number}").format(number=card.number))
        issued = card.id is not None
        self._badge.set_value(bill_badge(card.kind, card.settlement, is_issued=issued))
        said = ", ".join(
            part
            for part in (
                formats.full_day(card.issued_at) if card.issued_at else "",
                formats.clock(card.issued_at) if card.issued_at else "",
                card.issued_by if issued else "",
            )
            if part
        )
        self._when.setText(said or self.tr("the number is given when it is issued"))
        self.pay.setVisible(
            issued and card.open.minor > 0 and self.desk.can(Permission.BILLING_TAKE_MONEY)
        )
        self.credit.setVisible(
            issued
            and card.kind == InvoiceKind.INVOICE
            and card.credited < card.total
            and self.desk.can(Permission.BILLING_CREDIT)
        )
        self._show_facts(card)

    def _show_facts(self, card: BillCard) -> None:
        formats, facts = self.desk.formats, self.facts
        facts.clear()
        buyer = Elided(card.customer, most=150 if facts.narrow else 260)
        facts.add(self.tr("Buyer"), [buyer], self._about_customer(card))
        plate = plate_cell(card.plate)
        car: list[QWidget] = [PlateLabel(plate)] if plate else []
        facts.add(
            self.tr("Car"),
            [*car, *([] if facts.narrow and car else [label(card.vehicle or "—")])],
            [self._code(card.vin or "")],
        )
        order = TextButton(card.corrects_number or card.order_number or "—")
        order.clicked.connect(self._open_basis)
        finished = (
            self.tr("completed {when}").format(when=formats.moment(card.completed_at))
            if card.completed_at
            else ""
        )
        facts.add(self.tr("Basis"), [flush_link(order)], [label(finished, "small")])
        if card.kind == InvoiceKind.CREDIT_NOTE:
            facts.add(self.tr("Reason"), [label(card.reason or "—")], [label("", "small")])
        else:
            due = formats.day(card.due_on) if card.due_on else "—"
            facts.add(self.tr("Pay until"), [label(due)], [self._days_left(card)])
            facts.add(
                self.tr("Left to pay"), [self._left(card)], [label(self._free(card), "small")]
            )
        facts.end()

    def _about_customer(self, card: BillCard) -> list[QWidget]:
        made: list[QWidget] = []
        if any(item.field.startswith("customer.") for item in card.missing):
            made.append(MarkLabel(Mark(self.tr("data is missing"), "circle-x", "bad")))
        made.append(label(self.desk.formats.phone(card.customer_phone), "small"))
        return made

    def _days_left(self, card: BillCard) -> QLabel:
        if card.due_on is None or card.open.minor <= 0:
            return label("", "small")
        days = (card.due_on - self.desk.formats.today()).days
        if days < 0:
            return label(self.tr("%n days late", "", -days), "small", tone="bad")
        if days == 0:
            return label(self.tr("today"), "small", tone="wait")
        return label(self.tr("%n days left", "", days), "small")

    def _left(self, card: BillCard) -> QLabel:
        if card.open.minor < 0:
            words = self.tr("give back {sum}").format(sum=self.desk.formats.money(-card.open))
            return self._strong(words)
        return self._strong(self.desk.formats.money(card.open))

    def _free(self, card: BillCard) -> str:
        if card.id is None and card.paid.minor:
            return self.tr("advance {sum} goes in").format(sum=self.desk.formats.money(card.paid))
        free = sum((advance.free for advance in card.advances), Money.zero(card.total.currency))
        if card.open.minor > 0 and free.minor:
            return self.tr("advance {sum} is free").format(sum=self.desk.formats.money(free))
        return ""

    def _strong(self, text: str) -> QLabel:
        made = label(text)
        made.setFont(theme().font("base", weight=500))
        return made

    def _code(self, text: str) -> QLabel:
        made = label(text, "small")
        made.setFont(theme().font("small", codes=True))
        return made

    # doing
    def _open_basis(self) -> None:
        card = self._card
        if card is None:
            return
        if card.corrects_id is not None:
            self.desk.open("billing", card.corrects_id)
        elif card.order_id is not None:
            self.desk.open("work_orders", card.order_id)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What else can be done with the bill."""
        card, menu = self._card, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if card is None:
            return menu
        refundable = card.open.minor < 0 or bool(card.advances)
        if card.id is not None and refundable and self.desk.can(Permission.BILLING_REFUND):
            menu.addAction(self.tr("Give money back…")).triggered.connect(self.refund_asked)
            menu.addSeparator()
        if card.order_id is not None:
            order_id = card.order_id
            menu.addAction(self.tr("Open the order")).triggered.connect(
                lambda: self.desk.open("work_orders", order_id)
            )
        menu.addAction(self.tr("Open the customer")).triggered.connect(
            lambda: self.desk.open("customers", card.customer_id)
        )
        if card.vehicle_id is not None:
            vehicle_id = card.vehicle_id
            menu.addAction(self.tr("Open the car")).triggered.connect(
                lambda: self.desk.open("vehicles", vehicle_id)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Cash day")).triggered.connect(self.cash_day_asked)
        return menu
