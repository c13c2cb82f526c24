"""Vehicles: one identity of our own, plates and owners that change over time, odometer readings with their story."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Json, Key, Retention, Versioned, partial_index, ref, table_args

KM_PER_MILE = Decimal("1.609344")
"""International mile of 1959."""


class OdometerUnit(StrEnum):
    """What the dashboard counts in."""

    KM = "km"
    MI = "mi"


def to_km(value: int, unit: str) -> int:
    """Whole kilometres of a reading, for comparing cars whose dashboards count differently."""
    return value if unit == OdometerUnit.KM.value else int(Decimal(value) * KM_PER_MILE)


class Vehicle(Versioned, Base):
    """What is repaired. VIN may be missing; the plate is today's, the history is in ``plate_record``."""

    __tablename__ = "vehicle"
    __table_args__ = table_args(
        sa.Index("ix_vehicle_plate_key", "center_id", "plate_key"),
        sa.Index("ix_vehicle_merged_into_id", "merged_into_id"),
        sa.Index("ix_vehicle_center_id_archived_at_id", "center_id", "archived_at", "id"),
        partial_index(
            "uq_vehicle_center_id_vin",
            "center_id",
            "vin",
            where="vin IS NOT NULL AND archived_at IS NULL",
            unique=True,
        ),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    vin: Mapped[str | None]
    plate: Mapped[str | None]
    plate_key: Mapped[str | None]
    make: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    variant: Mapped[str] = mapped_column(default="")
    made_year: Mapped[int | None]
    color: Mapped[str | None]
    engine: Mapped[str | None]
    engine_number: Mapped[str | None]
    body_number: Mapped[str | None]
    fuel_kind: Mapped[str | None]
    gearbox: Mapped[str | None]
    odometer_unit: Mapped[str] = mapped_column(default=OdometerUnit.KM.value)
    serials: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict)
    bought_on: Mapped[date | None]
    warranty_until_on: Mapped[date | None]
    insurance_until_on: Mapped[date | None]
    inspection_until_on: Mapped[date | None]
    note: Mapped[str | None]
    natural_key: Mapped[str | None]
    made_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
    merged_into_id: Mapped[uuid.UUID | None]


class PlateRecord(Base):
    """A plate the vehicle carried; the same plate may stand on another vehicle at another time."""

    __tablename__ = "plate_record"
    __table_args__ = table_args(
        sa.Index("ix_plate_record_vehicle_id", "vehicle_id"),
        sa.Index("ix_plate_record_plate_key", "plate_key"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    plate: Mapped[str]
    plate_key: Mapped[str]
    country: Mapped[str | None]
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]


class VehicleRole(StrEnum):
    """What a customer is to a vehicle."""

    OWNER = "owner"
    DRIVER = "driver"
    PAYER = "payer"


class VehiclePerson(Base):
    """A customer's part in a vehicle, from when until when; a sale ends one and begins another."""

    __tablename__ = "vehicle_person"
    __table_args__ = table_args(
        sa.Index("ix_vehicle_person_vehicle_id", "vehicle_id"),
        sa.Index("ix_vehicle_person_customer_id", "customer_id"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    role: Mapped[str] = mapped_column(default=VehicleRole.OWNER.value)
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]


class OdometerReading(Base):
    """One reading. A mistake is mended by a new row that ``corrects_id`` it; the mistaken row stays."""

    __tablename__ = "odometer_reading"
    __table_args__ = table_args(
        sa.Index("ix_odometer_reading_vehicle_id_read_at", "vehicle_id", "read_at"),
        sa.CheckConstraint("value >= 0", name="value"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    value: Mapped[int]
    unit: Mapped[str]
    read_at: Mapped[datetime]
    source: Mapped[str]
    source_id: Mapped[uuid.UUID | None]
    is_anomaly: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    confirmed_by_id: Mapped[uuid.UUID | None] = ref("employee")
    corrects_id: Mapped[uuid.UUID | None] = ref("odometer_reading")
