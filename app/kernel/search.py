"""Search over folded text: trigrams (FTS5 on SQLite, pg_trgm on PostgreSQL), ranked over a bounded candidate set."""

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

_COLUMNS = {"kind": sa.Text(), "subject_id": Id(), "folded": sa.Text()}


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
    is_lite = connection.dialect.name == "sqlite"
    kind_sql = ""
    if kinds:
        kind_sql = " AND {row}.kind IN (" + ", ".join(f":k{n}" for n in range(len(kinds))) + ")"
        params |= {f"k{n}": kind for n, kind in enumerate(sorted(kinds))}
    if not long_words:
        text = " ".join(words)
        condition = "s.folded >= :low AND s.folded < :high"
        params |= {"low": text, "high": text[:-1] + chr(ord(text[-1]) + 1)}
        order = "s.folded"
    elif is_lite:
        quoted = " AND ".join('"' + w.replace('"', '""') + '"' for w in long_words)
        # center and kind inside the bound: the newest of another kind must not crowd out what was asked for
        condition = (
            "s.id IN (SELECT f.rowid "  # noqa: S608 - only our own words are put in
            "FROM search_fts f CROSS JOIN search_row k ON k.id = f.rowid "
            f"WHERE search_fts MATCH :match AND k.center_id = :center{kind_sql.format(row='k')} "
            "ORDER BY f.rowid DESC LIMIT :bound)"
        )
        params["match"] = quoted
        order = "s.id DESC"
    else:
        parts = []
        for n, word in enumerate(long_words):
            parts.append(f"s.folded LIKE :w{n}")
            params[f"w{n}"] = f"%{_escaped(word)}%"
        condition = " AND ".join(parts)
        order = "s.id DESC"
    statement = sa.text(
        f"SELECT s.kind, s.subject_id, s.folded FROM search_row s "  # noqa: S608 - only our own words are put in
        f"WHERE {condition} AND s.center_id = :center{kind_sql.format(row='s')} ORDER BY {order} LIMIT :bound"
    ).bindparams(sa.bindparam("center", type_=Id()))
    rows = connection.execute(statement.columns(**_COLUMNS), params).all()
    hits = [
        Hit(row.kind, row.subject_id, _rank(row.folded, words))
        for row in rows
        if all(w in row.folded for w in words)
    ]
    hits.sort(key=lambda hit: hit.rank)
    return hits[:limit]


def _rank(folded: str, words: list[str]) -> int:
    first = words[0]
    if folded.startswith(first):
        return 0
    return 1 if f" {first}" in folded else 2
