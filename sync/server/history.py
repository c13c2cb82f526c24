"""From stored envelopes to what people and other centers read."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from sync.server.feed import News
from sync.server.station import Row
from sync.server.tables import envelopes
from sync.server.tenancy import CenterRows
from sync.wire.fields import Wire
from sync.wire.kinds import ChangeKind
from sync.wire.passports import HistoryLine, HistoryRecord, Odometer, PassportHistory
from sync.wire.work_orders import CompletedWorkOrder

_Payload = TypeVar("_Payload", bound=Wire)


def payload_of(content: str, model: type[_Payload]) -> _Payload:
    """The payload of a stored envelope, which was checked when it came."""
    return model.model_validate_json(json.dumps(json.loads(content)["payload"]))


def contents(mine: CenterRows, ids: Iterable[UUID]) -> Mapping[UUID, Row]:
    """Envelopes of one center by id."""
    rows = mine.tx.all(mine.select(envelopes).where(envelopes.c.id.in_(list(ids))))
    return {row.id: row for row in rows}


def history_record(
    row_id: UUID, payload: CompletedWorkOrder, *, odometer: Odometer | None, corrected: bool
) -> HistoryRecord:
    """The record as another center gets it: no number, no person, no price.

    `odometer` is the reading that stands, corrections applied.
    """
    return HistoryRecord(
        record_id=row_id,
        center_name=payload.center_name,
        completed_on=payload.completed_on,
        odometer=odometer,
        corrected=corrected,
        services=[HistoryLine(name=service.name) for service in payload.services],
        parts=[
            HistoryLine(name=part.name, quantity=part.quantity, unit=part.unit)
            for part in payload.parts
        ],
        recommendations=payload.recommendations,
    )


def history_news(reader: Row, record: HistoryRecord) -> News:
    """The record for the center behind the link `reader`."""
    shown = PassportHistory(link_id=reader.link_id, vehicle_id=reader.vehicle_id, record=record)
    return News(reader.center_id, ChangeKind.PASSPORT_HISTORY, reader.vehicle_id, shown)
