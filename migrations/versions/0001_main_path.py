"""The first schema: the main path from customer and car to the paid invoice and the owner's passport."""

import sqlalchemy as sa
from alembic import op

from migrations.guards import MAIN_PATH, install
from migrations.search_index import LITE, POSTGRES
from models import base as t

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table, the search index, and the guards of final rows."""
    op.create_table(
        "center",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("legal_name", t.Str(), nullable=False),
        sa.Column("address", t.Str(), nullable=False),
        sa.Column("city", t.Str(), nullable=False),
        sa.Column("phone", t.Str(), nullable=True),
        sa.Column("email", t.Str(), nullable=True),
        sa.Column("website", t.Str(), nullable=True),
        sa.Column("country", t.Str(), nullable=False),
        sa.Column("place", t.Str(), nullable=False),
        sa.Column("currency", t.Str(), nullable=False),
        sa.Column("time_zone", t.Str(), nullable=False),
        sa.Column("locale", t.Str(), nullable=False),
        sa.Column("language", t.Str(), nullable=False),
        sa.Column("profile", t.Str(), nullable=False),
        sa.Column("tax_ids", t.Json(), nullable=False),
        sa.Column("bank", t.Json(), nullable=False),
        sa.Column("regime", t.Json(), nullable=False),
        sa.Column("policy", t.Json(), nullable=False),
        sa.Column("logo", t.Blob(), nullable=True),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_center")),
        sa.UniqueConstraint("code", name=op.f("uq_center_code")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "outbox_subject",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("value", t.Whole(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_subject")),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "shop_identity",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("last_opened_at", t.UtcTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop_identity")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "audit_head",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("seq", t.Whole(), nullable=False),
        sa.Column("hash", t.Str(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_audit_head_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
        sa.UniqueConstraint("center_id", name=op.f("uq_audit_head_center_id")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "customer",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("folded", t.Folded(), nullable=False),
        sa.Column("phone", t.Str(), nullable=True),
        sa.Column("other_phone", t.Str(), nullable=True),
        sa.Column("email", t.Str(), nullable=True),
        sa.Column("address", t.Str(), nullable=True),
        sa.Column("document_number", t.Str(), nullable=True),
        sa.Column("tax_ids", t.Json(), nullable=False),
        sa.Column("place", t.Str(), nullable=True),
        sa.Column("country", t.Str(), nullable=True),
        sa.Column("language", t.Str(), nullable=True),
        sa.Column("price_group", t.Str(), nullable=False),
        sa.Column("discount_percent", t.Percent(), nullable=False),
        sa.Column("payment_term_days", t.Whole(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("no_show_count", t.Whole(), nullable=False),
        sa.Column("natural_key", t.Str(), nullable=True),
        sa.Column("seal_salt", t.Blob(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("erase_requested_at", t.UtcTime(), nullable=True),
        sa.Column("erased_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_customer_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_customer_center_id_folded", "customer", ["center_id", "folded"], unique=False
    )
    op.create_index("ix_customer_phone", "customer", ["phone"], unique=False)
    op.create_table(
        "employee",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("login", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("position", t.Str(), nullable=False),
        sa.Column("role_codes", t.Json(), nullable=False),
        sa.Column("language", t.Str(), nullable=True),
        sa.Column("phone", t.Str(), nullable=True),
        sa.Column("password_hash", t.Str(), nullable=True),
        sa.Column("pin_hash", t.Str(), nullable=True),
        sa.Column("failed_count", t.Whole(), nullable=False),
        sa.Column("locked_until_at", t.UtcTime(), nullable=True),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("failed_count >= 0", name=op.f("ck_employee_failed_count")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_employee_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employee")),
        sa.UniqueConstraint("center_id", "login", name=op.f("uq_employee_center_id_login")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "inbox_change",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("change_id", t.Str(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("subject_id", t.Id(), nullable=True),
        sa.Column("payload", t.Str(), nullable=False),
        sa.Column("outcome", t.Str(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_inbox_change_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_change")),
        sa.UniqueConstraint(
            "center_id", "change_id", name=op.f("uq_inbox_change_center_id_change_id")
        ),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "labour_rate",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("labour_type", t.Str(), nullable=False),
        sa.Column("price_group", t.Str(), nullable=False),
        sa.Column("rate_amount", t.Amount(), nullable=False),
        sa.Column("from_on", t.DateOn(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_labour_rate_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_rate")),
        sa.UniqueConstraint(
            "center_id",
            "labour_type",
            "price_group",
            "from_on",
            name=op.f("uq_labour_rate_center_id_labour_type_price_group_from_on"),
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "location",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_location_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
        sa.UniqueConstraint("center_id", "code", name=op.f("uq_location_center_id_code")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "markup_band",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("price_group", t.Str(), nullable=False),
        sa.Column("from_cost_amount", t.Amount(), nullable=False),
        sa.Column("markup_percent", t.Percent(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_markup_band_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_markup_band")),
        sa.UniqueConstraint(
            "center_id",
            "price_group",
            "from_cost_amount",
            name=op.f("uq_markup_band_center_id_price_group_from_cost_amount"),
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "number_sequence",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("series", t.Str(), nullable=False),
        sa.Column("period", t.Str(), nullable=False),
        sa.Column("value", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_number_sequence_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_sequence")),
        sa.UniqueConstraint(
            "center_id", "series", "period", name=op.f("uq_number_sequence_center_id_series_period")
        ),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "product",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("sku", t.Str(), nullable=False),
        sa.Column("sku_key", t.Str(), nullable=False),
        sa.Column("maker", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("unit", t.Str(), nullable=False),
        sa.Column("purchase_unit", t.Str(), nullable=False),
        sa.Column("purchase_factor", t.Qty(), nullable=False),
        sa.Column("barcode", t.Str(), nullable=True),
        sa.Column("min_qty", t.Qty(), nullable=True),
        sa.Column("max_qty", t.Qty(), nullable=True),
        sa.Column("bin", t.Str(), nullable=True),
        sa.Column("last_cost_amount", t.Amount(), nullable=True),
        sa.Column("equivalent_group", t.Str(), nullable=True),
        sa.Column("superseded_by", t.Str(), nullable=True),
        sa.Column("needs_serial", t.Flag(), nullable=False),
        sa.Column("low_since_at", t.UtcTime(), nullable=True),
        sa.Column("dip_count", t.Whole(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("purchase_factor > 0", name=op.f("ck_product_purchase_factor")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_product_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("center_id", "barcode", name=op.f("uq_product_center_id_barcode")),
        sa.UniqueConstraint("center_id", "sku", name=op.f("uq_product_center_id_sku")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_product_sku_key", "product", ["center_id", "sku_key"], unique=False)
    op.create_table(
        "role",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("permissions", t.Json(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_role_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("center_id", "code", name=op.f("uq_role_center_id_code")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "saved_setting",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("owner_key", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("value", t.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_saved_setting_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_setting")),
        sa.UniqueConstraint(
            "center_id", "owner_key", "name", name=op.f("uq_saved_setting_center_id_owner_key_name")
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "search_row",
        sa.Column("id", t.Whole(), autoincrement=True, nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("subject_id", t.Id(), nullable=False),
        sa.Column("folded", t.Folded(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_search_row_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_row")),
        sa.UniqueConstraint("subject_id", name=op.f("uq_search_row_subject_id")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_search_row_folded", "search_row", ["folded"], unique=False)
    op.create_table(
        "signing_key",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("workstation", t.Str(), nullable=False),
        sa.Column("public_key", t.Blob(), nullable=False),
        sa.Column("proof", t.Blob(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("retired_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_signing_key_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("public_key", name=op.f("uq_signing_key_public_key")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "sync_state",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("server_url", t.Str(), nullable=False),
        sa.Column("device_id", t.Str(), nullable=True),
        sa.Column("cursor", t.Str(), nullable=True),
        sa.Column("paired_at", t.UtcTime(), nullable=True),
        sa.Column("last_success_at", t.UtcTime(), nullable=True),
        sa.Column("last_try_at", t.UtcTime(), nullable=True),
        sa.Column("failures", t.Whole(), nullable=False),
        sa.Column("next_try_at", t.UtcTime(), nullable=True),
        sa.Column("problem", t.Str(), nullable=True),
        sa.Column("notices", t.Json(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_sync_state_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_state")),
        sa.UniqueConstraint("center_id", name=op.f("uq_sync_state_center_id")),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "vehicle",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("vin", t.Str(), nullable=True),
        sa.Column("plate", t.Str(), nullable=True),
        sa.Column("plate_key", t.Str(), nullable=True),
        sa.Column("make", t.Str(), nullable=False),
        sa.Column("model", t.Str(), nullable=False),
        sa.Column("variant", t.Str(), nullable=False),
        sa.Column("made_year", t.Whole(), nullable=True),
        sa.Column("color", t.Str(), nullable=True),
        sa.Column("engine", t.Str(), nullable=True),
        sa.Column("engine_number", t.Str(), nullable=True),
        sa.Column("body_number", t.Str(), nullable=True),
        sa.Column("fuel_kind", t.Str(), nullable=True),
        sa.Column("gearbox", t.Str(), nullable=True),
        sa.Column("odometer_unit", t.Str(), nullable=False),
        sa.Column("serials", t.Json(), nullable=False),
        sa.Column("bought_on", t.DateOn(), nullable=True),
        sa.Column("warranty_until_on", t.DateOn(), nullable=True),
        sa.Column("insurance_until_on", t.DateOn(), nullable=True),
        sa.Column("inspection_until_on", t.DateOn(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("natural_key", t.Str(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_vehicle_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_vehicle_plate_key", "vehicle", ["center_id", "plate_key"], unique=False)
    op.create_index(
        "uq_vehicle_center_id_vin",
        "vehicle",
        ["center_id", "vin"],
        unique=True,
        sqlite_where=sa.text("vin IS NOT NULL AND archived_at IS NULL"),
        postgresql_where=sa.text("vin IS NOT NULL AND archived_at IS NULL"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("seq", t.Whole(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("actor_id", t.Id(), nullable=False),
        sa.Column("workstation", t.Str(), nullable=False),
        sa.Column("action", t.Str(), nullable=False),
        sa.Column("subject_kind", t.Str(), nullable=False),
        sa.Column("subject_id", t.Id(), nullable=True),
        sa.Column("changes", t.Str(), nullable=False),
        sa.Column("prev_hash", t.Str(), nullable=False),
        sa.Column("hash", t.Str(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["employee.id"], name=op.f("fk_audit_entry_actor_id")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_audit_entry_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("center_id", "seq", name=op.f("uq_audit_entry_center_id_seq")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_audit_entry_subject_id", "audit_entry", ["subject_id"], unique=False)
    op.create_table(
        "catalog_item",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("folded", t.Folded(), nullable=False),
        sa.Column("unit", t.Str(), nullable=False),
        sa.Column("norm_hours", t.Qty(), nullable=True),
        sa.Column("labour_type", t.Str(), nullable=False),
        sa.Column("price_amount", t.Amount(), nullable=True),
        sa.Column("tax_code", t.Str(), nullable=False),
        sa.Column("hsn_sac", t.Str(), nullable=True),
        sa.Column("product_id", t.Id(), nullable=True),
        sa.Column("next_service_km", t.Whole(), nullable=True),
        sa.Column("next_service_months", t.Whole(), nullable=True),
        sa.Column("warranty_km", t.Whole(), nullable=True),
        sa.Column("warranty_months", t.Whole(), nullable=True),
        sa.Column("required_serial", t.Str(), nullable=True),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_catalog_item_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_catalog_item_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalog_item")),
        sa.UniqueConstraint("center_id", "code", name=op.f("uq_catalog_item_center_id_code")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_catalog_item_product_id", "catalog_item", ["product_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("purpose", t.Str(), nullable=False),
        sa.Column("source", t.Str(), nullable=False),
        sa.Column("given_at", t.UtcTime(), nullable=False),
        sa.Column("withdrawn_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_consent_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_consent_customer_id", "consent", ["customer_id"], unique=False)
    op.create_table(
        "odometer_reading",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("value", t.Whole(), nullable=False),
        sa.Column("unit", t.Str(), nullable=False),
        sa.Column("read_at", t.UtcTime(), nullable=False),
        sa.Column("source", t.Str(), nullable=False),
        sa.Column("source_id", t.Id(), nullable=True),
        sa.Column("is_anomaly", t.Flag(), nullable=False),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("confirmed_by_id", t.Id(), nullable=True),
        sa.Column("corrects_id", t.Id(), nullable=True),
        sa.CheckConstraint("value >= 0", name=op.f("ck_odometer_reading_value")),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["employee.id"], name=op.f("fk_odometer_reading_confirmed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["odometer_reading.id"], name=op.f("fk_odometer_reading_corrects_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_odometer_reading_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_odometer_reading")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_odometer_reading_vehicle_id_read_at",
        "odometer_reading",
        ["vehicle_id", "read_at"],
        unique=False,
    )
    op.create_table(
        "outbox_envelope",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("schema_version", t.Str(), nullable=False),
        sa.Column("subject_id", t.Id(), nullable=False),
        sa.Column("subject_seq", t.Whole(), nullable=False),
        sa.Column("gate_vehicle_id", t.Id(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("needs_prices", t.Flag(), nullable=False),
        sa.Column("body", t.Str(), nullable=False),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("tries", t.Whole(), nullable=False),
        sa.Column("next_try_at", t.UtcTime(), nullable=True),
        sa.Column("delivered_at", t.UtcTime(), nullable=True),
        sa.Column("verdict", t.Str(), nullable=True),
        sa.Column("verdict_code", t.Str(), nullable=True),
        sa.Column("verdict_reason", t.Str(), nullable=True),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_outbox_envelope_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["gate_vehicle_id"], ["vehicle.id"], name=op.f("fk_outbox_envelope_gate_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_envelope")),
        sa.UniqueConstraint(
            "subject_id", "subject_seq", name=op.f("uq_outbox_envelope_subject_id_subject_seq")
        ),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_outbox_envelope_gate_vehicle_id", "outbox_envelope", ["gate_vehicle_id"], unique=False
    )
    op.create_index(
        "ix_outbox_envelope_pending",
        "outbox_envelope",
        ["center_id", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'delivered'"),
        postgresql_where=sa.text("state <> 'delivered'"),
    )
    op.create_table(
        "person_seal",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("document_kind", t.Str(), nullable=False),
        sa.Column("document_id", t.Id(), nullable=False),
        sa.Column("commitment", t.Str(), nullable=False),
        sa.Column("salt", t.Blob(), nullable=True),
        sa.Column("payload", t.Str(), nullable=True),
        sa.Column("keep_until_on", t.DateOn(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("erased_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_person_seal_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_person_seal_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_seal")),
        sa.UniqueConstraint(
            "document_kind", "document_id", name=op.f("uq_person_seal_document_kind_document_id")
        ),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_person_seal_customer_id", "person_seal", ["customer_id"], unique=False)
    op.create_table(
        "plate_record",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("plate", t.Str(), nullable=False),
        sa.Column("plate_key", t.Str(), nullable=False),
        sa.Column("country", t.Str(), nullable=True),
        sa.Column("from_at", t.UtcTime(), nullable=False),
        sa.Column("until_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_plate_record_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plate_record")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_plate_record_plate_key", "plate_record", ["plate_key"], unique=False)
    op.create_index("ix_plate_record_vehicle_id", "plate_record", ["vehicle_id"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("employee_id", t.Id(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("workstation", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=False),
        sa.Column("succeeded", t.Flag(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_sign_in_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_sign_in_employee_id_at", "sign_in", ["employee_id", "at"], unique=False)
    op.create_table(
        "stock_level",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("product_id", t.Id(), nullable=False),
        sa.Column("location_id", t.Id(), nullable=False),
        sa.Column("on_hand_qty", t.Qty(), nullable=False),
        sa.Column("reserved_qty", t.Qty(), nullable=False),
        sa.Column("value_amount", t.Amount(), nullable=False),
        sa.CheckConstraint("reserved_qty >= 0", name=op.f("ck_stock_level_reserved")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_stock_level_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_level_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_level")),
        sa.UniqueConstraint(
            "product_id", "location_id", name=op.f("uq_stock_level_product_id_location_id")
        ),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "stock_move",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("product_id", t.Id(), nullable=False),
        sa.Column("from_id", t.Id(), nullable=False),
        sa.Column("to_id", t.Id(), nullable=False),
        sa.Column("qty", t.Qty(), nullable=False),
        sa.Column("value_amount", t.Amount(), nullable=True),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("reason", t.Str(), nullable=False),
        sa.Column("source_kind", t.Str(), nullable=False),
        sa.Column("source_id", t.Id(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("done_at", t.UtcTime(), nullable=True),
        sa.Column("reverses_id", t.Id(), nullable=True),
        sa.Column("sha256", t.Str(), nullable=True),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_stock_move_places")),
        sa.CheckConstraint("qty > 0", name=op.f("ck_stock_move_qty")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_stock_move_center_id")),
        sa.ForeignKeyConstraint(["from_id"], ["location.id"], name=op.f("fk_stock_move_from_id")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_stock_move_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_move_product_id")
        ),
        sa.ForeignKeyConstraint(
            ["reverses_id"], ["stock_move.id"], name=op.f("fk_stock_move_reverses_id")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["location.id"], name=op.f("fk_stock_move_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_move")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_stock_move_product_id_id", "stock_move", ["product_id", "id"], unique=False)
    op.create_index("ix_stock_move_source_id", "stock_move", ["source_id"], unique=False)
    op.create_table(
        "vehicle_link",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("scope", t.Json(), nullable=False),
        sa.Column("asked_at", t.UtcTime(), nullable=False),
        sa.Column("asked_by_id", t.Id(), nullable=False),
        sa.Column("decided_at", t.UtcTime(), nullable=True),
        sa.Column("decision_reason", t.Str(), nullable=True),
        sa.Column("history", t.Json(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["employee.id"], name=op.f("fk_vehicle_link_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_vehicle_link_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_vehicle_link_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_link_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_link")),
        info={"retention": "books", "synced": True},
        sqlite_strict=True,
    )
    op.create_index("ix_vehicle_link_vehicle_id", "vehicle_link", ["vehicle_id"], unique=False)
    op.create_index(
        "uq_vehicle_link_open",
        "vehicle_link",
        ["center_id", "vehicle_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('requested', 'approved')"),
        postgresql_where=sa.text("state IN ('requested', 'approved')"),
    )
    op.create_table(
        "vehicle_person",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("role", t.Str(), nullable=False),
        sa.Column("from_at", t.UtcTime(), nullable=False),
        sa.Column("until_at", t.UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_vehicle_person_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_person_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_person")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_vehicle_person_customer_id", "vehicle_person", ["customer_id"], unique=False
    )
    op.create_index("ix_vehicle_person_vehicle_id", "vehicle_person", ["vehicle_id"], unique=False)
    op.create_table(
        "work_order",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("source", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("held_from", t.Str(), nullable=True),
        sa.Column("hold_reason", t.Str(), nullable=True),
        sa.Column("hold_until_at", t.UtcTime(), nullable=True),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("bringer_id", t.Id(), nullable=True),
        sa.Column("bringer_authority", t.Str(), nullable=True),
        sa.Column("advisor_id", t.Id(), nullable=False),
        sa.Column("technician_id", t.Id(), nullable=True),
        sa.Column("priority", t.Whole(), nullable=False),
        sa.Column("promised_at", t.UtcTime(), nullable=True),
        sa.Column("odometer_value", t.Whole(), nullable=True),
        sa.Column("odometer_unit", t.Str(), nullable=False),
        sa.Column("odometer_reason", t.Str(), nullable=True),
        sa.Column("fuel_percent", t.Whole(), nullable=True),
        sa.Column("key_tag", t.Str(), nullable=True),
        sa.Column("belongings", t.Str(), nullable=True),
        sa.Column("visible_damage", t.Str(), nullable=True),
        sa.Column("found_defects_choice", t.Str(), nullable=True),
        sa.Column("old_parts_choice", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("currency", t.Str(), nullable=False),
        sa.Column("supplied_on", t.DateOn(), nullable=False),
        sa.Column("place_of_supply", t.Str(), nullable=True),
        sa.Column("limit_amount", t.Amount(), nullable=True),
        sa.Column("net_amount", t.Amount(), nullable=False),
        sa.Column("discount_amount", t.Amount(), nullable=False),
        sa.Column("tax_amount", t.Amount(), nullable=False),
        sa.Column("round_off_amount", t.Amount(), nullable=False),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("proposed_amount", t.Amount(), nullable=False),
        sa.Column("cost_amount", t.Amount(), nullable=True),
        sa.Column("rework_count", t.Whole(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("checked_in_at", t.UtcTime(), nullable=True),
        sa.Column("started_at", t.UtcTime(), nullable=True),
        sa.Column("completed_at", t.UtcTime(), nullable=True),
        sa.Column("delivered_at", t.UtcTime(), nullable=True),
        sa.Column("cancel_reason", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("rework_count >= 0", name=op.f("ck_work_order_rework_count")),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["employee.id"], name=op.f("fk_work_order_advisor_id")
        ),
        sa.ForeignKeyConstraint(
            ["bringer_id"], ["customer.id"], name=op.f("fk_work_order_bringer_id")
        ),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_work_order_center_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_work_order_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["technician_id"], ["employee.id"], name=op.f("fk_work_order_technician_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_work_order_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_order")),
        sa.UniqueConstraint("center_id", "number", name=op.f("uq_work_order_center_id_number")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_work_order_center_id_made_at_id",
        "work_order",
        ["center_id", "made_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_work_order_center_id_state", "work_order", ["center_id", "state", "id"], unique=False
    )
    op.create_index("ix_work_order_customer_id", "work_order", ["customer_id"], unique=False)
    op.create_index("ix_work_order_vehicle_id", "work_order", ["vehicle_id"], unique=False)
    op.create_table(
        "completed_record",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("layout", t.Whole(), nullable=False),
        sa.Column("snapshot", t.Str(), nullable=False),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.Column("key_id", t.Id(), nullable=False),
        sa.Column("signature", t.Blob(), nullable=False),
        sa.Column("completed_at", t.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_completed_record_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["key_id"], ["signing_key.id"], name=op.f("fk_completed_record_key_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_completed_record_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completed_record")),
        sa.UniqueConstraint("order_id", name=op.f("uq_completed_record_order_id")),
        info={"retention": "books", "synced": True},
        sqlite_strict=True,
    )
    op.create_table(
        "correction",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("asked_by", t.Str(), nullable=False),
        sa.Column("reason", t.Str(), nullable=False),
        sa.Column("recorded", t.Json(), nullable=False),
        sa.Column("corrected", t.Json(), nullable=False),
        sa.Column("snapshot_sha256", t.Str(), nullable=False),
        sa.Column("asked_at", t.UtcTime(), nullable=False),
        sa.Column("asked_by_id", t.Id(), nullable=False),
        sa.Column("decided_at", t.UtcTime(), nullable=True),
        sa.Column("decided_by", t.Str(), nullable=True),
        sa.Column("decision_note", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["employee.id"], name=op.f("fk_correction_asked_by_id")
        ),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_correction_center_id")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_correction_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("order_id", "number", name=op.f("uq_correction_order_id_number")),
        info={"retention": "books", "synced": True},
        sqlite_strict=True,
    )
    op.create_index("ix_correction_order_id", "correction", ["order_id"], unique=False)
    op.create_table(
        "expense_entry",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("spent_on", t.DateOn(), nullable=False),
        sa.Column("labour_amount", t.Amount(), nullable=False),
        sa.Column("parts_amount", t.Amount(), nullable=False),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("currency", t.Str(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_expense_entry_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_expense_entry_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense_entry")),
        sa.UniqueConstraint("order_id", name=op.f("uq_expense_entry_order_id")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_expense_entry_vehicle_id", "expense_entry", ["vehicle_id"], unique=False)
    op.create_table(
        "invoice",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("series", t.Str(), nullable=False),
        sa.Column("number", t.Str(), nullable=True),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("vehicle_id", t.Id(), nullable=True),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("corrects_id", t.Id(), nullable=True),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("currency", t.Str(), nullable=False),
        sa.Column("supplied_on", t.DateOn(), nullable=False),
        sa.Column("place_of_supply", t.Str(), nullable=True),
        sa.Column("issued_on", t.DateOn(), nullable=True),
        sa.Column("issued_at", t.UtcTime(), nullable=True),
        sa.Column("due_on", t.DateOn(), nullable=True),
        sa.Column("net_amount", t.Amount(), nullable=False),
        sa.Column("discount_amount", t.Amount(), nullable=False),
        sa.Column("tax_amount", t.Amount(), nullable=False),
        sa.Column("round_off_amount", t.Amount(), nullable=False),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("layout", t.Whole(), nullable=True),
        sa.Column("record", t.Str(), nullable=True),
        sa.Column("sha256", t.Str(), nullable=True),
        sa.Column("key_id", t.Id(), nullable=True),
        sa.Column("signature", t.Blob(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "state <> 'issued' OR (number IS NOT NULL AND record IS NOT NULL)",
            name=op.f("ck_invoice_issued"),
        ),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_invoice_center_id")),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["invoice.id"], name=op.f("fk_invoice_corrects_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_invoice_customer_id")
        ),
        sa.ForeignKeyConstraint(["key_id"], ["signing_key.id"], name=op.f("fk_invoice_key_id")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_invoice_made_by_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["work_order.id"], name=op.f("fk_invoice_order_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_invoice_vehicle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint(
            "center_id", "series", "number", name=op.f("uq_invoice_center_id_series_number")
        ),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_invoice_center_id_issued_at_id",
        "invoice",
        ["center_id", "issued_at", "id"],
        unique=False,
    )
    op.create_index("ix_invoice_corrects_id", "invoice", ["corrects_id"], unique=False)
    op.create_index("ix_invoice_customer_id", "invoice", ["customer_id"], unique=False)
    op.create_index("ix_invoice_order_id", "invoice", ["order_id"], unique=False)
    op.create_table(
        "maintenance_recommendation",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("item_id", t.Id(), nullable=True),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("interval_km", t.Whole(), nullable=True),
        sa.Column("interval_months", t.Whole(), nullable=True),
        sa.Column("from_reading_id", t.Id(), nullable=True),
        sa.Column("from_value", t.Whole(), nullable=True),
        sa.Column("from_unit", t.Str(), nullable=False),
        sa.Column("due_on", t.DateOn(), nullable=True),
        sa.Column("due_value", t.Whole(), nullable=True),
        sa.Column("old_price_amount", t.Amount(), nullable=True),
        sa.Column("currency", t.Str(), nullable=True),
        sa.Column("lines", t.Json(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("closed_at", t.UtcTime(), nullable=True),
        sa.Column("closed_reason", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_reading_id"],
            ["odometer_reading.id"],
            name=op.f("fk_maintenance_recommendation_from_reading_id"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["catalog_item.id"], name=op.f("fk_maintenance_recommendation_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_maintenance_recommendation_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_maintenance_recommendation_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maintenance_recommendation")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_maintenance_recommendation_vehicle_id",
        "maintenance_recommendation",
        ["vehicle_id", "state"],
        unique=False,
    )
    op.create_table(
        "notification",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("template", t.Str(), nullable=False),
        sa.Column("params", t.Json(), nullable=False),
        sa.Column("unique_key", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("tries", t.Whole(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("next_try_at", t.UtcTime(), nullable=True),
        sa.Column("ended_at", t.UtcTime(), nullable=True),
        sa.Column("last_error", t.Str(), nullable=True),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_notification_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_notification_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_notification_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sa.UniqueConstraint("unique_key", name=op.f("uq_notification_unique_key")),
        info={"retention": "transport", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_notification_customer_id", "notification", ["customer_id"], unique=False)
    op.create_index("ix_notification_state", "notification", ["state"], unique=False)
    op.create_table(
        "order_transition",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("event", t.Str(), nullable=False),
        sa.Column("from_state", t.Str(), nullable=True),
        sa.Column("to_state", t.Str(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_order_transition_by_id")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_order_transition_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_transition")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_order_transition_order_id", "order_transition", ["order_id", "id"], unique=False
    )
    op.create_table(
        "package_line",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("package_id", t.Id(), nullable=False),
        sa.Column("item_id", t.Id(), nullable=False),
        sa.Column("quantity_qty", t.Qty(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["catalog_item.id"], name=op.f("fk_package_line_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["package_id"], ["catalog_item.id"], name=op.f("fk_package_line_package_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_package_line")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_package_line_package_id", "package_line", ["package_id"], unique=False)
    op.create_table(
        "payment",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("request_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("currency", t.Str(), nullable=False),
        sa.Column("amount", t.Amount(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("on_day", t.DateOn(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("reference", t.Str(), nullable=True),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("refunds_id", t.Id(), nullable=True),
        sa.Column("sha256", t.Str(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payment_amount")),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_payment_by_id")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_payment_center_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_payment_customer_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["work_order.id"], name=op.f("fk_payment_order_id")),
        sa.ForeignKeyConstraint(["refunds_id"], ["payment.id"], name=op.f("fk_payment_refunds_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint("center_id", "number", name=op.f("uq_payment_center_id_number")),
        sa.UniqueConstraint("request_id", name=op.f("uq_payment_request_id")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_payment_center_id_at", "payment", ["center_id", "at"], unique=False)
    op.create_index("ix_payment_customer_id", "payment", ["customer_id"], unique=False)
    op.create_index("ix_payment_order_id", "payment", ["order_id"], unique=False)
    op.create_table(
        "service_entry",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("vehicle_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("done_on", t.DateOn(), nullable=False),
        sa.Column("odometer_km", t.Whole(), nullable=True),
        sa.Column("works", t.Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_service_entry_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_service_entry_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_entry")),
        sa.UniqueConstraint("order_id", name=op.f("uq_service_entry_order_id")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_service_entry_vehicle_id", "service_entry", ["vehicle_id"], unique=False)
    op.create_table(
        "allocation",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("payment_id", t.Id(), nullable=False),
        sa.Column("invoice_id", t.Id(), nullable=False),
        sa.Column("amount", t.Amount(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_allocation_amount")),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_allocation_by_id")),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_allocation_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_allocation_payment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_allocation_invoice_id", "allocation", ["invoice_id"], unique=False)
    op.create_index("ix_allocation_payment_id", "allocation", ["payment_id"], unique=False)
    op.create_table(
        "job",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("approval", t.Str(), nullable=False),
        sa.Column("approved_amount", t.Amount(), nullable=True),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("payer", t.Str(), nullable=False),
        sa.Column("package_id", t.Id(), nullable=True),
        sa.Column("package_amount", t.Amount(), nullable=True),
        sa.Column("recommendation_id", t.Id(), nullable=True),
        sa.Column("is_sealed", t.Flag(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["work_order.id"], name=op.f("fk_job_order_id")),
        sa.ForeignKeyConstraint(
            ["package_id"], ["catalog_item.id"], name=op.f("fk_job_package_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["maintenance_recommendation.id"],
            name=op.f("fk_job_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_job_order_id", "job", ["order_id"], unique=False)
    op.create_table(
        "concern",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.Column("words", t.Str(), nullable=False),
        sa.Column("cause", t.Str(), nullable=True),
        sa.Column("correction", t.Str(), nullable=True),
        sa.Column("job_id", t.Id(), nullable=True),
        sa.Column("is_sealed", t.Flag(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_concern_job_id")),
        sa.ForeignKeyConstraint(["order_id"], ["work_order.id"], name=op.f("fk_concern_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_concern_order_id", "concern", ["order_id"], unique=False)
    op.create_table(
        "job_decision",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("job_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("decision", t.Str(), nullable=False),
        sa.Column("method", t.Str(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("contact_mask", t.Str(), nullable=True),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("amount", t.Amount(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_job_decision_by_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_job_decision_customer_id")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_job_decision_job_id")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_job_decision_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_decision")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_job_decision_job_id", "job_decision", ["job_id"], unique=False)
    op.create_table(
        "order_line",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("job_id", t.Id(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("item_id", t.Id(), nullable=True),
        sa.Column("product_id", t.Id(), nullable=True),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("maker", t.Str(), nullable=False),
        sa.Column("unit", t.Str(), nullable=False),
        sa.Column("qty", t.Qty(), nullable=False),
        sa.Column("price_amount", t.Amount(), nullable=False),
        sa.Column("price_why", t.Json(), nullable=False),
        sa.Column("discount_percent", t.Percent(), nullable=False),
        sa.Column("off_amount", t.Amount(), nullable=False),
        sa.Column("tax_code", t.Str(), nullable=False),
        sa.Column("hsn_sac", t.Str(), nullable=True),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("payer", t.Str(), nullable=False),
        sa.Column("is_customers_own", t.Flag(), nullable=False),
        sa.Column("technician_id", t.Id(), nullable=True),
        sa.Column("location_id", t.Id(), nullable=True),
        sa.Column("reserved_qty", t.Qty(), nullable=False),
        sa.Column("issued_qty", t.Qty(), nullable=False),
        sa.Column("issued_amount", t.Amount(), nullable=False),
        sa.Column("serial", t.Str(), nullable=True),
        sa.Column("next_service_km", t.Whole(), nullable=True),
        sa.Column("next_service_months", t.Whole(), nullable=True),
        sa.Column("warranty_km", t.Whole(), nullable=True),
        sa.Column("warranty_months", t.Whole(), nullable=True),
        sa.Column("list_amount", t.Amount(), nullable=False),
        sa.Column("discount_amount", t.Amount(), nullable=False),
        sa.Column("net_amount", t.Amount(), nullable=False),
        sa.Column("tax_amount", t.Amount(), nullable=False),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("cost_amount", t.Amount(), nullable=True),
        sa.Column("credit_amount", t.Amount(), nullable=True),
        sa.Column("is_sealed", t.Flag(), nullable=False),
        sa.CheckConstraint(
            "discount_percent >= 0 AND discount_percent <= 100000",
            name=op.f("ck_order_line_discount_percent"),
        ),
        sa.CheckConstraint("qty > 0", name=op.f("ck_order_line_qty")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["catalog_item.id"], name=op.f("fk_order_line_item_id")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_order_line_job_id")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_order_line_location_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_order_line_order_id")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_order_line_product_id")
        ),
        sa.ForeignKeyConstraint(
            ["technician_id"], ["employee.id"], name=op.f("fk_order_line_technician_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_line")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_order_line_order_id", "order_line", ["order_id"], unique=False)
    op.create_index("ix_order_line_product_id", "order_line", ["product_id"], unique=False)
    op.create_table(
        "invoice_line",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("invoice_id", t.Id(), nullable=False),
        sa.Column("sort", t.Whole(), nullable=False),
        sa.Column("line_key", t.Str(), nullable=False),
        sa.Column("order_line_id", t.Id(), nullable=True),
        sa.Column("credits_id", t.Id(), nullable=True),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("maker", t.Str(), nullable=False),
        sa.Column("unit", t.Str(), nullable=False),
        sa.Column("qty", t.Qty(), nullable=False),
        sa.Column("price_amount", t.Amount(), nullable=False),
        sa.Column("discount_percent", t.Percent(), nullable=False),
        sa.Column("tax_code", t.Str(), nullable=False),
        sa.Column("tax_percent", t.Percent(), nullable=False),
        sa.Column("hsn_sac", t.Str(), nullable=True),
        sa.Column("payer", t.Str(), nullable=False),
        sa.Column("job_name", t.Str(), nullable=False),
        sa.Column("list_amount", t.Amount(), nullable=False),
        sa.Column("discount_amount", t.Amount(), nullable=False),
        sa.Column("net_amount", t.Amount(), nullable=False),
        sa.Column("tax_amount", t.Amount(), nullable=False),
        sa.Column("total_amount", t.Amount(), nullable=False),
        sa.Column("tax_parts", t.Json(), nullable=False),
        sa.CheckConstraint("qty > 0", name=op.f("ck_invoice_line_qty")),
        sa.ForeignKeyConstraint(
            ["credits_id"], ["invoice_line.id"], name=op.f("fk_invoice_line_credits_id")
        ),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_line_invoice_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_line_id"], ["order_line.id"], name=op.f("fk_invoice_line_order_line_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_line")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_invoice_line_credits_id", "invoice_line", ["credits_id"], unique=False)
    op.create_index("ix_invoice_line_invoice_id", "invoice_line", ["invoice_id"], unique=False)

    connection = op.get_bind()
    for statement in LITE if connection.dialect.name == "sqlite" else POSTGRES:
        connection.exec_driver_sql(statement)
    install(connection, MAIN_PATH)
