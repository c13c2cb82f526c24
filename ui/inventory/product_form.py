"""The form of a product: numbers, barcode, units, levels, bin; new or as it shall be."""

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.inventory import (
    ArchiveProduct,
    CreateProduct,
    ProductDetail,
    UpdateProduct,
    archive_product,
    create_product,
    update_product,
)
from app.kernel.errors import InvalidError, Reason, UserError
from app.kernel.tx import Changes
from ui.parts.fields import money_edit, quantity_edit
from ui.parts.units import PURCHASE_UNITS, UNITS, unit_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import Check, Choice, TextEdit
from widgets.forms import Form

_SIX = 6
_HALF = 3


class ProductDialog(Dialog):
    """New product, or the whole form of one; ``then`` gets the id once it is written."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        detail: ProductDetail | None = None,
        *,
        sku: str = "",
        then: Callable[[uuid.UUID], object] | None = None,
    ) -> None:
        super().__init__(parent, "", 640)
        self._desk = desk
        self._detail = detail
        self._then = then
        self.set_title(self.tr("New product") if detail is None else detail.product.sku)
        self.form = Form(_SIX)
        self._add_fields()
        self.body.addWidget(self.form)
        if detail is not None:
            self._show(detail)
            archived = detail.product.is_archived
            words = self.tr("Bring back") if archived else self.tr("Archive")
            archive = Button(words, "archive-restore" if archived else "archive", kind="quiet")
            archive.clicked.connect(self.archive)
            self.add_left(archive)
        elif sku:
            self.form.control("sku").set_value(sku)
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        save = Button(self.tr("Save"), kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.add_button(save)

    def _add_fields(self) -> None:
        form = self.form
        form.add("sku", self.tr("Number"), TextEdit(codes=True, limit=60), span=2, required=True)
        form.add("name", self.tr("Name"), TextEdit(limit=200), span=4, required=True)
        form.add("maker", self.tr("Maker"), TextEdit(limit=80), span=2)
        form.add("barcode", self.tr("Barcode"), self._barcode(), span=2)
        form.add("bin", self.tr("Bin"), TextEdit(codes=True, limit=30), span=2)
        form.add("unit", self.tr("Counted in"), self._units(UNITS, "unit"), span=2)
        form.add(
            "purchase_unit", self.tr("Bought in"), self._units(PURCHASE_UNITS, "purchase_unit"),
            span=2,
        )  # fmt: skip  # a declaration of a row reads as a row
        form.add(
            "purchase_factor", self.tr("Units in one bought"), quantity_edit(self._desk), span=2
        )
        form.add("min_qty", self.tr("Minimum"), quantity_edit(self._desk), span=2)
        form.add("max_qty", self.tr("Maximum"), quantity_edit(self._desk), span=2)
        form.add("last_cost", self.tr("Last cost, without tax"), money_edit(self._desk), span=2)
        form.add("superseded_by", self.tr("Replaced by number"), TextEdit(codes=True), span=_HALF)
        form.add("needs_serial", " ", Check(self.tr("Each piece has a serial number")), span=_HALF)

    def _barcode(self) -> TextEdit:
        field = TextEdit(codes=True, limit=40)
        field.setProperty("takesScans", True)
        return field

    def _units(self, offered: tuple[str, ...], name: str) -> Choice:
        """The usual units, and the one that the product has."""
        held: str | None = None
        if self._detail is not None:
            product = self._detail.product
            held = product.unit if name == "unit" else self._detail.purchase_unit
        words = [(unit, unit_word(unit)) for unit in offered]
        if held is not None and held not in offered:
            words = [(u, w) for u, w in words if w != unit_word(held)] + [(held, unit_word(held))]
        return Choice(words)

    def _show(self, detail: ProductDetail) -> None:
        product = detail.product
        self.form.set_values(
            {
                "sku": product.sku,
                "name": product.name,
                "maker": product.maker,
                "barcode": product.barcode,
                "bin": product.bin,
                "unit": product.unit,
                "purchase_unit": detail.purchase_unit,
                "purchase_factor": detail.purchase_factor,
                "min_qty": product.min_qty,
                "max_qty": product.max_qty,
                "last_cost": detail.last_cost.decimal if detail.last_cost is not None else None,
                "superseded_by": detail.superseded_by,
                "needs_serial": detail.needs_serial,
            }
        )
        # who may not see costs must not write nothing over the cost that is there
        self.form.field("last_cost").setVisible(detail.last_cost is not None or self._sees_costs())

    def _sees_costs(self) -> bool:
        detail = self._detail
        return detail is None or detail.product.value is not None

    def save(self) -> None:
        """Write the form; what is refused is said under its field."""
        if not self.form.check():
            return
        held: dict[str, Any] = self.form.values()
        fields: dict[str, Any] = {
            "sku": held["sku"],
            "name": held["name"],
            "maker": held["maker"],
            "barcode": held["barcode"] or None,
            "bin": held["bin"] or None,
            "unit": held["unit"],
            "purchase_unit": held["purchase_unit"],
            "purchase_factor": held["purchase_factor"] or 1,
            "min_qty": held["min_qty"],
            "max_qty": held["max_qty"],
            "last_cost_amount": self.form.control("last_cost").minor(),
            "superseded_by": held["superseded_by"] or None,
            "needs_serial": held["needs_serial"],
        }
        detail = self._detail
        if detail is None:
            self._desk.act(
                self, create_product, CreateProduct(**fields), self._made, failed=self._refused
            )
            return
        command = UpdateProduct(
            **fields, product_id=detail.product.id, version=detail.product.version
        )
        self._desk.act(self, update_product, command, self._saved, failed=self._refused)

    def _made(self, changes: Changes[uuid.UUID]) -> None:
        self.finish("done")
        if self._then is not None:
            self._then(changes.result)

    def _saved(self, _changes: Changes[None]) -> None:
        self.finish("done")

    def _refused(self, error: UserError) -> bool:
        names = {"last_cost_amount": "last_cost"}
        if isinstance(error, InvalidError):
            told = {names.get(n, n): said(text) for n, text in error.problems.items()}
        elif error.reason is Reason.DUPLICATE:
            told = {str(error.details.get("field")): said(error.sentence)}
        else:
            return False
        known = {name: text for name, text in told.items() if name in self.form.names()}
        self.form.show_problems(known)
        return len(known) == len(told)

    def archive(self) -> None:
        """Take the product out of the lists, or bring it back; it can be undone."""
        detail = self._detail
        if detail is None:
            return
        product = detail.product
        command = ArchiveProduct(
            product_id=product.id, version=product.version, is_archived=not product.is_archived
        )
        back = ArchiveProduct(
            product_id=product.id, version=product.version + 1, is_archived=product.is_archived
        )
        desk = self._desk
        words = self.tr("{sku} is archived") if command.is_archived else self.tr("{sku} is back")

        def done(_changes: Changes[None]) -> None:
            self.finish("done")
            desk.toast(words.format(sku=product.sku), lambda: desk.act(desk, archive_product, back))

        desk.act(self, archive_product, command, done)
