"""One line of a delivery: its product, how much of it, in which unit, and what one cost."""

import uuid
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.inventory import Arrived, MatchedLine, ProductDetail, get_product
from models.access import Permission
from models.money import Money, half_up
from ui.inventory.product_form import ProductDialog
from ui.parts.fields import money_edit, quantity_edit
from ui.parts.goods import product_picker
from ui.parts.units import unit_word
from ui.shell.desk import Desk
from widgets.badge import FigureLabel
from widgets.buttons import Button
from widgets.fields import Choice
from widgets.picker import Option
from widgets.theme import theme
from widgets.values import Figure

NUMBER, UNIT, COST, SUM = 82, 96, 112, 96
"""Widths of a line's parts, in design pixels."""


class ReceiveLine(QWidget):
    """One product of a delivery."""

    changed = Signal()
    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.detail: ProductDetail | None = None
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        may_create = desk.can(Permission.CATALOG_EDIT)
        self.product = product_picker(
            desk,
            name=self.tr("Product"),
            placeholder=self.tr("Number, name or barcode"),
            create=self.tr("New product “{text}”") if may_create else None,
        )
        self.product.setProperty("takesScans", True)
        self.qty = quantity_edit(desk, name=self.tr("Quantity"))
        self.unit = Choice([(False, "")], name=self.tr("Unit"))
        self.cost = money_edit(desk, name=self.tr("Cost of one, without tax"))
        self._sum = FigureLabel(Figure(""), name=self.tr("Sum"))
        self.qty.setFixedWidth(look.px(NUMBER))
        self.unit.setFixedWidth(look.px(UNIT))
        self.cost.setFixedWidth(look.px(COST))
        money = QWidget()
        money.setFixedWidth(look.px(SUM))
        right = QHBoxLayout(money)
        right.setContentsMargins(0, 0, 0, 0)
        right.addStretch(1)
        right.addWidget(self._sum)
        remove = Button(icon="x", kind="quiet", small=True, name=self.tr("Remove the line"))
        remove.clicked.connect(self.gone)
        row.addWidget(self.product, 1)
        for widget in (self.qty, self.unit, self.cost, money, remove):
            row.addWidget(widget)
        self.product.picked.connect(self._picked)
        self.product.create_asked.connect(self._create)
        # what is typed is read when its field is left: reading it earlier would take the comma away
        for signal in (self.qty.read, self.cost.read, self.unit.edited):
            signal.connect(self._show_sum)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.product.text().strip() or self.qty.text() or self.cost.text())

    def worth(self) -> int | None:
        """What the line cost, in minor units; None while it cannot be counted."""
        qty, cost = self.qty.value(), self.cost.minor()
        return None if qty is None or cost is None else half_up(Fraction(qty) * cost)

    def arrived(self) -> Arrived | None:
        """The line as a command; None, with its problems said, while something is missing."""
        problems = False
        missing = self.tr("Fill this in.")
        for control, held in (
            (self.product, self.product.value()),
            (self.qty, self.qty.value()),
            (self.cost, self.cost.minor()),
        ):
            if held is None:
                problems = True
                if not control.problem():
                    control.tell(missing)
        qty, cost, key = self.qty.value(), self.cost.minor(), self.product.value()
        if problems or qty is None or cost is None or not isinstance(key, uuid.UUID):
            return None
        return Arrived(
            product_id=key, qty=qty, cost_amount=cost, in_purchase_units=bool(self.unit.value())
        )

    def show_product(self, detail: ProductDetail) -> None:
        """Fill the line with a product: its units, and what it cost last."""
        self.detail = detail
        product = detail.product
        self.product.set_option(Option(product.id, f"{product.sku}  {product.name}"))
        self.product.setToolTip(product.name)
        units = [(False, unit_word(product.unit))]
        if detail.purchase_factor != 1 or detail.purchase_unit != product.unit:
            bought = unit_word(detail.purchase_unit)
            factor = self._desk.formats.qty(detail.purchase_factor)
            units.append((True, self.tr("{unit} of {n}").format(unit=bought, n=factor)))
        self.unit.set_choices(units)
        if detail.last_cost is not None and not self.cost.text():
            self.cost.set_value(detail.last_cost.decimal)
        self._show_sum()
        self.changed.emit()

    def suggest(self, matched: MatchedLine) -> None:
        """Fill the line with what an invoice says."""
        read = matched.line
        self.qty.set_value(read.qty)
        self.cost.set_value(read.price)
        if matched.product is not None:
            self._load(matched.product.id, focus=False)
        else:
            self.product.setText(read.code or read.name)
        self._show_sum()

    def _picked(self, option: Option | None) -> None:
        if option is not None and isinstance(option.key, uuid.UUID):
            self._load(option.key, focus=True)

    def _load(self, key: uuid.UUID, *, focus: bool) -> None:
        def show(detail: ProductDetail) -> None:
            self.show_product(detail)
            if focus:
                self.qty.setFocus(Qt.FocusReason.OtherFocusReason)

        self._desk.read(self, lambda read: get_product(read, key), show, lane="product")

    def _create(self, text: str) -> None:
        dialog = ProductDialog(
            self._desk, self, sku=text, then=lambda key: self._load(key, focus=True)
        )
        dialog.open()

    def _show_sum(self, _value: object = None) -> None:
        worth = self.worth()
        currency = self._desk.center.currency
        shown = Figure("") if worth is None else self._desk.formats.amount(Money(worth, currency))
        self._sum.set_figure(shown)
        self.changed.emit()
