"""The queue of messages to customers. Making a message never waits for a channel."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.kernel.tx import Read, Tx
from models.contacts import Notification, NotificationState


def queue(
    tx: Tx,
    *,
    customer_id: uuid.UUID,
    template: str,
    unique_key: str,
    order_id: uuid.UUID | None = None,
    params: dict[str, Any] | None = None,
) -> uuid.UUID:
    """Put one message into the queue; ``unique_key`` makes a second one for the same event impossible.

    ``params`` hold numbers and dates, never names or phones: those are looked up when it is sent.
    """
    return tx.append(
        Notification,
        center_id=tx.actor.center_id,
        customer_id=customer_id,
        order_id=order_id,
        template=template,
        params=params or {},
        unique_key=unique_key,
        state=NotificationState.QUEUED,
        made_at=tx.now,
    )


@dataclass(frozen=True, slots=True)
class NotificationRow:
    """A message as a list shows it."""

    id: uuid.UUID
    template: str
    state: NotificationState
    made_at: datetime
    order_id: uuid.UUID | None


def list_notifications(
    read: Read, *, customer_id: uuid.UUID | None = None, limit: int = 50
) -> list[NotificationRow]:
    """The newest messages, of one customer or of all."""
    table = Notification.__table__
    query = sa.select(table).where(table.c.center_id == read.center_id)
    if customer_id:
        query = query.where(table.c.customer_id == customer_id)
    rows = read.connection.execute(query.order_by(table.c.id.desc()).limit(limit))
    return [NotificationRow(r.id, r.template, r.state, r.made_at, r.order_id) for r in rows]
