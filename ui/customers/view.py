"""The record page: head, tabs, and under the first of them three columns split by hairlines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.access import Permission
from ui.customers.actions import Actions
from ui.customers.car_tab import CarTab
from ui.customers.files_tab import FilesTab
from ui.customers.odometer import Odometer
from ui.customers.person_tab import PersonTab
from ui.customers.profile_tab import ProfileTab
from ui.customers.record import Record
from ui.customers.side import WIDTH as SIDE_WIDTH
from ui.customers.side import SideColumn
from ui.customers.tabbed import TabbedView
from ui.customers.tables import Bills, Recommendations, Visits
from ui.customers.work import WIDTH as WORK_WIDTH
from ui.customers.work import WorkColumn
from ui.shell.desk import Desk
from widgets.buttons import hairline
from widgets.theme import theme

_NARROW = 1040
"""Below this width (design pixels) two columns are left."""
_ANY = 16_777_215
"""Qt's word for "as large as you like"."""


class Overview(QWidget):
    """Odometer and visits, open work, facts of the car; on a narrow window the last two stand over each other."""

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
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right.setSpacing(0)
        self._line = hairline(vertical=True)
        for widget in (self.work, self._line, self.side):
            self._right.addWidget(widget)
        row.addLayout(self._right)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = theme()
        narrow = self.width() < look.px(_NARROW)
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if narrow else directions.LeftToRight
        if self._right.direction() == wanted:
            return
        self._right.setDirection(wanted)
        free, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self._line.setSizePolicy(free if narrow else fixed, fixed if narrow else free)
        self._line.setMaximumSize(_ANY if narrow else 1, 1 if narrow else _ANY)
        self._line.setMinimumSize(0 if narrow else 1, 1 if narrow else 0)
        self.side.setFixedWidth(look.px(WORK_WIDTH if narrow else SIDE_WIDTH))

    def show_record(self, record: Record) -> None:
        """Show another car."""
        self.odometer.show_record(record)
        self.visits.show_record(record)
        self.work.show_record(record)
        self.side.show_record(record)


class RecordView(TabbedView):
    """One car and its customer."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        self.overview = Overview(desk, actions)
        self.visits = Visits(desk, short=False)
        self.recommendations = Recommendations(desk)
        self.bills = Bills(desk)
        self.person = PersonTab(desk, actions)
        self.car = CarTab(desk, actions)
        self.profile = ProfileTab(desk, actions)
        self.files = FilesTab(desk)
        pages = {
            "overview": self.overview,
            "visits": self.visits,
            "work": self.recommendations,
            "money": self.bills,
            "customer": self.person,
            "car": self.car,
            "profile": self.profile,
            "files": self.files,
        }
        super().__init__(desk, actions, "", pages)
        self.tabs.setAccessibleName(self.tr("Parts of the record"))
        self.overview.visits.all_wanted.connect(lambda: self.open_tab("visits"))
        self.overview.side.wanted.connect(self.open_tab)
        revive = QShortcut(QKeySequence("Alt+R"), self)
        revive.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        revive.activated.connect(self._revive_first)

    def show_record(self, record: Record) -> None:
        """Show a car; the open tab stays when the new one has it too."""
        self.record = record
        self.actions_of.record = record
        tabs: list[tuple[str, str, int | None]] = [
            ("overview", self.tr("Overview"), None),
            ("visits", self.tr("Visits"), len(record.visits)),
            ("work", self.tr("Recommendations"), len(record.recommendations)),
        ]
        if self.desk.can(Permission.MONEY_SEE) and record.customer is not None:
            bills = record.account.bills if record.account is not None else ()
            tabs.append(("money", self.tr("Money"), len(bills)))
        open_recalls = sum(1 for recall in record.recalls if recall.is_open)
        tabs += [
            ("customer", self.tr("Customer"), None),
            ("car", self.tr("Car"), None),
            ("profile", self.tr("Profile"), open_recalls or None),
            ("files", self.tr("Files"), len(record.files.rows) or None),
        ]
        self.tabs.set_tabs(tabs)
        self.head.show_record(record)
        for page in (
            self.overview,
            self.recommendations,
            self.car,
            self.profile,
            self.visits,
            self.bills,
            self.person,
            self.files,
        ):
            page.show_record(record)
        self.open_page(self.tabs.current())

    def start(self) -> None:
        """Put the focus where one goes on: on the visits of the car, else on the tabs."""
        if self.stack.currentWidget() is self.overview:
            self.overview.visits.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _revive_first(self) -> None:
        """Bring the first declined work back onto an order."""
        buttons = self.overview.work.revive_buttons
        if buttons:
            buttons[0].click()
