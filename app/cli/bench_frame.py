"""What every figure of the bench is made of: a row, its verdict, and the bare statements beside it."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.kernel.db import Database

Statement = tuple[str, Any, bool]
"""SQL, its values as the driver takes them, and whether the values are many rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its bars.

    ``limit`` is measured in the same run. ``bar`` says what ``must`` and ``aim`` are held against: the ``ratio``
    to the limit, or the ``value`` itself. ``years`` has the value in shops of that age, ``slope`` how many times more
    it is in the oldest than in the youngest.
    """

    name: str
    value: float
    unit: str
    limit: float | None
    ratio: float | None
    must: float
    aim: float
    verdict: str
    bar: str = "value"
    years: Mapping[str, float] = field(default_factory=dict)
    slope: float | None = None


def judged(
    name: str,
    value: float,
    *,
    must: float,
    aim: float,
    limit: float | None = None,
    by_ratio: bool = False,
    more_is_better: bool = False,
    unit: str = "ms",
    years: Mapping[str, float] | None = None,
) -> Row:
    """The row with its verdict."""
    ratio = value / limit if limit else None
    measured = ratio if by_ratio and ratio is not None else value
    sign = -1 if more_is_better else 1
    verdict = (
        "aim"
        if sign * measured <= sign * aim
        else "must"
        if sign * measured <= sign * must
        else "short"
    )
    ages = dict(sorted((years or {}).items(), key=lambda pair: int(pair[0])))
    ends = list(ages.values())
    return Row(
        name=name,
        value=round(value, 3),
        unit=unit,
        limit=None if limit is None else round(limit, 3),
        ratio=None if ratio is None else round(ratio, 2),
        must=must,
        aim=aim,
        verdict=verdict,
        bar="ratio" if by_ratio else "value",
        years={age: round(each, 3) for age, each in ages.items()},
        slope=round(ends[-1] / ends[0], 2) if len(ends) > 1 else None,
    )


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each call, after one that warms."""
    work()
    spans = []
    gc.collect()
    # what stands is not walked through again: not before the next figure, and not within one
    gc.freeze()
    for _ in range(times):
        began = time.perf_counter()
        work()
        spans.append((time.perf_counter() - began) * 1000)
    return spans


def median(work: Callable[[], object], times: int) -> float:
    """The median of ``timed``, in milliseconds."""
    return statistics.median(timed(work, times))


@contextmanager
def heard(engine: Engine) -> Iterator[list[Statement]]:
    """The statements that the engine runs within the block."""
    said: list[Statement] = []

    def hear(*told: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own call
        _connection, _cursor, statement, values, _context, many = told
        said.append((statement, values, many))

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def bare_connection(database: Database) -> Any:  # noqa: ANN401 - a connection of either driver
    """A connection of the driver alone, as durable as the shop's; close it when done."""
    if database.is_sqlite:
        import pysqlite3.dbapi2 as driver  # noqa: PLC0415 - the bare driver is what is measured

        connection = driver.connect(str(database.path), isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
    import psycopg  # noqa: PLC0415 - as above

    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = psycopg.connect(url, autocommit=True, options="-c timezone=UTC")
    connection.prepare_threshold = 2
    return connection


def write_bare(connection: Any, statements: Sequence[Statement], *, begin: str) -> None:  # noqa: ANN401 - as above
    """Write the statements in one transaction of the bare driver."""
    cursor = connection.cursor()
    cursor.execute(begin)
    for statement, values, many in statements:
        if many:
            cursor.executemany(statement, values)
        else:
            cursor.execute(statement, values)
    cursor.execute("COMMIT")
    cursor.close()


def read_bare(connection: Any, statements: Sequence[Statement]) -> None:  # noqa: ANN401 - as above
    """Fetch every row of the statements by the bare driver."""
    cursor = connection.cursor()
    for statement, values, _ in statements:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            cursor.execute(statement, values)
            cursor.fetchall()
    cursor.close()
