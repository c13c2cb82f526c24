"""`POST /v1/push`: envelopes go up, a verdict for each comes back."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from sync.wire.canonical import canonical
from sync.wire.envelope import Envelope
from sync.wire.fields import Id, Note, Wire, Word

MAX_ENVELOPES = 500
MAX_BYTES = 1024 * 1024
"""Of the batch before compression."""
MAX_IDS = 1000


class Code(StrEnum):
    """Why an envelope, or a whole request, was not taken. A newer server may know more."""

    # rejected: the envelope as it is will never be taken
    MALFORMED = "malformed"
    NOT_CANONICAL = "not_canonical"
    HASH_MISMATCH = "hash_mismatch"
    KEY_UNKNOWN = "key_unknown"
    KEY_REVOKED = "key_revoked"
    SIGNATURE_WRONG = "signature_wrong"
    WRONG_CENTER = "wrong_center"
    SCHEMA_TOO_OLD = "schema_too_old"
    PAYLOAD_INVALID = "payload_invalid"
    SUBJECT_MISMATCH = "subject_mismatch"
    LINK_UNKNOWN = "link_unknown"
    LINK_TAKEN = "link_taken"
    RECORD_TAKEN = "record_taken"
    CORRECTION_NOT_APPROVED = "correction_not_approved"
    REQUEST_UNKNOWN = "request_unknown"
    # rejected: the owner did not open this, or closed it; the desk keeps the record
    LINK_NOT_APPROVED = "link_not_approved"
    LINK_REVOKED = "link_revoked"
    OUT_OF_SCOPE = "out_of_scope"
    # later: the same envelope may be taken another time
    HELD_BACK = "held_back"
    RECORD_MISSING = "record_missing"
    SCHEMA_TOO_NEW = "schema_too_new"
    # conflict
    OTHER_CONTENT = "other_content"
    # of a whole request
    UNAUTHENTICATED = "unauthenticated"
    DEVICE_REVOKED = "device_revoked"
    CODE_WRONG = "code_wrong"
    OTHER_CENTER = "other_center"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    BAD_ENCODING = "bad_encoding"
    UNPARSABLE = "unparsable"
    UNSUPPORTED_MEDIA = "unsupported_media"
    HISTORY_LOST = "history_lost"
    CURSOR_UNKNOWN = "cursor_unknown"
    BUSY = "busy"
    FAULT = "fault"


CONSENT_CODES = frozenset({Code.LINK_NOT_APPROVED, Code.LINK_REVOKED, Code.OUT_OF_SCOPE})
"""Not the desk's mistake: the record goes back to waiting for its owner and holds nothing back."""


class Receipt(Wire):
    """Place of an accepted envelope in what the server took from this center, counted from 1."""

    number: Annotated[int, Field(ge=1, le=2**53 - 1)]
    envelope_id: Id


class PushRequest(Wire):
    """A batch. `last` is the highest receipt that the desk holds, null before the first.

    A server restored from an old backup does not know that receipt and answers the whole request
    with 409 `history_lost`; the desk then asks `POST /v1/have` and sends again what is missing.
    """

    envelopes: list[Envelope] = Field(min_length=1, max_length=MAX_ENVELOPES)
    last: Receipt | None = None


class Verdict(Wire):
    """What became of the envelope at `index` of the batch."""

    index: Annotated[int, Field(ge=0, lt=MAX_ENVELOPES)]
    id: Id | None = None
    """Null when the envelope was too broken to have one."""
    verdict: Literal["accepted", "duplicate", "rejected", "later", "conflict"]
    receipt: Annotated[int, Field(ge=1)] | None = None
    """For accepted and duplicate."""
    parked: bool = False
    """Accepted, but of a kind that this server does not know yet: kept until it does."""
    code: Word | None = None
    """One of `Code`, or a newer one."""
    reason: Note | None = None
    field: Note | None = None
    """Path of the field at fault, like `payload.services.0.name`."""
    retry_after: Annotated[int, Field(ge=0, le=86_400)] | None = None
    """Seconds, for `later`."""


class PushAnswer(Wire):
    """Verdicts in the order of the batch, and the highest receipt afterwards."""

    verdicts: list[Verdict]
    last: Receipt | None = None


class HaveRequest(Wire):
    """`POST /v1/have`: which of these does the server not have?"""

    ids: list[Id] = Field(min_length=1, max_length=MAX_IDS)


class HaveAnswer(Wire):
    """Ids that have to be sent again, and the highest receipt that the server holds now."""

    missing: list[Id]
    last: Receipt | None = None


class Problem(Wire):
    """The body of every answer that is not 2xx."""

    code: Word
    reason: Note
    field: Note | None = None
    retry_after: Annotated[int, Field(ge=0, le=86_400)] | None = None


def push_body(envelopes: Iterable[bytes], last: Receipt | None) -> bytes:
    """Join envelopes as the outbox stores them (`Envelope.to_bytes`) to the body of a push."""
    place = canonical(last.plain()) if last else b"null"
    return b'{"envelopes":[' + b",".join(envelopes) + b'],"last":' + place + b"}"
