"""The bench of the calendar: slots for a wish among 40,000 bookings, beside the same statements by the bare driver."""

import random
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from app import access, bookings
from app.cli.bench_frame import Row, bare_connection, heard, judged, median, read_bare
from app.cli.bench_orders import fresh_desk
from app.cli.years_bookings import fill_calendar, inserting
from app.kernel.clock import system_clock
from app.kernel.db import Database
from app.kernel.secrets import SecretStore
from app.kernel.tx import Actor, Shop
from models.access import Employee
from models.wishes import NotOn, Wish

_TIMES = 15
WISHES = (
    Wish(
        minutes=120,
        ability="alignment",
        skill="geometry",
        not_on=(NotOn(weekday=0, part="morning"),),
    ),
    Wish(minutes=60),
    Wish(minutes=240, ability="lift"),
    # nothing fits: every day of the month is looked at, and its reason told
    Wish(minutes=630, ability="lift"),
)
"""What is asked: with a rare bay and skill, anything, a long gap, and what is not to be had."""


def slot_rows(shops: Mapping[int, str], folder: Path) -> list[Row]:
    """Milliseconds of the slowest kind of wish, for 30 days and 12 bays; in a shop of its own, the others beside."""
    ages: dict[str, float] = {}
    for years, url in shops.items():
        database = Database(url)
        shop = Shop(database, SecretStore(folder / "none", use_keyring=False), "bench")
        try:
            with database.reading() as connection:
                rows = connection.execute(sa.select(Employee.id, Employee.role_codes)).all()
            owner = access.actor_of(shop, next(r.id for r in rows if "owner" in r.role_codes))
            ages[str(years)] = _slowest(shop, owner, system_clock())[0]
        finally:
            database.close()
    desk = fresh_desk(str(folder / "calendar.sqlite"), folder / "calendar")
    shop, owner = desk.sample.shop, desk.sample.owner
    try:
        now = system_clock()
        with shop.database.writer.begin() as connection:
            fill_calendar(
                connection,
                inserting(connection),
                center_id=owner.center_id,
                owner_id=owner.employee_id,
                now=now,
                chance=random.Random(7),  # noqa: S311 - a calendar, no secret
            )
        shop.database.tune()
        ours, limit = _slowest(shop, owner, now)
    finally:
        shop.close()
    return [judged("free slots", ours, limit=limit, must=8, aim=3, years=ages)]


def _slowest(shop: Shop, owner: Actor, now: datetime) -> tuple[float, float]:
    """Milliseconds of the slowest wish, and of its statements by the bare driver. The shop is only read."""
    bare = bare_connection(shop.database)
    try:
        found = []
        for wish in WISHES:

            def ours(wish: Wish = wish) -> object:
                with shop.reading(owner) as read:
                    return bookings.find_slots(read, wish, now=now)

            with heard(shop.database.reader) as said:
                ours()
            limit = median(partial(read_bare, bare, said), _TIMES)
            found.append((median(ours, _TIMES), limit))
    finally:
        bare.close()
    return max(found)
