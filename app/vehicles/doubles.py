"""Vehicles that may be one: by VIN but for a slip, body number, plate and former plate, with reasons and a score."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from app.customers.doubles import (
    MOST_PAIRS,
    Distinguish,
    bare,
    distinct_pairs,
    forget_apart,
    keep_apart,
    pairs_of,
    plain_id,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, Source, say
from app.kernel.tx import Read, Tx, action
from app.vehicles.rows import VehicleRow, vehicles_by_ids
from models.access import Permission
from models.text import fold, plate_key
from models.vehicles import PlateRecord, Vehicle, VehiclePerson, VehicleRole

_LEAST: Final = 50
_PORTION: Final = 500
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


def find_double_vehicles(read: Read, *, limit: int = 200) -> tuple[DoubleCars, ...]:
    """Pairs that may be one vehicle, the surest first; as bounded as ``find_double_customers``.

    VINs one slip apart are found where few cars share the rest of the VIN: of a make's dealer, whose cars are numbered
    in a row, a slip needs the same plate, body number or owner beside it.
    """
    pairs = pairs_of(_groups(read))
    cars = _cars(read, {key for pair in pairs for key in pair})
    apart = distinct_pairs(read, "vehicle")
    worn = _worn(read, cars)
    scored = []
    for one, other in pairs:
        if one in cars and other in cars and (one, other) not in apart:
            score, said = _score(cars[one], cars[other], worn)
            if score >= _LEAST:
                scored.append((score, (one, other), said))
    scored.sort(key=lambda found: (-found[0], found[1]))
    best = scored[:limit]
    rows = vehicles_by_ids(read, {key for _, pair, _ in best for key in pair})
    return tuple(
        DoubleCars(rows[one], rows[other], score, tuple(say(_WORDS[name][1]) for name in said))
        for score, (one, other), said in best
    )


def _groups(read: Read) -> Iterable[list[bytes | uuid.UUID]]:
    """Ids that share what tells cars apart, the surest kind first."""
    names = ("body", "plate", "begin", "middle", "end", "tail")
    by: dict[str, dict[str, list[bytes | uuid.UUID]]] = {name: {} for name in names}
    without_plate = []
    for key, vin, plate, body in read.connection.execute(
        sa.select(
            *map(bare, (Vehicle.id, Vehicle.vin, Vehicle.plate_key, Vehicle.body_number))
        ).where(Vehicle.center_id == read.center_id, Vehicle.archived_at.is_(None))
    ):
        if body:
            by["body"].setdefault(plate_key(body), []).append(key)
        if plate:
            by["plate"].setdefault(plate, []).append(key)
        else:
            without_plate.append(key)
        if vin and len(vin) == _VIN:
            # two that differ in one place have two of these three parts in common
            by["begin"].setdefault(vin[:11], []).append(key)
            by["middle"].setdefault(vin[6:], []).append(key)
            by["end"].setdefault(vin[:6] + vin[11:], []).append(key)
            by["tail"].setdefault(vin[-_TAIL:], []).append(key)
    yield from by["body"].values()
    yield from by["plate"].values()
    yield from _former(read, by["plate"])
    yield from _of_one_owner(read, without_plate[:MOST_PAIRS])
    for name in ("middle", "end", "begin", "tail"):
        yield from by[name].values()


def _former(
    read: Read, plates: Mapping[str, list[bytes | uuid.UUID]]
) -> Iterable[list[bytes | uuid.UUID]]:
    """A car that carried a plate with each that carries it now."""
    rows = read.connection.execute(
        sa.select(PlateRecord.plate_key, bare(PlateRecord.vehicle_id))
        .join(Vehicle, Vehicle.id == PlateRecord.vehicle_id)
        .where(
            Vehicle.center_id == read.center_id,
            Vehicle.archived_at.is_(None),
            PlateRecord.until_at.is_not(None),
        )
    )
    for key, vehicle_id in rows:
        for other in plates.get(key, ()):
            if other != vehicle_id:
                yield [vehicle_id, other]


def _of_one_owner(
    read: Read, without_plate: Sequence[bytes | uuid.UUID]
) -> Iterable[list[bytes | uuid.UUID]]:
    """Cars without a plate with the other cars of their owner: entered once by its VIN, once by its plate."""
    mine, theirs = sa.orm.aliased(VehiclePerson), sa.orm.aliased(VehiclePerson)
    keys = [plain_id(key) for key in without_plate]
    for start in range(0, len(keys), _PORTION):
        for one, other in read.connection.execute(
            sa.select(bare(mine.vehicle_id), bare(theirs.vehicle_id))
            .join(theirs, theirs.customer_id == mine.customer_id)
            .where(
                mine.vehicle_id.in_(keys[start : start + _PORTION]),
                mine.vehicle_id != theirs.vehicle_id,
                mine.role == VehicleRole.OWNER.value,
                theirs.role == VehicleRole.OWNER.value,
                mine.until_at.is_(None),
                theirs.until_at.is_(None),
            )
            .limit(MOST_PAIRS)
        ):
            yield [one, other]


def _cars(read: Read, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, _Car]:
    """What is compared of these vehicles; those that were archived meanwhile are left out."""
    found: dict[uuid.UUID, _Car] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _PORTION):
        for row in vehicles_by_ids(read, wanted[start : start + _PORTION]).values():
            if row.archived_at is None:
                found[row.id] = _Car(
                    row.id,
                    row.vin,
                    plate_key(row.plate) if row.plate else None,
                    plate_key(row.body_number or ""),
                    fold(f"{row.make} {row.model}").strip(),
                    row.owner_id,
                )
    return found


def _worn(read: Read, ids: Collection[uuid.UUID]) -> set[tuple[uuid.UUID, str]]:
    """Which of these vehicles carried which plate before."""
    wanted, found = sorted(ids), set[tuple[uuid.UUID, str]]()
    for start in range(0, len(wanted), _PORTION):
        rows = read.connection.execute(
            sa.select(PlateRecord.vehicle_id, PlateRecord.plate_key).where(
                PlateRecord.vehicle_id.in_(wanted[start : start + _PORTION]),
                PlateRecord.until_at.is_not(None),
            )
        )
        found.update((row.vehicle_id, row.plate_key) for row in rows)
    return found


def _slips(one: str | None, other: str | None) -> int:
    """In how many places two VINs differ; many for what cannot be compared."""
    if not one or not other or len(one) != len(other):
        return _VIN
    return sum(a != b for a, b in zip(one, other, strict=True))


def _score(
    one: _Car, other: _Car, worn: Collection[tuple[uuid.UUID, str]]
) -> tuple[int, tuple[str, ...]]:
    slip = _slips(one.vin, other.vin) == 1
    same = {
        "vin": slip,
        "tail": not slip and one.vin and other.vin and one.vin[-_TAIL:] == other.vin[-_TAIL:],
        "body": one.body and one.body == other.body,
        "plate": one.plate and one.plate == other.plate,
        "former": (one.id, other.plate) in worn or (other.id, one.plate) in worn,
        "owner": one.owner and one.owner == other.owner,
        "name": one.name and one.name == other.name,
    }
    said = {name for name, alike in same.items() if alike}
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
