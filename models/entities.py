"""Every entity, imported once so that the one metadata is whole."""

from models import (
    access,
    arrivals,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    files,
    inventory,
    ledger,
    merges,
    passports,
    requests,
    vehicle_profiles,
    vehicles,
    work_orders,
)
from models.base import Base

ROOMS = (
    access,
    arrivals,
    billing,
    bookings,
    catalog,
    centers,
    contacts,
    customers,
    files,
    inventory,
    ledger,
    merges,
    passports,
    requests,
    vehicle_profiles,
    vehicles,
    work_orders,
)
metadata = Base.metadata
