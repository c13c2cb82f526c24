"""Arrivals: the state in which a car was left with the shop, signed; its key, and where it stands."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Blob,
    Choice,
    Json,
    Key,
    Retention,
    Versioned,
    partial_index,
    ref,
    table_args,
)


class ArrivalMode(StrEnum):
    """How the car is with us."""

    STAYS = "stays"
    WAITS = "waits"
    CHECK_IN_ONLY = "check_in_only"
    ABSENT = "absent"


class ArrivalState(StrEnum):
    """Life of an arrival. Whether the car is still here follows from the order too."""

    DRAFT = "draft"
    EXPECTED = "expected"
    CHECKED_IN = "checked_in"
    LEFT = "left"
    CANCELLED = "cancelled"


ARRIVAL_FLOW: dict[ArrivalState, dict[str, ArrivalState]] = {
    ArrivalState.DRAFT: {
        "expect": ArrivalState.EXPECTED,
        "check_in": ArrivalState.CHECKED_IN,
        "cancel": ArrivalState.CANCELLED,
    },
    ArrivalState.EXPECTED: {
        "check_in": ArrivalState.CHECKED_IN,
        "cancel": ArrivalState.CANCELLED,
    },
    ArrivalState.CHECKED_IN: {"leave": ArrivalState.LEFT},
    ArrivalState.LEFT: {},
    ArrivalState.CANCELLED: {},
}

OPEN_ARRIVALS = (ArrivalState.DRAFT, ArrivalState.EXPECTED, ArrivalState.CHECKED_IN)
"""States in which an arrival is the present one of its order."""


class Authority(StrEnum):
    """By what right somebody who is not the owner hands the car over."""

    OWNER = "owner"
    POWER_OF_ATTORNEY = "power_of_attorney"
    COMPANY_DRIVER = "company_driver"
    FAMILY = "family"
    SPOKEN = "spoken"


class Lamp(StrEnum):
    """Warning lamps of a dashboard; a closed list, so that every language and paper has its word."""

    ENGINE = "engine"
    BRAKES = "brakes"
    OIL = "oil"
    ABS = "abs"
    TYRES = "tyres"
    AIRBAG = "airbag"
    BATTERY = "battery"
    COOLANT = "coolant"
    STEERING = "steering"
    STABILITY = "stability"
    GEARBOX = "gearbox"
    GLOW_PLUG = "glow_plug"
    PARTICLE_FILTER = "particle_filter"
    ADBLUE = "adblue"
    HYBRID = "hybrid"
    CHARGING = "charging"
    SERVICE = "service"
    LIGHTS = "lights"
    WASHER = "washer"
    DRIVER_ASSISTANCE = "driver_assistance"


LAMP_ICONS: dict[Lamp, str] = {
    Lamp.ENGINE: "engine",
    Lamp.BRAKES: "circle-alert",
    Lamp.OIL: "droplet",
    Lamp.ABS: "disc-3",
    Lamp.TYRES: "circle-gauge",
    Lamp.AIRBAG: "shield-alert",
    Lamp.BATTERY: "battery-warning",
    Lamp.COOLANT: "thermometer",
    Lamp.STEERING: "lasso",
    Lamp.STABILITY: "waves",
    Lamp.GEARBOX: "cog",
    Lamp.GLOW_PLUG: "heater",
    Lamp.PARTICLE_FILTER: "filter",
    Lamp.ADBLUE: "droplets",
    Lamp.HYBRID: "zap",
    Lamp.CHARGING: "plug-zap",
    Lamp.SERVICE: "wrench",
    Lamp.LIGHTS: "lightbulb",
    Lamp.WASHER: "spray-can",
    Lamp.DRIVER_ASSISTANCE: "radar",
}
"""The icon of each lamp by its name in the icon set."""


class View(StrEnum):
    """Sides of the drawing that marks are put on."""

    FRONT = "front"
    LEFT = "left"
    REAR = "rear"
    RIGHT = "right"
    TOP = "top"


class MarkKind(StrEnum):
    """What is wrong at a place of the car."""

    SCRATCH = "scratch"
    DENT = "dent"
    CHIP = "chip"
    CRACK = "crack"
    MISSING = "missing"
    OTHER = "other"


class KitItem(StrEnum):
    """What belongs to a car and is looked for when it comes."""

    SPARE_WHEEL = "spare_wheel"
    JACK = "jack"
    WHEEL_LOCK = "wheel_lock"
    TOOLS = "tools"
    FIRST_AID = "first_aid"
    WARNING_TRIANGLE = "warning_triangle"
    FIRE_EXTINGUISHER = "fire_extinguisher"
    TOW_EYE = "tow_eye"
    CHARGING_CABLE = "charging_cable"
    FLOOR_MATS = "floor_mats"
    RADIO = "radio"
    REGISTRATION = "registration"


class Cleanliness(StrEnum):
    """How well damage could be seen; everything but clean stands on the act."""

    CLEAN = "clean"
    DIRTY = "dirty"
    WET = "wet"
    SNOW = "snow"
    DARK = "dark"


class PhotoSlot(StrEnum):
    """What an arrival is photographed for; a mark's photos stand in ``mark:<id>``."""

    FRONT = "front"
    LEFT = "left"
    REAR = "rear"
    RIGHT = "right"
    DASHBOARD = "dashboard"
    VIN_PLATE = "vin_plate"
    FREE = "free"


class SignerRole(StrEnum):
    """Who signs an acceptance act."""

    CUSTOMER = "customer"
    ACCEPTOR = "acceptor"


class SignMethod(StrEnum):
    """How it was signed; a refusal to sign is a fact too."""

    SCREEN = "screen"
    PAPER = "paper"
    REFUSED = "refused"


class CarAt(StrEnum):
    """Where a car can be when it is not at a place of the list."""

    PLACE = "place"
    TEST_DRIVE = "test_drive"
    OTHER_SHOP = "other_shop"
    OWNER = "owner"


class KeyAt(StrEnum):
    """Where a key is."""

    BOARD = "board"
    EMPLOYEE = "employee"
    CAR = "car"
    OWNER = "owner"


class PlaceKind(StrEnum):
    """What a place for cars is."""

    PARKING = "parking"
    BAY = "bay"
    HALL = "hall"
    STREET = "street"


class Arrival(Versioned, Base):
    """How a car came. ``draft_number`` is the version being written, ``signed_number`` the last one signed.

    While both are the same nothing that is on the act changes: an edit opens the next version. Where the car
    and its key are now is kept here by the moves in ``custody_move``.
    """

    __tablename__ = "arrival"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "number"),
        partial_index(
            "uq_arrival_order_open",
            "order_id",
            where="state IN ('draft', 'expected', 'checked_in')",
            unique=True,
        ),
        partial_index(
            "uq_arrival_key_tag_out",
            "center_id",
            "key_tag_key",
            where="key_tag_key IS NOT NULL",
            unique=True,
        ),
        sa.Index("ix_arrival_center_id_state", "center_id", "state", "id"),
        sa.Index("ix_arrival_vehicle_id", "vehicle_id"),
        sa.Index("ix_arrival_order_id", "order_id"),
        sa.Index("ix_arrival_place_id", "place_id"),
        sa.CheckConstraint("fuel_eighths >= 0 AND fuel_eighths <= 8", name="fuel_eighths"),
        sa.CheckConstraint("charge_percent >= 0 AND charge_percent <= 100", name="charge_percent"),
        sa.CheckConstraint("odometer_value >= 0", name="odometer_value"),
        sa.CheckConstraint("draft_number >= signed_number", name="draft_number"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    number: Mapped[str]
    mode: Mapped[ArrivalMode] = mapped_column(Choice(ArrivalMode))
    state: Mapped[ArrivalState] = mapped_column(Choice(ArrivalState))
    order_id: Mapped[uuid.UUID | None] = ref("work_order")
    appointment_id: Mapped[uuid.UUID | None]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    bringer_id: Mapped[uuid.UUID | None] = ref("customer")
    authority: Mapped[Authority | None] = mapped_column(Choice(Authority))
    # a paper's number and date name a person: never in the audit, on the act by way of its seal
    authority_note: Mapped[str | None] = mapped_column(info={"secret": True})
    id_seen: Mapped[str | None]
    words: Mapped[str | None]
    concern_id: Mapped[uuid.UUID | None] = ref("concern")
    symptoms: Mapped[list[str]] = mapped_column(Json(), default=list)
    odometer_value: Mapped[int | None]
    odometer_unit: Mapped[str] = mapped_column(default="km")
    odometer_reason: Mapped[str | None]
    fuel_eighths: Mapped[int | None]
    charge_percent: Mapped[int | None]
    is_engine_running: Mapped[bool | None]
    lamps: Mapped[list[str]] = mapped_column(Json(), default=list)
    cleanliness: Mapped[Cleanliness | None] = mapped_column(Choice(Cleanliness))
    belongings: Mapped[list[Any]] = mapped_column(Json(), default=list)
    kit: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict)
    own_parts: Mapped[list[Any]] = mapped_column(Json(), default=list)
    marks: Mapped[list[Any]] = mapped_column(Json(), default=list)
    note: Mapped[str | None]
    draft_number: Mapped[int] = mapped_column(default=1)
    signed_number: Mapped[int] = mapped_column(default=0)
    amend_reason: Mapped[str | None]
    key_tag: Mapped[str | None]
    key_tag_key: Mapped[str | None]
    key_count: Mapped[int | None]
    key_at: Mapped[KeyAt | None] = mapped_column(Choice(KeyAt))
    key_holder_id: Mapped[uuid.UUID | None] = ref("employee")
    car_at: Mapped[CarAt | None] = mapped_column(Choice(CarAt))
    place_id: Mapped[uuid.UUID | None] = ref("parking_place")
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")
    checked_in_at: Mapped[datetime | None]
    checked_in_by_id: Mapped[uuid.UUID | None] = ref("employee")
    left_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]


class ArrivalVersion(Base):
    """What one version of the act says, as canonical text with its SHA-256; written once, never changed.

    No person stands in it: their seal (``person_seal`` of the kind "arrival") is named by its commitment.
    """

    __tablename__ = "arrival_version"
    __table_args__ = table_args(
        sa.UniqueConstraint("arrival_id", "number"),
        sa.CheckConstraint("number > 0", name="number"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    arrival_id: Mapped[uuid.UUID] = ref("arrival")
    number: Mapped[int]
    layout: Mapped[int]
    content: Mapped[str]
    sha256: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")


class ArrivalSignature(Base):
    """Somebody signed one version: bound to its hash, signed with this workstation's key; append-only.

    Name and strokes of a person stand in the seal of the kind "arrival_signature" alone; ``commitment`` names it.
    """

    __tablename__ = "arrival_signature"
    __table_args__ = table_args(
        sa.UniqueConstraint("version_id", "role"),
        sa.Index("ix_arrival_signature_arrival_id", "arrival_id"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    arrival_id: Mapped[uuid.UUID] = ref("arrival")
    version_id: Mapped[uuid.UUID] = ref("arrival_version")
    role: Mapped[SignerRole] = mapped_column(Choice(SignerRole))
    method: Mapped[SignMethod] = mapped_column(Choice(SignMethod))
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    employee_id: Mapped[uuid.UUID | None] = ref("employee")
    content_sha256: Mapped[str]
    commitment: Mapped[str | None]
    note: Mapped[str | None]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    sha256: Mapped[str]
    key_id: Mapped[uuid.UUID] = ref("signing_key")
    signature: Mapped[bytes] = mapped_column(Blob())


class ParkingPlace(Versioned, Base):
    """A place where cars stand, with room for so many."""

    __tablename__ = "parking_place"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "code"),
        sa.CheckConstraint("capacity > 0", name="capacity"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    code: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    kind: Mapped[PlaceKind] = mapped_column(Choice(PlaceKind))
    capacity: Mapped[int] = mapped_column(default=1)
    sort: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[datetime | None]


class CustodyMove(Base):
    """Who put the car or its key where, and when; append-only. The last one tells where it is now."""

    __tablename__ = "custody_move"
    __table_args__ = table_args(
        sa.Index("ix_custody_move_arrival_id", "arrival_id", "id"),
        sa.Index("ix_custody_move_center_id_key_tag_key", "center_id", "key_tag_key", "id"),
        sa.CheckConstraint("what IN ('car', 'key')", name="what"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    arrival_id: Mapped[uuid.UUID] = ref("arrival")
    what: Mapped[str]
    to: Mapped[str]
    place_id: Mapped[uuid.UUID | None] = ref("parking_place")
    holder_id: Mapped[uuid.UUID | None] = ref("employee")
    key_tag: Mapped[str | None]
    key_tag_key: Mapped[str | None]
    note: Mapped[str | None]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
