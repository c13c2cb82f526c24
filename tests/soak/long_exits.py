"""A desk's process ends after any statement, at any millisecond, and while a shop is made or migrated."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.test_completion_faults import ready_order, rows_of, whole
from tests.app.test_exits import SEVERAL, exits, killed
from tests.app.test_migration_killed import Opening, died_on_the_way, died_when_new, landed, opening
from tests.build.desks import DyingDesk, dying_desk, kill_after, task_of
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.soak.conftest import Told

__all__ = ["landed", "opening"]

KILLS = 25


@pytest.fixture(scope="module")
def desk() -> Iterator[DyingDesk]:
    """Another desk of the shop, made to die."""
    with dying_desk() as made:
        yield made


def test_exits(shop: TestShop, desk: DyingDesk, tmp_path: Path, seed: int, told: Told) -> None:
    kind = sorted(SEVERAL)[seed % len(SEVERAL)]
    every = 1 + seed // len(SEVERAL) % 2
    done = exits(Garage(shop), desk, tmp_path, kind, every=every)
    told("exits after a statement", done // every + 2)


def test_kills(shop: TestShop, desk: DyingDesk, tmp_path: Path, seed: int, told: Told) -> None:
    garage, chance = Garage(shop), random.Random(seed)
    assert desk.do(task_of(garage, tmp_path, "complete", order=str(ready_order(garage))))
    died, order = 0, ready_order(garage)
    before = rows_of(shop.shop.database)
    for _ in range(KILLS):
        task = task_of(garage, tmp_path, "complete", order=str(order), say_pid=True)
        if kill_after(desk, task, chance.uniform(0, 0.06)):
            died += 1
        if rows_of(shop.shop.database) != before:
            # it had come to its commit: then all of it is there
            repeated = garage.complete(order)
            assert garage.complete(order) == repeated
            whole(garage)
            order = ready_order(garage)
            before = rows_of(shop.shop.database)
    garage.complete(order)
    whole(garage)
    told("kill -9 during completion", died)


@pytest.mark.parametrize("kind", ["invoice", "pay", "receive"])
def test_kills_of_papers(
    shop: TestShop, desk: DyingDesk, tmp_path: Path, seed: int, told: Told, kind: str
) -> None:
    told(f"kill -9 during {kind}", killed(Garage(shop), desk, tmp_path, kind, KILLS, seed))


def test_a_new_shop(bare_database_url: str, opening: Opening, seed: int, told: Told) -> None:
    told("kills while a shop is made", died_when_new(bare_database_url, opening, 1 + seed % 29, 29))


def test_an_earlier_shop(landed: str, opening: Opening, seed: int, told: Told) -> None:
    told(
        "kills while an earlier shop is migrated", died_on_the_way(landed, opening, 1 + seed % 5, 5)
    )
