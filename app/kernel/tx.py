"""The one door for writing: ``act(shop, actor, verb, command) -> Changes``.

It opens the transaction, checks the permission, runs the verb, and commits data, history, audit and outbox
together, or nothing. A verb takes ``tx`` first and composes with other verbs in the same transaction.
"""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.kernel import audit, numbering, outbox, refusals, search
from app.kernel.adding import put, together
from app.kernel.clock import local_day, zone
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BugError,
    ChangedError,
    NotFoundError,
    Source,
    UserError,
    say,
)
from app.kernel.rows import evened, proofs_of, tables
from app.kernel.shop import Actor, Changes, Read, Shop, refused
from app.kernel.store import let_go
from models.access import Employee, Permission
from models.base import Base, new_id
from models.centers import Center, Policy, SigningKey
from models.ledger import AuditEntry, OutboxEnvelope
from models.tax import TaxRegime
from models.text import TextRefused, clean, fold
from sync.wire.canonical import canonical
from sync.wire.names import Kind
from sync.wire.signing import to_base64url

if TYPE_CHECKING:
    from sync.wire.fields import Wire

__all__ = [
    "ACTIONS",
    "LONGEST_TEXT",
    "Action",
    "Actor",
    "Changes",
    "Read",
    "Shop",
    "Tx",
    "act",
    "action",
    "cleaned",
]

_C = TypeVar("_C")
_R = TypeVar("_R")
_E = TypeVar("_E", bound=Base)

_DEADLOCKS = frozenset({"40P01", "40001"})
_TRIES = 4
LONGEST_TEXT: Final = 20_000
"""Characters of a text that has no limit of its own: some four pages of small print."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can press."""

    name: str
    permission: Permission
    label: Source
    shortcut: str | None
    from_states: tuple[str, ...]


ACTIONS: dict[Callable[..., Any], Action] = {}
"""Every verb that may be pressed, by its function."""


def action(
    name: str,
    *,
    permission: Permission,
    label: Source,
    shortcut: str | None = None,
    from_states: Sequence[str] = (),
) -> Callable[[Callable[["Tx", _C], _R]], Callable[["Tx", _C], _R]]:
    """Declare a verb as something a person can press; without a permission there is no action."""

    def register(verb: Callable[["Tx", _C], _R]) -> Callable[["Tx", _C], _R]:
        ACTIONS[verb] = Action(name, permission, label, shortcut, tuple(from_states))
        return verb

    return register


@cache
def _mapper(entity: type[Base]) -> sa.orm.Mapper[Any]:
    return sa.inspect(entity)


@cache
def _by_id(entity: type[Base], *, lock: bool) -> sa.Select[Any]:
    statement = sa.select(entity).where(_mapper(entity).primary_key[0] == sa.bindparam("key"))
    return statement.with_for_update() if lock else statement


class Tx:
    """An open write transaction: who acts, when, and everything that will be written at its end."""

    def __init__(self, shop: Shop, session: Session, actor: Actor, name: str) -> None:
        self.shop = shop
        self.session = session
        self.actor = actor
        self.name = name
        # facts are hashed with their moment as it is written: in UTC, whatever zone the clock thinks in
        self.now: datetime = shop.clock().astimezone(UTC)
        self.subject: tuple[str, uuid.UUID | None] = ("", None)
        self.touched: dict[str, set[uuid.UUID]] = {}
        self._center: Center | None = None
        self._connection: Connection | None = None
        self._changes: dict[str, Any] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._drafts: list[outbox.Draft] = []
        self._texts: list[dict[str, Any]] = []
        self._staying: set[str] = set()
        self._sealed: dict[str, list[uuid.UUID]] = {}
        # the session remembers weakly: without this a row is read again as soon as its last name is gone
        self._held: dict[tuple[type[Base], uuid.UUID], Base] = {}

    # who and where
    @property
    def center(self) -> Center:
        """The actor's center."""
        if self._center is None:
            found = self._found(Center, self.actor.center_id)
            if found is None:
                message = "the actor's center is not in the database"
                raise BugError(message)
            self._center = found
        return self._center

    @property
    def policy(self) -> Policy:
        """The rules the center set for itself."""
        return self.shop.rules_of(self.center)[0]

    @property
    def regime(self) -> TaxRegime:
        """The center's tax regime."""
        return self.shop.rules_of(self.center)[1]

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, for Core statements."""
        # the session finds it anew each time; it is one and the same for the whole transaction
        if self._connection is None:
            self._connection = self.session.connection()
        return self._connection

    @property
    def read(self) -> Read:
        """Reads inside this transaction; flush first to see your own changes."""
        return Read(self.connection, self.actor)

    @property
    def today(self) -> date:
        """The calendar day on the center's wall clock."""
        return local_day(self.now, self.center.time_zone)

    def require(self, permission: Permission | str) -> None:
        """Raise NotAllowedError unless the actor holds the permission."""
        if permission not in self.actor.permissions:
            raise refused(self.actor, str(permission))

    # loading
    def load(
        self,
        entity: type[_E],
        key: uuid.UUID,
        *,
        version: int | None = None,
        lock: bool = False,
    ) -> _E:
        """The entity of the actor's center; NotFoundError, or ChangedError when ``version`` is not its version."""
        known = None if lock else self._held.get((entity, key))
        found = cast("_E | None", known) or self._found(entity, key, lock=lock)
        if (
            found is None
            or getattr(found, "center_id", self.actor.center_id) != self.actor.center_id
        ):
            raise NotFoundError(
                say(
                    QT_TRANSLATE_NOOP("kernel", "This record ({kind}) does not exist any more."),
                    kind=entity.__tablename__,
                )
            )
        theirs = getattr(found, "version", None)
        if version is not None and theirs != version:
            raise self.changed(entity.__tablename__, key, version, theirs or 0)
        self._held[entity, key] = found
        return found

    def _found(self, entity: type[_E], key: uuid.UUID, *, lock: bool = False) -> _E | None:
        """The session's own, or the database's; ``lock`` reads it anew and holds it."""
        if not lock:
            mine = self.session.identity_map.get(
                _mapper(entity).identity_key_from_primary_key((key,))
            )
            if mine is not None:
                return cast("_E", mine)
        # Session.get builds its statement each time: half of what it costs
        rows = self.session.scalars(
            _by_id(entity, lock=lock),
            {"key": key},
            execution_options={"populate_existing": True} if lock else {},
        )
        return cast("_E | None", rows.one_or_none())

    def changed(self, kind: str, key: uuid.UUID, yours: int, theirs: int) -> ChangedError:
        """The conflict in words: who changed the record, and when, from the audit."""
        return _changed(self.connection, kind, key, yours, theirs, self.center.time_zone)

    # writing
    def add(self, entity: _E) -> _E:
        """Put a new entity into the transaction; gives it its id at once."""
        if getattr(entity, "id", None) is None:
            entity.id = new_id()  # type: ignore[attr-defined]  # every entity has the Key column
        self.session.add(entity)
        return entity

    def append(self, entity: type[Base], **values: Any) -> uuid.UUID:
        """Collect an append-only row; all rows of a table are inserted at once at the end."""
        row_id: uuid.UUID = values.setdefault("id", new_id())
        self._rows.setdefault(entity.__tablename__, []).append(values)
        self.touched.setdefault(entity.__tablename__, set()).add(row_id)
        return row_id

    def collected(self, table: str) -> Sequence[Mapping[str, Any]]:
        """Append-only rows of a table that wait for the end of the transaction."""
        return self._rows.get(table, ())

    def execute(self, statement: Any, rows: Any = None) -> int:
        """Run a Core statement of the kernel's kind; returns the number of rows it touched."""
        return self.connection.execute(statement, rows).rowcount

    def touch(self, table: str, key: uuid.UUID) -> None:
        """Say that a Core statement changed the record, so that open screens refresh."""
        self.touched.setdefault(table, set()).add(key)

    def note(self, key: str, value: object) -> None:
        """Add a fact to this action's audit entry."""
        self._changes[key] = audit.plain(value)

    def about(self, kind: str, key: uuid.UUID) -> None:
        """Name the record this action is about."""
        self.subject = (kind, key)

    def number(self, series: str, template: str, *, on: date | None = None, order: str = "") -> str:
        """The next number of a series as people read it; gapless, because a roll-back gives it back."""
        day = on or self.today
        starts = self.policy.fiscal_year_starts_month
        period = order or numbering.period_of(template, day, starts)
        seq = numbering.draw(self.connection, self.actor.center_id, series, period)
        return numbering.render(
            template, seq=seq, on=day, center=self.center.code, starts_month=starts, order=order
        )

    def emit(
        self,
        kind: Kind,
        subject_id: uuid.UUID,
        payload: "Wire",
        *,
        gate_vehicle_id: uuid.UUID | None = None,
    ) -> None:
        """Leave a fact for the server; ``gate_vehicle_id`` holds it back until that vehicle's owner agreed."""
        self._drafts.append(outbox.Draft(kind, subject_id, payload, gate_vehicle_id))

    def stays(self, table: str) -> None:
        """Say that this change of a synced row is told to nobody: there is no fact in it for the server."""
        self._staying.add(table)

    def findable(self, kind: str, key: uuid.UUID, *texts: str | None) -> None:
        """Make the record findable by these texts."""
        folded = fold(" ".join(t for t in texts if t))
        self._texts.append(
            {"center_id": self.actor.center_id, "kind": kind, "subject_id": key, "folded": folded}
        )

    def key_row(self) -> uuid.UUID:
        """The id of this workstation's public key; registers it with the center at its first use."""
        known = self.shop._key_rows.get(self.actor.center_id)  # noqa: SLF001 - the kernel's own cache
        if known is not None:
            return known
        public = self.shop.signing_key().public_key().public_bytes_raw()
        table = SigningKey.__table__
        found = self.connection.execute(
            sa.select(table.c.id).where(table.c.public_key == public)
        ).scalar()
        if found is None:
            from sync.wire.pairing import key_digest  # noqa: PLC0415 - once in the life of a key

            found = new_id()
            self.connection.execute(
                sa.insert(SigningKey),
                {
                    "id": found,
                    "center_id": self.actor.center_id,
                    "workstation": self.shop.workstation,
                    "public_key": public,
                    "proof": self.sign(key_digest(self.actor.center_id, to_base64url(public))),
                    "made_at": self.now,
                    "retired_at": None,
                },
            )
        return cast("uuid.UUID", found)

    def seal(self, document_id: uuid.UUID, *names: str) -> None:
        """Have this action's audit entry prove what the document's rows in these tables are at its end."""
        for name in names:
            self._sealed.setdefault(name, []).append(document_id)

    def sign(self, sha256: str) -> bytes:
        """The workstation's Ed25519 signature (64 bytes) over the 32 bytes of a digest."""
        return self.shop.signing_key().sign(bytes.fromhex(sha256))

    def flush(self) -> None:
        """Send what was collected so far, so that Core reads in this transaction see it."""
        changes, touched = audit.changes_of(self.session)
        for key, change in changes.items():
            mine = self._changes.setdefault(key, {})
            for kind, values in change.items():
                if kind == "set" and "set" in mine:
                    for column, (old, new) in values.items():
                        first = mine["set"].get(column, [old])[0]
                        mine["set"][column] = [first, new]
                else:
                    mine[kind] = values
        for table, ids in touched.items():
            self.touched.setdefault(table, set()).update(ids)
        proofs = audit.proofs_of_new(self.session)
        if proofs:
            self._changes.setdefault(audit.PROOFS, {}).update(proofs)
        self.session.flush()
        self._put_rows()
        self._rows.clear()
        if self._texts:
            self.connection.execute(search.UPSERT, self._texts)
            self._texts.clear()

    def _put_rows(self) -> None:
        """Add the collected rows, table by table; their proofs and numbers go into the audit entry."""
        if not self._rows:
            return
        with together(self.connection):
            for table in [name for name in tables() if name in self._rows]:
                rows = self._rows[table]
                counted = self._changes.setdefault("appended", {})
                counted[table] = counted.get(table, 0) + len(rows)
                whole = evened(table, rows)
                put(self.connection, tables()[table], whole)
                if table in audit.APPENDED:
                    proofs = self._changes.setdefault(audit.PROOFS, {}).setdefault(table, {})
                    proofs.update((str(row["id"]), audit.row_hash(table, row)) for row in whole)

    def finish(self) -> None:
        """Flush, seal the envelopes, add the audit entry: the last steps before the commit."""
        self.flush()
        for table, documents in self._sealed.items():
            told = self._changes.setdefault(audit.SEALS, {}).setdefault(table, {})
            told |= {str(k): v for k, v in proofs_of(self.connection, table, documents).items()}
        emitted = {draft.kind for draft in self._drafts}
        _guard_synced(self.touched.keys() - self._staying, emitted)
        if self._drafts:
            self.key_row()
            rows = outbox.seal(
                self.connection,
                self._drafts,
                center_id=self.actor.center_id,
                key=self.shop.signing_key(),
                now=self.now,
            )
            name = OutboxEnvelope.__tablename__
            put(self.connection, tables()[name], evened(name, rows))
            self.touched["outbox_envelope"] = {row["id"] for row in rows}
        if not self._changes and not self._drafts:
            return
        audit.append(
            self.connection,
            audit.Fact(
                center_id=self.actor.center_id,
                at=self.now,
                actor_id=self.actor.employee_id,
                workstation=self.shop.workstation,
                action=self.name,
                subject_kind=self.subject[0],
                subject_id=self.subject[1],
                changes=canonical(self._changes).decode("utf-8"),
            ),
        )

    @property
    def emitted(self) -> int:
        """How many envelopes this action leaves."""
        return len(self._drafts)


_ENVELOPES_OF: dict[str, frozenset[Kind]] = {
    "completed_record": frozenset({Kind.COMPLETED_WORK_ORDER}),
    "correction": frozenset({Kind.CORRECTION_REQUEST, Kind.CORRECTION}),
    "vehicle_link": frozenset({Kind.LINK_REQUEST}),
    "owner_request": frozenset({Kind.APPOINTMENT_ANSWER}),
}


def _guard_synced(touched: Collection[str], emitted: set[Kind]) -> None:
    """A synced row that changes without an envelope is our mistake, unless the change came from the server."""
    for table in touched:
        if tables()[table].info.get("synced") and table not in _ENVELOPES_OF:
            message = f"{table} is synced, but no envelope is named for it"
            raise BugError(message)
    for table, kinds in _ENVELOPES_OF.items():
        if table in touched and not kinds & emitted and "inbox_change" not in touched:
            message = f"{table} changed without an envelope"
            raise BugError(message)


def _changed(
    connection: Connection, kind: str, key: uuid.UUID, yours: int, theirs: int, time_zone: str
) -> ChangedError:
    row = connection.execute(
        sa.select(AuditEntry.at, Employee.name)
        .join(Employee, Employee.id == AuditEntry.actor_id)
        .where(AuditEntry.subject_id == key)
        .order_by(AuditEntry.seq.desc())
        .limit(1)
    ).first()
    at = row.at.astimezone(zone(time_zone)).strftime("%H:%M:%S") if row else "?"
    return ChangedError(kind, row.name if row else "?", at, yours, theirs)


def act(shop: Shop, actor: Actor, verb: Callable[[Tx, _C], _R], command: _C) -> Changes[_R]:
    """Do one thing a person asked for, wholly or not at all.

    Raises UserError (what happened, what to do) for the user's world; anything else is our bug.
    """
    known = ACTIONS.get(verb)
    if known is None:
        message = f"{verb.__name__} is not an action: it has no permission"
        raise BugError(message)
    if known.permission not in actor.permissions:
        raise refused(actor, known.permission)
    for attempt in range(_TRIES):
        try:
            changes = _once(shop, actor, known.name, verb, command)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in _DEADLOCKS and attempt + 1 < _TRIES:
                continue
            raise refusals.translated(error) from error
        except StaleDataError as error:
            with shop.database.reading() as connection:
                raise _changed(
                    connection, "record", _subject_of(command), 0, 0, _zone_of(connection, actor)
                ) from error
        except TextRefused as error:
            raise UserError(
                say(
                    QT_TRANSLATE_NOOP(
                        "kernel", "The text holds a character that cannot be stored ({reason})."
                    ),
                    reason=error.reason.value,
                )
            ) from error
        if "stored_file" in changes.touched:
            # after the commit: a roll-back must find its bytes again
            let_go(shop.database, shop.files, changes.touched["stored_file"])
        for listener in shop.listeners:
            listener(changes)
        return changes
    message = "unreachable"
    raise BugError(message)


def _once(
    shop: Shop, actor: Actor, name: str, verb: Callable[[Tx, _C], _R], command: _C
) -> Changes[_R]:
    with shop.database.write_session() as session, session.begin():
        tx = Tx(shop, session, actor, name)
        result = verb(tx, command)
        tx.finish()
    if tx.emitted or "completed_record" in tx.touched or "invoice" in tx.touched:
        _remember_key(shop, tx)
    return Changes(name, result, {k: frozenset(v) for k, v in tx.touched.items()}, tx.emitted)


def _remember_key(shop: Shop, tx: Tx) -> None:
    """After the commit the key's row is there for good: ask the database for it only once."""
    if tx.actor.center_id not in shop._key_rows:  # noqa: SLF001 - the kernel's own cache
        with shop.database.reading() as connection:
            public = shop.signing_key().public_key().public_bytes_raw()
            found = connection.execute(
                sa.select(SigningKey.id).where(SigningKey.public_key == public)
            ).scalar()
        if found is not None:
            shop._key_rows[tx.actor.center_id] = found  # noqa: SLF001 - as above


def _subject_of(command: object) -> uuid.UUID:
    for name in (
        "order_id",
        "invoice_id",
        "customer_id",
        "vehicle_id",
        "id",
        "product_id",
        "item_id",
    ):
        value = getattr(command, name, None)
        if isinstance(value, uuid.UUID):
            return value
    return uuid.UUID(int=0)


def _zone_of(connection: Connection, actor: Actor) -> str:
    return (
        connection.execute(sa.select(Center.time_zone).where(Center.id == actor.center_id)).scalar()
        or "UTC"
    )


def cleaned(text: str | None) -> str | None:
    """Text as it is stored: NFC, trimmed, None when nothing is left; TextRefused for NUL and lone surrogates.

    UserError when it is longer than ``LONGEST_TEXT``: papers, screens and the server's page get it whole.
    """
    if text is None:
        return None
    kept = clean(text).strip()
    if len(kept) > LONGEST_TEXT:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("kernel", "The text is longer than {limit} characters."),
                limit=LONGEST_TEXT,
            )
        )
    return kept or None
