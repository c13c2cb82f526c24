"""Reads of arrivals: the whole of one, lists, versions with their signatures, keys, places and who moved what."""

import json
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app import customers, files
from app.arrivals.custody import tag_key
from app.kernel.errors import QT_TRANSLATE_NOOP, NotFoundError, say
from app.kernel.tx import Read
from models.access import Employee
from models.arrivals import (
    OPEN_ARRIVALS,
    Arrival,
    ArrivalMode,
    ArrivalSignature,
    ArrivalState,
    ArrivalVersion,
    Authority,
    CarAt,
    Cleanliness,
    CustodyMove,
    KeyAt,
    ParkingPlace,
    PlaceKind,
    SignerRole,
    SignMethod,
)
from models.customers import Customer
from models.order_flow import GONE, OPEN
from models.text import fold
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

_ARRIVAL = Arrival.__table__
_BRINGER = sa.orm.aliased(Customer)
_HOLDER = sa.orm.aliased(Employee)


_Row = sa.Row[Any]


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """An arrival in a list; ``is_here`` while the car has not been handed over."""

    id: uuid.UUID
    version: int
    number: str
    mode: ArrivalMode
    state: ArrivalState
    order_id: uuid.UUID | None
    order_number: str | None
    vehicle_id: uuid.UUID
    plate: str | None
    vin: str | None
    car: str
    customer_id: uuid.UUID | None
    customer: str | None
    key_tag: str | None
    key_at: KeyAt | None
    key_holder: str | None
    car_at: CarAt | None
    place: str | None
    signed_number: int
    draft_number: int
    made_at: datetime
    checked_in_at: datetime | None
    is_here: bool


@dataclass(frozen=True, slots=True)
class ArrivalCard:
    """Everything of an arrival for its screen; lists as ``save_arrival`` takes them."""

    row: ArrivalRow
    phone: str | None
    bringer_id: uuid.UUID | None
    bringer: str | None
    bringer_phone: str | None
    authority: Authority | None
    authority_note: str | None
    id_seen: str | None
    appointment_id: uuid.UUID | None
    words: str | None
    symptoms: tuple[str, ...]
    odometer_value: int | None
    odometer_unit: str
    odometer_reason: str | None
    fuel_eighths: int | None
    charge_percent: int | None
    is_engine_running: bool | None
    lamps: tuple[str, ...]
    cleanliness: Cleanliness | None
    belongings: tuple[Mapping[str, Any], ...]
    kit: Mapping[str, Any]
    own_parts: tuple[Mapping[str, Any], ...]
    marks: tuple[Mapping[str, Any], ...]
    note: str | None
    key_count: int | None
    photos: tuple[files.FileRow, ...]
    left_at: datetime | None

    @property
    def is_signed(self) -> bool:
        """Whether what is shown is signed: an edit has to amend it."""
        return self.row.signed_number == self.row.draft_number


_ROWS = (
    sa.select(
        _ARRIVAL,
        WorkOrder.number.label("order_number"),
        WorkOrder.state.label("order_state"),
        Vehicle.plate,
        Vehicle.vin,
        Vehicle.make,
        Vehicle.model,
        Vehicle.variant,
        Customer.name.label("customer"),
        Customer.phone.label("phone"),
        _BRINGER.name.label("bringer"),
        _BRINGER.phone.label("bringer_phone"),
        _HOLDER.name.label("holder"),
        ParkingPlace.code.label("place"),
    )
    .join(Vehicle, Vehicle.id == _ARRIVAL.c.vehicle_id)
    .outerjoin(WorkOrder, WorkOrder.id == _ARRIVAL.c.order_id)
    .outerjoin(Customer, Customer.id == _ARRIVAL.c.customer_id)
    .outerjoin(_BRINGER, _BRINGER.id == _ARRIVAL.c.bringer_id)
    .outerjoin(_HOLDER, _HOLDER.id == _ARRIVAL.c.key_holder_id)
    .outerjoin(ParkingPlace, ParkingPlace.id == _ARRIVAL.c.place_id)
)
_IN_SHOP = sa.and_(
    _ARRIVAL.c.state.in_(OPEN_ARRIVALS),
    sa.or_(WorkOrder.id.is_(None), WorkOrder.state.in_(OPEN)),
)


def _listed(r: _Row) -> ArrivalRow:
    return ArrivalRow(
        id=r.id,
        version=r.version,
        number=r.number,
        mode=ArrivalMode(r.mode),
        state=ArrivalState(r.state),
        order_id=r.order_id,
        order_number=r.order_number,
        vehicle_id=r.vehicle_id,
        plate=r.plate,
        vin=r.vin,
        car=" ".join(part for part in (r.make, r.model, r.variant) if part),
        customer_id=r.customer_id,
        customer=r.customer or None,
        key_tag=r.key_tag,
        key_at=r.key_at,
        key_holder=r.holder,
        car_at=r.car_at,
        place=r.place,
        signed_number=r.signed_number,
        draft_number=r.draft_number,
        made_at=r.made_at,
        checked_in_at=r.checked_in_at,
        is_here=r.state == ArrivalState.CHECKED_IN and r.order_state not in GONE,
    )


def get_arrival(read: Read, arrival_id: uuid.UUID) -> ArrivalCard:
    """One arrival with its photos; NotFoundError for an unknown one and another center's."""
    r: Any = read.connection.execute(
        _ROWS.where(_ARRIVAL.c.id == arrival_id, _ARRIVAL.c.center_id == read.center_id)
    ).one_or_none()
    if r is None:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("arrivals", "This arrival does not exist any more."))
        )
    return ArrivalCard(
        row=_listed(r),
        phone=r.phone,
        bringer_id=r.bringer_id,
        bringer=r.bringer,
        bringer_phone=r.bringer_phone,
        authority=r.authority,
        authority_note=r.authority_note,
        id_seen=r.id_seen,
        appointment_id=r.appointment_id,
        words=r.words,
        symptoms=tuple(r.symptoms),
        odometer_value=r.odometer_value,
        odometer_unit=r.odometer_unit,
        odometer_reason=r.odometer_reason,
        fuel_eighths=r.fuel_eighths,
        charge_percent=r.charge_percent,
        is_engine_running=r.is_engine_running,
        lamps=tuple(r.lamps),
        cleanliness=r.cleanliness,
        belongings=tuple(r.belongings),
        kit=r.kit,
        own_parts=tuple(r.own_parts),
        marks=tuple(r.marks),
        note=r.note,
        key_count=r.key_count,
        photos=tuple(files.list_files(read, "arrival", arrival_id)),
        left_at=r.left_at,
    )


def list_arrivals(
    read: Read, *, in_shop: bool = True, limit: int = 200, after: uuid.UUID | None = None
) -> list[ArrivalRow]:
    """Arrivals, the newest first: those whose car is here or expected, or all; pages go on after the last id."""
    query = _ROWS.where(_ARRIVAL.c.center_id == read.center_id)
    if in_shop:
        query = query.where(_IN_SHOP)
    if after is not None:
        query = query.where(_ARRIVAL.c.id < after)
    rows = read.connection.execute(query.order_by(_ARRIVAL.c.id.desc()).limit(limit))
    return [_listed(r) for r in rows]


def arrival_of_order(read: Read, order_id: uuid.UUID) -> uuid.UUID | None:
    """The newest arrival of an order that was not cancelled."""
    found: uuid.UUID | None = read.connection.execute(
        sa.select(_ARRIVAL.c.id)
        .where(
            _ARRIVAL.c.order_id == order_id,
            _ARRIVAL.c.center_id == read.center_id,
            _ARRIVAL.c.state != ArrivalState.CANCELLED,
        )
        .order_by(_ARRIVAL.c.id.desc())
        .limit(1)
    ).scalar()
    return found


def arrival_numbers(
    read: Read,
    vehicle_ids: Collection[uuid.UUID],
    *,
    customer_id: uuid.UUID | None = None,
    order_ids: Collection[uuid.UUID] = (),
    limit: int = 200,
) -> dict[uuid.UUID, str]:
    """Numbers of the newest arrivals of these cars, of one customer alone if named, and of these orders."""
    of_cars: sa.ColumnElement[bool] = _ARRIVAL.c.vehicle_id.in_(list(vehicle_ids))
    if customer_id is not None:
        of_cars = sa.and_(of_cars, _ARRIVAL.c.customer_id == customer_id)
    rows = read.connection.execute(
        sa.select(_ARRIVAL.c.id, _ARRIVAL.c.number)
        .where(
            _ARRIVAL.c.center_id == read.center_id,
            sa.or_(of_cars, _ARRIVAL.c.order_id.in_(list(order_ids))),
        )
        .order_by(_ARRIVAL.c.id.desc())
        .limit(limit)
    )
    return {row[0]: str(row[1]) for row in rows}


# versions
@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Who signed, how and when. ``signer`` and ``strokes`` are empty once the person was erased."""

    id: uuid.UUID
    role: SignerRole
    method: SignMethod
    at: datetime
    signer: str
    note: str | None
    strokes: tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of the act that was signed: its text as it was hashed, its people, its signatures."""

    id: uuid.UUID
    number: int
    sha256: str
    content: Mapping[str, Any]
    people: Mapping[str, Any]
    made_at: datetime
    signatures: tuple[SignatureRow, ...]


def list_versions(read: Read, arrival_id: uuid.UUID) -> list[VersionRow]:
    """Every signed version of an arrival, the newest first."""
    table, signed = ArrivalVersion.__table__, ArrivalSignature.__table__
    versions = read.connection.execute(
        sa.select(table)
        .where(table.c.arrival_id == arrival_id, table.c.center_id == read.center_id)
        .order_by(table.c.number.desc())
    ).all()
    under: dict[uuid.UUID, list[SignatureRow]] = {}
    for r in read.connection.execute(
        sa.select(signed)
        .where(signed.c.arrival_id == arrival_id, signed.c.center_id == read.center_id)
        .order_by(signed.c.id)
    ):
        under.setdefault(r.version_id, []).append(_signature(read, r))
    return [
        VersionRow(
            id=r.id,
            number=r.number,
            sha256=r.sha256,
            content=json.loads(r.content),
            people=customers.read_seal(read, "arrival", r.id) or {},
            made_at=r.made_at,
            signatures=tuple(under.get(r.id, ())),
        )
        for r in versions
    ]


def _signature(read: Read, r: _Row) -> SignatureRow:
    person = customers.read_seal(read, "arrival_signature", r.id) or {}
    strokes = json.loads(person.get("strokes") or "[]")
    return SignatureRow(
        id=r.id,
        role=SignerRole(r.role),
        method=SignMethod(r.method),
        at=r.at,
        signer=str(person.get("signer") or ""),
        note=r.note,
        strokes=tuple(tuple(tuple(point) for point in stroke) for stroke in strokes),
    )


# keys and places
@dataclass(frozen=True, slots=True)
class KeyTag:
    """A hook of the board: who hangs there, or since when it is free (None: never used)."""

    tag: str
    is_free: bool
    taken_by: str | None
    free_since: datetime | None


def key_tag_state(read: Read, tag: str) -> KeyTag:
    """Whether a tag is free, and since when; else the order or arrival whose key hangs there."""
    key = tag_key(tag)
    for row in key_board(read):
        if row.key_tag is not None and tag_key(row.key_tag) == key:
            return KeyTag(tag, False, row.order_number or row.number, None)
    moves = CustodyMove.__table__
    last = read.connection.execute(
        sa.select(moves.c.at)
        .where(
            moves.c.center_id == read.center_id,
            moves.c.key_tag_key == key,
            moves.c.to == KeyAt.OWNER.value,
        )
        .order_by(moves.c.id.desc())
        .limit(1)
    ).scalar()
    handed = read.connection.execute(
        sa.select(sa.func.max(WorkOrder.delivered_at)).where(
            WorkOrder.center_id == read.center_id, WorkOrder.key_tag == tag
        )
    ).scalar()
    moments = [moment for moment in (last, handed) if moment is not None]
    return KeyTag(tag, True, None, max(moments, default=None))


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key that is with us: its tag, whose it is, who has it, and where the car stands."""

    key_tag: str | None
    arrival_id: uuid.UUID | None
    order_id: uuid.UUID | None
    number: str
    order_number: str | None
    plate: str | None
    car: str
    key_at: KeyAt
    key_holder: str | None
    place: str | None
    moved_by: str | None
    moved_at: datetime | None


def key_board(read: Read) -> list[KeyRow]:
    """Every key in the shop, by tag; also tags that were written on an order without an arrival."""
    arrivals = read.connection.execute(
        _ROWS.where(
            _ARRIVAL.c.center_id == read.center_id,
            _IN_SHOP,
            sa.or_(_ARRIVAL.c.key_tag.is_not(None), _ARRIVAL.c.key_at.is_not(None)),
        )
    ).all()
    last = last_moves(read, [r.id for r in arrivals], "key")
    rows = [
        KeyRow(
            key_tag=r.key_tag,
            arrival_id=r.id,
            order_id=r.order_id,
            number=r.number,
            order_number=r.order_number,
            plate=r.plate,
            car=_listed(r).car,
            key_at=r.key_at or KeyAt.BOARD,
            key_holder=r.holder,
            place=r.place,
            moved_by=last[r.id].by if r.id in last else None,
            moved_at=last[r.id].at if r.id in last else None,
        )
        for r in arrivals
        if r.key_at != KeyAt.OWNER
    ]
    known = {row.order_id for row in rows}
    bare = read.connection.execute(
        sa.select(
            WorkOrder.id,
            WorkOrder.number,
            WorkOrder.key_tag,
            Vehicle.plate,
            Vehicle.make,
            Vehicle.model,
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .where(
            WorkOrder.center_id == read.center_id,
            WorkOrder.key_tag.is_not(None),
            WorkOrder.state.in_(OPEN),
        )
    )
    rows += [
        KeyRow(
            r.key_tag,
            None,
            r.id,
            r.number,
            r.number,
            r.plate,
            f"{r.make} {r.model}".strip(),
            KeyAt.BOARD,
            None,
            None,
            None,
            None,
        )
        for r in bare
        if r.id not in known
    ]
    return sorted(rows, key=lambda row: (row.key_tag is None, natural(row.key_tag or "")))


def natural(tag: str) -> tuple[str, int, str]:
    """Tags in the order of people: 9 before 10, A 9 after both."""
    digits = "".join(c for c in tag if c.isdecimal())
    letters = "".join(c for c in tag if c.isalpha())
    return (fold(letters), int(digits) if digits else 10**9, tag)


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move of a car or its key: where to, who did it, when."""

    arrival_id: uuid.UUID
    what: str
    to: str
    place: str | None
    holder: str | None
    key_tag: str | None
    note: str | None
    at: datetime
    by: str
    place_id: uuid.UUID | None
    holder_id: uuid.UUID | None


_MOVES = CustodyMove.__table__
_MOVE_ROWS = (
    sa.select(
        _MOVES,
        ParkingPlace.code.label("place"),
        _HOLDER.name.label("holder"),
        Employee.name.label("by"),
    )
    .join(Employee, Employee.id == _MOVES.c.by_id)
    .outerjoin(ParkingPlace, ParkingPlace.id == _MOVES.c.place_id)
    .outerjoin(_HOLDER, _HOLDER.id == _MOVES.c.holder_id)
)


def _move(r: _Row) -> MoveRow:
    return MoveRow(
        arrival_id=r.arrival_id,
        what=r.what,
        to=r.to,
        place=r.place,
        holder=r.holder,
        key_tag=r.key_tag,
        note=r.note,
        at=r.at,
        by=r.by,
        place_id=r.place_id,
        holder_id=r.holder_id,
    )


def list_moves(read: Read, arrival_id: uuid.UUID) -> list[MoveRow]:
    """Where car and key have been, the newest first."""
    rows = read.connection.execute(
        _MOVE_ROWS.where(
            _MOVES.c.arrival_id == arrival_id, _MOVES.c.center_id == read.center_id
        ).order_by(_MOVES.c.id.desc())
    )
    return [_move(r) for r in rows]


def last_moves(read: Read, arrivals: Sequence[uuid.UUID], what: str) -> dict[uuid.UUID, MoveRow]:
    """By arrival, the newest move of its "car" or its "key"; nothing where none was written down."""
    rows = read.connection.execute(
        _MOVE_ROWS.where(
            _MOVES.c.arrival_id.in_(arrivals),
            _MOVES.c.what == what,
            _MOVES.c.center_id == read.center_id,
        ).order_by(_MOVES.c.id)
    )
    return {r.arrival_id: _move(r) for r in rows}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the cars that stand there now."""

    id: uuid.UUID
    version: int
    code: str
    name: str
    kind: PlaceKind
    capacity: int
    sort: int
    archived_at: datetime | None
    cars: tuple[ArrivalRow, ...]


def list_places(read: Read, *, with_archived: bool = False) -> list[PlaceRow]:
    """The parking map: every place and who stands there, in their order."""
    standing: dict[uuid.UUID, list[ArrivalRow]] = {}
    for r in read.connection.execute(
        _ROWS.where(
            _ARRIVAL.c.center_id == read.center_id, _IN_SHOP, _ARRIVAL.c.place_id.is_not(None)
        ).order_by(_ARRIVAL.c.id)
    ):
        standing.setdefault(r.place_id, []).append(_listed(r))
    table = ParkingPlace.__table__
    query = sa.select(table).where(table.c.center_id == read.center_id)
    if not with_archived:
        query = query.where(table.c.archived_at.is_(None))
    return [
        PlaceRow(
            id=r.id,
            version=r.version,
            code=r.code,
            name=r.name,
            kind=PlaceKind(r.kind),
            capacity=r.capacity,
            sort=r.sort,
            archived_at=r.archived_at,
            cars=tuple(standing.get(r.id, ())),
        )
        for r in read.connection.execute(query.order_by(table.c.sort, table.c.code))
    ]
