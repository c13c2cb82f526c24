"""The head of the first page: who issues the paper, what it is, its number and date."""

from __future__ import annotations

from dataclasses import replace

from models.papers import Mark, Party
from reports.formats import phone
from reports.layout.flow import Band
from reports.layout.items import Box, Edges, Gap, Item, Stack, across, paragraph, picture, stack
from reports.layout.text import Align, Span, Spans, Style, natural_width, spans
from reports.layout.theme import (
    BAD,
    BRAND,
    INK,
    NUMBER,
    QUIET,
    SECTION,
    SMALL,
    SMALL_QUIET,
    SMALL_STRONG,
    STRONG,
    THICK,
    THIN,
    TITLE,
)
from reports.sections.context import Context

_LOGO = (150.0, 44.0)
_GAP = 24.0


def masthead(
    context: Context,
    title: str,
    subtitle: str = "",
    copy: str = "",
    code: Item | None = None,
) -> list[Band]:
    """Lay out the head: the center left, the document right, a rule below.

    A `code` for the scanner makes it a paper of the house: the center's particulars stay away.
    Drafts say what lacks.
    """
    left = context.width * 0.54
    right = context.width - left - _GAP
    both = across(
        (
            (0.0, _brand(context, left, code) if code else _center(context, left)),
            (left + _GAP, _document(context, (title, subtitle, copy), right)),
        )
    )
    bands = [Band(Box(both, context.width, Edges(bottom=9.0, below=(THICK, INK))))]
    return bands + _lacking(context)


def tax_ids(context: Context, party: Party) -> str:
    """Write registration numbers on one line: ИНН 5029217745 · КПП 502901001."""
    word = context.word
    return "  ·  ".join(
        f"{word(f'id.{each.scheme}') if word.has(f'id.{each.scheme}') else each.scheme.upper()}"
        f"\u00a0{each.value}"
        for each in party.tax_ids
        if each.value
    )


def _brand(context: Context, width: float, code: Item) -> Stack:
    center = context.head.center
    brand = paragraph(center.brand or center.party.name, BRAND, width)
    # The quiet zone hangs over the edge, so that the first bar stands in line.
    return stack((brand, Gap(12.0), across(((-8.0, code),))))


def _center(context: Context, width: float) -> Stack:
    center = context.head.center
    party = center.party
    brand = center.brand or party.name
    items: list[Item] = []
    if center.logo:  # the logo is the sign over the door already
        items += [picture(center.logo, *_LOGO), Gap(5.0)]
    else:
        items.append(paragraph(brand, BRAND, width))
    if center.logo or party.name != brand:
        items.append(paragraph(party.name, SMALL_STRONG, width))
    for line in (
        party.address,
        _joined((_phone(context, party), party.email, _bare(center.website))),
        center.hours,
        context.place(party.state, party.state_code),
        tax_ids(context, party),
    ):
        if line:
            items.append(paragraph(line, SMALL, width))
    for name in ("address", "tax_ids.inn", "tax_ids.ogrn", "tax_ids.gstin", "tax_ids.vat"):
        red = context.gap(f"head.center.party.{name}")
        if red:
            items.append(paragraph(red, SMALL, width))
    return stack(items)


def _phone(context: Context, party: Party) -> str:
    return context.word("phone", value=phone(party.phone)) if party.phone else ""


def _bare(address: str) -> str:
    """A website as it is said: without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _joined(parts: tuple[str, ...]) -> str:
    return "  ·  ".join(part for part in parts if part)


def _document(context: Context, titles: tuple[str, str, str], width: float) -> Stack:
    head, word, fmt = context.head, context.word, context.fmt
    title, subtitle, copy = titles
    items: list[Item] = [
        paragraph(title, _title(title, width), width, Align.RIGHT),
        Gap(1.0),
        paragraph(word("number", number=head.number), NUMBER, width, Align.RIGHT),
        paragraph(word("dated", date=fmt.day(head.issued_on)), QUIET, width, Align.RIGHT),
    ]
    if subtitle:
        items.append(paragraph(subtitle, STRONG, width, Align.RIGHT))
    if head.revision:
        revision = word("revision", number=str(head.revision))
        items.append(paragraph(revision, SMALL_QUIET, width, Align.RIGHT))
    if copy:
        items += [Gap(2.0), paragraph(copy, QUIET, width, Align.RIGHT)]
    marked = _marked(context)
    if marked:
        items += [Gap(2.0), paragraph(marked, SMALL_STRONG, width, Align.RIGHT)]
    return stack(items)


def _title(title: str, width: float) -> Style:
    """A long title is set smaller, down to a point; past that it takes two lines."""
    wide = natural_width(spans(title, TITLE))
    scale = min(1.0, max(width / wide, 0.75)) if wide else 1.0
    return replace(TITLE, size=TITLE.size * scale - (0.01 if scale < 1.0 else 0.0))


def _marked(context: Context) -> str:
    head = context.head
    if head.mark is Mark.NONE:
        return ""
    at = context.fmt.moment(head.marked_at) if head.marked_at else ""
    return context.word(f"marked.{head.mark.value}", number=str(head.mark_number or 1), at=at)


def _lacking(context: Context) -> list[Band]:
    """On a draft: what the law wants before it can be issued, law by law, rule by rule."""
    if not context.missing and not context.unprintable:
        return []
    width = context.width
    items: list[Item] = []
    if context.missing:
        items.append(paragraph(context.word("sec.missing"), SECTION.in_colour(BAD), width))
    laws: dict[str, dict[tuple[str, str], list[int]]] = {}
    for each in (one for group in context.missing.values() for one in group):
        rule = (each.number, each.sentence)
        laws.setdefault(each.law, {}).setdefault(rule, []).append(each.item)
    for law, rules in laws.items():
        items += [Gap(2.0), paragraph(law, SMALL_QUIET, width)]
        for (number, sentence), places in rules.items():
            lines = ", ".join(str(place) for place in places if place)
            line: Spans = (
                Span(f"{number}  ", SMALL_STRONG.in_colour(BAD)),
                Span(sentence, SMALL.in_colour(BAD)),
                *spans(f"  ({context.word('missing.lines', lines=lines)})" if lines else "", SMALL),
            )
            items.append(paragraph(line, SMALL, width))
    if context.unprintable:
        words = context.word("unprintable", signs=" ".join(context.unprintable))
        codes = ", ".join(f"U+{ord(sign):04X}" for sign in context.unprintable)
        items.append(paragraph(f"{words} ({codes})", SMALL.in_colour(BAD), width))
    edges = Edges(top=8.0, bottom=8.0, below=(THIN, BAD))
    return [Band(Box(stack(items), width, edges))]
