"""Bringing files in: the bytes first, looked at and hashed, then the row that names them and what they belong to."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa

from app.files import content
from app.kernel.clock import zone
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.store import FileStore, lock_bytes
from app.kernel.tx import Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.arrivals import Arrival
from models.base import Base
from models.billing import Invoice
from models.bookings import Appointment
from models.customers import Customer
from models.files import GRID, FileKind, FileLink, StoredFile
from models.vehicle_profiles import Calibration, VehiclePaper
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

SUBJECTS: dict[str, type[Base]] = {
    "customer": Customer,
    "vehicle": Vehicle,
    "vehicle_paper": VehiclePaper,
    "calibration": Calibration,
    "appointment": Appointment,
    "arrival": Arrival,
    "work_order": WorkOrder,
    "invoice": Invoice,
}
"""What a file can belong to, by the name of its table."""

SEALED_SUBJECTS = frozenset({"arrival"})
"""What a signature covers: files come to it through its own verbs only."""

_LONGEST_NAME = 200
_MOST_MARKS = 50
_MOST_POINTS = 400


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that lie in the store, and what they are; ``is_new`` is False when they lay there before."""

    sha256: str
    size: int
    name: str
    seen: content.Seen
    is_new: bool


def receive(
    store: FileStore, source: Path | bytes | BinaryIO, name: str = "", *, time_zone: str = "UTC"
) -> Received:
    """Look at the bytes, hash them, put them into the store. For a worker; the row comes with ``add_file``.

    ``name`` is kept as text only. Killed at any moment it leaves the store as it was, or with whole bytes that
    nobody names yet.

    Raises:
        UserError: no kind of file that is kept here, two things at once, too large, damaged; a full disk.
    """
    if isinstance(source, Path):
        with _readable(source) as file:
            return _received(store, file, name or source.name, time_zone)
    if isinstance(source, bytes):
        return _received(store, BytesIO(source), name, time_zone)
    return _received(store, source, name, time_zone)


def _readable(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("files", "The file {name} cannot be read: {why}."),
                name=path.name,
                why=error.strerror or type(error).__name__,
            ),
            reason=Reason.FILE,
            remedy=say(QT_TRANSLATE_NOOP("files", "Choose another file.")),
        ) from error


def _received(store: FileStore, source: BinaryIO, name: str, time_zone: str) -> Received:
    with store.incoming(source, max(content.LARGEST.values())) as came:
        seen = content.look(came.path, zone(time_zone))
        if seen.kind is FileKind.PHOTO:
            content.unfold(came.path)
        is_new = not store.has(came.sha256)
        store.keep(came)
        return Received(came.sha256, came.size, _shown_name(name), seen, is_new)


def _shown_name(name: str) -> str:
    """The name as text: without folders of either kind of system and without what cannot be printed."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if c.isprintable()).strip()
    return kept[-_LONGEST_NAME:]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFile:
    """Received bytes become a file of a record. ``taken_at`` None: as the camera wrote it.

    ``marks`` are lines over a picture: {"points": [[x, y], …] in ten-thousandths, "text": …}.
    """

    sha256: str
    subject_kind: str
    subject_id: uuid.UUID
    name: str = ""
    slot: str = ""
    caption: str | None = None
    taken_at: datetime | None = None
    marks: tuple[dict[str, object], ...] = ()


@action(
    "files.add",
    permission=Permission.FILES_ADD,
    label=QT_TRANSLATE_NOOP("files", "Add file"),
)
def add_file(tx: Tx, command: AddFile) -> uuid.UUID:
    """Link received bytes to a record; the same file in the same slot is one link. Returns the link."""
    if command.subject_kind in SEALED_SUBJECTS:
        raise _sealed()
    return attach(tx, command)


def _sealed() -> UserError:
    return UserError(
        say(QT_TRANSLATE_NOOP("files", "Photos of an arrival are added to it itself.")),
        remedy=say(QT_TRANSLATE_NOOP("files", "Open the arrival and add the photo there.")),
    )


def attach(tx: Tx, command: AddFile) -> uuid.UUID:
    """``add_file`` for other use cases: also to records that a signature covers."""
    subject = SUBJECTS.get(command.subject_kind)
    if subject is None:
        raise invalid(
            "subject_kind", QT_TRANSLATE_NOOP("files", "Nothing of this kind can have files.")
        )
    tx.load(subject, command.subject_id)
    typed = Typed()
    name = typed.text("name", _shown_name(command.name), limit=_LONGEST_NAME) or ""
    caption = typed.text("caption", command.caption, limit=500)
    marks = checked_marks(typed, command.marks)
    typed.finish()
    stored, taken_at = _stored(tx, command.sha256)
    known = tx.session.scalar(
        sa.select(FileLink).where(
            FileLink.subject_kind == command.subject_kind,
            FileLink.subject_id == command.subject_id,
            FileLink.file_id == stored.id,
            FileLink.slot == command.slot,
            FileLink.archived_at.is_(None),
        )
    )
    tx.about(command.subject_kind, command.subject_id)
    if known is not None:
        return known.id
    link = tx.add(
        FileLink(
            center_id=tx.actor.center_id,
            file_id=stored.id,
            subject_kind=command.subject_kind,
            subject_id=command.subject_id,
            slot=command.slot,
            name=name,
            caption=caption,
            position=_next_position(tx, command.subject_kind, command.subject_id),
            taken_at=command.taken_at or taken_at,
            marks=marks,
            made_at=tx.now,
            made_by_id=tx.actor.employee_id,
            archived_at=None,
            archived_by_id=None,
        )
    )
    return link.id


def _stored(tx: Tx, sha256: str) -> tuple[StoredFile, datetime | None]:
    """The row of these bytes, made or revived; and when the shot was taken. The bytes are looked at here, not told."""
    lock_bytes(tx.connection, sha256)
    store = tx.shop.files
    if not store.has(sha256):
        raise UserError(
            say(QT_TRANSLATE_NOOP("files", "The file is not in the store: add it once more.")),
            reason=Reason.NOT_FOUND,
        )
    path = store.path(sha256)
    seen = content.look(path, zone(tx.center.time_zone))
    stored = tx.session.scalar(
        sa.select(StoredFile).where(
            StoredFile.center_id == tx.actor.center_id, StoredFile.sha256 == sha256
        )
    )
    if stored is None:
        stored = tx.add(
            StoredFile(
                center_id=tx.actor.center_id,
                sha256=sha256,
                kind=seen.kind,
                media_type=seen.media_type,
                size_bytes=path.stat().st_size,
                width=seen.width,
                height=seen.height,
                duration_ms=seen.duration_ms,
                made_at=tx.now,
                made_by_id=tx.actor.employee_id,
                erased_at=None,
            )
        )
        tx.flush()
    elif stored.erased_at is not None:
        stored.erased_at = None
    return stored, seen.taken_at


def _next_position(tx: Tx, subject_kind: str, subject_id: uuid.UUID) -> int:
    last = tx.session.scalar(
        sa.select(sa.func.max(FileLink.position)).where(
            FileLink.subject_kind == subject_kind, FileLink.subject_id == subject_id
        )
    )
    return 0 if last is None else last + 1


def checked_marks(typed: Typed, marks: tuple[dict[str, object], ...]) -> list[dict[str, object]]:
    """Marks over a picture in their one spelling; what is wrong with them is noted in ``typed``."""
    kept: list[dict[str, object]] = []
    for mark in marks[:_MOST_MARKS]:
        points = mark.get("points")
        if not are_points(points):
            typed.wrong("marks", QT_TRANSLATE_NOOP("files", "A mark lies outside of the picture."))
            continue
        kept.append({"points": points, "text": typed.text("marks", str(mark.get("text") or ""))})
    return kept


def are_points(value: object) -> bool:
    """Whether the value is a list of one to some hundred [x, y] in whole ten-thousandths."""
    if not isinstance(value, list | tuple) or not 0 < len(value) <= _MOST_POINTS:
        return False
    return all(
        isinstance(point, list | tuple)
        and len(point) == 2  # noqa: PLR2004 - x and y
        and all(type(part) is int and 0 <= part <= GRID for part in point)
        for point in value
    )
