"""Where cars and keys are now: who is here, the key board, the places; moved by keys."""

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.arrivals import (
    ArrivalRow,
    KeyRow,
    MoveKey,
    PlaceRow,
    SetPlace,
    key_board,
    list_arrivals,
    list_places,
    move_key,
    set_place,
)
from app.kernel.tx import Changes, Read
from app.work_orders import StaffRow, list_staff
from models.access import Permission
from models.arrivals import KeyAt, PlaceKind
from ui.arrivals.ask import AskDialog
from ui.arrivals.parts import words_of
from ui.arrivals.words import CARS, KEYS, MODES, state_badge
from ui.parts.cells import plate_cell
from ui.parts.fields import whole_edit
from ui.parts.places import PLACES
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.fields import Check, Choice, TextEdit
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Mark

_Found = tuple[list[ArrivalRow], list[KeyRow], list[PlaceRow], tuple[StaffRow, ...]]


class KeyBoard(QWidget):
    """Three lists. ``open_wanted`` brings the id of an arrival."""

    open_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._staff: Sequence[StaffRow] = ()
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
        self.keys = self._table(self._key_columns(), self.tr("Key board"))
        self.places = Table(
            self._place_columns(), key=lambda row: row.id, name=self.tr("Places"), sorts_here=True
        )
        for table in (self.here, self.keys, self.places):
            self._stack.addWidget(table)
        self.here.opened.connect(lambda row: self.open_wanted.emit(row.id))
        self.keys.opened.connect(self._open_key)
        self.places.opened.connect(self.edit_place)
        self.tabs.changed.connect(self._shown)
        self._tell(((), (), ()))
        move = QShortcut(QKeySequence("M"), self.keys)
        move.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        move.activated.connect(self.move_key)

    def _table(self, columns: Sequence[Column], name: str) -> Table:
        return Table(columns, key=lambda row: (row.number, row.key_tag), name=name, sorts_here=True)

    def buttons(self) -> tuple[Button, ...]:
        """Actions of the toolbar."""
        made = []
        if self._desk.can(Permission.ARRIVALS_MOVE):
            move = Button(self.tr("Move key…"), "key-round", name=self.tr("Move the selected key"))
            move.clicked.connect(self.move_key)
            made.append(move)
        if self._desk.can(Permission.SETTINGS_EDIT):
            place = Button(self.tr("Place…"), "map-pin", name=self.tr("New place for cars"))
            place.clicked.connect(lambda: self.edit_place(None))
            made.append(place)
        return tuple(made)

    # columns
    def _here_columns(self) -> list[Column]:
        return [
            Column("plate", self.tr("Plate"), lambda r: plate_cell(r.plate) or "", width=116),
            Column("car", self.tr("Car"), lambda r: r.car, width=180, stretch=2),
            Column(
                "customer", self.tr("Customer"), lambda r: r.customer or "", width=160, stretch=2
            ),
            Column("mode", self.tr("How"), lambda r: said(MODES[r.mode]), width=120),
            Column("state", self.tr("State"), lambda r: state_badge(r.state), width=130),
            Column(
                "order", self.tr("Order"), lambda r: r.order_number or "", width=186, kind="code"
            ),
            Column("place", self.tr("Stands"), self._stands, width=120),
            Column("signed", self.tr("Act"), self._signed, width=110),
        ]

    def _stands(self, row: ArrivalRow) -> object:
        if row.place:
            return row.place
        return Mark(said(CARS[row.car_at]) if row.car_at else "–", "", "muted")

    def _signed(self, row: ArrivalRow) -> Mark:
        if row.signed_number == row.draft_number:
            return Mark(self.tr("signed"), "signature", "good")
        return Mark(self.tr("not signed"), "", "muted")

    def _key_columns(self) -> list[Column]:
        return [
            Column("tag", self.tr("Tag"), lambda r: r.key_tag or "–", width=70, kind="strong"),
            Column("plate", self.tr("Plate"), lambda r: plate_cell(r.plate) or "", width=116),
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
            Column("code", self.tr("Place"), lambda r: r.code, width=90, kind="strong"),
            Column("name", self.tr("Name"), lambda r: r.name, width=160, stretch=1),
            Column("kind", self.tr("Kind"), lambda r: said(PLACES[r.kind]), width=110),
            Column("free", self.tr("Taken"), self._taken, width=90),
            Column("cars", self.tr("Cars"), self._cars, width=300, stretch=3),
        ]

    @staticmethod
    def _taken(row: PlaceRow) -> Mark:
        full = len(row.cars) >= row.capacity
        return Mark(f"{len(row.cars)}/{row.capacity}", "", "wait" if full else "muted")

    @staticmethod
    def _cars(row: PlaceRow) -> str:
        return ", ".join(f"{car.plate or car.number} {car.car}" for car in row.cars)

    # reading
    def load(self) -> None:
        """Read all three lists."""

        def ask(read: Read) -> _Found:
            return list_arrivals(read), key_board(read), list_places(read), list_staff(read)

        self._desk.read(self, ask, self._show, lane="board")

    def _show(self, found: _Found) -> None:
        here, keys, places, self._staff = found
        self.here.set_rows(here)
        self.keys.set_rows(keys)
        self.places.set_rows(places)
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
        if not places:
            self.places.show_empty(
                "map-pin",
                self.tr("No places are named yet"),
                self.tr("Name parking places, bays and the street: cars are found by them."),
            )
        self._tell((here, keys, places))

    def _tell(self, lists: tuple[Sequence[Any], Sequence[Any], Sequence[Any]]) -> None:
        here, keys, places = (len(each) for each in lists)
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

    def _open_key(self, row: KeyRow) -> None:
        if row.arrival_id is not None:
            self.open_wanted.emit(row.arrival_id)
        elif row.order_id is not None:
            self._desk.open("work_orders", row.order_id)

    # moving
    def move_key(self) -> None:
        """Say who has the selected key now."""
        row = self.keys.current()
        if row is None or self._stack.currentWidget() is not self.keys:
            self.show_tab("keys")
            return
        if row.arrival_id is None:
            self._desk.open("arrivals", None, order=row.order_id)
            return
        dialog = AskDialog(
            self._desk.front,
            self.tr("Where is key {tag} now?").format(tag=row.key_tag or "–"),
            self.tr("Move"),
            partial(self._move, row.arrival_id),
        )
        to, who = self.tr("The key is"), self.tr("Who has it")
        ways = [(at.value, said(words)) for at, words in KEYS.items()]
        dialog.form.add("to", to, Choice(ways, name=to))
        people: list[tuple[uuid.UUID | None, str]] = [(None, self.tr("I have it"))]
        people += [(person.id, person.name) for person in self._staff]
        dialog.form.add("holder", who, Choice(people, name=who))
        dialog.open()

    def _move(self, key: uuid.UUID, dialog: AskDialog, values: dict[str, Any]) -> None:
        def done(_changes: Changes[KeyAt]) -> None:
            dialog.finish()

        command = MoveKey(arrival_id=key, to=KeyAt(values["to"]), holder_id=values["holder"])
        self._desk.act(self, move_key, command, done, failed=dialog.refuse)

    def edit_place(self, row: PlaceRow | None) -> None:
        """Name a place, or change one."""
        dialog = AskDialog(
            self._desk.front,
            self.tr("A place for cars"),
            self.tr("Save"),
            partial(self._save_place, row),
        )
        form = dialog.form
        code, name, kind = self.tr("Place"), self.tr("Name"), self.tr("Kind")
        room, away = self.tr("Room for cars"), self.tr("Not used any more")
        form.add("code", code, TextEdit(name=code), required=True)
        form.add("name", name, TextEdit(name=name))
        kinds = [(each.value, said(words)) for each, words in PLACES.items()]
        form.add("kind", kind, Choice(kinds, name=kind))
        form.add("capacity", room, whole_edit(self._desk, name=room))
        form.add("archived", "", Check(away))
        form.set_values(
            {
                "code": row.code if row else "",
                "name": row.name if row else "",
                "kind": (row.kind if row else PlaceKind.PARKING).value,
                "capacity": row.capacity if row else 1,
                "archived": row is not None and row.archived_at is not None,
            }
        )
        dialog.open()

    def _save_place(self, row: PlaceRow | None, dialog: AskDialog, values: dict[str, Any]) -> None:
        def done(_changes: Changes[uuid.UUID]) -> None:
            dialog.finish()

        command = SetPlace(
            code=values["code"],
            name=values["name"],
            kind=PlaceKind(values["kind"]),
            capacity=values["capacity"] or 1,
            sort=row.sort if row else self.places.count(),
            place_id=row.id if row else None,
            version=row.version if row else None,
            is_archived=values["archived"],
        )
        self._desk.act(self, set_place, command, done, failed=dialog.refuse)
