"""What settings show beside a center's rules: its numbers so far, its workstations, its database."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.kernel import numbering
from app.kernel.db import schema_version
from app.kernel.tx import Read, Shop
from models.centers import Center, Policy, SigningKey
from models.ledger import NumberSequence, ShopIdentity

SERIES: dict[str, str] = {
    "work_order_number": "work_order",
    "invoice_number": "invoice",
    "credit_note_number": "credit_note",
    "payment_number": "payment",
    "correction_number": "correction",
}
"""The series that each number template of the policy draws from."""


@dataclass(frozen=True, slots=True)
class SequenceRow:
    """The last number drawn of a series in a period."""

    series: str
    period: str
    value: int


@dataclass(frozen=True, slots=True)
class WorkstationRow:
    """A computer of the center, by the key it signs with."""

    id: uuid.UUID
    workstation: str
    made_at: datetime
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """Where the shop's data lies. ``size`` in bytes; ``shown`` never holds a password."""

    is_file: bool
    shown: str
    folder: str
    size: int
    schema: str
    made_at: datetime | None
    centers: int


def list_sequences(read: Read) -> tuple[SequenceRow, ...]:
    """The numbers drawn so far, of every series but the corrections', which count within an order."""
    rows = read.connection.execute(
        sa.select(NumberSequence.series, NumberSequence.period, NumberSequence.value).where(
            NumberSequence.center_id == read.center_id,
            NumberSequence.series != SERIES["correction_number"],
        )
    )
    return tuple(SequenceRow(row.series, row.period, row.value) for row in rows)


def next_number(
    policy: Policy, name: str, sequences: Sequence[SequenceRow], *, on: date, code: str
) -> str:
    """What the next number of that template would read; the template holds {seq} and known places only.

    Corrections count within an order: their number is shown for the next order's.
    """
    template = str(getattr(policy, name))
    starts = policy.fiscal_year_starts_month
    order = ""
    if name == "correction_number":
        order = next_number(policy, "work_order_number", sequences, on=on, code=code)
    period = order or numbering.period_of(template, on, starts)
    drawn = {(row.series, row.period): row.value for row in sequences}
    return numbering.render(
        template,
        seq=drawn.get((SERIES[name], period), 0) + 1,
        on=on,
        center=code,
        starts_month=starts,
        order=order,
    )


def list_workstations(read: Read) -> tuple[WorkstationRow, ...]:
    """The computers that signed papers of the center, the oldest first."""
    rows = read.connection.execute(
        sa.select(SigningKey.id, SigningKey.workstation, SigningKey.made_at, SigningKey.retired_at)
        .where(SigningKey.center_id == read.center_id)
        .order_by(SigningKey.id)
    )
    return tuple(WorkstationRow(*row) for row in rows)


def database_facts(shop: Shop) -> DatabaseFacts:
    """Where the data lies and how much it is; the write-ahead log counts with the file."""
    database = shop.database
    schema = schema_version(database) or ""
    with database.reading() as connection:
        made_at = connection.execute(sa.select(ShopIdentity.made_at)).scalar()
        centers = connection.execute(sa.select(sa.func.count()).select_from(Center)).scalar_one()
        if not database.is_sqlite:
            size = connection.exec_driver_sql(
                "SELECT pg_database_size(current_database())"
            ).scalar_one()
            return DatabaseFacts(False, database.shown, "", int(size), schema, made_at, centers)
    path = database.path
    parts = (path, path.with_name(f"{path.name}-wal"))
    size = sum(part.stat().st_size for part in parts if part.exists())
    return DatabaseFacts(True, path.name, str(path.parent), size, schema, made_at, centers)
