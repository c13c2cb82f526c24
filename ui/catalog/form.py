"""The fields of an item: which ones a kind has, and the command that they make."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.catalog import CreateItem, ItemChoices, ItemDetail, LineOf, UpdateItem
from models.catalog import STOCKED, ItemKind
from models.money import Money
from models.pricing import GENERAL
from ui.parts.fields import money_edit, quantity_edit, whole_edit
from ui.parts.goods import product_picker
from ui.parts.units import UNITS, kind_word, unit_word
from ui.parts.why import labour_word
from ui.shell.desk import Desk
from widgets.fields import Choice, TextEdit
from widgets.forms import Form

KINDS: tuple[str, ...] = (
    ItemKind.LABOUR.value,
    ItemKind.PART.value,
    ItemKind.FLUID.value,
    ItemKind.MATERIAL.value,
    ItemKind.PACKAGE.value,
)
_SIX = 6
_HALF = 3


class ItemForm(QObject):
    """The form of one kind of item, in two parts: ``main`` and, for what is rarely changed, ``more``.

    ``price_mode`` says whether the item has a price of its own. ``changed`` comes with every change of a field.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, kind: str, choices: ItemChoices, *, is_new: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._choices = choices
        self._is_new = is_new
        self._offered: dict[str, tuple[tuple[Any, str], ...]] = {}
        self.main = Form(_SIX)
        self.more = Form(_SIX)
        self.add = self.main.add
        self._names()
        self._prices()
        self._service()
        if kind in STOCKED:
            self._goods()
        self.more.section(self.tr("More"))
        self.add = self.more.add
        self._more()
        self.control("price_mode").edited.connect(self._mode_changed)
        self._mode_changed()
        for part in (self.main, self.more):
            part.changed.connect(self.changed)

    @property
    def kind(self) -> str:
        """The kind that the fields belong to."""
        return self._kind

    def fits(self, kind: str, choices: ItemChoices) -> bool:
        """Whether these fields can show an item of that kind with what may be chosen today."""
        return not self._is_new and kind == self._kind and choices == self._choices

    def control(self, name: str) -> Any:  # noqa: ANN401 - each control has its own kind
        """The control of a field; KeyError."""
        return (self.main if name in self.main.names() else self.more).control(name)

    def names(self) -> tuple[str, ...]:
        """The names of all fields."""
        return (*self.main.names(), *self.more.names())

    def values(self) -> dict[str, Any]:
        """What every field holds now."""
        return {**self.main.values(), **self.more.values()}

    def draft(self) -> dict[str, Any]:
        """What stands in the fields as it was typed."""
        return {**self.main.draft(), **self.more.draft()}

    def set_draft(self, draft: Mapping[str, Any]) -> None:
        """Put a kept draft back."""
        self.main.set_draft(draft)
        self.more.set_draft(draft)

    def check(self) -> bool:
        """Whether every field could be read and is filled where it must be."""
        return self.main.check() and self.more.check()

    def leave(self) -> None:
        """Take the fields off the screen for good."""
        for part in (self.main, self.more):
            part.hide()
            part.deleteLater()
        self.deleteLater()

    # fields
    def _names(self) -> None:
        if self._is_new:
            kinds = Choice([(kind, kind_word(kind)) for kind in KINDS])
            kinds.set_value(self._kind)
            self.add("kind", self.tr("Kind"), kinds, span=_SIX)
        self.add("name", self.tr("Name"), TextEdit(limit=200), span=4, required=True)
        self.add("code", self.tr("Code"), TextEdit(codes=True, limit=40), span=2, required=True)

    def _prices(self) -> None:
        modes = {
            ItemKind.LABOUR.value: (self.tr("Rate × norm hours"), self.tr("Fixed price")),
            ItemKind.PACKAGE.value: (self.tr("Sum of lines"), self.tr("Price of its own")),
        }
        made, own = modes.get(self._kind, (self.tr("Cost and markup"), self.tr("Price of its own")))
        self.add(
            "price_mode",
            self.tr("Price"),
            Choice([("made", made), ("own", own)]),
            span=_HALF,
        )
        self.add("price", self.tr("Amount"), money_edit(self._desk), span=_HALF)
        if self._kind == ItemKind.LABOUR:
            hour = unit_word("h")
            self.add(
                "norm_hours", self.tr("Norm hours"), quantity_edit(self._desk, hour), span=_HALF
            )
            types = dict.fromkeys((GENERAL, *self._choices.labour_types))
            words = [(name, labour_word(name)) for name in types]
            self._offer("labour_type", self.tr("Kind of labour"), words)

    def _service(self) -> None:
        if self._kind in {ItemKind.LABOUR.value, ItemKind.PACKAGE.value}:
            self.add(
                "next_service_km",
                self.tr("Next service, whichever first"),
                whole_edit(self._desk, self.tr("km")),
                span=_HALF,
            )
            self.add(
                "next_service_months",
                " ",
                whole_edit(self._desk, self.tr("months"), name=self.tr("Next service, months")),
                span=_HALF,
            )

    def _goods(self) -> None:
        product = product_picker(
            self._desk,
            name=self.tr("Product of the stock"),
            placeholder=self.tr("Number, name or barcode"),
        )
        self.add("product", self.tr("Product of the stock"), product, span=_SIX)

    def _more(self) -> None:
        if self._kind != ItemKind.LABOUR:
            units = [(unit, unit_word(unit)) for unit in UNITS]
            self._offer("unit", self.tr("Unit"), units)
            if self._kind == ItemKind.FLUID:
                self.control("unit").set_value("l")
        taxes = [(tax.code, tax.name) for tax in self._choices.taxes]
        self._offer("tax_code", self.tr("Tax"), [(None, self.tr("Usual for the kind")), *taxes])
        if self._desk.center.country == "IN":
            self.add("hsn_sac", self.tr("HSN or SAC"), TextEdit(codes=True, limit=12), span=_HALF)
        if self._kind == ItemKind.PACKAGE:
            return
        kilometres, months = self.tr("km"), self.tr("months")
        if self._kind != ItemKind.LABOUR:
            serials = [
                (None, self.tr("nothing")),
                ("serial", self.tr("serial number")),
                ("batch", self.tr("batch")),
                ("tyre_dot", self.tr("DOT of the tyre")),
                ("battery", self.tr("serial of the drive battery")),
                ("motor", self.tr("serial of the electric motor")),
                ("charger", self.tr("serial of the charger")),
                ("mcu", self.tr("serial of the motor controller")),
                ("vcu", self.tr("serial of the vehicle controller")),
            ]
            self._offer("required_serial", self.tr("Technician notes"), serials)
        self.add(
            "warranty_months",
            self.tr("Warranty"),
            whole_edit(self._desk, months, name=self.tr("Warranty, months")),
            span=_HALF,
        )
        self.add(
            "warranty_km",
            self.tr("Warranty, distance"),
            whole_edit(self._desk, kilometres),
            span=_HALF,
        )

    def _mode_changed(self) -> None:
        own = self.control("price_mode").value() == "own"
        price = self.control("price")
        price.setEnabled(own)
        if not own and price.text():
            price.set_value(None)

    # values
    def show_computed(self, price: Money | None) -> None:
        """Where the price is made, say muted what it makes today."""
        shown = "" if price is None else self._desk.formats.plain(price)
        self.control("price").setPlaceholderText(shown)

    def show_item(self, detail: ItemDetail, product: str = "") -> None:
        """Fill the fields; ``product`` is how the product behind is called."""
        item, own = detail.item, detail.price_amount
        price = None if own is None else Money(own, self._desk.center.currency).decimal
        values: dict[str, Any] = {
            "name": item.name,
            "code": item.code,
            "price_mode": "made" if own is None else "own",
            "norm_hours": item.norm_hours,
            "next_service_km": detail.next_service_km,
            "next_service_months": detail.next_service_months,
            "warranty_km": detail.warranty_km,
            "warranty_months": detail.warranty_months,
            "hsn_sac": detail.hsn_sac,
        }
        self.main.set_values(values)
        self.more.set_values(values)
        self.control("price").set_value(price)
        for name, value in (
            ("unit", item.unit),
            ("labour_type", detail.labour_type),
            ("tax_code", item.tax_code),
            ("required_serial", detail.required_serial),
        ):
            if name in self.names():
                self._choose(name, value)
        if "product" in self.names():
            self.control("product").set_value(item.product_id, product)

    def _choose(self, name: str, value: object) -> None:
        """Choose a value; one that is no longer offered (an old tax) is offered again."""
        control = self.control(name)
        offered = self._offered[name]
        if value not in {known for known, _ in offered}:
            word = unit_word(str(value))
            kept = [(known, shown) for known, shown in offered if shown != word]
            control.set_choices([*kept, (value, word)])
        control.set_value(value)

    def _offer(
        self, name: str, caption: str, choices: Sequence[tuple[Any, str]], span: int = _HALF
    ) -> None:
        self._offered[name] = tuple(choices)
        self.add(name, caption, Choice(choices), span=span)

    def command(self, detail: ItemDetail | None, lines: Sequence[LineOf]) -> CreateItem:
        """What the form says: a new item, or the whole item as it shall be."""
        held: Mapping[str, Any] = self.values()
        own = held["price_mode"] == "own"
        amount = self.control("price").minor() if own else None
        labour = self._kind == ItemKind.LABOUR
        usual = None if labour or self._is_new else detail and detail.item.unit
        fields: dict[str, Any] = {
            "kind": self._kind,
            "code": held["code"],
            "name": held["name"],
            "unit": held.get("unit", usual),
            "norm_hours": held.get("norm_hours"),
            "labour_type": held.get("labour_type") or GENERAL,
            "price_amount": amount,
            "tax_code": held["tax_code"],
            "hsn_sac": held.get("hsn_sac") or (detail.hsn_sac if detail else None),
            "product_id": held.get("product"),
            "next_service_km": held.get(
                "next_service_km", detail.next_service_km if detail else None
            ),
            "next_service_months": held.get(
                "next_service_months", detail.next_service_months if detail else None
            ),
            "warranty_km": held.get("warranty_km"),
            "warranty_months": held.get("warranty_months"),
            "required_serial": held.get(
                "required_serial", detail.required_serial if detail else None
            ),
            "lines": tuple(lines),
        }
        if detail is None:
            return CreateItem(**fields)
        return UpdateItem(**fields, item_id=detail.item.id, version=detail.item.version)

    def show_refused(self, problems: Mapping[str, str]) -> bool:
        """Say the refusals of the writer under the fields; False when some belong to no field here."""
        names = {"price_amount": "price", "product_id": "product"}
        mine = {names.get(name, name): text for name, text in problems.items()}
        shown = {name: text for name, text in mine.items() if name in self.names()}
        for part in (self.more, self.main):
            of_part = {name: text for name, text in shown.items() if name in part.names()}
            if of_part:
                part.show_problems(of_part)
        return len(shown) == len(mine)
