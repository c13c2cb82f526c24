"""Products, places, the ledger of stock moves, and the balance that must equal it."""

import uuid
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from models.base import (
    Amount,
    AmountOf,
    Base,
    Key,
    Qty,
    QtyOf,
    Retention,
    Versioned,
    ref,
    table_args,
)


class LocationKind(StrEnum):
    """Double entry: every quantity is always somewhere."""

    STORE = "store"
    CENTRAL = "central"
    WORK = "work"
    TRANSIT = "transit"
    VENDOR = "vendor"
    CUSTOMER = "customer"
    ADJUSTMENT = "adjustment"
    SCRAP = "scrap"


OWN_PLACES = frozenset(
    {
        LocationKind.STORE.value,
        LocationKind.CENTRAL.value,
        LocationKind.WORK.value,
        LocationKind.TRANSIT.value,
    }
)
"""Places whose goods are the center's own: they have levels and a value. The others are the outside world."""


class MoveState(StrEnum):
    """A move is planned or reserved until it is done; done and cancelled are final."""

    PLANNED = "planned"
    RESERVED = "reserved"
    DONE = "done"
    CANCELLED = "cancelled"


class MoveReason(StrEnum):
    """Why goods moved."""

    OPENING = "opening"
    RECEIPT = "receipt"
    ISSUE = "issue"
    CONSUMPTION = "consumption"
    RETURN = "return"
    TRANSFER = "transfer"
    ADJUSTMENT = "adjustment"
    SCRAP = "scrap"
    REVERSAL = "reversal"


class Product(Versioned, Base):
    """A thing kept in stock, counted in ``unit``; bought in ``purchase_unit`` of ``purchase_factor`` units."""

    __tablename__ = "product"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "sku"),
        sa.UniqueConstraint("center_id", "barcode"),
        sa.Index("ix_product_sku_key", "center_id", "sku_key"),
        sa.CheckConstraint("purchase_factor > 0", name="purchase_factor"),
        retention=Retention.SHOP,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    sku: Mapped[str]
    sku_key: Mapped[str]
    maker: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    unit: Mapped[str]
    purchase_unit: Mapped[str]
    purchase_factor: Mapped[QtyOf]
    barcode: Mapped[str | None]
    min_qty: Mapped[Decimal | None] = mapped_column(Qty())
    max_qty: Mapped[Decimal | None] = mapped_column(Qty())
    bin: Mapped[str | None]
    last_cost_amount: Mapped[int | None] = mapped_column(Amount())
    equivalent_group: Mapped[str | None]
    superseded_by: Mapped[str | None]
    needs_serial: Mapped[bool] = mapped_column(default=False)
    low_since_at: Mapped[datetime | None]
    dip_count: Mapped[int] = mapped_column(default=0)
    archived_at: Mapped[datetime | None]


class Location(Base):
    """A place goods can be in."""

    __tablename__ = "location"
    __table_args__ = table_args(sa.UniqueConstraint("center_id", "code"), retention=Retention.BOOKS)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    kind: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    archived_at: Mapped[datetime | None]


class StockMove(Base):
    """One quantity of one product from one place to another, with the value that went along."""

    __tablename__ = "stock_move"
    __table_args__ = table_args(
        sa.Index("ix_stock_move_product_id_id", "product_id", "id"),
        sa.Index("ix_stock_move_source_id", "source_id"),
        sa.CheckConstraint("qty > 0", name="qty"),
        sa.CheckConstraint("from_id <> to_id", name="places"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    product_id: Mapped[uuid.UUID] = ref("product")
    from_id: Mapped[uuid.UUID] = ref("location")
    to_id: Mapped[uuid.UUID] = ref("location")
    qty: Mapped[QtyOf]
    value_amount: Mapped[int | None] = mapped_column(Amount())
    state: Mapped[str]
    reason: Mapped[str]
    source_kind: Mapped[str]
    source_id: Mapped[uuid.UUID | None]
    note: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by_id: Mapped[uuid.UUID] = ref("employee")
    done_at: Mapped[datetime | None]
    reverses_id: Mapped[uuid.UUID | None] = ref("stock_move")
    sha256: Mapped[str | None]


class StockLevel(Base):
    """The balance of a product in one of our places: kept with every move, proved by ``doctor``.

    ``value_amount`` is what the quantity on hand cost; the moving average is value over quantity.
    """

    __tablename__ = "stock_level"
    __table_args__ = table_args(
        sa.UniqueConstraint("product_id", "location_id"),
        sa.CheckConstraint("reserved_qty >= 0", name="reserved"),
        retention=Retention.BOOKS,
    )

    id: Mapped[Key]
    product_id: Mapped[uuid.UUID] = ref("product")
    location_id: Mapped[uuid.UUID] = ref("location")
    on_hand_qty: Mapped[QtyOf]
    reserved_qty: Mapped[QtyOf]
    value_amount: Mapped[AmountOf]
