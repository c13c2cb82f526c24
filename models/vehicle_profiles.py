"""What is known of a vehicle beyond its passport: equipment, paint, tyres, battery, insurance, value, papers.

The field list is that of a body shop's vehicle profile, a dealer's vehicle card and the owner's passport together.
"""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Amount,
    Base,
    DateOn,
    Json,
    Key,
    Percent,
    Qty,
    Retention,
    Versioned,
    ref,
    table_args,
)

SERIALS = ("battery", "mcu", "vcu", "charger", "motor")
"""Parts of an electric vehicle whose serial numbers the maker's warranty asks for; keys of ``Vehicle.serials``."""


class Material(StrEnum):
    """What body panels are made of; each wants its own way of repair."""

    STEEL = "steel"
    HIGH_STRENGTH_STEEL = "high_strength_steel"
    ALUMINIUM = "aluminium"
    PLASTIC = "plastic"
    CARBON = "carbon"
    MAGNESIUM = "magnesium"


class PaintKind(StrEnum):
    """How the paint is built up."""

    SOLID = "solid"
    METALLIC = "metallic"
    PEARL = "pearl"
    TRICOAT = "tricoat"
    MATT = "matt"


class Ownership(StrEnum):
    """On what terms the vehicle is held."""

    OWNED = "owned"
    FINANCED = "financed"
    LEASED = "leased"
    RENTED = "rented"


class Title(StrEnum):
    """What the vehicle's title says about its past."""

    CLEAN = "clean"
    PLEDGED = "pledged"
    SALVAGE = "salvage"
    REBUILT = "rebuilt"


class Drive(StrEnum):
    """Which wheels are driven."""

    FRONT = "front"
    REAR = "rear"
    ALL = "all"


class AdasFeature(StrEnum):
    """A driver assistance part that looks, hears or measures."""

    FRONT_CAMERA = "front_camera"
    FRONT_RADAR = "front_radar"
    CORNER_RADAR = "corner_radar"
    LIDAR = "lidar"
    SURROUND_CAMERA = "surround_camera"
    REAR_CAMERA = "rear_camera"
    PARK_SENSORS = "park_sensors"
    STEERING_ANGLE = "steering_angle"
    HEADLAMPS = "headlamps"
    HEAD_UP = "head_up"
    RAIN_SENSOR = "rain_sensor"
    NIGHT_VISION = "night_vision"
    DRIVER_CAMERA = "driver_camera"


class CalibrationMethod(StrEnum):
    """How the part is calibrated: before targets, on the road, both, or by itself."""

    STATIC = "static"
    DYNAMIC = "dynamic"
    BOTH = "both"
    SELF = "self"


class PaperKind(StrEnum):
    """A paper of the vehicle."""

    REGISTRATION = "registration"
    TITLE = "title"
    INSURANCE = "insurance"
    INSPECTION = "inspection"
    WARRANTY = "warranty"
    AUTHORITY = "authority"
    CUSTOMS = "customs"
    SERVICE_BOOK = "service_book"
    OTHER = "other"


class VehicleProfile(Versioned, Base):
    """One row beside a vehicle. Policy number and radio code are secret: the audit names the change, not the value."""

    __tablename__ = "vehicle_profile"
    __table_args__ = table_args(sa.UniqueConstraint("vehicle_id"), retention=Retention.SHOP)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    body_style: Mapped[str | None]
    trim: Mapped[str | None]
    doors_count: Mapped[int | None]
    seats_count: Mapped[int | None]
    drive: Mapped[str | None]
    engine_cc: Mapped[int | None]
    power_kw: Mapped[int | None]
    options: Mapped[list[str]] = mapped_column(Json(), default=list)
    paint_code: Mapped[str | None]
    paint_name: Mapped[str | None]
    paint_kind: Mapped[str | None]
    second_paint_code: Mapped[str | None]
    materials: Mapped[list[str]] = mapped_column(Json(), default=list)
    tyres_front: Mapped[str | None]
    tyres_rear: Mapped[str | None]
    tyre_season: Mapped[str | None]
    tyre_made: Mapped[str | None]
    wheel_torque_nm: Mapped[int | None]
    tyre_store: Mapped[str | None]
    battery_kwh: Mapped[Decimal | None] = mapped_column(Qty())
    battery_health_percent: Mapped[Decimal | None] = mapped_column(Percent())
    charge_port: Mapped[str | None]
    battery_warranty_until_on: Mapped[date | None] = mapped_column(DateOn())
    is_trailer: Mapped[bool] = mapped_column(default=False)
    axles_count: Mapped[int | None]
    trailer_brake: Mapped[str | None]
    hitch: Mapped[str | None]
    curb_mass_kg: Mapped[int | None]
    max_mass_kg: Mapped[int | None]
    tow_mass_kg: Mapped[int | None]
    ownership: Mapped[str | None]
    lender: Mapped[str | None]
    title: Mapped[str | None]
    value_amount: Mapped[int | None] = mapped_column(Amount())
    value_currency: Mapped[str | None]
    valued_on: Mapped[date | None] = mapped_column(DateOn())
    value_source: Mapped[str | None]
    insurance_company: Mapped[str | None]
    insurance_policy: Mapped[str | None] = mapped_column(info={"secret": True})
    insurance_kind: Mapped[str | None]
    insurance_from_on: Mapped[date | None] = mapped_column(DateOn())
    warranty_status: Mapped[str | None]
    warranty_until_km: Mapped[int | None]
    storage_place: Mapped[str | None]
    key_place: Mapped[str | None]
    radio_code: Mapped[str | None] = mapped_column(info={"secret": True})
    outside_condition: Mapped[str | None]
    inside_condition: Mapped[str | None]
    known_damage: Mapped[str | None]
    earlier_repairs: Mapped[str | None]


class VehicleSensor(Base):
    """A driver assistance part that this vehicle has, and how it is calibrated."""

    __tablename__ = "vehicle_sensor"
    __table_args__ = table_args(
        sa.UniqueConstraint("vehicle_id", "feature"), retention=Retention.SHOP
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    feature: Mapped[str]
    method: Mapped[str]
    note: Mapped[str | None]


class VehiclePaper(Versioned, Base):
    """A paper of the vehicle: its number is secret, because it names a person as well as a car."""

    __tablename__ = "vehicle_paper"
    __table_args__ = table_args(
        sa.Index("ix_vehicle_paper_vehicle_id", "vehicle_id"), retention=Retention.PERSON
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    kind: Mapped[str]
    number: Mapped[str | None] = mapped_column(info={"secret": True})
    issued_on: Mapped[date | None] = mapped_column(DateOn())
    until_on: Mapped[date | None] = mapped_column(DateOn())
    note: Mapped[str | None] = mapped_column(info={"secret": True})
    made_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class Calibration(Base):
    """The answer to one calibration need of an order: done, with its report, or not needed, with a reason."""

    __tablename__ = "calibration"
    __table_args__ = table_args(
        sa.Index("ix_calibration_order_id", "order_id"),
        sa.Index("ix_calibration_vehicle_id", "vehicle_id"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    feature: Mapped[str]
    outcome: Mapped[str]
    method: Mapped[str | None]
    report: Mapped[str | None]
    file_id: Mapped[uuid.UUID | None]
    reason: Mapped[str | None]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")


class Recall(Versioned, Base):
    """A maker's recall as a list told it: whom it concerns by VIN, range of VINs, or make, models and years."""

    __tablename__ = "recall"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "natural_key"),
        sa.Index("ix_recall_center_id_maker_key", "center_id", "maker_key"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    natural_key: Mapped[str]
    number: Mapped[str]
    maker: Mapped[str]
    maker_key: Mapped[str]
    models: Mapped[list[str]] = mapped_column(Json(), default=list)
    vins: Mapped[list[str]] = mapped_column(Json(), default=list)
    vin_from: Mapped[str | None]
    vin_to: Mapped[str | None]
    year_from: Mapped[int | None]
    year_to: Mapped[int | None]
    text: Mapped[str]
    remedy: Mapped[str | None]
    source: Mapped[str | None]
    published_on: Mapped[date | None] = mapped_column(DateOn())
    is_safety: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class RecallMark(Base):
    """What became of a recall on one vehicle: done, or it does not concern it; a slip is taken back, not deleted."""

    __tablename__ = "recall_mark"
    __table_args__ = table_args(
        sa.Index("ix_recall_mark_vehicle_id", "vehicle_id"),
        sa.Index("ix_recall_mark_recall_id", "recall_id"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    recall_id: Mapped[uuid.UUID] = ref("recall")
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    outcome: Mapped[str]
    done_on: Mapped[date] = mapped_column(DateOn())
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    note: Mapped[str | None]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    withdrawn_at: Mapped[datetime | None]


__all__ = [
    "SERIALS",
    "AdasFeature",
    "Calibration",
    "CalibrationMethod",
    "Drive",
    "Material",
    "Ownership",
    "PaintKind",
    "PaperKind",
    "Recall",
    "RecallMark",
    "Title",
    "VehiclePaper",
    "VehicleProfile",
    "VehicleSensor",
]
