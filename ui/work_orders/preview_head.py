"""The head of the preview: number and state, the car, whose it is, until when, who works on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.work_orders import PROMISED, OrderPeek
from ui.parts.cells import plate_cell
from ui.parts.states import order_badge
from ui.shell.desk import Desk
from widgets.badge import CellLabel
from widgets.buttons import label, set_tone
from widgets.cells import Badge, PlateText
from widgets.links import TextButton
from widgets.theme import theme

_BUTTON_PAD = 4
"""What a word that acts keeps free around itself, so that it lines up with the words above."""


class PreviewHead(QWidget):
    """Facts of one order in lines; the telephone can be copied."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._phone_number = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head(column)
        self._facts(column)

    def _head(self, column: QVBoxLayout) -> None:
        look = theme()
        first = QHBoxLayout()
        self._number = label("")
        self._number.setFont(look.font("lead", codes=True))
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._badge = CellLabel(Badge("", "wrench"))
        first.addWidget(self._number)
        first.addStretch(1)
        first.addWidget(self._badge)
        column.addLayout(first)
        column.addSpacing(look.px(10))
        second = QHBoxLayout()
        second.setSpacing(look.px(8))
        self._plate = CellLabel(PlateText(""), large=True)
        self._car = label("", "lead")
        second.addWidget(self._plate)
        second.addWidget(self._car, 1)
        column.addLayout(second)
        column.addSpacing(look.px(4))
        self._car_facts = label("", "hint")
        self._car_facts.setFont(look.font("small", codes=True))
        self._car_facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._car_facts)
        column.addSpacing(look.px(8))

    def _facts(self, column: QVBoxLayout) -> None:
        self._customer, self._people = _giving(), _giving()
        self._due, self._left = label(""), label("", "muted")
        self.phone = TextButton("", name=self.tr("Copy the telephone"))
        self.phone.clicked.connect(self._copy_phone)
        facts: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Customer"), (self._customer,)),
            (self.tr("Phone"), (self.phone,)),
            (self.tr("Promised"), (self._due, self._left)),
            (self.tr("Technician"), (self._people,)),
        )
        metrics = QFontMetrics(theme().font())
        widest = max(metrics.horizontalAdvance(words) for words, _ in facts) + 1
        for words, values in facts:
            self._fact(column, words, max(theme().px(76), widest), *values)
        column.addSpacing(theme().px(10))

    def _fact(self, column: QVBoxLayout, words: str, wide: int, *values: QWidget) -> None:
        look = theme()
        line = QWidget()
        line.setFixedHeight(look.px(24))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        name = label(words, "muted")
        name.setFixedWidth(wide)
        row.addWidget(name)
        if isinstance(values[0], TextButton):
            row.addSpacing(-_BUTTON_PAD)
        gives = values[0].sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        for value in values:
            row.addWidget(value, 1 if gives else 0)
        if not gives:
            row.addStretch(1)
        column.addWidget(line)

    def show_order(self, peek: OrderPeek) -> None:
        """Show the facts of another order."""
        formats, card = self.desk.formats, peek.sheet.card
        self._number.setText(card.number)
        self._badge.set_value(order_badge(card.state))
        plate = plate_cell(card.plate)
        self._plate.setVisible(plate is not None)
        if plate is not None:
            self._plate.set_value(plate)
        self._car.setText(card.vehicle)
        self._car.setToolTip(card.vehicle)
        odometer = ""
        if card.odometer_value is not None:
            odometer = (
                self.tr("{value} km") if card.odometer_unit == "km" else self.tr("{value} mi")
            )
            odometer = odometer.format(value=formats.number(card.odometer_value))
        year = str(peek.sheet.made_year or "")
        facts = " \u2002".join(filter(None, (card.vin, year, odometer)))
        self._car_facts.setText(facts)
        self._car_facts.setVisible(bool(facts))
        self._customer.setText(card.customer or "—")
        self._customer.setToolTip(card.customer or "")
        self.phone.setText(formats.phone(card.customer_phone) or "—")
        self._phone_number = card.customer_phone or ""
        self.phone.setEnabled(bool(self._phone_number))
        self.phone.updateGeometry()
        names = peek.sheet.names
        technician = names.get(card.technician_id) if card.technician_id else None
        self._people.setText(technician or "—")
        self._show_due(peek)

    def _show_due(self, peek: OrderPeek) -> None:
        formats, due = self.desk.formats, peek.sheet.card.promised_at
        counts = peek.sheet.card.state in PROMISED
        self._left.setVisible(due is not None and counts)
        if due is None:
            self._due.setText("—")
            return
        left = due - self.desk.now()
        late = left.total_seconds() < 0
        words = formats.span(left)
        self._due.setText(formats.moment(due))
        self._left.setText(self.tr("{span} ago").format(span=words) if late else words)
        set_tone(self._left, "bad" if late else "muted")

    def _copy_phone(self) -> None:
        QGuiApplication.clipboard().setText(self._phone_number)
        self.desk.toast(self.tr("The telephone is on the clipboard"))


def _giving() -> QLabel:
    """A label that gives way where room is short; its tooltip tells the whole text."""
    made = label("")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made
