"""The foot of the figures: sums, tax by rate, round-off, what is paid, the amount in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.money import Money
from models.papers import TaxRow, TotalsOnPaper
from reports.layout.flow import Band
from reports.layout.items import (
    Box,
    Edges,
    Gap,
    Item,
    Stack,
    Stroke,
    across,
    caption,
    paragraph,
    stack,
)
from reports.layout.table import MINOR, Column, Row, table_bands
from reports.layout.text import Align, Span, Spans, Style, natural_width, spans, wrap
from reports.layout.theme import BASE, INK, QUIET, SECOND, SMALL, STRONG, THICK, TOTAL, TOTAL_LABEL
from reports.sections.context import Context

_GAP = 30.0


@dataclass(frozen=True, slots=True)
class Sum:
    """One row of the foot: words left, an amount right."""

    label: str
    value: Spans
    style: Style = BASE


def totals_band(
    context: Context, totals: TotalsOnPaper, rows: Sequence[Sum], below: Sequence[Item] = ()
) -> list[Band]:
    """Lay out taxes, words and what stands `below` them left, the sums right, as one band."""
    left_width = context.half
    right_width = context.width - left_width - _GAP
    left: list[Item] = []
    taxes = tax_table(context, totals.taxes, left_width)
    words = in_words(context, totals.in_words, left_width)
    for item in (taxes, words, *below):
        if item is not None:
            left += [Gap(8.0), item] if left else [item]
    right = sums(rows, right_width)
    both = across(((0.0, stack(left)), (left_width + _GAP, right)))
    return [Band(Box(both, context.width, Edges(top=8.0, bottom=4.0)))]


def invoice_sums(
    context: Context, totals: TotalsOnPaper, *, total_label: str = "sum.to_pay"
) -> list[Sum]:
    """Return the rows from the sums of works and parts down to what is left to pay."""
    rows = _discount(context, totals) + _groups(context, totals)
    if not totals.inclusive:
        rows.append(_sum(context, "sum.net", totals.net))
        rows += [
            Sum(name, context.figure(amount)) for name, amount in _tax_names(context, totals.taxes)
        ]
        if not any(row.percent for row in totals.taxes):
            rows.append(Sum(context.word("sum.no_tax"), ()))
    if totals.round_off.minor:
        rows.append(_sum(context, "sum.round_off", totals.round_off))
    rows.append(
        Sum(context.word(total_label), spans(context.fmt.money(totals.total), TOTAL), TOTAL)
    )
    if totals.inclusive:
        rows += _inside(context, totals)
    if totals.paid is not None and totals.paid.minor:
        rows.append(Sum(context.word("sum.paid"), context.figure(totals.paid, sign=-1), QUIET))
    if totals.due is not None and totals.paid is not None and totals.paid.minor:
        due = spans(context.fmt.money(totals.due), STRONG)
        rows.append(Sum(context.word("sum.due"), due, STRONG))
    return rows


def sums(rows: Sequence[Sum], width: float) -> Stack:
    """Lay out sums one below the other; a rule stands above the total."""
    items: list[Item] = []
    for row in rows:
        if row.style is TOTAL:
            if items:
                items += [Stroke(width, 4.0, INK, THICK), Gap(4.0)]
            items += [_pair(row, width, TOTAL_LABEL), Gap(3.0)]
        else:
            items.append(_pair(row, width, row.style))
    return stack(items)


def _pair(row: Sum, width: float, style: Style) -> Item:
    taken = natural_width(row.value)
    label = wrap(spans(row.label, style), width - taken - 10.0)
    value = wrap(row.value, taken + 1.0, Align.RIGHT)
    return across(((0.0, stack(label)), (width - taken - 1.0, stack(value))))


def _sum(context: Context, key: str, amount: Money) -> Sum:
    return Sum(context.word(key), context.figure(amount))


def _groups(context: Context, totals: TotalsOnPaper) -> list[Sum]:
    """Works, parts and fees, when there are at least two of them."""
    named = (("labour", totals.labour), ("parts", totals.parts), ("fees", totals.fees))
    rows = [
        _sum(context, f"sum.{key}", amount)
        for key, amount in named
        if amount is not None and amount.minor
    ]
    return [Sum(row.label, row.value, QUIET) for row in rows] if len(rows) > 1 else []


def _discount(context: Context, totals: TotalsOnPaper) -> list[Sum]:
    if not totals.discount.minor:
        return []
    return [
        _sum(context, "sum.list", totals.list_amount),
        Sum(context.word("sum.discount"), context.figure(totals.discount, sign=-1)),
    ]


def _tax_names(context: Context, taxes: Sequence[TaxRow]) -> list[tuple[str, Money]]:
    """One row for each rate; where the tax is split, one for each part (CGST, SGST)."""
    if not _is_split(context, taxes):
        return [(row.name, row.tax) for row in taxes if row.percent]
    parts: dict[str, Money] = {}
    for row in taxes:
        for part in row.parts:
            parts[part.name] = parts.get(part.name, Money.zero(part.amount.currency)) + part.amount
    return list(parts.items())


def _is_split(context: Context, taxes: Sequence[TaxRow]) -> bool:
    """Tell whether parts of the tax are named by themselves: always in India, else if several."""
    if context.law.places:
        return any(row.parts for row in taxes)
    return any(len(row.parts) > 1 for row in taxes)


def _inside(context: Context, totals: TotalsOnPaper) -> list[Sum]:
    """What tax the total holds, or that it holds none."""
    rows = [
        Sum(context.word("sum.tax_inside", name=row.name), context.figure(row.tax))
        for row in totals.taxes
        if row.percent
    ]
    free = [row for row in totals.taxes if not row.percent]
    rows += [Sum(row.name, context.figure(row.total)) for row in free if rows]
    if not rows:
        rows = [Sum(context.word("sum.no_tax"), ())]
    return [Sum(row.label, row.value, QUIET.in_colour(SECOND)) for row in rows]


def tax_table(
    context: Context, taxes: Sequence[TaxRow], width: float, *, always: bool = False
) -> Stack | None:
    """Tax by rate, when there is more than one rate or more than one tax, or `always`."""
    split = _is_split(context, taxes)
    plain = len(taxes) < 2 and not split and not any(row.exemption for row in taxes)  # noqa: PLR2004  one rate stands in the sums
    if not taxes or (plain and not always):
        return None
    word = context.word
    names = dict.fromkeys(part.name for row in taxes for part in row.parts if split)
    columns = [
        Column("name", word("col.tax_rate"), flex=1.0, least=36.0),
        Column("net", word("col.tax_net"), Align.RIGHT),
        *(Column(name, name, Align.RIGHT) for name in names),
        *([] if names else [Column("tax", word("col.tax_tax"), Align.RIGHT)]),
        Column("total", word("col.tax_total"), Align.RIGHT),
    ]
    rows = [
        Row(
            {
                "name": (
                    Span(_rate(context, row), SMALL),
                    *spans(f"\n{row.exemption}" if row.exemption else "", QUIET),
                ),
                "net": context.figure(row.net, SMALL),
                "tax": context.figure(row.tax, SMALL),
                "total": context.figure(row.total, SMALL),
                **{part.name: context.figure(part.amount, SMALL) for part in row.parts},
            }
        )
        for row in taxes
    ]
    return stack(band.item for band in table_bands(columns, rows, width, pad=1.6, rule=MINOR))


def _rate(context: Context, row: TaxRow) -> str:
    return context.fmt.percent(row.percent) if row.percent else row.name


def in_words(context: Context, words: str, width: float) -> Stack | None:
    """Lay out the amount in words under its caption; it begins with a capital."""
    if not words:
        return None
    sentence = words[:1].upper() + words[1:]
    return stack((caption(context.word("sum.words"), width), paragraph(sentence, BASE, width)))
