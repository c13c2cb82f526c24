"""A bar in parts, as full as a tank or a battery."""

from __future__ import annotations

from dataclasses import dataclass

from reports.layout.pen import Pen
from reports.layout.theme import HAIR, SECOND

_HEIGHT = 6.0
_GAP = 1.6


@dataclass(frozen=True, slots=True)
class Gauge:
    """`level` of `most`, drawn in `parts` little boxes (as many as `most` unless said)."""

    width: float
    level: int
    most: int
    parts: int = 8
    height: float = 11.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the boxes; the one the level lies in is filled in part."""
        each = (self.width - _GAP * (self.parts - 1)) / self.parts
        filled = self.level * self.parts / self.most
        for at in range(self.parts):
            left = x + at * (each + _GAP)
            pen.fill(left, top + 2.0, (each, _HEIGHT), HAIR)
            share = min(1.0, max(0.0, filled - at))
            if share:
                pen.fill(left, top + 2.0, (each * share, _HEIGHT), SECOND)

    def split(self, room: float) -> None:
        """Return None: a gauge is not cut."""
