"""The passport as its owner reads it: records, readings, what comes next, and whether it is true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from models.money import Money
from sync.server.corrections import standing_odometer
from sync.server.history import contents, payload_of
from sync.server.station import Row, Tx
from sync.server.tables import center_keys, centers, corrections, records
from sync.server.tenancy import CenterRows, OwnerRows
from sync.wire.canonical import sha256_hex
from sync.wire.passports import Odometer, Recommendation
from sync.wire.signing import BadSignatureError, check_signature, read_public
from sync.wire.work_orders import (
    CompletedWorkOrder,
    CorrectionRequest,
    Difference,
    Part,
    Service,
    WorkOrderPrices,
)

SOON = timedelta(days=30)
SOON_KM = 1000
KM_PER_MILE = Decimal("1.609344")


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction beside the record it is about."""

    id: UUID
    state: str
    center_name: str
    number: str
    reason: str
    differences: Sequence[Difference]
    asked_at: datetime
    decided_at: datetime | None
    note: str | None
    countered: bool
    record: UUID


@dataclass(frozen=True, slots=True)
class RecordView:
    """One completed order."""

    id: UUID
    car_id: UUID
    center_name: str
    number: str
    completed_on: date
    stated: Odometer | None
    reading: Odometer | None
    """The one that counts: accepted corrections applied."""
    services: Sequence[Service]
    parts: Sequence[Part]
    recommendations: Sequence[Recommendation]
    total: Money | None
    amounts: Mapping[UUID, Money]
    corrections: Sequence[CorrectionView]


@dataclass(frozen=True, slots=True)
class Due:
    """Work that comes next; whichever of day and reading comes first."""

    name: str
    due_on: date | None
    due_odometer: Odometer | None
    declined: bool
    urgency: str
    """`late`, `soon` or empty."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the server can prove about a stored record, computed now from what it holds."""

    valid: bool
    sha256: str
    key_id: str
    key_registered_at: datetime | None
    key_revoked_at: datetime | None
    snapshot_sha256: str
    snapshot_valid: bool


@dataclass(frozen=True, slots=True)
class PaperProof:
    """What the server can say about a hash and signature from a paper."""

    verdict: str
    """`ok`, `no` or `unknown`."""
    center_name: str = ""
    key_id: str = ""
    key_revoked_at: datetime | None = None


def timeline(owner: OwnerRows, car_id: UUID) -> list[RecordView]:
    """All records of one of their cars, the newest first."""
    of_car = owner.of_cars(records).where(records.c.car_id == car_id)
    newest = of_car.order_by(records.c.completed_at.desc(), records.c.id.desc())
    return _views(owner.tx, owner.tx.all(newest))


def record(owner: OwnerRows, row_id: UUID) -> RecordView | None:
    """One record of theirs."""
    row = owner.record(row_id)
    return None if row is None else _views(owner.tx, [row])[0]


def correction(owner: OwnerRows, row_id: UUID) -> CorrectionView | None:
    """One correction of theirs."""
    row = owner.correction(row_id)
    return None if row is None else _corrections(CenterRows(owner.tx, row.center_id), [row])[0]


def upcoming(views: Sequence[RecordView], today: date) -> list[Due]:
    """What the newest record about each piece of work recommends, the most urgent first.

    A recommendation is over when a later record holds work of that name.
    """
    latest: dict[str, tuple[RecordView, Recommendation]] = {}
    done_since: set[str] = set()
    for view in views:
        for each in view.recommendations:
            name = each.name.casefold()
            if name not in done_since:
                latest.setdefault(name, (view, each))
        done_since.update(service.name.casefold() for service in view.services)
    reading = next((view.reading for view in views if view.reading is not None), None)
    due = [_due(each, reading, today) for _, each in latest.values()]
    order = {"late": 0, "soon": 1, "": 2}
    return sorted(due, key=lambda each: (order[each.urgency], each.due_on or date.max, each.name))


def prove(owner: OwnerRows, row_id: UUID) -> Proof | None:
    """Check hash and signature of a stored record anew."""
    row = owner.record(row_id)
    if row is None:
        return None
    mine = CenterRows(owner.tx, row.center_id)
    stored = contents(mine, [row.envelope_id])[row.envelope_id]
    payload = payload_of(stored.content, CompletedWorkOrder)
    keys = {key.key_id: key for key in owner.tx.all(mine.select(center_keys))}
    key = keys.get(stored.key_id)
    snapshot_key = keys.get(payload.snapshot_key_id)
    return Proof(
        valid=sha256_hex(stored.content.encode()) == stored.sha256
        and _signed(key, stored.sha256, stored.signature),
        sha256=stored.sha256,
        key_id=stored.key_id,
        key_registered_at=key.registered_at if key else None,
        key_revoked_at=key.revoked_at if key else None,
        snapshot_sha256=payload.snapshot_sha256,
        snapshot_valid=_signed(snapshot_key, payload.snapshot_sha256, payload.snapshot_signature),
    )


def prove_paper(tx: Tx, sha256: str, signature: str, key_id: str) -> PaperProof:
    """Check what stands on a paper against the keys that centers announced."""
    named = center_keys.join(centers, centers.c.id == center_keys.c.center_id)
    found = named.select().with_only_columns(
        center_keys.c.public_key, center_keys.c.revoked_at, centers.c.name
    )
    row = tx.connection.execute(found.where(center_keys.c.key_id == key_id)).first()
    if row is None:
        return PaperProof("unknown", key_id=key_id)
    if not _signed(row, sha256, signature):
        return PaperProof("no", key_id=key_id)
    return PaperProof("ok", row.name, key_id, row.revoked_at)


def _signed(key: Any, sha256: str, signature: str) -> bool:  # noqa: ANN401 - a row with public_key, or None
    if key is None:
        return False
    try:
        check_signature(read_public(key.public_key), sha256, signature)
    except BadSignatureError:
        return False
    return True


def _views(tx: Tx, rows: Sequence[Row]) -> list[RecordView]:
    """Views of records of any centers, in the order of `rows`; the caller knows whose they are."""
    by_center: dict[UUID, list[Row]] = {}
    for row in rows:
        by_center.setdefault(row.center_id, []).append(row)
    views: dict[UUID, RecordView] = {}
    for center_id, theirs in by_center.items():
        mine = CenterRows(tx, center_id)
        ids = {row.envelope_id for row in theirs} | {row.prices_envelope_id for row in theirs}
        stored = contents(mine, ids - {None})
        asked = mine.select(corrections).where(corrections.c.record.in_([row.id for row in theirs]))
        disputes = _corrections(mine, tx.all(asked.order_by(corrections.c.asked_at)))
        for row in theirs:
            about = [each for each in disputes if each.record == row.id]
            views[row.id] = _view(mine, row, stored, about)
    return [views[row.id] for row in rows]


def _view(
    mine: CenterRows, row: Row, stored: Mapping[UUID, Row], disputes: Sequence[CorrectionView]
) -> RecordView:
    payload = payload_of(stored[row.envelope_id].content, CompletedWorkOrder)
    reading = payload.odometer
    if any(each.state == "approved" for each in disputes):
        reading, _ = standing_odometer(mine, row.id, payload.odometer)
    total: Money | None = None
    amounts: dict[UUID, Money] = {}
    if row.prices_envelope_id is not None:
        prices = payload_of(stored[row.prices_envelope_id].content, WorkOrderPrices)
        total = Money(prices.total_amount, prices.currency)
        amounts = {line.line_id: Money(line.total_amount, prices.currency) for line in prices.lines}
    return RecordView(
        id=row.id,
        car_id=row.car_id,
        center_name=payload.center_name,
        number=payload.number,
        completed_on=row.completed_on,
        stated=payload.odometer,
        reading=reading,
        services=payload.services,
        parts=payload.parts,
        recommendations=payload.recommendations,
        total=total,
        amounts=amounts,
        corrections=disputes,
    )


def _corrections(mine: CenterRows, rows: Sequence[Row]) -> list[CorrectionView]:
    if not rows:
        return []
    stored = contents(mine, [row.request_envelope_id for row in rows])
    name = mine.center().name
    return [
        _correction(
            row, payload_of(stored[row.request_envelope_id].content, CorrectionRequest), name
        )
        for row in rows
    ]


def _correction(row: Any, request: CorrectionRequest, name: str) -> CorrectionView:  # noqa: ANN401 - a row
    return CorrectionView(
        id=row.id,
        state=row.state,
        center_name=name,
        number=request.number,
        reason=request.reason,
        differences=request.differences,
        asked_at=row.asked_at,
        decided_at=row.decided_at,
        note=row.note,
        countered=row.counter_envelope_id is not None,
        record=row.record,
    )


def _due(each: Recommendation, reading: Odometer | None, today: date) -> Due:
    due_on = None if each.due_on is None else date.fromisoformat(each.due_on)
    left_km: Decimal | None = None
    if each.due_odometer is not None and reading is not None:
        left_km = _km(each.due_odometer) - _km(reading)
    late = (due_on is not None and due_on <= today) or (left_km is not None and left_km <= 0)
    soon = (due_on is not None and due_on - today <= SOON) or (
        left_km is not None and left_km <= SOON_KM
    )
    return Due(
        name=each.name,
        due_on=due_on,
        due_odometer=each.due_odometer,
        declined=each.reason == "declined",
        urgency="late" if late else "soon" if soon else "",
    )


def _km(odometer: Odometer) -> Decimal:
    return Decimal(odometer.value) * (KM_PER_MILE if odometer.unit == "mi" else 1)
