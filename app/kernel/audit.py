"""The audit chain: what a use case changed, linked by SHA-256 so that one altered byte is named.

Personal columns never stand here in clear: a salted commitment proves what they were while the salt lives.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import inspect
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import NO_VALUE

from app.kernel.adding import put, together
from app.kernel.errors import BugError
from models.base import new_id, table_of
from models.ledger import AuditEntry, AuditHead
from sync.wire.canonical import canonical, sha256_hex

GENESIS = "0" * 64
"""What the first entry of a chain follows."""

APPENDED = frozenset(
    {
        "allocation",
        "appointment_order",
        "appointment_step",
        "arrival_signature",
        "arrival_version",
        "custody_move",
        "expense_entry",
        "inbox_change",
        "job_decision",
        "odometer_reading",
        "order_transition",
        "payment",
        "person_seal",
        "service_entry",
        "service_request_step",
        "sign_in",
    }
)
"""Tables whose rows are final as soon as they stand: the entry that made them carries the hash of every column."""
ERASED = {
    "person_seal": frozenset({"erased_at", "payload", "salt"}),
    "service_request_step": frozenset({"note"}),
}
"""Columns of such rows that change once more, when a person is erased; payload and salt a seal's commitment proves."""
PROOFS = "proofs"
"""In an entry's changes: table, id, and the row's SHA-256."""
GENERATED = "generated"
"""In an entry's changes: rows up to here were made in bulk for a sample, past the one door."""
SEALS = "seals"
"""In an entry's changes: table, id of the document, and one SHA-256 over its rows there, which are final now."""

_HIDDEN = "•"
_SKIPPED = frozenset({"version", "id"})


def commitment(salt: bytes | None, value: object) -> str:
    """SHA-256 over salt and value, hex: proves a personal value without telling it."""
    return hashlib.sha256((salt or b"") + canonical(value)).hexdigest()


_AS_IT_IS = frozenset({type(None), bool, int, str})


def plain(value: object) -> Any:
    """The value as canonical JSON can hold it."""
    if value.__class__ in _AS_IT_IS:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    for kind, spell in _SPELLINGS:
        if isinstance(value, kind):
            return spell(value)
    message = f"the audit cannot hold a {type(value).__name__}"
    raise BugError(message)


_SPELLINGS: tuple[tuple[Any, Any], ...] = (
    (uuid.UUID, str),
    (Decimal, str),
    (datetime | date, lambda v: v.isoformat()),
    (bytes, sha256_hex),
)


def row_hash(table: str, row: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over every column of a row that stays, spelled alike before it is stored and after."""
    going = ERASED.get(table, frozenset())
    return rows_hash([{name: value for name, value in row.items() if name not in going}])


def rows_hash(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same over several rows, in their order."""
    digest = hashlib.sha256()
    for row in rows:
        said = {name: _lasting(value) for name, value in row.items()}
        digest.update(_spelled(said).encode("ascii"))
    return digest.hexdigest()


_spelled = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def _lasting(value: object) -> Any:
    if value.__class__ in _AS_IT_IS:
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Decimal):
        return f"{value:.3f}"
    return plain(value)


def _shown(entity: Any, column: sa.Column[Any], value: object) -> Any:
    if column.info.get("secret"):
        return _HIDDEN
    if column.info.get("personal") and value is not None:
        return f"sha256:{commitment(entity.seal_salt, plain(value))}"
    if column.name.endswith("_hash") and column.table.name == "employee":
        return _HIDDEN
    return plain(value)


def changes_of(session: Session) -> tuple[dict[str, Any], dict[str, set[uuid.UUID]]]:
    """Before and after of everything in the session, and the ids touched by table. Call before flushing."""
    changes: dict[str, Any] = {}
    touched: dict[str, set[uuid.UUID]] = {}
    for entity in session.new:
        table = entity.__tablename__
        touched.setdefault(table, set()).add(entity.id)
        columns = inspect(entity).mapper.columns
        after = {
            key: _shown(entity, column, getattr(entity, key))
            for key, column in columns.items()
            if getattr(entity, key) is not None and key not in _SKIPPED
        }
        changes[f"{table}/{entity.id}"] = {"new": after}
    for entity in session.dirty:
        state = inspect(entity)
        columns = state.mapper.columns
        now = state.dict
        changed: dict[str, Any] = {}
        for key, old in state.committed_state.items():
            if key == "version":
                touched.setdefault(entity.__tablename__, set()).add(entity.id)
            if key not in columns or key in _SKIPPED:
                continue
            if old is NO_VALUE:
                message = f"{entity.__tablename__}.{key} changed without its old value being loaded"
                raise BugError(message)
            new = now[key]
            if old is not new and old != new:
                changed[key] = [
                    _shown(entity, columns[key], old),
                    _shown(entity, columns[key], new),
                ]
        if changed:
            touched.setdefault(entity.__tablename__, set()).add(entity.id)
            changes[f"{entity.__tablename__}/{entity.id}"] = {"set": changed}
    for entity in session.deleted:
        touched.setdefault(entity.__tablename__, set()).add(entity.id)
        changes[f"{entity.__tablename__}/{entity.id}"] = {"gone": True}
    return changes, touched


def proofs_of_new(session: Session) -> dict[str, dict[str, str]]:
    """By table and id, the hash of each new entity that is final as it stands. Call before flushing."""
    found: dict[str, dict[str, str]] = {}
    for entity in session.new:
        table = entity.__tablename__
        if table in APPENDED:
            row = {key: getattr(entity, key) for key, _ in inspect(entity).mapper.columns.items()}
            found.setdefault(table, {})[str(entity.id)] = row_hash(table, row)
    return found


@dataclass(frozen=True, slots=True)
class Fact:
    """What one entry says."""

    center_id: uuid.UUID
    at: datetime
    actor_id: uuid.UUID
    workstation: str
    action: str
    subject_kind: str
    subject_id: uuid.UUID | None
    changes: str


def link_hash(fact: Fact, entry_id: uuid.UUID, seq: int, prev_hash: str) -> str:
    """The hash of one link: over the link before and everything this entry says."""
    return sha256_hex(
        canonical(
            [
                prev_hash,
                str(entry_id),
                str(fact.center_id),
                seq,
                fact.at.isoformat(),
                str(fact.actor_id),
                fact.workstation,
                fact.action,
                fact.subject_kind,
                str(fact.subject_id) if fact.subject_id else None,
                fact.changes,
            ]
        )
    )


_HEAD = sa.select(AuditHead.id, AuditHead.seq, AuditHead.hash).where(
    AuditHead.center_id == sa.bindparam("center")
)
_HEAD_LOCKED = _HEAD.with_for_update()
_MOVE_HEAD = (
    sa.update(AuditHead)
    .where(AuditHead.id == sa.bindparam("head_id"))
    .values(seq=sa.bindparam("new_seq"), hash=sa.bindparam("new_hash"))
)


def append(connection: Connection, fact: Fact) -> uuid.UUID:
    """Add one entry at the end of the center's chain; takes the chain head's lock, the last lock of all."""
    statement = _HEAD if connection.dialect.name == "sqlite" else _HEAD_LOCKED
    head = connection.execute(statement, {"center": fact.center_id}).one_or_none()
    seq, prev_hash = (head.seq + 1, head.hash) if head else (1, GENESIS)
    entry_id = new_id()
    made = link_hash(fact, entry_id, seq, prev_hash)
    with together(connection):
        put(
            connection,
            table_of(AuditEntry),
            [
                {
                    "id": entry_id,
                    "center_id": fact.center_id,
                    "seq": seq,
                    "at": fact.at,
                    "actor_id": fact.actor_id,
                    "workstation": fact.workstation,
                    "action": fact.action,
                    "subject_kind": fact.subject_kind,
                    "subject_id": fact.subject_id,
                    "changes": fact.changes,
                    "prev_hash": prev_hash,
                    "hash": made,
                }
            ],
        )
        if head:
            connection.execute(_MOVE_HEAD, {"head_id": head.id, "new_seq": seq, "new_hash": made})
        else:
            connection.execute(
                sa.insert(AuditHead),
                {"id": new_id(), "center_id": fact.center_id, "seq": seq, "hash": made},
            )
    return entry_id


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What ``verify`` found: entries read, and the first broken link by its number (None: whole)."""

    entries: int
    broken_seq: int | None
    why: str


def last_seq(connection: Connection, center_id: uuid.UUID) -> int:
    """Number of the newest entry of a center; 0 for an empty book."""
    heads = table_of(AuditHead)
    found = connection.execute(
        sa.select(heads.c.seq).where(heads.c.center_id == center_id)
    ).scalar()
    return int(found or 0)


def _fact_of(row: Any) -> Fact:
    return Fact(
        row.center_id,
        row.at,
        row.actor_id,
        row.workstation,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.changes,
    )


def verify(connection: Connection, center_id: uuid.UUID) -> ChainReport:
    """Read a center's chain from its first link; name the first one that does not hold."""
    prev_hash, expected, count = GENESIS, 1, 0
    links = (
        sa.select(AuditEntry.__table__)
        .where(AuditEntry.center_id == center_id)
        .order_by(AuditEntry.seq)
        .execution_options(yield_per=2000)
    )
    with connection.execute(links) as rows:
        for row in rows:
            if row.seq != expected:
                return ChainReport(count, expected, "missing")
            made = link_hash(_fact_of(row), row.id, row.seq, prev_hash)
            if row.prev_hash != prev_hash or made != row.hash:
                return ChainReport(count, row.seq, "altered")
            prev_hash, expected, count = row.hash, expected + 1, count + 1
    head = connection.execute(_HEAD, {"center": center_id}).one_or_none()
    if head is None and count == 0:
        return ChainReport(0, None, "")
    if head is None or head.seq != count or head.hash != prev_hash:
        return ChainReport(count, count + 1, "cut")
    return ChainReport(count, None, "")
