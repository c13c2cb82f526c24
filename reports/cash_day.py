"""Cash-day report: the drawer from morning to evening, and every payment behind it."""

from __future__ import annotations

from models.money import Money
from models.papers import CashDayPaper, PaymentMethod
from reports.layout.flow import Band, hold_last, hold_section
from reports.layout.items import across, paragraph, stack
from reports.layout.table import MINOR, Column, Row, table_bands
from reports.layout.text import Align, spans
from reports.layout.theme import BASE, QUIET, SECTION, SMALL, STRONG, TOTAL
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.masthead import masthead
from reports.sections.notes import table_section, text_section
from reports.sections.totals import Sum, sums

_GAP = 30.0


def render(paper: CashDayPaper) -> bytes:
    """Return the PDF of a day's cash; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word = context.word
    title = word("title.cash_day")
    day = word("day.on", date=context.fmt.day(paper.day_on))
    bands = [
        *masthead(context, title, day),
        _sums(context, paper),
        *_movements(context, paper),
        *text_section(context, word("sec.note"), paper.note),
    ]
    bands = hold_section(bands, closing(context, paper.signatures))
    return finish(context, title, bands)


def _sums(context: Context, paper: CashDayPaper) -> Band:
    """The sums by method left, the drawer right."""
    word = context.word
    width = (context.width - _GAP) / 2
    zero = Money.zero(paper.opening.currency)
    columns = [
        Column("method", word("col.method"), flex=1.0, least=60.0),
        Column("in", word("col.received"), Align.RIGHT),
        Column("out", word("col.refunded"), Align.RIGHT),
        Column("net", word("col.balance"), Align.RIGHT),
    ]
    whole_in = sum((each.received for each in paper.methods), zero)
    whole_out = sum((each.refunded for each in paper.methods), zero)
    named = [(word(f"method.{m.method.value}"), m.received, m.refunded) for m in paper.methods]
    named.append((word("total.methods"), whole_in, whole_out))
    rows = [
        Row(
            {
                "method": spans(name, STRONG if at == len(paper.methods) else BASE),
                "in": context.figure(received),
                "out": context.figure(refunded),
                "net": context.figure(received - refunded, STRONG),
            }
        )
        for at, (name, received, refunded) in enumerate(named)
    ]
    table = stack(band.item for band in table_bands(columns, rows, width, rule=MINOR))
    left = stack((paragraph(word("sec.methods"), SECTION, width), table))
    right = sums(_drawer(context, paper), width)
    return Band(across(((0.0, left), (width + _GAP, right))), before=12.0)


def _drawer(context: Context, paper: CashDayPaper) -> list[Sum]:
    word = context.word
    cash = next((each for each in paper.methods if each.method is PaymentMethod.CASH), None)
    rows = [Sum(word("day.opening"), context.figure(paper.opening))]
    if cash is not None:
        rows.append(Sum(word("day.cash_in"), context.figure(cash.received)))
        rows.append(Sum(word("day.cash_out"), context.figure(cash.refunded, sign=-1)))
    if paper.paid_in is not None:
        rows.append(Sum(word("day.paid_in"), context.figure(paper.paid_in)))
    if paper.paid_out is not None:
        rows.append(Sum(word("day.paid_out"), context.figure(paper.paid_out, sign=-1)))
    expected = spans(context.fmt.money(paper.expected), TOTAL)
    rows.append(Sum(word("day.expected"), expected, TOTAL))
    if paper.counted is not None:
        rows.append(Sum(word("day.counted"), context.figure(paper.counted)))
        difference = paper.counted - paper.expected
        style = STRONG if difference.minor else QUIET
        rows.append(Sum(word("day.difference"), context.figure(difference, style), style))
    return rows


def _movements(context: Context, paper: CashDayPaper) -> list[Band]:
    """Every payment of the day; the sum stands with the last one."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("time", word("col.time")),
        Column("receipt", word("col.receipt")),
        Column("for", word("col.purpose"), flex=1.0, least=90.0),
        Column("method", word("col.method")),
        Column("by", word("col.by"), flex=0.6, least=70.0),
        Column("amount", word("col.paid"), Align.RIGHT),
    ]
    rows = [
        Row(
            {
                "time": spans(fmt.clock(each.at) if each.at else "", QUIET),
                "receipt": spans(each.number, BASE),
                "for": spans("  ·  ".join(filter(None, (each.for_number, each.reference))), BASE),
                "method": spans(word(f"method.{each.method.value}"), BASE),
                "by": spans(each.by, SMALL),
                "amount": context.figure(each.amount),
            }
        )
        for each in paper.payments
    ]
    bands = table_section(context, word("sec.movements"), columns, rows)
    zero = Money.zero(paper.opening.currency)
    total = sum((each.amount for each in paper.payments), zero)
    half = (context.width - _GAP) / 2
    foot = sums([Sum(word("total.methods"), context.figure(total, STRONG), STRONG)], half)
    return hold_last(bands, [Band(across(((half + _GAP, foot),)), before=6.0)])
