"""Who may stand before this desk: the people of the sign-in screen, with when they were last here; never a secret."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.access.rows import first_center, roles_by_code
from app.kernel.tx import Shop
from models.access import Employee, SignIn


@dataclass(frozen=True, slots=True)
class Face:
    """A person to choose: ``role`` is the name of their first role, ``role_code`` its code; ``last_at`` is UTC."""

    employee_id: uuid.UUID
    name: str
    login: str
    role: str
    role_code: str
    has_pin: bool
    has_password: bool
    last_at: datetime | None


def list_faces(shop: Shop, *, center_id: uuid.UUID | None = None) -> tuple[Face, ...]:
    """Everybody who can sign in, in the order they came; needs nobody to be signed in."""
    last = (
        sa.select(sa.func.max(SignIn.at))
        .where(SignIn.employee_id == Employee.id, SignIn.succeeded == sa.true())
        .correlate(Employee)
        .scalar_subquery()
    )
    with shop.database.reading() as connection:
        center = center_id or first_center(connection)
        if center is None:
            return ()
        roles = roles_by_code(connection, center)
        rows = connection.execute(
            sa.select(
                Employee.id,
                Employee.name,
                Employee.login,
                Employee.role_codes,
                Employee.pin_hash.is_not(None).label("has_pin"),
                Employee.password_hash.is_not(None).label("has_password"),
                last.label("last_at"),
            )
            .where(
                Employee.center_id == center,
                Employee.archived_at.is_(None),
                sa.or_(Employee.password_hash.is_not(None), Employee.pin_hash.is_not(None)),
            )
            .order_by(Employee.id)
        ).all()
    return tuple(
        Face(
            employee_id=row.id,
            name=row.name,
            login=row.login,
            role=next((roles[c].name for c in row.role_codes if c in roles), ""),
            role_code=next((c for c in row.role_codes if c in roles), ""),
            has_pin=bool(row.has_pin),
            has_password=bool(row.has_password),
            last_at=row.last_at,
        )
        for row in rows
    )
