"""What can be said about an envelope without looking at what is stored: form, hash, key."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pydantic_core
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import ValidationError

from sync.server.problems import ProblemError, unparsable
from sync.server.quick import read_proven
from sync.wire.canonical import NotCanonicalError, sha256_hex
from sync.wire.envelope import Envelope
from sync.wire.fields import Wire
from sync.wire.kinds import PAYLOADS, Kind
from sync.wire.push import MAX_ENVELOPES, Code, PushRequest, Receipt
from sync.wire.versions import TAKES

ABOUT_THE_CENTER = frozenset(
    {Kind.CENTER_PROFILE, Kind.AUDIT_CHECKPOINT, Kind.BOOKING_SETTINGS, Kind.FREE_BUSY}
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an envelope is not taken."""

    code: Code
    reason: str
    field: str | None = None
    retry_after: int | None = None
    """Set when it may be taken another time."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A place of the batch where no envelope can be read."""

    index: int
    id: UUID | None
    refusal: Refusal
    subject_id: UUID | None
    subject_seq: int
    """0 when it cannot be read: then it stands before everything of its subject."""


@dataclass(slots=True)
class Item:
    """An envelope of the batch, from the bytes to the verdict."""

    index: int
    envelope: Envelope
    content: bytes = b""
    payload: Wire | None = None
    """None without a refusal: a kind to be parked."""
    refusal: Refusal | None = None
    payload_text: bytes = b""
    """Empty once the payload was read."""
    is_hashed: bool = False
    """Whether the content has been proved to have its hash."""
    is_forged: bool = False
    """Whether its refusal is that it is not what its key signed."""


@dataclass(frozen=True, slots=True)
class Read:
    """A batch as it was read."""

    items: list[Item]
    broken: list[Broken]
    last: Receipt | None


def read_batch(body: bytes) -> Read:
    """Read a push, broken envelopes included: they cost their neighbours nothing.

    Raises:
        ProblemError: the batch itself cannot be read.
    """
    proven = read_proven(body)
    if proven is not None:
        found, last = proven
        ready = [Item(index, *each, is_hashed=True) for index, each in enumerate(found)]
        return Read(ready, [], last)
    try:
        request = PushRequest.model_validate_json(body)
    except ValidationError:
        return _read_slowly(body)
    items = [Item(index, each) for index, each in enumerate(request.envelopes)]
    return Read(items, [], request.last)


def check(
    items: Sequence[Item], center_id: UUID, keys: Mapping[str, Ed25519PublicKey]
) -> list[tuple[Item, Ed25519PublicKey]]:
    """Give each item its content and payload, or its refusal; those whose signatures count, with their keys."""
    signed = []
    for item in items:
        _check_content(item, center_id)
        _check_payload(item)
        if item.content:
            refusal = _hash_refusal(item, keys)
            if refusal is None:
                signed.append((item, keys[item.envelope.key_id]))
            else:
                item.refusal, item.is_forged = refusal, True
    return signed


def first_error(error: ValidationError) -> tuple[str, str]:
    """Path and sentence of the first thing that a model refused."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return ".".join(str(part) for part in first["loc"]), first["msg"]


def _read_slowly(body: bytes) -> Read:
    """Find out what is broken, envelope by envelope."""
    try:
        read: Any = pydantic_core.from_json(body)
    except ValueError as error:
        raise unparsable("the body is not JSON") from error
    envelopes = read.get("envelopes") if isinstance(read, dict) else None
    if not isinstance(envelopes, list) or not envelopes:
        raise _malformed("envelopes", "a list of envelopes is missing")
    if len(envelopes) > MAX_ENVELOPES:
        raise _malformed("envelopes", f"more than {MAX_ENVELOPES} envelopes")
    last = read.get("last")
    try:
        receipt = None if last is None else Receipt.model_validate_json(json.dumps(last))
    except ValidationError as error:
        path, why = first_error(error)
        raise _malformed(f"last.{path}", why) from error
    both = [_read_one(index, each) for index, each in enumerate(envelopes)]
    items = [each for each in both if isinstance(each, Item)]
    return Read(items, [each for each in both if isinstance(each, Broken)], receipt)


def _malformed(field: str, reason: str) -> ProblemError:
    return ProblemError(
        HTTPStatus.UNPROCESSABLE_ENTITY, Code.MALFORMED, reason, field=field.rstrip(".")
    )


def _read_one(index: int, value: object) -> Item | Broken:
    try:
        envelope = Envelope.model_validate_json(pydantic_core.to_json(value))
    except ValidationError as error:
        path, why = first_error(error)
        refusal = Refusal(Code.MALFORMED, why, path)
        seq = value.get("subject_seq") if isinstance(value, dict) else None
        place = seq if isinstance(seq, int) else 0
        return Broken(index, _id_at(value, "id"), refusal, _id_at(value, "subject_id"), place)
    return Item(index, envelope)


def _id_at(value: object, field: str) -> UUID | None:
    text = value.get(field) if isinstance(value, dict) else None
    try:
        found = UUID(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return found if found is not None and found.version == 7 else None  # noqa: PLR2004 - UUIDv7


def _check_content(item: Item, center_id: UUID) -> None:
    envelope = item.envelope
    if envelope.center_id != center_id:
        item.refusal = Refusal(
            Code.WRONG_CENTER, "the envelope belongs to another center", "center_id"
        )
        item.content = b""
        return
    if item.content:
        return
    try:
        content, item.payload_text = envelope.spell()
    except NotCanonicalError as error:
        item.refusal = Refusal(Code.NOT_CANONICAL, str(error), "payload")
        return
    item.content = content


def _hash_refusal(item: Item, keys: Mapping[str, Ed25519PublicKey]) -> Refusal | None:
    envelope = item.envelope
    if not item.is_hashed and sha256_hex(item.content) != envelope.sha256:
        return Refusal(Code.HASH_MISMATCH, "the content is not what was hashed", "sha256")
    if envelope.key_id not in keys:
        return Refusal(Code.KEY_UNKNOWN, "the center has no such key on this server", "key_id")
    return None


def _check_payload(item: Item) -> None:
    """Validate what the kind promises."""
    envelope = item.envelope
    if not item.content or envelope.kind not in PAYLOADS:
        return
    kind = Kind(envelope.kind)
    if item.payload is not None:
        item.refusal = _subject_refusal(envelope, kind, item.payload)
        return
    refusal = _version_refusal(kind, envelope.schema_version)
    if refusal is None:
        try:
            item.payload = PAYLOADS[kind].model_validate_json(item.payload_text)
        except ValidationError as error:
            path, why = first_error(error)
            refusal = Refusal(Code.PAYLOAD_INVALID, why, f"payload.{path}".rstrip("."))
        else:
            refusal = _subject_refusal(envelope, kind, item.payload)
    item.refusal = refusal


def _version_refusal(kind: Kind, version: str) -> Refusal | None:
    taken = TAKES[kind]
    if version in taken:
        return None
    if version > taken[-1]:
        return Refusal(
            Code.SCHEMA_TOO_NEW,
            f"this server reads {kind} up to {taken[-1]}",
            "schema_version",
            retry_after=3600,
        )
    return Refusal(
        Code.SCHEMA_TOO_OLD, f"this server reads {kind} from {taken[0]} on", "schema_version"
    )


def _subject_refusal(envelope: Envelope, kind: Kind, payload: Wire) -> Refusal | None:
    if kind in ABOUT_THE_CENTER:
        subject = getattr(payload, "center_id", envelope.center_id)
        right = subject == envelope.center_id == envelope.subject_id
    elif kind is Kind.APPOINTMENT_ANSWER:
        right = getattr(payload, "request_id", None) == envelope.subject_id
    else:
        right = getattr(payload, "vehicle_id", None) == envelope.subject_id
    if right:
        return None
    return Refusal(
        Code.SUBJECT_MISMATCH, "the subject is not what the payload is about", "subject_id"
    )
