"""The server is killed while a desk reads its changes, at each point of each request: every change is taken once."""

import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa

from models.ledger import InboxChange, OutboxEnvelope, OutboxState
from models.passports import VehicleLink
from sync.server import tables
from sync.server.feed import News, tell
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.fields import utc_text
from sync.wire.kinds import ChangeKind
from sync.wire.passports import LinkDecision, LinkScope
from sync.worker import exchange, pair, rounds
from tests.build import postgres
from tests.build.killed_server import (
    POINTS,
    MortalServer,
    dying_at,
    mortal_server,
    mother_of_servers,
)
from tests.build.orders import Garage
from tests.sync.conftest import Here, StandingClock
from tests.sync.people import rows
from tests.sync.test_worker import Wire, between, garage, on_server, orders_for, outbox, state

__all__ = ["garage"]

KILLS = 10
"""At each point, on each database; the long run makes more."""
PAGE = 3
"""Changes in an answer, so that a handful of them takes several requests."""
NEWS = 7
REQUESTS = 3
LONGEST_ANSWER = 0.02
"""Seconds in which the server has answered; the kill while it does falls somewhere in them."""


@pytest.fixture(scope="module")
def mother(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """Whose forks die."""
    with mother_of_servers(tmp_path_factory.mktemp("mortal") / "log") as process:
        yield process


@pytest.fixture
def mortal(
    garage: Garage,
    request: pytest.FixtureRequest,
    mother: subprocess.Popen[str],
    tmp_path: Path,
) -> Iterator[tuple[MortalServer, Here]]:
    """A server to kill, on the kind of database that the desk has."""
    with ExitStack() as stack:
        url = f"sqlite:///{tmp_path / 'server.sqlite'}"
        if not garage.on.shop.database.is_sqlite:
            running: postgres.Postgres = request.getfixturevalue("postgres_server")
            url = stack.enter_context(postgres.database(running, "server_killed_in_pull"))
        server = stack.enter_context(mortal_server(mother, url))
        people = stack.enter_context(ExitStack())
        yield server, Here(server.url, url, StandingClock(), people)


def told_by(here: Here) -> dict[str, str]:
    """Every change in the center's feed: its content's hash by its id."""
    found = rows(here.database_url, sa.select(tables.changes).order_by(tables.changes.c.seq))
    assert [row.seq for row in found] == list(range(1, len(found) + 1))
    return {str(row.id): sha256_hex(canonical(row.payload)) for row in found}


def taken_by(garage: Garage) -> dict[str, str]:
    """Every change that the desk keeps; none of them twice."""
    found = garage.rows(InboxChange)
    assert len({row.change_id for row in found}) == len(found)
    return {row.change_id: sha256_hex(row.payload.encode()) for row in found}


def news(garage: Garage, here: Here, chance: random.Random) -> None:
    """The owner decides again and again, as if by a nervous finger; in the end prices are open and nothing waits."""
    (link,) = garage.rows(VehicleLink)
    made = [
        LinkDecision(
            link_id=link.id,
            vehicle_id=link.vehicle_id,
            decision="approved",
            scope=LinkScope(
                prices=chance.random() < 0.5 or number == NEWS, history=chance.random() < 0.5
            ),
            decided_at=utc_text(garage.on.clock()),
        )
        for number in range(1, NEWS + 1)
    ]
    station = Station.open(ServerSettings(database_url=here.database_url))
    with station.writing() as tx:
        center = garage.on.owner.center_id
        tell(tx, [News(center, ChangeKind.LINK_DECISION, each.vehicle_id, each) for each in made])
    station.database.close()


def killed(
    garage: Garage,
    mortal: tuple[MortalServer, Here],
    wire: Wire,
    point: str,
    request: int,
    chance: random.Random,
) -> None:
    """One round in which the server dies, and one after it came back: both sides hold the same."""
    server, here = mortal
    news(garage, here, chance)
    before = taken_by(garage)
    wire.raw = dying_at(
        server,
        point,
        request,
        lambda: time.sleep(chance.uniform(0, LONGEST_ANSWER)),
        chance.random(),
    )
    exchange(garage.on.shop, garage.on.owner)
    # the desk may have heard the whole answer before the wire has killed who told it
    assert server.dead.wait(60), (point, request)
    held, told = taken_by(garage), told_by(here)
    # what was taken before the death stands, page by page from the first one on, and nothing made up
    assert before.items() <= held.items() <= told.items(), (point, request)
    assert list(told)[: len(held)] == sorted(held, key=list(told).index), (point, request)
    wire.raw = lambda _request, _place: False
    server.start()
    outcome = exchange(garage.on.shop, garage.on.owner)
    assert outcome.problem is None, (point, request)
    assert taken_by(garage) == told_by(here), (point, request)
    assert state(garage).problem is None


def kills(
    garage: Garage, mortal: tuple[MortalServer, Here], point: str, times: int, chance: random.Random
) -> int:
    """A paired desk with a linked car whose server dies so often at that point; how often it died."""
    server, here = mortal
    with between(server.url) as (wire, url):
        pair(garage.on.shop, garage.on.owner, server_url=url, code=here.person().pairing_code())
        approve = orders_for(garage, here, 2)
        exchange(garage.on.shop, garage.on.owner)
        approve()
        for number in range(times):
            killed(garage, mortal, wire, point, 1 + number % REQUESTS, chance)
        assert set(outbox(garage)) == {OutboxState.DELIVERED}
        assert on_server(here) == {str(row.id): row.sha256 for row in garage.rows(OutboxEnvelope)}
    here.stack.close()
    return times


@pytest.mark.parametrize("point", POINTS)
def test_sp11_a_server_killed_while_it_is_read_loses_and_doubles_nothing(
    garage: Garage,
    mortal: tuple[MortalServer, Here],
    point: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "PAGE", PAGE)
    assert kills(garage, mortal, point, KILLS, random.Random(f"{point} 20261121")) == KILLS
