"""Vehicles that may be one: by VIN but for a slip, body number, plate and former plate, with reasons and a score."""

import itertools
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from app.customers.doubles import Distinguish, distinct_pairs, forget_apart, keep_apart
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, Source, say
from app.kernel.tx import Read, Tx, action
from app.vehicles.rows import VehicleRow, vehicles_by_ids
from models.access import Permission
from models.text import fold, plate_key
from models.vehicles import PlateRecord, Vehicle, VehiclePerson, VehicleRole

_CROWD: Final = 12
_LEAST: Final = 50
_VIN: Final = 17
_TAIL: Final = 8
_WORDS: Final[Mapping[str, tuple[int, Source]]] = {
    "vin": (80, QT_TRANSLATE_NOOP("vehicles", "The VINs differ in one character")),
    "tail": (45, QT_TRANSLATE_NOOP("vehicles", "The VINs end alike")),
    "body": (80, QT_TRANSLATE_NOOP("vehicles", "The same body or frame number")),
    "plate": (55, QT_TRANSLATE_NOOP("vehicles", "The same plate")),
    "former": (35, QT_TRANSLATE_NOOP("vehicles", "One carries a plate that the other carried")),
    "owner": (20, QT_TRANSLATE_NOOP("vehicles", "The same owner")),
    "name": (15, QT_TRANSLATE_NOOP("vehicles", "The same make and model")),
}
_STRANGERS: Final = 40
"""Taken off when both have a VIN, and the VINs are not one slip apart."""


@dataclass(frozen=True, slots=True)
class DoubleCars:
    """Two vehicles that may be one; ``score`` of 100."""

    one: VehicleRow
    other: VehicleRow
    score: int
    reasons: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Car:
    id: uuid.UUID
    vin: str | None
    plate: str | None
    body: str
    name: str
    owner: uuid.UUID | None


def find_double_vehicles(
    read: Read, *, of: uuid.UUID | None = None, limit: int = 200
) -> tuple[DoubleCars, ...]:
    """Pairs that may be one vehicle, the surest first; ``of``: only pairs with this one."""
    cars = {car.id: car for car in map(_car, _living(read))}
    why: dict[tuple[uuid.UUID, uuid.UUID], set[str]] = {}
    for reason, groups in _groups(read, cars):
        for group in groups:
            if len(group) > _CROWD:
                continue
            for one, other in itertools.combinations(sorted(group), 2):
                if of is None or of in {one, other}:
                    why.setdefault((one, other), set()).add(reason)
    apart = distinct_pairs(read, "vehicle")
    scored = []
    for pair, reasons in why.items():
        score, said = _score(cars[pair[0]], cars[pair[1]], reasons)
        if score >= _LEAST and pair not in apart:
            scored.append((score, pair, said))
    scored.sort(key=lambda found: (-found[0], found[1]))
    best = scored[:limit]
    rows = vehicles_by_ids(read, {key for _, pair, _ in best for key in pair})
    return tuple(
        DoubleCars(rows[one], rows[other], score, tuple(say(_WORDS[name][1]) for name in said))
        for score, (one, other), said in best
    )


def _living(read: Read) -> Iterable[Any]:
    owner = (
        sa.select(VehiclePerson.id)
        .where(
            VehiclePerson.vehicle_id == Vehicle.id,
            VehiclePerson.role == VehicleRole.OWNER.value,
            VehiclePerson.until_at.is_(None),
        )
        .order_by(VehiclePerson.id.desc())
        .limit(1)
        .correlate(Vehicle)
        .scalar_subquery()
    )
    return read.connection.execute(
        sa.select(
            Vehicle.id,
            Vehicle.vin,
            Vehicle.plate_key,
            Vehicle.body_number,
            Vehicle.make,
            Vehicle.model,
            VehiclePerson.customer_id,
        )
        .outerjoin(VehiclePerson, VehiclePerson.id == owner)
        .where(Vehicle.center_id == read.center_id, Vehicle.archived_at.is_(None))
    )


def _car(row: Any) -> _Car:  # noqa: ANN401  a row's columns have no type
    return _Car(
        row.id,
        row.vin,
        row.plate_key,
        plate_key(row.body_number or ""),
        fold(f"{row.make} {row.model}").strip(),
        row.customer_id,
    )


def _groups(
    read: Read, cars: Mapping[uuid.UUID, _Car]
) -> Iterable[tuple[str, Iterable[list[uuid.UUID]]]]:
    by: dict[str, dict[object, list[uuid.UUID]]] = {name: {} for name in _WORDS}
    for car in cars.values():
        if car.vin:
            by["tail"].setdefault(car.vin[-_TAIL:], []).append(car.id)
            # two that differ in one place are equal without it
            for place in range(len(car.vin)) if len(car.vin) == _VIN else ():
                rest = (place, car.vin[:place] + car.vin[place + 1 :])
                by["vin"].setdefault(rest, []).append(car.id)
        if car.plate:
            by["plate"].setdefault(car.plate, []).append(car.id)
        if car.body:
            by["body"].setdefault(car.body, []).append(car.id)
        if car.owner and car.name:
            by["owner"].setdefault((car.owner, car.name), []).append(car.id)
    for key, vehicle_id in _former(read):
        for other in by["plate"].get(key, ()):
            if vehicle_id in cars and other != vehicle_id:
                by["former"].setdefault((key, vehicle_id, other), []).extend((vehicle_id, other))
    return ((name, found.values()) for name, found in by.items())


def _former(read: Read) -> list[tuple[str, uuid.UUID]]:
    rows = read.connection.execute(
        sa.select(PlateRecord.plate_key, PlateRecord.vehicle_id)
        .join(Vehicle, Vehicle.id == PlateRecord.vehicle_id)
        .where(Vehicle.center_id == read.center_id, PlateRecord.until_at.is_not(None))
    )
    return [(row.plate_key, row.vehicle_id) for row in rows]


def _score(one: _Car, other: _Car, reasons: set[str]) -> tuple[int, tuple[str, ...]]:
    said = set(reasons)
    if "vin" in said:
        said.discard("tail")
    if one.owner and one.owner == other.owner:
        said.add("owner")
    if one.name and one.name == other.name:
        said.add("name")
    score = sum(_WORDS[name][0] for name in said)
    if one.vin and other.vin and not said & {"vin", "tail"}:
        score -= _STRANGERS
    elif (
        said == {"owner", "name"}
        and not (one.vin and other.vin)
        and not (one.plate and other.plate)
    ):
        # one was entered by its plate, the other by its VIN
        score += 20
    return max(min(score, 100), 0), tuple(name for name in _WORDS if name in said)


@action(
    "vehicles.distinguish",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Not the same"),
)
def distinguish_vehicles(tx: Tx, command: Distinguish) -> uuid.UUID:
    """Say that two vehicles are not the same."""
    tx.load(Vehicle, command.one_id)
    tx.load(Vehicle, command.other_id)
    return keep_apart(tx, "vehicle", command.one_id, command.other_id)


@action(
    "vehicles.compare_again",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Compare again"),
)
def compare_vehicles_again(tx: Tx, command: Distinguish) -> None:
    """Take back that two vehicles are not the same."""
    forget_apart(tx, "vehicle", command.one_id, command.other_id)
