"""Reads of files: rows of one center only, and the way to their bytes."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, Reason, UserError, say
from app.kernel.store import FileStore
from app.kernel.tx import Read
from models.access import Employee
from models.files import FileKind, FileLink, StoredFile


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file at a record: ``id`` is the link's, ``sha256`` finds bytes and small copies (size in bytes)."""

    id: uuid.UUID
    version: int
    file_id: uuid.UUID
    sha256: str
    kind: FileKind
    media_type: str
    size_bytes: int
    width: int | None
    height: int | None
    duration_ms: int | None
    subject_kind: str
    subject_id: uuid.UUID
    slot: str
    name: str
    caption: str | None
    position: int
    taken_at: datetime | None
    marks: tuple[Mapping[str, Any], ...]
    made_at: datetime
    made_by: str
    archived_at: datetime | None
    is_erased: bool


_LINK = FileLink.__table__
_STORED = StoredFile.__table__
_ROWS = (
    sa.select(
        _LINK,
        _STORED.c.sha256,
        _STORED.c.kind,
        _STORED.c.media_type,
        _STORED.c.size_bytes,
        _STORED.c.width,
        _STORED.c.height,
        _STORED.c.duration_ms,
        _STORED.c.erased_at,
        Employee.name.label("maker"),
    )
    .join(_STORED, _STORED.c.id == _LINK.c.file_id)
    .join(Employee, Employee.id == _LINK.c.made_by_id)
)


def list_files(
    read: Read,
    subject_kind: str,
    subject_id: uuid.UUID,
    *,
    with_archived: bool = False,
    slot: str | None = None,
) -> list[FileRow]:
    """The files of a record in their order; those taken away only when asked for."""
    query = _ROWS.where(
        _LINK.c.center_id == read.center_id,
        _LINK.c.subject_kind == subject_kind,
        _LINK.c.subject_id == subject_id,
    )
    if not with_archived:
        query = query.where(_LINK.c.archived_at.is_(None))
    if slot is not None:
        query = query.where(_LINK.c.slot == slot)
    rows = read.connection.execute(query.order_by(_LINK.c.position, _LINK.c.id))
    return [_row(r) for r in rows]


def list_files_of(
    read: Read, subjects: Mapping[str, Collection[uuid.UUID]], *, limit: int = 200
) -> list[FileRow]:
    """The newest files of many records of several kinds, in one select; those taken away are left out."""
    whose = [
        sa.and_(_LINK.c.subject_kind == kind, _LINK.c.subject_id.in_(list(ids)))
        for kind, ids in subjects.items()
        if ids
    ]
    if not whose:
        return []
    query = _ROWS.where(
        _LINK.c.center_id == read.center_id, _LINK.c.archived_at.is_(None), sa.or_(*whose)
    )
    rows = read.connection.execute(query.order_by(_LINK.c.id.desc()).limit(limit))
    return [_row(r) for r in rows]


def count_files(
    read: Read, subject_kind: str, subject_ids: Collection[uuid.UUID]
) -> dict[uuid.UUID, int]:
    """How many files each of these records has; a record without any is not named."""
    rows = read.connection.execute(
        sa.select(_LINK.c.subject_id, sa.func.count())
        .where(
            _LINK.c.center_id == read.center_id,
            _LINK.c.subject_kind == subject_kind,
            _LINK.c.subject_id.in_(list(subject_ids)),
            _LINK.c.archived_at.is_(None),
        )
        .group_by(_LINK.c.subject_id)
    )
    return {row[0]: int(row[1]) for row in rows}


def get_file(read: Read, link_id: uuid.UUID) -> FileRow:
    """One file; NotFoundError for an unknown one and for another center's."""
    row = read.connection.execute(
        _ROWS.where(_LINK.c.id == link_id, _LINK.c.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("files", "This file does not exist any more.")),
            reason=Reason.NOT_FOUND,
        )
    return _row(row)


def bytes_of(read: Read, store: FileStore, link_id: uuid.UUID) -> Path:
    """Where the bytes of a file of this center lie, to be opened for reading.

    Raises:
        UserError: there is no such file here, it was erased, or its bytes are missing.
    """
    row = get_file(read, link_id)
    if row.is_erased:
        raise UserError(
            say(QT_TRANSLATE_NOOP("files", "This file was erased on a person's request.")),
            reason=Reason.NOT_FOUND,
        )
    if not store.has(row.sha256):
        raise UserError(
            say(QT_TRANSLATE_NOOP("files", "The bytes of this file are missing in the store.")),
            reason=Reason.STORAGE,
            remedy=say(
                QT_TRANSLATE_NOOP("files", "Run “carpass-desk doctor”, or restore a backup.")
            ),
        )
    return store.path(row.sha256)


def _row(r: Any) -> FileRow:  # noqa: ANN401  a row of a query
    return FileRow(
        id=r.id,
        version=r.version,
        file_id=r.file_id,
        sha256=r.sha256,
        kind=FileKind(r.kind),
        media_type=r.media_type,
        size_bytes=r.size_bytes,
        width=r.width,
        height=r.height,
        duration_ms=r.duration_ms,
        subject_kind=r.subject_kind,
        subject_id=r.subject_id,
        slot=r.slot,
        name=r.name,
        caption=r.caption,
        position=r.position,
        taken_at=r.taken_at,
        marks=tuple(r.marks),
        made_at=r.made_at,
        made_by=r.maker,
        archived_at=r.archived_at,
        is_erased=r.erased_at is not None,
    )
