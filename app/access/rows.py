"""Reads of access: people, their roles, the tiles of the sign-in screen; never a secret."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read, Shop
from models.access import ROLE_ALIASES, Employee, Role
from models.base import table_of
from models.centers import Center
from models.text import fold

_CENTERS: Final = table_of(Center)
_EMPLOYEES: Final = table_of(Employee)
_ROLES: Final = table_of(Role)


@dataclass(frozen=True, slots=True)
class Tile:
    """A person on the sign-in screen, to be touched and then identified by PIN or password."""

    employee_id: uuid.UUID
    name: str
    role: str
    login: str
    has_pin: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role and what it allows."""

    id: uuid.UUID
    code: str
    name: str
    permissions: frozenset[str]


@dataclass(frozen=True, slots=True)
class EmployeeRow:
    """An employee without secrets; ``locked_until_at`` may lie in the past."""

    id: uuid.UUID
    version: int
    login: str
    name: str
    position: str
    role_codes: tuple[str, ...]
    language: str | None
    phone: str | None
    has_password: bool
    has_pin: bool
    locked_until_at: datetime | None
    archived_at: datetime | None


def list_tiles(shop: Shop, *, center_id: uuid.UUID | None = None) -> tuple[Tile, ...]:
    """Everybody who can sign in, for fast switching; needs nobody to be signed in."""
    with shop.database.reading() as connection:
        center = center_id or first_center(connection)
        if center is None:
            return ()
        roles = roles_by_code(connection, center)
        rows = connection.execute(
            sa.select(
                _EMPLOYEES.c.id,
                _EMPLOYEES.c.name,
                _EMPLOYEES.c.role_codes,
                _EMPLOYEES.c.login,
                _EMPLOYEES.c.pin_hash,
            )
            .where(
                _EMPLOYEES.c.center_id == center,
                _EMPLOYEES.c.archived_at.is_(None),
                sa.or_(_EMPLOYEES.c.password_hash.is_not(None), _EMPLOYEES.c.pin_hash.is_not(None)),
            )
            .order_by(_EMPLOYEES.c.id)
        ).all()
    return tuple(
        Tile(
            row.id,
            row.name,
            ", ".join(roles[code].name for code in row.role_codes if code in roles),
            row.login,
            row.pin_hash is not None,
        )
        for row in rows
    )


_ROW = sa.select(_EMPLOYEES)


def employee_row(row: Any) -> EmployeeRow:  # noqa: ANN401  a row's columns have no type
    """The employee of a row that holds every column of the table."""
    return EmployeeRow(
        id=row.id,
        version=row.version,
        login=row.login,
        name=row.name,
        position=row.position,
        role_codes=tuple(row.role_codes),
        language=row.language,
        phone=row.phone,
        has_password=row.password_hash is not None,
        has_pin=row.pin_hash is not None,
        locked_until_at=row.locked_until_at,
        archived_at=row.archived_at,
    )


def list_employees(
    read: Read, *, after: uuid.UUID | None = None, limit: int = 50, archived: bool = False
) -> tuple[EmployeeRow, ...]:
    """Employees in the order they came, ``archived`` ones or those who work here; pages by id."""
    gone = _EMPLOYEES.c.archived_at.is_not(None) if archived else _EMPLOYEES.c.archived_at.is_(None)
    statement = _ROW.where(_EMPLOYEES.c.center_id == read.center_id, gone)
    if after is not None:
        statement = statement.where(_EMPLOYEES.c.id > after)
    rows = read.connection.execute(statement.order_by(_EMPLOYEES.c.id).limit(limit))
    return tuple(employee_row(row) for row in rows)


def find_employees(read: Read, query: str) -> tuple[EmployeeRow, ...]:
    """Working employees whose name, login or position holds every word of the query."""
    words = fold(query).split()
    everybody = list_employees(read, limit=1000)
    return tuple(
        row
        for row in everybody
        if all(word in fold(f"{row.name} {row.login} {row.position}") for word in words)
    )


def get_employee(read: Read, employee_id: uuid.UUID) -> EmployeeRow:
    """One employee, archived ones too; NotFoundError."""
    row = read.connection.execute(
        _ROW.where(_EMPLOYEES.c.id == employee_id, _EMPLOYEES.c.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("access", "This employee does not exist.")))
    return employee_row(row)


def list_roles(read: Read) -> tuple[RoleRow, ...]:
    """The center's roles."""
    return tuple(roles_by_code(read.connection, read.center_id).values())


def role_code(name: str) -> str:
    """Our code of a role as another system writes it: "SERVICE_ADVISOR", "Sc Manager" → ours, else unchanged."""
    plain = re.sub(r"[\s-]+", "_", name.strip().lower())
    return ROLE_ALIASES.get(plain, plain)


def roles_by_code(connection: Connection, center_id: uuid.UUID) -> dict[str, RoleRow]:
    """The center's roles by their codes."""
    rows = connection.execute(
        sa.select(_ROLES.c.id, _ROLES.c.code, _ROLES.c.name, _ROLES.c.permissions)
        .where(_ROLES.c.center_id == center_id)
        .order_by(_ROLES.c.id)
    )
    return {r.code: RoleRow(r.id, r.code, r.name, frozenset(r.permissions)) for r in rows}


def permissions_of(roles: dict[str, RoleRow], codes: Iterable[str]) -> frozenset[str]:
    """Everything that the roles of these codes allow together."""
    held = [roles[code].permissions for code in codes if code in roles]
    return frozenset().union(*held)


def first_center(connection: Connection) -> uuid.UUID | None:
    """The id of the oldest center that is not archived; None before the first run."""
    return connection.execute(
        sa.select(_CENTERS.c.id)
        .where(_CENTERS.c.archived_at.is_(None))
        .order_by(_CENTERS.c.id)
        .limit(1)
    ).scalar()
