"""Rows that are added: their SQL is made once for each table, their values are spelled right for the driver."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import DBAPIError

_Bind = Callable[[Any], Any]
_Made = tuple[str, Sequence[tuple[str, _Bind | None]], bool]
_MADE: dict[tuple[str, str], _Made] = {}


def put(connection: Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that name every column, by one statement; DBAPIError as from any other.

    SQLAlchemy makes an insert ready anew each time, which costs more than the row does. Listeners of statements hear
    this one like any other. KeyError for a row without one of the columns.
    """
    statement, binds, by_place = _made(table, connection.dialect)
    told: list[Any] = [
        {name: row[name] if bind is None else bind(row[name]) for name, bind in binds}
        for row in rows
    ]
    if by_place:
        told = [tuple(values.values()) for values in told]
    connection.exec_driver_sql(statement, told if len(told) > 1 else told[0])


@contextmanager
def together(connection: Connection) -> Iterator[None]:
    """Statements within, whose answers nobody reads, go to PostgreSQL without waiting for each other's answers.

    What one of them is refused for is known at the end at the latest, as the DBAPIError that it would have been. On
    SQLite there is nobody to wait for.
    """
    if connection.dialect.name != "postgresql":
        yield
        return
    raw: Any = connection.connection.driver_connection
    errors = connection.dialect.loaded_dbapi.Error
    try:
        with raw.pipeline():
            yield
    except errors as error:
        lost = connection.dialect.is_disconnect(error, raw, None)
        told = DBAPIError.instance(
            None,
            None,
            error,
            errors,
            connection_invalidated=lost,
            dialect=connection.dialect,
        )
        if lost:
            connection.invalidate(error)
        raise told from error


def _made(table: sa.Table, dialect: Dialect) -> _Made:
    """SQL that adds a row, how each value becomes the driver's, and whether the driver counts values by place."""
    made = _MADE.get((table.name, dialect.name))
    if made is None:
        compiled = sa.insert(table).compile(dialect=dialect)
        kinds = {column.name: column.type for column in table.columns}
        names = compiled.positiontup
        binds = [(name, kinds[name].bind_processor(dialect)) for name in names or kinds]
        made = _MADE[table.name, dialect.name] = (str(compiled), binds, names is not None)
    return made
