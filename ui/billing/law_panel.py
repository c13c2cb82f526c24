"""What the law wants on the paper: what is missing first, with its rule and the field itself; issuing waits."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app import customers
from app.billing import BillCard
from app.customers import CustomerRow
from app.kernel.errors import InvalidError, UserError
from models.access import Permission
from models.profiles import LawItem, law_profile
from ui.billing.elided import Elided
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label, set_tone
from widgets.controls import Choice, TextEdit
from widgets.theme import theme

_FIELD = 168
_HEAD, _LEAST, _MOST = 34, 90, 250
"""Heights in design pixels: of the title line, and between which the panel grows with its demands."""
_CUSTOMER = ("name", "address", "phone", "email")
_STATE = ("state", "state_code")


class MissingRow(QWidget):
    """One thing that is missing: its sentence, its rule, and where it is typed."""

    def __init__(self, item: LawItem, editor: QWidget) -> None:
        super().__init__()
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(0)
        picture = QLabel()
        picture.setPixmap(look.pixmap("circle-x", "status.bad.fg"))
        grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        words = label(item.sentence, tone="bad", wrap=True)
        words.setFont(look.font("base", weight=500))
        grid.addWidget(words, 0, 1)
        grid.addWidget(label(f"{item.law}, {item.number}", "small", wrap=True), 1, 1)
        grid.addWidget(editor, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour("status.bad.bg"))


class LawPanel(QWidget):
    """The list of demands; ``filled`` comes when a missing one was typed and saved."""

    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._card: BillCard | None = None
        self._inner: QWidget | None = None
        self.editors: dict[str, TextEdit] = {}
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        head.setSpacing(look.px(8))
        self._title = label(self.tr("What the law wants"), "strong")
        self._country = label("", "small")
        self._count = label("", "small")
        self._count.setFont(look.font("small", weight=500))
        for widget in (self._title, self._country):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addSpacing(look.px(4))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)

    def show_card(self, card: BillCard) -> None:
        """Show the demands for this bill; the field under the hands keeps what is typed."""
        held = {name: edit.draft() for name, edit in self.editors.items() if edit.hasFocus()}
        stands = self._card is not None and self._card.law == card.law
        self._card = card
        if stands:
            return
        missing = card.missing
        self._country.setText(law_profile(card.country).name)
        if missing:
            words = self.tr("{missing} of {all} missing")
            self._count.setText(words.format(missing=len(missing), all=len(card.law)))
        else:
            self._count.setText(self.tr("all %n are there", "", len(card.law)))
        set_tone(self._count, "bad" if missing else "good")
        self._rebuild(card)
        for name, draft in held.items():
            if name in self.editors:
                self.editors[name].set_draft(draft)
                self.editors[name].setFocus()

    def _rebuild(self, card: BillCard) -> None:
        self.editors = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme().px(8))
        column.setSpacing(1)
        for item in card.missing:
            column.addWidget(MissingRow(item, self._editor(item)))
        met = list(dict.fromkeys(item.sentence for item in card.law if item.is_met))
        numbers = {item.sentence: item.number for item in reversed(card.law) if item.is_met}
        grid = QGridLayout()
        grid.setContentsMargins(theme().px(16), theme().px(4), theme().px(16), 0)
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(0)
        half = (len(met) + 1) // 2
        for place, sentence in enumerate(met):
            grid.addWidget(self._met(sentence, numbers[sentence]), place % half, place // half)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget turns it on
        room = inner.sizeHint().height() + theme().px(_HEAD)
        self.setFixedHeight(min(max(room, theme().px(_LEAST)), theme().px(_MOST)))
        self._scroll.viewport().setAutoFillBackground(False)

    def _met(self, sentence: str, number: str) -> QWidget:
        look = theme()
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        picture = QLabel()
        picture.setPixmap(look.pixmap("check", "status.good.fg", 14))
        row.addWidget(picture)
        words = Elided(sentence, colour="text.secondary", weight=400)
        row.addWidget(words, 1)
        row.addWidget(label(number, "small"))
        made.setFixedHeight(look.px(24))
        made.setToolTip(sentence)
        return made

    # filling in
    def _editor(self, item: LawItem) -> QWidget:
        path = item.field.split(".")
        missing = {each.field for each in self._card.missing} if self._card is not None else set()
        same = item.field.replace("delivery.", "customer.", 1).replace("_code", "")
        if same != item.field and same in missing:
            return label(self.tr("comes with it"), "small", tone="bad")
        if path[0] == "customer" and self.desk.can(Permission.CUSTOMERS_EDIT):
            kind = path[1]
            if kind in _CUSTOMER or (kind == "tax_ids" and len(path) == 3):  # noqa: PLR2004  customer.tax_ids.inn
                return self._customer_field(item)
            if kind in _STATE and law_profile(self._country_code()).places:
                return self._state_choice(item)
        where, words = self._place_of(path[0])
        button = Button(words, "external-link", small=True)
        button.clicked.connect(where)
        return button

    def _place_of(self, part: str) -> tuple[object, str]:
        card = self._card
        if part == "head":
            return (lambda: self.desk.open("centers")), self.tr("Settings")
        if part == "customer" and card is not None:
            return (lambda: self.desk.open("customers", card.customer_id)), self.tr("Customer")
        order_id = card.order_id if card is not None else None
        return (lambda: self.desk.open("work_orders", order_id)), self.tr("Order")

    def _customer_field(self, item: LawItem) -> TextEdit:
        edit = TextEdit(name=item.sentence, placeholder=self.tr("type it here"))
        edit.setFixedWidth(theme().px(_FIELD))
        edit.tell(" ")
        edit.returnPressed.connect(lambda: self._save(item.field))
        edit.editingFinished.connect(lambda: self._save(item.field))
        self.editors[item.field] = edit
        return edit

    def _country_code(self) -> str:
        return self._card.country if self._card is not None else self.desk.center.country

    def _state_choice(self, item: LawItem) -> Choice:
        """The customer's state, by name; its code comes with it."""
        choice = Choice(name=item.sentence)
        places = law_profile(self._country_code()).places
        empty: list[tuple[str, str]] = [("", self.tr("choose"))]
        choice.set_choices([*empty, *sorted(places.items(), key=lambda pair: pair[1])])
        choice.setFixedWidth(theme().px(_FIELD))
        choice.edited.connect(lambda: self._save_state(choice))
        return choice

    def _save_state(self, choice: Choice) -> None:
        card, place = self._card, choice.value()
        if card is None or not place:
            return
        country = card.country

        def write(row: CustomerRow) -> None:
            form = replace(customers.edit_of(row), place=place, country=country)
            self.desk.act(
                self, customers.update_customer, form, lambda _changes: self.filled.emit()
            )

        self.desk.read(
            self,
            lambda read: customers.get_customer(read, card.customer_id),
            write,
            lane="customer",
        )

    def _save(self, field: str) -> None:
        """Put what was typed into the customer's card; the bill reads itself again."""
        card, edit = self._card, self.editors.get(field)
        if card is None or edit is None or not edit.value().strip() or not edit.isEnabled():
            return
        edit.setEnabled(False)
        self.desk.read(
            self,
            lambda read: customers.get_customer(read, card.customer_id),
            lambda row: self._write(row, field, edit),
            lane="customer",
        )

    def _write(self, row: CustomerRow, field: str, edit: TextEdit) -> None:
        text = edit.value().strip()
        name = field.split(".")[1]
        form = customers.edit_of(row)
        if name == "tax_ids":
            form = replace(form, tax_ids={**row.tax_ids, field.split(".")[2]: text})
        else:
            filled: dict[str, Any] = {name: text}
            form = replace(form, **filled)

        def failed(error: UserError) -> bool:
            edit.setEnabled(True)
            edit.setFocus()
            if not isinstance(error, InvalidError):
                return False
            sentence = " ".join(said(problem) for problem in error.problems.values())
            edit.tell(sentence)
            edit.setToolTip(sentence)
            return True

        self.desk.act(
            self,
            customers.update_customer,
            form,
            lambda _changes: self.filled.emit(),
            failed=failed,
        )
