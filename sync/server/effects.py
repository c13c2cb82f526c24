"""What an accepted envelope causes, by kind. Rows are collected and written once per table."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from models.base import new_id
from models.passports import LinkState
from models.text import plate_key
from sync.server.checking import Item, Refusal
from sync.server.feed import News
from sync.server.history import history_news, history_record
from sync.server.station import Row, Tx
from sync.server.tables import (
    access_entries,
    appointments,
    calendars,
    centers,
    checkpoints,
    corrections,
    envelopes,
    links,
    records,
)
from sync.server.tenancy import CenterRows
from sync.wire.bookings import AppointmentAnswer, BookingSettings, CalendarFreeBusy
from sync.wire.centers import AuditCheckpoint, CenterProfile
from sync.wire.fields import Wire, utc_time
from sync.wire.passports import LinkRequest, LinkScope
from sync.wire.push import Code
from sync.wire.work_orders import (
    CompletedWorkOrder,
    Correction,
    CorrectionRequest,
    WorkOrderPrices,
)

SHORTEST_WAIT = timedelta(days=1)
LONGEST_WAIT = timedelta(days=365)
"""A request lives within these bounds whatever the desk's clock says."""
MISSING_RETRY = 60

_Payload = TypeVar("_Payload", bound=Wire)


@dataclass(slots=True)
class Record:
    """A passport record of the center, stored or about to be."""

    row_id: UUID
    car_id: UUID
    priced: bool


@dataclass(slots=True)
class Dispute:
    """A correction of the center, stored or about to be."""

    row_id: UUID
    state: str
    countered: bool


@dataclass(slots=True)
class Batch:
    """What is known before, and what will be written after, a batch was judged."""

    now: datetime
    center_name: str
    profile_seq: int
    approved: Mapping[UUID, Row]
    """By vehicle: the link that its owner approved, on a car that is locked."""
    revoked: Collection[UUID]
    """Vehicles whose owner took the permission back."""
    taken_links: set[UUID]
    known_records: dict[UUID, Record]
    disputes: dict[UUID, Dispute]
    readers: Mapping[UUID, Sequence[Row]]
    """By car: links of other centers that read its history."""
    checkpoint: tuple[int, str] | None
    asked: Mapping[UUID, Row]
    """Requests for a visit that the batch answers."""
    calendar: dict[str, Any]
    """What is known of the center's booking, with what the batch changes."""
    envelopes: list[dict[str, Any]] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    corrections: list[dict[str, Any]] = field(default_factory=list)
    checkpoints: list[dict[str, Any]] = field(default_factory=list)
    prices: list[dict[str, Any]] = field(default_factory=list)
    counters: list[dict[str, Any]] = field(default_factory=list)
    profile: CenterProfile | None = None
    answers: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    access: Counter[tuple[UUID, str, str]] = field(default_factory=Counter)
    news: list[News] = field(default_factory=list)

    def apply(self, item: Item) -> Refusal | None:
        """Collect what the item causes; a reason when it must not."""
        if item.payload is None:
            return None
        return _EFFECTS[type(item.payload)](self, item, item.payload)

    def keep(self, item: Item, receipt: int) -> None:
        """Collect the envelope itself."""
        envelope = item.envelope
        self.envelopes.append(
            {
                "id": envelope.id,
                "receipt": receipt,
                "kind": envelope.kind,
                "subject_id": envelope.subject_id,
                "subject_seq": envelope.subject_seq,
                "sha256": envelope.sha256,
                "key_id": envelope.key_id,
                "signature": envelope.signature,
                "content": item.content.decode(),
                "parked": item.payload is None,
                "received_at": self.now,
            }
        )

    def write(self, mine: CenterRows) -> None:
        """Write everything, one statement per table."""
        mine.insert(envelopes, self.envelopes)
        mine.insert(links, self.links)
        mine.insert(records, self.records)
        mine.insert(corrections, self.corrections)
        mine.insert(checkpoints, self.checkpoints)
        _fill(mine, records, "prices_envelope_id", self.prices)
        _fill(mine, corrections, "counter_envelope_id", self.counters)
        for key, values in self.answers.items():
            mine.tx.change(mine.update(appointments).where(appointments.c.id == key).values(values))
        if self.calendar:
            _keep_calendar(mine, self.calendar)
        if self.profile is not None:
            this = sa.update(centers).where(centers.c.id == mine.center_id)
            mine.tx.change(
                this.values(
                    name=self.profile.name,
                    profile=self.profile.plain(),
                    profile_seq=self.profile_seq,
                )
            )
        mine.tx.insert(access_entries, [self._access_row(*key) for key in self.access])

    def note(self, car_id: UUID, act: str, actor: str = "") -> None:
        """Count an act for the owner's access log; by this center when no other is named."""
        self.access[car_id, act, actor or self.center_name] += 1

    def _access_row(self, car_id: UUID, act: str, actor: str) -> dict[str, Any]:
        return {
            "id": new_id(),
            "car_id": car_id,
            "at": self.now,
            "actor": actor,
            "act": act,
            "params": {"count": self.access[car_id, act, actor]},
        }

    def closed(self, vehicle_id: UUID) -> Refusal:
        """Why nothing about this vehicle is taken."""
        if vehicle_id in self.revoked:
            return Refusal(Code.LINK_REVOKED, "the owner took the permission back")
        return Refusal(Code.LINK_NOT_APPROVED, "the owner has not approved a link")


def load(mine: CenterRows, items: Sequence[Item], readers: Mapping[UUID, Sequence[Row]]) -> Batch:
    """Read what the effects of `items` depend on. Cars and centers are locked already."""
    center = mine.center()
    vehicles = {item.envelope.subject_id for item in items}
    about = mine.tx.all(mine.select(links).where(links.c.vehicle_id.in_(vehicles)))
    approved = {
        row.vehicle_id: row
        for row in about
        if row.state is LinkState.APPROVED and row.car_id in readers
    }
    return Batch(
        now=mine.tx.now,
        center_name=center.name,
        profile_seq=center.profile_seq,
        approved=approved,
        revoked={row.vehicle_id for row in about if row.state is LinkState.REVOKED},
        taken_links=_taken_links(mine, items),
        known_records=_known_records(mine, items),
        disputes=_disputes(mine, items),
        readers=readers,
        checkpoint=_last_checkpoint(mine, items),
        asked=_asked(mine, items),
        calendar={},
    )


def history_readers(tx: Tx, car_ids: Collection[UUID], *, besides: UUID) -> dict[UUID, list[Row]]:
    """By car: approved links of other centers whose scope opens the history, with their names."""
    found: dict[UUID, list[Row]] = {car_id: [] for car_id in car_ids}
    named = sa.select(links, centers.c.name.label("center_name"))
    open_links = named.join(centers, centers.c.id == links.c.center_id).where(
        links.c.car_id.in_(car_ids),
        links.c.state == LinkState.APPROVED,
        links.c.center_id != besides,
    )
    for row in tx.all(open_links):
        if LinkScope.model_validate(row.granted).history:
            found[row.car_id].append(row)
    return found


def _named(items: Sequence[Item], kind: type[_Payload]) -> list[_Payload]:
    return [item.payload for item in items if isinstance(item.payload, kind)]


def _taken_links(mine: CenterRows, items: Sequence[Item]) -> set[UUID]:
    wanted = {payload.link_id for payload in _named(items, LinkRequest)}
    if not wanted:
        return set()
    rows = mine.tx.all(mine.select(links, links.c.link_id).where(links.c.link_id.in_(wanted)))
    return {row.link_id for row in rows}


def _known_records(mine: CenterRows, items: Sequence[Item]) -> dict[UUID, Record]:
    wanted = {
        item.payload.record_id
        for item in items
        if isinstance(
            item.payload, (CompletedWorkOrder, WorkOrderPrices, CorrectionRequest, Correction)
        )
    }
    if not wanted:
        return {}
    columns = (records.c.id, records.c.record_id, records.c.car_id, records.c.prices_envelope_id)
    rows = mine.tx.all(mine.select(records, *columns).where(records.c.record_id.in_(wanted)))
    return {
        row.record_id: Record(row.id, row.car_id, row.prices_envelope_id is not None)
        for row in rows
    }


def _disputes(mine: CenterRows, items: Sequence[Item]) -> dict[UUID, Dispute]:
    wanted = {
        item.payload.correction_id
        for item in items
        if isinstance(item.payload, (CorrectionRequest, Correction))
    }
    if not wanted:
        return {}
    found = mine.select(corrections).where(corrections.c.correction_id.in_(wanted))
    return {
        row.correction_id: Dispute(row.id, row.state, row.counter_envelope_id is not None)
        for row in mine.tx.all(found)
    }


def _asked(mine: CenterRows, items: Sequence[Item]) -> dict[UUID, Row]:
    wanted = {payload.request_id for payload in _named(items, AppointmentAnswer)}
    if not wanted:
        return {}
    found = mine.select(appointments).where(appointments.c.id.in_(wanted))
    return {row.id: row for row in mine.tx.all(found)}


def _keep_calendar(mine: CenterRows, told: Mapping[str, Any]) -> None:
    """Take over what is newer than what is held."""
    held = mine.tx.one(mine.select(calendars))
    if held is None:
        blank = {
            "takes": "nobody",
            "settings": None,
            "settings_seq": 0,
            "free_busy": None,
            "free_busy_seq": 0,
        }
        mine.insert(calendars, [{**blank, "told_at": mine.tx.now}])
    for part in ("settings", "free_busy"):
        seq = told.get(f"{part}_seq", 0)
        if seq > (getattr(held, f"{part}_seq") if held is not None else 0):
            values = {part: told[part], f"{part}_seq": seq, "told_at": mine.tx.now}
            if part == "settings":
                values["takes"] = told["settings"]["takes"]
            mine.tx.change(mine.update(calendars).values(values))


def _last_checkpoint(mine: CenterRows, items: Sequence[Item]) -> tuple[int, str] | None:
    if not _named(items, AuditCheckpoint):
        return None
    longest = mine.select(checkpoints).order_by(checkpoints.c.entries.desc()).limit(1)
    row = mine.tx.one(longest)
    return None if row is None else (row.entries, row.head_sha256)


def _fill(mine: CenterRows, table: sa.Table, column: str, rows: list[dict[str, Any]]) -> None:
    """Set one column of many rows, with one prepared statement."""
    if rows:
        this = mine.update(table).where(table.c.id == sa.bindparam("row_id"))
        mine.tx.connection.execute(this.values({column: sa.bindparam("filled")}), rows)


def _profile(batch: Batch, item: Item, payload: CenterProfile) -> None:
    if item.envelope.subject_seq > batch.profile_seq:
        batch.profile = payload
        batch.profile_seq = item.envelope.subject_seq


def _link(batch: Batch, item: Item, payload: LinkRequest) -> Refusal | None:
    if payload.link_id in batch.taken_links:
        return Refusal(Code.LINK_TAKEN, "this link was requested before", "payload.link_id")
    batch.taken_links.add(payload.link_id)
    latest = max(utc_time(payload.expires_at), batch.now + SHORTEST_WAIT)
    batch.links.append(
        {
            "id": new_id(),
            "link_id": payload.link_id,
            "vehicle_id": payload.vehicle_id,
            "envelope_id": item.envelope.id,
            "vin": payload.vin,
            "plate": payload.plate,
            "plate_key": plate_key(payload.plate) or None if payload.plate else None,
            "label": payload.label,
            "year": payload.year,
            "phone_mask": payload.phone_mask,
            "wanted": payload.scope.plain(),
            "claim_sha256": payload.claim_sha256,
            "state": LinkState.REQUESTED,
            "asked_at": batch.now,
            "expires_at": min(latest, batch.now + LONGEST_WAIT),
        }
    )
    return None


def _completed(batch: Batch, item: Item, payload: CompletedWorkOrder) -> Refusal | None:
    link = batch.approved.get(payload.vehicle_id)
    if link is None:
        return batch.closed(payload.vehicle_id)
    if payload.record_id in batch.known_records:
        return Refusal(
            Code.RECORD_TAKEN, "this record came before in another envelope", "payload.record_id"
        )
    row_id = new_id()
    batch.known_records[payload.record_id] = Record(row_id, link.car_id, priced=False)
    batch.records.append(
        {
            "id": row_id,
            "record_id": payload.record_id,
            "envelope_id": item.envelope.id,
            "car_id": link.car_id,
            "vehicle_id": payload.vehicle_id,
            "completed_on": date.fromisoformat(payload.completed_on),
            "completed_at": payload.completed_at,
        }
    )
    batch.note(link.car_id, "record_received")
    readers = batch.readers[link.car_id]
    if readers:
        shown = history_record(row_id, payload, odometer=payload.odometer, corrected=False)
        batch.news += [history_news(reader, shown) for reader in readers]
    for reader in readers:
        batch.note(link.car_id, "history_shown", reader.center_name)
    return None


def _prices(batch: Batch, item: Item, payload: WorkOrderPrices) -> Refusal | None:
    link = batch.approved.get(payload.vehicle_id)
    if link is None:
        return batch.closed(payload.vehicle_id)
    if not LinkScope.model_validate(link.granted).prices:
        return Refusal(Code.OUT_OF_SCOPE, "the owner did not open prices")
    record = batch.known_records.get(payload.record_id)
    if record is None or record.car_id != link.car_id:
        return _missing()
    if record.priced:
        return Refusal(Code.RECORD_TAKEN, "the prices came before", "payload.record_id")
    record.priced = True
    batch.prices.append({"row_id": record.row_id, "filled": item.envelope.id})
    batch.note(link.car_id, "prices_received")
    return None


def _dispute(batch: Batch, item: Item, payload: CorrectionRequest) -> Refusal | None:
    link = batch.approved.get(payload.vehicle_id)
    if link is None:
        return batch.closed(payload.vehicle_id)
    record = batch.known_records.get(payload.record_id)
    if record is None or record.car_id != link.car_id:
        return _missing()
    if payload.correction_id in batch.disputes:
        return Refusal(
            Code.RECORD_TAKEN, "this correction was asked for before", "payload.correction_id"
        )
    row_id = new_id()
    batch.disputes[payload.correction_id] = Dispute(row_id, "requested", countered=False)
    batch.corrections.append(
        {
            "id": row_id,
            "correction_id": payload.correction_id,
            "record": record.row_id,
            "car_id": link.car_id,
            "request_envelope_id": item.envelope.id,
            "state": "requested",
            "asked_at": batch.now,
        }
    )
    batch.note(link.car_id, "correction_asked")
    return None


def _counter(batch: Batch, item: Item, payload: Correction) -> Refusal | None:
    link = batch.approved.get(payload.vehicle_id)
    if link is None:
        return batch.closed(payload.vehicle_id)
    dispute = batch.disputes.get(payload.correction_id)
    if dispute is None:
        return _missing()
    if dispute.state != "approved":
        return Refusal(
            Code.CORRECTION_NOT_APPROVED,
            "the owner has not agreed to this correction",
            "payload.correction_id",
        )
    if dispute.countered:
        return Refusal(
            Code.RECORD_TAKEN, "the counter-document came before", "payload.correction_id"
        )
    dispute.countered = True
    batch.counters.append({"row_id": dispute.row_id, "filled": item.envelope.id})
    batch.note(link.car_id, "correction_received")
    return None


def _checkpoint(batch: Batch, item: Item, payload: AuditCheckpoint) -> None:
    longest = batch.checkpoint
    consistent = (
        longest is None
        or payload.entries > longest[0]
        or (payload.entries, payload.head_sha256) == longest
    )
    if longest is None or payload.entries > longest[0]:
        batch.checkpoint = (payload.entries, payload.head_sha256)
    batch.checkpoints.append(
        {
            "envelope_id": item.envelope.id,
            "entries": payload.entries,
            "head_sha256": payload.head_sha256,
            "taken_at": payload.taken_at,
            "consistent": consistent,
        }
    )


def _booking_settings(batch: Batch, item: Item, payload: BookingSettings) -> None:
    batch.calendar |= {"settings": payload.plain(), "settings_seq": item.envelope.subject_seq}


def _free_busy(batch: Batch, item: Item, payload: CalendarFreeBusy) -> None:
    batch.calendar |= {"free_busy": payload.plain(), "free_busy_seq": item.envelope.subject_seq}


def _answer(batch: Batch, item: Item, payload: AppointmentAnswer) -> Refusal | None:
    row = batch.asked.get(payload.request_id)
    if row is None:
        return Refusal(
            Code.REQUEST_UNKNOWN, "nobody asked this center for that", "payload.request_id"
        )
    before = batch.answers.get(row.id, {})
    if item.envelope.subject_seq <= before.get("answer_seq", row.answer_seq):
        return None
    values: dict[str, Any] = {
        "answer_seq": item.envelope.subject_seq,
        "heard": max(payload.heard, before.get("heard", row.heard)),
    }
    if payload.heard >= row.number:
        # what the owner did since the desk heard of them counts more than an answer to what they did before
        values |= {
            "state": payload.state,
            "starts_at": utc_time(payload.starts_at) if payload.starts_at else None,
            "reason": payload.reason,
            "answer": payload.words,
            "answered_at": batch.now,
        }
    batch.answers[row.id] = {**before, **values}
    return None


def _missing() -> Refusal:
    return Refusal(
        Code.RECORD_MISSING, "what this is about is not here yet", retry_after=MISSING_RETRY
    )


_EFFECTS: dict[type[Wire], Callable[[Batch, Item, Any], Refusal | None]] = {
    CenterProfile: _profile,
    LinkRequest: _link,
    CompletedWorkOrder: _completed,
    WorkOrderPrices: _prices,
    CorrectionRequest: _dispute,
    Correction: _counter,
    AuditCheckpoint: _checkpoint,
    BookingSettings: _booking_settings,
    CalendarFreeBusy: _free_busy,
    AppointmentAnswer: _answer,
}
