"""Goods between the center's own stores: sending them, and saying that they arrived."""

import uuid
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.inventory import (
    ArriveGoods,
    CallBack,
    OnTheWay,
    Place,
    ProductDetail,
    SendGoods,
    arrive_goods,
    call_back,
    list_on_the_way,
    send_goods,
)
from app.kernel.errors import InvalidError, Reason, UserError
from app.kernel.tx import Changes
from models.access import Permission
from ui.parts.fields import quantity_edit
from ui.parts.units import counted, unit_word
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form
from widgets.theme import theme


class SendDialog(Dialog):
    """Send a product to another store; below, what of it is on the way already."""

    def __init__(
        self, desk: Desk, parent: QWidget, detail: ProductDetail, places: Sequence[Place]
    ) -> None:
        super().__init__(parent, "", 640)
        self._desk = desk
        self._detail = detail
        product = detail.product
        self.set_title(self.tr("Move {sku} to another store").format(sku=product.sku))
        self.set_sub(product.name)
        free = {
            level.location_id: level.on_hand_qty - level.reserved_qty for level in detail.levels
        }
        nothing = Decimal(0)
        offered = [
            (
                place.id,
                self.tr("{place}, {n} free").format(
                    place=place.name,
                    n=counted(desk.formats, free.get(place.id, nothing), product.unit),
                ),
            )
            for place in places
        ]
        self.form = Form(2)
        self.form.add("start", self.tr("From"), Choice(offered))
        self.form.add("end", self.tr("To"), Choice([(p.id, p.name) for p in places[::-1]]))
        unit = unit_word(product.unit)
        self.form.add("qty", self.tr("Quantity"), quantity_edit(desk, unit), required=True)
        self.form.add("note", self.tr("Note"), TextEdit(limit=200))
        self.body.addWidget(self.form)
        self._way_title = label(self.tr("On the way"), "strong")
        self._way_title.hide()
        self.body.addWidget(self._way_title)
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        send = Button(self.tr("Send"), "arrow-left-right", kind="primary", keys="Ctrl+Return")
        send.clicked.connect(self.save)
        self.add_button(send)
        self.set_first_focus(self.form.control("qty"))
        desk.read(self, list_on_the_way, self._show_way)

    def _show_way(self, found: Sequence[OnTheWay]) -> None:
        mine = [way for way in found if way.product_id == self._detail.product.id]
        self._way_title.setVisible(bool(mine))
        for way in mine:
            self.body.addWidget(self._way_row(way))
        self.refit()

    def _way_row(self, way: OnTheWay) -> QWidget:
        formats = self._desk.formats
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px(8))
        words = self.tr("{qty} to {place}, sent {when}").format(
            qty=counted(formats, way.qty, way.unit),
            place=way.to_name,
            when=formats.moment(way.sent_at),
        )
        box.addWidget(label(words), 1)
        back = Button(self.tr("Call back"), kind="quiet", small=True)
        back.clicked.connect(lambda: self._call_back(way.transfer_id))
        box.addWidget(back)
        if self._desk.can(Permission.INVENTORY_RECEIVE):
            here = Button(self.tr("It arrived"), small=True)
            here.clicked.connect(lambda: self._arrive(way.transfer_id))
            box.addWidget(here)
        return row

    def _arrive(self, transfer_id: uuid.UUID) -> None:
        command = ArriveGoods(transfer_id=transfer_id)
        self._desk.act(self, arrive_goods, command, self._done)

    def _call_back(self, transfer_id: uuid.UUID) -> None:
        self._desk.act(self, call_back, CallBack(transfer_id=transfer_id), self._done)

    def save(self) -> None:
        """Put the goods on the way."""
        if not self.form.check():
            return
        held = self.form.values()
        command = SendGoods(
            from_id=held["start"],
            to_id=held["end"],
            lines=((self._detail.product.id, held["qty"]),),
            note=held["note"] or None,
        )
        self._desk.act(self, send_goods, command, self._sent, failed=self._refused)

    def _sent(self, _changes: Changes[uuid.UUID]) -> None:
        self.finish("done")
        self._desk.toast(self.tr("On the way. It counts again when it has arrived."))

    def _done(self, _changes: Changes[None]) -> None:
        self.finish("done")

    def _refused(self, error: UserError) -> bool:
        if isinstance(error, InvalidError):
            names = {"to_id": "end", "from_id": "start", "location_id": "start"}
            told = {names.get(n, n): said(text) for n, text in error.problems.items()}
            self.form.show_problems(told)
            return True
        if error.reason is Reason.SHORT:
            self.form.show_problems({"qty": said(error.sentence)})
            return True
        return False
