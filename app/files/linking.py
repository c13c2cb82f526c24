"""What is done with files that are there: captions, order, taking away, bringing back, erasing for good."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.files.adding import SEALED_SUBJECTS, checked_marks
from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError
from app.kernel.store import lock_bytes
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.files import FileLink, StoredFile

_LONGEST_SLOT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFile:
    """New words of a link; a field that is None stays. An empty caption takes the caption away."""

    link_id: uuid.UUID
    version: int
    caption: str | None = None
    slot: str | None = None
    position: int | None = None
    taken_at: datetime | None = None
    marks: tuple[dict[str, object], ...] | None = None


@action(
    "files.edit",
    permission=Permission.FILES_ADD,
    label=QT_TRANSLATE_NOOP("files", "Edit file"),
)
def edit_file(tx: Tx, command: EditFile) -> uuid.UUID:
    """Change caption, slot, place in the row, moment or marks of a file at its record."""
    link = _own(tx, command.link_id, command.version)
    typed = Typed()
    values: dict[str, Any] = {}
    if command.caption is not None:
        values["caption"] = typed.text("caption", command.caption, limit=500)
    if command.slot is not None:
        values["slot"] = typed.text("slot", command.slot, limit=_LONGEST_SLOT) or ""
    if command.position is not None:
        values["position"] = max(0, command.position)
    if command.taken_at is not None:
        values["taken_at"] = command.taken_at
    if command.marks is not None:
        values["marks"] = checked_marks(typed, command.marks)
    typed.finish()
    for name, value in values.items():
        setattr(link, name, value)
    return link.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOf:
    """A file at its record."""

    link_id: uuid.UUID
    version: int | None = None


@action(
    "files.unlink",
    permission=Permission.FILES_REMOVE,
    label=QT_TRANSLATE_NOOP("files", "Take file away"),
)
def unlink_file(tx: Tx, command: FileOf) -> uuid.UUID:
    """Take the file off its record; it can be brought back, the bytes stay."""
    link = _own(tx, command.link_id, command.version)
    archive(tx, link)
    return link.id


def archive(tx: Tx, link: FileLink) -> None:
    """``unlink_file`` for other use cases."""
    if link.archived_at is None:
        link.archived_at, link.archived_by_id = tx.now, tx.actor.employee_id


@action(
    "files.bring_back",
    permission=Permission.FILES_REMOVE,
    label=QT_TRANSLATE_NOOP("files", "Bring file back"),
)
def bring_back_file(tx: Tx, command: FileOf) -> uuid.UUID:
    """Put a file that was taken away at its record again; undoes ``unlink_file``."""
    link = _own(tx, command.link_id, command.version)
    stored = tx.load(StoredFile, link.file_id)
    if stored.erased_at is not None:
        raise FinalError("stored_file")
    link.archived_at = link.archived_by_id = None
    return link.id


@action(
    "files.erase",
    permission=Permission.CUSTOMERS_ERASE,
    label=QT_TRANSLATE_NOOP("files", "Erase file for good"),
)
def erase_file(tx: Tx, command: FileOf) -> bool:
    """Take the file off this record for good; the bytes go when no other record has it. Returns whether they go.

    The link's words go too. What was signed keeps the hash of a photo: that it was there can still be proved.
    """
    link = tx.load(FileLink, command.link_id, version=command.version, lock=True)
    tx.about(link.subject_kind, link.subject_id)
    archive(tx, link)
    link.name, link.caption, link.marks = "", None, []
    stored = tx.load(StoredFile, link.file_id)
    lock_bytes(tx.connection, stored.sha256)
    tx.flush()
    others = sa.select(FileLink.id).where(
        FileLink.file_id == stored.id, FileLink.archived_at.is_(None)
    )
    if tx.session.execute(others.limit(1)).first() is not None:
        return False
    stored.erased_at = tx.now
    return True


def _own(tx: Tx, link_id: uuid.UUID, version: int | None) -> FileLink:
    """The link, when no signature covers its record."""
    link = tx.load(FileLink, link_id, version=version, lock=True)
    tx.about(link.subject_kind, link.subject_id)
    if link.subject_kind in SEALED_SUBJECTS:
        raise FinalError(link.subject_kind)
    return link
