"""What people type as numbers, days and moments, and what becomes of it."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.moments import Calendar, read_day, read_moment, write_day, write_moment
from widgets.typed import (
    read_money,
    read_percent,
    read_quantity,
    read_whole,
    signs_of,
    write_number,
)

RU, EN = signs_of(","), signs_of(".")
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2025, 12, 17, 11, 32, 10, tzinfo=UTC)  # a Wednesday, 14:32 in Moscow
TODAY = date(2025, 12, 17)
WORDS = Calendar("ru", lean="ahead")


@pytest.mark.parametrize(
    ("text", "amount", "written"),
    [
        ("1 234,50", "1234.50", "1\u00a0234,50"),
        ("1234.5", "1234.50", "1\u00a0234,50"),
        ("1,234.50 $", "1234.50", "1\u00a0234,50"),
        ("₽1 500", "1500.00", "1\u00a0500,00"),
        ("990 руб.", "990.00", "990,00"),
        ("5 990,-", "5990.00", "5\u00a0990,00"),
        (",5", "0.50", "0,50"),
        ("1.234.567,89", "1234567.89", "1\u00a0234\u00a0567,89"),
    ],
)
def test_money_is_read_as_people_write_it(text: str, amount: str, written: str) -> None:
    reading = read_money(text, digits=2, signs=RU)
    assert (reading.value, reading.text, reading.problem) == (Decimal(amount), written, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1,500", "two ways"),
        ("1.500", "two ways"),
        ("1.2.3", "two ways"),
        ("12,5055", "round it"),
        ("-5", "not below zero"),
        ("дорого", "Type digits"),
        ("12 34 x", "Type digits"),
        ("9" * 20, "Too many digits"),
    ],
)
def test_money_that_is_unclear_is_asked_about(text: str, says: str) -> None:
    reading = read_money(text, digits=2, signs=RU)
    assert reading.value is None
    assert says in reading.problem


def test_a_comma_parts_thousands_where_points_are_decimal() -> None:
    assert read_money("1,500", digits=2, signs=EN).value == Decimal("1500.00")
    assert read_money("1,12,400", digits=2, signs=EN).value == Decimal("112400.00")
    assert write_number(Decimal(112400), signs_of(".", lakhs=True)) == "1,12,400"
    assert read_money("-5", digits=2, signs=EN, signed=True).text == "−5.00"
    assert read_money("", digits=2, signs=EN).problem == ""


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from([RU, EN]))
def test_written_money_is_read_back(amount: Decimal, signs: object) -> None:
    chosen = RU if signs == RU else EN
    written = write_number(amount, chosen, digits=2)
    assert read_money(written, digits=2, signs=chosen).value == amount


@pytest.mark.parametrize(
    ("text", "unit", "qty"),
    [
        ("1,5 л", "л", "1.5"),
        ("1.5", "л", "1.5"),
        ("500 мл", "л", "0.5"),
        ("500 мл", "l", "0.5"),
        ("250 г", "кг", "0.25"),
        ("2 шт", "шт", "2"),
        ("0.6 ч", "н/ч", "0.6"),
        ("3 pcs", "", "3"),
    ],
)
def test_quantities_know_their_unit(text: str, unit: str, qty: str) -> None:
    assert read_quantity(text, signs=RU, unit=unit).value == Decimal(qty)


@pytest.mark.parametrize(
    ("text", "says"),
    [("2 шт", "another unit"), ("0", "above zero"), ("1,2345", "round it"), ("много", "digits")],
)
def test_quantities_that_cannot_be(text: str, says: str) -> None:
    reading = read_quantity(text, signs=RU, unit="л")
    assert reading.value is None
    assert says in reading.problem


def test_per_cents_and_whole_numbers() -> None:
    assert read_percent("12,5 %", signs=RU).value == Decimal("12.5")
    assert "0 to 100" in read_percent("101", signs=RU).problem
    assert read_whole("84 320 км", signs=RU, unit="km").value == 84320
    assert read_whole("84.320", signs=RU, unit="km").value == 84320
    assert read_whole("84,320", signs=EN, unit="km").text == "84,320"
    assert "whole" in read_whole("12,5", signs=RU).problem
    assert "another unit" in read_whole("52400 mi", signs=RU, unit="km").problem


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("завтра 15", "2025-12-18 15:00"),
        ("today 17:30", "2025-12-17 17:30"),
        ("сегодня в 17.30", "2025-12-17 17:30"),
        ("пт 10", "2025-12-19 10:00"),
        ("fri 10", "2025-12-19 10:00"),
        ("ср 10", "2025-12-24 10:00"),
        ("ср 18", "2025-12-17 18:00"),
        ("+2ч", "2025-12-17 16:32"),
        ("+2h", "2025-12-17 16:32"),
        ("+1ч30", "2025-12-17 16:02"),
        ("+30 мин", "2025-12-17 15:02"),
        ("через 2 часа", "2025-12-17 16:32"),
        ("in 3 days", "2025-12-20 14:32"),
        ("17.12", "2025-12-17 18:00"),
        ("17.12 19:00", "2025-12-17 19:00"),
        ("18 дек 9:00", "2025-12-18 09:00"),
        ("9.30", "2025-12-18 09:30"),
        ("15", "2025-12-17 15:00"),
        ("9", "2025-12-18 09:00"),
        ("1530", "2025-12-17 15:30"),
        ("7 вечера", "2025-12-17 19:00"),
        ("послезавтра в 9 утра", "2025-12-19 09:00"),
        ("dec 19 3pm", "2025-12-19 15:00"),
        ("12 am", "2025-12-18 00:00"),
        ("5 января 10", "2026-01-05 10:00"),
        ("17 декабря 2026, 9:00", "2026-12-17 09:00"),
        ("2025-12-20 9", "2025-12-20 09:00"),
        ("пт 19 дек, 10:00", "2025-12-19 10:00"),
        ("сейчас", "2025-12-17 14:32"),
    ],
)
def test_moments_in_two_languages(text: str, meant: str) -> None:
    reading = read_moment(text, now=NOW, zone=MOSCOW, calendar=WORDS)
    assert reading.problem == ""
    assert f"{reading.value.astimezone(MOSCOW):%Y-%m-%d %H:%M}" == meant
    assert reading.value.tzinfo is UTC
    again = read_moment(reading.text, now=NOW, zone=MOSCOW, calendar=WORDS)
    assert again.value == reading.value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("25:00", "hours go to 23"),
        ("завтра 15:75", "hours go to 23"),
        ("15 pm", "hours go to 23"),
        ("31.02", "no such day"),
        ("скоро", "Type a time"),
        ("завтра скоро", "Type a time"),
        ("+2 попугая", "Type a time"),
        ("+9999 days", "no such day"),
    ],
)
def test_moments_that_cannot_be_read_say_what_to_type(text: str, says: str) -> None:
    reading = read_moment(text, now=NOW, zone=MOSCOW, calendar=WORDS)
    assert reading.value is None
    assert says in reading.problem


def test_a_past_moment_is_kept_with_a_warning() -> None:
    reading = read_moment("сегодня 9", now=NOW, zone=MOSCOW, calendar=WORDS)
    assert reading.value == datetime(2025, 12, 17, 6, 0, tzinfo=UTC)
    assert "past" in reading.warning


def test_an_hour_that_the_clocks_skip() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    reading = read_moment("tomorrow 2:30", now=now, zone=berlin, calendar=Calendar())
    assert reading.text == "tomorrow, 03:30"
    assert "does not exist" in reading.warning
    # hours pass on the world's clock, whatever the wall says
    eve = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 01:30 in Berlin
    later = read_moment("+2h", now=eve, zone=berlin, calendar=Calendar())
    assert later.text == "today, 04:30"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сегодня", "2025-12-17"),
        ("вчера", "2025-12-16"),
        ("пт", "2025-12-19"),
        ("ср", "2025-12-24"),
        ("17.12", "2025-12-17"),
        ("5 мая", "2026-05-05"),
        ("17 дек 24", "2024-12-17"),
        ("+3", "2025-12-20"),
        ("-1", "2025-12-16"),
        ("через 2 недели", "2025-12-31"),
        ("17", "2025-12-17"),
        ("3", "2026-01-03"),
        ("01022026", "2026-02-01"),
        ("29.02", "2028-02-29"),
    ],
)
def test_days(text: str, day: str) -> None:
    assert read_day(text, today=TODAY, calendar=WORDS).value == date.fromisoformat(day)


def test_a_day_without_its_year_leans() -> None:
    back = Calendar("ru", lean="back")
    assert read_day("20.12", today=TODAY, calendar=back).value == date(2024, 12, 20)
    near = Calendar("ru")
    assert read_day("20.11", today=TODAY, calendar=near).value == date(2025, 11, 20)
    america = Calendar("en", month_first=True)
    assert read_day("12/17", today=TODAY, calendar=america).value == TODAY
    assert read_day("12/18/25", today=TODAY, calendar=america).text == "tomorrow"


@pytest.mark.parametrize("text", ["31.04", "abc", "17.13", "сегодня 15", "+2ч"])
def test_days_that_cannot_be(text: str) -> None:
    reading = read_day(text, today=TODAY, calendar=WORDS)
    assert reading.value is None
    assert reading.problem


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["ru", "en"]),
    st.booleans(),
)
def test_a_written_day_is_read_back(day: date, language: str, month_first: bool) -> None:  # noqa: FBT001  drawn by hypothesis
    calendar = Calendar(language, month_first=month_first)
    written = write_day(day, today=TODAY, calendar=calendar)
    assert read_day(written, today=TODAY, calendar=calendar).value == day


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.times(),
    st.sampled_from(["ru", "en"]),
)
def test_a_written_moment_is_read_back(day: date, clock: time, language: str) -> None:
    calendar = Calendar(language, lean="ahead")
    value = datetime.combine(day, clock.replace(second=0, microsecond=0), tzinfo=UTC)
    written = write_moment(value, now=NOW, zone=MOSCOW, calendar=calendar)
    assert read_moment(written, now=NOW, zone=MOSCOW, calendar=calendar).value == value
