"""Payment and deposit receipt: half a page that a customer can keep in a glove box."""

from __future__ import annotations

from models.papers import PaymentReceiptPaper
from reports.layout.flow import Band, hold_section
from reports.layout.items import Gap, Item, across, stack
from reports.layout.table import Column, Row, table_bands
from reports.layout.text import Align, spans
from reports.layout.theme import BASE, QUIET, STRONG, TOTAL
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value
from reports.sections.masthead import masthead
from reports.sections.notes import table_section, text_section
from reports.sections.totals import Sum, in_words, sums, tax_table

_GAP = 30.0


def render(paper: PaymentReceiptPaper) -> bytes:
    """Return the PDF of a receipt; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word = context.word
    title = word("title.deposit_receipt" if paper.is_deposit else "title.payment_receipt")
    bands = [
        *masthead(context, title),
        *facts(context, _facts(context, paper)),
        *_methods(context, paper),
        _amounts(context, paper),
        *_parts(context, paper),
        *text_section(context, word("sec.note"), paper.note),
    ]
    bands = hold_section(bands, closing(context, paper.signatures))
    return finish(context, title, bands)


def _facts(context: Context, paper: PaymentReceiptPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    purpose = context.or_gap(spans(paper.purpose, BASE), "purpose")
    fiscal = tuple(spans(f"{each.name} {each.value}", QUIET) for each in paper.fiscal)
    return [
        [Fact(word("payer"), party(context, paper.payer, "payer"), 1.4)],
        [
            Fact(word("received_at"), value(fmt.moment(paper.received_at))),
            Fact(word("sec.purpose"), (purpose,) if purpose else ()),
        ],
        [Fact(word("sec.fiscal"), fiscal)],
    ]


def _methods(context: Context, paper: PaymentReceiptPaper) -> list[Band]:
    word = context.word
    columns = [
        Column("method", word("col.method")),
        Column("reference", word("col.reference"), flex=1.0, least=120.0, needed=True),
        Column("amount", word("col.paid"), Align.RIGHT),
    ]
    rows = [
        Row(
            {
                "method": spans(word(f"method.{each.method.value}"), BASE),
                "reference": spans(each.reference, QUIET),
                "amount": context.figure(each.amount, STRONG),
            }
        )
        for each in paper.payments
    ]
    return table_bands(columns, rows, context.width)


def _amounts(context: Context, paper: PaymentReceiptPaper) -> Band:
    """The amount in figures and words, change, the tax inside an advance."""
    word = context.word
    left_width = context.half
    words = in_words(context, paper.in_words, left_width)
    taxes = tax_table(context, paper.tax_rows, left_width, always=True)
    left: list[Item] = [words] if words else []
    if taxes:
        left += [Gap(8.0), taxes] if left else [taxes]
    amount = spans(context.fmt.money(paper.amount), TOTAL)
    rows = [Sum(word("received_amount"), amount, TOTAL)]
    for key, money in (
        ("handed_over", paper.handed_over),
        ("change", paper.change),
        ("balance", paper.balance),
    ):
        if money is not None:
            rows.append(Sum(word(key), context.figure(money), QUIET))
    right = sums(rows, context.width - left_width - _GAP)
    both = across(((0.0, stack(left)), (left_width + _GAP, right)))
    return Band(both, before=8.0)


def _parts(context: Context, paper: PaymentReceiptPaper) -> list[Band]:
    """What the money was used for."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("number", word("col.invoice"), flex=1.0, least=100.0),
        Column("on", word("col.on")),
        Column("total", word("sum.total"), Align.RIGHT),
        Column("used", word("col.used"), Align.RIGHT),
        Column("left", word("col.left"), Align.RIGHT),
    ]
    rows = [
        Row(
            {
                "number": spans(part.number, BASE),
                "on": spans(fmt.short_day(part.issued_on), BASE),
                "total": context.figure(part.total),
                "used": context.figure(part.used, STRONG),
                "left": context.figure(part.left),
            }
        )
        for part in paper.parts
    ]
    return table_section(context, word("sec.applied"), columns, rows)
