"""Hours in which nobody works, as the boards hatch them: breaks, closed bays, absences, a short Saturday."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.bookings.rows import Board, BoardLane
from app.bookings.rows import Closed as Span
from ui.bookings.scale import Scale
from ui.shell.words import said
from widgets.board import Closed, range_text

_BREAK = "break"


def shut_hours(board: Board, scale: Scale, begin: int, end: int) -> Iterator[Closed]:
    """Closed hours of every lane on the days that show, cut to the axis from ``begin`` to ``end`` (minutes)."""
    outside = list(_outside(board, scale, begin, end))
    for lane in board.lanes:
        days = {day.day_on: day for day in lane.days}
        for at, on in enumerate(scale.days):
            day = days.get(on)
            for span in day.closed if day is not None else ():
                first_day, first = scale.place(span.starts_at)
                last_day, last = scale.ends_at(span.ends_at)
                first = begin if first_day < at else max(first, begin)
                last = end if last_day > at else min(last, end)
                if first < last:
                    is_break = span.kind == _BREAK
                    text = "" if is_break else _words(span, first, last)
                    yield Closed(lane.id, at, first, last, is_break=is_break, text=text)
        yield from _of_lane(lane, outside)


def _outside(board: Board, scale: Scale, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Day, first and last minute of what lies on the axis before a day opens and after it closes."""
    days = {day.day_on: day for day in board.days}
    for at, on in enumerate(scale.days):
        day = days[on]
        if day.opens_at is None or day.closes_at is None:
            continue
        opens, closes = scale.place(day.opens_at)[1], scale.ends_at(day.closes_at)[1]
        for first, last in ((begin, opens), (closes, end)):
            if first < last:
                yield at, first, last


def _of_lane(lane: BoardLane, spans: list[tuple[int, int, int]]) -> Iterator[Closed]:
    for day, first, last in spans:
        yield Closed(lane.id, day, first, last)


def _words(span: Span, first: int, last: int) -> str:
    """When nobody works there and why, to be said."""
    hours = QCoreApplication.translate("CalendarPage", "closed {hours}")
    words = hours.format(hours=range_text(first, last))
    return f"{words}: {said(span.why)}" if span.why is not None else words
