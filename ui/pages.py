"""Every page of the desk, in the order of the navigation."""

from ui import billing, catalog, centers, exchange, inventory, today
from ui.shell.page import PageSpec

PAGES: tuple[PageSpec, ...] = (
    today.SPEC,
    catalog.SPEC,
    inventory.SPEC,
    billing.SPEC,
    exchange.SPEC,
    centers.SPEC,
)
