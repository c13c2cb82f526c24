"""Whole shops for tests: a center of one country with its people, and short ways to what tests need."""

import itertools
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from app.access import CreateEmployee, Hashed, actor_of, create_employee, hash_secret
from app.centers import CreateCenter, create_center
from app.compose import open_shop
from app.customers import CreateCustomer, create_customer
from app.kernel.settings import Settings
from app.kernel.tx import Actor, Changes, Read, Shop, Tx, act
from app.vehicles import CreateVehicle, create_vehicle

_C = TypeVar("_C")
_R = TypeVar("_R")

PASSWORD = "correct horse"
PIN = "2580"
START = datetime(2026, 6, 15, 7, 30, tzinfo=UTC)

_numbers = itertools.count(1)

CENTERS: Mapping[str, Mapping[str, Any]] = {
    "ru": {
        "code": "SC001",
        "name": "АвтоЛиния",
        "legal_name": "ООО «АвтоЛиния»",
        "address": "141009, Мытищи, Олимпийский пр-т, 29",
        "city": "Мытищи",
        "phone": "8 (495) 000-17-29",
        "tax_ids": {"inn": "5029217742", "kpp": "502901001", "ogrn": "1025000000178"},
    },
    "in": {
        "code": "SC002",
        "name": "Sharma Motors",
        "address": "Plot 14, MIDC Bhosari, Pune 411026",
        "city": "Pune",
        "tax_ids": {"gstin": "27AAPFU0939F1ZV"},
    },
    "eu": {"code": "SC003", "name": "Nordring Garage", "city": "Berlin", "country": "DE"},
    "us": {"code": "SC004", "name": "Capitol Auto", "city": "Sacramento", "place": "CA"},
}


class MovableClock:
    """A clock that stands until a test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **delta: float) -> datetime:
        """Go on by days, hours, minutes …; returns the new moment."""
        self.at += timedelta(**delta)
        return self.at


@cache
def hashed(secret: str) -> Hashed:
    """A test secret, hashed once for the whole run."""
    return Hashed(hash_secret(secret))


@dataclass(slots=True)
class TestShop:
    """An open shop and one person of each kind; everybody's password is ``PASSWORD``, PIN ``PIN``."""

    __test__: ClassVar[bool] = False

    shop: Shop
    clock: MovableClock
    owner: Actor
    manager: Actor
    receptionist: Actor
    mechanic: Actor
    storekeeper: Actor

    def act(
        self, verb: Callable[[Tx, _C], _R], command: _C, *, actor: Actor | None = None
    ) -> Changes[_R]:
        """Do it as ``actor``, or as the owner."""
        return act(self.shop, actor or self.owner, verb, command)

    def do(self, verb: Callable[[Tx, _C], _R], command: _C, *, actor: Actor | None = None) -> _R:
        """Do it and return what the verb returned."""
        return self.act(verb, command, actor=actor).result

    @contextmanager
    def reading(self, actor: Actor | None = None) -> Iterator[Read]:
        """A read transaction of ``actor``, or of the owner."""
        with self.shop.reading(actor or self.owner) as read:
            yield read

    def see(
        self, read: Callable[..., _R], *args: object, actor: Actor | None = None, **named: object
    ) -> _R:
        """What one read answers to ``actor``, or to the owner."""
        with self.reading(actor) as reading:
            return read(reading, *args, **named)

    def customer(self, name: str = "Ким Анна", phone: str | None = None, **data: Any) -> uuid.UUID:  # noqa: ANN401  any field of CreateCustomer
        """A new customer."""
        return self.do(create_customer, CreateCustomer(name=name, phone=phone, **data))

    def vehicle(self, plate: str | None = "А123ВС77", **data: Any) -> uuid.UUID:  # noqa: ANN401  any field of CreateVehicle
        """A new vehicle."""
        return self.do(create_vehicle, CreateVehicle(plate=plate, **data))

    def close(self) -> None:
        """Give back the database."""
        self.shop.close()


def open_test_shop(
    url: str,
    *,
    clock: MovableClock | None = None,
    workstation: str = "desk-1",
    secrets: Path | None = None,
) -> Shop:
    """An open shop on that database, without a center when it has none.

    Its secrets lie in a folder of its own; it starts with those of ``secrets``, if any were made.
    """
    folder = Settings().secrets / f"shop{next(_numbers)}"
    if secrets is not None and secrets.is_dir():
        shutil.copytree(secrets, folder)
    return open_shop(
        url=url,
        clock=clock or MovableClock(),
        workstation=workstation,
        durable=False,
        secrets_dir=folder,
        daily=secrets is None,
    )


def make_shop(
    url: str,
    *,
    profile: str = "ru",
    clock: MovableClock | None = None,
    policy: Mapping[str, Any] | None = None,
    **center: Any,  # noqa: ANN401  any field of CreateCenter
) -> TestShop:
    """A shop with a center of that profile ("ru", "in", "eu", "us") and its people; close it."""
    clock = clock or MovableClock()
    shop = open_test_shop(url, clock=clock)
    given = {**CENTERS[profile], **center}
    try:
        owner = create_center(
            shop,
            CreateCenter(
                profile=profile,
                owner_login="owner",
                owner_name="Серова Татьяна",
                owner_password=hashed(PASSWORD),
                owner_pin=hashed(PIN),
                policy=policy or {},
                **given,
            ),
        )
    except BaseException:
        shop.close()
        raise
    people = {role: _person(shop, owner, role) for role in _PEOPLE}
    return TestShop(shop=shop, clock=clock, owner=owner, **people)


@dataclass(frozen=True, slots=True)
class ShopTemplate:
    """A shop that was made once: whoever copies its database opens it with the same people."""

    database: str
    secrets: Path
    people: Mapping[str, Actor]

    def open(self, url: str) -> TestShop:
        """The shop in a copy of the database; close it."""
        clock = MovableClock()
        shop = open_test_shop(url, clock=clock, secrets=self.secrets)
        return TestShop(shop=shop, clock=clock, **self.people)


def make_template(url: str, database: str) -> ShopTemplate:
    """A Russian shop in the database of that URL, closed: to be copied by the name ``database``."""
    made = make_shop(url)
    people = {role: getattr(made, role) for role in ("owner", *_PEOPLE)}
    secrets = made.shop.secrets.folder
    made.close()
    return ShopTemplate(database, secrets, people)


_PEOPLE = {
    "manager": "Лазарев Игорь",
    "receptionist": "Дёмина Ольга",
    "mechanic": "Кузнецов Алексей",
    "storekeeper": "Гусев Виктор",
}


def _person(shop: Shop, owner: Actor, role: str) -> Actor:
    made: uuid.UUID = act(
        shop,
        owner,
        create_employee,
        CreateEmployee(
            login=role,
            name=_PEOPLE[role],
            role_codes=[role],
            password=hashed(PASSWORD),
            pin=hashed(PIN),
        ),
    ).result
    return actor_of(shop, made)
