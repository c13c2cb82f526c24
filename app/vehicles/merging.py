"""Two vehicles made one: what moves, what is chosen, and how it is taken apart again. Rules: see customers/merging."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from app.customers.merging import FieldPair, UndoMerge
from app.kernel import merging, search
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Sentence,
    Source,
    invalid,
    say,
)
from app.kernel.merging import Counted, Merger
from app.kernel.tx import Read, Tx, action
from app.vehicles.editing import load_vehicle, make_findable, refuse_taken_vin
from app.vehicles.rows import VehicleRow, vehicle_row
from models.access import Permission
from models.entities import metadata
from models.passports import LinkState, VehicleLink
from models.vehicle_profiles import VehicleProfile, VehicleSensor
from models.vehicles import PlateRecord, Vehicle, VehiclePerson, VehicleRole

KIND: Final = "vehicle"
FIELDS: Final[Mapping[str, Source]] = {
    "plate": QT_TRANSLATE_NOOP("vehicles", "Plate"),
    "vin": QT_TRANSLATE_NOOP("vehicles", "VIN"),
    "make": QT_TRANSLATE_NOOP("vehicles", "Make"),
    "model": QT_TRANSLATE_NOOP("vehicles", "Model"),
    "variant": QT_TRANSLATE_NOOP("vehicles", "Variant"),
    "made_year": QT_TRANSLATE_NOOP("vehicles", "Year"),
    "color": QT_TRANSLATE_NOOP("vehicles", "Colour"),
    "engine": QT_TRANSLATE_NOOP("vehicles", "Engine"),
    "engine_number": QT_TRANSLATE_NOOP("vehicles", "Engine number"),
    "body_number": QT_TRANSLATE_NOOP("vehicles", "Body or frame number"),
    "fuel_kind": QT_TRANSLATE_NOOP("vehicles", "Fuel"),
    "gearbox": QT_TRANSLATE_NOOP("vehicles", "Gearbox"),
    "owner_name": QT_TRANSLATE_NOOP("vehicles", "Owner"),
    "bought_on": QT_TRANSLATE_NOOP("vehicles", "Bought on"),
    "warranty_until_on": QT_TRANSLATE_NOOP("vehicles", "Maker's warranty until"),
    "insurance_until_on": QT_TRANSLATE_NOOP("vehicles", "Insurance until"),
    "inspection_until_on": QT_TRANSLATE_NOOP("vehicles", "Inspection until"),
}
"""Values a person chooses between; ``plate`` and ``owner_name`` choose who carries and who owns from now on."""

_PLAIN: Final = tuple(name for name in FIELDS if name not in {"plate", "owner_name"})
_OPEN_LINKS: Final = (LinkState.REQUESTED, LinkState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeVehicles:
    """Let ``survivor_id`` stand for both; ``take`` names the fields whose value comes from the one that goes."""

    survivor_id: uuid.UUID
    gone_id: uuid.UUID
    survivor_version: int | None = None
    gone_version: int | None = None
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VehicleMergePreview:
    """What a merge would do: values, rows that move, rows that stay, what forbids it, what to look at twice."""

    survivor: VehicleRow
    gone: VehicleRow
    fields: tuple[FieldPair, ...]
    moves: tuple[Counted, ...]
    stays: tuple[Counted, ...]
    blockers: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...]


def preview_vehicle_merge(
    read: Read, survivor_id: uuid.UUID, gone_id: uuid.UUID
) -> VehicleMergePreview:
    """What merging the two would do; nothing is written. NotFoundError."""
    survivor, gone = vehicle_row(read, survivor_id), vehicle_row(read, gone_id)
    moves, stays = merging.counts(read, KIND, gone_id)
    return VehicleMergePreview(
        survivor=survivor,
        gone=gone,
        fields=tuple(
            FieldPair(name, label, getattr(survivor, name), getattr(gone, name))
            for name, label in FIELDS.items()
        ),
        moves=moves,
        stays=stays,
        blockers=tuple(_blockers(read, survivor, gone)),
        warnings=tuple(_warnings(survivor, gone)),
    )


def _blockers(read: Read, survivor: VehicleRow, gone: VehicleRow) -> list[Sentence]:
    if survivor.id == gone.id:
        return [say(QT_TRANSLATE_NOOP("vehicles", "Choose two different vehicles."))]
    found = [
        say(
            QT_TRANSLATE_NOOP("vehicles", "{car} was archived."),
            car=row.plate or row.vin or row.make or "—",
        )
        for row in (survivor, gone)
        if row.archived_at is not None
    ]
    linked = read.connection.execute(
        sa.select(VehicleLink.id).where(
            VehicleLink.vehicle_id == gone.id, VehicleLink.state.in_(_OPEN_LINKS)
        )
    ).first()
    if linked is not None:
        found.append(
            say(
                QT_TRANSLATE_NOOP(
                    "vehicles",
                    "The owner's passport is linked with the vehicle that would go: keep that one.",
                )
            )
        )
    return found


def _warnings(survivor: VehicleRow, gone: VehicleRow) -> list[Sentence]:
    if survivor.vin and gone.vin and survivor.vin != gone.vin:
        return [
            say(
                QT_TRANSLATE_NOOP(
                    "vehicles", "The VINs differ ({one} and {other}): look at the car first."
                ),
                one=survivor.vin,
                other=gone.vin,
            )
        ]
    return []


@action(
    "vehicles.merge",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Merge vehicles"),
)
def merge_vehicles(tx: Tx, command: MergeVehicles) -> uuid.UUID:
    """Make two vehicles one; returns the id of the merge, which ``undo_vehicle_merge`` takes apart."""
    if strange := set(command.take) - FIELDS.keys():
        raise invalid(
            "take",
            QT_TRANSLATE_NOOP("vehicles", "There is no field “{name}”."),
            name=", ".join(sorted(strange)),
        )
    gone = load_vehicle(tx, command.gone_id, command.gone_version)
    survivor = load_vehicle(tx, command.survivor_id, command.survivor_version)
    rows = (vehicle_row(tx.read, survivor.id), vehicle_row(tx.read, gone.id))
    if blockers := _blockers(tx.read, *rows):
        raise BlockedError([Blocker("merge", sentence) for sentence in blockers])
    merger = Merger(tx, KIND, survivor.id, gone.id)
    merger.put(gone, "merged_into_id", survivor.id)
    merger.put(gone, "archived_at", tx.now)
    for before in tx.session.scalars(sa.select(Vehicle).where(Vehicle.merged_into_id == gone.id)):
        merger.put(before, "merged_into_id", survivor.id)
    # a VIN is unique among living vehicles: the one that goes gives it free first
    tx.flush()
    _values(merger, survivor, gone, command.take)
    tx.flush()
    stay = {**_parts(merger, take="owner_name" in command.take), **_plates(merger, survivor, gone)}
    merger.move(but={**stay, **_profile(merger)})
    tx.execute(search.DROP, {"subject_id": gone.id})
    make_findable(tx, survivor)
    tx.about(KIND, survivor.id)
    return merger.keep()


def _values(merger: Merger, survivor: Vehicle, gone: Vehicle, take: tuple[str, ...]) -> None:
    for name in _PLAIN:
        mine, other = getattr(survivor, name), getattr(gone, name)
        if other and (name in take or not mine):
            merger.put(survivor, name, other)
    if gone.plate and ("plate" in take or not survivor.plate):
        merger.put(survivor, "plate", gone.plate)
        merger.put(survivor, "plate_key", gone.plate_key)
    merger.put(survivor, "serials", {**gone.serials, **survivor.serials})
    if gone.note and gone.note not in (survivor.note or ""):
        merger.put(survivor, "note", f"{survivor.note or ''}\n{gone.note}".strip())
    if survivor.natural_key is None and gone.natural_key is not None:
        merger.put(survivor, "natural_key", gone.natural_key)


def _parts(merger: Merger, *, take: bool) -> dict[str, set[uuid.UUID]]:
    """Of two owners of today one goes on: the survivor's, or with ``take`` the other's; doubles end and stay."""
    tx, table = merger.tx, metadata.tables["vehicle_person"]
    open_parts = sa.select(table).where(table.c.until_at.is_(None)).order_by(table.c.id)
    mine = tx.connection.execute(open_parts.where(table.c.vehicle_id == merger.survivor_id)).all()
    theirs = tx.connection.execute(open_parts.where(table.c.vehicle_id == merger.gone_id)).all()
    held = {(row.customer_id, row.role) for row in mine}
    owner = VehicleRole.OWNER.value
    stay: set[uuid.UUID] = set()
    taken = take and any(row.role == owner for row in theirs)
    for row in theirs:
        if (row.customer_id, row.role) in held:
            stay.add(row.id)
            merger.put_row(table, row.id, "until_at", max(tx.now, row.from_at))
        elif row.role == owner and not taken and any(one.role == owner for one in mine):
            merger.put_row(table, row.id, "until_at", max(tx.now, row.from_at))
    going = {row.customer_id for row in theirs if row.role == owner}
    for row in mine if taken else ():
        if row.role == owner and row.customer_id not in going:
            merger.put_row(table, row.id, "until_at", max(tx.now, row.from_at))
    return {VehiclePerson.__tablename__: stay}


def _plates(merger: Merger, survivor: Vehicle, gone: Vehicle) -> dict[str, set[uuid.UUID]]:
    """Only the plate the survivor carries from now on stays open."""
    tx, table = merger.tx, metadata.tables["plate_record"]
    open_plates = sa.select(table).where(table.c.until_at.is_(None)).order_by(table.c.id)
    mine = tx.connection.execute(open_plates.where(table.c.vehicle_id == survivor.id)).all()
    theirs = tx.connection.execute(open_plates.where(table.c.vehicle_id == gone.id)).all()
    has = any(row.plate_key == survivor.plate_key for row in mine)
    stay: set[uuid.UUID] = set()
    for row in mine:
        if row.plate_key != survivor.plate_key:
            merger.put_row(table, row.id, "until_at", max(tx.now, row.from_at))
    for row in theirs:
        if has or row.plate_key != survivor.plate_key:
            merger.put_row(table, row.id, "until_at", max(tx.now, row.from_at))
        if has and row.plate_key == survivor.plate_key:
            stay.add(row.id)
    return {PlateRecord.__tablename__: stay}


def _profile(merger: Merger) -> dict[str, set[uuid.UUID]]:
    """A vehicle has one profile and each sensor once: the survivor's own are kept."""
    stay: dict[str, set[uuid.UUID]] = {}
    for entity in (VehicleProfile, VehicleSensor):
        table = entity.__table__
        key = table.c.feature if entity is VehicleSensor else sa.literal("")
        mine = sa.select(key).where(table.c.vehicle_id == merger.survivor_id)
        rows = merger.tx.connection.execute(
            sa.select(table.c.id).where(table.c.vehicle_id == merger.gone_id, key.in_(mine))
        )
        stay[entity.__tablename__] = set(rows.scalars())
    return stay


@action(
    "vehicles.undo_merge",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Undo merge"),
)
def undo_vehicle_merge(tx: Tx, command: UndoMerge) -> None:
    """Take two vehicles apart as they were; BlockedError names everything that speaks against it."""
    merge = merging.load_merge(tx, command.merge_id, KIND)
    survivor, gone = load_vehicle(tx, merge.survivor_id), load_vehicle(tx, merge.gone_id)
    merging.undo(tx, merge, {KIND: Vehicle})
    # the survivor gives the VIN free before the other is living again
    back, gone.archived_at = gone.archived_at, tx.now
    tx.flush()
    gone.archived_at = back
    if gone.vin is not None and gone.archived_at is None:
        refuse_taken_vin(tx, gone.vin, gone.id)
    tx.flush()
    make_findable(tx, survivor)
    if gone.archived_at is None:
        make_findable(tx, gone)
    tx.about(KIND, survivor.id)
