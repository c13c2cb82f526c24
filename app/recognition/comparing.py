"""A reading beside what the shop knows: the car's card, other cars, the people. Reads only (R1)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.customers import CustomerRow, find_customers
from app.kernel.tx import Read
from app.vehicles import VehicleRow, find_by_plate, find_vehicles, get_vehicle, last_reading
from app.vehicles.profile import get_profile, list_papers
from app.vehicles.rows import vehicle_row
from models.recognition import FieldName, Note, NoteKind, PictureReading, ReadField
from models.text import fold, plate_key
from models.vehicle_profiles import PaperKind

_SAMES: Final = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """The reading with what speaks for and against it, the car it is about, and people of the owner's name.

    ``is_new``: no car of the shop fits; accepting makes one.
    """

    reading: PictureReading
    vehicle: VehicleRow | None
    owners: tuple[CustomerRow, ...]
    has_owner: bool

    @property
    def is_new(self) -> bool:
        """Whether accepting the reading makes a car."""
        return self.vehicle is None


def compare_reading(
    read: Read,
    reading: PictureReading,
    vehicle_id: uuid.UUID | None,
    *,
    now: datetime,
) -> Compared:
    """Compare with the given car; without one, with the car that has the VIN, else the plate, of the reading."""
    row = vehicle_row(read, vehicle_id) if vehicle_id else _car_of(read, reading)
    owners = _owners(read, reading)
    has_owner = False
    if row is not None:
        card = get_vehicle(read, row.id, now=now)
        has_owner = any(each.until_at is None and each.role == "owner" for each in card.people)
    fields = tuple(_noted(read, field, row, owners) for field in reading.fields)
    return Compared(replace(reading, fields=fields), row, owners, has_owner)


def _car_of(read: Read, reading: PictureReading) -> VehicleRow | None:
    vin, plate = reading.field(FieldName.VIN), reading.field(FieldName.PLATE)
    if vin is not None and vin.is_read:
        for row in find_vehicles(read, vin.value, limit=_SAMES):
            if row.vin == vin.value:
                return row
    if plate is not None and plate.is_read:
        found = find_by_plate(read, plate.value)
        if found is not None:
            return vehicle_row(read, found)
    return None


def _owners(read: Read, reading: PictureReading) -> tuple[CustomerRow, ...]:
    owner = reading.field(FieldName.OWNER)
    if owner is None or not owner.value:
        return ()
    wanted = set(fold(owner.value).split())
    return tuple(
        row
        for row in find_customers(read, owner.value, limit=8)
        if wanted & set(fold(row.name).split())
    )[:_SAMES]


def _noted(
    read: Read,
    field: ReadField,
    row: VehicleRow | None,
    owners: tuple[CustomerRow, ...],
) -> ReadField:
    if not field.value:
        return field
    notes: list[Note] = []
    if field.name is FieldName.OWNER:
        detail = owners[0].phone or owners[0].name if owners else ""
        notes.append(Note(NoteKind.IN_BASE if owners else NoteKind.NOT_IN_BASE, detail))
    if row is not None:
        known = on_card(read, row).get(field.name)
        if known:
            told = field.value.partition("/")[0] if field.name is FieldName.POWER else field.value
            same = plate_key(known) == plate_key(told)
            kind = NoteKind.SAME_AS_CARD if same else NoteKind.DIFFERS_FROM_CARD
            notes.append(Note(kind, known))
        if field.name is FieldName.ODOMETER:
            last = last_reading(read.connection, row.id)
            if last is not None and field.is_read and int(field.value.split()[0]) < last.value:
                notes.append(Note(NoteKind.LESS_THAN_BEFORE, str(last.value)))
    if field.name is FieldName.VIN and field.is_read:
        others = [
            each
            for each in find_vehicles(read, field.value, limit=_SAMES)
            if each.vin == field.value and (row is None or each.id != row.id)
        ]
        if others:
            notes.append(Note(NoteKind.OTHER_CAR_HAS_IT, others[0].plate or others[0].make))
    return replace(field, notes=(*notes, *field.notes))


def on_card(read: Read, row: VehicleRow) -> Mapping[FieldName, str]:
    """What the car's card and profile say, by the fields of a reading; empty texts are not known."""
    profile = get_profile(read, row.id)
    papers = [each for each in list_papers(read, row.id) if each.kind == PaperKind.REGISTRATION]
    return {
        FieldName.VIN: row.vin or "",
        FieldName.PLATE: row.plate or "",
        FieldName.MAKE: f"{row.make} {row.model}".strip(),
        FieldName.YEAR: str(row.made_year or ""),
        FieldName.COLOR: row.color or "",
        FieldName.BODY: row.body_number or "",
        FieldName.ENGINE: row.engine_number or "",
        FieldName.FUEL: row.fuel_kind or "",
        FieldName.VOLUME: str(profile.engine_cc or ""),
        FieldName.POWER: str(profile.power_kw or ""),
        FieldName.MASS: "/".join(
            str(each) for each in (profile.max_mass_kg, profile.curb_mass_kg) if each
        ),
        FieldName.NUMBER: (papers[0].number or "") if papers else "",
    }
