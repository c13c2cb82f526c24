"""What mends each thing that stops completion: the words of the button, and where it leads."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject

from app.kernel.errors import Blocker
from app.work_orders import OrderSheet
from app.work_orders.facts import OF_ARRIVAL
from models.access import Permission
from ui.shell.desk import Desk
from ui.work_orders.blocker_row import Remedy


class Host(Protocol):
    """The page behind the dialog, as far as remedies need it."""

    def decide(self, jobs: Sequence[Hashable], decision: str = "approve") -> object:
        """Write down what the customer says of the jobs."""
        ...

    def jump_to_line(self, line_id: uuid.UUID, column: str) -> None:
        """Open a cell of a line."""
        ...

    def note_serial(self, line_id: uuid.UUID) -> None:
        """Ask for the number of a part."""
        ...

    def details(self, field: str) -> object:
        """Open the details at a field."""
        ...

    def press(self, name: str) -> None:
        """Take a step of the order."""
        ...

    def next_step(self) -> tuple[str, str] | None:
        """Name and words of the step that the order's state allows next."""
        ...

    def note_calibration(self, feature: str) -> None:
        """Ask for the report of a calibration."""
        ...

    def ask_odometer_reason(self, then: Callable[[str], None]) -> None:
        """Ask why the reading is unusual."""
        ...

    def add_line(self) -> None:
        """Open an empty line."""
        ...


class Remedies(QObject):
    """Remedies of an order's blockers; ``close`` ends the dialog they stand in."""

    def __init__(
        self,
        desk: Desk,
        host: Host,
        sheet: OrderSheet,
        close: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._host = host
        self._sheet = sheet
        self._close = close

    def set_sheet(self, sheet: OrderSheet) -> None:
        """The order changed meanwhile."""
        self._sheet = sheet

    def name(self, subject: str) -> str:
        """The name of the line or job a blocker is about."""
        card = self._sheet.card
        named = {str(line.id): line.name for line in card.lines}
        named |= {str(job.id): job.name for job in card.jobs}
        return named.get(subject, "")

    def detail(self, blocker: Blocker) -> str:
        """A word more about a blocker; empty for none."""
        formats, card = self._desk.formats, self._sheet.card
        if blocker.code == "not_approved":
            total = next((j.total for j in card.jobs if str(j.id) == blocker.subject), None)
            return formats.money(total) if total is not None else ""
        if blocker.code == "short":
            bin_ = next(
                (s.bin for key, s in self._sheet.shelf.items() if str(key) == blocker.subject), None
            )
            name = self.name(blocker.subject)
            allowed = self.tr("Negative stock needs a right of its own here.")
            closed = self.tr("Negative stock is not allowed here.")
            rule = allowed if blocker.needs_permission else closed
            return ", ".join(part for part in (name, bin_ or "") if part) + ". " + rule
        return ""

    def offered(self, blocker: Blocker) -> list[Remedy]:
        """What mends a blocker, the likeliest first."""
        host, subject = self._host, blocker.subject
        if blocker.code in {"not_approved", "approval"}:
            jobs = [uuid.UUID(subject)] if blocker.code == "not_approved" else []
            return [
                Remedy(self.tr("Agreed…"), lambda: host.decide(jobs)),
                Remedy(self.tr("Declined…"), lambda: host.decide(jobs, "decline")),
            ]
        if blocker.code == "serial":
            return [Remedy(self.tr("Note it…"), lambda: host.note_serial(uuid.UUID(subject)))]
        if blocker.code == "short":
            return [
                *self._receive(subject),
                Remedy(self.tr("Change line"), lambda: self._go_to(subject, "qty")),
            ]
        if blocker.code == "part_waiting":
            return [Remedy(self.tr("Show line"), lambda: self._go_to(subject, "qty"))]
        if blocker.code == "lines":
            return [Remedy(self.tr("Add line"), self._add_line)]
        return self._facts(blocker.code, subject)

    def _facts(self, code: str, subject: str) -> list[Remedy]:
        if code == "calibration":
            return [Remedy(self.tr("Report…"), lambda: self._host.note_calibration(subject))]
        if code in {"customer", "odometer"}:
            field = "customer_id" if code == "customer" else "odometer_value"
            return [Remedy(self.tr("Enter…"), lambda: self._host.details(field))]
        if code in {"state", "quality"}:
            step = self._host.next_step()
            if step is not None:
                return [Remedy(step[1], lambda: self._host.press(step[0]))]
        return self._elsewhere(code) or [Remedy(self.tr("Show jobs"), self._close)]

    def _elsewhere(self, code: str) -> list[Remedy]:
        """What is written down in another room: of the person, of the car, of how it came."""
        card = self._sheet.card
        if code in {"phone", "address"} and card.customer_id is not None:
            return [Remedy(self.tr("Enter…"), lambda: self._leave("customers", card.customer_id))]
        if code in {"vehicle", "plate_or_vin", "vin"}:
            return [Remedy(self.tr("Enter…"), lambda: self._leave("vehicles", card.vehicle_id))]
        if code in {"acceptance_act", *OF_ARRIVAL}:
            go = partial(self._leave, "arrivals", None, order=card.id)
            return [Remedy(self.tr("Open arrival"), go)]
        return []

    def _receive(self, subject: str) -> list[Remedy]:
        line = next((x for x in self._sheet.card.lines if str(x.id) == subject), None)
        if (
            line is None
            or line.product_id is None
            or not self._desk.can(Permission.INVENTORY_RECEIVE)
        ):
            return []
        product = line.product_id
        return [
            Remedy(self.tr("Receive…"), lambda: self._leave("inventory", product, receive=True))
        ]

    def _leave(self, place: str, key: uuid.UUID | None, **params: Any) -> None:  # noqa: ANN401 - each page has its own
        self._close()
        self._desk.open(place, key, **params)

    def _go_to(self, subject: str, column: str) -> None:
        self._close()
        self._host.jump_to_line(uuid.UUID(subject), column)

    def _add_line(self) -> None:
        self._close()
        self._host.add_line()
