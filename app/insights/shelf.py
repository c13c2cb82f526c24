"""The shelf: what runs out, the emptiest first."""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import sqlalchemy as sa

from app.kernel.tx import Read
from models.base import table_of
from models.inventory import Product, StockLevel

_NOTHING = Decimal(0)
_LOOKED_AT = 2000
_PRODUCTS: Final = table_of(Product)
_LEVELS: Final = table_of(StockLevel)


@dataclass(frozen=True, slots=True)
class LowRow:
    """A product with less free stock than its minimum."""

    product_id: uuid.UUID
    name: str
    sku: str
    maker: str
    unit: str
    free_qty: Decimal
    min_qty: Decimal


@dataclass(frozen=True, slots=True)
class LowStock:
    """The emptiest products, and how many are low at all."""

    rows: tuple[LowRow, ...]
    count: int


def low_stock(read: Read, *, limit: int) -> LowStock:
    """What is low, by the share of the minimum that is left; two selects."""
    products = read.connection.execute(
        sa.select(
            _PRODUCTS.c.id,
            _PRODUCTS.c.name,
            _PRODUCTS.c.sku,
            _PRODUCTS.c.maker,
            _PRODUCTS.c.unit,
            _PRODUCTS.c.min_qty,
        )
        .where(
            _PRODUCTS.c.center_id == read.center_id,
            _PRODUCTS.c.low_since_at.is_not(None),
            _PRODUCTS.c.archived_at.is_(None),
        )
        .limit(_LOOKED_AT)
    ).all()
    levels = read.connection.execute(
        sa.select(_LEVELS.c.product_id, _LEVELS.c.on_hand_qty, _LEVELS.c.reserved_qty).where(
            _LEVELS.c.product_id.in_(
                sa.select(_PRODUCTS.c.id).where(
                    _PRODUCTS.c.center_id == read.center_id,
                    _PRODUCTS.c.low_since_at.is_not(None),
                    _PRODUCTS.c.archived_at.is_(None),
                )
            )
        )
    )
    free: dict[uuid.UUID, Decimal] = {}
    for product_id, on_hand, reserved in levels:
        free[product_id] = free.get(product_id, _NOTHING) + on_hand - reserved
    rows = [
        LowRow(
            row.id,
            row.name,
            row.sku,
            row.maker,
            row.unit,
            free.get(row.id, _NOTHING),
            row.min_qty or _NOTHING,
        )
        for row in products
    ]
    rows.sort(
        key=lambda row: (row.free_qty / row.min_qty if row.min_qty else row.free_qty, row.name)
    )
    return LowStock(tuple(rows[:limit]), len(rows))
