"""Where cars and keys are now: who is here, the key board, the places; moved by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.arrivals import CarHere, KeyRow, PlaceRow, cars_here, key_board, list_places
from app.kernel.tx import Read
from models.access import Permission
from models.arrivals import CarAt, KeyAt
from ui.arrivals.moving import Mover
from ui.arrivals.parts import words_of
from ui.parts.arrivals import CARS, KEYS, MODES, PLACES, state_badge
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.columns import Group
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Mark

_Found = tuple[list[CarHere], list[KeyRow], list[PlaceRow]]


class KeyBoard(QWidget):
    """Three lists. ``open_wanted`` brings the id of an arrival."""

    open_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mover = Mover(desk, self)
        self._move: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tabs = TabLine(self.tr("Cars and keys"))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        inner.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(holder)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.here = self._table(self._here_columns(), self.tr("Cars that are here"))
        self.keys = Table(
            self._key_columns(),
            key=lambda row: (row.number, row.key_tag),
            name=self.tr("Key board"),
            sorts_here=True,
        )
        self.places = self._table(self._place_columns(), self.tr("Places"), sorts=False)
        for table in (self.here, self.keys, self.places):
            self._stack.addWidget(table)
            for letter in ("M", "Ь"):
                # the same key of a Russian keyboard
                move = QShortcut(QKeySequence(letter), table)
                move.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                move.activated.connect(self.move_selected)
        self.here.opened.connect(self._open_car)
        self.places.opened.connect(self._open_car)
        self.keys.opened.connect(self._open_key)
        self.tabs.changed.connect(self._shown)
        self._tell(0, 0, 0)

    def _table(self, columns: Sequence[Column], name: str, *, sorts: bool = True) -> Table:
        return Table(columns, key=lambda row: row.key, name=name, sorts_here=sorts)

    def buttons(self) -> tuple[Button, ...]:
        """Actions of the toolbar."""
        made = []
        if self._desk.can(Permission.ARRIVALS_MOVE):
            self._move = Button(self.tr("Move car…"), "map-pin")
            self._move.clicked.connect(self.move_selected)
            made.append(self._move)
        if self._desk.can(Permission.SETTINGS_EDIT):
            name = self.tr("Key tags and places, in Settings")
            places = Button("", "settings", kind="quiet", name=name)
            places.clicked.connect(lambda: self._desk.open("centers", None, section="arrivals"))
            made.append(places)
        return tuple(made)

    # columns
    def _here_columns(self) -> list[Column]:
        return [
            *self._car_columns(),
            Column("mode", self.tr("How"), self._mode, width=120),
            Column("state", self.tr("State"), self._state, width=130, kind="state"),
            Column(
                "order", self.tr("Order"), lambda r: r.order_number or "", width=186, kind="code"
            ),
            Column("place", self.tr("Stands"), self._stands, width=120),
            Column("signed", self.tr("Act signed"), self._signed, width=100),
        ]

    def _car_columns(self) -> list[Column]:
        return [
            Column("plate", self.tr("Plate"), _plate, width=116, kind="plate"),
            Column("car", self.tr("Car"), lambda r: r.car, width=180, stretch=2),
            Column(
                "customer", self.tr("Customer"), lambda r: r.customer or "", width=160, stretch=2
            ),
        ]

    @staticmethod
    def _mode(row: CarHere) -> str:
        return said(MODES[row.arrival.mode]) if row.arrival else ""

    def _state(self, row: CarHere) -> object:
        if row.arrival is None:
            return Mark(self.tr("no arrival"), "", "muted")
        return state_badge(row.arrival.state)

    @staticmethod
    def _stands(row: CarHere) -> object:
        car = row.arrival
        if car is None or (car.place is None and car.car_at is None):
            return Mark("–", "", "muted")
        if car.car_at in {CarAt.PLACE, None}:
            return car.place or "–"
        note = row.moved.note if row.moved is not None else None
        return Mark(words_of((said(CARS[car.car_at]), note or "")), "", "wait")

    def _signed(self, row: CarHere) -> object:
        car = row.arrival
        if car is None:
            return ""
        if car.signed_number == car.draft_number:
            return Mark(self.tr("yes"), "signature", "good")
        return Mark(self.tr("no"), "", "muted")

    def _key_columns(self) -> list[Column]:
        return [
            Column("tag", self.tr("Tag"), lambda r: r.key_tag or "–", width=70, kind="strong"),
            Column("plate", self.tr("Plate"), _plate, width=116, kind="plate"),
            Column("car", self.tr("Car"), lambda r: r.car, width=180, stretch=2),
            Column("key", self.tr("Key is"), self._key_at, width=190, stretch=1),
            Column("place", self.tr("Car stands"), lambda r: r.place or "–", width=110),
            Column("moved", self.tr("Moved by"), self._moved, width=220, stretch=1),
            Column(
                "order", self.tr("Order"), lambda r: r.order_number or "", width=186, kind="code"
            ),
        ]

    def _key_at(self, row: KeyRow) -> Mark:
        words = row.key_holder or said(KEYS[row.key_at])
        icons = {KeyAt.EMPLOYEE: "user", KeyAt.CAR: "car", KeyAt.BOARD: "key-round"}
        tone = "wait" if row.key_at is KeyAt.EMPLOYEE else ""
        return Mark(words, icons.get(row.key_at, "user-check"), tone)  # type: ignore[arg-type]  # one of the tones

    def _moved(self, row: KeyRow) -> str:
        when = self._desk.formats.moment(row.moved_at) if row.moved_at else ""
        return words_of((row.moved_by or "", when))

    def _place_columns(self) -> list[Column]:
        return [
            *self._car_columns(),
            Column("stands", self.tr("Stands"), self._stands, width=150, stretch=1),
            Column("moved", self.tr("Put there by"), self._put, width=230, stretch=1),
            Column(
                "order", self.tr("Order"), lambda r: r.order_number or "", width=186, kind="code"
            ),
        ]

    def _put(self, row: CarHere) -> str:
        moved = row.moved
        return words_of((moved.by, self._desk.formats.moment(moved.at))) if moved else ""

    # reading
    def load(self) -> None:
        """Read all three lists."""

        def ask(read: Read) -> _Found:
            return cars_here(read), key_board(read), list_places(read)

        self._desk.read(self, ask, self._show, lane="board")

    def _show(self, found: _Found) -> None:
        here, keys, places = found
        self.here.set_rows(here)
        self.keys.set_rows(keys)
        self.places.set_rows(self._map(here, places))
        if not here:
            self.here.show_empty(
                "car",
                self.tr("No car is here"),
                self.tr("Ctrl+N and a plate are enough to begin."),
            )
        if not keys:
            self.keys.show_empty(
                "key-round",
                self.tr("No key hangs on the board"),
                self.tr("A key gets its tag when its car is checked in."),
            )
        if not places and not here:
            self.places.show_empty(
                "map-pin",
                self.tr("No places are named yet"),
                self.tr("Name parking places, bays and the street: cars are found by them."),
            )
        self._tell(len(here), len(keys), len(places))

    def _map(self, here: Sequence[CarHere], places: Sequence[PlaceRow]) -> list[object]:
        """Every place with the cars that stand there; below them the cars that stand at none."""
        rows: list[object] = []
        shown = set()
        for place in places:
            there = {car.id for car in place.cars}
            title = words_of((place.code, place.name, said(PLACES[place.kind]).lower()))
            rows.append(Group(title, {"stands": self._room(len(there), place.capacity)}))
            rows += [car for car in here if car.key in there]
            shown |= there
        left = [car for car in here if car.key not in shown]
        if left:
            rows += [Group(self.tr("At no place")), *left]
        return rows

    def _room(self, taken: int, capacity: int) -> Mark:
        """Whether a car may still be put there."""
        if taken >= capacity:
            words = self.tr("taken") if capacity == 1 else self.tr("full, {cars} cars")
            return Mark(words.format(cars=taken), "", "wait")
        words = self.tr("free") if capacity == 1 else self.tr("{free} of {room} free")
        return Mark(words.format(free=capacity - taken, room=capacity), "", "good")

    def _tell(self, here: int, keys: int, places: int) -> None:
        self.tabs.set_tabs(
            [
                ("here", self.tr("Here"), here),
                ("keys", self.tr("Key board"), keys),
                ("places", self.tr("Places"), places),
            ]
        )

    def show_tab(self, name: str) -> None:
        """Open one of the lists."""
        self.tabs.set_current(name)
        self._shown(name)

    def _shown(self, name: str) -> None:
        tables = {"here": self.here, "keys": self.keys, "places": self.places}
        self._stack.setCurrentWidget(tables[name])
        if self._move is not None:
            key = name == "keys"
            self._move.setText(self.tr("Move key…") if key else self.tr("Move car…"))
            self._move.setAccessibleName(self._move.text())

    def _open_car(self, row: CarHere) -> None:
        if row.arrival is not None:
            self.open_wanted.emit(row.arrival.id)
        elif row.order_id is not None:
            self._desk.open("work_orders", row.order_id)

    def _open_key(self, row: KeyRow) -> None:
        if row.arrival_id is not None:
            self.open_wanted.emit(row.arrival_id)
        elif row.order_id is not None:
            self._desk.open("work_orders", row.order_id)

    # moving
    def move_selected(self) -> None:
        """Move the selected key of the key board, else the selected car."""
        if self._stack.currentWidget() is self.keys:
            self.move_key()
        else:
            self.move_car()

    def move_key(self) -> None:
        """Say who has the selected key now."""
        row = self.keys.current()
        if row is None:
            self._desk.toast(self.tr("Choose a key first"))
        elif row.arrival_id is None:
            self._desk.open("arrivals", None, order=row.order_id)
        else:
            self._mover.key(row.arrival_id, row.key_tag, self.load)

    def move_car(self) -> None:
        """Say where the selected car stands now."""
        table = self.places if self._stack.currentWidget() is self.places else self.here
        row = table.current()
        if row is None:
            self._desk.toast(self.tr("Choose a car first"))
        elif row.arrival is None:
            self._desk.open("arrivals", None, order=row.order_id)
        else:
            self._mover.car(row.arrival.id, row.plate or "", self.load)


def _plate(row: CarHere | KeyRow) -> object:
    return plate_cell(row.plate) or ""
