"""Visits: which centers can be asked, when they are free, and what an owner's acts about a request cause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from models.base import new_id
from models.passports import LinkState
from sync.server import access, feed
from sync.server.feed import News
from sync.server.problems import ProblemError, not_found
from sync.server.station import Row, Tx
from sync.server.tables import appointments, cars, centers, links
from sync.server.tenancy import CenterRows, OwnerRows
from sync.wire.bookings import (
    AppointmentCancellation,
    AppointmentChoice,
    AppointmentRequest,
    BookingSettings,
    CalendarFreeBusy,
    OnlineService,
)
from sync.wire.canonical import canonical
from sync.wire.fields import Wire, utc_text, utc_time
from sync.wire.kinds import ChangeKind
from sync.wire.push import Code

MOST_CENTERS: Final = 50
OPEN: Final = frozenset({"requested", "offered", "accepted", "confirmed"})
"""The visit is still to come."""


class SlotTakenError(Exception):
    """Somebody took the time since the page was shown."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A center that can be asked, and what it told of its calendar."""

    center_id: UUID
    name: str
    place: str
    is_linked: bool
    settings: BookingSettings
    free: CalendarFreeBusy | None

    @property
    def zone(self) -> ZoneInfo:
        """Where its clock hangs."""
        return ZoneInfo(self.settings.zone)

    def service(self, key: UUID) -> OnlineService | None:
        """A service that it offers."""
        return next((each for each in self.settings.services if each.service_id == key), None)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request as its owner reads it; ``at`` is the time that counts now, on the center's clock."""

    row: Row
    center_name: str
    car: Row
    at: datetime
    is_over: bool
    """Its time has passed without an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an owner asks for."""

    car_id: UUID
    service_id: UUID
    starts_at: datetime
    words: str
    with_contact: bool
    press: str
    """Made with the form: the same form sent twice asks once."""


def offers(owner: OwnerRows, text: str = "") -> list[Offer]:
    """Centers that take this person's requests and have something to offer, those with a link first."""
    found = [_offer(row) for row in owner.tx.all(owner.bookable())]
    folded = text.casefold()
    fitting = [
        each
        for each in found
        if each.settings.services and folded in f"{each.name} {each.place}".casefold()
    ]
    fitting.sort(key=lambda each: (not each.is_linked, each.name.casefold(), each.center_id))
    return fitting[:MOST_CENTERS]


def offer(owner: OwnerRows, center_id: UUID) -> Offer | None:
    """One of them."""
    row = owner.tx.one(owner.bookable().where(centers.c.id == center_id))
    return None if row is None else _offer(row)


def slots(tx: Tx, center: Offer, service: OnlineService) -> dict[date, list[datetime]]:
    """Times at which a visit may begin, by the day on the center's wall.

    Left out is what others asked for and the desk has not heard of yet.
    """
    if center.free is None:
        return {}
    soonest = tx.now + timedelta(minutes=center.settings.lead_minutes)
    today = tx.now.astimezone(center.zone).date()
    last = today + timedelta(days=center.settings.ahead_days - 1)
    length = timedelta(minutes=service.minutes)
    waiting = [
        (row.wished_at, row.wished_at + timedelta(minutes=row.minutes))
        for row in _unheard(tx, center.center_id)
    ]
    found: dict[date, list[datetime]] = {}
    for at in _begins(center.free, service.service_id):
        local = at.astimezone(center.zone)
        if at < soonest or local.date() > last:
            continue
        if any(a < at + length and at < b for a, b in waiting):
            continue
        found.setdefault(local.date(), []).append(local)
    return {day: sorted(found[day]) for day in sorted(found)}


def ask(owner: OwnerRows, center_id: UUID, wanted: Wanted) -> UUID:
    """Send the request; the same press, and the same wish of an open one, are one request. Returns its id.

    Raises:
        ProblemError: 404 when center, service or car are not there for this person.
        SlotTakenError: the time was taken meanwhile.
    """
    car = owner.car(wanted.car_id)
    theirs = offer(owner, center_id)
    service = theirs.service(wanted.service_id) if theirs is not None else None
    if car is None or theirs is None or service is None:
        raise not_found()
    # from here on one after the other: two who want the same time do not both get it
    CenterRows(owner.tx, center_id).lock()
    known = pressed(owner, wanted.press) or _same(owner, center_id, wanted)
    if known is not None:
        return known
    free = slots(owner.tx, theirs, service)
    if not any(wanted.starts_at in times for times in free.values()):
        raise SlotTakenError
    key = new_id()
    row = {
        "id": key,
        "user_id": owner.user_id,
        "car_id": car.id,
        "press": wanted.press,
        "service_id": service.service_id,
        "service_name": service.name,
        "minutes": service.minutes,
        "wished_at": wanted.starts_at,
        "words": wanted.words,
        "with_contact": wanted.with_contact,
        "state": "requested",
        "starts_at": None,
        "reason": None,
        "answer": "",
        "number": 1,
        "heard": 0,
        "answer_seq": 0,
        "asked_at": owner.tx.now,
        "answered_at": None,
    }
    CenterRows(owner.tx, center_id).insert(appointments, [row])
    user = owner.user()
    payload = AppointmentRequest(
        request_id=key,
        number=1,
        service_id=service.service_id,
        service_name=service.name,
        starts_at=utc_text(wanted.starts_at),
        words=wanted.words,
        label=car.label,
        plate=car.plate,
        vin=car.vin,
        vehicle_id=_vehicle(owner, center_id, car.id),
        name=(user.name or None) if wanted.with_contact else None,
        phone=(user.phone or None) if wanted.with_contact else None,
        asked_at=utc_text(owner.tx.now),
    )
    access.note(owner.tx, car.id, "visit_asked", {"center": theirs.name})
    feed.tell(owner.tx, [News(center_id, ChangeKind.APPOINTMENT_REQUEST, key, payload)])
    return key


def choose(owner: OwnerRows, row_id: UUID, *, accepted: bool) -> None:
    """Say yes or no to the time that the center offered.

    Raises:
        ProblemError: 404 when it is not theirs, 409 when nothing is offered any more.
    """
    row = _held(owner, row_id)
    if row.state != "offered" or row.starts_at is None:
        raise _decided()
    state = "accepted" if accepted else "cancelled"
    payload = AppointmentChoice(
        request_id=row.id,
        number=row.number + 1,
        accepted=accepted,
        starts_at=utc_text(row.starts_at),
        chosen_at=utc_text(owner.tx.now),
    )
    _act(owner, row, state, ChangeKind.APPOINTMENT_CHOICE, payload)


def cancel(owner: OwnerRows, row_id: UUID) -> None:
    """The owner does not come.

    Raises:
        ProblemError: 404 when it is not theirs, 409 when nothing is to come any more.
    """
    row = _held(owner, row_id)
    if row.state not in OPEN:
        raise _decided()
    payload = AppointmentCancellation(
        request_id=row.id, number=row.number + 1, cancelled_at=utc_text(owner.tx.now)
    )
    _act(owner, row, "cancelled", ChangeKind.APPOINTMENT_CANCELLATION, payload)


def visits(owner: OwnerRows) -> list[Visit]:
    """What they asked for, the newest first."""
    return [visit for row in owner.appointments() if (visit := _visit(owner, row)) is not None]


def visit(owner: OwnerRows, row_id: UUID) -> Visit | None:
    """One of them."""
    row = owner.appointment(row_id)
    return None if row is None else _visit(owner, row)


def pressed(owner: OwnerRows, press: str) -> UUID | None:
    """The request that this very form made, if it was sent before."""
    found = sa.select(appointments.c.id).where(
        appointments.c.user_id == owner.user_id, appointments.c.press == press
    )
    key: UUID | None = owner.tx.value(found)
    return key


def _offer(row: Row) -> Offer:
    profile: dict[str, Any] = row.profile or {}
    place = ", ".join(part for part in (profile.get("city"), profile.get("address")) if part)
    return Offer(
        row.id,
        row.name,
        place,
        bool(row.is_linked),
        BookingSettings.model_validate_json(canonical(row.settings)),
        CalendarFreeBusy.model_validate_json(canonical(row.free_busy)) if row.free_busy else None,
    )


def _begins(free: CalendarFreeBusy, service_id: UUID) -> Iterator[datetime]:
    step = timedelta(minutes=free.step_minutes)
    for day in free.days:
        for each in day.free:
            if service_id not in each.service_ids:
                continue
            for span in each.begins:
                at, last = utc_time(span.first_at), utc_time(span.last_at)
                # a desk that errs by years shall not keep a page busy
                last = min(last, at + timedelta(days=1))
                while at <= last:
                    yield at
                    at += step


def _unheard(tx: Tx, center_id: UUID) -> Sequence[Row]:
    mine = CenterRows(tx, center_id)
    return tx.all(
        mine.select(appointments, appointments.c.wished_at, appointments.c.minutes).where(
            appointments.c.heard == 0,
            appointments.c.state == "requested",
            appointments.c.wished_at > tx.now - timedelta(days=1),
        )
    )


def _same(owner: OwnerRows, center_id: UUID, wanted: Wanted) -> UUID | None:
    """An open request of theirs for the same car, time and center."""
    for row in owner.appointments():
        same = (row.center_id, row.car_id, row.wished_at) == (
            center_id,
            wanted.car_id,
            wanted.starts_at,
        )
        if same and row.state in OPEN:
            key: UUID = row.id
            return key
    return None


def _vehicle(owner: OwnerRows, center_id: UUID, car_id: UUID) -> UUID | None:
    """How the center calls the car, if its owner let it in."""
    found = owner.of_cars(links, links.c.vehicle_id).where(
        links.c.center_id == center_id,
        links.c.car_id == car_id,
        links.c.state == LinkState.APPROVED,
    )
    row = owner.tx.connection.execute(found.order_by(links.c.decided_at.desc())).first()
    return None if row is None else row.vehicle_id


def _held(owner: OwnerRows, row_id: UUID) -> Row:
    """The request, as it stands under the center's lock: a push that answers it waits."""
    row = owner.appointment(row_id)
    if row is None:
        raise not_found()
    CenterRows(owner.tx, row.center_id).lock()
    again = owner.appointment(row_id)
    if again is None:
        raise not_found()
    return again


def _act(owner: OwnerRows, row: Row, state: str, kind: ChangeKind, payload: Wire) -> None:
    center = CenterRows(owner.tx, row.center_id)
    this = center.update(appointments).where(appointments.c.id == row.id)
    owner.tx.change(this.values(state=state, number=row.number + 1, reason=None, answer=""))
    feed.tell(owner.tx, [News(row.center_id, kind, row.id, payload)])


def _visit(owner: OwnerRows, row: Row) -> Visit | None:
    named = sa.select(centers.c.name, centers.c.profile).where(centers.c.id == row.center_id)
    center = owner.tx.connection.execute(named).one()
    car = owner.tx.one(sa.select(cars).where(cars.c.id == row.car_id))
    if car is None:
        return None
    zone = ZoneInfo((center.profile or {}).get("zone", "UTC"))
    at = (row.starts_at or row.wished_at).astimezone(zone)
    is_over = row.state in {"requested", "offered", "accepted"} and at < owner.tx.now
    return Visit(row, center.name, car, at, is_over)


def _decided() -> ProblemError:
    return ProblemError(HTTPStatus.CONFLICT, Code.NOT_FOUND, "this was decided meanwhile")
