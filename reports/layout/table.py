"""Tables: columns as wide as their content, a head on each page, rows that never clip.

Columns of figures take the width of their widest figure and are never broken; columns of words
wrap. When all of that does not fit, the table is set smaller, step by step, before a word breaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reports.layout.flow import Band
from reports.layout.fonts import Colour
from reports.layout.items import Across, Box, Edges, Gap, Item, across, stack
from reports.layout.text import Align, Line, Span, Spans, Style, longest_word, natural_width, wrap
from reports.layout.theme import CAPTION, CONTROL, HAIR, INK, SUNKEN, THICK, THIN

Ruled = tuple[float, Colour]
MAIN: Final[Ruled] = (THICK, INK)
"""The rule below the head of a paper's main table."""
MINOR: Final[Ruled] = (THIN, CONTROL)
"""The same of a small table below it."""

_GAP: Final = 9.0
_HANG: Final = 6.0
_PAD: Final = 2.7
_SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `flex` > 0 shares what is left over and wraps; `least` is its width in points.

    A column that is neither flexible nor wrapping keeps every value on one line. `fixed` is the
    width of columns that hold items instead of text. `needed` columns stay even when empty.
    """

    key: str
    title: str = ""
    align: Align = Align.LEFT
    flex: float = 0.0
    least: float = 0.0
    wraps: bool = False
    fixed: float = 0.0
    needed: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Text or items by column key."""

    cells: Mapping[str, Spans | Item]


@dataclass(frozen=True, slots=True)
class Group:
    """A row across the table: words left, a sum right."""

    left: Spans
    right: Spans = ()


@dataclass(frozen=True, slots=True)
class _Place:
    column: Column
    x: float
    width: float


def table_bands(
    columns: Sequence[Column],
    rows: Sequence[Row | Group],
    width: float,
    *,
    pad: float = _PAD,
    rule: Ruled = MAIN,
) -> list[Band]:
    """Lay out a table `width` points wide as bands; the head comes first and repeats."""
    cells = [row.cells for row in rows if isinstance(row, Row)]
    used = [
        column for column in columns if column.needed or any(cell.get(column.key) for cell in cells)
    ]
    scale, places = _fit(used, cells, width)
    head = _head(places, width, rule)
    bands = [Band(head, before=0, keep_next=True)] if any(c.title for c in used) else []
    repeated = head if bands else None
    for row in rows:
        if isinstance(row, Group):
            bands.append(Band(_group(row, scale, width), keep_next=True, head=repeated))
        else:
            item = _row(row, places, scale)
            edges = Edges(top=pad, bottom=pad, below=(THIN, HAIR))
            bands.append(Band(Box(item, width, edges), head=repeated))
    return bands


def _fit(
    columns: Sequence[Column], cells: Sequence[Mapping[str, Spans | Item]], width: float
) -> tuple[float, list[_Place]]:
    """Return the scale of the type and the place of each column."""
    places: list[_Place] = []
    for scale in _SCALES:
        places, fits = _places(columns, cells, width, scale)
        if fits:
            return scale, places
    return _SCALES[-1], places


def _places(
    columns: Sequence[Column],
    cells: Sequence[Mapping[str, Spans | Item]],
    width: float,
    scale: float,
) -> tuple[list[_Place], bool]:
    gaps = sum(_gap(column) for column in columns[1:])
    widths = {c.key: _rigid(c, cells, scale) for c in columns if not c.flex}
    rest = width - gaps - sum(widths.values())
    flexible = [column for column in columns if column.flex]
    share = sum(column.flex for column in flexible)
    fits = rest >= sum(column.least for column in flexible)
    for column in flexible:
        widths[column.key] = max(rest * column.flex / share, 40.0)
    if not flexible and columns:
        widths[columns[0].key] += max(rest, 0.0)
    places = []
    x = 0.0
    for index, column in enumerate(columns):
        x += _gap(column) if index else 0.0
        places.append(_Place(column, x, widths[column.key]))
        x += widths[column.key]
    return places, fits


def _gap(column: Column) -> float:
    """A unit stands close to its quantity."""
    return _GAP / 2 if column.near else _GAP


def _rigid(column: Column, cells: Sequence[Mapping[str, Spans | Item]], scale: float) -> float:
    head = longest_word((Span(column.title, CAPTION),)) if column.title else 0.0
    if column.fixed:
        return max(column.fixed, head)
    measure = longest_word if column.wraps else natural_width
    widest = 0.0
    for row in cells:
        value = row.get(column.key)
        if isinstance(value, tuple) and value:
            widest = max(widest, measure(_scaled(value, scale)))
    return max(head, widest, column.least)


def _scaled(parts: Spans, scale: float) -> Spans:
    if scale == 1.0:
        return parts
    return tuple(Span(part.text, _smaller(part.style, scale)) for part in parts)


def _smaller(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale, leading=style.leading * scale)


def _head(places: Sequence[_Place], width: float, rule: Ruled) -> Item:
    titles = [
        (place, wrap((Span(place.column.title, CAPTION),), place.width, place.column.align))
        for place in places
        if place.column.title
    ]
    high = max((sum(line.height for line in lines) for _, lines in titles), default=0.0)
    cells = [
        (place.x, stack([Gap(high - sum(line.height for line in lines)), *lines]))
        for place, lines in titles
    ]
    return Box(across(cells), width, Edges(bottom=3.0, below=rule))


def _row(row: Row, places: Sequence[_Place], scale: float) -> Across:
    texts: list[tuple[float, list[Line]]] = []
    cells: list[tuple[float, Item]] = []
    for place in places:
        value = row.cells.get(place.column.key)
        if isinstance(value, tuple):
            if value:
                lines = wrap(_scaled(value, scale), place.width, place.column.align)
                texts.append((place.x, lines))
        elif value is not None:
            cells.append((place.x, value))
    # First lines of all sizes stand on one baseline.
    base = max((lines[0].baseline for _, lines in texts), default=0.0)
    cells += [(x, stack([Gap(base - lines[0].baseline), *lines])) for x, lines in texts]
    return across(cells)


def _group(row: Group, scale: float, width: float) -> Item:
    """A filled strip that hangs over the type area, so that its words stay in line."""
    right = _scaled(row.right, scale)
    room = natural_width(right) + _GAP if right else 0.0
    cells: list[tuple[float, Item]] = [(_HANG, stack(wrap(_scaled(row.left, scale), width - room)))]
    if right:
        cells.append((_HANG + width - room, stack(wrap(right, room, Align.RIGHT))))
    edges = Edges(top=3.4, bottom=3.4, fill=SUNKEN)
    return across([(-_HANG, Box(across(cells), width + 2 * _HANG, edges))])
