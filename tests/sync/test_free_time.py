"""What the server knows of a calendar: when it is free, as it stands, and nothing of anybody."""

import json
import threading
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from typing_extensions import override

from app import bookings as b
from app import passports
from models.base import Base
from models.bookings import (
    DayKind,
    OnlineTakes,
)
from models.entities import metadata
from models.ledger import OutboxEnvelope, OutboxState
from sync.server import tables
from sync.wire.kinds import Kind
from sync.worker import Worker, exchange, pair
from sync.worker.runner import SETTLE_SECONDS
from tests.build.orders import Garage
from tests.sync.conftest import Here
from tests.sync.people import rows
from tests.sync.test_worker import between
from tests.sync.visiting import (
    OIL,
    Shop,
    garage,
    mine,
    open_to_owners,
    owner,
    shop,
    told,
)

__all__ = ["garage", "owner", "shop"]


# free time
def test_sp80_free_time_tells_of_no_car_no_person_and_no_bay(here: Here, shop: Shop) -> None:
    shop.garage.on.customer("Тайный Клиент")
    later = shop.garage.on.clock() + timedelta(days=2)
    day = later.astimezone(shop.calendar.zone).date()
    shop.calendar.book("С777ЕК77", "10:00", 60, day=day, words="секрет", person="Гусев")
    shop.round()
    this = tables.calendars.c.center_id == shop.center_id
    (row,) = rows(here.database_url, sa.select(tables.calendars).where(this))
    said = json.dumps([row.settings, row.free_busy], ensure_ascii=False)
    for secret in ("С777ЕК77", "секрет", "Гусев", "Кузнецов", "Bay 1", "Тайный"):
        assert secret not in said
    for key in (*shop.calendar.bays.values(), *shop.calendar.people.values()):
        assert str(key) not in said
    assert OIL in said


def change_hours(shop: Shop, day: date) -> None:
    del day
    shop.do(b.set_hours, b.SetHours(hours=[b.Hours(weekday=n) for n in range(4)]))


def change_day(shop: Shop, day: date) -> None:
    shop.do(b.set_day, b.SetDay(day_on=day, kind=DayKind.CLOSED, name="переезд"))


def change_bay(shop: Shop, day: date) -> None:
    del day
    shop.do(b.archive_bay, b.RecordOf(record_id=shop.calendar.bays["Bay 1"], version=1))


def change_closure(shop: Shop, day: date) -> None:
    at = datetime.combine(day, datetime.min.time(), shop.calendar.zone)
    shop.do(
        b.close_bay,
        b.CloseBay(
            bay_id=shop.calendar.bays["Bay 1"],
            starts_at=at,
            ends_at=at + timedelta(days=1),
            why="ремонт",
        ),
    )


def change_absence(shop: Shop, day: date) -> None:
    for name in shop.calendar.people:
        shop.calendar.absent(name, day)


def change_service(shop: Shop, day: date) -> None:
    del day
    shop.do(b.archive_service_type, b.RecordOf(record_id=shop.oil, version=1))


def change_rules(shop: Shop, day: date) -> None:
    del day
    rules = b.SetBookingRules(version=1, uses_public_holidays=False, step_minutes=15)
    shop.do(b.set_booking_rules, rules)


def change_online(shop: Shop, day: date) -> None:
    del day
    shop.do(b.set_online_booking, b.SetOnlineBooking(version=0, takes=OnlineTakes.NOBODY))


def change_booking(shop: Shop, day: date) -> None:
    shop.calendar.book("А001АА77", "10:00", 60, day=day)


CHANGES = [
    change_hours,
    change_day,
    change_bay,
    change_closure,
    change_absence,
    change_service,
    change_rules,
    change_online,
    change_booking,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_sp81_whatever_changes_the_calendar_is_told_in_the_next_round(
    here: Here, shop: Shop, change: Callable[[Shop, date], None]
) -> None:
    before = told(here, shop)
    assert before == mine(shop)
    day = (shop.garage.on.clock() + timedelta(days=3)).astimezone(shop.calendar.zone).date()
    woke: list[frozenset[str]] = []
    shop.garage.on.shop.listeners.append(lambda changes: woke.append(frozenset(changes.touched)))
    change(shop, day)
    # what the worker listens for: a table that free time comes from and that is not named there would wait an hour
    assert all(not b.SHOWN.isdisjoint(touched) for touched in woke)
    assert woke
    shop.round()
    assert told(here, shop) == mine(shop) != before


def test_sp81_every_table_of_the_calendar_is_watched_or_tells_nothing() -> None:
    of_calendar = {
        str(mapper.local_table)
        for mapper in Base.registry.mappers
        if mapper.class_.__module__ == "models.bookings"
    }
    silent = {"appointment_order", "appointment_step", "owner_request", "transport"}
    assert of_calendar - silent <= b.SHOWN
    assert set(metadata.tables) >= b.SHOWN


def test_sp81_the_newest_replaces_what_has_not_left(here: Here, garage: Garage) -> None:
    shop = open_to_owners(garage)
    with between(here.url) as (wire, url):
        pair(garage.on.shop, garage.on.owner, server_url=url, code=here.person().pairing_code())
        shop.round()
        wire.lie = lambda _method, path: (503, b"{}") if path == "/v1/push" else None
        day = (garage.on.clock() + timedelta(days=3)).astimezone(shop.calendar.zone).date()
        for hour in range(9, 14):
            shop.calendar.book(f"А{hour:03}АА77", f"{hour}:00", 60, day=day)
            assert exchange(garage.on.shop, garage.on.owner).problem is not None
        kinds = [
            (row.state, row.kind)
            for row in garage.rows(OutboxEnvelope)
            if row.kind == Kind.FREE_BUSY.value
        ]
        assert kinds.count((OutboxState.PENDING, "free_busy")) == 1
        assert kinds.count((OutboxState.SUPERSEDED, "free_busy")) == 4
        with garage.on.reading() as read:
            waiting = passports.list_waiting(read, now=garage.on.clock())
        assert [row.kind for row in waiting].count("free_busy") == 1
        wire.lie = lambda _method, _path: None
        garage.on.clock.move(hours=1)
        shop.round()
        assert shop.round().delivered == 0
    assert told(here, shop) == mine(shop)


class Dragging(threading.Event):
    """Stands where the worker waits for the calendar to settle: it does when the test has done all its moves."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []
        self.over = threading.Event()

    @override
    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout)
        assert self.over.wait(60)
        return self.is_set()


def test_sp81_a_day_of_dragging_is_one_look(
    here: Here, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Worker(shop.garage.on.shop, shop.garage.on.owner)
    dragging = Dragging()
    monkeypatch.setattr(worker, "_stop", dragging)
    worker.start()
    try:
        _until(lambda: worker.last is not None and not worker.busy)
        day = (shop.garage.on.clock() + timedelta(days=3)).astimezone(shop.calendar.zone).date()
        for hour in range(9, 15):
            shop.calendar.book(f"А{hour:03}АА77", f"{hour}:00", 60, day=day)
        _until(lambda: dragging.waits == [SETTLE_SECONDS])
        dragging.over.set()
        _until(lambda: told(here, shop) == mine(shop))
    finally:
        dragging.over.set()
        worker.stop()
    sent = [row for row in shop.garage.rows(OutboxEnvelope) if row.kind == "free_busy"]
    assert len(sent) == 2


def _until(done: Callable[[], bool]) -> None:
    for _ in range(400):
        if done():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")
