"""The shop's copy of a work order: what to do, with what, by when. No money anywhere.

Nothing in this file reads an amount, so none can slip onto the shop floor; the seal stays away too,
since its code holds the total. Every labour line has a
Code 128 for the clock, and a place to tick; every part a place to tick when the store has issued it.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.papers import (
    Copy,
    DefectsChoice,
    LineKind,
    PaperLine,
    SignatureOnPaper,
    SignatureRole,
    WorkOrderPaper,
)
from reports.layout.flow import Band, keep_together
from reports.layout.items import Barcode, Gap, Item, Stroke, Tick, across, paragraph, stack
from reports.layout.table import Column, Group, Row, table_bands
from reports.layout.text import Align, Span, Spans, spans
from reports.layout.theme import (
    BASE,
    LARGE,
    QUIET,
    SECTION_GAP,
    SMALL,
    SMALL_QUIET,
    STRONG,
)
from reports.sections.closing import signature_rows
from reports.sections.context import Context
from reports.sections.facts import Fact, facts, value, vehicle
from reports.sections.masthead import masthead
from reports.sections.notes import (
    declined,
    heading,
    own_parts,
    text_section,
)

_BARCODE = (132.0, 20.0)
_SIGNERS = (
    SignatureOnPaper(role=SignatureRole.TECHNICIAN),
    SignatureOnPaper(role=SignatureRole.QUALITY),
)


def shop_bands(context: Context, paper: WorkOrderPaper) -> list[Band]:
    """Lay out the shop's copy."""
    word = context.word
    copy = word(f"copy.{Copy.SHOP.value}")
    title = word("title.work_order")
    return [
        *masthead(context, title, copy=copy, code=_order_code(context)),
        *facts(context, _facts(context, paper)),
        *_concerns(context, paper),
        *_labour(context, paper),
        *_parts(context, paper),
        *own_parts(context, paper.own_parts, money=False),
        *declined(context, paper.declined, money=False),
        *text_section(context, word("sec.defects"), _defects(context, paper), BASE),
        *signature_rows(context, _SIGNERS),
    ]


def _facts(context: Context, paper: WorkOrderPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    promised = fmt.moment(paper.promised_at) if paper.promised_at else ""
    car = paper.vehicle
    return [
        [Fact(word("vehicle"), vehicle(context, car, large=True), 1.5)],
        [
            Fact(word("promised"), (spans(promised, LARGE),) if promised else (), 1.3),
            Fact(word("accepted"), value(fmt.moment(paper.accepted_at))),
            Fact(word("advisor"), value(paper.advisor)),
        ],
        [
            Fact(word("bay"), (spans(paper.bay, LARGE),) if paper.bay else ()),
            Fact(word("key"), (spans(car.key_tag, LARGE),) if car.key_tag else ()),
        ],
    ]


def _order_code(context: Context) -> Item | None:
    """The order's own number for the scanner; numbers outside Latin-1 have no Code 128."""
    number = context.head.number
    return Barcode(number, 190.0, 20.0) if number.isascii() else None


def _concerns(context: Context, paper: WorkOrderPaper) -> list[Band]:
    """Complaints, with the known cause or a line to write it on."""
    if not paper.concerns:
        return []
    word = context.word
    third = (context.width - 24.0) / 3
    bands = [heading(context, word("sec.concerns"), before=0.0)]
    titles = (word("sec.complaint"), word("sec.cause"), word("sec.correction"))
    bands.append(
        Band(
            across(
                (index * (third + 12.0), paragraph(title, SMALL_QUIET, third))
                for index, title in enumerate(titles)
            ),
            keep_next=True,
        )
    )
    for concern in paper.concerns:
        cells: list[tuple[float, Item]] = []
        for index, text in enumerate((concern.complaint, concern.cause, concern.correction)):
            item: Item = paragraph(text, BASE, third) if text else Stroke(third, 13.0)
            cells.append((index * (third + 12.0), item))
        bands.append(Band(across(cells), before=3.0))
    return bands


def _labour(context: Context, paper: WorkOrderPaper) -> list[Band]:
    word = context.word
    columns = [
        Column("no", word("col.no"), needed=True),
        Column("name", word("sec.labour"), flex=1.0, least=150.0, needed=True),
        Column("qty", word("col.qty"), Align.RIGHT),
        Column("unit", word("col.unit"), near=True),
        Column("barcode", word("col.barcode"), fixed=_BARCODE[0]),
        Column("done", word("col.done"), fixed=26.0, needed=True),
    ]
    rows: list[Row | Group] = []
    for job in paper.jobs:
        # The same numbers as on the customer's copy, so that both can speak of "2.1".
        labour = [
            (f"{job.number}.{number}", line)
            for number, line in enumerate(job.lines, 1)
            if line.kind is LineKind.LABOUR
        ]
        if labour:
            rows.append(Group((Span(f"{job.number}  {job.title}", STRONG),)))
            rows += [_labour_row(context, line, number) for number, line in labour]
    return _spaced(table_bands(columns, rows, context.width, pad=3.4) if rows else [])


def _labour_row(context: Context, line: PaperLine, number: str) -> Row:
    about = "  ·  ".join(part for part in (line.code, line.technician) if part)
    below = f"\n{line.note}" if line.note else ""
    cells: dict[str, Spans | Item] = {
        "no": spans(number, QUIET),
        "name": (
            Span(line.name, STRONG),
            *spans(f"\n{about}" if about else "", SMALL_QUIET),
            *spans(below, SMALL),
        ),
        "qty": spans(context.fmt.number(line.quantity), STRONG),
        "unit": spans(line.unit, BASE),
        "done": Tick(STRONG.leading, side=11.0),
    }
    if line.barcode:
        text = paragraph(line.barcode, SMALL_QUIET, _BARCODE[0], Align.CENTRE)
        cells["barcode"] = stack((Barcode(line.barcode, *_BARCODE), Gap(1.0), text))
    return Row(cells)


def _parts(context: Context, paper: WorkOrderPaper) -> list[Band]:
    word = context.word
    columns = [
        Column("name", word("sec.parts"), flex=1.0, least=150.0, needed=True),
        Column("code", word("col.code"), flex=0.55, least=70.0),
        Column("bin", word("col.bin")),
        Column("qty", word("col.qty"), Align.RIGHT),
        Column("unit", word("col.unit"), near=True),
        Column("issued", word("col.issued"), fixed=34.0, needed=True),
    ]
    rows = [
        Row(
            {
                "name": spans(line.name, BASE),
                "code": _code(line),
                "bin": spans(line.bin, BASE),
                "qty": spans(context.fmt.number(line.quantity), STRONG),
                "unit": spans(line.unit, BASE),
                "issued": Tick(BASE.leading, side=9.0),
            }
        )
        for job in paper.jobs
        for line in job.lines
        if line.kind is LineKind.PART
    ]
    return _spaced(table_bands(columns, rows, context.width) if rows else [])


def _code(line: PaperLine) -> Spans:
    return (*spans(line.code, BASE), *spans(f"  {line.maker}" if line.maker else "", SMALL_QUIET))


def _spaced(bands: Sequence[Band]) -> list[Band]:
    """Put a section's distance above a table that has its title in its head."""
    if not bands:
        return []
    return [Band(Gap(0.0), before=SECTION_GAP, keep_next=True), *keep_first(bands)]


def keep_first(bands: Sequence[Band]) -> list[Band]:
    """Hold the head, the first group and the first row together."""
    return [*keep_together(bands[:2]), *bands[2:]]


def _defects(context: Context, paper: WorkOrderPaper) -> str:
    """The customer's choice without its limit: the floor asks the advisor, not the purse."""
    if paper.defects_choice is None:
        return ""
    if paper.defects_choice is DefectsChoice.REPAIR_WITHIN_LIMIT:
        return context.word("defects.repair_within_limit_shop")
    return context.word(f"defects.{paper.defects_choice.value}")
