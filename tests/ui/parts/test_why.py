"""Why a price: each way a price is made, as steps, with what the person may not see left out."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from models.money import Money
from ui.parts.units import counted, kind_icon, kind_word, kinds_word, unit_word
from ui.parts.why import group_word, labour_word, why_steps
from ui.shell.formats import Formats
from widgets.values import cell_text

TAX = {
    "code": "vat",
    "name": "VAT 22%",
    "percent": "22",
    "from_on": "2026-01-01",
    "is_inside": True,
}
BASE: dict[str, Any] = {"price_group": "retail", "discount_percent": "0", "tax": TAX}


@pytest.fixture
def formats() -> Formats:
    return Formats(
        "en", "ru_RU", "RUB", "Europe/Moscow", lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    )


def steps(formats: Formats, minor: int, **why: object) -> list[tuple[str, str, str]]:
    made = why_steps({**BASE, **why}, Money(minor, "RUB"), formats)
    return [(step.words, cell_text(step.value), step.detail) for step in made]


def test_labour_by_the_hour(formats: Formats) -> None:
    assert steps(
        formats,
        144_000,
        base="hour_rate",
        base_amount=240_000,
        labour_type="general",
        norm_hours="0.6",
        rate_from_on="2025-01-01",
    ) == [
        ("Rate of one hour, general work", "2,400.00", "retail, since 1 Jan 2025"),
        ("Norm hours", "× 0.6", ""),
        ("VAT 22% included", "259.67", ""),
        ("Price", "1,440.00", ""),
    ]


def test_cost_and_markup(formats: Formats) -> None:
    made = steps(
        formats,
        94_648,
        base="markup",
        cost_amount=43_100,
        markup={"from_cost_amount": 40_000, "percent": "80"},
    )
    assert made[:2] == [
        ("Last cost, without tax", "431.00", ""),
        ("Markup of costs from 400", "+80%", "retail"),
    ]
    assert made[-1] == ("Price", "946.48", "")


def test_who_may_not_see_costs_sees_that_it_is_made_of_them(formats: Formats) -> None:
    made = steps(formats, 94_648, base="markup")
    assert made[0] == ("Made of the cost by the table of markups", "", "retail")
    assert "431" not in str(made)


@pytest.mark.parametrize(
    ("base", "words"),
    [
        ("fixed", "Fixed price"),
        ("price_list", "Price of the list"),
        ("typed", "Price typed by hand"),
    ],
)
def test_prices_that_stand_by_themselves(formats: Formats, base: str, words: str) -> None:
    made = steps(formats, 78_000, base=base, base_amount=78_000)
    assert made[0] == (words, "780.00", "")
    assert made[-1] == ("Price", "780.00", "")


def test_discount_package_and_tax_on_top(formats: Formats) -> None:
    outside = {**TAX, "is_inside": False}
    made = steps(
        formats,
        50_000,
        base="price_list",
        base_amount=78_000,
        discount_percent="5",
        tax=outside,
        package={"code": "TO-1", "price_amount": 599_000},
    )
    assert made[1:] == [
        ("Customer's discount", "−5%", ""),
        ("VAT 22% comes on top, on the bill", "+22%", ""),
        ("Its share of the package", "5,990.00", "TO-1"),
        ("Price", "500.00", ""),
    ]


def test_words_of_units_kinds_and_groups(formats: Formats) -> None:
    assert (unit_word("шт"), unit_word("pc"), unit_word("ведро")) == ("pc", "pc", "ведро")
    assert counted(formats, Decimal("4.200"), "l") == "4.2\N{NO-BREAK SPACE}l"
    assert (kind_word("part"), kinds_word("part"), kind_icon("part")) == (
        "Part",
        "Parts",
        "package",
    )
    assert (kind_word("other"), kinds_word("other"), kind_icon("other")) == (
        "other",
        "other",
        "package",
    )
    assert (group_word("retail"), group_word("taxi")) == ("retail", "taxi")
    assert (labour_word("paint"), labour_word("glass")) == ("painting", "glass")
