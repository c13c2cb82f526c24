"""Goods in and out apart from orders: receipts, opening stock, adjustments, scrap, returns, counter-moves."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import sqlalchemy as sa

from app.inventory.ledger import Book, Posted, Step, chunks, exact_qty, shown
from app.inventory.places import Place, places_of
from app.inventory.products import stock_units
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    FinalError,
    NotFoundError,
    Reason,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action, cleaned
from models.access import Permission
from models.base import Amount, milli, new_id
from models.inventory import LocationKind, MoveReason, MoveState, Product, StockMove
from models.money import half_up, ratio_half_up
from models.recognition import DecidedInvoice

_LAST_COST = (
    sa.update(Product)
    .where(Product.id == sa.bindparam("product"))
    .values(last_cost_amount=sa.bindparam("cost", type_=Amount()))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """Goods from a vendor. ``cost_amount`` (minor units, without tax) is for one unit of ``qty``.

    With ``in_purchase_units`` the quantity counts drums and boxes; the stock counts litres and pieces.
    """

    product_id: uuid.UUID
    qty: Decimal
    cost_amount: int
    in_purchase_units: bool = False
    location_id: uuid.UUID | None = None
    note: str | None = None
    source_kind: str = "receipt"
    source_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """One product of a delivery; ``cost_amount`` (minor units, without tax) is for one unit of ``qty``."""

    product_id: uuid.UUID
    qty: Decimal
    cost_amount: int
    in_purchase_units: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveGoods:
    """A whole delivery into one store (None: the main one), under the supplier's document.

    ``reading``: what a person took over of the photo of the invoice, for the audit; None when it was typed.
    """

    lines: tuple[Arrived, ...]
    document: str | None = None
    location_id: uuid.UUID | None = None
    reading: DecidedInvoice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is there on the first day: ``cost_amount`` (minor units) is for one unit of stock."""

    product_id: uuid.UUID
    qty: Decimal
    cost_amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStock:
    """The opening stock of a store, as a whole or in portions."""

    rows: tuple[Opening, ...]
    location_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class OpenedStock:
    """How many products got their opening stock, and how many had it already."""

    opened: int
    skipped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust:
    """Make the books say what was counted.

    ``expected_qty`` is what the screen showed while counting: another value now is refused.
    ``cost_amount`` values what was found (one unit); None takes the moving average.
    """

    product_id: uuid.UUID
    counted_qty: Decimal
    reason: str
    location_id: uuid.UUID | None = None
    expected_qty: Decimal | None = None
    cost_amount: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Goods that leave a store for good: to scrap, or back to the vendor."""

    product_id: uuid.UUID
    qty: Decimal
    reason: str
    location_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReverseMove:
    """Bring back exactly what a done move took."""

    move_id: uuid.UUID
    reason: str


@action(
    "inventory.receive",
    permission=Permission.INVENTORY_RECEIVE,
    label=QT_TRANSLATE_NOOP("inventory", "Receive goods"),
)
def receive(tx: Tx, command: Receive) -> uuid.UUID:
    """Put bought goods on the shelf and remember their cost; returns the move's id."""
    tx.about("product", command.product_id)
    return receive_all(tx, [command])[0].move_id


@action(
    "inventory.receive_goods",
    permission=Permission.INVENTORY_RECEIVE,
    label=QT_TRANSLATE_NOOP("inventory", "Receive a delivery"),
)
def receive_goods(tx: Tx, command: ReceiveGoods) -> uuid.UUID:
    """Put a delivery on the shelf, all of it or nothing; returns the id its moves carry as their source."""
    if not command.lines:
        raise invalid("lines", QT_TRANSLATE_NOOP("inventory", "A delivery has at least one line."))
    delivery_id = new_id()
    tx.about("receipt", delivery_id)
    if command.reading is not None:
        tx.note("reading", command.reading.journal())
    receive_all(
        tx,
        [
            Receive(
                product_id=line.product_id,
                qty=line.qty,
                cost_amount=line.cost_amount,
                in_purchase_units=line.in_purchase_units,
                location_id=command.location_id,
                note=command.document,
                source_id=delivery_id,
            )
            for line in command.lines
        ],
    )
    return delivery_id


def receive_all(tx: Tx, receipts: Sequence[Receive]) -> list[Posted]:
    """Receive several products at once, in the order given."""
    places = places_of(tx.connection, tx.actor.center_id)
    vendor = places.of_kind(LocationKind.VENDOR)
    units = stock_units(tx, [r.product_id for r in receipts])
    steps = []
    costs: dict[uuid.UUID, int] = {}
    for receipt in receipts:
        if receipt.cost_amount < 0:
            raise invalid(
                "cost_amount", QT_TRANSLATE_NOOP("inventory", "A cost is nothing or more.")
            )
        exact_qty("qty", receipt.qty)
        factor = units[receipt.product_id].factor if receipt.in_purchase_units else Decimal(1)
        qty = exact_qty("qty", receipt.qty * factor)
        value = half_up(Fraction(receipt.qty) * receipt.cost_amount)
        costs[receipt.product_id] = half_up(Fraction(value) / Fraction(qty))
        steps.append(
            Step(
                product_id=receipt.product_id,
                from_id=vendor,
                to_id=places.store(receipt.location_id),
                qty=qty,
                value_amount=value,
                reason=MoveReason.RECEIPT,
                source_kind=receipt.source_kind,
                source_id=receipt.source_id,
                note=cleaned(receipt.note),
            )
        )
    book = Book(tx, places, ((step.to_id, step.product_id) for step in steps))
    done = [book.move(step) for step in steps]
    book.close()
    _remember_costs(tx, {p: (units[p].last_cost_amount, cost) for p, cost in costs.items()})
    return done


def _remember_costs(tx: Tx, costs: dict[uuid.UUID, tuple[int | None, int]]) -> None:
    """After the levels, so that everybody locks levels first and products second."""
    changed = {p: pair for p, pair in sorted(costs.items()) if pair[0] != pair[1]}
    if not changed:
        return
    tx.execute(_LAST_COST, [{"product": p, "cost": new} for p, (_, new) in changed.items()])
    for product_id, pair in changed.items():
        tx.note(f"product/{product_id}", {"set": {"last_cost_amount": list(pair)}})


@action(
    "inventory.open_stock",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "Opening stock"),
)
def open_stock(tx: Tx, command: OpenStock) -> OpenedStock:
    """Book the opening stock; a product that has one in this store is skipped, so a repetition does nothing."""
    places = places_of(tx.connection, tx.actor.center_id)
    store = places.store(command.location_id)
    tx.about("location", store)
    rows = {row.product_id: row for row in command.rows}
    units = stock_units(tx, list(rows))
    book = Book(tx, places, ((store, product_id) for product_id in rows))
    opened = _opened(tx, store, rows)
    fresh = [row for product_id, row in rows.items() if product_id not in opened]
    for row in fresh:
        if row.cost_amount < 0:
            raise invalid(
                "cost_amount", QT_TRANSLATE_NOOP("inventory", "A cost is nothing or more.")
            )
        book.move(
            Step(
                product_id=row.product_id,
                from_id=places.of_kind(LocationKind.ADJUSTMENT),
                to_id=store,
                qty=row.qty,
                value_amount=half_up(Fraction(row.qty) * row.cost_amount),
                reason=MoveReason.OPENING,
                source_kind="opening",
                source_id=store,
            )
        )
    book.close()
    costs: dict[uuid.UUID, tuple[int | None, int]] = {
        row.product_id: (None, row.cost_amount)
        for row in fresh
        if units[row.product_id].last_cost_amount is None
    }
    _remember_costs(tx, costs)
    return OpenedStock(len(fresh), len(command.rows) - len(fresh))


def _opened(tx: Tx, store: uuid.UUID, products: dict[uuid.UUID, Opening]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for part in chunks(products):
        found.update(
            tx.connection.execute(
                sa.select(StockMove.product_id).where(
                    StockMove.product_id.in_(part),
                    StockMove.to_id == store,
                    StockMove.reason == MoveReason.OPENING.value,
                )
            ).scalars()
        )
    return found


@action(
    "inventory.adjust",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "Adjust stock"),
)
def adjust(tx: Tx, command: Adjust) -> uuid.UUID | None:
    """Set the quantity to what was counted; returns the move, None when the books were right.

    Below what is reserved it is refused until the reservations are released (F45).
    """
    tx.about("product", command.product_id)
    reason = _reason(command.reason)
    if command.counted_qty:
        exact_qty("counted_qty", command.counted_qty)
    places = places_of(tx.connection, tx.actor.center_id)
    store = places.store(command.location_id)
    aside = places.of_kind(LocationKind.ADJUSTMENT)
    book = Book(tx, places, [(store, command.product_id)])
    _refuse_count(book, places.place(store), command)
    change = command.counted_qty - book.on_hand_qty(store, command.product_id)
    if not change:
        book.close()
        return None
    qty, is_more = abs(change), change > 0
    value = None
    if is_more:
        value = _found_value(book, store, qty, command)
    done = book.move(
        Step(
            product_id=command.product_id,
            from_id=aside if is_more else store,
            to_id=store if is_more else aside,
            qty=qty,
            value_amount=value,
            reason=MoveReason.ADJUSTMENT,
            source_kind="adjustment",
            note=reason,
        )
    )
    book.close()
    return done.move_id


def _found_value(book: Book, store: uuid.UUID, qty: Decimal, command: Adjust) -> int:
    if command.cost_amount is None:
        return book.worth(store, command.product_id, qty)
    if command.cost_amount < 0:
        raise invalid("cost_amount", QT_TRANSLATE_NOOP("inventory", "A cost is nothing or more."))
    return ratio_half_up(command.cost_amount * milli(qty), 1000)


def _refuse_count(book: Book, store: Place, command: Adjust) -> None:
    on_hand = book.on_hand_qty(store.id, command.product_id)
    if command.expected_qty is not None and command.expected_qty != on_hand:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "inventory", "Meanwhile {sku} moved: the books say {now}, not {then}."
                ),
                sku=book.sku(command.product_id),
                now=shown(on_hand),
                then=shown(command.expected_qty),
            ),
            reason=Reason.CHANGED,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Count again.")),
        )
    reserved = book.reserved_qty(store.id, command.product_id)
    if command.counted_qty < reserved:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "inventory", "{reserved} of {sku} are reserved for orders, {counted} counted."
                ),
                reserved=shown(reserved),
                sku=book.sku(command.product_id),
                counted=shown(command.counted_qty),
            ),
            reason=Reason.BLOCKED,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Release reservations first.")),
        )


def _reason(text: str) -> str:
    reason = cleaned(text)
    if not reason:
        raise invalid("reason", QT_TRANSLATE_NOOP("inventory", "Say why: it stays in the books."))
    return reason


@action(
    "inventory.scrap",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "Scrap"),
)
def scrap(tx: Tx, command: TakeOut) -> uuid.UUID:
    """Write goods off at the moving average; returns the move."""
    return _take_out(tx, command, LocationKind.SCRAP, MoveReason.SCRAP)


@action(
    "inventory.return_to_vendor",
    permission=Permission.INVENTORY_RECEIVE,
    label=QT_TRANSLATE_NOOP("inventory", "Return to vendor"),
)
def return_to_vendor(tx: Tx, command: TakeOut) -> uuid.UUID:
    """Send goods back to who sold them, at the moving average; returns the move."""
    return _take_out(tx, command, LocationKind.VENDOR, MoveReason.RETURN)


def _take_out(tx: Tx, command: TakeOut, kind: LocationKind, reason: MoveReason) -> uuid.UUID:
    tx.about("product", command.product_id)
    note = _reason(command.reason)
    places = places_of(tx.connection, tx.actor.center_id)
    store = places.store(command.location_id)
    book = Book(tx, places, [(store, command.product_id)])
    done = book.move(
        Step(
            product_id=command.product_id,
            from_id=store,
            to_id=places.of_kind(kind),
            qty=command.qty,
            reason=reason,
            source_kind=reason.value,
            note=note,
        )
    )
    book.close()
    return done.move_id


@action(
    "inventory.reverse",
    permission=Permission.INVENTORY_ADJUST,
    label=QT_TRANSLATE_NOOP("inventory", "Counter-move"),
)
def reverse(tx: Tx, command: ReverseMove) -> uuid.UUID:
    """Mend a wrong move by its counter-move; the wrong one stays in the books."""
    tx.about("stock_move", command.move_id)
    return reverse_move(tx, command.move_id, note=_reason(command.reason))


def reverse_move(tx: Tx, move_id: uuid.UUID, *, note: str | None = None) -> uuid.UUID:
    """Bring back exactly the quantity and the value a done move took; once for each move."""
    move = tx.connection.execute(
        sa.select(
            StockMove.product_id,
            StockMove.from_id,
            StockMove.to_id,
            StockMove.qty,
            StockMove.value_amount,
            StockMove.state,
            StockMove.reason,
            StockMove.source_kind,
            StockMove.source_id,
        ).where(StockMove.id == move_id, StockMove.center_id == tx.actor.center_id)
    ).one_or_none()
    if move is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("inventory", "This move does not exist.")))
    is_own = move.reason == MoveReason.REVERSAL or move.source_kind in {"transfer", "revaluation"}
    if move.state != MoveState.DONE or is_own:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "inventory", "A move of this kind ({kind}) has no counter-move of its own."
                ),
                kind=move.source_kind if move.state == MoveState.DONE else move.state,
            ),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("inventory", "Move the goods anew, or adjust the stock.")),
        )
    places = places_of(tx.connection, tx.actor.center_id)
    pairs = [(place, move.product_id) for place in (move.from_id, move.to_id)]
    book = Book(tx, places, pairs)
    again = tx.connection.execute(
        sa.select(StockMove.id).where(
            StockMove.product_id == move.product_id, StockMove.reverses_id == move_id
        )
    ).first()
    if again is not None:
        raise FinalError("stock_move")
    done = book.move(
        Step(
            product_id=move.product_id,
            from_id=move.to_id,
            to_id=move.from_id,
            qty=move.qty,
            value_amount=move.value_amount,
            reason=MoveReason.REVERSAL,
            source_kind=move.source_kind,
            source_id=move.source_id,
            note=note,
            reverses_id=move_id,
        )
    )
    book.close()
    return done.move_id
