"""What the center sells: labour, parts, fluids, materials and packages, with the prices behind them."""

import uuid
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Amount,
    AmountOf,
    Base,
    DateOn,
    Folded,
    Key,
    PercentOf,
    Qty,
    QtyOf,
    Retention,
    Versioned,
    ref,
    table_args,
)
from models.order_flow import ItemKind as ItemKind  # noqa: PLC0414 - sold here, and needed without the tables
from models.vehicle_profiles import SERIALS

STOCKED = frozenset({ItemKind.PART.value, ItemKind.FLUID.value, ItemKind.MATERIAL.value})
"""Kinds that leave a shelf."""
NOTED = ("serial", "batch", "tyre_dot", *SERIALS)
"""What must be noted of a part before its order closes. Those of an electric vehicle go on to the vehicle's card."""


class CatalogItem(Versioned, Base):
    """One thing that can be put on an order. A change here never alters a line that exists."""

    __tablename__ = "catalog_item"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "code"),
        sa.Index("ix_catalog_item_product_id", "product_id"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(Folded())
    unit: Mapped[str]
    norm_hours: Mapped[Decimal | None] = mapped_column(Qty())
    labour_type: Mapped[str] = mapped_column(default="general")
    price_amount: Mapped[int | None] = mapped_column(Amount())
    tax_code: Mapped[str]
    hsn_sac: Mapped[str | None]
    product_id: Mapped[uuid.UUID | None] = ref("product")
    next_service_km: Mapped[int | None]
    next_service_months: Mapped[int | None]
    warranty_km: Mapped[int | None]
    warranty_months: Mapped[int | None]
    required_serial: Mapped[str | None]
    archived_at: Mapped[datetime | None]


class PackageLine(Base):
    """A line that a package expands to."""

    __tablename__ = "package_line"
    __table_args__ = table_args(
        sa.Index("ix_package_line_package_id", "package_id"), retention=Retention.SHOP
    )

    id: Mapped[Key]
    package_id: Mapped[uuid.UUID] = ref("catalog_item")
    item_id: Mapped[uuid.UUID] = ref("catalog_item")
    quantity_qty: Mapped[QtyOf]
    sort: Mapped[int]


class LabourRate(Base):
    """Money for one norm hour, by labour type and customer group, from a day on."""

    __tablename__ = "labour_rate"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "labour_type", "price_group", "from_on"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    labour_type: Mapped[str]
    price_group: Mapped[str]
    rate_amount: Mapped[AmountOf]
    from_on: Mapped[date] = mapped_column(DateOn())


class MarkupBand(Base):
    """Parts markup for costs from ``from_cost_amount`` up to the next band, by customer group."""

    __tablename__ = "markup_band"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "price_group", "from_cost_amount"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    price_group: Mapped[str]
    from_cost_amount: Mapped[AmountOf]
    markup_percent: Mapped[PercentOf]
