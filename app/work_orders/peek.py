"""An order at a glance, beside the list: whose car, what is done, what comes next, what happened last."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from app.kernel.tx import Read
from app.work_orders.reads import JobRow, LineRow, OrderCard, get_order
from models.access import Employee
from models.catalog import ItemKind
from models.centers import Center, Policy
from models.money import Money
from models.order_flow import DROPPED, Approval, LineState, OrderEvent, OrderState
from models.vehicles import Vehicle
from models.work_orders import OrderTransition

_LATEST: Final = 3
_S, _E = OrderState, OrderEvent


class JobStage(StrEnum):
    """How far a job is."""

    ASKED = "asked"
    DECLINED = "declined"
    OPEN = "open"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PeekJob:
    """A job of the order in a line."""

    id: uuid.UUID
    name: str
    stage: JobStage
    total: Money


@dataclass(frozen=True, slots=True)
class PeekStep:
    """Something that happened to the order, and the first name of who did it."""

    event: str
    to_state: OrderState
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class OrderPeek:
    """What the preview shows. ``done_hours`` of ``all_hours`` of labour; ``next`` is the step that comes next."""

    card: OrderCard
    made_year: int | None
    advisor: str
    technician: str | None
    jobs: tuple[PeekJob, ...]
    done_hours: Decimal
    all_hours: Decimal
    latest: tuple[PeekStep, ...]
    next: OrderEvent | None


def next_step(state: OrderState, policy: Policy) -> OrderEvent | None:
    """The step that an order usually takes next, by the rules of the center; None at the end of its way."""
    usual: dict[OrderState, OrderEvent] = {
        _S.DRAFT: _E.CHECK_IN,
        _S.AWAITING_VEHICLE: _E.CHECK_IN,
        _S.CHECKED_IN: _E.PROPOSE if policy.uses_approval else _E.START,
        _S.AWAITING_APPROVAL: _E.APPROVE,
        _S.APPROVED: _E.ASSIGN if policy.uses_assignment else _E.START,
        _S.ASSIGNED: _E.START,
        _S.IN_PROGRESS: _E.CHECK_QUALITY if policy.uses_quality_check else _E.COMPLETE,
        _S.QUALITY_CHECK: _E.PASS,
        _S.READY: _E.COMPLETE,
        _S.COMPLETED: _E.DELIVER,
        _S.PARTS_PENDING: _E.RESUME,
        _S.ON_HOLD: _E.RESUME,
        _S.DECLINED: _E.PROPOSE,
        _S.NO_RESPONSE: _E.PROPOSE,
    }
    return usual.get(state)


def peek_order(read: Read, order_id: uuid.UUID) -> OrderPeek:
    """The order at a glance; NotFoundError for another center's."""
    card = get_order(read, order_id)
    policy = Policy.from_json(
        read.connection.execute(
            sa.select(Center.policy).where(Center.id == read.center_id)
        ).scalar_one()
    )
    people = {
        row.id: row.name
        for row in read.connection.execute(
            sa.select(Employee.id, Employee.name).where(
                Employee.id.in_({card.advisor_id, card.technician_id} - {None})
            )
        )
    }
    labour = [line for line in _live(card.lines) if line.kind == ItemKind.LABOUR]
    done = [line for line in labour if line.state == LineState.DONE]
    return OrderPeek(
        card=card,
        made_year=read.connection.execute(
            sa.select(Vehicle.made_year).where(Vehicle.id == card.vehicle_id)
        ).scalar(),
        advisor=people.get(card.advisor_id, ""),
        technician=people.get(card.technician_id) if card.technician_id else None,
        jobs=tuple(PeekJob(job.id, job.name, _stage(job, card), job.total) for job in card.jobs),
        done_hours=sum((line.qty for line in done), Decimal(0)),
        all_hours=sum((line.qty for line in labour), Decimal(0)),
        latest=_latest(read, order_id),
        next=next_step(card.state, policy),
    )


def _live(lines: Iterable[LineRow]) -> list[LineRow]:
    return [line for line in lines if line.state not in DROPPED]


def _stage(job: JobRow, card: OrderCard) -> JobStage:
    if job.approval == Approval.DECLINED:
        return JobStage.DECLINED
    lines = [line for line in _live(card.lines) if line.job_id == job.id]
    labour = [line for line in lines if line.kind == ItemKind.LABOUR] or lines
    over = {LineState.DONE, LineState.INSTALLED, LineState.ISSUED}
    if labour and all(line.state in over for line in labour):
        return JobStage.DONE
    if any(line.state == LineState.IN_PROGRESS or line.state in over for line in labour):
        return JobStage.UNDER_WAY
    return JobStage.ASKED if job.approval == Approval.PROPOSED else JobStage.OPEN


def _latest(read: Read, order_id: uuid.UUID) -> tuple[PeekStep, ...]:
    rows = read.connection.execute(
        sa.select(
            OrderTransition.event,
            OrderTransition.to_state,
            OrderTransition.at,
            Employee.name,
        )
        .join(Employee, Employee.id == OrderTransition.by_id)
        .where(OrderTransition.order_id == order_id)
        .order_by(OrderTransition.id.desc())
        .limit(_LATEST)
    )
    return tuple(PeekStep(r.event, OrderState(r.to_state), r.at, r.name) for r in rows)
