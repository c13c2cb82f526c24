"""The vehicle's profile: equipment, paint, tyres, battery, insurance, value, storage, trailer; and its papers."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from app.vehicles.editing import load_vehicle
from models.access import Permission
from models.base import milli
from models.vehicle_profiles import (
    SERIALS,
    AdasFeature,
    CalibrationMethod,
    Drive,
    Material,
    Ownership,
    PaintKind,
    PaperKind,
    Title,
    VehiclePaper,
    VehicleProfile,
    VehicleSensor,
)
from models.vehicles import Vehicle

_LONG: Final = frozenset(
    {"outside_condition", "inside_condition", "known_damage", "earlier_repairs"}
)
_TEXTS: Final = (
    "body_style", "trim", "paint_code", "paint_name", "second_paint_code", "tyres_front", "tyres_rear",
    "tyre_season", "tyre_made", "tyre_store", "charge_port", "trailer_brake", "hitch", "lender",
    "value_currency", "value_source", "insurance_company", "insurance_policy", "insurance_kind",
    "warranty_status", "storage_place", "key_place", "radio_code", "outside_condition", "inside_condition",
    "known_damage", "earlier_repairs",
)  # fmt: skip  # names read better side by side
_CHOICES: Final[Mapping[str, type[StrEnum]]] = {
    "drive": Drive,
    "paint_kind": PaintKind,
    "ownership": Ownership,
    "title": Title,
}
_NUMBERS: Final[Mapping[str, int]] = {
    "doors_count": 9,
    "seats_count": 99,
    "engine_cc": 30_000,
    "power_kw": 3_000,
    "wheel_torque_nm": 2_000,
    "axles_count": 12,
    "curb_mass_kg": 100_000,
    "max_mass_kg": 100_000,
    "tow_mass_kg": 100_000,
    "value_amount": 10**13,
    "warranty_until_km": 9_999_999,
}
_DAYS: Final = ("battery_warranty_until_on", "valued_on", "insurance_from_on")
_DAYS_OF_CAR: Final = ("insurance_until_on", "inspection_until_on", "warranty_until_on")
_CURRENCY_CODE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileData:
    """Everything of a vehicle beyond its passport; nothing of it must be there.

    Money is in minor units of ``value_currency``; ``sensors`` maps a driver assistance part to how it is calibrated;
    ``serials`` are those of an electric vehicle (``models.vehicle_profiles.SERIALS``).
    """

    body_style: str | None = None
    trim: str | None = None
    doors_count: int | None = None
    seats_count: int | None = None
    drive: str | None = None
    engine_cc: int | None = None
    power_kw: int | None = None
    options: tuple[str, ...] = ()
    sensors: Mapping[str, str] = field(default_factory=dict)
    paint_code: str | None = None
    paint_name: str | None = None
    paint_kind: str | None = None
    second_paint_code: str | None = None
    materials: tuple[str, ...] = ()
    tyres_front: str | None = None
    tyres_rear: str | None = None
    tyre_season: str | None = None
    tyre_made: str | None = None
    wheel_torque_nm: int | None = None
    tyre_store: str | None = None
    battery_kwh: Decimal | None = None
    battery_health_percent: Decimal | None = None
    charge_port: str | None = None
    battery_warranty_until_on: date | None = None
    serials: Mapping[str, str] = field(default_factory=dict)
    is_trailer: bool = False
    axles_count: int | None = None
    trailer_brake: str | None = None
    hitch: str | None = None
    curb_mass_kg: int | None = None
    max_mass_kg: int | None = None
    tow_mass_kg: int | None = None
    ownership: str | None = None
    lender: str | None = None
    title: str | None = None
    value_amount: int | None = None
    value_currency: str | None = None
    valued_on: date | None = None
    value_source: str | None = None
    insurance_company: str | None = None
    insurance_policy: str | None = None
    insurance_kind: str | None = None
    insurance_from_on: date | None = None
    insurance_until_on: date | None = None
    inspection_until_on: date | None = None
    warranty_until_on: date | None = None
    warranty_status: str | None = None
    warranty_until_km: int | None = None
    storage_place: str | None = None
    key_place: str | None = None
    radio_code: str | None = None
    outside_condition: str | None = None
    inside_condition: str | None = None
    known_damage: str | None = None
    earlier_repairs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProfile(ProfileData):
    """The whole profile, changed; ``version`` is that of the vehicle."""

    vehicle_id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePaper:
    """A paper of the vehicle, new or changed (``paper_id``)."""

    vehicle_id: uuid.UUID
    kind: str
    number: str | None = None
    issued_on: date | None = None
    until_on: date | None = None
    note: str | None = None
    paper_id: uuid.UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePaper:
    """A paper that is not there any more; the history keeps it."""

    paper_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the vehicle."""

    id: uuid.UUID
    version: int
    kind: str
    number: str | None
    issued_on: date | None
    until_on: date | None
    note: str | None


_OWN: Final = tuple(
    f.name for f in fields(ProfileData) if f.name not in {"sensors", "serials", *_DAYS_OF_CAR}
)


def get_profile(read: Read, vehicle_id: uuid.UUID) -> ProfileData:
    """The profile of a vehicle; an empty one where nothing was entered yet."""
    car = read.connection.execute(
        sa.select(Vehicle.serials, *(Vehicle.__table__.c[name] for name in _DAYS_OF_CAR)).where(
            Vehicle.id == vehicle_id, Vehicle.center_id == read.center_id
        )
    ).one_or_none()
    if car is None:
        return ProfileData()
    row = (
        read.connection.execute(
            sa.select(*(VehicleProfile.__table__.c[name] for name in _OWN)).where(
                VehicleProfile.vehicle_id == vehicle_id
            )
        )
        .mappings()
        .one_or_none()
    )
    values: dict[str, Any] = dict(row) if row is not None else {}
    for name in ("options", "materials"):
        values[name] = tuple(values.get(name) or ())
    sensors = read.connection.execute(
        sa.select(VehicleSensor.feature, VehicleSensor.method)
        .where(VehicleSensor.vehicle_id == vehicle_id)
        .order_by(VehicleSensor.id)
    )
    return ProfileData(
        **values,
        sensors={one.feature: one.method for one in sensors},
        serials=dict(car.serials),
        **{name: getattr(car, name) for name in _DAYS_OF_CAR},
    )


def list_papers(read: Read, vehicle_id: uuid.UUID) -> tuple[PaperRow, ...]:
    """Papers of a vehicle that are there, the newest first."""
    table = VehiclePaper.__table__
    rows = read.connection.execute(
        sa.select(*(table.c[f.name] for f in fields(PaperRow)))
        .where(
            table.c.vehicle_id == vehicle_id,
            table.c.center_id == read.center_id,
            table.c.archived_at.is_(None),
        )
        .order_by(table.c.id.desc())
    )
    return tuple(PaperRow(*row) for row in rows)


def _checked(tx: Tx, data: ProfileData) -> dict[str, Any]:
    """Every value of the form in its stored form; InvalidError with everything that is wrong."""
    typed = Typed()
    values: dict[str, Any] = {
        name: typed.text(name, getattr(data, name), limit=4000 if name in _LONG else 200)
        for name in _TEXTS
    }
    for name, choices in _CHOICES.items():
        values[name] = getattr(data, name)
        if values[name] is not None and values[name] not in set(choices):
            typed.wrong(name, QT_TRANSLATE_NOOP("vehicles", "Choose one of the list."))
    for name, most in _NUMBERS.items():
        values[name] = getattr(data, name)
        if values[name] is not None and not 0 < values[name] <= most:
            typed.wrong(
                name, QT_TRANSLATE_NOOP("vehicles", "A number from 1 to {most}."), most=most
            )
    values |= {name: getattr(data, name) for name in _DAYS}
    values["is_trailer"] = data.is_trailer
    values["options"] = [
        text for each in data.options if (text := typed.text("options", each, limit=200))
    ]
    values["materials"] = list(data.materials)
    if set(data.materials) - set(Material):
        typed.wrong("materials", QT_TRANSLATE_NOOP("vehicles", "Choose one of the list."))
    _check_battery(typed, data, values)
    _check_together(tx, typed, data, values)
    typed.finish()
    return values


def _check_battery(typed: Typed, data: ProfileData, values: dict[str, Any]) -> None:
    for name, most in (("battery_kwh", 2000), ("battery_health_percent", 100)):
        value = getattr(data, name)
        values[name] = value
        if value is None:
            continue
        try:
            milli(value)
            fits = 0 < value <= most
        except (ValueError, ArithmeticError):
            fits = False
        if not fits:
            typed.wrong(
                name, QT_TRANSLATE_NOOP("vehicles", "A number from 1 to {most}."), most=most
            )
    for name, serial in data.serials.items():
        if name in SERIALS:
            typed.text(f"serials.{name}", serial, limit=60)


def _check_together(tx: Tx, typed: Typed, data: ProfileData, values: dict[str, Any]) -> None:
    if set(data.sensors) - set(AdasFeature) or set(data.sensors.values()) - set(CalibrationMethod):
        typed.wrong("sensors", QT_TRANSLATE_NOOP("vehicles", "Choose one of the list."))
    currency = values["value_currency"]
    if data.value_amount is not None and currency is None:
        values["value_currency"] = tx.center.currency
    elif currency is not None and (len(currency) != _CURRENCY_CODE or not currency.isupper()):
        typed.wrong("value_currency", QT_TRANSLATE_NOOP("vehicles", "A currency as in RUB, EUR."))
    if (
        data.insurance_from_on is not None
        and data.insurance_until_on is not None
        and data.insurance_from_on > data.insurance_until_on
    ):
        typed.wrong(
            "insurance_until_on", QT_TRANSLATE_NOOP("vehicles", "It ends before it begins.")
        )
    if data.valued_on is not None and data.valued_on > tx.today:
        typed.wrong("valued_on", QT_TRANSLATE_NOOP("vehicles", "This day has not come yet."))
    if (
        data.curb_mass_kg is not None
        and data.max_mass_kg is not None
        and data.curb_mass_kg > data.max_mass_kg
    ):
        typed.wrong("max_mass_kg", QT_TRANSLATE_NOOP("vehicles", "Less than the car weighs empty."))


@action(
    "vehicles.save_profile",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Save profile"),
)
def save_profile(tx: Tx, command: SaveProfile) -> None:
    """Keep the profile, its sensors, serial numbers and days; the same profile twice changes nothing."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    values = _checked(tx, command)
    profile = tx.session.scalars(
        sa.select(VehicleProfile).where(VehicleProfile.vehicle_id == vehicle.id)
    ).one_or_none()
    if profile is None:
        tx.add(VehicleProfile(center_id=tx.actor.center_id, vehicle_id=vehicle.id, **values))
    else:
        for name, value in values.items():
            if getattr(profile, name) != value:
                setattr(profile, name, value)
    serials = {name: text.strip() for name, text in command.serials.items() if text.strip()}
    if serials != vehicle.serials:
        vehicle.serials = serials
    for name in _DAYS_OF_CAR:
        if getattr(vehicle, name) != getattr(command, name):
            setattr(vehicle, name, getattr(command, name))
    _keep_sensors(tx, vehicle.id, command.sensors)
    tx.touch("vehicle", vehicle.id)


def install_serials(tx: Tx, vehicle_id: uuid.UUID, installed: Mapping[str, Sequence[str]]) -> None:
    """Parts of an electric vehicle were replaced: their numbers, by ``SERIALS``, take the place of the old ones.

    Two motors put in at once stand in one line, with a comma between; the audit keeps what stood there before.
    """
    if not installed:
        return
    vehicle = tx.load(Vehicle, vehicle_id, lock=True)
    serials = {**vehicle.serials, **{name: ", ".join(texts) for name, texts in installed.items()}}
    if serials != vehicle.serials:
        vehicle.serials = serials
        tx.touch("vehicle", vehicle.id)


def _keep_sensors(tx: Tx, vehicle_id: uuid.UUID, sensors: Mapping[str, str]) -> None:
    held = {
        row.feature: row
        for row in tx.session.scalars(
            sa.select(VehicleSensor).where(VehicleSensor.vehicle_id == vehicle_id)
        )
    }
    for feature, row in held.items():
        if feature not in sensors:
            tx.session.delete(row)
        elif row.method != sensors[feature]:
            row.method = sensors[feature]
    for feature, method in sensors.items():
        if feature not in held:
            tx.add(VehicleSensor(vehicle_id=vehicle_id, feature=feature, method=method, note=None))


@action(
    "vehicles.save_paper",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Save paper"),
)
def save_paper(tx: Tx, command: SavePaper) -> uuid.UUID:
    """Keep a paper of the vehicle; its number stands in no audit entry."""
    vehicle = load_vehicle(tx, command.vehicle_id)
    typed = Typed()
    if command.kind not in set(PaperKind):
        typed.wrong("kind", QT_TRANSLATE_NOOP("vehicles", "Choose one of the list."))
    number = typed.text("number", command.number, limit=60)
    note = typed.text("note", command.note, limit=1000)
    if (
        command.issued_on is not None
        and command.until_on is not None
        and command.issued_on > command.until_on
    ):
        typed.wrong("until_on", QT_TRANSLATE_NOOP("vehicles", "It ends before it begins."))
    typed.finish()
    tx.touch("vehicle", vehicle.id)
    values = {
        "kind": command.kind,
        "number": number,
        "issued_on": command.issued_on,
        "until_on": command.until_on,
        "note": note,
    }
    if command.paper_id is None:
        made = tx.add(
            VehiclePaper(
                center_id=tx.actor.center_id,
                vehicle_id=vehicle.id,
                made_at=tx.now,
                archived_at=None,
                **values,
            )
        )
        return made.id
    paper = tx.load(VehiclePaper, command.paper_id, version=command.version, lock=True)
    for name, value in values.items():
        setattr(paper, name, value)
    return paper.id


@action(
    "vehicles.remove_paper",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Remove paper"),
)
def remove_paper(tx: Tx, command: RemovePaper) -> None:
    """Take a paper off the vehicle's list."""
    paper = tx.load(VehiclePaper, command.paper_id, lock=True)
    load_vehicle(tx, paper.vehicle_id)
    paper.archived_at = paper.archived_at or tx.now
