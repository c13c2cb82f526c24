"""What people write in cells is read as they mean it, or refused with the question to ask them."""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import values
from app.exchange.grid import Cell
from app.exchange.numbers import NotReadError
from app.exchange.values import Odometer, Parser, Reading
from models.identifiers import TaxIdKind
from models.tax import TaxRegime
from models.text import fold

REGIMES = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "regimes"
inn = values.tax_id(TaxIdKind.INN)
kpp = values.tax_id(TaxIdKind.KPP)


def reading(country: str = "RU") -> Reading:
    regime, currency, mark = {
        "RU": ("ru_vat_inclusive", "RUB", ","),
        "IN": ("in_gst", "INR", "."),
        "DE": ("eu_vat_de", "EUR", ","),
        "US": ("us_ca_sacramento", "USD", "."),
    }[country]
    data = json.loads((REGIMES / f"{regime}.json").read_text(encoding="utf-8"))
    return Reading(currency, country, mark, date(2025, 12, 17), TaxRegime.from_json(data))


@pytest.mark.parametrize(
    ("parser", "cell", "country", "value"),
    [
        (values.amount, "1 440,00 ₽", "RU", 144000),
        (values.amount, "1\u00a0440,00", "RU", 144000),
        (values.amount, "руб. 5 990", "RU", 599000),
        (values.amount, "5 990,-", "RU", 599000),
        (values.amount, "1.200,50", "RU", 120050),
        (values.amount, "1200.5", "RU", 120050),
        (values.amount, Decimal(780), "RU", 78000),
        (values.amount, "₹1,00,065.00", "IN", 10006500),
        (values.amount, "Rs. 12,500.50", "IN", 1250050),
        (values.amount, "1'234,50 €", "DE", 123450),
        (values.quantity, "4,2 л", "RU", Decimal("4.2")),
        (values.quantity, "0,712", "RU", Decimal("0.712")),
        (values.quantity, "1,200", "IN", Decimal(1200)),
        (values.hours, "0,6 ч", "RU", Decimal("0.6")),
        (values.hours, "0,6 н/ч", "RU", Decimal("0.6")),
        (values.hours, "1:30", "RU", Decimal("1.5")),
        (values.hours, "36 мин", "RU", Decimal("0.6")),
        (values.hours, "1 ч 20 мин", "RU", Decimal("1.333")),
        (values.hours, Decimal("3.8"), "RU", Decimal("3.8")),
        (values.whole, "15 000 км", "RU", 15000),
        (values.whole, "12 мес.", "RU", 12),
        (values.odometer, "88.400", "DE", Odometer(88400, None)),
        (values.odometer, "1,12,400 km", "IN", Odometer(112400, "km")),
        (values.odometer, "61 907 миль", "RU", Odometer(61907, "mi")),
        (values.percent, "5 %", "RU", Decimal(5)),
        (values.year, Decimal(2019), "RU", 2019),
        (values.day, "03.06.25", "RU", date(2025, 6, 3)),
        (values.day, "3.6.1984", "RU", date(1984, 6, 3)),
        (values.day, "14.05.84", "RU", date(1984, 5, 14)),
        (values.day, "2025-06-03", "RU", date(2025, 6, 3)),
        (values.day, "06/03/2025", "US", date(2025, 6, 3)),
        (values.day, datetime(2025, 6, 3, 10, 30), "RU", date(2025, 6, 3)),  # noqa: DTZ001 - a spreadsheet's
        (values.phone, "8(916)2041873", "RU", "+79162041873"),
        (values.phone, Decimal(79162041873), "RU", "+79162041873"),
        (values.phone, "9162041873", "RU", "+79162041873"),
        (values.phone, "98000 00411", "IN", "+919800000411"),
        (values.plate, "a123bc 777", "RU", "А123ВС 777"),
        (values.plate, "B-KS 301", "DE", "B-KS 301"),
        (values.vin, "xw8an4ne3kh012845", "RU", "XW8AN4NE3KH012845"),
        (values.vin, "XTA 219018 HL381152", "RU", "XTA219018HL381152"),
        (values.vin, "ХТА219018НL381152", "RU", "XTA219018HL381152"),
        (inn, "ИНН 5029217742", "RU", "5029217742"),
        (inn, "5029217742/502901001", "RU", "5029217742"),
        (kpp, Decimal(502901001), "RU", "502901001"),
        (values.barcode, Decimal(4011558739409), "RU", "4011558739409"),
        (values.email, "Olga@Example.ORG", "RU", "olga@example.org"),
        (values.unit, "шт.", "RU", "шт"),
        (values.unit, "Литр", "RU", "л"),
        (values.labour_type, "Сход-развал", "RU", "alignment"),
        (values.labour_type, "Тюнинг двигателя", "RU", fold("Тюнинг_двигателя")),
        (values.customer_kind, "юр. лицо", "RU", "company"),
        (values.item_kind, "Зап. части", "RU", "part"),
        (values.yes_no, "+", "RU", True),
        (values.yes_no, "Нет", "RU", False),
        (values.codes, "OC 593/4, 04E 115 561 H;CU 1", "RU", ("OC 593/4", "04E 115 561 H", "CU 1")),
        (values.tax_code, "20%", "RU", "vat"),
        (values.tax_code, "НДС 22 %", "RU", "vat"),
        (values.tax_code, "без НДС", "RU", "none"),
        (values.tax_code, Decimal("0.1"), "RU", "vat10"),
        (values.tax_code, Decimal(19), "DE", "vat"),
        (values.name, "  Иванов\u00a0\u00a0Пётр ", "RU", "Иванов Пётр"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(
    parser: Parser, cell: Cell, country: str, value: object
) -> None:
    found: Any = parser(cell, reading(country))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("parser", "cell", "says", "suggestion"),
    [
        (values.amount, "1,200", "1200 or 1.2", "1200"),
        (values.amount, "-5400,00", "below zero", None),
        (values.amount, "12,3456", "more digits", "12.35"),
        (values.amount, "двадцать", "not a number", None),
        (values.quantity, "1 2 3", "not a number", None),
        (values.quantity, "0,0004", "0.001", "0.000"),
        (values.quantity, Decimal("1e200"), "not a number", None),
        (values.odometer, "1 284 500", "over 1000000", None),
        (values.odometer, "61 907,4", "whole", "61907"),
        (values.year, "2109", "No car", None),
        (values.day, "31.02.84", "no day", None),
        (values.day, "вчера", "not a date", None),
        (values.past_day, "18.12.2025", "not come", None),
        (values.phone, "8-916-20", "6 digits", None),
        (values.phone, "звонить жене", "not a phone", None),
        (values.vin, "XW8ZZZ5NZOG102345", "no letter O", "XW8ZZZ5NZ0G102345"),
        (values.vin, "Z94CB41BAER12345", "16", None),
        (inn, "5029000000", "check digits", None),
        (kpp, "50290100", "number of characters", None),
        (values.barcode, "4011558739408", "check digit", None),
        (values.email, "yana(at)example", "not an e-mail", None),
        (values.percent, "120%", "0 and 100", None),
        (values.factor, "0", "more than nothing", None),
        (values.customer_kind, "марсианин", "kind of customer", None),
        (values.tax_code, "77%", "no tax rate", None),
        (values.yes_no, "возможно", "neither", None),
        (values.name, "x" * 301, "301", "x" * 300),
        (values.name, "a\ud800b", "cannot be stored", None),
    ],
)
def test_what_cannot_be_read_says_why_and_what_it_may_mean(
    parser: Parser, cell: Cell, says: str, suggestion: str | None
) -> None:
    with pytest.raises(NotReadError) as caught:
        parser(cell, reading())
    assert says in str(caught.value.sentence)
    assert caught.value.suggestion == suggestion
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    ("parser", "cell", "says"),
    [
        (values.amount, Decimal("796.6666667"), "rounded"),
        (values.quantity, Decimal("0.33333"), "rounded"),
        (values.phone, "8 916 204-18-73, 8 903 118-40-27", "first was taken"),
        (values.vin, "1HGCR2F82PK964401", "check digit"),
        (inn, Decimal(500000016), "zero"),
    ],
)
def test_a_doubtful_value_is_kept_with_a_warning(parser: Parser, cell: Cell, says: str) -> None:
    found = reading()
    try:
        parser(cell, found)
    except NotReadError as error:
        pytest.fail(str(error))
    assert any(says in str(sentence) for sentence, _ in found.warnings)


def test_december_prices_keep_their_rate_when_the_law_changes() -> None:
    january = reading()
    january.today = date(2026, 1, 9)
    assert values.tax_code("20%", january) == values.tax_code("22%", january) == "vat"


@given(
    st.integers(0, 10**11),
    st.sampled_from([" ", "\u00a0", "\u202f", ""]),
    st.sampled_from(["", " ₽"]),
)
def test_every_amount_reads_back_from_its_russian_form(minor: int, space: str, sign: str) -> None:
    whole, kopecks = divmod(minor, 100)
    text = f"{whole:,}".replace(",", space) + f",{kopecks:02}" + sign
    assert values.amount(text, reading()) == minor


@given(st.integers(0, 10**9))
def test_every_amount_reads_back_from_its_indian_form(minor: int) -> None:
    whole, paise = divmod(minor, 100)
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    text = "₹ " + ",".join([*pairs, tail]) + f".{paise:02}"
    assert values.amount(text, reading("IN")) == minor


@given(st.text(max_size=60))
def test_no_text_makes_a_parser_fail_otherwise_than_in_words(text: str) -> None:
    known = reading()
    if not text.strip():
        return
    refused = 0
    parsers: list[Parser] = [
        values.amount,
        values.quantity,
        values.hours,
        values.whole,
        values.percent,
        values.odometer,
        values.year,
        values.day,
        values.phone,
        values.email,
        values.plate,
        values.vin,
        inn,
        kpp,
        values.barcode,
        values.tax_code,
        values.name,
        values.code,
        values.codes,
        values.unit,
        values.labour_type,
        values.yes_no,
        values.item_kind,
    ]
    for parser in parsers:
        try:
            parser(text, known)
        except NotReadError as error:
            refused += 1
            assert_says(error)
    assert refused <= len(parsers)


def assert_says(error: NotReadError) -> None:
    """A refusal names what is wrong and what to do."""
    assert str(error.sentence)
    assert error.remedy
