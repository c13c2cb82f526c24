"""Figures, dates and times as the locale writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfoNotFoundError

import pytest
from babel import UnknownLocaleError
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from models.money import Money
from reports.formats import Formats, formats, phone

LOCALES = ("ru_RU", "en_IN", "hi_IN", "de_DE", "de_CH", "fr_FR", "en_US", "sv_SE", "en_IE")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@given(st.integers(min_value=-(10**13), max_value=10**13), st.sampled_from(LOCALES))
def test_an_amount_is_what_babel_writes(minor: int, locale: str) -> None:
    written = formats(locale, "UTC").amount(Money(minor, "EUR"))
    expected = format_decimal(Money(minor, "EUR").decimal, format="#,##0.00", locale=locale)
    grouped = formats(locale, "UTC").whole(10**9)
    assert grouped == format_decimal(10**9, locale=locale)
    if locale.endswith("IN"):  # the plain pattern above has no lakh groups
        expected = format_decimal(
            Money(minor, "EUR").decimal, locale=locale, decimal_quantization=False
        )
        written, expected = written.replace(",", ""), expected.replace(",", "")
        assert Decimal(written.replace("–", "-")) == Decimal(expected.replace("\u2212", "-"))
        return
    assert written.replace("–", "-") == expected.replace("\u2212", "-")


def test_lakh_and_crore_are_grouped_by_two() -> None:
    india = formats("en_IN", "Asia/Kolkata")
    assert india.whole(100_000) == "1,00,000"
    assert india.whole(12_345_678) == "1,23,45,678"
    assert india.amount(Money(634300, "INR")) == "6,343.00"
    assert india.money(Money(634300, "INR")) == "₹6,343.00"


def test_roubles() -> None:
    russia = formats("ru_RU", "Europe/Moscow")
    assert plain(russia.money(Money(3740250, "RUB"))) == "37 402,50 ₽"
    assert [plain(part) for part in russia.figure(Money(-3740250, "RUB"))] == ["–37 402", ",50"]


def test_currencies_without_minor_units() -> None:
    assert formats("en_US", "UTC").figure(Money(1234, "JPY")) == ("1,234", "")
    assert formats("en_US", "UTC").amount(Money(1234567, "KWD")) == "1,234.567"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0.6", "0,6"),
        ("4.200", "4,2"),
        ("2", "2"),
        ("1E+2", "100"),
        ("-0.5", "–0,5"),
        ("0.000", "0"),
        ("1200.125", "1 200,125"),
    ],
)
def test_quantities_have_no_more_digits_than_they_need(value: str, written: str) -> None:
    assert plain(formats("ru_RU", "UTC").number(Decimal(value))) == written


def test_no_quantity_is_infinite() -> None:
    with pytest.raises(TypeError):
        formats("ru_RU", "UTC").number(Decimal("Infinity"))


def test_percents_keep_their_half() -> None:
    assert plain(formats("ru_RU", "UTC").percent(Decimal("7.5"))) == "7,5 %"
    assert formats("en_IN", "UTC").percent(Decimal("18.0")) == "18%"


def test_dates_in_words_and_digits() -> None:
    day = date(2025, 12, 7)
    assert plain(formats("ru_RU", "UTC").day(day)) == "7 декабря 2025 г."
    assert formats("ru_RU", "UTC").short_day(day) == "07.12.2025"
    assert formats("en_US", "UTC").short_day(day) == "12/7/2025"
    assert formats("en_IN", "UTC").short_day(day) == "7/12/2025"


def test_a_moment_is_the_centers_not_the_worlds() -> None:
    moment = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    assert formats("ru_RU", "Europe/Moscow").moment(moment) == "21.11.2026, 01:30"
    assert formats("ru_RU", "Europe/Moscow").clock(moment) == "01:30"
    assert plain(formats("en_IN", "Asia/Kolkata").moment(moment)) == "21/11/2026, 4:00 am"


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        formats("ru_RU", "Europe/Moscow").moment(datetime(2026, 11, 20, 12, 0))  # noqa: DTZ001 - that is the point


def test_unknown_locales_and_zones_are_refused() -> None:
    with pytest.raises(UnknownLocaleError):
        Formats("xx_XX", "UTC")
    with pytest.raises(ZoneInfoNotFoundError):
        Formats("ru_RU", "Mars/Olympus")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+79162041873", "+7 916 204-18-73"),
        ("+919811042217", "+91 98110 42217"),
        ("+19165550148", "+1 916 555-0148"),
        ("+49 341 555 0112", "+49 341 555 0112"),
        ("+7 985 ***-**-59", "+7 985 ***-**-59"),
        ("доб. 12", "доб. 12"),
    ],
)
def test_bare_phone_numbers_get_their_groups(number: str, written: str) -> None:
    assert plain(phone(number)) == written
