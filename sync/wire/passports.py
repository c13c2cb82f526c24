"""The owner's permission, and what it opens: links, decisions, history."""

from typing import Annotated, Literal

from pydantic import Field

from sync.wire.fields import DateText, Id, Name, Note, Quantity, Sha256, UtcText, VersionText, Wire

LINK_REQUEST_VERSION: VersionText = "2026-11-20"
"""First published: vehicle, masked phone, wanted scope, claim for the owner without an account."""
LINK_DECISION_VERSION: VersionText = "2026-11-20"
"""First published: what the owner said, and the scope as granted."""
PASSPORT_HISTORY_VERSION: VersionText = "2026-11-20"
"""First published: one record of another center, without prices."""


class LinkScope(Wire):
    """What a link opens. Each part is asked for, and granted, by itself."""

    works: Literal[True] = True
    """The center writes services, parts, odometer and recommendations into the passport. Always
    part of a link: a link without it would carry nothing."""
    prices: bool
    """The center also writes what the work cost."""
    history: bool
    """The center reads what other centers wrote, without their prices."""


class Odometer(Wire):
    """A reading."""

    value: Annotated[int, Field(ge=0, le=9_999_999)]
    unit: Literal["km", "mi"]


class LinkRequest(Wire):
    """`link_request`: a center asks a vehicle's owner. Leaves at once. Subject: the vehicle.

    The owner is found by VIN or plate together with the masked phone, or finds the request by the
    claim link on paper.
    """

    link_id: Id
    vehicle_id: Id
    """The center's own id of the vehicle; the server never shows it to anybody else."""
    vin: Annotated[str, Field(pattern=r"^[A-HJ-NPR-Z0-9]{17}$")] | None = None
    plate: Annotated[str, Field(min_length=1, max_length=20)] | None = None
    label: Name
    """Make and model as the owner would say it."""
    year: Annotated[int, Field(ge=1885, le=2200)] | None = None
    phone_mask: Annotated[str, Field(pattern=r"^\+?[0-9*•() -]{4,24}$")] | None = None
    """For example `+7 *** ***-12-34`: at most the country code and the last four digits."""
    scope: LinkScope
    claim_sha256: Sha256 | None = None
    """SHA-256 of the secret in the claim link that the desk prints; the secret never travels."""
    expires_at: UtcText


class LinkDecision(Wire):
    """`link_decision`: comes back. A later one replaces an earlier one of the same link."""

    link_id: Id
    vehicle_id: Id
    decision: Literal["approved", "declined", "revoked", "expired"]
    scope: LinkScope
    """As granted; for the other decisions, as asked for."""
    decided_at: UtcText


class Recommendation(Wire):
    """Work that should follow by a date or a reading, whichever comes first."""

    recommendation_id: Id
    name: Name
    due_on: DateText | None = None
    due_odometer: Odometer | None = None
    reason: Literal["interval", "declined", "inspection", "other"]
    note: Note | None = None


class HistoryLine(Wire):
    """A service or part as another center sees it."""

    name: Name
    quantity: Quantity | None = None
    unit: Name | None = None


class HistoryRecord(Wire):
    """A completed order of some other center, as its owner shows it."""

    record_id: Id
    center_name: Name
    completed_on: DateText
    odometer: Odometer | None = None
    """With accepted corrections applied."""
    corrected: bool
    services: list[HistoryLine] = Field(max_length=500)
    parts: list[HistoryLine] = Field(max_length=500)
    recommendations: list[Recommendation] = Field(max_length=200)


class PassportHistory(Wire):
    """`passport_history`: comes back for a vehicle whose link opens the history.

    The same `record_id` comes again when a correction was accepted: the later one replaces.
    """

    link_id: Id
    vehicle_id: Id
    record: HistoryRecord
