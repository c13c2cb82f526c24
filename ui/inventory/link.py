"""Saying that two products may be sold instead of each other."""

import uuid

from PySide6.QtWidgets import QWidget

from app.inventory import LinkEquivalents, ProductView, link_equivalents
from app.kernel.tx import Changes
from ui.parts.goods import product_picker
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.forms import Form


class LinkDialog(Dialog):
    """Choose the product that is as good as this one; everything either is equivalent to joins."""

    def __init__(self, desk: Desk, parent: QWidget, product: ProductView) -> None:
        super().__init__(parent, "", 480)
        self._desk = desk
        self._product = product
        self.set_title(self.tr("Equivalent of {sku}").format(sku=product.sku))
        self.set_sub(self.tr("Both will be found by the number of either."))
        self.form = Form(1)
        picker = product_picker(
            desk,
            name=self.tr("Product"),
            placeholder=self.tr("Number, name or barcode"),
        )
        self.form.add("other", self.tr("Product"), picker, required=True)
        self.body.addWidget(self.form)
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        save = Button(self.tr("Link"), "link", kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.add_button(save)

    def save(self) -> None:
        """Link the two."""
        if not self.form.check():
            return
        other: uuid.UUID = self.form.values()["other"]
        if other == self._product.id:
            self.form.show_problems({"other": self.tr("Choose another product.")})
            return
        command = LinkEquivalents(product_id=self._product.id, other_id=other)
        self._desk.act(self, link_equivalents, command, self._done)

    def _done(self, _changes: Changes[None]) -> None:
        self.finish("done")
