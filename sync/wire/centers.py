"""What a center says about itself. No customer stands here."""

from typing import Annotated

from pydantic import Field

from sync.wire.fields import Currency, Id, Name, Sha256, UtcText, VersionText, Wire

CENTER_PROFILE_VERSION: VersionText = "2026-11-20"
"""First published: name, place and reach, so that an owner knows who asks."""
AUDIT_CHECKPOINT_VERSION: VersionText = "2026-11-20"
"""First published: head and length of the audit chain."""


class CenterProfile(Wire):
    """`center_profile`: the last one by `subject_seq` wins. Subject: the center."""

    center_id: Id
    name: Name
    legal_name: Name | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    city: Name | None = None
    address: Name | None = None
    phone: Annotated[str, Field(pattern=r"^\+[0-9]{6,15}$")] | None = None
    """The business's own number, E.164."""
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    site: Annotated[str, Field(max_length=300, pattern=r"^https?://")] | None = None
    zone: Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]{1,64}$")]
    """IANA name of the time zone."""
    currency: Currency
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class AuditCheckpoint(Wire):
    """`audit_checkpoint`: lets the server prove later that a desk's log was not rewritten.

    Subject: the center. A count lower than one seen before, or another head at the same count,
    is kept and marked, never refused: the mark is the point.
    """

    entries: Annotated[int, Field(ge=0, le=2**53 - 1)]
    head_sha256: Sha256
    taken_at: UtcText
