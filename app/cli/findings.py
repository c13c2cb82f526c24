"""What a check of the shop says: findings with the record they name, and what to do."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP, Sentence, say

_PORTION = 500
UNREADABLE = (sa.exc.SQLAlchemyError, ValueError, KeyError, TypeError, UnicodeError)
"""What reading a damaged value raises: in the driver, in SQLAlchemy, or in a column type."""


class Severity(StrEnum):
    """Damage: stored facts are not what they were. Fault: something is not as it must be. Warning: mind it."""

    DAMAGE = "damage"
    FAULT = "fault"
    WARNING = "warning"


RESTORE = say(
    QT_TRANSLATE_NOOP(
        "doctor",
        "Stop working in this shop, keep its file, and restore the newest backup made before the damage "
        "(carpass-desk backup --list; carpass-desk restore FILE).",
    )
)
REPORT = say(
    QT_TRANSLATE_NOOP(
        "doctor",
        "Make a backup now, and send us this report: the program must not let this happen.",
    )
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: how grave, which rule, in words, which record, and what to do."""

    severity: Severity
    code: str
    what: Sentence
    record: str
    remedy: Sentence

    def to_json(self) -> dict[str, str]:
        """The finding as JSON."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "what": str(self.what),
            "record": self.record,
            "remedy": str(self.remedy),
        }


@dataclass(slots=True)
class Chart:
    """What is known of the shop that is examined, and what was found."""

    database: Database
    now: datetime
    backups: Path
    secrets_kind: str
    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def damage(self, code: str, what: Sentence, record: str = "") -> None:
        """Stored facts are not what they were."""
        self.findings.append(Finding(Severity.DAMAGE, code, what, record, RESTORE))

    def fault(self, code: str, what: Sentence, record: str = "") -> None:
        """Something is not as it must be."""
        self.findings.append(Finding(Severity.FAULT, code, what, record, REPORT))

    def warn(self, code: str, what: Sentence, remedy: Sentence) -> None:
        """Something to mind."""
        self.findings.append(Finding(Severity.WARNING, code, what, "", remedy))

    def count(self, what: str, number: int = 1) -> None:
        """So many were examined."""
        self.counts[what] = self.counts.get(what, 0) + number


Check = Callable[[Chart, Connection], None]


@dataclass(frozen=True, slots=True)
class Found:
    """A row under examination: its id, how people call it, and its columns; None when it cannot be read."""

    id: uuid.UUID
    name: str
    row: Any | None


def rows_of(
    connection: Connection,
    table: sa.FromClause,
    name: sa.ColumnElement[Any],
    where: sa.ColumnElement[bool],
    *,
    source: sa.FromClause | None = None,
    ahead: Callable[[Sequence[Any]], None] = lambda _rows: None,
) -> Iterator[Found]:
    """Rows one by one, by id; one that cannot be read does not hide the others.

    ``source`` is the join in which ``name`` and ``where`` can be asked; the table itself by default. ``ahead`` is
    told the rows of each portion before they come, so that what stands beside them can be read at once.
    """
    named = sa.select(table.c.id, name.label("name")).select_from(
        table if source is None else source
    )
    found = connection.execute(named.where(where).order_by(table.c.id)).all()
    names = {row.id: str(row.name or row.id) for row in found}
    ids = list(names)
    for start in range(0, len(ids), _PORTION):
        part = ids[start : start + _PORTION]
        rows = read_rows(connection, table, part)
        ahead(list(rows.values()))
        for key in part:
            yield Found(key, names[key], rows.get(key))


def read_rows(
    connection: Connection, table: sa.FromClause, ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, Any]:
    """The rows of these ids, by id; one that is gone or cannot be read is left out and hides no other."""
    try:
        rows = connection.execute(sa.select(table).where(table.c.id.in_(ids))).all()
    except UNREADABLE:
        if len(ids) == 1:
            return {}
        middle = len(ids) // 2
        return read_rows(connection, table, ids[:middle]) | read_rows(
            connection, table, ids[middle:]
        )
    return {row.id: row for row in rows}
