"""The facts below the head: who, which vehicle, when, on what ground; columns without boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.papers import Party, VehicleOnPaper
from reports.formats import phone
from reports.layout.flow import Band
from reports.layout.items import (
    Box,
    Edges,
    Gap,
    Item,
    Plate,
    Stack,
    across,
    caption,
    paragraph,
    stack,
)
from reports.layout.text import Spans, spans
from reports.layout.theme import BASE, LARGE, QUIET, SMALL, STRONG
from reports.sections.context import Context
from reports.sections.masthead import tax_ids

_GAP = 18.0
_RUSSIAN = re.compile(r"([АВЕКМНОРСТУХ]\d{3}[АВЕКМНОРСТУХ]{2}) ?(\d{2,3})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption and its lines. `weight` is the share of the width; empty facts are left out."""

    label: str
    lines: tuple[Spans | Item, ...]
    weight: float = 1.0


def facts(context: Context, columns: Sequence[Sequence[Fact]]) -> list[Band]:
    """Lay facts out in columns; the first fact of a column gives the column's weight."""
    full = [
        [fact for fact in column if fact.lines]
        for column in columns
        if any(fact.lines for fact in column)
    ]
    if not full:
        return []
    room = context.width - _GAP * (len(full) - 1)
    whole = sum(column[0].weight for column in full)
    cells = []
    x = 0.0
    for column in full:
        width = room * column[0].weight / whole
        cells.append((x, _column(column, width)))
        x += width + _GAP
    edges = Edges(top=9.0, bottom=14.0)
    return [Band(Box(across(cells), context.width, edges))]


def _column(column: Sequence[Fact], width: float) -> Stack:
    items: list[Item] = []
    for fact in column:
        if items:
            items.append(Gap(4.0))
        items.append(caption(fact.label, width))
        items += [
            paragraph(line, BASE, width) if isinstance(line, tuple) else line for line in fact.lines
        ]
    return stack(items)


def value(text: str) -> tuple[Spans, ...]:
    """Return the lines of a fact that is one plain text, or none."""
    return (spans(text, BASE),) if text else ()


def party(context: Context, who: Party, field: str) -> tuple[Spans, ...]:
    """Return a party's lines: name, address, State, phone, registration numbers."""
    word = context.word
    number = word("phone", value=phone(who.phone)) if who.phone else ""
    lines = (
        context.or_gap(spans(who.name, STRONG), f"{field}.name"),
        spans(word("contact", value=who.contact), BASE) if who.contact else (),
        context.or_gap(spans(who.address, BASE), f"{field}.address"),
        spans(context.place(who.state, who.state_code), BASE),
        context.or_gap(spans(number, QUIET), f"{field}.phone"),
        spans(who.email, QUIET),
        spans(tax_ids(context, who), SMALL),
        *(context.gap(f"{field}.tax_ids.{scheme}") for scheme in ("inn", "gstin", "vat")),
    )
    return tuple(line for line in lines if line)


def vehicle(
    context: Context, car: VehicleOnPaper, *, large: bool = False
) -> tuple[Spans | Item, ...]:
    """Return a vehicle's lines: plate, make and model, VIN, odometer, unit numbers."""
    word = context.word
    facts_ = []
    if car.year is not None:
        facts_.append(word("year", year=str(car.year)))
    if car.colour:
        facts_.append(car.colour)
    lines: list[Spans | Item] = []
    if car.plate:
        lines += [_plate(car), Gap(2.0)]
    lines.append(
        context.or_gap(spans(car.make_model, LARGE if large else STRONG), "vehicle.make_model")
    )
    lines.append(spans("  ·  ".join(facts_), BASE))
    lines.append(
        context.or_gap(spans(f"{word('vin')} {car.vin}" if car.vin else "", BASE), "vehicle.vin")
    )
    if car.odometer is not None:
        lines.append(spans(odometer(context, car, car.odometer), BASE))
    lines.append(context.gap("vehicle.odometer"))
    if car.engine_number:
        lines.append(spans(f"{word('engine')} {car.engine_number}", QUIET))
    lines += [spans(f"{each.name} {each.value}", QUIET) for each in car.unit_numbers]
    return tuple(line for line in lines if line)


def _plate(car: VehicleOnPaper) -> Plate:
    """A Russian plate's region stands behind the hairline, also when it came as one text."""
    match = _RUSSIAN.fullmatch(car.plate)
    if match and not car.plate_region:
        return Plate(match[1], match[2])
    return Plate(car.plate, car.plate_region)


def odometer(context: Context, car: VehicleOnPaper, reading: int) -> str:
    """Write an odometer reading with its unit: Пробег 84 320 км."""
    unit = context.word(f"unit.{car.odometer_unit}")
    return context.word("odometer", value=context.fmt.whole(reading), unit=unit)
