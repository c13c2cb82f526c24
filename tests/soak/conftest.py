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


Sized = Callable[[int], int]


@pytest.fixture
def sized() -> Sized:
    """How many of something in this turn: of ``SOAK_SIZE`` percent of the usual, at least two."""
    percent = int(os.environ.get("SOAK_SIZE", "100"))
    return lambda usual: max(2, usual * percent // 100)


def _say(line: dict[str, object]) -> None:
    path = os.environ.get("SOAK_COUNTS")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


@pytest.fixture
def told() -> Told:
    """Count what was done: ``told("races", 25)``; the run adds it up in the file ``SOAK_COUNTS``."""
    return lambda what, times: _say({"what": what, "times": times})


Measured = Callable[[str, float], None]


@pytest.fixture
def measured() -> Measured:
    """Keep a figure: ``measured("restore, seconds", 4.2)``; the run keeps the worst. No turn breaks over one."""
    return lambda what, value: _say({"figure": what, "value": round(value, 2)})
