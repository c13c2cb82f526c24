"""Everything about the customer: contacts, numbers, terms, consents, cars, and their own data."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.customers import ConsentRow, CustomerRow
from app.vehicles import VehicleRow
from ui.customers.actions import Actions
from ui.customers.ahead import Ahead
from ui.customers.pieces import Column, Elided, gap, heading, link, pair, ruled
from ui.customers.record import Record
from ui.parts.cells import plate_cell
from ui.parts.people import kind_words, price_group_word, purpose_words, source_words, tax_id_word
from ui.shell.desk import Desk
from widgets.badge import MarkLabel, PlateLabel
from widgets.buttons import Button, hairline, label
from widgets.theme import theme
from widgets.values import Mark

_CAPTION = 148
_MOST_CARS = 8


class PersonTab(QWidget):
    """Two columns: who they are and their terms; what they agreed to, their cars, their own data."""

    wanted = Signal(str)
    """Asks to open a tab."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._ahead = Ahead(desk, actions, self.wanted.emit, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = Column(self.tr("Customer"))
        self.right = Column(self.tr("Consents and cars"))
        row.addWidget(self.left, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.right, 1)

    def show_record(self, record: Record) -> None:
        """Show another customer."""
        customer = record.customer
        if customer is None:
            nobody = label(self.tr("Nobody is known to have this car."), "muted")
            self.left.fill(heading(self.tr("Customer")), nobody, *self._owner_row())
            self.right.fill()
            return
        if customer.erased_at is not None:
            day = self._desk.formats.full_day(customer.erased_at)
            words = self.tr("The personal data was erased on {day}.").format(day=day)
            self.left.fill(heading(self.tr("Erased person")), label(words, "muted", wrap=True))
        else:
            self.left.fill(*self._contacts(record, customer), gap(8), *self._terms(customer))
        # the customer's own page has its cars behind a tab; here stands what comes next
        around = self._cars(record) if record.more is None else self._ahead.rows(record)
        self.right.fill(
            *around,
            gap(8),
            *self._consents(record, customer),
            gap(8),
            *self._own_data(customer),
        )

    def _owner_row(self) -> list[QWidget]:
        if not self._actions.edits_cars:
            return []
        return [
            gap(8),
            _left(Button(self.tr("Say who owns it"), "user-plus"), self._actions.change_owner),
        ]

    # who they are
    def _contacts(self, record: Record, customer: CustomerRow) -> list[QWidget]:
        formats = self._desk.formats
        right = []
        if record.more is None:
            whole = partial(self._actions.shown.emit, None, customer.id)
            right.append(link(self.tr("Everything about them"), whole))
        if self._actions.edits_customers:
            right.append(link(self.tr("Edit"), self._actions.edit_customer))
        made: list[QWidget] = [heading(customer.name, kind_words(customer.kind), *right)]
        pairs = [
            (self.tr("Phone"), formats.phone(customer.phone)),
            (self.tr("Other phone"), formats.phone(customer.other_phone)),
            (self.tr("E-mail"), customer.email),
            (self.tr("Address"), customer.address),
            (self.tr("Identity document"), customer.document_number),
        ]
        made += [self._pair(caption, value) for caption, value in pairs if value]
        if len(made) == 1:
            made.append(label(self.tr("No contacts yet: add a phone."), "hint"))
        numbers = [(tax_id_word(kind), value) for kind, value in customer.tax_ids.items()]
        if numbers:
            made += [gap(8), heading(self.tr("Company numbers"))]
            made += [self._pair(caption, value, codes=True) for caption, value in numbers]
        if customer.note:
            made += [gap(8), heading(self.tr("Note")), label(customer.note, "secondary", wrap=True)]
        return made

    def _pair(self, caption: str, value: str, *, codes: bool = False) -> QWidget:
        shown = Elided(value)
        if codes:
            shown.setFont(theme().font(codes=True))
        return pair(caption, shown, width=_CAPTION)

    def _terms(self, customer: CustomerRow) -> list[QWidget]:
        formats = self._desk.formats
        percent = customer.discount_percent
        days = customer.payment_term_days
        languages = {
            "ru": self.tr("Russian"),
            "en": self.tr("English"),
            None: self.tr("as the center"),
        }
        term = self.tr("as the center has it") if days is None else self.tr("%n days", "", days)
        return [
            heading(self.tr("Terms")),
            self._pair(self.tr("Price group"), price_group_word(customer.price_group)),
            self._pair(self.tr("Discount"), formats.percent(percent) if percent else "—"),
            self._pair(self.tr("Term of payment"), term),
            self._pair(
                self.tr("Language of papers"),
                languages.get(customer.language, customer.language or ""),
            ),
            self._pair(self.tr("Did not come"), self.tr("%n times", "", customer.no_show_count))
            if customer.no_show_count
            else gap(0),
            self._pair(self.tr("Customer since"), formats.full_day(customer.made_at)),
        ]

    # what they agreed to
    def _consents(self, record: Record, customer: CustomerRow) -> list[QWidget]:
        actions = self._actions
        right = []
        if actions.edits_customers and customer.erased_at is None:
            right.append(link(self.tr("Note consent"), actions.note_consent))
        made: list[QWidget] = [heading(self.tr("Consents"), "", *right)]
        held = sorted(record.consents, key=lambda row: row.withdrawn_at is not None)
        made += [ruled(self._consent(each)) for each in held]
        if not held:
            made.append(label(self.tr("Nothing was agreed to yet."), "hint"))
        return made

    def _consent(self, consent: ConsentRow) -> QWidget:
        formats = self._desk.formats
        made = QWidget()
        made.setFixedHeight(theme().px(32))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        holds = consent.withdrawn_at is None
        words = purpose_words(consent.purpose)
        mark = Mark(words, "check", "good") if holds else Mark(words, "x", "muted")
        row.addWidget(MarkLabel(mark))
        how = f"{source_words(consent.source)}, {formats.full_day(consent.given_at)}"
        if consent.withdrawn_at is not None:
            how = self.tr("withdrawn {day}").format(day=formats.full_day(consent.withdrawn_at))
        row.addWidget(Elided(how, "hint"), 1)
        if holds and self._actions.edits_customers:
            name = self.tr("Withdraw: {purpose}").format(purpose=words)
            row.addWidget(
                link(
                    self.tr("Withdraw"), partial(self._actions.withdraw, consent, words), name=name
                )
            )
        return made

    # their cars
    def _cars(self, record: Record) -> list[QWidget]:
        right = []
        if self._actions.edits_cars and record.customer is not None:
            right.append(
                link(self.tr("Add a car"), partial(self._actions.new_car, of_customer=True))
            )
        made: list[QWidget] = [heading(self.tr("Cars"), str(len(record.cars) or ""), *right)]
        made += [ruled(self._car(car)) for car in record.cars[:_MOST_CARS]]
        if len(record.cars) > _MOST_CARS and record.customer is not None:
            every = self.tr("All %n cars", "", len(record.cars))
            made.append(
                ruled(link(every, partial(self._actions.shown.emit, None, record.customer.id)))
            )
        if not record.cars:
            made.append(label(self.tr("No car yet."), "hint"))
        return made

    def _car(self, car: VehicleRow) -> QWidget:
        made = QWidget()
        made.setFixedHeight(theme().px(32))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        plate = plate_cell(car.plate)
        if plate is not None:
            row.addWidget(PlateLabel(plate))
        name = " ".join(part for part in (car.make, car.model, car.variant) if part)
        words = name or car.vin or self.tr("Car without a name")
        row.addWidget(link(words, partial(self._actions.shown.emit, car.id, None)))
        if car.made_year:
            row.addWidget(label(str(car.made_year), "hint"))
        row.addStretch(1)
        return made

    # their own data
    def _own_data(self, customer: CustomerRow) -> list[QWidget]:
        actions = self._actions
        gone = customer.erased_at is not None
        made: list[QWidget] = [heading(self.tr("Personal data"))]
        words = self.tr("Everything kept about this person as a file, or forgotten for good.")
        made.append(label(words, "hint", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, theme().px(8), 0, 0)
        row.setSpacing(theme().px(8))
        if actions.edits_customers:
            export = Button(self.tr("Export…"), "file-down", small=True)
            export.clicked.connect(lambda: actions.personal.export(customer))
            row.addWidget(export)
            if customer.archived_at is None:
                archive = Button(self.tr("Archive customer"), "archive", small=True)
                archive.clicked.connect(actions.archive_customer)
                row.addWidget(archive)
            elif not gone:
                back = Button(self.tr("Take back"), "archive-restore", small=True)
                back.clicked.connect(actions.restore)
                row.addWidget(back)
        if actions.erases and not gone:
            erase = Button(self.tr("Erase…"), "eraser", small=True)
            erase.clicked.connect(lambda: actions.personal.erase(customer))
            row.addWidget(erase)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        return [*made, holder]


def _left(button: Button, do: Callable[[], object]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    button.clicked.connect(lambda _on: do())
    return made
