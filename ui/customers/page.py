"""Customers & vehicles: the list, and the record page over the same place."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.kernel.errors import NotFoundError
from models.access import Permission
from models.identifiers import recognise_plate
from ui.customers.actions import Actions
from ui.customers.doubles import DoublesPane
from ui.customers.dues import DuesPane
from ui.customers.listing import Listing
from ui.customers.person_view import PersonView
from ui.customers.record import Asked, Record, read_record
from ui.customers.view import RecordView
from ui.shell.desk import Desk
from ui.shell.page import Page
from widgets.buttons import Button
from widgets.fields import SearchEdit


class CustomersPage(Page):
    """A record is a car (place "vehicles") or a customer (place "customers").

    Params: ``search`` types words into the list; ``new`` is "customer" or "car", with ``name`` or ``plate``;
    ``draft`` opens the record's form, which finds what was typed; ``tab`` opens a part of the record.
    """

    watches: ClassVar[Sequence[str]] = (
        "customer",
        "consent",
        "vehicle",
        "vehicle_person",
        "plate_record",
        "odometer_reading",
        "work_order",
        "job",
        "invoice",
        "payment",
        "allocation",
        "maintenance_recommendation",
        "vehicle_link",
        "notification",
        "appointment",
        "call",
        "contact_person",
        "distinct_pair",
        "file_link",
        "recall",
        "recall_mark",
        "record_merge",
        "service_request",
        "vehicle_paper",
        "vehicle_profile",
        "vehicle_sensor",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked: Asked | None = None
        self._shown: Asked | None = None
        self._follow: Callable[[], None] | None = None
        self.actions_of = Actions(desk, self)
        self.actions_of.shown.connect(self.show_asked)
        self.toolbar.set_title(self.tr("Customers & cars"))
        self.search = SearchEdit(
            self.tr("Name, phone, plate or VIN"), name=self.tr("Search customers and cars")
        )
        self.toolbar.add_search(self.search, 340)
        self._build_actions()
        self.listing = Listing(desk)
        self._views: dict[bool, RecordView | PersonView] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(self.listing)
        self._panes: dict[str, DuesPane | DoublesPane] = {}
        self.body.addWidget(self.stack, 1)
        self.search.searched.connect(self.listing.search)
        self.search.returnPressed.connect(self._enter)
        self.listing.counted.connect(self.search.set_count)
        self.listing.opened.connect(self.show_asked)
        self.listing.customer_asked.connect(self._new_customer)
        self.listing.car_asked.connect(self._new_car)
        down = QShortcut(QKeySequence("Down"), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._into_table)
        edit = QShortcut(QKeySequence("F2"), self)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self._edit)

    def _build_actions(self) -> None:
        calls = Button(self.tr("To call"), "phone")
        calls.clicked.connect(lambda: self.open_pane("dues"))
        self.toolbar.add(calls)
        if self.desk.can(Permission.CUSTOMERS_EDIT):
            doubles = Button(self.tr("Doubles"), "users")
            doubles.clicked.connect(lambda: self.open_pane("doubles"))
            self.toolbar.add(doubles)
        if self.desk.can(Permission.VEHICLES_EDIT):
            car = Button(self.tr("Car"), "car")
            car.clicked.connect(lambda: self._new_car(""))
            self.toolbar.add(car)
        if self.desk.can(Permission.CUSTOMERS_EDIT):
            new = Button(self.tr("Customer"), "plus", kind="primary")
            new.set_keys("Ctrl+N", install=False)
            new.clicked.connect(lambda: self._new_customer(""))
            self.toolbar.add(new)

    # the page's duties
    @override
    def load(self) -> None:
        self.listing.read()
        pane = self.stack.currentWidget()
        if isinstance(pane, DuesPane | DoublesPane):
            pane.read()
        if self.asked is not None:
            self._read(self.asked)

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if key is not None:
            is_car = params.get("place") == "vehicles"
            self.show_asked(key if is_car else None, None if is_car else key)
            if "tab" in params:
                tab = str(params["tab"])
                self._follow = lambda: self.view.open_tab(tab)
            if "draft" in params:
                actions = self.actions_of
                self._follow = actions.edit_car if is_car else actions.edit_customer
        if params.get("pane") in {"dues", "doubles"}:
            self.open_pane(str(params["pane"]))
        words = params.get("search")
        if isinstance(words, str):
            self.show_list()
            self.search.set_value(words)
            self.listing.search(words)
        if params.get("new") == "customer":
            self._new_customer(str(params.get("name", "")))
        elif params.get("new") == "car":
            self._new_car(str(params.get("plate", "")))

    @override
    def back(self) -> bool:
        if self.asked is not None or self.stack.currentWidget() in self._panes.values():
            self.show_list()
            return True
        if self.search.value():
            self.search.set_value("")
            self.listing.search("")
            return True
        return False

    @override
    def new(self) -> None:
        if self.asked is not None:
            self.actions_of.new_order()
        elif self.listing.shelf.endswith("vehicles") and self.search.value():
            self._new_car(self.search.value())
        else:
            self._new_customer("")

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self.asked is None:
            return (
                ("/", self.tr("search")),
                ("Return", self.tr("open")),
                ("Ctrl+N", self.tr("customer")),
            )
        made = [("Ctrl+N", self.tr("order")), ("F2", self.tr("edit"))]
        if self.actions_of.opens_orders and self.asked.vehicle_id is not None:
            made.append(("Alt+R", self.tr("bring work back")))
        return (*made, ("Esc", self.tr("list")))

    # list and record
    @property
    def record(self) -> Record | None:
        """The record that shows, None while the list does."""
        return self.view.record if self.asked is not None else None

    @property
    def view(self) -> RecordView | PersonView:
        """What shows the record that was asked for; made when the first one of its kind is opened."""
        is_car = self.asked is not None and self.asked.vehicle_id is not None
        if is_car not in self._views:
            made = (RecordView if is_car else PersonView)(self.desk, self.actions_of)
            made.left.connect(self.show_list)
            self.stack.addWidget(made)
            self._views[is_car] = made
        return self._views[is_car]

    def show_list(self) -> None:
        """Go back to the list, to the row one came from."""
        self.asked = None
        self.toolbar.show()
        self.stack.setCurrentWidget(self.listing)
        self.listing.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_pane(self, name: str) -> None:
        """Show whom to call ("dues"), or records that may be one ("doubles")."""
        pane = self._panes.get(name)
        if pane is None:
            pane = DuesPane(self.desk) if name == "dues" else DoublesPane(self.desk)
            pane.left.connect(self.show_list)
            if isinstance(pane, DuesPane):
                pane.opened.connect(self.show_asked)
            self._panes[name] = pane
            self.stack.addWidget(pane)
        self.asked = None
        self.toolbar.show()
        self.stack.setCurrentWidget(pane)
        pane.read()
        pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_asked(self, vehicle_id: uuid.UUID | None, customer_id: uuid.UUID | None) -> None:
        """Read a record and show it when it is here."""
        self._follow = None
        self.asked = Asked(vehicle_id, None if vehicle_id else customer_id)
        self._read(self.asked)

    def _read(self, asked: Asked) -> None:
        desk = self.desk
        now, today, currency = desk.now(), desk.formats.today(), desk.center.currency

        def got(record: Record) -> None:
            if self.asked != asked:
                return
            self.view.show_record(record)
            if self._shown != asked:
                self._shown = asked
                self.view.tabs.setCurrentIndex(0)
            if self.stack.currentWidget() is not self.view:
                self.toolbar.hide()
                self.stack.setCurrentWidget(self.view)
                self.view.start()
            follow, self._follow = self._follow, None
            if follow is not None:
                follow()

        def failed(error: Exception) -> None:
            if isinstance(error, NotFoundError) and self.asked == asked:
                self.show_list()
            desk.problem(error)

        desk.read(
            self,
            lambda read: read_record(read, asked, now=now, today=today, currency=currency),
            got,
            failed=failed,
            lane="record",
        )

    def _into_table(self) -> None:
        table = self.listing.table
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        if table.current_key() is None:
            table.select_first()

    def _enter(self) -> None:
        """Enter in the search opens what stands first, when there is no doubt about it."""
        table = self.listing.table
        if self.search.value() == self.listing.query and table.count() == 1:
            row = table.current()
            if row is not None:
                table.opened.emit(row)
                return
        self._into_table()

    def _new_customer(self, name: str) -> None:
        self.actions_of.new_customer(name)

    def _new_car(self, words: str) -> None:
        match = recognise_plate(words, self.desk.center.country) if words else None
        self.actions_of.new_car(plate=match.plate if match is not None else "")

    def _edit(self) -> None:
        if self.asked is not None:
            self.actions_of.edit()
