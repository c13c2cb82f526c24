"""Restoring into PostgreSQL: the backup grows in a schema of its own, and takes the old one's name when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection

from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

_STAGE = "carpass_restoring"
_LIVE = "public"
_SEARCH = "pg_trgm"


@dataclass(slots=True)
class Stage:
    """The place in which a restore grows; ``kept`` names the schema that holds what stood there before."""

    database: Database
    shown: str
    kept: str | None = None


@contextmanager
def staged(url: str, stamp: str) -> Iterator[Stage]:
    """A database whose tables lie apart from the live ones; they change places when the block ends well.

    Raises:
        UserError: other programs are connected, or this user does not own the database.
    """
    live = Database(url)
    try:
        _refuse_company(live)
        _clear(live)
        with _owner(live) as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {_STAGE}")
            _move_search(connection, _STAGE)
        inner = Database(url)
        # before SQLAlchemy's own first look, so that it takes the stage for the default schema
        event.listen(inner.writer, "connect", _look_at_stage, insert=True)
        stage = Stage(inner, live.shown)
        try:
            yield stage
        except BaseException:
            inner.close()
            _clear(live)
            raise
        inner.close()
        _refuse_company(live)
        stage.kept = _swap(live, f"before_restore_{stamp.lower()}")
    finally:
        live.close()


def _look_at_stage(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path TO {_STAGE}")
    connection.commit()


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


def _has_schema(connection: Connection, name: str) -> bool:
    found = connection.execute(
        sa.text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": name}
    )
    return found.first() is not None


def _move_search(connection: Connection, schema: str) -> None:
    """The trigram extension goes along: the index of a schema names its operators by the path."""
    found = connection.execute(
        sa.text("SELECT 1 FROM pg_extension WHERE extname = :name"), {"name": _SEARCH}
    )
    if found.first() is not None:
        connection.exec_driver_sql(f"ALTER EXTENSION {_SEARCH} SET SCHEMA {schema}")


def _clear(live: Database) -> None:
    """Take away a stage that failed or was killed; the live schema is as it was."""
    with _owner(live) as connection:
        if _has_schema(connection, _STAGE):
            _move_search(connection, _LIVE)
            connection.exec_driver_sql(f"DROP SCHEMA {_STAGE} CASCADE")


def _swap(live: Database, kept: str) -> str | None:
    with _owner(live) as connection:
        is_empty = not sa.inspect(connection).get_table_names(schema=_LIVE)
        connection.exec_driver_sql(f"ALTER SCHEMA {_LIVE} RENAME TO {kept}")
        connection.exec_driver_sql(f"ALTER SCHEMA {_STAGE} RENAME TO {_LIVE}")
        if is_empty:
            connection.exec_driver_sql(f"DROP SCHEMA {kept} CASCADE")
    return None if is_empty else kept


@contextmanager
def without_guards(connection: Connection) -> Iterator[None]:
    """Triggers of final rows off, foreign keys looked at in the end; both as before afterwards."""
    inspector = sa.inspect(connection)
    tables = inspector.get_table_names()
    keys = [(name, str(key["name"])) for name in tables for key in inspector.get_foreign_keys(name)]
    for name in tables:
        connection.exec_driver_sql(f'ALTER TABLE "{name}" DISABLE TRIGGER USER')
    for name, key in keys:
        connection.exec_driver_sql(
            f'ALTER TABLE "{name}" ALTER CONSTRAINT "{key}" DEFERRABLE INITIALLY DEFERRED'
        )
    yield
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    for name, key in keys:
        connection.exec_driver_sql(f'ALTER TABLE "{name}" ALTER CONSTRAINT "{key}" NOT DEFERRABLE')
    for name in tables:
        connection.exec_driver_sql(f'ALTER TABLE "{name}" ENABLE TRIGGER USER')
    _go_on_counting(connection, tables)


def _go_on_counting(connection: Connection, tables: list[str]) -> None:
    """Sequences of counted keys go on after the highest row."""
    for name in tables:
        if not any(column["name"] == "id" for column in sa.inspect(connection).get_columns(name)):
            continue
        sequence = connection.execute(
            sa.text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": name}
        ).scalar()
        if sequence is not None:
            connection.exec_driver_sql(
                f"SELECT setval('{sequence}', greatest((SELECT max(id) FROM \"{name}\"), 1))"  # noqa: S608 - names of the schema itself
            )
