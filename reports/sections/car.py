"""The drawing of a car in five views with numbered marks on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from models.papers import MarkOnPaper
from reports.layout import fonts
from reports.layout.fonts import Colour
from reports.layout.pen import Pen, Shape
from reports.layout.theme import BAD, INK, MUTED, WHITE
from reports.sections.context import Context

_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "drawings"
_GRID: Final = 10_000
_BOX: Final = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_PATH: Final = re.compile(
    r'<path class="\w+" fill="([^"]+)" stroke="([^"]+)" stroke-width="([^"]+)" d="([^"]+)"/>'
)
_LABEL: Final = 11.0
_RADIUS: Final = 5.4
_COLUMNS: Final = 0.4  # of the width for sides and top; front and rear stand beside


@dataclass(frozen=True, slots=True)
class View:
    """One view: its size in units of its own, and what is drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@cache
def view(name: str) -> View:
    """Read a view from its SVG: paths of M, L, C and Z alone."""
    text = (_FOLDER / f"{name}.svg").read_text("utf-8")
    box = _BOX.search(text)
    if box is None:
        raise ValueError(f"{name}.svg has no size")
    shapes = tuple(
        Shape(_steps(path), _colour(fill), _colour(stroke), float(thickness))
        for fill, stroke, thickness, path in _PATH.findall(text)
    )
    return View(float(box[1]), float(box[2]), shapes)


def _colour(text: str) -> Colour | None:
    if text == "none":
        return None
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _steps(path: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple(
        (step[0], tuple(float(number) for number in step[1:].split()))
        for step in re.findall(r"[MLCZ][^MLCZ]*", path)
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """A view where it stands: offset and scale in points."""

    name: str
    label: str
    x: float
    top: float
    scale: float


@dataclass(frozen=True, slots=True)
class CarDrawing:
    """Five views around the top one, and the marks over them."""

    views: tuple[Placed, ...]
    marks: tuple[MarkOnPaper, ...]
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the views, then every mark, then the numbers over all of it."""
        for placed in self.views:
            drawn = view(placed.name)
            pen.shapes(drawn.shapes, (x + placed.x, top + placed.top), placed.scale)
            width = fonts.width(placed.label, 7, bold=False)
            middle = x + placed.x + (drawn.width * placed.scale - width) / 2
            below = top + placed.top + drawn.height * placed.scale + 7.5
            label = fonts.runs(placed.label, 7, bold=False)
            pen.text(tuple((run, MUTED) for run in label), middle, below)
        taken: list[tuple[float, float]] = []
        lines = [(mark, self._points(mark, x, top)) for mark in self.marks]
        for _, points in lines:
            _draw_line(pen, points)
        for mark, points in lines:
            _draw_number(pen, mark.number, _free(points[0], taken))

    def _points(self, mark: MarkOnPaper, x: float, top: float) -> list[tuple[float, float]]:
        placed = next(each for each in self.views if each.name == mark.view)
        drawn = view(mark.view)
        return [
            (
                x + placed.x + across / _GRID * drawn.width * placed.scale,
                top + placed.top + down / _GRID * drawn.height * placed.scale,
            )
            for across, down in mark.points
        ]

    def split(self, room: float) -> None:
        """Return None: a drawing is not cut."""


def _draw_line(pen: Pen, points: Sequence[tuple[float, float]]) -> None:
    if len(points) == 1:
        pen.circle(points[0], 4.2, line=(1.3, BAD))
    for start, end in pairwise(points):
        pen.line(*start, end, (1.5, BAD))


def _free(point: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    """A place for a number beside its mark that no other number has."""
    x, y = point[0] - 8.0, point[1] - 8.0
    for _ in range(24):
        near = [t for t in taken if abs(t[0] - x) < 2 * _RADIUS and abs(t[1] - y) < 2 * _RADIUS]
        if not near:
            break
        x = near[0][0] + 2 * _RADIUS + 0.8
    taken.append((x, y))
    return x, y


def _draw_number(pen: Pen, number: int, at: tuple[float, float]) -> None:
    pen.circle(at, _RADIUS, fill=INK)
    text = str(number)
    size = 6.6 if number < 10 else 5.6  # noqa: PLR2004  two digits are set smaller
    runs = fonts.runs(text, size, bold=True)
    left = at[0] - fonts.width(text, size, bold=True) / 2
    pen.text(tuple((run, WHITE) for run in runs), left, at[1] + size * 0.36)


def car_drawing(context: Context, marks: Sequence[MarkOnPaper]) -> CarDrawing:
    """Lay the views out: left above, front, top and rear in a row, right below."""
    width = context.width
    scale = width * _COLUMNS / view("left").width
    middle = (width - view("left").width * scale) / 2
    side, upper = view("left").height * scale, view("top").height * scale
    end = scale * 1.05
    ends_top = side + _LABEL + (upper - view("front").height * end) / 2
    beside = (middle - view("front").width * end) / 2
    places = (
        ("left", middle, 0.0, scale),
        ("front", beside, ends_top, end),
        ("top", middle, side + _LABEL, scale),
        ("rear", width - beside - view("rear").width * end, ends_top, end),
        ("right", middle, side + upper + 2 * _LABEL, scale),
    )
    return CarDrawing(
        tuple(Placed(name, context.word(f"view.{name}"), *at) for name, *at in places),
        tuple(marks),
        2 * side + upper + 3 * _LABEL,
    )
