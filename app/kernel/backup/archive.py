"""The file a backup is: a zip whose last 64 characters are the SHA-256 of everything before them.

Members: ``shop.sqlite`` or ``rows/<table>.jsonl``, ``files.txt`` and ``files/<sha256>``, and ``manifest.json``.
Nothing is ever unpacked by the name it has in the file.
"""

import hashlib
import os
import shutil
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, BinaryIO, Literal, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.kernel.backup.rows import Kind
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say

FORMAT = 2
"""The layout of the file; a program reads its own and older ones. 2: files come along; without any it is still 1."""

FORMAT_WITHOUT_FILES = 1

LITE_MEMBER = "shop.sqlite"
SUFFIX = ".backup.zip"

_MANIFEST = "manifest.json"
_MARK = b"carpass-backup-sha256:"
_SEAL_BYTES = 64
_CHUNK_BYTES = 1 << 20
_STALE_SECONDS = 86_400.0
_LARGEST_MANIFEST_BYTES = 4 << 20

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class TableRows(_Strict):
    """One table as it was: its columns as the schema had them, how many rows, and the SHA-256 over all of them."""

    name: Name
    columns: tuple[tuple[Name, Kind], ...]
    key: tuple[Name, ...]
    rows: int = Field(ge=0)
    sha256: Digest


class Member(_Strict):
    """One member of the file, before compression."""

    size: int = Field(ge=0)
    sha256: Digest


class FilesPart(_Strict):
    """The files that came along: how many, their bytes, and whether they lie inside or beside the backup.

    ``damaged_count``: files of the shop that were rotten already, and are not in it.
    """

    count: int = Field(ge=0)
    size: int = Field(ge=0)
    is_inside: bool
    damaged_count: int = Field(ge=0, default=0)


class Manifest(_Strict):
    """What a backup says of itself."""

    format: int = Field(ge=1)
    program: str
    database: Literal["sqlite", "postgresql"]
    schema_version: str
    shop: UUID | None
    made_at: datetime
    reason: str
    tables: tuple[TableRows, ...]
    members: dict[str, Member]
    files: FilesPart | None = None

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)


def unusable(path: Path, why: str) -> UserError:
    """The refusal of a file that is not, or no longer, a backup; ``why`` is for support."""
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "backup", "{name} is not a whole backup: it was cut, altered, or is another file."
            ),
            name=path.name,
        ),
        reason=Reason.FILE,
        remedy=say(QT_TRANSLATE_NOOP("backup", "Nothing was changed. Take another backup.")),
        details={"why": why},
    )


class Writer:
    """A backup that is being written, beside its final name; it appears there whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.members: dict[str, Member] = {}
        self._part = path.with_name(f"{path.name}.{os.getpid()}.part")
        handle = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = os.fdopen(handle, "w+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)

    def add(self, name: str, chunks: Iterable[bytes]) -> Member:
        """Write one member; returns its size and hash."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as member:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                member.write(chunk)
        made = Member(size=size, sha256=digest.hexdigest())
        self.members[name] = made
        return made

    def add_file(self, name: str, chunks: Iterable[bytes]) -> int:
        """Write a member that its own name proves, as it is (photos are packed already); returns its size."""
        size = 0
        kept = zipfile.ZipInfo(name)
        kept.compress_type = zipfile.ZIP_STORED
        with self._zip.open(kept, "w", force_zip64=True) as member:
            for chunk in chunks:
                size += len(chunk)
                member.write(chunk)
        return size

    def finish(self, manifest: Manifest) -> int:
        """Add the manifest, seal the file, put it in its place; returns its size in bytes."""
        self._zip.writestr(_MANIFEST, manifest.model_dump_json(indent=1).encode())
        self._zip.comment = _MARK + b"0" * _SEAL_BYTES
        self._zip.close()
        size = self._file.seek(0, os.SEEK_END)
        self._file.seek(0)
        seal = _hash_of(self._file.read, size - _SEAL_BYTES)
        self._file.seek(size - _SEAL_BYTES)
        self._file.write(seal.encode("ascii"))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self.path)
        sync_folder(self.path.parent)
        return size

    def abandon(self) -> None:
        """Leave nothing behind."""
        # a zip that is closed on a full disk would try to write once more
        self._zip.fp = None
        self._file.close()
        self._part.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A writer that leaves nothing behind when something goes wrong."""
    writer = Writer(path)
    try:
        yield writer
    except BaseException:
        writer.abandon()
        raise


class Reader:
    """A backup whose seal holds: every byte is as it was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _check_seal(path)
        try:
            self._zip = zipfile.ZipFile(path)
            with self._zip.open(_MANIFEST) as member:
                text = member.read(_LARGEST_MANIFEST_BYTES)
            self.manifest = Manifest.model_validate_json(text)
        except (zipfile.BadZipFile, KeyError, ValidationError, OSError) as error:
            raise unusable(path, type(error).__name__) from error
        if self.manifest.format > FORMAT:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP(
                        "backup", "{name} was made by a newer version of this program."
                    ),
                    name=path.name,
                ),
                reason=Reason.UNSUPPORTED,
                remedy=say(QT_TRANSLATE_NOOP("backup", "Update the program, then restore it.")),
            )

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a member, up to the size the manifest says; refused when they are others."""
        expected = self.manifest.members.get(name)
        if expected is None:
            raise unusable(self.path, f"{name} is missing")
        digest, size = hashlib.sha256(), 0
        try:
            with self._zip.open(name) as member:
                while chunk := member.read(_CHUNK_BYTES):
                    size += len(chunk)
                    if size > expected.size:
                        raise unusable(self.path, f"{name} is longer than it says")
                    digest.update(chunk)
                    yield chunk
        except (zipfile.BadZipFile, KeyError, EOFError) as error:
            raise unusable(self.path, f"{name}: {type(error).__name__}") from error
        if size != expected.size or digest.hexdigest() != expected.sha256:
            raise unusable(self.path, f"{name} is not what was hashed")

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a member, without their ends."""
        rest = b""
        for chunk in self.chunks(name):
            *whole, rest = (rest + chunk).split(b"\n")
            yield from whole
        if rest:
            raise unusable(self.path, f"{name} ends within a line")

    def unpack(self, name: str, target: Path) -> None:
        """Write a member to ``target``, a new file that only this user may read."""
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for chunk in self.chunks(name):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """A member that its own name proves, to be read and hashed by whoever takes it."""
        try:
            with self._zip.open(name) as member:
                yield cast("BinaryIO", member)
        except (zipfile.BadZipFile, KeyError, EOFError) as error:
            raise unusable(self.path, f"{name}: {type(error).__name__}") from error

    def close(self) -> None:
        """Give back the file."""
        self._zip.close()


def hash_of(reader: Reader, name: str) -> str:
    """The SHA-256 of a member, hex."""
    digest = hashlib.sha256()
    with reader.file(name) as member:
        while chunk := member.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def peek(path: Path, name: str) -> bytes | None:
    """A member of a backup without proving it; empty when it has none, None when the file cannot be read."""
    try:
        with zipfile.ZipFile(path) as opened:
            return opened.read(name) if name in opened.namelist() else b""
    except (zipfile.BadZipFile, OSError, EOFError):
        return None


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """A backup opened and proved; UserError when it is none, or no longer whole."""
    if not path.is_file():
        raise UserError(
            say(QT_TRANSLATE_NOOP("backup", "There is no file {path}."), path=str(path)),
            reason=Reason.NOT_FOUND,
            remedy=say(QT_TRANSLATE_NOOP("backup", "Check the name of the backup.")),
        )
    reader = Reader(path)
    try:
        yield reader
    finally:
        reader.close()


def sweep(folder: Path) -> None:
    """Take away what a killed backup or restore left a day ago or earlier; nothing of it was ever whole."""
    for left in [
        *folder.glob(".making-*"),
        *folder.glob(".restoring-*"),
        *folder.glob(f"*{SUFFIX}.*.part"),
    ]:
        if time.time() - left.stat().st_mtime < _STALE_SECONDS:
            continue
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut (POSIX; elsewhere a folder cannot be opened)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hash_of(read: Callable[[int], bytes], size: int) -> str:
    digest = hashlib.sha256()
    while size > 0:
        chunk = read(min(size, _CHUNK_BYTES))
        if not chunk:
            break
        digest.update(chunk)
        size -= len(chunk)
    return digest.hexdigest()


def _check_seal(path: Path) -> None:
    size = path.stat().st_size - _SEAL_BYTES
    if size <= len(_MARK):
        raise unusable(path, "too short")
    with path.open("rb") as file:
        found = _hash_of(file.read, size)
        seal = file.read()
    if seal != found.encode("ascii"):
        raise unusable(path, "the seal does not fit")
