"""The facts of a customer one asks for first: how to reach them, how often they come, what they brought and owe."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.money import Money
from models.order_flow import FINAL
from ui.customers.pieces import Elided, Fact, Link
from ui.customers.record import Record
from ui.shell.desk import Desk
from widgets.badge import FigureLabel
from widgets.buttons import label
from widgets.values import Tone

Make = Callable[[Record], Fact | None]


class PersonFacts(QObject):
    """Makes them; ``wanted`` opens a tab."""

    def __init__(self, desk: Desk, wanted: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = wanted

    def makers(self) -> tuple[tuple[str, Make], ...]:
        """Each fact by its name, in the order they stand."""
        return (
            ("reach", self._reach),
            ("now", self._now),
            ("since", self._visits),
            ("spent", self._turnover),
            ("margin", self._margin),
            ("debt", self.debt),
            ("missed", self._missed),
        )

    def _reach(self, record: Record) -> Fact | None:
        customer = record.customer
        if customer is None or customer.erased_at is not None:
            return None
        shown = self._desk.formats.phone(customer.phone)
        value: QWidget = label(self.tr("no phone"), "muted")
        if shown:
            link = Link(shown, name=self.tr("Copy {phone}").format(phone=shown), is_plain=True)
            link.clicked.connect(lambda: self.copy(shown))
            value = link
        more = customer.email or self._desk.formats.phone(customer.other_phone)
        return Fact(self.tr("Phone"), value, [Elided(more, "hint")] if more else ())

    def copy(self, text: str) -> None:
        """Put it into the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self._desk.toast(self.tr("{text} copied").format(text=text))

    def _now(self, record: Record) -> Fact | None:
        more = record.more
        if more is None:
            return None
        opened = [visit for visit in record.visits if visit.state not in FINAL]
        cars = Link(self.tr("%n cars", "", len(more.fleet)), is_plain=True)
        cars.clicked.connect(lambda: self._wanted("cars"))
        words = self.tr("%n in the shop", "", len(opened)) if opened else self.tr("none is here")
        return Fact(self.tr("Cars"), cars, [label(words, "hint", tone="work" if opened else "")])

    def _visits(self, record: Record) -> Fact | None:
        done = record.done_visits
        if not done:
            return None
        day = self._desk.formats.full_day(done[0].completed_at or done[0].made_at)
        words = self.tr("the last {day}").format(day=day)
        value = Link(self.tr("%n visits", "", len(done)), is_plain=True)
        value.clicked.connect(lambda: self._wanted("visits"))
        return Fact(self.tr("Visits"), value, [label(words, "hint")])

    def _turnover(self, record: Record) -> Fact | None:
        account = record.account
        if account is None:
            return None
        value = label(self._sum(account.turnover))
        below = []
        if account.year_average is not None:
            words = self.tr("{sum} on average").format(
                sum=self._desk.formats.short(account.year_average)
            )
            below.append(label(words, "hint"))
        return Fact(self.tr("Turnover"), value, below)

    def _margin(self, record: Record) -> Fact | None:
        margin = record.more.margin if record.more is not None else None
        if margin is None or not margin.net.minor:
            return None
        earned = Money(margin.net.minor - margin.cost.minor, margin.net.currency)
        share = (Decimal(earned.minor) * 100 / margin.net.minor).quantize(Decimal("0.1"))
        words = self.tr("{percent} of sales").format(percent=self._desk.formats.percent(share))
        return Fact(self.tr("Margin"), label(self._sum(earned)), [label(words, "hint")])

    def debt(self, record: Record) -> Fact | None:
        """What they owe, what of it is late, what they paid ahead; None for who may not see money."""
        account = record.account
        if account is None:
            return None
        formats = self._desk.formats
        value: QWidget = label("—", "muted")
        if account.owed.minor:
            tone: Tone = "bad" if account.overdue.minor else "wait"
            value = FigureLabel(formats.amount(account.owed, tone))
        below = []
        if account.advance.minor:
            words = self.tr("paid ahead {sum}").format(sum=formats.short(account.advance))
            below.append(label(words, "hint"))
        elif account.overdue.minor:
            words = self.tr("late {sum}").format(sum=formats.short(account.overdue))
            below.append(label(words, "hint", tone="bad"))
        return Fact(self.tr("Owes"), value, below)

    def _missed(self, record: Record) -> Fact | None:
        customer = record.customer
        if customer is None or not customer.no_show_count:
            return None
        value = label(self.tr("%n times", "", customer.no_show_count), tone="bad")
        return Fact(self.tr("Did not come"), value)

    def _sum(self, money: Money) -> str:
        return self._desk.formats.money(money) if money.minor else "—"
