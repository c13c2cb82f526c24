"""The sample shop holds what the product promises to show, and nobody's real data."""

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from app.exchange import read_file
from models.identifiers import TaxIdKind, read_phone, read_tax_id, vin_refused
from tests.build.spreadsheets import SAMPLE

DRAWN = {"+79162041873", "+79162041874", "+79031184027", "+79653304108", "+79265510733"}
"""Telephones that stand in the design's pictures."""


def sheet_of(name: str) -> list[tuple[Any, ...]]:
    """Filled rows of a sheet of the price list, below its headings, without section names."""
    (sheet,) = [s for s in read_file(SAMPLE / "price_list.xlsx").sheets if s.name == name]
    return [row.cells for row in sheet.rows if row.number > 4 and len(row.cells) > 1]


def test_the_price_list_is_that_of_a_whole_shop() -> None:
    labour, parts = sheet_of("Работы"), sheet_of("Запчасти")
    assert len(labour) >= 300
    assert all(row[2] or row[4] for row in labour)
    assert len(parts) >= 250
    assert len(sheet_of("Жидкости")) >= 30
    assert len(sheet_of("Материалы")) >= 30
    assert len({row[0] for row in sheet_of("Пакеты") if row[0]}) >= 10
    codes = [
        row[0] for name in ("Работы", "Запчасти", "Жидкости", "Материалы") for row in sheet_of(name)
    ]
    assert len(set(codes)) == len(codes)


def test_every_selling_price_is_above_its_cost() -> None:
    for row in sheet_of("Запчасти"):
        assert row[5] > row[4] > 0, row
    for name in ("Жидкости", "Материалы"):
        for row in sheet_of(name):
            assert row[7] > row[6] > 0, row


def test_the_figures_of_the_stories_stand_in_it() -> None:
    """S1, S2, S5: what their orders cost."""
    price = {row[0]: row[5] for row in sheet_of("Запчасти")}
    price |= {row[0]: row[7] for row in sheet_of("Жидкости")}
    hours = {row[0]: row[2] for row in sheet_of("Работы")}
    assert (price["15668E"], price["W 712/95"], price["N 013 815 7"]) == (1150, 780, 90)
    assert (price["5Q0 615 301 F"], price["8V0 698 151 C"], price["03.9901-6402.2"]) == (
        6240,
        7350,
        1380,
    )
    assert (hours["M-0102"], hours["B-0212"]) == (Decimal("0.6"), Decimal("1.8"))
    package = next(row for row in sheet_of("Пакеты") if row[0] == "P-OIL-5990")
    assert package[2] == 5990


@pytest.mark.parametrize("folder", [".", "in", "eu"])
def test_centers_are_whole_and_their_numbers_hold(folder: str) -> None:
    data = json.loads((SAMPLE / folder / "center.json").read_text(encoding="utf-8"))
    center = data["center"]
    for kind, number in center["tax_ids"].items():
        assert read_tax_id(TaxIdKind(kind), number) == number
    assert {role for e in data["employees"] for role in e["role_codes"]} >= {
        "owner",
        "receptionist",
        "mechanic",
    }
    assert all(type(rate["rate_amount"]) is int for rate in data["labour_rates"])
    assert len({e["login"] for e in data["employees"]}) == len(data["employees"])
    assert "demo" in data["note"]


def test_nobody_real_can_be_called_or_written_to() -> None:
    text = read_file(SAMPLE / "customers.csv").sheets[0]
    phones = [str(row.at(at)) for row in text.rows[1:] for at in (3, 4) if row.at(at)]
    numbers = [
        read_phone(phone, "RU").e164 for phone in phones if len(re.sub(r"\D", "", phone)) >= 10
    ]
    assert len(numbers) > 150
    assert all(number in DRAWN or number[5:8] == "000" for number in numbers)
    mails = [str(row.at(5)).lower() for row in text.rows[1:] if row.at(5)]
    assert {mail.rpartition("@")[2] for mail in mails if "@" in mail} == {"example.org"}


def test_the_cars_have_the_mess_of_real_files() -> None:
    rows = read_file(SAMPLE / "vehicles.csv").sheets[0].rows[1:]
    vins = [str(row.at(1)) for row in rows if row.at(1)]
    assert len(rows) >= 200
    assert sum(1 for row in rows if not row.at(1)) >= 10
    assert sum(vin_refused(vin) for vin in vins) == 2
    plates = [str(row.at(0)) for row in rows if row.at(0)]
    assert any(re.search("[A-Z]", plate) for plate in plates)
    assert any(re.search("[АВЕКМНОРСТУХ]", plate) for plate in plates)
    assert any(" " in plate for plate in plates)
    assert any(row.at(8) == "mi" for row in rows)


def test_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 1_000_000
