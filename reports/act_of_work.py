"""Act of work done (акт выполненных работ, Leistungsnachweis)."""

from __future__ import annotations

from models.papers import ActOfWorkPaper
from reports.layout.flow import Band, hold_last, keep_together
from reports.layout.items import Stroke, paragraph
from reports.layout.theme import BASE
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.lines import line_table, warranty_note
from reports.sections.masthead import masthead
from reports.sections.notes import (
    choices,
    corrections,
    declined,
    heading,
    old_parts,
    own_parts,
    payments,
    recommendations,
    text_section,
)
from reports.sections.totals import invoice_sums, totals_band


def render(paper: ActOfWorkPaper) -> bytes:
    """Return the PDF of an act of work; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word, fmt = context.word, context.fmt
    title = word("title.act_of_work")
    order = word("order_ref", number=paper.order_number)
    dated = word("of_date", date=fmt.short_day(paper.order_on))
    rows = invoice_sums(context, paper.totals, total_label="sum.total")
    bands = [
        *masthead(context, title, f"{order} {dated}"),
        *facts(context, _facts(context, paper)),
        *hold_last(
            line_table(context, "act_of_work", paper.lines, paper.totals),
            totals_band(
                context,
                paper.totals,
                rows,
                warranty_note(context, paper.lines, paper.warranty_terms),
            ),
        ),
        *payments(context, word("sec.deposits"), paper.deposits),
        *own_parts(context, paper.own_parts),
        *old_parts(context, word("sec.old_parts"), paper.old_parts),
        *old_parts(context, word("sec.left_parts"), paper.left_parts),
        *corrections(context, paper.corrections),
        *declined(context, paper.declined),
        *recommendations(context, paper.recommendations, paper.vehicle),
        *text_section(context, word("sec.warranty"), paper.warranty_terms),
        *text_section(context, word("sec.terms"), paper.terms),
        *keep_together([*_claims(context, paper), *closing(context, paper.signatures)]),
    ]
    return finish(context, title, bands)


def _facts(context: Context, paper: ActOfWorkPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    accepted = fmt.moment(paper.accepted_at) if paper.accepted_at else ""
    return [
        [Fact(word("customer"), party(context, paper.customer, "customer"), 1.5)],
        [Fact(word("vehicle"), vehicle(context, paper.vehicle), 1.3)],
        [
            Fact(word("accepted"), value(accepted)),
            Fact(word("completed"), value(fmt.moment(paper.completed_at))),
        ],
    ]


def _claims(context: Context, paper: ActOfWorkPaper) -> list[Band]:
    """Claims yes or no: ticked, or left open for the pen, with a line to write on."""
    word = context.word
    known = paper.has_claims
    bands = [
        heading(context, word("sec.claims")),
        *choices(
            context,
            [
                (word("claims.none"), known is False),
                (word("claims.some"), known is True),
            ],
        ),
    ]
    if paper.claims:
        bands.append(Band(paragraph(paper.claims, BASE, context.width), before=2.0))
    elif known is None:
        bands.append(Band(Stroke(context.width, 16.0)))
    return bands
