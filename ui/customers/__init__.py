"""Customers & vehicles: the list, and one page for a car, its owner and everything between them."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.shell.page import Page, PageSpec, later


def load() -> type[Page]:
    """The page's module; the window does not wait for it."""
    from ui.customers.page import CustomersPage  # noqa: PLC0415 - see above

    return CustomersPage


SPEC = PageSpec(
    name="customers",
    title=QT_TRANSLATE_NOOP("pages", "Customers & cars"),
    icon="users",
    make=later(load),
    load=load,
    group=0,
    places=("vehicles",),
)
