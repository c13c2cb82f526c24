"""Goods from a supplier: one document, several lines, booked whole or not at all."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.inventory import (
    Arrived,
    MatchedLine,
    Place,
    ProductDetail,
    ReceiveGoods,
    receive_goods,
)
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes
from models.money import Money
from models.recognition import PictureReading
from ui.inventory.receive_line import COST, NUMBER, SUM, UNIT, ReceiveLine
from ui.inventory.taken import Taken
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import FigureLabel
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form
from widgets.theme import theme
from widgets.values import Figure


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
        self._taken: Taken | None = None
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
            (self.tr("Quantity"), NUMBER),
            (self.tr("Unit"), UNIT),
            (self.tr("Cost of one"), COST),
            (self.tr("Sum"), SUM + 32),
        ):
            words = label(text, "caption")
            words.setFixedWidth(look.px(width))
            row.addWidget(words)
        return row

    def filled(
        self,
        document: str,
        lines: Sequence[MatchedLine],
        reading: PictureReading | None = None,
    ) -> "ReceiveDialog":
        """The dialog with the lines of a supplier's invoice; what is not in the stock waits for its product.

        ``reading`` is what the lines were read from: what becomes of it is booked into the journal.
        """
        self.form.control("document").set_value(document)
        if reading is not None:
            self._taken = Taken(reading, document, self._desk.center.currency)
        for matched in lines:
            self._lines[-1].suggest(matched)
            if self._taken is not None:
                self._taken.read(self._lines[-1], matched)
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
        document = held["document"] or ""
        booked: dict[object, Arrived] = dict(zip(filled, whole, strict=True))
        command = ReceiveGoods(
            lines=tuple(whole),
            document=document or None,
            location_id=held["place"],
            reading=self._taken.decided(document, booked) if self._taken is not None else None,
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
