"""What stands below the figures: terms, own and replaced parts, declined and recommended work.

Every section is a heading with its text or small table; an empty one takes no room at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.papers import (
    CorrectionNote,
    DeclinedWork,
    OldPart,
    OwnPart,
    PaymentOnPaper,
    Recommendation,
    VehicleOnPaper,
)
from reports.layout.flow import Band
from reports.layout.items import Tick, across, paragraph, stack
from reports.layout.table import MINOR, Column, Row, table_bands
from reports.layout.text import Align, Span, Spans, Style, spans, wrap
from reports.layout.theme import BASE, QUIET, SECTION, SECTION_GAP, SMALL, STRONG
from reports.sections.context import Context

_RIGHT = Align.RIGHT


def heading(context: Context, title: str, *, before: float = SECTION_GAP) -> Band:
    """Lay out the title of a section; it never stands alone at the foot of a page."""
    item = paragraph(title, SECTION, context.width)
    return Band(item, before=before, keep_next=True, section=True)


def text_section(context: Context, title: str, text: str, style: Style = SMALL) -> list[Band]:
    """Lay out a titled text that may run over pages, never with a lone line."""
    if not text.strip():
        return []
    return [heading(context, title), *text_bands(text, style, context.width)]


def text_bands(text: str, style: Style, width: float) -> list[Band]:
    """Lay out a text line by line: two lines at least stay together at each break."""
    lines = wrap(spans(text.strip(), style), width)
    last = len(lines) - 1
    return [
        Band(line, keep_next=index in {0, last - 1} and index != last)
        for index, line in enumerate(lines)
    ]


def table_section(
    context: Context, title: str, columns: Sequence[Column], rows: Sequence[Row]
) -> list[Band]:
    """Lay out a titled small table; the title stays with the head and the first row."""
    if not rows:
        return []
    bands = table_bands(columns, rows, context.width, pad=2.2, rule=MINOR)
    return [heading(context, title), replace(bands[0], before=2.0), *bands[1:]]


def own_parts(context: Context, parts: Sequence[OwnPart], *, money: bool = True) -> list[Band]:
    """Parts that the consumer brought, with their conformity data."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("name", word("col.part"), flex=1.0, least=120.0),
        Column("qty", word("col.qty"), _RIGHT),
        Column("unit", word("col.unit"), near=True),
        Column("conformity", word("col.conformity"), flex=0.8, least=90.0),
        Column("price", word("col.price"), _RIGHT),
    ]
    rows = [
        Row(
            {
                "name": _part_name(part.name, part.code, part.maker),
                "qty": spans(fmt.number(part.quantity), BASE),
                "unit": spans(part.unit, BASE),
                "conformity": context.or_gap(
                    spans(part.conformity, SMALL), f"own_parts.{index}.conformity"
                ),
                "price": context.figure(part.price) if part.price and money else (),
            }
        )
        for index, part in enumerate(parts)
    ]
    return table_section(context, word("sec.own_parts"), columns, rows)


def old_parts(context: Context, title: str, parts: Sequence[OldPart]) -> list[Band]:
    """Replaced or left-over parts and where they went."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("name", word("col.part"), flex=1.0, least=120.0),
        Column("qty", word("col.qty"), _RIGHT),
        Column("unit", word("col.unit"), near=True),
        Column("fate", word("col.where"), flex=1.0, least=90.0),
    ]
    rows = [
        Row(
            {
                "name": spans(part.name, BASE),
                "qty": spans(fmt.number(part.quantity), BASE),
                "unit": spans(part.unit, BASE),
                "fate": spans(
                    "  ·  ".join(
                        text for text in (word(f"fate.{part.fate.value}"), part.note) if text
                    ),
                    BASE,
                ),
            }
        )
        for part in parts
    ]
    return table_section(context, title, columns, rows)


def declined(context: Context, works: Sequence[DeclinedWork], *, money: bool = True) -> list[Band]:
    """Work that was advised and declined; its price is marked as that day's."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("work", word("col.work"), flex=1.0, least=120.0),
        Column("reason", word("col.reason"), flex=0.8, least=80.0),
        Column("on", word("col.on")),
        Column("price", word("col.old_price"), _RIGHT),
    ]
    rows = [
        Row(
            {
                "work": spans(work.title, BASE),
                "reason": spans(work.reason, SMALL),
                "on": spans(fmt.short_day(work.declined_on), BASE),
                "price": context.figure(work.amount) if work.amount and money else (),
            }
        )
        for work in works
    ]
    return table_section(context, word("sec.declined"), columns, rows)


def recommendations(
    context: Context, advice: Sequence[Recommendation], car: VehicleOnPaper
) -> list[Band]:
    """Next work with its date or reading, whichever comes first."""
    word = context.word
    columns = [
        Column("work", flex=1.0, least=160.0, needed=True),
        Column("due", flex=0.9, align=_RIGHT),
    ]
    rows = [
        Row({"work": spans(each.text, BASE), "due": spans(_due(context, each, car), QUIET)})
        for each in advice
    ]
    return table_section(context, word("sec.recommendations"), columns, rows)


def _due(context: Context, advice: Recommendation, car: VehicleOnPaper) -> str:
    word, fmt = context.word, context.fmt
    day = fmt.short_day(advice.due_on) if advice.due_on else ""
    reading = ""
    if advice.due_odometer is not None:
        unit = word(f"unit.{car.odometer_unit}")
        reading = f"{fmt.whole(advice.due_odometer)}\u00a0{unit}"
    if day and reading:
        return word("due.or", date=day, odometer=reading)
    if reading:
        return word("due.odometer", odometer=reading)
    return word("due.date", date=day) if day else ""


def payments(context: Context, title: str, rows: Sequence[PaymentOnPaper]) -> list[Band]:
    """Money that came or went: date, receipt, method, amount."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("on", word("col.on")),
        Column("receipt", word("col.receipt"), flex=1.0, least=60.0),
        Column("method", word("col.method")),
        Column("reference", word("col.reference"), flex=1.6, least=60.0),
        Column("amount", word("col.paid"), _RIGHT),
    ]
    return table_section(
        context,
        title,
        columns,
        [
            Row(
                {
                    "on": spans(fmt.short_day(each.paid_on), BASE),
                    "receipt": spans(each.number, BASE),
                    "method": spans(word(f"method.{each.method.value}"), BASE),
                    "reference": spans(each.reference, SMALL),
                    "amount": context.figure(each.amount),
                }
            )
            for each in rows
        ],
    )


def corrections(context: Context, notes: Sequence[CorrectionNote]) -> list[Band]:
    """Later corrections, beside what they correct: both stay readable."""
    word, fmt = context.word, context.fmt
    columns = [
        Column("on", word("col.on")),
        Column("field", word("col.field"), flex=1.0, least=90.0),
        Column("was", word("col.was"), flex=0.7, least=50.0),
        Column("now", word("col.now"), flex=0.7, least=50.0),
        Column("reason", word("col.reason"), flex=1.0, least=80.0),
    ]
    rows = [
        Row(
            {
                "on": spans(fmt.short_day(note.corrected_on), BASE),
                "field": (
                    Span(note.field, BASE),
                    *spans(f"\n{word('number', number=note.number)}" if note.number else "", QUIET),
                ),
                "was": spans(note.was, QUIET),
                "now": spans(note.now, STRONG),
                "reason": spans(
                    "\n".join(part for part in (note.reason, note.decided_by) if part), SMALL
                ),
            }
        )
        for note in notes
    ]
    return table_section(context, word("sec.corrections"), columns, rows)


def choices(context: Context, options: Sequence[tuple[str, bool]]) -> list[Band]:
    """Tick boxes with their words, one below the other."""
    bands = []
    for text, ticked in options:
        words = paragraph(text, STRONG if ticked else BASE, context.width - 14.0)
        box = Tick(BASE.leading, ticked=ticked)
        bands.append(Band(across(((0.0, box), (14.0, stack([words])))), before=1.0))
    return bands


def _part_name(name: str, code: str, maker: str) -> Spans:
    about = "  ·  ".join(part for part in (code, maker) if part)
    return (Span(name, BASE), *spans(f"  {about}" if about else "", QUIET))
