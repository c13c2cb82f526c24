"""The page of invoices and payments: the list, and one bill over it."""

import uuid
from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.billing import Advance, BillCard, get_bill, standing_bill
from app.kernel.tx import Read
from app.work_orders import OrderCard, get_order
from models.access import Permission
from ui.billing.bill_view import BillView
from ui.billing.cash_day import CashDayDialog
from ui.billing.credit_dialog import CreditDialog
from ui.billing.list_view import BillList
from ui.billing.payment_dialog import PaymentDialog
from ui.billing.refund_dialog import RefundDialog
from ui.billing.target import Target
from ui.billing.unbilled import UnbilledDialog
from ui.shell.desk import Desk
from ui.shell.page import Page


class BillingPage(Page):
    """``open_record(invoice)`` shows a bill; without one ``order_id`` starts the invoice of an order.

    ``order_id`` with ``advance=True`` takes money before the bill; ``cash_day=True`` shows the day's money.
    """

    watches: ClassVar[Sequence[str]] = (
        "invoice",
        "payment",
        "allocation",
        "customer",
        "work_order",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack)
        self.list = BillList(desk, self.toolbar)
        self.stack.addWidget(self.list)
        self.list.opened.connect(lambda key: desk.open("billing", key))
        self.list.pay_asked.connect(self.pay_for)
        self.list.cash_day_asked.connect(self.cash_day)
        self.list.new_asked.connect(self.new)
        self.toolbar.set_title(self.tr("Invoices and payments"))

    @cached_property
    def bill(self) -> BillView:
        """One bill, with its paper; made when the first one is opened."""
        made = BillView(self.desk)
        made.back_asked.connect(self._leave)
        made.pay_asked.connect(self.take_payment)
        made.refund_asked.connect(self.give_back)
        made.credit_asked.connect(self.take_back)
        made.cash_day_asked.connect(self.cash_day)
        self.stack.addWidget(made)
        return made

    def _shows_bill(self) -> bool:
        return self.stack.currentWidget() is not self.list

    @override
    def load(self) -> None:
        self.list.load()
        if self._shows_bill():
            self.bill.load()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        order_id = params.get("order_id")
        if key is not None:
            self.bill.show_bill(key)
            self._turn(to_bill=True)
            if params.get("pay"):
                self.pay_for(key)
        elif order_id is not None and params.get("advance"):
            self.take_advance(order_id)
        elif order_id is not None:
            self._bill_order(order_id, pay=bool(params.get("pay")))
        elif params.get("cash_day"):
            self.cash_day()

    def _bill_order(self, order_id: uuid.UUID, *, pay: bool) -> None:
        """The order's bill where it stands already, else the one it would get."""

        def found(key: uuid.UUID | None) -> None:
            if key is not None:
                self.open_record(key, pay=pay)
                return
            self.bill.show_order(order_id)

        self._turn(to_bill=True)
        self.desk.read(self, lambda read: standing_bill(read, order_id), found, lane="standing")

    def _turn(self, *, to_bill: bool) -> None:
        self.toolbar.setVisible(not to_bill)
        self.stack.setCurrentWidget(self.bill if to_bill else self.list)
        (self.bill if to_bill else self.list).table.setFocus()

    @override
    def back(self) -> bool:
        if not self._shows_bill():
            return False
        self._turn(to_bill=False)
        return True

    def _leave(self) -> None:
        self.back()
        self.desk.open("billing")

    @override
    def new(self) -> None:
        if not self.desk.can(Permission.BILLING_ISSUE):
            return
        dialog = UnbilledDialog(self.desk, self)
        dialog.chosen.connect(lambda order_id: self._bill_order(order_id, pay=False))
        dialog.open()

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self._shows_bill():
            return (
                ("F9", self.tr("payment")),
                ("Ctrl+P", self.tr("print")),
                ("Esc", self.tr("back")),
            )
        return (
            ("Return", self.tr("open")),
            ("F9", self.tr("payment")),
            ("Ctrl+N", self.tr("bill an order")),
        )

    # money
    def pay_for(self, invoice_id: uuid.UUID) -> None:
        """Take money for an invoice."""
        today = self.desk.formats.today()

        def ask(read: Read) -> BillCard:
            return get_bill(read, invoice_id, today=today)

        self.desk.read(self, ask, self.take_payment, lane="pay")

    def take_payment(self, card: BillCard) -> None:
        """The payment dialog of a bill that is not paid."""
        if card.id is None or card.open.minor <= 0:
            return
        if not self.desk.can(Permission.BILLING_TAKE_MONEY):
            return
        target = Target(
            number=card.number,
            customer=card.customer,
            vehicle=card.vehicle,
            plate=card.plate,
            phone=card.customer_phone,
            open=card.open,
            invoice_id=card.id,
            order_id=card.order_id,
            advances=card.advances,
        )
        PaymentDialog(self.desk, self, target).open()

    def take_advance(self, order_id: uuid.UUID) -> None:
        """The payment dialog of an order that is not billed yet."""

        def show(card: OrderCard) -> None:
            none: tuple[Advance, ...] = ()
            target = Target(
                number=card.number,
                customer=card.customer or "",
                vehicle=card.vehicle,
                plate=card.plate,
                phone=card.customer_phone,
                open=None,
                invoice_id=None,
                order_id=order_id,
                advances=none,
            )
            PaymentDialog(self.desk, self, target).open()

        self.desk.read(self, lambda read: get_order(read, order_id), show, lane="advance")

    def give_back(self, card: BillCard) -> None:
        """The refund dialog: what a credit note freed, or what of an advance is unused."""
        RefundDialog(self.desk, self, card).open()

    def take_back(self, card: BillCard) -> None:
        """The credit note dialog."""
        dialog = CreditDialog(self.desk, self, card)
        dialog.issued.connect(self.open_record)
        dialog.open()

    def cash_day(self) -> None:
        """The money of the day."""
        CashDayDialog(self.desk, self).open()
