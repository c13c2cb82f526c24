"""The one place where a reading becomes data: what a person accepted goes through the verbs of cars and customers.

Rules, named in their tests:

R6  Only what was accepted or changed by hand is written; a skipped field leaves the card as it is.
R7  The audit tells for every field whether it was accepted, changed or skipped, how sure the reading was, and of
    which picture (SHA-256). The values stand where the verbs write them; a person's name is never in this entry.
"""

import uuid
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Final

from app.customers import (
    CreateCustomer,
    UpdateCustomer,
    create_customer,
    get_customer,
    update_customer,
)
from app.customers import edit_of as edit_customer
from app.kernel.errors import QT_TRANSLATE_NOOP, invalid
from app.kernel.tx import Tx, action
from app.vehicles import (
    AddPerson,
    AddReading,
    ChangePlate,
    CreateVehicle,
    add_person,
    add_reading,
    change_plate,
    create_vehicle,
    edit_of,
    update_vehicle,
)
from app.vehicles.profile import (
    SavePaper,
    SaveProfile,
    get_profile,
    list_papers,
    save_paper,
    save_profile,
)
from app.vehicles.rows import KIND, vehicle_row
from models.access import Permission
from models.recognition import Decision, Document, FieldName, Verdict, journal_of
from models.vehicle_profiles import PaperKind
from models.vehicles import Vehicle, VehicleRole

_PLAIN: Final = {
    FieldName.VIN: "vin",
    FieldName.COLOR: "color",
    FieldName.BODY: "body_number",
    FieldName.ENGINE: "engine_number",
    FieldName.FUEL: "fuel_kind",
}
_ADDRESS: Final = (FieldName.PLACE, FieldName.STREET, FieldName.HOUSE)
_SHA: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReading:
    """What a person took over from a picture.

    Attributes:
        sha256: of the picture's file, hex.
        decisions: every field that was shown.
        vehicle_id: the car it goes to; None makes a new one.
        version: of that car.
        customer_id: who the owner on the paper is, when the person chose one; then the name makes nobody.
        makes_owner: make a customer of the accepted owner's name; without it a name alone writes nothing.
        odometer_reason: why a reading is lower, or far higher, than the last.
    """

    document: Document
    sha256: str
    decisions: tuple[Decision, ...]
    vehicle_id: uuid.UUID | None = None
    version: int | None = None
    customer_id: uuid.UUID | None = None
    makes_owner: bool = False
    odometer_reason: str | None = None


@action(
    "recognition.accept",
    permission=Permission.VEHICLES_EDIT,
    label=QT_TRANSLATE_NOOP("recognition", "Transfer fields"),
)
def accept_reading(tx: Tx, command: AcceptReading) -> uuid.UUID:
    """Write the accepted fields; returns the car's id.

    Raises:
        InvalidError: nothing was accepted, a value does not fit its field, or the picture has no hash.
        ChangedError: somebody else changed the car meanwhile.
        ConfirmError: the odometer goes backwards and no reason was given.
    """
    values = _values(command)
    vehicle_id = _write_car(tx, command, values)
    _write_profile(tx, vehicle_id, values)
    _write_owner(tx, command, values, vehicle_id)
    if FieldName.ODOMETER in values:
        number, _, unit = values[FieldName.ODOMETER].partition(" ")
        add_reading(
            tx,
            AddReading(
                vehicle_id=vehicle_id,
                value=_whole(FieldName.ODOMETER, number),
                unit=unit or None,
                reason=command.odometer_reason,
            ),
        )
    tx.note("reading", journal_of(command.document, command.sha256, command.decisions))
    tx.about(KIND, vehicle_id)
    return vehicle_id


def _values(command: AcceptReading) -> dict[FieldName, str]:
    if len(command.sha256) != _SHA:
        msg = "sha256"
        raise invalid(msg, QT_TRANSLATE_NOOP("recognition", "The picture is not known."))
    values = {
        each.field: " ".join(each.value.split())
        for each in command.decisions
        if each.verdict is not Verdict.SKIPPED and each.value.strip()
    }
    if not values:
        msg = "decisions"
        raise invalid(msg, QT_TRANSLATE_NOOP("recognition", "Accept a field first."))
    return values


def _write_car(tx: Tx, command: AcceptReading, values: dict[FieldName, str]) -> uuid.UUID:
    if command.vehicle_id is None:
        data = _car_data(values)
        return create_vehicle(tx, CreateVehicle(plate=values.get(FieldName.PLATE), **data))
    vehicle = tx.load(Vehicle, command.vehicle_id, version=command.version)
    plate = values.get(FieldName.PLATE)
    if plate and plate != vehicle.plate:
        change_plate(tx, ChangePlate(vehicle_id=vehicle.id, version=vehicle.version, plate=plate))
        tx.flush()
    row = vehicle_row(tx.read, vehicle.id)
    data = _car_data(values)
    if data:
        update_vehicle(tx, replace(edit_of(row), **data))
        tx.flush()
    return vehicle.id


def _write_profile(tx: Tx, vehicle_id: uuid.UUID, values: dict[FieldName, str]) -> None:
    """Displacement, power and mass go into the profile; the certificate's number becomes a paper of the car."""
    facts: dict[str, Any] = {}
    if FieldName.VOLUME in values:
        facts["engine_cc"] = _number(FieldName.VOLUME, values[FieldName.VOLUME])
    if FieldName.POWER in values:
        # a certificate says kilowatts first, then horsepower: "110/150"
        facts["power_kw"] = _number(FieldName.POWER, values[FieldName.POWER].split("/")[0])
    if FieldName.MASS in values:
        # "1860/1250": the most it may weigh, then empty; an Indian certificate tells only the last
        most, _, empty = values[FieldName.MASS].partition("/")
        if not empty and tx.center.country == "IN":
            most, empty = "", most
        if most:
            facts["max_mass_kg"] = _number(FieldName.MASS, most)
        if empty:
            facts["curb_mass_kg"] = _number(FieldName.MASS, empty)
    if facts:
        held = get_profile(tx.read, vehicle_id)
        told = {each.name: getattr(held, each.name) for each in fields(held)} | facts
        save_profile(tx, SaveProfile(vehicle_id=vehicle_id, **told))
        tx.flush()
    number = values.get(FieldName.NUMBER)
    if number and number not in {paper.number for paper in list_papers(tx.read, vehicle_id)}:
        paper = SavePaper(vehicle_id=vehicle_id, kind=PaperKind.REGISTRATION, number=number)
        save_paper(tx, paper)


def _number(field: FieldName, text: str) -> int:
    """A number as a certificate writes it, rounded half up; InvalidError when it is none."""
    try:
        number = Decimal(text.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise invalid(
            field.value,
            QT_TRANSLATE_NOOP("recognition", "“{text}” is not a number."),
            text=text,
        )
    return int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _car_data(values: dict[FieldName, str]) -> dict[str, Any]:
    """The fields of a car's form that the values fill."""
    data: dict[str, Any] = {at: values[name] for name, at in _PLAIN.items() if name in values}
    if FieldName.MAKE in values:
        make, _, model = _make_and_model(values[FieldName.MAKE])
        data |= {"make": make, "model": model}
    if FieldName.YEAR in values:
        data["made_year"] = _whole(FieldName.YEAR, values[FieldName.YEAR])
    return data


def _make_and_model(text: str) -> tuple[str, str, str]:
    """«Maruti Suzuki Swift» has a make of two words; all others of one."""
    for make in ("Maruti Suzuki",):
        if text.startswith(make):
            return make, "", text[len(make) :].strip()
    return text.partition(" ")


def _whole(field: FieldName, text: str) -> int:
    digits = text.replace(" ", "")
    if not (digits.isascii() and digits.isdecimal()):
        raise invalid(
            field.value,
            QT_TRANSLATE_NOOP("recognition", "“{text}” is not a number."),
            text=text,
        )
    return int(digits)


def _write_owner(
    tx: Tx,
    command: AcceptReading,
    values: dict[FieldName, str],
    vehicle_id: uuid.UUID,
) -> None:
    """Link the owner that a person chose, or make the one they asked for."""
    customer_id = command.customer_id
    address = ", ".join(values[name] for name in _ADDRESS if name in values)
    if customer_id is None and command.makes_owner and FieldName.OWNER in values:
        tx.require(Permission.CUSTOMERS_EDIT)
        made = CreateCustomer(name=values[FieldName.OWNER], address=address or None)
        customer_id = create_customer(tx, made)
    elif customer_id is not None and address:
        row = get_customer(tx.read, customer_id)
        if not row.address:
            tx.require(Permission.CUSTOMERS_EDIT)
            changed: UpdateCustomer = replace(edit_customer(row), address=address)
            update_customer(tx, changed)
    if customer_id is not None:
        add_person(
            tx,
            AddPerson(vehicle_id=vehicle_id, customer_id=customer_id, role=VehicleRole.OWNER.value),
        )
