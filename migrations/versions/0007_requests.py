"""Service requests: who asked for work, what came of it, and each step of its story."""

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

from migrations.guards import REQUESTS, install
from models import base as t

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_RIGHT = "requests.edit"
_SEEDS = frozenset({"owner", "administrator", "manager", "receptionist"})


def upgrade() -> None:
    """Add the tables and what keeps a step as it was; roles of before that work at the desk get the right."""
    connection = op.get_bind()
    _requests()
    _steps()
    install(connection, REQUESTS)
    _give_right(connection)


def _requests() -> None:
    op.create_table(
        "service_request",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("source", t.Str(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("vehicle_id", t.Id(), nullable=True),
        sa.Column("contact_name", t.Str(), nullable=True),
        sa.Column("contact_phone", t.Str(), nullable=True),
        sa.Column("consent_at", t.UtcTime(), nullable=True),
        sa.Column("plate", t.Str(), nullable=True),
        sa.Column("car", t.Str(), nullable=False),
        sa.Column("words", t.Str(), nullable=False),
        sa.Column("wish", t.Str(), nullable=False),
        sa.Column("owner_id", t.Id(), nullable=False),
        sa.Column("due_at", t.UtcTime(), nullable=True),
        sa.Column("quoted_amount", t.Amount(), nullable=True),
        sa.Column("quoted_currency", t.Str(), nullable=True),
        sa.Column("quoted_words", t.Str(), nullable=True),
        sa.Column("appointment_id", t.Id(), nullable=True),
        sa.Column("loss_reason", t.Str(), nullable=True),
        sa.Column("loss_note", t.Str(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("ended_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "state IN ('booked', 'lost') OR due_at IS NOT NULL",
            name=op.f("ck_service_request_due"),
        ),
        sa.CheckConstraint(
            "state <> 'booked' OR appointment_id IS NOT NULL",
            name=op.f("ck_service_request_booked"),
        ),
        sa.CheckConstraint(
            "state <> 'lost' OR loss_reason IS NOT NULL", name=op.f("ck_service_request_lost")
        ),
        sa.CheckConstraint(
            "state <> 'quoted' OR quoted_amount > 0", name=op.f("ck_service_request_quoted")
        ),
        _foreign("service_request", "center_id", "center"),
        _foreign("service_request", "customer_id", "customer"),
        _foreign("service_request", "vehicle_id", "vehicle"),
        _foreign("service_request", "owner_id", "employee"),
        _foreign("service_request", "appointment_id", "appointment"),
        _foreign("service_request", "made_by_id", "employee"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_request")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    for columns in (
        ("center_id", "state", "due_at"),
        ("center_id", "made_at"),
        ("contact_phone",),
        ("customer_id",),
        ("appointment_id",),
    ):
        name = f"ix_service_request_{'_'.join(columns)}"
        op.create_index(name, "service_request", list(columns), unique=False)


def _steps() -> None:
    op.create_table(
        "service_request_step",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("request_id", t.Id(), nullable=False),
        sa.Column("event", t.Str(), nullable=False),
        sa.Column("from_state", t.Str(), nullable=True),
        sa.Column("to_state", t.Str(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("owner_id", t.Id(), nullable=False),
        sa.Column("due_at", t.UtcTime(), nullable=True),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("amount", t.Amount(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        _foreign("service_request_step", "request_id", "service_request"),
        _foreign("service_request_step", "by_id", "employee"),
        _foreign("service_request_step", "owner_id", "employee"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_request_step")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_service_request_step_request_id", "service_request_step", ["request_id"], unique=False
    )


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _give_right(connection: Connection) -> None:
    role = sa.table(
        "role",
        sa.column("id", t.Id()),
        sa.column("code", t.Str()),
        sa.column("permissions", t.Str()),
    )
    for row in connection.execute(sa.select(role)).all():
        held: list[str] = json.loads(row.permissions)
        if _RIGHT not in held and (row.code in _SEEDS or "bookings.edit" in held):
            text = json.dumps(
                [*held, _RIGHT], ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )
            connection.execute(sa.update(role).where(role.c.id == row.id).values(permissions=text))
