"""Consent: nothing without it, nothing beyond it, nothing after it."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NamedTuple

import pytest
import sqlalchemy as sa

from sync.server.station import token
from sync.server.tables import envelopes
from sync.wire.kinds import Kind
from sync.wire.passports import LinkDecision, LinkRequest
from tests.sync.conftest import Here
from tests.sync.people import WORKS_ONLY, Car, Desk, Person, rows
from tests.sync.running import Server


def decisions(desk: Desk) -> list[str]:
    return [each.payload["decision"] for each in desk.changes() if each.kind == "link_decision"]


@pytest.fixture
def linked(desk: Desk, owner: Person) -> Car:
    """A car whose owner approved everything."""
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    return car


def test_sp20_nothing_is_taken_or_kept_before_approval(server: Server, desk: Desk) -> None:
    car = Car()
    desk.push(desk.ask(car))
    record = desk.completed(car)
    for envelope in (record, desk.prices(record), desk.dispute(record, 40_000)):
        verdict = desk.push(envelope)[0]
        assert (verdict.verdict, verdict.code) == ("rejected", "link_not_approved")
    kept = sa.select(envelopes.c.kind).where(envelopes.c.center_id == desk.center_id)
    assert [row.kind for row in rows(server.database_url, kept)] == ["link_request"]


def test_sp20_a_link_of_one_center_opens_nothing_to_another(
    desk: Desk, owner: Person, new_desk: Callable[[], Desk]
) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    assert new_desk().push(record := desk.completed(car))[0].code == "wrong_center"
    stranger = new_desk()
    assert stranger.push(stranger.completed(car))[0].code == "link_not_approved"
    assert desk.push(record)[0].verdict == "accepted"


def test_sp21_prices_come_only_with_the_scope(desk: Desk, owner: Person) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve(prices=False)
    record = desk.completed(car)
    money = desk.prices(record)
    verdicts = desk.push(record, money)
    assert [each.verdict for each in verdicts] == ["accepted", "rejected"]
    assert verdicts[1].code == "out_of_scope"
    assert "6 270,00" not in owner.open(path).replace("\u00a0", " ")

    link = owner.find(r'href="(/links/[^"]+)"')
    owner.open(link)
    owner.send(f"{link}/scope", prices="1", history="1")
    assert [each.payload["scope"] for each in desk.changes()] == [
        {"works": True, "prices": False, "history": True},
        {"works": True, "prices": True, "history": True},
    ]
    assert desk.push(money)[0].verdict == "accepted"
    assert "6 270,00" in owner.open(path).replace("\u00a0", " ")


def test_sp21_never_more_than_was_asked_for(desk: Desk, owner: Person) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car, WORKS_ONLY))
    path = owner.request_path()
    page = owner.open(path)
    assert 'name="prices"' not in page
    owner.send(f"{path}/approve", prices="1", history="1")
    decision = LinkDecision.model_validate_json(json.dumps(desk.changes()[0].payload))
    assert decision.scope == WORKS_ONLY


def test_sp22_revocation_closes_at_once_and_keeps_what_came(
    desk: Desk, owner: Person, linked: Car
) -> None:
    first, second = desk.completed(linked, "N-1"), desk.completed(linked, "N-2")
    desk.push(first)
    owner.open("/")
    car = owner.find(r'href="(/cars/[0-9a-f-]+)"')
    owner.open(car)
    link = owner.find(r'href="(/links/[^"]+)"')
    owner.open(link)
    owner.send(f"{link}/revoke")
    verdict = desk.push(second)[0]
    assert (verdict.verdict, verdict.code) == ("rejected", "link_revoked")
    assert decisions(desk) == ["approved", "revoked"]
    assert desk.push(first)[0].verdict == "duplicate"
    record = owner.find(r'href="(/records/[^"]+)"') if owner.open(car) else ""
    assert "N-1" in owner.open(record)


def test_sp22_revocation_against_a_running_push_never_leaves_a_record_behind_it(
    desk: Desk, owner: Person, linked: Car
) -> None:
    owner.open("/")
    owner.open(owner.find(r'href="(/cars/[0-9a-f-]+)"'))
    link = owner.find(r'href="(/links/[^"]+)"')
    owner.open(link)
    batch = [desk.completed(linked, f"N-{number}") for number in range(60)]
    with ThreadPoolExecutor(2) as pool:
        pushing = pool.submit(lambda: [desk.push(each)[0].verdict for each in batch])
        pool.submit(owner.send, f"{link}/revoke").result()
        taken = pushing.result()
    turn = taken.index("rejected") if "rejected" in taken else len(taken)
    assert set(taken[:turn]) <= {"accepted"}
    assert set(taken[turn:]) <= {"rejected"}
    assert desk.push(desk.completed(linked, "N-last"))[0].code == "link_revoked"


class Search(NamedTuple):
    """What the request names of the owner's car, and whether it reaches them."""

    vin: str | None
    plate: str
    phone_known: bool
    mask: str | None
    found: bool


@pytest.mark.parametrize(
    "search",
    [
        Search("same", "same", True, "{mask}", True),
        Search("same", "other", True, "+7 *** *** {tail}", True),
        Search("same", "same", True, "+7 *** ***-99-99", False),
        Search("same", "same", True, None, False),
        Search("same", "same", False, "{mask}", False),
        Search("other", "same", True, "{mask}", False),
        Search(None, "same", True, "{mask}", True),
        Search(None, "alike", True, "{mask}", True),
        Search(None, "other", True, "{mask}", False),
        Search("same", "same", True, "+7 *** ***-**-{end}", False),
    ],
)
def test_sp23_how_a_request_finds_its_owner(desk: Desk, owner: Person, search: Search) -> None:
    car = Car()
    owner.add_car(car, None if search.phone_known else "")
    told = search.mask and search.mask.format(mask=car.mask, tail=car.tail, end=car.tail[2:])
    asked = desk.ask(car, phone_mask=told).payload
    asked["vin"] = {"same": car.vin, "other": "X" * 17, None: None}[search.vin]
    # Latin letters that look the same, and spaces, as people type them.
    alike = f"K {car.plate[1:4]} AT {car.plate[6:]}"
    asked["plate"] = {"same": car.plate, "alike": alike, "other": "М001ММ99"}[search.plate]
    request = LinkRequest.model_validate_json(json.dumps(asked))
    assert desk.push(desk.seal(Kind.LINK_REQUEST, request, car.id))[0].verdict == "accepted"
    assert ("/requests/" in owner.open("/")) is search.found


def test_sp24_the_claim_link_leads_whoever_holds_the_paper(
    desk: Desk, new_person: Callable[[], Person]
) -> None:
    car, secret = Car(), token()
    desk.push(desk.ask(car, claim=secret, phone_mask=None))
    holder, late = new_person(), new_person()
    assert "/requests/" not in holder.open("/")
    page = holder.open(f"/claim/{secret}")
    assert desk.name not in page  # no profile was sent: the center has no name here yet
    assert car.label in page
    assert decisions(desk) == []
    late.open(f"/claim/{secret}", 404)
    late.open("/claim/" + token(), 404)
    holder.approve()
    assert decisions(desk) == ["approved"]
    holder.open(f"/claim/{secret}", 404)
    assert desk.push(desk.completed(car))[0].verdict == "accepted"


def test_sp24_without_an_account_the_claim_waits_behind_the_sign_in(
    server: Server, desk: Desk
) -> None:
    secret = token()
    desk.push(desk.ask(Car(), claim=secret))
    stranger = Person(server.url)
    try:
        stranger.open(f"/claim/{secret}")
        assert stranger.page is not None
        assert stranger.page.url.path == "/sign-in"
        assert stranger.forms()["/sign-in"]["onward"] == f"/claim/{secret}"
    finally:
        stranger.close()


def test_sp25_a_newer_link_replaces_the_older(desk: Desk, owner: Person) -> None:
    car = Car()
    owner.add_car(car)
    first, second = desk.ask(car), desk.ask(car, WORKS_ONLY)
    desk.push(first)
    owner.approve()
    desk.push(second)
    owner.approve()
    told = [(each.payload["link_id"], each.payload["decision"]) for each in desk.changes()]
    assert told == [
        (first.payload["link_id"], "approved"),
        (first.payload["link_id"], "revoked"),
        (second.payload["link_id"], "approved"),
    ]
    record = desk.completed(car)
    assert [each.code for each in desk.push(record, desk.prices(record))] == [
        None,
        "out_of_scope",
    ]


def test_sp25_a_link_id_is_used_once(desk: Desk) -> None:
    car = Car()
    first = desk.ask(car)
    desk.push(first)
    payload = LinkRequest.model_validate_json(json.dumps(first.payload))
    again = desk.seal(Kind.LINK_REQUEST, payload, car.id)
    verdict = desk.push(again)[0]
    assert (verdict.verdict, verdict.code) == ("rejected", "link_taken")


def test_sp25_declined_stays_declined(desk: Desk, owner: Person) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    path = owner.request_path()
    owner.open(path)
    owner.send(f"{path}/decline")
    assert decisions(desk) == ["declined"]
    owner.open(path, 404)
    assert desk.push(desk.completed(car))[0].code == "link_not_approved"


@pytest.mark.parametrize(
    ("told", "real"),
    [
        (timedelta(days=30), timedelta(days=30)),
        (timedelta(days=-4000), timedelta(days=1)),
        (timedelta(days=4000), timedelta(days=365)),
    ],
)
def test_sp26_a_request_lives_between_a_day_and_a_year(
    here: Here, told: timedelta, real: timedelta
) -> None:
    desk, owner, car = here.desk(), here.person(), Car()
    owner.add_car(car)
    desk.push(desk.ask(car, expires_at=here.clock.now + told))
    here.clock.now += real - timedelta(seconds=1)
    late = here.person()  # the first one's session is over by now
    late.add_car(car)
    assert "/requests/" in late.open("/")
    assert decisions(desk) == []
    here.clock.wait(1)
    assert "/requests/" not in late.open("/")
    assert decisions(desk) == ["expired"]
    assert decisions(desk) == ["expired"]
