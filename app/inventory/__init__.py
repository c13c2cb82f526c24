"""Goods: products, places, the ledger of moves, and what orders do with them."""

from app.inventory.lines import (
    Shortage,
    Want,
    consume,
    issue,
    release,
    reserve,
    shortages,
    take_back,
)
from app.inventory.places import (
    ArchiveLocation,
    CreateLocation,
    Place,
    archive_location,
    create_location,
    default_store,
    list_locations,
    location_of,
)

__all__ = [
    "ArchiveLocation",
    "CreateLocation",
    "Place",
    "Shortage",
    "Want",
    "archive_location",
    "consume",
    "create_location",
    "default_store",
    "issue",
    "list_locations",
    "location_of",
    "release",
    "reserve",
    "shortages",
    "take_back",
]
