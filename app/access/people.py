"""The people of a center as its settings show them: when they were last here, and how often a right was used."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.access.rows import EmployeeRow, employee_row
from app.kernel.tx import ACTIONS, Read
from models.access import Employee, SignIn
from models.ledger import AuditEntry


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An employee, and when and where they last signed in (None: never)."""

    employee: EmployeeRow
    last_at: datetime | None
    workstation: str | None


def list_people(read: Read, *, archived: bool = False) -> tuple[PersonRow, ...]:
    """Everybody who works here, or everybody who left, in the order they came."""
    newest = (
        sa.select(SignIn.employee_id, sa.func.max(SignIn.at).label("at"))
        .where(SignIn.succeeded == sa.true())
        .group_by(SignIn.employee_id)
        .subquery()
    )
    gone = Employee.archived_at.is_not(None) if archived else Employee.archived_at.is_(None)
    rows = read.connection.execute(
        sa.select(Employee.__table__, SignIn.at, SignIn.workstation)
        .select_from(Employee)
        .outerjoin(newest, newest.c.employee_id == Employee.id)
        .outerjoin(
            SignIn,
            sa.and_(
                SignIn.employee_id == Employee.id,
                SignIn.at == newest.c.at,
                SignIn.succeeded == sa.true(),
            ),
        )
        .where(Employee.center_id == read.center_id, gone)
        .order_by(Employee.id)
    )
    # two sign-ins of one moment are one person all the same
    found = {row.id: PersonRow(employee_row(row), row.at, row.workstation) for row in rows}
    return tuple(found.values())


def count_archived(read: Read) -> int:
    """How many people left."""
    return int(
        read.connection.execute(
            sa.select(sa.func.count())
            .select_from(Employee)
            .where(Employee.center_id == read.center_id, Employee.archived_at.is_not(None))
        ).scalar_one()
    )


def uses_of_rights(read: Read, since: datetime) -> Mapping[tuple[str, uuid.UUID], int]:
    """How often each person did what needs a right since then, by right and employee, from the audit."""
    needs = {action.name: str(action.permission) for action in ACTIONS.values()}
    rows = read.connection.execute(
        sa.select(AuditEntry.action, AuditEntry.actor_id, sa.func.count().label("times"))
        .where(AuditEntry.center_id == read.center_id, AuditEntry.id >= _first_id(since))
        .group_by(AuditEntry.action, AuditEntry.actor_id)
    )
    found: dict[tuple[str, uuid.UUID], int] = {}
    for row in rows:
        permission = needs.get(row.action)
        if permission is not None:
            key = (permission, row.actor_id)
            found[key] = found.get(key, 0) + int(row.times)
    return found


def _first_id(at: datetime) -> uuid.UUID:
    """The smallest id an entry of that moment can have: ids begin with their millisecond (RFC 9562, version 7)."""
    return uuid.UUID(int=int(at.timestamp() * 1000) << 80)
