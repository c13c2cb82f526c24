"""The form of a car: new with no more than a plate, or everything that is known of one."""

import uuid
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.kernel.errors import Sentence
from app.vehicles import (
    CreateVehicle,
    UpdateVehicle,
    VehicleRow,
    create_vehicle,
    update_vehicle,
    vehicle_warnings,
)
from models.identifiers import decode_vin
from models.vehicles import OdometerUnit
from ui.customers.finding import customer_picker
from ui.customers.saving import FormDialog
from ui.parts.fields import PlateEdit, VinEdit, day_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.fields import Area, Choice, TextEdit, WholeEdit

_WARN_AFTER_MS = 250
_TEXTS = ("make", "model", "variant", "color", "engine", "gearbox", "fuel_kind")
_NUMBERS = ("engine_number", "body_number")
_DAYS = ("bought_on", "warranty_until_on", "insurance_until_on", "inspection_until_on")


class VehicleDialog(FormDialog):
    """A car's whole form; ``then`` gets the id. A new one may begin with its ``owner`` (id, name) or ``plate``."""

    single = "vin"

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        then: Callable[[uuid.UUID], object],
        *,
        car: VehicleRow | None = None,
        owner: tuple[uuid.UUID, str] | None = None,
        plate: str = "",
    ) -> None:
        self._car = car
        self._then = then
        title = f"{car.make} {car.model}".strip() if car is not None else ""
        super().__init__(
            parent,
            desk,
            title,
            save="",
            draft=f"vehicles:{car.id}" if car is not None else "vehicles",
            plate=(car.plate or "") if car is not None else "",
            width=640,
        )
        if car is None:
            self.set_title(self.tr("New car"))
        self.save_button.setText(self.tr("Save") if car is not None else self.tr("Create"))
        self._identity(owner, plate)
        self._specs()
        if car is not None:
            self.form.set_values(_values(car))
        self._pause_warning = QTimer(self)
        self._pause_warning.setSingleShot(True)
        self._pause_warning.setInterval(_WARN_AFTER_MS)
        self._pause_warning.timeout.connect(self._look)
        if car is None:
            self.form.control("plate").edited.connect(self._pause_warning.start)
        self.form.control("vin").read.connect(self._guess)

    # parts
    def _identity(self, owner: tuple[uuid.UUID, str] | None, plate: str) -> None:
        form = self.form
        if self._car is None:
            field = PlateEdit(self.desk.center.country)
            form.add("plate", self.tr("Plate"), field)
            if plate:
                field.set_text(plate)
            picker = customer_picker(self.desk, name=self.tr("Owner"))
            form.add("owner", self.tr("Owner"), picker)
            if owner is not None:
                picker.set_value(*owner)
        form.add("vin", self.tr("VIN"), VinEdit(), span=2)
        form.add("make", self.tr("Make"), TextEdit(limit=300))
        form.add("model", self.tr("Model"), TextEdit(limit=300))
        form.add("variant", self.tr("Variant"), TextEdit(limit=300))
        form.add("made_year", self.tr("Year"), WholeEdit(self._sign, grouped=False))

    def _specs(self) -> None:
        form = self.form
        form.section(self.tr("Details"))
        form.add("engine", self.tr("Engine"), TextEdit(limit=300))
        form.add("gearbox", self.tr("Gearbox"), TextEdit(limit=300))
        form.add("fuel_kind", self.tr("Fuel"), TextEdit(limit=300))
        form.add("color", self.tr("Colour"), TextEdit(limit=300))
        form.add("engine_number", self.tr("Engine number"), TextEdit(codes=True, limit=50))
        form.add("body_number", self.tr("Body or frame number"), TextEdit(codes=True, limit=50))
        units = [
            (OdometerUnit.KM.value, self.tr("kilometres")),
            (OdometerUnit.MI.value, self.tr("miles")),
        ]
        country = self.desk.center.country
        form.add("odometer_unit", self.tr("Odometer counts"), Choice(units))
        if country in {"US", "GB"}:
            form.control("odometer_unit").set_value(OdometerUnit.MI.value)
        form.add("bought_on", self.tr("Bought on"), day_edit(self.desk, "back"))
        form.add("warranty_until_on", self.tr("Maker's warranty until"), day_edit(self.desk))
        form.add("insurance_until_on", self.tr("Insurance until"), day_edit(self.desk))
        form.add("inspection_until_on", self.tr("Inspection until"), day_edit(self.desk))
        form.add("note", self.tr("Note"), Area(rows=2), span=2)

    @property
    def _sign(self) -> str:
        return self.desk.formats.decimal_sign

    # help
    def _guess(self, vin: object) -> None:
        """A VIN tells maker and year; they are only offered where nothing stands."""
        if not isinstance(vin, str):
            return
        hint = decode_vin(vin, self.desk.formats.today().year)
        if hint is None:
            return
        form = self.form
        if hint.one_make and not form.control("make").value():
            form.control("make").set_value(hint.one_make)
        if hint.years and form.control("made_year").value() is None:
            years = ", ".join(str(year) for year in hint.years[:2])
            form.field("made_year").set_hint(self.tr("By the VIN: {years}").format(years=years))
            self.refit()

    def _look(self) -> None:
        plate = self.form.control("plate").value()
        if not plate:
            return
        self.desk.read(
            self, lambda read: vehicle_warnings(read, plate=plate), self._warn, lane="warnings"
        )

    def _warn(self, sentences: tuple[Sentence, ...]) -> None:
        control = self.form.control("plate")
        if sentences and not control.problem():
            taken = self.tr("It ends there and begins here.")
            words = " ".join(said(each) for each in sentences)
            self.form.field("plate").set_warning(f"{words} {taken}")
            self.refit()

    # saving
    def commit(self) -> None:
        """Create or change the car."""
        values = self.form.values()
        data: dict[str, Any] = {at: values[at] or None for at in (*_NUMBERS, *_TEXTS[3:], "note")}
        data |= {at: values[at] for at in (*_TEXTS[:3], *_DAYS, "made_year", "odometer_unit")}
        data["vin"] = values["vin"]
        car = self._car
        if car is None:
            command = CreateVehicle(
                plate=values["plate"],
                owner_id=values["owner"],
                takes_plate=bool(self.form.control("plate").warning()),
                **data,
            )
            self.send(create_vehicle, command, self._then)
            return
        change = UpdateVehicle(
            vehicle_id=car.id, version=car.version, serials=dict(car.serials), **data
        )
        self.send(update_vehicle, change, lambda _none: self._then(car.id))


def _values(car: VehicleRow) -> dict[str, Any]:
    names = (*_TEXTS, *_NUMBERS, *_DAYS, "vin", "made_year", "odometer_unit", "note")
    return {at: getattr(car, at) for at in names}
