"""Search over folded text: trigrams (FTS5 on SQLite, pg_trgm on PostgreSQL), ranked over a bounded candidate set."""

import operator
import uuid
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from models.base import Id
from models.text import fold

_BOUND = 500
_TRIGRAM = 3

UPSERT = sa.text(
    "INSERT INTO search_row (center_id, kind, subject_id, folded) VALUES (:center_id, :kind, :subject_id, :folded) "
    "ON CONFLICT (subject_id) DO UPDATE SET folded = excluded.folded"
).bindparams(sa.bindparam("center_id", type_=Id()), sa.bindparam("subject_id", type_=Id()))

DROP = sa.text("DELETE FROM search_row WHERE subject_id = :subject_id").bindparams(
    sa.bindparam("subject_id", type_=Id())
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One found thing: its kind, id, and a rank (smaller is better)."""

    kind: str
    subject_id: uuid.UUID
    rank: int


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def find(
    connection: Connection,
    center_id: uuid.UUID,
    query: str,
    *,
    kinds: Collection[str] = (),
    limit: int = 20,
) -> list[Hit]:
    """The best ``limit`` hits whose text holds every word of the query, look-alike letters being equal.

    Words of three letters and more are found anywhere; shorter queries only at the start of the text.
    """
    words = fold(query).split()
    if not words:
        return []
    long_words = [w for w in words if len(w) >= _TRIGRAM]
    params: dict[str, object] = {"center": center_id, "bound": _BOUND}
    source, order = "search_row s", "s.id DESC"
    if not long_words:
        text = " ".join(words)
        condition = "s.folded >= :low AND s.folded < :high"
        params |= {"low": text, "high": text[:-1] + chr(ord(text[-1]) + 1)}
        order = "s.folded"
    elif connection.dialect.name == "sqlite":
        # center and kind inside the bound: the newest of another kind must not crowd out what was asked for
        source, order = "search_fts f CROSS JOIN search_row s ON s.id = f.rowid", "f.rowid DESC"
        condition = "search_fts MATCH :match"
        params["match"] = " AND ".join('"' + w.replace('"', '""') + '"' for w in long_words)
    else:
        condition = " AND ".join(f"s.folded LIKE :w{n}" for n in range(len(long_words)))
        params |= {f"w{n}": f"%{_escaped(word)}%" for n, word in enumerate(long_words)}
    if kinds:
        condition += " AND s.kind IN (" + ", ".join(f":k{n}" for n in range(len(kinds))) + ")"
        params |= {f"k{n}": kind for n, kind in enumerate(sorted(kinds))}
    statement = sa.text(
        f"SELECT s.folded, s.kind, s.subject_id FROM {source} "  # noqa: S608 - only our own words are put in
        f"WHERE {condition} AND s.center_id = :center ORDER BY {order} LIMIT :bound"
    ).bindparams(sa.bindparam("center", type_=Id()))
    # untyped, as the driver gives them: of hundreds that are ranked, only the best become ids and hits
    rows = connection.execute(statement, params).all()
    ranked = [
        (_rank(folded, words), kind, key)
        for folded, kind, key in rows
        if all(w in folded for w in words)
    ]
    ranked.sort(key=_by_rank)
    return [Hit(kind, _id(key), rank) for rank, kind, key in ranked[:limit]]


_by_rank = operator.itemgetter(0)


def _id(stored: uuid.UUID | bytes) -> uuid.UUID:
    """The id as the driver gave it: 16 bytes on SQLite."""
    return stored if isinstance(stored, uuid.UUID) else uuid.UUID(bytes=bytes(stored))


def _rank(folded: str, words: list[str]) -> int:
    first = words[0]
    if folded.startswith(first):
        return 0
    return 1 if f" {first}" in folded else 2
