"""The day of the shop around its calendar, on both databases: an order ends its appointment, absence takes capacity."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from app import bookings as b
from app.kernel.db import Database, migrate_database
from app.kernel.errors import InvalidError, NotAllowedError
from app.work_orders import OpenFromAppointment, open_from_appointment
from models.access import SEED_ROLES, Role
from models.base import new_id
from models.bookings import AppointmentState, ArrivalMode
from models.centers import Center
from models.wishes import Wish
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.orders import Garage
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def test_an_appointment_is_done_when_its_order_is_completed(calendar: Calendar) -> None:
    garage = Garage(calendar.shop)
    car = garage.car(garage.customer())
    key = calendar.book(None, "10:00", 300, vehicle_id=car)
    order = calendar.shop.do(open_from_appointment, OpenFromAppointment(appointment_id=key))
    job = garage.job(order)
    garage.line(order, garage.labour("Замена масла", "1"), job_id=job)
    garage.start(order)
    calendar.shop.clock.move(hours=1)
    garage.complete(order, odometer_value=50_000, finish_open_labour=True)
    card = calendar.shop.see(b.get_appointment, key)
    assert (card.state, card.order_id) == (AppointmentState.DONE, order)
    # the bay is free for the next one from now on: it is 11:30, the job was booked until 15:30
    calendar.book("А002АА77", "12:00", 60)


def test_a_check_in_only_makes_no_order(calendar: Calendar) -> None:
    key = calendar.book("А001АА77", "9:00", 30, mode=ArrivalMode.CHECK_IN_ONLY)
    with pytest.raises(Exception, match="nothing to bill"):
        calendar.shop.do(open_from_appointment, OpenFromAppointment(appointment_id=key))


def test_who_is_absent_lowers_what_there_is_and_a_full_day_is_named(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 600, person="Гусев")

    def loads() -> dict[tuple[str, str], tuple[int, int]]:
        (day,) = calendar.shop.see(b.get_capacity, MONDAY, 1, now=at("8:00"))
        return {(load.kind, load.name): (load.work_minutes, load.percent) for load in day.loads}

    before = loads()
    assert before["bay", "Bay 1"] == (630, 95)
    assert before["skill", "geometry"] == (630, 95)
    assert before["department", "repair"] == (1890, 32)
    board = calendar.shop.see(b.get_board, MONDAY, 1, now=at("8:00"))
    assert (board.days[0].people_percent, board.days[0].is_overloaded) == (48, False)
    assert "Bay 1" in board.days[0].overloaded
    calendar.absent("Кузнецов", MONDAY)
    assert loads()["person", "Кузнецов Алексей"] == (0, 0)
    board = calendar.shop.see(b.get_board, MONDAY, 1, now=at("8:00"))
    assert (board.days[0].people_percent, board.days[0].is_overloaded) == (95, True)


def test_an_expired_certificate_is_not_booked(calendar: Calendar) -> None:
    calendar.shop.do(
        b.save_skill,
        b.SaveSkill(
            employee_id=calendar.people["Гусев"],
            code="geometry",
            valid_until_on=MONDAY - timedelta(days=1),
        ),
    )
    found = calendar.shop.see(
        b.find_slots, Wish(minutes=60, skill="geometry", limit=1), now=at("9:00")
    )
    assert found.slots == []
    assert [str(s) for s in found.refused[0].reasons] == [
        "Гусев: the certificate “geometry” ended 14.06.2026",
        "nobody for “geometry”",
    ]


def test_a_job_of_twelve_hours_from_friday_afternoon_ends_on_monday(shop: TestShop) -> None:
    calendar = make_calendar(shop, hours=(540, 1200), breaks=(), weekdays=range(5))
    key = calendar.book("А001АА77", "16:00", 720, day=calendar.next(4))
    told = shop.see(b.get_appointment, key)
    assert told.ends_at == at("17:00", calendar.next(7))
    assert [(s.starts_at, s.ends_at) for s in told.segments] == [
        (at("16:00", calendar.next(4)), at("20:00", calendar.next(4))),
        (at("9:00", calendar.next(7)), at("17:00", calendar.next(7))),
    ]


def test_today_shows_who_comes_and_who_is_late(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 60)
    here = calendar.book("А002АА77", "10:00", 60, bay="Bay 2")
    calendar.book("А003АА77", "15:00", 60)
    calendar.shop.do(b.mark_arrived, b.AppointmentOf(appointment_id=here, version=1))
    day = calendar.shop.see(b.day_summary, MONDAY, now=at("10:30"))
    assert [(r.plate, r.late_minutes) for r in day.arrivals] == [
        ("А001АА77", 90),
        ("А002АА77", 0),
        ("А003АА77", 0),
    ]
    assert (day.expected, day.arrived, day.late) == (2, 1, 1)


def test_only_who_may_set_the_calendar_sets_it_and_only_sensibly(calendar: Calendar) -> None:
    week = [b.Hours(weekday=0, starts_minute=540, ends_minute=500)]
    with pytest.raises(NotAllowedError):
        calendar.shop.do(b.set_hours, b.SetHours(hours=week), actor=calendar.shop.receptionist)
    with pytest.raises(InvalidError, match="ends after it begins"):
        calendar.shop.do(b.set_hours, b.SetHours(hours=week))
    with pytest.raises(NotAllowedError):
        calendar.book("А001АА77", "9:00", 60, actor=calendar.shop.mechanic)
    calendar.shop.see(b.get_board, MONDAY, 1, now=at("8:00"), actor=calendar.shop.mechanic)


def test_callers_who_never_came_are_forgotten(calendar: Calendar) -> None:
    held = calendar.shop.do(
        b.hold,
        b.BookAppointment(name="Ким", phone="8 999 123-45-67", starts_at=at("15:00"), minutes=60),
    )
    calendar.shop.clock.move(hours=1)
    calendar.book("А001АА77", "15:00", 60)
    assert calendar.shop.do(b.forget_contacts, b.ForgetContacts()) == 0
    calendar.shop.clock.move(days=31)
    assert calendar.shop.do(b.forget_contacts, b.ForgetContacts()) == 1
    assert calendar.shop.see(b.get_appointment, held).name is None


def test_roles_of_a_shop_of_before_get_the_rights_of_the_calendar(bare_database_url: str) -> None:
    database = Database(bare_database_url, durable=False)
    migrate_database(database, "0002")
    center = new_id()
    with database.writer.begin() as connection:
        blank = dict.fromkeys(
            ("name", "legal_name", "address", "city", "country", "place", "currency"), "x"
        )
        connection.execute(
            sa.insert(Center),
            {
                "id": center,
                "code": "A",
                **blank,
                "time_zone": "UTC",
                "locale": "en",
                "language": "en",
                "profile": "eu",
                "tax_ids": {},
                "bank": {},
                "regime": {},
                "policy": {},
                "version": 1,
            },
        )
        for code, held in (
            ("receptionist", ["sync.run"]),
            ("own", ["work_orders.edit"]),
            ("guest", []),
        ):
            connection.execute(
                sa.insert(Role),
                {
                    "id": new_id(),
                    "center_id": center,
                    "code": code,
                    "name": code,
                    "permissions": held,
                },
            )
    migrate_database(database)
    with database.reading() as connection:
        rows = connection.execute(sa.select(Role.code, Role.permissions)).all()
    roles = {row.code: row.permissions for row in rows}
    database.close()
    assert {"sync.run", "bookings.view", "bookings.edit"} <= set(roles["receptionist"])
    assert "bookings.overbook" not in roles["receptionist"]
    assert {"bookings.view", "bookings.edit"} <= set(roles["own"])
    assert not any(right.startswith("bookings") for right in roles["guest"])
    assert "bookings.settings" in SEED_ROLES["owner"]
