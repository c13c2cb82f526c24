"""A window with the pages of goods, and short ways to what is in the sample shop."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.catalog import ItemView, find_items
from app.inventory import ProductView, find_products
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read, Shop, Tx, act
from ui import catalog, inventory
from ui.dressing import open_window
from ui.shell.page import Page, PageSpec
from ui.shell.window import Window
from ui.start import person, settle
from widgets.dialog import Dialog

_T = TypeVar("_T")
_D = TypeVar("_D", bound=Dialog)
_C = TypeVar("_C")
_R = TypeVar("_R")
_SEEN_MS = 40
"""A table asks for the rows that are seen a moment after they are."""


class Orders(Page):
    """Stands where the page of orders would: remembers what was opened."""

    opened: ClassVar[list[uuid.UUID | None]] = []

    def open_record(self, key: uuid.UUID | None, **_params: object) -> None:
        self.opened.append(key)


SPECS = (
    catalog.SPEC,
    inventory.SPEC,
    PageSpec(
        name="work_orders",
        title=QT_TRANSLATE_NOOP("test", "Orders"),
        icon="clipboard-list",
        make=Orders,
    ),
)


@contextmanager
def goods_window(shop: Shop, folder: Path, login: str | None = None) -> Iterator[Window]:
    """A window at 1366×768 of that person (the owner)."""
    Orders.opened.clear()
    made = open_window(
        shop, person(shop, login), language="en", drafts=folder / "drafts", specs=SPECS
    )
    made.resize(1366, 768)
    made.show()
    settle(made)
    yield made
    quiet(made)
    made.close()
    made.desk.close()
    made.deleteLater()
    QApplication.processEvents()


def page_of(window: Window, place: str, kind: type[_T]) -> _T:
    """The page of a place, read."""
    window.open(place, None, {})
    quiet(window)
    assert isinstance(window.page, kind)
    return window.page


def see(window: Window, read: Callable[[Read], _T]) -> _T:
    """What one read answers to the person at the window."""
    with window.desk.shop.reading(window.desk.actor) as reading:
        return read(reading)


def do(window: Window, verb: Callable[[Tx, _C], _R], command: _C) -> _R:
    """Write past the screen, as another desk would."""
    return act(window.desk.shop, window.desk.actor, verb, command).result


def item_of(window: Window, code: str) -> ItemView:
    """The item of that code."""
    return see(window, lambda read: find_items(read, code))[0]


def product_of(window: Window, sku: str) -> ProductView:
    """The product of that number."""
    return see(window, lambda read: find_products(read, sku))[0]


def dialog_of(window: Window, kind: type[_D]) -> _D:
    """The dialog of that kind that is open."""
    found = [made for made in window.findChildren(kind) if made.isVisible()]
    assert len(found) == 1
    return found[0]


def put(field: Any, text: str) -> None:  # noqa: ANN401 - any field of one line
    """Type a text over what stands there, and leave the field by Tab."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        # the keys that QTest knows are those of ASCII
        field.insert(text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def quiet(window: Window) -> None:
    """Wait until rows that are seen are asked for, read and painted."""
    settle(window)
    QTest.qWait(_SEEN_MS)
    settle(window)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the widget is."""
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
