"""The catalogue: what the center sells, at which price, and why."""

from app.catalog.bulk import BulkResult
from app.catalog.items import (
    ArchiveItem,
    CreateItem,
    ItemRow,
    LineOf,
    UpdateItem,
    archive_item,
    create_item,
    update_item,
    upsert_items,
)
from app.catalog.prices import (
    SetLabourRate,
    SetMarkup,
    list_labour_rates,
    list_markup,
    remove_labour_rate,
    set_labour_rate,
    set_markup,
)
from app.catalog.pricing import PricedItem, expand, priced, visible_why
from app.catalog.reads import (
    ItemDetail,
    ItemView,
    PackageLineView,
    find_items,
    get_item,
    list_items,
)

__all__ = [
    "ArchiveItem",
    "BulkResult",
    "CreateItem",
    "ItemDetail",
    "ItemRow",
    "ItemView",
    "LineOf",
    "PackageLineView",
    "PricedItem",
    "SetLabourRate",
    "SetMarkup",
    "UpdateItem",
    "archive_item",
    "create_item",
    "expand",
    "find_items",
    "get_item",
    "list_items",
    "list_labour_rates",
    "list_markup",
    "priced",
    "remove_labour_rate",
    "set_labour_rate",
    "set_markup",
    "update_item",
    "upsert_items",
    "visible_why",
]
