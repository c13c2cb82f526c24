"""Numbers go on from the shop that a restore replaces: what it printed since the backup keeps its numbers to itself.

A customer may hold a paper that was made after the backup. Its number must never stand on another paper, so every
series of the restored shop goes on behind the highest number of both.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.engine import Connection

from app.kernel.backup import lite
from models.base import new_id


class Series(NamedTuple):
    """A series of a center in a period, and the last number drawn of it."""

    center_id: UUID
    series: str
    period: str
    value: int


_COLUMNS = "center_id, series, period, value"


def of_file(path: Path, shop: UUID | None) -> Sequence[Series] | None:
    """What the shop in a SQLite file has drawn; nothing for another shop; None when it cannot be read."""
    driver = lite.driver()
    try:
        connection = driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found = connection.execute("SELECT id FROM shop_identity").fetchone()
            if shop is None or found is None or found[0] != shop.bytes:
                return ()
            rows = connection.execute(f"SELECT {_COLUMNS} FROM number_sequence").fetchall()  # noqa: S608 - our own words
        finally:
            connection.close()
    except driver.DatabaseError:
        return None
    return [Series(UUID(bytes=center), *rest) for center, *rest in rows]


def of_schema(connection: Connection, kept: str, shop: UUID | None) -> Sequence[Series]:
    """The same of a PostgreSQL shop whose tables were moved aside into a schema."""
    there = f"to_regclass('{kept}.number_sequence') IS NOT NULL AND to_regclass('{kept}.shop_identity') IS NOT NULL"
    if not connection.exec_driver_sql(f"SELECT {there}").scalar_one():
        return ()
    found = connection.exec_driver_sql(f"SELECT id FROM {kept}.shop_identity").scalar()  # noqa: S608 - our own name
    if shop is None or found != shop:
        return ()
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM {kept}.number_sequence")  # noqa: S608 - as above
    return [Series(*row) for row in rows]


_GO_ON = (
    "INSERT INTO number_sequence (id, center_id, series, period, value) "
    "SELECT {0}, {0}, {0}, {0}, {0} WHERE EXISTS (SELECT 1 FROM center WHERE id = {0}) "
    "ON CONFLICT (center_id, series, period) DO UPDATE SET value = excluded.value "
    "WHERE number_sequence.value < excluded.value"
)


def go_on_in_file(path: Path, counted: Sequence[Series]) -> int:
    """Let the series of a SQLite file go on behind these; how many were moved."""
    connection = lite.driver().connect(str(path))
    try:
        moved = 0
        with connection:
            for each in counted:
                center = each.center_id.bytes
                given = (new_id().bytes, center, each.series, each.period, each.value, center)
                moved += connection.execute(_GO_ON.format("?"), given).rowcount
        return moved
    finally:
        connection.close()


def go_on(connection: Connection, counted: Sequence[Series]) -> int:
    """The same in an open PostgreSQL transaction."""
    moved = 0
    for each in counted:
        given: tuple[Any, ...] = (new_id(), *each, each.center_id)
        moved += connection.exec_driver_sql(
            _GO_ON.format("%s").replace("SELECT %s, %s, %s, %s, %s", _TYPED), given
        ).rowcount
    return moved


_TYPED = "SELECT %s::uuid, %s::uuid, %s::text, %s::text, %s::bigint"
