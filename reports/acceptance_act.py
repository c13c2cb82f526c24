"""Acceptance act (акт приёмки транспортного средства, vehicle condition report, Annahmeprotokoll)."""

from __future__ import annotations

from collections.abc import Sequence

from models.papers import AcceptanceActPaper, MarkOnPaper, PhotoOnPaper
from reports.formats import phone
from reports.layout.flow import Band, keep_together
from reports.layout.items import (
    Gap,
    Item,
    Picture,
    Tick,
    across,
    caption,
    paragraph,
    picture,
    stack,
)
from reports.layout.table import Column, Row
from reports.layout.text import Align, Span, Spans, spans
from reports.layout.theme import BASE, CAPTION, QUIET, SMALL, SMALL_QUIET, SMALL_STRONG, STRONG
from reports.sections.car import car_drawing
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.gauge import Gauge
from reports.sections.masthead import masthead
from reports.sections.notes import heading, own_parts, table_section, text_section

_GAP = 8.0
_PHOTOS_PER_ROW = 5
_PHOTO_SHAPE = 0.75


def render(paper: AcceptanceActPaper) -> bytes:
    """Return the PDF of an acceptance act; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word = context.word
    title = word("title.acceptance_act")
    order = word("order_ref", number=paper.order_number) if paper.order_number else ""
    bands = [
        *masthead(context, title, order, word("act.version", number=str(paper.version))),
        *facts(context, _facts(context, paper)),
        *text_section(context, word("sec.amended"), paper.amend_reason),
        *_words(context, paper),
        *_state(context, paper),
        *_damage(context, paper),
        *_belongings(context, paper),
        *_kit(context, paper),
        *own_parts(context, paper.own_parts),
        *text_section(context, word("sec.note"), paper.note),
        *_photos(context, paper.photos),
    ]
    agreed = word("act.agreed", version=str(paper.version))
    end = [
        heading(context, word("sec.act_signatures")),
        Band(paragraph(agreed, SMALL, context.width)),
        *(
            [
                Band(
                    paragraph(
                        word("act.refused", reason=paper.refusal), SMALL_STRONG, context.width
                    )
                )
            ]
            if paper.refusal
            else []
        ),
        *closing(context, paper.signatures, before=8.0),
    ]
    return finish(context, title, [*bands, *keep_together(end)])


def _facts(context: Context, paper: AcceptanceActPaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    return [
        [
            Fact(word("customer"), party(context, paper.customer, "customer"), 1.4),
            Fact(word("bringer"), _bringer(context, paper)),
        ],
        [Fact(word("vehicle"), vehicle(context, paper.vehicle), 1.3)],
        [
            Fact(word("accepted"), value(fmt.moment(paper.accepted_at))),
            Fact(word("key_tag"), value(paper.vehicle.key_tag)),
            Fact(word("id_seen"), value(word(f"id_seen.{paper.id_seen}") if paper.id_seen else "")),
        ],
    ]


def _bringer(context: Context, paper: AcceptanceActPaper) -> tuple[Spans, ...]:
    """Who handed the car over when it was not the customer, and by what right."""
    word, bringer = context.word, paper.bringer
    if bringer is None:
        return ()
    right = word(f"authority.{paper.authority}") if paper.authority else ""
    said = ", ".join(part for part in (right, paper.authority_note) if part)
    number = word("phone", value=phone(bringer.phone)) if bringer.phone else ""
    lines = (
        spans(bringer.name, STRONG),
        spans(number, QUIET),
        context.or_gap(spans(said, SMALL), "authority"),
    )
    return tuple(line for line in lines if line)


def _words(context: Context, paper: AcceptanceActPaper) -> list[Band]:
    """The customer's words as they were said, and the chips below."""
    if not paper.words and not paper.symptoms:
        return []
    bands = [heading(context, context.word("sec.words"), before=2.0)]
    if paper.words:
        bands.append(Band(paragraph(paper.words, BASE, context.width)))
    if paper.symptoms:
        bands.append(Band(paragraph("  ·  ".join(paper.symptoms), SMALL_QUIET, context.width)))
    return keep_together(bands)


def _state(context: Context, paper: AcceptanceActPaper) -> list[Band]:
    """Fuel, charge, lamps, how clean the car was."""
    word = context.word
    columns: list[tuple[str, list[Item]]] = []
    width = (context.width - 3 * _GAP * 2) / 4
    if paper.fuel_eighths is not None:
        said = f"{paper.fuel_eighths}/8"
        gauge = Gauge(width * 0.9, paper.fuel_eighths, 8)
        columns.append((word("state.fuel"), [gauge, paragraph(said, SMALL, width)]))
    if paper.charge_percent is not None:
        gauge = Gauge(width * 0.9, paper.charge_percent, 100, parts=10)
        said = f"{paper.charge_percent}\u00a0%"
        columns.append((word("state.charge"), [gauge, paragraph(said, SMALL, width)]))
    lit = ", ".join(word(f"lamp.{lamp}") for lamp in paper.lamps) or word("lamp.none")
    if paper.is_engine_running is not None:
        engine = word("lamp.engine_on" if paper.is_engine_running else "lamp.engine_off")
        shown = [paragraph(lit, BASE, width), paragraph(engine, SMALL_QUIET, width)]
        columns.append((word("state.lamps"), [*shown]))
    elif paper.lamps:
        columns.append((word("state.lamps"), [paragraph(lit, BASE, width)]))
    if paper.cleanliness:
        lines = [paragraph(word(f"clean.{paper.cleanliness}"), BASE, width)]
        if paper.cleanliness != "clean":
            lines.append(paragraph(word("clean.warning"), SMALL_STRONG, width))
        columns.append((word("state.clean"), [*lines]))
    if not columns:
        return []
    cells = [
        (at * (width + 2 * _GAP), stack([caption(label, width), *items]))
        for at, (label, items) in enumerate(columns)
    ]
    return keep_together([heading(context, word("sec.state")), Band(across(cells))])


def _damage(context: Context, paper: AcceptanceActPaper) -> list[Band]:
    """The drawing with its numbers, then what each number is."""
    word = context.word
    title = heading(context, word("sec.damage"))
    drawing = Band(car_drawing(context, paper.marks), before=4.0)
    if not paper.marks:
        said = word("act.no_damage") if paper.looked_over else word("act.not_looked")
        line = Band(paragraph(said, BASE, context.width), before=4.0)
        return keep_together([title, drawing, line])
    columns = [
        Column("no", word("col.no"), Align.RIGHT),
        Column("kind", word("col.damage")),
        Column("where", word("col.panel"), flex=1.0, least=110.0),
        Column("size", word("col.size"), flex=0.7, least=70.0),
        Column("photos", word("col.photos")),
    ]
    table = table_section(
        context, word("sec.marks"), columns, [_mark_row(context, mark) for mark in paper.marks]
    )
    return [*keep_together([title, drawing, table[1]]), *table[2:]]


def _mark_row(context: Context, mark: MarkOnPaper) -> Row:
    word = context.word
    panel = word(f"panel.{mark.panel}") if mark.panel else word(f"view.{mark.view}")
    return Row(
        {
            "no": spans(str(mark.number), STRONG),
            "kind": spans(word(f"mark.{mark.kind}"), BASE),
            "where": (
                Span(panel, BASE),
                *spans(f"\n{mark.note}" if mark.note else "", SMALL_QUIET),
            ),
            "size": spans(mark.size, BASE),
            "photos": spans(", ".join(str(photo) for photo in mark.photos), BASE),
        }
    )


def _belongings(context: Context, paper: AcceptanceActPaper) -> list[Band]:
    word, fmt = context.word, context.fmt
    columns = [
        Column("name", word("col.thing"), flex=1.0, least=140.0),
        Column("place", word("col.place"), flex=0.8, least=90.0),
        Column("value", word("col.value"), Align.RIGHT),
    ]
    rows = [
        Row(
            {
                "name": spans(thing.name, BASE),
                "place": spans(thing.place, QUIET),
                "value": spans(fmt.money(thing.value) if thing.value else "", BASE),
            }
        )
        for thing in paper.belongings
    ]
    return table_section(context, word("sec.belongings"), columns, rows)


def _kit(context: Context, paper: AcceptanceActPaper) -> list[Band]:
    """Completeness: what is in the car, ticked; what is missing is said in words."""
    if not paper.kit:
        return []
    word = context.word
    width = (context.width - 2 * _GAP) / 3
    cells: list[tuple[float, Item]] = []
    bands = [heading(context, word("sec.kit"))]
    for at, one in enumerate(paper.kit):
        there = one.state == "present"
        more = "" if there else word(f"kit_state.{one.state}")
        said = "; ".join(part for part in (more, one.note) if part)
        text: Spans = (
            Span(word(f"kit.{one.item}"), BASE if there else STRONG),
            *spans(f"  {said}" if said else "", SMALL_QUIET),
        )
        box = across(
            ((0.0, Tick(BASE.leading, ticked=there)), (12.0, paragraph(text, BASE, width - 12.0)))
        )
        cells.append(((at % 3) * (width + _GAP), box))
        if at % 3 == 2 or at == len(paper.kit) - 1:  # noqa: PLR2004  three in a row
            bands.append(Band(across(cells), before=1.5))
            cells = []
    return keep_together(bands)


def _photos(context: Context, photos: Sequence[PhotoOnPaper]) -> list[Band]:
    """Small pictures in rows, each with what it shows, when it was taken and the start of its hash."""
    if not photos:
        return []
    word = context.word
    width = (context.width - _GAP * (_PHOTOS_PER_ROW - 1)) / _PHOTOS_PER_ROW
    bands = [heading(context, word("sec.photos", count=str(len(photos))))]
    for at in range(0, len(photos), _PHOTOS_PER_ROW):
        row = photos[at : at + _PHOTOS_PER_ROW]
        cells = [
            (place * (width + _GAP), _photo(context, one, width)) for place, one in enumerate(row)
        ]
        bands.append(Band(across(cells), before=4.0))
    return [*keep_together(bands[:2]), *bands[2:]]


def _photo(context: Context, one: PhotoOnPaper, width: float) -> Item:
    word, fmt = context.word, context.fmt
    height = width * _PHOTO_SHAPE
    shown = word("photo.mark", number=str(one.mark)) if one.mark else ""
    shown = shown or (word(f"slot.{one.slot}") if one.slot else "")
    said = f"{one.number}.  {shown}".strip()
    taken = fmt.moment(one.taken_at) if one.taken_at else ""
    items: list[Item] = [_picture(one.image, width, height) or Gap(height), Gap(2.0)]
    items.append(paragraph(said, SMALL_STRONG, width))
    if taken:
        items.append(paragraph(taken, CAPTION, width))
    digest = f"{one.sha256[:8]} {one.sha256[8:16]}"
    items.append(paragraph(digest, CAPTION, width))
    return stack(items)


def _picture(image: bytes | None, width: float, height: float) -> Item | None:
    """The picture at the foot of its room, so that the words below stand on one line."""
    if image is None:
        return None
    drawn: Picture = picture(image, width, height)
    return stack((Gap(height - drawn.height), drawn))
