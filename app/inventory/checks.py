"""Proofs for ``doctor``: the balances equal the ledger, and no done move was altered."""

import uuid
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from app.inventory.ledger import move_hash
from models.inventory import (
    OWN_PLACES,
    Location,
    MoveState,
    Product,
    StockLevel,
    StockMove,
)

_NOTHING = Decimal(0)
_PORTION = 2000


@dataclass(frozen=True, slots=True)
class LevelDifference:
    """A balance that is not the sum of its moves; quantities in units, values in minor units."""

    location_id: uuid.UUID
    product_id: uuid.UUID
    place: str
    sku: str
    level_qty: Decimal
    ledger_qty: Decimal
    level_reserved_qty: Decimal
    ledger_reserved_qty: Decimal
    level_amount: int
    ledger_amount: int


@dataclass(slots=True)
class _Sum:
    qty: Decimal = _NOTHING
    reserved: Decimal = _NOTHING
    value: int = 0


def check_levels(connection: Connection, center_id: uuid.UUID) -> list[LevelDifference]:
    """Every level of the center that differs from the sum of its moves, or that has value without goods."""
    ledger = _ledger(connection, center_id)
    levels: dict[tuple[uuid.UUID, uuid.UUID], _Sum] = {}
    names: dict[uuid.UUID, str] = {}
    for place in connection.execute(
        sa.select(Location.id, Location.code).where(Location.center_id == center_id)
    ):
        names[place.id] = place.code
    rows = connection.execute(
        sa.select(
            StockLevel.location_id,
            StockLevel.product_id,
            StockLevel.on_hand_qty,
            StockLevel.reserved_qty,
            StockLevel.value_amount,
        )
        .join(Location, Location.id == StockLevel.location_id)
        .where(Location.center_id == center_id)
    )
    for row in rows:
        key = (row.location_id, row.product_id)
        levels[key] = _Sum(row.on_hand_qty, row.reserved_qty, row.value_amount)
    wrong = sorted(
        key
        for key in levels.keys() | ledger.keys()
        if (level := levels.get(key, _Sum())) != ledger.get(key, _Sum())
        or (level.value and not level.qty)
    )
    skus = _skus(connection, [product for _, product in wrong])
    return [
        _difference(
            key, names[key[0]], skus[key[1]], levels.get(key, _Sum()), ledger.get(key, _Sum())
        )
        for key in wrong
    ]


def _difference(
    key: tuple[uuid.UUID, uuid.UUID], place: str, sku: str, level: _Sum, ledger: _Sum
) -> LevelDifference:
    return LevelDifference(
        location_id=key[0],
        product_id=key[1],
        place=place,
        sku=sku,
        level_qty=level.qty,
        ledger_qty=ledger.qty,
        level_reserved_qty=level.reserved,
        ledger_reserved_qty=ledger.reserved,
        level_amount=level.value,
        ledger_amount=ledger.value,
    )


def _skus(connection: Connection, products: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    found: dict[uuid.UUID, str] = {}
    for start in range(0, len(products), _PORTION):
        part = products[start : start + _PORTION]
        rows = connection.execute(sa.select(Product.id, Product.sku).where(Product.id.in_(part)))
        found.update({row.id: row.sku for row in rows})
    return found


def _ledger(
    connection: Connection, center_id: uuid.UUID
) -> dict[tuple[uuid.UUID, uuid.UUID], _Sum]:
    """What the moves say of each of our places: done ones in and out, reserved ones beside."""
    sums: dict[tuple[uuid.UUID, uuid.UUID], _Sum] = {}
    for side, sign in ((StockMove.to_id, 1), (StockMove.from_id, -1)):
        rows = connection.execute(
            sa.select(
                side.label("place"),
                StockMove.product_id,
                StockMove.state,
                sa.func.sum(StockMove.qty).label("qty"),
                sa.func.sum(StockMove.value_amount).label("value"),
            )
            .join(Location, Location.id == side)
            .where(
                StockMove.center_id == center_id,
                Location.kind.in_(sorted(OWN_PLACES)),
                StockMove.state.in_([MoveState.DONE.value, MoveState.RESERVED.value]),
            )
            .group_by(side, StockMove.product_id, StockMove.state)
        )
        for row in rows:
            entry = sums.setdefault((row.place, row.product_id), _Sum())
            if row.state == MoveState.DONE:
                entry.qty += sign * row.qty
                entry.value += sign * row.value
            elif sign < 0:
                entry.reserved += row.qty
    return sums


def damaged_moves(connection: Connection, center_id: uuid.UUID) -> list[uuid.UUID]:
    """Moves whose content does not match their hash: one altered byte is enough."""
    marked = sa.and_(
        StockMove.center_id == center_id,
        sa.or_(StockMove.state == MoveState.DONE.value, StockMove.sha256.is_not(None)),
    )
    last = uuid.UUID(int=0)
    found: list[uuid.UUID] = []
    while True:
        ids = list(
            connection.execute(
                sa.select(StockMove.id)
                .where(marked, StockMove.id > last)
                .order_by(StockMove.id)
                .limit(_PORTION)
            ).scalars()
        )
        if not ids:
            return found
        last = ids[-1]
        found += _damaged(connection, ids)


def _damaged(connection: Connection, ids: list[uuid.UUID]) -> list[uuid.UUID]:
    table = StockMove.__table__
    try:
        rows = connection.execute(sa.select(table).where(table.c.id.in_(ids)).order_by(table.c.id))
        return [row.id for row in rows if move_hash(row._asdict()) != row.sha256]
    except (ValueError, ArithmeticError, DBAPIError):
        # a byte so damaged that the row cannot even be read: look at each row by itself
        if len(ids) == 1:
            return ids
        middle = len(ids) // 2
        return _damaged(connection, ids[:middle]) + _damaged(connection, ids[middle:])
