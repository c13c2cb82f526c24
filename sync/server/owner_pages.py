"""Pages of a car's owner: requests, passport, corrections, access. All work without scripts."""

import re
from http import HTTPStatus
from uuid import UUID

import sqlalchemy as sa
from fastapi import APIRouter
from starlette.responses import Response

from models.base import new_id
from models.passports import LinkState
from models.text import clean, plate_key
from sync.server import (
    access,
    accounts,
    chart,
    corrections,
    links,
    passports,
    throttle,
    visits,
)
from sync.server.accounts import PhoneRefusedError
from sync.server.links import CarChoice
from sync.server.problems import not_found
from sync.server.station import Row
from sync.server.tables import cars
from sync.server.tenancy import OwnerRows
from sync.server.web import LANGUAGE_LIFE, FieldsOf, Visitor, VisitorOf, go
from sync.wire.passports import LinkScope

router = APIRouter(include_in_schema=False)

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
LONGEST_LABEL = 100
LONGEST_PLATE = 20
LONGEST_NOTE = 2000
MOST_VISITS = 5


@router.get("/")
def home(visitor: VisitorOf) -> Response:
    """What waits for a decision, and the cars."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        waiting = [passports.correction(owner, row.id) for row in corrections.open_requests(owner)]
        values = {
            "requests": links.requests(owner),
            "corrections": waiting,
            "cars": owner.cars(),
            "centers": owner.centers(),
            "visits": visits.visits(owner)[:MOST_VISITS],
        }
    return visitor.show("home.html", values)


@router.get("/claim/{secret}")
def claim(visitor: VisitorOf, secret: str) -> Response:
    """The link printed as QR: opening it addresses the request to who opens it, no more."""
    if visitor.session is None:
        return go(f"/sign-in?onward=/claim/{secret}")
    with visitor.station.writing() as tx:
        row = links.claim(tx, visitor.session.user_id, secret)
    return go(f"/requests/{row.id}")


@router.get("/requests/{row_id}")
def request(visitor: VisitorOf, row_id: UUID) -> Response:
    """One request: who asks, for which car, what it would open."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        asked = links.request(owner, row_id)
        if asked is None:
            raise not_found()
        mine = owner.cars()
    values = {"asked": asked, "cars": mine, "likely": _likely(asked, list(mine))}
    return visitor.show("request.html", values)


@router.post("/requests/{row_id}/approve")
def approve(visitor: VisitorOf, fields: FieldsOf, row_id: UUID) -> Response:
    """Let the center in."""
    with visitor.station.writing() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        car_id = links.approve(owner, row_id, _choice(fields), _scope(fields))
    return go(f"/cars/{car_id}")


@router.post("/requests/{row_id}/decline")
def decline(visitor: VisitorOf, fields: FieldsOf, row_id: UUID) -> Response:
    """Keep the center out."""
    del fields  # the form carries its token only, and that was checked
    with visitor.station.writing() as tx:
        links.decline(OwnerRows(tx, visitor.member().user_id), row_id)
    return go("/")


@router.get("/links/{row_id}")
def link(visitor: VisitorOf, row_id: UUID) -> Response:
    """One permission: what it opens, and how to take it back."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        row = owner.link(row_id)
        if row is None or row.state is not LinkState.APPROVED:
            raise not_found()
        shown = next(each for each in links.of_car(owner, row.car_id) if each.id == row.id)
        car = owner.car(row.car_id)
    return visitor.show("link.html", {"link": shown, "car": car})


@router.post("/links/{row_id}/scope")
def rescope(visitor: VisitorOf, fields: FieldsOf, row_id: UUID) -> Response:
    """Open more or less."""
    with visitor.station.writing() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        car_id = links.rescope(owner, row_id, _scope(fields))
    return go(f"/cars/{car_id}")


@router.post("/links/{row_id}/revoke")
def revoke(visitor: VisitorOf, fields: FieldsOf, row_id: UUID) -> Response:
    """Take the permission back."""
    del fields  # the form carries its token only, and that was checked
    with visitor.station.writing() as tx:
        car_id = links.revoke(OwnerRows(tx, visitor.member().user_id), row_id)
    return go(f"/cars/{car_id}")


@router.get("/cars/new")
def new_car(visitor: VisitorOf) -> Response:
    """The form for a car."""
    visitor.member()
    return visitor.show("car_form.html", {"given": {}, "wrong": None})


@router.post("/cars/new")
def add_car(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Add a car."""
    session = visitor.member()
    label = clean(fields.get("label", "").strip())[:LONGEST_LABEL]
    vin = "".join(fields.get("vin", "").split()).upper()
    plate = clean(fields.get("plate", "").strip())[:LONGEST_PLATE]
    year = fields.get("year", "").strip()
    wrong = None
    if not label:
        wrong = "car_needs_label"
    elif vin and not _VIN.fullmatch(vin):
        wrong = "car_vin_wrong"
    if wrong is not None:
        values = {"given": fields, "wrong": wrong}
        return visitor.show("car_form.html", values, HTTPStatus.UNPROCESSABLE_ENTITY)
    row = {
        "id": new_id(),
        "user_id": session.user_id,
        "vin": vin or None,
        "plate": plate or None,
        "plate_key": plate_key(plate) or None,
        "label": label,
        "year": int(year) if re.fullmatch(r"(18|19|20|21)[0-9]{2}", year) else None,
    }
    with visitor.station.writing() as tx:
        tx.change(sa.insert(cars).values(**row, created_at=tx.now))
    return go(f"/cars/{row['id']}")


@router.get("/cars/{car_id}")
def car(visitor: VisitorOf, car_id: UUID) -> Response:
    """The passport: what comes next, what was done, who has access."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        row = owner.car(car_id)
        if row is None:
            raise not_found()
        records = passports.timeline(owner, car_id)
        permissions = links.of_car(owner, car_id)
        today = tx.now.date()
    values = {
        "car": row,
        "records": records,
        "due": passports.upcoming(records, today),
        "links": permissions,
        "line": chart.odometer_line(_readings(records)),
    }
    return visitor.show("car.html", values)


@router.get("/cars/{car_id}/access")
def access_log(visitor: VisitorOf, car_id: UUID) -> Response:
    """Who did what with this car's data, and when."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        row = owner.car(car_id)
        if row is None:
            raise not_found()
        entries = access.entries(owner, car_id)
    return visitor.show("access.html", {"car": row, "entries": entries})


@router.get("/records/{row_id}")
def record(visitor: VisitorOf, row_id: UUID) -> Response:
    """One record with its proof and its corrections."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        view = passports.record(owner, row_id)
        proof = passports.prove(owner, row_id)
        if view is None or proof is None:
            raise not_found()
        row = owner.car(view.car_id)
    return visitor.show("record.html", {"record": view, "proof": proof, "car": row})


@router.get("/corrections/{row_id}")
def correction(visitor: VisitorOf, row_id: UUID) -> Response:
    """One correction, both readings beside each other."""
    with visitor.station.reading() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        view = passports.correction(owner, row_id)
        if view is None:
            raise not_found()
        about = passports.record(owner, view.record)
        row = owner.car(about.car_id) if about is not None else None
    return visitor.show("correction.html", {"correction": view, "record": about, "car": row})


@router.post("/corrections/{row_id}/{answer}")
def decide(visitor: VisitorOf, fields: FieldsOf, row_id: UUID, answer: str) -> Response:
    """Agree or not."""
    note = clean(fields.get("note", "").strip())[:LONGEST_NOTE] or None
    with visitor.station.writing() as tx:
        owner = OwnerRows(tx, visitor.member().user_id)
        if answer == "approve":
            record_id = corrections.decide(owner, row_id, "approved", note)
        elif answer == "reject":
            record_id = corrections.decide(owner, row_id, "rejected", note)
        else:
            raise not_found()
    return go(f"/records/{record_id}")


@router.get("/profile")
def profile(visitor: VisitorOf, saved: str = "") -> Response:
    """What a person says about themselves."""
    return _profile(visitor, HTTPStatus.OK, saved=bool(saved), wrong=False)


@router.post("/profile")
def describe(visitor: VisitorOf, fields: FieldsOf) -> Response:
    """Change it. The phone finds requests, so it cannot be tried out at will."""
    session = visitor.member()
    throttle.count(visitor.station, throttle.PROFILE, str(session.user_id))
    language = fields.get("language", visitor.reader.language)
    try:
        with visitor.station.writing() as tx:
            accounts.describe(
                tx,
                session.user_id,
                name=fields.get("name", ""),
                phone=fields.get("phone", ""),
                language=language,
            )
    except PhoneRefusedError:
        return _profile(visitor, HTTPStatus.UNPROCESSABLE_ENTITY, saved=False, wrong=True)
    answer = go("/profile?saved=1")
    if language in accounts.LANGUAGES:
        answer.set_cookie(
            "carpass-language", language, max_age=LANGUAGE_LIFE, path="/", samesite="lax"
        )
    return answer


def _profile(visitor: Visitor, status: HTTPStatus, *, saved: bool, wrong: bool) -> Response:
    with visitor.station.reading() as tx:
        user = OwnerRows(tx, visitor.member().user_id).user()
    values = {"user": user, "saved": saved, "wrong": wrong}
    return visitor.show("profile.html", values, status)


def _choice(fields: dict[str, str]) -> CarChoice:
    text = fields.get("car", "new")
    if text == "new":
        return CarChoice(None)
    try:
        return CarChoice(UUID(text))
    except ValueError as error:
        raise not_found() from error


def _scope(fields: dict[str, str]) -> LinkScope:
    return LinkScope(prices="prices" in fields, history="history" in fields)


def _likely(asked: Row, mine: list[Row]) -> UUID | None:
    """The car that the request is probably about."""
    for each in mine:
        same_vin = asked.vin is not None and each.vin == asked.vin
        same_plate = asked.plate_key is not None and each.plate_key == asked.plate_key
        if same_vin or (same_plate and None in {asked.vin, each.vin}):
            found: UUID = each.id
            return found
    return None


def _readings(records: list[passports.RecordView]) -> list[chart.Reading]:
    """Readings that count, the oldest first, in the unit of the newest."""
    known = [
        chart.Reading(view.completed_on, view.reading)
        for view in reversed(records)
        if view.reading is not None
    ]
    return [each for each in known if each.odometer.unit == known[-1].odometer.unit]
