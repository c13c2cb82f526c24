"""Who is to come today: the calendar's appointments and the orders that are waited for, as one list of cars.

An appointment and an order of the same car are one visit: it shows once, at the time it was booked for.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.insights import ArrivalRow as OrderRow
from app.kernel.tx import Read
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from ui.today import briefs
from widgets.brief import OWN, Brief, Piece
from widgets.cells import Mark, Rich
from widgets.values import Tone

if TYPE_CHECKING:
    from app.bookings.rows import ArrivalRow, DaySummary

_PLATE = 94
_TIME = 38
_COMING = frozenset({"requested", "confirmed"})


@dataclass(frozen=True, slots=True)
class Booked:
    """Names an appointment among the rows of Today."""

    appointment_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Led:
    """A row about the calendar: what its page shall show."""

    day_on: date | None
    side: str


def read_day(read: Read, on: date, now: datetime) -> "DaySummary":
    """The calendar's day."""
    from app.bookings import day_summary  # noqa: PLC0415 - Today is painted without the calendar

    return day_summary(read, on, now=now)


@dataclass(frozen=True, slots=True)
class Visits:
    """The rows of a day, and how many of them have come."""

    rows: tuple[Brief, ...]
    came: int


def visits(
    orders: Sequence[OrderRow],
    day: "DaySummary | None",
    formats: Formats,
    *,
    checks_in: bool,
    receives: bool,
) -> Visits:
    """Who is waited for, the earliest first; then those who came, the last one first.

    ``checks_in`` and ``receives``: whether this person may do so with an order, with an appointment.
    """
    waited: list[tuple[datetime, Brief]] = []
    came: list[tuple[datetime, Brief]] = []
    booked = list(day.arrivals) if day is not None else []
    late_after = max(1, day.late_after_minutes) if day is not None else 1
    for order in orders:
        mine = next((row for row in booked if _is_of(row, order)), None)
        if mine is not None:
            booked.remove(mine)
        row = briefs.arrival(
            order,
            formats,
            may_check_in=checks_in,
            booked_at=mine.starts_at if mine else None,
            late=_late(mine, formats, late_after) if mine else None,
        )
        if order.checked_in_at is not None:
            came.append((order.checked_in_at, row))
        else:
            when = mine.starts_at if mine else order.promised_at
            waited.append((when or datetime.max.replace(tzinfo=order.car.since_at.tzinfo), row))
    for each in booked:
        into = waited if each.state.value in _COMING else came
        into.append((each.starts_at, _appointment(each, formats, late_after, receives=receives)))
    waited.sort(key=lambda one: one[0])
    came.sort(key=lambda one: one[0], reverse=True)
    return Visits(tuple(row for _, row in (*waited, *came)), len(came))


def _is_of(row: "ArrivalRow", order: OrderRow) -> bool:
    same = bool(row.plate) and row.plate == order.car.plate
    return row.order_id == order.car.order_id or (row.order_id is None and same)


def _appointment(row: "ArrivalRow", formats: Formats, late_after: int, *, receives: bool) -> Brief:
    """Time, plate, car and what for; who is late says by how much, who came is muted."""
    coming = row.state.value in _COMING
    tone: Tone = "" if coming else "muted"
    plate = plate_cell(row.plate)
    car = row.car or row.who or row.number
    what = f"  {row.what}" if row.what else ""
    return Brief(
        (
            Piece(Mark(formats.clock(row.starts_at), "", tone), _TIME),
            Piece(plate if plate is not None else Mark("—", "", "muted"), _PLATE),
            Piece(Rich(((car, "" if coming else "secondary"), (what, "muted")))),
            Piece(_standing(row, formats, late_after, coming=coming), OWN, right=True),
        ),
        key=Booked(row.id),
        tip=", ".join(filter(None, (row.number, car, row.what, row.who, row.bay, row.person))),
        action=briefs.check_in_word() if coming and receives else "",
    )


def _standing(row: "ArrivalRow", formats: Formats, late_after: int, *, coming: bool) -> Mark:
    if not coming:
        return Mark(QCoreApplication.translate("TodayRows", "is here"), "check", "muted")
    late = _late(row, formats, late_after)
    if late is not None:
        return late
    if row.state.value == "requested":
        return Mark(QCoreApplication.translate("TodayRows", "not confirmed"), "phone", "wait")
    return Mark("")


def _late(row: "ArrivalRow", formats: Formats, late_after: int) -> Mark | None:
    """By how much somebody is late who was to come; None as long as it is not worth a word."""
    if row.late_minutes < late_after:
        return None
    words = QCoreApplication.translate("TodayRows", "not here, {span}")
    span = formats.span(timedelta(minutes=row.late_minutes))
    return Mark(words.format(span=span), "alarm-clock", "bad")


def calendar_rows(day: "DaySummary", formats: Formats, today: date) -> list[Brief]:
    """What waits in the calendar: owners who ask, days over the limit with their names, who waits for a time."""
    rows = []
    if day.asking:
        words = QCoreApplication.translate("TodayRows", "%n owners ask for a visit", "", day.asking)
        rows.append(_line("bell", "wait", words, "", Led(None, "owners")))
    for full in day.full:
        if full.day_on == today:
            name = QCoreApplication.translate("TodayRows", "Today")
        else:
            name = formats.weekday(full.day_on)
            name = f"{name[:1].upper()}{name[1:]} {full.day_on.day}"
        text = QCoreApplication.translate("TodayRows", "{day} is {percent}% full").format(
            day=name, percent=full.percent
        )
        rows.append(
            _line("triangle-alert", "wait", text, ", ".join(full.names), Led(full.day_on, "full"))
        )
    if day.waiting:
        words = QCoreApplication.translate("TodayRows", "%n wait for a time", "", day.waiting)
        rows.append(_line("list-ordered", "muted", words, "", Led(None, "waiting")))
    return rows


def _line(icon: str, tone: Tone, words: str, more: str, key: Led) -> Brief:
    return Brief(
        (
            Piece(Mark("", icon, tone), 16, kind="icon"),
            Piece(Rich(((words, ""), (f"  {more}" if more else "", "muted")))),
        ),
        key=key,
        tip=f"{words}: {more}" if more else words,
    )
