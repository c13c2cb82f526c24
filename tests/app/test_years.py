"""Years made for measuring: whole to the examination, and with every index that a shop of the counter has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.cli.doctor import examine
from app.cli.findings import Severity
from app.cli.years import Pace, make_years
from app.cli.years_bulk import written_in_bulk
from app.kernel.db import Database

SMALL = Pace(cars=30, orders=60, receipts=30, products=20, bookings=80)
FINDERS = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"


def _drawn(database: Database) -> list[Any]:
    with database.reader.connect() as connection:
        return list(connection.exec_driver_sql(FINDERS))


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def test_a_made_shop_is_clean_found_by_its_words_and_keeps_every_index(
    tmp_path: Path, database: Database, sqlite_url: str
) -> None:
    before = _drawn(database)
    made = make_years(sqlite_url, tmp_path, 2, 7, pace=SMALL)
    assert made["rows"]["work_order"] == made["rows"]["invoice"] == 2 * SMALL.orders
    assert made["rows"]["appointment"] == SMALL.bookings
    assert _drawn(database) == before
    found = examine(database, sqlite_url).findings
    assert [f for f in found if f.severity is not Severity.WARNING] == []
    with database.reader.connect() as connection:
        (number,) = connection.execute(sa.text("SELECT max(number) FROM work_order")).one()
        hits = connection.execute(
            sa.text("SELECT count(*) FROM search_fts WHERE folded MATCH :words"),
            {"words": f'"{number.lower()}"'},
        ).scalar_one()
    assert hits >= 1


def test_a_row_without_its_parent_is_named(database: Database) -> None:
    with (
        database.writer.connect() as connection,
        pytest.raises(ValueError, match="a row of number_sequence has no parent in center"),
        written_in_bulk(connection),
        connection.begin(),
    ):
        connection.exec_driver_sql(
            "INSERT INTO number_sequence (id, center_id, series, period, value)"
            " VALUES (randomblob(16), randomblob(16), 'x', '', 1)"
        )
