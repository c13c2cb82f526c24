"""The stock: the list of levels, and the card of a product over it."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.inventory import CardRow, Place, ProductDetail, StockShow, list_locations
from models.access import Permission
from ui.inventory.adjust import AdjustDialog, ReverseDialog
from ui.inventory.card import ProductView
from ui.inventory.levels import StockList
from ui.inventory.link import LinkDialog
from ui.inventory.product_form import ProductDialog
from ui.inventory.receive import ReceiveDialog
from ui.inventory.send import SendDialog
from ui.inventory.stores import StoresDialog
from ui.shell.desk import Desk
from ui.shell.page import Page
from widgets.buttons import Button
from widgets.fields import SearchEdit


class InventoryPage(Page):
    """List and card of the stock. A record is a product's id.

    Params: ``show`` opens a view ("low", "negative"), ``search`` searches words, ``list`` leaves the card,
    ``new`` starts a product.
    """

    watches: ClassVar[Sequence[str]] = (
        "product",
        "stock_level",
        "stock_move",
        "location",
        "catalog_item",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.toolbar.set_title(self.tr("Stock"))
        self.search = SearchEdit(
            self.tr("Number, name or barcode"), name=self.tr("Search the stock")
        )
        self.search.setProperty("search", True)
        self.toolbar.add_search(self.search, 300)
        self._build_actions()
        self.stack = QStackedWidget()
        self.levels = StockList(desk)
        self._product: ProductView | None = None
        self.stack.addWidget(self.levels)
        self.body.addWidget(self.stack, 1)
        self.search.searched.connect(self.levels.search)
        self.levels.counted.connect(self.search.set_count)
        self.levels.new_asked.connect(self.new)
        # through the window, so that it shows the keys of what is open
        self.levels.chosen.connect(lambda key: desk.open("inventory", key))

    @property
    def product(self) -> ProductView:
        """The card; made when the first product is opened."""
        if self._product is None:
            card = ProductView(self.desk)
            card.left.connect(lambda: self.desk.open("inventory", None, list=True))
            card.asked.connect(self._asked)
            card.reverse_asked.connect(self._reverse)
            self.stack.addWidget(card)
            self._product = card
        return self._product

    def _build_actions(self) -> None:
        desk = self.desk
        if desk.can(Permission.INVENTORY_ADJUST):
            stores = Button(self.tr("Stores…"), "warehouse", kind="quiet")
            stores.clicked.connect(lambda: StoresDialog(desk, self).open())
            self.toolbar.add(stores)
        if desk.can(Permission.CATALOG_EDIT):
            new = Button(self.tr("Product"), "plus")
            new.set_keys("Ctrl+N", install=False)
            new.clicked.connect(self.new)
            self.toolbar.add(new)
        if desk.can(Permission.INVENTORY_RECEIVE):
            photo = Button(self.tr("From an invoice…"), "scan-text", kind="quiet")
            photo.clicked.connect(lambda: desk.open("recognition", None, document="invoice"))
            self.toolbar.add(photo)
            receive = Button(self.tr("Receive"), "truck", kind="primary", keys="R")
            receive.clicked.connect(lambda: self._receive(None))
            self.toolbar.add(receive)

    # the page's duties
    @override
    def load(self) -> None:
        self.levels.read()
        if self._in_card and self.product.product_id is not None:
            self.product.show_product(self.product.product_id)

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if params.get("new"):
            self.new()
        if params.get("list"):
            self._leave()
        show = params.get("show")
        if show in set(StockShow):
            self._leave()
            self.levels.show_view(str(show))
        receipt = params.get("receipt")
        if receipt is not None:
            document, read = str(params.get("document", "")), params.get("reading")
            self._with_stores(
                lambda places: ReceiveDialog(self.desk, self, places).filled(
                    document, receipt, read
                )
            )
        words = params.get("search")
        if isinstance(words, str):
            self._leave()
            self.search.set_value(words)
            self.levels.search(words)
        if key is not None:
            self._open(key)

    @override
    def back(self) -> bool:
        if self._in_card:
            self._leave()
            return True
        if self.search.value():
            self.search.set_value("")
            self.levels.search("")
            return True
        return False

    @override
    def new(self) -> None:
        if self.desk.can(Permission.CATALOG_EDIT):
            ProductDialog(self.desk, self, then=self._open).open()

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self._in_card:
            return (("Return", self.tr("open document")), ("Ctrl+C", self.tr("copy rows")))
        return (
            ("Up+Down", self.tr("row")),
            ("Return", self.tr("card")),
            ("Ctrl+C", self.tr("copy rows")),
        )

    # list and card
    @property
    def _in_card(self) -> bool:
        return self._product is not None and self.stack.currentWidget() is self._product

    def _open(self, key: uuid.UUID) -> None:
        self.toolbar.hide()
        self.stack.setCurrentWidget(self.product)
        self.product.show_product(key)
        self.product.moves.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if not self._in_card:
            return
        key = self.product.product_id
        self.toolbar.show()
        self.stack.setCurrentWidget(self.levels)
        if key is not None:
            self.levels.table.select(key)
        self.levels.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # actions
    def _asked(self, name: str) -> None:
        detail = self.product.detail
        if detail is None:
            return
        actions: dict[str, Callable[[ProductDetail], object]] = {
            "edit": lambda shown: ProductDialog(self.desk, self, shown).open(),
            "adjust": lambda shown: self._with_stores(
                lambda places: AdjustDialog(self.desk, self, shown, places)
            ),
            "send": lambda shown: self._with_stores(
                lambda places: SendDialog(self.desk, self, shown, places)
            ),
            "receive": self._receive,
            "link": lambda shown: LinkDialog(self.desk, self, shown.product).open(),
        }
        actions[name](detail)

    def _receive(self, detail: ProductDetail | None) -> None:
        self._with_stores(lambda places: ReceiveDialog(self.desk, self, places, detail))

    def _reverse(self, row: CardRow) -> None:
        ReverseDialog(self.desk, self, row).open()

    def _with_stores(self, make: Callable[[list[Place]], Any]) -> None:
        """Open a dialog that needs to know the open stores."""

        def show(places: Sequence[Place]) -> None:
            make([place for place in places if not place.is_archived]).open()

        self.desk.read(self, list_locations, show, lane="stores")
