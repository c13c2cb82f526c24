"""What comes next with a customer: cars that are here, appointments, what is due, what was declined, whom to call."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.insights.fleet import FleetCar
from models.booking_states import COMING
from models.money import Money
from models.passports import RecommendationState
from models.requests import OPEN
from ui.customers.actions import Actions
from ui.customers.pieces import Elided, heading, link, ruled
from ui.customers.record import Record
from ui.customers.tables import short_number
from ui.parts.bookings import appointment_badge
from ui.parts.states import order_badge
from ui.shell.desk import Desk
from widgets.badge import MarkLabel
from widgets.buttons import label
from widgets.theme import theme
from widgets.values import Mark, Tone

_SOON = 30
_MOST = 6


class Ahead(QObject):
    """Makes the rows; ``wanted`` opens a tab."""

    def __init__(
        self, desk: Desk, actions: Actions, wanted: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._wanted = wanted

    def rows(self, record: Record) -> list[QWidget]:
        """The section: a row for each thing, the nearest first."""
        parts = (
            *self._orders(record),
            *self._appointments(record),
            *self._requests(record),
            *self._calls(record),
            *self._dues(record),
            *self._declined(record),
        )
        made: list[QWidget] = [heading(self.tr("Next"))]
        made += [ruled(part) for part in parts]
        if not parts:
            made.append(label(self.tr("Nothing waits: no car is here, nothing is due."), "hint"))
        return made

    def _orders(self, record: Record) -> Iterable[QWidget]:
        cars = record.more.fleet if record.more is not None else ()
        for car in [each for each in cars if each.orders][:_MOST]:
            order = car.orders[0]
            badge = order_badge(order.state)
            state = Mark(badge.text, badge.icon, badge.hue)
            words = link(_name(car), partial(self._desk.open, "work_orders", order.id))
            yield self._row(words, short_number(order.number), state)

    def _appointments(self, record: Record) -> Iterable[QWidget]:
        if record.more is None:
            return
        coming = [row for row in record.more.appointments if row.state in COMING]
        coming.sort(key=lambda row: row.starts_at)
        for row in coming[:_MOST]:
            badge = appointment_badge(row.state)
            state = Mark(badge.text, badge.icon, badge.hue)
            when = self._desk.formats.moment(row.starts_at)
            words = link(when, partial(self._desk.open, "calendar", row.id))
            yield self._row(words, f"{row.plate} {row.car}".strip(), state)

    def _requests(self, record: Record) -> Iterable[QWidget]:
        if record.more is None:
            return
        waiting = [row for row in record.more.requests if row.state in OPEN]
        for row in waiting[:_MOST]:
            words = link(self.tr("Request"), partial(self._desk.open, "requests", row.id))
            yield self._row(words, row.words, Mark(self.tr("waits for an answer"), "inbox", "wait"))

    def _calls(self, record: Record) -> Iterable[QWidget]:
        today = self._desk.formats.today()
        calls = [call for call in record.calls[:1] if call.again_on is not None]
        for call in calls:
            day = call.again_on
            if day is None:
                continue
            tone: Tone = "bad" if day < today else "wait"
            words = link(self.tr("Call again"), partial(self._wanted, "talks"))
            yield self._row(
                words, call.words or "", Mark(self._desk.formats.full_day(day), "phone", tone)
            )

    def _dues(self, record: Record) -> Iterable[QWidget]:
        formats, today = self._desk.formats, self._desk.formats.today()
        found = []
        for car in record.more.fleet if record.more is not None else ():
            service = car.service
            days = [
                (self.tr("inspection"), car.vehicle.inspection_until_on),
                (self.tr("insurance"), car.vehicle.insurance_until_on),
            ]
            if service is not None:
                days.append((service.name, today if service.is_due else service.due_on))
            found += [
                (day, car, what)
                for what, day in days
                if day is not None and (day - today).days <= _SOON
            ]
        found.sort(key=lambda each: each[0])
        for day, car, what in found[:_MOST]:
            tone: Tone = "bad" if day < today else "wait"
            words = link(_name(car), partial(self._actions.shown.emit, car.vehicle.id, None))
            yield self._row(words, what, Mark(formats.full_day(day), "calendar-clock", tone))
        if len(found) > _MOST:
            more = self.tr("All %n dates", "", len(found))
            yield self._row(link(more, partial(self._wanted, "cars")), "", None)

    def _declined(self, record: Record) -> Iterable[QWidget]:
        work = record.more.work if record.more is not None else ()
        rows = [
            each.row
            for each in work
            if each.row.kind == "declined" and each.row.state == RecommendationState.OPEN
        ]
        if not rows:
            return
        prices = [row.old_price for row in rows if row.old_price is not None]
        told = ""
        if prices and record.sees_money:
            total = Money(sum(price.minor for price in prices), prices[0].currency)
            told = self.tr("for {sum}").format(sum=self._desk.formats.money(total))
        words = link(self.tr("%n declined works", "", len(rows)), partial(self._wanted, "work"))
        yield self._row(words, told, None)

    def _row(self, words: QWidget, more: str, mark: Mark | None) -> QWidget:
        made = QWidget()
        made.setFixedHeight(theme().px(32))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(words)
        row.addWidget(Elided(more, "hint"), 1)
        if mark is not None:
            row.addWidget(MarkLabel(mark))
        return made


def _name(car: FleetCar) -> str:
    vehicle = car.vehicle
    return " ".join(part for part in (vehicle.plate, vehicle.make, vehicle.model) if part)
