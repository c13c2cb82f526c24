"""Work orders: the order, its concerns, jobs and lines, its history, and the sealed record of completion."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import (
    Amount,
    AmountOf,
    Base,
    Blob,
    Choice,
    DateOn,
    Json,
    Key,
    PercentOf,
    QtyOf,
    Retention,
    Versioned,
    ref,
    table_args,
)
from models.order_flow import Approval, LineState, OrderState, Payer


class WorkOrder(Versioned, Base):
    """The order itself. Billing is not a state of it; totals are those of its live lines."""

    __tablename__ = "work_order"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "number"),
        sa.Index("ix_work_order_center_id_made_at_id", "center_id", "made_at", "id"),
        sa.Index("ix_work_order_center_id_state", "center_id", "state", "id"),
        sa.Index("ix_work_order_vehicle_id", "vehicle_id"),
        sa.Index("ix_work_order_customer_id", "customer_id"),
        sa.CheckConstraint("rework_count >= 0", name="rework_count"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    number: Mapped[str]
    source: Mapped[str] = mapped_column(default="walk_in")
    state: Mapped[OrderState] = mapped_column(Choice(OrderState))
    held_from: Mapped[OrderState | None] = mapped_column(Choice(OrderState))
    hold_reason: Mapped[str | None]
    hold_until_at: Mapped[datetime | None]
    vehicle_id: Mapped[uuid.UUID] = ref("vehicle")
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    bringer_id: Mapped[uuid.UUID | None] = ref("customer")
    # a paper's number names a person: never in the audit, gone when the order is final (the seal keeps it)
    bringer_authority: Mapped[str | None] = mapped_column(info={"secret": True})
    advisor_id: Mapped[uuid.UUID] = ref("employee")
    technician_id: Mapped[uuid.UUID | None] = ref("employee")
    priority: Mapped[int] = mapped_column(default=0)
    promised_at: Mapped[datetime | None]
    odometer_value: Mapped[int | None]
    odometer_unit: Mapped[str] = mapped_column(default="km")
    odometer_reason: Mapped[str | None]
    fuel_percent: Mapped[int | None]
    key_tag: Mapped[str | None]
    belongings: Mapped[str | None]
    visible_damage: Mapped[str | None]
    found_defects_choice: Mapped[str | None]
    old_parts_choice: Mapped[str | None]
    note: Mapped[str | None]
    currency: Mapped[str]
    supplied_on: Mapped[date] = mapped_column(DateOn())
    place_of_supply: Mapped[str | None]
    limit_amount: Mapped[int | None] = mapped_column(Amount())
    net_amount: Mapped[AmountOf] = mapped_column(default=0)
    discount_amount: Mapped[AmountOf] = mapped_column(default=0)
    tax_amount: Mapped[AmountOf] = mapped_column(default=0)
    round_off_amount: Mapped[AmountOf] = mapped_column(default=0)
    total_amount: Mapped[AmountOf] = mapped_column(default=0)
    proposed_amount: Mapped[AmountOf] = mapped_column(default=0)
    cost_amount: Mapped[int | None] = mapped_column(Amount())
    rework_count: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    checked_in_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]

    jobs: Mapped[list["Job"]] = relationship(
        back_populates="order", order_by="Job.sort", lazy="raise_on_sql", cascade="save-update"
    )
    lines: Mapped[list["OrderLine"]] = relationship(
        back_populates="order",
        order_by="OrderLine.sort",
        lazy="raise_on_sql",
        cascade="save-update",
    )
    concerns: Mapped[list["Concern"]] = relationship(
        back_populates="order", order_by="Concern.sort", lazy="raise_on_sql", cascade="save-update"
    )


class Concern(Base):
    """What the customer said, the cause that was found, and what was done about it."""

    __tablename__ = "concern"
    __table_args__ = table_args(
        sa.Index("ix_concern_order_id", "order_id"), retention=Retention.BOOKS
    )

    id: Mapped[Key]
    order_id: Mapped[uuid.UUID] = ref("work_order")
    sort: Mapped[int]
    words: Mapped[str]
    cause: Mapped[str | None]
    correction: Mapped[str | None]
    job_id: Mapped[uuid.UUID | None] = ref("job")
    is_sealed: Mapped[bool] = mapped_column(default=False)

    order: Mapped[WorkOrder] = relationship(back_populates="concerns", lazy="raise_on_sql")


class Job(Base):
    """A group of lines that the customer approves or declines as one."""

    __tablename__ = "job"
    __table_args__ = table_args(sa.Index("ix_job_order_id", "order_id"), retention=Retention.BOOKS)

    id: Mapped[Key]
    order_id: Mapped[uuid.UUID] = ref("work_order")
    sort: Mapped[int]
    name: Mapped[str]
    approval: Mapped[Approval] = mapped_column(Choice(Approval), default=Approval.PROPOSED)
    approved_amount: Mapped[int | None] = mapped_column(Amount())
    total_amount: Mapped[AmountOf] = mapped_column(default=0)
    payer: Mapped[Payer] = mapped_column(Choice(Payer), default=Payer.CUSTOMER)
    package_id: Mapped[uuid.UUID | None] = ref("catalog_item")
    package_amount: Mapped[int | None] = mapped_column(Amount())
    recommendation_id: Mapped[uuid.UUID | None] = ref("maintenance_recommendation")
    is_sealed: Mapped[bool] = mapped_column(default=False)

    order: Mapped[WorkOrder] = relationship(back_populates="jobs", lazy="raise_on_sql")


class JobDecision(Base):
    """Who approved, declined or withdrew a job, how, when, and for what amount; append-only."""

    __tablename__ = "job_decision"
    __table_args__ = table_args(
        sa.Index("ix_job_decision_job_id", "job_id"), retention=Retention.BOOKS
    )

    id: Mapped[Key]
    job_id: Mapped[uuid.UUID] = ref("job")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    decision: Mapped[str]
    method: Mapped[str]
    customer_id: Mapped[uuid.UUID | None] = ref("customer")
    contact_mask: Mapped[str | None]
    note: Mapped[str | None]
    amount: Mapped[AmountOf]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")


class OrderLine(Base):
    """One line of labour, part, fluid or material, with everything copied from the catalog the day it was added."""

    __tablename__ = "order_line"
    __table_args__ = table_args(
        sa.Index("ix_order_line_order_id", "order_id"),
        sa.Index("ix_order_line_product_id", "product_id"),
        sa.CheckConstraint("qty > 0", name="qty"),
        sa.CheckConstraint(
            "discount_percent >= 0 AND discount_percent <= 100000", name="discount_percent"
        ),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    order_id: Mapped[uuid.UUID] = ref("work_order")
    job_id: Mapped[uuid.UUID] = ref("job")
    sort: Mapped[int]
    kind: Mapped[str]
    item_id: Mapped[uuid.UUID | None] = ref("catalog_item")
    product_id: Mapped[uuid.UUID | None] = ref("product")
    code: Mapped[str]
    name: Mapped[str]
    maker: Mapped[str] = mapped_column(default="")
    unit: Mapped[str]
    qty: Mapped[QtyOf]
    price_amount: Mapped[AmountOf]
    price_why: Mapped[dict[str, Any]] = mapped_column(Json(), default=dict)
    discount_percent: Mapped[PercentOf] = mapped_column(default=Decimal(0))
    off_amount: Mapped[AmountOf] = mapped_column(default=0)
    tax_code: Mapped[str]
    hsn_sac: Mapped[str | None]
    state: Mapped[LineState] = mapped_column(Choice(LineState))
    payer: Mapped[Payer] = mapped_column(Choice(Payer), default=Payer.CUSTOMER)
    is_customers_own: Mapped[bool] = mapped_column(default=False)
    technician_id: Mapped[uuid.UUID | None] = ref("employee")
    location_id: Mapped[uuid.UUID | None] = ref("location")
    reserved_qty: Mapped[QtyOf] = mapped_column(default=Decimal(0))
    issued_qty: Mapped[QtyOf] = mapped_column(default=Decimal(0))
    issued_amount: Mapped[AmountOf] = mapped_column(default=0)
    serial: Mapped[str | None]
    next_service_km: Mapped[int | None]
    next_service_months: Mapped[int | None]
    warranty_km: Mapped[int | None]
    warranty_months: Mapped[int | None]
    list_amount: Mapped[AmountOf] = mapped_column(default=0)
    discount_amount: Mapped[AmountOf] = mapped_column(default=0)
    net_amount: Mapped[AmountOf] = mapped_column(default=0)
    tax_amount: Mapped[AmountOf] = mapped_column(default=0)
    total_amount: Mapped[AmountOf] = mapped_column(default=0)
    cost_amount: Mapped[int | None] = mapped_column(Amount())
    credit_amount: Mapped[int | None] = mapped_column(Amount())
    is_sealed: Mapped[bool] = mapped_column(default=False)

    order: Mapped[WorkOrder] = relationship(back_populates="lines", lazy="raise_on_sql")


class OrderTransition(Base):
    """One step of an order's life; append-only. Time in each state is read from these."""

    __tablename__ = "order_transition"
    __table_args__ = table_args(
        sa.Index("ix_order_transition_order_id", "order_id", "id"), retention=Retention.BOOKS
    )

    id: Mapped[Key]
    order_id: Mapped[uuid.UUID] = ref("work_order")
    event: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[uuid.UUID] = ref("employee")
    reason: Mapped[str | None]
    note: Mapped[str | None]


class CompletedRecord(Base):
    """The snapshot of a completed order: canonical JSON, its SHA-256, and the workstation's signature of it."""

    __tablename__ = "completed_record"
    __table_args__ = table_args(
        sa.UniqueConstraint("order_id"), retention=Retention.BOOKS, synced=True
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    layout: Mapped[int]
    snapshot: Mapped[str]
    sha256: Mapped[str]
    key_id: Mapped[uuid.UUID] = ref("signing_key")
    signature: Mapped[bytes] = mapped_column(Blob())
    completed_at: Mapped[datetime]


class CorrectionState(StrEnum):
    """A correction is asked for, then decided by the vehicle's owner (or the center for its own slip)."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


CORRECTION_FLOW: dict[str, dict[str, str]] = {
    CorrectionState.REQUESTED: {
        "approve": CorrectionState.APPROVED,
        "reject": CorrectionState.REJECTED,
        "withdraw": CorrectionState.WITHDRAWN,
    },
    CorrectionState.APPROVED: {},
    CorrectionState.REJECTED: {},
    CorrectionState.WITHDRAWN: {},
}


class Correction(Versioned, Base):
    """A dispute or fix of a completed order: what was recorded and what it should be; the snapshot never changes."""

    __tablename__ = "correction"
    __table_args__ = table_args(
        sa.Index("ix_correction_order_id", "order_id"),
        sa.UniqueConstraint("order_id", "number"),
        retention=Retention.BOOKS,
        synced=True,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    order_id: Mapped[uuid.UUID] = ref("work_order")
    number: Mapped[str]
    state: Mapped[CorrectionState] = mapped_column(Choice(CorrectionState))
    asked_by: Mapped[str]
    reason: Mapped[str]
    recorded: Mapped[dict[str, Any]]
    corrected: Mapped[dict[str, Any]]
    snapshot_sha256: Mapped[str]
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[uuid.UUID] = ref("employee")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None]
    decision_note: Mapped[str | None]


__all__ = [
    "CORRECTION_FLOW",
    "CompletedRecord",
    "Concern",
    "Correction",
    "CorrectionState",
    "Job",
    "JobDecision",
    "OrderLine",
    "OrderTransition",
    "WorkOrder",
]
