"""Making a backup, and proving one without restoring it."""

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

import app
from app.kernel.backup import archive, kept_files, lite, rows
from app.kernel.backup.archive import LITE_MEMBER, Manifest, TableRows
from app.kernel.backup.kept_files import Where
from app.kernel.clock import system_clock
from app.kernel.db import Database, schema_version
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.store import FileStore, store_of
from app.kernel.tx import Shop
from models.ledger import ShopIdentity

MANUAL = "manual"
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
_DAMAGED = ("malformed", "not a database", "database corruption")


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that lies whole in its place (``size`` in bytes); ``lost`` names files beside it that are not there."""

    path: Path
    size: int
    manifest: Manifest
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Facts:
    """Which database, when and why."""

    shop: UUID | None
    version: str
    now: datetime
    reason: str
    store: FileStore
    where: Where


def make_backup(
    source: Shop | Database,
    folder: Path,
    reason: str = MANUAL,
    *,
    now: datetime | None = None,
    files: Where = "inside",
) -> BackupReport:
    """Write a backup of the shop as it is at this moment into ``folder``; others may go on working.

    Photos and documents come along inside it, or lie beside it, shared with other backups of the folder.

    Raises:
        UserError: nothing to back up, a damaged database, a full disk, a folder without the right to write.
    """
    database = source.database if isinstance(source, Shop) else source
    moment = now or (source.clock() if isinstance(source, Shop) else system_clock())
    with readable(database):
        version = schema_version(database)
    if version is None:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("backup", "{name} holds no shop yet: nothing to back up."),
                name=database.shown,
            ),
            reason=Reason.NOT_FOUND,
        )
    with in_words(folder), readable(database):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        archive.sweep(folder)
        facts = _Facts(_shop_of(database), version, moment, reason, store_of(database), files)
        return (_of_lite if database.is_sqlite else _of_postgres)(database, folder, facts)


def _shop_of(database: Database) -> UUID | None:
    with database.reading() as connection:
        found: UUID | None = connection.execute(sa.select(ShopIdentity.id)).scalar()
    return found


def _of_lite(database: Database, folder: Path, facts: _Facts) -> BackupReport:
    need = database.path.stat().st_size
    need += kept_files.size_of(facts.store) if facts.where == "inside" else 0
    if shutil.disk_usage(folder).free < need * 3 // 2:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as room:
        copied = Path(room) / LITE_MEMBER
        lite.copy(database, copied)
        said = lite.damage(copied)
        if said is not None:
            raise damaged(database.shown, said)
        with archive.writing(_free_path(folder, facts)) as writer:
            writer.add(LITE_MEMBER, lite.chunks(copied))
            manifest = _manifest(database, facts, lite.tables(copied), writer)
            return BackupReport(writer.path, writer.finish(manifest), manifest)


def _of_postgres(database: Database, folder: Path, facts: _Facts) -> BackupReport:
    with _snapshot(database) as connection, archive.writing(_free_path(folder, facts)) as writer:
        specs = rows.postgres_specs(connection)
        tables = tuple(_dumped(connection, spec, writer) for spec in specs)
        manifest = _manifest(database, facts, tables, writer)
        return BackupReport(writer.path, writer.finish(manifest), manifest)


@contextmanager
def _snapshot(database: Database) -> Iterator[Connection]:
    """A reading transaction in which every table is seen as of its beginning."""
    with database.reader.connect() as plain:
        connection = plain.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def _dumped(connection: Connection, spec: rows.Spec, writer: archive.Writer) -> TableRows:
    counted = _Counter()
    member = writer.add(member_of(spec.name), counted.over(rows.chunks(connection, spec)))
    return TableRows(
        name=spec.name,
        columns=spec.columns,
        key=spec.key,
        rows=counted.lines,
        sha256=member.sha256,
    )


class _Counter:
    def __init__(self) -> None:
        self.lines = 0

    def over(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """The same parts; counts the lines that go by."""
        for part in parts:
            self.lines += part.count(b"\n")
            yield part


def member_of(table: str) -> str:
    """The name of the member that holds a table's rows."""
    return f"rows/{table}.jsonl"


def _manifest(
    database: Database,
    facts: _Facts,
    tables: tuple[TableRows, ...],
    writer: archive.Writer,
) -> Manifest:
    files = kept_files.add_files(writer, facts.store, facts.where)
    return Manifest(
        format=archive.FORMAT if files else archive.FORMAT_WITHOUT_FILES,
        program=app.__version__,
        database="sqlite" if database.is_sqlite else "postgresql",
        schema_version=facts.version,
        shop=facts.shop,
        made_at=facts.now.astimezone(UTC),
        reason=facts.reason,
        tables=tables,
        members=writer.members,
        files=files,
    )


def stamp_of(moment: datetime) -> str:
    """A moment as it stands in a file's name, to the second, UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def mark_of(shop: UUID | None) -> str:
    """The shop in a file's name: the last eight digits of its id (the first ones are a time)."""
    return shop.hex[-8:] if shop else "new"


def _free_path(folder: Path, facts: _Facts) -> Path:
    word = re.sub(r"[^a-z0-9]+", "-", facts.reason.lower()).strip("-") or MANUAL
    number = 1
    while True:
        more = f"-{number}" if number > 1 else ""
        name = f"carpass-{mark_of(facts.shop)}-{stamp_of(facts.now)}-{word}{more}{archive.SUFFIX}"
        if not (folder / name).exists():
            return folder / name
        number += 1


def verify_backup(path: Path) -> BackupReport:
    """Prove a backup whole: its seal, every member's hash, and every row against the manifest.

    Raises:
        UserError: it is cut, altered, another file, or from a newer program.
    """
    with archive.reading(path) as reader:
        manifest = reader.manifest
        if manifest.database == "sqlite":
            with (
                tempfile.TemporaryDirectory(prefix="carpass-verify-") as room,
                in_words(Path(room)),
            ):
                unpacked = Path(room) / LITE_MEMBER
                reader.unpack(LITE_MEMBER, unpacked)
                check_lite(reader, unpacked)
        else:
            for table in manifest.tables:
                _check_rows(reader, table)
        lost = kept_files.check_files(reader)
        return BackupReport(path, path.stat().st_size, manifest, lost)


def check_lite(reader: archive.Reader, unpacked: Path) -> None:
    """Compare an unpacked SQLite file with the manifest; UserError when they differ."""
    said = lite.damage(unpacked)
    if said is not None:
        raise archive.unusable(reader.path, said)
    if lite.tables(unpacked) != reader.manifest.tables:
        raise archive.unusable(reader.path, "the rows are not what the manifest says")


def _check_rows(reader: archive.Reader, table: TableRows) -> None:
    count, width = 0, len(table.columns)
    for line in reader.lines(member_of(table.name)):
        count += 1
        if len(json.loads(line)) != width:
            raise archive.unusable(reader.path, f"{table.name}: a row of another width")
    if count != table.rows:
        raise archive.unusable(reader.path, f"{table.name}: {count} rows, not {table.rows}")


@contextmanager
def readable(database: Database) -> Iterator[None]:
    """Turn what SQLite says of a file it cannot read into a sentence."""
    try:
        yield
    except Exception as error:
        said = str(getattr(error, "orig", error))
        if any(word in said for word in _DAMAGED):
            raise damaged(database.shown, said) from error
        raise


def damaged(shown: str, said: str) -> UserError:
    """The database itself is damaged: no backup of it may push out a good one."""
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "backup", "The database {name} is damaged. No backup was made, none was removed."
            ),
            name=shown,
        ),
        reason=Reason.STORAGE,
        remedy=say(
            QT_TRANSLATE_NOOP(
                "backup", "Run “carpass-desk doctor”, then restore the newest good backup."
            )
        ),
        details={"sqlite": said},
    )


def _no_room(folder: Path) -> UserError:
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "backup", "The disk is full: no room in {folder}. Nothing was changed."
            ),
            folder=str(folder),
        ),
        reason=Reason.STORAGE,
        remedy=say(QT_TRANSLATE_NOOP("backup", "Free some space, or choose another folder.")),
    )


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what a disk says into sentences: full, no right to write, not a folder."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise _no_room(folder) from error
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("backup", "Cannot write to {folder}: {why}."),
                folder=str(folder),
                why=os.strerror(error.errno) if error.errno else type(error).__name__,
            ),
            reason=Reason.STORAGE,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "backup", "Give this user write access, or choose another folder."
                )
            ),
        ) from error
    except Exception as error:
        if "disk is full" in str(error) and not isinstance(error, UserError):
            raise _no_room(folder) from error
        raise
