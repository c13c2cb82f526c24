"""The catalogue on the screen: what the center sells, at which price, and why."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.access import Permission
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.catalog.page import CatalogPage  # noqa: PLC0415 - see above

    return CatalogPage


SPEC = PageSpec(
    name="catalog",
    title=QT_TRANSLATE_NOOP("pages", "Catalog"),
    icon="book-open",
    make=later(load),
    load=load,
    permissions=(
        Permission.CATALOG_EDIT,
        Permission.WORK_ORDERS_EDIT,
        Permission.COSTS_SEE,
        Permission.EXCHANGE_EXPORT,
    ),
    group=1,
)
"""How the navigation knows it."""
