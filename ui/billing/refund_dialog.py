"""Giving money back: what a credit note freed on the invoice, or what of an advance nobody used."""

from PySide6.QtWidgets import QWidget

from app.billing import Advance, BillCard, Refund, refund
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from models.base import new_id
from models.billing import PaymentMethod
from models.money import Money
from ui.billing.words import WAYS
from ui.papers import payment_receipt, preview
from ui.parts.fields import money_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form


class RefundDialog(Dialog):
    """What goes back, how much, how and why. Ctrl+Enter gives it back."""

    def __init__(self, desk: Desk, parent: QWidget, card: BillCard) -> None:
        super().__init__(parent, self.tr("Give money back"), 480)
        self.desk = desk
        self.card = card
        self._request = new_id()
        self._sources: list[tuple[Advance | None, Money]] = []
        if card.open.minor < 0:
            self._sources.append((None, -card.open))
        self._sources += [(advance, advance.free) for advance in card.advances]
        formats = desk.formats
        names = []
        for place, (advance, free) in enumerate(self._sources):
            words = (
                self.tr("Invoice {number}, {sum}").format(
                    number=card.number, sum=formats.money(free)
                )
                if advance is None
                else self.tr("Advance {number}, {sum}").format(
                    number=advance.number, sum=formats.money(free)
                )
            )
            names.append((place, words))
        self.form = Form(2)
        source = Choice(name=self.tr("What goes back"))
        source.set_choices(names)
        self.form.add("source", self.tr("What goes back"), source, span=2, required=True)
        self.form.add("amount", self.tr("Amount"), money_edit(desk, right=True), required=True)
        method = Choice(name=self.tr("How"))
        method.set_choices([(way.value, said(WAYS[way].words)) for way in WAYS])
        self.form.add("method", self.tr("How"), method, required=True)
        self.form.add("reason", self.tr("Why"), TextEdit(), span=2, required=True)
        self.form.add("reference", self.tr("Reference"), TextEdit(), span=2)
        self.body.addWidget(self.form)
        self.set_sub(card.customer)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        give = Button(self.tr("Give back"), "undo-2", kind="primary", keys="Ctrl+Return")
        give.clicked.connect(self.give)
        self.add_button(give, "primary")
        source.edited.connect(self._fill)
        self._fill()
        if card.money:
            self.form.set_values({"method": card.money[-1].method.value})

    def _fill(self) -> None:
        _, free = self._sources[int(self.form.values()["source"] or 0)]
        self.form.set_values({"amount": free.decimal})

    def give(self) -> None:
        """Post the refund."""
        if not self.form.check():
            return
        values = self.form.values()
        advance, free = self._sources[int(values["source"] or 0)]
        amount = Money.of(values["amount"], free.currency)
        if amount > free:
            words = self.tr("At most {sum} can be given back.")
            self.form.show_problems({"amount": words.format(sum=self.desk.formats.money(free))})
            return
        command = Refund(
            request_id=self._request,
            method=PaymentMethod(values["method"]),
            amount=amount.minor,
            reason=values["reason"],
            reference=values["reference"] or None,
            invoice_id=self.card.id if advance is None else None,
            deposit_id=advance.id if advance is not None else None,
        )
        self.desk.act(self, refund, command, self._done, failed=self._failed)

    def _done(self, changes: Changes[object]) -> None:
        desk, title = self.desk, self.tr("Receipt")
        key = next(iter(changes.touched.get("payment", ())), None)
        self.finish("done")
        desk.toast(self.tr("The money is given back"))
        if key is not None:
            preview(desk, title, payment_receipt(key, title))

    def _failed(self, error: UserError) -> bool:
        if isinstance(error, InvalidError):
            self.form.show_problems({k: said(v) for k, v in error.problems.items()})
        else:
            self.form.show_problems({"amount": said(error.sentence)})
        return True
