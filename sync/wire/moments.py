"""How a moment is written on the wire."""

from datetime import UTC, datetime


def utc_text(at: datetime) -> str:
    """Write an aware time as the wire does: UTC, microseconds, `Z`.

    Raises:
        ValueError: the time has no zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time on the wire has a zone")
    # Not strftime: it writes the year 999 with three digits.
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
