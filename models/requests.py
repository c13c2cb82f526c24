"""Service requests: somebody asked for work and it is not known yet whether they will come.

States and what may follow what; who asked and their words stand here until a customer is known.
"""

import uuid
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    AmountOf,
    Base,
    Choice,
    Key,
    Retention,
    Versioned,
    ref,
    table_args,
)


class RequestState(StrEnum):
    """Where a request stands; the first three wait for somebody's next step."""

    NEW = "new"
    CONTACTED = "contacted"
    QUOTED = "quoted"
    BOOKED = "booked"
    LOST = "lost"


class RequestEvent(StrEnum):
    """What can happen to a request; a contact with somebody who was told a price leaves them told."""

    CONTACT = "contact"
    QUOTE = "quote"
    BOOK = "book"
    LOSE = "lose"
    REOPEN = "reopen"


class RequestSource(StrEnum):
    """How a request came: a closed list, so that conversion can be counted by it."""

    PHONE = "phone"
    WEB = "web"
    WALK_IN = "walk_in"
    OWNER = "owner"
    MESSENGER = "messenger"


class LossReason(StrEnum):
    """Why nothing came of a request: a closed list; OTHER needs words."""

    PRICE = "price"
    TIME = "time"
    ELSEWHERE = "elsewhere"
    NO_ANSWER = "no_answer"
    NOT_OURS = "not_ours"
    OTHER = "other"


_S = RequestState
_E = RequestEvent
_ON = {_E.QUOTE: _S.QUOTED, _E.BOOK: _S.BOOKED, _E.LOSE: _S.LOST}

REQUEST_FLOW: dict[RequestState, dict[RequestEvent, RequestState]] = {
    _S.NEW: {_E.CONTACT: _S.CONTACTED, **_ON},
    _S.CONTACTED: {_E.CONTACT: _S.CONTACTED, **_ON},
    _S.QUOTED: {_E.CONTACT: _S.QUOTED, **_ON},
    _S.BOOKED: {_E.REOPEN: _S.CONTACTED},
    _S.LOST: {_E.REOPEN: _S.CONTACTED},
}
"""What may follow what; an event that is not here raises."""

OPEN = frozenset({_S.NEW, _S.CONTACTED, _S.QUOTED})
"""Somebody still has to do something: these always have a time when they are due."""


class ServiceRequest(Versioned, Base):
    """Somebody asked for work. ``wish`` is when it suits them, as typed; a price told keeps its words."""

    __tablename__ = "service_request"
    __table_args__ = table_args(
        sa.Index("ix_service_request_center_id_state_due_at", "center_id", "state", "due_at"),
        sa.Index("ix_service_request_center_id_made_at", "center_id", "made_at"),
        sa.Index("ix_service_request_contact_phone", "contact_phone"),
        sa.Index("ix_service_request_customer_id", "customer_id"),
        sa.Index("ix_service_request_appointment_id", "appointment_id"),
        sa.CheckConstraint("state IN ('booked', 'lost') OR due_at IS NOT NULL", name="due"),
        sa.CheckConstraint("state <> 'booked' OR appointment_id IS NOT NULL", name="booked"),
        sa.CheckConstraint("state <> 'lost' OR loss_reason IS NOT NULL", name="lost"),
        sa.CheckConstraint("state <> 'quoted' OR quoted_amount > 0", name="quoted"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    state: Mapped[RequestState] = mapped_column(Choice(RequestState))
    source: Mapped[RequestSource] = mapped_column(Choice(RequestSource))
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    vehicle_id: Mapped[uuid.UUID | None] = ref("vehicle")
    contact_name: Mapped[str | None] = mapped_column(info={"secret": True})
    contact_phone: Mapped[str | None] = mapped_column(info={"secret": True})
    consent_at: Mapped[datetime | None]
    plate: Mapped[str | None]
    car: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="", info={"secret": True})
    wish: Mapped[str] = mapped_column(default="")
    owner_id: Mapped[uuid.UUID] = ref("employee")
    due_at: Mapped[datetime | None]
    quoted_amount: Mapped[AmountOf | None]
    quoted_currency: Mapped[str | None]
    quoted_words: Mapped[str | None]
    appointment_id: Mapped[uuid.UUID | None] = ref("appointment")
    loss_reason: Mapped[LossReason | None] = mapped_column(Choice(LossReason))
    loss_note: Mapped[str | None] = mapped_column(info={"secret": True})
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")
    ended_at: Mapped[datetime | None]


class ServiceRequestStep(Base):
    """One step of a request's story; only its note may go, when the person it tells of is erased."""

    __tablename__ = "service_request_step"
    __table_args__ = table_args(
        sa.Index("ix_service_request_step_request_id", "request_id"), retention=Retention.PERSON
    )

    id: Mapped[Key]
    request_id: Mapped[uuid.UUID] = ref("service_request")
    event: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    owner_id: Mapped[uuid.UUID] = ref("employee")
    due_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    amount: Mapped[AmountOf | None]
    note: Mapped[str | None] = mapped_column(info={"secret": True})
