"""Completing an order: everything that stops it at once, each with its remedy beside it; then it is sealed."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.kernel.errors import BlockedError, Blocker, UserError
from app.kernel.tx import Changes
from app.work_orders import Complete, Completed, OrderSheet, check_completion, complete
from models.access import Permission
from models.catalog import STOCKED
from models.money import Money
from models.order_flow import DROPPED
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.blocker_row import BlockerRow, Remedy
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.theme import theme

CONFIRMED = frozenset({"odometer_reason", "labour_open"})
"""Blockers that a person may confirm; all others have to be mended."""


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

    def ask_odometer_reason(self, then: Callable[[str], None]) -> None:
        """Ask why the reading is unusual."""
        ...

    def add_line(self) -> None:
        """Open an empty line."""
        ...


class CompletionDialog(Dialog):
    """Asks what is missing, again after each change; ``completed`` comes once the order is sealed."""

    completed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, host: Host, sheet: OrderSheet) -> None:
        super().__init__(parent, "", 700)
        self._desk = desk
        self._host = host
        self._sheet = sheet
        self._finish_labour = False
        self._reason: str | None = None
        self._blockers: tuple[Blocker, ...] | None = None
        self._sealing = False
        self.rows: list[BlockerRow] = []
        self.flush()
        self.set_title(self.tr("Looking what is missing"))
        self._list = QWidget()
        QVBoxLayout(self._list)
        self.body.addWidget(self._list)
        close = Button(self.tr("Close"), keys="Esc")
        self.add_button(close, "safe")
        self.go = Button(self.tr("Complete"), "check-check", kind="primary", keys="Ctrl+Return")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.seal)
        self.add_button(self.go, "primary")
        desk.changed.connect(self._heard)
        self.check()

    # asking
    def _command(self) -> Complete:
        return Complete(
            order_id=self._sheet.card.id,
            finish_open_labour=self._finish_labour,
            odometer_reason=self._reason,
        )

    def check(self) -> None:
        """Ask again what is missing."""
        self._desk.act(self, check_completion, self._command(), self._checked)

    def _checked(self, changes: Changes[tuple[Blocker, ...]]) -> None:
        self._show(changes.result)

    def set_sheet(self, sheet: OrderSheet) -> None:
        """The order changed behind the dialog."""
        self._sheet = sheet

    def _heard(self, changes: Changes[Any]) -> None:
        if not self._sealing and changes.touched and self._blockers is not None:
            self.check()

    # showing
    def _show(self, blockers: tuple[Blocker, ...]) -> None:
        held = self._held()
        self._blockers = blockers
        stops = [b for b in blockers if b.code not in CONFIRMED]
        confirms = [b for b in blockers if b.code in CONFIRMED]
        ready = not blockers
        card = self._sheet.card
        self.set_title(
            self.tr("Ready to complete") if ready else self.tr("Not ready to complete yet")
        )
        parts = [card.number, card.vehicle, card.plate or ""]
        told = ", ".join(part for part in parts if part)
        self.set_sub(told if ready else told + ". " + self.tr("Nothing has been changed."))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        self._section(column, self.tr("Stops completion"), self._mended(stops), "circle-x", "bad")
        self._section(
            column,
            self.tr("Needs a confirmation"),
            self._confirmed(confirms),
            "triangle-alert",
            "wait",
        )
        column.addWidget(self._after())
        self.body.replaceWidget(self._list, content)
        self._list.deleteLater()
        self._list = content
        self.go.setEnabled(ready)
        self.set_hint("" if ready else self.tr("The list updates as you fix things."))
        self.refit()
        self._place_focus(held)

    def _held(self) -> tuple[int, int] | None:
        for place, row in enumerate(self.rows):
            for number, button in enumerate(row.buttons):
                if button.hasFocus():
                    return place, number
        return None

    def _place_focus(self, held: tuple[int, int] | None) -> None:
        if not self.isVisible():
            self.set_first_focus(self.rows[0].buttons[0] if self.rows else self.go)
            return
        if not self.rows:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.rows[min(held[0], len(self.rows) - 1)] if held else self.rows[0]
        if row.buttons:
            row.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(
        self,
        column: QVBoxLayout,
        title: str,
        found: list[tuple[str, str, list[Remedy]]],
        icon: str,
        hue: str,
    ) -> None:
        if not found:
            return
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(theme().px(24), theme().px(8), theme().px(24), theme().px(6))
        line.setSpacing(theme().px(8))
        line.addWidget(label(title, "strong"))
        line.addWidget(label(str(len(found)), "muted"))
        line.addStretch(1)
        column.addWidget(head)
        for words, detail, remedies in found:
            row = BlockerRow(icon, hue, words, detail, remedies)
            self.rows.append(row)
            column.addWidget(row)

    def _mended(self, blockers: Sequence[Blocker]) -> list[tuple[str, str, list[Remedy]]]:
        return [(said(b.sentence), self._detail(b), self._remedies(b)) for b in blockers]

    def _confirmed(self, blockers: Sequence[Blocker]) -> list[tuple[str, str, list[Remedy]]]:
        labour = [b for b in blockers if b.code == "labour_open"]
        found = []
        if len(labour) == 1:
            found.append((said(labour[0].sentence), "", [self._mark_done()]))
        elif labour:
            names = ", ".join(self._name(b.subject) for b in labour)
            words = self.tr("%n works are not finished.", "", len(labour))
            found.append((words, names, [self._mark_done()]))
        for blocker in blockers:
            if blocker.code == "odometer_reason":
                remedies = [
                    Remedy(self.tr("Keep it…"), self._keep_reading),
                    Remedy(self.tr("Enter…"), lambda: self._host.details("odometer_value")),
                ]
                found.append((said(blocker.sentence), "", remedies))
        return found

    def _mark_done(self) -> Remedy:
        return Remedy(self.tr("Mark done"), self._finish)

    def _finish(self) -> None:
        self._finish_labour = True
        self.check()

    def _keep_reading(self) -> None:
        def keep(reason: str) -> None:
            self._reason = reason
            self.check()

        self._host.ask_odometer_reason(keep)

    def _name(self, subject: str) -> str:
        card = self._sheet.card
        named = {str(line.id): line.name for line in card.lines}
        named |= {str(job.id): job.name for job in card.jobs}
        return named.get(subject, "")

    def _detail(self, blocker: Blocker) -> str:
        formats, card = self._desk.formats, self._sheet.card
        if blocker.code == "not_approved":
            total = next((j.total for j in card.jobs if str(j.id) == blocker.subject), None)
            return formats.money(total) if total is not None else ""
        if blocker.code == "short":
            bin_ = next(
                (s.bin for key, s in self._sheet.shelf.items() if str(key) == blocker.subject), None
            )
            name = self._name(blocker.subject)
            allowed = self.tr("Negative stock needs a right of its own here.")
            closed = self.tr("Negative stock is not allowed here.")
            rule = allowed if blocker.needs_permission else closed
            return ", ".join(part for part in (name, bin_ or "") if part) + ". " + rule
        return ""

    def _remedies(self, blocker: Blocker) -> list[Remedy]:
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
        return self._facts(blocker.code)

    def _facts(self, code: str) -> list[Remedy]:
        card = self._sheet.card
        if code in {"customer", "odometer"}:
            field = "customer_id" if code == "customer" else "odometer_value"
            return [Remedy(self.tr("Enter…"), lambda: self._host.details(field))]
        if code == "phone" and card.customer_id is not None:
            return [Remedy(self.tr("Enter…"), lambda: self._leave("customers", card.customer_id))]
        if code in {"vehicle", "plate_or_vin"}:
            return [Remedy(self.tr("Enter…"), lambda: self._leave("vehicles", card.vehicle_id))]
        if code in {"state", "quality"}:
            step = self._host.next_step()
            if step is not None:
                return [Remedy(step[1], lambda: self._host.press(step[0]))]
        return [Remedy(self.tr("Show jobs"), lambda: self.finish("jump"))]

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
        self.finish("jump")
        self._desk.open(place, key, **params)

    def _go_to(self, subject: str, column: str) -> None:
        self.finish("jump")
        self._host.jump_to_line(uuid.UUID(subject), column)

    def _add_line(self) -> None:
        self.finish("jump")
        self._host.add_line()

    def _after(self) -> QWidget:
        """What completion will do, so that nobody is surprised."""
        card, formats = self._sheet.card, self._desk.formats
        declined = {job.id for job in card.jobs if job.approval == "declined"}
        goods = [
            line
            for line in card.lines
            if line.kind in STOCKED
            and line.state not in DROPPED
            and line.job_id not in declined
            and not line.is_customers_own
        ]
        cost = sum(self._sheet.costs[x.id].minor for x in goods if x.id in self._sheet.costs)
        leaves = self.tr("%n part lines leave stock", "", len(goods))
        if self._sheet.sees_costs and goods:
            leaves = self.tr("{lines}, cost {cost}").format(
                lines=leaves, cost=formats.money(Money(cost, card.currency))
            )
        facts = [
            ("lock", self.tr("Lines, prices and totals are frozen and signed")),
            ("boxes", leaves if goods else self.tr("No part leaves stock")),
            ("book-open", self.tr("Service entry goes to the car’s passport")),
        ]
        who = self._sheet.bringer or card.customer
        if who:
            phone = formats.phone(card.customer_phone) if not self._sheet.bringer else ""
            words = self.tr("Ready notice to {who}").format(
                who=", ".join(filter(None, (who, phone)))
            )
            facts.append(("message-square", words))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(theme().px(24), theme().px(10), theme().px(24), theme().px(14))
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(5))
        grid.addWidget(label(self.tr("When it completes"), "strong"), 0, 0, 1, 2)
        for place, (icon, words) in enumerate(facts):
            grid.addWidget(_fact(icon, words), 1 + place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addWidget(inner)
        return box

    # doing
    def seal(self) -> None:
        """Complete the order; what stops it after all is shown."""
        self._sealing = True
        self.go.setEnabled(False)
        self._desk.act(self, complete, self._command(), self._sealed, failed=self._refused)

    def _sealed(self, changes: Changes[Completed]) -> None:
        self.finish("completed")
        self.completed.emit(changes.result)

    def _refused(self, error: UserError) -> bool:
        self._sealing = False
        if isinstance(error, BlockedError):
            self._show(error.blockers)
            return True
        self.go.setEnabled(True)
        return False


def _fact(icon: str, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(8))
    picture = QLabel()
    picture.setPixmap(theme().pixmap(icon, "text.secondary", 14))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    line.addWidget(picture)
    shown = label(words, "small", wrap=True)
    line.addWidget(shown, 1)
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
