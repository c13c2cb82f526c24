"""What completion writes for the owner, and the owner's permission to send it."""

import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Amount,
    AmountOf,
    Base,
    Choice,
    DateOn,
    Json,
    Key,
    Retention,
    Versioned,
    partial_index,
    ref,
    table_args,
)


class ServiceEntry(Base):
    """Work done on a vehicle, one per completed order; append-only."""

    __tablename__ = "service_entry"
    __table_args__ = table_args(
        sa.Index("ix_service_entry_vehicle_id", "vehicle_id"),
        sa.UniqueConstraint("order_id"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    done_on: Mapped[date] = mapped_column(DateOn())
    odometer_km: Mapped[int | None]
    works: Mapped[list[Any]] = mapped_column(Json())


class ExpenseEntry(Base):
    """What the visit cost the owner, one per completed order; append-only."""

    __tablename__ = "expense_entry"
    __table_args__ = table_args(
        sa.Index("ix_expense_entry_vehicle_id", "vehicle_id"),
        sa.UniqueConstraint("order_id"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    spent_on: Mapped[date] = mapped_column(DateOn())
    labour_amount: Mapped[AmountOf]
    parts_amount: Mapped[AmountOf]
    total_amount: Mapped[AmountOf]
    currency: Mapped[str]


class RecommendationState(StrEnum):
    """Open until done, revived into an order, or dismissed."""

    OPEN = "open"
    REVIVED = "revived"
    DONE = "done"
    DISMISSED = "dismissed"


class Recommendation(Versioned, Base):
    """Work due by a date or a reading, whichever comes first; or work that was declined, with its old price."""

    __tablename__ = "maintenance_recommendation"
    __table_args__ = table_args(
        sa.Index("ix_maintenance_recommendation_vehicle_id", "vehicle_id", "state"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    item_id: Mapped[uuid.UUID | None] = ref("catalog_item")
    kind: Mapped[str]
    name: Mapped[str]
    state: Mapped[RecommendationState] = mapped_column(Choice(RecommendationState))
    interval_km: Mapped[int | None]
    interval_months: Mapped[int | None]
    from_reading_id: Mapped[uuid.UUID | None] = ref("odometer_reading")
    from_value: Mapped[int | None]
    from_unit: Mapped[str]
    due_on: Mapped[date | None] = mapped_column(DateOn())
    due_value: Mapped[int | None]
    old_price_amount: Mapped[int | None] = mapped_column(Amount())
    currency: Mapped[str | None]
    lines: Mapped[list[Any]] = mapped_column(Json(), default=list)
    made_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_reason: Mapped[str | None]


class LinkState(StrEnum):
    """The owner's word on whether this center writes into the car's passport."""

    REQUESTED = "requested"
    APPROVED = "approved"
    DECLINED = "declined"
    REVOKED = "revoked"
    EXPIRED = "expired"


LINK_FLOW: dict[LinkState, dict[str, LinkState]] = {
    LinkState.REQUESTED: {
        "approve": LinkState.APPROVED,
        "decline": LinkState.DECLINED,
        "expire": LinkState.EXPIRED,
    },
    LinkState.APPROVED: {"revoke": LinkState.REVOKED},
    LinkState.DECLINED: {},
    LinkState.REVOKED: {},
    LinkState.EXPIRED: {},
}


class VehicleLink(Versioned, Base):
    """The permission of one vehicle's owner; a new request is a new row, the old one stays as proof."""

    __tablename__ = "vehicle_link"
    __table_args__ = table_args(
        sa.Index("ix_vehicle_link_vehicle_id", "vehicle_id"),
        partial_index(
            "uq_vehicle_link_open",
            "center_id",
            "vehicle_id",
            where="state IN ('requested', 'approved')",
            unique=True,
        ),
        retention=Retention.BOOKS,
        synced=True,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    customer_id: Mapped[uuid.UUID] = ref("customer")
    state: Mapped[LinkState] = mapped_column(Choice(LinkState))
    scope: Mapped[list[str]]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[uuid.UUID] = ref("employee")
    decided_at: Mapped[datetime | None]
    decision_reason: Mapped[str | None]
    history: Mapped[list[Any]] = mapped_column(Json(), default=list)
