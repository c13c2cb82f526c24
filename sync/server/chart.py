"""The odometer over time as the points of a line: no script, no picture file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sync.wire.passports import Odometer

WIDTH = 358
HEIGHT = 96
EDGE = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """An odometer reading of a day."""

    on: date
    odometer: Odometer


@dataclass(frozen=True, slots=True)
class Line:
    """Pixels for an SVG, and what stands at both ends."""

    points: Sequence[tuple[float, float]]
    first: Reading
    last: Reading

    @property
    def path(self) -> str:
        """For `<polyline points>`."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)


def odometer_line(readings: Sequence[Reading]) -> Line | None:
    """The line through two or more readings of different days, all in one unit; None for fewer."""
    days = [reading.on.toordinal() for reading in readings]
    if len(set(days)) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    values = [reading.odometer.value for reading in readings]
    wide = max(days) - min(days)
    high = max(max(values) - min(values), 1)
    points = [
        (
            EDGE + (day - min(days)) / wide * (WIDTH - 2 * EDGE),
            HEIGHT - EDGE - (value - min(values)) / high * (HEIGHT - 2 * EDGE),
        )
        for day, value in zip(days, values, strict=True)
    ]
    return Line(points, readings[0], readings[-1])
