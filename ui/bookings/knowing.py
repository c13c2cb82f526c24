"""Who calls: a plate, a name or a phone becomes a known car with its people, or what was typed of an unknown one."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app import customers, vehicles
from app.billing.accounts import Account, account_of
from app.kernel.tx import Read
from models.access import Permission
from models.identifiers import PhoneRefused, read_phone, recognise_plate
from models.vehicles import VehicleRole
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from widgets.completion import Option

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Caller:
    """Who was chosen: a car, a customer, or both."""

    vehicle_id: uuid.UUID | None = None
    customer_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of them. ``account`` only for those who may see money."""

    card: vehicles.VehicleCard | None
    customer: customers.CustomerRow | None
    account: Account | None

    @property
    def work(self) -> Sequence[vehicles.OpenWork]:
        """What was declined, and what is due."""
        if self.card is None:
            return ()
        return [each for each in self.card.open_work if each.kind == "declined" or each.is_due]


@dataclass(frozen=True, slots=True)
class Typed:
    """What the words of an unknown caller are."""

    name: str = ""
    phone: str = ""
    plate: str = ""


Hits = tuple[Sequence[vehicles.VehicleRow], Sequence[customers.CustomerRow]]


def look(read: Read, text: str) -> Hits:
    """Cars by plate, VIN or model, and customers by name or phone."""
    if not text:
        return (), ()
    cars = vehicles.find_vehicles(read, text, limit=_SHOWN)
    people = customers.find_customers(read, text, limit=_SHOWN)
    return cars, people


def options(hits: Hits, text: str, formats: Formats) -> list[Option]:
    """The hits as rows of the popup: cars first, their owners beside them."""
    cars, people = hits
    rows = [
        Option(
            Caller(vehicle_id=car.id, customer_id=car.owner_id),
            " ".join(filter(None, (car.plate, car.make, car.model))),
            car.owner_name or "",
            "car",
            (plate_cell(car.plate, text), f"{car.make} {car.model}", car.owner_name or ""),
        )
        for car in cars
    ]
    owners = {car.owner_id for car in cars}
    rows += [
        Option(
            Caller(customer_id=person.id),
            person.name,
            formats.phone(person.phone),
            "user",
            (None, person.name, formats.phone(person.phone)),
        )
        for person in people
        if person.id not in owners
    ]
    return rows


def know(read: Read, caller: Caller, *, now: datetime, today: date, currency: str) -> Known:
    """Everything that helps while they are on the phone."""
    customer_id = caller.customer_id
    vehicle_id = caller.vehicle_id
    if vehicle_id is None and customer_id is not None:
        cars = vehicles.vehicles_of(read, customer_id)
        vehicle_id = cars[0].id if len(cars) == 1 else None
    card = vehicles.get_vehicle(read, vehicle_id, now=now) if vehicle_id is not None else None
    if customer_id is None and card is not None:
        held = [person for person in card.people if person.until_at is None]
        owner = [person for person in held if person.role == VehicleRole.OWNER.value]
        customer_id = owner[0].customer_id if owner else None
    customer = customers.get_customer(read, customer_id) if customer_id is not None else None
    sees = read.can(Permission.MONEY_SEE)
    account = (
        account_of(read, customer_id, today=today, currency=currency)
        if customer_id is not None and sees
        else None
    )
    return Known(card, customer, account)


def typed(text: str, country: str) -> Typed:
    """A phone, a plate, else a name."""
    digits = sum(each.isdigit() for each in text)
    plate = recognise_plate(text, country)
    if plate is not None:
        return Typed(plate=plate.plate)
    few = 5
    if digits >= few and not any(each.isalpha() for each in text):
        try:
            return Typed(phone=read_phone(text, country).international)
        except PhoneRefused:
            return Typed(phone=text)
    return Typed(name=text.strip())
