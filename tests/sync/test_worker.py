"""The desk's worker against a bad network, a restored server, and a server that lies."""

import contextlib
import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from app import passports
from models.base import new_id
from models.ledger import InboxChange, OutboxEnvelope, OutboxState, SyncState
from sync.server import tables
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.worker import exchange, pair
from sync.worker.rounds import LONGEST_WAIT, back_off
from tests.build.orders import Garage
from tests.build.shops import MovableClock, make_shop
from tests.sync.conftest import Here
from tests.sync.people import Car, rows
from tests.sync.running import NO_CERTIFICATES

FAULTS = ("pass", "pass", "refuse", "lose_answer", "double", "half_answer", "busy", "late", "stale")
CUTS = frozenset({"refuse", "late", "lose_answer", "half_answer"})
SEEDS = 25
"""Bad networks on each database; the long run takes more."""
Answer = Callable[[str, str], tuple[int, bytes] | None]
Request = tuple[str, str, bytes, dict[str, str]]
"""Method, path with its query, body, headers."""


class Wire:
    """Between desk and server: forwards, and misbehaves as told.

    ``passing`` hears of every request at four points: asked (nothing has reached the server), taken (the server has
    answered, the desk knows nothing), half (half of the answer is out), told.
    """

    def __init__(self, target: str) -> None:
        self.target = target
        self.fault: Callable[[], str] = lambda: "pass"
        self.lie: Answer = lambda _method, _path: None
        self.raw: Callable[[BaseHTTPRequestHandler, str], bool] = lambda _request, _place: False
        """Writes what it likes to the socket itself; False when the place is not its own."""
        self.passing: Callable[[str, str], None] = lambda _point, _path: None
        self.asked: list[str] = []
        self._late: list[Request] = []
        self._earlier: dict[str, tuple[int, bytes]] = {}

    def serve(self, request: BaseHTTPRequestHandler) -> None:
        length = int(request.headers.get("Content-Length", "0"))
        body = request.rfile.read(length)
        place = request.path.partition("?")[0]
        self.asked.append(request.path)
        self.passing("asked", place)
        if self.raw(request, place):
            request.close_connection = True
            return
        made_up = self.lie(request.command, place)
        if made_up is not None:
            self._answer(request, *made_up)
            return
        fault = self.fault()
        kept = {
            name: value
            for name, value in request.headers.items()
            if name.lower() in {"authorization", "content-type", "content-encoding"}
        }
        asked = (request.command, request.path, body, kept)
        if fault == "late":
            # the desk hears nothing and gives up; the request is overtaken by the next one
            self._late.append(asked)
        elif fault == "busy":
            self._answer(request, 503, b'{"code":"busy","reason":"busy","retry_after":2}')
        elif fault == "stale" and place in self._earlier:
            self._answer(request, *self._earlier[place])
        elif fault != "refuse":
            self._pass_on(request, asked, fault)
        request.close_connection = request.close_connection or fault in CUTS

    def _pass_on(self, request: BaseHTTPRequestHandler, asked: Request, fault: str) -> None:
        place = asked[1].partition("?")[0]
        late, self._late = self._late, []
        for each in [asked, *([asked] if fault == "double" else [])]:
            answer = self._forward(each)
        for each in late:
            self._forward(each)
        self._earlier[place] = (answer.status_code, answer.content)
        self.passing("taken", place)
        if fault == "lose_answer":
            return
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the desk is dead
            self._begin(request, answer.status_code, answer.content)
            half = len(answer.content) // 2
            request.wfile.write(answer.content[:half])
            if fault == "half_answer":
                return
            self.passing("half", place)
            request.wfile.write(answer.content[half:])
        self.passing("told", place)

    def _forward(self, asked: Request) -> httpx.Response:
        method, path, body, headers = asked
        with httpx.Client(verify=NO_CERTIFICATES, timeout=30) as client:
            return client.request(method, self.target + path, content=body, headers=headers)

    def _answer(self, request: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._begin(request, status, body)
            request.wfile.write(body)

    @staticmethod
    def _begin(request: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        request.send_response(status)
        if status == 302:
            request.send_header("Location", "http://127.0.0.1:9/")
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()


@contextmanager
def between(target: str) -> Iterator[tuple[Wire, str]]:
    """The wire, and the address at which the desk finds it."""
    wire = Wire(target)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            wire.serve(self)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield wire, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def garage(database_url: str) -> Iterator[Garage]:
    made = Garage(make_shop(database_url, profile="ru", clock=MovableClock(datetime.now(UTC))))
    yield made
    made.on.close()


@pytest.fixture
def wired(here: Here, garage: Garage) -> Iterator[Wire]:
    """A paired shop; the wire to its server."""
    with between(here.url) as (wire, url):
        code = here.person().pairing_code()
        pair(garage.on.shop, garage.on.owner, server_url=url, code=code)
        yield wire


def orders_for(garage: Garage, here: Here, count: int) -> Callable[[], str]:
    """Completed orders of one car whose owner was asked; how the owner then approves."""
    car = Car()
    customer = garage.customer("Владелец", phone=car.phone, email=None)
    vehicle = garage.car(customer, car.plate, vin=car.vin, make="Renault", model="Duster")
    labour = garage.labour("Замена масла", "0.6")
    for _ in range(count):
        garage.finished((labour, None), vehicle_id=vehicle)
    garage.on.do(
        passports.request_link, passports.RequestLink(vehicle_id=vehicle, customer_id=customer)
    )
    owner = here.person()
    owner.add_car(car)
    return owner.approve


def outbox(garage: Garage) -> Counter[str]:
    return Counter(row.state for row in garage.rows(OutboxEnvelope))


def state(garage: Garage) -> sa.Row[Any]:
    return garage.rows(SyncState)[0]


def on_server(here: Here) -> dict[str, str]:
    found = rows(here.database_url, sa.select(tables.envelopes))
    assert [row.receipt for row in sorted(found, key=lambda row: int(row.receipt))] == list(
        range(1, len(found) + 1)
    )
    return {str(row.id): str(row.sha256) for row in found}


@given(st.integers(0, 10**6), st.none() | st.floats(0, 10**5))
def test_sp72_the_pause_grows_and_ends_and_listens(failures: int, told: float | None) -> None:
    wait = back_off(failures, told)
    assert wait >= max(1.0, told or 0.0)
    assert wait <= max(LONGEST_WAIT, told or 0.0)
    assert back_off(0) <= 1.0


def storm(garage: Garage, here: Here, wire: Wire, seed: int) -> None:
    """A car's orders leave over a bad network; afterwards both sides hold the same, once."""
    chance = random.Random(seed)
    decided = len(_decisions(garage))
    records = len(rows(here.database_url, sa.select(tables.records)))
    wire.fault = lambda: "pass"
    approve = orders_for(garage, here, 1 + seed % 3)
    exchange(garage.on.shop, garage.on.owner)
    approve()
    wire.fault = lambda: chance.choice(FAULTS)
    for _ in range(chance.randint(2, 5)):
        exchange(garage.on.shop, garage.on.owner)
        garage.on.clock.move(minutes=20)
    wire.fault = lambda: "pass"
    exchange(garage.on.shop, garage.on.owner)
    assert set(outbox(garage)) == {OutboxState.DELIVERED}, seed
    sent = {str(row.id): row.sha256 for row in garage.rows(OutboxEnvelope)}
    assert on_server(here) == sent, seed
    kept = rows(here.database_url, sa.select(tables.records))
    assert len(kept) == records + 1 + seed % 3, seed
    assert len(_decisions(garage)) == decided + 1, seed
    assert state(garage).problem is None, seed


def _decisions(garage: Garage) -> list[sa.Row[Any]]:
    return [row for row in garage.rows(InboxChange) if row.kind == "link_decision"]


def test_sp71_a_bad_network_ends_with_every_record_once(
    here: Here, garage: Garage, wired: Wire
) -> None:
    first = 0 if garage.on.shop.database.is_sqlite else SEEDS
    for seed in range(first, first + SEEDS):
        storm(garage, here, wired, seed)
    assert set(outbox(garage)) == {OutboxState.DELIVERED}


def test_sp70_without_a_network_work_goes_on_and_the_reason_is_told(
    here: Here, garage: Garage, wired: Wire
) -> None:
    wired.fault = lambda: "refuse"
    orders_for(garage, here, 1)
    outcome = exchange(garage.on.shop, garage.on.owner)
    assert outcome.problem is not None
    assert outcome.problem.startswith("unreachable")
    assert outcome.next_try_at is not None
    assert outcome.next_try_at > garage.on.clock()
    assert OutboxState.DELIVERED not in outbox(garage)


def test_sp72_what_the_server_asks_to_wait_is_waited(garage: Garage, wired: Wire) -> None:
    wired.lie = lambda _method, _path: (429, b'{"code":"too_many","reason":"x","retry_after":500}')
    outcome = exchange(garage.on.shop, garage.on.owner)
    assert outcome.next_try_at is not None
    assert (outcome.next_try_at - garage.on.clock()).total_seconds() >= 500


@pytest.mark.usefixtures("wired")
def test_sp18_a_server_restored_from_yesterday_gets_back_what_it_lost(
    here: Here, garage: Garage
) -> None:
    approve = orders_for(garage, here, 3)
    exchange(garage.on.shop, garage.on.owner)
    approve()
    exchange(garage.on.shop, garage.on.owner)
    before = on_server(here)
    keep = 3
    station = Station.open(ServerSettings(database_url=here.database_url))
    with station.writing() as tx:
        lost = sa.select(tables.envelopes.c.id).where(tables.envelopes.c.receipt > keep)
        tx.change(sa.delete(tables.records).where(tables.records.c.envelope_id.in_(lost)))
        tx.change(sa.delete(tables.envelopes).where(tables.envelopes.c.receipt > keep))
        tx.change(sa.update(tables.centers).values(receipt_head=keep))
    station.close()
    assert len(on_server(here)) == keep
    garage.on.clock.move(hours=30)  # the next day's audit checkpoint makes the desk push
    exchange(garage.on.shop, garage.on.owner)
    after = on_server(here)
    assert {key: after.get(key) for key in before} == before
    assert set(outbox(garage)) == {OutboxState.DELIVERED}
    assert len(rows(here.database_url, sa.select(tables.records))) == 3


LIES: dict[str, tuple[int, bytes]] = {
    "no json": (200, b"<html>"),
    "empty": (200, b""),
    "wrong types": (200, b'{"changes":[{"id":5}],"next":null,"more":false}'),
    "a list": (200, b"[]"),
    "endless": (200, b'{"changes":[],"next":"1-a","more":true}'),
    "nested": (200, b'{"changes":' + b"[" * 100_000),
    "huge": (200, b" " * (9 * 1024 * 1024)),
    "redirect": (302, b""),
    "teapot": (418, b"short and stout"),
    "bad cursor": (200, b'{"changes":[],"next":"../../etc","more":false}'),
    "floats": (
        200,
        json.dumps(
            {
                "changes": [
                    {
                        "id": str(new_id()),
                        "kind": "link_decision",
                        "schema_version": "2026-11-20",
                        "subject_id": str(new_id()),
                        "made_at": "2026-11-20T09:00:00.000000Z",
                        "payload": {"price": 1.5},
                    }
                ],
                "next": "1-a",
                "more": False,
            }
        ).encode(),
    ),
}


def lying(where: str, answer: tuple[int, bytes]) -> Answer:
    """That answer at one place, the truth elsewhere."""
    return lambda _method, path: answer if path == where else None


BROKEN_VERDICTS = (
    b'{"verdicts":[],"last":null}',
    b'{"verdicts":[{"index":400,"verdict":"accepted"}],"last":null}',
    b'{"verdicts":[{"index":0,"verdict":"certainly"}],"last":null}',
)


def test_sp73_a_server_that_lies_changes_nothing(here: Here, garage: Garage, wired: Wire) -> None:
    approve = orders_for(garage, here, 1)
    exchange(garage.on.shop, garage.on.owner)
    approve()
    cursor = state(garage).cursor
    known = len(garage.rows(InboxChange))
    for name, lie in LIES.items():
        wired.lie = lying("/v1/changes", lie)
        assert exchange(garage.on.shop, garage.on.owner).problem is not None, name
        assert len(garage.rows(InboxChange)) == known, name
        assert state(garage).cursor == cursor, name
        garage.on.clock.move(hours=1)
    waiting = outbox(garage)[OutboxState.PENDING]
    for answer in BROKEN_VERDICTS:
        wired.lie = lying("/v1/push", (200, answer))
        assert exchange(garage.on.shop, garage.on.owner).problem is not None, answer
        assert outbox(garage)[OutboxState.PENDING] >= waiting, answer
        garage.on.clock.move(hours=1)
    wired.lie = lambda _method, _path: None
    assert exchange(garage.on.shop, garage.on.owner).problem is None
    assert set(outbox(garage)) == {OutboxState.DELIVERED}


def test_sp73_an_answer_to_another_push_delivers_nothing(
    here: Here, garage: Garage, wired: Wire
) -> None:
    for _ in range(2):
        orders_for(garage, here, 0)
        assert exchange(garage.on.shop, garage.on.owner).problem is None
    orders_for(garage, here, 0)
    wired.fault = lambda: "stale"  # one request to an owner each time: the answers look alike
    outcome = exchange(garage.on.shop, garage.on.owner)
    assert outcome.problem is not None
    assert "broken_answer" in outcome.problem
    assert outbox(garage)[OutboxState.PENDING] == 1
    wired.fault = lambda: "pass"
    assert exchange(garage.on.shop, garage.on.owner).problem is None
    assert on_server(here) == {str(row.id): row.sha256 for row in garage.rows(OutboxEnvelope)}


def test_sp73_an_unknown_kind_is_parked(garage: Garage, wired: Wire) -> None:
    change = {
        "id": str(new_id()),
        "kind": "loyalty_offer",
        "schema_version": "2031-01-01",
        "subject_id": str(new_id()),
        "made_at": "2031-01-01T00:00:00.000000Z",
        "payload": {"points": 5},
    }
    page = json.dumps({"changes": [change], "next": "1-a", "more": False}).encode()
    wired.lie = lambda _method, path: (200, page) if path == "/v1/changes" else None
    exchange(garage.on.shop, garage.on.owner)
    exchange(garage.on.shop, garage.on.owner)
    kept = garage.rows(InboxChange)
    assert [(row.kind, row.outcome) for row in kept] == [("loyalty_offer", "parked")]


def test_sp74_a_revoked_device_is_told_once_and_stops(
    here: Here, garage: Garage, wired: Wire
) -> None:
    orders_for(garage, here, 1)
    station = Station.open(ServerSettings(database_url=here.database_url))
    with station.writing() as tx:
        tx.change(sa.update(tables.devices).values(revoked_at=tx.now))
    station.close()
    outcome = exchange(garage.on.shop, garage.on.owner)
    assert outcome.problem is not None
    assert "device_revoked" in outcome.problem
    assert outcome.next_try_at is None
    asked = len(wired.asked)
    garage.on.clock.move(hours=48)
    assert exchange(garage.on.shop, garage.on.owner).problem == "not_paired"
    assert len(wired.asked) == asked
    assert outbox(garage)[OutboxState.PENDING] > 0
