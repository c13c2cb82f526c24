"""Short forms: another plate, another owner, a person more, a reading, its correction, a consent, a no for good."""

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtWidgets import QWidget

from app.customers import GiveConsent, give_consent
from app.kernel.clock import zone
from app.kernel.errors import ConfirmError
from app.passports import (
    CorrectReading,
    DismissRecommendation,
    correct_reading,
    dismiss_recommendation,
)
from app.vehicles import (
    AddPerson,
    AddReading,
    ChangePlate,
    ReadingRow,
    SellVehicle,
    VehicleRow,
    add_person,
    add_reading,
    change_plate,
    sell_vehicle,
)
from models.vehicles import VehicleRole
from ui.customers.customer_form import QuickAdd
from ui.customers.finding import customer_picker
from ui.customers.saving import FormDialog
from ui.parts.fields import PlateEdit, day_edit, whole_edit
from ui.parts.mileage import dash_unit, reading_words
from ui.parts.people import PURPOSES, SOURCES, role_words
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Check, Choice, TextEdit
from widgets.picker import Picker

Then = Callable[[], object]


def add_person_to(
    form: FormDialog,
    made: Callable[[uuid.UUID, uuid.UUID | None], object],
    name: str,
    picker: Picker,
) -> None:
    """Make somebody on the way; who turns out to be known stands in the picker instead."""
    dialog = QuickAdd(form, form.desk, made, name=name, with_car=False)
    dialog.known.connect(lambda _car, customer, words: picker.set_value(customer, words))
    dialog.begin()


def _title(car: VehicleRow) -> str:
    return " ".join(part for part in (car.plate, car.make, car.model) if part)


class PlateDialog(FormDialog):
    """Another plate, or none."""

    def __init__(self, parent: QWidget, desk: Desk, car: VehicleRow, then: Then) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Change plate"))
        self.set_sub(_title(car))
        self.save_button.setText(self.tr("Change"))
        self._car, self._then = car, then
        self.form.add("plate", self.tr("New plate"), PlateEdit(desk.center.country))
        self.form.add("from_at", self.tr("Since"), day_edit(desk, "back"))
        self.form.control("from_at").set_value(desk.formats.today())
        self.form.add("takes", "", Check(self.tr("Another car carried it: it ends there")), span=2)
        self.form.field("plate").set_hint(self.tr("Empty: the plate was taken off"))

    def commit(self) -> None:
        """Change the plate."""
        values = self.form.values()
        command = ChangePlate(
            vehicle_id=self._car.id,
            version=self._car.version,
            plate=values["plate"],
            from_at=_moment(self.desk, values["from_at"]),
            takes_plate=values["takes"],
        )
        self.send(change_plate, command, lambda _none: self._then())


class OwnerDialog(FormDialog):
    """The car was sold, to somebody we know or to nobody we know."""

    def __init__(self, parent: QWidget, desk: Desk, car: VehicleRow, then: Then) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("New owner"))
        self.set_sub(_title(car))
        self.save_button.setText(self.tr("Hand over"))
        self._car, self._then = car, then
        picker = customer_picker(
            desk, name=self.tr("New owner"), create=self.tr("New customer “{text}”")
        )
        picker.create_asked.connect(self._create)
        self.form.add(
            "buyer",
            self.tr("New owner"),
            picker,
            span=2,
            hint=self.tr("Empty: sold to somebody we do not know"),
        )
        self.form.add("sold_at", self.tr("Sold on"), day_edit(desk, "back"))
        self.form.control("sold_at").set_value(desk.formats.today())
        self.set_hint(self.tr("Orders and invoices until then stay with the former owner."))

    def _create(self, name: str) -> None:
        def made(customer: uuid.UUID, _car: uuid.UUID | None) -> None:
            self.form.control("buyer").set_value(customer, name)

        add_person_to(self, made, name, self.form.control("buyer"))

    def commit(self) -> None:
        """Sell the car."""
        values = self.form.values()
        command = SellVehicle(
            vehicle_id=self._car.id,
            version=self._car.version,
            buyer_id=values["buyer"],
            sold_at=_moment(self.desk, values["sold_at"]),
        )
        self.send(sell_vehicle, command, lambda _none: self._then())


class PersonDialog(FormDialog):
    """Somebody else who has to do with the car: who drives it, who pays for it, who owns it too."""

    def __init__(self, parent: QWidget, desk: Desk, car: VehicleRow, then: Then) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Add a person"))
        self.set_sub(_title(car))
        self.save_button.setText(self.tr("Add"))
        self._car, self._then = car, then
        picker = customer_picker(
            desk, name=self.tr("Person"), create=self.tr("New customer “{text}”")
        )
        picker.create_asked.connect(self._create)
        self.form.add("person", self.tr("Person"), picker, required=True)
        roles = (VehicleRole.DRIVER, VehicleRole.PAYER, VehicleRole.OWNER)
        choices = [(role.value, role_words(role.value)) for role in roles]
        self.form.add("role", self.tr("What they are to the car"), Choice(choices))

    def _create(self, name: str) -> None:
        def made(customer: uuid.UUID, _car: uuid.UUID | None) -> None:
            self.form.control("person").set_value(customer, name)

        add_person_to(self, made, name, self.form.control("person"))

    def commit(self) -> None:
        """Give them their part."""
        values = self.form.values()
        command = AddPerson(
            vehicle_id=self._car.id, customer_id=values["person"], role=values["role"]
        )
        self.send(add_person, command, lambda _id: self._then())


class ReadingDialog(FormDialog):
    """A reading taken outside an order. What is unusual wants a reason before it is kept."""

    def __init__(self, parent: QWidget, desk: Desk, car: VehicleRow, then: Then) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Odometer reading"))
        self.set_sub(_title(car))
        self.save_button.setText(self.tr("Keep"))
        self._car, self._then = car, then
        unit = dash_unit(car.odometer_unit)
        self.form.add("value", self.tr("Reading"), whole_edit(desk, unit), required=True)
        self.form.add("read_at", self.tr("Read on"), day_edit(desk, "back"))
        self.form.control("read_at").set_value(desk.formats.today())
        self.form.add("reason", self.tr("Why it is unusual"), TextEdit(limit=500), span=2)
        self.form.field("reason").hide()

    def commit(self) -> None:
        """Keep the reading."""
        values = self.form.values()
        command = AddReading(
            vehicle_id=self._car.id,
            value=values["value"],
            reason=values["reason"] or None,
            read_at=_moment(self.desk, values["read_at"]),
        )
        names = {"odometer_value": "value"}
        self.send(add_reading, command, lambda _id: self._then(), problems=names)

    def confirm(self, error: ConfirmError) -> bool:
        """Say what is unusual and ask why."""
        self.form.field("reason").show()
        self.form.field("value").set_warning(said(error.sentence))
        self.form.control("reason").setFocus()
        self.refit()
        return True


class CorrectDialog(FormDialog):
    """What a mistaken reading should have been; the mistaken one stays beside it."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        reading: ReadingRow,
        then: Then,
        *,
        likely: int | None = None,
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Correct the reading"))
        value = reading_words(desk.formats, reading.value, reading.unit)
        day = desk.formats.full_day(reading.read_at)
        self.set_sub(self.tr("{value} of {day}").format(value=value, day=day))
        self.save_button.setText(self.tr("Correct"))
        self._reading, self._then = reading, then
        unit = dash_unit(reading.unit)
        self.form.add("value", self.tr("It was"), whole_edit(desk, unit), required=True)
        self.form.add("reason", self.tr("Why"), TextEdit(limit=500), span=2, required=True)
        if likely is not None:
            self.form.set_values({"value": likely, "reason": self.tr("A slip of the hand")})
        self.set_hint(self.tr("The former reading stays in the history."))

    def commit(self) -> None:
        """Put the corrected reading beside the mistaken one."""
        values = self.form.values()
        command = CorrectReading(
            reading_id=self._reading.id, value=values["value"], reason=values["reason"]
        )
        names = {"odometer_value": "value"}
        self.send(correct_reading, command, lambda _id: self._then(), problems=names)


class ConsentDialog(FormDialog):
    """What a person agreed to, and how they said so."""

    def __init__(
        self, parent: QWidget, desk: Desk, customer: tuple[uuid.UUID, str], then: Then
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Note consent"))
        self.set_sub(customer[1])
        self.save_button.setText(self.tr("Note"))
        self._customer, self._then = customer[0], then
        purposes = [(key, said(words)) for key, words in PURPOSES.items()]
        sources = [(key, said(words)) for key, words in SOURCES.items() if key != "import"]
        self.form.add("purpose", self.tr("What they agreed to"), Choice(purposes))
        self.form.add("source", self.tr("How"), Choice(sources))

    def commit(self) -> None:
        """Note it."""
        values = self.form.values()
        command = GiveConsent(
            customer_id=self._customer, purpose=values["purpose"], source=values["source"]
        )
        self.send(give_consent, command, lambda _id: self._then())


class DismissDialog(FormDialog):
    """The customer does not want a recommended work, for good."""

    def __init__(
        self, parent: QWidget, desk: Desk, work: tuple[uuid.UUID, str], then: Then
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=1)
        self.set_title(self.tr("Not wanted any more"))
        self.set_sub(work[1])
        self.save_button.setText(self.tr("Dismiss"))
        self._work, self._then = work[0], then
        self.form.add("reason", self.tr("Why"), TextEdit(limit=500), required=True)

    def commit(self) -> None:
        """Close the recommendation."""
        command = DismissRecommendation(
            recommendation_id=self._work, reason=self.form.values()["reason"]
        )
        self.send(dismiss_recommendation, command, lambda _id: self._then())


def _moment(desk: Desk, day: date | None) -> datetime | None:
    """Noon of a past day on the center's clock; None for today, which means now."""
    if day is None or day == desk.formats.today():
        return None
    noon = datetime.combine(day, time(12), tzinfo=zone(desk.center.time_zone))
    return noon.astimezone(UTC)
