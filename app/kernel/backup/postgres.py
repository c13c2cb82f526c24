"""Restoring into PostgreSQL: one transaction moves the old tables aside and fills the new ones, or nothing happens."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

_FUNCTIONS = (
    "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace "
    "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
)


@dataclass(frozen=True, slots=True)
class Place:
    """An empty database inside an open transaction; ``kept`` names the schema that holds what stood there."""

    connection: Connection
    shown: str
    kept: str | None


@contextmanager
def emptied(url: str, stamp: str) -> Iterator[Place]:
    """The database with its old tables moved into a schema of their own; all undone unless the block ends well.

    Raises:
        UserError: other programs are connected, or this user does not own the database.
    """
    live = Database(url)
    try:
        _refuse_company(live)
        with _owner(live) as connection:
            yield Place(connection, live.shown, _move_aside(connection, stamp))
    finally:
        live.close()


def _move_aside(connection: Connection, stamp: str) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    kept = f"before_restore_{stamp.lower()}"
    connection.exec_driver_sql(f"CREATE SCHEMA {kept}")
    for name in tables:
        connection.exec_driver_sql(f'ALTER TABLE "{name}" SET SCHEMA {kept}')
    for function in connection.exec_driver_sql(_FUNCTIONS).scalars().all():
        connection.exec_driver_sql(f"ALTER FUNCTION {function} SET SCHEMA {kept}")
    return kept


@contextmanager
def _owner(live: Database) -> Iterator[Connection]:
    try:
        with live.writer.begin() as connection:
            yield connection
    except sa.exc.ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != "42501":
            raise
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("backup", "This user may not restore into {name}."),
                name=live.shown,
            ),
            reason=Reason.STORAGE,
            remedy=say(QT_TRANSLATE_NOOP("backup", "Use the user who owns the database.")),
        ) from error


def _refuse_company(live: Database) -> None:
    with live.writer.begin() as connection:
        others = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        ).scalar_one()
    if others:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("backup", "{count} other connections use {name}."),
                count=others,
                name=live.shown,
            ),
            reason=Reason.BUSY,
            remedy=say(
                QT_TRANSLATE_NOOP("backup", "Close every CarPass Desk of this shop, then restore.")
            ),
        )


@contextmanager
def without_guards(connection: Connection) -> Iterator[None]:
    """Triggers of final rows off, foreign keys looked at in the end; both as before afterwards."""
    inspector = sa.inspect(connection)
    tables = inspector.get_table_names()
    keys = [
        f'"{name}" ALTER CONSTRAINT "{key["name"]}"'
        for (_, name), found in inspector.get_multi_foreign_keys().items()
        for key in found
    ]
    _alter(connection, (f'"{name}" DISABLE TRIGGER USER' for name in tables))
    _alter(connection, (f"{key} DEFERRABLE INITIALLY DEFERRED" for key in keys))
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    _alter(connection, (f"{key} NOT DEFERRABLE" for key in keys))
    _alter(connection, (f'"{name}" ENABLE TRIGGER USER' for name in tables))
    _go_on_counting(connection)


def _alter(connection: Connection, changes: Iterable[str]) -> None:
    """All of it by one message: one by one the way to the server takes longer than the work there."""
    driver = cast("Any", connection.connection.driver_connection)
    driver.execute(";".join(f"ALTER TABLE {change}" for change in changes), prepare=False)


def _go_on_counting(connection: Connection) -> None:
    """Sequences of counted keys go on after the highest row."""
    for (_, name), columns in sa.inspect(connection).get_multi_columns().items():
        if not any(column["name"] == "id" and column["autoincrement"] for column in columns):
            continue
        sequence = connection.execute(
            sa.text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": name}
        ).scalar()
        if sequence is not None:
            connection.exec_driver_sql(
                f"SELECT setval('{sequence}', greatest((SELECT max(id) FROM \"{name}\"), 1))"  # noqa: S608 - names of the schema itself
            )
