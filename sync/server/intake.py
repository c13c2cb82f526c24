"""Push: a batch is checked, then taken in one transaction together with everything it causes."""

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.server import effects, feed
from sync.server.checking import Item, Read, Refusal, check, read_batch
from sync.server.effects import Batch
from sync.server.problems import ProblemError
from sync.server.signatures import Signatures
from sync.server.station import Station, Tx
from sync.server.tables import cars, center_keys, centers, devices, envelopes, links
from sync.server.tenancy import CenterRows, Device
from sync.wire.push import (
    CONSENT_CODES,
    Code,
    HaveAnswer,
    HaveRequest,
    PushAnswer,
    Receipt,
    Verdict,
)
from sync.wire.signing import read_public

_NOT_HOLDING = CONSENT_CODES | {Code.SCHEMA_TOO_NEW}


class _ForgedError(Exception):
    """A batch was judged as if every signature in it were right, and one is not: judge it again."""


def push(station: Station, device: Device, body: bytes) -> PushAnswer:
    """Take a batch. Returned means durable.

    Raises:
        ProblemError: the batch cannot be read, the device was revoked meanwhile, or the desk holds
            a receipt that this server lost.
    """
    with station.reading() as tx:
        keys = _keys(CenterRows(tx, device.center_id))
    with Signatures(body, keys) as signatures:
        read = read_batch(body)
        with station.reading() as tx:
            concerned = _concerned(CenterRows(tx, device.center_id), read.items)
        signatures.expect(check(read.items, device.center_id, keys))
        if signatures.are_waited_for:
            with suppress(_ForgedError):
                return _written(station, device, read, concerned, signatures)
        signatures.settle()
        return _written(station, device, read, concerned, signatures)


def _written(
    station: Station,
    device: Device,
    read: Read,
    concerned: Sequence[UUID],
    signatures: Signatures,
) -> PushAnswer:
    """Judge and keep the batch. While its signatures are checked they pass for right, until right before the commit.

    Raises:
        _ForgedError: one of them is not; nothing was written, and the item says so now.
    """
    with station.writing() as tx:
        known = not signatures.are_waited_for
        verdicts = _take(tx, device, read, concerned)
        last = last_receipt(CenterRows(tx, device.center_id))
        if not known and signatures.settle():
            raise _ForgedError
        return PushAnswer(verdicts=verdicts, last=last)


def have(station: Station, device: Device, request: HaveRequest) -> HaveAnswer:
    """Which envelopes the server does not hold."""
    with station.reading() as tx:
        mine = CenterRows(tx, device.center_id)
        held = mine.select(envelopes, envelopes.c.id).where(envelopes.c.id.in_(request.ids))
        known = {row.id for row in tx.all(held)}
        missing = [each for each in request.ids if each not in known]
        return HaveAnswer(missing=missing, last=last_receipt(mine))


def last_receipt(mine: CenterRows) -> Receipt | None:
    """The highest receipt of the center."""
    newest = mine.select(envelopes, envelopes.c.receipt, envelopes.c.id)
    row = mine.tx.one(newest.order_by(envelopes.c.receipt.desc()).limit(1))
    return None if row is None else Receipt(number=row.receipt, envelope_id=row.id)


def _keys(mine: CenterRows) -> dict[str, Ed25519PublicKey]:
    """Every key that the center ever had; which are revoked is asked under the lock."""
    rows = mine.tx.all(mine.select(center_keys))
    return {row.key_id: read_public(row.public_key) for row in rows}


def _concerned(mine: CenterRows, items: Iterable[Item]) -> list[UUID]:
    """Cars that the batch may write about, in the order in which they are locked."""
    vehicles = {item.envelope.subject_id for item in items}
    about = mine.select(links, links.c.car_id).where(
        links.c.vehicle_id.in_(vehicles), links.c.car_id.is_not(None)
    )
    return sorted({row.car_id for row in mine.tx.all(about)})


def _take(tx: Tx, device: Device, read: Read, concerned: Sequence[UUID]) -> list[Verdict]:
    mine = CenterRows(tx, device.center_id)
    # Locks are always taken in the order cars, centers: owners' decisions do the same.
    held = sa.select(cars.c.id).where(cars.c.id.in_(concerned)).order_by(cars.c.id)
    tx.all(held.with_for_update(key_share=True))
    readers = effects.history_readers(tx, concerned, besides=device.center_id)
    center = mine.lock([reader.center_id for each in readers.values() for reader in each])
    _refuse_revoked(mine, device)
    _refuse_lost_history(mine, read.last)
    batch = effects.load(mine, read.items, readers)
    verdicts = _judge(mine, center.receipt_head, read, batch)
    batch.write(mine)
    feed.tell(tx, batch.news)
    broken = [_refused(each.index, each.id, each.refusal) for each in read.broken]
    return sorted([*verdicts, *broken], key=lambda verdict: verdict.index)


def _refuse_revoked(mine: CenterRows, device: Device) -> None:
    """Ask again under the lock: revocation that is on the page now is in force now."""
    this = mine.select(devices, devices.c.revoked_at).where(devices.c.id == device.id)
    if mine.tx.value(this) is not None:
        raise ProblemError(
            HTTPStatus.FORBIDDEN, Code.DEVICE_REVOKED, "this device was disconnected just now"
        )


def _refuse_lost_history(mine: CenterRows, last: Receipt | None) -> None:
    if last is None:
        return
    there = mine.select(envelopes, envelopes.c.id).where(envelopes.c.receipt == last.number)
    if mine.tx.value(there) != last.envelope_id:
        raise ProblemError(
            HTTPStatus.CONFLICT,
            Code.HISTORY_LOST,
            "this server does not have what it once gave a receipt for: ask /v1/have, send again",
            field="last",
        )


def _judge(mine: CenterRows, head: int, read: Read, batch: Batch) -> list[Verdict]:
    """Say yes or no to each, in the order of its subject; `head` is the last receipt given."""
    known = _known(mine, read.items)
    broken: dict[UUID | None, int] = {}
    for each in read.broken:
        lowest = broken.get(each.subject_id, each.subject_seq)
        broken[each.subject_id] = min(lowest, each.subject_seq)
    revoked = {row.key_id for row in mine.tx.all(_revoked_keys(mine))}
    verdicts: list[Verdict] = []
    for group in _by_subject(read.items):
        holds = False
        for item in group:
            held_from = broken.get(item.envelope.subject_id)
            holds = holds or (held_from is not None and held_from < item.envelope.subject_seq)
            verdict = _settled(item, known)
            if verdict is None:
                refusal = _why_not(item, revoked, holds=holds) or batch.apply(item)
                if refusal is None:
                    verdict = _accepted(item, head + len(batch.envelopes) + 1)
                    batch.keep(item, head + len(batch.envelopes) + 1)
                    known[item.envelope.id] = (item.envelope.sha256, verdict.receipt or 0)
                else:
                    verdict = _refused(item.index, item.envelope.id, refusal)
                    holds = holds or refusal.code not in _NOT_HOLDING
            verdicts.append(verdict)
    this = sa.update(centers).where(centers.c.id == mine.center_id)
    mine.tx.change(this.values(receipt_head=head + len(batch.envelopes)))
    return verdicts


def _by_subject(items: Sequence[Item]) -> list[list[Item]]:
    """The items of each subject in the order of their numbers, wherever they stand in the batch."""
    groups: dict[UUID, list[Item]] = {}
    for item in items:
        groups.setdefault(item.envelope.subject_id, []).append(item)
    for group in groups.values():
        group.sort(key=lambda item: item.envelope.subject_seq)
    return list(groups.values())


def _known(mine: CenterRows, items: Sequence[Item]) -> dict[UUID, tuple[str, int]]:
    """Hash and receipt of what is held already."""
    ids = [item.envelope.id for item in items]
    columns = (envelopes.c.id, envelopes.c.sha256, envelopes.c.receipt)
    held = mine.select(envelopes, *columns).where(envelopes.c.id.in_(ids))
    return {row.id: (row.sha256, row.receipt) for row in mine.tx.all(held)}


def _revoked_keys(mine: CenterRows) -> sa.Select[Any]:
    return mine.select(center_keys, center_keys.c.key_id).where(
        center_keys.c.revoked_at.is_not(None)
    )


def _settled(item: Item, known: Mapping[UUID, tuple[str, int]]) -> Verdict | None:
    """The verdict on an id that is held already; a forgery of it is refused like any other."""
    held = known.get(item.envelope.id)
    if held is None or (item.refusal is not None and not item.content):
        return None
    if item.is_forged:
        return None
    sha256, receipt = held
    if sha256 == item.envelope.sha256:
        return Verdict(index=item.index, id=item.envelope.id, verdict="duplicate", receipt=receipt)
    return Verdict(
        index=item.index,
        id=item.envelope.id,
        verdict="conflict",
        code=Code.OTHER_CONTENT,
        reason="this id was accepted with other content; what was accepted stands",
        field="sha256",
    )


def _why_not(item: Item, revoked: Container[str], *, holds: bool) -> Refusal | None:
    if item.refusal is not None:
        return item.refusal
    if item.envelope.key_id in revoked:
        return Refusal(Code.KEY_REVOKED, "this key was revoked: sign with another", "key_id")
    if holds:
        return Refusal(
            Code.HELD_BACK, "waits for an earlier envelope of its subject", retry_after=60
        )
    return None


def _accepted(item: Item, receipt: int) -> Verdict:
    parked = item.payload is None
    return Verdict(
        index=item.index,
        id=item.envelope.id,
        verdict="accepted",
        receipt=receipt,
        parked=parked,
    )


def _refused(index: int, envelope_id: UUID | None, refusal: Refusal) -> Verdict:
    return Verdict(
        index=index,
        id=envelope_id,
        verdict="rejected" if refusal.retry_after is None else "later",
        code=refusal.code,
        reason=refusal.reason[:4000],
        field=refusal.field,
        retry_after=refusal.retry_after,
    )
