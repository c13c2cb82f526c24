"""The record page of a customer: who they are, and behind a tab each all that ever was between them and the shop."""

from PySide6.QtCore import Qt

from models.access import Permission
from models.customers import CustomerKind
from ui.customers.actions import Actions
from ui.customers.contacts_tab import ContactsTab
from ui.customers.files_tab import FilesTab
from ui.customers.fleet_tab import FleetTab
from ui.customers.person_tab import PersonTab
from ui.customers.record import Record
from ui.customers.tabbed import TabbedView
from ui.customers.tables import Bills, Recommendations, Visits
from ui.customers.talks_tab import ComingTab, TalksTab, count_coming
from ui.shell.desk import Desk
from widgets.table import Table


class PersonView(TabbedView):
    """One customer with all of their cars."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        self.person = PersonTab(desk, actions)
        self.fleet = FleetTab(desk, actions)
        self.visits = Visits(desk, short=False, all_cars=True)
        self.work = Recommendations(desk, all_cars=True)
        self.bills = Bills(desk)
        self.contacts = ContactsTab(desk, actions)
        self.coming = ComingTab(desk)
        self.talks = TalksTab(desk, actions)
        self.files = FilesTab(desk)
        pages = {
            "customer": self.person,
            "cars": self.fleet,
            "visits": self.visits,
            "work": self.work,
            "money": self.bills,
            "contacts": self.contacts,
            "coming": self.coming,
            "talks": self.talks,
            "files": self.files,
        }
        super().__init__(desk, actions, "", pages)
        self.tabs.setAccessibleName(self.tr("Parts of the record"))
        self.person.wanted.connect(self.open_tab)

    def show_record(self, record: Record) -> None:
        """Show a customer; the open tab stays."""
        self.record = record
        self.actions_of.record = record
        self.tabs.set_tabs(self._tabs(record))
        self.head.show_record(record)
        for page in (
            self.person,
            self.fleet,
            self.visits,
            self.work,
            self.bills,
            self.contacts,
            self.coming,
            self.talks,
            self.files,
        ):
            page.show_record(record)
        self.open_page(self.tabs.current())

    def _tabs(self, record: Record) -> list[tuple[str, str, int | None]]:
        more, can = record.more, self.desk.can
        if more is None:
            return [("customer", self.tr("Customer"), None)]
        tabs: list[tuple[str, str, int | None]] = [
            ("customer", self.tr("Customer"), None),
            ("cars", self.tr("Cars"), len(more.fleet)),
            ("visits", self.tr("Visits"), len(record.visits)),
            ("work", self.tr("Recommendations"), len(more.work)),
        ]
        if can(Permission.MONEY_SEE):
            bills = record.account.bills if record.account is not None else ()
            tabs.append(("money", self.tr("Money"), len(bills)))
        person = record.customer is None or record.customer.kind == CustomerKind.PERSON.value
        if not person or more.contacts:
            here = sum(1 for row in more.contacts if row.archived_at is None)
            tabs.append(("contacts", self.tr("Contacts"), here))
        if can(Permission.BOOKINGS_VIEW) or can(Permission.REQUESTS_EDIT):
            tabs.append(("coming", self.tr("Appointments"), count_coming(record)))
        tabs.append(("talks", self.tr("Talks"), len(record.calls) + len(record.messages)))
        tabs.append(("files", self.tr("Files"), len(record.files.rows)))
        return tabs

    def start(self) -> None:
        """Put the focus where one goes on: on the tabs, whose arrows turn the pages."""
        page = self.stack.currentWidget()
        held = page.focusProxy() if page is not None else None
        target = held if isinstance(held, Table) else self.tabs
        target.setFocus(Qt.FocusReason.OtherFocusReason)
