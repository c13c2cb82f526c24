"""The catalogue on the screen: what the center sells, at which price, and why."""

from datetime import datetime

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.catalog.page import CatalogPage  # noqa: PLC0415 - see above

    return CatalogPage


def first(read: Read, now: datetime) -> None:
    """The list, and the card of its first item."""
    from app import catalog, inventory  # noqa: PLC0415 - after the module, see above

    on = now.date()
    index = catalog.item_index(read, catalog.ItemFilter())
    catalog.price_groups(read)
    catalog.item_choices(read, on=on)
    for row in catalog.item_rows(read, index.ids(0, 1), on=on):
        found = catalog.item_card(read, row.item.id, on=on).detail.item
        if found.product_id is not None:
            inventory.get_product(read, found.product_id)


SPEC = PageSpec(
    name="catalog",
    title=QT_TRANSLATE_NOOP("pages", "Catalog"),
    icon="book-open",
    make=later(load),
    load=load,
    first=first,
    permissions=(
        Permission.CATALOG_EDIT,
        Permission.WORK_ORDERS_EDIT,
        Permission.COSTS_SEE,
        Permission.EXCHANGE_EXPORT,
    ),
    group=1,
)
"""How the navigation knows it."""
