"""A desk on PostgreSQL: what goes out together is refused as it would be alone, and a lost connection is replaced."""

import select
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from app.kernel.adding import together
from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError
from app.kernel.tx import ACTIONS, Action, Tx, act
from models.access import Permission
from tests.build.shops import ShopTemplate, TestShop

_LABEL = QT_TRANSLATE_NOOP("work_orders", "Complete work order")


@pytest.fixture
def desk(postgresql_shop: ShopTemplate, postgresql_url: str) -> Iterator[TestShop]:
    made = postgresql_shop.open(postgresql_url)
    yield made
    made.close()


@contextmanager
def refused_once(state: str) -> Iterator[list[int]]:
    """A verb whose first try is refused with that SQLSTATE in the middle of statements that go out together."""
    tries: list[int] = []

    def verb(tx: Tx, _command: object) -> int:
        tries.append(len(tries))
        with together(tx.connection):
            tx.connection.exec_driver_sql("SELECT set_config('a.b', 'x', true)")
            if len(tries) == 1:
                tx.connection.exec_driver_sql(
                    f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$"
                )
            tx.connection.exec_driver_sql("SELECT set_config('a.b', 'y', true)")
        return len(tries)

    ACTIONS[verb] = Action("test.verb", Permission.WORK_ORDERS_COMPLETE, _LABEL, None, ())
    try:
        yield tries
    finally:
        del ACTIONS[verb]


def _press(desk: TestShop) -> object:
    verb = next(known for known in ACTIONS if known.__qualname__.startswith("refused_once"))
    return act(desk.shop, desk.owner, verb, None).result


def test_a_deadlock_among_statements_sent_together_is_tried_again(desk: TestShop) -> None:
    with refused_once("40P01") as tries:
        assert _press(desk) == 2
    assert tries == [0, 1]


def test_a_row_that_is_there_already_is_named_so_when_sent_together(desk: TestShop) -> None:
    with refused_once("23505") as tries:
        with pytest.raises(UserError) as refused:
            _press(desk)
        assert refused.value.reason is Reason.DUPLICATE
        assert _press(desk) == len(tries) == 2


def test_a_connection_that_the_server_ended_is_replaced_without_a_word(postgresql_url: str) -> None:
    database, other = Database(postgresql_url), Database(postgresql_url)
    ask = sa.text("SELECT pg_backend_pid()")
    try:
        with database.reading() as connection:
            mine = connection.execute(ask).scalar_one()
            raw = connection.connection.driver_connection
            assert raw is not None
        with other.reading() as connection:
            connection.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
        assert select.select([raw.fileno()], [], [], 10)[0]
        with database.reading() as connection:
            assert connection.execute(ask).scalar_one() != mine
    finally:
        database.close()
        other.close()
