"""Verbs of vehicles: made with no more than a plate, changed, sold; plates and owners over time."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime

import sqlalchemy as sa

from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, Source, UserError, invalid, say
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from app.vehicles.rows import KIND, VehicleRow
from models.access import Permission
from models.base import new_id
from models.customers import Customer
from models.identifiers import Severity, VinReason, normalise_vin, recognise_plate, vin_problems
from models.text import plate_key
from models.vehicles import OdometerUnit, PlateRecord, Vehicle, VehiclePerson, VehicleRole

_FIRST_CAR = 1885

_VIN_WORDS: dict[VinReason, Source] = {
    VinReason.LENGTH: QT_TRANSLATE_NOOP(
        "vehicles",
        "A VIN has 17 characters, this one {found}. A frame number goes into the body number.",
    ),
    VinReason.LETTER: QT_TRANSLATE_NOOP(
        "vehicles", "A VIN never has the letter {found} (place {place}): 1 or 0?"
    ),
    VinReason.CHARACTER: QT_TRANSLATE_NOOP(
        "vehicles", "“{found}” (place {place}) does not belong into a VIN."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleData:
    """What a vehicle's form holds, its plate apart; nothing of it must be there."""

    vin: str | None = None
    make: str = ""
    model: str = ""
    variant: str = ""
    made_year: int | None = None
    color: str | None = None
    engine: str | None = None
    engine_number: str | None = None
    body_number: str | None = None
    fuel_kind: str | None = None
    gearbox: str | None = None
    odometer_unit: str | None = None
    serials: Mapping[str, str] = field(default_factory=dict)
    bought_on: date | None = None
    warranty_until_on: date | None = None
    insurance_until_on: date | None = None
    inspection_until_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateVehicle(VehicleData):
    """A new vehicle: a plate is enough. ``takes_plate`` ends the plate on the car that carries it."""

    plate: str | None = None
    plate_country: str | None = None
    takes_plate: bool = False
    owner_id: uuid.UUID | None = None
    natural_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateVehicle(VehicleData):
    """A vehicle's whole form, changed; start from ``edit_of``. The plate changes by ``ChangePlate``."""

    vehicle_id: uuid.UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlate:
    """Another plate from a moment on; None for the plate: it was taken off."""

    vehicle_id: uuid.UUID
    version: int
    plate: str | None
    country: str | None = None
    from_at: datetime | None = None
    takes_plate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SellVehicle:
    """The vehicle has another owner from a moment on; ``buyer_id`` None: nobody we know."""

    vehicle_id: uuid.UUID
    version: int
    buyer_id: uuid.UUID | None
    sold_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """A customer's part in a vehicle: a further owner, a driver, who pays."""

    vehicle_id: uuid.UUID
    customer_id: uuid.UUID
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPerson:
    """A customer has no part in the vehicle any more."""

    person_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleOf:
    """Names a vehicle."""

    vehicle_id: uuid.UUID
    version: int | None = None


def edit_of(row: VehicleRow) -> UpdateVehicle:
    """The command that would save the row as it is: change it with ``dataclasses.replace``."""
    same = {f.name: getattr(row, f.name) for f in fields(VehicleData)}
    return UpdateVehicle(vehicle_id=row.id, version=row.version, **same)


def _apply(tx: Tx, vehicle: Vehicle, data: VehicleData) -> None:
    """Put the checked form on the entity; InvalidError with everything that is wrong, DUPLICATE for a VIN."""
    typed = Typed()
    vin = _checked_vin(typed, data.vin)
    texts = {
        at: typed.text(at, getattr(data, at), limit=300)
        for at in ("make", "model", "variant", "color", "engine", "fuel_kind", "gearbox")
    }
    numbers = {
        at: typed.text(at, getattr(data, at), limit=50) for at in ("engine_number", "body_number")
    }
    note = typed.text("note", data.note)
    unit = data.odometer_unit or vehicle.odometer_unit or _usual_unit(tx.center.country)
    if unit not in {choice.value for choice in OdometerUnit}:
        typed.wrong(
            "odometer_unit", QT_TRANSLATE_NOOP("vehicles", "An odometer counts in km or mi.")
        )
    if data.made_year is not None and not _FIRST_CAR <= data.made_year <= tx.today.year + 1:
        typed.wrong("made_year", QT_TRANSLATE_NOOP("vehicles", "No car was made in that year."))
    typed.finish()
    if vin is not None and vin != vehicle.vin:
        refuse_taken_vin(tx, vin, vehicle.id)
    vehicle.vin = vin
    for at, text in texts.items():
        setattr(vehicle, at, (text or "") if at in {"make", "model", "variant"} else text)
    vehicle.engine_number, vehicle.body_number = numbers["engine_number"], numbers["body_number"]
    vehicle.note = note
    vehicle.odometer_unit = unit
    vehicle.made_year = data.made_year
    vehicle.serials = dict(data.serials)
    vehicle.bought_on = data.bought_on
    vehicle.warranty_until_on = data.warranty_until_on
    vehicle.insurance_until_on = data.insurance_until_on
    vehicle.inspection_until_on = data.inspection_until_on


def _checked_vin(typed: Typed, text: str | None) -> str | None:
    kept = typed.text("vin", text)
    if kept is None:
        return None
    for problem in vin_problems(kept):
        if problem.severity is Severity.REFUSED:
            typed.wrong(
                "vin", _VIN_WORDS[problem.reason], found=problem.found, place=problem.position
            )
    return normalise_vin(kept)


def _usual_unit(country: str) -> str:
    return OdometerUnit.MI.value if country in {"US", "GB"} else OdometerUnit.KM.value


def refuse_taken_vin(tx: Tx, vin: str, but: uuid.UUID) -> None:
    """UserError DUPLICATE when another vehicle of today has the VIN."""
    other = tx.connection.execute(
        sa.select(Vehicle.id, Vehicle.plate).where(
            Vehicle.center_id == tx.actor.center_id,
            Vehicle.vin == vin,
            Vehicle.archived_at.is_(None),
            Vehicle.id != but,
        )
    ).first()
    if other:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("vehicles", "The vehicle {plate} has this VIN already."),
                plate=other.plate or "—",
            ),
            reason=Reason.DUPLICATE,
            details={"vehicle_id": str(other.id)},
        )


def load_vehicle(tx: Tx, vehicle_id: uuid.UUID, version: int | None = None) -> Vehicle:
    """The vehicle, locked, as the subject of this action."""
    vehicle = tx.load(Vehicle, vehicle_id, version=version, lock=True)
    tx.about(KIND, vehicle.id)
    return vehicle


def make_findable(tx: Tx, vehicle: Vehicle) -> None:
    """Let the vehicle be found by plates, also former ones, VIN, name, year and body number."""
    tx.flush()
    keys = tx.connection.execute(
        sa.select(PlateRecord.plate_key)
        .where(PlateRecord.vehicle_id == vehicle.id)
        .order_by(PlateRecord.from_at.desc(), PlateRecord.id.desc())
    ).scalars()
    year = str(vehicle.made_year) if vehicle.made_year else None
    tx.findable(
        KIND,
        vehicle.id,
        *dict.fromkeys((vehicle.plate_key, *keys)),
        vehicle.plate,
        vehicle.vin,
        vehicle.make,
        vehicle.model,
        vehicle.variant,
        year,
        vehicle.body_number,
    )
    tx.flush()


def _put_plate(
    tx: Tx,
    vehicle: Vehicle,
    typed_plate: str,
    *,
    country: str | None,
    from_at: datetime,
    takes: bool,
) -> None:
    """End the plate the vehicle carries and begin another, written as its country writes it."""
    match = recognise_plate(typed_plate, country or tx.center.country)
    plate = match.plate if match else " ".join(typed_plate.upper().split())
    key = match.key if match else plate_key(typed_plate)
    if not key:
        raise invalid("plate", QT_TRANSLATE_NOOP("vehicles", "A plate has letters or digits."))
    if takes:
        _take_plate(tx, key, vehicle.id, from_at)
    _end_plates(tx, vehicle.id, from_at)
    tx.add(
        PlateRecord(
            id=new_id(),
            vehicle_id=vehicle.id,
            plate=plate,
            plate_key=key,
            country=country or (match.country if match else None),
            from_at=from_at,
            until_at=None,
        )
    )
    vehicle.plate, vehicle.plate_key = plate, key


def _end_plates(tx: Tx, vehicle_id: uuid.UUID, at: datetime) -> None:
    for record in tx.session.scalars(
        sa.select(PlateRecord).where(
            PlateRecord.vehicle_id == vehicle_id, PlateRecord.until_at.is_(None)
        )
    ):
        record.until_at = max(at, record.from_at)


def _take_plate(tx: Tx, key: str, but: uuid.UUID, at: datetime) -> None:
    for other in tx.session.scalars(
        sa.select(Vehicle)
        .where(Vehicle.center_id == tx.actor.center_id, Vehicle.plate_key == key, Vehicle.id != but)
        .order_by(Vehicle.id)
        .with_for_update()
    ):
        other.plate = other.plate_key = None
        _end_plates(tx, other.id, at)


@action(
    "vehicles.create",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "New vehicle"),
)
def create_vehicle(tx: Tx, command: CreateVehicle) -> uuid.UUID:
    """Make a vehicle; a plate, a VIN, a body number or a make is enough. Ask ``vehicle_warnings`` before."""
    named = (command.plate, command.vin, command.body_number, command.make)
    if not any(text and text.strip() for text in named):
        raise invalid(
            "plate", QT_TRANSLATE_NOOP("vehicles", "Enter at least the plate of the car.")
        )
    vehicle = Vehicle(
        id=new_id(),
        center_id=tx.actor.center_id,
        vin=None,
        plate=None,
        plate_key=None,
        natural_key=command.natural_key,
        made_at=tx.now,
        archived_at=None,
    )
    _apply(tx, vehicle, command)
    tx.add(vehicle)
    tx.flush()
    typed = Typed()
    plate = typed.text("plate", command.plate, limit=30)
    typed.finish()
    if plate:
        _put_plate(
            tx,
            vehicle,
            plate,
            country=command.plate_country,
            from_at=tx.now,
            takes=command.takes_plate,
        )
    if command.owner_id is not None:
        _begin(tx, vehicle.id, command.owner_id, VehicleRole.OWNER.value, tx.now)
    tx.about(KIND, vehicle.id)
    make_findable(tx, vehicle)
    return vehicle.id


@action(
    "vehicles.update",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Save vehicle"),
)
def update_vehicle(tx: Tx, command: UpdateVehicle) -> None:
    """Change a vehicle; sealed papers keep what they said."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    _apply(tx, vehicle, command)
    make_findable(tx, vehicle)


@action(
    "vehicles.change_plate",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Change plate"),
)
def change_plate(tx: Tx, command: ChangePlate) -> None:
    """Put another plate on the vehicle, or take it off; the former one stays in its history."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    from_at = command.from_at or tx.now
    typed = Typed()
    plate = typed.text("plate", command.plate, limit=30)
    if from_at > tx.now:
        typed.wrong("from_at", QT_TRANSLATE_NOOP("vehicles", "This day has not come yet."))
    typed.finish()
    if plate:
        _put_plate(
            tx,
            vehicle,
            plate,
            country=command.country,
            from_at=from_at,
            takes=command.takes_plate,
        )
    else:
        _end_plates(tx, vehicle.id, from_at)
        vehicle.plate = vehicle.plate_key = None
    make_findable(tx, vehicle)


def _begin(
    tx: Tx, vehicle_id: uuid.UUID, customer_id: uuid.UUID, role: str, at: datetime
) -> uuid.UUID:
    customer = tx.load(Customer, customer_id)
    made = tx.add(
        VehiclePerson(
            id=new_id(),
            vehicle_id=vehicle_id,
            customer_id=customer.id,
            role=role,
            from_at=at,
            until_at=None,
        )
    )
    return made.id


def _held_parts(
    tx: Tx, vehicle_id: uuid.UUID, *conditions: sa.ColumnElement[bool]
) -> list[VehiclePerson]:
    return list(
        tx.session.scalars(
            sa.select(VehiclePerson).where(
                VehiclePerson.vehicle_id == vehicle_id,
                VehiclePerson.until_at.is_(None),
                *conditions,
            )
        )
    )


@action(
    "vehicles.sell",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "New owner"),
)
def sell_vehicle(tx: Tx, command: SellVehicle) -> None:
    """End the part of everybody in the vehicle and begin the buyer's; old papers keep the old owner."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    sold_at = command.sold_at or tx.now
    if sold_at > tx.now:
        raise invalid("sold_at", QT_TRANSLATE_NOOP("vehicles", "This day has not come yet."))
    for part in _held_parts(tx, vehicle.id):
        part.until_at = max(sold_at, part.from_at)
    if command.buyer_id is not None:
        _begin(tx, vehicle.id, command.buyer_id, VehicleRole.OWNER.value, sold_at)
    tx.flush()
    # the owner stands in rows of their own: another desk that sells the same car must see a change
    tx.execute(
        sa.update(Vehicle).where(Vehicle.id == vehicle.id).values(version=Vehicle.version + 1)
    )
    tx.session.refresh(vehicle)
    tx.touch("vehicle", vehicle.id)


@action(
    "vehicles.add_person",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Add person"),
)
def add_person(tx: Tx, command: AddPerson) -> uuid.UUID:
    """Give a customer a part in the vehicle beside the others; the same part twice is one."""
    vehicle = load_vehicle(tx, command.vehicle_id, None)
    if command.role not in {role.value for role in VehicleRole}:
        raise invalid("role", QT_TRANSLATE_NOOP("vehicles", "An owner, a driver or a payer?"))
    for part in _held_parts(
        tx,
        vehicle.id,
        VehiclePerson.customer_id == command.customer_id,
        VehiclePerson.role == command.role,
    ):
        return part.id
    tx.touch("vehicle", vehicle.id)
    return _begin(tx, vehicle.id, command.customer_id, command.role, tx.now)


@action(
    "vehicles.end_person",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Remove person"),
)
def end_person(tx: Tx, command: EndPerson) -> None:
    """End a customer's part in the vehicle; it stays in the history."""
    part = tx.load(VehiclePerson, command.person_id)
    vehicle = load_vehicle(tx, part.vehicle_id, None)
    part.until_at = part.until_at or tx.now
    tx.touch("vehicle", vehicle.id)


@action(
    "vehicles.archive",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Archive vehicle"),
)
def archive_vehicle(tx: Tx, command: VehicleOf) -> None:
    """Take a vehicle out of lists and search; nothing is lost."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    vehicle.archived_at = tx.now
    tx.execute(search.DROP, {"subject_id": vehicle.id})


@action(
    "vehicles.restore",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("vehicles", "Take back"),
)
def restore_vehicle(tx: Tx, command: VehicleOf) -> None:
    """Bring an archived vehicle back; UserError DUPLICATE when another has its VIN by now."""
    vehicle = load_vehicle(tx, command.vehicle_id, command.version)
    if vehicle.vin is not None:
        refuse_taken_vin(tx, vehicle.vin, vehicle.id)
    vehicle.archived_at = None
    make_findable(tx, vehicle)
