"""Short ways to goods and items in tests: products with stock, and functions run as one action."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.inventory import (
    CreateProduct,
    Receive,
    Want,
    check_levels,
    consume,
    create_product,
    damaged_moves,
    default_store,
    location_of,
    receive,
)
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Tx, action
from models.access import Permission
from models.base import new_id
from models.inventory import StockLevel
from tests.build.shops import TestShop


@action(
    "goods.together",
    permission=Permission.INVENTORY_ISSUE,
    label=QT_TRANSLATE_NOOP("goods", "Together"),
)
def together(tx: Tx, work: Callable[[Tx], Any]) -> Any:  # noqa: ANN401 - whatever the work returns
    """Run several steps of a capability in one transaction, as an order does."""
    tx.about("center", tx.actor.center_id)
    return work(tx)


def run(shop: TestShop, work: Callable[[Tx], Any]) -> Any:  # noqa: ANN401 - as above
    """What the work returns, once it is committed."""
    return shop.do(together, work)


def store_of(shop: TestShop) -> uuid.UUID:
    """The main store."""
    with shop.reading() as read:
        return default_store(read.connection, read.center_id)


def place_of(shop: TestShop, kind: str) -> uuid.UUID:
    """The center's place of that kind."""
    with shop.reading() as read:
        return location_of(read.connection, read.center_id, kind)


def product(
    shop: TestShop, *, qty: str | None = None, cost: int = 10_000, **given: object
) -> uuid.UUID:
    """A product, with stock of that cost for one unit when a quantity is given."""
    form: dict[str, Any] = {"sku": f"SKU-{new_id().hex[-8:]}", "name": "Фильтр", **given}
    made = shop.do(create_product, CreateProduct(**form))
    if qty is not None:
        shop.do(receive, Receive(product_id=made, qty=Decimal(qty), cost_amount=cost))
    return made


def level(shop: TestShop, product_id: uuid.UUID, place: uuid.UUID | None = None) -> tuple[str, int]:
    """On hand and value in a place (the main store)."""
    with shop.reading() as read:
        row = read.connection.execute(
            sa.select(StockLevel.on_hand_qty, StockLevel.value_amount).where(
                StockLevel.product_id == product_id,
                StockLevel.location_id == (place or store_of(shop)),
            )
        ).one()
    return f"{row.on_hand_qty.normalize():f}", row.value_amount


def whole(shop: TestShop) -> None:
    """Every balance equals the ledger, every hash its move."""
    with shop.reading() as read:
        assert check_levels(read.connection, read.center_id) == []
        assert damaged_moves(read.connection, read.center_id) == []


def use(shop: TestShop, product_id: uuid.UUID, qty: str, *, allow_negative: bool = False) -> int:
    """Sell from the shelf; the cost."""
    line = new_id()
    want = Want(line, product_id, store_of(shop), Decimal(qty))
    costs = run(shop, lambda tx: consume(tx, [want], allow_negative=allow_negative))
    cost: int = costs[line]
    return cost


def get(shop: TestShop, product_id: uuid.UUID, qty: str, cost: int) -> uuid.UUID:
    return shop.do(receive, Receive(product_id=product_id, qty=Decimal(qty), cost_amount=cost))
