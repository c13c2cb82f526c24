"""What sync writes into the shop's database, through the one door like everything else."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from app import bookings, passports, work_orders
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Tx, action
from models.access import Permission
from models.base import new_id
from models.ledger import AuditHead, InboxChange, OutboxEnvelope, OutboxState, SyncState
from sync.wire.bookings import (
    AppointmentCancellation,
    AppointmentChoice,
    AppointmentRequest,
)
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.centers import AuditCheckpoint, CenterProfile
from sync.wire.changes import ChangesPage
from sync.wire.fields import Wire, utc_text, utc_time
from sync.wire.kinds import CHANGE_PAYLOADS, ChangeKind, Kind
from sync.wire.passports import LinkDecision
from sync.wire.push import CONSENT_CODES, Code, Receipt
from sync.wire.work_orders import CorrectionDecision

CONSENT_PAUSE = timedelta(minutes=15)
"""How long a record waits when the server says that its owner has not agreed (our own copy will hear of it)."""


def state_of(tx: Tx) -> SyncState | None:
    """The center's row, locked."""
    return tx.session.scalars(
        sa.select(SyncState)
        .where(SyncState.center_id == tx.actor.center_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


def _state(tx: Tx) -> SyncState:
    found = state_of(tx)
    if found is None:
        found = tx.add(
            SyncState(
                id=new_id(),
                center_id=tx.actor.center_id,
                server_url="",
                device_id=None,
                cursor=None,
                paired_at=None,
                last_success_at=None,
                last_try_at=None,
                failures=0,
                next_try_at=None,
                problem=None,
                notices={},
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """This computer became a device; None ends it."""

    server_url: str
    device_id: uuid.UUID | None


@action(
    "sync.pair", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Pair with server")
)
def record_pairing(tx: Tx, command: Paired) -> uuid.UUID:
    """Remember the server; with another server or device everything is read and offered from the beginning."""
    state = _state(tx)
    if state.server_url != command.server_url:
        state.cursor = None
        state.notices = {}
    state.server_url = command.server_url
    state.device_id = str(command.device_id) if command.device_id else None
    state.paired_at = tx.now if command.device_id else None
    state.failures, state.next_try_at, state.problem = 0, None, None
    tx.about("sync_state", state.id)
    return state.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Announce:
    """Tell the server what it should know of the center itself."""


@action(
    "sync.announce", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Announce center")
)
def announce(tx: Tx, _command: Announce) -> int:
    """Leave the center's profile when it changed, and once a day the head of the audit chain."""
    state = state_of(tx)
    if state is None or state.paired_at is None:
        return 0
    notices = dict(state.notices)
    if notices.get("profile_version") != tx.center.version:
        tx.emit(Kind.CENTER_PROFILE, tx.center.id, _profile(tx))
        notices["profile_version"] = tx.center.version
    head = tx.connection.execute(
        sa.select(AuditHead.seq, AuditHead.hash).where(AuditHead.center_id == tx.center.id)
    ).first()
    if head is not None and notices.get("checkpoint_on") != tx.today.isoformat():
        tx.emit(
            Kind.AUDIT_CHECKPOINT,
            tx.center.id,
            AuditCheckpoint(entries=head.seq, head_sha256=head.hash, taken_at=utc_text(tx.now)),
        )
        notices["checkpoint_on"] = tx.today.isoformat()
    if tx.emitted:
        state.notices = notices
        tx.about("sync_state", state.id)
    return tx.emitted


@dataclass(frozen=True, slots=True, kw_only=True)
class TellCalendar:
    """What the calendar offers to those outside, as it stands."""

    facts: "bookings.OnlineFacts"


_CALENDAR = (Kind.BOOKING_SETTINGS, Kind.FREE_BUSY)


def calendar_marks(facts: "bookings.OnlineFacts") -> dict[str, str]:
    """A hash of each fact, by its kind."""
    told = zip(_CALENDAR, (facts.settings, facts.free_busy), strict=True)
    return {kind.value: sha256_hex(canonical(fact.plain())) for kind, fact in told}


@action(
    "sync.tell_calendar",
    permission=Permission.SYNC,
    label=QT_TRANSLATE_NOOP("sync", "Tell free time"),
)
def tell_calendar(tx: Tx, command: TellCalendar) -> int:
    """Leave settings and free time where they changed; they replace what has not left yet. Returns how many."""
    state = state_of(tx)
    if state is None or state.paired_at is None:
        return 0
    known = dict(state.notices.get("calendar", {}))
    marks = calendar_marks(command.facts)
    for kind, fact in zip(
        _CALENDAR, (command.facts.settings, command.facts.free_busy), strict=True
    ):
        if known.get(kind.value) == marks[kind.value]:
            continue
        _supersede(tx, kind)
        tx.emit(kind, tx.center.id, fact)
    if tx.emitted:
        state.notices = {**state.notices, "calendar": marks}
        tx.about("sync_state", state.id)
    return tx.emitted


def _supersede(tx: Tx, kind: Kind) -> None:
    """Facts of the kind that have not left say what is not true any more, and would hold others back."""
    older = sa.select(OutboxEnvelope.id).where(
        OutboxEnvelope.center_id == tx.actor.center_id,
        OutboxEnvelope.state != OutboxState.DELIVERED,
        OutboxEnvelope.state != OutboxState.SUPERSEDED,
        OutboxEnvelope.kind == kind.value,
    )
    ids = list(tx.session.scalars(older))
    if not ids:
        return
    tx.execute(
        sa.update(OutboxEnvelope)
        .where(OutboxEnvelope.id.in_(ids))
        .values(state=OutboxState.SUPERSEDED)
    )
    for key in ids:
        tx.touch("outbox_envelope", key)


def _profile(tx: Tx) -> CenterProfile:
    center = tx.center
    phone = center.phone if center.phone and center.phone.startswith("+") else None
    site = center.website if center.website and center.website.startswith("http") else None
    return CenterProfile(
        center_id=center.id,
        name=center.name,
        legal_name=center.legal_name or None,
        country=center.country,
        city=center.city or None,
        address=center.address or None,
        phone=phone,
        email=center.email or None,
        site=site,
        zone=center.time_zone,
        currency=center.currency,
        language=center.language[:2],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPage:
    """A page of changes and where to go on."""

    page: ChangesPage
    restart: bool = False


@action(
    "sync.apply", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Take over changes")
)
def apply_page(tx: Tx, command: ApplyPage) -> dict[str, int]:
    """Apply a page and store its cursor in one transaction; a change applied twice changes nothing."""
    state = _state(tx)
    if command.restart:
        state.cursor = None
    counts: dict[str, int] = {}
    known = _known(tx, [str(change.id) for change in command.page.changes])
    for change in command.page.changes:
        if str(change.id) in known:
            counts["known"] = counts.get("known", 0) + 1
            continue
        outcome, note = _apply(tx, change.kind, change.payload)
        counts[outcome] = counts.get(outcome, 0) + 1
        tx.append(
            InboxChange,
            center_id=tx.actor.center_id,
            change_id=str(change.id),
            kind=change.kind,
            subject_id=change.subject_id,
            payload=canonical(_kept(change.payload)).decode("utf-8"),
            outcome=outcome,
            note=note,
            at=tx.now,
        )
    if command.page.next is not None:
        state.cursor = command.page.next
    tx.about("sync_state", state.id)
    return counts


def _known(tx: Tx, ids: Sequence[str]) -> set[str]:
    if not ids:
        return set()
    return set(
        tx.session.scalars(
            sa.select(InboxChange.change_id).where(
                InboxChange.center_id == tx.actor.center_id, InboxChange.change_id.in_(ids)
            )
        )
    )


def _apply(tx: Tx, kind: str, payload: dict[str, Any]) -> tuple[str, str | None]:
    if kind not in set(ChangeKind):
        return "parked", "this version does not know the kind"
    try:
        told = CHANGE_PAYLOADS[ChangeKind(kind)].model_validate_json(canonical(payload))
    except ValidationError as error:
        return "parked", f"not understood: {error.error_count()} problems"
    if isinstance(told, LinkDecision):
        scope = [name for name in passports.SCOPES if getattr(told.scope, name, False)]
        outcome = passports.apply_link_decision(
            tx,
            link_id=told.link_id,
            decision=told.decision,
            scope=scope,
            decided_at=utc_time(told.decided_at),
        )
        return outcome, None
    if isinstance(told, CorrectionDecision):
        outcome = work_orders.apply_correction_decision(
            tx,
            correction_id=told.correction_id,
            decision=told.decision,
            note=told.note,
            decided_at=utc_time(told.decided_at),
        )
        return outcome, None
    visit = _apply_visit(tx, told)
    return ("kept" if visit is None else visit), None


def _apply_visit(tx: Tx, told: Wire) -> str | None:
    """What an owner says about a visit; None for anything else."""
    if isinstance(told, AppointmentRequest):
        return bookings.apply_request(
            tx,
            told,
            starts_at=utc_time(told.starts_at),
            asked_at=utc_time(told.asked_at),
        )
    if isinstance(told, AppointmentChoice):
        return bookings.apply_choice(tx, told, starts_at=utc_time(told.starts_at))
    if isinstance(told, AppointmentCancellation):
        return bookings.apply_cancellation(tx, told)
    return None


_PERSONAL = frozenset({"name", "phone"})


def _kept(payload: dict[str, Any]) -> dict[str, Any]:
    """The change as it is kept for proof: who the person is stands on their record, where it can be erased."""
    return {key: value for key, value in payload.items() if key not in _PERSONAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """What the server said of envelopes: (id, verdict, code, reason, retry after seconds)."""

    rows: Sequence[tuple[uuid.UUID, str, str | None, str | None, int | None]]
    last: Receipt | None


@action(
    "sync.verdicts", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Record delivery")
)
def record_verdicts(tx: Tx, command: Verdicts) -> dict[str, int]:
    """Mark what was delivered, what waits, and what needs attention."""
    counts: dict[str, int] = {}
    rows = []
    for key, verdict, code, reason, retry_after in command.rows:
        counts[verdict] = counts.get(verdict, 0) + 1
        following, next_try = _after(verdict, code, tx.now, retry_after)
        rows.append(
            {
                "key": key,
                "new_state": following,
                "new_next": next_try,
                "new_delivered": tx.now if following == OutboxState.DELIVERED else None,
                "new_verdict": verdict,
                "new_code": code,
                "new_reason": reason,
            }
        )
        tx.touch("outbox_envelope", key)
    if rows:
        tx.execute(_MARK, rows)
        tx.note("verdicts", counts)
    state = _state(tx)
    state.last_success_at, state.last_try_at = tx.now, tx.now
    state.failures, state.next_try_at, state.problem = 0, None, None
    if command.last is not None:
        state.notices = {**state.notices, "receipt": json.loads(canonical(command.last.plain()))}
    tx.about("sync_state", state.id)
    return counts


_table = OutboxEnvelope.__table__
_MARK = (
    sa.update(OutboxEnvelope)
    .where(OutboxEnvelope.id == sa.bindparam("key", type_=_table.c.id.type))
    .where(OutboxEnvelope.state != OutboxState.DELIVERED)
    .values(
        state=sa.bindparam("new_state", type_=_table.c.state.type),
        next_try_at=sa.bindparam("new_next", type_=_table.c.next_try_at.type),
        delivered_at=sa.bindparam("new_delivered", type_=_table.c.delivered_at.type),
        verdict=sa.bindparam("new_verdict", type_=_table.c.verdict.type),
        verdict_code=sa.bindparam("new_code", type_=_table.c.verdict_code.type),
        verdict_reason=sa.bindparam("new_reason", type_=_table.c.verdict_reason.type),
        tries=OutboxEnvelope.tries + 1,
    )
)


def _after(
    verdict: str, code: str | None, now: datetime, retry_after: int | None
) -> tuple[OutboxState, datetime | None]:
    if verdict in {"accepted", "duplicate"}:
        return OutboxState.DELIVERED, None
    if verdict == "later":
        return OutboxState.PENDING, now + timedelta(seconds=retry_after or 60)
    if verdict == "rejected" and code in CONSENT_CODES:
        return OutboxState.PENDING, now + CONSENT_PAUSE
    if verdict == "rejected" and code == Code.REQUEST_UNKNOWN:
        # an owner asked on another server, or on this one before it was restored: there is nobody left to be told
        return OutboxState.SUPERSEDED, None
    return OutboxState.NEEDS_ATTENTION, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend:
    """Envelopes the server lost (it was restored from a backup), or that a person wants tried again."""

    ids: Sequence[uuid.UUID]
    last: Receipt | None = None
    forget_receipt: bool = False


@action("sync.resend", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Send again"))
def resend(tx: Tx, command: Resend) -> int:
    """Put envelopes back into the queue; their content is what it was."""
    for key in command.ids:
        tx.touch("outbox_envelope", key)
    done = 0
    if command.ids:
        done = tx.execute(
            sa.update(OutboxEnvelope)
            .where(
                OutboxEnvelope.id.in_(command.ids),
                OutboxEnvelope.center_id == tx.actor.center_id,
            )
            .values(state=OutboxState.PENDING, next_try_at=None, delivered_at=None)
        )
    if command.forget_receipt:
        state = _state(tx)
        notices = {k: v for k, v in state.notices.items() if k != "receipt"}
        if command.last is not None:
            notices["receipt"] = json.loads(canonical(command.last.plain()))
        state.notices = notices
    tx.note("resent", done)
    return done


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A round that did not reach the server, or was refused as a whole."""

    problem: str
    next_try_at: datetime | None
    ends_pairing: bool = False


@action(
    "sync.failed", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Record failure")
)
def record_failure(tx: Tx, command: Failed) -> int:
    """Remember why and when to try again; a revoked device stops trying."""
    state = _state(tx)
    state.failures += 1
    state.last_try_at = tx.now
    state.next_try_at = command.next_try_at
    state.problem = command.problem
    if command.ends_pairing:
        state.paired_at = None
    tx.about("sync_state", state.id)
    return state.failures


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Something small to remember with the server's row."""

    values: dict[str, Any]


@action("sync.note", permission=Permission.SYNC, label=QT_TRANSLATE_NOOP("sync", "Remember"))
def note(tx: Tx, command: Noted) -> None:
    """Keep a value in the row's notices."""
    state = _state(tx)
    state.notices = {**state.notices, **command.values}
    tx.about("sync_state", state.id)
