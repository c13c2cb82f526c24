"""Before a person is forgotten: what goes for good, and what a law keeps until when."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.customers import (
    CustomerRow,
    EraseCustomer,
    ErasurePreview,
    erase_customer,
    preview_erasure,
)
from app.kernel.tx import Changes
from ui.customers.pieces import Elided, gap, heading, pair
from ui.customers.words import ROWS, SEALS
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Check

_CAPTION = 190


class ErasureDialog(Dialog):
    """Reads what erasing would do, shows it, and asks for a tick before it can be done."""

    def __init__(
        self, parent: QWidget, desk: Desk, customer: CustomerRow, then: Callable[[int], object]
    ) -> None:
        super().__init__(parent, "", 640)
        self.set_title(self.tr("Erase personal data"))
        self.set_sub(customer.name)
        self._desk, self._customer, self._then = desk, customer, then
        self.sure = Check(self.tr("I have checked who asked for this"))
        self.add_cancel()
        self.erase = self.add_button(
            Button(self.tr("Erase for good"), "eraser", kind="danger"), "danger"
        )
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._erase)
        self.sure.toggled.connect(self.erase.setEnabled)

    def begin(self) -> None:
        """Read, then open."""
        key, today = self._customer.id, self._desk.formats.today()
        self._desk.read(
            self, lambda read: preview_erasure(read, key, today=today), self._got, lane="erasure"
        )

    def _got(self, told: ErasurePreview) -> None:
        formats = self._desk.formats
        everything = self.tr("Name, telephones, addresses, numbers, notes")
        self.body.addWidget(heading(self.tr("Goes at once and cannot be brought back")))
        self.body.addWidget(label(everything, wrap=True))
        for name, count in told.goes:
            words = said(ROWS[name]) if name in ROWS else name
            self.body.addWidget(pair(words, Elided(str(count)), width=_CAPTION))
        if told.seals_now:
            words = self.tr("papers whose term is over")
            self.body.addWidget(pair(words, Elided(str(told.seals_now)), width=_CAPTION))
        self.body.addWidget(gap(8))
        self.body.addWidget(heading(self.tr("A law makes the books keep the person on")))
        for kept in told.kept:
            words = self.tr("{count}, until {day}; then it goes by itself").format(
                count=kept.count, day=formats.full_day(kept.until_on)
            )
            name = said(SEALS[kept.kind]) if kept.kind in SEALS else kept.kind
            self.body.addWidget(pair(name, Elided(words), width=_CAPTION))
        if not told.kept:
            self.body.addWidget(label(self.tr("no papers"), "hint"))
        self.body.addWidget(gap(8))
        stays = self.tr("The history of the cars, orders and invoices with their sums stay.")
        self.body.addWidget(label(stays, "hint", wrap=True))
        for blocker in told.blockers:
            self.body.addWidget(label(said(blocker), tone="wait", wrap=True))
        if told.blockers:
            self.body.addWidget(label(self.tr("Finish these orders first."), "hint"))
        else:
            self.body.addWidget(self.sure)
        self.open()

    def _erase(self) -> None:
        self.erase.setEnabled(False)
        command = EraseCustomer(customer_id=self._customer.id, version=self._customer.version)

        def done(changes: Changes[int]) -> None:
            self.finish("saved")
            self._then(changes.result)

        def failed(_error: Exception) -> bool:
            self.erase.setEnabled(True)
            return False

        self._desk.act(self, erase_customer, command, done, failed=failed)
