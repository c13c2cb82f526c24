"""Tables of sold lines, with the columns which the country's profile names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.papers import JobOnPaper, JobState, LineKind, PaperLine, Payer, TotalsOnPaper
from reports.layout.flow import Band
from reports.layout.items import Item, caption, paragraph, stack
from reports.layout.table import Column, Group, Row, table_bands
from reports.layout.text import Align, Span, Spans, spans
from reports.layout.theme import BASE, MUTED, QUIET, SECOND, SMALL_QUIET, STRONG
from reports.sections.context import Context

_RIGHT: Final = Align.RIGHT
_SHORT: Final = 36
_LONG: Final = 30
_PART: Final = "part:"
_PART_AND_RATE: Final = "part+rate:"


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a cell needs. `shared`: all lines have one warranty, which is said below the table."""

    context: Context
    line: PaperLine
    number: str
    totals: TotalsOnPaper
    shared: bool


def line_table(
    context: Context, document: str, lines: Sequence[PaperLine], totals: TotalsOnPaper
) -> list[Band]:
    """Lay out lines one below the other, numbered from 1."""
    columns = _columns(context, document, lines, totals)
    shared = bool(shared_warranty(lines))
    rows = [
        _row(columns, _Cell(context, line, str(number), totals, shared))
        for number, line in enumerate(lines, 1)
    ]
    return table_bands(columns, rows, context.width, pad=_pad(rows))


def job_table(
    context: Context, document: str, jobs: Sequence[JobOnPaper], totals: TotalsOnPaper
) -> list[Band]:
    """Lay out lines under the jobs they belong to, numbered 1.1, 1.2, 2.1."""
    lines = [line for job in jobs for line in job.lines]
    columns = _columns(context, document, lines, totals)
    shared = bool(shared_warranty(lines))
    rows: list[Row | Group] = []
    for job in jobs:
        rows.append(_job(context, job, columns[-1].key, totals))
        for number, line in enumerate(job.lines, 1):
            rows.append(
                _row(columns, _Cell(context, line, f"{job.number}.{number}", totals, shared))
            )
    return table_bands(columns, rows, context.width, pad=_pad(rows))


def shared_warranty(lines: Sequence[PaperLine]) -> str:
    """Return the warranty that all lines have alike, when there are several and fees aside."""
    texts = [line.warranty for line in lines if line.kind is not LineKind.FEE]
    return texts[0] if len(texts) > 1 and len(set(texts)) == 1 else ""


def warranty_note(context: Context, lines: Sequence[PaperLine], terms: str) -> list[Item]:
    """Say once what all lines have alike, unless the paper's own terms say the same."""
    text = shared_warranty(lines)
    if not text or text == terms:
        return []
    words = paragraph(text, BASE, context.half)
    return [stack((caption(context.word("sec.warranty"), context.half), words))]


def _pad(rows: Sequence[Row | Group]) -> float:
    """A long list is set a little closer."""
    return 2.7 if len(rows) < _LONG else 1.9


def _job(context: Context, job: JobOnPaper, last: str, totals: TotalsOnPaper) -> Group:
    """The job's title, how it was approved, and the sum of its lines as the last column has them."""
    how = job.approved_how
    if job.state is not JobState.APPROVED:
        how = context.word(f"job.{job.state.value}")
    left = (Span(f"{job.number}  {job.title}", STRONG), *spans(f"   {how}" if how else "", QUIET))
    net = last == "amount" and not totals.inclusive
    shown = [line.net if net else line.total for line in job.lines]
    total = sum(shown[1:], shown[0]) if shown else job.total
    return Group(left, context.figure(total, STRONG))


def _columns(
    context: Context, document: str, lines: Sequence[PaperLine], totals: TotalsOnPaper
) -> list[Column]:
    law = context.law.documents[document]
    word = context.word
    inside = totals.inclusive
    result = []
    for key in law.columns:
        if key == "parts":
            result += _part_columns(context, lines)
        elif key == "net" and inside:
            continue
        elif key in {"price", "amount"} and not inside:
            result.append(Column(key, word(f"col.{key}_net"), _RIGHT))
        elif key == "tax" and inside:
            result.append(Column(key, word("col.tax_inside"), _RIGHT))
        else:
            result.append(_column(key, word(f"col.{key}")))
    return result


def _column(key: str, title: str) -> Column:
    if key == "name":
        return Column(key, title, flex=1.0, least=150.0, needed=True)
    if key == "no":
        return Column(key, title, needed=True)
    if key == "unit":
        return Column(key, title, near=True)
    if key in {"condition", "rate"}:
        return Column(key, title, _RIGHT if key == "rate" else Align.LEFT)
    return Column(key, title, Align.LEFT if key == "hsn" else _RIGHT)


def _part_columns(context: Context, lines: Sequence[PaperLine]) -> list[Column]:
    """One column for each named part of the tax: CGST and SGST, or IGST.

    The rate stands in the head when all lines have the same, else below each amount.
    """
    parts = [part for line in lines for part in line.tax_parts]
    columns = []
    for name in dict.fromkeys(part.name for part in parts):
        rates = {part.percent for part in parts if part.name == name}
        if len(rates) == 1:
            title = f"{name} {context.fmt.percent(rates.pop())}"
            columns.append(Column(_PART + name, title, _RIGHT))
        else:
            columns.append(Column(_PART_AND_RATE + name, name, _RIGHT))
    return columns


def _row(columns: Sequence[Column], cell: _Cell) -> Row:
    return Row({column.key: _cell(column.key, cell) for column in columns})


def _cell(key: str, cell: _Cell) -> Spans:
    kind, colon, name = key.partition(":")
    if not colon:
        return _CELLS[key](cell)
    for part in cell.line.tax_parts:
        if part.name == name:
            rate = "\n" + cell.context.fmt.percent(part.percent)
            below = spans(rate if f"{kind}:" == _PART_AND_RATE else "", SMALL_QUIET)
            return (*cell.context.figure(part.amount), *below)
    return ()


def _name(cell: _Cell) -> Spans:
    """Name, number and maker; below it what else the line has to say."""
    line, word = cell.line, cell.context.word
    about = "  ·  ".join(part for part in (line.code, line.maker) if part)
    if len(about) < _SHORT:  # number and maker move to the next line together
        about = about.replace(" ", "\u00a0")
    below = []
    if line.serials:
        below.append(word("line.serials", text=", ".join(line.serials)))
    if line.crash_part:
        below.append(line.crash_part)
    if line.warranty and not cell.shared:
        below.append(word("line.warranty", text=line.warranty))
    if line.note:
        below.append(line.note)
    payer = "" if line.payer is Payer.CUSTOMER else word(f"payer.{line.payer.value}")
    return (
        Span(line.name, BASE),
        *spans(f"  {payer}" if payer else "", STRONG.in_colour(SECOND)),
        *spans(f"  {about}" if about else "", SMALL_QUIET),
        *spans("\n" + "  ·  ".join(below) if below else "", SMALL_QUIET),
    )


def _condition(cell: _Cell) -> Spans:
    if cell.line.kind is not LineKind.PART:
        return ()
    return spans(cell.context.word(f"condition.{cell.line.condition.value}"), BASE)


def _discount(cell: _Cell) -> Spans:
    if not cell.line.discount.minor:
        return ()
    if cell.line.discount_percent:
        return spans(cell.context.fmt.percent(cell.line.discount_percent), BASE)
    return cell.context.figure(cell.line.discount)


def _rate(cell: _Cell) -> Spans:
    percent = cell.line.tax_percent
    if not percent:  # "без НДС" and "НДС 0 %" are two things: the regime's own words say which
        return spans(cell.line.tax_name, BASE.in_colour(MUTED))
    return spans(cell.context.fmt.percent(percent), BASE)


def _tax(cell: _Cell) -> Spans:
    if not cell.line.tax_percent:
        return spans("–", BASE.in_colour(MUTED))
    return cell.context.figure(cell.line.tax)


_CELLS: Final[Mapping[str, Callable[[_Cell], Spans]]] = {
    "no": lambda cell: spans(cell.number, QUIET),
    "name": _name,
    "hsn": lambda cell: spans(cell.line.hsn, BASE),
    "condition": _condition,
    "qty": lambda cell: spans(cell.context.fmt.number(cell.line.quantity), BASE),
    "unit": lambda cell: spans(cell.line.unit, BASE),
    "price": lambda cell: cell.context.figure(cell.line.unit_price),
    "discount": _discount,
    "net": lambda cell: cell.context.figure(cell.line.net),
    "rate": _rate,
    "tax": _tax,
    "total": lambda cell: cell.context.figure(cell.line.total, STRONG),
    "amount": lambda cell: cell.context.figure(
        cell.line.total if cell.totals.inclusive else cell.line.net, STRONG
    ),
}
