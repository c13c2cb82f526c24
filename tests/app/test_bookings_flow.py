"""The way of an appointment on both databases, and that one time has one owner however many desks want it."""

import itertools
import threading
import uuid
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from app import bookings as b
from app.customers import get_customer
from app.kernel.errors import (
    ConfirmError,
    InvalidError,
    NotAllowedError,
    TransitionNotAllowedError,
    UserError,
)
from app.kernel.tx import act
from app.work_orders import OpenFromAppointment, get_order, open_from_appointment
from models.base import new_id
from models.bookings import (
    Appointment,
    AppointmentState,
    BusySpan,
    DayKind,
    EndedBy,
    EndReason,
    OverbookReason,
)
from models.work_orders import WorkOrder
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.shops import TestShop, make_shop

RACES = 234


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def card(calendar: Calendar, key: uuid.UUID) -> b.AppointmentCard:
    return calendar.shop.see(b.get_appointment, key)


def test_a_time_inside_anothers_middle_is_refused(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 180)
    with pytest.raises(UserError, match="Bay 1 is taken until 12:00"):
        calendar.book("А002АА77", "10:00", 60)
    calendar.book("А003АА77", "10:00", 60, bay="Bay 2", person="Гусев")
    with pytest.raises(UserError, match="Гусев is taken until 11:00"):
        calendar.book("А004АА77", "10:30", 60, bay="Bay 4", person="Гусев")


def test_the_database_itself_keeps_two_apart(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 180)
    row = {
        "id": new_id(),
        "center_id": calendar.shop.owner.center_id,
        "bay_id": calendar.bays["Bay 1"],
        "starts_at": at("10:00"),
        "ends_at": at("11:00"),
        "part_starts_at": at("10:00"),
        "part_ends_at": at("11:00"),
        "is_overbooked": False,
    }
    with (
        pytest.raises(sa.exc.IntegrityError),
        calendar.shop.shop.database.writer.begin() as connection,
    ):
        connection.execute(sa.insert(BusySpan), row)
    with calendar.shop.shop.database.writer.begin() as connection:
        connection.execute(
            sa.insert(BusySpan),
            {
                **row,
                "starts_at": at("12:00"),
                "ends_at": at("13:00"),
                "part_starts_at": at("12:00"),
                "part_ends_at": at("13:00"),
            },
        )
    with (
        pytest.raises(sa.exc.IntegrityError),
        calendar.shop.shop.database.writer.begin() as connection,
    ):
        connection.execute(
            sa.update(BusySpan).where(BusySpan.id == row["id"]).values(starts_at=at("11:30"))
        )


def test_of_two_desks_one_gets_the_time_and_the_other_is_told_by_whom(calendar: Calendar) -> None:
    shop = calendar.shop
    won: list[uuid.UUID] = []
    lost: list[str] = []
    strange: list[BaseException] = []

    def desk(actor_name: str, number: int, barrier: threading.Barrier) -> None:
        actor = shop.owner if actor_name == "a" else shop.receptionist
        day = MONDAY + timedelta(days=number // 10)
        command = b.BookAppointment(
            name=f"{actor_name}{number}",
            minutes=60,
            starts_at=at(f"{9 + number % 10}:00", day) if number % 10 != 4 else at("19:00", day),
            bay_id=calendar.bays["Bay 1"],
            confirmed=b.Confirmed(second=True, continues=True),
        )
        barrier.wait()
        try:
            won.append(act(shop.shop, actor, b.book, command).result)
        except UserError as error:
            lost.append(f"{error.reason}: {error}")
        except Exception as error:  # noqa: BLE001 - anything else fails the test below
            strange.append(error)

    for number in [n for n in range(RACES) if n // 10 % 7 != 6]:
        barrier = threading.Barrier(2)
        pair = [threading.Thread(target=desk, args=(who, number, barrier)) for who in "ab"]
        for thread in pair:
            thread.start()
        for thread in pair:
            thread.join()
    assert strange == []
    assert len(won) == len(lost) >= 200
    assert all(told.startswith("taken: Bay 1 is taken until") for told in lost), lost[:3]
    with shop.reading() as read:
        rows = read.connection.execute(
            sa.select(BusySpan.starts_at, BusySpan.ends_at).order_by(BusySpan.starts_at)
        ).all()
    assert len(rows) == len(won)
    assert all(a.ends_at <= c.starts_at for a, c in itertools.pairwise(rows))


def test_overbooking_needs_the_right_and_a_reason_and_is_marked(calendar: Calendar) -> None:
    first = calendar.book("А001АА77", "9:00", 180)
    over = b.Confirmed(overbook=OverbookReason.URGENT)
    with pytest.raises(NotAllowedError):
        calendar.book("А002АА77", "10:00", 60, confirmed=over, actor=calendar.shop.receptionist)
    second = calendar.book("А002АА77", "10:00", 60, confirmed=over)
    board = calendar.shop.see(b.get_board, MONDAY, 1, now=at("8:00"))
    assert {i.plate: i.is_overbooked for i in board.items} == {"А001АА77": False, "А002АА77": True}
    calendar.shop.do(
        b.cancel_appointment,
        b.CancelAppointment(
            appointment_id=first, version=1, reason=EndReason.ILL, ended_by=EndedBy.CUSTOMER
        ),
    )
    assert card(calendar, second).overbooked is None


def test_a_second_open_appointment_of_a_car_names_the_first(calendar: Calendar) -> None:
    first = calendar.book("А001АА77", "9:00", 60)
    with pytest.raises(ConfirmError) as asked:
        calendar.book("а 001 аа 77", "15:00", 60, bay="Bay 2")
    assert asked.value.field == "second"
    assert card(calendar, first).number in str(asked.value)
    assert "15.06 09:00" in str(asked.value)
    calendar.book("А001АА77", "15:00", 60, bay="Bay 2", confirmed=b.Confirmed(second=True))


def test_the_next_one_above_the_cap_of_a_day_is_asked_about(calendar: Calendar) -> None:
    service = calendar.shop.do(
        b.save_service_type, b.SaveServiceType(name="Wash", minutes=10, day_cap=20)
    )
    for number in range(20):
        calendar.book(f"К{number:03}АА77", "9:00", None, bay=None, services=[service])
    with pytest.raises(ConfirmError, match="20 on this day already") as asked:
        calendar.book("К999АА77", "9:00", None, bay=None, services=[service])
    assert asked.value.field == "over_cap"
    calendar.book(
        "К999АА77", "9:00", None, bay=None, services=[service], confirmed=b.Confirmed(over_cap=True)
    )


def test_buffers_are_kept_unless_somebody_says_otherwise(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 60, buffer_after=15)
    with pytest.raises(ConfirmError, match="No buffer left beside А001АА77"):
        calendar.book("А002АА77", "10:00", 60)
    calendar.book("А002АА77", "10:00", 60, confirmed=b.Confirmed(without_buffer=True))


def test_a_hold_is_free_again_by_itself(calendar: Calendar) -> None:
    held = calendar.shop.do(
        b.hold,
        b.BookAppointment(
            name="Ким", starts_at=at("15:00"), minutes=60, bay_id=calendar.bays["Bay 1"]
        ),
    )
    with pytest.raises(UserError, match="taken until 16:00"):
        calendar.book("А001АА77", "15:00", 60)
    calendar.shop.clock.move(minutes=16)
    board = calendar.shop.see(b.get_board, MONDAY, 1, now=calendar.shop.clock())
    assert board.items == []
    calendar.book("А001АА77", "15:00", 60)
    gone = card(calendar, held)
    assert (gone.state, gone.end_reason) == (AppointmentState.CANCELLED, EndReason.HOLD_EXPIRED)


def test_moving_keeps_the_story_and_moving_back_undoes_it(calendar: Calendar) -> None:
    key = calendar.book("А001АА77", "9:00", 60)
    calendar.shop.do(
        b.move,
        b.MoveAppointment(
            appointment_id=key,
            version=1,
            starts_at=at("11:00"),
            bay_id=calendar.bays["Bay 2"],
            employee_id=None,
        ),
    )
    moved = card(calendar, key)
    assert (moved.bay, moved.starts_at, moved.version) == ("Bay 2", at("11:00"), 2)
    calendar.shop.do(
        b.move,
        b.MoveAppointment(
            appointment_id=key,
            version=2,
            starts_at=at("9:00"),
            bay_id=calendar.bays["Bay 1"],
            employee_id=None,
        ),
    )
    back = card(calendar, key)
    assert [(s.event, s.bay_before, s.bay_after) for s in back.steps] == [
        ("book", None, "Bay 1"),
        ("reschedule", "Bay 1", "Bay 2"),
        ("reschedule", "Bay 2", "Bay 1"),
    ]
    with pytest.raises(UserError, match="Changed by"):
        calendar.shop.do(b.stretch, b.StretchAppointment(appointment_id=key, version=1, minutes=90))
    calendar.shop.do(b.stretch, b.StretchAppointment(appointment_id=key, version=3, minutes=90))
    assert card(calendar, key).ends_at == at("10:30")


def test_nothing_is_called_off_without_a_reason_and_reasons_are_counted(calendar: Calendar) -> None:
    keys = [calendar.book(f"А00{n}АА77", f"{9 + n}:00", 60) for n in range(3)]
    with pytest.raises(InvalidError):
        calendar.shop.do(
            b.cancel_appointment,
            b.CancelAppointment(appointment_id=keys[0], version=1, reason=None, ended_by=None),
        )
    for key in keys[:2]:
        calendar.shop.do(
            b.cancel_appointment,
            b.CancelAppointment(
                appointment_id=key, version=1, reason=EndReason.PRICE, ended_by=EndedBy.CUSTOMER
            ),
        )
    counts = calendar.shop.see(b.count_reasons, MONDAY, MONDAY)
    assert [(c.reason, c.ended_by, c.count) for c in counts] == [
        (EndReason.PRICE, EndedBy.CUSTOMER, 2)
    ]
    calendar.shop.do(b.reopen_appointment, b.ReopenAppointment(appointment_id=keys[0], version=2))
    with pytest.raises(UserError, match="taken until 10:00"):
        calendar.book("А009АА77", "9:00", 60)


def test_a_no_show_is_counted_on_the_customer(calendar: Calendar) -> None:
    customer = calendar.shop.customer()
    key = calendar.book(None, "11:00", 60, customer_id=customer)
    with pytest.raises(UserError, match="has not come yet"):
        calendar.shop.do(
            b.mark_no_show, b.NoShow(appointment_id=key, version=1, reason=EndReason.FORGOT)
        )
    calendar.shop.clock.move(hours=3)
    calendar.shop.do(
        b.mark_no_show, b.NoShow(appointment_id=key, version=1, reason=EndReason.FORGOT)
    )
    assert calendar.shop.see(get_customer, customer).no_show_count == 1
    assert card(calendar, key).no_show_count == 1


def test_an_appointment_becomes_one_order_however_often_it_is_pressed(calendar: Calendar) -> None:
    key = calendar.book(
        "А001АА77", "9:00", 60, name="Ким Анна", phone="8 999 123-45-67", words="Стучит слева"
    )
    press = OpenFromAppointment(appointment_id=key)
    made: list[uuid.UUID] = []

    def desk() -> None:
        made.append(calendar.shop.do(open_from_appointment, press))

    pair = [threading.Thread(target=desk) for _ in range(3)]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    assert len(made) == 3
    assert len(set(made)) == 1
    with calendar.shop.reading() as read:
        assert read.connection.execute(sa.select(sa.func.count(WorkOrder.id))).scalar() == 1
    order = calendar.shop.see(get_order, made[0])
    assert [c.words for c in order.concerns] == ["Стучит слева"]
    told = card(calendar, key)
    assert (told.state, told.order_id, told.name) == (
        AppointmentState.CONVERTED,
        made[0],
        "Ким Анна",
    )
    with calendar.shop.reading() as read:
        left = read.connection.execute(
            sa.select(Appointment.contact_name, Appointment.contact_phone)
        ).one()
    assert tuple(left) == (None, None)


def test_the_waiting_list_takes_and_gives(calendar: Calendar) -> None:
    key = calendar.shop.do(b.book, b.BookAppointment(plate="А661ЕХ197", minutes=90, ability="lift"))
    (row,) = calendar.shop.see(b.list_waiting, now=at("9:00"))
    assert (row.plate, row.minutes) == ("А661ЕХ197", 90)
    calendar.shop.do(
        b.move,
        b.MoveAppointment(
            appointment_id=key,
            version=1,
            starts_at=at("12:00"),
            bay_id=calendar.bays["Bay 1"],
            employee_id=None,
        ),
    )
    placed = card(calendar, key)
    assert (placed.state, placed.ends_at) == (AppointmentState.CONFIRMED, at("14:00"))
    calendar.shop.do(b.put_back, b.BackToWaiting(appointment_id=key, version=2))
    assert len(calendar.shop.see(b.list_waiting, now=at("9:00"))) == 1


def test_a_bay_booked_over_the_change_of_clocks_is_as_long_as_it_was_sold(
    database_url: str,
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    shop = make_shop(database_url, profile="eu")
    calendar = make_calendar(shop, zone=berlin, hours=(0, 1440), breaks=(), weekdays=range(7))
    key = calendar.book("B AB 123", "23:00", 300, day=date(2026, 10, 24))
    told = card(calendar, key)
    assert told.starts_at is not None
    assert told.ends_at is not None
    assert told.ends_at - told.starts_at == timedelta(hours=5)
    # five hours after 23:00 the wall clock shows 3:00, for one hour came twice
    assert told.ends_at.astimezone(berlin).strftime("%d %H:%M") == "25 03:00"
    board = shop.see(b.get_board, date(2026, 10, 25), 1, now=at("8:00"))
    assert board.lanes[0].days[0].work_minutes == 25 * 60
    shop.close()


def test_a_holiday_has_no_slot_until_the_center_opens_it(calendar: Calendar) -> None:
    day = date(2026, 11, 4)
    with pytest.raises(UserError, match="closed at 10:00"):
        calendar.book("А001АА77", "10:00", 60, day=day)
    calendar.shop.do(
        b.set_day,
        b.SetDay(day_on=day, kind=DayKind.OTHER_HOURS, opens_minute=600, closes_minute=900),
    )
    calendar.book("А001АА77", "10:00", 60, day=day)


@pytest.mark.parametrize(
    ("country", "region"), [("DE", ("BY", "Bayern")), ("US", ("CA", "California")), ("RU", None)]
)
def test_regions_are_chosen_by_name(country: str, region: tuple[str, str] | None) -> None:
    names = b.region_names(country)
    assert (region in names) if region else names == ()


def test_the_story_of_an_appointment_is_final(calendar: Calendar) -> None:
    calendar.book("А001АА77", "9:00", 60)
    with (
        pytest.raises(Exception, match="final:appointment_step"),
        calendar.shop.shop.database.writer.begin() as c,
    ):
        c.exec_driver_sql("UPDATE appointment_step SET event = 'x'")


def test_what_is_over_takes_no_other_way(calendar: Calendar) -> None:
    key = calendar.book("А001АА77", "9:00", 60)
    calendar.shop.do(b.mark_arrived, b.AppointmentOf(appointment_id=key, version=1))
    with pytest.raises(TransitionNotAllowedError):
        calendar.shop.do(b.put_back, b.BackToWaiting(appointment_id=key, version=2))
