"""Rows without a hash of their own, proved by the audit chain: an entry says what it wrote.

Rows that are final as soon as they stand: the entry that made one holds its hash. Links, which an owner may revoke:
the entries tell every value they ever had. What was written before entries carried hashes is not counted as proved.
"""

import json
import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.cli.findings import Chart, read_rows
from app.kernel.audit import APPENDED, PROOFS, plain, row_hash
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from models.entities import metadata
from models.ledger import AuditEntry
from models.passports import VehicleLink

_PORTION = 500
_ENTRIES = (
    sa.select(AuditEntry.seq, AuditEntry.changes)
    .where(AuditEntry.changes.contains(f'"{PROOFS}":'))
    .order_by(AuditEntry.center_id, AuditEntry.seq)
)


def appended_rows(chart: Chart, connection: Connection) -> None:
    """Every row that an audit entry proves is there, as it was written."""
    waiting: dict[str, dict[uuid.UUID, tuple[str, int]]] = {name: {} for name in APPENDED}
    for entry in connection.execute(_ENTRIES).all():
        for table, told in _proofs(entry.changes).items():
            for key, digest in told.items():
                waiting[table][uuid.UUID(key)] = (digest, entry.seq)
        for table, expected in waiting.items():
            if len(expected) >= _PORTION:
                _prove(chart, connection, table, expected)
                expected.clear()
    for table, expected in waiting.items():
        _prove(chart, connection, table, expected)


def _proofs(changes: str) -> Mapping[str, Mapping[str, str]]:
    # a chain that was altered is told by its own check; what it says now cannot be asked
    told = json.loads(changes).get(PROOFS, {})
    return {table: rows for table, rows in told.items() if table in APPENDED}


def _prove(
    chart: Chart,
    connection: Connection,
    name: str,
    expected: Mapping[uuid.UUID, tuple[str, int]],
) -> None:
    table = metadata.tables[name]
    kind = name.replace("_", " ").capitalize()
    keys = list(expected)
    for start in range(0, len(keys), _PORTION):
        part = keys[start : start + _PORTION]
        rows = read_rows(connection, table, part)
        for key in part:
            chart.count("appended rows")
            digest, seq = expected[key]
            row: Any = rows.get(key)
            if row is None:
                what = say(
                    QT_TRANSLATE_NOOP(
                        "doctor", "{kind} {name}, made by audit entry {seq}, is gone or unreadable."
                    ),
                    kind=kind,
                    name=key,
                    seq=seq,
                )
            elif row_hash(row._mapping) != digest:  # noqa: SLF001 - SQLAlchemy's public name
                what = say(
                    QT_TRANSLATE_NOOP(
                        "doctor",
                        "{kind} {name} was altered: it is not what audit entry {seq} made.",
                    ),
                    kind=kind,
                    name=key,
                    seq=seq,
                )
            else:
                continue
            chart.damage("appended", what, f"{kind.lower()} {key}")


def vehicle_links(chart: Chart, connection: Connection) -> None:
    """Every link says what the audit entries about it say, from its request to the owner's last word."""
    told: dict[str, dict[str, Any]] = {}
    prefix = f"{VehicleLink.__tablename__}/"
    entries = (
        sa.select(AuditEntry.changes)
        .where(AuditEntry.changes.contains(f'"{prefix}'))
        .order_by(AuditEntry.center_id, AuditEntry.seq)
    )
    for changes in connection.execute(entries).scalars():
        for name, change in json.loads(changes).items():
            if name.startswith(prefix):
                known = told.setdefault(name.removeprefix(prefix), {})
                known |= change.get("new", {})
                known |= {column: after for column, (_, after) in change.get("set", {}).items()}
    table = VehicleLink.__table__
    rows = read_rows(connection, table, [uuid.UUID(key) for key in told])
    for key, known in told.items():
        chart.count("vehicle links")
        row: Any = rows.get(uuid.UUID(key))
        names = [column.name for column in table.columns if column.name not in {"id", "version"}]
        wrong = [n for n in names if row is None or plain(getattr(row, n)) != known.get(n)]
        if wrong:
            what = say(
                QT_TRANSLATE_NOOP(
                    "doctor", "Vehicle link {name}: {fields} differ from what the audit tells."
                ),
                name=key,
                fields=", ".join(wrong),
            )
            chart.damage("link", what, f"vehicle link {key}")


CHECKS = (("appended rows", appended_rows), ("vehicle links", vehicle_links))
