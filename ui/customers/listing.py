"""The list: cars, customers and what was archived, found as one types, rows fetched when they are seen."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.customers.listing import (
    CustomerLine,
    count_customers,
    customer_lines,
    find_customer_ids,
    list_customer_ids,
    people_of_cars,
)
from app.kernel.tx import Read
from app.vehicles.listing import (
    VehicleLine,
    cars_of_people,
    count_vehicles,
    find_vehicle_ids,
    list_vehicle_ids,
    vehicle_lines,
)
from models.access import Permission
from ui.customers.columns import customer_columns, vehicle_columns
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline
from widgets.table import Table
from widgets.tabs import TabLine
from widgets.theme import theme

_SHELVES = ("vehicles", "customers", "old_vehicles", "old_customers")
_SAVED = "customers.shelf"
_FIRST = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """Ids of what was asked for, how many every shelf holds, and the first rows of an empty table."""

    query: str
    ids: dict[str, Sequence[uuid.UUID]]
    counts: dict[str, int]
    rows: Sequence[VehicleLine | CustomerLine] = ()


class Listing(QWidget):
    """``opened`` brings (vehicle id or None, customer id or None); ``counted`` words for the search field."""

    opened = Signal(object, object)
    counted = Signal(str)
    customer_asked = Signal(str)
    car_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.query = ""
        self._found: _Found | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.tabs = TabLine(self.tr("What the list shows"))
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs, 1)
        box.addLayout(line)
        box.addWidget(hairline())
        self.stack = QStackedWidget()
        box.addWidget(self.stack, 1)
        self.tables: dict[str, Table] = {}
        self.tabs.changed.connect(self._open)
        self._set_tabs({})
        kept = str(desk.saved(_SAVED, "vehicles"))
        self.tabs.set_current(kept if kept in {"vehicles", "customers"} else "vehicles")
        self._open(self.tabs.current())

    # parts
    def _table(self, shelf: str) -> Table:
        cars = shelf.endswith("vehicles")
        sees = self._desk.can(Permission.MONEY_SEE)
        columns = (
            vehicle_columns(self._desk.formats, self._query)
            if cars
            else customer_columns(self._desk.formats, self._query, sees_money=sees)
        )
        name = self.tr("Cars") if cars else self.tr("Customers")
        key = _vehicle_key if cars else _customer_key
        table = Table(columns, key=key, name=name)
        table.rows_wanted.connect(lambda keys: self._fetch(shelf, keys))
        table.opened.connect(self._opened)
        table.sorted.connect(lambda _name, _down: self.read())
        table.layout_changed.connect(lambda: self._keep_layout(shelf))
        kept = self._desk.saved(f"customers.table.{shelf}")
        if isinstance(kept, dict):
            table.restore_layout(kept)
        return table

    def _keep_layout(self, shelf: str) -> None:
        self._desk.save(f"customers.table.{shelf}", self.tables[shelf].layout_state())

    def _query(self) -> str:
        return self.query

    @property
    def shelf(self) -> str:
        """What shows: vehicles, customers, old_vehicles or old_customers."""
        return self.tabs.current() or "vehicles"

    @property
    def table(self) -> Table:
        """The table that shows."""
        return self._table_of(self.shelf)

    def _table_of(self, shelf: str) -> Table:
        """A shelf's table, made when it is first shown."""
        if shelf not in self.tables:
            self.tables[shelf] = self._table(shelf)
            self.stack.addWidget(self.tables[shelf])
        return self.tables[shelf]

    def _set_tabs(self, counts: dict[str, int]) -> None:
        words = {
            "vehicles": self.tr("Cars"),
            "customers": self.tr("Customers"),
            "old_vehicles": self.tr("Archived cars"),
            "old_customers": self.tr("Archived customers"),
        }
        shown = [s for s in _SHELVES if counts.get(s) or not s.startswith("old_")]
        self.tabs.set_tabs([(shelf, words[shelf], counts.get(shelf)) for shelf in shown])

    def _open(self, shelf: str) -> None:
        if shelf not in _SHELVES:
            return
        self.stack.setCurrentWidget(self._table_of(shelf))
        self._count()
        if shelf in {"vehicles", "customers"}:
            self._desk.save(_SAVED, shelf)
        if self._found is None:
            return
        if shelf in self._found.ids:
            self._fill(shelf, self._found)
        else:
            self.read()

    # reading
    def search(self, query: str) -> None:
        """Find what was typed, or show everything again."""
        self.query = query.strip()
        self.read(first=True)

    def read(self, *, first: bool = False) -> None:
        """Read the ids again; ``first`` puts the first row in the middle of things."""
        query, shelf = self.query, self.shelf
        # a table that stands asks for the rows that it shows
        rows = 0 if self.table.count() else _FIRST
        name, down = self.table.sort() or (None, False)
        extra: dict[str, Any] = {"sort": name} if name else {}

        def asked(read: Read) -> _Found:
            if query:
                cars, people = find_vehicle_ids(read, query), find_customer_ids(read, query)
                # who is found by name or phone brings their cars, a car its people
                every_car = [*dict.fromkeys((*cars, *cars_of_people(read, people)))]
                everybody = [*dict.fromkeys((*people, *people_of_cars(read, cars)))]
                found: dict[str, Sequence[uuid.UUID]] = {
                    "vehicles": every_car,
                    "customers": everybody,
                    "old_vehicles": (),
                    "old_customers": (),
                }
                return _Found(query, found, {other: len(ids) for other, ids in found.items()})
            # of the shelves that do not show, only how many they hold
            counts = {other: _count_of(read, other) for other in _SHELVES if other != shelf}
            ask = list_vehicle_ids if shelf.endswith("vehicles") else list_customer_ids
            ids = ask(read, descending=down, archived=shelf.startswith("old_"), **extra)
            lines = self._lines(read, shelf, list(ids[:rows])) if rows else ()
            return _Found(query, {shelf: ids}, {**counts, shelf: len(ids)}, lines)

        self._desk.read(self, asked, lambda found: self._show(found, first=first), lane="ids")

    def _show(self, found: _Found, *, first: bool) -> None:
        # the rows are of this moment: who opens the shelf again reads them again
        self._found = replace(found, rows=())
        counts = found.counts
        self._set_tabs(counts)
        if found.query and not counts.get(self.shelf):
            other = next((shelf for shelf in ("vehicles", "customers") if counts.get(shelf)), None)
            if other is not None:
                self.tabs.set_current(other)
        if self.shelf not in found.ids:
            # another shelf was opened meanwhile, or this one is empty now and its tab gone
            self.stack.setCurrentWidget(self.table)
            self.read(first=first)
            return
        self.stack.setCurrentWidget(self.table)
        for shelf in self.tables:
            if shelf in found.ids:
                self._fill(shelf, found)
        if first and found.query:
            self.table.select_first()
        self._count()

    def _fill(self, shelf: str, found: _Found) -> None:
        table, ids = self._table_of(shelf), found.ids[shelf]
        table.set_keys(ids)
        table.refresh()
        table.fill(found.rows)
        if not ids:
            self._show_empty(shelf, table)

    def _count(self) -> None:
        found = self._found
        if found is None or not found.query:
            self.counted.emit("")
            return
        count = len(found.ids.get(self.shelf, []))
        self.counted.emit(self.tr("%n found", "", count))

    def _fetch(self, shelf: str, keys: Sequence[uuid.UUID]) -> None:
        def asked(read: Read) -> Sequence[VehicleLine | CustomerLine]:
            return self._lines(read, shelf, keys)

        self._desk.read(self, asked, self.tables[shelf].fill, lane=f"rows {shelf} {keys[0]}")

    def _lines(
        self, read: Read, shelf: str, keys: Sequence[uuid.UUID]
    ) -> Sequence[VehicleLine | CustomerLine]:
        if shelf.endswith("vehicles"):
            return vehicle_lines(read, keys)
        return customer_lines(read, keys, currency=self._desk.center.currency)

    # empty
    def _show_empty(self, shelf: str, table: Table) -> None:
        query = self.query
        cars = shelf.endswith("vehicles")
        icon = "car" if cars else "users"
        if query:
            words = self.tr("Nothing is called “{query}”").format(query=query)
            hint = self.tr("Try part of a name, a phone, a plate or some letters of the VIN.")
            table.show_empty(icon, words, hint, self._add(cars=cars))
        elif shelf.startswith("old_"):
            table.show_empty("archive", self.tr("Nothing is archived"))
        elif cars:
            table.show_empty(
                icon,
                self.tr("No cars yet"),
                self.tr("A car comes with its first order, or bring them all from a file."),
                self._add(cars=True),
            )
        else:
            table.show_empty(
                icon,
                self.tr("No customers yet"),
                self.tr("A name is enough to begin; the rest can come later."),
                self._add(cars=False),
            )

    def _add(self, *, cars: bool) -> Button | None:
        may = Permission.VEHICLES_EDIT if cars else Permission.CUSTOMERS_EDIT
        if not self._desk.can(may):
            return None
        words = self.tr("New car") if cars else self.tr("New customer")
        button = Button(words, "plus")
        asked = self.car_asked if cars else self.customer_asked
        button.clicked.connect(lambda: asked.emit(self.query))
        return button

    def _opened(self, row: VehicleLine | CustomerLine) -> None:
        if isinstance(row, VehicleLine):
            self.opened.emit(row.vehicle.id, None)
        else:
            self.opened.emit(None, row.customer.id)


def _count_of(read: Read, shelf: str) -> int:
    count = count_vehicles if shelf.endswith("vehicles") else count_customers
    return count(read, archived=shelf.startswith("old_"))


def _vehicle_key(row: VehicleLine) -> uuid.UUID:
    return row.vehicle.id


def _customer_key(row: CustomerLine) -> uuid.UUID:
    return row.customer.id
