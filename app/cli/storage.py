"""Examination of the storage: the database's own checks, the schema, the guards, the audit chain, the backups."""

import contextlib
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from app.cli.findings import REPORT, RESTORE, Chart, Finding, Severity
from app.kernel import audit, backup
from app.kernel.db import HEAD
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from migrations.guards import GUARDS
from models.centers import Center
from models.entities import metadata
from models.ledger import ShopIdentity

_OLDEST_BACKUP = timedelta(days=7)
_DERIVED = "search_fts"


def integrity(chart: Chart, connection: Connection) -> None:
    """SQLite's own check of every page and index, and of every reference."""
    if not chart.database.is_sqlite:
        return
    # A connection that searched before remembers the index as it was, and SQLite takes what has gone since for
    # damage; a search has it look again. An index that is damaged is told by the check itself.
    with contextlib.suppress(DatabaseError):
        connection.exec_driver_sql(
            "SELECT rowid FROM search_fts WHERE search_fts MATCH 'any' LIMIT 1"
        )
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            chart.damage(
                "integrity", say(QT_TRANSLATE_NOOP("doctor", "SQLite says: {said}"), said=said)
            )
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        chart.damage(
            "reference",
            say(
                QT_TRANSLATE_NOOP(
                    "doctor", "A row of {table} names a row of {parent} that is gone."
                ),
                table=table,
                parent=parent,
            ),
            f"{table} #{row}",
        )


def search_index(chart: Chart, _connection: Connection) -> None:
    """The full-text index fits the texts it was made from (SQLite)."""
    if not chart.database.is_sqlite:
        return
    with chart.database.writer.connect() as connection, connection.begin() as transaction:
        try:
            connection.exec_driver_sql(
                "INSERT INTO search_fts(search_fts, rank) VALUES('integrity-check', 1)"
            )
        except sa.exc.DatabaseError as error:
            remedy = say(
                QT_TRANSLATE_NOOP("doctor", "Restore a backup: the index is made anew with it.")
            )
            what = say(QT_TRANSLATE_NOOP("doctor", "The search index does not fit the texts."))
            chart.findings.append(Finding(Severity.FAULT, "search", what, str(error.orig), remedy))
        finally:
            transaction.rollback()


def schema(chart: Chart, connection: Connection) -> None:
    """Every table and column of this program is there."""
    inspector = sa.inspect(connection)
    there = set(inspector.get_table_names())
    for table in metadata.sorted_tables:
        chart.count("tables")
        columns = (
            {column["name"] for column in inspector.get_columns(table.name)}
            if table.name in there
            else set()
        )
        missing = [column.name for column in table.columns if column.name not in columns]
        if missing:
            chart.fault(
                "schema",
                say(
                    QT_TRANSLATE_NOOP(
                        "doctor", "Table {table} lacks: {columns} (schema {version})."
                    ),
                    table=table.name,
                    columns=", ".join(missing),
                    version=HEAD,
                ),
                table.name,
            )


def guards(chart: Chart, connection: Connection) -> None:
    """Every trigger that keeps final rows final is there and awake."""
    standing = guards_in(connection)
    for guard in GUARDS:
        chart.count("guards")
        if guard.name not in standing:
            chart.fault(
                "guard",
                say(
                    QT_TRANSLATE_NOOP(
                        "doctor", "The guard {name} of table {table} is missing or switched off."
                    ),
                    name=guard.name,
                    table=guard.table,
                ),
                guard.name,
            )


def guards_in(connection: Connection) -> set[str]:
    """Names of the guards in the database that are awake (without PostgreSQL's guards against TRUNCATE)."""
    if connection.dialect.name == "sqlite":
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'final_*'"
        )
        return set(names.scalars())
    names = connection.exec_driver_sql(
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled IN ('O', 'A') "
        "AND starts_with(t.tgname::text, 'final_') AND (t.tgtype & 32) = 0"
    )
    return set(names.scalars())


def audit_chain(chart: Chart, connection: Connection) -> None:
    """Each center's chain of audit entries is whole, from the first to the head."""
    for center in connection.execute(sa.select(Center.id, Center.code)):
        report = audit.verify(connection, center.id)
        chart.count("audit entries", report.entries)
        if report.broken_seq is not None:
            chart.damage(
                "audit",
                say(
                    QT_TRANSLATE_NOOP(
                        "doctor", "The audit chain of {center} breaks at entry {seq}: {why}."
                    ),
                    center=center.code,
                    seq=report.broken_seq,
                    why=report.why,
                ),
                f"audit entry {report.broken_seq}",
            )


def newest_backup(chart: Chart, connection: Connection) -> None:
    """There is a backup, and it is not old."""
    shop: UUID | None = connection.execute(sa.select(ShopIdentity.id)).scalar()
    kept = backup.newest(chart.backups, shop, chart.now)
    remedy = say(QT_TRANSLATE_NOOP("doctor", "Make one: carpass-desk backup."))
    if kept is None:
        what = say(
            QT_TRANSLATE_NOOP("doctor", "There is no backup of this shop in {folder}."),
            folder=str(chart.backups),
        )
        chart.warn("backup", what, remedy)
    elif backup.is_ahead(kept, chart.now):
        what = say(
            QT_TRANSLATE_NOOP(
                "doctor", "Every backup is dated in the future ({day}): its age is not known."
            ),
            day=f"{kept.made_at:%Y-%m-%d}",
        )
        chart.warn("backup", what, remedy)
    elif chart.now - kept.made_at > _OLDEST_BACKUP:
        what = say(
            QT_TRANSLATE_NOOP("doctor", "The newest backup is {days} days old."),
            days=(chart.now - kept.made_at).days,
        )
        chart.warn("backup", what, remedy)


def secrets_kind(chart: Chart, _connection: Connection) -> None:
    """Where this computer keeps its keys is said plainly."""
    if chart.secrets_kind != "keyring":
        chart.warn(
            "secrets",
            say(
                QT_TRANSLATE_NOOP(
                    "doctor",
                    "This computer has no key ring: its keys lie in an encrypted file beside the key to it.",
                )
            ),
            say(
                QT_TRANSLATE_NOOP(
                    "doctor",
                    "It protects a copied data folder, not this account. Lock the account, or set up a key ring.",
                )
            ),
        )


def unreadable(chart: Chart, name: str, error: BaseException) -> None:
    """A check could not read what it had to."""
    what = say(
        QT_TRANSLATE_NOOP("doctor", "The check “{name}” could not read the database ({kind})."),
        name=name,
        kind=type(error).__name__,
    )
    said = str(getattr(error, "orig", "") or "").splitlines()[:1]
    remedy = RESTORE if chart.database.is_sqlite else REPORT
    chart.findings.append(Finding(Severity.DAMAGE, "unreadable", what, "".join(said), remedy))


CHECKS = (
    ("integrity", integrity),
    ("schema", schema),
    ("guards", guards),
    ("search index", search_index),
    ("audit chain", audit_chain),
    ("backups", newest_backup),
    ("secrets", secrets_kind),
)
