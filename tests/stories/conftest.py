"""Shops for the stories: each one told on both databases, on its own day, in its own country."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.build.orders import Garage
from tests.build.shops import MovableClock, make_shop
from tests.sync.conftest import Here, here

__all__ = ["Here", "here"]

Open = Callable[..., Garage]
"""``open_garage("ru", at=datetime(…), regime="…", policy={…})``: a shop that closes by itself."""


@pytest.fixture
def open_garage(database_url: str) -> Iterator[Open]:
    """Open the story's shop."""
    opened: list[Garage] = []

    def make(profile: str = "ru", at: datetime | None = None, **center: Any) -> Garage:  # noqa: ANN401  any field of CreateCenter
        clock = MovableClock(at or datetime(2026, 11, 20, 7, 0, tzinfo=UTC))
        garage = Garage(make_shop(database_url, profile=profile, clock=clock, **center))
        opened.append(garage)
        return garage

    yield make
    for garage in opened:
        garage.on.close()
