"""Ids by the hundred thousand: a sequence like any other, read in the order of its query on both databases."""

import uuid

import pytest
import sqlalchemy as sa

from app.kernel.db import Database
from app.kernel.ids import Ids, ids_of
from models.base import new_id
from models.ledger import ShopIdentity
from tests.build.bare import row_of

MANY = [new_id() for _ in range(7)]


def test_packed_ids_are_a_sequence() -> None:
    ids = Ids.of(MANY)
    assert (len(ids), list(ids), ids == MANY, ids == tuple(MANY)) == (7, MANY, True, True)
    assert (ids[0], ids[-1]) == (MANY[0], MANY[6])
    assert (list(ids[2:5]), list(ids[::-1])) == (MANY[2:5], MANY[::-1])
    assert (list(ids[5:2]), list(ids[:2] + ids[2:])) == ([], MANY)
    assert ids != MANY[:6]
    assert ids != "text"
    assert hash(ids) == hash(Ids.of(MANY))
    assert str(MANY[3]) in repr(ids)
    with pytest.raises(IndexError):
        ids[7]


def test_some_ids_are_brought_to_the_front_and_none_is_lost() -> None:
    falling = sorted(MANY, reverse=True)
    stranger = new_id()
    named = [falling[5], stranger, falling[1], falling[5]]
    ids = Ids.of(falling).brought_forward(Ids.of(named))
    rest = [key for key in falling if key not in named]
    assert list(ids) == [falling[5], falling[1], *rest]
    assert list(Ids.of(falling).brought_forward(Ids())) == falling


def test_an_id_is_found_only_where_it_stands() -> None:
    ids = Ids.of(MANY)
    assert [ids.index(key) for key in MANY] == list(range(7))
    assert all(key in ids for key in MANY)
    # sixteen bytes that lie across two ids are none of them
    across = uuid.UUID(bytes=(MANY[0].bytes + MANY[1].bytes)[8:24])
    assert across not in ids
    assert "text" not in ids
    with pytest.raises(ValueError, match=str(across)):
        ids.index(across)
    with pytest.raises(ValueError, match=str(MANY[1])):
        ids.index(MANY[1], 2)


def test_ids_come_in_the_order_of_the_query(database_url: str) -> None:
    database = Database(database_url)
    with database.writer.begin() as connection:
        for key in MANY:
            connection.execute(sa.insert(ShopIdentity), row_of(ShopIdentity, id=key))
    with database.reading() as connection:
        query = sa.select(ShopIdentity.id)
        assert ids_of(connection, query.order_by(ShopIdentity.id)) == sorted(MANY)
        assert ids_of(connection, query.order_by(ShopIdentity.id.desc())) == sorted(MANY)[::-1]
        assert ids_of(connection, query.where(ShopIdentity.id == new_id())) == []
    database.close()
