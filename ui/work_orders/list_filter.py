"""What the list of work orders is filtered by: a tab everybody has, what one adds to it, and own saved filters."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.work_orders import OrderShelf, OrderSort, OrderWish
from models.order_flow import OrderState
from ui.shell.formats import Formats

SHELVES: Final[Mapping[OrderShelf, Source]] = {
    OrderShelf.OPEN: QT_TRANSLATE_NOOP("OrderList", "Open"),
    OrderShelf.MINE: QT_TRANSLATE_NOOP("OrderList", "Mine"),
    OrderShelf.LATE: QT_TRANSLATE_NOOP("OrderList", "Late"),
    OrderShelf.APPROVAL: QT_TRANSLATE_NOOP("OrderList", "Awaiting approval"),
    OrderShelf.PARTS: QT_TRANSLATE_NOOP("OrderList", "Parts pending"),
    OrderShelf.READY: QT_TRANSLATE_NOOP("OrderList", "Ready"),
    OrderShelf.UNPAID: QT_TRANSLATE_NOOP("OrderList", "Unpaid"),
    OrderShelf.ALL: QT_TRANSLATE_NOOP("OrderList", "All"),
}
"""The tabs that everybody has."""

SPANS: Final[Mapping[int | None, Source]] = {
    None: QT_TRANSLATE_NOOP("OrderList", "at any time"),
    0: QT_TRANSLATE_NOOP("OrderList", "today"),
    7: QT_TRANSLATE_NOOP("OrderList", "in the last 7 days"),
    30: QT_TRANSLATE_NOOP("OrderList", "in the last 30 days"),
    365: QT_TRANSLATE_NOOP("OrderList", "in the last year"),
}
"""Days back from today within which an order was opened."""


@dataclass(frozen=True, slots=True)
class ListFilter:
    """A tab and what is added to it."""

    shelf: OrderShelf = OrderShelf.OPEN
    states: tuple[OrderState, ...] = ()
    advisor_id: uuid.UUID | None = None
    technician_id: uuid.UUID | None = None
    days: int | None = None

    @property
    def added(self) -> int:
        """How many conditions are added to the tab."""
        given = (self.states, self.advisor_id, self.technician_id)
        return sum(1 for one in given if one) + (self.days is not None)

    def bare(self) -> "ListFilter":
        """The tab alone."""
        return ListFilter(self.shelf)

    def wish(
        self, text: str, sort: tuple[OrderSort, bool], formats: Formats, now: datetime
    ) -> OrderWish:
        """What is asked for, with the words of the search and the sort."""
        since = None
        if self.days is not None:
            here = formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
            since = here - timedelta(days=self.days)
        return OrderWish(
            shelf=self.shelf,
            text=text,
            states=self.states,
            advisor_id=self.advisor_id,
            technician_id=self.technician_id,
            made_since=since,
            sort=sort[0],
            descending=sort[1],
        )

    def plain(self) -> dict[str, Any]:
        """As it is kept for the person."""
        return {
            "shelf": self.shelf.value,
            "states": [state.value for state in self.states],
            "advisor": str(self.advisor_id) if self.advisor_id else None,
            "technician": str(self.technician_id) if self.technician_id else None,
            "days": self.days,
        }


def read_filter(kept: Mapping[str, Any]) -> ListFilter:
    """A filter as it was kept; what this version does not know is left out."""
    shelf, days = kept.get("shelf"), kept.get("days")
    known = {state.value for state in OrderState}
    return ListFilter(
        OrderShelf(shelf) if shelf in set(OrderShelf) else OrderShelf.OPEN,
        tuple(OrderState(state) for state in kept.get("states", ()) if state in known),
        _key(kept.get("advisor")),
        _key(kept.get("technician")),
        days if days in SPANS else None,
    )


def _key(text: object) -> uuid.UUID | None:
    return uuid.UUID(text) if isinstance(text, str) and text else None


@dataclass(frozen=True, slots=True)
class OwnFilter:
    """A filter that somebody kept under a name, with the words of the search."""

    name: str
    filter: ListFilter
    text: str = ""

    @property
    def tab(self) -> str:
        """The name of its tab."""
        return f"own:{self.name}"

    def plain(self) -> dict[str, Any]:
        """As it is kept for the person."""
        return {"name": self.name, "filter": self.filter.plain(), "text": self.text}


def read_own(kept: Sequence[Mapping[str, Any]]) -> list[OwnFilter]:
    """Own filters as they were kept."""
    return [
        OwnFilter(one["name"], read_filter(one["filter"]), one.get("text", ""))
        for one in kept
        if one.get("name") and isinstance(one.get("filter"), Mapping)
    ]


def usual_sort(shelf: OrderShelf) -> tuple[OrderSort, bool]:
    """What is open by its promise, the rest newest first."""
    if shelf in {OrderShelf.ALL, OrderShelf.UNPAID}:
        return OrderSort.NUMBER, True
    return OrderSort.PROMISED, False
