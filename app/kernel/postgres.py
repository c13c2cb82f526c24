"""How the desk speaks to PostgreSQL: with fewer answers to wait for, and without asking what nobody wants to know.

Only a shop on PostgreSQL loads this module.
"""

import select
import time
from collections.abc import Sequence
from typing import Any, Final, overload

import psycopg
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from typing_extensions import override

FRESH_SECONDS: Final = 5.0
"""A connection that answered so lately is asked by its socket alone."""


PREPARED: Final = 500
"""Statements that a connection keeps ready; a day's work has more than the driver's hundred of them."""


class _Columns(Sequence[psycopg.Column]):
    """What a result's columns are, told when somebody asks: SQLAlchemy knows them from the first time on."""

    def __init__(self, cursor: "LeanCursor") -> None:
        self._cursor = cursor

    @property
    def _told(self) -> Sequence[psycopg.Column]:
        return self._cursor.columns()

    @overload
    def __getitem__(self, place: int) -> psycopg.Column: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[psycopg.Column]: ...
    @override
    def __getitem__(self, place: int | slice) -> psycopg.Column | Sequence[psycopg.Column]:
        return self._told[place]

    @override
    def __len__(self) -> int:
        return len(self._told)


class LeanCursor(psycopg.Cursor[Any]):
    """A cursor that describes its columns only to who looks at them: it makes an object of each, for every result."""

    @property
    @override
    def description(self) -> Any:
        found = self.pgresult
        return _Columns(self) if found is not None and found.nfields else super().description

    def columns(self) -> Sequence[psycopg.Column]:
        """The columns of the result; empty when there is none."""
        return super().description or ()


def watch(engine: Engine) -> None:
    """Have each connection looked at before it is used: one that the server let go is replaced without a word.

    A server that is gone has closed its end, and the socket tells so without a question; only what was idle for
    longer is asked, a round trip, as a network may have dropped it in silence.
    """

    @event.listens_for(engine, "connect")
    def _remember(raw: Any, _record: Any) -> None:
        raw.prepared_max = PREPARED

    @event.listens_for(engine, "checkin")
    def _rest(_raw: Any, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _wake(raw: Any, record: Any, _proxy: Any) -> None:
        since = record.info.get("rests_since")
        if since is None:
            return
        try:
            if time.monotonic() - since > FRESH_SECONDS:
                engine.dialect.do_ping(raw)
            elif raw.closed or _has_news(raw.fileno()):
                raise sa.exc.DisconnectionError("the server closed the connection")
        except psycopg.Error as error:
            raise sa.exc.InvalidatePoolError("the server does not answer") from error


def _has_news(socket: int) -> bool:
    """Whether something came in that nobody asked for: on a resting connection it is its end, or about to be."""
    waiting = select.poll() if hasattr(select, "poll") else None
    if waiting is None:
        return bool(select.select([socket], [], [], 0)[0])
    waiting.register(socket, select.POLLIN)
    return bool(waiting.poll(0))
