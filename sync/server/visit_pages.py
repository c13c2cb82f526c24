"""Pages on which an owner asks a center for a visit and sees what becomes of it. No script is needed."""

from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from models.text import clean
from sync.server import throttle, visits
from sync.server.problems import not_found
from sync.server.station import token
from sync.server.tenancy import OwnerRows
from sync.server.visits import SlotTakenError, Wanted
from sync.server.web import FieldsOf, Visitor, VisitorOf, go

router = APIRouter(include_in_schema=False)

LONGEST_WORDS = 1000
LONGEST_PRESS = 64
LONGEST_SEARCH = 100


@router.get("/book")
def choose_center(visitor: VisitorOf, q: str = "", car: str = "") -> Response:
    """Which centers take requests: those with access first."""
    text = clean(q.replace("\0", "")).strip()[:LONGEST_SEARCH]
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        found = visits.offers(owner, text)
        mine = owner.cars()
    kept = next((str(each.id) for each in mine if str(each.id) == car), "")
    return visitor.show("book_center.html", {"offers": found, "q": text, "cars": mine, "car": kept})


@router.get("/book/{center_id}")
def choose_time(
    visitor: VisitorOf, center_id: UUID, car: str = "", service: str = "", day: str = ""
) -> Response:
    """Car, service, day and time; what is chosen already stands in the address."""
    given = {"car": car, "service": service, "day": day}
    return _book(visitor, center_id, given, HTTPStatus.OK)


@router.post("/book/{center_id}")
def ask(visitor: VisitorOf, fields: FieldsOf, center_id: UUID) -> Response:
    """Send the request. Sent twice it is one; a time that is gone is told, with others."""
    user_id = visitor.member().user_id
    press = fields.get("press", "")[:LONGEST_PRESS]
    starts_at = _moment(fields.get("starts_at", ""))
    car_id, service_id = _id(fields.get("car", "")), _id(fields.get("service", ""))
    if car_id is None or service_id is None or not press:
        raise not_found()
    if starts_at is None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _book(visitor, center_id, fields, status, wrong="visit_no_time")
    wanted = Wanted(
        car_id=car_id,
        service_id=service_id,
        starts_at=starts_at,
        words=clean(fields.get("words", "").strip())[:LONGEST_WORDS],
        with_contact="contact" in fields,
        press=press,
    )
    with visitor.station.reading() as tx:
        known = visits.pressed(OwnerRows(tx, user_id), press)
    if known is not None:
        return go(f"/appointments/{known}")
    throttle.count(visitor.station, throttle.VISITS, str(user_id))
    try:
        with visitor.station.writing() as tx:
            key = visits.ask(OwnerRows(tx, user_id), center_id, wanted)
    except SlotTakenError:
        status = HTTPStatus.CONFLICT
        return _book(visitor, center_id, fields, status, wrong="visit_taken")
    return go(f"/appointments/{key}")


@router.get("/appointments/{row_id}")
def appointment(visitor: VisitorOf, row_id: UUID) -> Response:
    """One request: where it stands, and what can be done."""
    with visitor.station.reading() as tx:
        found = visits.visit(OwnerRows(tx, visitor.member().user_id), row_id)
    if found is None:
        raise not_found()
    return visitor.show("visit.html", {"visit": found})


@router.post("/appointments/{row_id}/{answer}")
def decide(visitor: VisitorOf, fields: FieldsOf, row_id: UUID, answer: str) -> Response:
    """Take the offered time or not, or do not come at all."""
    del fields  # the form carries its token only, and that was checked
    with visitor.station.writing() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        if answer == "accept":
            visits.choose(owner, row_id, accepted=True)
        elif answer == "decline":
            visits.choose(owner, row_id, accepted=False)
        elif answer == "cancel":
            visits.cancel(owner, row_id)
        else:
            raise not_found()
    return go(f"/appointments/{row_id}")


def _book(
    visitor: Visitor,
    center_id: UUID,
    given: dict[str, str],
    status: HTTPStatus,
    *,
    wrong: str | None = None,
) -> Response:
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        offer = visits.offer(owner, center_id)
        if offer is None:
            raise not_found()
        mine, user = owner.cars(), owner.user()
        car = next((each for each in mine if str(each.id) == given.get("car")), None)
        service_id = _id(given.get("service", ""))
        service = offer.service(service_id) if service_id is not None else None
        free = visits.slots(tx, offer, service) if service is not None else {}
    days = {day.isoformat(): day for day in free}
    chosen = given.get("day", "")
    if chosen not in days:
        chosen = next(iter(days), "")
    values = {
        "offer": offer,
        "cars": mine,
        "user": user,
        "car": car,
        "service": service,
        "days": days,
        "chosen": chosen,
        "times": free[days[chosen]] if chosen else [],
        "words": given.get("words", ""),
        "contact": "contact" in given,
        "press": token(),
        "wrong": wrong,
    }
    return visitor.show("book.html", values, status)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
