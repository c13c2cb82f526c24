"""What the screens ask of the calendar: does it fit, which slots, what was understood, what can be booked."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.bookings import (
    check_fit,
    count_reasons,
    find_slots,
    list_bays,
    list_people,
    list_service_types,
)
from app.bookings.owners import OwnerRequestRow
from app.bookings.rows import (
    AppointmentCard,
    BayRow,
    Board,
    Fit,
    Found,
    PersonRow,
    ReasonCount,
    ServiceTypeRow,
    WaitingRow,
)
from app.kernel.clock import zone
from app.kernel.tx import Read
from models.access import Permission
from models.wish_words import parse_wish
from models.wishes import Understood, Wish
from ui.bookings.places import lane_id
from ui.parts.bookings import length
from ui.shell.desk import Desk
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.board import Answer, Line, Question

if TYPE_CHECKING:
    from ui.bookings.page import CalendarPage

_TONES = {"good": "good", "warn": "wait", "bad": "bad"}


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be booked: services, bays, people."""

    services: Sequence[ServiceTypeRow]
    bays: Sequence[BayRow]
    people: Sequence[PersonRow]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page read at once."""

    board: Board
    waiting: Sequence[WaitingRow]
    asked: Sequence[OwnerRequestRow]


@dataclass(frozen=True, slots=True)
class Answered:
    """A typed wish, and what was found for it."""

    understood: Understood
    found: Found


def fit_of(
    read: Read,
    wish: Wish,
    starts_at: datetime,
    bay_id: uuid.UUID | None,
    employee_id: uuid.UUID | None,
    *,
    now: datetime,
    appointment_id: uuid.UUID | None = None,
) -> Fit:
    """What would happen if the job stood there."""
    return check_fit(
        read,
        appointment_id,
        bay_id,
        employee_id,
        starts_at,
        wish.minutes,
        now=now,
        ability=wish.ability,
        skill=wish.skill,
    )


def slots(read: Read, wish: Wish, *, now: datetime) -> Found:
    """The slots that fit a wish."""
    return find_slots(read, wish, now=now)


def ask_slots(
    read: Read, text: str, *, now: datetime, formats: Formats, base: Wish | None
) -> Answered:
    """Understand a line and find its slots; ``base`` is the job that looks for another time."""
    place = zone(formats.time_zone)
    understood = parse_wish(text, today=formats.today(), zone=place, base=base)
    return Answered(understood, slots(read, understood.wish, now=now))


def wish_of_card(card: AppointmentCard, from_at: datetime) -> Wish:
    """What an appointment needs of another time, from that moment on."""
    return Wish(minutes=card.minutes, ability=card.ability, skill=card.skill, from_at=from_at)


def day_of_wish(row: OwnerRequestRow, now: datetime, formats: Formats) -> datetime:
    """From when on an owner is offered times: the morning of the day they asked for, if it is not over."""
    return max(now, _midnight(formats.local(row.wished_at).date(), formats))


def wish_of_waiting(row: WaitingRow, now: datetime, formats: Formats) -> Wish:
    """What somebody on the waiting list needs."""
    until = row.wish.until_on
    return Wish(
        minutes=row.minutes,
        ability=row.ability,
        skill=row.skill,
        from_at=now,
        until_at=_midnight(until + timedelta(days=1), formats) if until is not None else None,
        weekdays=row.wish.weekdays,
        parts=row.wish.parts,
        earliest_minute=row.wish.earliest_minute,
        limit=1,
    )


def _midnight(on: date, formats: Formats) -> datetime:
    here = formats.local(datetime.combine(on, datetime.min.time()).astimezone())
    return here.replace(year=on.year, month=on.month, day=on.day, hour=0, minute=0)


def answer_of(fit: Fit, desk: Desk, where: str) -> Answer:
    """A fit as the card beside the hand says it, before the drop."""
    formats = desk.formats
    lines = [Line(_TONES[remark.tone], said(remark.sentence)) for remark in fit.remarks]
    may = fit.ok or (fit.can_overbook and desk.can(Permission.BOOKINGS_OVERBOOK))
    bad = any(line.tone == "bad" for line in lines) or not (fit.ok or may)
    warned = any(line.tone == "wait" for line in lines)
    if not lines and fit.free_until is not None:
        words = QCoreApplication.translate("CalendarPage", "Free until {time}").format(
            time=formats.clock(fit.free_until)
        )
        lines.append(Line("good", words))
    full = 90
    if fit.load_percent > max(full, fit.load_before_percent):
        words = QCoreApplication.translate("CalendarPage", "Load {percent}% that day").format(
            percent=fit.load_percent
        )
        lines.append(Line("wait", words))
    on = formats.local(fit.starts_at).date()
    end = formats.clock(fit.ends_at)
    if formats.local(fit.ends_at).date() != on:
        end = formats.moment(fit.ends_at)
    title = f"{formats.weekday(on)} {on.day}, {formats.clock(fit.starts_at)}–{end}"
    tone = "bad" if bad else "wait" if warned else "good"
    return Answer(tone, title, where, tuple(lines), may=may)


class Asker(QObject):
    """Answers what a board asks while something is carried over it."""

    def __init__(self, desk: Desk, page: "CalendarPage") -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask off the drawing thread; a newer question drops the older answer."""
        page, place = self._page, question.place
        key = question.key if isinstance(question.key, uuid.UUID) else None
        if key is None:
            return
        item, row = page.items.get(key), page.waiting.get(key)
        starts_at, now = page.scale.moment(place.day, place.start), self._desk.now()
        bay = item.bay_id if item is not None else None
        who = item.employee_id if item is not None else None
        if page.by == "bay":
            bay = lane_id(place.lane)
        else:
            who = lane_id(place.lane)
        wish = Wish(
            minutes=place.minutes,
            ability=row.ability if row is not None else None,
            skill=row.skill if row is not None else None,
        )
        before = question.before
        stretched = before is not None and before.minutes != place.minutes
        lane = next((each.title for each in page.view.plan.lanes if each.key == place.lane), "")
        where = lane
        if stretched and before is not None:
            where = self.tr("{now}, was {before}").format(
                now=length(self._desk.formats, place.minutes),
                before=length(self._desk.formats, before.minutes),
            )
        self._desk.read(
            self,
            lambda read: fit_of(read, wish, starts_at, bay, who, now=now, appointment_id=key),
            lambda fit: then(answer_of(fit, self._desk, where)),
            lane="fit",
        )


def know_shop(read: Read, today: date) -> Offer:
    """What can be booked."""
    return Offer(list_service_types(read), list_bays(read), list_people(read, today=today))


def reasons(read: Read, since: date, until: date) -> Sequence[ReasonCount]:
    """How often nothing came of an appointment, by reason."""
    return count_reasons(read, since, until)
