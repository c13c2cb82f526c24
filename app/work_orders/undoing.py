"""Taking back what was just done to an order: a removed line stands again, an added job goes."""

import uuid
from dataclasses import dataclass

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    TransitionNotAllowedError,
    say,
)
from app.kernel.tx import Tx, action
from app.work_orders import aggregate
from models.access import Permission
from models.catalog import ItemKind
from models.order_flow import DROPPED, LineState
from models.passports import Recommendation, RecommendationState


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreLine:
    """A line that was removed by mistake."""

    order_id: uuid.UUID
    line_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.restore_line",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Put line back"),
)
def restore_line(tx: Tx, command: RestoreLine) -> uuid.UUID:
    """A removed line stands again as it was, from the beginning of its life; what was reserved is free."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    if line.state != LineState.CANCELLED or line.kind == aggregate.FEE:
        raise TransitionNotAllowedError(line.state.value, "restore", ())
    line.state = LineState.OPEN if line.kind == ItemKind.LABOUR.value else LineState.NEEDED
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveJob:
    """A job that is not wanted any more, with all its lines."""

    order_id: uuid.UUID
    job_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.remove_job",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Remove job"),
)
def remove_job(tx: Tx, command: RemoveJob) -> tuple[uuid.UUID, ...]:
    """Cancel every line of the job; returns those that were live. Issued goods must come back first.

    A recommendation that the job was made of is open again.
    """
    order = aggregate.editable(tx, command.order_id, command.version)
    job = aggregate.job_of(order, command.job_id)
    lines = [line for line in order.lines if line.job_id == job.id and line.kind != aggregate.FEE]
    issued = [line for line in lines if line.issued_qty]
    if issued:
        raise BlockedError(
            [
                Blocker(
                    "issued",
                    say(
                        QT_TRANSLATE_NOOP("work_orders", "“{name}” is issued: take it back first."),
                        name=line.name,
                    ),
                    str(line.id),
                )
                for line in issued
            ]
        )
    gone = [line for line in lines if line.state not in DROPPED]
    for line in gone:
        aggregate.release_line(tx, line)
        line.state = LineState.CANCELLED
    if job.recommendation_id is not None:
        _reopen(tx, job.recommendation_id)
        job.recommendation_id = None
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return tuple(line.id for line in gone)


def _reopen(tx: Tx, recommendation_id: uuid.UUID) -> None:
    old = tx.load(Recommendation, recommendation_id, lock=True)
    if old.state == RecommendationState.REVIVED:
        old.state = RecommendationState.OPEN
        old.closed_at = None
        old.closed_reason = None
