"""Restoring a backup into a SQLite file or a PostgreSQL database: beside what is there, proved, then swapped in."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.backup import archive, counting, kept_files, lite, postgres, rows
from app.kernel.backup.archive import LITE_MEMBER, Manifest
from app.kernel.backup.keeping import refuse_newer
from app.kernel.backup.making import check_lite, in_words, member_of, stamp_of
from app.kernel.clock import system_clock
from app.kernel.db import (
    HEAD,
    Database,
    migrate_connection,
    migrate_database,
    normal_url,
    refuse_bad_place,
)
from app.kernel.store import store_at


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a restore did: where to, what was kept of what stood there, and from which schema to which.

    ``numbers``: how many series go on behind the last number of the shop that was replaced; None when it could not
    be read, so that papers made since the backup may share their numbers with the next ones. ``files`` are in the
    store again; ``files_missing`` were named by the backup and are nowhere.
    """

    backup: Path
    target: str
    kept: str | None
    manifest: Manifest
    schema_version: str
    rows: int
    numbers: int | None
    files: int = 0
    files_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    """A table to fill: its shape, its lines, and the hash they must have when read back."""

    spec: rows.Spec
    lines: Callable[[], Iterable[bytes]]
    rows: int
    sha256: str


def restore(path: Path, target_url: str, *, now: datetime | None = None) -> RestoreReport:
    """Put a backup in the place of ``target_url``; what stood there stays, renamed beside it.

    The restored rows equal the backup's, table by table, before anything is swapped; an older schema is then
    migrated to this program's. Only the numbers go on from the shop that is replaced.

    Raises:
        UserError: the backup is cut, altered or newer than this program; the shop is open elsewhere; no room.
    """
    stamp = stamp_of(now or system_clock())
    url = normal_url(target_url)
    numbers: int | None
    with archive.reading(path) as reader:
        manifest = reader.manifest
        refuse_newer(manifest.schema_version)
        if url.get_backend_name() == "sqlite":
            refuse_bad_place(Path(url.database or ""))
        # bytes before rows here too; files that lie there already are not touched
        back = kept_files.put_back(reader, store_at(url))
        if url.get_backend_name() != "sqlite":
            shown, kept, numbers = _into_postgres(reader, target_url, stamp)
        else:
            target = Path(url.database or "")
            with in_words(target.parent):
                kept_path, numbers = _into_lite(reader, target, stamp)
            shown, kept = str(target), str(kept_path) if kept_path else None
        return RestoreReport(
            backup=path,
            target=shown,
            kept=kept,
            manifest=manifest,
            schema_version=HEAD,
            rows=manifest.rows,
            numbers=numbers,
            files=back.count,
            files_missing=back.missing,
        )


def _into_lite(reader: archive.Reader, target: Path, stamp: str) -> tuple[Path | None, int | None]:
    target.parent.mkdir(parents=True, exist_ok=True)
    archive.sweep(target.parent)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=target.parent) as room:
        fresh = Path(room) / LITE_MEMBER
        if reader.manifest.database == "sqlite":
            reader.unpack(LITE_MEMBER, fresh)
            check_lite(reader, fresh)
            _migrate_file(fresh)
        else:
            _fill_file(fresh, reader)
        counted = counting.of_file(target, reader.manifest.shop) if target.exists() else ()
        numbers = None if counted is None else counting.go_on_in_file(fresh, counted)
        return lite.put_in_place(fresh, target, stamp), numbers


def _migrate_file(path: Path) -> None:
    with _opened(str(path)) as database:
        migrate_database(database)
        database.checkpoint()


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


def _fill_file(path: Path, reader: archive.Reader) -> None:
    with _opened(str(path)) as database:
        migrate_database(database, reader.manifest.schema_version)
        with database.writer.begin() as connection:
            _fill(connection, _tables_of(reader), reader.path)
        migrate_database(database)
        database.checkpoint()


def _tables_of(reader: archive.Reader) -> list[_Table]:
    """The tables of a backup made of rows."""

    def lines(name: str) -> Callable[[], Iterable[bytes]]:
        return lambda: reader.lines(member_of(name))

    return [
        _Table(
            rows.Spec(table.name, table.columns, table.key),
            lines(table.name),
            table.rows,
            table.sha256,
        )
        for table in reader.manifest.tables
    ]


def _tables_in(connection: Connection) -> list[_Table]:
    """The tables of an open SQLite database of this program's schema."""

    def lines(spec: rows.Spec) -> Callable[[], Iterable[bytes]]:
        return lambda: rows.lines_of(rows.chunks(connection, spec))

    return [
        _Table(spec, lines(spec), *rows.digest_of(connection, spec)) for spec in rows.model_specs()
    ]


def _into_postgres(reader: archive.Reader, url: str, stamp: str) -> tuple[str, str | None, int]:
    with postgres.emptied(url, stamp) as place:
        if reader.manifest.database == "postgresql":
            migrate_connection(place.connection, reader.manifest.schema_version)
            _fill(place.connection, _tables_of(reader), reader.path)
        else:
            migrate_connection(place.connection)
            with (
                tempfile.TemporaryDirectory(prefix="carpass-restore-") as room,
                in_words(Path(room)),
            ):
                _fill_from_file(reader, Path(room) / LITE_MEMBER, place.connection)
        migrate_connection(place.connection)
        numbers = 0
        if place.kept:
            counted = counting.of_schema(place.connection, place.kept, reader.manifest.shop)
            numbers = counting.go_on(place.connection, counted)
    return place.shown, place.kept, numbers


def _fill_from_file(reader: archive.Reader, unpacked: Path, target: Connection) -> None:
    reader.unpack(LITE_MEMBER, unpacked)
    check_lite(reader, unpacked)
    with _opened(str(unpacked)) as source:
        migrate_database(source)
        with source.reading() as read:
            _fill(target, _tables_in(read), reader.path)


def _fill(connection: Connection, tables: Sequence[_Table], path: Path) -> None:
    """Insert every row without the guards looking on, then read all back and compare."""
    with _without_guards(connection):
        for table in tables:
            try:
                rows.load(connection, table.spec, table.lines())
            except (ValueError, TypeError, json.JSONDecodeError, sa.exc.DBAPIError) as error:
                raise archive.unusable(
                    path, f"{table.spec.name}: {type(error).__name__}"
                ) from error
    for table in tables:
        if rows.digest_of(connection, table.spec) != (table.rows, table.sha256):
            raise archive.unusable(path, f"{table.spec.name} reads back otherwise")


@contextmanager
def _without_guards(connection: Connection) -> Iterator[None]:
    """Guards refuse to write final rows, and rightly so: they are away while these rows come back."""
    if connection.dialect.name == "postgresql":
        with postgres.without_guards(connection):
            yield
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    triggers: list[Any] = list(
        connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    )
    for name, _ in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, text in triggers:
        connection.exec_driver_sql(text)
    connection.exec_driver_sql("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")
