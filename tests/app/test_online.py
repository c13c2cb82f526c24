"""What those outside are told of free time is what the calendar really gives, on both databases."""

import dataclasses
import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app import bookings as b
from app.kernel.errors import ChangedError, InvalidError, UserError
from models.bookings import EndedBy, EndReason, OnlineTakes
from sync.wire.fields import utc_time
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def offer(calendar: Calendar, **more: Any) -> uuid.UUID:  # noqa: ANN401  fields of the command
    values: dict[str, Any] = {"name": "Public", "minutes": 60, "is_public": True, **more}
    return calendar.shop.do(b.save_service_type, b.SaveServiceType(**values))


def begins(calendar: Calendar, day: date) -> list[datetime]:
    """Every time of a day that is told for the first service."""
    facts = calendar.shop.see(b.online_facts, now=at("8:00"))
    assert facts is not None
    step = timedelta(minutes=facts.free_busy.step_minutes)
    found = []
    for told in facts.free_busy.days:
        if told.day_on == day.isoformat():
            for span in told.free[0].begins:
                moment = utc_time(span.first_at)
                while moment <= utc_time(span.last_at):
                    found.append(moment)
                    moment += step
    return found


def walls(calendar: Calendar, day: date) -> list[str]:
    return [moment.astimezone(calendar.zone).strftime("%H:%M") for moment in begins(calendar, day)]


def test_nothing_is_told_before_something_is_public(calendar: Calendar) -> None:
    assert calendar.shop.see(b.online_facts, now=at("8:00")) is None
    offer(calendar)
    facts = calendar.shop.see(b.online_facts, now=at("8:00"))
    assert facts is not None
    assert [service.name for service in facts.settings.services] == ["Public"]
    assert facts.settings.takes == "everybody"


@pytest.mark.parametrize(
    ("needs", "bays"),
    [
        ({"ability": "alignment", "skill": "geometry", "minutes": 90}, ("Bay 4",)),
        ({"ability": "lift", "buffer_before": 15, "buffer_after": 30}, ("Bay 1", "Bay 2", "Bay 4")),
        ({"minutes": 240}, ("Bay 1", "Bay 2", "Bay 4")),
    ],
)
def test_every_told_time_can_be_booked_without_a_question_and_no_other_is_free(
    calendar: Calendar, needs: dict[str, Any], bays: tuple[str, ...]
) -> None:
    service = offer(calendar, **needs)
    day = calendar.next(1)
    for n, (bay, wall) in enumerate(
        (("Bay 4", "10:00"), ("Bay 1", "12:00"), ("Bay 2", "12:30"), ("Bay 4", "15:00"))
    ):
        calendar.book(f"А00{n}АА77", wall, 60, bay=bay, day=day)
    calendar.book("А009АА77", "17:00", 60, bay="Bay 1", person="Гусев", day=day)
    told = set(begins(calendar, day))
    assert told
    for minute in range(8 * 60, 21 * 60, 30):
        moment = at(f"{minute // 60}:{minute % 60:02}", day)
        booked = None
        for bay in bays:
            for person in calendar.people.values():
                if booked is None:
                    booked = attempt(calendar, service, moment, bay, person)
        assert (booked is not None) == (moment in told), moment
        if booked is not None:
            calendar.shop.do(
                b.cancel_appointment,
                b.CancelAppointment(
                    appointment_id=booked,
                    version=1,
                    reason=EndReason.MISTAKE,
                    ended_by=EndedBy.CENTER,
                ),
            )


def attempt(
    calendar: Calendar, service: uuid.UUID, moment: datetime, bay: str, person: uuid.UUID
) -> uuid.UUID | None:
    """Book it as a person at the desk would who goes on in spite of nothing."""
    try:
        return calendar.shop.do(
            b.book,
            b.BookAppointment(
                plate="К777КК77",
                services=(service,),
                starts_at=moment,
                bay_id=calendar.bays[bay],
                employee_id=person,
            ),
        )
    except UserError:
        return None


def test_a_full_day_of_a_service_is_not_offered(calendar: Calendar) -> None:
    service = offer(calendar, day_cap=1)
    day = calendar.next(1)
    assert begins(calendar, day)
    calendar.book("А001АА77", "10:00", None, day=day, services=[service])
    assert begins(calendar, day) == []
    assert begins(calendar, calendar.next(2))


def test_closed_hours_and_breaks_are_not_offered(calendar: Calendar) -> None:
    offer(calendar, minutes=30)
    told = walls(calendar, MONDAY)
    assert told[0] == "09:00"
    assert "13:00" not in told
    assert "13:30" in told
    assert told[-1] == "19:30"
    assert walls(calendar, calendar.next(6)) == []


def test_a_need_without_any_bay_is_not_offered(calendar: Calendar) -> None:
    offer(calendar, ability="lift")
    for bay in calendar.bays.values():
        calendar.shop.do(b.archive_bay, b.RecordOf(record_id=bay, version=1))
    assert begins(calendar, MONDAY) == []


def test_who_may_ask_is_set_and_checked(calendar: Calendar) -> None:
    shop = calendar.shop
    usual = shop.see(b.get_online_booking)
    assert (usual.version, usual.takes, usual.lead_minutes) == (0, OnlineTakes.EVERYBODY, 120)
    command = b.SetOnlineBooking(version=0, takes=OnlineTakes.LINKED, lead_minutes=30, ahead_days=7)
    shop.do(b.set_online_booking, command)
    assert shop.see(b.get_online_booking) == b.OnlineRow(1, OnlineTakes.LINKED, 30, 7)
    with pytest.raises(ChangedError):
        shop.do(b.set_online_booking, command)
    for lead, ahead in ((-1, 7), (30, 0), (30, 63)):
        wrong = dataclasses.replace(command, version=1, lead_minutes=lead, ahead_days=ahead)
        with pytest.raises(InvalidError):
            shop.do(b.set_online_booking, wrong)
    wanted = [calendar.services["Alignment"]]
    nobody = b.SetOnlineBooking(version=1, takes=OnlineTakes.NOBODY, services=wanted)
    shop.do(b.set_online_booking, nobody)
    kinds = shop.see(b.list_service_types)
    assert [kind.name for kind in kinds if kind.is_public] == ["Alignment"]
    facts = shop.see(b.online_facts, now=at("8:00"))
    assert facts is not None
    assert facts.free_busy.days == []
