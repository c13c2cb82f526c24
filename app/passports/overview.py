"""What the Sync page reads: where the shop stands with the server, what waits with its record, what went and came."""

import json
import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.tx import Read
from app.passports.waiting import Waiting, WaitingRow, list_waiting
from models.customers import Customer
from models.ledger import AuditEntry, AuditHead, InboxChange, OutboxEnvelope, OutboxState
from models.passports import LinkState, VehicleLink
from models.vehicles import Vehicle

_ENTRIES: Final = 4000
"""How far back in the audit the day's exchange is looked for: entries have no index by time."""
_GOOD: Final = "sync.verdicts"
_BAD: Final = "sync.failed"


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """An envelope that has not left, with the record it speaks of. ``label`` is what people call the record."""

    id: uuid.UUID
    kind: str
    waiting: Waiting
    label: str
    made_at: datetime
    order_id: uuid.UUID | None
    vehicle_id: uuid.UUID | None
    plate: str | None
    vehicle: str
    customer_id: uuid.UUID | None
    verdict_code: str | None
    verdict_reason: str | None
    tries: int
    next_try_at: datetime | None


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The oldest records of each reason, and how many there are of each among those looked at."""

    records: tuple[WaitingRecord, ...]
    counts: Mapping[Waiting, int]


def list_waiting_records(
    read: Read, *, now: datetime, each: int = 12, reasons: Collection[Waiting] = ()
) -> WaitingList:
    """What waits and why, oldest first: at most ``each`` of a reason; of ``reasons`` all there are."""
    rows = list_waiting(read, now=now)
    shown: list[WaitingRow] = []
    counts: Counter[Waiting] = Counter()
    for row in rows:
        counts[row.waiting] += 1
        if counts[row.waiting] <= each or row.waiting in reasons:
            shown.append(row)
    return WaitingList(tuple(_records(read, shown)), dict(counts))


def _records(read: Read, rows: Sequence[WaitingRow]) -> list[WaitingRecord]:
    ids = [row.id for row in rows]
    payloads: dict[uuid.UUID, dict[str, Any]] = {
        row.id: json.loads(row.body)["payload"]
        for row in read.connection.execute(
            sa.select(OutboxEnvelope.id, OutboxEnvelope.body).where(OutboxEnvelope.id.in_(ids))
        )
    }
    cars = {row.id: _car_of(row, payloads[row.id]) for row in rows}
    known = {
        car.id: car
        for car in read.connection.execute(
            sa.select(
                Vehicle.id,
                Vehicle.plate,
                Vehicle.make,
                Vehicle.model,
                VehicleLink.customer_id.label("asked_id"),
            )
            .outerjoin(VehicleLink, VehicleLink.vehicle_id == Vehicle.id)
            .where(
                Vehicle.id.in_({key for key in cars.values() if key is not None}),
                Vehicle.center_id == read.center_id,
            )
            .order_by(VehicleLink.id)
        )
    }
    return [_record(row, payloads[row.id], known.get(cars[row.id])) for row in rows]


def _car_of(row: WaitingRow, payload: Mapping[str, Any]) -> uuid.UUID | None:
    if row.vehicle_id is not None:
        return row.vehicle_id
    told = payload.get("vehicle_id")
    return uuid.UUID(told) if isinstance(told, str) else None


def _record(row: WaitingRow, payload: Mapping[str, Any], car: Any) -> WaitingRecord:  # noqa: ANN401  a row or None
    plate = car.plate if car is not None else None
    order = payload.get("work_order_id")
    label = payload.get("number")
    if label is None:
        label = plate or payload.get("plate") or payload.get("name") or ""
    return WaitingRecord(
        id=row.id,
        kind=row.kind,
        waiting=row.waiting,
        label=str(label),
        made_at=row.made_at,
        order_id=uuid.UUID(order) if isinstance(order, str) else None,
        vehicle_id=car.id if car is not None else None,
        plate=plate,
        vehicle=f"{car.make} {car.model}".strip() if car is not None else "",
        customer_id=car.asked_id if car is not None else None,
        verdict_code=row.verdict_code,
        verdict_reason=row.verdict_reason,
        tries=row.tries,
        next_try_at=row.next_try_at,
    )


@dataclass(frozen=True, slots=True)
class SentRow:
    """An envelope the server has."""

    id: uuid.UUID
    kind: str
    label: str
    order_id: uuid.UUID | None
    made_at: datetime
    delivered_at: datetime | None
    tries: int


def list_sent(read: Read, *, after: uuid.UUID | None = None, limit: int = 60) -> list[SentRow]:
    """What the server has, newest first; ``after`` is the id of the last row seen."""
    query = sa.select(
        OutboxEnvelope.id,
        OutboxEnvelope.kind,
        OutboxEnvelope.body,
        OutboxEnvelope.made_at,
        OutboxEnvelope.delivered_at,
        OutboxEnvelope.tries,
    ).where(
        OutboxEnvelope.center_id == read.center_id, OutboxEnvelope.state == OutboxState.DELIVERED
    )
    if after is not None:
        query = query.where(OutboxEnvelope.id < after)
    rows = read.connection.execute(query.order_by(OutboxEnvelope.id.desc()).limit(limit))
    made = []
    for row in rows:
        payload = json.loads(row.body)["payload"]
        order = payload.get("work_order_id")
        label = payload.get("number") or payload.get("plate") or payload.get("name") or ""
        made.append(
            SentRow(
                row.id,
                row.kind,
                str(label),
                uuid.UUID(order) if isinstance(order, str) else None,
                row.made_at,
                row.delivered_at,
                row.tries,
            )
        )
    return made


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A change the server told. ``word`` is its decision, where it carries one."""

    id: uuid.UUID
    kind: str
    word: str
    plate: str | None
    vehicle_id: uuid.UUID | None
    outcome: str
    at: datetime


def list_inbox(read: Read, *, after: uuid.UUID | None = None, limit: int = 60) -> list[InboxRow]:
    """What the server told, newest first; ``after`` is the id of the last row seen."""
    query = (
        sa.select(
            InboxChange.id,
            InboxChange.kind,
            InboxChange.payload,
            InboxChange.outcome,
            InboxChange.at,
            Vehicle.id.label("car_id"),
            Vehicle.plate,
        )
        .outerjoin(
            Vehicle,
            sa.and_(Vehicle.id == InboxChange.subject_id, Vehicle.center_id == read.center_id),
        )
        .where(InboxChange.center_id == read.center_id)
    )
    if after is not None:
        query = query.where(InboxChange.id < after)
    rows = read.connection.execute(query.order_by(InboxChange.id.desc()).limit(limit))
    return [
        InboxRow(
            row.id,
            row.kind,
            str(json.loads(row.payload).get("decision") or ""),
            row.plate,
            row.car_id,
            row.outcome,
            row.at,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class OwnerLink:
    """What an owner was asked and said."""

    id: uuid.UUID
    vehicle_id: uuid.UUID
    vehicle: str
    plate: str | None
    customer_id: uuid.UUID
    customer: str
    state: LinkState
    scope: tuple[str, ...]
    asked_at: datetime
    decided_at: datetime | None
    reason: str | None


def list_links(
    read: Read,
    *,
    states: Collection[LinkState] = (),
    after: uuid.UUID | None = None,
    limit: int = 60,
) -> list[OwnerLink]:
    """Requests and permissions, newest first; ``after`` is the id of the last row seen."""
    query = (
        sa.select(
            VehicleLink.__table__,
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
            Customer.name.label("customer_name"),
        )
        .join(Vehicle, Vehicle.id == VehicleLink.vehicle_id)
        .join(Customer, Customer.id == VehicleLink.customer_id)
        .where(VehicleLink.center_id == read.center_id)
    )
    if states:
        query = query.where(VehicleLink.state.in_(states))
    if after is not None:
        query = query.where(VehicleLink.id < after)
    rows = read.connection.execute(query.order_by(VehicleLink.id.desc()).limit(limit))
    return [
        OwnerLink(
            r.id,
            r.vehicle_id,
            f"{r.make} {r.model}".strip(),
            r.plate,
            r.customer_id,
            r.customer_name or "—",
            r.state,
            tuple(r.scope),
            r.asked_at,
            r.decided_at,
            r.decision_reason,
        )
        for r in rows
    ]


def count_links(read: Read) -> dict[LinkState, int]:
    """How many links there are in each state."""
    rows = read.connection.execute(
        sa.select(VehicleLink.state, sa.func.count())
        .where(VehicleLink.center_id == read.center_id)
        .group_by(VehicleLink.state)
    )
    return {state: int(number) for state, number in rows}


@dataclass(frozen=True, slots=True)
class Reached:
    """From a moment on the server was reached, or was not."""

    at: datetime
    is_reached: bool


def exchange_of_day(read: Read, since: datetime) -> tuple[Reached, ...]:
    """When the connection came and went since a moment, oldest first, as rounds left it in the audit."""
    last = read.connection.execute(
        sa.select(AuditHead.seq).where(AuditHead.center_id == read.center_id)
    ).scalar()
    if last is None:
        return ()
    rows = read.connection.execute(
        sa.select(AuditEntry.at, AuditEntry.action)
        .where(
            AuditEntry.center_id == read.center_id,
            AuditEntry.seq > last - _ENTRIES,
            AuditEntry.action.in_([_GOOD, _BAD]),
            AuditEntry.at >= since,
        )
        .order_by(AuditEntry.seq)
    )
    made: list[Reached] = []
    for at, action in rows:
        if not made or made[-1].is_reached != (action == _GOOD):
            made.append(Reached(at, action == _GOOD))
    return tuple(made)
