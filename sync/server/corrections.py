"""Corrections: the owner decides; what was completed never changes, both readings stay."""

from http import HTTPStatus
from typing import Literal
from uuid import UUID

from sync.server import access, feed
from sync.server.effects import history_readers
from sync.server.feed import News
from sync.server.history import contents, history_news, history_record, payload_of
from sync.server.problems import ProblemError, not_found
from sync.server.station import Row
from sync.server.tables import corrections, records
from sync.server.tenancy import CenterRows, OwnerRows
from sync.wire.fields import utc_text
from sync.wire.kinds import ChangeKind
from sync.wire.passports import Odometer
from sync.wire.push import Code
from sync.wire.work_orders import CompletedWorkOrder, CorrectionDecision, CorrectionRequest


def open_requests(owner: OwnerRows) -> list[Row]:
    """Corrections that wait for this person, the oldest first."""
    waiting = owner.of_cars(corrections).where(corrections.c.state == "requested")
    return list(owner.tx.all(waiting.order_by(corrections.c.asked_at)))


def decide(
    owner: OwnerRows, row_id: UUID, decision: Literal["approved", "rejected"], note: str | None
) -> UUID:
    """The owner's answer. Returns the record's row id.

    Raises:
        ProblemError: 404 when it is not theirs, 409 when it was decided.
    """
    asked = owner.correction(row_id)
    if asked is None or owner.car(asked.car_id, lock=True) is None:
        raise not_found()
    center = CenterRows(owner.tx, asked.center_id)
    readers = history_readers(owner.tx, [asked.car_id], besides=asked.center_id)[asked.car_id]
    center.lock([reader.center_id for reader in readers])
    this = center.update(corrections).where(
        corrections.c.id == asked.id, corrections.c.state == "requested"
    )
    if not owner.tx.change(this.values(state=decision, note=note, decided_at=owner.tx.now)):
        raise ProblemError(HTTPStatus.CONFLICT, Code.NOT_FOUND, "this was decided meanwhile")
    request = _request(center, asked)
    payload = CorrectionDecision(
        correction_id=asked.correction_id,
        work_order_id=request.work_order_id,
        vehicle_id=request.vehicle_id,
        decision=decision,
        note=note,
        decided_at=utc_text(owner.tx.now),
    )
    news = [News(center.center_id, ChangeKind.CORRECTION_DECISION, request.vehicle_id, payload)]
    record: UUID = asked.record
    name = center.center().name
    access.note(owner.tx, asked.car_id, f"correction_{decision}", {"center": name})
    if decision == "approved" and readers:
        news += _shown_again(center, record, readers)
    feed.tell(owner.tx, news)
    return record


def standing_odometer(
    author: CenterRows, record: UUID, stated: Odometer | None
) -> tuple[Odometer | None, bool]:
    """The reading that counts, and whether any correction was accepted."""
    accepted = author.select(corrections).where(
        corrections.c.record == record, corrections.c.state == "approved"
    )
    rows = author.tx.all(accepted.order_by(corrections.c.decided_at))
    reading = stated
    for row in rows:
        reading = _request(author, row).odometer or reading
    return reading, bool(rows)


def _request(center: CenterRows, row: Row) -> CorrectionRequest:
    stored = contents(center, [row.request_envelope_id])[row.request_envelope_id]
    return payload_of(stored.content, CorrectionRequest)


def _shown_again(center: CenterRows, record: UUID, readers: list[Row]) -> list[News]:
    """The record with what was just accepted, for the centers that read this car's history."""
    row = center.tx.connection.execute(center.select(records).where(records.c.id == record)).one()
    stored = contents(center, [row.envelope_id])[row.envelope_id]
    payload = payload_of(stored.content, CompletedWorkOrder)
    odometer, corrected = standing_odometer(center, record, payload.odometer)
    shown = history_record(row.id, payload, odometer=odometer, corrected=corrected)
    return [history_news(reader, shown) for reader in readers]
