"""The catalogue: everything that can be sold under its kinds, searched as one types, its card at the right."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from app.catalog import ItemLine
from models.access import Permission
from ui.catalog.items import ItemList
from ui.catalog.panel import WIDTH, ItemPanel
from ui.catalog.prices import PricesDialog
from ui.shell.desk import Desk
from ui.shell.page import Page
from widgets.buttons import Button, hairline
from widgets.fields import SearchEdit
from widgets.theme import theme

_ROOMY = 1000
_SLIM = 352
"""Width of the card, in design pixels, where the page is narrower than ``_ROOMY``."""


class CatalogPage(Page):
    """List and card of the catalogue. A record is an item's id; ``search`` among the params searches words."""

    watches: ClassVar[Sequence[str]] = (
        "catalog_item",
        "product",
        "stock_level",
        "labour_rate",
        "markup_band",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._may_edit = desk.can(Permission.CATALOG_EDIT)
        self.toolbar.set_title(self.tr("Catalog"))
        self.search = SearchEdit(
            self.tr("Code, name or number"), name=self.tr("Search the catalog")
        )
        self.search.setProperty("search", True)
        self.toolbar.add_search(self.search, 300)
        self._build_actions()
        self.items = ItemList(desk)
        self._panel: ItemPanel | None = None
        self._build_middle()
        self.search.searched.connect(self.items.search)
        self.items.counted.connect(self.search.set_count)
        self.items.new_asked.connect(self.new)
        self.items.table.previewed.connect(self._previewed)
        self.items.table.opened.connect(self._opened)
        self.items.table.peeked.connect(self._peeked)
        self._keys()

    # parts
    def _build_actions(self) -> None:
        if self.desk.can(Permission.COSTS_SEE):
            prices = Button(self.tr("Rates and markup…"), "badge-percent", kind="quiet")
            prices.clicked.connect(lambda: PricesDialog(self.desk, self).open())
            self.toolbar.add(prices)
        if self._may_edit:
            new = Button(self.tr("Item"), "plus", kind="primary")
            new.set_keys("Ctrl+N", install=False)
            new.clicked.connect(self.new)
            self.toolbar.add(new)

    def _build_middle(self) -> None:
        self.body.addWidget(self.items.head)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.items, 1)
        self._aside = QWidget()
        aside = QHBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(0)
        aside.addWidget(hairline(vertical=True))
        middle.addWidget(self._aside)
        self.body.addLayout(middle, 1)
        # only now it has a parent: shown before, it would be a window of its own
        self._aside.setVisible(bool(self.desk.saved("catalog.panel", default=True)))

    def _keys(self) -> None:
        pairs: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+D", self._duplicate),
            ("Ctrl+G", self._why),
            ("Ins", self._add_line),
        )
        for keys, do in pairs:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    @property
    def panel(self) -> ItemPanel:
        """The card; made when it is needed first, so that the list is on the screen before it."""
        if self._panel is None:
            panel = ItemPanel(self.desk)
            panel.closed.connect(self._close_panel)
            panel.made.connect(self._made)
            row = self._aside.layout()
            if row is not None:
                row.addWidget(panel)
            self._panel = panel
        return self._panel

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panel()

    def _fit_panel(self) -> None:
        """A narrow window leaves more of itself to the list."""
        look = theme()
        wide = look.px(WIDTH if self.width() >= look.px(_ROOMY) else _SLIM)
        self._aside.setFixedWidth(wide + 1)

    # the page's duties
    @override
    def make_ahead(self) -> None:
        if not self._aside.isHidden():
            self.panel.show()

    @override
    def load(self) -> None:
        self.items.read(again=True)
        panel = self._panel
        if panel is not None and panel.wanted is not None and not self._aside.isHidden():
            panel.show_item(panel.wanted)

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        words = params.get("search")
        if isinstance(words, str):
            self.search.set_value(words)
            self.items.search(words)
        if key is not None:
            self.search.set_value("")
            self._show_panel()
            self.items.show_item(key)
            self.panel.show_item(key)

    @override
    def back(self) -> bool:
        held = QApplication.focusWidget()
        if held is not None and self._aside.isAncestorOf(held):
            self.items.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.search.value():
            self.search.set_value("")
            self.items.search("")
            return True
        return False

    @override
    def new(self) -> None:
        if self._may_edit:
            self._show_panel()
            self.items.follows = False
            self.panel.start_new(self.items.new_kind)

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        hints = [("Up+Down", self.tr("row")), ("Space", self.tr("card"))]
        if self._may_edit:
            hints += [("Return", self.tr("edit")), ("Ctrl+D", self.tr("duplicate"))]
        return (*hints, ("Ctrl+G", self.tr("why this price")))

    # list and card
    def _previewed(self, row: ItemLine | None) -> None:
        if row is None or self.items.is_placing or self._aside.isHidden():
            return
        if self.panel.is_new and self.panel.editor.is_dirty and not self._by_hand():
            return
        self.items.follows = True
        if row.item.id != self.panel.wanted:
            self.panel.show_item(row.item.id)

    def _by_hand(self) -> bool:
        """Whether a person moves in the list: a list that reads again takes no form away."""
        return self.items.table.view.hasFocus()

    def _opened(self, row: ItemLine) -> None:
        self._show_panel()
        if row.item.id != self.panel.wanted:
            self.panel.show_item(row.item.id)
        self.panel.editor.focus_first()

    def _peeked(self) -> None:
        if self._aside.isVisible():
            self._close_panel()
            return
        self._show_panel()
        row = self.items.table.current()
        if row is not None:
            self.panel.show_item(row.item.id)

    def _show_panel(self) -> None:
        self._aside.show()
        self.desk.save("catalog.panel", value=True)

    def _close_panel(self) -> None:
        self._aside.hide()
        self.desk.save("catalog.panel", value=False)
        self.items.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, key: uuid.UUID) -> None:
        self.items.follows = True
        self.search.set_value("")
        self.items.show_item(key)
        self.panel.show_item(key)

    def _duplicate(self) -> None:
        if self._may_edit and self._aside.isVisible():
            self.items.follows = False
            self.panel.duplicate()

    def _add_line(self) -> None:
        if self._panel is not None:
            self._panel.editor.focus_lines()

    def _why(self) -> None:
        self._show_panel()
        row = self.items.table.current()
        if self.panel.item_id is None and row is not None:
            self.panel.show_item(row.item.id)
        self.panel.show_why()
