"""Killed at any moment, cut connections, two processes: everything acknowledged is there, once."""

import random
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from sync.server.station import fast_hash
from sync.server.tables import attempts, envelopes, records
from sync.wire.envelope import Envelope
from sync.wire.push import push_body
from tests.build import postgres
from tests.build.killed_server import MortalServer, mortal_server
from tests.sync.people import Car, Desk, Person, rows
from tests.sync.running import Server
from tests.sync.test_server_killed import mother

__all__ = ["mother"]

RECORDS = 120
KILLS = 8


@pytest.fixture(params=["sqlite", "postgresql"])
def own_server(
    request: pytest.FixtureRequest, mother: subprocess.Popen[str], tmp_path: Path
) -> Iterator[MortalServer]:
    """A server that nobody else uses, to be killed."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = f"sqlite:///{tmp_path / 'server.sqlite'}"
        else:
            running: postgres.Postgres = request.getfixturevalue("postgres_server")
            url = stack.enter_context(postgres.database(running, "server_to_kill"))
        yield stack.enter_context(mortal_server(mother, url))


@pytest.fixture
def linked(own_server: MortalServer) -> Iterator[tuple[Desk, Car]]:
    """A paired desk, and a car whose owner approved everything."""
    with own_server.client() as client, ExitStack() as stack:
        boss, owner = Person(own_server.url), Person(own_server.url)
        stack.callback(boss.close)
        stack.callback(owner.close)
        boss.come_in(own_server.database_url)
        owner.come_in(own_server.database_url)
        desk, car = Desk(client, boss), Car()
        desk.pair(boss.pairing_code())
        owner.add_car(car)
        desk.push(desk.ask(car))
        owner.approve()
        yield desk, car


def stored(server: MortalServer, desk: Desk) -> list[sa.Row[tuple[object, ...]]]:
    mine = sa.select(envelopes).where(envelopes.c.center_id == desk.center_id)
    return list(rows(server.database_url, mine.order_by(envelopes.c.receipt)))


def push_through(
    desk: Desk, batch: list[Envelope], acknowledged: set[str], stop: threading.Event
) -> None:
    """Send until every envelope has its verdict, as a desk does; never sends other content."""
    while not stop.is_set():
        try:
            verdicts = desk.push(*batch)
        except (httpx.TransportError, AssertionError):
            # No answer, or one of a server that is going down: the same bytes again.
            time.sleep(0.02)
            continue
        assert {each.verdict for each in verdicts} <= {"accepted", "duplicate"}
        acknowledged.update(str(each.id) for each in verdicts)
        return


def test_sp11_killed_while_pushing_every_record_is_there_exactly_once(
    own_server: MortalServer, linked: tuple[Desk, Car]
) -> None:
    desk, car = linked
    chance = random.Random(20261120)
    sent = [desk.completed(car, f"N-{number}", km=10_000 + number) for number in range(RECORDS)]
    acknowledged: set[str] = set()
    finished, stop = threading.Event(), threading.Event()

    def send() -> None:
        place = 0
        try:
            while place < len(sent) and not stop.is_set():
                step = chance.randint(1, 9)
                push_through(desk, sent[place : place + step], acknowledged, stop)
                place += step
        finally:
            finished.set()

    sender = threading.Thread(target=send)
    sender.start()
    kills = 0
    try:
        # each life begins with something acknowledged, so that a slow computer ends as well
        while not finished.is_set() and kills < KILLS:
            heard = len(acknowledged)
            time.sleep(chance.uniform(0.0, 0.12))
            own_server.restart()
            kills += 1
            known = {str(row.id) for row in stored(own_server, desk)}
            assert acknowledged <= known, "something acknowledged was lost"
            while len(acknowledged) == heard and not finished.wait(0.002):
                pass
    except BaseException:
        stop.set()
        raise
    finally:
        sender.join()
    found = stored(own_server, desk)[1:]  # the first is the link request
    assert kills > 0
    assert Counter(str(row.id) for row in found) == Counter(str(each.id) for each in sent)
    assert [row.sha256 for row in sorted(found, key=lambda row: str(row.id))] == [
        each.sha256 for each in sorted(sent, key=lambda each: str(each.id))
    ]
    assert [row.receipt for row in found] == list(range(2, RECORDS + 2))
    effects = rows(own_server.database_url, sa.select(records.c.envelope_id))
    assert Counter(str(row.envelope_id) for row in effects) == Counter(
        str(each.id) for each in sent
    )
    assert all(fast_hash(str(row.content)) == row.sha256 for row in found)


def test_sp11_an_answer_that_was_cut_off_costs_a_duplicate(
    own_server: MortalServer, linked: tuple[Desk, Car]
) -> None:
    desk, car = linked
    sent = [desk.completed(car, f"N-{number}") for number in range(5)]
    body = push_body([each.to_bytes() for each in sent], desk.last)
    head = (
        f"POST /v1/push HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {desk.token}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for cut in (len(head) + len(body) // 2, len(head) + len(body)):
        with socket.create_connection(("127.0.0.1", own_server.port)) as line:
            line.sendall((head + body)[:cut])
            if cut > len(head) + len(body) // 2:
                line.recv(1)
    verdicts = desk.push(*sent)
    assert {each.verdict for each in verdicts} == {"duplicate"}
    assert len(stored(own_server, desk)) == 6


def test_sp11_the_same_batch_from_many_threads_at_once(linked: tuple[Desk, Car]) -> None:
    desk, car = linked
    batch = [desk.completed(car, f"N-{number}") for number in range(20)]
    answers: list[list[str]] = []

    def send() -> None:
        answers.append([each.verdict for each in desk.push(*batch)])

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [["accepted"] * 20, *[["duplicate"] * 20] * 5]


def test_sp62_two_processes_on_one_database_are_one_server(
    own_server: MortalServer, linked: tuple[Desk, Car], tmp_path: Path
) -> None:
    desk, car = linked
    with Server(own_server.database_url, tmp_path / "second") as second, second.client() as client:
        record = desk.completed(car)
        desk.push(record)
        desk.client, first = client, desk.client
        assert desk.push(record)[0].verdict == "duplicate"
        decided = [each.id for each in desk.changes()]
        desk.client = first
        assert [each.id for each in desk.changes()] == decided
        guesser = Desk(client, desk.boss)
        for number in range(12):
            guesser.client = first if number % 2 else client
            last = guesser.try_pair("ABCDEFGH")
        assert last.status_code == 429
    counted = rows(own_server.database_url, sa.select(attempts.c.count))
    assert max(each for (each,) in counted) >= 12


def test_sp62_a_restart_forgets_nobody(own_server: MortalServer, linked: tuple[Desk, Car]) -> None:
    desk, car = linked
    cursor = desk.page().next
    code = desk.boss.pairing_code()
    own_server.restart()
    assert desk.push(desk.completed(car))[0].verdict == "accepted"
    assert desk.page(cursor).changes == []
    Desk(desk.client, desk.boss).pair(code)
    assert "Мои сервисы" in desk.boss.open("/centers")
