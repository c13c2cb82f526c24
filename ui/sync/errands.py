"""What a person can do about the exchange: pair, end the pairing, ask owners, check, send again."""

import time
import uuid

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.kernel.tx import Read
from app.passports import OwnerLink, SyncView, WaitingRecord
from app.work_orders import get_order
from sync.worker import unpair
from sync.worker.verbs import Resend, resend
from ui.shell.desk import Desk
from ui.sync.ask_dialog import AskDialog
from ui.sync.checking import Answer, check_server
from ui.sync.pair_dialog import PairDialog
from ui.sync.running import SyncService
from widgets.dialog import ask


class Errands(QObject):
    """Dialogs over the page, and what follows from them."""

    def __init__(self, desk: Desk, page: QWidget, service: SyncService) -> None:
        super().__init__(page)
        self.desk = desk
        self.service = service
        self._page = page

    def pair(self, view: SyncView | None) -> None:
        """Make this computer a device of the center."""
        dialog = PairDialog(self.desk, self._page, view.server_url if view is not None else "")
        dialog.paired.connect(self.service.refresh)
        dialog.paired.connect(self.service.send_now)
        dialog.open()

    def unpair(self) -> None:
        """Forget the server, after a question."""
        shop, actor = self.desk.shop, self.desk.actor
        ask(
            self._page,
            self.tr("Stop exchanging?"),
            self.tr(
                "This computer forgets its access. What waits goes on waiting, and nothing is lost."
            ),
            self.tr("Stop exchanging"),
            lambda: self.desk.write(
                self, lambda: unpair(shop, actor), lambda _none: self.service.refresh()
            ),
            danger=True,
        )

    def check(self, view: SyncView | None) -> None:
        """Ask the server whether it is there."""
        if view is None:
            return
        url = view.server_url
        begun = time.perf_counter()

        def told(answer: Answer) -> None:
            if answer.problem:
                self.desk.toast(answer.problem)
                return
            span = round((time.perf_counter() - begun) * 1000)
            self.desk.toast(self.tr("{url} answers in {span} ms").format(url=url, span=span))

        title = self.tr("Asking the server")
        self.desk.work(self, title, lambda _progress: check_server(url), told)

    def ask(self, record: WaitingRecord, view: SyncView | None) -> None:
        """Ask the owner of the record's car: who was asked before, else the customer of its order."""
        if record.vehicle_id is None:
            return
        car, about = record.vehicle_id, f"{record.plate or ''} {record.vehicle}".strip()
        if record.customer_id is not None:
            self._ask_about(car, record.customer_id, about, view)
        elif record.order_id is not None:
            order_id = record.order_id

            def customer(read: Read) -> uuid.UUID | None:
                return get_order(read, order_id).customer_id

            def found(key: uuid.UUID | None) -> None:
                if key is not None:
                    self._ask_about(car, key, about, view)
                else:
                    words = self.tr("The order names no customer: name the owner there.")
                    self.desk.toast(words)

            self.desk.read(self, customer, found, lane="owner")

    def ask_again(self, link: OwnerLink, view: SyncView | None) -> None:
        """Ask an owner who said no, or nothing."""
        about = f"{link.plate or ''} {link.vehicle}".strip()
        self._ask_about(link.vehicle_id, link.customer_id, about, view)

    def _ask_about(
        self, car: uuid.UUID, customer: uuid.UUID, about: str, view: SyncView | None
    ) -> None:
        url = view.server_url if view is not None and view.is_paired else ""
        dialog = AskDialog(
            self.desk,
            self._page,
            vehicle_id=car,
            customer_id=customer,
            about=about,
            server_url=url,
        )
        dialog.open()

    def resend(self, key: uuid.UUID) -> None:
        """Put a refused record into the queue again, and send."""
        self.desk.act(self, resend, Resend(ids=[key]), lambda _done: self.service.send_now())
