"""Corrections of completed orders: what stands beside what should stand; the snapshot never changes."""

import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app import passports
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    Reason,
    TransitionNotAllowedError,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx, action, cleaned
from app.work_orders import aggregate
from models.access import Permission
from models.ledger import OutboxEnvelope
from models.order_flow import SEALED
from models.vehicles import OdometerReading
from models.work_orders import (
    CORRECTION_FLOW,
    CompletedRecord,
    Correction,
    CorrectionState,
    WorkOrder,
)
from sync.wire import work_orders as wire
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.fields import utc_text
from sync.wire.kinds import Kind
from sync.wire.passports import Odometer
from sync.wire.signing import key_id, public_text, to_base64url

FIELDS = ("odometer", "service_name", "part_name", "part_quantity", "next_service", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCorrection:
    """What should stand instead: ``corrected`` maps a field to its right value, both as people read them."""

    order_id: uuid.UUID
    reason: str
    corrected: dict[str, str]
    asked_by: str = "center"


@action(
    "work_orders.request_correction",
    permission=Permission.CORRECTIONS_REQUEST,
    label=QT_TRANSLATE_NOOP("work_orders", "Request correction"),
)
def request_correction(tx: Tx, command: RequestCorrection) -> uuid.UUID:
    """Ask for a correction of a completed order; the owner (or a manager, without a link) decides."""
    order = aggregate.load(tx, command.order_id)
    if order.state not in SEALED:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "work_orders", "Only a completed order is corrected; edit this one."
                )
            ),
            reason=Reason.TRANSITION,
        )
    reason = cleaned(command.reason)
    if reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("work_orders", "Say why the record is wrong."))
    _refuse_unknown(command.corrected)
    record = _record(tx, order.id)
    recorded = _recorded(order, record, command.corrected)
    found = tx.add(
        Correction(
            center_id=order.center_id,
            order_id=order.id,
            number=tx.number("correction", tx.policy.correction_number, order=order.number),
            state=CorrectionState.REQUESTED,
            asked_by=command.asked_by,
            reason=reason,
            recorded=recorded,
            corrected=dict(command.corrected),
            snapshot_sha256=record.sha256,
            asked_at=tx.now,
            asked_by_id=tx.actor.employee_id,
            decided_at=None,
            decided_by=None,
            decision_note=None,
        )
    )
    tx.emit(
        Kind.CORRECTION_REQUEST,
        order.vehicle_id,
        wire.CorrectionRequest(
            correction_id=found.id,
            record_id=_record_id(tx, order),
            work_order_id=order.id,
            vehicle_id=order.vehicle_id,
            number=found.number,
            reason=reason,
            differences=_differences(found),
            odometer=_odometer(order, found.corrected),
            snapshot_sha256=record.sha256,
            requested_at=utc_text(tx.now),
        ),
        gate_vehicle_id=order.vehicle_id,
    )
    return found.id


def _refuse_unknown(corrected: dict[str, str]) -> None:
    unknown = [name for name in corrected if name not in FIELDS]
    if unknown or not corrected:
        raise invalid(
            "corrected",
            QT_TRANSLATE_NOOP("work_orders", "Choose what is corrected: {fields}."),
            fields=", ".join(FIELDS),
        )
    odometer = corrected.get("odometer")
    if odometer is not None and not odometer.isdecimal():
        raise invalid(
            "odometer", QT_TRANSLATE_NOOP("work_orders", "The odometer is a whole number.")
        )


def _record(tx: Tx, order_id: uuid.UUID) -> CompletedRecord:
    return tx.session.scalars(
        sa.select(CompletedRecord).where(CompletedRecord.order_id == order_id)
    ).one()


def _recorded(
    order: WorkOrder, record: CompletedRecord, corrected: dict[str, str]
) -> dict[str, Any]:
    snapshot = json.loads(record.snapshot)
    recorded: dict[str, Any] = {}
    for name in corrected:
        if name == "odometer":
            recorded[name] = str(snapshot["order"]["odometer_value"])
        else:
            recorded[name] = order.number
    return recorded


def _differences(found: Correction) -> list[wire.Difference]:
    return [
        wire.Difference(field=name, before=str(found.recorded.get(name, "")), after=str(value))
        for name, value in sorted(found.corrected.items())
    ]


def _odometer(order: WorkOrder, corrected: dict[str, Any]) -> Odometer | None:
    if "odometer" not in corrected:
        return None
    return Odometer(
        value=int(corrected["odometer"]), unit="mi" if order.odometer_unit == "mi" else "km"
    )


def _record_id(tx: Tx, order: WorkOrder) -> uuid.UUID:
    """The id under which the passport knows the order: it stands in the envelope completion left."""
    bodies = tx.session.scalars(
        sa.select(OutboxEnvelope.body).where(
            OutboxEnvelope.gate_vehicle_id == order.vehicle_id,
            OutboxEnvelope.kind == Kind.COMPLETED_WORK_ORDER.value,
        )
    )
    for body in bodies:
        payload = json.loads(body)["payload"]
        if payload["work_order_id"] == str(order.id):
            return uuid.UUID(payload["record_id"])
    raise UserError(
        say(
            QT_TRANSLATE_NOOP(
                "work_orders", "The passport record of this order is not kept any more."
            )
        ),
        reason=Reason.NOT_FOUND,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCorrection:
    """A decision taken in the shop: approve, reject or withdraw, by whom, and why."""

    correction_id: uuid.UUID
    event: str
    decided_by: str
    note: str | None = None


@action(
    "work_orders.decide_correction",
    permission=Permission.CORRECTIONS_DECIDE,
    label=QT_TRANSLATE_NOOP("work_orders", "Decide correction"),
)
def decide_correction(tx: Tx, command: DecideCorrection) -> CorrectionState:
    """Write down a decision; an approved reading stands beside the old one, reminders count from it.

    The counter-document leaves only when the owner has agreed on the server: it takes no word of ours for it.
    """
    found = tx.load(Correction, command.correction_id, lock=True)
    state = _decide(tx, found, command.event, command.decided_by, tx.now, cleaned(command.note))
    tx.stays("correction")
    return state


_EVENTS = {"approved": "approve", "rejected": "reject", "withdrawn": "withdraw"}


def apply_correction_decision(
    tx: Tx, *, correction_id: uuid.UUID, decision: str, note: str | None, decided_at: datetime
) -> str:
    """Take over what the owner decided on the server: ``applied``, ``known``, ``unknown`` or ``out_of_order``."""
    found = tx.session.get(Correction, correction_id, with_for_update=True, populate_existing=True)
    if found is None or found.center_id != tx.actor.center_id:
        return "unknown"
    if found.state.value == decision:
        if found.state != CorrectionState.APPROVED or _has_left(tx, found.id):
            return "known"
        # decided in the shop before; now the owner says it too
        _emit_counter(tx, tx.load(WorkOrder, found.order_id), found, decided_at)
        return "applied"
    event = _EVENTS[decision]
    if event not in CORRECTION_FLOW[found.state]:
        return "out_of_order"
    _decide(tx, found, event, "owner", decided_at, note)
    if found.state == CorrectionState.APPROVED:
        _emit_counter(tx, tx.load(WorkOrder, found.order_id), found, decided_at)
    return "applied"


def _has_left(tx: Tx, correction_id: uuid.UUID) -> bool:
    """Whether the counter-document is in the outbox, or went."""
    found = tx.session.scalar(
        sa.select(OutboxEnvelope.id).where(
            OutboxEnvelope.kind == Kind.CORRECTION.value,
            OutboxEnvelope.body.contains(f'"correction_id":"{correction_id}"', autoescape=True),
        )
    )
    return found is not None


def _decide(
    tx: Tx, found: Correction, event: str, decided_by: str, at: datetime, note: str | None
) -> CorrectionState:
    allowed = CORRECTION_FLOW[found.state]
    if event not in allowed:
        raise TransitionNotAllowedError(found.state.value, event, list(allowed))
    found.state = CorrectionState(allowed[event])
    found.decided_at, found.decided_by, found.decision_note = at, decided_by, note
    tx.about("correction", found.id)
    order = tx.load(WorkOrder, found.order_id)
    if found.state == CorrectionState.APPROVED and "odometer" in found.corrected:
        _correct_reading(tx, order, found)
    return found.state


def _correct_reading(tx: Tx, order: WorkOrder, found: Correction) -> None:
    reading = tx.session.scalar(
        sa.select(OdometerReading.id).where(
            OdometerReading.source == "work_order", OdometerReading.source_id == order.id
        )
    )
    if reading is not None:
        passports.correct_reading(
            tx,
            passports.CorrectReading(
                reading_id=reading, value=int(found.corrected["odometer"]), reason=found.reason
            ),
        )
        tx.about("correction", found.id)


def _emit_counter(tx: Tx, order: WorkOrder, found: Correction, at: datetime) -> None:
    """An approved correction leaves as a counter-document; a refused one leaves nothing but its row."""
    counter = canonical(
        {
            "number": found.number,
            "order": order.number,
            "snapshot_sha256": found.snapshot_sha256,
            "recorded": found.recorded,
            "corrected": found.corrected,
            "decided_at": utc_text(at),
        }
    )
    digest = sha256_hex(counter)
    tx.emit(
        Kind.CORRECTION,
        order.vehicle_id,
        wire.Correction(
            correction_id=found.id,
            record_id=_record_id(tx, order),
            work_order_id=order.id,
            vehicle_id=order.vehicle_id,
            number=found.number,
            differences=_differences(found),
            odometer=_odometer(order, found.corrected),
            decided_at=utc_text(at),
            corrected_at=utc_text(tx.now),
            snapshot_sha256=found.snapshot_sha256,
            counter_sha256=digest,
            counter_signature=to_base64url(tx.sign(digest)),
            counter_key_id=key_id(public_text(tx.shop.signing_key())),
        ),
        gate_vehicle_id=order.vehicle_id,
    )


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction beside what it corrects."""

    id: uuid.UUID
    number: str
    state: CorrectionState
    reason: str
    recorded: dict[str, Any]
    corrected: dict[str, Any]
    asked_at: datetime
    decided_at: datetime | None
    decided_by: str | None
    decision_note: str | None
    version: int


def list_corrections(read: Read, order_id: uuid.UUID) -> list[CorrectionRow]:
    """All corrections of an order, oldest first."""
    table = Correction.__table__
    rows = read.connection.execute(
        sa.select(table)
        .where(table.c.order_id == order_id, table.c.center_id == read.center_id)
        .order_by(table.c.id)
    )
    return [
        CorrectionRow(
            r.id,
            r.number,
            r.state,
            r.reason,
            r.recorded,
            r.corrected,
            r.asked_at,
            r.decided_at,
            r.decided_by,
            r.decision_note,
            r.version,
        )
        for r in rows
    ]
