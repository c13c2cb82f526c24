"""Check-in slip: what a customer takes along while the car is with us. Half a sheet, no money, no order."""

from __future__ import annotations

from models.papers import CheckInSlipPaper
from reports.formats import phone
from reports.layout.flow import Band, hold_section
from reports.layout.items import paragraph
from reports.layout.text import Spans, spans
from reports.layout.theme import BASE, QUIET, SMALL, STRONG
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.masthead import masthead
from reports.sections.notes import heading, text_section


def render(paper: CheckInSlipPaper) -> bytes:
    """Return the PDF of a slip; the same paper always gives the same bytes."""
    context = open_paper(paper)
    word = context.word
    title = word("title.check_in_slip")
    order = word("order_ref", number=paper.order_number) if paper.order_number else ""
    bands = [
        *masthead(context, title, order),
        *facts(context, _who(context, paper)),
        *facts(context, _when(context, paper)),
        *text_section(context, word("sec.words"), paper.words, BASE),
        *_left(context, paper),
        *text_section(context, word("sec.slip"), word("slip.terms")),
    ]
    return finish(context, title, hold_section(bands, closing(context, paper.signatures, 10.0)))


def _who(context: Context, paper: CheckInSlipPaper) -> list[list[Fact]]:
    word, bringer = context.word, paper.bringer
    brought: tuple[Spans, ...] = ()
    if bringer is not None:
        number = word("phone", value=phone(bringer.phone)) if bringer.phone else ""
        brought = tuple(
            line for line in (spans(bringer.name, STRONG), spans(number, QUIET)) if line
        )
    return [
        [
            Fact(word("customer"), party(context, paper.customer, "customer")),
            Fact(word("bringer"), brought),
        ],
        [Fact(word("vehicle"), vehicle(context, paper.vehicle))],
    ]


def _when(context: Context, paper: CheckInSlipPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    fuel = f"{paper.fuel_eighths}/8" if paper.fuel_eighths is not None else ""
    charge = f"{paper.charge_percent}\u00a0%" if paper.charge_percent is not None else ""
    keys = str(paper.key_count) if paper.key_count else ""
    tag = "  ·  ".join(
        part for part in (paper.vehicle.key_tag, keys and word("keys", count=keys)) if part
    )
    promised = fmt.moment(paper.promised_at) if paper.promised_at else ""
    return [
        [Fact(word("accepted"), value(fmt.moment(paper.accepted_at)))],
        [Fact(word("key_tag"), value(tag))],
        [Fact(word("state.fuel"), value(fuel)), Fact(word("state.charge"), value(charge))],
        [Fact(word("promised"), value(promised))],
    ]


def _left(context: Context, paper: CheckInSlipPaper) -> list[Band]:
    """What stays in the car, and how many marks the act names."""
    word = context.word
    lines = [
        "  ·  ".join(
            part
            for part in (
                thing.name,
                thing.place,
                context.fmt.money(thing.value) if thing.value else "",
            )
            if part
        )
        for thing in paper.belongings
    ]
    if paper.marks_count:
        lines.append(word("slip.marks", count=str(paper.marks_count)))
    if not lines:
        return []
    return [
        heading(context, word("sec.belongings")),
        *(Band(paragraph(line, SMALL, context.width)) for line in lines),
    ]
