"""Customers & vehicles: the list, and one page for a car, its owner and everything between them."""

from app.kernel.errors import QT_TRANSLATE_NOOP
from ui.customers.page import CustomersPage
from ui.shell.page import PageSpec

SPEC = PageSpec(
    name="customers",
    title=QT_TRANSLATE_NOOP("pages", "Customers & cars"),
    icon="users",
    make=CustomersPage,
    group=0,
    places=("vehicles",),
)
