"""Rows on their way into the database, and the proof that the documents among them stay as they were made."""

import uuid
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.audit import rows_hash

SEALED: Mapping[str, tuple[str, frozenset[str]]] = {
    "concern": ("order_id", frozenset()),
    "invoice": ("id", frozenset()),
    "invoice_line": ("invoice_id", frozenset()),
    "job": ("order_id", frozenset()),
    "order_line": ("order_id", frozenset()),
    "work_order": ("id", frozenset({"delivered_at", "key_tag", "state", "version"})),
}
"""Tables of documents that become final together: the column that names the document, and columns that go on."""

_EVEN: dict[str, dict[str, Any]] = {}


@cache
def tables() -> Mapping[str, sa.Table]:
    """Every table, in the order in which rows may be added; who only reads need not have them all."""
    from models.entities import metadata  # noqa: PLC0415 - see above

    return {table.name: table for table in metadata.sorted_tables}


def evened(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with every column named, so that one statement serves them all."""
    blank = _EVEN.get(table)
    if blank is None:
        blank = {}
        for column in tables()[table].columns:
            default = column.default
            if isinstance(default, sa.ColumnDefault) and default.is_scalar:
                blank[column.name] = default.arg
            elif isinstance(default, sa.ColumnDefault) and column.name != "id":
                blank[column.name] = default.arg(None)
            else:
                blank[column.name] = None
        _EVEN[table] = blank
    return [{**blank, **row} for row in rows]


@cache
def _of_documents(name: str) -> sa.Select[Any]:
    """The rows of these documents: the document's id first, then every column that stays."""
    parent, free = SEALED[name]
    table = tables()[name]
    told = [column for column in table.columns if column.name not in free]
    return (
        sa.select(table.c[parent].label("document"), *told)
        .where(table.c[parent].in_(sa.bindparam("documents", expanding=True)))
        .order_by(table.c.id)
    )


def proofs_of(
    connection: Connection, name: str, documents: Iterable[uuid.UUID]
) -> dict[uuid.UUID, str]:
    """One SHA-256 for each document over all its rows of that table, as the database gives them."""
    asked = list(documents)
    found: dict[uuid.UUID, list[Mapping[str, Any]]] = {document: [] for document in asked}
    for row in connection.execute(_of_documents(name), {"documents": asked}).mappings():
        told = dict(row)
        found[told.pop("document")].append(told)
    return {document: rows_hash(rows) for document, rows in found.items()}
