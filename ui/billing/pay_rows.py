"""A way of paying as a row of the payment dialog: its colour, its words, its amount; cash also what was handed over."""

import uuid

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.billing import Advance
from models.billing import PaymentMethod
from models.money import Money, minor_digits
from ui.parts.fields import money_edit
from ui.shell.desk import Desk
from widgets.buttons import Button, label, set_tone
from widgets.controls import TextEdit
from widgets.theme import theme
from widgets.typed_edits import MoneyEdit

_NOTES = (100, 500, 1000, 2000, 5000, 10000)
"""Bank notes (major units) to which people round what they hand over."""


def peek_money(edit: MoneyEdit, currency: str) -> Money | None:
    """The amount in a field while it is still being typed; None for nothing, or what cannot be read."""
    value = edit.peek()
    return None if value is None else Money.of(value, currency)


class PayRow(QWidget):
    """``edited`` comes when the amount changed."""

    edited = Signal()

    def __init__(
        self,
        desk: Desk,
        words: str,
        detail: str,
        icon: str,
        chart: int,
        *,
        method: PaymentMethod | None = None,
    ) -> None:
        super().__init__()
        look = theme()
        self.desk = desk
        self.method = method
        self.chart = chart
        self.advance: Advance | None = None
        self.request_id: uuid.UUID | None = None
        self._currency = desk.center.currency
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(24), look.px(9), look.px(24), look.px(9))
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(0)
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, f"chart.{chart}"))
        grid.addWidget(picture, 0, 0, 2, 1)
        name = label(words)
        name.setFont(look.font("base", weight=500))
        grid.addWidget(name, 0, 1)
        self.amount = money_edit(desk, name=words, right=True)
        self.amount.setFixedWidth(look.px(152))
        font = look.font("base", weight=500, numbers=True)
        font.setPixelSize(look.px(15))
        self.amount.setFont(font)
        self.amount.edited.connect(self._edited)
        grid.addWidget(self.amount, 0, 2, 2, 1)
        grid.setColumnStretch(1, 1)
        self.received = money_edit(desk, name=self.tr("Cash received"), right=True)
        self._change = label("", "strong")
        self._notes: list[Button] = []
        self._offers: list[Money] = []
        self._reference: TextEdit | None = None
        grid.addWidget(self._second_line(detail, method), 1, 1)
        self._focus_follows()

    def _second_line(self, detail: str, method: PaymentMethod | None) -> QWidget:
        look = theme()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, look.px(2), 0, 0)
        row.setSpacing(look.px(8))
        if method is PaymentMethod.CASH:
            row.addWidget(label(self.tr("Received"), "small"))
            self.received.setFixedWidth(look.px(84))
            self.received.setFixedHeight(look.height("control_small"))
            self.received.edited.connect(self._show_change)
            row.addWidget(self.received)
            for place in range(2):
                button = Button("", small=True)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.clicked.connect(lambda _on=False, place=place: self._hand_over(place))
                row.addWidget(button)
                self._notes.append(button)
            row.addWidget(self._change)
        elif method is not None:
            self._reference = TextEdit(name=self.tr("Reference"), placeholder=self.tr("reference"))
            self._reference.setFixedHeight(look.height("control_small"))
            self._reference.setFixedWidth(look.px(220))
            row.addWidget(self._reference)
        else:
            row.addWidget(label(detail, "small"))
        row.addStretch(1)
        return line

    def _focus_follows(self) -> None:
        for edit in (self.amount, self.received, self._reference):
            if edit is not None:
                edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        self.update()
        return False

    # amounts
    def set_amount(self, money: Money) -> None:
        """Show an amount."""
        self.amount.set_value(money.decimal)
        self._edited()

    def money(self) -> Money:
        """The amount that stands in the row; zero while it is empty or cannot be read."""
        return peek_money(self.amount, self._currency) or Money.zero(self._currency)

    def change(self) -> Money | None:
        """What goes back from the cash that was handed over; None when nobody entered it."""
        cash = self.method is PaymentMethod.CASH
        handed = peek_money(self.received, self._currency) if cash else None
        return None if handed is None else handed - self.money()

    def reference(self) -> str | None:
        """The reference of a card or transfer payment."""
        return self._reference.value().strip() or None if self._reference is not None else None

    def problem(self) -> str:
        """What keeps the row from being posted."""
        if self.amount.problem():
            return self.amount.problem()
        if self.advance is not None and self.money() > self.advance.free:
            return self.tr("More than is free")
        change = self.change()
        return self.tr("Less was handed over") if change is not None and change.minor < 0 else ""

    def _edited(self) -> None:
        if self.advance is not None:
            too_much = self.money() > self.advance.free
            self.amount.tell(self.tr("More than is free") if too_much else "")
        self._offer_notes()
        self._show_change()

    def _offer_notes(self) -> None:
        """Round sums above the amount, as people hand them over."""
        if not self._notes:
            return
        digits = minor_digits(self._currency)
        due = self.money().minor
        rounded: list[int] = []
        for note in _NOTES:
            unit = note * 10**digits
            up = -(-due // unit) * unit
            if due and up > due and up not in rounded:
                rounded.append(up)
        self._offers = [Money(minor, self._currency) for minor in rounded[: len(self._notes)]]
        for place, button in enumerate(self._notes):
            button.setVisible(place < len(self._offers))
            if place < len(self._offers):
                offer = self._offers[place]
                button.setText(self.desk.formats.short(offer))
                words = self.tr("{sum} was handed over")
                button.setAccessibleName(words.format(sum=self.desk.formats.money(offer)))
                button.updateGeometry()

    def _hand_over(self, place: int) -> None:
        self.received.set_value(self._offers[place].decimal)
        self._show_change()
        self._offer_notes()

    def _show_change(self) -> None:
        change = self.change()
        if change is None:
            self._change.setText("")
        elif change.minor < 0:
            self._change.setText(self.tr("{sum} is lacking").format(sum=self._brief(-change)))
            set_tone(self._change, "bad")
        else:
            self._change.setText(self.tr("change {sum}").format(sum=self._brief(change)))
            set_tone(self._change, "good")
        self.edited.emit()

    def _brief(self, money: Money) -> str:
        """Without minor units where there are none: the room is narrow."""
        formats = self.desk.formats
        whole = money.decimal == money.decimal.to_integral_value()
        return formats.short(money) if whole else formats.plain(money)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        edits = (self.amount, self.received, self._reference)
        if any(edit is not None and edit.hasFocus() for edit in edits):
            painter.fillRect(self.rect(), look.colour("surface.selected"))
            bar = QRect(0, 0, look.px(2), self.height())
            painter.fillRect(bar, look.colour("accent.bar"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line.hairline"))
