"""The record page: head, tabs, and under the first of them three columns split by hairlines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.access import Permission
from ui.customers.actions import Actions
from ui.customers.car_tab import CarTab
from ui.customers.head import Head
from ui.customers.odometer import Odometer
from ui.customers.person_tab import PersonTab
from ui.customers.record import Record
from ui.customers.side import SideColumn
from ui.customers.tables import Bills, Recommendations, Visits
from ui.customers.work import WorkColumn
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline
from widgets.empty import EmptyState
from widgets.tabs import TabLine
from widgets.theme import theme


class Overview(QWidget):
    """Odometer and visits, open work, facts of the car."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        self.odometer = Odometer(desk, actions)
        self.visits = Visits(desk, short=True)
        left.addWidget(self.odometer)
        left.addWidget(self.visits, 1)
        self.work = WorkColumn(desk, actions)
        self.side = SideColumn(desk, actions)
        row.addLayout(left, 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.work)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.side)

    def show_record(self, record: Record) -> None:
        """Show another car."""
        self.odometer.show_record(record)
        self.visits.show_record(record)
        self.work.show_record(record)
        self.side.show_record(record)


class RecordView(QWidget):
    """One car and its customer. ``left`` asks to go back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self.record: Record | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head = Head(desk, actions)
        self.head.left.connect(self.left)
        self.head.wanted.connect(self.open_tab)
        self.tabs = TabLine(self.tr("Parts of the record"))
        self.tabs.changed.connect(self._open)
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs, 1)
        box.addWidget(self.head)
        box.addLayout(line)
        box.addWidget(hairline())
        self.stack = QStackedWidget()
        box.addWidget(self.stack, 1)
        self.overview = Overview(desk, actions)
        self.visits = Visits(desk, short=False)
        self.recommendations = Recommendations(desk, actions)
        self.bills = Bills(desk)
        self.person = PersonTab(desk, actions)
        self.car = CarTab(desk, actions)
        self.carless = self._carless()
        self._pages: dict[str, QWidget] = {
            "overview": self.overview,
            "carless": self.carless,
            "visits": self.visits,
            "work": self.recommendations,
            "money": self.bills,
            "customer": self.person,
            "car": self.car,
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        self.overview.visits.all_wanted.connect(lambda: self.open_tab("visits"))
        self.overview.side.wanted.connect(self.open_tab)
        revive = QShortcut(QKeySequence("Alt+R"), self)
        revive.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        revive.activated.connect(self._revive_first)

    def _carless(self) -> QWidget:
        button = None
        if self._actions.edits_cars:
            button = Button(self.tr("Add a car"), "plus")
            button.clicked.connect(lambda: self._actions.new_car(of_customer=True))
        return EmptyState(
            "car",
            self.tr("No car yet"),
            self.tr("With a car come its odometer, visits and recommended work."),
            button,
        )

    def show_record(self, record: Record) -> None:
        """Show a record; the open tab stays when the new one has it too."""
        self.record = record
        self._actions.record = record
        sees = self._desk.can(Permission.MONEY_SEE)
        has_car = record.card is not None
        tabs: list[tuple[str, str, int | None]] = [
            ("overview" if has_car else "carless", self.tr("Overview"), None),
            ("visits", self.tr("Visits"), len(record.visits)),
        ]
        if has_car:
            tabs.append(("work", self.tr("Recommendations"), len(record.recommendations)))
        if sees and record.customer is not None:
            bills = record.account.bills if record.account is not None else ()
            tabs.append(("money", self.tr("Money"), len(bills)))
        tabs.append(("customer", self.tr("Customer"), None))
        if has_car:
            tabs.append(("car", self.tr("Car"), None))
        self.tabs.set_tabs(tabs)
        self.head.show_record(record)
        if has_car:
            self.overview.show_record(record)
            self.recommendations.show_record(record)
            self.car.show_record(record)
        self.visits.show_record(record)
        self.bills.show_record(record)
        self.person.show_record(record)
        self._open(self.tabs.current())

    def start(self) -> None:
        """Put the focus where one goes on: on the visits of the car, else on the tabs."""
        if self.stack.currentWidget() is self.overview:
            self.overview.visits.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_tab(self, name: str) -> None:
        """Open a tab by its name, where the record has it."""
        if self.record is None:
            return
        if name == "overview" and self.record.card is None:
            name = "carless"
        self.tabs.set_current(name)

    def _open(self, name: str) -> None:
        page = self._pages.get(name)
        if page is not None:
            self.stack.setCurrentWidget(page)

    def _revive_first(self) -> None:
        """Bring the first declined work back onto an order."""
        buttons = self.overview.work.revive_buttons
        if buttons:
            buttons[0].click()
