"""What holds of every document in every shipped regime, whatever is on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.money import half_up
from models.tax import Rounding, TaxLine, TaxRegime, TaxTotals, compute
from tests.models.profile import CODES, shipped

DAYS = st.dates(date(2017, 7, 1), date(2035, 1, 1))
QUANTITIES = st.integers(-20_000, 50_000).map(lambda thousandths: Decimal(thousandths) / 1000)
PERCENTS = st.one_of(
    st.just(Decimal(0)), st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100)
)
REGIMES = [pytest.param(shipped(code), id=code) for code in CODES] + [
    pytest.param(replace(shipped(code), inclusive=inclusive, rounding=rounding), id=name)
    for code in ("in_gst", "eu_vat_de", "ca_qc", "us_ca_sacramento")
    for inclusive in (False, True)
    for rounding in Rounding
    for name in [f"{code}-{'inclusive' if inclusive else 'exclusive'}-{rounding}"]
]


@st.composite
def documents(draw: st.DrawFn, regime: TaxRegime) -> tuple[list[TaxLine], date, str | None]:
    supplied_on = draw(DAYS)
    codes = sorted({rate.code for rate in regime.on(supplied_on)})
    assume(codes)
    lines = []
    for number in range(draw(st.integers(1, 8))):
        line = TaxLine(
            key=f"line {number}",
            group=draw(st.sampled_from(["labour", "part"])),
            quantity=draw(QUANTITIES),
            unit_price_amount=draw(st.integers(0, 3_000_000)),
            discount_percent=draw(PERCENTS),
            tax_code=draw(st.sampled_from(codes)),
        )
        lines.append(line)
    place = draw(st.sampled_from([None, "27", "29"])) if regime.split == "gst" else None
    return lines, supplied_on, place


def check_sums(regime: TaxRegime, totals: TaxTotals) -> None:
    """Every table of the paper adds up to the figures under it."""
    assert totals.net_amount == sum(line.net_amount for line in totals.lines)
    assert totals.net_amount == sum(rate.net_amount for rate in totals.rates)
    assert totals.tax_amount == sum(line.tax_amount for line in totals.lines)
    assert totals.tax_amount == sum(rate.tax_amount for rate in totals.rates)
    assert totals.discount_amount == sum(line.discount_amount for line in totals.lines)
    assert totals.total_amount == totals.net_amount + totals.tax_amount + totals.round_off_amount
    for line in totals.lines:
        assert line.net_amount + line.tax_amount == line.total_amount
        assert line.tax_amount == sum(part.amount for part in line.parts)
        priced = line.list_amount - line.discount_amount
        assert priced == (line.total_amount if regime.inclusive else line.net_amount)
    for rate in totals.rates:
        assert rate.tax_amount == sum(part.amount for part in rate.parts)
    if regime.round_off_amount:
        assert totals.total_amount % regime.round_off_amount == 0
        assert abs(totals.round_off_amount) * 2 <= regime.round_off_amount


@pytest.mark.parametrize("regime", REGIMES)
@given(data=st.data())
def test_all_sums_agree_and_a_reversed_document_is_exactly_the_opposite(
    regime: TaxRegime, data: st.DataObject
) -> None:
    lines, supplied_on, place = data.draw(documents(regime))
    totals = compute(regime, lines, supplied_on, place)
    check_sums(regime, totals)
    reverse = compute(regime, [-line for line in lines], supplied_on, place)
    assert reverse == -totals
    check_sums(regime, reverse)


@given(data=st.data(), inclusive=st.booleans(), rounding=st.sampled_from(Rounding))
def test_cgst_always_equals_sgst(
    data: st.DataObject, *, inclusive: bool, rounding: Rounding
) -> None:
    regime = replace(shipped("in_gst"), inclusive=inclusive, rounding=rounding)
    lines, supplied_on, _ = data.draw(documents(regime))
    totals = compute(regime, lines, supplied_on, "27")
    rows = [(line.parts, line.tax_amount) for line in totals.lines]
    rows += [(rate.parts, rate.tax_amount) for rate in totals.rates]
    for parts, tax in rows:
        assert [part.amount for part in parts] in ([], [tax // 2] * 2)


@given(data=st.data(), inclusive=st.booleans())
def test_tax_is_the_exact_tax_rounded_once_where_the_regime_says(
    data: st.DataObject, *, inclusive: bool
) -> None:
    for rounding in Rounding:
        regime = replace(shipped("eu_vat_de"), inclusive=inclusive, rounding=rounding)
        lines, supplied_on, _ = data.draw(documents(regime))
        totals = compute(regime, lines, supplied_on)
        exact = {
            line.key: (line.list_amount - line.discount_amount)
            * Fraction(line.percent)
            / (100 + (Fraction(line.percent) if inclusive else 0))
            for line in totals.lines
        }
        if rounding is Rounding.LINE:
            assert all(half_up(exact[line.key]) == line.tax_amount for line in totals.lines)
        elif rounding is Rounding.DOCUMENT:
            assert half_up(sum(exact.values(), Fraction(0))) == totals.tax_amount
        else:
            for rate in totals.rates:
                own = [exact[x.key] for x in totals.lines if x.percent == rate.percent]
                assert not rate.percent or half_up(sum(own, Fraction(0))) == rate.tax_amount
        assert all(abs(exact[line.key] - line.tax_amount) < 1 for line in totals.lines)


@given(st.integers(-(10**12), 10**12), st.sampled_from(Rounding), DAYS)
def test_inclusive_net_and_tax_are_the_price(price: int, rounding: Rounding, day: date) -> None:
    regime = replace(shipped("ru_vat_inclusive"), rounding=rounding)
    line = TaxLine("a", "part", Decimal(1), price)
    totals = compute(regime, [line], day)
    assert totals.net_amount + totals.tax_amount == totals.total_amount == price


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_the_order_of_lines_changes_no_sum(amount: int, parts: int) -> None:
    lines = [
        TaxLine(f"{number}", "part", Decimal(1), amount % (number + 7) * 101)
        for number in range(parts % 12 + 1)
    ]
    regime = shipped("eu_vat_de")
    forward = compute(regime, lines, date(2026, 5, 4))
    backward = compute(regime, lines[::-1], date(2026, 5, 4))
    assert forward.tax_amount == backward.tax_amount
    assert forward.total_amount == backward.total_amount
