"""What completion writes for the owner, and the work that becomes due from it."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    TransitionNotAllowedError,
    invalid,
)
from app.kernel.tx import Read, Tx, action
from models.access import Permission
from models.base import new_id
from models.money import Money
from models.passports import (
    ExpenseEntry,
    Recommendation,
    RecommendationState,
    ServiceEntry,
)
from models.vehicles import OdometerReading, Vehicle


def add_months(day: date, months: int) -> date:
    """The same day that many months later, or the month's last one when it is shorter."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWork:
    """Work a completed line makes due again, or work that was declined."""

    name: str
    item_id: uuid.UUID | None
    kind: str
    interval_km: int | None = None
    interval_months: int | None = None
    old_price_amount: int | None = None
    lines: Sequence[dict[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportFacts:
    """What a completed order says to the passport."""

    order_id: uuid.UUID
    vehicle_id: uuid.UUID
    done_on: date
    reading_id: uuid.UUID | None
    odometer_value: int | None
    odometer_unit: str
    odometer_km: int | None
    works: Sequence[str]
    labour_amount: int
    parts_amount: int
    total_amount: int
    currency: str
    due: Sequence[DueWork]


@dataclass(frozen=True, slots=True)
class NewWork:
    """A recommendation that a completed order leaves, as its papers and the passport tell it."""

    id: uuid.UUID
    name: str
    kind: str
    due_on: date | None
    due_value: int | None
    from_unit: str
    old_price_amount: int | None


_DONE = (
    sa.update(Recommendation)
    .where(
        Recommendation.vehicle_id == sa.bindparam("vehicle"),
        Recommendation.state == RecommendationState.OPEN,
        Recommendation.item_id.in_(sa.bindparam("items", expanding=True)),
        Recommendation.kind == "interval",
    )
    .values(
        state=sa.bindparam("done_state"),
        closed_at=sa.bindparam("now"),
        closed_reason=sa.bindparam("why"),
        version=Recommendation.version + 1,
    )
    .returning(Recommendation.id)
)


def write_completion(tx: Tx, facts: PassportFacts) -> tuple[uuid.UUID, list[NewWork]]:
    """Service entry, expense entry and recommendations of one order; returns the expense's id and the new ones.

    A recommendation for the same catalog item that was open is done now: recurrence counts from completion.
    """
    tx.append(
        ServiceEntry,
        vehicle_id=facts.vehicle_id,
        order_id=facts.order_id,
        done_on=facts.done_on,
        odometer_km=facts.odometer_km,
        works=list(facts.works),
    )
    expense_id = tx.append(
        ExpenseEntry,
        vehicle_id=facts.vehicle_id,
        order_id=facts.order_id,
        spent_on=facts.done_on,
        labour_amount=facts.labour_amount,
        parts_amount=facts.parts_amount,
        total_amount=facts.total_amount,
        currency=facts.currency,
    )
    _close_done(tx, facts)
    made = []
    for due in facts.due:
        value = facts.odometer_value
        by_value = due.interval_km is not None and value is not None
        new = NewWork(
            new_id(),
            due.name,
            due.kind,
            add_months(facts.done_on, due.interval_months) if due.interval_months else None,
            _later(value, due.interval_km, facts.odometer_unit) if by_value else None,
            facts.odometer_unit,
            due.old_price_amount,
        )
        row: dict[str, Any] = {
            "id": new.id,
            "vehicle_id": facts.vehicle_id,
            "order_id": facts.order_id,
            "item_id": due.item_id,
            "kind": new.kind,
            "name": new.name,
            "state": RecommendationState.OPEN,
            "interval_km": due.interval_km,
            "interval_months": due.interval_months,
            "from_reading_id": facts.reading_id,
            "from_value": value,
            "from_unit": new.from_unit,
            "due_on": new.due_on,
            "due_value": new.due_value,
            "old_price_amount": new.old_price_amount,
            "currency": facts.currency,
            "lines": list(due.lines),
            "made_at": tx.now,
        }
        # rows, not entities: they point at the reading, which is written by the same bulk
        tx.append(Recommendation, **row)
        said = {key: found for key, found in row.items() if found is not None and key != "id"}
        tx.note(f"maintenance_recommendation/{row['id']}", {"new": said})
        made.append(new)
    return expense_id, made


def _later(value: int | None, interval_km: int | None, unit: str) -> int | None:
    if value is None or interval_km is None:
        return None
    if unit == "mi":
        return value + round(interval_km * 1000 / 1609.344)
    return value + interval_km


def _close_done(tx: Tx, facts: PassportFacts) -> None:
    items = {due.item_id for due in facts.due if due.kind == "interval" and due.item_id}
    if not items:
        return
    # found and closed by one statement: of two orders that close the same work, the later one finds it closed
    closed = tx.connection.execute(
        _DONE,
        {
            "vehicle": facts.vehicle_id,
            "items": sorted(items),
            "done_state": RecommendationState.DONE,
            "now": tx.now,
            "why": str(facts.order_id),
        },
    ).scalars()
    for key in closed:
        tx.touch("maintenance_recommendation", key)
        tx.note(
            f"maintenance_recommendation/{key}",
            {
                "set": {
                    "state": [RecommendationState.OPEN, RecommendationState.DONE],
                    "closed_at": [None, tx.now],
                    "closed_reason": [None, str(facts.order_id)],
                }
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReading:
    """A reading was typed wrong: what it should have been, and why."""

    reading_id: uuid.UUID
    value: int
    reason: str


@action(
    "passports.correct_reading",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("passports", "Correct odometer reading"),
)
def correct_reading(tx: Tx, command: CorrectReading) -> uuid.UUID:
    """Put a corrected reading beside the mistaken one; reminders then count from the corrected value."""
    if not command.reason.strip():
        raise invalid("reason", QT_TRANSLATE_NOOP("passports", "Say why the reading is corrected."))
    old = tx.load(OdometerReading, command.reading_id)
    tx.load(Vehicle, old.vehicle_id, lock=True)
    from app import vehicles  # noqa: PLC0415 - who only reads corrects nothing

    corrected_id = vehicles.record_reading(
        tx,
        vehicle_id=old.vehicle_id,
        value=command.value,
        unit=old.unit,
        source="correction",
        source_id=old.source_id,
        reason=command.reason,
        corrects_id=old.id,
    )
    # the reading is there before reminders point at it
    tx.flush()
    tx.about("vehicle", old.vehicle_id)
    for due in tx.session.scalars(
        sa.select(Recommendation).where(
            Recommendation.from_reading_id.in_(_corrections_of(tx, old.id)),
            Recommendation.state == RecommendationState.OPEN,
        )
    ):
        due.from_reading_id = corrected_id
        due.from_value = command.value
        due.due_value = _later(command.value, due.interval_km, due.from_unit)
    return corrected_id


def _corrections_of(tx: Tx, reading_id: uuid.UUID) -> set[uuid.UUID]:
    """The reading and every correction of it: a reminder may count from any of them."""
    chain, newest = {reading_id}, {reading_id}
    while newest:
        newest = set(
            tx.session.scalars(
                sa.select(OdometerReading.id).where(OdometerReading.corrects_id.in_(newest))
            )
        )
        chain |= newest
    return chain


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissRecommendation:
    """The customer does not want it, for good."""

    recommendation_id: uuid.UUID
    reason: str


@action(
    "passports.dismiss",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("passports", "Dismiss recommendation"),
)
def dismiss_recommendation(tx: Tx, command: DismissRecommendation) -> uuid.UUID:
    """Close an open recommendation with a reason; it stays in the vehicle's history."""
    found = tx.load(Recommendation, command.recommendation_id)
    tx.load(Vehicle, found.vehicle_id)
    if found.state != RecommendationState.OPEN:
        raise TransitionNotAllowedError(found.state, "dismiss", ())
    found.state = RecommendationState.DISMISSED
    found.closed_at = tx.now
    found.closed_reason = command.reason
    tx.about("vehicle", found.vehicle_id)
    return found.id


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation as the desk shows it; ``old_price`` is of the day it was declined, not an offer."""

    id: uuid.UUID
    name: str
    kind: str
    state: RecommendationState
    due_on: date | None
    due_value: int | None
    unit: str
    old_price: Money | None
    age_days: int
    made_at: datetime
    order_id: uuid.UUID


def list_recommendations(
    read: Read, vehicle_id: uuid.UUID, *, now: datetime, open_only: bool = True
) -> list[RecommendationRow]:
    """Recommendations of a vehicle, oldest first, with their age in days."""
    found = recommendations_of(read, [vehicle_id], now=now, open_only=open_only)
    return found.get(vehicle_id, [])


def recommendations_of(
    read: Read,
    vehicle_ids: Collection[uuid.UUID],
    *,
    now: datetime,
    open_only: bool = False,
) -> dict[uuid.UUID, list[RecommendationRow]]:
    """Recommendations of many vehicles in one select, oldest first; a vehicle without any is left out."""
    table = Recommendation.__table__
    query = (
        sa.select(table)
        .join(Vehicle, Vehicle.id == table.c.vehicle_id)
        .where(table.c.vehicle_id.in_(vehicle_ids), Vehicle.center_id == read.center_id)
    )
    if open_only:
        query = query.where(table.c.state == RecommendationState.OPEN)
    found: dict[uuid.UUID, list[RecommendationRow]] = {}
    for r in read.connection.execute(query.order_by(table.c.id)):
        row = RecommendationRow(
            r.id,
            r.name,
            r.kind,
            r.state,
            r.due_on,
            r.due_value,
            r.from_unit,
            Money(r.old_price_amount, r.currency) if r.old_price_amount is not None else None,
            (now - r.made_at).days,
            r.made_at,
            r.order_id,
        )
        found.setdefault(r.vehicle_id, []).append(row)
    return found
