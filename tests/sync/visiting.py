"""A shop that takes visits from the owners' page, and owners who ask for them, for tests."""

import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app import bookings as b
from models.bookings import (
    Appointment,
    OwnerRequest,
)
from sync.server import tables
from sync.worker import exchange, pair
from sync.worker.rounds import Outcome
from tests.build.calendars import Calendar, make_calendar
from tests.build.orders import Garage
from tests.build.shops import MovableClock, make_shop
from tests.sync.conftest import Here
from tests.sync.people import Car, Person, rows

OIL = "Замена масла"


@dataclass
class Shop:
    """A desk with a calendar of one bay that everybody may ask."""

    garage: Garage
    calendar: Calendar
    oil: uuid.UUID

    @property
    def center_id(self) -> uuid.UUID:
        return self.garage.on.owner.center_id

    def round(self) -> Outcome:
        """Exchange once; a problem fails the test."""
        done = exchange(self.garage.on.shop, self.garage.on.owner)
        assert done.problem is None, done
        return done

    def requests(self) -> tuple[b.OwnerRequestRow, ...]:
        return self.garage.on.see(b.list_requests)

    def do(self, verb: Callable[..., Any], command: Any) -> Any:  # noqa: ANN401 - a verb and its command
        return self.garage.on.do(verb, command)

    def one(self) -> b.OwnerRequestRow:
        (row,) = self.requests()
        return row

    def appointments(self) -> list[Any]:
        return list(self.garage.rows(Appointment))

    def kept(self) -> list[Any]:
        return list(self.garage.rows(OwnerRequest))

    def elsewhere(self, row: b.OwnerRequestRow, hours: int, words: str = "") -> b.OfferTime:
        """The same visit some hours later."""
        return b.OfferTime(
            appointment_id=row.appointment_id,
            version=row.version,
            starts_at=row.wished_at + timedelta(hours=hours),
            bay_id=self.calendar.bays["Bay 1"],
            employee_id=None,
            words=words,
        )


def open_to_owners(garage: Garage) -> Shop:
    """One bay, open every day from 8 to 20; an oil change of an hour may be asked for."""
    calendar = make_calendar(garage.on, hours=(480, 1200), breaks=(), weekdays=range(7))
    for name in ("Bay 2", "Bay 4"):
        bay = b.RecordOf(record_id=calendar.bays[name], version=1)
        garage.on.do(b.archive_bay, bay)
    # tests stand at the day they run on: none of them may meet a holiday
    garage.on.do(b.set_booking_rules, b.SetBookingRules(version=0, uses_public_holidays=False))
    oil = garage.on.do(
        b.save_service_type, b.SaveServiceType(name=OIL, minutes=60, ability="lift", is_public=True)
    )
    return Shop(garage, calendar, oil)


def with_car(owner: Person, car: Car) -> str:
    """The owner has the car, a name and a phone; the id of the car."""
    path = owner.add_car(car)
    owner.open("/profile")
    owner.send("/profile", name="Ирина Снегирёва", phone=car.phone)
    return path.rsplit("/", 1)[-1]


def book_path(shop: Shop, car_id: str, day: str = "") -> str:
    return f"/book/{shop.center_id}?car={car_id}&service={shop.oil}&day={day}"


def times(owner: Person) -> list[str]:
    """Times on the open page."""
    return owner.all(r'name="starts_at" value="([^"]+)"')


def a_free_day(owner: Person, shop: Shop, car_id: str) -> str:
    """Open the page on the third day that has free time."""
    owner.open(book_path(shop, car_id))
    day = owner.all(r"day=([0-9-]+)")[2]
    owner.open(book_path(shop, car_id, day))
    return day


def ask(
    owner: Person, shop: Shop, car_id: str, *, place: int = 2, contact: bool = True
) -> tuple[str, datetime]:
    """Ask for a time of the third free day; path of the request and the time."""
    a_free_day(owner, shop, car_id)
    wished = times(owner)[place]
    owner.send(
        f"/book/{shop.center_id}",
        starts_at=wished,
        words="Скрипит слева",
        contact="1" if contact else None,
    )
    assert owner.page is not None
    return owner.page.url.path, datetime.fromisoformat(wished)


@pytest.fixture
def garage(database_url: str) -> Iterator[Garage]:
    made = Garage(make_shop(database_url, profile="ru", clock=MovableClock(datetime.now(UTC))))
    yield made
    made.on.close()


@pytest.fixture
def shop(here: Here, garage: Garage) -> Shop:
    made = open_to_owners(garage)
    code = here.person().pairing_code()
    pair(garage.on.shop, garage.on.owner, server_url=here.url, code=code)
    made.round()
    return made


@pytest.fixture
def owner(here: Here) -> Person:
    return here.person()


def told(here: Here, shop: Shop) -> str:
    """Free time as the server holds it."""
    this = tables.calendars.c.center_id == shop.center_id
    (row,) = rows(here.database_url, sa.select(tables.calendars).where(this))
    return json.dumps(row.free_busy, sort_keys=True)


def mine(shop: Shop) -> str:
    """Free time as the desk would tell it now."""
    with shop.garage.on.reading() as read:
        facts = b.online_facts(read, now=shop.garage.on.clock(), again=True)
    assert facts is not None
    return json.dumps(facts.free_busy.plain(), sort_keys=True)


def asked(here: Here) -> list[sa.Row[tuple[object, ...]]]:
    return list(rows(here.database_url, sa.select(tables.appointments)))
