"""The tables of the record page: visits, recommended work, invoices."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.billing.accounts import AccountBill
from app.passports import RecommendationRow
from app.work_orders.visits import VisitRow
from models.access import Permission
from models.order_flow import FINAL, OrderState
from models.passports import RecommendationState
from ui.customers.person_more import CarWork
from ui.customers.pieces import heading, link
from ui.customers.record import Record
from ui.parts.mileage import reading_words
from ui.parts.states import order_badge, settlement_badge
from ui.shell.desk import Desk
from widgets.buttons import label
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Badge, Figure, Mark


class Visits(QWidget):
    """Every order of the car, or of ``all_cars`` of a customer.

    ``short`` is the one under the chart, with a heading; ``all_wanted`` is its link.
    """

    all_wanted = Signal()

    def __init__(self, desk: Desk, *, short: bool, all_cars: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._all_cars = all_cars
        self._record: Record | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._count = label("", "muted")
        if short:
            every = link(self.tr("All"), self.all_wanted.emit, name=self.tr("All visits"))
            head = heading(self.tr("Visits"), "", every, beside=self._count)
            side = theme().px(16)
            head.setContentsMargins(side, 0, side, 0)
            box.addWidget(head)
        self.table = Table(
            self._columns(short=short), key=lambda row: row.id, name=self.tr("Visits")
        )
        self.table.opened.connect(lambda row: desk.open("work_orders", row.id))
        box.addWidget(self.table, 1)

    def _columns(self, *, short: bool) -> tuple[Column, ...]:
        made = [
            Column(
                "day",
                self.tr("Date"),
                lambda row: self._day(row, short=short),
                width=76 if short else 92,
                kind="secondary",
                elide=False,
            ),
            Column(
                "order",
                self.tr("Order"),
                lambda row: Mark(short_number(row.number) if short else row.number, "", "link"),
                width=76 if short else 168,
                tip=lambda row: row.number,
                elide=False,
            ),
            Column("works", self.tr("What was done"), self._works, width=120, stretch=1),
            Column(
                "km",
                self.tr("Odometer"),
                self._reading,
                width=72 if short else 92,
                align="right",
                kind="secondary",
            ),
            Column("state", self.tr("State"), self._state, width=108, kind="state"),
        ]
        if self._all_cars:
            made.insert(2, Column("car", self.tr("Car"), self._car, width=190, stretch=1))
        elif not short:
            made.insert(3, Column("who", self.tr("Customer"), self._who, width=160, stretch=1))
        if self._desk.can(Permission.MONEY_SEE):
            made.append(
                Column("sum", self.tr("Amount"), self._sum, width=80, align="right", kind="money")
            )
        return tuple(made)

    def show_record(self, record: Record) -> None:
        """Show the visits of another car."""
        self._record = record
        self._count.setText(str(len(record.visits)) if record.visits else "")
        if record.visits:
            self.table.set_rows(record.visits)
        else:
            self.table.set_rows(())
            self.table.show_empty(
                "clipboard-list",
                self.tr("No visits yet"),
                self.tr("The first work order of this customer will stand here.")
                if self._all_cars
                else self.tr("The first work order of this car will stand here."),
            )

        if record.visits and self.table.current_key() is None:
            chosen = record.open_visit or record.visits[0]
            self.table.select(chosen.id)

    # cells
    def _day(self, row: VisitRow, *, short: bool) -> str:
        """In the narrow table the year has two digits where days are written in digits."""
        written = self._desk.formats.full_day(row.completed_at or row.made_at)
        return f"{written[:-4]}{written[-2:]}" if short and written[2] == "." else written

    def _works(self, row: VisitRow) -> object:
        return ", ".join(row.works) or None

    def _reading(self, row: VisitRow) -> object:
        if row.odometer_value is None:
            return None
        return self._desk.formats.number(row.odometer_value)

    def _state(self, row: VisitRow) -> object:
        badge: Badge = order_badge(row.state)
        if row.state in FINAL or row.state == OrderState.DELIVERED:
            return Mark(badge.text, badge.icon, "secondary")
        return Mark(badge.text, badge.icon, badge.hue)

    def _car(self, row: VisitRow) -> object:
        cars = self._record.cars if self._record is not None else ()
        car = next((each for each in cars if each.id == row.vehicle_id), None)
        if car is None:
            return Mark(self.tr("not theirs any more"), "", "muted")
        return " ".join(part for part in (car.plate, car.make, car.model) if part)

    def _who(self, row: VisitRow) -> object:
        record = self._record
        people = record.card.people if record is not None and record.card is not None else ()
        return next((p.name for p in people if p.customer_id == row.customer_id), None)

    def _sum(self, row: VisitRow) -> object:
        if row.total is None or not row.total.minor:
            return None
        return Figure(self._desk.formats.short(row.total))


class Recommendations(QWidget):
    """Everything that was ever recommended for the car, or for the cars of a customer, and what became of it."""

    def __init__(self, desk: Desk, *, all_cars: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._cars: dict[uuid.UUID, CarWork] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        formats = desk.formats
        car = Column("car", self.tr("Car"), self._car, width=150, stretch=1)
        self.table = Table(
            (
                *((car,) if all_cars else ()),
                Column(
                    "made",
                    self.tr("Since"),
                    lambda r: formats.full_day(r.made_at),
                    width=96,
                    elide=False,
                ),
                Column("name", self.tr("Work"), lambda row: row.name, width=200, stretch=2),
                Column("kind", self.tr("Why"), self._kind, width=150),
                Column("due", self.tr("Due"), self._due, width=220, stretch=1),
                Column("state", self.tr("State"), self._state, width=150, kind="state"),
                Column(
                    "price", self.tr("Then"), self._price, width=96, align="right", kind="money"
                ),
            ),
            key=lambda row: row.id,
            name=self.tr("Recommendations"),
        )
        self.table.opened.connect(lambda row: desk.open("work_orders", row.order_id))
        box.addWidget(self.table)

    def show_record(self, record: Record) -> None:
        """Show those of another car."""
        work = record.more.work if record.more is not None else ()
        self._cars = {each.id: each for each in work}
        found = [each.row for each in work] or record.recommendations
        rows = sorted(found, key=lambda row: row.made_at, reverse=True)
        rows.sort(key=lambda row: row.state != RecommendationState.OPEN)
        self.table.set_rows(rows)
        if not rows:
            self.table.show_empty(
                "list-checks",
                self.tr("Nothing was recommended yet"),
                self.tr("Declined jobs and intervals of completed work come here by themselves."),
            )

    def _car(self, row: RecommendationRow) -> object:
        found = self._cars.get(row.id)
        return f"{found.plate or ''} {found.car}".strip() if found is not None else None

    def _kind(self, row: RecommendationRow) -> object:
        return self.tr("declined") if row.kind == "declined" else self.tr("interval")

    def _due(self, row: RecommendationRow) -> object:
        formats = self._desk.formats
        parts = []
        if row.due_on is not None:
            parts.append(formats.full_day(row.due_on))
        if row.due_value is not None:
            parts.append(reading_words(formats, row.due_value, row.unit))
        return self.tr(" or ").join(parts) or None

    def _state(self, row: RecommendationRow) -> object:
        return {
            RecommendationState.OPEN: Mark(self.tr("open"), "hourglass", "wait"),
            RecommendationState.REVIVED: Mark(self.tr("on an order"), "undo-2", "work"),
            RecommendationState.DONE: Mark(self.tr("done"), "check", "good"),
            RecommendationState.DISMISSED: Mark(self.tr("not wanted"), "ban", "secondary"),
        }[row.state]

    def _price(self, row: RecommendationRow) -> object:
        return Figure(self._desk.formats.short(row.old_price)) if row.old_price else None


class Bills(QWidget):
    """The invoices of the customer, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        formats = desk.formats
        self.table = Table(
            (
                Column(
                    "day",
                    self.tr("Date"),
                    lambda b: formats.full_day(b.issued_on),
                    width=96,
                    elide=False,
                ),
                Column(
                    "number",
                    self.tr("Invoice"),
                    lambda bill: Mark(bill.number, "", "link"),
                    width=180,
                    stretch=1,
                ),
                Column("due", self.tr("To be paid by"), self._due, width=130),
                Column("state", self.tr("State"), self._state, width=150, kind="state"),
                Column(
                    "total", self.tr("Amount"), self._total, width=120, align="right", kind="money"
                ),
                Column("open", self.tr("Open"), self._open, width=120, align="right", kind="money"),
            ),
            key=lambda row: row.id,
            name=self.tr("Invoices"),
        )
        self.table.opened.connect(lambda bill: desk.open("billing", bill.id))
        box.addWidget(self.table)

    def show_record(self, record: Record) -> None:
        """Show those of another customer."""
        bills = record.account.bills if record.account is not None else ()
        self.table.set_rows(bills)
        if not bills:
            self.table.show_empty(
                "receipt-text",
                self.tr("No invoices yet"),
                self.tr("A completed order is billed from its own page."),
            )

    def _due(self, bill: AccountBill) -> object:
        return self._desk.formats.full_day(bill.due_on) if bill.due_on is not None else None

    def _state(self, bill: AccountBill) -> object:
        return settlement_badge(bill.settlement)

    def _total(self, bill: AccountBill) -> object:
        return self._desk.formats.amount(bill.total)

    def _open(self, bill: AccountBill) -> object:
        if not bill.open.minor:
            return None
        return self._desk.formats.amount(bill.open, "wait" if bill.open.minor > 0 else "")


def short_number(number: str) -> str:
    """The last two parts of an order's number: 12-0148."""
    return "-".join(number.split("-")[-2:])
