"""The stock on the screen: levels, the card of a product, deliveries, counts, moves between stores."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def low_count(read: Read) -> int:
    """How many products are below their minimum."""
    from app.inventory import stock_counts  # noqa: PLC0415 - counted after the first page is painted

    return stock_counts(read).low


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.inventory.page import InventoryPage  # noqa: PLC0415 - see above

    return InventoryPage


SPEC = PageSpec(
    name="inventory",
    title=QT_TRANSLATE_NOOP("pages", "Stock"),
    icon="boxes",
    make=later(load),
    load=load,
    permissions=(
        Permission.CATALOG_EDIT,
        Permission.INVENTORY_RECEIVE,
        Permission.INVENTORY_ISSUE,
        Permission.INVENTORY_ADJUST,
        Permission.WORK_ORDERS_EDIT,
    ),
    group=1,
    count=low_count,
)
"""How the navigation knows it."""
