"""Files of the shop: what is in the store by its hash, and what each file belongs to.

The bytes lie in a folder beside the database, named by their SHA-256: a row here says what they are.
"""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Base,
    Choice,
    Json,
    Key,
    Retention,
    Versioned,
    partial_index,
    ref,
    table_args,
)

GRID = 10_000
"""Places on a picture or a drawing are whole ten-thousandths of its width and height."""


class FileKind(StrEnum):
    """What a file is, by its content; each kind has its own largest size."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"


class StoredFile(Base):
    """Bytes that the shop keeps, once for each center however often they are linked.

    ``erased_at``: the bytes were removed on a person's request or with their last link; the row stays as the
    proof that there was a file with this hash, and lives again when the same bytes come back.
    """

    __tablename__ = "stored_file"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "sha256"),
        sa.Index("ix_stored_file_sha256", "sha256"),
        sa.CheckConstraint("size_bytes > 0", name="size_bytes"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    sha256: Mapped[str]
    kind: Mapped[FileKind] = mapped_column(Choice(FileKind))
    media_type: Mapped[str]
    size_bytes: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    duration_ms: Mapped[int | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")
    erased_at: Mapped[datetime | None]


class FileLink(Versioned, Base):
    """A file's place at a record: which slot, under which caption, in which order. Unlinking archives.

    A name or caption may name a person: neither stands in the audit. ``slot`` says what the file shows
    ("front", "vin_plate", "mark:<id>", "signed_act"); ``marks`` are drawn over the picture, in ``GRID`` units.
    """

    __tablename__ = "file_link"
    __table_args__ = table_args(
        partial_index(
            "uq_file_link_open",
            "subject_kind",
            "subject_id",
            "file_id",
            "slot",
            where="archived_at IS NULL",
            unique=True,
        ),
        sa.Index("ix_file_link_file_id", "file_id"),
        sa.CheckConstraint("position >= 0", name="position"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    file_id: Mapped[uuid.UUID] = ref("stored_file")
    subject_kind: Mapped[str]
    subject_id: Mapped[uuid.UUID]
    slot: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(info={"secret": True})
    caption: Mapped[str | None] = mapped_column(info={"secret": True})
    position: Mapped[int] = mapped_column(default=0)
    taken_at: Mapped[datetime | None]
    marks: Mapped[list[Any]] = mapped_column(Json(), default=list)
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")
    archived_at: Mapped[datetime | None]
    archived_by_id: Mapped[uuid.UUID | None] = ref("employee")
