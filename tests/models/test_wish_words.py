"""A typed wish for a slot, in English and Russian."""

from datetime import UTC, date, datetime

import pytest

from models.wish_words import parse_wish
from models.wishes import NotOn, Wish

TODAY = date(2026, 6, 15)


def read(text: str) -> Wish:
    return parse_wish(text, today=TODAY, zone=UTC).wish


@pytest.mark.parametrize(
    "text",
    [
        "earliest 2 h, alignment bay, electrician, not monday morning",
        "ближайшие 2 ч, развал, электрик, не в понедельник утром",
    ],
)
def test_a_line_is_understood_in_both_languages(text: str) -> None:
    told = parse_wish(text, today=TODAY, zone=UTC)
    assert told.wish == Wish(
        minutes=120,
        ability="alignment",
        skill="electrician",
        not_on=(NotOn(weekday=0, part="morning"),),
    )
    assert {chip.kind for chip in told.chips} == {"length", "ability", "skill", "not"}
    assert told.unknown == ()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1.5 h", 90),
        ("1,5 ч", 90),
        ("2 часа", 120),
        ("1 ч 30 мин", 90),
        ("45 min", 45),
        ("полчаса", 30),
        ("полтора часа", 90),
        ("12 hours lift", 720),
    ],
)
def test_lengths_are_read_as_people_say_them(text: str, minutes: int) -> None:
    assert read(text).minutes == minutes


@pytest.mark.parametrize(
    ("text", "weekdays", "parts"),
    [
        ("1 h thursday or fri", (3, 4), ()),
        ("1 ч в субботу утром", (5,), ("morning",)),
        ("2 h evenings", (), ("evening",)),
        ("2 ч после обеда", (), ("day",)),
    ],
)
def test_days_and_parts_of_a_day(
    text: str, weekdays: tuple[int, ...], parts: tuple[str, ...]
) -> None:
    wish = read(text)
    assert (tuple(wish.weekdays), tuple(wish.parts)) == (weekdays, parts)


def test_several_times_are_not_wanted() -> None:
    assert read("1 h not friday, not mornings").not_on == (
        NotOn(weekday=4),
        NotOn(part="morning"),
    )
    assert read("1 ч кроме пятницы, не утром").not_on == (NotOn(weekday=4), NotOn(part="morning"))


def test_a_date_and_a_clock_bound_the_search() -> None:
    wish = read("2 ч завтра после 17:00")
    assert wish.from_at == datetime(2026, 6, 16, tzinfo=UTC)
    assert wish.until_at == datetime(2026, 6, 16, 23, 59, tzinfo=UTC)
    assert wish.earliest_minute == 1020
    assert read("1 h before 12").latest_minute == 720
    assert read("1 h 3.1").from_at == datetime(2027, 1, 3, tzinfo=UTC)


def test_what_was_not_understood_is_named_and_not_guessed() -> None:
    assert parse_wish("2 h blue moon", today=TODAY, zone=UTC).unknown == ("blue", "moon")
