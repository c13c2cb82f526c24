"""A new order at the desk: one small sheet. Who it is, how far it ran, what it came for, until when."""

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from app import vehicles
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes, Read
from app.work_orders import Arrival, OpenWalkIn, arrival_of, find_arrivals, open_walk_in
from ui.parts.cells import plate_cell
from ui.parts.fields import PhoneEdit, PlateEdit, moment_edit, whole_edit
from ui.parts.twins import Twins
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.facts import distance_unit
from ui.work_orders.record.strangers import STRANGER, WhoField, meant_field
from widgets.badge import CellLabel
from widgets.buttons import Button, label
from widgets.completion import PopupColumn
from widgets.controls import TextEdit
from widgets.dialog import Dialog
from widgets.elided import ElidedLabel
from widgets.forms import Form
from widgets.picker import Option
from widgets.theme import theme

_ERRORS = {"vehicle": "plate", "concerns": "concern"}


class NewOrderDialog(Dialog):
    """Enter goes to the next field and opens the order behind the last one. ``opened`` brings its id."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "", 640)
        self.set_title(self.tr("New work order"))
        self._desk = desk
        self._arrival: Arrival | None = None
        self._build()
        self.set_first_focus(self.search)

    def _build(self) -> None:
        desk = self._desk
        self.search = WhoField(
            self._search,
            name=self.tr("Plate, phone or name"),
            placeholder=self.tr("Plate, phone, name or VIN"),
            create=self.tr("New: {text}"),
            columns=[
                PopupColumn(width=104),
                PopupColumn(),
                PopupColumn(),
                PopupColumn(width=130, align="right"),
            ],
        )
        self.search.picked.connect(self._picked)
        self.search.create_asked.connect(self._stranger)
        self.body.addWidget(label(self.tr("Car or customer"), "caption"))
        self.body.addWidget(self.search)
        self._who = QWidget()
        self._who_row = QHBoxLayout(self._who)
        self._who_row.setContentsMargins(0, 0, 0, 0)
        self._who_row.setSpacing(theme().px(10))
        self._who.hide()
        self.body.addWidget(self._who)
        self._there = Button("", "clipboard-list", small=True)
        self._there.clicked.connect(self._open_other)
        self._there.hide()
        self.body.addWidget(self._there)
        self.stranger = Form(columns=2)
        country = desk.center.country
        for name, caption, control in (
            ("plate", self.tr("Plate"), PlateEdit(country, name=self.tr("Plate"))),
            ("car", self.tr("Make and model"), TextEdit(name=self.tr("Make and model"))),
            ("name", self.tr("Customer's name"), TextEdit(name=self.tr("Customer's name"))),
            ("phone", self.tr("Phone"), PhoneEdit(country, name=self.tr("Phone"))),
        ):
            self.stranger.add(name, caption, control)
        twins = Twins(desk, self.stranger)
        twins.told.connect(self.refit)
        twins.found.connect(lambda key, _words: self.start(customer_id=key))
        twins.car_found.connect(lambda car: self.start(vehicle_id=car.id))
        self.stranger.hide()
        self.body.addWidget(self.stranger)
        self.form = Form(columns=2)
        km = self.tr("Odometer")
        self.form.add("odometer_value", km, whole_edit(desk, "km", name=km))
        promised = self.tr("Promised")
        moment = moment_edit(desk, name=promised, placeholder=self.tr("17:30, tomorrow 12, +2h"))
        concern = self.tr("What the customer says")
        self.form.add("promised_at", promised, moment)
        self.form.add("concern", concern, TextEdit(name=concern), span=2)
        self.body.addWidget(self.form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.go = Button(self.tr("Open order"), "plus", kind="primary", keys="Ctrl+Return")
        self.go.clicked.connect(self.submit)
        self.add_button(self.go, "primary")

    # finding
    def _search(self, text: str, give: Callable[[Sequence[Option]], None]) -> None:
        def ask(read: Read) -> tuple[Arrival, ...]:
            return find_arrivals(read, text)

        self._desk.read(self, ask, lambda found: give(self._options(found, text)), lane="find")

    def _options(self, found: Sequence[Arrival], text: str) -> list[Option]:
        formats = self._desk.formats
        return [
            Option(
                place,
                arrival.plate or arrival.customer or arrival.car,
                cells=(
                    plate_cell(arrival.plate, text) or "",
                    arrival.car,
                    arrival.customer or "",
                    formats.phone(arrival.phone),
                ),
            )
            for place, arrival in enumerate(self._remember(found))
        ]

    def _remember(self, found: Sequence[Arrival]) -> Sequence[Arrival]:
        self._found = tuple(found)
        return self._found

    def _picked(self, option: Option | None) -> None:
        if option is None:
            self._set_arrival(None)
            return
        place = option.key
        if isinstance(place, int) and place < len(self._found):
            self._set_arrival(self._found[place])

    def start(
        self,
        *,
        vehicle_id: uuid.UUID | None = None,
        customer_id: uuid.UUID | None = None,
        text: str = "",
        concern: str = "",
    ) -> None:
        """Begin with what is known already: a car, a customer, or a text that was typed elsewhere."""
        if concern:
            self.form.set_values({"concern": concern})
        if vehicle_id is not None or customer_id is not None:

            def ask(read: Read) -> Arrival | None:
                return arrival_of(read, vehicle_id=vehicle_id, customer_id=customer_id)

            self._desk.read(self, ask, self._set_arrival, lane="start")
        elif text:
            self.search.setText(text)
            self.search.look()

    def _set_arrival(self, arrival: Arrival | None) -> None:
        self._arrival = arrival
        while (item := self._who_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._who.setVisible(arrival is not None)
        self._there.hide()
        if arrival is None:
            return
        if not self.search.text():
            title = arrival.plate or arrival.customer or arrival.car
            self.search.set_value(arrival.vehicle_id or arrival.customer_id, title)
        self._show_arrival(arrival)
        needs_car = arrival.vehicle_id is None
        needs_name = arrival.customer_id is None
        self._ask_for(car=needs_car, person=needs_name)
        if needs_car or needs_name:
            self._focus(self.stranger.control("plate" if needs_car else "name"))
        else:
            self._focus(self.form.control("odometer_value"))
        if arrival.vehicle_id is not None:
            self._read_odometer(arrival.vehicle_id)
        self.refit()

    def _show_arrival(self, arrival: Arrival) -> None:
        plate = plate_cell(arrival.plate)
        if plate is not None:
            self._who_row.addWidget(CellLabel(plate))
        year = str(arrival.made_year) if arrival.made_year else ""
        who = (arrival.customer or "", self._desk.formats.phone(arrival.phone))
        for text, role, stretch in (
            (" ".join(part for part in (arrival.car, year) if part), "strong", 2),
            (", ".join(part for part in who if part), "secondary", 3),
        ):
            if text:
                self._who_row.addWidget(ElidedLabel(text, role), stretch)
        self._there.setVisible(arrival.order_id is not None)
        words = self.tr("In the shop already: open {number}")
        self._there.setText(words.format(number=arrival.order_number or ""))

    def _open_other(self) -> None:
        order_id = self._arrival.order_id if self._arrival else None
        if order_id is not None:
            self.finish("other")
            self.opened.emit(order_id)

    def _read_odometer(self, vehicle_id: uuid.UUID) -> None:
        def ask(read: Read) -> vehicles.Reading | None:
            return vehicles.last_reading(read.connection, vehicle_id)

        def show(last: vehicles.Reading | None) -> None:
            if last is not None:
                formats = self._desk.formats
                words = self.tr("Last {value} {unit}, {day}").format(
                    value=formats.number(last.value),
                    unit=distance_unit(last.unit),
                    day=formats.day(last.read_at),
                )
                self.form.field("odometer_value").set_hint(words)
                self.refit()

        self._desk.read(self, ask, show, lane="odometer")

    def _stranger(self, text: str) -> None:
        """Nobody knows it: ask for car and customer, with what was typed in its place."""
        self._set_arrival(None)
        self._ask_for(car=True, person=True)
        field = meant_field(text, self._desk.center.country)
        if field == "name":
            self.stranger.set_values({"name": text})
        else:
            self.stranger.control(field).set_text(text)
        self.refit()
        self._focus(self.stranger.control("car" if field == "plate" else "plate"))

    def _ask_for(self, *, car: bool, person: bool) -> None:
        for name in STRANGER:
            self.stranger.field(name).setVisible(car if name in {"plate", "car"} else person)
        self.stranger.setVisible(car or person)

    def _focus(self, widget: QWidget) -> None:
        if self.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.set_first_focus(widget)

    # keys
    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(held, QLineEdit):
            if held is self.form.control("concern"):
                self.go.click()
            else:
                self.focusNextPrevChild(True)
            event.accept()
            return
        super().keyPressEvent(event)

    # doing
    def submit(self) -> None:
        """Open the order; what is missing is said at its field."""
        asked = self.stranger.isVisible()
        if not self.form.check() or (asked and not self.stranger.check()):
            return
        values = self.form.values() | (self.stranger.values() if asked else {})
        arrival = self._arrival
        command = OpenWalkIn(
            vehicle_id=arrival.vehicle_id if arrival else None,
            customer_id=arrival.customer_id if arrival else None,
            plate=values.get("plate") or (self._typed_plate() if arrival is None else None),
            car=values.get("car"),
            name=values.get("name"),
            phone=values.get("phone"),
            odometer_value=values["odometer_value"],
            concern=values["concern"],
            promised_at=values["promised_at"],
        )
        self.go.setEnabled(False)
        self._desk.act(self, open_walk_in, command, self._opened, failed=self._refused)

    def _typed_plate(self) -> str | None:
        """A plate that was typed and never chosen is meant as it stands."""
        return self.search.text().strip() or None

    def _opened(self, changes: Changes[uuid.UUID]) -> None:
        self.finish("opened")
        self.opened.emit(changes.result)

    def _refused(self, error: UserError) -> bool:
        self.go.setEnabled(True)
        if not isinstance(error, InvalidError):
            return False
        problems = {_ERRORS.get(n, n): said(s) for n, s in error.problems.items()}
        if "plate" in problems and not self.stranger.isVisible():
            self._stranger(self.search.text())
        self.stranger.show_problems({n: t for n, t in problems.items() if n in STRANGER})
        self.form.show_problems({n: t for n, t in problems.items() if n in self.form.names()})
        return all(n in STRANGER or n in self.form.names() for n in problems)
