"""What can be done with the order now, from the table of states, the rules of the shop and the person's rights."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import ACTIONS, Action
from app.work_orders import EVENT_ACTIONS, OrderSheet, complete, decide_job
from models.access import Permission
from models.billing import Billing
from models.order_flow import DROPPED, ORDER_FLOW, SEALED, Approval, OrderEvent, OrderState

DECIDE = "decide"
INVOICE = "invoice"

_ICONS = {
    OrderEvent.EXPECT: "calendar-clock",
    OrderEvent.CHECK_IN: "log-in",
    OrderEvent.PROPOSE: "message-circle-question-mark",
    OrderEvent.APPROVE: "thumbs-up",
    OrderEvent.DECLINE: "circle-x",
    OrderEvent.GIVE_UP: "phone-missed",
    OrderEvent.ASSIGN: "user-check",
    OrderEvent.START: "wrench",
    OrderEvent.WAIT_FOR_PARTS: "package",
    OrderEvent.HOLD: "pause",
    OrderEvent.RESUME: "play",
    OrderEvent.CHECK_QUALITY: "list-checks",
    OrderEvent.PASS: "circle-check",
    OrderEvent.REWORK: "undo-2",
    OrderEvent.FINISH: "circle-check",
    OrderEvent.COMPLETE: "check-check",
    OrderEvent.DELIVER: "key-round",
    OrderEvent.CANCEL: "ban",
}
_MOVES = frozenset(
    {OrderEvent.HOLD, OrderEvent.WAIT_FOR_PARTS, OrderEvent.GIVE_UP, OrderEvent.REWORK}
)
"""Steps with a button of their own beside the next one; others stand in the menu."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to press. ``asks``: a dialog comes first, so the words end with an ellipsis."""

    name: str
    label: Source
    icon: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """The next step (None when there is none), the buttons beside it, and what the menu holds."""

    primary: Step | None
    secondary: tuple[Step, ...]
    menu: tuple[Step, ...]

    def every(self) -> tuple[Step, ...]:
        """All of them, the next one first."""
        return ((self.primary,) if self.primary else ()) + self.secondary + self.menu


def action_of(event: OrderEvent) -> Action:
    """The declared action of an event."""
    return ACTIONS[complete] if event == OrderEvent.COMPLETE else ACTIONS[EVENT_ACTIONS[event]]


def steps_of(
    sheet: OrderSheet, can: Callable[[Permission], bool], billing: Billing | None
) -> Steps:
    """What this person can do with the order now."""
    card, policy = sheet.card, sheet.policy
    live = {line.job_id for line in card.lines if line.state not in DROPPED}
    open_jobs = [j for j in card.jobs if j.approval == Approval.PROPOSED and j.id in live]
    events = [
        event
        for event in ORDER_FLOW[card.state]
        if can(action_of(event).permission) and _makes_sense(event, sheet, live)
    ]
    asks = bool(open_jobs) and policy.uses_approval and can(ACTIONS[decide_job].permission)
    wanted = _next_event(sheet, has_open=bool(open_jobs) and policy.uses_approval)
    primary: Step | None = None
    if wanted is not None and wanted in events:
        primary = _step(wanted)
    elif wanted is None and asks:
        primary = _decide()
    elif card.state in SEALED and billing == Billing.UNBILLED and can(Permission.BILLING_ISSUE):
        primary = Step(INVOICE, QT_TRANSLATE_NOOP("OrderSteps", "Invoice"), "receipt-text")
    if primary is None and card.state == OrderState.COMPLETED and OrderEvent.DELIVER in events:
        primary = _step(OrderEvent.DELIVER)
    rest = [_step(event) for event in events if primary is None or event.value != primary.name]
    if asks and (primary is None or primary.name != DECIDE):
        rest.insert(0, _decide())
    beside = {DECIDE, *(event.value for event in _MOVES)}
    if card.state == OrderState.COMPLETED:
        beside.add(OrderEvent.DELIVER.value)
    if primary is None:
        beside.add(OrderEvent.CHECK_IN.value)
    return Steps(
        primary,
        tuple(step for step in rest if step.name in beside)[:2],
        tuple(step for step in rest if step.name not in beside)
        + tuple(step for step in rest if step.name in beside)[2:],
    )


def _decide() -> Step:
    return Step(
        DECIDE, QT_TRANSLATE_NOOP("OrderSteps", "Customer's decision"), "thumbs-up", asks=True
    )


def _step(event: OrderEvent) -> Step:
    asks = event in {OrderEvent.HOLD, OrderEvent.CANCEL, OrderEvent.COMPLETE}
    label = action_of(event).label
    if event == OrderEvent.COMPLETE:
        label = QT_TRANSLATE_NOOP("OrderSteps", "Complete")
    return Step(event.value, label, _ICONS[event], asks=asks)


def _makes_sense(event: OrderEvent, sheet: OrderSheet, live: set[uuid.UUID]) -> bool:
    """Leave out what the shop's rules never use here; what is merely missing is said when it is pressed."""
    policy = sheet.policy
    if event == OrderEvent.CHECK_QUALITY:
        return policy.uses_quality_check
    if (
        event in {OrderEvent.FINISH, OrderEvent.COMPLETE}
        and sheet.card.state == OrderState.IN_PROGRESS
    ):
        return not policy.uses_quality_check
    if event in {OrderEvent.PROPOSE, OrderEvent.APPROVE, OrderEvent.DECLINE}:
        return policy.uses_approval and bool(live) and event == OrderEvent.PROPOSE
    if event == OrderEvent.ASSIGN:
        return policy.uses_assignment
    return True


def _next_event(sheet: OrderSheet, *, has_open: bool) -> OrderEvent | None:
    """The usual next step; None when the customer decides first, or nothing follows."""
    state, policy = sheet.card.state, sheet.policy
    early = {OrderState.DRAFT, OrderState.CHECKED_IN, OrderState.APPROVED}
    if state in early | {OrderState.AWAITING_APPROVAL, OrderState.NO_RESPONSE, OrderState.DECLINED}:
        if has_open or state not in early:
            return None
        if not sheet.card.lines and state == OrderState.DRAFT:
            return OrderEvent.CHECK_IN
        needs = policy.uses_assignment and sheet.card.technician_id is None
        return OrderEvent.ASSIGN if needs else OrderEvent.START
    return {
        OrderState.AWAITING_VEHICLE: OrderEvent.CHECK_IN,
        OrderState.ASSIGNED: OrderEvent.START,
        OrderState.IN_PROGRESS: (
            OrderEvent.CHECK_QUALITY if policy.uses_quality_check else OrderEvent.COMPLETE
        ),
        OrderState.QUALITY_CHECK: OrderEvent.PASS,
        OrderState.READY: OrderEvent.COMPLETE,
        OrderState.PARTS_PENDING: OrderEvent.RESUME,
        OrderState.ON_HOLD: OrderEvent.RESUME,
    }.get(state)
