"""Returns: whatever the steps, together they give back exactly what was sold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.credit import credit, returned
from models.tax import LineTotals, Rounding, TaxLine, TaxReason, TaxRefused, add_up, compute
from tests.models.profile import shipped

TODAY = date(2026, 11, 20)
CODES = ("ru_vat_inclusive", "ru_vat_exclusive", "in_gst", "eu_vat_de", "ca_qc", "us_ca_sacramento")


def figures(lines: list[LineTotals]) -> LineTotals:
    """All parts of one line as one line again."""
    whole = lines[0]
    for line in lines[1:]:
        whole = replace(
            whole,
            list_amount=whole.list_amount + line.list_amount,
            discount_amount=whole.discount_amount + line.discount_amount,
            net_amount=whole.net_amount + line.net_amount,
            tax_amount=whole.tax_amount + line.tax_amount,
            total_amount=whole.total_amount + line.total_amount,
            parts=tuple(
                replace(one, amount=one.amount + two.amount)
                for one, two in zip(whole.parts, line.parts, strict=True)
            ),
        )
    return whole


def test_a_third_three_times_is_the_whole() -> None:
    line = TaxLine("a", "part", Decimal(3), 3335, discount_percent=Decimal(7))
    sold = compute(shipped("ru_vat_inclusive"), [line], TODAY).lines[0]
    parts = [returned(sold, Decimal(1), Decimal(3), Decimal(gone)) for gone in range(3)]
    assert (sold.total_amount, sold.tax_amount) == (9305, 1678)
    assert [part.total_amount for part in parts] == [3102, 3101, 3102]
    assert [part.tax_amount for part in parts] == [559, 560, 559]
    assert figures(parts) == sold


def test_a_part_with_its_discount() -> None:
    line = TaxLine("pads", "part", Decimal(2), 149900, discount_percent=Decimal(10))
    sold = compute(shipped("in_gst"), [line], TODAY).lines[0]
    back = returned(sold, Decimal(1), Decimal(2))
    assert (back.list_amount, back.discount_amount, back.net_amount) == (149900, 14990, 134910)
    assert [part.amount for part in back.parts] == [12142, 12142]
    rest = returned(sold, Decimal(1), Decimal(2), Decimal(1))
    assert figures([back, rest]) == sold


@pytest.mark.parametrize(
    ("returning", "sold", "already"),
    [
        ("0", "2", "0"),
        ("-1", "2", "0"),
        ("3", "2", "0"),
        ("1", "2", "1.5"),
        ("1", "0", "0"),
        ("1", "2", "-1"),
        ("0.1", "2", "3"),
    ],
)
def test_nothing_and_more_than_was_sold_do_not_go_back(
    returning: str, sold: str, already: str
) -> None:
    line = TaxLine("a", "part", Decimal(2), 3335)
    whole = compute(shipped("in_gst"), [line], TODAY).lines[0]
    with pytest.raises(TaxRefused) as caught:
        returned(whole, Decimal(returning), Decimal(sold), Decimal(already))
    assert caught.value.reason is TaxReason.RETURN


@given(data=st.data())
def test_successive_returns_add_up_to_the_line(data: st.DataObject) -> None:
    regime = replace(
        shipped(data.draw(st.sampled_from(CODES))),
        inclusive=data.draw(st.booleans()),
        rounding=data.draw(st.sampled_from(Rounding)),
    )
    steps = data.draw(st.lists(st.integers(1, 9000), min_size=1, max_size=7))
    original = Decimal(sum(steps)) / 1000
    line = TaxLine(
        "a",
        "part",
        original,
        data.draw(st.integers(0, 500_000)),
        discount_percent=Decimal(data.draw(st.integers(0, 100))),
    )
    sold = compute(regime, [line], TODAY).line("a")
    parts, gone = [], Decimal(0)
    for step in steps:
        quantity = Decimal(step) / 1000
        parts.append(returned(sold, quantity, original, gone))
        gone += quantity
    assert figures(parts) == sold
    for part, step in zip(parts, steps, strict=True):
        fair = Fraction(step, sum(steps))
        assert part.net_amount + part.tax_amount == part.total_amount
        price = part.list_amount - part.discount_amount
        assert abs(price - (sold.list_amount - sold.discount_amount) * fair) <= 1
        for mine, whole in zip(part.parts, sold.parts, strict=True):
            assert abs(mine.amount - whole.amount * fair) <= 1
        halves = [tax.amount for tax in part.parts if tax.name in {"CGST", "SGST"}]
        assert halves == [] or halves[0] == halves[1]


@given(data=st.data())
def test_successive_credit_notes_add_up_to_the_invoice(data: st.DataObject) -> None:
    regime = shipped(data.draw(st.sampled_from(CODES)))
    lines = [
        TaxLine(
            f"{number}",
            data.draw(st.sampled_from(["labour", "part"])),
            Decimal(data.draw(st.integers(1, 6))),
            data.draw(st.integers(0, 100_000)),
            discount_percent=Decimal(data.draw(st.integers(0, 30))),
        )
        for number in range(data.draw(st.integers(1, 4)))
    ]
    invoice = compute(regime, lines, TODAY, round_off=data.draw(st.booleans()))
    sold = {line.key: line.quantity for line in lines}
    left = {line.key: sold.get(line.key, Decimal(1)) for line in invoice.lines}
    already: dict[str, Decimal] = {}
    notes = []
    while any(left.values()):
        open_keys = [key for key, quantity in left.items() if quantity]
        chosen = data.draw(st.lists(st.sampled_from(open_keys), min_size=1, unique=True))
        returning = {key: Decimal(data.draw(st.integers(1, int(left[key])))) for key in chosen}
        notes.append(credit(regime, invoice, sold, returning, already))
        for key, quantity in returning.items():
            left[key] -= quantity
            already[key] = already.get(key, Decimal(0)) + quantity
    assert sum(note.total_amount for note in notes) == invoice.total_amount
    assert sum(note.tax_amount for note in notes) == invoice.tax_amount
    assert sum(note.net_amount for note in notes) == invoice.net_amount
    assert sum(note.round_off_amount for note in notes) == invoice.round_off_amount
    for line in invoice.lines:
        own = [note.line(line.key) for note in notes if any(x.key == line.key for x in note.lines)]
        assert figures(own) == line


def test_the_whole_invoice_goes_back_as_it_was() -> None:
    lines = [
        TaxLine("a", "part", Decimal(2), 149900, discount_percent=Decimal(10)),
        TaxLine("b", "labour", Decimal("1.5"), 65000),
    ]
    invoice = compute(shipped("in_gst"), lines, TODAY)
    sold = {line.key: line.quantity for line in lines}
    assert credit(shipped("in_gst"), invoice, sold, sold, {}) == invoice


def test_a_credit_note_in_india_is_whole_rupees() -> None:
    line = TaxLine("a", "part", Decimal(2), 5725)
    invoice = compute(shipped("in_gst"), [line], TODAY)
    one = credit(shipped("in_gst"), invoice, {"a": Decimal(2)}, {"a": Decimal(1)}, {})
    two = credit(
        shipped("in_gst"), invoice, {"a": Decimal(2)}, {"a": Decimal(1)}, {"a": Decimal(1)}
    )
    assert (one.net_amount, one.tax_amount, one.round_off_amount) == (5725, 1032, 43)
    assert (two.net_amount, two.tax_amount, two.round_off_amount) == (5725, 1030, -55)
    assert one.total_amount + two.total_amount == invoice.total_amount == 13500


@pytest.mark.parametrize(
    ("returning", "already"),
    [({}, {}), ({"b": Decimal(1)}, {}), ({"a": Decimal(1)}, {"b": Decimal(1)})],
)
def test_only_lines_of_the_invoice_go_back(
    returning: dict[str, Decimal], already: dict[str, Decimal]
) -> None:
    invoice = compute(shipped("in_gst"), [TaxLine("a", "part", Decimal(1), 100)], TODAY)
    with pytest.raises(TaxRefused) as caught:
        credit(shipped("in_gst"), invoice, {"a": Decimal(1)}, returning, already)
    assert caught.value.reason is TaxReason.RETURN


def test_finished_lines_can_be_added_up_again() -> None:
    invoice = compute(shipped("in_gst"), [TaxLine("a", "part", Decimal(1), 10005)], TODAY)
    assert add_up(invoice.lines, invoice.round_off_amount) == invoice
