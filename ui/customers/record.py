"""What the page shows of one car and one customer, read in one transaction."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app import contacts, customers, passports, vehicles
from app.billing.accounts import Account, account_of
from app.kernel.merging import standing_id
from app.kernel.tx import Read
from app.vehicles.mileage import Mileage, mileage_of
from app.vehicles.profile import PaperRow, ProfileData, get_profile, list_papers
from app.vehicles.recalls import RecallRow, recalls_of
from app.work_orders.visits import VisitRow, list_visits
from models.access import Permission
from models.customers import Customer
from models.identifiers import VinProblem, VinReason, vin_problems
from models.order_flow import FINAL, OrderState
from models.vehicles import Vehicle, VehicleRole
from ui.customers.kept_files import KeptFiles, read_files
from ui.customers.person_more import PersonMore, read_more

_MESSAGES = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """Which record: a car with its customer, or a customer with all of their cars."""

    vehicle_id: uuid.UUID | None = None
    customer_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A car with the customer who has it now, or a customer with everything about them in ``more``.

    ``visits`` are those of the car, without one those of the customer. ``cars`` are all cars of the customer.
    """

    customer: customers.CustomerRow | None
    consents: tuple[customers.ConsentRow, ...]
    account: Account | None
    cars: tuple[vehicles.VehicleRow, ...]
    card: vehicles.VehicleCard | None
    mileage: Mileage | None
    visits: tuple[VisitRow, ...]
    recommendations: Sequence[passports.RecommendationRow]
    link: passports.LinkRow | None
    messages: Sequence[contacts.NotificationRow]
    sees_money: bool
    profile: ProfileData | None = None
    papers: tuple[PaperRow, ...] = ()
    recalls: tuple[RecallRow, ...] = ()
    calls: tuple[contacts.CallRow, ...] = ()
    more: PersonMore | None = None
    files: KeptFiles = field(default_factory=KeptFiles)

    @property
    def vehicle(self) -> vehicles.VehicleRow | None:
        """The car in the middle."""
        return self.card.vehicle if self.card is not None else None

    @property
    def open_visit(self) -> VisitRow | None:
        """The newest order that is not finished."""
        return next((visit for visit in self.visits if visit.state not in FINAL), None)

    @property
    def check_digit(self) -> VinProblem | None:
        """What the check digit of the VIN lacks, where there is a VIN."""
        vin = self.vehicle.vin if self.vehicle is not None else None
        problems = vin_problems(vin) if vin else ()
        return next((each for each in problems if each.reason is VinReason.CHECK_DIGIT), None)

    @property
    def drivers(self) -> tuple[vehicles.PersonRow, ...]:
        """Who else has a part in the car now."""
        if self.card is None:
            return ()
        return tuple(
            person
            for person in self.card.people
            if person.until_at is None and person.role != VehicleRole.OWNER.value
        )

    @property
    def done_visits(self) -> tuple[VisitRow, ...]:
        """Visits that were not cancelled."""
        return tuple(visit for visit in self.visits if visit.state != OrderState.CANCELLED)


def read_record(read: Read, asked: Asked, *, now: datetime, today: date, currency: str) -> Record:
    """Read the record; NotFoundError when it is not there."""
    # an old paper may name a record that was merged into another one
    customer_id = standing_id(read, Customer, asked.customer_id) if asked.customer_id else None
    vehicle_id = standing_id(read, Vehicle, asked.vehicle_id) if asked.vehicle_id else None
    cars = vehicles.vehicles_of(read, customer_id) if customer_id else ()
    card = vehicles.get_vehicle(read, vehicle_id, now=now) if vehicle_id else None
    if customer_id is None and card is not None:
        customer_id = _owner(card)
        cars = vehicles.vehicles_of(read, customer_id) if customer_id else ()
    customer = customers.get_customer(read, customer_id) if customer_id else None
    visits: tuple[VisitRow, ...] = ()
    if vehicle_id is not None:
        visits = list_visits(read, vehicle_id=vehicle_id)
    elif customer_id is not None:
        visits = list_visits(read, customer_id=customer_id)
    account = account_of(read, customer.id, today=today, currency=currency) if customer else None
    more = None
    if customer is not None and card is None:
        more = read_more(read, customer.id, cars, account, now=now, today=today, currency=currency)
    kept = (
        read_files(read, None, [card.vehicle.id], visits)
        if card
        else read_files(read, customer_id, [car.id for car in cars], visits)
    )
    return Record(
        customer=customer,
        consents=customers.list_consents(read, customer.id) if customer else (),
        account=account,
        cars=cars,
        card=card,
        mileage=mileage_of(card.readings, now=now) if card else None,
        visits=visits,
        recommendations=passports.list_recommendations(
            read, card.vehicle.id, now=now, open_only=False
        )
        if card
        else (),
        link=passports.find_link(read, card.vehicle.id) if card else None,
        messages=contacts.list_notifications(read, customer_id=customer.id, limit=_MESSAGES)
        if customer
        else (),
        sees_money=read.can(Permission.MONEY_SEE),
        profile=get_profile(read, card.vehicle.id) if card else None,
        papers=list_papers(read, card.vehicle.id) if card else (),
        recalls=recalls_of(read, card.vehicle.id) if card else (),
        calls=contacts.list_calls(read, customer.id, limit=_MESSAGES) if customer else (),
        more=more,
        files=kept,
    )


def _owner(card: vehicles.VehicleCard) -> uuid.UUID | None:
    """Who owns the car now, else who has any part in it now."""
    held = [person for person in card.people if person.until_at is None]
    owners = [person for person in held if person.role == VehicleRole.OWNER.value]
    found = owners or held
    return found[0].customer_id if found else None
