"""The seed of this turn, and the count of what was done in it."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.shops import TestShop, make_shop
from tests.stories.conftest import open_garage
from tests.sync.conftest import here

__all__ = ["here", "open_garage"]

Told = Callable[[str, int], None]


@pytest.fixture
def shop(database_url: str) -> Iterator[TestShop]:
    """An open shop with its people, of this test alone."""
    made = make_shop(database_url)
    yield made
    made.close()


@pytest.fixture
def seed() -> int:
    """What everything of this turn follows from: ``SOAK_SEED``."""
    return int(os.environ.get("SOAK_SEED", "0"))


@pytest.fixture
def told() -> Told:
    """Count what was done: ``told("races", 25)``; the run adds it up in the file ``SOAK_COUNTS``."""
    path = os.environ.get("SOAK_COUNTS")

    def count(what: str, times: int) -> None:
        if path:
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(json.dumps({"what": what, "times": times}) + "\n")

    return count
