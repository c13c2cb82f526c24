"""Places goods can be in: finding them, and the stores a center opens and closes."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    NotFoundError,
    Reason,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Read, Tx, action, cleaned
from models.access import Permission
from models.inventory import OWN_PLACES, Location, LocationKind, StockLevel

STORES = frozenset({LocationKind.STORE.value, LocationKind.CENTRAL.value})
"""Kinds of places with shelves; the others are there once for each center, for the second entry."""

_PLACES = (
    sa.select(Location.id, Location.kind, Location.code, Location.name, Location.archived_at)
    .where(Location.center_id == sa.bindparam("center"))
    .order_by(Location.id)
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a list shows it."""

    id: uuid.UUID
    kind: str
    code: str
    name: str
    is_archived: bool

    @property
    def is_own(self) -> bool:
        """Whether goods there belong to the center."""
        return self.kind in OWN_PLACES


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a center, by id."""

    by_id: Mapping[uuid.UUID, Place]

    def of_kind(self, kind: str) -> uuid.UUID:
        """The oldest open place of that kind; NotFoundError when the center has none."""
        for place in self.by_id.values():
            if place.kind == kind and not place.is_archived:
                return place.id
        raise NotFoundError(
            say(
                QT_TRANSLATE_NOOP("inventory", "The center has no place of kind “{kind}”."),
                kind=kind,
            )
        )

    def place(self, location_id: uuid.UUID) -> Place:
        """The place of that id; NotFoundError when it is not the center's."""
        found = self.by_id.get(location_id)
        if found is None:
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("inventory", "This storage place does not exist."))
            )
        return found

    def store(self, location_id: uuid.UUID | None) -> uuid.UUID:
        """The store meant, the main one for None; UserError for a place without shelves or a closed one."""
        if location_id is None:
            return self.of_kind(LocationKind.STORE)
        found = self.place(location_id)
        if found.kind not in STORES or found.is_archived:
            raise invalid(
                "location_id",
                QT_TRANSLATE_NOOP("inventory", "“{name}” is not an open store."),
                name=found.name,
            )
        return location_id


def places_of(connection: Connection, center_id: uuid.UUID) -> Places:
    """All places of the center."""
    rows = connection.execute(_PLACES, {"center": center_id})
    return Places(
        {
            row.id: Place(row.id, row.kind, row.code, row.name, row.archived_at is not None)
            for row in rows
        }
    )


def default_store(connection: Connection, center_id: uuid.UUID) -> uuid.UUID:
    """The center's main store: its oldest open one."""
    return location_of(connection, center_id, LocationKind.STORE)


def location_of(connection: Connection, center_id: uuid.UUID, kind: str) -> uuid.UUID:
    """The center's place of that kind; NotFoundError when there is none."""
    return places_of(connection, center_id).of_kind(kind)


def list_locations(read: Read, *, stores_only: bool = True) -> tuple[Place, ...]:
    """The center's stores, oldest first; with ``stores_only=False`` the places of the second entry too."""
    found = places_of(read.connection, read.center_id).by_id.values()
    return tuple(place for place in found if not stores_only or place.kind in STORES)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateLocation:
    """A new store or central warehouse."""

    code: str
    name: str
    kind: str = LocationKind.STORE.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLocation:
    """Close a store that is empty."""

    location_id: uuid.UUID


@action(
    "inventory.create_location",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "New store"),
)
def create_location(tx: Tx, command: CreateLocation) -> uuid.UUID:
    """Open a store; its code is unique in the center."""
    code, name = cleaned(command.code), cleaned(command.name)
    if not code or not name:
        raise invalid("code", QT_TRANSLATE_NOOP("inventory", "A store needs a code and a name."))
    if command.kind not in STORES:
        raise invalid(
            "kind", QT_TRANSLATE_NOOP("inventory", "Only stores and central warehouses are opened.")
        )
    known = {
        place.code: place for place in places_of(tx.connection, tx.actor.center_id).by_id.values()
    }
    if code in known:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("inventory", "The code {code} is taken by “{name}”."),
                code=code,
                name=known[code].name,
            ),
            reason=Reason.DUPLICATE,
        )
    made = tx.add(
        Location(
            center_id=tx.actor.center_id, kind=command.kind, code=code, name=name, archived_at=None
        )
    )
    tx.about("location", made.id)
    return made.id


@action(
    "inventory.archive_location",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "Close store"),
)
def archive_location(tx: Tx, command: ArchiveLocation) -> None:
    """Close a store; refused while goods are in it or when it is the last one."""
    places = places_of(tx.connection, tx.actor.center_id)
    places.store(command.location_id)
    tx.about("location", command.location_id)
    held = tx.connection.execute(
        sa.select(sa.func.count())
        .select_from(StockLevel)
        .where(
            StockLevel.location_id == command.location_id,
            sa.or_(StockLevel.on_hand_qty != 0, StockLevel.reserved_qty != 0),
        )
    ).scalar_one()
    if held:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("inventory", "{count} products are still in this store."),
                count=held,
            ),
            reason=Reason.BLOCKED,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Move them to another store first.")),
        )
    location = tx.load(Location, command.location_id, lock=True)
    open_stores = [
        place
        for place in places.by_id.values()
        if place.kind == LocationKind.STORE and not place.is_archived and place.id != location.id
    ]
    if location.kind == LocationKind.STORE and not open_stores:
        raise UserError(
            say(QT_TRANSLATE_NOOP("inventory", "The last store cannot be closed.")),
            reason=Reason.BLOCKED,
        )
    location.archived_at = tx.now
