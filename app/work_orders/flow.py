"""Steps of an order, the customer's decisions on its jobs, and how long it stood where."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Source,
    TransitionNotAllowedError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx, action, cleaned
from app.vehicles.calibration import calibration_blockers
from app.work_orders import aggregate
from models.access import Employee, Permission
from models.catalog import ItemKind
from models.centers import Policy
from models.customers import Customer
from models.identifiers import masked_phone
from models.order_flow import (
    DROPPED,
    ORDER_FLOW,
    Approval,
    LineState,
    OrderEvent,
    OrderState,
    Payer,
)
from models.work_orders import JobDecision, OrderTransition, WorkOrder

METHODS = ("in_person", "phone", "link", "messenger", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOrder:
    """One step. ``reason`` is needed to hold and to cancel; ``until`` is the expected end of a hold."""

    order_id: uuid.UUID
    version: int | None = None
    reason: str | None = None
    note: str | None = None
    until: datetime | None = None


def move_order_blockers(policy: Policy, order: WorkOrder, event: OrderEvent) -> list[Blocker]:
    """Every condition the event still lacks, as sentences; the table of states is asked apart."""
    missing: list[Blocker] = []
    live = aggregate.live_lines(order)
    approved = [job for job in order.jobs if job.approval == Approval.APPROVED]
    if event in {OrderEvent.START, OrderEvent.APPROVE} and policy.uses_approval and not approved:
        missing.append(
            Blocker(
                "approval",
                say(
                    QT_TRANSLATE_NOOP("work_orders", "The customer has not agreed to any job yet.")
                ),
                "jobs",
            )
        )
    assigns = event == OrderEvent.ASSIGN or (event == OrderEvent.START and policy.uses_assignment)
    if assigns and order.technician_id is None:
        missing.append(
            Blocker(
                "assignment",
                say(QT_TRANSLATE_NOOP("work_orders", "Nobody is assigned to the order yet.")),
                "technician_id",
            )
        )
    if event == OrderEvent.PROPOSE and not live:
        missing.append(
            Blocker(
                "lines", say(QT_TRANSLATE_NOOP("work_orders", "There is nothing to agree to yet."))
            )
        )
    if event in {OrderEvent.FINISH, OrderEvent.CHECK_QUALITY}:
        missing.extend(open_labour(policy, order))
    if event == OrderEvent.FINISH and policy.uses_quality_check:
        missing.append(
            Blocker(
                "quality",
                say(QT_TRANSLATE_NOOP("work_orders", "This shop checks quality first.")),
            )
        )
    if event == OrderEvent.CANCEL:
        missing.extend(
            Blocker(
                "issued",
                say(
                    QT_TRANSLATE_NOOP("work_orders", "“{name}” is issued: take it back first."),
                    name=line.name,
                ),
                str(line.id),
            )
            for line in order.lines
            if line.issued_qty
        )
    return missing


def open_labour(policy: Policy, order: WorkOrder) -> list[Blocker]:
    """Agreed labour that is neither done nor cancelled."""
    agreed = {
        job.id
        for job in order.jobs
        if job.approval == Approval.APPROVED
        or (job.approval == Approval.PROPOSED and not policy.uses_approval)
    }
    return [
        Blocker(
            "labour_open",
            say(QT_TRANSLATE_NOOP("work_orders", "“{name}” is not finished."), name=line.name),
            str(line.id),
        )
        for line in order.lines
        if line.kind == ItemKind.LABOUR.value
        and line.job_id in agreed
        and line.state not in DROPPED
        and line.state != LineState.DONE
    ]


def _move(tx: Tx, command: MoveOrder, event: OrderEvent) -> OrderState:
    order = aggregate.load(tx, command.order_id, command.version)
    if event not in ORDER_FLOW[order.state]:
        raise TransitionNotAllowedError(
            order.state.value, event.value, [e.value for e in ORDER_FLOW[order.state]]
        )
    missing = move_order_blockers(tx.policy, order, event)
    if event == OrderEvent.PASS:
        missing += calibration_blockers(tx.read, order)
    if missing:
        raise BlockedError(missing)
    reason = cleaned(command.reason)
    if event in {OrderEvent.HOLD, OrderEvent.CANCEL} and reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("work_orders", "Say the reason."))
    _effects(tx, order, event, reason, command.until)
    return aggregate.step(tx, order, event, reason=reason, note=cleaned(command.note))


def _effects(
    tx: Tx, order: WorkOrder, event: OrderEvent, reason: str | None, until: datetime | None
) -> None:
    if event == OrderEvent.CHECK_IN:
        order.checked_in_at = tx.now
    elif event == OrderEvent.START:
        order.started_at = order.started_at or tx.now
        order.checked_in_at = order.checked_in_at or tx.now
    elif event == OrderEvent.HOLD:
        order.hold_reason, order.hold_until_at = reason, until
    elif event == OrderEvent.REWORK:
        order.rework_count += 1
        for line in order.lines:
            if line.kind == ItemKind.LABOUR.value and line.state == LineState.DONE:
                line.state = LineState.OPEN
    elif event == OrderEvent.DELIVER:
        order.delivered_at = tx.now
    elif event == OrderEvent.CANCEL:
        order.cancel_reason = reason
        order.bringer_authority = None
        for line in order.lines:
            aggregate.release_line(tx, line)


EVENT_ACTIONS: dict[OrderEvent, Callable[[Tx, MoveOrder], OrderState]] = {}
"""The verb of each event that is a plain step; completion is a use case of its own."""


def _event(
    event: OrderEvent, permission: Permission, label: Source, shortcut: str | None = None
) -> None:
    def verb(tx: Tx, command: MoveOrder) -> OrderState:
        return _move(tx, command, event)

    verb.__name__ = f"{event.value}_order"
    states = tuple(state.value for state, events in ORDER_FLOW.items() if event in events)
    EVENT_ACTIONS[event] = action(
        f"work_orders.{event.value}",
        permission=permission,
        label=label,
        shortcut=shortcut,
        from_states=states,
    )(verb)


_event(
    OrderEvent.EXPECT,
    Permission.WORK_ORDERS_EDIT,
    QT_TRANSLATE_NOOP("work_orders", "Expect vehicle"),
)
_event(
    OrderEvent.CHECK_IN, Permission.WORK_ORDERS_EDIT, QT_TRANSLATE_NOOP("work_orders", "Check in")
)
_event(
    OrderEvent.PROPOSE,
    Permission.WORK_ORDERS_EDIT,
    QT_TRANSLATE_NOOP("work_orders", "Ask for approval"),
)
_event(
    OrderEvent.APPROVE, Permission.WORK_ORDERS_APPROVE, QT_TRANSLATE_NOOP("work_orders", "Approve")
)
_event(
    OrderEvent.DECLINE, Permission.WORK_ORDERS_APPROVE, QT_TRANSLATE_NOOP("work_orders", "Decline")
)
_event(
    OrderEvent.GIVE_UP,
    Permission.WORK_ORDERS_APPROVE,
    QT_TRANSLATE_NOOP("work_orders", "No response"),
)
_event(OrderEvent.ASSIGN, Permission.WORK_ORDERS_EDIT, QT_TRANSLATE_NOOP("work_orders", "Assign"))
_event(
    OrderEvent.START, Permission.WORK_ORDERS_WORK, QT_TRANSLATE_NOOP("work_orders", "Start work")
)
_event(
    OrderEvent.WAIT_FOR_PARTS,
    Permission.WORK_ORDERS_EDIT,
    QT_TRANSLATE_NOOP("work_orders", "Parts pending"),
)
_event(OrderEvent.HOLD, Permission.WORK_ORDERS_EDIT, QT_TRANSLATE_NOOP("work_orders", "Hold"))
_event(OrderEvent.RESUME, Permission.WORK_ORDERS_EDIT, QT_TRANSLATE_NOOP("work_orders", "Resume"))
_event(
    OrderEvent.CHECK_QUALITY,
    Permission.WORK_ORDERS_WORK,
    QT_TRANSLATE_NOOP("work_orders", "To quality check"),
)
_event(
    OrderEvent.PASS, Permission.WORK_ORDERS_CHECK, QT_TRANSLATE_NOOP("work_orders", "Pass check")
)
_event(OrderEvent.REWORK, Permission.WORK_ORDERS_CHECK, QT_TRANSLATE_NOOP("work_orders", "Rework"))
_event(OrderEvent.FINISH, Permission.WORK_ORDERS_WORK, QT_TRANSLATE_NOOP("work_orders", "Ready"))
_event(
    OrderEvent.DELIVER, Permission.WORK_ORDERS_EDIT, QT_TRANSLATE_NOOP("work_orders", "Hand over")
)
_event(
    OrderEvent.CANCEL,
    Permission.WORK_ORDERS_CANCEL,
    QT_TRANSLATE_NOOP("work_orders", "Cancel order"),
)


def move_order(event: OrderEvent) -> Callable[[Tx, MoveOrder], OrderState]:
    """The verb of an event, for ``act``."""
    return EVENT_ACTIONS[event]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignOrder:
    """The technician who is to do it."""

    order_id: uuid.UUID
    technician_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.assign_technician",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Assign technician"),
)
def assign_order(tx: Tx, command: AssignOrder) -> OrderState:
    """Name the technician; an approved order is assigned by it."""
    order = aggregate.editable(tx, command.order_id, command.version)
    tx.load(Employee, command.technician_id)
    order.technician_id = command.technician_id
    if OrderEvent.ASSIGN in ORDER_FLOW[order.state] and tx.policy.uses_assignment:
        return aggregate.step(tx, order, OrderEvent.ASSIGN)
    return order.state


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideJob:
    """What the customer said of a job: ``decision`` approve or decline; ``method`` how it was said."""

    order_id: uuid.UUID
    job_id: uuid.UUID
    decision: str
    method: str = "in_person"
    version: int | None = None
    note: str | None = None


@action(
    "work_orders.decide_job",
    permission=Permission.WORK_ORDERS_APPROVE,
    label=QT_TRANSLATE_NOOP("work_orders", "Record decision"),
)
def decide_job(tx: Tx, command: DecideJob) -> OrderState:
    """Write down a decision with who, how, when and for what amount; the order follows when all are decided."""
    if command.decision not in {"approve", "decline"} or command.method not in METHODS:
        raise invalid(
            "decision",
            QT_TRANSLATE_NOOP("work_orders", "Choose approve or decline, and how it was said."),
        )
    if command.method == "phone" and not cleaned(command.note):
        raise invalid(
            "note",
            QT_TRANSLATE_NOOP("work_orders", "A decision by phone needs a note of what was said."),
        )
    order = aggregate.editable(tx, command.order_id, command.version)
    job = aggregate.job_of(order, command.job_id)
    approve = command.decision == "approve"
    if job.approval == Approval.DECLINED:
        # its lines count again before the customer agrees to their price
        job.approval = Approval.PROPOSED
        aggregate.reprice(tx, order)
    job.approval = Approval.APPROVED if approve else Approval.DECLINED
    if not approve:
        for line in order.lines:
            if line.job_id == job.id:
                aggregate.release_line(tx, line)
    _write_decision(tx, order, job.id, command, job.total_amount)
    job.approved_amount = job.total_amount if approve else None
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return _follow(tx, order)


def _write_decision(
    tx: Tx, order: WorkOrder, job_id: uuid.UUID, command: DecideJob, amount: int
) -> None:
    customer = tx.load(Customer, order.customer_id) if order.customer_id else None
    tx.append(
        JobDecision,
        job_id=job_id,
        order_id=order.id,
        decision=command.decision,
        method=command.method,
        customer_id=order.customer_id,
        contact_mask=masked_phone(customer.phone) if customer and customer.phone else None,
        note=cleaned(command.note),
        amount=amount,
        at=tx.now,
        by_id=tx.actor.employee_id,
    )


def _follow(tx: Tx, order: WorkOrder) -> OrderState:
    # a job whose lines were all removed asks nothing of the customer any more
    asked = {line.job_id for line in order.lines if line.state not in DROPPED}
    if any(job.approval == Approval.PROPOSED and job.id in asked for job in order.jobs):
        return order.state
    agreed = any(job.approval == Approval.APPROVED for job in order.jobs)
    event = OrderEvent.APPROVE if agreed else OrderEvent.DECLINE
    if event in ORDER_FLOW[order.state]:
        return aggregate.step(tx, order, event)
    return order.state


def credited_labour(order: WorkOrder) -> list[tuple[Any, int]]:
    """Labour lines with what their technician is credited: also what the customer does not pay for."""
    return [
        (
            line,
            line.list_amount
            if aggregate.payer_of(order, line) != Payer.CUSTOMER
            else line.list_amount - line.discount_amount,
        )
        for line in aggregate.live_lines(order)
        if line.kind == ItemKind.LABOUR.value
    ]


def time_in_states(read: Read, order_id: uuid.UUID, *, now: datetime) -> dict[str, timedelta]:
    """How long the order stood in each state; the sum is its whole span from opening to ``now``."""
    table = OrderTransition.__table__
    rows = read.connection.execute(
        sa.select(table.c.to_state, table.c.at)
        .join(WorkOrder, WorkOrder.id == table.c.order_id)
        .where(table.c.order_id == order_id, WorkOrder.center_id == read.center_id)
        .order_by(table.c.id)
    ).all()
    spans: dict[str, timedelta] = {}
    for place, row in enumerate(rows):
        end = rows[place + 1].at if place + 1 < len(rows) else now
        spans[row.to_state] = spans.get(row.to_state, timedelta()) + (end - row.at)
    return spans
