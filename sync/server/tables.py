"""The server's tables. Its own metadata: no desk's database has them, and it has no desk's.

Rows of a center carry `center_id` first in their key; `tenancy` is the only place that decides
whose. What was received is kept as the canonical text that was hashed and signed.
"""

import sqlalchemy as sa

from models.base import Choice, DateOn, Flag, Id, Json, Str, UtcTime, Whole
from models.passports import LinkState

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: sa.Column[object] | sa.Constraint | sa.Index) -> sa.Table:
    return sa.Table(name, metadata, *parts, sqlite_strict=True)


def _column(name: str, kind: object, *more: sa.ForeignKey, optional: bool = False) -> sa.Column:  # type: ignore[type-arg]  # one helper for columns of every type
    return sa.Column(name, kind, *more, nullable=optional)  # type: ignore[arg-type]  # a type or its instance


def _key(name: str, kind: object, *more: sa.ForeignKey) -> sa.Column:  # type: ignore[type-arg]  # as above
    return sa.Column(name, kind, *more, primary_key=True)  # type: ignore[arg-type]  # as above


users = _table(
    "users",
    _key("id", Id()),
    _column("email", Str(), optional=True),
    _column("telegram_id", Whole(), optional=True),
    _column("name", Str(), optional=True),
    _column("phone", Str(), optional=True),
    _column("language", Str()),
    _column("created_at", UtcTime()),
    sa.UniqueConstraint("email"),
    sa.UniqueConstraint("telegram_id"),
)
sessions = _table(
    "sessions",
    _key("token_sha256", Str()),
    _column("user_id", Id(), sa.ForeignKey("users.id")),
    _column("form_token", Str()),
    _column("created_at", UtcTime()),
    _column("expires_at", UtcTime()),
    sa.Index("ix_sessions_user_id", "user_id"),
)
sign_in_codes = _table(
    "sign_in_codes",
    _key("email", Str()),
    _column("code_hash", Str()),
    _column("tries", Whole()),
    _column("expires_at", UtcTime()),
)
"""At most one live code for an address; a new one replaces it."""
invitations = _table(
    "invitations",
    _key("token_sha256", Str()),
    _column("email", Str(), optional=True),
    _column("name", Str(), optional=True),
    _column("expires_at", UtcTime()),
    _column("used_at", UtcTime(), optional=True),
)
used_logins = _table("used_logins", _key("sha256", Str()), _column("expires_at", UtcTime()))
"""Telegram logins that were used: none works twice."""
letters = _table(
    "letters",
    _key("id", Id()),
    _column("recipient", Str()),
    _column("subject", Str()),
    _column("body", Str()),
    _column("made_at", UtcTime()),
    _column("expires_at", UtcTime()),
    _column("sent_at", UtcTime(), optional=True),
    sa.Index("ix_letters_sent_at", "sent_at"),
)
"""E-mail waiting for whatever delivers it; a row is removed when it expires."""
attempts = _table(
    "attempts",
    _key("who", Str()),
    _key("period", Whole()),
    _column("count", Whole()),
)
"""Guesses, per who and per period of time, shared by all processes."""

centers = _table(
    "centers",
    _key("id", Id()),
    _column("user_id", Id(), sa.ForeignKey("users.id")),
    _column("name", Str()),
    _column("profile", Json(), optional=True),
    _column("profile_seq", Whole()),
    _column("receipt_head", Whole()),
    _column("change_head", Whole()),
    _column("created_at", UtcTime()),
    sa.Index("ix_centers_user_id", "user_id"),
)
"""The two heads are moved under this row's lock, so receipts and changes have no holes."""
devices = _table(
    "devices",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _key("id", Id()),
    _column("name", Str()),
    _column("token_sha256", Str()),
    _column("next_token_sha256", Str(), optional=True),
    _column("paired_at", UtcTime()),
    _column("seen_at", UtcTime(), optional=True),
    _column("revoked_at", UtcTime(), optional=True),
    _column("told_at", UtcTime(), optional=True),
    sa.UniqueConstraint("token_sha256"),
    sa.UniqueConstraint("next_token_sha256"),
)
pairing_codes = _table(
    "pairing_codes",
    _key("code_hash", Str()),
    _column("user_id", Id(), sa.ForeignKey("users.id")),
    _column("center_id", Id(), optional=True),
    _column("device_id", Id(), optional=True),
    _column("expires_at", UtcTime()),
    sa.Index("ix_pairing_codes_user_id", "user_id"),
)
center_keys = _table(
    "center_keys",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _key("key_id", Str()),
    _column("public_key", Str()),
    _column("registered_at", UtcTime()),
    _column("revoked_at", UtcTime(), optional=True),
    sa.Index("ix_center_keys_key_id", "key_id"),
)
envelopes = _table(
    "envelopes",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _key("id", Id()),
    _column("receipt", Whole()),
    _column("kind", Str()),
    _column("subject_id", Id()),
    _column("subject_seq", Whole()),
    _column("sha256", Str()),
    _column("key_id", Str()),
    _column("signature", Str()),
    _column("content", Str()),
    _column("parked", Flag()),
    _column("received_at", UtcTime()),
    sa.UniqueConstraint("center_id", "receipt"),
)
"""`content` is what was hashed: header and payload, as canonical text."""
changes = _table(
    "changes",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _key("seq", Whole()),
    _column("id", Id()),
    _column("kind", Str()),
    _column("schema_version", Str()),
    _column("subject_id", Id()),
    _column("payload", Json()),
    _column("made_at", UtcTime()),
)

cars = _table(
    "cars",
    _key("id", Id()),
    _column("user_id", Id(), sa.ForeignKey("users.id")),
    _column("vin", Str(), optional=True),
    _column("plate", Str(), optional=True),
    _column("plate_key", Str(), optional=True),
    _column("label", Str()),
    _column("year", Whole(), optional=True),
    _column("created_at", UtcTime()),
    sa.Index("ix_cars_user_id", "user_id"),
    sa.Index("ix_cars_vin", "vin"),
    sa.Index("ix_cars_plate_key", "plate_key"),
)
links = _table(
    "links",
    _key("id", Id()),
    _column("center_id", Id(), sa.ForeignKey("centers.id")),
    _column("link_id", Id()),
    _column("vehicle_id", Id()),
    _column("envelope_id", Id()),
    _column("vin", Str(), optional=True),
    _column("plate", Str(), optional=True),
    _column("plate_key", Str(), optional=True),
    _column("label", Str()),
    _column("year", Whole(), optional=True),
    _column("phone_mask", Str(), optional=True),
    _column("wanted", Json()),
    _column("granted", Json(), optional=True),
    _column("claim_sha256", Str(), optional=True),
    _column("claimed_by", Id(), optional=True),
    _column("state", Choice(LinkState)),
    _column("car_id", Id(), sa.ForeignKey("cars.id"), optional=True),
    _column("asked_at", UtcTime()),
    _column("expires_at", UtcTime()),
    _column("decided_at", UtcTime(), optional=True),
    sa.UniqueConstraint("center_id", "link_id"),
    sa.Index(
        "uq_links_approved",
        "center_id",
        "vehicle_id",
        unique=True,
        sqlite_where=sa.text("state = 'approved'"),
        postgresql_where=sa.text("state = 'approved'"),
    ),
    sa.Index("ix_links_center_id_vehicle_id", "center_id", "vehicle_id"),
    sa.Index("ix_links_vin", "vin"),
    sa.Index("ix_links_plate_key", "plate_key"),
    sa.Index("ix_links_claim_sha256", "claim_sha256"),
    sa.Index("ix_links_car_id", "car_id"),
)
records = _table(
    "records",
    _key("id", Id()),
    _column("center_id", Id(), sa.ForeignKey("centers.id")),
    _column("record_id", Id()),
    _column("envelope_id", Id()),
    _column("prices_envelope_id", Id(), optional=True),
    _column("car_id", Id(), sa.ForeignKey("cars.id")),
    _column("vehicle_id", Id()),
    _column("completed_on", DateOn()),
    _column("completed_at", Str()),
    sa.UniqueConstraint("center_id", "record_id"),
    sa.Index("ix_records_car_id", "car_id", "completed_at"),
)
corrections = _table(
    "corrections",
    _key("id", Id()),
    _column("center_id", Id(), sa.ForeignKey("centers.id")),
    _column("correction_id", Id()),
    _column("record", Id(), sa.ForeignKey("records.id")),
    _column("car_id", Id(), sa.ForeignKey("cars.id")),
    _column("request_envelope_id", Id()),
    _column("counter_envelope_id", Id(), optional=True),
    _column("state", Str()),
    _column("note", Str(), optional=True),
    _column("asked_at", UtcTime()),
    _column("decided_at", UtcTime(), optional=True),
    sa.UniqueConstraint("center_id", "correction_id"),
    sa.Index("ix_corrections_record", "record"),
    sa.Index("ix_corrections_car_id", "car_id"),
)
calendars = _table(
    "calendars",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _column("takes", Str()),
    _column("settings", Json(), optional=True),
    _column("settings_seq", Whole()),
    _column("free_busy", Json(), optional=True),
    _column("free_busy_seq", Whole()),
    _column("told_at", UtcTime()),
)
"""The newest that a center told of its booking: nothing of any customer."""
appointments = _table(
    "appointments",
    _key("id", Id()),
    _column("center_id", Id(), sa.ForeignKey("centers.id")),
    _column("user_id", Id(), sa.ForeignKey("users.id")),
    _column("car_id", Id(), sa.ForeignKey("cars.id")),
    _column("press", Str()),
    _column("service_id", Id()),
    _column("service_name", Str()),
    _column("minutes", Whole()),
    _column("wished_at", UtcTime()),
    _column("words", Str()),
    _column("with_contact", Flag()),
    _column("state", Str()),
    _column("starts_at", UtcTime(), optional=True),
    _column("reason", Str(), optional=True),
    _column("answer", Str()),
    _column("number", Whole()),
    _column("heard", Whole()),
    _column("answer_seq", Whole()),
    _column("asked_at", UtcTime()),
    _column("answered_at", UtcTime(), optional=True),
    sa.UniqueConstraint("user_id", "press"),
    sa.Index("ix_appointments_car_id", "car_id"),
    sa.Index("ix_appointments_center_id_wished_at", "center_id", "wished_at"),
)
"""Requests for a visit. `number` counts the owner's acts, `heard` how many the desk knew when it answered last."""
checkpoints = _table(
    "checkpoints",
    _key("center_id", Id(), sa.ForeignKey("centers.id")),
    _key("envelope_id", Id()),
    _column("entries", Whole()),
    _column("head_sha256", Str()),
    _column("taken_at", Str()),
    _column("consistent", Flag()),
)
access_entries = _table(
    "access_entries",
    _key("id", Id()),
    _column("car_id", Id(), sa.ForeignKey("cars.id")),
    _column("at", UtcTime()),
    _column("actor", Str()),
    _column("act", Str()),
    _column("params", Json()),
    sa.Index("ix_access_entries_car_id", "car_id", "at"),
)
"""Who did what with a car's data and when, in words for its owner."""
