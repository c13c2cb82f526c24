"""The catalogue on the screen: what the center sells, at which price, and why."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.catalog.page import CatalogPage
from ui.shell.page import PageSpec

SPEC = PageSpec(
    name="catalog",
    title=QT_TRANSLATE_NOOP("pages", "Catalog"),
    icon="book-open",
    make=CatalogPage,
    permissions=(
        Permission.CATALOG_EDIT,
        Permission.WORK_ORDERS_EDIT,
        Permission.COSTS_SEE,
        Permission.EXCHANGE_EXPORT,
    ),
    group=1,
)
"""How the navigation knows it."""
