"""Laws as data: a whole paper lacks nothing, and every single rule is named when it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import cast

import pytest

from models.money import Money
from models.papers import (
    InvoiceKind,
    InvoicePaper,
    LineKind,
    Paper,
    PaperHead,
    Party,
    SignatureOnPaper,
    SignatureRole,
    TaxId,
    WorkOrderPaper,
)
from models.profiles import (
    LawRule,
    ProfileBroken,
    document_kind,
    law_checklist,
    law_profile,
    missing_fields,
    profile_from_json,
)
from tests.build import papers_arrivals, papers_eu, papers_in, papers_ru

COUNTRIES = ("RU", "IN", "DE", "US")


def numbers(paper: Paper) -> list[str]:
    return [each.number for each in missing_fields(paper, law_profile(paper.head.country))]


def tax_invoice(paper: InvoicePaper) -> InvoicePaper:
    signers = (
        SignatureOnPaper(role=SignatureRole.DIRECTOR, name="Серова Т. В."),
        SignatureOnPaper(role=SignatureRole.ACCOUNTANT, name="Лапина Н. Ю."),
    )
    return replace(paper, kind=InvoiceKind.TAX_INVOICE, signatures=signers)


def big_unregistered() -> InvoicePaper:
    paper = papers_in.indian_invoice(sold=papers_in.STORY * 12)
    return replace(paper, delivery=paper.customer)


def american(head: PaperHead) -> PaperHead:
    """The same head under Californian law."""
    ids = (*head.center.party.tax_ids, TaxId(scheme="bar", value="ARD00271182"))
    party = replace(head.center.party, tax_ids=ids)
    return replace(head, country="US", center=replace(head.center, party=party))


def american_order(vin: str) -> WorkOrderPaper:
    order = papers_ru.russian_order()
    return replace(
        order,
        head=american(order.head),
        estimate=Money(100000, "RUB"),
        vehicle=replace(order.vehicle, vin=vin),
    )


def old_car() -> WorkOrderPaper:
    """No VIN: the engine's number stands instead."""
    order = papers_ru.russian_order()
    return replace(order, vehicle=replace(order.vehicle, vin="", engine_number="ВАЗ-2103 441"))


def simplified() -> InvoicePaper:
    paper = papers_eu.european_invoice()
    totals = replace(paper.totals, total=Money(9999, "EUR"))
    return replace(paper, kind=InvoiceKind.SIMPLIFIED, totals=totals, customer=Party(name=""))


WHOLE: dict[str, Callable[[], Paper]] = {
    "ru work order": papers_ru.russian_order,
    "ru work order, no VIN": old_car,
    "ru act": papers_ru.russian_act,
    "ru act, warranty by line": lambda: replace(
        papers_ru.russian_act(),
        warranty_terms="",
        lines=tuple(replace(line, warranty="6 мес.") for line in papers_ru.russian_act().lines),
    ),
    "ru invoice": papers_ru.russian_invoice,
    "ru tax invoice": lambda: tax_invoice(papers_ru.russian_invoice()),
    "ru credit note": papers_ru.russian_credit_note,
    "ru receipt": papers_ru.russian_receipt,
    "ru deposit": lambda: papers_ru.russian_receipt(deposit=True),
    "ru cash day": papers_ru.russian_cash_day,
    "ru acceptance act": papers_arrivals.acceptance_act,
    "ru acceptance act, no VIN": lambda: replace(
        papers_arrivals.acceptance_act(),
        vehicle=replace(papers_ru.RU_CAR, vin=""),
    ),
    "in invoice": papers_in.indian_invoice,
    "in invoice across": lambda: papers_in.indian_invoice(across=True),
    "in invoice, big, unregistered": big_unregistered,
    "in credit note": papers_in.indian_credit_note,
    "in deposit": papers_in.indian_receipt,
    "in work order": papers_in.indian_order,
    "in act": lambda: replace(papers_ru.russian_act(), head=papers_in.indian_shop().head),
    "eu invoice": papers_eu.european_invoice,
    "eu reverse charge": lambda: papers_eu.european_invoice(reverse=True),
    "eu exempt": lambda: replace(
        papers_eu.european_invoice(),
        totals=replace(papers_eu.european_invoice().totals, taxes=()),
        exemption="§ 19 UStG",
    ),
    "eu simplified": simplified,
    "eu credit note": papers_eu.european_credit_note,
    "eu work order": papers_eu.european_order,
    "eu act": lambda: replace(papers_ru.russian_act(), head=papers_eu.european_shop().head),
    "eu receipt": lambda: replace(papers_ru.russian_receipt(), head=papers_eu.european_shop().head),
    "us invoice": papers_eu.american_invoice,
    "us work order": lambda: american_order("XW8AN4NE3KH012845"),
    "us work order, no VIN": lambda: american_order(""),
    "us act": lambda: replace(
        papers_ru.russian_act(), head=american(papers_ru.russian_shop().head)
    ),
    "us credit note": lambda: replace(
        papers_ru.russian_credit_note(), head=american(papers_ru.russian_shop().head)
    ),
}


@cache
def whole(name: str) -> Paper:
    return WHOLE[name]()


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_paper_lacks_nothing(name: str) -> None:
    assert numbers(whole(name)) == []


def spoiled(value: object, path: list[str], mark: str) -> object:
    """Return the value with what stands at the path taken away; texts become `mark`."""
    name, *rest = path
    if isinstance(value, tuple):
        return tuple(_spoiled_items(value, path, mark))
    if value is None or not is_dataclass(value) or isinstance(value, type):
        return value
    old = getattr(value, name)
    if rest:
        return replace(value, **{name: spoiled(old, rest, mark)})
    return replace(
        value, **{name: mark if isinstance(old, str) else () if isinstance(old, tuple) else None}
    )


def _spoiled_items(value: tuple[object, ...], path: list[str], mark: str) -> Iterator[object]:
    name, *rest = path
    for each in value:
        if isinstance(each, TaxId) and each.scheme == name:
            yield replace(each, value=mark)
        elif isinstance(each, SignatureOnPaper) and each.role == name:
            if rest:
                yield spoiled(each, rest, mark)
        elif name == "*":
            yield spoiled(each, rest, mark)
        else:
            yield each


def rules() -> Iterator[tuple[str, str, LawRule]]:
    for country in COUNTRIES:
        for kind, document in law_profile(country).documents.items():
            for rule in document.rules:
                yield country, kind, rule


def broken(paper: Paper, rule: LawRule) -> Paper:
    """Break one rule: a text that must match becomes "?", all else is taken away."""
    if isinstance(paper, InvoicePaper) and rule.need.test == "at_most":
        return replace(paper, totals=replace(paper.totals, total=Money(10**9, "EUR")))
    path = rule.field.replace("item.", f"{rule.each}.", 1) if rule.each else rule.field
    mark = "?" if rule.need.test == "matches" else ""
    return cast("Paper", spoiled(paper, path.split("."), mark))


@pytest.mark.parametrize(
    ("country", "kind", "rule"),
    [
        pytest.param(*each, id=f"{each[0]}-{each[1]}-{each[2].number}-{each[2].field}")
        for each in rules()
    ],
)
def test_every_rule_is_named_when_it_is_broken(country: str, kind: str, rule: LawRule) -> None:
    code = law_profile(country).code
    papers = [
        paper
        for paper in map(whole, WHOLE)
        if document_kind(paper) == kind and law_profile(paper.head.country).code == code
    ]
    found = [
        each
        for paper in papers
        for each in missing_fields(broken(paper, rule), law_profile(country))
        if each.number == rule.number and each.sentence in rule.sentence.values()
    ]
    assert found, "no paper of this kind can break this rule"
    assert all(each.law == rule.law for each in found)


def test_rules_have_number_law_and_a_sentence_in_english() -> None:
    for country, _, rule in rules():
        assert rule.number
        assert rule.law
        assert rule.sentence["en"]
        if country == "RU":
            assert rule.sentence["ru"]


def test_known_mistake_1_a_number_of_19_signs_is_refused() -> None:
    paper = papers_in.indian_invoice()
    for number, refused in (
        ("INV-SC001-2025-0001", True),
        ("SC001/2627/00001", False),
        ("SC001_2627_0001", True),
        ("ИН-1", True),
        ("", True),
        ("A" * 17, True),
    ):
        found = numbers(replace(paper, head=replace(paper.head, number=number)))
        assert (found == ["46(b)"]) is refused, number


def test_known_mistake_2_tax_parts_follow_the_place_of_supply() -> None:
    inside = papers_in.indian_invoice()
    across = papers_in.indian_invoice(across=True)
    assert [part.name for part in inside.lines[0].tax_parts] == ["CGST", "SGST"]
    assert [part.name for part in across.lines[0].tax_parts] == ["IGST"]
    bare = replace(across, lines=tuple(replace(line, tax_parts=()) for line in across.lines))
    assert numbers(bare) == ["46(m)"] * 3


def test_the_item_is_named_by_its_place() -> None:
    order = papers_ru.russian_order()
    job = order.jobs[0]
    lines = (*job.lines[:2], replace(job.lines[2], maker=""), *job.lines[3:])
    paper = replace(order, jobs=(replace(job, lines=lines), *order.jobs[1:]))
    (found,) = missing_fields(paper, law_profile("RU"))
    assert (found.number, found.item) == ("780-ЗН-16", 3)
    assert found.field == "jobs.0.lines.2.maker"
    assert found.sentence == "Изготовитель запасной части"
    assert "780" in found.law


def test_the_sentence_is_in_the_papers_language() -> None:
    paper = papers_eu.european_invoice()
    bare = replace(paper, customer=replace(paper.customer, address=""))
    (german,) = missing_fields(bare, law_profile("DE"))
    assert german.sentence == "Vollständige Anschrift des Kunden"
    english = replace(bare, head=replace(bare.head, language="en"))
    assert missing_fields(english, law_profile("DE"))[0].sentence == "Full address of the customer"


def test_zero_and_no_are_answers() -> None:
    """Reverse charge "no" stands there; so does a sum of 0.00."""
    paper = papers_in.indian_invoice()
    assert paper.reverse_charge is False
    assert numbers(paper) == []
    assert numbers(replace(paper, reverse_charge=None)) == ["46(p)"]


def test_a_blank_is_not_an_answer() -> None:
    paper = papers_ru.russian_invoice()
    blank = replace(paper, customer=replace(paper.customer, name="  \u00a0"))
    assert numbers(blank) == ["ГК-4"]


def test_an_unregistered_buyer_below_50000_needs_no_address() -> None:
    small = papers_in.indian_invoice()
    bare = replace(small, customer=Party(name="Rajesh Sharma"))
    assert numbers(bare) == []
    big = big_unregistered()
    found = numbers(replace(big, customer=Party(name="Rajesh Sharma"), delivery=None))
    assert found == ["46(e)"] * 4


def test_a_country_without_its_own_profile_gets_the_neutral_one() -> None:
    assert law_profile("FR") is not law_profile("RU")
    assert law_profile("FR").code == law_profile("de").code == "eu"
    assert law_profile("in").code == "in"


def test_a_simplified_invoice_ends_at_100_euros() -> None:
    paper = simplified()
    assert numbers(paper) == []
    totals = replace(paper.totals, total=Money(10001, "EUR"))
    assert numbers(replace(paper, totals=totals)) == ["220a(1)"]


def profile(**rule: object) -> dict[str, object]:
    whole = {
        "number": "1",
        "law": "x",
        "field": "head.number",
        "sentence": {"en": "Number"},
        **rule,
    }
    return {
        "code": "xx",
        "name": "Nowhere",
        "laws": {"x": "Law"},
        "documents": {"invoice": {"rules": [whole]}},
    }


def test_a_profile_that_names_no_field_or_test_is_our_bug() -> None:
    paper = papers_ru.russian_invoice()
    with pytest.raises(ProfileBroken, match="colour"):
        missing_fields(paper, profile_from_json(profile(field="head.colour")))
    with pytest.raises(ProfileBroken, match="perhaps"):
        profile_from_json(profile(need={"test": "perhaps"}))


def test_a_paper_the_profile_does_not_know_lacks_nothing() -> None:
    assert missing_fields(papers_ru.russian_act(), profile_from_json(profile())) == ()


def test_every_line_kind_and_column_is_known() -> None:
    """Columns of the profiles are columns the reports can draw; kinds are the model's."""
    known = {
        "no",
        "name",
        "hsn",
        "condition",
        "qty",
        "unit",
        "price",
        "discount",
        "net",
        "rate",
        "tax",
        "parts",
        "total",
        "amount",
    }
    for country in COUNTRIES:
        for kind, document in law_profile(country).documents.items():
            assert set(document.columns) <= known
            if kind in {"work_order", "act_of_work", "invoice", "credit_note"}:
                assert document.columns[:2] == ("no", "name")
    assert {kind.value for kind in LineKind} == {"labour", "part", "fee"}


def test_papers_are_plain_and_frozen() -> None:
    paper = papers_ru.russian_order()
    assert is_dataclass(paper)
    with pytest.raises(AttributeError):
        paper.bay = "Пост 3"  # type: ignore[misc]  # that is the point
    assert {field.name for field in fields(paper)} >= {"head", "jobs", "totals"}


def test_a_checklist_holds_every_demand_that_applies_and_marks_the_unmet() -> None:
    whole = papers_in.indian_invoice()
    law = law_profile("IN")
    met = law_checklist(whole, law)
    assert met
    assert all(item.is_met for item in met)
    nobody = replace(whole, customer=replace(whole.customer, name="", address=""))
    items = law_checklist(nobody, law)
    assert [(i.number, i.field) for i in items if not i.is_met] == [
        (gap.number, gap.field) for gap in missing_fields(nobody, law)
    ]
    plain = papers_ru.russian_invoice()
    held = law_checklist(plain, law_profile("RU"))
    assert not any(item.number == "169-6" for item in held), "a demand of tax invoices alone"
    assert all(item.number and item.law and item.sentence for item in held)
