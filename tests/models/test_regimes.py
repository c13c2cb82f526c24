"""Regimes as data: what ships can be read, what could not calculate is refused."""

from __future__ import annotations

import copy
import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from models.tax import TaxLine, TaxReason, TaxRefused, TaxRegime, compute
from tests.models.profile import CODES, FOLDER, shipped

TODAY = date(2026, 11, 20)


def raw(code: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    return data


def test_the_regimes_that_the_program_promises_are_there() -> None:
    assert {
        "none",
        "ru_vat_inclusive",
        "ru_vat_exclusive",
        "ru_no_vat",
        "in_gst",
        "eu_vat",
        "eu_vat_de",
        "us_ca_sacramento",
        "ca_on_hst",
        "ca_bc",
    } <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_shipped_regime_is_named_as_its_file_and_survives_json(code: str) -> None:
    regime = shipped(code)
    assert regime.code == code
    stored = json.dumps(regime.to_json(), allow_nan=False)
    assert TaxRegime.from_json(json.loads(stored)) == regime
    assert hash(TaxRegime.from_json(json.loads(stored))) == hash(regime)


@pytest.mark.parametrize("code", CODES)
def test_a_shipped_regime_taxes_every_group_today_and_tomorrow(code: str) -> None:
    regime = shipped(code)
    for day in (TODAY, TODAY + timedelta(days=1)):
        for group in ("labour", "part", "fee"):
            line = TaxLine("a", group, Decimal(1), 100)
            assert compute(regime, [line], day).lines[0].list_amount == 100
        assert regime.on(day)


@pytest.mark.parametrize("code", CODES)
def test_a_code_without_gaps_changes_its_rate_overnight(code: str) -> None:
    regime = shipped(code)
    for rate in regime.rates:
        later = [other for other in regime.rates if other.code == rate.code]
        if rate.valid_to is not None and rate != max(later, key=lambda other: other.valid_from):
            following = regime.rate(rate.code, rate.valid_to + timedelta(days=1))
            assert following.valid_from == rate.valid_to + timedelta(days=1)


@pytest.mark.parametrize(
    ("supplied_on", "percent"),
    [
        (date(2018, 12, 31), 18),
        (date(2019, 1, 1), 20),
        (date(2025, 12, 31), 20),
        (date(2026, 1, 1), 22),
    ],
)
def test_russian_rates_by_day(supplied_on: date, percent: int) -> None:
    assert shipped("ru_vat_inclusive").rate("vat", supplied_on).percent == percent


def test_indian_slabs_before_and_after_22_september_2025() -> None:
    regime = shipped("in_gst")
    before = {rate.percent for rate in regime.on(date(2025, 9, 21)) if rate.percent}
    after = {rate.percent for rate in regime.on(date(2025, 9, 22)) if rate.percent}
    assert before == {5, 12, 18, 28}
    assert after == {5, 18, 40}


@pytest.mark.parametrize(
    ("hsn", "group", "code"),
    [
        ("87083000", "part", "gst28_parts"),
        ("2710", "part", "gst18"),
        ("998714", "labour", "gst18"),
        ("123456", "part", "gst28_parts"),
        ("", "labour", "gst18"),
    ],
)
def test_goods_codes_find_their_tax(hsn: str, group: str, code: str) -> None:
    assert shipped("in_gst").code_for(hsn, group) == code  # type: ignore[arg-type]  # a name from the table above


def test_a_group_without_a_usual_code_needs_one_on_the_line() -> None:
    data = raw("none")
    data["defaults"] = {}
    with pytest.raises(TaxRefused) as caught:
        TaxRegime.from_json(data).usual("labour")
    assert caught.value.reason is TaxReason.NO_RATE


RATE = {"code": "vat", "percent": "20", "valid_from": "2020-01-01", "name": "VAT"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"colour": "red"}, "eu_vat"),
        ({"currency": None}, "eu_vat"),
        ({"inclusive": "yes"}, "eu_vat"),
        ({"inclusive": 1}, "eu_vat"),
        ({"rounding": "weekly"}, "eu_vat"),
        ({"split": "thirds"}, "eu_vat"),
        ({"round_off_amount": 1.5}, "eu_vat"),
        ({"round_off_amount": True}, "eu_vat"),
        ({"round_off_amount": -1}, "eu_vat"),
        ({"reverse_code": "gone"}, "gone"),
        ({"goods": {"87": "gone"}}, "gone"),
        ({"goods": {"87": 1}}, "eu_vat"),
        ({"defaults": {"labour": "gone"}}, "gone"),
        ({"defaults": {"tips": "vat"}}, "tips"),
        ({"rates": ["vat"]}, "eu_vat"),
        ({"rates": [{**RATE, "percent": 20.0}]}, "vat"),
        ({"rates": [{**RATE, "percent": "many"}]}, "vat"),
        ({"rates": [{**RATE, "percent": "101"}]}, "vat"),
        ({"rates": [{**RATE, "percent": "NaN"}]}, "vat"),
        ({"rates": [{**RATE, "percent": "-1"}]}, "vat"),
        ({"rates": [{**RATE, "valid_from": "yesterday"}]}, "vat"),
        ({"rates": [{**RATE, "valid_to": "2019-12-31"}]}, "vat"),
        ({"rates": [RATE, {**RATE, "valid_from": "2021-01-01"}]}, "vat"),
        ({"rates": [{**RATE, "category": "AE"}]}, "vat"),
        ({"rates": [{**RATE, "category": "?"}]}, "vat"),
        ({"rates": [{**RATE, "code": "fee:vat"}]}, "fee:vat"),
        ({"rates": [{**RATE, "code": ""}]}, ""),
        ({"rates": [{**RATE, "weight": "1"}]}, "vat"),
        ({"rates": [{**RATE, "parts": [{"name": "A", "percent": "20"}]}]}, "vat"),
        ({"split": "stacked"}, "vat"),
        (
            {
                "split": "stacked",
                "rates": [{**RATE, "parts": [{"name": "A", "percent": "19"}]}],
            },
            "vat",
        ),
        ({"split": "gst", "home_place": "Goa"}, "Goa"),
        ({"split": "gst", "home_place": "٢٧"}, "٢٧"),
    ],
)
def test_a_regime_that_could_not_calculate_is_refused(change: dict[str, Any], where: str) -> None:
    data = {**raw("eu_vat"), **change}
    if "rates" in change:
        data |= {"defaults": {}, "reverse_code": ""}
    with pytest.raises(TaxRefused) as caught:
        TaxRegime.from_json(data)
    assert caught.value.where == where


@pytest.mark.parametrize(
    "change",
    [
        {"percent": "101"},
        {"cap_amount": -1},
        {"cap_amount": "3500"},
        {"fixed_amount": -1},
        {"base": []},
        {"base": ["tips"]},
        {"base": [1]},
        {"base": "labour"},
        {"tax_code": "gone"},
        {"automatic": "no"},
        {"vat": "1"},
    ],
)
def test_a_fee_that_could_not_be_charged_is_refused(change: dict[str, Any]) -> None:
    data = copy.deepcopy(raw("us_ca_sacramento"))
    data["fees"][0] |= change
    with pytest.raises(TaxRefused) as caught:
        TaxRegime.from_json(data)
    assert caught.value.reason is TaxReason.REGIME


def test_two_fees_of_one_code_are_refused() -> None:
    data = raw("us_ca_sacramento")
    data["fees"] = [data["fees"][0], data["fees"][0]]
    with pytest.raises(TaxRefused, match="two fees"):
        TaxRegime.from_json(data)


def test_a_wrong_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="currency"):
        TaxRegime.from_json({**raw("none"), "currency": "euro"})
