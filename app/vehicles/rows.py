"""Reads of vehicles: rows for lists, found by plate or VIN however they are typed, and the vehicle's card."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.customers.rows import country_of
from app.kernel import search
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Sentence, say
from app.kernel.merging import whole
from app.kernel.tx import Read
from app.vehicles.odometer import Reading, ReadingRow, last_reading, readings_of
from models.access import Permission
from models.centers import Center
from models.customers import Customer
from models.identifiers import Severity, VinReason, normalise_vin, recognise_plate, vin_problems
from models.money import Money
from models.order_flow import SEALED
from models.passports import Recommendation, RecommendationState
from models.text import plate_key
from models.vehicles import PlateRecord, Vehicle, VehiclePerson, VehicleRole
from models.work_orders import WorkOrder

KIND = "vehicle"
_SHORTEST_KEY = 3


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """A vehicle as lists show it, with its owner of today."""

    id: uuid.UUID
    version: int
    vin: str | None
    plate: str | None
    make: str
    model: str
    variant: str
    made_year: int | None
    color: str | None
    engine: str | None
    engine_number: str | None
    body_number: str | None
    fuel_kind: str | None
    gearbox: str | None
    odometer_unit: str
    serials: Mapping[str, str]
    bought_on: date | None
    warranty_until_on: date | None
    insurance_until_on: date | None
    inspection_until_on: date | None
    note: str | None
    made_at: datetime
    archived_at: datetime | None
    owner_id: uuid.UUID | None
    owner_name: str | None


@dataclass(frozen=True, slots=True)
class PlateRow:
    """A plate the vehicle carried, from when until when."""

    plate: str
    country: str | None
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A customer's part in the vehicle, from when until when."""

    id: uuid.UUID
    customer_id: uuid.UUID
    name: str
    phone: str | None
    role: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Work that is due or was declined; ``old_price`` is of the day it was proposed, no offer of today."""

    id: uuid.UUID
    kind: str
    name: str
    made_at: datetime
    age_days: int
    due_on: date | None
    due_value: int | None
    unit: str
    is_due: bool
    old_price: Money | None
    order_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class VehicleCard:
    """Everything about one vehicle. Counters are summed from the completed orders, never stored.

    ``spent`` is None for those who may not see money.
    """

    vehicle: VehicleRow
    plates: Sequence[PlateRow]
    people: Sequence[PersonRow]
    readings: Sequence[ReadingRow]
    last_reading: Reading | None
    visits_count: int
    spent: Money | None
    first_visit_at: datetime | None
    last_visit_at: datetime | None
    open_work: Sequence[OpenWork]


_OWNER = (
    sa.select(VehiclePerson.customer_id)
    .where(
        VehiclePerson.vehicle_id == Vehicle.id,
        VehiclePerson.role == VehicleRole.OWNER.value,
        VehiclePerson.until_at.is_(None),
    )
    .order_by(VehiclePerson.id.desc())
    .limit(1)
    .scalar_subquery()
)
_OWN = tuple(f.name for f in fields(VehicleRow) if not f.name.startswith("owner"))
_ROW = (
    sa.select(*(Vehicle.__table__.c[name] for name in _OWN), Customer.id, Customer.name)
    .select_from(Vehicle)
    .outerjoin(Customer, Customer.id == _OWNER)
)


def _vehicle_row(row: Any) -> VehicleRow:  # noqa: ANN401  a row's columns have no type
    return VehicleRow(*row)


def vehicle_row(read: Read, vehicle_id: uuid.UUID) -> VehicleRow:
    """One vehicle as a row, archived ones too; NotFoundError."""
    row = read.connection.execute(
        _ROW.where(Vehicle.id == vehicle_id, Vehicle.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("vehicles", "This vehicle does not exist.")))
    return _vehicle_row(row)


def list_vehicles(
    read: Read, *, after: uuid.UUID | None = None, limit: int = 50, archived: bool = False
) -> tuple[VehicleRow, ...]:
    """Vehicles, the newest first; ``after`` is the last one of the page before."""
    gone = Vehicle.archived_at.is_not(None) if archived else Vehicle.archived_at.is_(None)
    statement = _ROW.where(Vehicle.center_id == read.center_id, gone)
    if after is not None:
        statement = statement.where(Vehicle.id < after)
    rows = read.connection.execute(statement.order_by(Vehicle.id.desc()).limit(limit))
    return tuple(_vehicle_row(row) for row in rows)


def find_vehicles(read: Read, query: str, *, limit: int = 20) -> tuple[VehicleRow, ...]:
    """Vehicles by plate (also former ones), VIN or any part of it, make and model; look-alikes are equal."""
    ids: dict[uuid.UUID, None] = {}
    key = plate_key(query)
    forms = [key, query] if len(key) >= _SHORTEST_KEY else [query]
    for form in forms:
        for hit in search.find(read.connection, read.center_id, form, kinds=(KIND,), limit=limit):
            ids.setdefault(hit.subject_id)
    found = _by_ids(read, ids)
    return tuple(found[key] for key in ids if key in found)[:limit]


def _by_ids(read: Read, ids: Mapping[uuid.UUID, None]) -> dict[uuid.UUID, VehicleRow]:
    rows = read.connection.execute(
        _ROW.where(
            Vehicle.id.in_(ids), Vehicle.center_id == read.center_id, Vehicle.archived_at.is_(None)
        )
    )
    return {row.id: _vehicle_row(row) for row in rows}


def vehicles_by_ids(read: Read, ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, VehicleRow]:
    """The vehicles of these ids, archived ones too; those of another center are left out."""
    rows = read.connection.execute(
        _ROW.where(Vehicle.id.in_(ids), Vehicle.center_id == read.center_id)
    )
    return {row.id: _vehicle_row(row) for row in rows}


def _keys(read: Read, plate: str) -> set[str]:
    match = recognise_plate(plate, country_of(read))
    return {plate_key(plate)} | ({match.key} if match else set())


def find_by_plate(read: Read, plate: str) -> uuid.UUID | None:
    """The vehicle that carries the plate today, however it is typed; of two, the one that got it last."""
    return read.connection.execute(
        sa.select(Vehicle.id)
        .join(PlateRecord, PlateRecord.vehicle_id == Vehicle.id)
        .where(
            Vehicle.center_id == read.center_id,
            Vehicle.archived_at.is_(None),
            PlateRecord.plate_key.in_(_keys(read, plate)),
            PlateRecord.until_at.is_(None),
        )
        .order_by(PlateRecord.from_at.desc(), PlateRecord.id.desc())
        .limit(1)
    ).scalar()


def cars_of_plate(read: Read, plate: str) -> tuple[VehicleRow, ...]:
    """Every vehicle that carries the plate or ever carried it, the last one first."""
    rows = read.connection.execute(
        sa.select(Vehicle.id)
        .join(PlateRecord, PlateRecord.vehicle_id == Vehicle.id)
        .where(Vehicle.center_id == read.center_id, PlateRecord.plate_key.in_(_keys(read, plate)))
        .order_by(PlateRecord.from_at.desc(), PlateRecord.id.desc())
    ).scalars()
    ids = dict.fromkeys(rows)
    found = _by_ids(read, ids)
    return tuple(found[key] for key in ids if key in found)


def vehicles_of(read: Read, customer_id: uuid.UUID) -> tuple[VehicleRow, ...]:
    """The vehicles in which a customer has a part today."""
    rows = read.connection.execute(
        _ROW.where(
            Vehicle.center_id == read.center_id,
            Vehicle.archived_at.is_(None),
            # from the few cars of the person: asked the other way round, every car of the center is looked at
            Vehicle.id.in_(
                sa.select(VehiclePerson.vehicle_id).where(
                    VehiclePerson.customer_id == customer_id,
                    VehiclePerson.until_at.is_(None),
                )
            ),
        ).order_by(Vehicle.id)
    )
    return tuple(_vehicle_row(row) for row in rows)


def vehicle_warnings(
    read: Read, *, vin: str | None = None, plate: str | None = None, but: uuid.UUID | None = None
) -> tuple[Sentence, ...]:
    """What a form says before it is saved: a doubtful check digit, a plate that another car carries."""
    warnings = [
        say(
            QT_TRANSLATE_NOOP(
                "vehicles", "The check digit of {vin} does not fit; a letter is mistyped?"
            ),
            vin=normalise_vin(vin or ""),
        )
        for problem in (vin_problems(vin) if vin and vin.strip() else ())
        if problem.reason is VinReason.CHECK_DIGIT and problem.severity is Severity.WARNING
    ]
    if plate and plate.strip():
        other = find_by_plate(read, plate)
        if other is not None and other != but:
            row = _by_ids(read, {other: None})[other]
            warnings.append(
                say(
                    QT_TRANSLATE_NOOP("vehicles", "{car} carries the plate {plate}."),
                    car=f"{row.make} {row.model}".strip() or (row.vin or "—"),
                    plate=row.plate,
                )
            )
    return tuple(warnings)


def get_vehicle(read: Read, vehicle_id: uuid.UUID, *, now: datetime) -> VehicleCard:
    """The vehicle's card as of ``now``; archived ones too; NotFoundError."""
    row = vehicle_row(read, vehicle_id)
    visits = read.connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(WorkOrder.total_amount), 0),
            sa.func.min(WorkOrder.completed_at),
            sa.func.max(WorkOrder.completed_at),
        ).where(whole(WorkOrder.vehicle_id, Vehicle, vehicle_id), WorkOrder.state.in_(SEALED))
    ).one()
    currency = read.connection.execute(
        sa.select(Center.currency).where(Center.id == read.center_id)
    ).scalar_one()
    last = last_reading(read.connection, vehicle_id)
    return VehicleCard(
        vehicle=row,
        plates=_plates(read, vehicle_id),
        people=people_of(read, vehicle_id),
        readings=readings_of(read.connection, vehicle_id),
        last_reading=last,
        visits_count=visits[0],
        spent=Money(int(visits[1]), currency) if read.can(Permission.MONEY_SEE) else None,
        first_visit_at=visits[2],
        last_visit_at=visits[3],
        open_work=_open_work(read, vehicle_id, last, now),
    )


def _plates(read: Read, vehicle_id: uuid.UUID) -> tuple[PlateRow, ...]:
    rows = read.connection.execute(
        sa.select(PlateRecord.plate, PlateRecord.country, PlateRecord.from_at, PlateRecord.until_at)
        .where(PlateRecord.vehicle_id == vehicle_id)
        .order_by(PlateRecord.from_at.desc(), PlateRecord.id.desc())
    )
    return tuple(PlateRow(*row) for row in rows)


def people_of(read: Read, vehicle_id: uuid.UUID) -> tuple[PersonRow, ...]:
    """Everybody who has or had a part in the car, the newest part first."""
    rows = read.connection.execute(
        sa.select(
            VehiclePerson.id,
            VehiclePerson.customer_id,
            Customer.name,
            Customer.phone,
            VehiclePerson.role,
            VehiclePerson.from_at,
            VehiclePerson.until_at,
        )
        .join(Customer, Customer.id == VehiclePerson.customer_id)
        # the double of a merged person is no second owner
        .where(VehiclePerson.vehicle_id == vehicle_id, Customer.merged_into_id.is_(None))
        .order_by(VehiclePerson.from_at.desc(), VehiclePerson.id.desc())
    )
    return tuple(PersonRow(*row) for row in rows)


def _open_work(
    read: Read, vehicle_id: uuid.UUID, last: Reading | None, now: datetime
) -> tuple[OpenWork, ...]:
    table = Recommendation.__table__
    rows = read.connection.execute(
        sa.select(table)
        .where(
            table.c.vehicle_id == vehicle_id,
            table.c.state == RecommendationState.OPEN,
        )
        .order_by(table.c.id)
    )
    return tuple(
        OpenWork(
            id=row.id,
            kind=row.kind,
            name=row.name,
            made_at=row.made_at,
            age_days=(now - row.made_at).days,
            due_on=row.due_on,
            due_value=row.due_value,
            unit=row.from_unit,
            is_due=_is_due(row.due_on, row.due_value, row.from_unit, last, now),
            old_price=Money(row.old_price_amount, row.currency)
            if row.old_price_amount is not None and read.can(Permission.MONEY_SEE)
            else None,
            order_id=row.order_id,
        )
        for row in rows
    )


def _is_due(
    due_on: date | None, due_value: int | None, unit: str, last: Reading | None, now: datetime
) -> bool:
    """By day or by reading, whichever comes first."""
    if due_on is not None and due_on <= now.date():
        return True
    if due_value is None or last is None:
        return False
    reached = Reading(due_value, unit, last.read_at, last.id)
    return last.value >= due_value if last.unit == unit else last.km >= reached.km
