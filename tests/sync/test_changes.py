"""The changes feed: no holes, honest cursors, corrections and history on their way down."""

import json
import threading
from collections.abc import Callable
from uuid import UUID

import pytest

from sync.server import feed
from sync.server.feed import News
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.server.tenancy import CenterRows
from sync.wire.changes import Change
from sync.wire.kinds import ChangeKind
from sync.wire.pairing import KeyRevoked
from sync.wire.passports import LinkScope, PassportHistory
from tests.sync.people import Car, Desk, Person
from tests.sync.running import Server

WRITERS = 4
EACH = 25


def key_news(desk: Desk, number: int) -> News:
    payload = KeyRevoked(key_id=f"{number:032x}", revoked_at="2026-11-20T00:00:00.000000Z")
    return News(desk.center_id, ChangeKind.KEY_REVOKED, desk.center_id, payload)


def link_of(owner: Person, car_path: str) -> str:
    owner.open(car_path)
    return owner.find(r'href="(/links/[^"]+)"')


def correction_of(owner: Person) -> str:
    owner.open("/")
    return owner.find(r'href="(/corrections/[^"]+)"')


def history(desk: Desk) -> list[PassportHistory]:
    return [
        PassportHistory.model_validate_json(json.dumps(each.payload))
        for each in desk.changes()
        if each.kind == "passport_history"
    ]


def test_sp30_a_reader_beside_many_writers_misses_nothing(server: Server, desk: Desk) -> None:
    stations = [
        Station.open(ServerSettings(database_url=server.database_url, durable=False))
        for _ in range(WRITERS)
    ]

    def write(station: Station, first: int) -> None:
        for number in range(first, first + EACH):
            with station.writing() as tx:
                feed.tell(tx, [key_news(desk, number)])

    threads = [
        threading.Thread(target=write, args=(station, index * EACH))
        for index, station in enumerate(stations)
    ]
    for thread in threads:
        thread.start()
    read: list[Change] = []
    cursor: str | None = None
    while len(read) < WRITERS * EACH:
        page = desk.page(cursor, limit=7)
        read += page.changes
        cursor = page.next
        if not page.changes and not any(thread.is_alive() for thread in threads):
            break
    for thread in threads:
        thread.join()
    for station in stations:
        station.close()
    assert [each.id for each in read] == [each.id for each in desk.changes()]
    assert len({each.payload["key_id"] for each in read}) == WRITERS * EACH


def test_sp30_a_transaction_that_fails_leaves_no_hole(server: Server, desk: Desk) -> None:
    station = Station.open(ServerSettings(database_url=server.database_url, durable=False))

    def fail() -> None:
        with station.writing() as tx:
            feed.tell(tx, [key_news(desk, 1)])
            raise ZeroDivisionError

    try:
        with pytest.raises(ZeroDivisionError):
            fail()
        with station.writing() as tx:
            feed.tell(tx, [key_news(desk, 2), key_news(desk, 3)])
        with station.reading() as tx:
            page = feed.page(CenterRows(tx, desk.center_id), None, 1)
        assert page.next is not None
        assert page.next.startswith("1-")
        assert page.more
    finally:
        station.close()


def test_sp31_pages_go_on_where_they_stopped(desk: Desk, owner: Person) -> None:
    for _ in range(3):
        car = Car()
        owner.add_car(car)
        desk.push(desk.ask(car))
        owner.approve()
    first = desk.page(limit=2)
    assert (len(first.changes), first.more) == (2, True)
    rest = desk.page(first.next)
    assert (len(rest.changes), rest.more) == (1, False)
    empty = desk.page(rest.next)
    assert (empty.changes, empty.next, empty.more) == ([], rest.next, False)


@pytest.mark.parametrize(
    "cursor", ["9-000000000000", "x", "1-", "-1-a", "9" * 40, "1-zzzzzzzzzzzz"]
)
def test_sp31_a_cursor_that_the_server_never_gave_is_refused(desk: Desk, cursor: str) -> None:
    answer = desk.client.get("/v1/changes", params={"after": cursor}, headers=desk.auth)
    assert (answer.status_code, answer.json()["code"]) == (409, "cursor_unknown")


@pytest.mark.parametrize(
    "params", [{"limit": "0"}, {"limit": "501"}, {"limit": "x"}, {"after": "a b"}]
)
def test_sp31_nonsense_is_named(desk: Desk, params: dict[str, str]) -> None:
    answer = desk.client.get("/v1/changes", params=params, headers=desk.auth)
    assert answer.status_code == 422
    assert answer.json()["field"] == next(iter(params))


def test_sp31_another_centers_cursor_is_no_cursor_here(
    desk: Desk, owner: Person, new_desk: Callable[[], Desk]
) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    cursor = desk.page().next
    stranger = new_desk()
    answer = stranger.client.get("/v1/changes", params={"after": cursor}, headers=stranger.auth)
    assert answer.status_code == 409
    assert stranger.changes() == []


def test_sp32_every_change_has_an_id_of_its_own_and_keeps_it(desk: Desk, owner: Person) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    link = link_of(owner, path)
    owner.open(link)
    owner.send(f"{link}/revoke")
    once, twice = desk.changes(), desk.changes()
    assert once == twice
    assert len({each.id for each in once}) == 2
    assert [each.subject_id for each in once] == [car.id, car.id]


def test_sp27_a_correction_stands_beside_the_record(desk: Desk, owner: Person) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car, km=84_320)
    dispute = desk.dispute(record, 83_420)
    early = desk.counter(dispute, "2026-11-20T00:00:00.000000Z")
    verdicts = desk.push(record, dispute, early)
    assert [each.code for each in verdicts] == [None, None, "correction_not_approved"]

    asked = correction_of(owner)
    page = owner.open(asked)
    assert "84320 км" in page
    assert "83420 км" in page
    owner.send(f"{asked}/approve", note="Верно, 83 420")
    decision = desk.changes()[-1]
    assert decision.payload["decision"] == "approved"
    assert decision.payload["note"] == "Верно, 83 420"
    assert desk.push(desk.counter(dispute, decision.payload["decided_at"]))[0].verdict == "accepted"

    page = owner.open(path).replace("\u00a0", " ")
    assert "83 420 км" in page
    assert "84 320 км" not in page
    owner.open(owner.find(r'href="(/records/[^"]+)"'))
    page = owner.open(str(owner.page.url.path)) if owner.page else ""
    for seen in ("84320 км", "83420 км", record.payload["snapshot_sha256"], "не менялась"):
        assert seen in page
    owner.open(asked)
    assert f"{asked}/approve" not in owner.forms()


def test_sp27_a_refused_correction_changes_nothing(desk: Desk, owner: Person) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car, km=84_320)
    dispute = desk.dispute(record, 83_420)
    desk.push(record, dispute)
    asked = correction_of(owner)
    owner.open(asked)
    stale = dict(owner.forms()[f"{asked}/approve"])
    owner.send(f"{asked}/reject")
    again = owner.browser.post(f"{asked}/approve", data=stale)
    assert again.status_code == 409
    assert [each.payload["decision"] for each in desk.changes()] == ["approved", "rejected"]
    assert "84 320 км" in owner.open(path).replace("\u00a0", " ")
    counter = desk.counter(dispute, "2026-11-20T00:00:00.000000Z")
    assert desk.push(counter)[0].code == "correction_not_approved"


def test_sp27_what_is_not_here_yet_is_waited_for(desk: Desk, owner: Person) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car)
    for envelope in (desk.prices(record), desk.dispute(record, 40_000)):
        verdict = desk.push(envelope)[0]
        assert (verdict.verdict, verdict.code) == ("later", "record_missing")
    assert desk.push(record)[0].verdict == "accepted"
    twin = desk.completed(car, record_id=UUID(record.payload["record_id"]))
    assert desk.push(twin)[0].code == "record_taken"


def test_sp28_history_without_prices_numbers_or_foreign_ids(
    desk: Desk, owner: Person, new_desk: Callable[[str], Desk]
) -> None:
    car = Car()
    owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    record = desk.completed(car, "SECRET-NUMBER-1", km=84_320)
    desk.push(record, desk.prices(record))

    reader = new_desk("Второй сервис")
    reader.push(reader.ask(car, LinkScope(prices=False, history=True)))
    owner.approve()
    before = history(reader)
    assert [each.record.odometer.value for each in before if each.record.odometer] == [84_320]
    later = desk.completed(car, "SECRET-NUMBER-2", km=90_000)
    dispute = desk.dispute(record, 83_420)
    desk.push(later, dispute)
    asked = correction_of(owner)
    owner.open(asked)
    owner.send(f"{asked}/approve")

    told = history(reader)
    readings = [each.record.odometer.value for each in told if each.record.odometer]
    assert readings == [84_320, 90_000, 83_420]
    assert told[0].record.record_id == told[2].record.record_id
    assert [each.record.corrected for each in told] == [False, False, True]
    text = "".join(each.model_dump_json() for each in reader.changes())
    for secret in (
        "SECRET-NUMBER",
        "144000",
        str(desk.center_id),
        record.payload["record_id"],
        record.payload["work_order_id"],
        record.payload["snapshot_sha256"],
    ):
        assert secret not in text
    assert not [each for each in desk.changes() if each.kind == "passport_history"]


def test_sp28_no_history_without_its_scope(
    desk: Desk, owner: Person, new_desk: Callable[[], Desk]
) -> None:
    car = Car()
    path = owner.add_car(car)
    desk.push(desk.ask(car))
    owner.approve()
    desk.push(desk.completed(car, "N-1"))
    reader = new_desk()
    reader.push(reader.ask(car))
    owner.approve(history=False)
    desk.push(desk.completed(car, "N-2"))
    assert history(reader) == []
    owner.open(path)
    links = set(owner.all(r'href="(/links/[^"]+)"'))
    for link in links:
        owner.open(link)
        owner.send(f"{link}/scope", prices="1", history="1")
    assert len(history(reader)) == 2
