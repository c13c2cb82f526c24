"""A desk's process ends after any statement, at any millisecond, and while a shop is made or migrated."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.test_exits import SEVERAL, exits, killed
from tests.app.test_migration_killed import (
    LAST,
    Migrating,
    dies_at_each_step,
    landed,
    migrating,
)
from tests.build.desks import DyingDesk, dying_desk
from tests.build.orders import Garage
from tests.build.shops import TestShop
from tests.soak.conftest import Sized, Told

__all__ = ["landed", "migrating"]

KILLS = 25
STEP = 7
"""Every so many statements of a step of the migration."""
LONGEST = 60


@pytest.fixture(scope="module")
def desk() -> Iterator[DyingDesk]:
    """Another desk of the shop, made to die."""
    with dying_desk() as made:
        yield made


def test_exits(
    shop: TestShop, desk: DyingDesk, tmp_path: Path, seed: int, sized: Sized, told: Told
) -> None:
    kind = sorted(SEVERAL)[seed % len(SEVERAL)]
    every = (1 + seed // len(SEVERAL) % 2) * max(1, 20 // sized(20))
    done = exits(Garage(shop), desk, tmp_path, kind, every=every)
    told("exits after a statement", done // every + 2)


@pytest.mark.parametrize("kind", ["complete", "invoice", "pay", "receive"])
def test_kills(
    shop: TestShop,
    desk: DyingDesk,
    tmp_path: Path,
    kind: str,
    *,
    seed: int,
    sized: Sized,
    told: Told,
) -> None:
    died = killed(Garage(shop), desk, tmp_path, kind, sized(KILLS), seed)
    told(f"kill -9 during {kind}", sum(died))


def test_a_new_shop(
    bare_database_url: str, migrating: Migrating, seed: int, sized: Sized, told: Told
) -> None:
    step = LONGEST // sized(LONGEST // STEP)
    points = (LAST, *range(1 + seed % step, LONGEST, step))
    told("kills while a shop is made", dies_at_each_step(bare_database_url, migrating, points))


def test_an_earlier_shop(
    landed: str, migrating: Migrating, seed: int, sized: Sized, told: Told
) -> None:
    step = LONGEST // sized(LONGEST // STEP)
    points = (LAST, *range(1 + seed % step, LONGEST, step))
    told("kills while an earlier shop is migrated", dies_at_each_step(landed, migrating, points))
