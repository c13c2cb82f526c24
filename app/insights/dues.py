"""Whom to call: cars whose inspection, insurance, recall or recommended work is due, with the days that are left."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from app.kernel.tx import Read
from app.vehicles.recalls import recalls_of_cars
from models.contacts import Call
from models.customers import Customer
from models.passports import Recommendation, RecommendationState
from models.vehicles import Vehicle, VehiclePerson, VehicleRole

_PORTION: Final = 500


class DueKind(StrEnum):
    """What is due."""

    INSPECTION = "inspection"
    INSURANCE = "insurance"
    RECALL = "recall"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing that is due on one car. ``days``: left until ``due_on``, below zero when late; None without a day.

    ``last_call``: when and how the customer was last talked to about this car; ``again_on``: when to call again.
    """

    key: str
    kind: DueKind
    vehicle_id: uuid.UUID
    plate: str | None
    car: str
    customer_id: uuid.UUID | None
    customer: str | None
    phone: str | None
    what: str
    due_on: date | None
    days: int | None
    is_safety: bool = False
    last_outcome: str | None = None
    last_call_on: date | None = None
    again_on: date | None = None


def list_dues(
    read: Read,
    *,
    today: date,
    within: int = 30,
    late: int = 365,
    kinds: frozenset[str] = frozenset(),
) -> tuple[DueRow, ...]:
    """What is due in ``within`` days or is late by no more than ``late``; the most urgent first."""
    wanted = kinds or frozenset(DueKind)
    rows: list[DueRow] = []
    if wanted & {DueKind.INSPECTION, DueKind.INSURANCE}:
        rows += _of_cars(read, today, within, late, wanted)
    if DueKind.WORK in wanted:
        rows += _of_work(read, today, within, late)
    if DueKind.RECALL in wanted:
        rows += _of_recalls(read)
    rows = _with_people(read, rows)
    rows.sort(key=lambda row: (row.days if row.days is not None else -1, row.plate or "", row.key))
    return tuple(rows)


def _of_cars(
    read: Read, today: date, within: int, late: int, wanted: frozenset[str]
) -> Iterable[DueRow]:
    last = date.fromordinal(today.toordinal() + within)
    first = date.fromordinal(today.toordinal() - late)
    columns = [
        (DueKind.INSPECTION, Vehicle.inspection_until_on),
        (DueKind.INSURANCE, Vehicle.insurance_until_on),
    ]
    for kind, column in columns:
        if kind not in wanted:
            continue
        for car in read.connection.execute(
            sa.select(Vehicle.id, Vehicle.plate, Vehicle.make, Vehicle.model, column.label("due"))
            .where(
                Vehicle.center_id == read.center_id,
                Vehicle.archived_at.is_(None),
                column.between(first, last),
            )
            .order_by(column)
        ):
            days = (car.due - today).days
            name = f"{car.make} {car.model}".strip()
            yield DueRow(
                f"{kind}:{car.id}",
                kind,
                car.id,
                car.plate,
                name,
                None,
                None,
                None,
                "",
                car.due,
                days,
            )


def _of_work(read: Read, today: date, within: int, late: int) -> Iterable[DueRow]:
    last = date.fromordinal(today.toordinal() + within)
    first = date.fromordinal(today.toordinal() - late)
    for row in read.connection.execute(
        sa.select(
            Recommendation.id,
            Recommendation.name,
            Recommendation.due_on,
            Vehicle.id.label("vehicle_id"),
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
        )
        .join(Vehicle, Vehicle.id == Recommendation.vehicle_id)
        .where(
            Vehicle.center_id == read.center_id,
            Vehicle.archived_at.is_(None),
            Recommendation.state == RecommendationState.OPEN,
            Recommendation.due_on.between(first, last),
        )
        .order_by(Recommendation.due_on)
    ):
        yield DueRow(
            f"{DueKind.WORK}:{row.id}",
            DueKind.WORK,
            row.vehicle_id,
            row.plate,
            f"{row.make} {row.model}".strip(),
            None,
            None,
            None,
            row.name,
            row.due_on,
            (row.due_on - today).days,
        )


def _of_recalls(read: Read) -> Iterable[DueRow]:
    found = recalls_of_cars(read)
    open_ones = {key: [r for r in rows if r.is_open] for key, rows in found.items()}
    ids = [key for key, rows in open_ones.items() if rows]
    for start in range(0, len(ids), _PORTION):
        for car in read.connection.execute(
            sa.select(Vehicle.id, Vehicle.plate, Vehicle.make, Vehicle.model).where(
                Vehicle.id.in_(ids[start : start + _PORTION])
            )
        ):
            for recall in open_ones[car.id]:
                yield DueRow(
                    f"{DueKind.RECALL}:{recall.id}:{car.id}",
                    DueKind.RECALL,
                    car.id,
                    car.plate,
                    f"{car.make} {car.model}".strip(),
                    None,
                    None,
                    None,
                    f"{recall.number}: {recall.text}",
                    None,
                    None,
                    is_safety=recall.is_safety,
                )


def _with_people(read: Read, rows: list[DueRow]) -> list[DueRow]:
    """Each row with its owner of today and the last talk about the car."""
    cars = list({row.vehicle_id for row in rows})
    owners: dict[uuid.UUID, tuple[uuid.UUID, str, str | None]] = {}
    talks: dict[uuid.UUID, tuple[str, date, date | None]] = {}
    for start in range(0, len(cars), _PORTION):
        part = cars[start : start + _PORTION]
        for person in read.connection.execute(
            sa.select(VehiclePerson.vehicle_id, Customer.id, Customer.name, Customer.phone)
            .join(Customer, Customer.id == VehiclePerson.customer_id)
            .where(
                VehiclePerson.vehicle_id.in_(part),
                VehiclePerson.role == VehicleRole.OWNER.value,
                VehiclePerson.until_at.is_(None),
                Customer.erased_at.is_(None),
            )
            .order_by(VehiclePerson.id)
        ):
            owners[person.vehicle_id] = (person.id, person.name, person.phone)
        for call in read.connection.execute(
            sa.select(Call.vehicle_id, Call.outcome, Call.at, Call.again_on)
            .where(Call.vehicle_id.in_(part), Call.center_id == read.center_id)
            .order_by(Call.id)
        ):
            talks[call.vehicle_id] = (call.outcome, call.at.date(), call.again_on)
    made = []
    for row in rows:
        customer_id, customer, phone = owners.get(row.vehicle_id, (None, None, None))
        outcome, called_on, again_on = talks.get(row.vehicle_id, (None, None, None))
        made.append(
            replace(
                row,
                customer_id=customer_id,
                customer=customer,
                phone=phone,
                last_outcome=outcome,
                last_call_on=called_on,
                again_on=again_on,
            )
        )
    return made
