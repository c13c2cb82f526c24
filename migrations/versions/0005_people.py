"""More about cars and people: profiles, papers, calibrations, recalls, merges, calls."""

import sqlalchemy as sa
from alembic import op

from models import base as t

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no row of before is touched."""
    _profiles()
    _recalls()
    _merges()
    _people()


def _profiles() -> None:
    op.create_table(
        "vehicle_profile",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("body_style", t.Str(), nullable=True),
        sa.Column("trim", t.Str(), nullable=True),
        sa.Column("doors_count", t.Whole(), nullable=True),
        sa.Column("seats_count", t.Whole(), nullable=True),
        sa.Column("drive", t.Str(), nullable=True),
        sa.Column("engine_cc", t.Whole(), nullable=True),
        sa.Column("power_kw", t.Whole(), nullable=True),
        sa.Column("options", t.Json(), nullable=False),
        sa.Column("paint_code", t.Str(), nullable=True),
        sa.Column("paint_name", t.Str(), nullable=True),
        sa.Column("paint_kind", t.Str(), nullable=True),
        sa.Column("second_paint_code", t.Str(), nullable=True),
        sa.Column("materials", t.Json(), nullable=False),
        sa.Column("tyres_front", t.Str(), nullable=True),
        sa.Column("tyres_rear", t.Str(), nullable=True),
        sa.Column("tyre_season", t.Str(), nullable=True),
        sa.Column("tyre_made", t.Str(), nullable=True),
        sa.Column("wheel_torque_nm", t.Whole(), nullable=True),
        sa.Column("tyre_store", t.Str(), nullable=True),
        sa.Column("battery_kwh", t.Qty(), nullable=True),
        sa.Column("battery_health_percent", t.Percent(), nullable=True),
        sa.Column("charge_port", t.Str(), nullable=True),
        sa.Column("battery_warranty_until_on", t.DateOn(), nullable=True),
        sa.Column("is_trailer", t.Flag(), nullable=False),
        sa.Column("axles_count", t.Whole(), nullable=True),
        sa.Column("trailer_brake", t.Str(), nullable=True),
        sa.Column("hitch", t.Str(), nullable=True),
        sa.Column("curb_mass_kg", t.Whole(), nullable=True),
        sa.Column("max_mass_kg", t.Whole(), nullable=True),
        sa.Column("tow_mass_kg", t.Whole(), nullable=True),
        sa.Column("ownership", t.Str(), nullable=True),
        sa.Column("lender", t.Str(), nullable=True),
        sa.Column("title", t.Str(), nullable=True),
        sa.Column("value_amount", t.Amount(), nullable=True),
        sa.Column("value_currency", t.Str(), nullable=True),
        sa.Column("valued_on", t.DateOn(), nullable=True),
        sa.Column("value_source", t.Str(), nullable=True),
        sa.Column("insurance_company", t.Str(), nullable=True),
        sa.Column("insurance_policy", t.Str(), nullable=True),
        sa.Column("insurance_kind", t.Str(), nullable=True),
        sa.Column("insurance_from_on", t.DateOn(), nullable=True),
        sa.Column("warranty_status", t.Str(), nullable=True),
        sa.Column("warranty_until_km", t.Whole(), nullable=True),
        sa.Column("storage_place", t.Str(), nullable=True),
        sa.Column("key_place", t.Str(), nullable=True),
        sa.Column("radio_code", t.Str(), nullable=True),
        sa.Column("outside_condition", t.Str(), nullable=True),
        sa.Column("inside_condition", t.Str(), nullable=True),
        sa.Column("known_damage", t.Str(), nullable=True),
        sa.Column("earlier_repairs", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_vehicle_profile_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_profile_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_profile")),
        sa.UniqueConstraint("vehicle_id", name=op.f("uq_vehicle_profile_vehicle_id")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "vehicle_sensor",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("feature", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_sensor_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_sensor")),
        sa.UniqueConstraint(
            "vehicle_id", "feature", name=op.f("uq_vehicle_sensor_vehicle_id_feature")
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "vehicle_paper",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("number", t.Str(), nullable=True),
        sa.Column("issued_on", t.DateOn(), nullable=True),
        sa.Column("until_on", t.DateOn(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_vehicle_paper_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_paper_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_paper")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_vehicle_paper_vehicle_id", "vehicle_paper", ["vehicle_id"])
    op.create_table(
        "calibration",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("feature", t.Str(), nullable=False),
        sa.Column("outcome", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=True),
        sa.Column("report", t.Str(), nullable=True),
        sa.Column("file_id", t.Id(), nullable=True),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_calibration_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_calibration_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_calibration_vehicle_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_calibration_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calibration")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_calibration_order_id", "calibration", ["order_id"])
    op.create_index("ix_calibration_vehicle_id", "calibration", ["vehicle_id"])


def _recalls() -> None:
    op.create_table(
        "recall",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("natural_key", t.Str(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("maker", t.Str(), nullable=False),
        sa.Column("maker_key", t.Str(), nullable=False),
        sa.Column("models", t.Json(), nullable=False),
        sa.Column("vins", t.Json(), nullable=False),
        sa.Column("vin_from", t.Str(), nullable=True),
        sa.Column("vin_to", t.Str(), nullable=True),
        sa.Column("year_from", t.Whole(), nullable=True),
        sa.Column("year_to", t.Whole(), nullable=True),
        sa.Column("text", t.Str(), nullable=False),
        sa.Column("remedy", t.Str(), nullable=True),
        sa.Column("source", t.Str(), nullable=True),
        sa.Column("published_on", t.DateOn(), nullable=True),
        sa.Column("is_safety", t.Flag(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("closed_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_recall_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recall")),
        sa.UniqueConstraint(
            "center_id", "natural_key", name=op.f("uq_recall_center_id_natural_key")
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_recall_center_id_maker_key", "recall", ["center_id", "maker_key"])
    op.create_table(
        "recall_mark",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("recall_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("outcome", t.Str(), nullable=False),
        sa.Column("done_on", t.DateOn(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("withdrawn_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["recall_id"], ["recall.id"], name=op.f("fk_recall_mark_recall_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_recall_mark_vehicle_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_recall_mark_order_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_recall_mark_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recall_mark")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_recall_mark_recall_id", "recall_mark", ["recall_id"])
    op.create_index("ix_recall_mark_vehicle_id", "recall_mark", ["vehicle_id"])


def _merges() -> None:
    # the record it went into: checked by the verb, because SQLite adds no key to a table that stands
    op.add_column("customer", sa.Column("merged_into_id", t.Id(), nullable=True))
    op.add_column("vehicle", sa.Column("merged_into_id", t.Id(), nullable=True))
    for table in ("customer", "vehicle"):
        op.create_index(f"ix_{table}_merged_into_id", table, ["merged_into_id"])
    op.create_table(
        "record_merge",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("survivor_id", t.Id(), nullable=False),
        sa.Column("gone_id", t.Id(), nullable=False),
        sa.Column("changes", t.Json(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("undone_at", t.UtcTime(), nullable=True),
        sa.Column("undone_by_id", t.Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_record_merge_center_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_record_merge_by_id")),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["employee.id"], name=op.f("fk_record_merge_undone_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_merge")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_record_merge_gone_id", "record_merge", ["gone_id"])
    op.create_index("ix_record_merge_survivor_id", "record_merge", ["survivor_id"])
    op.create_table(
        "distinct_pair",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("one_id", t.Id(), nullable=False),
        sa.Column("other_id", t.Id(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_distinct_pair_center_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_distinct_pair_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint(
            "kind", "one_id", "other_id", name=op.f("uq_distinct_pair_kind_one_id_other_id")
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )


def _people() -> None:
    op.add_column("consent", sa.Column("withdrawn_source", t.Str(), nullable=True))
    op.create_table(
        "contact_person",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("position", t.Str(), nullable=True),
        sa.Column("phone", t.Str(), nullable=True),
        sa.Column("email", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("seal_salt", t.Blob(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_contact_person_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contact_person_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_person")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_contact_person_customer_id", "contact_person", ["customer_id"])
    op.create_table(
        "call",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=True),
        sa.Column("about", t.Str(), nullable=False),
        sa.Column("outcome", t.Str(), nullable=False),
        sa.Column("words", t.Str(), nullable=True),
        sa.Column("again_on", t.DateOn(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_call_center_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_call_customer_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_call_vehicle_id")),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_call_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_call_customer_id", "call", ["customer_id"])
    op.create_index("ix_call_vehicle_id", "call", ["vehicle_id"])
