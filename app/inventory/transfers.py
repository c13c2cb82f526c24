"""Goods between stores: on the way they are in transit, never nowhere and never twice (F49)."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from app.inventory.ledger import Book, Posted, Step, exact_qty
from app.inventory.places import Places, places_of
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
from models.base import milli, new_id
from models.inventory import (
    Location,
    LocationKind,
    MoveReason,
    MoveState,
    Product,
    StockMove,
)
from models.money import ratio_half_up

TRANSFER = "transfer"
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendGoods:
    """Quantities by product (in stock units) that leave a store for another one."""

    from_id: uuid.UUID
    to_id: uuid.UUID
    lines: tuple[tuple[uuid.UUID, Decimal], ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArriveGoods:
    """What arrived; ``received`` names only products whose quantity differs. A loss needs a reason."""

    transfer_id: uuid.UUID
    received: Mapping[uuid.UUID, Decimal] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """Goods that turn round on the way."""

    transfer_id: uuid.UUID


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """One product of a transfer that has not arrived."""

    transfer_id: uuid.UUID
    product_id: uuid.UUID
    sku: str
    name: str
    unit: str
    qty: Decimal
    to_id: uuid.UUID
    to_name: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class _Planned:
    move_id: uuid.UUID
    product_id: uuid.UUID
    to_id: uuid.UUID
    qty: Decimal
    value_amount: int


@action(
    "inventory.send",
    permission=Permission.INVENTORY_ISSUE,
    label=QT_TRANSLATE_NOOP("inventory", "Send to another store"),
)
def send_goods(tx: Tx, command: SendGoods) -> uuid.UUID:
    """Put goods on the way at the moving average; returns the transfer's id."""
    places = places_of(tx.connection, tx.actor.center_id)
    start, end = places.store(command.from_id), places.store(command.to_id)
    if start == end:
        raise invalid("to_id", QT_TRANSLATE_NOOP("inventory", "Choose another store to send to."))
    wanted: dict[uuid.UUID, Decimal] = {}
    for product_id, qty in command.lines:
        wanted[product_id] = wanted.get(product_id, _NOTHING) + exact_qty("qty", qty)
    if not wanted:
        raise invalid("lines", QT_TRANSLATE_NOOP("inventory", "Nothing to send."))
    transfer_id = new_id()
    tx.about(TRANSFER, transfer_id)
    transit = places.of_kind(LocationKind.TRANSIT)
    note = cleaned(command.note)
    book = Book(tx, places, ((place, product) for product in wanted for place in (start, transit)))
    sent = {
        product_id: book.move(_step(transfer_id, product_id, (start, transit), qty, None, note))
        for product_id, qty in wanted.items()
    }
    book.close()
    _plan(tx, transfer_id, (transit, end), wanted, sent)
    tx.note("to", places.place(end).code)
    return transfer_id


def _step(
    transfer_id: uuid.UUID,
    product_id: uuid.UUID,
    way: tuple[uuid.UUID, uuid.UUID],
    qty: Decimal,
    value: int | None,
    note: str | None = None,
) -> Step:
    return Step(
        product_id=product_id,
        from_id=way[0],
        to_id=way[1],
        qty=qty,
        value_amount=value,
        reason=MoveReason.TRANSFER,
        source_kind=TRANSFER,
        source_id=transfer_id,
        note=note,
    )


def _plan(
    tx: Tx,
    transfer_id: uuid.UUID,
    way: tuple[uuid.UUID, uuid.UUID],
    wanted: Mapping[uuid.UUID, Decimal],
    sent: Mapping[uuid.UUID, Posted],
) -> None:
    """Write down what is expected at the other end: planned moves with the value that left."""
    tx.execute(
        sa.insert(StockMove),
        [
            {
                "id": new_id(),
                "center_id": tx.actor.center_id,
                "product_id": product_id,
                "from_id": way[0],
                "to_id": way[1],
                "qty": qty,
                "value_amount": sent[product_id].value_amount,
                "state": MoveState.PLANNED.value,
                "reason": MoveReason.TRANSFER.value,
                "source_kind": TRANSFER,
                "source_id": transfer_id,
                "note": None,
                "made_at": tx.now,
                "made_by_id": tx.actor.employee_id,
                "done_at": None,
                "reverses_id": None,
                "sha256": None,
            }
            for product_id, qty in wanted.items()
        ],
    )


def _planned(tx: Tx, transfer_id: uuid.UUID) -> list[_Planned]:
    rows = tx.connection.execute(
        sa.select(
            StockMove.id,
            StockMove.product_id,
            StockMove.to_id,
            StockMove.qty,
            StockMove.value_amount,
        )
        .where(
            StockMove.source_id == transfer_id,
            StockMove.center_id == tx.actor.center_id,
            StockMove.state == MoveState.PLANNED.value,
        )
        .order_by(StockMove.product_id)
    )
    found = [_Planned(r.id, r.product_id, r.to_id, r.qty, r.value_amount or 0) for r in rows]
    if not found:
        raise NotFoundError(
            say(QT_TRANSLATE_NOOP("inventory", "Nothing of this transfer is on the way any more."))
        )
    return found


def _end(tx: Tx, planned: Sequence[_Planned]) -> None:
    """The expected moves are over: done ones take their place. Loses against another desk that was faster."""
    ended = tx.execute(
        sa.delete(StockMove).where(
            StockMove.id == sa.bindparam("move"), StockMove.state == MoveState.PLANNED.value
        ),
        [{"move": row.move_id} for row in planned],
    )
    if ended != len(planned):
        raise UserError(
            say(QT_TRANSLATE_NOOP("inventory", "This transfer was ended at the same moment.")),
            reason=Reason.CHANGED,
        )


@action(
    "inventory.arrive",
    permission=Permission.INVENTORY_RECEIVE,
    label=QT_TRANSLATE_NOOP("inventory", "Goods arrived"),
)
def arrive_goods(tx: Tx, command: ArriveGoods) -> None:
    """Put what arrived on the shelf at exactly the value it left with; what is missing goes to adjustment."""
    tx.about(TRANSFER, command.transfer_id)
    planned = _planned(tx, command.transfer_id)
    places = places_of(tx.connection, tx.actor.center_id)
    steps = [step for row in planned for step in _arrival(places, row, command)]
    transit = places.of_kind(LocationKind.TRANSIT)
    pairs = [(place, row.product_id) for row in planned for place in (transit, row.to_id)]
    book = Book(tx, places, pairs)
    _end(tx, planned)
    for step in steps:
        book.move(step)
    book.close()


def _arrival(places: Places, row: _Planned, command: ArriveGoods) -> list[Step]:
    received = command.received.get(row.product_id, row.qty)
    if received:
        exact_qty("received", received)
    if received > row.qty:
        raise invalid(
            "received",
            QT_TRANSLATE_NOOP(
                "inventory", "More arrived than was sent: adjust the stock for the rest."
            ),
        )
    reason = cleaned(command.reason)
    if received < row.qty and not reason:
        raise invalid("reason", QT_TRANSLATE_NOOP("inventory", "Say what happened to the rest."))
    transit = places.of_kind(LocationKind.TRANSIT)
    aside = places.of_kind(LocationKind.ADJUSTMENT)
    value = ratio_half_up(row.value_amount * milli(received), milli(row.qty))
    parts = [
        (row.to_id, received, value, None),
        (aside, row.qty - received, row.value_amount - value, reason),
    ]
    return [
        _step(command.transfer_id, row.product_id, (transit, to_id), qty, part, note)
        for to_id, qty, part, note in parts
        if qty
    ]


@action(
    "inventory.call_back",
    permission=Permission.INVENTORY_ISSUE,
    label=QT_TRANSLATE_NOOP("inventory", "Call goods back"),
)
def call_back(tx: Tx, command: CallBack) -> None:
    """Take everything that is on the way back to where it came from, at exactly its value."""
    tx.about(TRANSFER, command.transfer_id)
    planned = _planned(tx, command.transfer_id)
    places = places_of(tx.connection, tx.actor.center_id)
    transit = places.of_kind(LocationKind.TRANSIT)
    start = tx.connection.execute(
        sa.select(StockMove.from_id)
        .where(
            StockMove.source_id == command.transfer_id,
            StockMove.state == MoveState.DONE.value,
            StockMove.to_id == transit,
        )
        .limit(1)
    ).scalar_one()
    pairs = [(place, row.product_id) for row in planned for place in (transit, start)]
    book = Book(tx, places, pairs)
    _end(tx, planned)
    for row in planned:
        book.move(
            _step(command.transfer_id, row.product_id, (transit, start), row.qty, row.value_amount)
        )
    book.close()


def list_on_the_way(read: Read) -> tuple[OnTheWay, ...]:
    """Everything in transit, oldest first."""
    rows = read.connection.execute(
        sa.select(
            StockMove.source_id,
            StockMove.product_id,
            StockMove.qty,
            StockMove.to_id,
            StockMove.made_at,
            Product.sku,
            Product.name,
            Product.unit,
            Location.name.label("to_name"),
        )
        .join(Product, Product.id == StockMove.product_id)
        .join(Location, Location.id == StockMove.to_id)
        .where(
            StockMove.center_id == read.center_id,
            StockMove.state == MoveState.PLANNED.value,
            StockMove.source_kind == TRANSFER,
        )
        .order_by(StockMove.id)
    )
    return tuple(
        OnTheWay(
            r.source_id, r.product_id, r.sku, r.name, r.unit, r.qty, r.to_id, r.to_name, r.made_at
        )
        for r in rows
    )
