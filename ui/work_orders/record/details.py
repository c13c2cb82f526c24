"""The details of an order: who, when, how far, which key; one form, saved as a whole."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app import customers
from app.kernel.errors import ChangedError, UserError
from app.kernel.tx import Changes, Read
from app.work_orders import EditOrder, OrderSheet, StaffRow, edit_order, get_sheet
from models.access import Permission
from ui.parts.bringer import BringerPicker
from ui.parts.fields import PhoneEdit, moment_edit, whole_edit
from ui.parts.twins import Twins
from ui.shell.conflict import Difference
from ui.shell.desk import Desk
from ui.shell.merging import decided, merge
from ui.work_orders.record.ask import FormDialog
from ui.work_orders.record.clash import ask_whose
from widgets.controls import Area, Choice, TextEdit
from widgets.picker import Option, Picker

FACT_FIELDS = {
    "vehicle": "odometer_value",
    "customer": "customer_id",
    "promised": "promised_at",
    "advisor": "technician_id",
    "key": "key_tag",
}
"""Which field of the form each fact of the head leads to."""


class DetailsDialog(FormDialog):
    """Edits the head of the order; only what was changed is written."""

    def __init__(
        self, desk: Desk, parent: QWidget, sheet: OrderSheet, staff: Sequence[StaffRow]
    ) -> None:
        super().__init__(parent, "", "", icon="check", width=640, columns=2)
        self.set_title(self.tr("Details of the order"))
        self.set_sub(sheet.card.number)
        self.yes.setText(self.tr("Save"))
        self._desk = desk
        self._sheet = sheet
        self._build(staff)
        self._shown = self.form.values()
        self.submitted.connect(self._save)

    def _build(self, staff: Sequence[StaffRow]) -> None:
        card, form = self._sheet.card, self.form
        self._person("customer_id", self.tr("Customer"), card.customer_id, card.customer)
        self._bringer(card.bringer_id, self._sheet.bringer)
        promised = moment_edit(self._desk, name=self.tr("Promised"))
        promised.set_value(card.promised_at)
        form.add("promised_at", self.tr("Promised"), promised)
        odometer = whole_edit(self._desk, card.odometer_unit, name=self.tr("Odometer"))
        odometer.set_value(card.odometer_value)
        form.add("odometer_value", self.tr("Odometer"), odometer)
        people = [(None, "—"), *((person.id, person.name) for person in staff)]
        for name, caption, held in (
            ("advisor_id", self.tr("Advisor"), card.advisor_id),
            ("technician_id", self.tr("Technician"), card.technician_id),
        ):
            choice = Choice(people, name=caption)
            if any(key == held for key, _ in people):
                choice.set_value(held)
            form.add(name, caption, choice)
        key = TextEdit(name=self.tr("Key tag"))
        key.set_value(card.key_tag)
        form.add("key_tag", self.tr("Key tag"), key)
        note = Area(name=self.tr("Note for the shop"), rows=2)
        note.set_value(card.note)
        form.add("note", self.tr("Note for the shop"), note, span=2)

    def _person(self, name: str, caption: str, key: uuid.UUID | None, title: str | None) -> None:
        may_add = self._desk.can(Permission.CUSTOMERS_EDIT)
        picker = Picker(
            self._find,
            name=caption,
            placeholder=self.tr("Name or phone"),
            create=self.tr("New customer: {text}") if may_add else None,
        )
        picker.create_asked.connect(lambda text: self._new_person(picker, text))
        if key is not None:
            picker.set_value(key, title or "")
        self.form.add(name, caption, picker)

    def _bringer(self, key: uuid.UUID | None, title: str | None) -> None:
        """The people of the car and of the chosen customer stand first."""
        may_add = self._desk.can(Permission.CUSTOMERS_EDIT)
        caption = self.tr("Who brought it")
        customer = self.form.control("customer_id")
        picker = BringerPicker(
            self._desk,
            lambda: (customer.value(), self._sheet.card.vehicle_id),
            name=caption,
            create=self.tr("New customer: {text}") if may_add else None,
        )
        picker.create_asked.connect(lambda text: self._new_person(picker, text))
        if key is not None:
            picker.set_value(key, title or "")
        self.form.add("bringer_id", caption, picker)

    def _find(self, text: str, give: Callable[[Sequence[Option]], None]) -> None:
        formats = self._desk.formats

        def ask(read: Read) -> tuple[customers.CustomerRow, ...]:
            return customers.find_customers(read, text, limit=8)

        def answer(found: tuple[customers.CustomerRow, ...]) -> None:
            give([Option(row.id, row.name, formats.phone(row.phone)) for row in found])

        self._desk.read(self, ask, answer, lane="people")

    def _new_person(self, picker: Picker, text: str) -> None:
        """Somebody nobody knows yet: a name and a phone are enough."""
        dialog = FormDialog(self, self.tr("New customer"), self.tr("Add"), icon="plus")
        name, phone = self.tr("Name"), self.tr("Phone")
        dialog.form.add("name", name, TextEdit(name=name), required=True)
        dialog.form.add("phone", phone, PhoneEdit(self._desk.center.country, name=phone))
        is_number = any(letter.isdigit() for letter in text)
        if is_number:
            dialog.form.control("phone").set_text(text)
        else:
            dialog.form.set_values({"name": text})
        dialog.set_first_focus(dialog.form.control("name" if is_number else "phone"))

        def known(key: uuid.UUID, words: str) -> None:
            picker.set_value(key, words)
            dialog.finish("known")

        twins = Twins(self._desk, dialog.form)
        twins.told.connect(dialog.refit)
        twins.found.connect(known)

        def added(changes: Changes[uuid.UUID]) -> None:
            picker.set_value(changes.result, dialog.form.values()["name"])
            dialog.finish("added")

        dialog.submitted.connect(
            lambda values: self._desk.act(
                self,
                customers.create_customer,
                customers.CreateCustomer(name=values["name"], phone=values["phone"]),
                added,
                failed=dialog.refuse,
            )
        )
        dialog.open()

    def jump(self, field: str) -> None:
        """Start at this field."""
        control = self.form.control(field)
        self.set_first_focus(control)
        if isinstance(control, QLineEdit):
            control.selectAll()

    def _save(self, values: dict[str, Any]) -> None:
        changed = {name: value for name, value in values.items() if value != self._shown[name]}
        if changed.get("advisor_id", self) is None:
            del changed["advisor_id"]
        if changed:
            self._write(self._sheet, changed)
        else:
            self.finish("same")

    def _write(self, sheet: OrderSheet, changed: dict[str, Any]) -> None:
        if not changed:
            self.finish("same")
            return
        self._desk.act(
            self,
            edit_order,
            EditOrder(order_id=sheet.card.id, version=sheet.card.version, values=changed),
            lambda _changes: self.finish("saved"),
            failed=self._failed,
        )

    def _failed(self, error: UserError) -> bool:
        if isinstance(error, ChangedError):
            order_id = self._sheet.card.id

            def ask(read: Read) -> OrderSheet:
                return get_sheet(read, order_id)

            self._desk.read(self, ask, lambda fresh: self._merge(fresh, error), lane="fresh")
            return True
        return self.refuse(error)

    def _merge(self, fresh: OrderSheet, error: ChangedError) -> None:
        """Put their changes and mine together; what both changed is asked side by side."""
        theirs, mine = _values(fresh), self.form.values()
        both = merge(_values(self._sheet), theirs, mine)

        def save(choice: Mapping[str, str]) -> None:
            whole = decided(both, theirs, mine, choice)
            self._write(fresh, {n: v for n, v in whole.items() if v != theirs[n] and n in mine})

        if not both.open:
            save({})
            return
        self.yes.setEnabled(True)
        differences = [
            Difference(
                name,
                self.form.control(name).accessibleName(),
                self._text(fresh, name),
                self._typed(name) or "—",
            )
            for name in both.open
        ]
        ask_whose(self._desk, self, error, differences, save)

    def _typed(self, name: str) -> str:
        """A field as it stands in this form."""
        control = self.form.control(name)
        if isinstance(control, Choice):
            return control.currentText()
        return control.value() if isinstance(control, Area) else str(control.text())

    def _text(self, sheet: OrderSheet, name: str) -> str:
        """A field of somebody else's version, as a person reads it."""
        card, formats = sheet.card, self._desk.formats
        value = _values(sheet)[name]
        people: dict[uuid.UUID | None, str | None] = {card.customer_id: card.customer}
        people[card.bringer_id] = sheet.bringer or people.get(card.bringer_id)
        if value is None:
            return "—"
        if isinstance(value, datetime):
            return formats.moment(value)
        if isinstance(value, int):
            return formats.number(value)
        if isinstance(value, uuid.UUID):
            return people.get(value) or sheet.names.get(value) or "•"
        return str(value)


def _values(sheet: OrderSheet) -> dict[str, Any]:
    """The fields of the form as the order holds them."""
    card = sheet.card
    return {
        "customer_id": card.customer_id,
        "bringer_id": card.bringer_id,
        "promised_at": card.promised_at,
        "odometer_value": card.odometer_value,
        "advisor_id": card.advisor_id,
        "technician_id": card.technician_id,
        "key_tag": card.key_tag or "",
        "note": card.note or "",
    }
