"""Prices: the right row, discounts and packages that add up, margins that are not rounded over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.pricing import (
    HourRate,
    MarkupRow,
    PriceBase,
    PriceReason,
    PriceRefused,
    below_floor,
    discount_percent,
    fixed_price,
    floor_amount,
    labour_price,
    margin,
    package_lines,
    part_price,
    percent_of,
    spread_discount,
    typed_price,
    why_price,
)
from models.tax import TaxLine, compute
from tests.models.profile import shipped

TODAY = date(2026, 11, 20)
RATES = [
    HourRate("general", "retail", 240000, date(2026, 1, 1)),
    HourRate("general", "retail", 260000, date(2026, 12, 1)),
    HourRate("general", "fleet", 210000, date(2026, 1, 1)),
    HourRate("electric", "retail", 300000, date(2026, 1, 1)),
    HourRate("electric", "fleet", 280000, date(2027, 1, 1)),
]
MATRIX = [
    MarkupRow("retail", 0, Decimal(60)),
    MarkupRow("retail", 100000, Decimal(40)),
    MarkupRow("retail", 500000, Decimal("22.5")),
    MarkupRow("fleet", 0, Decimal(20)),
]


@pytest.mark.parametrize(
    ("labour_type", "group", "day", "amount"),
    [
        ("general", "retail", TODAY, 240000),
        ("general", "retail", date(2026, 12, 1), 260000),
        ("general", "fleet", TODAY, 210000),
        ("electric", "fleet", TODAY, 300000),
        ("electric", "fleet", date(2027, 1, 1), 280000),
        ("paint", "fleet", TODAY, 210000),
        ("paint", "wholesale", TODAY, 240000),
    ],
)
def test_the_nearest_hour_rate_of_the_day(
    labour_type: str, group: str, day: date, amount: int
) -> None:
    price = labour_price(RATES, labour_type, group, day)
    assert (price.amount, price.base) == (amount, PriceBase.HOUR_RATE)


def test_before_the_first_rate_there_is_none() -> None:
    with pytest.raises(PriceRefused) as caught:
        labour_price(RATES, "general", "retail", date(2025, 12, 31))
    assert caught.value.reason is PriceReason.NO_RATE


@pytest.mark.parametrize(
    ("cost", "group", "amount"),
    [
        (99999, "retail", 159998),
        (100000, "retail", 140000),
        (499999, "retail", 699999),
        (500000, "retail", 612500),
        (100000, "fleet", 120000),
        (100000, "wholesale", 140000),
        (0, "retail", 0),
    ],
)
def test_markup_by_cost_band(cost: int, group: str, amount: int) -> None:
    price = part_price(list_amount=None, cost_amount=cost, rows=MATRIX, price_group=group)
    assert price.amount == amount
    assert price.base is PriceBase.MARKUP
    assert price.markup in MATRIX


def test_the_price_list_comes_before_the_matrix() -> None:
    price = part_price(list_amount=78000, cost_amount=10, rows=MATRIX)
    assert (price.amount, price.base, price.markup) == (78000, PriceBase.PRICE_LIST, None)


def test_an_inclusive_price_contains_the_tax_and_is_rounded_once() -> None:
    price = part_price(
        list_amount=None,
        cost_amount=33333,
        rows=MATRIX,
        tax_percent=Decimal(22),
        round_to_amount=1000,
    )
    assert price.amount == 65000  # 33333 × 1.6 × 1.22 = 65066.0


@pytest.mark.parametrize(
    ("cost", "rows", "reason"),
    [
        (None, MATRIX, PriceReason.NO_COST),
        (5, [], PriceReason.NO_BAND),
        (5, [MarkupRow("retail", 6, Decimal(1))], PriceReason.NO_BAND),
    ],
)
def test_without_a_price_there_is_a_reason(
    cost: int | None, rows: list[MarkupRow], reason: PriceReason
) -> None:
    with pytest.raises(PriceRefused) as caught:
        part_price(list_amount=None, cost_amount=cost, rows=rows)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("line", "customer", "group", "percent"),
    [
        (None, "3", "5", "5"),
        (None, "7", "5", "7"),
        ("0", "7", "5", "0"),
        ("10", "7", "5", "10"),
    ],
)
def test_one_discount_counts(line: str | None, customer: str, group: str, percent: str) -> None:
    own = None if line is None else Decimal(line)
    assert discount_percent(own, Decimal(customer), Decimal(group)) == Decimal(percent)


@pytest.mark.parametrize("percent", ["-1", "100.01", "NaN"])
def test_no_discount_above_the_price(percent: str) -> None:
    with pytest.raises(PriceRefused):
        discount_percent(Decimal(percent), Decimal(0), Decimal(0))


LINES = st.lists(
    st.builds(
        TaxLine,
        key=st.uuids().map(str),
        group=st.sampled_from(["labour", "part"]),
        quantity=st.integers(1, 9000).map(lambda thousandths: Decimal(thousandths) / 1000),
        unit_price_amount=st.integers(0, 1_000_000),
        discount_percent=st.integers(0, 100).map(Decimal),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda line: line.key,
)


@given(LINES, st.integers(0, 1000))
def test_a_document_discount_comes_off_to_the_kopeck(lines: list[TaxLine], per_mille: int) -> None:
    regime = shipped("ru_vat_inclusive")
    before = compute(regime, lines, TODAY)
    amount = before.total_amount * per_mille // 1000
    after = compute(regime, spread_discount(lines, amount), TODAY)
    assert after.total_amount == before.total_amount - amount
    assert after.discount_amount == before.discount_amount + amount


def test_a_document_discount_is_at_most_the_document() -> None:
    line = TaxLine("a", "part", Decimal(1), 1000)
    with pytest.raises(PriceRefused):
        spread_discount([line], 1001)
    with pytest.raises(PriceRefused):
        spread_discount([line], -1)
    assert spread_discount([line], 0) == (line,)


def test_lines_taken_back_take_no_part_in_a_discount() -> None:
    core = TaxLine("core", "part", Decimal(-1), 50000)
    disc = TaxLine("disc", "part", Decimal(1), 100000)
    assert [line.discount_amount for line in spread_discount([core, disc], 10000)] == [0, 10000]


def test_a_percent_of_the_document_in_money() -> None:
    lines = [TaxLine("a", "part", Decimal(1), 1005), TaxLine("b", "part", Decimal(1), 1000)]
    assert percent_of(lines, Decimal(10)) == 201  # 200.5


PACKAGE = (
    TaxLine("work", "labour", Decimal("0.6"), 240000),
    TaxLine("oil", "part", Decimal("4.2"), 115000),
    TaxLine("filter", "part", Decimal(1), 78000),
)


def test_story_5_the_package_costs_what_it_says() -> None:
    lines = package_lines(PACKAGE, 599000)
    totals = compute(shipped("ru_vat_inclusive"), lines, TODAY)
    assert [line.total_amount for line in totals.lines] == [122349, 410379, 66272]
    assert totals.total_amount == 599000
    assert [line.unit_price_amount for line in lines] == [240000, 115000, 78000]


def test_a_package_dearer_than_its_lines_raises_their_prices() -> None:
    lines = package_lines(PACKAGE, 800000)
    totals = compute(shipped("ru_vat_inclusive"), lines, TODAY)
    assert totals.total_amount == 800000
    assert totals.discount_amount < 10


@given(LINES, st.integers(0, 10_000_000))
def test_any_package_costs_what_it_says(lines: list[TaxLine], price: int) -> None:
    totals = compute(shipped("none"), package_lines(lines, price), TODAY)
    assert totals.total_amount == price


@pytest.mark.parametrize(
    ("lines", "price"),
    [
        ([], 100),
        (PACKAGE, -1),
        ([replace(PACKAGE[0], quantity=Decimal(0))], 100),
        ([replace(PACKAGE[0], quantity=Decimal(-1))], 100),
    ],
)
def test_no_package_of_nothing(lines: list[TaxLine], price: int) -> None:
    with pytest.raises(PriceRefused) as caught:
        package_lines(lines, price)
    assert caught.value.reason is PriceReason.PACKAGE


@pytest.mark.parametrize(
    ("net", "cost", "left", "percent"),
    [
        (100000, 66000, 34000, "34.00"),
        (30000, 20000, 10000, "33.33"),
        (10000, 20000, -10000, "-100.00"),
        (0, 500, -500, None),
    ],
)
def test_margin(net: int, cost: int, left: int, percent: str | None) -> None:
    result = margin(net, cost)
    assert result.margin_amount == left
    assert result.percent == (None if percent is None else Decimal(percent))


def test_rounding_does_not_help_a_price_over_the_floor() -> None:
    assert margin(99999, 70000).percent == Decimal("30.00")
    assert below_floor(99999, 70000, Decimal(30))
    assert not below_floor(100000, 70000, Decimal(30))
    assert below_floor(0, 1, Decimal(0))
    assert not below_floor(0, 0, Decimal(30))


@given(st.integers(0, 10**9), st.integers(0, 9999))
def test_the_floor_price_is_the_lowest_that_passes(cost: int, hundredths: int) -> None:
    floor = Decimal(hundredths) / 100
    price = floor_amount(cost, floor)
    assert not below_floor(price, cost, floor)
    assert price == 0 or below_floor(price - 1, cost, floor)


@pytest.mark.parametrize("floor", ["100", "-1", "NaN"])
def test_an_impossible_floor_is_refused(floor: str) -> None:
    with pytest.raises(PriceRefused) as caught:
        floor_amount(100, Decimal(floor))
    assert caught.value.reason is PriceReason.FLOOR


def test_a_typed_price_remembers_what_it_stands_for() -> None:
    price = typed_price(200000, labour_price(RATES, "general", "retail", TODAY), "Anna")
    assert (price.amount, price.base, price.typed_by) == (200000, PriceBase.TYPED, "Anna")
    assert (price.base_amount, price.labour_type) == (240000, "general")
    assert fixed_price(99000).base is PriceBase.FIXED


def test_why_price_tells_base_discount_and_tax() -> None:
    regime = shipped("ru_vat_exclusive")
    unit = part_price(list_amount=None, cost_amount=500000, rows=MATRIX)
    line = TaxLine("pads", "part", Decimal(1), unit.amount, discount_percent=Decimal(5))
    figures = compute(regime, [line], TODAY).lines[0]
    why = why_price(unit, line, figures, regime.rate("vat", TODAY), cost_amount=500000)
    assert why.unit.markup == MATRIX[2]
    assert (why.list_amount, why.discount_amount, why.net_amount) == (612500, 30625, 581875)
    assert (why.tax_percent, why.tax_from) == (Decimal(22), date(2026, 1, 1))
    assert why.margin is not None
    assert why.margin.percent == Decimal("14.07")
    assert why_price(unit, line, figures, regime.rate("vat", TODAY)).margin is None


@given(st.integers(0, 10**9), st.sampled_from(MATRIX))
def test_markup_is_exact_before_it_is_rounded(cost: int, row: MarkupRow) -> None:
    price = part_price(
        list_amount=None,
        cost_amount=cost,
        rows=[replace(row, from_cost_amount=0, price_group="retail")],
    )
    exact = cost * (1 + Fraction(row.markup_percent) / 100)
    assert abs(price.amount - exact) <= Fraction(1, 2)
