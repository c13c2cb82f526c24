"""Searching one kind is not crowded out by another kind that has more and newer rows."""

from collections.abc import Iterator

import pytest

from app.kernel import search
from models.base import new_id
from tests.build.shops import TestShop, make_shop

_MORE_THAN_THE_BOUND = 620


@pytest.fixture
def garage(database_url: str) -> Iterator[TestShop]:
    made = make_shop(database_url)
    yield made
    made.close()


def put(garage: TestShop, kind: str, count: int) -> None:
    center = garage.owner.center_id
    rows = [
        {"center_id": center, "kind": kind, "subject_id": new_id(), "folded": f"kia rio {n}"}
        for n in range(count)
    ]
    with garage.shop.database.writer.begin() as connection:
        connection.execute(search.UPSERT, rows)


@pytest.mark.parametrize("query", ["kia rio", "rio", "ki"])
def test_many_orders_do_not_hide_the_car(garage: TestShop, query: str) -> None:
    put(garage, "vehicle", 2)
    put(garage, "work_order", _MORE_THAN_THE_BOUND)
    with garage.reading() as read:
        found = search.find(read.connection, read.center_id, query, kinds=("vehicle",), limit=10)
        several = search.find(
            read.connection, read.center_id, query, kinds=("vehicle", "customer"), limit=10
        )
        everything = search.find(read.connection, read.center_id, query, limit=10)
    assert [hit.kind for hit in found] == ["vehicle", "vehicle"]
    assert several == found
    assert len(everything) == 10


def test_another_center_does_not_hide_it_either(garage: TestShop) -> None:
    put(garage, "vehicle", 1)
    center = new_id()
    with garage.reading() as read:
        assert search.find(read.connection, center, "kia rio", kinds=("vehicle",)) == []
        assert len(search.find(read.connection, read.center_id, "kia rio", kinds=("vehicle",))) == 1


def test_what_was_pasted_with_a_nul_is_searched_for(garage: TestShop) -> None:
    put(garage, "vehicle", 1)
    with garage.reading() as read:
        for query in ("kia\0rio", "rio\0", "\0k"):
            assert len(search.find(read.connection, read.center_id, query)) == 1
        assert search.find(read.connection, read.center_id, "\0") == []
