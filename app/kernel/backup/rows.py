"""Rows as both databases understand them: one JSON array a line, in the order of the primary key.

The list of columns is read from the schema, never written by hand, so that a new column cannot be forgotten.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection
from sqlalchemy.types import TypeEngine

from models import base as t
from models.entities import metadata

_CHUNK_ROWS = 1000


class Kind(StrEnum):
    """What a column holds, apart from any database."""

    ID = "id"
    TIME = "time"
    DAY = "day"
    FLAG = "flag"
    BYTES = "bytes"
    TEXT = "text"
    WHOLE = "whole"


_TYPES: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.ID: t.Id,
    Kind.TIME: t.UtcTime,
    Kind.DAY: t.DateOn,
    Kind.FLAG: t.Flag,
    Kind.BYTES: t.Blob,
    Kind.TEXT: t.Str,
    Kind.WHOLE: t.Whole,
}
_OF_MODEL: tuple[tuple[type[TypeEngine[Any]], Kind], ...] = (
    (t.Id, Kind.ID),
    (t.UtcTime, Kind.TIME),
    (t.DateOn, Kind.DAY),
    (t.Flag, Kind.FLAG),
    (t.Blob, Kind.BYTES),
    (t.Whole, Kind.WHOLE),
    (t.Thousandths, Kind.WHOLE),
    (t.Str, Kind.TEXT),
    (t.Folded, Kind.TEXT),
    (t.Json, Kind.TEXT),
    (t.Choice, Kind.TEXT),
)
_OF_POSTGRES: tuple[tuple[type[TypeEngine[Any]], Kind], ...] = (
    (postgresql.UUID, Kind.ID),
    (sa.DateTime, Kind.TIME),
    (sa.Date, Kind.DAY),
    (sa.Boolean, Kind.FLAG),
    (sa.LargeBinary, Kind.BYTES),
    (sa.Integer, Kind.WHOLE),
    (sa.String, Kind.TEXT),
)
_ENCODE: dict[Kind, Callable[[Any], Any]] = {
    Kind.ID: str,
    Kind.TIME: lambda v: (v - t.EPOCH) // t.MICROSECOND,
    Kind.DAY: date.isoformat,
    Kind.FLAG: bool,
    Kind.BYTES: lambda v: base64.b64encode(v).decode("ascii"),
    Kind.TEXT: str,
    Kind.WHOLE: int,
}
_DECODE: dict[Kind, Callable[[Any], Any]] = {
    Kind.ID: UUID,
    Kind.TIME: lambda v: t.EPOCH + v * t.MICROSECOND,
    Kind.DAY: date.fromisoformat,
    Kind.FLAG: bool,
    Kind.BYTES: lambda v: base64.b64decode(v, validate=True),
    Kind.TEXT: str,
    Kind.WHOLE: int,
}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True, slots=True)
class Spec:
    """A table by name, with its columns in the schema's order and its primary key."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    key: tuple[str, ...]

    @property
    def table(self) -> sa.Table:
        """The table as statements need it; kinds stand in for the types of the models."""
        return _table_of(self)


@cache
def _table_of(spec: Spec) -> sa.Table:
    """The same object each time, so that its statements are compiled once for each engine."""
    columns = [sa.Column(name, _TYPES[kind]()) for name, kind in spec.columns]
    return sa.Table(spec.name, sa.MetaData(), *columns)


def _kind(
    column_type: object, table: str, known: Sequence[tuple[type[TypeEngine[Any]], Kind]]
) -> Kind:
    for made_of, kind in known:
        if isinstance(column_type, made_of):
            return kind
    message = f"{table} has a column of type {column_type!r}, which no backup can hold"
    raise TypeError(message)


def model_specs() -> list[Spec]:
    """Every table of this program's schema, parents first."""
    return [
        Spec(
            table.name,
            tuple(
                (column.name, _kind(column.type, table.name, _OF_MODEL)) for column in table.columns
            ),
            tuple(column.name for column in table.primary_key),
        )
        for table in metadata.sorted_tables
    ]


def postgres_specs(connection: Connection) -> list[Spec]:
    """Every table that stands in the PostgreSQL database now, whichever version made it."""
    inspector = sa.inspect(connection)
    # all tables at once: one by one takes longer than everything else of a small shop's backup
    columns, keys = inspector.get_multi_columns(), inspector.get_multi_pk_constraint()
    return [
        Spec(
            place[1],
            tuple(
                (column["name"], _kind(column["type"], place[1], _OF_POSTGRES))
                for column in columns[place]
            ),
            tuple(keys[place]["constrained_columns"]),
        )
        for place in sorted(columns, key=lambda place: place[1])
        if place[1] != "alembic_version"
    ]


def chunks(connection: Connection, spec: Spec) -> Iterator[bytes]:
    """The table's rows as JSON lines, a thousand at a time."""
    table = spec.table
    statement = sa.select(table).order_by(*(table.c[name] for name in spec.key))
    encoders = [_ENCODE[kind] for _, kind in spec.columns]
    with connection.execute(statement.execution_options(yield_per=_CHUNK_ROWS)) as rows:
        for part in rows.partitions(_CHUNK_ROWS):
            lines = [_JSON.encode(_encoded(row, encoders)) for row in part]
            yield ("\n".join(lines) + "\n").encode("utf-8")


def _encoded(row: Sequence[Any], encoders: Sequence[Callable[[Any], Any]]) -> list[Any]:
    return [
        None if value is None else encode(value)
        for encode, value in zip(encoders, row, strict=True)
    ]


def lines_of(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of ``chunks``, one by one."""
    for part in parts:
        yield from part.splitlines()


def digest_of(connection: Connection, spec: Spec) -> tuple[int, str]:
    """How many rows the table holds, and the SHA-256 over all of them in the form of ``chunks``."""
    digest, count = hashlib.sha256(), 0
    for part in chunks(connection, spec):
        digest.update(part)
        count += part.count(b"\n")
    return count, digest.hexdigest()


def load(connection: Connection, spec: Spec, lines: Iterable[bytes]) -> None:
    """Insert the rows of JSON lines; ValueError for a line that does not fit the columns."""
    decoders = [_DECODE[kind] for _, kind in spec.columns]
    rows = (_decoded(line, decoders) for line in lines)
    if connection.dialect.name == "postgresql":
        _copy(connection, spec, rows)
        return
    names = [name for name, _ in spec.columns]
    statement = sa.insert(spec.table)
    while part := list(islice(rows, _CHUNK_ROWS)):
        connection.execute(statement, [dict(zip(names, row, strict=True)) for row in part])


def _decoded(line: bytes, decoders: Sequence[Callable[[Any], Any]]) -> list[Any]:
    values = json.loads(line)
    return [
        None if value is None else decode(value)
        for decode, value in zip(decoders, values, strict=True)
    ]


def _copy(connection: Connection, spec: Spec, rows: Iterable[list[Any]]) -> None:
    from psycopg import sql  # noqa: PLC0415 - a shop on SQLite never loads it

    driver = cast("Any", connection.connection.driver_connection)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(spec.name), sql.SQL(", ").join(sql.Identifier(n) for n, _ in spec.columns)
    )
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
