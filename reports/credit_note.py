"""Credit note: names the invoice it mends and why, and gives money back with its tax."""

from __future__ import annotations

from models.papers import CreditNotePaper
from reports.layout.flow import hold_last, hold_section
from reports.layout.text import Spans, spans
from reports.layout.theme import BASE, QUIET, STRONG
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.lines import line_table
from reports.sections.masthead import masthead
from reports.sections.notes import payments, text_section
from reports.sections.totals import Sum, invoice_sums, totals_band


def render(paper: CreditNotePaper) -> bytes:
    """Return the PDF of a credit note; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word, fmt = context.word, context.fmt
    title = word("title.credit_note")
    mends = word("mends", number=paper.invoice_number, date=fmt.short_day(paper.invoice_on))
    rows = invoice_sums(context, paper.totals, total_label="sum.credit") + _invoice(context, paper)
    bands = [
        *masthead(context, title, mends),
        *facts(context, _facts(context, paper)),
        *hold_last(
            line_table(context, "credit_note", paper.lines, paper.totals),
            totals_band(context, paper.totals, rows),
        ),
        *payments(context, word("sec.refunds"), paper.refunds),
        *text_section(context, word("sec.note"), paper.note),
    ]
    bands = hold_section(bands, closing(context, paper.signatures))
    return finish(context, title, bands)


def _facts(context: Context, paper: CreditNotePaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    label = "recipient" if context.head.country == "IN" else "buyer"
    car = paper.vehicle
    mended: tuple[Spans, ...] = (
        context.or_gap(spans(paper.invoice_number, STRONG), "invoice_number"),
        spans(word("of_date", date=fmt.day(paper.invoice_on)), QUIET),
    )
    place = context.place(paper.place_of_supply, paper.place_of_supply_code)
    return [
        [Fact(word(label), party(context, paper.customer, "customer"), 1.5)],
        [Fact(word("vehicle"), vehicle(context, car) if car else (), 1.15)],
        [
            Fact(word("col.invoice"), mended, 1.1),
            Fact(word("sec.reason"), (context.or_gap(spans(paper.reason, BASE), "reason"),)),
            Fact(word("supplied"), value(fmt.day(paper.supplied_on))),
            Fact(word("place_of_supply"), value(place)),
        ],
    ]


def _invoice(context: Context, paper: CreditNotePaper) -> list[Sum]:
    """What the invoice was and what is left of it."""
    named = (("invoice_total", paper.invoice_total), ("invoice_left", paper.invoice_left))
    return [
        Sum(context.word(key), context.figure(amount), QUIET)
        for key, amount in named
        if amount is not None
    ]
