"""The audit of one order: what each use case changed, in the order it happened."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.errors import Source
from app.kernel.tx import ACTIONS, Read
from models.access import Employee, Permission
from models.ledger import AuditEntry
from models.work_orders import WorkOrder

_COSTS: Final = frozenset({"cost_amount", "price_why"})
"""Fields that tell what the shop paid, or let it be reckoned."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a record with its value before and after, as the audit keeps them."""

    table: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry of the chain about the order; ``label`` is None for an action that is no more."""

    seq: int
    at: datetime
    action: str
    label: Source | None
    by: str
    workstation: str
    changes: tuple[Change, ...]


def list_audit(read: Read, order_id: uuid.UUID, *, limit: int = 200) -> tuple[AuditRow, ...]:
    """What was done to the order, newest first; nothing of another center's, costs only for those who see them."""
    rows = read.connection.execute(
        sa.select(
            AuditEntry.seq,
            AuditEntry.at,
            AuditEntry.action,
            AuditEntry.workstation,
            AuditEntry.changes,
            Employee.name,
        )
        .join(WorkOrder, WorkOrder.id == AuditEntry.subject_id)
        .outerjoin(Employee, Employee.id == AuditEntry.actor_id)
        .where(AuditEntry.subject_id == order_id, WorkOrder.center_id == read.center_id)
        .order_by(AuditEntry.seq.desc())
        .limit(limit)
    )
    labels = {action.name: action.label for action in ACTIONS.values()}
    sees_costs = read.can(Permission.COSTS_SEE)
    return tuple(
        AuditRow(
            row.seq,
            row.at,
            row.action,
            labels.get(row.action),
            row.name or "",
            row.workstation,
            tuple(
                change
                for change in _changes(json.loads(row.changes))
                if sees_costs or change.field not in _COSTS
            ),
        )
        for row in rows
    )


def _changes(changes: dict[str, Any]) -> Iterator[Change]:
    for key, change in changes.items():
        table = key.split("/", 1)[0]
        if not isinstance(change, dict):
            continue
        for field, value in change.get("set", {}).items():
            yield Change(table, field, _text(value[0]), _text(value[1]))


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
