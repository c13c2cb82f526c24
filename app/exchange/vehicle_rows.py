"""Vehicles of a file, with their owners and odometers: known by VIN, else by plate, and made only once."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any, Final

import sqlalchemy as sa

from app.exchange.customer_rows import CustomerWriter
from app.exchange.report import Ledger, Outcome
from app.exchange.rows import ParsedRow
from app.exchange.values import Odometer
from app.kernel.clock import local_day, zone
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say
from app.kernel.tx import Tx
from models.base import new_id
from models.identifiers import recognise_plate
from models.text import plate_key
from models.vehicles import (
    OdometerReading,
    OdometerUnit,
    PlateRecord,
    Vehicle,
    VehiclePerson,
    VehicleRole,
    to_km,
)

_PLAIN: Final = (
    "vin",
    "make",
    "model",
    "variant",
    "made_year",
    "color",
    "engine",
    "engine_number",
    "body_number",
    "fuel_kind",
    "gearbox",
    "inspection_until_on",
    "insurance_until_on",
    "note",
)
# a later day is the renewed paper, whatever else the file may not replace
_DAYS: Final = frozenset({"inspection_until_on", "insurance_until_on"})
_NEVER_NULL: Final = frozenset({"make", "model", "variant"})
_MILES: Final = frozenset({"US", "GB"})
_PORTION: Final = 500


@dataclass(slots=True)
class _Car:
    """A car that is known, or was met in an earlier row (``row``)."""

    id: uuid.UUID
    vin: str | None
    plate_key: str | None
    row: ParsedRow | None = None


@dataclass(slots=True)
class _Draft:
    """A car that this file makes."""

    car: _Car
    values: dict[str, Any]
    owner_id: uuid.UUID | None = None


@dataclass(slots=True)
class _Readings:
    """Readings of a car that stand already: value, unit and moment."""

    rows: list[tuple[int, str, datetime]] = field(default_factory=list)


@dataclass(slots=True)
class VehicleWriter:
    """Turns rows into cars. ``overwrite`` lets a file's values replace what is there, else they only fill."""

    tx: Tx
    ledger: Ledger
    customers: CustomerWriter
    overwrite: bool = False
    makes_owners: bool = True
    _by_vin: dict[str, _Car] = field(default_factory=dict)
    _by_plate: dict[str, list[_Car]] = field(default_factory=dict)
    _drafts: dict[uuid.UUID, _Draft] = field(default_factory=dict)
    _known: list[tuple[ParsedRow, uuid.UUID, dict[str, Any], uuid.UUID | None]] = field(
        default_factory=list
    )
    _odometers: list[tuple[ParsedRow, uuid.UUID]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Learn the cars of the center."""
        rows = self.tx.connection.execute(
            sa.select(Vehicle.id, Vehicle.vin, Vehicle.plate_key).where(
                Vehicle.center_id == self.tx.actor.center_id, Vehicle.archived_at.is_(None)
            )
        )
        for row in rows:
            self._learn(_Car(row.id, row.vin, row.plate_key))

    def _learn(self, car: _Car) -> None:
        if car.vin:
            self._by_vin[car.vin] = car
        if car.plate_key:
            self._by_plate.setdefault(car.plate_key, []).append(car)

    def take(self, row: ParsedRow) -> None:
        """Find out which car the row means, and whose it is."""
        vin, plate = row.get("vin"), row.get("plate")
        if not vin and not plate:
            self.ledger.refuse(
                row,
                "plate",
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Neither a plate nor a VIN: nobody could find this car."
                    )
                ),
                say(QT_TRANSLATE_NOOP("exchange", "Fill one of them in, or leave the row out.")),
            )
            return
        match = recognise_plate(plate, self.tx.center.country) if plate else None
        key = match.key if match else plate_key(plate or "") or None
        car, doubt = self._find(vin, key)
        if doubt is not None:
            self.ledger.refuse(
                row,
                "plate",
                doubt,
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Look which car carries the plate now, and correct the other."
                    )
                ),
                value=plate or "",
            )
            return
        values = {name: row.get(name) for name in _PLAIN}
        values |= {"plate": plate, "plate_key": key, "country": match.country if match else None}
        values["odometer_unit"] = self._unit(row)
        owner = self._owner(row)
        if car is None:
            self._draft(row, values, owner)
        elif car.id in self._drafts:
            self._again(row, car, values, owner)
        else:
            self._known.append((row, car.id, values, owner))
            self._odometers.append((row, car.id))

    def _draft(self, row: ParsedRow, values: dict[str, Any], owner: uuid.UUID | None) -> None:
        car = _Car(new_id(), values["vin"], values["plate_key"], row)
        self._learn(car)
        self._drafts[car.id] = _Draft(car, values, owner)
        self._odometers.append((row, car.id))
        self.ledger.done(row, Outcome.ADDED, car.id)

    def _again(
        self, row: ParsedRow, car: _Car, values: dict[str, Any], owner: uuid.UUID | None
    ) -> None:
        draft = self._drafts[car.id]
        for name, value in values.items():
            # what an earlier reading counted in is not told by a later one
            if name != "odometer_unit" and draft.values.get(name) in {None, ""}:
                draft.values[name] = value
        draft.owner_id = draft.owner_id or owner
        car.vin, car.plate_key = draft.values["vin"], draft.values["plate_key"]
        self._learn(car)
        self._odometers.append((row, car.id))
        number = car.row.number if car.row else 0
        self.ledger.skip(
            row,
            say(QT_TRANSLATE_NOOP("exchange", "The same car as in row {row}."), row=number),
            car.id,
        )

    def _find(self, vin: str | None, key: str | None) -> tuple[_Car | None, Sentence | None]:
        """The car of a VIN and a plate; a sentence when the two speak of different cars."""
        by_vin = self._by_vin.get(vin) if vin else None
        carrying = self._by_plate.get(key, []) if key else []
        if by_vin is not None:
            other = next((car for car in carrying if car.id != by_vin.id), None)
            return by_vin, _elsewhere(other) if other else None
        for car in carrying:
            if vin is None or car.vin is None:
                return car, None
        return None, _elsewhere(carrying[0]) if carrying else None

    def _unit(self, row: ParsedRow) -> str | None:
        shown: Odometer | None = row.get("odometer")
        beside: str | None = row.get("odometer_unit")
        return (shown.unit if shown else None) or beside

    def _owner(self, row: ParsedRow) -> uuid.UUID | None:
        """The owner the row names: found, made when nobody is found, or None with a warning."""
        name, phone = row.get("owner"), row.get("owner_phone")
        if not name and not phone:
            return None
        met = self.customers.people.find(name, [phone] if phone else [], {})
        if met is None and name and not phone and len(self.customers.people.named(name)) > 1:
            self.ledger.warn(
                row,
                "owner",
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Several customers have this name: the car has no owner yet."
                    )
                ),
                value=name,
            )
            return None
        if met is not None:
            return met.id
        if name and self.makes_owners:
            return self.customers.draft(
                self.customers.named(name, phone, row.get("owner_kind")), None
            ).id
        self.ledger.warn(
            row,
            "owner" if name else "owner_phone",
            say(QT_TRANSLATE_NOOP("exchange", "No customer fits: the car has no owner yet.")),
            value=name or phone or "",
        )
        return None

    def finish(self) -> None:
        """Write owners first, then cars, plates, ownership and readings."""
        self.customers.finish()
        for draft in self._drafts.values():
            self._insert(draft)
        units = {draft.car.id: self._unit_of(draft.values) for draft in self._drafts.values()}
        units |= self._change_known()
        self._read_odometers(units)

    def _unit_of(self, values: Mapping[str, Any]) -> str:
        usual = OdometerUnit.MI if self.tx.center.country in _MILES else OdometerUnit.KM
        return str(values.get("odometer_unit") or usual.value)

    def _insert(self, draft: _Draft) -> None:
        values = {name: draft.values[name] for name in _PLAIN}
        for name in _NEVER_NULL:
            values[name] = values[name] or ""
        self.tx.append(
            Vehicle,
            **values,
            id=draft.car.id,
            center_id=self.tx.actor.center_id,
            plate=draft.values["plate"],
            plate_key=draft.values["plate_key"],
            odometer_unit=self._unit_of(draft.values),
            serials={},
            made_at=self.tx.now,
        )
        self._plate(draft.car.id, draft.values)
        self._own(draft.car.id, draft.owner_id)
        self._findable(draft.car.id, {**draft.values, **values})

    def _plate(self, vehicle_id: uuid.UUID, values: Mapping[str, Any]) -> None:
        if values["plate_key"]:
            self.tx.append(
                PlateRecord,
                vehicle_id=vehicle_id,
                plate=values["plate"],
                plate_key=values["plate_key"],
                country=values["country"],
                from_at=self.tx.now,
            )

    def _own(self, vehicle_id: uuid.UUID, owner_id: uuid.UUID | None) -> None:
        if owner_id is not None:
            self.tx.append(
                VehiclePerson,
                vehicle_id=vehicle_id,
                customer_id=owner_id,
                role=VehicleRole.OWNER.value,
                from_at=self.tx.now,
            )

    def _findable(self, key: uuid.UUID, values: Mapping[str, Any]) -> None:
        year = str(values["made_year"]) if values["made_year"] else None
        names = ("plate_key", "plate", "vin", "make", "model", "variant")
        self.tx.findable("vehicle", key, *(values[n] for n in names), year, values["body_number"])

    def _change_known(self) -> dict[uuid.UUID, str]:
        units: dict[uuid.UUID, str] = {}
        for start in range(0, len(self._known), _PORTION):
            part = self._known[start : start + _PORTION]
            keys = sorted({key for _, key, _, _ in part})
            cars = {
                car.id: car
                for car in self.tx.session.scalars(
                    sa.select(Vehicle)
                    .where(Vehicle.id.in_(keys))
                    .order_by(Vehicle.id)
                    .with_for_update()
                )
            }
            owned = self._owned(keys)
            for row, key, values, owner in part:
                units[key] = cars[key].odometer_unit
                changed = self._change(cars[key], values)
                if owner is not None and key not in owned:
                    self._own(key, owner)
                    owned[key] = owner
                    changed = True
                elif owner is not None and owned[key] != owner:
                    self._other_owner(row)
                self.ledger.done(row, Outcome.CHANGED if changed else Outcome.SAME, key)
        return units

    def _owned(self, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
        rows = self.tx.connection.execute(
            sa.select(VehiclePerson.vehicle_id, VehiclePerson.customer_id).where(
                VehiclePerson.vehicle_id.in_(keys),
                VehiclePerson.until_at.is_(None),
                VehiclePerson.role == VehicleRole.OWNER.value,
            )
        )
        return {row.vehicle_id: row.customer_id for row in rows}

    def _other_owner(self, row: ParsedRow) -> None:
        self.ledger.warn(
            row,
            "owner",
            say(
                QT_TRANSLATE_NOOP("exchange", "The car has another owner here; it keeps that one.")
            ),
            value=row.get("owner") or row.get("owner_phone") or "",
        )

    def _change(self, car: Vehicle, values: Mapping[str, Any]) -> bool:
        changed = False
        for name in _PLAIN:
            old, new = getattr(car, name), values[name]
            later = name in _DAYS and old is not None and new is not None and new > old
            if new is not None and new != old and (self.overwrite or later or old in {None, ""}):
                setattr(car, name, new)
                changed = True
        if values["plate_key"] and car.plate_key is None:
            car.plate, car.plate_key = values["plate"], values["plate_key"]
            self._plate(car.id, values)
            changed = True
        if changed:
            now = {name: getattr(car, name) for name in (*_PLAIN, "plate", "plate_key")}
            self._findable(car.id, now)
        return changed

    def _read_odometers(self, units: Mapping[uuid.UUID, str]) -> None:
        known = self._readings({key for _, key in self._odometers if key not in self._drafts})
        for row, key in self._odometers:
            shown = row.get("odometer")
            if shown is None:
                continue
            unit = self._unit(row) or units[key]
            at = self._moment(row)
            held = known.setdefault(key, _Readings())
            if self._is_known(held, shown.value, unit, at if row.get("odometer_on") else None):
                continue
            odd = _is_odd(held, shown.value, unit, at)
            if odd:
                self.ledger.warn(
                    row,
                    "odometer",
                    say(
                        QT_TRANSLATE_NOOP(
                            "exchange",
                            "It does not fit the readings before and after it; kept as an anomaly.",
                        )
                    ),
                    value=shown.value,
                )
            held.rows.append((shown.value, unit, at))
            self.tx.append(
                OdometerReading,
                vehicle_id=key,
                value=shown.value,
                unit=unit,
                read_at=at,
                source="import",
                is_anomaly=odd,
                reason="import" if odd else None,
                confirmed_by_id=self.tx.actor.employee_id if odd else None,
            )
            self.tx.touch("vehicle", key)
            if key not in self._drafts:
                self.ledger.done(row, Outcome.CHANGED, key)

    def _moment(self, row: ParsedRow) -> datetime:
        day = row.get("odometer_on")
        if day is None:
            return self.tx.now
        noon = datetime.combine(day, time(12), zone(self.tx.center.time_zone))
        return min(noon, self.tx.now).astimezone(UTC)

    def _is_known(self, held: _Readings, value: int, unit: str, at: datetime | None) -> bool:
        """Whether the reading stands already: the same figure on the same day, on any day when none is given."""
        here = self.tx.center.time_zone
        return any(
            (v, u) == (value, unit)
            and (at is None or local_day(moment, here) == local_day(at, here))
            for v, u, moment in held.rows
        )

    def _readings(self, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, _Readings]:
        wanted = sorted(keys)
        found: dict[uuid.UUID, _Readings] = {}
        for start in range(0, len(wanted), _PORTION):
            rows = self.tx.connection.execute(
                sa.select(
                    OdometerReading.vehicle_id,
                    OdometerReading.value,
                    OdometerReading.unit,
                    OdometerReading.read_at,
                ).where(OdometerReading.vehicle_id.in_(wanted[start : start + _PORTION]))
            )
            for row in rows:
                held = found.setdefault(row.vehicle_id, _Readings())
                held.rows.append((row.value, row.unit, row.read_at))
        return found


def _elsewhere(car: _Car) -> Sentence:
    if car.row is not None:
        return say(
            QT_TRANSLATE_NOOP(
                "exchange", "The plate is also in row {row}, on a car with another VIN."
            ),
            row=car.row.number,
        )
    return say(
        QT_TRANSLATE_NOOP("exchange", "The plate stands on another car here, with another VIN.")
    )


def _is_odd(held: _Readings, value: int, unit: str, at: datetime) -> bool:
    """Whether a reading is lower than an earlier one or higher than a later one."""
    km = to_km(value, unit)
    return any(
        (moment <= at and to_km(v, u) > km) or (moment > at and to_km(v, u) < km)
        for v, u, moment in held.rows
    )
