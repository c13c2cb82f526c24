"""The drawing of a car in five views: which panel lies under a mark. Lines and panels are data in ``resources``."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from models.arrivals import View

_Point = Sequence[int]
_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "drawings"


@cache
def panels() -> Mapping[str, Mapping[str, Sequence[_Point]]]:
    """Panels of each view as polygons, in ten-thousandths of the view's width and height; the first hit counts."""
    text = (_FOLDER / "panels.json").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, Sequence[_Point]]] = json.loads(text)
    return found


def panel_at(view: View, points: Sequence[_Point]) -> str | None:
    """The panel under the middle of a mark, or under its first point that lies on one; None beside the car."""
    x = sum(point[0] for point in points) // len(points)
    y = sum(point[1] for point in points) // len(points)
    for place in ((x, y), *points):
        for name, polygon in panels()[view.value].items():
            if _inside(place, polygon):
                return name
    return None


def _inside(point: _Point, polygon: Sequence[_Point]) -> bool:
    """Even-odd rule: a ray to the right crosses the border an odd number of times."""
    x, y = point[0], point[1]
    within = False
    before = polygon[-1]
    for corner in polygon:
        (x1, y1), (x2, y2) = before, corner
        if (y1 > y) != (y2 > y) and (x - x1) * (y2 - y1) * (1 if y2 > y1 else -1) < (x2 - x1) * (
            y - y1
        ) * (1 if y2 > y1 else -1):
            within = not within
        before = corner
    return within


def every_panel() -> list[str]:
    """Names of all panels, sorted: what words must exist for."""
    return sorted({name for view in panels().values() for name in view})


def svg_of(view: View) -> bytes:
    """The drawing of one view as SVG."""
    return (_FOLDER / f"{view.value}.svg").read_bytes()
