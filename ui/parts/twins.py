"""Doubles told while one types: the telephone or the plate of somebody who is known already."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app import customers, vehicles
from app.kernel.tx import Read
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.forms import Form

_AFTER_MS = 200


@dataclass(frozen=True, slots=True)
class _Found:
    people: tuple[customers.CustomerRow, ...]
    car: vehicles.VehicleRow | None


class Twins(QObject):
    """Watches ``phone`` and ``plate`` of a form, where it has them, and says whose they are already.

    The button under the form takes the known one: ``found`` brings a customer's id and name, ``car_found`` the
    ``VehicleRow`` of a car. Nothing is refused: two people may share a telephone.
    """

    found = Signal(object, str)
    car_found = Signal(object)
    told = Signal()
    """What is said changed: a dialog fits itself to its form."""

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._known: _Found | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AFTER_MS)
        self._pause.timeout.connect(self.look)
        self.take = Button("", "user-round", small=True)
        self.take.clicked.connect(self._take)
        self.take.hide()
        form.add_wide(self.take)
        for name in ("phone", "plate"):
            if name in form.names():
                form.control(name).edited.connect(self._pause.start)

    def look(self) -> None:
        """Look now for who has what was typed."""
        values = {
            name: _text(self._form, name)
            for name in ("phone", "plate")
            if name in self._form.names()
        }
        phone, plate = values.get("phone", ""), values.get("plate", "")

        def ask(read: Read) -> _Found:
            people = customers.same_phone(read, phone) if phone else ()
            cars = vehicles.cars_of_plate(read, plate) if plate else ()
            return _Found(people, next(iter(cars), None))

        self._desk.read(self, ask, self._tell, lane="twins")

    def _tell(self, told: _Found) -> None:
        self._known = told
        words = ""
        if told.people:
            words = self.tr("{name} has this phone already.").format(
                name=", ".join(row.name for row in told.people[:2])
            )
        self._warn("phone", words)
        words = ""
        if told.car is not None:
            car = " ".join(part for part in (told.car.make, told.car.model) if part)
            owner = told.car.owner_name or ""
            words = self.tr("This plate is known: {car}").format(
                car=", ".join(part for part in (car, owner) if part) or told.car.vin or "—"
            )
        self._warn("plate", words)
        person = told.people[0] if told.people else None
        self.take.setVisible(told.car is not None or person is not None)
        if told.car is not None:
            self.take.setText(self.tr("It is this car"))
        elif person is not None:
            self.take.setText(self.tr("It is {name}").format(name=person.name))
        self.told.emit()

    def _warn(self, name: str, words: str) -> None:
        if name in self._form.names() and not self._form.control(name).problem():
            self._form.field(name).set_warning(words)

    def _take(self) -> None:
        told = self._known
        if told is None:
            return
        self.take.hide()
        if told.car is not None:
            self.car_found.emit(told.car)
        elif told.people:
            self.found.emit(told.people[0].id, told.people[0].name)


def _text(form: Form, name: str) -> str:
    """What stands in a field, read or as it was typed; empty while it does not show."""
    control = form.control(name)
    if control.isHidden() or form.field(name).isHidden():
        return ""
    value = control.value()
    return str(value) if value else ""
