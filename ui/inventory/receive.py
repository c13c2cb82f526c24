"""Goods from a supplier: one document, several lines, booked whole or not at all."""

import uuid
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.inventory import (
    Arrived,
    MatchedLine,
    Place,
    ProductDetail,
    ReceiveGoods,
    get_product,
    receive_goods,
)
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from models.access import Permission
from models.money import Money, half_up
from ui.inventory.product_form import ProductDialog
from ui.parts.fields import money_edit, quantity_edit
from ui.parts.goods import product_picker
from ui.parts.units import unit_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import FigureLabel
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form
from widgets.picker import Option
from widgets.theme import theme
from widgets.values import Figure

_NUMBER, _UNIT, _COST, _SUM = 82, 96, 112, 96


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
        self.qty.setFixedWidth(look.px(_NUMBER))
        self.unit.setFixedWidth(look.px(_UNIT))
        self.cost.setFixedWidth(look.px(_COST))
        money = QWidget()
        money.setFixedWidth(look.px(_SUM))
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


class ReceiveDialog(Dialog):
    """A delivery. A line appears below as soon as the last one is filled."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        places: list[Place],
        detail: ProductDetail | None = None,
    ) -> None:
        super().__init__(parent, "", 800)
        self._desk = desk
        self._lines: list[ReceiveLine] = []
        self.set_title(self.tr("Receive goods"))
        self.form = Form(2)
        self.form.add("document", self.tr("Supplier and document"), TextEdit(limit=200))
        self.form.add("place", self.tr("Store"), Choice([(p.id, p.name) for p in places]))
        self.body.addWidget(self.form)
        self.body.addLayout(self._captions())
        self._box = QVBoxLayout()
        self._box.setSpacing(theme().px(6))
        self.body.addLayout(self._box)
        self._said = label("", "hint", tone="bad", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self._total = FigureLabel(Figure(""), size="lead", name=self.tr("Total"))
        self.add_left(self._total)
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        save = Button(self.tr("Receive"), "truck", kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.add_button(save)
        first = self._add_line()
        if detail is not None:
            first.show_product(detail)
            self.set_first_focus(first.qty)
        else:
            self.set_first_focus(self.form.control("document"))

    def _captions(self) -> QHBoxLayout:
        look = theme()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(label(self.tr("Product"), "caption"), 1)
        for text, width in (
            (self.tr("Quantity"), _NUMBER),
            (self.tr("Unit"), _UNIT),
            (self.tr("Cost of one"), _COST),
            (self.tr("Sum"), _SUM + 32),
        ):
            words = label(text, "caption")
            words.setFixedWidth(look.px(width))
            row.addWidget(words)
        return row

    def filled(self, document: str, lines: Sequence[MatchedLine]) -> "ReceiveDialog":
        """The dialog with the lines of a supplier's invoice; what is not in the stock waits for its product."""
        self.form.control("document").set_value(document)
        for matched in lines:
            self._lines[-1].suggest(matched)
            self._add_line()
        unknown = [each.line.code or each.line.name for each in lines if each.product is None]
        if unknown:
            self._say(self.tr("Not found in the stock: {names}").format(names=", ".join(unknown)))
        return self

    @property
    def lines(self) -> tuple[ReceiveLine, ...]:
        """The lines, the empty last one too."""
        return tuple(self._lines)

    def _add_line(self) -> ReceiveLine:
        line = ReceiveLine(self._desk)
        line.changed.connect(self._changed)
        line.gone.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._box.addWidget(line)
        line.show()
        self.refit()
        return line

    def _remove(self, line: ReceiveLine) -> None:
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()
        if not self._lines:
            self._add_line().product.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()
        self.refit()

    def _changed(self) -> None:
        if self._lines and self._lines[-1].detail is not None:
            self._add_line()
        worth = [line.worth() for line in self._lines if not line.is_empty]
        total = sum(amount for amount in worth if amount is not None)
        money = Money(total, self._desk.center.currency)
        self._total.set_figure(Figure(self._desk.formats.money(money) if total else ""))

    def save(self) -> None:
        """Book the delivery; what is missing is said in its line."""
        filled = [line for line in self._lines if not line.is_empty]
        arrived = [line.arrived() for line in filled]
        whole = [line for line in arrived if line is not None]
        self._say("" if filled else self.tr("Choose a product first."))
        if not filled or len(whole) < len(filled):
            return
        held = self.form.values()
        command = ReceiveGoods(
            lines=tuple(whole), document=held["document"] or None, location_id=held["place"]
        )
        self._desk.act(self, receive_goods, command, self._done, failed=self._refused)

    def _done(self, _changes: Changes[uuid.UUID]) -> None:
        count = sum(1 for line in self._lines if not line.is_empty)
        self.finish("done")
        self._desk.toast(self.tr("%n lines received", "", count))

    def _refused(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self._say(" ".join(said(text) for text in error.problems.values()))
        return True

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.refit()
