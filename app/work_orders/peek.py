"""An order at a glance, beside the list: whose car, what is done, what happened last."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from app.kernel.tx import Read
from app.work_orders.reads import JobRow, LineRow, OrderCard
from app.work_orders.sheet import OrderSheet, get_sheet
from models.access import Employee
from models.catalog import ItemKind
from models.money import Money
from models.order_flow import DROPPED, Approval, LineState, OrderState
from models.work_orders import OrderTransition

_LATEST: Final = 3


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
    """What the preview shows: the sheet of the order, and ``done_hours`` of ``all_hours`` of labour."""

    sheet: OrderSheet
    jobs: tuple[PeekJob, ...]
    done_hours: Decimal
    all_hours: Decimal
    latest: tuple[PeekStep, ...]


def peek_order(read: Read, order_id: uuid.UUID) -> OrderPeek:
    """The order at a glance; NotFoundError for another center's."""
    sheet = get_sheet(read, order_id)
    card = sheet.card
    labour = [line for line in _live(card.lines) if line.kind == ItemKind.LABOUR]
    done = [line for line in labour if line.state == LineState.DONE]
    return OrderPeek(
        sheet=sheet,
        jobs=tuple(PeekJob(job.id, job.name, _stage(job, card), job.total) for job in card.jobs),
        done_hours=sum((line.qty for line in done), Decimal(0)),
        all_hours=sum((line.qty for line in labour), Decimal(0)),
        latest=_latest(read, order_id),
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
