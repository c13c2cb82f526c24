"""S2: brakes with a discount, VAT on top of the prices; and where the tax of three equal lines is rounded."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from app.billing.papers import billing_paper
from models.money import Money
from models.papers.documents import InvoicePaper
from tests.stories.conftest import Open

_REGIMES = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "regimes"


def test_brakes_with_a_discount_and_vat_on_top(open_garage: Open) -> None:
    garage = open_garage("ru", regime="ru_vat_exclusive")
    work = garage.labour("Замена передних дисков и колодок", "1.8")
    discs = garage.part("Диск тормозной передний", 624_000, cost=390_000)
    pads = garage.part("Колодки тормозные передние", 735_000, cost=420_000)
    fluid = garage.part("Жидкость тормозная DOT 4", 138_000, kind="fluid", unit="l", cost=60_000)

    order = garage.order()
    garage.job(order, "Тормоза передние")
    garage.line(order, work)
    garage.line(order, discs, qty=Decimal(2))
    garage.line(order, pads, discount_percent=Decimal(5))
    garage.line(order, fluid, qty=Decimal("0.5"))
    card = garage.card(order)
    assert [line.net.minor for line in card.lines] == [432_000, 1_248_000, 698_250, 69_000]
    assert [line.tax.minor for line in card.lines] == [95_040, 274_560, 153_615, 15_180]
    assert (card.net.minor, card.tax.minor, card.total.minor) == (2_447_250, 538_395, 2_985_645)

    garage.start(order)
    assert garage.complete(order).total_amount == 2_985_645
    paper = garage.on.see(billing_paper, garage.invoice(order))
    assert isinstance(paper, InvoicePaper)
    assert (paper.totals.net, paper.totals.tax) == (Money(2_447_250, "RUB"), Money(538_395, "RUB"))
    assert paper.lines[2].discount == Money(36_750, "RUB")


@pytest.mark.parametrize(("rounding", "tax"), [("line", 1_803), ("document", 1_804)])
def test_the_regime_decides_where_tax_is_rounded_and_the_paper_adds_up(
    open_garage: Open, rounding: str, tax: int
) -> None:
    regime = json.loads((_REGIMES / "ru_vat_inclusive.json").read_text(encoding="utf-8"))
    garage = open_garage("ru", regime={**regime, "rounding": rounding})
    part = garage.part("Клипса", 3_335, cost=1_000)
    order = garage.finished((part, None), (part, None), (part, None))
    paper = garage.on.see(billing_paper, garage.invoice(order))
    assert isinstance(paper, InvoicePaper)
    assert (paper.totals.total.minor, paper.totals.tax.minor) == (10_005, tax)
    assert sum(line.tax.minor for line in paper.lines) == tax
    assert sum(row.tax.minor for row in paper.totals.taxes) == tax
    assert sum(line.total.minor for line in paper.lines) == 10_005


def test_mistake_3_tax_is_on_the_amount_after_discount(open_garage: Open) -> None:
    garage = open_garage("ru", regime="ru_vat_exclusive")
    part = garage.part("Колодки", 100_000, cost=40_000)
    order = garage.order()
    garage.line(order, part, discount_percent=Decimal(50))
    assert garage.card(order).tax.minor == 11_000


def test_mistake_4_tax_counts_the_quantity(open_garage: Open) -> None:
    garage = open_garage("ru", regime="ru_vat_exclusive")
    part = garage.part("Свеча", 100_000, cost=40_000)
    order = garage.order()
    garage.line(order, part, qty=Decimal(4))
    assert garage.card(order).tax.minor == 88_000
