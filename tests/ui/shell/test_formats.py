"""Values for the eye, in the person's language, by the center's clock."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from models.money import Money
from ui.shell.formats import Formats

NOW = datetime(2025, 12, 17, 11, 32, tzinfo=UTC)  # 14:32 in Moscow
NBSP = "\N{NO-BREAK SPACE}"


def formats(language: str, locale: str = "ru_RU", currency: str = "RUB") -> Formats:
    return Formats(language, locale, currency, "Europe/Moscow", lambda: NOW)


def spaced(text: str) -> str:
    """With plain spaces, so that a test can be read."""
    return text.replace(NBSP, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("language", "shown"), [("ru", "37 402,50 ₽"), ("en", "₽37,402.50")])
@pytest.mark.usefixtures("dressed")
def test_money_has_its_sign(language: str, shown: str) -> None:
    assert spaced(formats(language).money(Money(3740250, "RUB"))) == shown


@pytest.mark.usefixtures("dressed")
def test_lakhs_stay_lakhs_for_an_indian_center() -> None:
    indian = Formats("en", "en_IN", "INR", "Asia/Kolkata", lambda: NOW)
    assert spaced(indian.money(Money(12345678, "INR"))) == "₹1,23,456.78"


@pytest.mark.usefixtures("dressed")
def test_minor_units_stand_apart_in_a_cell() -> None:
    figure = formats("ru").amount(Money(3740250, "RUB"))
    assert (spaced(figure.major), figure.minor) == ("37 402", ",50")


@pytest.mark.usefixtures("dressed")
def test_yen_have_no_minor_units() -> None:
    figure = formats("en").amount(Money(1200, "JPY"))
    assert (figure.major, figure.minor) == ("1,200", "")


@pytest.mark.usefixtures("dressed")
def test_near_moments_have_names() -> None:
    english = formats("en")
    assert english.moment(NOW + timedelta(hours=3)) == "today, 17:32"
    assert english.moment(NOW + timedelta(days=1)) == "tomorrow, 14:32"
    assert english.moment(NOW + timedelta(days=2)) == "19 Dec, 14:32"


@pytest.mark.usefixtures("dressed")
def test_the_day_is_the_centers_own() -> None:
    late = datetime(2025, 12, 16, 22, 30, tzinfo=UTC)  # already the 17th in Moscow
    assert formats("en").moment(late) == "today, 01:30"


@pytest.mark.usefixtures("dressed")
def test_another_year_is_said() -> None:
    assert formats("ru").day(date(2025, 12, 17)) == "17 дек"
    assert spaced(formats("ru").day(date(2024, 12, 17))) == "17 дек 2024"


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (timedelta(hours=2, minutes=58), "2 h 58 min"),
        (timedelta(minutes=20), "20 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(days=12, hours=5), "12 days"),
    ],
)
@pytest.mark.usefixtures("dressed")
def test_spans_have_two_units_at_most(span: timedelta, shown: str) -> None:
    assert spaced(formats("en").span(span)) == shown


@pytest.mark.usefixtures("dressed")
def test_quantities_have_as_many_digits_as_they_need() -> None:
    russian = formats("ru")
    assert [russian.qty(Decimal(q)) for q in ("4.200", "1.000", "-0.5")] == ["4,2", "1", "−0,5"]


@pytest.mark.usefixtures("dressed")
def test_a_phone_is_read_by_people() -> None:
    # in one piece: a line never ends inside it
    assert (
        formats("ru").phone("+79162041873") == "+7\N{NO-BREAK SPACE}916\N{NO-BREAK SPACE}204-18-73"
    )
    assert formats("ru").phone("внутренний 12") == "внутренний 12"
