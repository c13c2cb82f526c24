"""Why a record has not left: every retained envelope can say it."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    Reason,
    Sentence,
    UserError,
    say,
)
from app.kernel.tx import Read
from models.ledger import OutboxEnvelope, OutboxState, SyncState
from models.passports import (
    LinkState,
    VehicleLink,
)
from models.work_orders import WorkOrder
from sync.wire.names import Kind


class Waiting(StrEnum):
    """Why a record has not left: every retained record can say it."""

    READY = "ready"
    NOT_PAIRED = "not_paired"
    NOT_ASKED = "not_asked"
    AWAITING_OWNER = "awaiting_owner"
    DECLINED = "declined"
    REVOKED = "revoked"
    EXPIRED = "expired"
    NO_PRICES = "no_prices"
    BEHIND = "behind"
    BACKING_OFF = "backing_off"
    NEEDS_ATTENTION = "needs_attention"
    DELIVERED = "delivered"


WAITING_TEXT: dict[Waiting, Sentence] = {
    Waiting.READY: say(QT_TRANSLATE_NOOP("passports", "Leaves with the next exchange.")),
    Waiting.NOT_PAIRED: say(
        QT_TRANSLATE_NOOP("passports", "This shop is not paired with a server yet.")
    ),
    Waiting.NOT_ASKED: say(
        QT_TRANSLATE_NOOP("passports", "The owner has not been asked: request the link.")
    ),
    Waiting.AWAITING_OWNER: say(
        QT_TRANSLATE_NOOP("passports", "Waits for the owner to approve the link.")
    ),
    Waiting.DECLINED: say(
        QT_TRANSLATE_NOOP("passports", "The owner declined the link: it stays in the shop.")
    ),
    Waiting.REVOKED: say(
        QT_TRANSLATE_NOOP("passports", "The owner revoked the link: it stays in the shop.")
    ),
    Waiting.EXPIRED: say(
        QT_TRANSLATE_NOOP("passports", "The request ended without an answer: ask again.")
    ),
    Waiting.NO_PRICES: say(
        QT_TRANSLATE_NOOP("passports", "The owner's permission does not open prices.")
    ),
    Waiting.BEHIND: say(
        QT_TRANSLATE_NOOP("passports", "Waits behind an earlier record of the same car.")
    ),
    Waiting.BACKING_OFF: say(
        QT_TRANSLATE_NOOP("passports", "The server did not answer: tried again by itself.")
    ),
    Waiting.NEEDS_ATTENTION: say(
        QT_TRANSLATE_NOOP("passports", "The server refused it: see the reason.")
    ),
    Waiting.DELIVERED: say(QT_TRANSLATE_NOOP("passports", "The server has it.")),
}
"""The sentence of each reason."""


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An envelope and why it is where it is."""

    id: uuid.UUID
    kind: str
    subject_id: uuid.UUID
    subject_seq: int
    vehicle_id: uuid.UUID | None
    made_at: datetime
    waiting: Waiting
    verdict_code: str | None
    verdict_reason: str | None
    tries: int
    next_try_at: datetime | None


_LONGEST_PAUSE = timedelta(days=1)
"""No server asks for more: what is further away was written by a clock that was wrong."""

_NEWEST_LINK = (
    sa.select(
        VehicleLink.vehicle_id,
        VehicleLink.state,
        VehicleLink.scope,
        sa.func.row_number()
        .over(partition_by=VehicleLink.vehicle_id, order_by=VehicleLink.id.desc())
        .label("place"),
    )
    .where(VehicleLink.center_id == sa.bindparam("center"))
    .subquery()
)
_ENVELOPES = sa.select(
    OutboxEnvelope.id,
    OutboxEnvelope.kind,
    OutboxEnvelope.subject_id,
    OutboxEnvelope.subject_seq,
    OutboxEnvelope.gate_vehicle_id,
    OutboxEnvelope.needs_prices,
    OutboxEnvelope.made_at,
    OutboxEnvelope.state,
    OutboxEnvelope.verdict_code,
    OutboxEnvelope.verdict_reason,
    OutboxEnvelope.tries,
    OutboxEnvelope.next_try_at,
    _NEWEST_LINK.c.state.label("link_state"),
    _NEWEST_LINK.c.scope.label("link_scope"),
).outerjoin(
    _NEWEST_LINK,
    sa.and_(_NEWEST_LINK.c.vehicle_id == OutboxEnvelope.gate_vehicle_id, _NEWEST_LINK.c.place == 1),
)

_BY_LINK = {
    None: Waiting.NOT_ASKED,
    LinkState.REQUESTED: Waiting.AWAITING_OWNER,
    LinkState.DECLINED: Waiting.DECLINED,
    LinkState.REVOKED: Waiting.REVOKED,
    LinkState.EXPIRED: Waiting.EXPIRED,
}


def list_waiting(
    read: Read,
    *,
    now: datetime,
    delivered: bool = False,
    vehicle_id: uuid.UUID | None = None,
    limit: int = 5000,
) -> list[WaitingRow]:
    """Envelopes in order with the reason each one waits; also those delivered when asked for."""
    query = _ENVELOPES.where(OutboxEnvelope.center_id == sa.bindparam("center"))
    # what was replaced before it left waits for nothing
    query = query.where(OutboxEnvelope.state != OutboxState.SUPERSEDED)
    if not delivered:
        query = query.where(OutboxEnvelope.state != OutboxState.DELIVERED)
    if vehicle_id:
        query = query.where(OutboxEnvelope.gate_vehicle_id == vehicle_id)
    rows = read.connection.execute(
        query.order_by(OutboxEnvelope.id).limit(limit), {"center": read.center_id}
    ).all()
    paired = read.connection.execute(
        sa.select(SyncState.paired_at).where(SyncState.center_id == read.center_id)
    ).scalar()
    held: set[uuid.UUID] = set()
    result = []
    for row in rows:
        why = _why(row, paired=paired is not None, now=now, held=held)
        if why in {Waiting.NEEDS_ATTENTION, Waiting.BACKING_OFF}:
            held.add(row.subject_id)
        result.append(
            WaitingRow(
                row.id,
                row.kind,
                row.subject_id,
                row.subject_seq,
                row.gate_vehicle_id,
                row.made_at,
                why,
                row.verdict_code,
                row.verdict_reason,
                row.tries,
                row.next_try_at,
            )
        )
    return result


def _gate(row: sa.Row[*tuple[Any, ...]]) -> Waiting | None:
    """What the owner's word holds back; None when it lets the envelope go."""
    if row.gate_vehicle_id is None:
        return None
    if row.link_state != LinkState.APPROVED:
        return _BY_LINK[row.link_state]
    if row.needs_prices and "prices" not in row.link_scope:
        return Waiting.NO_PRICES
    return None


def _why(
    row: sa.Row[*tuple[Any, ...]], *, paired: bool, now: datetime, held: set[uuid.UUID]
) -> Waiting:
    if row.state == OutboxState.DELIVERED:
        return Waiting.DELIVERED
    if row.state == OutboxState.NEEDS_ATTENTION:
        return Waiting.NEEDS_ATTENTION
    gate = _gate(row)
    if gate is not None:
        return gate
    if row.subject_id in held:
        return Waiting.BEHIND
    if row.next_try_at is not None and now < row.next_try_at <= now + _LONGEST_PAUSE:
        return Waiting.BACKING_OFF
    return Waiting.READY if paired else Waiting.NOT_PAIRED


def order_sync_state(read: Read, order_id: uuid.UUID, *, now: datetime) -> Waiting | None:
    """Where the passport record of a completed order is; None while there is none."""
    vehicle_id = read.connection.execute(
        sa.select(WorkOrder.vehicle_id).where(
            WorkOrder.id == order_id, WorkOrder.center_id == read.center_id
        )
    ).scalar()
    if vehicle_id is None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("passports", "There is no such work order.")),
            reason=Reason.NOT_FOUND,
        )
    marker = f'"work_order_id":"{order_id}"'
    body = read.connection.execute(
        sa.select(OutboxEnvelope.id).where(
            OutboxEnvelope.gate_vehicle_id == vehicle_id,
            OutboxEnvelope.kind == Kind.COMPLETED_WORK_ORDER.value,
            OutboxEnvelope.body.contains(marker, autoescape=True),
        )
    ).scalar()
    if body is None:
        return None
    rows = list_waiting(read, now=now, delivered=True, vehicle_id=vehicle_id)
    return next((row.waiting for row in rows if row.id == body), None)
