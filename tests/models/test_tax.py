"""The tax calculation against worked figures: stories S1, S2, S3, S13, the known mistakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

import pytest

from models.tax import (
    Category,
    Rounding,
    TaxLine,
    TaxPart,
    TaxReason,
    TaxRefused,
    TaxTotals,
    compute,
    rounded_off,
    untaxed,
)
from tests.models.profile import shipped

AUTUMN_2026 = date(2026, 11, 20)


def labour(key: str, quantity: str, price: int, **more: object) -> TaxLine:
    return replace(TaxLine(key, "labour", Decimal(quantity), price), **more)  # type: ignore[arg-type]  # fields by name


def part(key: str, quantity: str, price: int, **more: object) -> TaxLine:
    return replace(TaxLine(key, "part", Decimal(quantity), price), **more)  # type: ignore[arg-type]  # fields by name


def taxes(totals: TaxTotals) -> list[int]:
    return [line.tax_amount for line in totals.lines]


OIL_SERVICE = (
    labour("oil service", "0.6", 240000),
    part("oil", "4.2", 115000),
    part("filter", "1", 78000),
    part("washer", "1", 9000),
)


@pytest.mark.parametrize(
    ("supplied_on", "tax", "by_line"),
    [
        (AUTUMN_2026, 128754, [25967, 87098, 14066, 1623]),
        (date(2026, 1, 1), 128754, [25967, 87098, 14066, 1623]),
        (date(2025, 12, 31), 119000, [24000, 80500, 13000, 1500]),
    ],
)
def test_story_1_the_day_of_supply_decides_the_russian_rate(
    supplied_on: date, tax: int, by_line: list[int]
) -> None:
    totals = compute(shipped("ru_vat_inclusive"), OIL_SERVICE, supplied_on)
    assert totals.total_amount == 714000
    assert totals.tax_amount == tax
    assert taxes(totals) == by_line
    assert totals.net_amount == 714000 - tax
    assert [line.list_amount for line in totals.lines] == [144000, 483000, 78000, 9000]
    assert totals.round_off_amount == 0


def test_story_2_the_discount_comes_off_before_tax() -> None:
    lines = [
        labour("work", "1.8", 240000),
        part("discs", "2", 624000),
        part("pads", "1", 735000, discount_percent=Decimal(5)),
        part("fluid", "0.5", 138000),
    ]
    totals = compute(shipped("ru_vat_exclusive"), lines, AUTUMN_2026)
    assert [line.net_amount for line in totals.lines] == [432000, 1248000, 698250, 69000]
    assert totals.net_amount == 2447250
    assert taxes(totals) == [95040, 274560, 153615, 15180]
    assert totals.tax_amount == 538395
    assert totals.total_amount == 2985645
    assert totals.discount_amount == 36750
    assert totals.line("pads").discount_amount == 36750


@pytest.mark.parametrize(
    ("rounding", "by_line", "tax"),
    [
        (Rounding.LINE, [601, 601, 601], 1803),
        (Rounding.RATE, [602, 601, 601], 1804),
        (Rounding.DOCUMENT, [602, 601, 601], 1804),
    ],
)
def test_story_2_the_regime_decides_where_tax_is_rounded(
    rounding: Rounding, by_line: list[int], tax: int
) -> None:
    regime = replace(shipped("ru_vat_inclusive"), rounding=rounding)
    lines = [part(key, "1", 3335) for key in "abc"]
    totals = compute(regime, lines, AUTUMN_2026)
    assert taxes(totals) == by_line
    assert totals.tax_amount == totals.rates[0].tax_amount == tax
    assert totals.total_amount == 10005
    assert all(line.net_amount + line.tax_amount == 3335 for line in totals.lines)


INDIAN_ORDER = (
    part("pads", "2", 149900, discount_percent=Decimal(10)),
    labour("work", "1.5", 65000),
    part("oil", "4", 42550),
)


def test_story_3_inside_the_state_each_half_is_rounded_by_itself() -> None:
    totals = compute(shipped("in_gst"), INDIAN_ORDER, AUTUMN_2026)
    assert [line.net_amount for line in totals.lines] == [269820, 97500, 170200]
    assert totals.net_amount == 537520
    halves = [[part.amount for part in line.parts] for line in totals.lines]
    assert halves == [[24284, 24284], [8775, 8775], [15318, 15318]]
    (rate,) = totals.rates
    assert rate.parts == (
        TaxPart("CGST", Decimal(9), 48377),
        TaxPart("SGST", Decimal(9), 48377),
    )
    assert totals.net_amount + totals.tax_amount == 634274
    assert (totals.round_off_amount, totals.total_amount) == (26, 634300)


def test_story_3_known_mistake_2_another_state_takes_the_whole_as_igst() -> None:
    home = compute(shipped("in_gst"), INDIAN_ORDER, AUTUMN_2026, "27")
    away = compute(shipped("in_gst"), INDIAN_ORDER, AUTUMN_2026, "29")
    assert [part.name for part in home.rates[0].parts] == ["CGST", "SGST"]
    assert away.rates[0].parts == (TaxPart("IGST", Decimal(18), 96754),)
    assert away.total_amount == home.total_amount == 634300


@pytest.mark.parametrize(
    ("quantity", "price", "half", "off", "total"),
    [("1", 10005, 900, -5, 11800), ("2", 5725, 1031, -12, 13500)],
)
def test_story_3_known_mistake_7_halves_are_not_the_half_of_a_rounded_tax(
    quantity: str, price: int, half: int, off: int, total: int
) -> None:
    totals = compute(shipped("in_gst"), [part("a", quantity, price)], AUTUMN_2026)
    assert [part.amount for part in totals.lines[0].parts] == [half, half]
    assert (totals.round_off_amount, totals.total_amount) == (off, total)


@pytest.mark.parametrize(
    ("supplied_on", "percent", "tax"),
    [(date(2025, 9, 21), 28, 28000), (date(2025, 9, 22), 18, 18000)],
)
def test_story_3_parts_take_the_rate_of_their_own_day(
    supplied_on: date, percent: int, tax: int
) -> None:
    regime = shipped("in_gst")
    line = part("8708", "1", 100000, tax_code=regime.code_for("87083000", "part"))
    totals = compute(regime, [line], supplied_on)
    assert totals.lines[0].percent == percent
    assert totals.tax_amount == tax


def test_a_rate_that_ended_is_refused_by_name_and_day() -> None:
    with pytest.raises(TaxRefused, match="gst12: no rate on 2025-09-22") as caught:
        compute(shipped("in_gst"), [part("a", "1", 100, tax_code="gst12")], date(2025, 9, 22))
    assert caught.value.reason is TaxReason.NO_RATE


def test_union_territories_without_a_legislature_have_utgst() -> None:
    totals = compute(shipped("in_gst").at_home("04"), [part("a", "1", 10000)], AUTUMN_2026)
    assert [part.name for part in totals.lines[0].parts] == ["CGST", "UTGST"]


def test_known_mistake_2_a_center_without_its_state_cannot_split() -> None:
    with pytest.raises(TaxRefused) as caught:
        compute(shipped("in_gst").at_home(""), [part("a", "1", 10000)], AUTUMN_2026)
    assert caught.value.reason is TaxReason.PLACE
    with pytest.raises(TaxRefused):
        compute(shipped("in_gst"), [part("a", "1", 10000)], AUTUMN_2026, "Karnataka")


def test_known_mistake_3_tax_lies_on_what_is_left_after_the_discount() -> None:
    whole = part("a", "1", 100000)
    less = replace(whole, discount_percent=Decimal(10), discount_amount=10000)
    totals = compute(shipped("ru_vat_exclusive"), [less], AUTUMN_2026)
    assert (totals.discount_amount, totals.net_amount) == (20000, 80000)
    assert totals.tax_amount == 17600


def test_known_mistake_4_tax_lies_on_the_quantity_too() -> None:
    totals = compute(shipped("ru_vat_exclusive"), [part("a", "7.5", 10000)], AUTUMN_2026)
    assert (totals.net_amount, totals.tax_amount) == (75000, 16500)


SACRAMENTO = (labour("work", "1.5", 16500), part("part", "1", 16848))


def test_story_13_parts_and_supplies_are_taxed_labour_is_not() -> None:
    totals = compute(shipped("us_ca_sacramento"), SACRAMENTO, AUTUMN_2026)
    supplies = totals.line("fee:supplies")
    assert totals.line("work").tax_amount == 0
    assert supplies.net_amount == 2912
    taxed = next(rate for rate in totals.rates if rate.percent)
    assert (taxed.net_amount, taxed.tax_amount) == (19760, 1433)
    assert totals.tax_amount == 1433
    assert totals.total_amount == 24750 + 16848 + 2912 + 1433


def test_story_13_the_fee_is_capped_and_can_be_left_out() -> None:
    dear = [labour("work", "10", 16500)]
    assert compute(shipped("us_ca_sacramento"), dear, AUTUMN_2026).lines[-1].net_amount == 3500
    none = compute(shipped("us_ca_sacramento"), dear, AUTUMN_2026, fees=())
    assert [line.key for line in none.lines] == ["work"]


def test_a_fixed_fee_is_charged_when_asked_for() -> None:
    totals = compute(
        shipped("us_ca_sacramento"), SACRAMENTO, AUTUMN_2026, fees={"supplies", "waste"}
    )
    waste = totals.line("fee:waste")
    assert (waste.net_amount, waste.tax_amount, waste.group) == (600, 0, "fee")
    with pytest.raises(TaxRefused) as caught:
        compute(shipped("us_ca_sacramento"), SACRAMENTO, AUTUMN_2026, fees={"parking"})
    assert caught.value.reason is TaxReason.FEE


def test_a_document_without_worth_has_no_fees() -> None:
    assert compute(shipped("us_ca_sacramento"), [], AUTUMN_2026).lines == ()
    free = part("gift", "1", 1000, discount_percent=Decimal(100))
    assert [
        line.key for line in compute(shipped("us_ca_sacramento"), [free], AUTUMN_2026).lines
    ] == ["gift"]


def test_europe_rounds_the_sum_of_each_rate() -> None:
    lines = [
        part("a", "1", 103),
        part("b", "1", 103),
        part("c", "1", 103),
        part("book", "1", 99, tax_code="reduced"),
    ]
    totals = compute(shipped("eu_vat_de"), lines, AUTUMN_2026)
    assert [(rate.percent, rate.net_amount, rate.tax_amount) for rate in totals.rates] == [
        (Decimal(19), 309, 59),  # 58.71; line by line it would be 60
        (Decimal(7), 99, 7),
    ]
    assert taxes(totals) == [20, 20, 19, 7]


@pytest.mark.parametrize(
    ("supplied_on", "percent"),
    [
        (date(2020, 6, 30), 19),
        (date(2020, 7, 1), 16),
        (date(2020, 12, 31), 16),
        (date(2021, 1, 1), 19),
    ],
)
def test_germany_had_other_rates_for_half_a_year(supplied_on: date, percent: int) -> None:
    assert shipped("eu_vat_de").rate("vat", supplied_on).percent == percent


def test_reverse_charge_leaves_the_tax_to_the_buyer() -> None:
    regime = shipped("eu_vat_de")
    line = untaxed(regime, part("a", "3", 10000), AUTUMN_2026, regime.reverse_code)
    totals = compute(regime, [line], AUTUMN_2026)
    assert (totals.net_amount, totals.tax_amount, totals.total_amount) == (30000, 0, 30000)
    assert totals.rates[0].category is Category.REVERSE
    assert totals.lines[0].parts == ()
    assert regime.rate(regime.reverse_code, AUTUMN_2026).note != ""


def test_reverse_charge_takes_the_tax_out_of_inclusive_prices() -> None:
    regime = replace(shipped("eu_vat_de"), inclusive=True)
    gross = part("a", "2", 11900, discount_amount=1190)
    line = untaxed(regime, gross, AUTUMN_2026, regime.reverse_code)
    assert (line.unit_price_amount, line.discount_amount) == (10000, 1000)
    assert compute(regime, [line], AUTUMN_2026).total_amount == 19000


def test_exempt_and_zero_stand_apart_though_neither_pays() -> None:
    lines = [
        part("a", "1", 1000, tax_code="zero"),
        part("b", "1", 2000, tax_code="exempt"),
        part("c", "1", 4000, tax_code="outside"),
    ]
    totals = compute(shipped("eu_vat"), lines, AUTUMN_2026)
    assert [(rate.category, rate.net_amount) for rate in totals.rates] == [
        (Category.ZERO, 1000),
        (Category.EXEMPT, 2000),
        (Category.OUTSIDE, 4000),
    ]


def test_two_exemptions_keep_their_own_rows_and_notes() -> None:
    regime = shipped("eu_vat")
    exempt = regime.rate("exempt", AUTUMN_2026)
    regime = replace(regime, rates=(*regime.rates, replace(exempt, code="school", name="School")))
    lines = [part("a", "1", 1000, tax_code="exempt"), part("b", "1", 2000, tax_code="school")]
    totals = compute(regime, lines, AUTUMN_2026)
    assert [(rate.code, rate.net_amount) for rate in totals.rates] == [
        ("exempt", 1000),
        ("school", 2000),
    ]


def test_a_fee_goes_back_with_what_it_was_charged_on() -> None:
    back = compute(shipped("us_ca_sacramento"), [-line for line in SACRAMENTO], AUTUMN_2026)
    assert back.line("fee:supplies").net_amount == -2912
    assert back.tax_amount == -1433


def test_without_vat_a_russian_paper_says_so() -> None:
    totals = compute(shipped("ru_no_vat"), OIL_SERVICE, AUTUMN_2026)
    assert (totals.net_amount, totals.tax_amount, totals.total_amount) == (714000, 0, 714000)
    assert totals.rates[0].name == "без НДС"


@pytest.mark.parametrize(
    ("code", "percent", "tax"),
    [("vat10", "10", 909), ("vat7", "7", 654), ("vat5", "5", 476)],
)
def test_lower_russian_rates_are_taken_out_of_the_price(code: str, percent: str, tax: int) -> None:
    line = part("a", "1", 10000, tax_code=code)
    totals = compute(shipped("ru_vat_inclusive"), [line], AUTUMN_2026)
    assert (totals.lines[0].percent, totals.tax_amount) == (Decimal(percent), tax)


def test_canada_gst_and_pst_lie_on_the_same_amount() -> None:
    totals = compute(shipped("ca_bc"), [part("a", "1", 10010), labour("b", "1", 5000)], AUTUMN_2026)
    assert totals.rates[0].parts == (
        TaxPart("GST", Decimal(5), 751),  # 750.5
        TaxPart("PST", Decimal(7), 1051),  # 1050.7
    )
    quebec = compute(shipped("ca_qc"), [part("a", "1", 10000)], AUTUMN_2026)
    assert [part.amount for part in quebec.lines[0].parts] == [500, 998]
    ontario = compute(shipped("ca_on_hst"), [part("a", "1", 10000)], AUTUMN_2026)
    assert ontario.lines[0].parts == (TaxPart("HST", Decimal(13), 1300),)


def test_several_rates_of_one_document_share_its_rounded_tax() -> None:
    lines = [part("a", "1", 1010), part("b", "1", 1010, tax_code="gst"), labour("c", "1", 1010)]
    totals = compute(shipped("ca_bc"), lines, AUTUMN_2026)
    amounts = {"GST": 0, "PST": 0}
    for rate in totals.rates:
        for tax in rate.parts:
            amounts[tax.name] += tax.amount
    assert amounts == {"GST": 152, "PST": 141}  # 151.5 and 141.4
    assert sum(taxes(totals)) == totals.tax_amount == 293


def test_two_codes_at_one_rate_are_one_row_on_the_paper() -> None:
    lines = [part("a", "1", 10000, tax_code="gst18"), part("b", "1", 10000)]
    assert len(compute(shipped("in_gst"), lines, date(2025, 9, 22)).rates) == 1
    assert len(compute(shipped("in_gst"), lines, date(2025, 9, 21)).rates) == 2


@pytest.mark.parametrize(
    ("amount", "unit", "rounded"),
    [
        (150, 100, 200),
        (149, 100, 100),
        (-150, 100, -200),
        (1234, 0, 1234),
        (12, 5, 10),
        (13, 5, 15),
    ],
)
def test_round_off(amount: int, unit: int, rounded: int) -> None:
    assert rounded_off(amount, unit) == rounded


def test_round_off_can_be_left_to_a_larger_document() -> None:
    totals = compute(shipped("in_gst"), INDIAN_ORDER, AUTUMN_2026, round_off=False)
    assert (totals.round_off_amount, totals.total_amount) == (0, 634274)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (part("a", "0.0001", 100), TaxReason.QUANTITY),
        (part("a", "NaN", 100), TaxReason.QUANTITY),
        (part("a", "Infinity", 100), TaxReason.QUANTITY),
        (part("a", "1", 100, discount_percent=Decimal(101)), TaxReason.DISCOUNT),
        (part("a", "1", 100, discount_percent=Decimal(-1)), TaxReason.DISCOUNT),
        (part("a", "1", 100, discount_percent=Decimal("NaN")), TaxReason.DISCOUNT),
        (part("a", "1", 100, discount_amount=101), TaxReason.DISCOUNT),
        (part("a", "1", 100, discount_amount=-1), TaxReason.DISCOUNT),
        (part("a", "-1", 100, discount_amount=1), TaxReason.DISCOUNT),
        (part("a", "1", 100, tax_code="luxury"), TaxReason.NO_RATE),
    ],
)
def test_what_cannot_be_calculated_is_refused(line: TaxLine, reason: TaxReason) -> None:
    with pytest.raises(TaxRefused) as caught:
        compute(shipped("ru_vat_exclusive"), [line], AUTUMN_2026)
    assert caught.value.reason is reason


def test_two_lines_of_one_key_are_refused() -> None:
    for lines in (
        [part("a", "1", 100), part("a", "1", 100)],
        [part("fee:supplies", "1", 100)],
    ):
        with pytest.raises(TaxRefused) as caught:
            compute(shipped("us_ca_sacramento"), lines, AUTUMN_2026)
        assert caught.value.reason is TaxReason.DUPLICATE_KEY


def test_a_float_quantity_is_refused() -> None:
    line = TaxLine("a", "part", cast("Decimal", 0.6), 240000)
    with pytest.raises(TypeError):
        compute(shipped("ru_vat_exclusive"), [line], AUTUMN_2026)


def test_a_missing_line_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        compute(shipped("none"), OIL_SERVICE, AUTUMN_2026).line("brakes")
