"""What the odometer readings of a car say together: which hold, which are mistaken and by what, how fast it is driven.

Pure: readings in, kilometres out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.vehicles.odometer import ReadingRow
from models.vehicles import to_km

_MONTH = timedelta(days=365.25 / 12)
_PACE_OVER = timedelta(days=400)
_PACE_LEAST = timedelta(days=20)
_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Mile:
    """A reading that holds, in kilometres; ``first`` is the reading that it corrects, if it corrects one."""

    at: datetime
    km: int
    reading: ReadingRow


@dataclass(frozen=True, slots=True)
class WrongMile:
    """A reading that cannot be: ``gap_km`` is what it lacks to the one before (below zero), ``likely`` what was meant.

    ``likely`` counts as the dashboard does, like the reading; None when nothing near fits between its neighbours.
    """

    at: datetime
    km: int
    gap_km: int
    likely: int | None
    reading: ReadingRow


@dataclass(frozen=True, slots=True)
class Mileage:
    """``miles`` and ``wrong`` by time; ``per_month`` in km, None while too little is known; ``ahead`` a forecast."""

    miles: tuple[Mile, ...]
    wrong: tuple[WrongMile, ...]
    per_month: int | None
    ahead: tuple[datetime, int] | None


def mileage_of(readings: Sequence[ReadingRow], *, now: datetime) -> Mileage:
    """Sort out the readings of one car; those that a correction replaced are left out."""
    standing = sorted(
        (row for row in readings if row.corrected_by_id is None),
        key=lambda row: (row.read_at, row.id),
    )
    miles = tuple(
        Mile(row.read_at, to_km(row.value, row.unit), row) for row in standing if not row.is_anomaly
    )
    wrong = tuple(_wrong(row, miles) for row in standing if row.is_anomaly)
    per_month = _per_month(miles)
    ahead = None
    if miles and per_month:
        until = max(now, miles[-1].at) + _AHEAD
        ahead = (until, miles[-1].km + round(per_month * ((until - miles[-1].at) / _MONTH)))
    return Mileage(miles, wrong, per_month, ahead)


def _per_month(miles: Sequence[Mile]) -> int | None:
    """The pace of the last year or so; of the whole time when the year has one reading only."""
    if not miles:
        return None
    last = miles[-1]
    span = next((m for m in miles if last.at - m.at <= _PACE_OVER), last)
    first = span if last.at - span.at >= _PACE_LEAST else miles[0]
    if last.at - first.at < _PACE_LEAST:
        return None
    return round((last.km - first.km) / ((last.at - first.at) / _MONTH))


def _wrong(row: ReadingRow, miles: Sequence[Mile]) -> WrongMile:
    before = next((m for m in reversed(miles) if m.at <= row.read_at), None)
    after = next((m for m in miles if m.at > row.read_at), None)
    km = to_km(row.value, row.unit)
    likely = None
    if before is not None and before.reading.unit == row.unit:
        low = before.reading.value
        if after is not None and after.reading.unit == row.unit:
            high = after.reading.value
            share = (row.read_at - before.at) / (after.at - before.at)
            likely = likely_value(row.value, low, high, low + round((high - low) * share))
        else:
            pace = _per_month([m for m in miles if m.at <= row.read_at]) or 0
            wanted = low + round(pace * ((row.read_at - before.at) / _MONTH))
            likely = likely_value(row.value, low, low + max(2 * (wanted - low), 5000), wanted)
    return WrongMile(row.read_at, km, km - before.km if before else 0, likely, row)


def likely_value(seen: int, low: int, high: int, wanted: int) -> int | None:
    """What a hand meant that typed ``seen``: the slip nearest to ``wanted`` that lies from ``low`` to ``high``.

    Two digits changed places before one digit is wrong, missing, or too many.
    """
    best: tuple[int, int, int] | None = None
    for rank, value in _slips(str(seen)):
        if low <= value <= high:
            found = (rank, abs(value - wanted), value)
            best = found if best is None or found < best else best
    return best[2] if best else None


def _slips(digits: str) -> Iterator[tuple[int, int]]:
    """(rank, number) of everything one slip of the hand away."""
    for place in range(len(digits) - 1):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        yield 0, int(swapped)
    for place in range(len(digits)):
        for digit in "0123456789":
            yield 1, int(digits[:place] + digit + digits[place + 1 :])
        if len(digits) > 1:
            yield 1, int(digits[:place] + digits[place + 1 :])
    for place in range(len(digits) + 1):
        for digit in "0123456789":
            yield 1, int(digits[:place] + digit + digits[place:])
