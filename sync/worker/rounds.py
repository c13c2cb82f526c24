"""One round: announce, pull until nothing is left, push what may leave, in order.

Every step is committed before the next begins, so a kill between any two costs nothing but a repeated request.
"""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from app import bookings
from app.kernel.tx import Actor, Shop, act
from app.passports import Waiting, list_waiting
from models.centers import SigningKey
from models.ledger import OutboxEnvelope, OutboxState, SyncState
from sync.wire import signing
from sync.wire.canonical import canonical
from sync.wire.pairing import KeyRequest, key_digest
from sync.wire.push import MAX_BYTES, MAX_ENVELOPES, MAX_IDS, Code, HaveRequest, Receipt, push_body
from sync.worker import verbs
from sync.worker.client import Client, Refused, Unreachable
from sync.worker.pairing import token_name

PAGE: Final = 200
MAX_PAGES: Final = 500
"""A cursor that goes on longer than this in one round is a server that lies, or the next round goes on from it."""
FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 900.0
ROTATE_AFTER: Final = timedelta(days=30)
QUIET: Final = timedelta(hours=1)
EVERYTHING: Final = 2**31 - 1
"""Old records whose owners never answer must not stand in the way of what may leave."""
_ROOM: Final = 1024
_TAKEN: Final = frozenset({"accepted", "duplicate"})


@dataclass(slots=True)
class Outcome:
    """What a round did. ``problem`` is None when it went through."""

    pulled: dict[str, int] = field(default_factory=dict)
    pushed: dict[str, int] = field(default_factory=dict)
    problem: str | None = None
    next_try_at: datetime | None = None

    @property
    def delivered(self) -> int:
        """Envelopes the server has now that this round offered."""
        return self.pushed.get("accepted", 0) + self.pushed.get("duplicate", 0)


def back_off(failures: int, told: float | None = None) -> float:
    """Seconds to wait after so many failures in a row: exponential with full jitter, 1 s to 15 min."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures, 20))
    waited = random.uniform(0, longest)  # noqa: S311 - spreads load, guards nothing
    return max(told or 0.0, FIRST_WAIT, waited)


def exchange(shop: Shop, actor: Actor) -> Outcome:
    """Do one round with the paired server; a failure is written down with the time of the next try."""
    outcome = Outcome()
    state = _state(shop, actor)
    token = shop.secrets.get(token_name(shop, actor.center_id))
    if state is None or state.paired_at is None or token is None:
        outcome.problem = "not_paired"
        return outcome
    act(shop, actor, verbs.announce, verbs.Announce())
    try:
        with Client(state.server_url, token.decode()) as client:
            _pull(shop, actor, client, outcome)
            # after the pull: a time that a request has just taken leaves with the answer to it
            _tell_calendar(shop, actor)
            _keys(shop, actor, client)
            _push(shop, actor, client, outcome)
            _rotate(shop, actor, client)
    except Unreachable as error:
        _fail(shop, actor, outcome, f"unreachable: {error}", error.retry_after)
    except Refused as error:
        ended = error.code in {Code.DEVICE_REVOKED.value, Code.UNAUTHENTICATED.value}
        _fail(shop, actor, outcome, f"refused: {error.code}: {error.reason}", None, ended=ended)
    return outcome


def _state(shop: Shop, actor: Actor) -> Any:  # noqa: ANN401 - a row
    table = SyncState.__table__
    with shop.reading(actor) as read:
        return read.connection.execute(
            sa.select(table).where(table.c.center_id == actor.center_id)
        ).one_or_none()


def _fail(
    shop: Shop,
    actor: Actor,
    outcome: Outcome,
    problem: str,
    told: float | None,
    *,
    ended: bool = False,
) -> None:
    state = _state(shop, actor)
    wait = back_off(state.failures if state else 0, told)
    outcome.problem = problem
    outcome.next_try_at = None if ended else shop.clock() + timedelta(seconds=wait)
    act(
        shop,
        actor,
        verbs.record_failure,
        verbs.Failed(problem=problem, next_try_at=outcome.next_try_at, ends_pairing=ended),
    )


def _add(counts: dict[str, int], more: dict[str, int]) -> None:
    for name, number in more.items():
        counts[name] = counts.get(name, 0) + number


def _pull(shop: Shop, actor: Actor, client: Client, outcome: Outcome) -> None:
    cursor = _state(shop, actor).cursor
    restarted = False
    seen = {cursor}
    for _ in range(MAX_PAGES):
        try:
            page = client.changes(cursor, PAGE)
        except Refused as error:
            # the server was restored from an older backup: read everything again, twice changes nothing
            if error.code != Code.CURSOR_UNKNOWN.value or restarted:
                raise
            cursor, restarted, seen = None, True, {None}
            continue
        if page.more and (page.next is None or page.next in seen):
            raise Refused(200, "broken_answer", "the cursor does not move")
        if page.more and not page.changes:
            raise Refused(200, "broken_answer", "an empty page that goes on")
        if page.changes or page.next != cursor:
            applied = act(shop, actor, verbs.apply_page, verbs.ApplyPage(page=page)).result
            _add(outcome.pulled, applied)
        if not page.more:
            return
        cursor = page.next
        seen.add(cursor)
    raise Refused(200, "broken_answer", "the pages do not end")


def _tell_calendar(shop: Shop, actor: Actor) -> None:
    """Leave free time and booking settings when they are not what was left last."""
    known = _state(shop, actor).notices.get("calendar")
    with shop.reading(actor) as read:
        facts = bookings.online_facts(read, now=shop.clock(), again=known is not None)
    if facts is not None and known != verbs.calendar_marks(facts):
        act(shop, actor, verbs.tell_calendar, verbs.TellCalendar(facts=facts))


def _keys(shop: Shop, actor: Actor, client: Client) -> None:
    """Announce the signing keys of the shop's other workstations, vouched for by this one's."""
    known = set(_state(shop, actor).notices.get("keys", []))
    own = signing.public_text(shop.signing_key())
    with shop.reading(actor) as read:
        rows = read.connection.execute(
            sa.select(SigningKey.public_key, SigningKey.proof).where(
                SigningKey.center_id == actor.center_id
            )
        ).all()
    fresh = []
    for row in rows:
        public = signing.to_base64url(row.public_key)
        if public == own or public in known:
            continue
        digest = key_digest(actor.center_id, public)
        client.add_key(
            KeyRequest(
                public_key=public,
                proof=signing.to_base64url(row.proof),
                voucher_key_id=signing.key_id(own),
                voucher=signing.sign(shop.signing_key(), digest),
            )
        )
        fresh.append(public)
    if fresh:
        act(shop, actor, verbs.note, verbs.Noted(values={"keys": sorted({*known, *fresh})}))


def _receipt(shop: Shop, actor: Actor) -> Receipt | None:
    told = _state(shop, actor).notices.get("receipt")
    return None if told is None else Receipt.model_validate_json(canonical(told))


def _push(shop: Shop, actor: Actor, client: Client, outcome: Outcome) -> None:
    offered: set[uuid.UUID] = set()
    repaired = False
    batches = _batches(shop, actor, offered)
    while True:
        batch = next(batches, None)
        if not batch:
            _touch_success(shop, actor)
            return
        try:
            answer = client.push(push_body([body for _, body in batch], _receipt(shop, actor)))
        except Refused as error:
            if error.code != Code.HISTORY_LOST.value or repaired:
                raise
            _repair(shop, actor, client)
            repaired = True
            offered.clear()
            batches = _batches(shop, actor, offered)
            continue
        rows = []
        for verdict in answer.verdicts:
            if verdict.index >= len(batch):
                raise Refused(200, "broken_answer", "a verdict for nothing")
            key = batch[verdict.index][0]
            nameless = verdict.id is None and verdict.verdict not in _TAKEN
            if verdict.id != key and not nameless:
                # an answer that belongs to another request: nothing of it is believed
                raise Refused(200, "broken_answer", "a verdict for another envelope")
            offered.add(key)
            rows.append((key, verdict.verdict, verdict.code, verdict.reason, verdict.retry_after))
        if len(rows) != len(batch) or len({row[0] for row in rows}) != len(batch):
            raise Refused(200, "broken_answer", "not one verdict for each envelope")
        counts = act(
            shop, actor, verbs.record_verdicts, verbs.Verdicts(rows=rows, last=answer.last)
        ).result
        _add(outcome.pushed, counts)
        if counts.keys() - _TAKEN:
            # what was not taken holds others of its car back: look again at what may leave
            batches = _batches(shop, actor, offered)


def _touch_success(shop: Shop, actor: Actor) -> None:
    """Write down that the server was reached; a quiet hour leaves one entry, not sixty."""
    state = _state(shop, actor)
    since = None if state.last_success_at is None else shop.clock() - state.last_success_at
    fresh = since is not None and timedelta(0) <= since < QUIET
    if fresh and not state.failures and state.problem is None:
        return
    act(shop, actor, verbs.record_verdicts, verbs.Verdicts(rows=(), last=None))


def _batches(
    shop: Shop, actor: Actor, offered: set[uuid.UUID]
) -> Iterator[list[tuple[uuid.UUID, bytes]]]:
    """What may leave, in order, in portions of at most one request; what is not yet offered, until nothing is left.

    The backlog is read once, not for every portion, and again at its end: meanwhile more may have come.
    """
    while True:
        with shop.reading(actor) as read:
            ids = [
                row.id
                for row in list_waiting(read, now=shop.clock(), limit=EVERYTHING)
                if row.waiting == Waiting.READY and row.id not in offered
            ]
        if not ids:
            return
        while ids:
            batch = _bodies(shop, actor, ids[:MAX_ENVELOPES])
            yield batch
            ids = ids[len(batch) :]


def _bodies(shop: Shop, actor: Actor, ids: Sequence[uuid.UUID]) -> list[tuple[uuid.UUID, bytes]]:
    """The first of these envelopes, as many as one request takes."""
    with shop.reading(actor) as read:
        rows = read.connection.execute(
            sa.select(OutboxEnvelope.id, OutboxEnvelope.body)
            .where(OutboxEnvelope.id.in_(ids))
            .order_by(OutboxEnvelope.id)
        ).all()
    batch: list[tuple[uuid.UUID, bytes]] = []
    size = _ROOM
    for row in rows:
        body = row.body.encode("utf-8")
        if batch and size + len(body) + 1 > MAX_BYTES:
            break
        batch.append((row.id, body))
        size += len(body) + 1
    return batch


def _repair(shop: Shop, actor: Actor, client: Client) -> None:
    """The server was restored from a backup: ask which delivered envelopes it lacks and queue them again."""
    with shop.reading(actor) as read:
        delivered = read.connection.execute(
            sa.select(OutboxEnvelope.id)
            .where(
                OutboxEnvelope.center_id == actor.center_id,
                OutboxEnvelope.state == OutboxState.DELIVERED,
            )
            .order_by(OutboxEnvelope.id)
        ).scalars()
        ids = list(delivered)
    missing: list[uuid.UUID] = []
    last: Receipt | None = None
    for start in range(0, len(ids), MAX_IDS):
        asked = ids[start : start + MAX_IDS]
        answer = client.have(HaveRequest(ids=asked))
        if not set(answer.missing) <= set(asked):
            raise Refused(200, "broken_answer", "it misses what nobody asked about")
        missing += answer.missing
        last = answer.last
    act(
        shop,
        actor,
        verbs.resend,
        verbs.Resend(ids=missing, last=last, forget_receipt=True),
    )


def _rotate(shop: Shop, actor: Actor, client: Client) -> None:
    state = _state(shop, actor)
    since = state.notices.get("rotated_at")
    began = datetime.fromisoformat(since) if since else state.paired_at
    if began is None or timedelta(0) <= shop.clock() - began < ROTATE_AFTER:
        return
    fresh = client.rotate()
    shop.secrets.put(token_name(shop, actor.center_id), fresh.token.encode())
    act(shop, actor, verbs.note, verbs.Noted(values={"rotated_at": shop.clock().isoformat()}))
