"""Mending the books of one product: what was counted, what is scrapped, what goes back to its supplier."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.inventory import (
    Adjust,
    CardRow,
    Place,
    ProductDetail,
    ReverseMove,
    TakeOut,
    adjust,
    return_to_vendor,
    reverse,
    scrap,
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
from widgets.fields import Choice, Reading, TextEdit, TypedEdit
from widgets.forms import Form
from widgets.theme import theme
from widgets.typed import read_quantity, signs_of

_COUNT, _SCRAP, _BACK = "count", "scrap", "back"
_NOTHING = Decimal(0)
_NUMBER = 160


def counted_edit(desk: Desk, unit: str) -> TypedEdit:
    """A quantity that may be nothing: the shelf was empty."""
    signs = signs_of(desk.formats.decimal_sign)

    def read(text: str) -> Reading:
        bare = text.strip().rstrip(f"{unit}. ")
        if bare and not bare.strip("0,."):
            return Reading(_NOTHING, "0")
        return read_quantity(text, signs=signs, unit=unit)

    return TypedEdit(read, suffix=unit)


class AdjustDialog(Dialog):
    """One product in one store; the books say how much, the person what is there and why."""

    def __init__(
        self, desk: Desk, parent: QWidget, detail: ProductDetail, places: list[Place]
    ) -> None:
        super().__init__(parent, "", 480)
        self._desk = desk
        self._detail = detail
        product = detail.product
        self.set_title(self.tr("Adjust {sku}").format(sku=product.sku))
        self.set_sub(product.name)
        unit = unit_word(product.unit)
        self.form = Form(2)
        ways = [(_COUNT, self.tr("Counted on the shelf")), (_SCRAP, self.tr("Scrap"))]
        if desk.can(Permission.INVENTORY_RECEIVE):
            ways.append((_BACK, self.tr("Back to the supplier")))
        self.form.add("way", self.tr("What happened"), Choice(ways))
        self.form.add("place", self.tr("Store"), Choice([(p.id, p.name) for p in places]))
        for name, caption, control in (
            ("counted", self.tr("Counted"), counted_edit(desk, unit)),
            ("taken", self.tr("Quantity"), quantity_edit(desk, unit)),
        ):
            control.setMaximumWidth(theme().px(_NUMBER))
            self.form.add(name, caption, control, span=2, required=True)
        self.form.add("reason", self.tr("Why"), TextEdit(limit=200), span=2, required=True)
        self.body.addWidget(self.form)
        self._result = label("", "secondary", wrap=True)
        self.body.addWidget(self._result)
        self.form.control("way").edited.connect(self._show_way)
        self.form.control("place").edited.connect(self._show_result)
        self.form.control("counted").read.connect(lambda _value: self._show_result())
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        save = Button(self.tr("Write into the books"), kind="primary", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.add_button(save)
        self.set_first_focus(self.form.control("counted"))
        self._show_way()

    def _way(self) -> str:
        return str(self.form.control("way").value())

    def _on_hand(self) -> Decimal:
        place = self.form.control("place").value()
        return next(
            (level.on_hand_qty for level in self._detail.levels if level.location_id == place),
            _NOTHING,
        )

    def _show_way(self) -> None:
        counting = self._way() == _COUNT
        self.form.field("counted").setVisible(counting)
        self.form.field("taken").setVisible(not counting)
        self._show_result()
        self.refit()

    def _show_result(self) -> None:
        formats, unit = self._desk.formats, self._detail.product.unit
        on_hand = self._on_hand()
        words = self.tr("The books say {n}.").format(n=counted(formats, on_hand, unit))
        held = self.form.control("counted").value() if self._way() == _COUNT else None
        if isinstance(held, Decimal):
            change = held - on_hand
            if change > 0:
                more = self.tr("{n} more will be written in.")
            elif change < 0:
                more = self.tr("{n} will be written off.")
            else:
                more = self.tr("Nothing changes.")
            words = f"{words} {more.format(n=counted(formats, abs(change), unit))}"
        self._result.setText(words)

    def save(self) -> None:
        """Write it; a refusal stays in the dialog."""
        held = self.form.values()
        way = self._way()
        needed = "counted" if way == _COUNT else "taken"
        missing = {
            name: self.tr("Fill this in.")
            for name in (needed, "reason")
            if held[name] in (None, "")
        }
        wrong = {n: t for n, t in self.form.problems().items() if n in (needed, "reason")}
        if missing or wrong:
            self.form.show_problems({**missing, **wrong})
            return
        product_id = self._detail.product.id
        if way == _COUNT:
            self._desk.act(
                self,
                adjust,
                Adjust(
                    product_id=product_id,
                    counted_qty=held["counted"],
                    reason=held["reason"],
                    location_id=held["place"],
                    expected_qty=self._on_hand(),
                ),
                self._done,
                failed=self._refused,
            )
            return
        out = TakeOut(
            product_id=product_id,
            qty=held["taken"],
            reason=held["reason"],
            location_id=held["place"],
        )
        verb = scrap if way == _SCRAP else return_to_vendor
        self._desk.act(self, verb, out, self._done, failed=self._refused)

    def _done(self, _changes: Changes[object]) -> None:
        self.finish("done")
        self._desk.toast(self.tr("Written into the books"))

    def _refused(self, error: UserError) -> bool:
        needed = "counted" if self._way() == _COUNT else "taken"
        names = {"counted_qty": needed, "qty": needed}
        if isinstance(error, InvalidError):
            told = {names.get(n, n): said(text) for n, text in error.problems.items()}
            self.form.show_problems(told)
            return True
        if error.reason in {Reason.BLOCKED, Reason.CHANGED, Reason.SHORT}:
            remedy = said(error.remedy) if error.remedy is not None else ""
            self.form.show_problems({needed: f"{said(error.sentence)} {remedy}".strip()})
            return True
        return False


class ReverseDialog(Dialog):
    """Take a move back by its counter-move, with a reason that stays in the books."""

    def __init__(self, desk: Desk, parent: QWidget, row: CardRow) -> None:
        super().__init__(parent, "", 480)
        self._desk = desk
        self._move = row
        self.set_title(self.tr("Take this move back"))
        way = self.tr("{start} → {end}").format(start=row.to_place, end=row.from_place)
        words = self.tr("{qty} go {way}. The wrong move stays in the books.")
        self.set_sub(words.format(qty=desk.formats.qty(row.qty), way=way))
        self.form = Form(1)
        self.form.add("reason", self.tr("Why"), TextEdit(limit=200), required=True)
        self.body.addWidget(self.form)
        cancel = Button(self.tr("Cancel"))
        cancel.set_keys("Esc", install=False)
        self.add_button(cancel, "cancel")
        save = Button(self.tr("Take back"), kind="danger", keys="Ctrl+Return")
        save.clicked.connect(self.save)
        self.add_button(save, "danger")

    def save(self) -> None:
        """Write the counter-move."""
        if self.form.check():
            command = ReverseMove(move_id=self._move.move_id, reason=self.form.values()["reason"])
            self._desk.act(self, reverse, command, lambda _changes: self.finish("done"))
