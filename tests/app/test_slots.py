"""Slots on both databases: what fits, why a day does not, and what stands in the way."""

from datetime import timedelta

import pytest

from app import bookings as b
from models.wishes import NotOn, Wish
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def find(calendar: Calendar, wish: Wish, now: str = "9:00") -> b.Found:
    return calendar.shop.see(b.find_slots, wish, now=at(now))


def test_the_earliest_slot_has_bay_and_person_with_the_skill(calendar: Calendar) -> None:
    calendar.book("С171ЕУ77", "9:00", 90, bay="Bay 4", person="Гусев")
    found = find(calendar, Wish(minutes=120, ability="alignment", skill="geometry"))
    first = found.slots[0]
    assert (first.bay, first.person, first.starts_at) == ("Bay 4", "Гусев", at("10:30"))
    assert first.ends_at == at("12:30")


def test_a_day_without_the_only_person_says_who_is_away(calendar: Calendar) -> None:
    calendar.absent("Гусев", MONDAY)
    found = find(calendar, Wish(minutes=120, ability="alignment", skill="geometry"))
    assert found.slots[0].starts_at == at("9:00", calendar.next(1))
    assert [str(s) for s in found.refused[0].reasons] == [
        "Гусев on leave",
        "nobody for “geometry”",
    ]


def test_not_monday_morning_is_heard(calendar: Calendar) -> None:
    found = find(calendar, Wish(minutes=60, not_on=(NotOn(weekday=0, part="morning"),)))
    assert found.slots[0].starts_at == at("12:00")


def test_twelve_hours_from_friday_afternoon_end_on_monday(shop: TestShop) -> None:
    calendar = make_calendar(shop, hours=(540, 1080), breaks=(), weekdays=range(5))
    friday = calendar.next(4)
    found = find(calendar, Wish(minutes=720, from_at=at("16:00", friday), ability="lift"))
    assert found.slots[0].starts_at == at("16:00", friday)
    # 2 h on Friday, 9 h on Monday, the last one on Tuesday
    assert found.slots[0].ends_at == at("10:00", friday + timedelta(days=4))


def test_the_booking_in_the_way_is_named(calendar: Calendar) -> None:
    for bay in ("Bay 1", "Bay 2"):
        calendar.book(None, "9:00", 600, bay=bay, name="x")
    calendar.book("С171ЕУ77", "10:00", 60, bay="Bay 4", person="Гусев")
    found = find(calendar, Wish(minutes=120, ability="alignment"), now="9:05")
    assert found.slots[0].starts_at == at("11:00")
    assert found.sooner is not None
    assert found.sooner.opens.starts_at == at("9:30")
    assert "С171ЕУ77" in str(found.sooner.sentence)


def test_a_drop_is_told_what_it_would_do(calendar: Calendar) -> None:
    calendar.book("Т218МР77", "10:30", 120, bay="Bay 2")
    fit = calendar.shop.see(
        b.check_fit, None, calendar.bays["Bay 2"], None, at("11:00"), 150, now=at("9:00")
    )
    assert not fit.ok
    assert [str(r.sentence) for r in fit.remarks] == [
        "Bay 2 taken until 12:30: Т218МР77",
        "Free 12:30–20:00",
    ]
    assert fit.alternatives[0].starts_at == at("12:30")
    free = calendar.shop.see(
        b.check_fit, None, calendar.bays["Bay 2"], None, at("14:00"), 60, now=at("9:00")
    )
    assert free.ok
    assert (free.load_before_percent, free.load_percent) == (19, 29)
    assert str(free.remarks[0].sentence) == "Bay 2 is free until 20:00"
