"""Rows proved by the audit chain: an entry says what it wrote, and what of a document became final with it.

Rows that are final as soon as they stand: the entry that made one holds its hash; a row that no entry made was put in
by somebody else. Documents: the entry that sealed one holds a hash over its rows of each table. Links, which an owner
may revoke: the entries tell every value they ever had. What was written before entries carried hashes is not counted
as proved, nor as put in.
"""

import json
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.cli.findings import UNREADABLE, Chart, read_rows
from app.kernel.audit import APPENDED, GENERATED, PROOFS, SEALS, plain, row_hash
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.rows import SEALED, proofs_of
from models.base import Base
from models.billing import Invoice
from models.entities import metadata
from models.ledger import AuditEntry
from models.passports import VehicleLink
from models.work_orders import WorkOrder

_PORTION = 500
_NAMED = 20
"""Rows of one table that are named one by one; a shop that lost its chain has thousands."""
_COMPLETED = "work_orders.complete"
Told = dict[str, dict[uuid.UUID, tuple[str, int]]]


def _entries(connection: Connection) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    """Every entry that says something of rows, with what it says."""
    changes = AuditEntry.changes
    words = (f'"{PROOFS}":', f'"{SEALS}":', f'"{GENERATED}":', '"appended":', '"payment/')
    said = (changes.contains(word) for word in words)
    statement = (
        sa.select(AuditEntry.id, AuditEntry.seq, AuditEntry.action, changes)
        .where(sa.or_(AuditEntry.action == _COMPLETED, *said))
        .order_by(AuditEntry.center_id, AuditEntry.seq)
        .execution_options(yield_per=2000)
    )
    with connection.execute(statement) as rows:
        for row in rows:
            # a chain that was altered is told by its own check; what it says now cannot be asked
            yield row, json.loads(row.changes)


def appended_rows(chart: Chart, connection: Connection) -> None:
    """Every row that an audit entry proves is there, as it was written, and no other."""
    waiting: Told = {name: {} for name in APPENDED}
    proved: dict[str, set[bytes]] = {name: set() for name in APPENDED}
    before: dict[str, uuid.UUID] = {}
    for entry, changes in _entries(connection):
        proofs = changes.get(PROOFS, {})
        if changes.get(GENERATED) or (entry.action == _COMPLETED and not proofs):
            before |= dict.fromkeys(APPENDED, entry.id)
        if "payment" not in proofs and any(name.startswith("payment/") for name in changes):
            before["payment"] = entry.id
        before |= dict.fromkeys(APPENDED & (changes.get("appended", {}).keys() - proofs), entry.id)
        for table in APPENDED & proofs.keys():
            for text, digest in proofs[table].items():
                key = uuid.UUID(text)
                waiting[table][key] = (digest, entry.seq)
                proved[table].add(key.bytes)
        for table, expected in waiting.items():
            if len(expected) >= _PORTION:
                _prove(chart, connection, table, expected)
                expected.clear()
    for table, expected in waiting.items():
        _prove(chart, connection, table, expected)
        _put_in(chart, connection, table, proved[table], before.get(table))


def _put_in(
    chart: Chart, connection: Connection, name: str, proved: set[bytes], before: uuid.UUID | None
) -> None:
    """Rows that stand there and that no entry made; those from before entries proved what they made are left."""
    table = metadata.tables[name]
    kind = name.replace("_", " ").capitalize()
    found = 0
    for key in connection.execute(sa.select(table.c.id).order_by(table.c.id)).scalars().all():
        if key.bytes in proved or (before is not None and key < before):
            continue
        found += 1
        if found <= _NAMED:
            what = say(
                QT_TRANSLATE_NOOP(
                    "doctor", "{kind} {name} stands there and no audit entry made it."
                ),
                kind=kind,
                name=key,
            )
            chart.damage("put_in", what, f"{kind.lower()} {key}")
    if found > _NAMED:
        what = say(
            QT_TRANSLATE_NOOP("doctor", "{kind}: {count} rows that no audit entry made."),
            kind=kind,
            count=found,
        )
        chart.damage("put_in", what, kind.lower())


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
            elif row_hash(name, row._mapping) != digest:  # noqa: SLF001 - SQLAlchemy's public name
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


def sealed_documents(chart: Chart, connection: Connection) -> None:
    """The rows of every document that was sealed are what they were then, each column of them."""
    waiting: Told = {name: {} for name in SEALED}
    for entry, changes in _entries(connection):
        for table, documents in changes.get(SEALS, {}).items():
            for text, digest in documents.items():
                waiting[table][uuid.UUID(text)] = (digest, entry.seq)
        for table, expected in waiting.items():
            if len(expected) >= _PORTION:
                _compare(chart, connection, table, expected)
                expected.clear()
    for table, expected in waiting.items():
        _compare(chart, connection, table, expected)


def _compare(
    chart: Chart, connection: Connection, table: str, expected: Mapping[uuid.UUID, tuple[str, int]]
) -> None:
    keys = list(expected)
    for start in range(0, len(keys), _PORTION):
        part = keys[start : start + _PORTION]
        found = _digests(connection, table, part)
        chart.count("sealed documents", len(part) if table in {"invoice", "work_order"} else 0)
        for key in part:
            digest, seq = expected[key]
            if found.get(key) != digest:
                bill = table.startswith("invoice")
                name = _number_of(connection, Invoice if bill else WorkOrder, key)
                kind = "Invoice" if bill else "Work order"
                what = say(
                    QT_TRANSLATE_NOOP(
                        "doctor",
                        "{kind} {name} was altered: its rows in “{table}” are not what audit entry {seq} sealed.",
                    ),
                    kind=kind,
                    name=name,
                    table=table,
                    seq=seq,
                )
                chart.damage("sealed_rows", what, f"{kind.lower()} {name}")


def _digests(connection: Connection, table: str, keys: list[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """The proofs of these documents; one that cannot be read is left out and hides no other."""
    try:
        return proofs_of(connection, table, keys)
    except UNREADABLE:
        if len(keys) == 1:
            return {}
        middle = len(keys) // 2
        return {
            **_digests(connection, table, keys[:middle]),
            **_digests(connection, table, keys[middle:]),
        }


def _number_of(connection: Connection, entity: type[Base], key: uuid.UUID) -> str:
    table = metadata.tables[entity.__tablename__]
    number = connection.execute(sa.select(table.c.number).where(table.c.id == key)).scalar()
    return str(number or key)


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


CHECKS = (
    ("appended rows", appended_rows),
    ("sealed documents", sealed_documents),
    ("vehicle links", vehicle_links),
)
