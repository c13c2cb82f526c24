"""Every entity, imported once so that the one metadata is whole."""

from models import (
    access,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    inventory,
    ledger,
    passports,
    vehicles,
    work_orders,
)
from models.base import Base

ROOMS = (
    access,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    inventory,
    ledger,
    passports,
    vehicles,
    work_orders,
)
metadata = Base.metadata
