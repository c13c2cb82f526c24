"""The server's database, step by step: a step that landed is never edited, the next one is added.

Each step is one transaction on both databases, so a process killed in the middle resumes. The SQL
names a type by what it holds, and each database spells it its own way.
"""

import secrets
from typing import Final, NamedTuple

import sqlalchemy as sa

from app.kernel.db import Database

_SPELLING: Final = {
    "sqlite": {
        "id": "BLOB",
        "time": "INTEGER",
        "whole": "INTEGER",
        "flag": "INTEGER",
        "day": "TEXT",
        "text": "TEXT",
        "strict": " STRICT",
    },
    "postgresql": {
        "id": "UUID",
        "time": "TIMESTAMP WITH TIME ZONE",
        "whole": "BIGINT",
        "flag": "BOOLEAN",
        "day": "DATE",
        "text": "VARCHAR",
        "strict": "",
    },
}
_LOCK: Final = 0x_CA_59_A5_53
"""Number of the advisory lock: two processes that start together migrate once."""


class SchemaTooNewError(RuntimeError):
    """A newer program made this database; an older one must not write into it."""


class Step(NamedTuple):
    """One change of the schema, and why it was made."""

    version: int
    why: str
    sql: str


STEPS: Final = (
    Step(
        1,
        "First published: accounts, centers and devices, envelopes and changes, links and records.",
        """
CREATE TABLE attempts (
    who {text} NOT NULL,
    period {whole} NOT NULL,
    count {whole} NOT NULL,
    CONSTRAINT pk_attempts PRIMARY KEY (who, period)
){strict};
CREATE TABLE invitations (
    token_sha256 {text} NOT NULL,
    email {text},
    name {text},
    expires_at {time} NOT NULL,
    used_at {time},
    CONSTRAINT pk_invitations PRIMARY KEY (token_sha256)
){strict};
CREATE TABLE letters (
    id {id} NOT NULL,
    recipient {text} NOT NULL,
    subject {text} NOT NULL,
    body {text} NOT NULL,
    made_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    sent_at {time},
    CONSTRAINT pk_letters PRIMARY KEY (id)
){strict};
CREATE INDEX ix_letters_sent_at ON letters (sent_at);
CREATE TABLE server_info (
    name {text} NOT NULL,
    value {text} NOT NULL,
    CONSTRAINT pk_server_info PRIMARY KEY (name)
){strict};
CREATE TABLE sign_in_codes (
    email {text} NOT NULL,
    code_hash {text} NOT NULL,
    tries {whole} NOT NULL,
    expires_at {time} NOT NULL,
    CONSTRAINT pk_sign_in_codes PRIMARY KEY (email)
){strict};
CREATE TABLE used_logins (
    sha256 {text} NOT NULL,
    expires_at {time} NOT NULL,
    CONSTRAINT pk_used_logins PRIMARY KEY (sha256)
){strict};
CREATE TABLE users (
    id {id} NOT NULL,
    email {text},
    telegram_id {whole},
    name {text},
    phone {text},
    language {text} NOT NULL,
    created_at {time} NOT NULL,
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT uq_users_email UNIQUE (email),
    CONSTRAINT uq_users_telegram_id UNIQUE (telegram_id)
){strict};
CREATE TABLE cars (
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    vin {text},
    plate {text},
    plate_key {text},
    label {text} NOT NULL,
    year {whole},
    created_at {time} NOT NULL,
    CONSTRAINT pk_cars PRIMARY KEY (id),
    CONSTRAINT fk_cars_user_id FOREIGN KEY(user_id) REFERENCES users (id)
){strict};
CREATE INDEX ix_cars_plate_key ON cars (plate_key);
CREATE INDEX ix_cars_user_id ON cars (user_id);
CREATE INDEX ix_cars_vin ON cars (vin);
CREATE TABLE centers (
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    name {text} NOT NULL,
    profile {text},
    profile_seq {whole} NOT NULL,
    receipt_head {whole} NOT NULL,
    change_head {whole} NOT NULL,
    created_at {time} NOT NULL,
    CONSTRAINT pk_centers PRIMARY KEY (id),
    CONSTRAINT fk_centers_user_id FOREIGN KEY(user_id) REFERENCES users (id)
){strict};
CREATE INDEX ix_centers_user_id ON centers (user_id);
CREATE TABLE pairing_codes (
    code_hash {text} NOT NULL,
    user_id {id} NOT NULL,
    center_id {id},
    device_id {id},
    expires_at {time} NOT NULL,
    CONSTRAINT pk_pairing_codes PRIMARY KEY (code_hash),
    CONSTRAINT fk_pairing_codes_user_id FOREIGN KEY(user_id) REFERENCES users (id)
){strict};
CREATE INDEX ix_pairing_codes_user_id ON pairing_codes (user_id);
CREATE TABLE sessions (
    token_sha256 {text} NOT NULL,
    user_id {id} NOT NULL,
    form_token {text} NOT NULL,
    created_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (token_sha256),
    CONSTRAINT fk_sessions_user_id FOREIGN KEY(user_id) REFERENCES users (id)
){strict};
CREATE INDEX ix_sessions_user_id ON sessions (user_id);
CREATE TABLE access_entries (
    id {id} NOT NULL,
    car_id {id} NOT NULL,
    at {time} NOT NULL,
    actor {text} NOT NULL,
    act {text} NOT NULL,
    params {text} NOT NULL,
    CONSTRAINT pk_access_entries PRIMARY KEY (id),
    CONSTRAINT fk_access_entries_car_id FOREIGN KEY(car_id) REFERENCES cars (id)
){strict};
CREATE INDEX ix_access_entries_car_id ON access_entries (car_id, at);
CREATE TABLE center_keys (
    center_id {id} NOT NULL,
    key_id {text} NOT NULL,
    public_key {text} NOT NULL,
    registered_at {time} NOT NULL,
    revoked_at {time},
    CONSTRAINT pk_center_keys PRIMARY KEY (center_id, key_id),
    CONSTRAINT fk_center_keys_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE INDEX ix_center_keys_key_id ON center_keys (key_id);
CREATE TABLE changes (
    center_id {id} NOT NULL,
    seq {whole} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    schema_version {text} NOT NULL,
    subject_id {id} NOT NULL,
    payload {text} NOT NULL,
    made_at {time} NOT NULL,
    CONSTRAINT pk_changes PRIMARY KEY (center_id, seq),
    CONSTRAINT fk_changes_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE TABLE checkpoints (
    center_id {id} NOT NULL,
    envelope_id {id} NOT NULL,
    entries {whole} NOT NULL,
    head_sha256 {text} NOT NULL,
    taken_at {text} NOT NULL,
    consistent {flag} NOT NULL,
    CONSTRAINT pk_checkpoints PRIMARY KEY (center_id, envelope_id),
    CONSTRAINT fk_checkpoints_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE TABLE devices (
    center_id {id} NOT NULL,
    id {id} NOT NULL,
    name {text} NOT NULL,
    token_sha256 {text} NOT NULL,
    next_token_sha256 {text},
    paired_at {time} NOT NULL,
    seen_at {time},
    revoked_at {time},
    told_at {time},
    CONSTRAINT pk_devices PRIMARY KEY (center_id, id),
    CONSTRAINT uq_devices_token_sha256 UNIQUE (token_sha256),
    CONSTRAINT uq_devices_next_token_sha256 UNIQUE (next_token_sha256),
    CONSTRAINT fk_devices_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE TABLE envelopes (
    center_id {id} NOT NULL,
    id {id} NOT NULL,
    receipt {whole} NOT NULL,
    kind {text} NOT NULL,
    subject_id {id} NOT NULL,
    subject_seq {whole} NOT NULL,
    sha256 {text} NOT NULL,
    key_id {text} NOT NULL,
    signature {text} NOT NULL,
    content {text} NOT NULL,
    parked {flag} NOT NULL,
    received_at {time} NOT NULL,
    CONSTRAINT pk_envelopes PRIMARY KEY (center_id, id),
    CONSTRAINT uq_envelopes_center_id_receipt UNIQUE (center_id, receipt),
    CONSTRAINT fk_envelopes_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE TABLE links (
    id {id} NOT NULL,
    center_id {id} NOT NULL,
    link_id {id} NOT NULL,
    vehicle_id {id} NOT NULL,
    envelope_id {id} NOT NULL,
    vin {text},
    plate {text},
    plate_key {text},
    label {text} NOT NULL,
    year {whole},
    phone_mask {text},
    wanted {text} NOT NULL,
    granted {text},
    claim_sha256 {text},
    claimed_by {id},
    state {text} NOT NULL,
    car_id {id},
    asked_at {time} NOT NULL,
    expires_at {time} NOT NULL,
    decided_at {time},
    CONSTRAINT pk_links PRIMARY KEY (id),
    CONSTRAINT uq_links_center_id_link_id UNIQUE (center_id, link_id),
    CONSTRAINT fk_links_center_id FOREIGN KEY(center_id) REFERENCES centers (id),
    CONSTRAINT fk_links_car_id FOREIGN KEY(car_id) REFERENCES cars (id)
){strict};
CREATE INDEX ix_links_car_id ON links (car_id);
CREATE INDEX ix_links_center_id_vehicle_id ON links (center_id, vehicle_id);
CREATE INDEX ix_links_claim_sha256 ON links (claim_sha256);
CREATE INDEX ix_links_plate_key ON links (plate_key);
CREATE INDEX ix_links_vin ON links (vin);
CREATE UNIQUE INDEX uq_links_approved ON links (center_id, vehicle_id) WHERE state = 'approved';
CREATE TABLE records (
    id {id} NOT NULL,
    center_id {id} NOT NULL,
    record_id {id} NOT NULL,
    envelope_id {id} NOT NULL,
    prices_envelope_id {id},
    car_id {id} NOT NULL,
    vehicle_id {id} NOT NULL,
    completed_on {day} NOT NULL,
    completed_at {text} NOT NULL,
    CONSTRAINT pk_records PRIMARY KEY (id),
    CONSTRAINT uq_records_center_id_record_id UNIQUE (center_id, record_id),
    CONSTRAINT fk_records_center_id FOREIGN KEY(center_id) REFERENCES centers (id),
    CONSTRAINT fk_records_car_id FOREIGN KEY(car_id) REFERENCES cars (id)
){strict};
CREATE INDEX ix_records_car_id ON records (car_id, completed_at);
CREATE TABLE corrections (
    id {id} NOT NULL,
    center_id {id} NOT NULL,
    correction_id {id} NOT NULL,
    record {id} NOT NULL,
    car_id {id} NOT NULL,
    request_envelope_id {id} NOT NULL,
    counter_envelope_id {id},
    state {text} NOT NULL,
    note {text},
    asked_at {time} NOT NULL,
    decided_at {time},
    CONSTRAINT pk_corrections PRIMARY KEY (id),
    CONSTRAINT uq_corrections_center_id_correction_id UNIQUE (center_id, correction_id),
    CONSTRAINT fk_corrections_center_id FOREIGN KEY(center_id) REFERENCES centers (id),
    CONSTRAINT fk_corrections_record FOREIGN KEY(record) REFERENCES records (id),
    CONSTRAINT fk_corrections_car_id FOREIGN KEY(car_id) REFERENCES cars (id)
){strict};
CREATE INDEX ix_corrections_car_id ON corrections (car_id);
CREATE INDEX ix_corrections_record ON corrections (record)
""",
    ),
    Step(
        2,
        "Visits: what a center offers, when it is free, and what owners ask for.",
        """
CREATE TABLE calendars (
    center_id {id} NOT NULL,
    takes {text} NOT NULL,
    settings {text},
    settings_seq {whole} NOT NULL,
    free_busy {text},
    free_busy_seq {whole} NOT NULL,
    told_at {time} NOT NULL,
    CONSTRAINT pk_calendars PRIMARY KEY (center_id),
    CONSTRAINT fk_calendars_center_id FOREIGN KEY(center_id) REFERENCES centers (id)
){strict};
CREATE TABLE appointments (
    id {id} NOT NULL,
    center_id {id} NOT NULL,
    user_id {id} NOT NULL,
    car_id {id} NOT NULL,
    press {text} NOT NULL,
    service_id {id} NOT NULL,
    service_name {text} NOT NULL,
    minutes {whole} NOT NULL,
    wished_at {time} NOT NULL,
    words {text} NOT NULL,
    with_contact {flag} NOT NULL,
    state {text} NOT NULL,
    starts_at {time},
    reason {text},
    answer {text} NOT NULL,
    number {whole} NOT NULL,
    heard {whole} NOT NULL,
    answer_seq {whole} NOT NULL,
    asked_at {time} NOT NULL,
    answered_at {time},
    CONSTRAINT pk_appointments PRIMARY KEY (id),
    CONSTRAINT uq_appointments_user_id_press UNIQUE (user_id, press),
    CONSTRAINT fk_appointments_center_id FOREIGN KEY(center_id) REFERENCES centers (id),
    CONSTRAINT fk_appointments_user_id FOREIGN KEY(user_id) REFERENCES users (id),
    CONSTRAINT fk_appointments_car_id FOREIGN KEY(car_id) REFERENCES cars (id)
){strict};
CREATE INDEX ix_appointments_car_id ON appointments (car_id);
CREATE INDEX ix_appointments_center_id_wished_at ON appointments (center_id, wished_at)
""",
    ),
)


def upgrade(database: Database) -> int:
    """Bring the database to the last step and return its number.

    Raises:
        SchemaTooNewError: it stands beyond the last step known here.
    """
    for step in STEPS:
        with database.writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            if _standing(connection) < step.version:
                _apply(connection, step)
    with database.reading() as connection:
        standing = _standing(connection)
    if standing > STEPS[-1].version:
        raise SchemaTooNewError(f"the database stands at step {standing}: use a newer server")
    return standing


def salt(database: Database) -> str:
    """What makes the slow hashes of this server's short codes its own."""
    with database.reading() as connection:
        found = connection.exec_driver_sql("SELECT value FROM server_info WHERE name = 'salt'")
        return str(found.scalar_one())


def _standing(connection: sa.Connection) -> int:
    if not sa.inspect(connection).has_table("server_info"):
        return 0
    found = connection.exec_driver_sql("SELECT value FROM server_info WHERE name = 'schema'")
    return int(found.scalar_one())


def _apply(connection: sa.Connection, step: Step) -> None:
    spelling = _SPELLING[connection.dialect.name]
    for statement in step.sql.split(";"):
        connection.exec_driver_sql(statement.format_map(spelling))
    info = sa.table("server_info", sa.column("name"), sa.column("value"))
    if step.version == 1:
        rows = [
            {"name": "schema", "value": str(step.version)},
            {"name": "salt", "value": secrets.token_hex(16)},
        ]
        connection.execute(info.insert(), rows)
    else:
        raised = info.update().where(info.c.name == "schema")
        connection.execute(raised.values(value=str(step.version)))
