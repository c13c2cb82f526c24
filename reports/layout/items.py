"""What stands on a page: things with a height that draw themselves and can be cut in two.

Widths are fixed when an item is made; a page is only ever filled downwards. `split(room)` returns
the part that fits in `room` points and the rest, or None when nothing of it fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from reports.layout import fonts
from reports.layout.codes import draw_code128, draw_qr
from reports.layout.fonts import Colour
from reports.layout.pen import Pen, read_image
from reports.layout.text import Align, Span, Style, wrap
from reports.layout.theme import CONTROL, DIVIDER, INK, MUTED, SECOND, THIN


class Item(Protocol):
    """Anything that stands on a page."""

    @property
    def height(self) -> float:
        """Points from its top to the top of what follows."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the left top corner there."""

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Cut at `room` points, or None when it cannot be cut there."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""

    def split(self, room: float) -> None:
        """Return None: space is not cut."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Items one below the other."""

    items: tuple[Item, ...]
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw from top to bottom."""
        for item in self.items:
            item.draw(pen, x, top)
            top += item.height

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Cut between items, or inside the one that crosses."""
        used = 0.0
        for index, item in enumerate(self.items):
            if used + item.height > room:
                cut = item.split(room - used)
                if cut is None and index == 0:
                    return None
                first = self.items[:index] + ((cut[0],) if cut else ())
                rest = ((cut[1],) if cut else (item,)) + self.items[index + 1 :]
                return stack(first), stack(rest)
            used += item.height
        return None


def stack(items: Iterable[Item]) -> Stack:
    """Put items one below the other."""
    whole = tuple(items)
    return Stack(whole, sum(item.height for item in whole))


@dataclass(frozen=True, slots=True)
class Across:
    """Items side by side, each at its own distance from the left; as high as the highest."""

    cells: tuple[tuple[float, Item], ...]
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw from left to right."""
        for offset, item in self.cells:
            item.draw(pen, x + offset, top)

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Cut every cell that is too high; what fits stays."""
        first: list[tuple[float, Item]] = []
        rest: list[tuple[float, Item]] = []
        for offset, item in self.cells:
            if item.height <= room:
                first.append((offset, item))
                continue
            cut = item.split(room)
            if cut is None:
                rest.append((offset, item))
            else:
                first.append((offset, cut[0]))
                rest.append((offset, cut[1]))
        return (across(first), across(rest)) if first and rest else None


def across(cells: Iterable[tuple[float, Item]]) -> Across:
    """Put items side by side at their offsets."""
    whole = tuple(cells)
    return Across(whole, max((item.height for _, item in whole), default=0.0))


@dataclass(frozen=True, slots=True)
class Edges:
    """Padding, fill and rules around an item; a rule has thickness and colour."""

    top: float = 0.0
    bottom: float = 0.0
    fill: Colour | None = None
    above: tuple[float, Colour] | None = None
    below: tuple[float, Colour] | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """An item with edges, `width` points wide. Cut in two, the rules stay at the outer ends."""

    item: Item
    width: float
    edges: Edges

    @property
    def height(self) -> float:
        """The item and its padding; rules lie on the edge and take no room."""
        return self.edges.top + self.item.height + self.edges.bottom

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw fill, item, rules."""
        edges = self.edges
        if edges.fill:
            pen.fill(x, top, (self.width, self.height), edges.fill)
        self.item.draw(pen, x, top + edges.top)
        if edges.above:
            pen.line(x, top, (x + self.width, top), edges.above)
        if edges.below:
            bottom = top + self.height
            pen.line(x, bottom, (x + self.width, bottom), edges.below)

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Cut the item inside."""
        edges = self.edges
        cut = self.item.split(room - edges.top)
        if cut is None:
            return None
        return (
            Box(cut[0], self.width, Edges(top=edges.top, fill=edges.fill, above=edges.above)),
            Box(cut[1], self.width, Edges(bottom=edges.bottom, fill=edges.fill, below=edges.below)),
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG scaled into its size."""

    image: bytes
    width: float
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        pen.picture(self.image, x, top, (self.width, self.height))

    def split(self, room: float) -> None:
        """Return None: a picture is not cut."""


def picture(image: bytes, width: float, height: float) -> Picture:
    """Scale an image into the box, keeping its shape. Raises OSError for what is no image."""
    across_, down = read_image(image).getSize()
    scale = min(width / max(across_, 1), height / max(down, 1))
    return Picture(image, across_ * scale, down * scale)


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR symbol with its quiet zone."""

    payload: str
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        draw_qr(pen, self.payload, x, top, self.height)

    def split(self, room: float) -> None:
        """Return None: a code is not cut."""


@dataclass(frozen=True, slots=True)
class Barcode:
    """A Code 128 symbol, `width` with its quiet zones."""

    text: str
    width: float
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        draw_code128(pen, self.text, (x, top, self.width, self.height))

    def split(self, room: float) -> None:
        """Return None: a code is not cut."""


_PLATE_SIZE: Final = 9.0
_PLATE_PAD: Final = 5.0


@dataclass(frozen=True, slots=True)
class Plate:
    """A number plate as the desk draws it: frame, region behind a hairline."""

    text: str
    region: str
    height: float = 15.0

    @property
    def width(self) -> float:
        """The frame's width in points."""
        inner = fonts.width(self.text, _PLATE_SIZE, bold=True)
        if self.region:
            inner += 2 * _PLATE_PAD + fonts.width(self.region, _PLATE_SIZE - 1.5, bold=False)
        return inner + 2 * _PLATE_PAD

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw frame, number, region."""
        pen.frame(x, top, (self.width, self.height - 1), 2.4, SECOND)
        base = top + self.height / 2 + 2.7
        number = fonts.runs(self.text, _PLATE_SIZE, bold=True)
        pen.text(tuple((run, INK) for run in number), x + _PLATE_PAD, base)
        if self.region:
            x += 2 * _PLATE_PAD + sum(run.width for run in number)
            pen.line(x, top, (x, top + self.height - 1), (THIN, SECOND))
            region = fonts.runs(self.region, _PLATE_SIZE - 1.5, bold=False)
            pen.text(tuple((run, SECOND) for run in region), x + _PLATE_PAD, base)

    def split(self, room: float) -> None:
        """Return None: a plate is not cut."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule to write on, or between parts; it lies at the bottom of its height."""

    width: float
    height: float
    colour: Colour = DIVIDER
    thickness: float = THIN

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the rule."""
        bottom = top + self.height
        pen.line(x, bottom, (x + self.width, bottom), (self.thickness, self.colour))

    def split(self, room: float) -> None:
        """Return None: a rule is not cut."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick box, ticked or not: fonts have no check mark that every reader knows."""

    height: float
    ticked: bool = False
    side: float = 7.5

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the frame and the mark."""
        top += (self.height - self.side) / 2
        pen.frame(x, top, (self.side, self.side), 1.2, CONTROL)
        if self.ticked:
            knee = (x + self.side * 0.42, top + self.side * 0.76)
            pen.line(x + self.side * 0.2, top + self.side * 0.52, knee, (1.2, INK))
            end = (x + self.side * 0.82, top + self.side * 0.22)
            pen.line(knee[0], knee[1], end, (1.2, INK))

    def split(self, room: float) -> None:
        """Return None: a box is not cut."""


def paragraph(
    text: str | Sequence[Span], style: Style, width: float, align: Align = Align.LEFT
) -> Stack:
    """Lay out text, or spans of several styles, in a width; `style` is that of plain text."""
    parts = (Span(text, style),) if isinstance(text, str) else text
    return stack(wrap(parts, width, align))


def caption(label: str, width: float) -> Stack:
    """Lay out the small muted word above a value."""
    return paragraph(label, Style(size=7, leading=10, colour=MUTED), width)
