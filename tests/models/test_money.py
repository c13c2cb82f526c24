"""Money: exact, half up, and shares that always add up."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.money import (
    CurrencyMismatch,
    InexactAmount,
    Money,
    half_up,
    minor_digits,
    share,
    share_exact,
)

AMOUNTS = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.5", 1), ("1.5", 2), ("2.5", 3), ("0.49999", 0), ("-0.5", -1), ("-2.5", -3), ("-0.4", 0)],
)
def test_half_is_rounded_away_from_zero(value: str, rounded: int) -> None:
    assert half_up(Decimal(value)) == rounded
    assert half_up(Fraction(value)) == rounded


@pytest.mark.parametrize("value", [0.5, True, "1"])
def test_half_up_refuses_what_is_not_exact(value: object) -> None:
    with pytest.raises(TypeError):
        half_up(cast("Decimal", value))


@given(st.fractions(), st.integers(-1000, 1000))
def test_half_up_moves_with_whole_numbers_and_is_at_most_a_half_away(
    value: Fraction, step: int
) -> None:
    assert abs(half_up(value) - value) <= Fraction(1, 2)
    assert half_up(-value) == -half_up(value)
    if value > 0 and value + step > 0:
        assert half_up(value + step) == half_up(value) + step


def test_story_5_no_kopeck_is_lost() -> None:
    assert share(599000, [144000, 483000, 78000]) == [122349, 410379, 66272]


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (5, [0, 0], [3, 2]),
        (-5, [0, 0], [-3, -2]),
        (7, [0, 1, 0], [0, 7, 0]),
        (2, [1, 1, 1, 1], [1, 1, 0, 0]),
        (10, [-1, -1], [5, 5]),
        (0, [3, 4], [0, 0]),
        (0, [], []),
        (3, [1, -1], [2, 1]),
    ],
)
def test_share_by_largest_remainder(total: int, weights: list[int], parts: list[int]) -> None:
    assert share(total, weights) == parts


def test_share_needs_somebody_to_share_with() -> None:
    with pytest.raises(ValueError, match="nothing to share"):
        share(1, [])


@given(AMOUNTS, st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_shares_add_up_and_are_within_one_unit_of_fair(total: int, weights: list[int]) -> None:
    parts = share(total, weights)
    assert sum(parts) == total
    assert share(-total, weights) == [-part for part in parts]
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        fair = Fraction(total * weight, whole) if whole else Fraction(total, len(weights))
        assert abs(part - fair) < 1


@given(AMOUNTS, st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=12))
def test_shares_add_up_and_reverse_with_any_signs(total: int, weights: list[int]) -> None:
    parts = share(total, weights)
    assert sum(parts) == total
    assert share(-total, weights) == [-part for part in parts]


@given(st.lists(st.fractions(-(10**6), 10**6, max_denominator=1000), min_size=1, max_size=12))
def test_exact_values_are_rounded_to_their_rounded_sum(values: list[Fraction]) -> None:
    total = half_up(sum(values, Fraction(0)))
    parts = share_exact(total, values)
    assert sum(parts) == total
    assert all(abs(part - value) < 1 for part, value in zip(parts, values, strict=True))
    assert share_exact(-total, [-value for value in values]) == [-part for part in parts]


@pytest.mark.parametrize(
    ("value", "currency", "minor"),
    [
        ("12.50", "RUB", 1250),
        ("-0.01", "EUR", -1),
        (7, "INR", 700),
        (Decimal("1.234"), "KWD", 1234),
        ("1500", "JPY", 1500),
        ("1e2", "USD", 10000),
    ],
)
def test_money_is_made_from_major_units(
    value: Decimal | str | int, currency: str, minor: int
) -> None:
    assert Money.of(value, currency) == Money(minor, currency)


def test_digits_that_the_currency_has_not_are_refused_or_rounded_on_request() -> None:
    with pytest.raises(InexactAmount):
        Money.of("0.005", "RUB")
    assert Money.rounded(Decimal("0.005"), "RUB") == Money(1, "RUB")
    assert Money.rounded(Fraction(-1, 200), "RUB") == Money(-1, "RUB")


@pytest.mark.parametrize("value", ["", "12,5", "NaN", "Infinity", "x"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        Money.of(value, "RUB")


@pytest.mark.parametrize("value", [1.5, True, None])
def test_a_float_never_becomes_money(value: object) -> None:
    with pytest.raises(TypeError):
        Money.of(cast("Decimal", value), "RUB")
    with pytest.raises(TypeError):
        Money.rounded(cast("Decimal", value), "RUB")
    with pytest.raises(TypeError):
        Money(cast("int", value), "RUB")
    with pytest.raises(TypeError):
        Money(1, "RUB").times(cast("Decimal", value))


@pytest.mark.parametrize("code", ["", "rub", "RU", "RUBL", "РУБ", "R1B"])
def test_a_currency_is_three_capitals(code: str) -> None:
    with pytest.raises(ValueError, match="currency"):
        minor_digits(code)
    with pytest.raises(ValueError, match="currency"):
        Money(1, code)


def test_currencies_never_mix() -> None:
    roubles, euros = Money(100, "RUB"), Money(100, "EUR")
    assert roubles != euros
    for mix in (
        lambda: roubles + euros,
        lambda: roubles - euros,
        lambda: roubles < euros,
        lambda: roubles <= euros,
        lambda: roubles > euros,
        lambda: roubles >= euros,
    ):
        with pytest.raises(CurrencyMismatch) as caught:
            mix()
        assert (caught.value.left, caught.value.right) == ("RUB", "EUR")
    with pytest.raises(TypeError):
        roubles + cast("Money", 1)


def test_sums_and_comparisons() -> None:
    one, two = Money(100, "RUB"), Money(200, "RUB")
    assert one + one == two
    assert one - two == -one == Money(-100, "RUB")
    assert abs(-two) == two
    assert sum([one, two], Money.zero("RUB")) == Money(300, "RUB")
    assert one < two
    assert one <= one  # noqa: PLR0124  the equal case is what is asked
    assert two > one
    assert two >= two  # noqa: PLR0124  the same
    assert sorted([two, one]) == [one, two]
    assert len({one, Money(100, "RUB")}) == 1


@pytest.mark.parametrize(
    ("price", "factor", "minor"),
    [
        (240000, Decimal("0.6"), 144000),
        (115000, Decimal("4.2"), 483000),
        (1, Decimal("0.5"), 1),
        (-1, Decimal("0.5"), -1),
        (333, 3, 999),
        (100, Fraction(1, 3), 33),
    ],
)
def test_times_rounds_half_up(price: int, factor: Decimal | int | Fraction, minor: int) -> None:
    assert Money(price, "RUB").times(factor) == Money(minor, "RUB")


@given(st.integers(-(10**18), 10**18), st.sampled_from(["RUB", "JPY", "KWD", "CLF"]))
def test_decimal_is_the_same_amount(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.of(money.decimal, currency) == money
    assert money.decimal.as_tuple().exponent == -minor_digits(currency)


@pytest.mark.parametrize(
    ("money", "locale", "text"),
    [
        (Money(144000, "RUB"), "ru_RU", "1\u00a0440,00\u00a0₽"),
        (Money(-5, "RUB"), "ru", "-0,05\u00a0₽"),
        (Money(1234567890, "INR"), "en-IN", "₹1,23,45,678.90"),
        (Money(45943, "USD"), "en_US", "$459.43"),
        (Money(123456, "EUR"), "de_DE", "1.234,56\u00a0€"),
        (Money(1234, "KWD"), "en", "KWD\u00a01.234"),
        (Money(1234, "JPY"), "en", "¥1,234"),
        (Money(10**17 + 1, "RUB"), "en", "RUB\u00a01,000,000,000,000,000.01"),
    ],
)
def test_money_is_written_as_the_locale_does(money: Money, locale: str, text: str) -> None:
    assert money.format(locale) == text
