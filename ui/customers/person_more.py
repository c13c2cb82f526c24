"""What the page of a customer shows beside the person: their cars, people, talks, appointments, earnings."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app import bookings, customers, passports, vehicles
from app.billing.accounts import Account
from app.bookings.request_reads import RequestRow, list_service_requests
from app.bookings.rows import ArrivalRow
from app.insights.fleet import FleetCar, Margin, list_fleet, margin_of
from app.kernel.tx import Read
from models.access import Permission
from models.requests import RequestState

_MOST = 200


@dataclass(frozen=True, slots=True)
class CarWork:
    """Work recommended for one of the customer's cars, or declined by them."""

    plate: str | None
    car: str
    row: passports.RecommendationRow

    @property
    def id(self) -> uuid.UUID:
        """The recommendation's."""
        return self.row.id


@dataclass(frozen=True, slots=True)
class PersonMore:
    """``contacts`` with those who left at the end. ``margin`` is None for those who may not see costs."""

    fleet: tuple[FleetCar, ...]
    work: tuple[CarWork, ...]
    contacts: tuple[customers.ContactRow, ...]
    appointments: tuple[ArrivalRow, ...]
    requests: tuple[RequestRow, ...]
    margin: Margin | None

    @property
    def open_orders(self) -> int:
        """How many orders of the cars are not finished."""
        return sum(len(car.orders) for car in self.fleet)


def read_more(
    read: Read,
    customer_id: uuid.UUID,
    cars: Sequence[vehicles.VehicleRow],
    account: Account | None,
    *,
    now: datetime,
    today: date,
    currency: str,
) -> PersonMore:
    """Read it in the transaction of the record; the number of selects does not depend on the number of cars."""
    bills = account.bills if account is not None else ()
    named = {car.id: (car.plate, f"{car.make} {car.model}".strip()) for car in cars}
    work = passports.recommendations_of(read, list(named), now=now)
    fleet = list_fleet(read, customer_id, cars, today=today, currency=currency, bills=bills)
    books = read.can(Permission.BOOKINGS_VIEW)
    asks = read.can(Permission.REQUESTS_EDIT)
    return PersonMore(
        fleet=fleet,
        work=tuple(CarWork(*named[car], row) for car, rows in work.items() for row in rows),
        contacts=customers.list_contacts(read, customer_id, archived=True),
        appointments=bookings.appointments_of(read, customer_id=customer_id, limit=_MOST)
        if books
        else (),
        requests=tuple(
            list_service_requests(
                read, states=frozenset(RequestState), customer_id=customer_id, limit=_MOST
            )
        )
        if asks
        else (),
        margin=margin_of(read, customer_id, currency=currency),
    )
