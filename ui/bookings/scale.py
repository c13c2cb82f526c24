"""Which days a board shows, and the wall clock of the shop: places of a board to moments and back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.bookings.rows import Board
from app.kernel.clock import zone

_HOUR = 60
_LAST = 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Scale:
    """Which days a board shows, and the shop's wall clock: places to moments and back."""

    days: tuple[date, ...]
    time_zone: str

    def place(self, moment: datetime) -> tuple[int, int]:
        """The day's place and the minute of the wall clock; a day outside is -1 or one past the last."""
        local = moment.astimezone(zone(self.time_zone))
        minute = local.hour * _HOUR + local.minute
        on = local.date()
        if on < self.days[0]:
            return -1, minute
        # a day that is not shown (a closed Sunday) belongs to the next one that is
        at = next((at for at, day in enumerate(self.days) if day >= on), len(self.days))
        if at < len(self.days) and self.days[at] != on:
            return at, 0
        return at, minute

    def moment(self, day: int, minute: int) -> datetime:
        """The moment at a minute of a day's wall clock, UTC."""
        days, minute = divmod(minute, _LAST)
        on = self.days[min(max(day, 0), len(self.days) - 1)] + timedelta(days=days)
        wall = datetime.combine(on, time(minute // _HOUR, minute % _HOUR), zone(self.time_zone))
        return wall.astimezone(UTC)

    def ends_at(self, moment: datetime) -> tuple[int, int]:
        """As ``place``, but midnight is the end of the day before."""
        day, minute = self.place(moment)
        return (day - 1, _LAST) if minute == 0 and day > 0 else (day, minute)


def shown_days(board: Board) -> tuple[date, ...]:
    """The days worth a column: open ones, and closed ones on which something stands."""
    kept = [day.day_on for day in board.days if day.is_open or day.appointments]
    return tuple(kept) or tuple(day.day_on for day in board.days)
