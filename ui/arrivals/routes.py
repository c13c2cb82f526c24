"""Where a fact or a gap leads, and the forms of people and things."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from models.access import Permission
from models.arrivals import Authority
from ui.arrivals.ask import AskDialog
from ui.arrivals.doing import Doer
from ui.parts.arrivals import paper_words
from ui.parts.bringer import BringerPicker
from ui.parts.fields import PhoneEdit
from ui.parts.twins import Twins
from ui.shell.desk import Desk
from widgets.fields import Choice, TextEdit

if TYPE_CHECKING:
    from ui.arrivals.record import ArrivalRecord

_IDS = ("passport", "driving_licence", "registration", "company_pass", "other")


class Routes(QObject):
    """Leads from a record to where something is changed."""

    def __init__(self, desk: Desk, doer: Doer, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doer = doer

    # facts and gaps
    def fact(self, record: "ArrivalRecord", name: str) -> None:
        """A fact of the strip was pressed."""
        sheet = record.sheet
        if sheet is None:
            return
        row = sheet.card.row
        match name:
            case "customer" if row.customer_id is not None:
                self._desk.open("customers", row.customer_id)
            case "bringer" | "customer":
                self.people(record)
            case "appointment" if sheet.card.appointment_id is not None:
                self._desk.open("calendar", sheet.card.appointment_id)
            case "key":
                self._doer.key(record)
            case "declined":
                self._desk.open("vehicles", row.vehicle_id)
            case _ if row.order_id is not None:
                self._desk.open("work_orders", row.order_id)
            case _:
                self.people(record)

    def people(self, record: "ArrivalRecord") -> None:
        """Who brings the car, by what right, what was seen of them."""
        sheet = record.sheet
        if sheet is None:
            return
        words = paper_words(self._desk)

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            dialog.finish()
            self._named(record, values)

        dialog = AskDialog(self._desk.front, self.tr("Who brings the car"), self.tr("Keep"), answer)
        who, right = self.tr("Who"), self.tr("By what right")
        name, phone = self.tr("Name"), self.tr("Phone")
        note, seen = self.tr("Number and date of the authority"), self.tr("Paper that was seen")
        form, row = dialog.form, sheet.card.row
        may_add = self._desk.can(Permission.CUSTOMERS_EDIT)
        picker = BringerPicker(
            self._desk,
            lambda: (row.customer_id, row.vehicle_id),
            name=who,
            create=self.tr("New: {text}") if may_add else None,
        )
        form.add("bringer_id", who, picker)
        if sheet.card.bringer_id is not None:
            picker.set_value(sheet.card.bringer_id, sheet.card.bringer or "")
        form.add("name", name, TextEdit(name=name))
        form.add("phone", phone, PhoneEdit(self._desk.center.country, name=phone))
        for new in ("name", "phone"):
            form.field(new).hide()
        Twins(self._desk, form).found.connect(lambda key, words: self._known(dialog, key, words))
        picker.create_asked.connect(lambda text: self._unknown(dialog, text))
        rights = [(None, "–"), *((a.value, words(f"authority.{a.value}")) for a in Authority)]
        form.add("authority", right, Choice(rights, name=right))
        form.add("authority_note", note, TextEdit(name=note))
        ids = [(None, self.tr("none")), *((each, words(f"id_seen.{each}")) for each in _IDS)]
        form.add("id_seen", seen, Choice(ids, name=seen))
        card = sheet.card
        form.set_values(
            {
                "authority": card.authority.value if card.authority else None,
                "authority_note": card.authority_note or "",
                "id_seen": card.id_seen,
            }
        )
        dialog.open()

    def _unknown(self, dialog: AskDialog, text: str) -> None:
        """Nobody knows them: a name and a phone are enough."""
        form = dialog.form
        form.control("bringer_id").set_option(None)
        for new in ("name", "phone"):
            form.field(new).show()
        field = "phone" if text[:1].isdigit() or text[:1] == "+" else "name"
        if field == "phone":
            form.control("phone").set_text(text)
        else:
            form.set_values({"name": text})
        form.control("name" if field == "phone" else "phone").setFocus()
        dialog.refit()

    def _known(self, dialog: AskDialog, key: object, words: str) -> None:
        """The typed phone is somebody's who is known: they bring the car."""
        form = dialog.form
        form.set_values({"name": "", "phone": ""})
        for new in ("name", "phone"):
            form.field(new).hide()
        form.control("bringer_id").set_value(key, words)
        form.control("bringer_id").setFocus()
        dialog.refit()

    def _named(self, record: "ArrivalRecord", values: dict[str, Any]) -> None:
        told = {
            "bringer_id": values["bringer_id"],
            "authority": values["authority"],
            "authority_note": values["authority_note"] or None,
            "id_seen": values["id_seen"],
        }
        if values["name"] or values["bringer_id"] is None:
            # the name of somebody new makes the record, an empty field leaves what was there
            del told["bringer_id"]
        if values["name"]:
            record.keeper.name(values["name"], values["phone"] or None)
        record.keeper.edit(told)
        record.keeper.save()

    def thing(self, record: "ArrivalRecord", place: int) -> None:
        """Something left in the car: new, or the one at a place of the list."""
        things = [dict(thing) for thing in record.keeper.value("belongings")]
        known = things[place] if 0 <= place < len(things) else {}

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            dialog.finish()
            fresh = {"name": values["name"], "place": values["place"] or None}
            fresh["value_amount"] = known.get("value_amount")
            if known:
                things[place] = fresh
            else:
                things.append(fresh)
            record.keeper.edit({"belongings": [each for each in things if each["name"]]})
            record.state.show_things()

        name, where = self.tr("What"), self.tr("Where it lies")
        sentence = self.tr("An empty name takes it off the list.") if known else ""
        dialog = AskDialog(
            self._desk.front, self.tr("Left in the car"), self.tr("Keep"), answer, sentence=sentence
        )
        dialog.form.add("name", name, TextEdit(name=name), required=not known)
        dialog.form.add("place", where, TextEdit(name=where))
        dialog.form.set_values({"name": known.get("name") or "", "place": known.get("place") or ""})
        dialog.open()

    def remedy(self, record: "ArrivalRecord", field: str, code: str) -> None:
        """Lead to where a gap is closed."""
        sheet = record.sheet
        if sheet is None:
            return
        row = sheet.card.row
        vin = partial(self._desk.open, "recognition", row.vehicle_id, document="vin_plate")
        car = partial(self._desk.open, "vehicles", row.vehicle_id)
        person = partial(self.people, record)
        if row.customer_id is not None:
            person = partial(self._desk.open, "customers", row.customer_id)
        other = Qt.FocusReason.OtherFocusReason
        ways: dict[str, Callable[[], object]] = {
            "vin": vin,
            "vehicle": car,
            "plate_or_vin": car,
            "address": person,
            "phone": person,
            "odometer": partial(record.state.odometer.setFocus, other),
            "fuel_eighths": partial(record.state.fuel.setFocus, other),
            "photos": lambda: record.photos.choose(record.photos.next_slot()),
            "key_tag": partial(self._doer.key, record),
            "kit": partial(self._note_kit, record, code.partition(":")[2]),
            "authority": partial(self.people, record),
            "signature": partial(record.side.pad.setFocus, other),
            "acceptance_act": partial(record.side.pad.setFocus, other),
        }
        known = ways.get(field)
        if known is not None:
            known()
        elif row.order_id is not None:
            self._desk.open("work_orders", row.order_id)
        else:
            self.people(record)

    def _note_kit(self, record: "ArrivalRecord", item: str) -> None:
        words = paper_words(self._desk)
        title = words(f"kit.{item}")

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            dialog.finish()
            kit = {name: dict(entry) for name, entry in record.keeper.value("kit").items()}
            kit[item] = {"state": "missing", "note": values["note"]}
            record.keeper.edit({"kit": kit})

        note = self.tr("Where it is, or what the owner says")
        dialog = AskDialog(self._desk.front, title, self.tr("Keep"), answer)
        dialog.form.add("note", note, TextEdit(name=note), required=True)
        dialog.open()
