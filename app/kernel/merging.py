"""Two records made one, and taken apart again exactly: every value that changes is kept, before and after.

Final rows (sealed orders, issued invoices, payments, readings) never move: they go on naming the record they were
made with, and reads ask for a record together with those that were merged into it (``whole``).
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import sqlalchemy as sa

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    NotFoundError,
    Reason,
    Sentence,
    Source,
    UserError,
    say,
)
from app.kernel.tx import Read, Tx
from models.base import Base, DateOn, Id, Thousandths, UtcTime
from models.entities import metadata
from models.merges import RecordMerge

STAYS: Final = frozenset(
    {
        "arrival_signature",
        "calibration",
        "expense_entry",
        "job_decision",
        "odometer_reading",
        "outbox_envelope",
        "payment",
        "person_seal",
        "service_entry",
        "vehicle_link",
    }
)
"""Tables whose rows are final, sealed, or told to the server: they keep the record they were made with."""

_OPEN: Final[Mapping[str, tuple[str, ...]]] = {
    "work_order": ("completed", "delivered", "cancelled"),
    "invoice": ("issued",),
}
"""Tables whose rows move only while they are not in one of these states."""


def whole(column: Any, entity: Any, key: Any) -> sa.ColumnElement[bool]:
    """Condition: the column names the record ``key`` (an id or a bind parameter) or one merged into it."""
    same = sa.select(entity.id).where(entity.id == key)
    gone = sa.select(entity.id).where(entity.merged_into_id == key)
    found: sa.ColumnElement[bool] = column.in_(same.union_all(gone))
    return found


def wholes(column: Any, entity: Any, keys: Collection[uuid.UUID]) -> sa.ColumnElement[bool]:
    """The same for many records at once; ``standing`` tells which of them a row belongs to."""
    same = sa.select(entity.id).where(entity.id.in_(keys))
    gone = sa.select(entity.id).where(entity.merged_into_id.in_(keys))
    found: sa.ColumnElement[bool] = column.in_(same.union_all(gone))
    return found


def standing(entity: Any) -> Any:
    """The id of the record that stands for a row of ``entity``: itself, or the one it was merged into."""
    return sa.func.coalesce(entity.merged_into_id, entity.id)


def standing_id(read: Read, entity: Any, key: uuid.UUID) -> uuid.UUID:
    """The record that stands for ``key`` today."""
    found: uuid.UUID | None = read.connection.execute(
        sa.select(entity.merged_into_id).where(entity.id == key, entity.center_id == read.center_id)
    ).scalar()
    return found or key


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of a table a merge would move, or leave with the record that goes."""

    table: str
    count: int


def places(kind: str) -> tuple[tuple[sa.Table, str], ...]:
    """Every (table, column) that names a record of ``kind`` ("customer", "vehicle")."""
    return tuple(
        (table, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.target_fullname == f"{kind}.id" for key in column.foreign_keys)
    )


def counts(
    read: Read, kind: str, key: uuid.UUID
) -> tuple[tuple[Counted, ...], tuple[Counted, ...]]:
    """What moves with a record and what stays with it."""
    moving: dict[str, int] = {}
    staying: dict[str, int] = {}
    for table, column in places(kind):
        here = table.c[column] == key
        total = _count(read, table, here)
        goes = 0 if table.name in STAYS else _count(read, table, here & _movable(table))
        moving[table.name] = moving.get(table.name, 0) + goes
        staying[table.name] = staying.get(table.name, 0) + total - goes
    return _listed(moving), _listed(staying)


def _count(read: Read, table: sa.Table, condition: sa.ColumnElement[bool]) -> int:
    return int(
        read.connection.execute(
            sa.select(sa.func.count()).select_from(table).where(condition)
        ).scalar_one()
    )


def _listed(found: Mapping[str, int]) -> tuple[Counted, ...]:
    return tuple(Counted(name, count) for name, count in found.items() if count)


def _movable(table: sa.Table) -> sa.ColumnElement[bool]:
    if table.name == "arrival":
        # a signed act names who handed over which car; a new draft of it may still be moved
        unsigned: sa.ColumnElement[bool] = table.c.draft_number > table.c.signed_number
        return unsigned
    states = _OPEN.get(table.name)
    if states is None:
        return sa.true()
    moves: sa.ColumnElement[bool] = table.c.state.not_in(states)
    return moves


@dataclass(slots=True)
class Merger:
    """Collects the changes of one merge; ``keep`` writes them down as its record."""

    tx: Tx
    kind: str
    survivor_id: uuid.UUID
    gone_id: uuid.UUID
    changes: list[list[Any]] = field(default_factory=list)

    def put(self, entity: Base, column: str, value: object) -> None:
        """Change one value of an entity."""
        table = entity.__table__
        before = getattr(entity, column)
        if before == value:
            return
        self._note(table.name, entity.id, column, before, value)  # type: ignore[attr-defined]  # every entity has an id
        setattr(entity, column, value)

    def put_row(self, table: sa.Table, key: uuid.UUID, column: str, value: object) -> None:
        """Change one value of a row that is in no session."""
        before = self.tx.connection.execute(
            sa.select(table.c[column]).where(table.c.id == key)
        ).scalar_one()
        if before == value:
            return
        self._note(table.name, key, column, before, value)
        write(self.tx, table, key, column, value)

    def move(self, *, but: Mapping[str, Collection[uuid.UUID]] | None = None) -> None:
        """Let every row that is not final name the survivor; rows named in ``but`` stay."""
        kept = but or {}
        for table, column in places(self.kind):
            if table.name in STAYS:
                continue
            rows = self.tx.connection.execute(
                sa.select(table.c.id)
                .where(table.c[column] == self.gone_id, _movable(table))
                .order_by(table.c.id)
            ).scalars()
            for key in rows.all():
                if key not in kept.get(table.name, ()):
                    self._note(table.name, key, column, self.gone_id, self.survivor_id)
                    write(self.tx, table, key, column, self.survivor_id)
        self._move_files()

    def _move_files(self) -> None:
        """Files name their record by kind and id."""
        links = metadata.tables["file_link"]
        held = self.tx.connection.execute(
            sa.select(links.c.file_id, links.c.slot).where(
                links.c.subject_kind == self.kind,
                links.c.subject_id == self.survivor_id,
                links.c.archived_at.is_(None),
            )
        )
        known = {tuple(row) for row in held}
        rows = self.tx.connection.execute(
            sa.select(links.c.id, links.c.file_id, links.c.slot)
            .where(links.c.subject_kind == self.kind, links.c.subject_id == self.gone_id)
            .order_by(links.c.id)
        )
        for row in rows.all():
            if (row.file_id, row.slot) not in known:
                self._note("file_link", row.id, "subject_id", self.gone_id, self.survivor_id)
                write(self.tx, links, row.id, "subject_id", self.survivor_id)

    def _note(self, table: str, key: uuid.UUID, column: str, before: object, after: object) -> None:
        self.changes.append([table, str(key), column, _plain(before), _plain(after)])

    def keep(self) -> uuid.UUID:
        """Write the record of the merge; returns its id."""
        moved: dict[str, int] = {}
        for table, *_ in self.changes:
            moved[table] = moved.get(table, 0) + 1
        self.tx.note("merged", {"gone": str(self.gone_id), "values": moved})
        made = self.tx.add(
            RecordMerge(
                center_id=self.tx.actor.center_id,
                kind=self.kind,
                survivor_id=self.survivor_id,
                gone_id=self.gone_id,
                changes=self.changes,
                made_at=self.tx.now,
                by_id=self.tx.actor.employee_id,
                undone_at=None,
                undone_by_id=None,
            )
        )
        return made.id


def write(tx: Tx, table: sa.Table, key: uuid.UUID, column: str, value: object) -> None:
    """Change one value of a row; its version goes up, so that an open form notices."""
    values: dict[str, object] = {column: value}
    if "version" in table.c:
        values["version"] = table.c.version + 1
    tx.execute(sa.update(table).where(table.c.id == key).values(**values))
    tx.touch(table.name, key)


def load_merge(tx: Tx, merge_id: uuid.UUID, kind: str) -> RecordMerge:
    """The merge, locked; refused when it was undone already or its data was erased."""
    merge = tx.load(RecordMerge, merge_id, lock=True)
    if merge.kind != kind:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("kernel", "This merge does not exist.")))
    if merge.undone_at is not None:
        raise UserError(
            say(QT_TRANSLATE_NOOP("kernel", "This merge was undone already.")),
            reason=Reason.CHANGED,
        )
    if not merge.changes:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "kernel", "The person's data was erased since: this merge stays as it is."
                )
            ),
            reason=Reason.FINAL,
        )
    return merge


def undo(tx: Tx, merge: RecordMerge, entities: Mapping[str, type[Base]]) -> None:
    """Put every value back as it was before; BlockedError with everything that speaks against it.

    ``entities`` are written through the session, so that the audit commits to their personal values.
    """
    blockers = tuple(_contradictions(tx, merge))
    if blockers:
        raise BlockedError(blockers)
    for name, text, column, before, _after in reversed(merge.changes):
        table, key = metadata.tables[name], uuid.UUID(text)
        value = _live(table.c[column], before)
        entity = entities.get(name)
        if entity is None:
            write(tx, table, key, column, value)
        else:
            setattr(tx.load(entity, key), column, value)
    merge.undone_at, merge.undone_by_id = tx.now, tx.actor.employee_id


def _contradictions(tx: Tx, merge: RecordMerge) -> Iterable[Blocker]:
    seen: set[tuple[str, str]] = set()
    last = {(name, key, column): after for name, key, column, _before, after in merge.changes}
    for (name, text, column), after in last.items():
        table, key = metadata.tables[name], uuid.UUID(text)
        row = tx.connection.execute(sa.select(table).where(table.c.id == key)).one_or_none()
        why = _against(table, column, row, _live(table.c[column], after))
        if why is not None and (name, text) not in seen:
            seen.add((name, text))
            yield Blocker("contradiction", why, text)


def _against(table: sa.Table, column: str, row: Any, after: object) -> Sentence | None:
    if row is None:
        return say(
            QT_TRANSLATE_NOOP("kernel", "A record that moved ({table}) is not there any more."),
            table=table.name,
        )
    state = getattr(row, "state", None)
    if str(getattr(state, "value", state)) in _OPEN.get(table.name, ()):
        return say(
            QT_TRANSLATE_NOOP(
                "kernel", "{number} was finished since: its paper names the record that stayed."
            ),
            number=row.number or table.name,
        )
    if getattr(row, column) == after:
        return None
    if column == "merged_into_id":
        return say(
            QT_TRANSLATE_NOOP("kernel", "It was merged once more since: undo that merge first.")
        )
    return say(_CHANGED_SINCE, table=table.name, column=column)


_CHANGED_SINCE: Final[Source] = QT_TRANSLATE_NOOP(
    "kernel", "“{column}” ({table}) was changed since: change it back, or leave the merge."
)


def _plain(value: object) -> Any:
    if isinstance(value, uuid.UUID | Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return value


_LIVE: Final[tuple[tuple[type[Any], Callable[[Any], Any]], ...]] = (
    (Id, uuid.UUID),
    (UtcTime, datetime.fromisoformat),
    (DateOn, date.fromisoformat),
    (Thousandths, Decimal),
)


def _live(column: sa.Column[Any], plain: Any) -> Any:
    if plain is None:
        return None
    for kind, make in _LIVE:
        if isinstance(column.type, kind):
            return make(plain)
    return plain


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that stands or was undone; ``kept`` is False when the data to undo it was erased."""

    id: uuid.UUID
    survivor_id: uuid.UUID
    gone_id: uuid.UUID
    made_at: datetime
    undone_at: datetime | None
    kept: bool


def list_merges(read: Read, kind: str, key: uuid.UUID | None = None) -> tuple[MergeRow, ...]:
    """Merges of that kind, the newest first; of one record those that it survived."""
    query = sa.select(RecordMerge.__table__).where(
        RecordMerge.center_id == read.center_id, RecordMerge.kind == kind
    )
    if key is not None:
        query = query.where(RecordMerge.survivor_id == key)
    rows = read.connection.execute(query.order_by(RecordMerge.id.desc()))
    return tuple(
        MergeRow(r.id, r.survivor_id, r.gone_id, r.made_at, r.undone_at, bool(r.changes))
        for r in rows
    )
