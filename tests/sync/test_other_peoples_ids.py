"""Every route of the server, asked with somebody else's ids: nothing is told, nothing changes.

The routes are read from the server itself, so that a new one cannot be forgotten: a place in a path that is not
known here fails the test.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa
from starlette.routing import Route

from models.base import new_id
from sync.server import tables
from sync.server.app import create_app
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.wire.fields import utc_text
from sync.wire.kinds import Kind
from sync.wire.push import HaveRequest, push_body
from tests.sync.conftest import Here
from tests.sync.people import JSON, Car, Desk, Person, rows

COMES_AND_GOES = {"sessions", "attempts", "sign_in_codes"}
OPEN = {("get", "/v1/versions"), ("post", "/v1/pair")}
FOR_EVERYBODY = {
    "/check", "/sign-in", "/sign-in/code", "/sign-in/telegram", "/sign-in/telegram-app", "/sign-out",
    "/invite/{secret}", "/language/{code}", "/v1/openapi.json",
}  # fmt: skip  # reads better side by side


@dataclass(frozen=True)
class Victim:
    """A person with a car, and a center of theirs with a desk; what is known of them."""

    owner: Person
    desk: Desk
    car: Car
    ids: dict[str, str]
    cursor: str
    envelope: Any

    @property
    def words(self) -> tuple[str, ...]:
        return (self.car.vin, self.car.plate, self.car.phone, self.car.label, self.desk.name)


def request_visit(desk: Desk, owner: Person, car_id: str) -> str:
    """The owner asks the center, which takes linked owners only, for a visit; its id."""
    service, center = new_id(), str(desk.center_id)
    begins = (datetime.now(UTC) + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    settings = {
        "center_id": center, "takes": "linked", "zone": "UTC", "lead_minutes": 0, "ahead_days": 14,
        "hours": [], "services": [{"service_id": str(service), "name": "Oil", "minutes": 60}],
    }  # fmt: skip  # reads better side by side
    span = {"first_at": utc_text(begins), "last_at": utc_text(begins)}
    free = {"service_ids": [str(service)], "begins": [span]}
    day = {"day_on": begins.date().isoformat(), "free": [free]}
    desk.push(
        desk.seal(Kind.BOOKING_SETTINGS, settings, desk.center_id),
        desk.seal(
            Kind.FREE_BUSY,
            {"center_id": center, "step_minutes": 30, "days": [day]},
            desk.center_id,
        ),
    )
    owner.open(f"/book/{center}?car={car_id}&service={service}")
    wished = owner.find(r'name="starts_at" value="([^"]+)"')
    owner.send(f"/book/{center}", starts_at=wished)
    assert owner.page is not None
    return owner.page.url.path.rsplit("/", 1)[-1]


@pytest.fixture
def victim(here: Here) -> Victim:
    boss, owner = here.person(), here.person()
    desk = Desk(boss.browser, boss, "Гараж Снегирёва")
    desk.pair(boss.pairing_code())
    car, other = Car("Volga GAZ-24 Снегирёв"), Car("Volga GAZ-21 Снегирёв")
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car)
    desk.push(record)
    desk.push(desk.dispute(record, 40_000))
    owner.open("/cars/new")
    owner.send("/cars/new", label=other.label, vin=other.vin, plate=other.plate)
    desk.push(desk.ask(other, phone_mask=car.mask))
    visit = request_visit(desk, owner, path.rsplit("/", 1)[-1])
    links = rows(here.database_url, sa.select(tables.links))
    (kept,) = rows(here.database_url, sa.select(tables.records))
    (disputed,) = rows(here.database_url, sa.select(tables.corrections))
    states = {str(row.state.value): str(row.id) for row in links}
    ids = {
        "/requests/{row_id}": states["requested"],
        "/links/{row_id}": states["approved"],
        "/records/{row_id}": str(kept.id),
        "/corrections/{row_id}": str(disputed.id),
        "/appointments/{row_id}": visit,
        "{car_id}": path.rsplit("/", 1)[-1],
        "{center_id}": str(desk.center_id),
        "{device_id}": str(desk.device_id),
        "{key_id}": desk.key_id,
        "{answer}": "approve",
        "{secret}": "A" * 43,
        "{code}": "ru",
    }
    return Victim(owner, desk, car, ids, str(desk.page().next), record)


def filled(path: str, ids: dict[str, str]) -> str:
    """The path with the victim's ids in it."""
    for place, value in ids.items():
        if place.startswith("/"):
            path = path.replace(place, place.replace("{row_id}", value))
        else:
            path = path.replace(place, value)
    assert "{" not in path, f"a place that this test does not know: {path}"
    return path


def routes_of(here: Here) -> list[tuple[str, str]]:
    """Every method and path that the server answers."""
    app = create_app(ServerSettings(database_url=here.database_url))
    found = []
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        included = getattr(route, "original_router", route)
        waiting += getattr(included, "routes", None) or []
        if isinstance(route, Route):
            found += [(m, route.path) for m in route.methods or () if m != "HEAD"]
    app.state.station.close()
    return sorted(set(found))


def server_hash(here: Here) -> str:
    """One hash over every row of the server, without sessions and counters of tries."""
    digest = hashlib.sha256()
    station = Station.open(ServerSettings(database_url=here.database_url))
    with station.reading() as tx:
        for table in tables.metadata.sorted_tables:
            if table.name not in COMES_AND_GOES:
                told = sorted(str(tuple(row)) for row in tx.all(sa.select(table)))
                digest.update(f"{table.name}{told}".encode())
    station.close()
    return digest.hexdigest()


def silent(victim: Victim, answer: httpx.Response, about: str) -> None:
    said = answer.text + str(answer.headers)
    for word in victim.words:
        assert word not in said, f"{about} tells {word}"


def test_every_page_asked_with_another_persons_ids_tells_and_changes_nothing(
    here: Here, victim: Victim
) -> None:
    stranger, nobody = here.person(), here.stranger()
    stranger.open("/profile")
    token = stranger.forms()["/profile"]["form_token"]
    nobody.open("/sign-in")
    routes = [each for each in routes_of(here) if not each[1].startswith(("/v1", "/static"))]
    assert len(routes) > 25
    assert sum("{" in path for _, path in routes) > 12
    for person, form in ((stranger, token), (nobody, nobody.forms()["/sign-in"]["form_token"])):
        for method, path in routes:
            if path in FOR_EVERYBODY or "{" not in path:
                continue
            before = server_hash(here)
            place = filled(path, victim.ids)
            data = {"form_token": form, "note": "x", "prices": "1", "history": "1", "reason": "x"}
            answer = person.browser.request(
                method, place, data=data if method == "POST" else None, follow_redirects=False
            )
            assert answer.status_code in {302, 303, 403, 404}, (method, path, answer.status_code)
            if answer.is_redirect:
                assert person is nobody or "claim" in path, (method, path)
                assert answer.headers["location"].startswith(("/sign-in", "/")), path
            silent(victim, answer, f"{method} {path}")
            assert server_hash(here) == before, (method, path)
    # the very same paths are there for the one they belong to
    for path in (
        "/links/{row_id}",
        "/records/{row_id}",
        "/corrections/{row_id}",
        "/appointments/{row_id}",
        "/book/{center_id}",
        "/cars/{car_id}",
    ):
        assert victim.owner.open(filled(path, victim.ids))


def test_pages_without_ids_tell_a_stranger_nothing_of_others(here: Here, victim: Victim) -> None:
    stranger, asked = here.person(), 0
    for method, path in routes_of(here):
        if method == "GET" and "{" not in path and not path.startswith("/static"):
            silent(victim, stranger.browser.get(path), path)
            asked += 1
    assert asked > 8


def test_every_call_of_the_contract_wants_a_token_that_lives(here: Here, victim: Victim) -> None:
    """No token, a made-up one, one replaced by rotation, one of a revoked desk: 401 or 403, and no name in it."""
    document = victim.desk.client.get("/v1/openapi.json").json()
    calls = {(method, path) for path, told in document["paths"].items() for method in told}
    api = {(m.lower(), p) for m, p in routes_of(here) if p.startswith("/v1")}
    assert api == calls | {("get", "/v1/openapi.json")}
    replaced = victim.desk.token
    rotated = victim.desk.client.post("/v1/device/rotate", headers=victim.desk.auth).json()
    victim.desk.token = rotated["token"]
    victim.desk.page()  # the new one was used: the old one is dead
    gone = Desk(victim.desk.client, victim.desk.boss)
    gone.center_id = victim.desk.center_id
    gone.pair(victim.desk.boss.pairing_code())
    victim.desk.boss.open("/centers")
    victim.desk.boss.send(f"/centers/{gone.center_id}/devices/{gone.device_id}/revoke")
    tokens = {
        "none": None,
        "made up": "A" * 43,
        "replaced": replaced,
        "revoked": gone.token,
        "an id": str(victim.desk.device_id),
        "twice": f"{victim.desk.token} {victim.desk.token}",
    }
    with httpx.Client(base_url=here.url) as client:
        client.get("/v1/changes", headers={"Authorization": f"Bearer {gone.token}"})
        for method, path in sorted(calls - OPEN):
            assert "{" not in path, f"a place that this test does not know: {path}"
            for name, token in tokens.items():
                before = server_hash(here)
                headers = JSON | ({} if token is None else {"Authorization": f"Bearer {token}"})
                answer = client.request(method, path, headers=headers, content=b"{}")
                assert answer.status_code in {401, 403}, (method, path, name)
                silent(victim, answer, f"{method} {path}")
                assert server_hash(here) == before, (method, path, name)


def test_another_centers_token_reaches_nothing_of_this_one(here: Here, victim: Victim) -> None:
    other = here.desk()
    other.page()
    before = server_hash(here)
    ids = [victim.envelope.id, UUID(victim.ids["/records/{row_id}"])]
    with httpx.Client(base_url=here.url, headers=JSON | other.auth) as client:
        pushed = client.post("/v1/push", content=push_body([victim.envelope.to_bytes()], None))
        (verdict,) = pushed.json()["verdicts"]
        assert verdict["code"] == "wrong_center"
        had = client.post("/v1/have", content=HaveRequest(ids=ids).model_dump_json().encode())
        assert had.json()["missing"] == [str(each) for each in ids]
        cursor = client.get("/v1/changes", params={"after": victim.cursor})
        assert cursor.status_code == 409
        assert client.get("/v1/changes").json()["changes"] == []
        device = client.get("/v1/device")
        assert str(victim.desk.center_id) not in device.text
        assert victim.desk.key_id not in device.text
        for answer in (pushed, had, cursor, device):
            silent(victim, answer, str(answer.url))
    assert server_hash(here) == before


@pytest.mark.parametrize(
    "text", ["../../etc/passwd", "%2e%2e%2fsecrets", "..%5c..%5cshop", "\u0000x"]
)
def test_names_that_climb_are_no_files(here: Here, text: str) -> None:
    person = here.person()
    for prefix in ("/static/", "/cars/", "/records/", "/claim/", "/invite/", "/language/"):
        answer = person.browser.get(prefix + re.sub("\0", "%00", text), follow_redirects=False)
        assert answer.status_code in {303, 400, 404, 422}, (prefix, answer.status_code)
        assert "root:" not in answer.text
