"""The shop's clock: one place that knows what time it is, so that a story can be told on its own day."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present moment, aware, in UTC."""


def system_clock() -> datetime:
    """The computer's clock in UTC."""
    return datetime.now(UTC)


@lru_cache(maxsize=32)
def zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name."""
    return ZoneInfo(name)


def local_day(moment: datetime, time_zone: str) -> date:
    """The calendar day of a moment as the center's wall clock shows it."""
    return moment.astimezone(zone(time_zone)).date()
