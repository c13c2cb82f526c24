"""The preview over a page: a paper as it will come out, and one key to print it."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.billing import BillCard, get_bill
from app.kernel.tx import Read
from app.work_orders import OrderCard, get_order
from models.billing import InvoiceKind
from models.order_flow import SEALED
from ui.papers.documents import Paper, invoice, order_papers, payment_receipt
from ui.papers.panel import PaperPanel
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.theme import theme

_WIDTH = 880
_AROUND = 250
"""What the window keeps for itself above and below the sheets, in design pixels."""


class PreviewDialog(Dialog):
    """Papers over the page. Ctrl+P prints at once, Ctrl+Shift+P asks, Ctrl+S saves, Ctrl+Shift+C copies."""

    def __init__(
        self, desk: Desk, parent: QWidget, title: str, papers: Sequence[Paper], at: int = 0
    ) -> None:
        super().__init__(parent, title, _WIDTH)
        self.panel = PaperPanel(desk)
        self.flush()
        self.body.addWidget(self.panel)
        self._window = parent.window()
        self._window.installEventFilter(self)
        self._take_room()
        self.copies = Button(self.tr("Copy"), "copy", keys="Ctrl+Shift+C")
        self.saves = Button(self.tr("Save"), "save", keys="Ctrl+S")
        self.asks = Button(self.tr("Choose printer"), "settings", keys="Ctrl+Shift+P")
        self.prints = Button(self.tr("Print"), "printer", kind="primary", keys="Ctrl+P")
        for button, press in (
            (self.copies, self.panel.copy),
            (self.saves, self.panel.save_asking),
            (self.asks, self.panel.print_asking),
            (self.prints, self.panel.print_now),
        ):
            button.clicked.connect(press)
            self.add_button(button, "primary")
            button.setEnabled(False)
        self.panel.shown.connect(self._ready)
        self.panel.printer_changed.connect(self._say_printer)
        self.panel.printed.connect(self.finish)
        self.set_first_focus(self.panel.pdf.sheets)
        self.panel.set_papers(papers, at)
        self.panel.look_for_printers()
        self.set_hint("")

    def _ready(self) -> None:
        for button in (self.copies, self.saves, self.asks, self.prints):
            button.setEnabled(True)

    def _say_printer(self, name: str) -> None:
        self.set_hint(name or self.tr("No printer yet: save or copy the paper."))

    def _take_room(self) -> None:
        room = self._window.height() - theme().px(_AROUND)
        self.panel.setFixedHeight(max(room, theme().px(260)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._take_room()
        return super().eventFilter(watched, event)

    @override
    def cancel(self) -> None:
        if not self.panel.pdf.end_find():
            super().cancel()


def preview(desk: Desk, title: str, papers: Paper | Sequence[Paper], at: int = 0) -> PreviewDialog:
    """Show papers over the desk's window; the one at ``at`` first."""
    given = (papers,) if isinstance(papers, Paper) else tuple(papers)
    dialog = PreviewDialog(desk, desk.front, title, given, at)
    dialog.open()
    return dialog


def show_papers(desk: Desk, kind: str, key: uuid.UUID, *, at: int = 0) -> None:
    """Find the papers of a record and show them. ``kind`` is work_order, invoice or payment."""
    if kind == "payment":
        preview(
            desk,
            QCoreApplication.translate("PreviewDialog", "Receipt"),
            payment_receipt(key, "receipt"),
        )
        return
    if kind == "invoice":
        today = desk.formats.today()

        def bill(read: Read) -> BillCard:
            return get_bill(read, key, today=today)

        def show_bill(card: BillCard) -> None:
            is_note = card.kind == InvoiceKind.CREDIT_NOTE
            preview(desk, card.number, invoice(key, card.number, is_credit_note=is_note))

        desk.read(desk.front, bill, show_bill, lane="papers")
        return

    def order(read: Read) -> OrderCard:
        return get_order(read, key)

    def show_order(card: OrderCard) -> None:
        papers = order_papers(key, card.number, is_sealed=card.state in SEALED)
        preview(desk, card.number, papers, min(at, len(papers) - 1))

    desk.read(desk.front, order, show_order, lane="papers")
