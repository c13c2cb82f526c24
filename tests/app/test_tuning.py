"""A shop that grew finds rows by their ids, and what it learns for that holds nobody's name."""

import itertools
from collections.abc import Iterator, Sequence

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.compose import keep_daily
from app.kernel.settings import Settings
from app.kernel.tx import Shop
from models.base import new_id
from models.centers import Center
from models.customers import Customer
from tests.build.bare import row_of
from tests.build.shops import TestShop, make_shop

_NAMES = ("ёжиков", "ким", "дёмина", "серова")


@pytest.fixture
def grown(sqlite_url: str) -> Iterator[TestShop]:
    made = make_shop(sqlite_url)
    with made.shop.database.writer.begin() as connection:
        center = connection.execute(sa.select(Center.id)).scalar_one()
        names = itertools.cycle(_NAMES)
        rows = [
            row_of(
                Customer, center_id=center, name=f"{next(names)} {n}", folded=f"{next(names)} {n}"
            )
            for n in range(1500)
        ]
        connection.execute(sa.insert(Customer), rows)
    yield made
    made.close()


def plan(connection: Connection) -> str:
    """How SQLite would read three customers of the center by their ids."""
    statement = sa.select(Customer.name).where(
        Customer.id.in_([new_id() for _ in range(3)]), Customer.center_id == new_id()
    )
    dialect = connection.dialect
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    given = compiled.construct_params()
    values = tuple(given[name].bytes for name in compiled.positiontup or ())
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)
    return " ".join(row[3] for row in rows)


def stored(shop: Shop, table: str) -> Sequence[sa.Row[tuple[object, ...]]]:
    with shop.database.reading() as connection:
        known = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)
        ).first()
        return connection.exec_driver_sql(f"SELECT * FROM {table}").all() if known else ()  # noqa: S608 - our own words


def test_rows_are_found_by_their_ids(grown: TestShop) -> None:
    with grown.shop.database.reading() as connection:
        assert "center_id" in plan(connection)
    grown.shop.database.tune()
    grown.shop.database.reader.dispose()
    with grown.shop.database.reading() as connection:
        assert "(id=?)" in plan(connection)


def test_counting_copies_nobodys_name(grown: TestShop) -> None:
    grown.shop.database.tune()
    counted = " ".join(str(row) for row in stored(grown.shop, "sqlite_stat1"))
    assert "ix_customer_center_id_folded" in counted
    assert not any(name in counted for name in _NAMES)
    assert stored(grown.shop, "sqlite_stat4") in ((), [])


def test_the_daily_round_counts(grown: TestShop, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert "ix_customer" not in str(stored(grown.shop, "sqlite_stat1"))
    keep_daily(grown.shop, Settings(backup_dir=tmp_path_factory.mktemp("kept")))
    assert "ix_customer" in str(stored(grown.shop, "sqlite_stat1"))


def test_a_second_time_costs_nothing(grown: TestShop) -> None:
    grown.shop.database.tune()
    before = stored(grown.shop, "sqlite_stat1")
    grown.shop.database.tune()
    assert stored(grown.shop, "sqlite_stat1") == before
