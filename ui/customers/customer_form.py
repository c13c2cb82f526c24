"""The form of a customer: new with no more than a name, or everything that is known of one."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.catalog.listing import price_groups
from app.customers import (
    CreateCustomer,
    CustomerRow,
    UpdateCustomer,
    create_customer,
    customer_warnings,
    update_customer,
)
from app.kernel.errors import Sentence
from app.kernel.tx import Read
from app.vehicles import CreateVehicle, create_vehicle
from models.customers import CustomerKind
from models.identifiers import TaxIdKind
from ui.customers.saving import FormDialog
from ui.parts.fields import PhoneEdit, PlateEdit, VinEdit, percent_edit, whole_edit
from ui.parts.people import kind_words, price_group_word, tax_id_kinds, tax_id_word
from ui.parts.twins import Twins
from ui.shell.desk import Desk
from ui.shell.words import LANGUAGES, said
from widgets.fields import Area, Choice, TextEdit

_WARN_AFTER_MS = 250
_CAR = ("plate", "vin", "make", "model")


class CustomerDialog(FormDialog):
    """A customer's whole form; ``then`` gets the id when it is saved."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        then: Callable[[uuid.UUID], object],
        row: CustomerRow,
    ) -> None:
        self._held = row
        self._then = then
        super().__init__(parent, desk, row.name, save="", draft=f"customers:{row.id}", width=640)
        self.save_button.setText(self.tr("Save"))
        self._contacts()
        self._terms(row)
        self._pause_warning = QTimer(self)
        self._pause_warning.setSingleShot(True)
        self._pause_warning.setInterval(_WARN_AFTER_MS)
        self._pause_warning.timeout.connect(self._look)
        self.form.set_values(_values(row))
        for at in ("phone", *self._tax_names()):
            self.form.control(at).edited.connect(self._pause_warning.start)
        desk.read(self, price_groups, self._groups, lane="groups")

    # parts
    def _contacts(self) -> None:
        form, country = self.form, self._country
        form.add("name", self.tr("Name or company"), TextEdit(limit=300), span=2, required=True)
        form.add("phone", self.tr("Phone"), PhoneEdit(country))
        form.add("other_phone", self.tr("Other phone"), PhoneEdit(country))
        form.add("email", self.tr("E-mail"), TextEdit(limit=254))
        kinds = [(kind.value, kind_words(kind.value)) for kind in CustomerKind]
        form.add("kind", self.tr("Who they are"), Choice(kinds))
        form.add("address", self.tr("Address"), TextEdit(limit=1000), span=2)
        form.add("document_number", self.tr("Identity document"), TextEdit(limit=200))
        words = {"en": self.tr("English"), "ru": self.tr("Russian")}
        languages: list[tuple[Any, str]] = [(None, self.tr("as the center"))]
        languages += [(code, words[code]) for code in LANGUAGES]
        held = self._held.language
        if held not in {None, *LANGUAGES}:
            languages.append((held, str(held)))
        form.add("language", self.tr("Language of papers"), Choice(languages))

    def _terms(self, row: CustomerRow) -> None:
        form = self.form
        names = self._tax_names()
        if names:
            form.section(self.tr("Company numbers"))
        for at in names:
            form.add(at, tax_id_word(at.partition(".")[2]), TextEdit(codes=True))
        form.section(self.tr("Terms"))
        group = row.price_group
        form.add("price_group", self.tr("Price group"), Choice([(group, price_group_word(group))]))
        form.add("discount_percent", self.tr("Discount"), percent_edit(self.desk))
        form.add(
            "payment_term_days",
            self.tr("Term of payment"),
            whole_edit(self.desk, self.tr("days")),
            hint=self.tr("Empty: as the center has it"),
        )
        form.add("note", self.tr("Note"), Area(rows=2), span=2)

    @property
    def _country(self) -> str:
        return self._held.country or self.desk.center.country

    def _tax_names(self) -> list[str]:
        kinds = list(tax_id_kinds(self._country))
        kinds += [kind for kind in self._held.tax_ids if kind not in kinds]
        return [f"tax_ids.{kind}" for kind in kinds]

    def _groups(self, groups: Sequence[str]) -> None:
        control = self.form.control("price_group")
        names = dict.fromkeys((control.value(), *groups))
        control.set_choices([(name, price_group_word(name)) for name in names])

    # warnings
    def _look(self) -> None:
        values = self.form.values()
        but = self._held.id
        tax_ids = {at.partition(".")[2]: values[at] for at in self._tax_names()}

        def ask(read: Read) -> dict[str, tuple[Sentence, ...]]:
            found = {"phone": customer_warnings(read, phone=values["phone"], but=but)}
            for kind, number in tax_ids.items():
                if number and kind in {each.value for each in TaxIdKind}:
                    found[f"tax_ids.{kind}"] = customer_warnings(
                        read, tax_ids={kind: number}, but=but
                    )
            return found

        self.desk.read(self, ask, self._warn, lane="warnings")

    def _warn(self, found: dict[str, tuple[Sentence, ...]]) -> None:
        for at, sentences in found.items():
            control = self.form.control(at)
            if not control.problem() and (sentences or not control.warning()):
                self.form.field(at).set_warning(" ".join(said(each) for each in sentences))
        self.refit()

    # saving
    def commit(self) -> None:
        """Change the customer."""
        values = self.form.values()
        data = {
            **{at: values[at] or None for at in ("phone", "other_phone", "email", "address")},
            "name": values["name"],
            "kind": values["kind"],
            "document_number": values["document_number"] or None,
            "language": values["language"],
            "price_group": values["price_group"],
            "discount_percent": values["discount_percent"] or 0,
            "payment_term_days": values["payment_term_days"],
            "note": values["note"] or None,
            "tax_ids": {at.partition(".")[2]: values[at] or None for at in self._tax_names()},
        }
        row = self._held
        command = UpdateCustomer(
            customer_id=row.id,
            version=row.version,
            place=row.place,
            country=row.country,
            **data,
        )
        self.send(update_customer, command, lambda _none: self._then(row.id))


class QuickAdd(FormDialog):
    """A new customer by name and phone, with the car they came in when it is known.

    ``known`` brings (vehicle id or None, customer id or None, name or plate) of who is here already and was taken.
    """

    single = "vin"
    known = Signal(object, object, str)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        then: Callable[[uuid.UUID, uuid.UUID | None], object],
        *,
        name: str = "",
        with_car: bool = True,
    ) -> None:
        super().__init__(parent, desk, "", save="", draft="customers:new")
        self.set_title(self.tr("New customer"))
        self.save_button.setText(self.tr("Create"))
        self._then = then
        self._made: uuid.UUID | None = None
        self._with_car = with_car
        form, country = self.form, desk.center.country
        form.add("name", self.tr("Name or company"), TextEdit(limit=300), span=2, required=True)
        form.add("phone", self.tr("Phone"), PhoneEdit(country), span=2)
        if with_car:
            form.section(self.tr("Car"))
            form.add("plate", self.tr("Plate"), PlateEdit(country))
            form.add("vin", self.tr("VIN"), VinEdit())
            form.add("make", self.tr("Make"), TextEdit(limit=300))
            form.add("model", self.tr("Model"), TextEdit(limit=300))
        form.set_values({"name": name})
        twins = Twins(desk, form)
        twins.told.connect(self.refit)
        twins.found.connect(lambda key, words: self._take(None, key, words))
        twins.car_found.connect(lambda car: self._take(car.id, None, car.plate or ""))

    def _take(self, car: uuid.UUID | None, customer: uuid.UUID | None, words: str) -> None:
        """Nothing is made: they are here already."""
        # what was typed is no draft of anything
        self.form.set_draft(self._clean)
        self.finish("saved")
        self.known.emit(car, customer, words)

    def commit(self) -> None:
        """The customer first; a car that is refused leaves the customer made and the form open."""
        values = self.form.values()
        if self._made is not None:
            self._car(self._made)
            return
        command = CreateCustomer(name=values["name"], phone=values["phone"] or None)
        if not self._has_car():
            self.send(create_customer, command, lambda key: self._then(key, None))
            return
        self.save_button.setEnabled(False)
        self.desk.act(
            self,
            create_customer,
            command,
            lambda changes: self._car(changes.result),
            failed=lambda error: self._refused(error, None),
        )

    def _has_car(self) -> bool:
        return self._with_car and any(self.form.control(at).value() for at in _CAR)

    def _car(self, customer: uuid.UUID) -> None:
        self._made = customer
        for at in ("name", "phone"):
            self.form.control(at).setEnabled(False)
        if not self._has_car():
            self.finish("saved")
            self._then(customer, None)
            return
        values = self.form.values()
        command = CreateVehicle(
            plate=values["plate"],
            vin=values["vin"],
            make=values["make"],
            model=values["model"],
            owner_id=customer,
        )
        self.send(create_vehicle, command, lambda car: self._then(customer, car))


def _values(row: CustomerRow) -> dict[str, Any]:
    names = (
        "name",
        "phone",
        "other_phone",
        "email",
        "kind",
        "address",
        "document_number",
        "language",
        "price_group",
        "payment_term_days",
        "note",
    )
    known = {at: getattr(row, at) for at in names}
    discount = row.discount_percent or None
    taxes = {f"tax_ids.{kind}": number for kind, number in row.tax_ids.items()}
    return {**known, "discount_percent": discount, **taxes}
