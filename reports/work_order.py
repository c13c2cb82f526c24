"""Work order (заказ-наряд, job card, repair order) in its three copies.

The customer's copy has the prices and all that a law wants; the archive's copy has the approvals
besides; the shop's copy has no money at all, but a barcode for the clock on every labour line.
"""

from __future__ import annotations

from models.papers import (
    ApprovalOnPaper,
    Copy,
    DefectsChoice,
    Intake,
    WorkOrderPaper,
)
from reports.formats import phone
from reports.layout.flow import Band, hold_last, hold_section, keep_together
from reports.layout.items import across, paragraph, stack
from reports.layout.table import Column, Row
from reports.layout.text import Align, Span, Spans, spans
from reports.layout.theme import BASE, QUIET, SMALL, SMALL_QUIET, STRONG
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.lines import job_table, warranty_note
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
    table_section,
    text_section,
)
from reports.sections.shop import shop_bands
from reports.sections.totals import Sum, invoice_sums, totals_band


def render(paper: WorkOrderPaper, copy: Copy) -> bytes:
    """Return the PDF of one copy of a work order; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    title = context.word("title.work_order")
    named = context.word(f"copy.{copy.value}")
    if copy is Copy.SHOP:
        return finish(context, title, shop_bands(context, paper), named)
    lines = [line for job in paper.jobs for line in job.lines]
    bands = [
        *masthead(context, title, copy=named),
        *facts(context, _facts(context, paper)),
        *_concerns(context, paper),
        *hold_last(
            job_table(context, "work_order", paper.jobs, paper.totals),
            totals_band(
                context,
                paper.totals,
                _sums(context, paper),
                warranty_note(context, lines, paper.warranty_terms),
            ),
        ),
        *payments(context, context.word("sec.deposits"), paper.deposits),
        *own_parts(context, paper.own_parts),
        *declined(context, paper.declined),
        *(_approvals(context, paper.approvals) if copy is Copy.ARCHIVE else ()),
        *corrections(context, paper.corrections),
        *_intake(context, paper.intake),
        *old_parts(context, context.word("sec.old_parts"), paper.old_parts),
        *recommendations(context, paper.recommendations, paper.vehicle),
        *_defects(context, paper),
        *text_section(context, context.word("sec.payment_terms"), paper.payment_terms),
        *text_section(context, context.word("sec.warranty"), paper.warranty_terms),
        *text_section(context, context.word("sec.terms"), paper.terms),
    ]
    bands = hold_section(bands, closing(context, paper.signatures))
    return finish(context, title, bands, named)


def _facts(context: Context, paper: WorkOrderPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    bringer = paper.bringer
    brought: tuple[Spans, ...] = ()
    if bringer is not None:
        authority = word("authority", text=paper.authority) if paper.authority else ""
        number = word("phone", value=phone(bringer.phone)) if bringer.phone else ""
        brought = tuple(
            line
            for line in (spans(bringer.name, BASE), spans(number, QUIET), spans(authority, SMALL))
            if line
        )
    promised = fmt.moment(paper.promised_at) if paper.promised_at else ""
    completed = fmt.moment(paper.completed_at) if paper.completed_at else ""
    return [
        [
            Fact(word("customer"), party(context, paper.customer, "customer"), 1.5),
            Fact(word("bringer"), brought),
        ],
        [Fact(word("vehicle"), vehicle(context, paper.vehicle), 1.3)],
        [
            Fact(word("accepted"), value(fmt.moment(paper.accepted_at))),
            Fact(
                word("promised"), _present(context.or_gap(spans(promised, STRONG), "promised_at"))
            ),
            Fact(word("completed"), value(completed)),
            Fact(word("advisor"), value(paper.advisor)),
        ],
    ]


def _present(line: Spans) -> tuple[Spans, ...]:
    return (line,) if line else ()


def _sums(context: Context, paper: WorkOrderPaper) -> list[Sum]:
    rows = invoice_sums(context, paper.totals, total_label="sum.total")
    if paper.estimate is not None:
        row = Sum(context.word("sum.estimate"), context.figure(paper.estimate), QUIET)
        rows.append(row)
    return rows


def _concerns(context: Context, paper: WorkOrderPaper) -> list[Band]:
    """What the customer complained of, and what was found, before the works."""
    if not paper.concerns:
        return []
    width = context.width
    half = (width - 18.0 - 14.0) / 2
    bands = [heading(context, context.word("sec.concerns"), before=2.0)]
    for number, concern in enumerate(paper.concerns, 1):
        found = "  ·  ".join(part for part in (concern.cause, concern.correction) if part)
        cells = (
            (0.0, paragraph(str(number), QUIET, 14.0)),
            (14.0, paragraph(concern.complaint, BASE, half)),
            (14.0 + half + 18.0, paragraph(found, QUIET, half)),
        )
        bands.append(Band(across(cells), before=1.0))
    return [*bands, Band(stack(()), before=10.0)]


def _approvals(context: Context, approvals: tuple[ApprovalOnPaper, ...]) -> list[Band]:
    """Every consent: job, amount, how, who, when, and the hash of what was shown."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("job", word("col.job"), flex=1.0, least=100.0),
        Column("how", word("col.how"), flex=1.1, least=80.0),
        Column("when", word("col.when")),
        Column("by", word("col.by"), flex=0.9, least=80.0),
        Column("evidence", word("col.evidence")),
        Column("amount", word("col.approved"), Align.RIGHT),
    ]
    rows = []
    for one in approvals:
        about = [phone(one.contact), one.note]
        if one.revised_total is not None:
            about.append(word("revised", amount=fmt.amount(one.revised_total)))
        taken = f"\n{word('col.taken_by')}:\u00a0{one.taken_by}" if one.taken_by else ""
        rows.append(
            Row(
                {
                    "job": spans(one.job, BASE),
                    "how": _with_small(
                        word(f"how.{one.method.value}"), "\n".join(filter(None, about))
                    ),
                    "when": spans(fmt.moment(one.at), BASE),
                    "by": (Span(one.by, BASE), *spans(taken, SMALL_QUIET)),
                    "evidence": spans(one.shown_sha256[:16], SMALL_QUIET),
                    "amount": context.figure(one.amount),
                }
            )
        )
    return table_section(context, word("sec.approvals"), columns, rows)


def _with_small(text: str, small: str) -> Spans:
    return (Span(text, BASE), *spans(f"\n{small}" if small else "", SMALL_QUIET))


def _intake(context: Context, intake: Intake | None) -> list[Band]:
    """The state of the vehicle when it came."""
    if intake is None:
        return []
    word = context.word
    parts = []
    if intake.fuel_percent is not None:
        parts.append(word("fuel", percent=f"{intake.fuel_percent}\u00a0%"))
    if intake.completeness:
        parts.append(word("completeness", text=intake.completeness))
    if intake.belongings:
        parts.append(word("belongings", text=", ".join(intake.belongings)))
    for number, mark in enumerate(intake.damage, 1):
        seen = ", ".join(part for part in (mark.place, mark.kind, mark.size) if part)
        parts.append(f"{number}. {seen}")
    if intake.looked_over and not intake.damage:
        parts.append(word("no_damage"))
    if intake.note:
        parts.append(intake.note)
    return text_section(context, word("sec.intake"), "\n".join(parts))


def _defects(context: Context, paper: WorkOrderPaper) -> list[Band]:
    """What the consumer chose in advance for defects not yet known."""
    word = context.word
    chosen = paper.defects_choice
    if chosen is None and "defects_choice" not in context.missing:
        return []
    options = []
    for choice in DefectsChoice:
        key = f"defects.{choice.value}"
        if choice is DefectsChoice.REPAIR_WITHIN_LIMIT and paper.defects_limit is not None:
            text = word(key, limit=context.fmt.money(paper.defects_limit))
        elif choice is DefectsChoice.REPAIR_WITHIN_LIMIT:
            text = word(f"{key}_shop")
        else:
            text = word(key)
        options.append((text, choice is chosen))
    return keep_together([heading(context, word("sec.defects")), *choices(context, options)])
