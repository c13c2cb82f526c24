"""Thousands of rows at once: what is new is inserted, what differs is changed, what is equal is left alone."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from app.kernel.audit import plain
from app.kernel.errors import Sentence
from app.kernel.tx import Tx
from models.base import Base, new_id

_PORTION = 1000

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of the rows: ids by natural key, and why some were refused (the others are kept)."""

    ids: Mapping[str, uuid.UUID]
    created: frozenset[str]
    updated: frozenset[str]
    refused: Mapping[str, Sentence]

    @property
    def unchanged(self) -> frozenset[str]:
        """Keys of rows that say what the shop knows already."""
        return frozenset(self.ids) - self.created - self.updated


@dataclass(frozen=True, slots=True)
class Known:
    """A row that is there: its id and what it says."""

    id: uuid.UUID
    values: Values


def known_rows(
    tx: Tx, entity: type[Base], key: str, wanted: Sequence[str], columns: Sequence[str]
) -> dict[str, Known]:
    """The center's rows of these natural keys."""
    table = entity.__table__
    found: dict[str, Known] = {}
    for part in portions(wanted):
        rows = tx.connection.execute(
            sa.select(
                table.c.id, table.c[key], *(table.c[name] for name in columns if name != key)
            ).where(table.c.center_id == tx.actor.center_id, table.c[key].in_(part))
        )
        for row in rows:
            values = row._asdict()
            found[values[key]] = Known(row.id, values)
    return found


def portions(keys: Sequence[str]) -> Iterator[list[str]]:
    """The keys in portions a statement can hold."""
    for start in range(0, len(keys), _PORTION):
        yield list(keys[start : start + _PORTION])


def write_rows(
    tx: Tx,
    entity: type[Base],
    known: Mapping[str, Known],
    rows: Mapping[str, Values],
    blank: Values,
) -> BulkResult:
    """Insert or update rows by natural key; every row names the same columns, ``blank`` the others."""
    table = entity.__tablename__
    ids: dict[str, uuid.UUID] = {}
    fresh: list[dict[str, object]] = []
    changed: list[dict[str, object]] = []
    updated: set[str] = set()
    for key, values in rows.items():
        old = known.get(key)
        if old is None:
            ids[key] = new_id()
            fresh.append(
                {**blank, **values, "id": ids[key], "center_id": tx.actor.center_id, "version": 1}
            )
            tx.touch(table, ids[key])
            continue
        ids[key] = old.id
        differs = {name: new for name, new in values.items() if old.values[name] != new}
        if differs:
            updated.add(key)
            changed.append({"row_id": old.id, **{f"new_{n}": v for n, v in values.items()}})
            tx.touch(table, old.id)
            before_after = {n: [plain(old.values[n]), plain(v)] for n, v in differs.items()}
            tx.note(f"{table}/{old.id}", {"set": before_after})
    if fresh:
        tx.execute(sa.insert(entity), fresh)
    if changed:
        tx.execute(_update(entity, changed[0]), changed)
    created = frozenset(rows) - known.keys()
    tx.note(table, {"created": len(created), "updated": len(updated)})
    return BulkResult(ids, created, frozenset(updated), {})


def _update(entity: type[Base], sample: Values) -> sa.Update:
    columns = entity.__table__.c
    sets: dict[str, object] = {
        name.removeprefix("new_"): sa.bindparam(name, type_=columns[name.removeprefix("new_")].type)
        for name in sample
        if name.startswith("new_")
    }
    sets["version"] = columns["version"] + 1
    return sa.update(entity).where(columns["id"] == sa.bindparam("row_id")).values(sets)
