"""S3: India, inside the state and to another one; rates of their own day; round-off; numbers of sixteen characters."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from app import billing
from app.billing.papers import billing_paper
from app.kernel.errors import BlockedError, InvalidError
from models.money import Money
from models.papers import kinds
from models.papers.documents import InvoicePaper
from models.words import amount_in_words
from reports import invoice as invoice_report
from tests.build.orders import Garage
from tests.stories.conftest import Open

MAHARASHTRA = {"phone": "+91 20 4000 1400", "email": None, "address": "12, FC Road, Pune 411004"}
KARNATAKA = {**MAHARASHTRA, "address": "8, MG Road, Bengaluru 560001", "place": "29"}
CAR = {"make": "Maruti Suzuki", "model": "Swift"}


def _service(garage: Garage, **customer: Any) -> Any:  # noqa: ANN401  fields of the command
    """The order of the story; its paper."""
    owner = garage.customer("Asha Kulkarni", **customer)
    tyre = garage.part("Brake pad set", 149_900, cost=90_000, hsn_sac="8708")
    oil = garage.part("Engine oil", 65_000, kind="fluid", unit="l", cost=30_000, hsn_sac="2710")
    work = garage.labour("Front brake overhaul", "4", rate=42_550, hsn_sac="998714")
    order = garage.order(garage.car(owner, "MH 12 AB 1234", **CAR))
    garage.job(order, "Brakes")
    garage.line(order, tyre, qty=Decimal(2), discount_percent=Decimal(10))
    garage.line(order, oil, qty=Decimal("1.5"))
    garage.line(order, work)
    garage.start(order)
    garage.complete(order)
    paper = garage.on.see(billing_paper, garage.invoice(order))
    assert isinstance(paper, InvoicePaper)
    return paper


def test_inside_the_state_two_equal_halves(open_garage: Open) -> None:
    paper = _service(open_garage("in"), **MAHARASHTRA)
    assert [line.net.minor for line in paper.lines] == [269_820, 97_500, 170_200]
    assert paper.totals.net == Money(537_520, "INR")
    halves = [[share.amount.minor for share in line.tax_parts] for line in paper.lines]
    assert halves == [[24_284, 24_284], [8_775, 8_775], [15_318, 15_318]]
    assert paper.totals.tax == Money(2 * 48_377, "INR")
    assert (paper.totals.round_off.minor, paper.totals.total.minor) == (26, 634_300)
    assert paper.kind is kinds.InvoiceKind.TAX_INVOICE
    assert [share.name for share in paper.lines[0].tax_parts] == ["CGST", "SGST"]
    assert invoice_report.render(paper).startswith(b"%PDF")


def test_mistake_2_to_another_state_one_integrated_tax(open_garage: Open) -> None:
    paper = _service(open_garage("in"), **KARNATAKA)
    names = {share.name for line in paper.lines for share in line.tax_parts}
    assert names == {"IGST"}
    assert paper.totals.tax == Money(96_754, "INR")
    assert paper.totals.total == Money(634_300, "INR")
    assert paper.place_of_supply_code == "29"


@pytest.mark.parametrize(
    ("price", "qty", "halves", "round_off", "total"),
    [(10_005, "1", (900, 900), -5, 11_800), (5_725, "2", (1_031, 1_031), -12, 13_500)],
)
def test_mistake_7_each_half_is_rounded_by_itself(
    open_garage: Open,
    price: int,
    qty: str,
    halves: tuple[int, int],
    round_off: int,
    total: int,
) -> None:
    garage = open_garage("in")
    part = garage.part("Bulb", price, cost=1_000, hsn_sac="8708")
    owner = garage.customer("Asha Kulkarni", **MAHARASHTRA)
    order = garage.finished((part, qty), vehicle_id=garage.car(owner, "MH12AB1234", **CAR))
    paper = garage.on.see(billing_paper, garage.invoice(order))
    assert isinstance(paper, InvoicePaper)
    assert tuple(share.amount.minor for share in paper.lines[0].tax_parts) == halves
    assert (paper.totals.round_off.minor, paper.totals.total.minor) == (round_off, total)


@pytest.mark.parametrize(
    ("rupees", "words"),
    [
        (100_000, "one lakh"),
        (1_000_000, "ten lakh"),
        (
            12_345_678,
            "one crore, twenty-three lakh, forty-five thousand, six hundred and seventy-eight",
        ),
    ],
)
def test_mistake_5_words_count_in_lakh_and_crore(rupees: int, words: str) -> None:
    assert words in amount_in_words(Money(rupees * 100, "INR"), "en").lower()


def test_mistake_1_a_number_has_at_most_sixteen_characters_and_restarts_in_april(
    open_garage: Open,
) -> None:
    garage = open_garage("in", at=datetime(2026, 3, 31, 6, 0, tzinfo=UTC))
    part = garage.part("Wiper", 45_000, cost=20_000, hsn_sac="8512", tax_code="gst18")
    owner = garage.customer("Asha Kulkarni", **MAHARASHTRA)
    car = garage.car(owner, "MH12AB1234", **CAR)
    numbers = []
    for days in (0, 0, 1):
        garage.on.clock.move(days=days)
        order = garage.finished((part, None), vehicle_id=car)
        numbers.append(garage.bill(garage.invoice(order)).row.number)
    assert numbers == ["SC002/2526/00001", "SC002/2526/00002", "SC002/2627/00001"]
    assert all(len(number) <= 16 for number in numbers)


def test_mistake_1_a_template_for_longer_numbers_is_refused(open_garage: Open) -> None:
    with pytest.raises(InvalidError) as refused:
        open_garage("in", policy={"invoice_number": "INV-{center}-{yyyy}-{seq:04}"})
    assert "invoice_number" in refused.value.problems


def test_a_supply_takes_the_rate_of_its_own_day(open_garage: Open) -> None:
    garage = open_garage("in", at=datetime(2025, 9, 23, 6, 0, tzinfo=UTC))
    part = garage.part("Shock absorber", 100_000, cost=60_000, hsn_sac="8708")
    owner = garage.customer("Asha Kulkarni", **MAHARASHTRA)
    car = garage.car(owner, "MH12AB1234", **CAR)
    taxes = []
    for day in (21, 22):
        order = garage.order(car, supplied_on=date(2025, 9, day))
        garage.line(order, part)
        taxes.append(garage.card(order).tax.minor)
    assert taxes == [28_000, 18_000]


def test_a_line_without_its_hsn_is_not_invoiced_and_the_rule_is_named(open_garage: Open) -> None:
    garage = open_garage("in")
    part = garage.part("Sticker", 10_000, cost=1_000, tax_code="gst18")
    owner = garage.customer("Asha Kulkarni", **MAHARASHTRA)
    order = garage.finished((part, None), vehicle_id=garage.car(owner, "MH12AB1234", **CAR))
    with pytest.raises(BlockedError) as refused:
        garage.invoice(order)
    assert "46(g)" in str(refused.value)
    assert garage.on.see(billing.list_invoices, order_id=order) == []
