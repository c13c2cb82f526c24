"""What order lines do with goods: promise them, take them to the car, bring them back, use them up.

A reservation is a row of the ledger in state *reserved*; when the goods go, the done move takes its place.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.inventory.ledger import Book, Step, exact_qty, shown
from app.inventory.places import Places, places_of
from app.kernel.errors import QT_TRANSLATE_NOOP, BugError, Reason, UserError, say
from app.kernel.tx import Tx
from models.base import Qty, milli, new_id
from models.inventory import (
    LocationKind,
    MoveReason,
    MoveState,
    Product,
    StockLevel,
    StockMove,
)
from models.money import ratio_half_up

ORDER_LINE = "order_line"
_NOTHING = Decimal(0)

_RESERVED = (
    sa.select(
        StockMove.id, StockMove.source_id, StockMove.product_id, StockMove.from_id, StockMove.qty
    )
    .where(
        StockMove.source_id.in_(sa.bindparam("lines", expanding=True)),
        StockMove.state == MoveState.RESERVED.value,
    )
    .order_by(StockMove.id)
)
_AT_WORK = (
    sa.select(
        StockMove.source_id,
        StockMove.product_id,
        StockMove.from_id,
        StockMove.to_id,
        StockMove.qty,
        StockMove.value_amount,
    )
    .where(
        StockMove.source_id.in_(sa.bindparam("lines", expanding=True)),
        StockMove.state == MoveState.DONE.value,
        sa.or_(
            StockMove.from_id == sa.bindparam("work"),
            StockMove.to_id == sa.bindparam("work"),
        ),
    )
    .order_by(StockMove.id)
)
_DROP = sa.delete(StockMove).where(
    StockMove.id == sa.bindparam("move"), StockMove.state == MoveState.RESERVED.value
)
_TURN = (
    sa.update(StockMove)
    .where(StockMove.id == sa.bindparam("move"), StockMove.state == MoveState.RESERVED.value)
    .values(qty=sa.bindparam("new_qty", type_=Qty()), state=sa.bindparam("new_state"))
)


@dataclass(frozen=True, slots=True)
class Want:
    """What an order line uses: ``qty`` in all, of which ``issued_qty`` has been taken to the car."""

    line_id: uuid.UUID
    product_id: uuid.UUID
    location_id: uuid.UUID
    qty: Decimal
    issued_qty: Decimal = _NOTHING


@dataclass(frozen=True, slots=True)
class Shortage:
    """A line whose goods are not there; quantities in the product's unit."""

    line_id: uuid.UUID
    product_id: uuid.UUID
    sku: str
    wanted_qty: Decimal
    available_qty: Decimal


@dataclass(frozen=True, slots=True)
class Promise:
    """Goods that are reserved for a line."""

    move_id: uuid.UUID
    line_id: uuid.UUID
    product_id: uuid.UUID
    location_id: uuid.UUID
    qty: Decimal


@dataclass(frozen=True, slots=True)
class _AtWork:
    """What a line has at the car: product, the store it came from last, quantity, its exact value."""

    product_id: uuid.UUID
    store_id: uuid.UUID
    qty: Decimal
    value_amount: int


def promises_of(
    connection: Connection, lines: Sequence[uuid.UUID]
) -> Mapping[uuid.UUID, Sequence[Promise]]:
    """What is reserved for each of these lines; a line without any is left out."""
    if not lines:
        return {}
    found: dict[uuid.UUID, list[Promise]] = {}
    for row in connection.execute(_RESERVED, {"lines": list(lines)}):
        promise = Promise(row.id, row.source_id, row.product_id, row.from_id, row.qty)
        found.setdefault(row.source_id, []).append(promise)
    return found


def _at_work(
    connection: Connection, lines: Sequence[uuid.UUID], work: uuid.UUID
) -> dict[uuid.UUID, _AtWork]:
    found: dict[uuid.UUID, _AtWork] = {}
    for row in connection.execute(_AT_WORK, {"lines": list(lines), "work": work}):
        sign = 1 if row.to_id == work else -1
        old = found.get(row.source_id)
        found[row.source_id] = _AtWork(
            row.product_id,
            row.from_id if sign > 0 or old is None else old.store_id,
            (old.qty if old else _NOTHING) + sign * row.qty,
            (old.value_amount if old else 0) + sign * row.value_amount,
        )
    return {line: held for line, held in found.items() if held.qty}


def reserve(
    tx: Tx, *, line_id: uuid.UUID, product_id: uuid.UUID, location_id: uuid.UUID, qty: Decimal
) -> uuid.UUID:
    """Promise goods of a store to a line; UserError SHORT says how much is free when it is less."""
    exact_qty("qty", qty)
    places = places_of(tx.connection, tx.actor.center_id)
    store = places.store(location_id)
    book = Book(tx, places, [(store, product_id)])
    book.hold(store, product_id, qty)
    book.close()
    move_id = new_id()
    tx.execute(
        sa.insert(StockMove),
        {
            "id": move_id,
            "center_id": tx.actor.center_id,
            "product_id": product_id,
            "from_id": store,
            "to_id": places.of_kind(LocationKind.WORK),
            "qty": qty,
            "value_amount": None,
            "state": MoveState.RESERVED.value,
            "reason": MoveReason.ISSUE.value,
            "source_kind": ORDER_LINE,
            "source_id": line_id,
            "note": None,
            "made_at": tx.now,
            "made_by_id": tx.actor.employee_id,
            "done_at": None,
            "reverses_id": None,
            "sha256": None,
        },
    )
    tx.touch("stock_move", move_id)
    tx.note(f"reserved/{move_id}", {"line": line_id, "product": product_id, "qty": qty})
    return move_id


def release(tx: Tx, *, line_id: uuid.UUID) -> Decimal:
    """Give back everything promised to the line; returns the quantity."""
    promises = promises_of(tx.connection, [line_id]).get(line_id, [])
    if not promises:
        return _NOTHING
    book = Book(
        tx,
        places_of(tx.connection, tx.actor.center_id),
        ((promise.location_id, promise.product_id) for promise in promises),
    )
    _settle(tx, book, promises, _NOTHING)
    book.close()
    return sum((promise.qty for promise in promises), _NOTHING)


def _settle(tx: Tx, book: Book, promises: Sequence[Promise], used: Decimal) -> None:
    """End reservations: ``used`` of them becomes done moves, the rest is cancelled and free again."""
    dropped: list[dict[str, object]] = []
    turned: list[dict[str, object]] = []
    for promise in promises:
        book.let_go(promise.location_id, promise.product_id, promise.qty)
        taken = min(used, promise.qty)
        used -= taken
        if taken == promise.qty:
            dropped.append({"move": promise.move_id})
        else:
            left = {"new_qty": promise.qty - taken, "new_state": MoveState.CANCELLED.value}
            turned.append({"move": promise.move_id, **left})
        tx.touch("stock_move", promise.move_id)
    _each(tx, _DROP, dropped)
    _each(tx, _TURN, turned)
    if turned:
        tx.note(
            f"released/{promises[0].move_id}",
            {str(row["move"]): row["new_qty"] for row in turned},
        )


def _each(tx: Tx, statement: sa.Delete | sa.Update, rows: Sequence[Mapping[str, object]]) -> None:
    """Run the statement for the rows; each must still be the reservation that was read."""
    if rows and tx.execute(statement, list(rows)) != len(rows):
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "inventory", "A reservation of this order was changed at the same moment."
                )
            ),
            reason=Reason.BUSY,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Nothing was changed. Please try again.")),
        )


def issue(
    tx: Tx, *, line_id: uuid.UUID, product_id: uuid.UUID, location_id: uuid.UUID, qty: Decimal
) -> int:
    """Take goods from the store to the car, the line's own reservation first; returns their value."""
    exact_qty("qty", qty)
    places = places_of(tx.connection, tx.actor.center_id)
    store = places.store(location_id)
    work = places.of_kind(LocationKind.WORK)
    mine = [
        promise
        for promise in promises_of(tx.connection, [line_id]).get(line_id, [])
        if (promise.location_id, promise.product_id) == (store, product_id)
    ]
    book = Book(tx, places, [(store, product_id), (work, product_id)])
    _use(tx, book, mine, qty)
    done = book.move(
        Step(
            product_id=product_id,
            from_id=store,
            to_id=work,
            qty=qty,
            reason=MoveReason.ISSUE,
            source_kind=ORDER_LINE,
            source_id=line_id,
        )
    )
    book.close()
    return done.value_amount


def _use(tx: Tx, book: Book, promises: Sequence[Promise], qty: Decimal) -> None:
    """Turn ``qty`` of the reservations into goods that go; what is promised beyond it stays promised."""
    dropped: list[dict[str, object]] = []
    turned: list[dict[str, object]] = []
    for promise in promises:
        taken = min(qty, promise.qty)
        qty -= taken
        if not taken:
            continue
        book.let_go(promise.location_id, promise.product_id, taken)
        tx.touch("stock_move", promise.move_id)
        if taken == promise.qty:
            dropped.append({"move": promise.move_id})
        else:
            left = {"new_qty": promise.qty - taken, "new_state": MoveState.RESERVED.value}
            turned.append({"move": promise.move_id, **left})
    _each(tx, _DROP, dropped)
    _each(tx, _TURN, turned)


def take_back(tx: Tx, *, line_id: uuid.UUID, qty: Decimal | None = None) -> int:
    """Bring goods of a line from the car back to the store they came from; returns their value.

    All of them (``qty`` None) go back at exactly the value that went; a part at its share of it.
    """
    places = places_of(tx.connection, tx.actor.center_id)
    work = places.of_kind(LocationKind.WORK)
    held = _at_work(tx.connection, [line_id], work).get(line_id)
    if held is None:
        if qty is None:
            return 0
        raise _not_at_work(_NOTHING, qty)
    wanted = held.qty if qty is None else exact_qty("qty", qty)
    if wanted > held.qty:
        raise _not_at_work(held.qty, wanted)
    book = Book(tx, places, [(held.store_id, held.product_id), (work, held.product_id)])
    done = book.move(
        Step(
            product_id=held.product_id,
            from_id=work,
            to_id=held.store_id,
            qty=wanted,
            value_amount=_share(held.value_amount, wanted, held.qty),
            reason=MoveReason.RETURN,
            source_kind=ORDER_LINE,
            source_id=line_id,
        )
    )
    book.close()
    return done.value_amount


def _share(value: int, part: Decimal, whole: Decimal) -> int:
    return ratio_half_up(value * milli(part), milli(whole))


def _not_at_work(held: Decimal, wanted: Decimal) -> UserError:
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "inventory", "{held} are out of the store for this line, not {wanted}."
            ),
            held=shown(held),
            wanted=shown(wanted),
        ),
        reason=Reason.SHORT,
    )


def consume(
    tx: Tx,
    wants: Sequence[Want],
    *,
    source_kind: str = ORDER_LINE,
    allow_negative: bool,
    promises: Mapping[uuid.UUID, Sequence[Promise]] | None = None,
) -> dict[uuid.UUID, int]:
    """Use goods up for a customer; returns the cost of each line in minor units.

    What was issued goes from the car at exactly the value it was issued with, the rest from the store at the
    moving average. Reservations of the lines end. Raises UserError SHORT naming the product that is not
    there, unless ``allow_negative``. ``promises`` are the lines' own, when the caller read them in this transaction
    under the lock of whom the lines belong to.
    """
    if not wants:
        return {}
    places = places_of(tx.connection, tx.actor.center_id)
    work = places.of_kind(LocationKind.WORK)
    lines = [want.line_id for want in wants]
    if promises is None:
        promises = promises_of(tx.connection, lines)
    is_issued = any(want.issued_qty for want in wants)
    held = _at_work(tx.connection, lines, work) if is_issued else {}
    wants = sorted(wants, key=lambda want: (want.product_id, want.line_id))
    pairs = {(want.location_id, want.product_id) for want in wants if want.qty > want.issued_qty}
    pairs |= {(work, want.product_id) for want in wants if want.issued_qty}
    pairs |= {(p.location_id, p.product_id) for mine in promises.values() for p in mine}
    book = Book(tx, places, pairs)
    rests = {want.line_id: want.qty - want.issued_qty for want in wants}
    for line_id, mine in promises.items():
        _settle(tx, book, mine, rests[line_id])
    costs = dict.fromkeys(lines, 0)
    for want in wants:
        for step in _steps_of(want, held.get(want.line_id), places, source_kind, allow_negative):
            costs[want.line_id] += book.move(step).value_amount
    book.close()
    return costs


def _steps_of(
    want: Want,
    held: _AtWork | None,
    places: Places,
    source_kind: str,
    may_overdraw: bool,  # noqa: FBT001 - handed on from the caller's keyword
) -> list[Step]:
    at_work = held.qty if held else _NOTHING
    if at_work != want.issued_qty:
        raise BugError(f"line {want.line_id}: {at_work} at work, not {want.issued_qty}")
    if want.issued_qty > want.qty:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("inventory", "{issued} were issued for a line of {qty}."),
                issued=shown(want.issued_qty),
                qty=shown(want.qty),
            ),
            reason=Reason.BLOCKED,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Take the rest back to the store first.")),
        )
    customer = places.of_kind(LocationKind.CUSTOMER)
    rest = want.qty - want.issued_qty
    parts = [
        (places.of_kind(LocationKind.WORK), want.issued_qty, held.value_amount if held else None)
    ]
    parts.append((want.location_id, rest, None))
    return [
        Step(
            product_id=want.product_id,
            from_id=from_id,
            to_id=customer,
            qty=qty,
            value_amount=value,
            reason=MoveReason.CONSUMPTION,
            source_kind=source_kind,
            source_id=want.line_id,
            may_overdraw=may_overdraw,
        )
        for from_id, qty, value in parts
        if qty
    ]


_AVAILABLE = (
    sa.select(
        Product.id,
        Product.sku,
        StockLevel.location_id,
        StockLevel.on_hand_qty,
        StockLevel.reserved_qty,
    )
    .select_from(sa.outerjoin(Product, StockLevel, StockLevel.product_id == Product.id))
    .where(Product.id.in_(sa.bindparam("products", expanding=True)))
)


def shortages(
    connection: Connection,
    wants: Sequence[Want],
    promises: Mapping[uuid.UUID, Sequence[Promise]] | None = None,
) -> list[Shortage]:
    """Lines whose goods are not there, in the order given; a line's own reservation counts as there.

    Several lines of one product share what is there: the later ones are short. ``promises``: as ``consume``.
    """
    if not wants:
        return []
    skus: dict[uuid.UUID, str] = {}
    free: dict[tuple[uuid.UUID, uuid.UUID], Decimal] = {}
    for row in connection.execute(_AVAILABLE, {"products": [want.product_id for want in wants]}):
        skus[row.id] = row.sku
        if row.location_id is not None:
            free[row.location_id, row.id] = row.on_hand_qty - row.reserved_qty
    own: dict[tuple[uuid.UUID, uuid.UUID, uuid.UUID], Decimal] = {}
    if promises is None:
        promises = promises_of(connection, [want.line_id for want in wants])
    for mine in promises.values():
        for promise in mine:
            key = (promise.line_id, promise.location_id, promise.product_id)
            own[key] = own.get(key, _NOTHING) + promise.qty
    for want in wants:
        place = (want.location_id, want.product_id)
        surplus = own.get((want.line_id, *place), _NOTHING) - (want.qty - want.issued_qty)
        free[place] = free.get(place, _NOTHING) + max(_NOTHING, surplus)
    found = []
    for want in wants:
        place = (want.location_id, want.product_id)
        rest = want.qty - want.issued_qty
        promised = min(rest, own.get((want.line_id, *place), _NOTHING))
        available = max(_NOTHING, free[place]) + promised
        if rest > available:
            sku = skus.get(want.product_id, "")
            found.append(Shortage(want.line_id, want.product_id, sku, rest, available))
        free[place] -= min(rest, available) - promised
    return found


_SOLD = (
    sa.select(
        StockMove.product_id,
        StockMove.from_id,
        StockMove.to_id,
        StockMove.qty,
        StockMove.value_amount,
    )
    .where(
        StockMove.source_id == sa.bindparam("line"),
        StockMove.state == MoveState.DONE.value,
        sa.or_(
            StockMove.from_id == sa.bindparam("customer"),
            StockMove.to_id == sa.bindparam("customer"),
        ),
    )
    .order_by(StockMove.id)
)


def bring_back(
    tx: Tx, *, line_id: uuid.UUID, qty: Decimal, location_id: uuid.UUID | None = None
) -> int:
    """Take sold goods of a line back from the customer, at their share of the cost; returns the value.

    What came back before counts: the last piece brings back the exact rest. SHORT when fewer were sold.
    """
    exact_qty("qty", qty)
    places = places_of(tx.connection, tx.actor.center_id)
    customer = places.of_kind(LocationKind.CUSTOMER)
    store = places.store(location_id)
    rows = tx.connection.execute(_SOLD, {"line": line_id, "customer": customer}).all()
    if not rows:
        raise _not_sold(_NOTHING, qty)
    product_id = rows[0].product_id
    book = Book(tx, places, [(store, product_id)])
    # read again: another desk may have taken some back while this one waited for the shelf
    rows = tx.connection.execute(_SOLD, {"line": line_id, "customer": customer}).all()
    signs = [1 if row.to_id == customer else -1 for row in rows]
    sold = sum((sign * row.qty for sign, row in zip(signs, rows, strict=True)), _NOTHING)
    value = sum(sign * row.value_amount for sign, row in zip(signs, rows, strict=True))
    if qty > sold:
        raise _not_sold(sold, qty)
    done = book.move(
        Step(
            product_id=product_id,
            from_id=customer,
            to_id=store,
            qty=qty,
            value_amount=_share(value, qty, sold),
            reason=MoveReason.RETURN,
            source_kind=ORDER_LINE,
            source_id=line_id,
        )
    )
    book.close()
    return done.value_amount


def _not_sold(sold: Decimal, wanted: Decimal) -> UserError:
    return UserError(
        say(
            QT_TRANSLATE_NOOP(
                "inventory", "{sold} of this line are with the customer, not {wanted}."
            ),
            sold=shown(sold),
            wanted=shown(wanted),
        ),
        reason=Reason.SHORT,
    )
