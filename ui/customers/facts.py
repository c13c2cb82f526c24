"""The facts one asks for first: whose car it is, who brings it, how far it went, what was spent and owed."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.money import Money
from models.vehicles import to_km
from ui.customers.person_facts import PersonFacts
from ui.customers.pieces import Fact, Link
from ui.customers.record import Record
from ui.customers.roomy import Roomy
from ui.customers.tables import short_number
from ui.parts.mileage import dash_unit, reading_words
from ui.parts.people import role_words
from ui.parts.states import order_badge
from ui.shell.desk import Desk
from widgets.badge import BadgeLabel
from widgets.buttons import hairline, label
from widgets.theme import theme

_GIVE_WAY = ("since", "margin", "driver", "spent", "mileage")
"""Which facts are left out first where the window is narrow."""


class Facts(QObject):
    """Makes the row of facts; ``wanted`` opens a tab."""

    def __init__(self, desk: Desk, wanted: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = wanted
        self._person = PersonFacts(desk, wanted, self)

    def row(self, record: Record) -> QWidget:
        """The facts of a record beside each other, with hairlines; the least needed give way on a narrow window."""
        row = QHBoxLayout()
        row.setSpacing(theme().px(20))
        makers = self._makers() if record.more is None else self._person.makers()
        found = {name: fact for name, make in makers if (fact := make(record)) is not None}
        pieces: dict[str, QWidget] = {}
        for place, (name, fact) in enumerate(found.items()):
            piece = QWidget()
            inside = QHBoxLayout(piece)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme().px(20))
            if place:
                inside.addWidget(hairline(vertical=True))
            inside.addWidget(fact)
            pieces[name] = piece
            row.addWidget(piece)
        row.addStretch(1)
        return Roomy(row, [pieces[name] for name in _GIVE_WAY if name in pieces])

    def _open_customer(self, record: Record) -> None:
        if record.customer is not None:
            self._desk.open("customers", record.customer.id)

    def _makers(self) -> tuple[tuple[str, Callable[[Record], Fact | None]], ...]:
        return (
            ("customer", self._customer),
            ("driver", self._driver),
            ("mileage", self._mileage),
            ("spent", self._spent),
            ("debt", self._person.debt),
            ("now", self._standing),
        )

    def _customer(self, record: Record) -> Fact | None:
        customer = record.customer
        if customer is None:
            nobody = label(self.tr("nobody yet"), "muted")
            return Fact(self.tr("Customer"), nobody) if record.card is not None else None
        name = Link(customer.name or self.tr("Erased person"), is_plain=True)
        name.clicked.connect(lambda: self._open_customer(record))
        below: list[QWidget] = []
        if customer.phone:
            shown = self._desk.formats.phone(customer.phone)
            phone = Link(shown, name=self.tr("Copy {phone}").format(phone=shown))
            phone.clicked.connect(lambda: self._person.copy(shown))
            below.append(phone)
        else:
            below.append(label(self.tr("no phone"), "hint"))
        if len(record.cars) > 1:
            below.append(label(self.tr("%n cars", "", len(record.cars)), "hint"))
        return Fact(self.tr("Customer"), name, below)

    def _driver(self, record: Record) -> Fact | None:
        if not record.drivers:
            return None
        person = record.drivers[0]
        phone = self._desk.formats.phone(person.phone)
        below = [label(phone, "hint")] if phone else []
        return Fact(role_words(person.role), label(person.name, "medium"), below)

    def _mileage(self, record: Record) -> Fact | None:
        card = record.card
        if card is None or record.mileage is None:
            return None
        last, pace = card.last_reading, record.mileage.per_month
        if last is None:
            return Fact(self.tr("Odometer"), label("—", "muted"))
        value = label(reading_words(self._desk.formats, last.value, last.unit))
        below = []
        if pace is not None:
            shown = pace if last.unit == "km" else round(pace / to_km(1000, "mi") * 1000)
            words = self.tr("≈ {value} {unit} a month").format(
                value=self._desk.formats.number(shown), unit=dash_unit(last.unit)
            )
            below.append(label(words, "hint"))
        return Fact(self.tr("Odometer"), value, below)

    def _spent(self, record: Record) -> Fact | None:
        card = record.card
        if card is None or card.spent is None:
            return None
        count = card.visits_count
        words = self.tr("%n visits", "", count)
        if count > 1:
            average = Money(card.spent.minor // count, card.spent.currency)
            shown = self._desk.formats.short(average)
            words = self.tr("{visits}, on average {sum}").format(visits=words, sum=shown)
        caption = self.tr("Spent on the car")
        if not count:
            return Fact(caption, label("—", "muted"), [label(words, "hint")])
        return Fact(caption, label(self._whole(card.spent)), [label(words, "hint")])

    def _whole(self, money: Money) -> str:
        """Whole units with their currency."""
        return self._desk.formats.money(money) if money.minor % 100 else self._rounded(money)

    def _rounded(self, money: Money) -> str:
        sign = self._desk.formats.money(Money(0, money.currency)).strip("0.,\u00a0 ")
        return f"{self._desk.formats.short(money)}\u00a0{sign}"

    def _standing(self, record: Record) -> Fact | None:
        visit = record.open_visit
        if visit is None:
            return None
        words = Link(
            short_number(visit.number),
            name=self.tr("Open order {number}").format(number=visit.number),
        )
        words.clicked.connect(lambda: self._desk.open("work_orders", visit.id))
        below: list[QWidget] = [words]
        if visit.promised_at is not None:
            moment = self._desk.formats.moment(visit.promised_at)
            below.append(label(self.tr("promised {moment}").format(moment=moment), "hint"))
        return Fact(self.tr("Now"), BadgeLabel(order_badge(visit.state)), below)
