"""Files in a backup: inside it, or beside it in a folder that all backups of a place share.

A backup made by hand carries every file, so that it can be taken away. Those that make themselves would copy the
same photos each day: they name their files in ``files.txt`` and keep the bytes once, by hash, in ``files`` beside
them. A file is proved by its own name; bytes that rotted in the store are left out and counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.kernel.backup import archive
from app.kernel.backup.archive import FilesPart, Reader, Writer
from app.kernel.store import CHUNK_BYTES, FileStore, is_hash

Where = Literal["inside", "beside"]
_LIST = "files.txt"
_POOL = "files"


def pool_of(folder: Path) -> FileStore:
    """The folder of files beside the backups of a place."""
    return FileStore(folder / _POOL)


def size_of(store: FileStore) -> int:
    """Bytes of all files in a store."""
    return sum(store.path(sha256).stat().st_size for sha256 in store.hashes())


def add_files(writer: Writer, store: FileStore, where: Where) -> FilesPart | None:
    """Put the store's files into the backup or beside it; None when there are none.

    Call it after the rows were copied: bytes come before their rows, so none that a row names is missed.
    """
    kept, total, damaged = [], 0, 0
    pool = pool_of(writer.path.parent)
    for sha256 in store.hashes():
        if where == "beside" and pool.has(sha256):
            size = pool.path(sha256).stat().st_size
        elif not store.has(sha256):
            continue  # erased meanwhile
        elif store.hash_of(sha256) != sha256:
            damaged += 1
            continue
        elif where == "inside":
            size = writer.add_file(member_of(sha256), _chunks(store.path(sha256)))
        else:
            size = _copy(store, pool, sha256)
        kept.append(sha256)
        total += size
    if not kept and not damaged:
        return None
    text = "".join(f"{sha256}\n" for sha256 in kept).encode("ascii")
    writer.add(_LIST, [text])
    return FilesPart(
        count=len(kept), size=total, is_inside=where == "inside", damaged_count=damaged
    )


def member_of(sha256: str) -> str:
    """The name of a file's member."""
    return f"files/{sha256}"


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def _copy(source: FileStore, target: FileStore, sha256: str) -> int:
    """Copy one file from store to store, whole or not at all; its size in bytes."""
    path = source.path(sha256)
    size = path.stat().st_size
    with path.open("rb") as file, target.incoming(file, size) as came:
        target.keep(came)
    return size


@dataclass(frozen=True, slots=True)
class FilesBack:
    """Files that a restore put back, and those that were nowhere to be found."""

    count: int
    missing: tuple[str, ...]


def put_back(reader: Reader, target: FileStore) -> FilesBack:
    """Bring a backup's files into a store; what lies there already stays. Harmless while another shop uses it."""
    part = reader.manifest.files
    if part is None:
        return FilesBack(0, ())
    pool = pool_of(reader.path.parent)
    count, missing = 0, []
    for sha256 in _listed(reader):
        if target.has(sha256) and target.hash_of(sha256) == sha256:
            count += 1
        elif part.is_inside:
            _unpack(reader, target, sha256)
            count += 1
        elif pool.has(sha256) and pool.hash_of(sha256) == sha256:
            _copy(pool, target, sha256)
            count += 1
        else:
            missing.append(sha256)
    return FilesBack(count, tuple(missing))


def _unpack(reader: Reader, target: FileStore, sha256: str) -> None:
    with reader.file(member_of(sha256)) as member, target.incoming(member, 1 << 62) as came:
        if came.sha256 != sha256:
            raise archive.unusable(reader.path, f"{sha256} is not what was hashed")
        target.keep(came)


def check_files(reader: Reader) -> tuple[str, ...]:
    """Prove every file of a backup; the hashes of those that lie beside it and are missing or rotten.

    Raises UserError when one inside is not what its name says.
    """
    part = reader.manifest.files
    if part is None:
        return ()
    pool, lost = pool_of(reader.path.parent), []
    for sha256 in _listed(reader):
        if part.is_inside:
            if archive.hash_of(reader, member_of(sha256)) != sha256:
                raise archive.unusable(reader.path, f"{sha256} is not what was hashed")
        elif not pool.has(sha256) or pool.hash_of(sha256) != sha256:
            lost.append(sha256)
    return tuple(lost)


def _listed(reader: Reader) -> list[str]:
    names = [line.decode("ascii", errors="replace") for line in reader.lines(_LIST)]
    if not all(is_hash(name) for name in names):
        raise archive.unusable(reader.path, f"{_LIST} names what is no hash")
    return names


def let_go(folder: Path) -> int:
    """Remove files beside the backups that no backup of the folder names any more; how many went.

    A backup that cannot be read may name any of them: then nothing goes.
    """
    pool = pool_of(folder)
    named: set[str] = set()
    for path in folder.glob(f"*{archive.SUFFIX}"):
        listed = archive.peek(path, _LIST)
        if listed is None:
            return 0
        named.update(listed.decode("ascii", errors="replace").split())
    unnamed = [sha256 for sha256 in pool.hashes() if sha256 not in named]
    for sha256 in unnamed:
        pool.remove(sha256)
    return len(unnamed)
