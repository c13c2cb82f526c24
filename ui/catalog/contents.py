"""What a package holds: its lines in place, each with its quantity and price, one field to add another."""

import uuid
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.catalog import ItemLine, ItemView, LineOf, find_items, item_rows, once_amount
from models.catalog import ItemKind
from models.money import Money, half_up
from ui.parts.fields import quantity_edit
from ui.parts.units import kind_icon, unit_word
from ui.shell.desk import Desk
from widgets.badge import FigureLabel
from widgets.buttons import Button, label
from widgets.elided import ElidedLabel
from widgets.picker import Option, Picker
from widgets.theme import theme
from widgets.values import Figure

_ROW = 36


class ContentRow(QWidget):
    """One line of a package."""

    changed = Signal()
    gone = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk, line: ItemLine, qty: Decimal, *, may_edit: bool) -> None:
        super().__init__()
        self.line = line
        self._desk = desk
        look = theme()
        item = line.item
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.setFixedHeight(look.px(_ROW))
        icon = QLabel()
        icon.setPixmap(look.pixmap(kind_icon(item.kind), "text.muted"))
        row.addWidget(icon)
        row.addWidget(ElidedLabel(item.name), 1)
        unit = "×" if item.kind == ItemKind.LABOUR else unit_word(item.unit)
        self._qty = quantity_edit(
            desk, unit, name=self.tr("Quantity of {name}").format(name=item.name)
        )
        self._qty.setFixedWidth(look.px(66))
        self._qty.set_value(qty)
        self._qty.edited.connect(self.changed)
        self._qty.read.connect(self._show_price)
        self._qty.setReadOnly(not may_edit)
        row.addWidget(self._qty)
        self._price = FigureLabel(Figure(""), name=self.tr("Price"))
        money = QWidget()
        money.setFixedWidth(look.px(68))
        right = QHBoxLayout(money)
        right.setContentsMargins(0, 0, 0, 0)
        right.addStretch(1)
        right.addWidget(self._price)
        row.addWidget(money)
        remove = Button(
            icon="x",
            kind="quiet",
            small=True,
            name=self.tr("Remove {name}").format(name=item.name),
        )
        remove.clicked.connect(self.gone)
        row.addWidget(remove)
        remove.setVisible(may_edit)
        self._show_price()

    def qty(self) -> Decimal | None:
        """How much of it; None while that cannot be read."""
        return self._qty.value()

    def worth(self) -> int | None:
        """What the line costs, in minor units."""
        once, qty = once_amount(self.line.item), self.qty()
        return None if once is None or qty is None else half_up(Fraction(once) * Fraction(qty))

    def focus_qty(self) -> None:
        """Put the cursor into the quantity."""
        self._qty.setFocus(Qt.FocusReason.OtherFocusReason)
        self._qty.selectAll()

    def typed(self) -> str:
        """The quantity as it was typed, readable or not."""
        return self._qty.draft()

    def set_typed(self, text: str) -> None:
        """Put a kept quantity back."""
        self._qty.set_draft(text)
        self._show_price()

    def _show_price(self, _value: object = None) -> None:
        worth = self.worth()
        figure = Figure("—")
        if worth is not None:
            figure = self._desk.formats.amount(Money(worth, self._desk.center.currency))
        self._price.set_figure(figure)


class Contents(QWidget):
    """The lines of a package; ``changed`` comes with every change by a person."""

    changed = Signal()

    def __init__(self, desk: Desk, *, may_edit: bool) -> None:
        super().__init__()
        self._desk = desk
        self._may_edit = may_edit
        self._rows: list[ContentRow] = []
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, look.px(4), 0, look.px(4))
        head.setSpacing(look.px(8))
        head.addWidget(label(self.tr("Lines"), "strong"))
        self._count = label("", "muted")
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        column.addLayout(self._box)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, look.px(6), 0, look.px(4))
        self.picker = Picker(
            self._find,
            name=self.tr("Add labour or goods"),
            placeholder=self.tr("Add labour or goods"),
            icon="plus",
        )
        self.picker.picked.connect(self._picked)
        foot.addWidget(self.picker)
        column.addLayout(foot)
        self.picker.setVisible(may_edit)
        self._message = label("", "hint", tone="bad", wrap=True)
        self._message.hide()
        column.addWidget(self._message)

    def show_lines(self, lines: Sequence[tuple[ItemLine, Decimal]]) -> None:
        """Show these lines with their quantities."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for line, qty in lines:
            self._put(line, qty)
        self._tell()

    def lines(self) -> tuple[LineOf, ...]:
        """The lines; a quantity that cannot be read is left as zero, which the writer refuses in words."""
        return tuple(
            LineOf(item_id=row.line.item.id, qty=row.qty() or Decimal(0)) for row in self._rows
        )

    def total(self) -> int | None:
        """What the lines cost together, in minor units; None when one has no price."""
        worth = [row.worth() for row in self._rows]
        known = [amount for amount in worth if amount is not None]
        return sum(known) if worth and len(known) == len(worth) else None

    def add(self, line: ItemLine, qty: Decimal = Decimal(1)) -> None:
        """Put one more line at the end, as a person does."""
        row = self._put(line, qty)
        self._tell()
        self.changed.emit()
        row.focus_qty()

    def say(self, problem: str) -> None:
        """What is wrong with the lines; empty when nothing is."""
        self._message.setText(problem)
        self._message.setVisible(bool(problem))

    def draft(self) -> list[list[str]]:
        """Ids and quantities, as plain JSON."""
        return [[str(row.line.item.id), row.typed()] for row in self._rows]

    def set_draft(self, kept: Sequence[Sequence[str]]) -> None:
        """Put kept lines back; their items are read anew."""
        ids = [uuid.UUID(key) for key, _ in kept]
        if not ids:
            return
        typed = {uuid.UUID(key): text for key, text in kept}

        def show(found: Sequence[ItemLine]) -> None:
            self.show_lines([(line, Decimal(1)) for line in found])
            for row in self._rows:
                row.set_typed(typed[row.line.item.id])

        today = self._desk.formats.today()
        self._desk.read(self, lambda read: item_rows(read, ids, on=today), show, lane="draft")

    def _put(self, line: ItemLine, qty: Decimal) -> ContentRow:
        row = ContentRow(self._desk, line, qty, may_edit=self._may_edit)
        row.changed.connect(self.changed)
        row.gone.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._box.addWidget(row)
        return row

    def _remove(self, row: ContentRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell()
        self.changed.emit()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].focus_qty()
        else:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._count.setText(str(len(self._rows)) if self._rows else "")
        self.say("")

    def _find(self, text: str, answer: Any) -> None:  # noqa: ANN401 - the picker's own callback
        def show(found: Sequence[ItemView]) -> None:
            held = {row.line.item.id for row in self._rows}
            answer(
                [
                    Option(view.id, view.name, view.code, kind_icon(view.kind))
                    for view in found
                    if view.kind != ItemKind.PACKAGE and view.id not in held
                ]
            )

        today = self._desk.formats.today()
        self._desk.read(
            self, lambda read: find_items(read, text, limit=12, on=today), show, lane="find"
        )

    def _picked(self, option: Option | None) -> None:
        if option is None:
            return
        key = option.key
        self.picker.set_option(None)
        if isinstance(key, uuid.UUID):
            today = self._desk.formats.today()
            self._desk.read(
                self, lambda read: item_rows(read, [key], on=today), self._add_found, lane="add"
            )

    def _add_found(self, found: Sequence[ItemLine]) -> None:
        for line in found:
            self.add(line)
