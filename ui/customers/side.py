"""The right column: what the car is, who owned it, what its owner allows, and the customer's money."""

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from app.passports import SCOPES
from app.vehicles import PersonRow, VehicleRow
from models.identifiers import Severity
from models.money import Money
from models.passports import LinkState
from models.vehicles import VehicleRole
from ui.customers.actions import Actions
from ui.customers.pieces import Column, Elided, gap, heading, link, pair
from ui.customers.record import Record
from ui.parts.people import price_group_word, role_words
from ui.shell.desk import Desk
from widgets.badge import FigureLabel, MarkLabel
from widgets.buttons import Button, label
from widgets.theme import theme
from widgets.values import Figure, Mark, Tone

WIDTH = 286


class _Dot(QWidget):
    """Before an owner: filled for who has the car now."""

    def __init__(self, *, now: bool) -> None:
        super().__init__()
        self._now = now
        self.setFixedSize(QSize(theme().px(9), theme().px(20)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = look.colour("accent.bar" if self._now else "line.control")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if self._now else Qt.BrushStyle.NoBrush)
        side = look.px(7)
        painter.drawEllipse(QRectF(1, (self.height() - side) / 2, side, side))
        painter.end()


class SideColumn(Column):
    """Facts of the car and its people. ``wanted`` opens a tab."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__(self.tr("Car and owner"), WIDTH)
        self._desk = desk
        self._actions = actions

    def show_record(self, record: Record) -> None:
        """Show another car."""
        parts: list[QWidget] = []
        if record.vehicle is not None:
            parts += self._car(record, record.vehicle)
            parts += [gap(4), *self._owners(record)]
            parts += [gap(4), *self._passport(record)]
        others = [car for car in record.cars if car.id != getattr(record.vehicle, "id", None)]
        if others:
            parts += [gap(4), *self._others(others)]
        if record.account is not None:
            parts += [gap(4), *self._money(record)]
        self.fill(*parts)

    # the car
    def _car(self, record: Record, car: VehicleRow) -> list[QWidget]:
        formats = self._desk.formats
        more = link(self.tr("Everything"), lambda: self.wanted.emit("car"))
        made: list[QWidget] = [heading(self.tr("Car"), "", more)]
        name = " ".join(part for part in (car.model, car.variant) if part)
        year = str(car.made_year) if car.made_year else ""
        pairs = [
            (self.tr("Model"), ", ".join(part for part in (name, year) if part)),
            (self.tr("Engine"), car.engine or ""),
            (self.tr("Gearbox"), car.gearbox or ""),
            (self.tr("Fuel"), car.fuel_kind or ""),
            (self.tr("Colour"), car.color or ""),
        ]
        made += [pair(caption, Elided(value)) for caption, value in pairs if value]
        made += [
            pair(caption, self._until(day))
            for caption, day in (
                (self.tr("Insurance"), car.insurance_until_on),
                (self.tr("Inspection"), car.inspection_until_on),
                (self.tr("Warranty"), car.warranty_until_on),
            )
            if day is not None
        ]
        problem = record.check_digit
        if problem is not None:
            words = self.tr("does not fit")
            doubtful = Mark(words, "triangle-alert", "wait")
            known = Mark(words, "info", "secondary")
            mark = doubtful if problem.severity is Severity.WARNING else known
            made.append(pair(self.tr("Check digit"), MarkLabel(mark)))
        if not car.vin:
            made.append(pair(self.tr("VIN"), label(self.tr("not known"), "muted")))
        if car.note:
            made.append(_wrapped(car.note))
        made[0].setToolTip(self.tr("Entered {day}").format(day=formats.full_day(car.made_at)))
        return made

    def _until(self, day: date) -> QWidget:
        formats = self._desk.formats
        days = (day - formats.today()).days
        words = self.tr("until {day}").format(day=formats.full_day(day))
        if days < 0:
            over = self.tr("ended {day}").format(day=formats.full_day(day))
            return MarkLabel(Mark(over, "alarm-clock", "bad"))
        return label(words)

    # people
    def _owners(self, record: Record) -> list[QWidget]:
        actions = self._actions
        right = []
        if actions.edits_cars:
            right.append(link(self.tr("New owner"), actions.change_owner))
        made: list[QWidget] = [heading(self.tr("Owners"), "", *right)]
        people = sorted(
            record.card.people if record.card is not None else (),
            key=lambda person: (
                person.until_at is not None,
                person.role != VehicleRole.OWNER.value,
            ),
        )
        made += [self._owner(person, record) for person in people]
        if not people:
            made.append(label(self.tr("Nobody is known to own this car."), "hint"))
        return made

    def _owner(self, person: PersonRow, record: Record) -> QWidget:
        formats = self._desk.formats
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, theme().px(2), 0, theme().px(2))
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        now = person.until_at is None
        grid.addWidget(_Dot(now=now), 0, 0)
        grid.addWidget(
            Elided(person.name or self.tr("erased"), "medium" if now else "secondary"), 0, 1
        )
        begin = formats.full_day(person.from_at)
        if now:
            span = self.tr("since {day}").format(day=begin)
        else:
            span = (
                f"{begin[-4:]}–{formats.full_day(person.until_at)[-4:]}" if person.until_at else ""
            )
        grid.addWidget(label(span, "hint"), 0, 2)
        mine = [v for v in record.done_visits if v.customer_id == person.customer_id]
        words = role_words(person.role)
        if mine:
            orders = self.tr("%n orders", "", len(mine))
            words = f"{words}, {orders}"
        grid.addWidget(Elided(words, "hint"), 1, 1, 1, 2)
        return made

    # the passport
    def _passport(self, record: Record) -> list[QWidget]:
        found = record.link
        if found is None:
            made: list[QWidget] = [heading(self.tr("Passport link"))]
            hint = label(
                self.tr("The owner was never asked: nothing of this car leaves the shop."), "hint"
            )
            hint.setWordWrap(True)
            made.append(hint)
            return [*made, *self._ask_row(record)]
        mark = {
            LinkState.REQUESTED: Mark(self.tr("asked"), "hourglass", "wait"),
            LinkState.APPROVED: Mark(self.tr("allowed"), "shield-check", "good"),
            LinkState.DECLINED: Mark(self.tr("declined"), "shield-alert", "bad"),
            LinkState.REVOKED: Mark(self.tr("taken back"), "shield-alert", "bad"),
            LinkState.EXPIRED: Mark(self.tr("no answer"), "shield", "secondary"),
        }[found.state]
        made = [heading(self.tr("Passport link"), "", MarkLabel(mark))]
        moment = found.decided_at or found.asked_at
        when = self.tr("decided {day}") if found.decided_at else self.tr("asked {day}")
        made.append(label(when.format(day=self._desk.formats.full_day(moment)), "small"))
        made.append(self._scope(found.scope, live=found.state is LinkState.APPROVED))
        if found.state in (LinkState.DECLINED, LinkState.REVOKED, LinkState.EXPIRED):
            made += self._ask_row(record)
        return made

    def _scope(self, scope: tuple[str, ...], *, live: bool) -> QWidget:
        names = {
            "works": self.tr("works"),
            "prices": self.tr("prices"),
            "history": self.tr("history"),
        }
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, theme().px(2), 0, theme().px(2))
        row.setSpacing(theme().px(14))
        for name in SCOPES:
            held = name in scope
            tone: Tone = "good" if held and live else "muted"
            row.addWidget(MarkLabel(Mark(names[name], "check" if held else "x", tone)))
        row.addStretch(1)
        return made

    def _ask_row(self, record: Record) -> list[QWidget]:
        car = record.vehicle
        askable = record.customer is not None and car is not None and bool(car.vin or car.plate)
        if not self._actions.asks_owners or not askable:
            return []
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, theme().px(6), 0, theme().px(4))
        button = Button(self.tr("Ask the owner"), "send", small=True)
        button.clicked.connect(self._actions.ask_owner)
        row.addWidget(button)
        row.addStretch(1)
        return [made]

    # other cars, money
    def _others(self, cars: list[VehicleRow]) -> list[QWidget]:
        made: list[QWidget] = [heading(self.tr("Other cars"), str(len(cars)))]
        for car in cars[:5]:
            name = " ".join(part for part in (car.plate, car.make, car.model) if part)
            row = QWidget()
            box = QHBoxLayout(row)
            box.setContentsMargins(0, theme().px(3), 0, theme().px(3))
            box.addWidget(link(name, partial(self._actions.shown.emit, car.id, None)))
            box.addStretch(1)
            made.append(row)
        return made

    def _money(self, record: Record) -> list[QWidget]:
        formats, account = self._desk.formats, record.account
        if account is None:
            return []
        more = link(self.tr("Invoices"), lambda: self.wanted.emit("money"))
        made: list[QWidget] = [heading(self.tr("Money"), self.tr("12 months"), more)]
        count = label(self.tr("%n invoices", "", account.year_bills), "muted")
        made.append(pair(self.tr("Paid"), FigureLabel(Figure(self._sum(account.year_paid))), count))
        if account.year_average is not None:
            made.append(pair(self.tr("On average"), label(self._sum(account.year_average))))
        made.append(pair(self.tr("Turnover"), label(self._sum(account.turnover))))
        if account.owed.minor:
            tone: Tone = "bad" if account.overdue.minor else "wait"
            owed = FigureLabel(Figure(formats.money(account.owed), "", tone))
            made.append(pair(self.tr("Owes"), owed))
        if account.advance.minor:
            made.append(pair(self.tr("Paid ahead"), label(formats.money(account.advance))))
        customer = record.customer
        if customer is not None:
            group = price_group_word(customer.price_group)
            percent = customer.discount_percent
            words = f"{group}, −{formats.percent(percent)}" if percent else group
            made.append(pair(self.tr("Prices"), Elided(words)))
        return made

    def _sum(self, money: Money) -> str:
        return self._desk.formats.money(money) if money.minor else "—"


def _wrapped(text: str) -> QWidget:
    made = label(text, "small", wrap=True)
    made.setContentsMargins(0, theme().px(4), 0, theme().px(4))
    return made
