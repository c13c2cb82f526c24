"""The desk is killed while it exchanges, at each point of each request: every record is there, once."""

import itertools
import random
from collections.abc import Iterator
from queue import Queue
from typing import Any

import pytest
import sqlalchemy as sa

from models.ledger import InboxChange, OutboxEnvelope, OutboxState
from sync.server import tables
from sync.worker import exchange
from tests.build.desks import DyingDesk, dying_desk, kill, task_of
from tests.build.orders import Garage
from tests.sync.conftest import Here
from tests.sync.people import rows
from tests.sync.test_worker import Wire, garage, on_server, orders_for, outbox, state, wired

__all__ = ["garage", "wired"]

POINTS = ("asked", "taken", "half", "told")
KILLS = 10
"""At each point, on each database; the long run makes more."""


@pytest.fixture(scope="module")
def desk() -> Iterator[DyingDesk]:
    """Another process of the same desk."""
    with dying_desk() as made:
        yield made


def exchanging(garage: Garage, **more: bool) -> dict[str, Any]:
    """A round of the same desk in the other process."""
    secrets = garage.on.shop.secrets.folder
    return task_of(garage, secrets, "exchange", workstation="desk-1", **more)


def killed_at(garage: Garage, desk: DyingDesk, wire: Wire, point: str, request: int) -> bool:
    """Let the desk do a round and kill it at that point of its n-th request; False when the round was shorter."""
    asked = itertools.count(1)
    pid: Queue[int] = Queue()

    def passing(now: str, _path: str) -> None:
        if now == point and next(asked) == request:
            kill(pid.get(timeout=30))

    wire.passing = passing
    desk.ask(exchanging(garage))
    pid.put(desk.pid())
    died = desk.outcome() is None
    wire.passing = lambda _point, _path: None
    return died


def kills(
    garage: Garage, here: Here, desk: DyingDesk, wire: Wire, point: str, chance: random.Random
) -> int:
    """One car's orders leave while the desk is killed at that point, later and later; how many times it died."""
    count = chance.randint(1, 2)
    approve = orders_for(garage, here, count)
    # by the other process itself: what it has done once its forks do in milliseconds
    assert desk.do(exchanging(garage, lives=True)) is not None
    approve()
    before = len(rows(here.database_url, sa.select(tables.records)))
    decided = len(garage.rows(InboxChange, InboxChange.kind == "link_decision"))
    died, request = 0, 1
    while killed_at(garage, desk, wire, point, request):
        died += 1
        # what was killed leaves nothing half: every delivered envelope is on the server
        held = on_server(here)
        for row in garage.rows(OutboxEnvelope, OutboxEnvelope.state == OutboxState.DELIVERED):
            assert held.get(str(row.id)) == row.sha256, (point, request)
        request += died % 2
    exchange(garage.on.shop, garage.on.owner)
    assert set(outbox(garage)) == {OutboxState.DELIVERED}
    assert on_server(here) == {str(row.id): row.sha256 for row in garage.rows(OutboxEnvelope)}
    assert len(rows(here.database_url, sa.select(tables.records))) == before + count
    now = garage.rows(InboxChange, InboxChange.kind == "link_decision")
    assert len(now) == decided + 1
    assert state(garage).problem is None
    return died


@pytest.mark.parametrize("point", POINTS)
def test_sp11_a_desk_killed_in_push_and_pull_sends_everything_once(
    here: Here, garage: Garage, wired: Wire, desk: DyingDesk, point: str
) -> None:
    chance = random.Random(f"{point} 20261121")
    died = 0
    while died < KILLS:
        died += kills(garage, here, desk, wired, point, chance)
    assert died >= KILLS
