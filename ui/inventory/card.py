"""The card of a product: figures at its head, then its moves, promises, items that sell it, equivalents."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.catalog import ItemLine, rows_of_product
from app.inventory import ProductCard, ProductDetail, product_card
from app.kernel.tx import Read
from models.access import Permission
from ui.inventory.figures import ProductFigures
from ui.inventory.moves import DAYS, MovesTab
from ui.inventory.rows import StockRows
from ui.parts.units import kind_icon, unit_word
from ui.shell.desk import Desk
from ui.shell.page import Toolbar
from widgets.badge import BadgeLabel
from widgets.buttons import Button, hairline, label
from widgets.elided import ElidedLabel
from widgets.headline import Headlines
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Badge, Mark

_NONE = Badge("", "package")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one reading of the card found."""

    card: ProductCard
    items: Sequence[ItemLine]


class ProductView(QWidget):
    """One product. ``left`` when it shall go away.

    ``asked`` names what was pressed: edit, adjust, send, receive, link.
    """

    left = Signal()
    asked = Signal(str)
    reverse_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._product_id: uuid.UUID | None = None
        self.card: ProductCard | None = None
        self._rows = StockRows(desk.formats)
        self._figures = ProductFigures(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_toolbar())
        self.figures = Headlines(self.tr("Figures of the product"))
        column.addWidget(self.figures)
        column.addLayout(self._make_tabs())
        column.addWidget(hairline())
        self.stack = QStackedWidget()
        self.moves = MovesTab(desk)
        self.moves.reverse_asked.connect(self.reverse_asked)
        self.stack.addWidget(self.moves)
        self._tables: dict[str, Table] = {}
        self._answer: _Answer | None = None
        column.addWidget(self.stack, 1)

    # parts
    def _make_toolbar(self) -> Toolbar:
        self.toolbar = Toolbar(self)
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back to the list"))
        back.clicked.connect(self.left)
        row = self.toolbar.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, back)
        self.toolbar.title.setFont(theme().font("title", codes=True))
        self.toolbar.title.setProperty("role", "")
        self._name = ElidedLabel("", "secondary")
        self.toolbar.add_left(self._name)
        self._badge = BadgeLabel(_NONE)
        self.toolbar.add_left(self._badge)
        actions = (
            ("edit", self.tr("Edit"), "pencil", "E", "quiet", Permission.CATALOG_EDIT),
            (
                "adjust", self.tr("Adjust"), "sliders-horizontal", "A", "secondary",
                Permission.INVENTORY_ADJUST,
            ),
            (
                "send", self.tr("Move"), "arrow-left-right", "M", "secondary",
                Permission.INVENTORY_ISSUE,
            ),
            (
                "receive", self.tr("Receive"), "truck", "R", "primary",
                Permission.INVENTORY_RECEIVE,
            ),
        )  # fmt: skip  # a declaration of a row reads as a row
        for name, text, icon, keys, kind, permission in actions:
            if self._desk.can(permission):
                button = Button(text, icon, kind=kind, keys=keys)
                button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
                self.toolbar.add(button)
        return self.toolbar

    def _make_tabs(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(6))
        self.tabs = TabLine(self.tr("Parts of the card"))
        self.tabs.changed.connect(self._open_tab)
        row.addWidget(self.tabs, 1)
        self._marks = []
        for caption in (self.tr("Barcode"), self.tr("Unit"), self.tr("Bin")):
            words = label(caption, "hint")
            value = label("", "secondary")
            row.addWidget(words)
            row.addWidget(value)
            row.addSpacing(look.px(8))
            self._marks.append((words, value))
        self._marks[0][1].setFont(look.font("base", codes=True))
        self._marks[2][1].setFont(look.font("base", codes=True))
        self._show_tabs(None)
        return row

    def _item_columns(self) -> list[Column]:
        formats = self._desk.formats
        columns = [
            Column(
                "code", self.tr("Code"), lambda r: Mark(r.item.code, kind_icon(r.item.kind)), 160
            ),
            Column("name", self.tr("Name"), lambda r: r.item.name, 260, stretch=1),
            Column("unit", self.tr("Unit"), lambda r: unit_word(r.item.unit), 70, kind="secondary"),
            Column(
                "price", self.tr("Price"),
                lambda r: None if r.whole is None else formats.amount(r.whole),
                width=110, align="right", kind="money",
            ),
        ]  # fmt: skip  # a declaration of a row reads as a row
        if self._desk.can(Permission.COSTS_SEE):
            columns.append(
                Column(
                    "margin", self.tr("Margin"),
                    lambda r: None if r.margin_percent is None else formats.percent(r.margin_percent),
                    width=90, align="right", kind="secondary",
                )
            )  # fmt: skip  # a declaration of a row reads as a row
        return columns

    # showing
    @property
    def product_id(self) -> uuid.UUID | None:
        """The product that is shown."""
        return self._product_id

    @property
    def detail(self) -> ProductDetail | None:
        """The product as it was read."""
        return None if self.card is None else self.card.detail

    def show_product(self, product_id: uuid.UUID) -> None:
        """Read a product and show it."""
        if product_id != self._product_id:
            self.tabs.set_current("moves")
        self._product_id = product_id
        now, today = self._desk.now(), self._desk.formats.today()

        def ask(read: Read) -> _Answer:
            since = now - timedelta(days=DAYS)
            return _Answer(
                product_card(read, product_id, since=since, now=now),
                rows_of_product(read, product_id, on=today),
            )

        self._desk.read(self, ask, self._show, lane="card")

    def _show(self, answer: _Answer) -> None:
        card, product = answer.card, answer.card.detail.product
        self.card = card
        name = ", ".join(part for part in (product.name, product.maker) if part)
        self.toolbar.set_title(product.sku)
        # a number is never shortened: the name beside it gives way
        self.toolbar.title.setMinimumWidth(self.toolbar.title.sizeHint().width())
        self._name.setText(name)
        badge = self._rows.state(product)
        self._badge.setVisible(badge is not None)
        if badge is not None:
            self._badge.set_value(badge)
        values = (product.barcode, unit_word(product.unit), product.bin)
        for (words, shown), value in zip(self._marks, values, strict=True):
            words.setVisible(bool(value))
            shown.setVisible(bool(value))
            shown.setText(value or "")
        self.figures.set_figures(self._figures.of(card, answer.items))
        self._show_tabs(answer)
        self.moves.show_card(card)
        self._answer = answer
        for name in self._tables:
            self._fill(name)

    def table(self, name: str) -> Table:
        """The table of a tab (promises, items, instead); made when it is opened first."""
        found = self._tables.get(name)
        if found is None:
            found = self._tables[name] = self._make_table(name)
            self.stack.addWidget(found)
            self._fill(name)
        return found

    def _make_table(self, name: str) -> Table:
        if name == "promises":
            table = Table(
                self._rows.promise_columns(), key=lambda row: row.move_id, name=self.tr("Reserved")
            )
            table.opened.connect(self._open_order)
        elif name == "items":
            table = Table(self._item_columns(), key=lambda r: r.item.id, name=self.tr("Sold as"))
            table.opened.connect(lambda row: self._desk.open("catalog", row.item.id))
        else:
            table = Table(
                self._rows.level_columns(with_money=False),
                key=lambda view: view.id,
                name=self.tr("Equivalents"),
            )
            table.opened.connect(lambda view: self._desk.open("inventory", view.id))
            table.menu_wanted.connect(self._equivalents_menu)
        return table

    def _equivalents_menu(self, _row: object, spot: QPoint) -> None:
        if not self._desk.can(Permission.CATALOG_EDIT):
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Link an equivalent…"), lambda: self.asked.emit("link"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _fill(self, name: str) -> None:
        answer = self._answer
        if answer is None:
            return
        card = answer.card
        rows, nothing = {
            "promises": (card.reserved, self.tr("Nothing is kept for orders")),
            "items": (answer.items, self.tr("No item of the catalog sells it")),
            "instead": (card.detail.equivalents, self.tr("No equivalents are known")),
        }[name]
        if rows:
            self._tables[name].set_rows(rows)
            return
        link = None
        if name == "instead" and self._desk.can(Permission.CATALOG_EDIT):
            link = Button(self.tr("Link an equivalent…"), "link")
            link.clicked.connect(lambda: self.asked.emit("link"))
        self._tables[name].show_empty("package", nothing, button=link)

    def _show_tabs(self, answer: _Answer | None) -> None:
        card = answer.card if answer is not None else None
        self.tabs.set_tabs(
            [
                ("moves", self.tr("Moves"), card.moves if card else None),
                ("promises", self.tr("Reserved"), len(card.reserved) if card else None),
                ("items", self.tr("Sold as"), len(answer.items) if answer else None),
                ("instead", self.tr("Equivalents"), len(card.detail.equivalents) if card else None),
            ]
        )

    def _open_tab(self, name: str) -> None:
        self.stack.setCurrentWidget(self.moves if name == "moves" else self.table(name))

    def _open_order(self, row: object) -> None:
        order_id = getattr(row, "order_id", None)
        if order_id is not None:
            self._desk.open("work_orders", order_id)
