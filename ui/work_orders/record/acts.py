"""What a person does with an open order: steps, decisions, completion, details, papers; each asks what it needs."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any

import shiboken6

from app.kernel.errors import BlockedError, UserError
from app.kernel.tx import Tx
from app.work_orders import (
    EVENT_ACTIONS,
    AssignOrder,
    Completed,
    DecideJob,
    MoveOrder,
    OrderSheet,
    assign_order,
    decide_job,
)
from models.access import Permission
from models.order_flow import DROPPED, FINAL, Approval, OrderEvent
from ui.shell.words import said
from ui.work_orders.completed import CompletedDialog
from ui.work_orders.completion import CompletionDialog
from ui.work_orders.record import changes as line_changes
from ui.work_orders.record.ask import (
    DecisionDialog,
    FormDialog,
    ask_first,
    ask_person,
    ask_reason,
)
from ui.work_orders.record.edits import Edit
from ui.work_orders.record.errands import Errands
from ui.work_orders.record.steps import DECIDE, INVOICE, Steps, steps_of
from widgets.dialog import Dialog


class Acts(Errands):
    """The verbs of the order as a person presses them."""

    _is_stepping = False

    # steps
    def steps(self) -> Steps:
        """What can be done with the order now."""
        if self.sheet is None:
            return Steps(None, (), ())
        return steps_of(self.sheet, self._desk.can, self._editor.billed)

    def next_step(self) -> tuple[str, str] | None:
        """Name and words of the next step, for a remedy."""
        primary = self.steps().primary
        if primary is None or primary.name == OrderEvent.COMPLETE.value:
            return None
        return primary.name, said(primary.label)

    def forget(self) -> None:
        """Another order is shown."""
        self._is_stepping = False

    def press(self, name: str) -> None:
        """Take a step by its name, once everything that was typed is written; a second press changes nothing."""
        edits = self._editor.edits
        if self._is_stepping or self.sheet is None or not self._editor.lines.table.commit():
            return
        if edits.is_busy:
            edits.when_idle(lambda: self.press(name))
            return
        special: dict[str, Callable[[], object]] = {
            DECIDE: lambda: self.decide([]),
            INVOICE: self.invoice,
            OrderEvent.COMPLETE.value: self.complete,
            OrderEvent.ASSIGN.value: self.assign,
            OrderEvent.HOLD.value: lambda: self._with_reason(OrderEvent.HOLD),
            OrderEvent.CANCEL.value: lambda: self._with_reason(OrderEvent.CANCEL),
        }
        do = special.get(name)
        if do is not None:
            do()
        else:
            self.take(OrderEvent(name))

    def take(self, event: OrderEvent, **facts: Any) -> None:  # noqa: ANN401 - fields of MoveOrder
        """One step of the table of states, from the state that is shown."""
        dialog: FormDialog | None = facts.pop("dialog", None)
        self._write(
            EVENT_ACTIONS[event],
            lambda now: MoveOrder(order_id=now.card.id, version=now.card.version, **facts),
            lambda error: self._not_moved(error, event, dialog),
            dialog,
        )

    def _write(
        self,
        verb: Callable[[Tx, Any], Any],
        command: Callable[[OrderSheet], Any],
        refused: Callable[[UserError], bool],
        dialog: Dialog | None = None,
    ) -> None:
        """Write a step behind everything that waits; the dialog closes when the order was read again."""
        self._is_stepping = True

        def over() -> None:
            self._is_stepping = False
            if dialog is not None:
                dialog.finish("done")

        def wrong(error: UserError) -> bool:
            self._is_stepping = False
            return refused(error)

        self._editor.edits.push(
            Edit(
                verb,
                command,
                refused=wrong,
                holds=lambda before, after: before.card.state == after.card.state,
                after=over,
            )
        )

    def _not_moved(self, error: UserError, event: OrderEvent, dialog: FormDialog | None) -> bool:
        if dialog is not None:
            return dialog.refuse(error)
        missing = {b.code for b in error.blockers} if isinstance(error, BlockedError) else set()
        if missing == {"approval"}:
            self.decide([])
            return True
        if missing == {"assignment"}:
            self.assign()
            return True
        if missing == {"labour_open"} and isinstance(error, BlockedError):
            self._finish_first(error, event)
            return True
        return False

    def _finish_first(self, error: BlockedError, event: OrderEvent) -> None:
        """Open labour stops the step: offer to mark it done and to go on."""
        lines = [uuid.UUID(blocker.subject) for blocker in error.blockers]
        dialog = ask_first(
            self._editor,
            self.tr("%n works are not finished", "", len(lines)),
            [said(blocker.sentence) for blocker in error.blockers],
            self.tr("Mark done and go on"),
        )

        def finish() -> None:
            dialog.finish("done")
            edits = [line_changes.finish_labour(line_id) for line_id in lines]
            last = replace(
                edits[-1], then=lambda _state: self._editor.read_then(lambda: self.take(event))
            )
            self._editor.edits.push(*edits[:-1], last)

        dialog.yes.clicked.connect(finish)

    def _with_reason(self, event: OrderEvent) -> None:
        hold = event == OrderEvent.HOLD
        dialog = ask_reason(
            self._desk,
            self._editor,
            self.tr("Hold the order") if hold else self.tr("Cancel the order"),
            self.tr("Hold") if hold else self.tr("Cancel the order"),
            with_end=hold,
            danger=not hold,
        )
        dialog.submitted.connect(
            lambda values: self.take(
                event, reason=values["reason"], until=values.get("until"), dialog=dialog
            )
        )

    def assign(self) -> None:
        """Who does it."""
        if self.sheet is None:
            return
        card = self.sheet.card
        dialog = ask_person(
            self._editor,
            self.tr("Who does it?"),
            self.tr("Assign"),
            self._editor.staff,
            card.technician_id,
        )

        def send(values: dict[str, Any]) -> None:
            self._write(
                assign_order,
                lambda now: AssignOrder(
                    order_id=now.card.id,
                    technician_id=values["technician_id"],
                    version=now.card.version,
                ),
                dialog.refuse,
                dialog,
            )

        dialog.submitted.connect(send)

    def decide(self, jobs: Sequence[Hashable], decision: str = "approve") -> DecisionDialog | None:
        """What the customer says of these jobs, or of all that wait for an answer."""
        sheet = self.sheet
        if (
            sheet is None
            or sheet.card.state in FINAL
            or not self._desk.can(Permission.WORK_ORDERS_APPROVE)
        ):
            return None
        live = {line.job_id for line in sheet.card.lines if line.state not in DROPPED}
        asked = [
            (job.id, job.name, job.total)
            for job in sheet.card.jobs
            if job.id in live and (job.id in jobs if jobs else job.approval == Approval.PROPOSED)
        ]
        if not asked:
            return None
        who = ", ".join(
            part
            for part in (sheet.card.customer, self._desk.formats.phone(sheet.card.customer_phone))
            if part
        )
        dialog = DecisionDialog(self._desk, self._editor, asked, decision=decision, customer=who)
        dialog.decided.connect(lambda *said_so: self._decided(dialog, *said_so))
        dialog.open()
        return dialog

    def _decided(
        self,
        dialog: DecisionDialog,
        agreed: list[uuid.UUID],
        declined: list[uuid.UUID],
        method: str,
        note: str,
    ) -> None:
        order_id = self.order_id
        if order_id is None:
            return
        waiting = [(job, "approve") for job in agreed] + [(job, "decline") for job in declined]

        def send(_changes: object = None) -> None:
            if not waiting:
                self._editor.read_then(lambda: dialog.finish("done"))
                return
            job_id, decision = waiting.pop(0)
            self._desk.act(
                self,
                decide_job,
                DecideJob(
                    order_id=order_id,
                    job_id=job_id,
                    decision=decision,
                    method=method,
                    note=note or None,
                ),
                send,
                failed=dialog.refuse,
            )

        send()

    def _tell(self, dialog: CompletionDialog) -> None:
        if self.sheet is not None and shiboken6.isValid(dialog):
            dialog.set_sheet(self.sheet)

    def complete(self) -> CompletionDialog | None:
        """Look what is missing, then seal the order."""
        if self.sheet is None:
            return None
        dialog = CompletionDialog(self._desk, self._editor, self, self.sheet)
        self._editor.shown.connect(lambda: self._tell(dialog))
        dialog.completed.connect(self._completed)
        dialog.open()
        return dialog

    def _completed(self, done: Completed) -> None:
        dialog = CompletedDialog(
            self._desk, self._editor, done, may_deliver=self._desk.can(Permission.WORK_ORDERS_EDIT)
        )
        dialog.invoice_wanted.connect(self.invoice)
        dialog.deliver_wanted.connect(
            lambda: self._editor.read_then(lambda: self.take(OrderEvent.DELIVER))
        )
        dialog.open()

    def invoice(self) -> None:
        """Go to the order's invoice."""
        if self.order_id is not None:
            self._desk.open("billing", None, order_id=self.order_id)
