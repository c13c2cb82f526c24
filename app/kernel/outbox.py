"""Envelopes: facts for the server, sealed in the transaction that makes them true."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from models.base import Id, new_id
from models.ledger import OutboxState
from sync.wire.names import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from sqlalchemy.engine import Connection

    from sync.wire.fields import Wire

_DRAW = sa.text(
    "INSERT INTO outbox_subject (id, value) VALUES (:id, :count) "
    "ON CONFLICT (id) DO UPDATE SET value = outbox_subject.value + excluded.value RETURNING value"
).bindparams(sa.bindparam("id", type_=Id()))


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact that waits for the end of the transaction to be sealed."""

    kind: Kind
    subject_id: uuid.UUID
    payload: "Wire"
    gate_vehicle_id: uuid.UUID | None


def seal(
    connection: "Connection",
    drafts: list[Draft],
    *,
    center_id: uuid.UUID,
    key: "Ed25519PrivateKey",
    now: "datetime",
) -> list[dict[str, Any]]:
    """Outbox rows of the drafts: numbered within their subject, hashed and signed."""
    # a desk that shows its first page has nothing to send yet
    from sync.wire.envelope import Envelope, Header  # noqa: PLC0415 - see above
    from sync.wire.fields import utc_text  # noqa: PLC0415 - as above
    from sync.wire.kinds import CURRENT, NEEDS_PRICES  # noqa: PLC0415 - as above

    rows = []
    wanted = Counter(draft.subject_id for draft in drafts)
    following: dict[uuid.UUID, Iterator[int]] = {}
    for subject, count in wanted.items():
        last = int(connection.execute(_DRAW, {"id": subject, "count": count}).scalar_one())
        following[subject] = iter(range(last - count + 1, last + 1))
    for draft in drafts:
        seq = next(following[draft.subject_id])
        header = Header(
            id=new_id(),
            kind=draft.kind.value,
            schema_version=CURRENT[draft.kind],
            center_id=center_id,
            subject_id=draft.subject_id,
            subject_seq=seq,
            made_at=utc_text(now),
            payload=draft.payload.plain(),
        )
        envelope, spelled = Envelope.seal_spelled(header, key)
        rows.append(
            {
                "id": envelope.id,
                "center_id": center_id,
                "kind": envelope.kind,
                "schema_version": envelope.schema_version,
                "subject_id": envelope.subject_id,
                "subject_seq": seq,
                "gate_vehicle_id": draft.gate_vehicle_id,
                "made_at": now,
                "needs_prices": draft.kind in NEEDS_PRICES,
                "body": spelled.decode("utf-8"),
                "sha256": envelope.sha256,
                "state": OutboxState.PENDING,
                "tries": 0,
            }
        )
    return rows
