"""A SQLite file as a whole: copied while others write, proved, and put in place of another."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from app.kernel.backup.archive import TableRows, sync_folder
from app.kernel.backup.rows import Kind
from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

_CHUNK_BYTES = 1 << 20
_CHUNK_ROWS = 1000
_RAW = {"INTEGER": Kind.WHOLE, "TEXT": Kind.TEXT, "BLOB": Kind.BYTES}


def driver() -> Any:
    """The driver that bundles its SQLite."""
    import pysqlite3.dbapi2 as bundled  # noqa: PLC0415 - a shop on PostgreSQL never loads it

    return bundled


@contextmanager
def still(path: Path) -> Iterator[Any]:
    """A driver connection to a file that nobody writes to; leaves no file beside it."""
    address = path.resolve().as_uri() + "?mode=ro&immutable=1"
    connection = driver().connect(address, uri=True)
    try:
        yield connection
    finally:
        connection.close()


def copy(database: Database, target: Path) -> None:
    """Copy the database as it is at one moment; writers go on meanwhile (SQLite's online backup)."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    source = database.reader.raw_connection()
    made = driver().connect(str(target))
    try:
        made.execute("PRAGMA synchronous=OFF")  # the sealed file is what must last
        cast("Any", source.driver_connection).backup(made)
    finally:
        made.close()
        source.close()


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk


def damage(path: Path) -> str | None:
    """What SQLite's own check says of a file nobody writes to; None when it is whole."""
    try:
        with still(path) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    except driver().DatabaseError as error:
        return str(error)
    return None if said == ["ok"] else "; ".join(said)


def tables(path: Path) -> tuple[TableRows, ...]:
    """Every table of the file by its own schema: columns, number of rows, SHA-256 over the rows by key."""
    with still(path) as connection:
        names = [
            row[1]
            for row in connection.execute("PRAGMA main.table_list")
            if row[2] == "table"
            and not row[1].startswith("sqlite_")
            and row[1] != "alembic_version"
        ]
        return tuple(_rows_of(connection, name) for name in sorted(names))


def _rows_of(connection: Any, name: str) -> TableRows:
    found = connection.execute(f'PRAGMA main.table_xinfo("{name}")').fetchall()
    columns = tuple((row[1], _RAW[row[2]]) for row in found)
    key = tuple(row[1] for row in sorted((r for r in found if r[5]), key=lambda r: int(r[5])))
    # quote() spells every value without a doubt: 1, '1', X'31' and NULL stay four different things
    shown = "||','||".join(f'quote("{column}")' for column, _ in columns)
    order = ", ".join(f'"{column}"' for column in key)
    cursor = connection.execute(f'SELECT {shown} FROM "{name}" ORDER BY {order}')  # noqa: S608 - names of the file's own schema, quoted
    digest, count = hashlib.sha256(), 0
    while part := cursor.fetchmany(_CHUNK_ROWS):
        digest.update("".join(f"{row[0]}\n" for row in part).encode("utf-8"))
        count += len(part)
    return TableRows(name=name, columns=columns, key=key, rows=count, sha256=digest.hexdigest())


def put_in_place(fresh: Path, target: Path, stamp: str) -> Path | None:
    """Make ``fresh`` the shop's file; the file that stood there stays beside it, renamed. Returns its new name.

    A name always stands for a whole database: a kill between two steps leaves the old or the new one.

    Raises:
        UserError: another program has the old file open.
    """
    kept: Path | None = None
    if target.exists():
        _close_for_good(target)
        kept = _free_name(target, stamp)
        for ending in ("", "-wal"):
            old = target.with_name(target.name + ending)
            if old.exists():
                _second_name(old, kept.with_name(kept.name + ending))
    for ending in ("-wal", "-shm"):
        # a log of the old file beside the new one would be played into it
        target.with_name(target.name + ending).unlink(missing_ok=True)
    fresh.replace(target)
    sync_folder(target.parent)
    return kept


def _free_name(target: Path, stamp: str) -> Path:
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        name = target.with_name(f"{target.stem}.before-restore-{stamp}{more}{target.suffix}")
        if not name.exists():
            return name
        number += 1


def _second_name(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without links
        shutil.copy2(old, new)


def _close_for_good(target: Path) -> None:
    """Fold the log into the file; refuse when somebody else has it open.

    A file too damaged to be folded is left as it is; of another only SQLite's own header changes.
    """
    bundled = driver()
    connection = bundled.connect(str(target), timeout=1.0, isolation_level=None)
    try:
        # leaving WAL mode needs the file alone: SQLite refuses while any other connection is open
        connection.execute("PRAGMA journal_mode=DELETE")
    except bundled.OperationalError as error:
        if "locked" not in str(error):
            return
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("backup", "{name} is open in another program or window."),
                name=target.name,
            ),
            reason=Reason.BUSY,
            remedy=say(
                QT_TRANSLATE_NOOP("backup", "Close every CarPass Desk of this shop, then restore.")
            ),
        ) from error
    except bundled.DatabaseError:
        return
    finally:
        connection.close()
