"""A Russian shop on both databases, for everybody who tests what a shop can do."""

from collections.abc import Iterator

import pytest

from tests.build.shops import TestShop, make_shop


@pytest.fixture
def shop(database_url: str) -> Iterator[TestShop]:
    """An open shop with its people, of this test alone."""
    made = make_shop(database_url)
    yield made
    made.close()
