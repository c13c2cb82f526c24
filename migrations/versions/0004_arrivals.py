"""Files, and the state in which a car arrives."""

import json
from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

from migrations.guards import ARRIVAL_GUARDS, install
from models import base as t

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ALL = ("files.add", "files.remove", "arrivals.edit", "arrivals.move")
_SEEDS: Mapping[str, tuple[str, ...]] = {
    "owner": _ALL,
    "administrator": _ALL,
    "manager": _ALL,
    "receptionist": _ALL,
    "mechanic": ("files.add", "arrivals.move"),
    "storekeeper": ("files.add",),
    "central_storekeeper": ("files.add",),
}


def upgrade() -> None:
    """Add the tables and what keeps a signed act as it was signed; roles of before get the new rights."""
    _files()
    _arrivals()
    install(op.get_bind(), ARRIVAL_GUARDS)
    _give_rights(op.get_bind())


def _give_rights(connection: Connection) -> None:
    """A role that came with the shop gets what a new shop's has; one of the shop's own, what its work needs."""
    role = sa.table(
        "role",
        sa.column("id", t.Id()),
        sa.column("code", t.Str()),
        sa.column("permissions", t.Str()),
    )
    for row in connection.execute(sa.select(role)).all():
        held: list[str] = json.loads(row.permissions)
        wanted = _SEEDS.get(row.code, _ALL if "work_orders.edit" in held else ())
        new = [right for right in wanted if right not in held]
        if new:
            text = json.dumps(held + new, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            connection.execute(sa.update(role).where(role.c.id == row.id).values(permissions=text))


def _files() -> None:
    op.create_table(
        "stored_file",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("media_type", t.Str(), nullable=False),
        sa.Column("size_bytes", t.Whole(), nullable=False),
        sa.Column("width", t.Whole(), nullable=True),
        sa.Column("height", t.Whole(), nullable=True),
        sa.Column("duration_ms", t.Whole(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("erased_at", t.UtcTime(), nullable=True),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_stored_file_size_bytes")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_stored_file_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_stored_file_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("center_id", "sha256", name=op.f("uq_stored_file_center_id_sha256")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_stored_file_sha256", "stored_file", ["sha256"], unique=False)
    op.create_table(
        "file_link",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("file_id", t.Id(), nullable=False),
        sa.Column("subject_kind", t.Str(), nullable=False),
        sa.Column("subject_id", t.Id(), nullable=False),
        sa.Column("slot", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("caption", t.Str(), nullable=True),
        sa.Column("position", t.Whole(), nullable=False),
        sa.Column("taken_at", t.UtcTime(), nullable=True),
        sa.Column("marks", t.Json(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("archived_by_id", t.Id(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_file_link_position")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_file_link_center_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_file_link_file_id")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_file_link_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["archived_by_id"], ["employee.id"], name=op.f("fk_file_link_archived_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_link")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_file_link_file_id", "file_link", ["file_id"], unique=False)
    op.create_index(
        "uq_file_link_open",
        "file_link",
        ["subject_kind", "subject_id", "file_id", "slot"],
        unique=True,
        sqlite_where=sa.text("archived_at IS NULL"),
        postgresql_where=sa.text("archived_at IS NULL"),
    )
    op.create_table(
        "parking_place",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("capacity", t.Whole(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_parking_place_capacity")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_parking_place_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parking_place")),
        sa.UniqueConstraint("center_id", "code", name=op.f("uq_parking_place_center_id_code")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )


def _arrivals() -> None:
    op.create_table(
        "arrival",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("mode", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("appointment_id", t.Id(), nullable=True),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("bringer_id", t.Id(), nullable=True),
        sa.Column("authority", t.Str(), nullable=True),
        sa.Column("authority_note", t.Str(), nullable=True),
        sa.Column("id_seen", t.Str(), nullable=True),
        sa.Column("words", t.Str(), nullable=True),
        sa.Column("concern_id", t.Id(), nullable=True),
        sa.Column("symptoms", t.Json(), nullable=False),
        sa.Column("odometer_value", t.Whole(), nullable=True),
        sa.Column("odometer_unit", t.Str(), nullable=False),
        sa.Column("odometer_reason", t.Str(), nullable=True),
        sa.Column("fuel_eighths", t.Whole(), nullable=True),
        sa.Column("charge_percent", t.Whole(), nullable=True),
        sa.Column("is_engine_running", t.Flag(), nullable=True),
        sa.Column("lamps", t.Json(), nullable=False),
        sa.Column("cleanliness", t.Str(), nullable=True),
        sa.Column("belongings", t.Json(), nullable=False),
        sa.Column("kit", t.Json(), nullable=False),
        sa.Column("own_parts", t.Json(), nullable=False),
        sa.Column("marks", t.Json(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("draft_number", t.Whole(), nullable=False),
        sa.Column("signed_number", t.Whole(), nullable=False),
        sa.Column("amend_reason", t.Str(), nullable=True),
        sa.Column("key_tag", t.Str(), nullable=True),
        sa.Column("key_tag_key", t.Str(), nullable=True),
        sa.Column("key_count", t.Whole(), nullable=True),
        sa.Column("key_at", t.Str(), nullable=True),
        sa.Column("key_holder_id", t.Id(), nullable=True),
        sa.Column("car_at", t.Str(), nullable=True),
        sa.Column("place_id", t.Id(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("checked_in_at", t.UtcTime(), nullable=True),
        sa.Column("checked_in_by_id", t.Id(), nullable=True),
        sa.Column("left_at", t.UtcTime(), nullable=True),
        sa.Column("cancel_reason", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "charge_percent >= 0 AND charge_percent <= 100", name=op.f("ck_arrival_charge_percent")
        ),
        sa.CheckConstraint("draft_number >= signed_number", name=op.f("ck_arrival_draft_number")),
        sa.CheckConstraint(
            "fuel_eighths >= 0 AND fuel_eighths <= 8", name=op.f("ck_arrival_fuel_eighths")
        ),
        sa.CheckConstraint("odometer_value >= 0", name=op.f("ck_arrival_odometer_value")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_arrival_center_id")),
        sa.ForeignKeyConstraint(["order_id"], ["work_order.id"], name=op.f("fk_arrival_order_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_arrival_vehicle_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_arrival_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["bringer_id"], ["customer.id"], name=op.f("fk_arrival_bringer_id")
        ),
        sa.ForeignKeyConstraint(["concern_id"], ["concern.id"], name=op.f("fk_arrival_concern_id")),
        sa.ForeignKeyConstraint(
            ["key_holder_id"], ["employee.id"], name=op.f("fk_arrival_key_holder_id")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["parking_place.id"], name=op.f("fk_arrival_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_arrival_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["checked_in_by_id"], ["employee.id"], name=op.f("fk_arrival_checked_in_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("center_id", "number", name=op.f("uq_arrival_center_id_number")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_arrival_center_id_state", "arrival", ["center_id", "state", "id"], unique=False
    )
    op.create_index("ix_arrival_order_id", "arrival", ["order_id"], unique=False)
    op.create_index("ix_arrival_place_id", "arrival", ["place_id"], unique=False)
    op.create_index("ix_arrival_vehicle_id", "arrival", ["vehicle_id"], unique=False)
    op.create_index(
        "uq_arrival_key_tag_out",
        "arrival",
        ["center_id", "key_tag_key"],
        unique=True,
        sqlite_where=sa.text("key_tag_key IS NOT NULL"),
        postgresql_where=sa.text("key_tag_key IS NOT NULL"),
    )
    op.create_index(
        "uq_arrival_order_open",
        "arrival",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('draft', 'expected', 'checked_in')"),
        postgresql_where=sa.text("state IN ('draft', 'expected', 'checked_in')"),
    )
    op.create_table(
        "arrival_version",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("arrival_id", t.Id(), nullable=False),
        sa.Column("number", t.Whole(), nullable=False),
        sa.Column("layout", t.Whole(), nullable=False),
        sa.Column("content", t.Str(), nullable=False),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_arrival_version_number")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_arrival_version_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["arrival_id"], ["arrival.id"], name=op.f("fk_arrival_version_arrival_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_arrival_version_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival_version")),
        sa.UniqueConstraint(
            "arrival_id", "number", name=op.f("uq_arrival_version_arrival_id_number")
        ),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "arrival_signature",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("arrival_id", t.Id(), nullable=False),
        sa.Column("version_id", t.Id(), nullable=False),
        sa.Column("role", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("employee_id", t.Id(), nullable=True),
        sa.Column("content_sha256", t.Str(), nullable=False),
        sa.Column("commitment", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.Column("key_id", t.Id(), nullable=False),
        sa.Column("signature", t.Blob(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_arrival_signature_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["arrival_id"], ["arrival.id"], name=op.f("fk_arrival_signature_arrival_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["arrival_version.id"], name=op.f("fk_arrival_signature_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_arrival_signature_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_arrival_signature_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["employee.id"], name=op.f("fk_arrival_signature_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["key_id"], ["signing_key.id"], name=op.f("fk_arrival_signature_key_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival_signature")),
        sa.UniqueConstraint(
            "version_id", "role", name=op.f("uq_arrival_signature_version_id_role")
        ),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_arrival_signature_arrival_id", "arrival_signature", ["arrival_id"], unique=False
    )
    op.create_table(
        "custody_move",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("arrival_id", t.Id(), nullable=False),
        sa.Column("what", t.Str(), nullable=False),
        sa.Column("to", t.Str(), nullable=False),
        sa.Column("place_id", t.Id(), nullable=True),
        sa.Column("holder_id", t.Id(), nullable=True),
        sa.Column("key_tag", t.Str(), nullable=True),
        sa.Column("key_tag_key", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.CheckConstraint("what IN ('car', 'key')", name=op.f("ck_custody_move_what")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_custody_move_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["arrival_id"], ["arrival.id"], name=op.f("fk_custody_move_arrival_id")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["parking_place.id"], name=op.f("fk_custody_move_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["employee.id"], name=op.f("fk_custody_move_holder_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_custody_move_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_move")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_custody_move_arrival_id", "custody_move", ["arrival_id", "id"], unique=False
    )
    op.create_index(
        "ix_custody_move_center_id_key_tag_key",
        "custody_move",
        ["center_id", "key_tag_key", "id"],
        unique=False,
    )
