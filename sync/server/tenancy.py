"""Who may touch which rows: the one place where that is decided.

A device sees its own center's rows only; an owner sees what hangs on cars of their own. Both get
their rows from here, never from the tables directly, so a forgotten condition has nowhere to hide.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from models.passports import LinkState
from sync.server.problems import ProblemError
from sync.server.station import Row, Station, Tx, fast_hash
from sync.server.tables import (
    appointments,
    calendars,
    cars,
    centers,
    corrections,
    devices,
    links,
    records,
    users,
)
from sync.wire.push import Code

SEEN_STEP = timedelta(minutes=10)
"""How exactly the page tells when a device was last there; saves a write for each request."""


@dataclass(frozen=True, slots=True)
class Device:
    """Who speaks: a desk of one center."""

    center_id: UUID
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CenterRows:
    """The rows of one center, in one transaction."""

    tx: Tx
    center_id: UUID

    def select(self, table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
        """SELECT from a table of centers' rows, narrowed to this center's."""
        return sa.select(*(columns or (table,))).where(table.c.center_id == self.center_id)

    def update(self, table: sa.Table) -> sa.Update:
        """UPDATE narrowed to this center's rows."""
        return sa.update(table).where(table.c.center_id == self.center_id)

    def insert(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows as this center's."""
        self.tx.insert(table, [{**row, "center_id": self.center_id} for row in rows])

    def center(self) -> Row:
        """The center's own row."""
        return self.tx.connection.execute(
            sa.select(centers).where(centers.c.id == self.center_id)
        ).one()

    def lock(self, others: Sequence[UUID] = ()) -> Row:
        """Hold the center's row, and those of `others`, until the transaction ends.

        In the order of their ids, so that two who need the same rows never wait for each other. On
        SQLite there is one writer at a time anyway.
        """
        ids = sorted({self.center_id, *others})
        held = sa.select(centers).where(centers.c.id.in_(ids)).order_by(centers.c.id)
        rows = self.tx.all(held.with_for_update(key_share=True))
        return next(row for row in rows if row.id == self.center_id)


@dataclass(frozen=True, slots=True)
class OwnerRows:
    """What one person may see and decide."""

    tx: Tx
    user_id: UUID

    def user(self) -> Row:
        """Their own account."""
        return self.tx.connection.execute(sa.select(users).where(users.c.id == self.user_id)).one()

    def cars(self) -> Sequence[Row]:
        """Their cars, the oldest first."""
        mine = sa.select(cars).where(cars.c.user_id == self.user_id)
        return self.tx.all(mine.order_by(cars.c.created_at, cars.c.id))

    def car(self, car_id: UUID, *, lock: bool = False) -> Row | None:
        """A car of theirs, or None; `lock` holds it against everybody who writes about it."""
        found = sa.select(cars).where(cars.c.id == car_id, cars.c.user_id == self.user_id)
        return self.tx.one(found.with_for_update(key_share=True) if lock else found)

    def of_cars(self, table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
        """SELECT from links, records, corrections or access entries of their cars."""
        mine = sa.select(cars.c.id).where(cars.c.user_id == self.user_id)
        return sa.select(*(columns or (table,))).where(table.c.car_id.in_(mine))

    def link(self, row_id: UUID) -> Row | None:
        """A link of one of their cars."""
        return self.tx.one(self.of_cars(links).where(links.c.id == row_id))

    def record(self, row_id: UUID) -> Row | None:
        """A record of one of their cars."""
        return self.tx.one(self.of_cars(records).where(records.c.id == row_id))

    def correction(self, row_id: UUID) -> Row | None:
        """A correction of one of their cars' records."""
        return self.tx.one(self.of_cars(corrections).where(corrections.c.id == row_id))

    def appointment(self, row_id: UUID) -> Row | None:
        """A visit that they asked for themselves; the next owner of a sold car does not see it."""
        mine = self.of_cars(appointments).where(appointments.c.user_id == self.user_id)
        return self.tx.one(mine.where(appointments.c.id == row_id))

    def appointments(self) -> Sequence[Row]:
        """All visits that they asked for, the newest first."""
        mine = self.of_cars(appointments).where(appointments.c.user_id == self.user_id)
        return self.tx.all(mine.order_by(appointments.c.asked_at.desc(), appointments.c.id.desc()))

    def bookable(self) -> sa.Select[Any]:
        """SELECT of centers that take this person's requests, with what they told of their calendar."""
        in_force = (
            sa.select(links.c.center_id)
            .join(cars, cars.c.id == links.c.car_id)
            .where(cars.c.user_id == self.user_id, links.c.state == LinkState.APPROVED)
        )
        is_linked = centers.c.id.in_(in_force)
        takes = calendars.c.takes
        return (
            sa.select(
                centers.c.id,
                centers.c.name,
                centers.c.profile,
                calendars.c.settings,
                calendars.c.free_busy,
                is_linked.label("is_linked"),
            )
            .join(calendars, calendars.c.center_id == centers.c.id)
            .where(sa.or_(takes == "everybody", sa.and_(takes == "linked", is_linked)))
        )

    def centers(self) -> Sequence[Row]:
        """Service centers that are theirs to run."""
        mine = sa.select(centers).where(centers.c.user_id == self.user_id)
        return self.tx.all(mine.order_by(centers.c.created_at, centers.c.id))

    def center(self, center_id: UUID) -> CenterRows | None:
        """The rows of a center that is theirs to run, or None."""
        mine = sa.select(centers.c.id).where(
            centers.c.id == center_id, centers.c.user_id == self.user_id
        )
        return None if self.tx.one(mine) is None else CenterRows(self.tx, center_id)


def device_of(station: Station, token: str) -> Device:
    """The device that holds `token`.

    A new token of a rotation counts from its first use; the old one is dead from then on.

    Raises:
        ProblemError: 401 for a token that nobody holds, 403 when the device was revoked.
    """
    digest = fast_hash(token)
    held = sa.or_(devices.c.token_sha256 == digest, devices.c.next_token_sha256 == digest)
    with station.reading() as tx:
        row = tx.one(sa.select(devices).where(held))
        now = tx.now
    if row is None:
        raise ProblemError(
            HTTPStatus.UNAUTHORIZED, Code.UNAUTHENTICATED, "no device holds this token"
        )
    revoked = row.revoked_at is not None
    stale = row.seen_at is None or now - row.seen_at > SEEN_STEP
    if row.next_token_sha256 == digest or (revoked and row.told_at is None) or stale:
        _note(station, row, digest)
    if revoked:
        raise ProblemError(
            HTTPStatus.FORBIDDEN,
            Code.DEVICE_REVOKED,
            "this device was disconnected by the center's owner: pair it again to go on",
        )
    return Device(row.center_id, row.id, row.name)


def _note(station: Station, row: Row, digest: str) -> None:
    with station.writing() as tx:
        mine = CenterRows(tx, row.center_id)
        this = mine.update(devices).where(devices.c.id == row.id)
        tx.change(this.values(seen_at=tx.now))
        if row.revoked_at is not None:
            tx.change(this.where(devices.c.told_at.is_(None)).values(told_at=tx.now))
        tx.change(
            this.where(devices.c.next_token_sha256 == digest).values(
                token_sha256=digest, next_token_sha256=None
            )
        )
