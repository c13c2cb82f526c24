"""Two records that were one: what moved when they were put together, so that it can be taken apart again."""

import uuid
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Json, Key, Retention, ref, table_args


class RecordMerge(Base):
    """One merge. ``changes`` holds every value that was changed, before and after; it is blanked with the person."""

    __tablename__ = "record_merge"
    __table_args__ = table_args(
        sa.Index("ix_record_merge_survivor_id", "survivor_id"),
        sa.Index("ix_record_merge_gone_id", "gone_id"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    survivor_id: Mapped[uuid.UUID]
    gone_id: Mapped[uuid.UUID]
    changes: Mapped[list[Any]] = mapped_column(Json(), info={"secret": True})
    made_at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[uuid.UUID | None] = ref("employee")


class DistinctPair(Base):
    """Somebody looked: these two look alike and are not the same. ``one_id`` is the smaller id."""

    __tablename__ = "distinct_pair"
    __table_args__ = table_args(
        sa.UniqueConstraint("kind", "one_id", "other_id"), retention=Retention.SHOP
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    one_id: Mapped[uuid.UUID]
    other_id: Mapped[uuid.UUID]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
