"""The queue of messages to customers: a channel that is down never blocks the desk."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, DateOn, Key, Retention, ref, table_args


class NotificationState(StrEnum):
    """Life of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    DELIVERED = "delivered"
    RETRY = "retry"
    DEAD = "dead"


NOTIFICATION_FLOW: dict[NotificationState, dict[str, NotificationState]] = {
    NotificationState.QUEUED: {"send": NotificationState.SENDING},
    NotificationState.SENDING: {
        "deliver": NotificationState.DELIVERED,
        "fail": NotificationState.RETRY,
        "give_up": NotificationState.DEAD,
    },
    NotificationState.RETRY: {"send": NotificationState.SENDING, "give_up": NotificationState.DEAD},
    NotificationState.DELIVERED: {},
    NotificationState.DEAD: {},
}


class CallOutcome(StrEnum):
    """How a talk with a customer ended."""

    REACHED = "reached"
    WILL_COME = "will_come"
    NO_ANSWER = "no_answer"
    CALL_BACK = "call_back"
    NOT_INTERESTED = "not_interested"
    WRONG_NUMBER = "wrong_number"


class Call(Base):
    """A talk with a customer, by telephone or across the desk: what about, how it ended, when to call again."""

    __tablename__ = "call"
    __table_args__ = table_args(
        sa.Index("ix_call_customer_id", "customer_id"),
        sa.Index("ix_call_vehicle_id", "vehicle_id"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    vehicle_id: Mapped[uuid.UUID | None] = ref("vehicle")
    about: Mapped[str]
    outcome: Mapped[str]
    words: Mapped[str | None] = mapped_column(info={"secret": True})
    again_on: Mapped[date | None] = mapped_column(DateOn())
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")


class Notification(Base):
    """One message to one person; the unique key makes a second one for the same event impossible."""

    __tablename__ = "notification"
    __table_args__ = table_args(
        sa.UniqueConstraint("unique_key"),
        sa.Index("ix_notification_state", "state"),
        sa.Index("ix_notification_customer_id", "customer_id"),
        retention=Retention.TRANSPORT,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    template: Mapped[str]
    params: Mapped[dict[str, Any]]
    unique_key: Mapped[str]
    state: Mapped[NotificationState] = mapped_column(Choice(NotificationState))
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    next_try_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    last_error: Mapped[str | None]
