"""Bad networks by seed, desks killed in each request, a server killed under a sender."""

import random
from collections.abc import Iterator

import pytest

from sync.worker import rounds
from tests.build.desks import DyingDesk, dying_desk
from tests.build.killed_server import POINTS as SERVER_POINTS
from tests.build.killed_server import MortalServer
from tests.build.orders import Garage
from tests.soak.conftest import Sized, Told
from tests.sync import test_faults, test_server_killed
from tests.sync.conftest import Here
from tests.sync.people import Car, Desk
from tests.sync.test_desk_killed import POINTS, kills
from tests.sync.test_faults import linked, own_server
from tests.sync.test_server_killed import mortal, mother
from tests.sync.test_worker import Wire, garage, storm, wired

__all__ = ["garage", "linked", "mortal", "mother", "own_server", "wired"]

STORMS = 20
IN_PULL = 6


@pytest.fixture(scope="module")
def desk() -> Iterator[DyingDesk]:
    """Another process of the same desk."""
    with dying_desk() as made:
        yield made


def test_storms(
    here: Here, garage: Garage, wired: Wire, seed: int, sized: Sized, told: Told
) -> None:
    storms = sized(STORMS)
    first = 10_000 * (1 + garage.on.shop.database.is_sqlite) + seed * storms
    for number in range(first, first + storms):
        storm(garage, here, wired, number)
    told("bad networks by seed", storms)


def test_desk_killed(
    here: Here, garage: Garage, wired: Wire, desk: DyingDesk, seed: int, told: Told
) -> None:
    chance = random.Random(seed)
    told(
        "kill -9 of the desk in push and pull",
        sum(kills(garage, here, desk, wired, point, chance) for point in POINTS),
    )


def test_server_killed_while_pushing(
    own_server: MortalServer, linked: tuple[Desk, Car], told: Told
) -> None:
    test_faults.test_sp11_killed_while_pushing_every_record_is_there_exactly_once(
        own_server, linked
    )
    told("kill -9 of the server while pushing", test_faults.KILLS)


@pytest.mark.parametrize("point", SERVER_POINTS)
def test_server_killed_in_pull(
    garage: Garage,
    mortal: tuple[MortalServer, Here],
    point: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    seed: int,
    sized: Sized,
    told: Told,
) -> None:
    monkeypatch.setattr(rounds, "PAGE", test_server_killed.PAGE)
    chance = random.Random(f"{point} {seed}")
    died = test_server_killed.kills(garage, mortal, point, sized(IN_PULL), chance)
    told("kill -9 of the server while it is read", died)
