"""The store of files: bytes in a folder beside the database, named by their SHA-256, written once.

Rules: a file is whole under its name or is not there (written aside, flushed, renamed); the bytes come before the
row that names them; nothing is ever opened by a name a person gave. Small copies of pictures lie in a second
folder that may be deleted at any time.
"""

import hashlib
import logging
import os
import re
import time
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from app.kernel.db import Database, make_folder
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.settings import settings
from models.base import table_of

_log = logging.getLogger(__name__)

CHUNK_BYTES = 1 << 20
ORPHAN_SECONDS = 86_400.0
"""Bytes without a row are left alone for a day: somebody may be adding them just now."""

_HASH = re.compile(r"[0-9a-f]{64}")
_INCOMING = ".incoming"


def is_hash(text: str) -> bool:
    """Whether the text is the SHA-256 of something, as files are named here."""
    return _HASH.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Incoming:
    """Bytes that came in and lie aside: looked at before they are kept, gone unless they are."""

    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class FileStore:
    """The folder of files, and the folder of small copies beside it. Neither needs to exist yet."""

    root: Path

    @property
    def small(self) -> Path:
        """Where small copies of pictures are kept; may be deleted."""
        return self.root.with_name(f"{self.root.name}-small")

    def path(self, sha256: str) -> Path:
        """Where the bytes of that hash lie; ValueError for anything that is no hash, so no other path can be asked."""
        if not is_hash(sha256):
            message = "a file is asked for by its SHA-256 alone"
            raise ValueError(message)
        return self.root / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there."""
        return self.path(sha256).is_file()

    @contextmanager
    def incoming(self, source: BinaryIO, largest: int) -> Iterator[Incoming]:
        """Take the bytes in and lay them aside, hashed and flushed to the disk.

        Raises:
            UserError: more than ``largest`` bytes, none at all, a full disk, no right to write.
        """
        folder = self.root / _INCOMING
        make_folder(folder)
        part = folder / uuid.uuid4().hex
        try:
            with in_words(self.root):
                sha256, size = _copied(source, part, largest)
            yield Incoming(part, sha256, size)
        finally:
            part.unlink(missing_ok=True)

    def keep(self, came: Incoming) -> Path:
        """Put bytes that were laid aside under their name; the same bytes are kept once."""
        target = self.path(came.sha256)
        with in_words(self.root):
            target.parent.mkdir(exist_ok=True, mode=0o700)
            if target.is_file() and self.hash_of(came.sha256) == came.sha256:
                # young again: nobody sweeps away what is just being linked
                os.utime(target)
                return target
            came.path.replace(target)
            flush_folder(target.parent)
        return target

    def hash_of(self, sha256: str) -> str:
        """The hash of the bytes that really lie there."""
        digest = hashlib.sha256()
        with self.path(sha256).open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
        return digest.hexdigest()

    def hashes(self) -> list[str]:
        """The hash of every file that lies in the store, sorted."""
        if not self.root.is_dir():
            return []
        return sorted(
            path.name for path in self.root.glob("[0-9a-f][0-9a-f]/*") if is_hash(path.name)
        )

    def strangers(self) -> list[Path]:
        """What lies in the store and does not belong there, or was left by a kill more than a day ago."""
        if not self.root.is_dir():
            return []
        found = [p for p in self.root.glob("[0-9a-f][0-9a-f]/*") if not is_hash(p.name)]
        old = time.time() - ORPHAN_SECONDS
        left = [p for p in (self.root / _INCOMING).glob("*") if p.stat().st_mtime < old]
        return sorted(found) + sorted(left)

    def remove(self, sha256: str) -> None:
        """Take the bytes and their small copies away for good."""
        self.path(sha256).unlink(missing_ok=True)
        for copy in self.small.glob(f"*/{sha256[:2]}/{sha256}.*"):
            copy.unlink(missing_ok=True)


def store_of(database: Database) -> FileStore:
    """The store that belongs to a database: as set, else beside its file, else with this user's data."""
    return store_at(database.url)


def store_at(url: sa.URL) -> FileStore:
    """The store of the shop at that address."""
    known = settings()
    if known.files_dir is not None:
        return FileStore(known.files_dir)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "shop.sqlite")
        return FileStore(path.with_name(f"{path.stem}.files"))
    return FileStore(known.data / "files" / (url.database or "shop"))


def lock_bytes(connection: Connection, sha256: str) -> None:
    """Wait until nobody else links or removes these bytes; SQLite's one writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        key = int(sha256[:16], 16) - (1 << 63)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.cast(key, sa.BigInteger))))


def _files() -> sa.Table:
    from models.files import StoredFile  # noqa: PLC0415 - a desk stands before any file of it is asked for

    return table_of(StoredFile)


def let_go(database: Database, store: FileStore, ids: Collection[uuid.UUID]) -> int:
    """Remove the bytes of those rows that are erased, unless another center still keeps them; how many went.

    Called after the commit that erased them: a roll-back must find its bytes again.
    """
    table = _files()
    with database.reading() as connection:
        erased = connection.execute(
            sa.select(table.c.sha256).where(table.c.id.in_(ids), table.c.erased_at.is_not(None))
        )
        gone = set(erased.scalars())
    return _remove_unwanted(database, store, gone)


def sweep(database: Database, store: FileStore) -> int:
    """Remove what nobody keeps: erased bytes that a kill left, and bytes without a row after a day; how many went."""
    old, table = time.time() - ORPHAN_SECONDS, _files()
    with database.reading() as connection:
        known = set(connection.execute(sa.select(table.c.sha256).distinct()).scalars())
        kept = set(
            connection.execute(
                sa.select(table.c.sha256).where(table.c.erased_at.is_(None))
            ).scalars()
        )
    unwanted = {
        sha256
        for sha256 in store.hashes()
        if sha256 not in kept and (sha256 in known or store.path(sha256).stat().st_mtime < old)
    }
    for stranger in store.strangers():
        if stranger.parent.name == _INCOMING:
            stranger.unlink(missing_ok=True)
    return _remove_unwanted(database, store, unwanted)


def _remove_unwanted(database: Database, store: FileStore, wanted_gone: Collection[str]) -> int:
    gone = 0
    for sha256 in sorted(wanted_gone):
        with database.write_session() as session, session.begin():
            lock_bytes(session.connection(), sha256)
            if not _is_kept(session, sha256):
                try:
                    store.remove(sha256)
                except OSError as error:
                    # the rows are right already; the doctor names the bytes and the next sweep tries again
                    _log.warning("bytes could not be removed: %s", type(error).__name__)
                else:
                    gone += 1
    return gone


def _is_kept(session: Session, sha256: str) -> bool:
    table = _files()
    living = sa.select(table.c.id).where(table.c.sha256 == sha256, table.c.erased_at.is_(None))
    return session.execute(living.limit(1)).first() is not None


def _copied(source: BinaryIO, part: Path, largest: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        while chunk := source.read(CHUNK_BYTES):
            size += len(chunk)
            if size > largest:
                raise too_large(largest)
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if size == 0:
        raise UserError(
            say(QT_TRANSLATE_NOOP("files", "The file is empty.")),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("files", "Choose another file.")),
        )
    return digest.hexdigest(), size


def too_large(largest: int) -> UserError:
    """The refusal of a file above its limit (bytes)."""
    return UserError(
        say(
            QT_TRANSLATE_NOOP("files", "The file is larger than {limit} MB."),
            limit=largest // (1 << 20),
        ),
        reason=Reason.FILE,
        remedy=say(
            QT_TRANSLATE_NOOP("files", "Make it smaller, or keep it elsewhere and note where.")
        ),
    )


def flush_folder(folder: Path) -> None:
    """Make a rename last through a power cut (POSIX; elsewhere a folder cannot be opened)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Turn what a disk says into a sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("files", "The file cannot be kept in {folder}: {why}."),
                folder=str(folder),
                why=os.strerror(error.errno) if error.errno else type(error).__name__,
            ),
            reason=Reason.STORAGE,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "files", "Free some space or give this user write access, then add it again."
                )
            ),
        ) from error
