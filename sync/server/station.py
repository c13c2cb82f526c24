"""What a server process holds: settings, database, clock. Everything else is in the database."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from app.kernel.clock import Clock, system_clock
from app.kernel.db import Database
from sync.server import schema
from sync.server.settings import ServerSettings

Row = sa.Row[Any]


@dataclass(frozen=True, slots=True)
class Tx:
    """One transaction and the moment at which it happens; every verb and read takes it first."""

    connection: sa.Connection
    now: datetime

    def all(self, statement: sa.Executable) -> Sequence[Row]:
        """All rows."""
        return self.connection.execute(statement).all()

    def one(self, statement: sa.Executable) -> Row | None:
        """The only row, or None."""
        return self.connection.execute(statement).one_or_none()

    def value(self, statement: sa.Executable) -> Any:  # noqa: ANN401 - whatever the column holds
        """The first column of the only row, or None."""
        return self.connection.execute(statement).scalar_one_or_none()

    def change(self, statement: sa.Executable) -> int:
        """Run an INSERT, UPDATE or DELETE; how many rows it touched."""
        return cast("sa.CursorResult[Any]", self.connection.execute(statement)).rowcount

    def insert(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert all `rows` with one statement; none is fine."""
        if rows:
            self.connection.execute(sa.insert(table), list(rows))

    def insert_or(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that can say what to do when the row is there; both databases spell it so."""
        lite = self.connection.dialect.name == "sqlite"
        return sqlite.insert(table) if lite else postgresql.insert(table)


@dataclass(frozen=True)
class Station:
    """A running server, as the routes see it."""

    settings: ServerSettings
    database: Database
    clock: Clock
    _salt: str = field(repr=False)

    @classmethod
    def open(cls, settings: ServerSettings, clock: Clock = system_clock) -> "Station":
        """Connect, and bring the schema to what this code needs.

        Raises:
            SchemaTooNewError: a newer program made this database.
        """
        database = Database(settings.database_url, durable=settings.durable)
        schema.upgrade(database)
        return cls(settings, database, clock, schema.salt(database))

    def close(self) -> None:
        """Give the connections back."""
        self.database.checkpoint()
        self.database.close()

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """A transaction that commits at the end, or leaves nothing."""
        with self.database.writer.begin() as connection:
            yield Tx(connection, self.clock())

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """A read-only transaction over one moment."""
        with self.database.reading() as connection:
            yield Tx(connection, self.clock())

    def slow_hash(self, code: str) -> str:
        """Hash of a short code: 2 ms here, so that a stolen table of 40-bit codes is no use."""
        salt = bytes.fromhex(self._salt)
        return hashlib.scrypt(code.encode(), salt=salt, n=1 << 10, r=8, p=1, dklen=32).hex()


def token() -> str:
    """A secret of 256 bits, 43 characters."""
    return secrets.token_urlsafe(32)


def fast_hash(secret: str) -> str:
    """SHA-256 of a long random secret: what is stored instead of it."""
    return hashlib.sha256(secret.encode()).hexdigest()
