"""What completion does, told before it, and what comes after it: the invoice, one Enter away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.work_orders import Completed, OrderSheet
from models.access import Permission
from models.catalog import STOCKED
from models.money import Money
from models.order_flow import DROPPED, Approval
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.theme import theme


class CompletionEffects(QWidget):
    """What completion will do, so that nobody is surprised."""

    def __init__(self, desk: Desk, sheet: OrderSheet) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(theme().px(24), theme().px(10), theme().px(24), theme().px(14))
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(5))
        grid.addWidget(label(self.tr("When it completes"), "strong"), 0, 0, 1, 2)
        for place, (icon, words) in enumerate(self._facts(desk, sheet)):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(_fact(icon, words), 1 + place // 2, place % 2, top)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addWidget(inner)

    def _facts(self, desk: Desk, sheet: OrderSheet) -> list[tuple[str, str]]:
        card, formats = sheet.card, desk.formats
        declined = {job.id for job in card.jobs if job.approval == Approval.DECLINED}
        goods = [
            line
            for line in card.lines
            if line.kind in STOCKED
            and line.state not in DROPPED
            and line.job_id not in declined
            and not line.is_customers_own
        ]
        cost = sum(sheet.costs[x.id].minor for x in goods if x.id in sheet.costs)
        leaves = self.tr("%n part lines leave stock", "", len(goods))
        if sheet.sees_costs and goods:
            leaves = self.tr("{lines}, cost {cost}").format(
                lines=leaves, cost=formats.money(Money(cost, card.currency))
            )
        facts = [
            ("lock", self.tr("Lines, prices and totals are frozen and signed")),
            ("boxes", leaves if goods else self.tr("No part leaves stock")),
            ("book-open", self.tr("Service entry goes to the car’s passport")),
        ]
        who = sheet.bringer or card.customer
        if who:
            phone = formats.phone(card.customer_phone) if not sheet.bringer else ""
            words = self.tr("Ready notice to {who}").format(
                who=", ".join(filter(None, (who, phone)))
            )
            facts.append(("message-square", words))
        return facts


def _fact(icon: str, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(8))
    picture = QLabel()
    picture.setPixmap(theme().pixmap(icon, "text.secondary", 14))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    shown = label(words, "small", wrap=True)
    line.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)
    return row


class CompletedDialog(Dialog):
    """The order is sealed: its invoice is the next thing, one Enter away."""

    invoice_wanted = Signal()
    deliver_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, done: Completed, *, may_deliver: bool) -> None:
        super().__init__(parent, "", 480)
        self.set_title(self.tr("{number} is completed").format(number=done.number))
        total = desk.formats.money(Money(done.total_amount, done.currency))
        self.set_sub(self.tr("Signed and sealed, total {total}.").format(total=total))
        mark = label(done.sha256[:16], "code")
        mark.setToolTip(done.sha256)
        self.body.addWidget(label(self.tr("Number of the seal"), "caption"))
        self.body.addWidget(mark)
        self.add_button(Button(self.tr("Later"), keys="Esc"), "cancel")
        if may_deliver:
            deliver = Button(self.tr("Hand over"), "key-round")
            deliver.clicked.connect(self._deliver)
            self.add_button(deliver, "other")
        self.invoice = Button(
            self.tr("Invoice"), "receipt-text", kind="primary", keys="Ctrl+Return"
        )
        self.invoice.clicked.connect(self._bill)
        if desk.can(Permission.BILLING_ISSUE):
            self.add_button(self.invoice, "primary")
            self.set_first_focus(self.invoice)

    def _deliver(self) -> None:
        self.finish("deliver")
        self.deliver_wanted.emit()

    def _bill(self) -> None:
        self.finish("invoice")
        self.invoice_wanted.emit()
