"""Rows on their way into the database, and the proof that the documents among them stay as they were made."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC
from functools import cache
from json.encoder import encode_basestring_ascii
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import Dialect

from app.kernel.audit import plain
from models.base import Blob, DateOn, Flag, Id, Json, Thousandths, UtcTime, Whole
from sync.wire.canonical import sha256_hex

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
_Spell = Callable[[Any], str]
_spelled = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


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
def _lasting(name: str) -> Sequence[str]:
    """The columns of a sealed table that stay, in the order in which they are spelled."""
    return sorted(
        column.name for column in tables()[name].columns if column.name not in SEALED[name][1]
    )


@cache
def _of_documents(name: str, *, one: bool) -> sa.Select[Any]:
    """The rows of a document, or of some: the document's id first, then every column that stays, as they are stored."""
    parent = SEALED[name][0]
    # columns without their types: what the database gives is spelled, not what is made of it
    raw = sa.table(name, *(sa.column(column) for column in {*_lasting(name), parent, "id"}))
    whose = raw.c[parent]
    wanted = (
        whose == sa.bindparam("documents", type_=Id())
        if one
        else whose.in_(sa.bindparam("documents", expanding=True, type_=Id()))
    )
    told = [raw.c[column].label(f"told_{place}") for place, column in enumerate(_lasting(name))]
    return sa.select(whose.label("document"), *told).where(wanted).order_by(raw.c.id)


def _spell_id(value: Any) -> str:
    if isinstance(value, uuid.UUID):
        return f'"{value}"'
    text = value.hex()
    return f'"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"'


def _spell_thousandths(value: Any) -> str:
    whole, rest = divmod(abs(int(value)), 1000)
    return f'"{"-" if value < 0 else ""}{whole}.{rest:03d}"'


def _spell_json(value: Any) -> str:
    text = str(value)
    # it is stored in this very spelling but for letters beyond ASCII, and the one sign below it that is escaped here
    if text.isascii() and "\x7f" not in text:
        return text
    return _spelled(plain(json.loads(text)))


def _spell_flag(value: Any) -> str:
    return "true" if value else "false"


def _spell_number(value: Any) -> str:
    return str(int(value))


def _spell_day(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else f'"{value.isoformat()}"'


def _spell_bytes(value: Any) -> str:
    return f'"{sha256_hex(bytes(value))}"'


_SPELL: Sequence[tuple[type[Any], _Spell]] = (
    (Id, _spell_id),
    (Thousandths, _spell_thousandths),
    (Whole, _spell_number),
    (Flag, _spell_flag),
    (Json, _spell_json),
    (DateOn, _spell_day),
    (Blob, _spell_bytes),
)
"""How a value is spelled for its proof, by its column's type; every other type is text."""


def _spell_of(kind: Any, dialect: Dialect) -> _Spell:
    if isinstance(kind, UtcTime):
        made = kind.result_processor(dialect, None)
        return lambda value: f'"{(made(value) if made else value).astimezone(UTC).isoformat()}"'
    for known, spell in _SPELL:
        if isinstance(kind, known):
            return spell
    return encode_basestring_ascii


@cache
def _spelling(name: str, dialect: Dialect) -> Sequence[tuple[str, _Spell]]:
    """What stands before each value of a row, and how the value is spelled."""
    kinds = {column.name: column.type for column in tables()[name].columns}
    return [
        (f'{"," if place else "{"}"{column}":', _spell_of(kinds[column], dialect))
        for place, column in enumerate(_lasting(name))
    ]


def proofs_of(
    connection: Connection, name: str, documents: Iterable[uuid.UUID]
) -> dict[uuid.UUID, str]:
    """One SHA-256 for each document over all its rows of that table, as the database gives them.

    It is ``audit.rows_hash`` of those rows, spelled right from what the driver hands over: nothing is built to be
    taken apart again. TypeError or ValueError for a value that its column cannot hold.
    """
    asked = list(documents)
    one = len(asked) == 1
    made = {document: hashlib.sha256() for document in asked}
    spelling = _spelling(name, connection.dialect)
    rows = connection.execute(
        _of_documents(name, one=one), {"documents": asked[0] if one else asked}
    )
    for document, *values in rows:
        key = document if isinstance(document, uuid.UUID) else uuid.UUID(bytes=document)
        text = "".join(
            [
                before + ("null" if value is None else spell(value))
                for (before, spell), value in zip(spelling, values, strict=True)
            ]
        )
        made[key].update(f"{text}}}".encode("ascii"))
    return {document: digest.hexdigest() for document, digest in made.items()}
