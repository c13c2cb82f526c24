"""The order as one thing: loading it whole, its totals, its steps, its history."""

import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy import inspect
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from app import inventory
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    FinalError,
    Reason,
    TransitionNotAllowedError,
    UserError,
    say,
)
from app.kernel.tx import Tx
from models.access import Employee
from models.catalog import ItemKind
from models.customers import Customer
from models.order_flow import (
    DROPPED,
    FINAL,
    ORDER_FLOW,
    Approval,
    LineState,
    OrderEvent,
    OrderState,
    Payer,
)
from models.tax import Group, Rounding, TaxLine, TaxRefused, TaxRegime, TaxTotals, compute
from models.work_orders import Concern, Job, JobDecision, OrderLine, OrderTransition, WorkOrder

FEE = "fee"
_LINE_SUMS = ("list_amount", "discount_amount", "net_amount", "tax_amount", "total_amount")
_ORDER_SUMS = ("net_amount", "discount_amount", "tax_amount", "round_off_amount", "total_amount")
_PARTS: tuple[tuple[str, sa.Select[Any]], ...] = tuple(
    (name, sa.select(part).where(part.order_id == sa.bindparam("order")).order_by(part.sort))
    for name, part in (("jobs", Job), ("lines", OrderLine), ("concerns", Concern))
)


def load(tx: Tx, order_id: uuid.UUID, version: int | None = None) -> WorkOrder:
    """The whole order, locked; ChangedError when ``version`` is not today's."""
    order = tx.load(WorkOrder, order_id, version=version, lock=True)
    fill(tx.session, order)
    tx.about("work_order", order.id)
    return order


def fill(session: Session, order: WorkOrder) -> None:
    """Read the order's jobs, lines and concerns, as they stand in the database."""
    # one plain statement each: the order is one, there is nothing to match rows to
    for name, statement in _PARTS:
        rows = session.scalars(
            statement, {"order": order.id}, execution_options={"populate_existing": True}
        )
        set_committed_value(order, name, list(rows))


def editable(tx: Tx, order_id: uuid.UUID, version: int | None = None) -> WorkOrder:
    """The whole order, locked, when its content may still change; FinalError otherwise."""
    order = load(tx, order_id)
    if order.state in FINAL:
        raise FinalError("work_order")
    if version is not None and order.version != version:
        raise tx.changed("work_order", order.id, version, order.version)
    return order


def touch(order: WorkOrder) -> None:
    """Raise the order's version when only its parts changed, so that the other desk is told."""
    state = inspect(order)
    if state.persistent and "version" not in state.committed_state:
        order.version += 1


def refuse_strangers(
    tx: Tx, *, customers: Iterable[uuid.UUID | None] = (), staff: Iterable[uuid.UUID | None] = ()
) -> None:
    """NotFoundError when one of these people is not of the actor's center."""
    for key in customers:
        if key is not None:
            tx.load(Customer, key)
    for key in staff:
        if key is not None:
            tx.load(Employee, key)


def line_of(order: WorkOrder, line_id: uuid.UUID) -> OrderLine:
    """The order's line of that id."""
    for line in order.lines:
        if line.id == line_id:
            return line
    raise UserError(
        say(QT_TRANSLATE_NOOP("work_orders", "This line is not on the order any more.")),
        reason=Reason.NOT_FOUND,
    )


def job_of(order: WorkOrder, job_id: uuid.UUID) -> Job:
    """The order's job of that id."""
    for job in order.jobs:
        if job.id == job_id:
            return job
    raise UserError(
        say(QT_TRANSLATE_NOOP("work_orders", "This job is not on the order any more.")),
        reason=Reason.NOT_FOUND,
    )


def group_of(kind: str) -> Group:
    """The tax group of a line's kind."""
    if kind == ItemKind.LABOUR.value:
        return "labour"
    return "fee" if kind == FEE else "part"


def payer_of(order: WorkOrder, line: OrderLine) -> Payer:
    """Who pays the line: its own payer, else its job's."""
    own = line.payer
    return own if own != Payer.CUSTOMER else job_of(order, line.job_id).payer


def live_lines(order: WorkOrder) -> list[OrderLine]:
    """Lines that are sold: not dropped, not of a declined job, not the customer's own parts."""
    declined = {job.id for job in order.jobs if job.approval == Approval.DECLINED}
    return [
        line
        for line in order.lines
        if line.state not in DROPPED
        and (not declined or line.job_id not in declined)
        and not line.is_customers_own
    ]


def totals(regime: TaxRegime, order: WorkOrder, lines: list[OrderLine]) -> TaxTotals:
    """Tax and sums of what the customer pays among ``lines``; fees of the regime come back as extra lines.

    What somebody else pays stands among them at nothing, so that the paper names its tax (НК РФ, ст. 168).
    """
    paid = {line.id: payer_of(order, line) == Payer.CUSTOMER for line in lines}
    wanted = [
        TaxLine(
            key=str(line.id),
            group=group_of(line.kind),
            quantity=line.qty,
            unit_price_amount=line.price_amount if paid[line.id] else 0,
            discount_percent=line.discount_percent if paid[line.id] else Decimal(0),
            discount_amount=line.off_amount if paid[line.id] else 0,
            tax_code=line.tax_code,
        )
        for line in lines
        if line.kind != FEE
    ]
    try:
        return compute(regime, wanted, order.supplied_on, order.place_of_supply)
    except TaxRefused as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "work_orders", "The tax of this order cannot be calculated: {why}"
                ),
                why=str(error),
            ),
            details={"where": str(error)},
        ) from error


def reprice(tx: Tx, order: WorkOrder) -> TaxTotals:
    """Calculate the order anew: lines, jobs, fees and totals; a changed price takes its job's approval back."""
    lines = live_lines(order)
    sums = totals(tx.regime, order, lines)
    free = {str(line.id) for line in lines if payer_of(order, line) != Payer.CUSTOMER}
    by_key = {line.key: line for line in sums.lines if line.key not in free}
    _set_fees(tx, order, sums)
    of_jobs = {job.id: 0 for job in order.jobs}
    for line in order.lines:
        is_fee = line.kind == FEE
        found = by_key.get(f"fee:{line.code}" if is_fee else str(line.id))
        if found is not None:
            _set(line, **{name: getattr(found, name) for name in _LINE_SUMS})
        else:
            _zero(line)
        if not is_fee:
            of_jobs[line.job_id] += line.total_amount
    proposed = 0
    for job in order.jobs:
        _set(job, total_amount=of_jobs[job.id])
        if job.approval == Approval.APPROVED and _is_repriced(tx.regime, order, job):
            withdraw(tx, order, job)
        if job.approval == Approval.PROPOSED:
            proposed += job.total_amount
    _set(order, **{name: getattr(sums, name) for name in _ORDER_SUMS}, proposed_amount=proposed)
    return sums


def _set(entity: WorkOrder | Job | OrderLine, **values: int) -> None:
    """Assign what is another number: an equal one would make the session look at the row once more."""
    for name, value in values.items():
        if getattr(entity, name) != value:
            setattr(entity, name, value)


def _is_repriced(regime: TaxRegime, order: WorkOrder, job: Job) -> bool:
    """Whether the job costs something else than what was agreed to.

    Tax that is rounded for the document as a whole may lie a minor unit more or less on a line when another
    job comes or goes: that is no change of this job's price.
    """
    slack = 0
    if regime.rounding is not Rounding.LINE:
        slack = sum(line.job_id == job.id for line in order.lines)
    return job.approved_amount is None or abs(job.approved_amount - job.total_amount) > slack


def _zero(line: OrderLine) -> None:
    """Not paid by the customer: the list price stays to be seen, everything the customer owes is nothing."""
    listed = 0
    if not line.is_customers_own and line.kind != FEE:
        listed = int((line.qty * line.price_amount).to_integral_value("ROUND_HALF_UP"))
    _set(
        line,
        list_amount=listed,
        discount_amount=listed,
        net_amount=0,
        tax_amount=0,
        total_amount=0,
    )


def _set_fees(tx: Tx, order: WorkOrder, sums: TaxTotals) -> None:
    wanted = {
        line.key.removeprefix("fee:"): line for line in sums.lines if line.key.startswith("fee:")
    }
    names = {fee.code: fee.name for fee in tx.regime.fees}
    for line in order.lines:
        if line.kind != FEE:
            continue
        found = wanted.pop(line.code, None)
        line.state = LineState.DONE if found else LineState.CANCELLED
        if found:
            line.price_amount = found.list_amount
    for code, found in wanted.items():
        if not order.jobs:
            return
        line = new_line(
            tx,
            order,
            order.jobs[-1],
            kind=FEE,
            code=code,
            name=names[code],
            unit="pc",
            qty=Decimal(1),
            price_amount=found.list_amount,
            tax_code=found.tax_code,
        )
        line.state = LineState.DONE
        line.sort = 1_000_000


def new_line(tx: Tx, order: WorkOrder, job: Job, **values: object) -> OrderLine:
    """Put a new line at the end of a job; every column has its value, so that reads before the flush are right."""
    kind = str(values["kind"])
    blank: dict[str, object] = {
        "item_id": None,
        "product_id": None,
        "maker": "",
        "price_why": {},
        "discount_percent": Decimal(0),
        "off_amount": 0,
        "hsn_sac": None,
        "state": LineState.OPEN if kind == ItemKind.LABOUR.value else LineState.NEEDED,
        "payer": Payer.CUSTOMER,
        "is_customers_own": False,
        "technician_id": None,
        "location_id": None,
        "reserved_qty": Decimal(0),
        "issued_qty": Decimal(0),
        "issued_amount": 0,
        "serial": None,
        "next_service_km": None,
        "next_service_months": None,
        "warranty_km": None,
        "warranty_months": None,
        "list_amount": 0,
        "discount_amount": 0,
        "net_amount": 0,
        "tax_amount": 0,
        "total_amount": 0,
        "cost_amount": None,
        "credit_amount": None,
        "is_sealed": False,
    }
    sort = max((line.sort for line in order.lines if line.kind != FEE), default=0) + 1
    line = OrderLine(**{**blank, **values}, sort=sort, order_id=order.id, job_id=job.id)
    tx.add(line)
    order.lines.append(line)
    return line


def step(
    tx: Tx,
    order: WorkOrder,
    event: OrderEvent,
    *,
    reason: str | None = None,
    note: str | None = None,
) -> OrderState:
    """Take one step of the table and write it into the history; TransitionNotAllowedError when there is none."""
    allowed = ORDER_FLOW[order.state]
    if event not in allowed:
        raise TransitionNotAllowedError(order.state.value, event.value, [e.value for e in allowed])
    before = order.state
    following = allowed[event] or order.held_from
    if following is None:
        raise TransitionNotAllowedError(before.value, event.value, [])
    if event in {OrderEvent.HOLD, OrderEvent.WAIT_FOR_PARTS} and before != OrderState.PARTS_PENDING:
        order.held_from = before
    if event == OrderEvent.RESUME:
        order.held_from = None
        order.hold_reason = None
        order.hold_until_at = None
    order.state = following
    tx.append(
        OrderTransition,
        order_id=order.id,
        event=event.value,
        from_state=before.value,
        to_state=following.value,
        at=tx.now,
        by_id=tx.actor.employee_id,
        reason=reason,
        note=note,
    )
    return following


def withdraw(tx: Tx, order: WorkOrder, job: Job) -> None:
    """The price changed after the customer agreed: the consent no longer covers it."""
    tx.append(
        JobDecision,
        job_id=job.id,
        order_id=order.id,
        decision="withdrawn",
        method="price_changed",
        customer_id=None,
        contact_mask=None,
        note=None,
        amount=job.total_amount,
        at=tx.now,
        by_id=tx.actor.employee_id,
    )
    job.approval = Approval.PROPOSED
    job.approved_amount = None


def release_line(tx: Tx, line: OrderLine) -> None:
    """Give the line's reserved goods free."""
    if line.reserved_qty:
        inventory.release(tx, line_id=line.id)
        line.reserved_qty = Decimal(0)
