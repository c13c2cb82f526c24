"""Tables of the kernel: numbers, audit chain, outbox and inbox of sync, search rows, the shop's identity."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Choice,
    Folded,
    Json,
    Key,
    Retention,
    Whole,
    partial_index,
    ref,
    table_args,
)


class NumberSequence(Base):
    """The last number drawn of a series in a period; drawn inside the transaction that uses it."""

    __tablename__ = "number_sequence"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "series", "period"), retention=Retention.BOOKS
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    series: Mapped[str]
    period: Mapped[str]
    value: Mapped[int]


class AuditEntry(Base):
    """One entry for each use case that changed something, chained by SHA-256 within the center."""

    __tablename__ = "audit_entry"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "seq"),
        sa.Index("ix_audit_entry_subject_id_seq", "subject_id", "seq"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    seq: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[uuid.UUID] = ref("employee")
    workstation: Mapped[str]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[uuid.UUID | None]
    changes: Mapped[str]
    prev_hash: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The last link of a center's chain: locked last of all."""

    __tablename__ = "audit_head"
    __table_args__ = table_args(sa.UniqueConstraint("center_id"), retention=Retention.BOOKS)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    seq: Mapped[int]
    hash: Mapped[str]


class OutboxState(StrEnum):
    """Whether the server has it; why it waits is derived (``app.kernel.outbox.waiting``)."""

    PENDING = "pending"
    DELIVERED = "delivered"
    NEEDS_ATTENTION = "needs_attention"
    # a later fact of its kind replaced it before it left (free time of yesterday interests nobody), or the server
    # knows of nobody who waits for it
    SUPERSEDED = "superseded"


class OutboxEnvelope(Base):
    """A fact to be told to the server. Its content is final; only how its delivery goes may change."""

    __tablename__ = "outbox_envelope"
    __table_args__ = table_args(
        sa.UniqueConstraint("subject_id", "subject_seq"),
        partial_index(
            "ix_outbox_envelope_pending",
            "center_id",
            "id",
            where="state <> 'delivered'",
        ),
        sa.Index("ix_outbox_envelope_gate_vehicle_id", "gate_vehicle_id"),
        retention=Retention.TRANSPORT,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    schema_version: Mapped[str]
    subject_id: Mapped[uuid.UUID]
    subject_seq: Mapped[int]
    gate_vehicle_id: Mapped[uuid.UUID | None] = ref("vehicle")
    made_at: Mapped[datetime]
    needs_prices: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str]
    sha256: Mapped[str]
    state: Mapped[OutboxState] = mapped_column(Choice(OutboxState), default=OutboxState.PENDING)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    verdict: Mapped[str | None]
    verdict_code: Mapped[str | None]
    verdict_reason: Mapped[str | None]


class OutboxSubject(Base):
    """The last per-subject sequence drawn."""

    __tablename__ = "outbox_subject"
    __table_args__ = table_args(retention=Retention.TRANSPORT)

    id: Mapped[Key]
    value: Mapped[int]


class SyncState(Base):
    """Where this shop stands with the server: no secret in here, the device token is in the secret store."""

    __tablename__ = "sync_state"
    __table_args__ = table_args(sa.UniqueConstraint("center_id"), retention=Retention.TRANSPORT)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    server_url: Mapped[str]
    device_id: Mapped[str | None]
    cursor: Mapped[str | None]
    paired_at: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]
    last_try_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    problem: Mapped[str | None]
    notices: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict)


class InboxChange(Base):
    """A change the server told us: applied once, or parked when this version does not know its kind."""

    __tablename__ = "inbox_change"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "change_id"), retention=Retention.TRANSPORT
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    change_id: Mapped[str]
    kind: Mapped[str]
    subject_id: Mapped[uuid.UUID | None]
    payload: Mapped[str]
    outcome: Mapped[str]
    note: Mapped[str | None]
    at: Mapped[datetime]


class SearchRow(Base):
    """One findable thing: its folded text, looked up by trigrams. The key is a number because FTS5 wants one."""

    __tablename__ = "search_row"
    __table_args__ = table_args(
        sa.UniqueConstraint("subject_id"),
        sa.Index("ix_search_row_folded", "folded"),
        retention=Retention.PERSON,
    )

    id: Mapped[int] = mapped_column(Whole(), primary_key=True, autoincrement=True)
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    subject_id: Mapped[uuid.UUID]
    folded: Mapped[str] = mapped_column(Folded())


class ShopIdentity(Base):
    """One row: which shop this database is; a secret store keeps its keys under this id."""

    __tablename__ = "shop_identity"
    __table_args__ = table_args(retention=Retention.SHOP)

    id: Mapped[Key]
    made_at: Mapped[datetime]
    last_opened_at: Mapped[datetime | None]
