"""Columns of a table as declarations, group rows between its rows, and how wide each column is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from widgets.values import Badge, Figure, PlateText

PAD: Final = 8
"""Inner margin of a cell on both sides, in design pixels."""
OUTER: Final = 16
"""Margin at the outer edges of a table, in design pixels."""
_LEAST_SHARE: Final = 0.6
_LEAST: Final = 72
"""Narrow columns give nothing: a year or a unit is not to be shortened."""
_WHOLE_KINDS: Final = frozenset({"plate", "money", "state", "icon"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, what it shows of a row, how wide it is in design pixels.

    ``sort`` is the word by which the table asks for another order, None when there is none. ``kind`` is how plain
    texts look (text, code, number, strong, small, secondary, muted), "icon", or one of "plate", "money", "state",
    which say that its cells are never shortened. ``tip`` gives the tooltip of a row's cell. ``order`` gives what to
    compare where the table sorts its rows itself; without it the words of the cell are compared.
    """

    name: str
    title: str
    value: Callable[[Any], object]
    width: int = 120
    stretch: int = 0
    align: str = "left"
    sort: str | None = None
    hidden: bool = False
    kind: str = "text"
    tip: Callable[[Any], str] | None = None
    elide: bool = True
    order: Callable[[Any], Any] | None = None

    @property
    def whole(self) -> bool:
        """Whether the column keeps the width of what stands in it."""
        return not self.elide or self.kind in _WHOLE_KINDS

    @property
    def gives(self) -> bool:
        """Whether the column may become narrower than declared where room is short: texts may, figures may not."""
        return not self.whole and self.align != "right" and self.kind not in {"code", "number"}


@dataclass(frozen=True, slots=True)
class Group:
    """A row that names the rows under it; ``cells`` are values by the name of their column."""

    title: str
    cells: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the fit is made of for one visible column, in pixels."""

    width: float
    stretch: int
    least: float


def fit(wishes: Sequence[Wish], room: float) -> list[int]:
    """Widths that fill the room: stretching columns share what is left, those that may shrink give when it is short.

    Where even that is not enough, the sum is wider than the room and the table scrolls sideways.
    """
    widths = [wish.width for wish in wishes]
    spare = room - sum(widths)
    shares = sum(wish.stretch for wish in wishes)
    if spare >= 0 and widths:
        if shares:
            widths = [
                width + spare * wish.stretch / shares
                for width, wish in zip(widths, wishes, strict=True)
            ]
        else:
            widths[-1] += spare
    elif spare < 0:
        gives = [max(0.0, wish.width - wish.least) for wish in wishes]
        most = sum(gives)
        part = min(1.0, -spare / most) if most else 0.0
        widths = [width - give * part for width, give in zip(widths, gives, strict=True)]
    made = [int(width) for width in widths]
    left = int(room) - sum(made)
    if made and 0 < left <= len(made):
        widest = max(range(len(made)), key=lambda place: (wishes[place].stretch, made[place]))
        made[widest] += left
    return made


def wish(column: Column, width: float, *, scale: float, chosen: bool) -> Wish:
    """The wish of a column whose width is ``width`` pixels; a width somebody chose stays."""
    least = width
    if column.gives and not chosen:
        least = max(min(width, _LEAST * scale), width * _LEAST_SHARE)
    return Wish(width, 0 if chosen else column.stretch, least)


def is_whole(value: object) -> bool:
    """Whether a value is never shortened."""
    return isinstance(value, Badge | PlateText | Figure)
