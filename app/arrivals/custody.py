"""Where the car and its key are, and who put them there: tags, the key board, parking places."""

import uuid
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app import work_orders
from app.kernel.errors import QT_TRANSLATE_NOOP, FinalError, invalid
from app.kernel.tx import Tx, action, cleaned
from app.kernel.typed import Typed
from models.access import Employee, Permission
from models.arrivals import (
    OPEN_ARRIVALS,
    Arrival,
    CarAt,
    CustodyMove,
    KeyAt,
    ParkingPlace,
    PlaceKind,
)
from models.order_flow import FINAL, GONE, OPEN
from models.text import fold
from models.work_orders import WorkOrder


def tag_key(tag: str) -> str:
    """A tag as tags are compared: "№ 31", "n31" and "31 " hang on the same hook only when they look the same."""
    return "".join(fold(tag).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class HangKey:
    """A key comes onto the board under a tag; ``count`` is how many keys were handed over."""

    arrival_id: uuid.UUID
    tag: str
    count: int = 1
    note: str | None = None


@action(
    "arrivals.hang_key",
    permission=Permission.ARRIVALS_MOVE,
    label=QT_TRANSLATE_NOOP("arrivals", "Hang key"),
)
def hang_key(tx: Tx, command: HangKey) -> str:
    """Hang the key under a tag, or back under its own; refused while the tag is on another car's key."""
    arrival = _here(tx, command.arrival_id)
    typed = Typed()
    tag = typed.needed("key_tag", command.tag, limit=20)
    if not 1 <= command.count <= 9:  # noqa: PLR2004 - more keys than a car has
        typed.wrong("count", QT_TRANSLATE_NOOP("arrivals", "From one to nine keys."))
    typed.finish()
    tag = _listed(tx, tag)
    key = tag_key(tag)
    _refuse_taken(tx, arrival, tag, key)
    _set(
        tx,
        arrival,
        key_tag=tag,
        key_tag_key=key,
        key_count=command.count,
        key_at=KeyAt.BOARD,
        key_holder_id=None,
    )
    _note(tx, arrival.id, "key", KeyAt.BOARD.value, tag=tag, note=command.note)
    tell_order(tx, arrival, tag)
    return tag


def _listed(tx: Tx, tag: str) -> str:
    """The tag as the center's list spells it, in use and known; as it was typed where there is no list."""
    known = {tag_key(each): each for each in tx.policy.key_tags}
    if not known:
        return tag
    if tag_key(tag) in known:
        return known[tag_key(tag)]
    if tag_key(tag) in map(tag_key, tx.policy.retired_key_tags):
        raise invalid(
            "key_tag",
            QT_TRANSLATE_NOOP("arrivals", "Key tag {tag} is used no more: take another."),
            tag=tag,
        )
    raise invalid(
        "key_tag",
        QT_TRANSLATE_NOOP("arrivals", "There is no key tag {tag}: tags are named in Settings."),
        tag=tag,
    )


def _here(tx: Tx, arrival_id: uuid.UUID) -> Arrival:
    arrival = tx.load(Arrival, arrival_id, lock=True)
    tx.about("arrival", arrival.id)
    if arrival.state not in OPEN_ARRIVALS:
        raise FinalError("arrival")
    return arrival


def _set(tx: Tx, arrival: Arrival, **values: object) -> None:
    """Change what is where without a new version: whoever writes the act meanwhile is not in the way."""
    tx.flush()
    tx.execute(sa.update(Arrival).where(Arrival.id == arrival.id).values(**values))
    tx.session.expire(arrival)
    tx.session.refresh(arrival)
    tx.touch("arrival", arrival.id)
    tx.note(f"arrival/{arrival.id}/custody", values)


def _note(
    tx: Tx,
    arrival_id: uuid.UUID,
    what: str,
    to: str,
    *,
    tag: str | None = None,
    place_id: uuid.UUID | None = None,
    holder_id: uuid.UUID | None = None,
    note: str | None = None,
) -> None:
    tx.append(
        CustodyMove,
        center_id=tx.actor.center_id,
        arrival_id=arrival_id,
        what=what,
        to=to,
        place_id=place_id,
        holder_id=holder_id,
        key_tag=tag,
        key_tag_key=tag_key(tag) if tag else None,
        note=cleaned(note),
        at=tx.now,
        by_id=tx.actor.employee_id,
    )


def _refuse_taken(tx: Tx, arrival: Arrival, tag: str, key: str) -> None:
    """Name the other car whose key hangs there; a key whose car was handed over has come off by itself."""
    rows = tx.session.execute(
        sa.select(Arrival.id, Arrival.number, WorkOrder.number.label("order"), WorkOrder.state)
        .outerjoin(WorkOrder, WorkOrder.id == Arrival.order_id)
        .where(
            Arrival.center_id == tx.actor.center_id,
            Arrival.key_tag_key == key,
            Arrival.id != arrival.id,
        )
    ).all()
    for row in rows:
        if row.state not in GONE:
            raise _taken(tag, row.order or row.number)
        take_off(tx, tx.load(Arrival, row.id, lock=True))
    hung = tx.session.execute(
        sa.select(WorkOrder.number, WorkOrder.key_tag).where(
            WorkOrder.center_id == tx.actor.center_id,
            WorkOrder.key_tag.is_not(None),
            WorkOrder.id != (arrival.order_id or arrival.id),
            WorkOrder.state.in_(OPEN),
        )
    )
    for number, other in hung:
        if other and tag_key(other) == key:
            raise _taken(tag, number)


def _taken(tag: str, number: str) -> Exception:
    return invalid(
        "key_tag",
        QT_TRANSLATE_NOOP("arrivals", "Key tag {tag} hangs on {number}."),
        tag=tag,
        number=number,
    )


def take_off(tx: Tx, arrival: Arrival) -> None:
    """The key is with the owner again: its tag is free."""
    if arrival.key_tag is None and arrival.key_at in {None, KeyAt.OWNER}:
        return
    tag = arrival.key_tag
    _set(tx, arrival, key_tag=None, key_tag_key=None, key_at=KeyAt.OWNER, key_holder_id=None)
    _note(tx, arrival.id, "key", KeyAt.OWNER.value, tag=tag)


def tell_order(tx: Tx, arrival: Arrival, tag: str | None) -> None:
    """The order names the same tag as its arrival, while it can still change."""
    if arrival.order_id is None:
        return
    order = tx.load(WorkOrder, arrival.order_id, lock=True)
    if order.key_tag == tag or order.state in FINAL:
        return
    tx.flush()
    work_orders.edit_order(
        tx,
        work_orders.EditOrder(order_id=order.id, version=order.version, values={"key_tag": tag}),
    )
    tx.about("arrival", arrival.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveKey:
    """Who has the key: an employee (nobody named: who says so), the car itself, or its owner."""

    arrival_id: uuid.UUID
    to: KeyAt
    holder_id: uuid.UUID | None = None
    note: str | None = None


@action(
    "arrivals.move_key",
    permission=Permission.ARRIVALS_MOVE,
    label=QT_TRANSLATE_NOOP("arrivals", "Take key"),
)
def move_key(tx: Tx, command: MoveKey) -> KeyAt:
    """Write down who has the key; given to its owner, its tag is free again."""
    arrival = tx.load(Arrival, command.arrival_id, lock=True)
    tx.about("arrival", arrival.id)
    to = KeyAt(command.to)
    if to is KeyAt.OWNER:
        take_off(tx, arrival)
        tell_order(tx, arrival, None)
        return to
    if to is KeyAt.BOARD and arrival.key_tag is None:
        raise invalid(
            "key_tag", QT_TRANSLATE_NOOP("arrivals", "The key has no tag: hang it under one.")
        )
    holder = command.holder_id or tx.actor.employee_id if to is KeyAt.EMPLOYEE else None
    if holder is not None:
        tx.load(Employee, holder)
    _set(tx, arrival, key_at=to, key_holder_id=holder)
    _note(tx, arrival.id, "key", to.value, tag=arrival.key_tag, holder_id=holder, note=command.note)
    return to


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCar:
    """The car stands at a place now, or is away: on a test drive, at another shop, with its owner."""

    arrival_id: uuid.UUID
    place_id: uuid.UUID | None = None
    to: CarAt = CarAt.PLACE
    note: str | None = None
    even_if_full: bool = False


@action(
    "arrivals.move_car",
    permission=Permission.ARRIVALS_MOVE,
    label=QT_TRANSLATE_NOOP("arrivals", "Move car"),
)
def move_car(tx: Tx, command: MoveCar) -> CarAt:
    """Write down where the car was put; a place that is full asks first.

    Raises:
        InvalidError: no place is named, or there is no room and ``even_if_full`` is not said.
    """
    arrival = tx.load(Arrival, command.arrival_id, lock=True)
    tx.about("arrival", arrival.id)
    to = CarAt(command.to)
    if to is CarAt.PLACE:
        if command.place_id is None:
            raise invalid("place_id", QT_TRANSLATE_NOOP("arrivals", "Choose a place."))
        place = tx.load(ParkingPlace, command.place_id, lock=True)
        if place.archived_at is not None:
            raise invalid(
                "place_id",
                QT_TRANSLATE_NOOP("arrivals", "{place} is used no more: choose another place."),
                place=place.code,
            )
        if not command.even_if_full and _cars_at(tx, place.id, arrival.id) >= place.capacity:
            raise invalid(
                "place_id",
                QT_TRANSLATE_NOOP("arrivals", "There is no room at {place}."),
                place=place.code,
            )
    place_id = command.place_id if to is CarAt.PLACE else None
    _set(tx, arrival, car_at=to, place_id=place_id)
    _note(tx, arrival.id, "car", to.value, place_id=place_id, note=command.note)
    return to


def _cars_at(tx: Tx, place_id: uuid.UUID, but: uuid.UUID) -> int:
    found = tx.session.scalar(
        sa.select(sa.func.count())
        .select_from(Arrival)
        .outerjoin(WorkOrder, WorkOrder.id == Arrival.order_id)
        .where(
            Arrival.place_id == place_id,
            Arrival.id != but,
            Arrival.state.in_(OPEN_ARRIVALS),
            sa.or_(WorkOrder.id.is_(None), WorkOrder.state.in_(OPEN)),
        )
    )
    return int(found or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlace:
    """A place for cars, new (``place_id`` None) or known."""

    code: str
    name: str = ""
    kind: PlaceKind = PlaceKind.PARKING
    capacity: int = 1
    sort: int = 0
    place_id: uuid.UUID | None = None
    version: int | None = None
    is_archived: bool = False


@action(
    "arrivals.set_place",
    permission=Permission.SETTINGS_EDIT,
    label=QT_TRANSLATE_NOOP("arrivals", "Save parking place"),
)
def set_place(tx: Tx, command: SetPlace) -> uuid.UUID:
    """Write down a place where cars stand."""
    typed = Typed()
    code = typed.needed("code", command.code, limit=20)
    name = typed.text("name", command.name, limit=100) or ""
    if command.capacity < 1:
        typed.wrong("capacity", QT_TRANSLATE_NOOP("arrivals", "A place has room for one car."))
    typed.finish()
    twin = tx.session.scalar(
        sa.select(ParkingPlace.id).where(
            ParkingPlace.center_id == tx.actor.center_id, ParkingPlace.code == code
        )
    )
    if twin is not None and twin != command.place_id:
        raise invalid(
            "code", QT_TRANSLATE_NOOP("arrivals", "There is a place {code} already."), code=code
        )
    if command.is_archived and command.place_id is not None:
        _refuse_standing(tx, command.place_id, code)
    archived: datetime | None = tx.now if command.is_archived else None
    values = {
        "code": code,
        "name": name,
        "kind": PlaceKind(command.kind),
        "capacity": command.capacity,
        "sort": command.sort,
    }
    if command.place_id is None:
        place = tx.add(ParkingPlace(center_id=tx.actor.center_id, archived_at=archived, **values))
    else:
        place = tx.load(ParkingPlace, command.place_id, version=command.version, lock=True)
        for field_name, value in values.items():
            setattr(place, field_name, value)
        if (place.archived_at is None) == command.is_archived:
            place.archived_at = archived
    tx.about("parking_place", place.id)
    return place.id


def _refuse_standing(tx: Tx, place_id: uuid.UUID, code: str) -> None:
    standing = _cars_at(tx, place_id, place_id)
    if standing:
        raise invalid(
            "archived",
            QT_TRANSLATE_NOOP("arrivals", "{count} cars stand at {place}: move them first."),
            count=standing,
            place=code,
        )
