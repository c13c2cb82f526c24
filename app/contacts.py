"""The queue of messages to customers. Making a message never waits for a channel."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError
from app.kernel.merging import whole
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.contacts import Call, CallOutcome, Notification, NotificationState
from models.customers import Customer
from models.vehicles import Vehicle


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


# talks
@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCall:
    """A talk with a customer: what about, how it ended, what was said, when to call again."""

    customer_id: uuid.UUID
    outcome: str
    about: str = "other"
    vehicle_id: uuid.UUID | None = None
    words: str | None = None
    again_on: date | None = None


@action(
    "contacts.note_call",
    permission=Permission.CUSTOMERS_EDIT,
    label=QT_TRANSLATE_NOOP("contacts", "Note a call"),
)
def note_call(tx: Tx, command: NoteCall) -> uuid.UUID:
    """Keep a talk; the words stand in no audit entry."""
    customer = tx.load(Customer, command.customer_id)
    if customer.erased_at is not None:
        raise FinalError("customer")
    if command.vehicle_id is not None:
        tx.load(Vehicle, command.vehicle_id)
    typed = Typed()
    if command.outcome not in set(CallOutcome):
        typed.wrong("outcome", QT_TRANSLATE_NOOP("contacts", "How did the call end?"))
    about = typed.needed("about", command.about, limit=100)
    words = typed.text("words", command.words, limit=2000)
    if command.again_on is not None and command.again_on < tx.today:
        typed.wrong("again_on", QT_TRANSLATE_NOOP("contacts", "This day is over."))
    typed.finish()
    tx.about("customer", customer.id)
    made = tx.add(
        Call(
            center_id=tx.actor.center_id,
            customer_id=customer.id,
            vehicle_id=command.vehicle_id,
            about=about,
            outcome=command.outcome,
            words=words,
            again_on=command.again_on,
            at=tx.now,
            by_id=tx.actor.employee_id,
        )
    )
    return made.id


@dataclass(frozen=True, slots=True)
class CallRow:
    """A talk as a list shows it."""

    id: uuid.UUID
    about: str
    outcome: str
    words: str | None
    again_on: date | None
    at: datetime
    by: str


def list_calls(read: Read, customer_id: uuid.UUID, *, limit: int = 50) -> tuple[CallRow, ...]:
    """Talks with a customer, the newest first."""
    rows = read.connection.execute(
        sa.select(
            Call.id, Call.about, Call.outcome, Call.words, Call.again_on, Call.at, Employee.name
        )
        .join(Employee, Employee.id == Call.by_id)
        .where(whole(Call.customer_id, Customer, customer_id), Call.center_id == read.center_id)
        .order_by(Call.id.desc())
        .limit(limit)
    )
    return tuple(CallRow(*row) for row in rows)
