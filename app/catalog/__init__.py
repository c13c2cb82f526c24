"""The catalogue: what the center sells, at which price, and why."""

from app.catalog.pricing import PricedItem, expand, priced, visible_why

__all__ = ["PricedItem", "expand", "priced", "visible_why"]
