"""The calendar: hours, bays, people at work, services, appointments, and the time that is taken."""

import json
from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.engine import Connection

from migrations.guards import BOOKINGS, install
from models import base as t

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ALL = ("bookings.view", "bookings.edit", "bookings.overbook", "bookings.settings")
_SEEDS = {
    "owner": _ALL,
    "administrator": _ALL,
    "manager": _ALL,
    "receptionist": _ALL[:2],
    "mechanic": _ALL[:1],
    "storekeeper": _ALL[:1],
    "central_storekeeper": _ALL[:1],
}


def upgrade() -> None:
    """Add the tables and what keeps two bookings apart; roles of before get the calendar's rights."""
    op.create_table(
        "bay",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("department", t.Str(), nullable=False),
        sa.Column("position", t.Whole(), nullable=False),
        sa.Column("abilities", t.Json(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_bay_center_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bay")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_bay_center_id_position", "bay", ["center_id", "position"], unique=False)
    op.create_table(
        "booking_rules",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("uses_public_holidays", t.Flag(), nullable=False),
        sa.Column("holiday_region", t.Str(), nullable=False),
        sa.Column("step_minutes", t.Whole(), nullable=False),
        sa.Column("hold_minutes", t.Whole(), nullable=False),
        sa.Column("late_minutes", t.Whole(), nullable=False),
        sa.Column("typical_minutes", t.Whole(), nullable=False),
        sa.Column("full_percent", t.Whole(), nullable=False),
        sa.Column("contact_days", t.Whole(), nullable=False),
        sa.Column("appointment_number", t.Str(), nullable=False),
        sa.Column("transport_number", t.Str(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_booking_rules_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_rules")),
        sa.UniqueConstraint("center_id", name=op.f("uq_booking_rules_center_id")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "calendar_day",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("day_on", t.DateOn(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("opens_minute", t.Whole(), nullable=True),
        sa.Column("closes_minute", t.Whole(), nullable=True),
        sa.Column("breaks", t.Json(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "kind = 'closed' OR (opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440)",
            name=op.f("ck_calendar_day_minutes"),
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_calendar_day_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("center_id", "day_on", name=op.f("uq_calendar_day_center_id_day_on")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "opening_hours",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("weekday", t.Whole(), nullable=False),
        sa.Column("opens_minute", t.Whole(), nullable=False),
        sa.Column("closes_minute", t.Whole(), nullable=False),
        sa.Column("breaks", t.Json(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440",
            name=op.f("ck_opening_hours_minutes"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_hours_weekday")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_opening_hours_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hours")),
        sa.UniqueConstraint(
            "center_id", "weekday", name=op.f("uq_opening_hours_center_id_weekday")
        ),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "service_type",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("department", t.Str(), nullable=False),
        sa.Column("position", t.Whole(), nullable=False),
        sa.Column("minutes", t.Whole(), nullable=False),
        sa.Column("ability", t.Str(), nullable=True),
        sa.Column("skill", t.Str(), nullable=True),
        sa.Column("buffer_before", t.Whole(), nullable=False),
        sa.Column("buffer_after", t.Whole(), nullable=False),
        sa.Column("day_cap", t.Whole(), nullable=True),
        sa.Column("is_public", t.Flag(), nullable=False),
        sa.Column("archived_at", t.UtcTime(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "buffer_before >= 0 AND buffer_after >= 0", name=op.f("ck_service_type_buffers")
        ),
        sa.CheckConstraint("day_cap IS NULL OR day_cap > 0", name=op.f("ck_service_type_day_cap")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_service_type_minutes")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_service_type_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_type")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_service_type_center_id_position",
        "service_type",
        ["center_id", "position"],
        unique=False,
    )
    op.create_table(
        "absence",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("employee_id", t.Id(), nullable=False),
        sa.Column("from_on", t.DateOn(), nullable=False),
        sa.Column("until_on", t.DateOn(), nullable=False),
        sa.Column("reason", t.Str(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("from_on <= until_on", name=op.f("ck_absence_days")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_absence_center_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_absence_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_absence_center_id_until_on", "absence", ["center_id", "until_on"], unique=False
    )
    op.create_index("ix_absence_employee_id", "absence", ["employee_id"], unique=False)
    op.create_table(
        "appointment",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("source", t.Str(), nullable=False),
        sa.Column("mode", t.Str(), nullable=False),
        sa.Column("customer_id", t.Id(), nullable=True),
        sa.Column("vehicle_id", t.Id(), nullable=True),
        sa.Column("contact_name", t.Str(), nullable=True),
        sa.Column("contact_phone", t.Str(), nullable=True),
        sa.Column("plate", t.Str(), nullable=True),
        sa.Column("plate_key", t.Str(), nullable=True),
        sa.Column("car", t.Str(), nullable=False),
        sa.Column("words", t.Str(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("minutes", t.Whole(), nullable=False),
        sa.Column("buffer_before", t.Whole(), nullable=False),
        sa.Column("buffer_after", t.Whole(), nullable=False),
        sa.Column("ability", t.Str(), nullable=True),
        sa.Column("skill", t.Str(), nullable=True),
        sa.Column("starts_at", t.UtcTime(), nullable=True),
        sa.Column("ends_at", t.UtcTime(), nullable=True),
        sa.Column("bay_id", t.Id(), nullable=True),
        sa.Column("employee_id", t.Id(), nullable=True),
        sa.Column("overbooked", t.Str(), nullable=True),
        sa.Column("promised_at", t.UtcTime(), nullable=True),
        sa.Column("notify", t.Str(), nullable=True),
        sa.Column("hold_until_at", t.UtcTime(), nullable=True),
        sa.Column("waiting_since_at", t.UtcTime(), nullable=True),
        sa.Column("wish", t.Json(), nullable=False),
        sa.Column("arrived_at", t.UtcTime(), nullable=True),
        sa.Column("end_reason", t.Str(), nullable=True),
        sa.Column("ended_by", t.Str(), nullable=True),
        sa.Column("ended_at", t.UtcTime(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("made_by_id", t.Id(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "(starts_at IS NULL AND ends_at IS NULL) OR starts_at < ends_at",
            name=op.f("ck_appointment_times"),
        ),
        sa.CheckConstraint(
            "buffer_before >= 0 AND buffer_after >= 0", name=op.f("ck_appointment_buffers")
        ),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_appointment_minutes")),
        sa.CheckConstraint(
            "overbooked IS NULL OR starts_at IS NOT NULL", name=op.f("ck_appointment_overbooked")
        ),
        sa.ForeignKeyConstraint(["bay_id"], ["bay.id"], name=op.f("fk_appointment_bay_id")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_appointment_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_appointment_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_appointment_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["employee.id"], name=op.f("fk_appointment_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_appointment_vehicle_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("center_id", "number", name=op.f("uq_appointment_center_id_number")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_appointment_center_id_starts_at",
        "appointment",
        ["center_id", "starts_at"],
        unique=False,
    )
    op.create_index(
        "ix_appointment_center_id_state", "appointment", ["center_id", "state", "id"], unique=False
    )
    op.create_index("ix_appointment_customer_id", "appointment", ["customer_id"], unique=False)
    op.create_index("ix_appointment_vehicle_id", "appointment", ["vehicle_id"], unique=False)
    op.create_table(
        "bay_closure",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("bay_id", t.Id(), nullable=False),
        sa.Column("starts_at", t.UtcTime(), nullable=False),
        sa.Column("ends_at", t.UtcTime(), nullable=False),
        sa.Column("why", t.Str(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_bay_closure_times")),
        sa.ForeignKeyConstraint(["bay_id"], ["bay.id"], name=op.f("fk_bay_closure_bay_id")),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_bay_closure_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bay_closure")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_bay_closure_bay_id_ends_at", "bay_closure", ["bay_id", "ends_at"], unique=False
    )
    op.create_table(
        "shift",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("employee_id", t.Id(), nullable=False),
        sa.Column("weekday", t.Whole(), nullable=False),
        sa.Column("starts_minute", t.Whole(), nullable=False),
        sa.Column("ends_minute", t.Whole(), nullable=False),
        sa.Column("breaks", t.Json(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440",
            name=op.f("ck_shift_minutes"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_shift_weekday")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_shift_center_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_shift_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sa.UniqueConstraint("employee_id", "weekday", name=op.f("uq_shift_employee_id_weekday")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_shift_center_id", "shift", ["center_id"], unique=False)
    op.create_table(
        "shift_day",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("employee_id", t.Id(), nullable=False),
        sa.Column("day_on", t.DateOn(), nullable=False),
        sa.Column("starts_minute", t.Whole(), nullable=True),
        sa.Column("ends_minute", t.Whole(), nullable=True),
        sa.Column("breaks", t.Json(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "(starts_minute IS NULL AND ends_minute IS NULL) OR "
            "(starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440)",
            name=op.f("ck_shift_day_minutes"),
        ),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_shift_day_center_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_shift_day_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_day")),
        sa.UniqueConstraint("employee_id", "day_on", name=op.f("uq_shift_day_employee_id_day_on")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_shift_day_center_id_day_on", "shift_day", ["center_id", "day_on"], unique=False
    )
    op.create_table(
        "skill",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("employee_id", t.Id(), nullable=False),
        sa.Column("code", t.Str(), nullable=False),
        sa.Column("certificate", t.Str(), nullable=True),
        sa.Column("valid_until_on", t.DateOn(), nullable=True),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_skill_center_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_skill_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint("employee_id", "code", name=op.f("uq_skill_employee_id_code")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_skill_center_id", "skill", ["center_id"], unique=False)
    op.create_table(
        "appointment_order",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=False),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_order_appointment_id")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["employee.id"], name=op.f("fk_appointment_order_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_appointment_order_center_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_appointment_order_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_order")),
        sa.UniqueConstraint("appointment_id", name=op.f("uq_appointment_order_appointment_id")),
        sa.UniqueConstraint("order_id", name=op.f("uq_appointment_order_order_id")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "appointment_service",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=False),
        sa.Column("service_type_id", t.Id(), nullable=True),
        sa.Column("position", t.Whole(), nullable=False),
        sa.Column("name", t.Str(), nullable=False),
        sa.Column("minutes", t.Whole(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_appointment_service_minutes")),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_appointment_service_appointment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["service_type_id"],
            ["service_type.id"],
            name=op.f("fk_appointment_service_service_type_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_service")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_appointment_service_appointment_id",
        "appointment_service",
        ["appointment_id"],
        unique=False,
    )
    op.create_index(
        "ix_appointment_service_service_type_id",
        "appointment_service",
        ["service_type_id"],
        unique=False,
    )
    op.create_table(
        "appointment_step",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=False),
        sa.Column("event", t.Str(), nullable=False),
        sa.Column("from_state", t.Str(), nullable=True),
        sa.Column("to_state", t.Str(), nullable=False),
        sa.Column("at", t.UtcTime(), nullable=False),
        sa.Column("by_id", t.Id(), nullable=False),
        sa.Column("reason", t.Str(), nullable=True),
        sa.Column("ended_by", t.Str(), nullable=True),
        sa.Column("starts_before", t.UtcTime(), nullable=True),
        sa.Column("starts_after", t.UtcTime(), nullable=True),
        sa.Column("bay_before_id", t.Id(), nullable=True),
        sa.Column("bay_after_id", t.Id(), nullable=True),
        sa.Column("employee_before_id", t.Id(), nullable=True),
        sa.Column("employee_after_id", t.Id(), nullable=True),
        sa.Column("minutes_before", t.Whole(), nullable=True),
        sa.Column("minutes_after", t.Whole(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_step_appointment_id")
        ),
        sa.ForeignKeyConstraint(
            ["bay_after_id"], ["bay.id"], name=op.f("fk_appointment_step_bay_after_id")
        ),
        sa.ForeignKeyConstraint(
            ["bay_before_id"], ["bay.id"], name=op.f("fk_appointment_step_bay_before_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["employee.id"], name=op.f("fk_appointment_step_by_id")),
        sa.ForeignKeyConstraint(
            ["employee_after_id"],
            ["employee.id"],
            name=op.f("fk_appointment_step_employee_after_id"),
        ),
        sa.ForeignKeyConstraint(
            ["employee_before_id"],
            ["employee.id"],
            name=op.f("fk_appointment_step_employee_before_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_step")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_appointment_step_appointment_id", "appointment_step", ["appointment_id"], unique=False
    )
    op.create_table(
        "transport",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("number", t.Str(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=False),
        sa.Column("kind", t.Str(), nullable=False),
        sa.Column("state", t.Str(), nullable=False),
        sa.Column("from_address", t.Str(), nullable=False),
        sa.Column("to_address", t.Str(), nullable=False),
        sa.Column("driver_id", t.Id(), nullable=True),
        sa.Column("starts_at", t.UtcTime(), nullable=False),
        sa.Column("ends_at", t.UtcTime(), nullable=False),
        sa.Column("note", t.Str(), nullable=True),
        sa.Column("made_at", t.UtcTime(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_transport_times")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_transport_appointment_id")
        ),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_transport_center_id")),
        sa.ForeignKeyConstraint(
            ["driver_id"], ["employee.id"], name=op.f("fk_transport_driver_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transport")),
        sa.UniqueConstraint("center_id", "number", name=op.f("uq_transport_center_id_number")),
        info={"retention": "person", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_transport_appointment_id", "transport", ["appointment_id"], unique=False)
    op.create_index(
        "ix_transport_center_id_starts_at", "transport", ["center_id", "starts_at"], unique=False
    )
    op.create_table(
        "busy_span",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=True),
        sa.Column("transport_id", t.Id(), nullable=True),
        sa.Column("bay_id", t.Id(), nullable=True),
        sa.Column("employee_id", t.Id(), nullable=True),
        sa.Column("starts_at", t.UtcTime(), nullable=False),
        sa.Column("ends_at", t.UtcTime(), nullable=False),
        sa.Column("part_starts_at", t.UtcTime(), nullable=False),
        sa.Column("part_ends_at", t.UtcTime(), nullable=False),
        sa.Column("is_overbooked", t.Flag(), nullable=False),
        sa.Column("hold_until_at", t.UtcTime(), nullable=True),
        sa.CheckConstraint(
            "bay_id IS NOT NULL OR employee_id IS NOT NULL", name=op.f("ck_busy_span_whose")
        ),
        sa.CheckConstraint(
            "part_starts_at >= starts_at AND part_ends_at <= ends_at AND part_starts_at < part_ends_at",
            name=op.f("ck_busy_span_part"),
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_busy_span_times")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_busy_span_appointment_id")
        ),
        sa.ForeignKeyConstraint(["bay_id"], ["bay.id"], name=op.f("fk_busy_span_bay_id")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_busy_span_center_id")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_busy_span_employee_id")
        ),
        sa.ForeignKeyConstraint(
            ["transport_id"], ["transport.id"], name=op.f("fk_busy_span_transport_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_span")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_busy_span_appointment_id", "busy_span", ["appointment_id"], unique=False)
    op.create_index("ix_busy_span_bay_id_ends_at", "busy_span", ["bay_id", "ends_at"], unique=False)
    op.create_index(
        "ix_busy_span_center_id_ends_at", "busy_span", ["center_id", "ends_at"], unique=False
    )
    op.create_index(
        "ix_busy_span_employee_id_ends_at", "busy_span", ["employee_id", "ends_at"], unique=False
    )
    op.create_index("ix_busy_span_transport_id", "busy_span", ["transport_id"], unique=False)
    op.create_table(
        "online_booking",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("takes", t.Str(), nullable=False),
        sa.Column("lead_minutes", t.Whole(), nullable=False),
        sa.Column("ahead_days", t.Whole(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.CheckConstraint(
            "lead_minutes >= 0 AND ahead_days > 0", name=op.f("ck_online_booking_reach")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_online_booking_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_online_booking")),
        sa.UniqueConstraint("center_id", name=op.f("uq_online_booking_center_id")),
        info={"retention": "shop", "synced": False},
        sqlite_strict=True,
    )
    op.create_table(
        "owner_request",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("request_id", t.Id(), nullable=False),
        sa.Column("appointment_id", t.Id(), nullable=False),
        sa.Column("wished_at", t.UtcTime(), nullable=False),
        sa.Column("was_taken", t.Flag(), nullable=False),
        sa.Column("known_by", t.Str(), nullable=False),
        sa.Column("asked_at", t.UtcTime(), nullable=False),
        sa.Column("heard", t.Whole(), nullable=False),
        sa.Column("told", t.Str(), nullable=False),
        sa.Column("told_at", t.UtcTime(), nullable=True),
        sa.Column("words", t.Str(), nullable=False),
        sa.Column("version", t.Whole(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_owner_request_appointment_id")
        ),
        sa.ForeignKeyConstraint(
            ["center_id"], ["center.id"], name=op.f("fk_owner_request_center_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_request")),
        sa.UniqueConstraint("appointment_id", name=op.f("uq_owner_request_appointment_id")),
        sa.UniqueConstraint(
            "center_id", "request_id", name=op.f("uq_owner_request_center_id_request_id")
        ),
        info={"retention": "shop", "synced": True},
        sqlite_strict=True,
    )

    connection = op.get_bind()
    install(connection, BOOKINGS)
    if connection.dialect.name == "sqlite":
        for owner in ("bay_id", "employee_id"):
            _apart(connection, owner, "INSERT")
            _apart(
                connection,
                owner,
                "UPDATE OF bay_id, employee_id, starts_at, ends_at, is_overbooked",
            )
    else:
        connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS btree_gist")
        for owner in ("bay_id", "employee_id"):
            connection.exec_driver_sql(
                f"ALTER TABLE busy_span ADD CONSTRAINT ex_busy_span_{owner} EXCLUDE USING gist "
                f"({owner} WITH =, tstzrange(starts_at, ends_at) WITH &&) "
                f"WHERE ({owner} IS NOT NULL AND NOT is_overbooked)"
            )
    _give_rights(connection)


def _apart(connection: Connection, owner: str, event: str) -> None:
    """SQLite has no exclusion constraints: a trigger asks for any span that lies over the new one."""
    name = f"apart_busy_span_{owner}_{event.split(maxsplit=1)[0].lower()}"
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name} BEFORE {event} ON busy_span "  # noqa: S608 - names of our own
        f"WHEN NEW.{owner} IS NOT NULL AND NOT NEW.is_overbooked AND EXISTS ("
        f"SELECT 1 FROM busy_span s WHERE s.{owner} = NEW.{owner} AND s.ends_at > NEW.starts_at "
        "AND s.starts_at < NEW.ends_at AND NOT s.is_overbooked AND s.id <> NEW.id) "
        "BEGIN SELECT RAISE(ABORT, 'taken:busy_span'); END"
    )


def _give_rights(connection: Connection) -> None:
    """A role that came with the shop gets what a new shop's has; one of the shop's own gets what its work needs."""
    role = sa.table(
        "role",
        sa.column("id", t.Id()),
        sa.column("code", t.Str()),
        sa.column("permissions", t.Str()),
    )
    for row in connection.execute(sa.select(role)).all():
        held: list[str] = json.loads(row.permissions)
        wanted: Iterable[str] = _SEEDS.get(row.code, _ALL[:2] if "work_orders.edit" in held else ())
        new = [right for right in wanted if right not in held]
        if new:
            text = json.dumps(held + new, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            connection.execute(sa.update(role).where(role.c.id == row.id).values(permissions=text))
