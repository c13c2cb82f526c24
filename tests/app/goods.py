"""Short ways to goods and items in tests: products with stock, and functions run as one action."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.inventory import (
    CreateProduct,
    Receive,
    create_product,
    default_store,
    location_of,
    receive,
)
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Tx, action
from models.access import Permission
from models.base import new_id
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
