"""The calendar of the sample day: hours, bays, people at work, services, a week of appointments, who waits."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app import bookings
from app.bookings import requests
from app.cli.demo_orders import DemoClock, DemoDesk
from models.base import new_id
from models.bookings import AbsenceReason, EndReason, OnlineTakes
from models.requests import LossReason, RequestSource
from models.wishes import Waiting
from sync.wire.bookings import AppointmentRequest
from sync.wire.changes import Change, ChangesPage
from sync.wire.kinds import CHANGE_CURRENT
from sync.wire.moments import utc_text
from sync.wire.names import ChangeKind
from sync.worker.verbs import ApplyPage, apply_page

_SURE = bookings.Confirmed(
    second=True, over_cap=True, without_buffer=True, continues=True, misfit=True
)
_SATURDAY = 5


Moment = tuple[int, str, "Booked"]
_Told = Mapping[str, Any]


class Booked:
    """An appointment of the sample and what becomes of it later."""

    def __init__(self, calendar: "SampleCalendar", key: uuid.UUID, state: str) -> None:
        self.calendar, self.key, self.state = calendar, key, state

    def happen(self) -> None:
        """The car comes, or nobody does."""
        desk = self.calendar.desk
        if self.state == "no_show":
            command = bookings.NoShow(
                appointment_id=self.key, version=self._version(), reason=EndReason.FORGOT
            )
            desk.do(desk.advisor, bookings.mark_no_show, command)
            return
        named = bookings.AppointmentOf(appointment_id=self.key)
        desk.do(desk.advisor, bookings.mark_arrived, named)

    def _version(self) -> int:
        desk, on = self.calendar.desk, self.calendar.today()
        now = desk.clock()
        board = desk.see(lambda read: bookings.get_board(read, on, 1, now=now))
        return next(item.version for item in board.items if item.id == self.key)


class SampleCalendar:
    """Fills the calendar through the verbs, as people of the sample."""

    def __init__(self, desk: DemoDesk, clock: DemoClock, zone: ZoneInfo, told: _Told) -> None:
        self.desk, self.zone, self.told = desk, zone, told
        self.day = clock.end.astimezone(zone).date()
        self.bays: dict[int, uuid.UUID] = {}
        self.services: dict[str, uuid.UUID] = {}

    def today(self) -> date:
        """The day on which the sample's clock stands."""
        return self.desk.clock().astimezone(self.zone).date()

    def settings(self) -> None:
        """Hours, bays, people, services, the one who is on leave."""
        desk, told, owner = self.desk, self.told, self.desk.sample.owner
        week = told["hours"]
        hours = [_hours(day, week) for day in week["days"]]
        hours.append(_hours(_SATURDAY, told["saturday"]))
        desk.do(owner, bookings.set_hours, bookings.SetHours(hours=tuple(hours)), minutes=1)
        for position, (name, department, abilities) in enumerate(told["bays"], start=1):
            bay = bookings.SaveBay(
                name=name, department=department, position=position, abilities=tuple(abilities)
            )
            self.bays[position] = desk.do(owner, bookings.save_bay, bay, minutes=1)
        for login, person in told["people"].items():
            self._person(login, person, hours)
        for position, row in enumerate(told["services"], start=1):
            self._service(position, row)
        for bay, day, opens, closes, why in told["closures"]:
            closure = bookings.CloseBay(
                bay_id=self.bays[bay],
                starts_at=self._at(day, opens),
                ends_at=self._at(day, closes),
                why=why,
            )
            desk.do(owner, bookings.close_bay, closure, minutes=1)
        online = bookings.SetOnlineBooking(version=0, takes=OnlineTakes.EVERYBODY)
        desk.do(owner, bookings.set_online_booking, online, minutes=1)
        login, first, last, reason = told["absence"]
        absence = bookings.SaveAbsence(
            employee_id=self._who(login) or owner.employee_id,
            from_on=self.day + timedelta(days=first),
            until_on=self.day + timedelta(days=last),
            reason=AbsenceReason(reason),
        )
        desk.do(owner, bookings.save_absence, absence, minutes=1)

    def _who(self, login: str | None) -> uuid.UUID | None:
        return self.desk.sample.people[login].employee_id if login else None

    def _person(self, login: str, person: _Told, hours: Sequence[bookings.Hours]) -> None:
        employee_id = self._who(login)
        if employee_id is None:
            return
        owner, until = self.desk.sample.owner, _minutes(person["until"])
        week = tuple(
            bookings.Hours(
                weekday=day.weekday,
                starts_minute=day.starts_minute,
                ends_minute=min(until, day.ends_minute or until),
                breaks=day.breaks,
            )
            for day in hours
        )
        command = bookings.SetWeek(employee_id=employee_id, hours=week)
        self.desk.do(owner, bookings.set_week, command, minutes=1)
        for code in person["skills"]:
            skill = bookings.SaveSkill(employee_id=employee_id, code=code)
            self.desk.do(owner, bookings.save_skill, skill, minutes=1)

    def _service(self, position: int, row: Sequence[Any]) -> None:
        code, name, department, minutes, ability, skill, before, after = row
        command = bookings.SaveServiceType(
            name=name,
            minutes=minutes,
            department=department,
            position=position,
            ability=ability,
            skill=skill,
            buffer_before=before,
            buffer_after=after,
            is_public=code in self.told["public"],
        )
        owner = self.desk.sample.owner
        self.services[code] = self.desk.do(owner, bookings.save_service_type, command, minutes=1)

    def book(self) -> list[Moment]:
        """Book the week and the waiting list; returns what is to happen, and when."""
        later: list[Moment] = []
        for bay, day, at, minutes, plate, car, service, login, state in self.told["appointments"]:
            command = bookings.BookAppointment(
                plate=plate,
                car=car,
                services=(self.services[service],),
                minutes=minutes,
                starts_at=self._at(day, at),
                bay_id=self.bays[bay],
                employee_id=self._who(login),
                is_request=state == "requested",
                confirmed=_SURE,
            )
            key = self.desk.do(self.desk.advisor, bookings.book, command, minutes=1)
            if state in {"arrived", "no_show"}:
                later.append((day, at, Booked(self, key, state)))
        for plate, car, service, wish in self.told["waiting"]:
            waits = bookings.BookAppointment(
                plate=plate,
                car=car,
                services=(self.services[service],),
                wish=self._wish(wish),
                confirmed=_SURE,
            )
            self.desk.do(self.desk.advisor, bookings.book, waits, minutes=1)
        return later

    def ask(self) -> None:
        """Requests of the day: new ones, one called back, one told a price, one lost."""
        desk = self.desk
        for source, name, phone, plate, car, words, wish, then, hours in self.told["requests"]:
            told = requests.TakeRequest(
                source=RequestSource(source),
                name=name,
                phone=phone,
                plate=plate,
                car=car,
                words=words,
                wish=wish,
                consents=True,
                due_at=desk.clock() + timedelta(hours=hours),
                confirmed=_SURE,
            )
            key = desk.do(desk.advisor, requests.take_request, told, minutes=1)
            due_at = desk.clock() + timedelta(hours=hours)
            if then == "contacted":
                spoken = requests.ContactRequest(
                    request_id=key, version=1, due_at=due_at, note=self.told["spoken"]
                )
                desk.do(desk.advisor, requests.contact_request, spoken, minutes=1)
            elif then == "quoted":
                price = requests.QuoteRequest(
                    request_id=key, version=1, amount=1850000, words=words, due_at=due_at
                )
                desk.do(desk.advisor, requests.quote_request, price, minutes=1)
            elif then == "lost":
                lost = requests.LoseRequest(request_id=key, version=1, reason=LossReason.PRICE)
                desk.do(desk.advisor, requests.lose_request, lost, minutes=1)

    def owners_ask(self) -> None:
        """What came from the owners' page: one is kept, one lost its time to another, one was offered a new time."""
        for service, day, at, *who, asked, offer in self.told["owners"]:
            self._owner_asks(service, self._at(day, at), who, self._at(*asked))
            if offer is not None:
                self._offer(*offer)

    def _owner_asks(
        self, service: str, wished: datetime, who: Sequence[Any], asked: datetime
    ) -> None:
        desk = self.desk
        plate, car, name, phone, words = who
        types = desk.see(bookings.list_service_types)
        key = self.services[service]
        told = AppointmentRequest(
            request_id=new_id(),
            number=1,
            service_id=key,
            service_name=next(row.name for row in types if row.id == key),
            starts_at=utc_text(wished),
            words=words,
            label=car,
            plate=plate,
            name=name,
            phone=phone,
            asked_at=utc_text(asked),
        )
        change = Change(
            id=new_id(),
            kind=ChangeKind.APPOINTMENT_REQUEST,
            schema_version=CHANGE_CURRENT[ChangeKind.APPOINTMENT_REQUEST],
            subject_id=told.request_id,
            made_at=told.asked_at,
            payload=told.plain(),
        )
        page = ApplyPage(page=ChangesPage(changes=[change], next=None, more=False))
        desk.do(desk.sample.owner, apply_page, page, minutes=1)

    def _offer(self, day: int, at: str, bay: int, words: str) -> None:
        """Another time for the one who asked last."""
        desk = self.desk
        row = desk.see(bookings.list_requests)[-1]
        offer = bookings.OfferTime(
            appointment_id=row.appointment_id,
            version=row.version,
            starts_at=self._at(day, at),
            bay_id=self.bays[bay],
            employee_id=None,
            words=words,
            confirmed=_SURE,
        )
        desk.do(desk.advisor, bookings.offer_time, offer, minutes=1)

    def _at(self, day: int, at: str) -> datetime:
        on = self.day + timedelta(days=day)
        return datetime.combine(on, time.fromisoformat(at), self.zone)

    def _wish(self, wish: _Told) -> Waiting:
        until = wish.get("until")
        after = wish.get("after")
        return Waiting(
            weekdays=tuple(wish.get("weekdays", ())),
            parts=tuple(wish.get("parts", ())),
            until_on=self.day + timedelta(days=until) if until is not None else None,
            earliest_minute=_minutes(after) if after else None,
        )


def _minutes(at: str) -> int:
    wall = time.fromisoformat(at)
    return wall.hour * 60 + wall.minute


def _hours(weekday: int, told: _Told) -> bookings.Hours:
    return bookings.Hours(
        weekday=weekday,
        starts_minute=_minutes(told["opens"]),
        ends_minute=_minutes(told["closes"]),
        breaks=tuple((_minutes(first), _minutes(last)) for first, last in told["breaks"]),
    )
