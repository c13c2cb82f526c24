"""Every page of the desk, in the order of the navigation."""

from ui import (
    arrivals,
    billing,
    bookings,
    catalog,
    centers,
    customers,
    exchange,
    inventory,
    recognition,
    sync,
    today,
    work_orders,
)
from ui.shell.page import PageSpec

PAGES: tuple[PageSpec, ...] = (
    today.SPEC,
    arrivals.SPEC,
    bookings.SPEC,
    bookings.REQUESTS,
    work_orders.SPEC,
    customers.SPEC,
    catalog.SPEC,
    inventory.SPEC,
    billing.SPEC,
    sync.SPEC,
    exchange.SPEC,
    centers.SPEC,
    recognition.SPEC,
)
