"""What an empty list says, and what it offers."""

from dataclasses import dataclass
from enum import Enum, auto

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import OrderShelf
from ui.shell.words import said
from ui.work_orders.list_filter import SHELVES, ListFilter


class Remedy(Enum):
    """The one thing that helps."""

    NONE = auto()
    SEARCH_ALL = auto()
    CLEAR = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Empty:
    """An empty list in words."""

    icon: str
    sentence: str
    hint: str = ""
    remedy: Remedy = Remedy.NONE


def empty_of(wanted: ListFilter, text: str) -> Empty:
    """Why nothing is shown for this filter and these words."""
    if text and wanted.shelf is not OrderShelf.ALL:
        sentence = said(QT_TRANSLATE_NOOP("OrderList", "Nothing here matches “{text}”"))
        return Empty("search", sentence.format(text=text), "", Remedy.SEARCH_ALL)
    if text:
        return Empty(
            "search",
            said(QT_TRANSLATE_NOOP("OrderList", "No order matches “{text}”")).format(text=text),
            said(QT_TRANSLATE_NOOP("OrderList", "Search by number, plate, car, name or telephone")),
        )
    if wanted.added:
        sentence = said(QT_TRANSLATE_NOOP("OrderList", "No order fits the filter"))
        return Empty("list-filter", sentence, "", Remedy.CLEAR)
    if wanted.shelf in {OrderShelf.OPEN, OrderShelf.ALL}:
        return Empty(
            "clipboard-list",
            said(QT_TRANSLATE_NOOP("OrderList", "No open work orders")),
            said(QT_TRANSLATE_NOOP("OrderList", "A work order begins with the plate of the car")),
            Remedy.NEW,
        )
    sentence = said(QT_TRANSLATE_NOOP("OrderList", "{filter}: nothing at the moment"))
    return Empty("circle-check", sentence.format(filter=said(SHELVES[wanted.shelf])))
