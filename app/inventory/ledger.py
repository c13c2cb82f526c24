"""The ledger of goods: every move and the balance it makes, written together or not at all.

Rules of the ledger, named in their tests:

L1  A quantity leaves one place and enters another; value goes with it.
L2  Goods leave one of our places at the moving average, ``half_up(value × qty / on hand)``; what empties a
    place takes the whole value, so nothing on hand is worth nothing.
L3  Nothing leaves that is not free (on hand less reserved), unless the center's policy lets books go negative.
L4  What leaves below zero is valued at the last known cost. When goods arrive, the missing quantity is mended:
    it comes back from *adjustment* at the value it left with and goes there again at the cost of the
    arrival, so that what stays on the shelf is worth what was paid for it.
L5  A done move is hashed and final; a counter-move brings back exactly what went.
L6  The levels of all places a step touches are locked first, sorted, on PostgreSQL by their rows; on SQLite
    there is one writer. Each level is then written only if it still is what was read.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice

import sqlalchemy as sa

from app.inventory.places import STORES, Place, Places
from app.kernel.adding import put
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BugError,
    NotFoundError,
    Reason,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx
from models.base import EPOCH, MICROSECOND, Whole, milli, new_id, table_of
from models.inventory import (
    Location,
    LocationKind,
    MoveReason,
    MoveState,
    Product,
    StockLevel,
    StockMove,
)
from models.money import ratio_half_up
from sync.wire.canonical import canonical, sha256_hex

_MANY = 1000
_HASHED = (
    "id",
    "center_id",
    "product_id",
    "from_id",
    "to_id",
    "qty",
    "value_amount",
    "state",
    "reason",
    "source_kind",
    "source_id",
    "note",
    "made_at",
    "made_by_id",
    "done_at",
    "reverses_id",
)


def move_hash(row: Mapping[str, object]) -> str:
    """SHA-256 (hex) over everything a done move says; ``row`` maps the columns of ``stock_move``."""
    return sha256_hex(canonical([_spelled(row[name]) for name in _HASHED]))


def _spelled(value: object) -> str | int | None:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(milli(value))
    if isinstance(value, datetime):
        return (value - EPOCH) // MICROSECOND
    return str(value)


def shown(qty: Decimal) -> str:
    """A quantity as a sentence shows it: no trailing zeros, no exponent."""
    return f"{qty.normalize():f}"


def exact_qty(field_name: str, qty: Decimal) -> Decimal:
    """The quantity, when it is above zero and exact to 0.001; InvalidError otherwise."""
    if not qty.is_finite() or qty <= 0:
        raise invalid(
            field_name, QT_TRANSLATE_NOOP("inventory", "The quantity must be above zero.")
        )
    try:
        milli(qty)
    except ValueError as error:
        raise invalid(
            field_name,
            QT_TRANSLATE_NOOP("inventory", "{qty} is finer than 0.001."),
            qty=shown(qty),
        ) from error
    return qty


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One quantity to move. ``value_amount`` None: the moving average of the place it leaves.

    ``may_overdraw`` lets the books of the place go below zero (L4).
    """

    product_id: uuid.UUID
    from_id: uuid.UUID
    to_id: uuid.UUID
    qty: Decimal
    reason: MoveReason
    source_kind: str
    source_id: uuid.UUID | None = None
    value_amount: int | None = None
    note: str | None = None
    reverses_id: uuid.UUID | None = None
    may_overdraw: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """A done move: its id and the value that went along, in minor units."""

    move_id: uuid.UUID
    value_amount: int


@dataclass(frozen=True, slots=True)
class _Goods:
    sku: str
    name: str
    unit: str
    min_qty: int | None
    last_cost_amount: int | None


@dataclass(slots=True)
class _Level:
    """A locked balance, in thousandths and minor units; ``before`` is what the database holds."""

    id: uuid.UUID
    location_id: uuid.UUID
    product_id: uuid.UUID
    on_hand: int
    reserved: int
    value: int
    before: tuple[int, int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.before = (self.on_hand, self.reserved, self.value)

    def worth(self, qty: int, last_cost_amount: int | None) -> int:
        """What ``qty`` thousandths cost at the moving average; below zero at the last known cost."""
        if self.on_hand > 0:
            return ratio_half_up(self.value * qty, self.on_hand)
        if self.on_hand < 0:
            return ratio_half_up(-self.value * qty, -self.on_hand)
        return ratio_half_up((last_cost_amount or 0) * qty, 1000)


def _whole(column: sa.orm.InstrumentedAttribute[Decimal]) -> sa.ColumnElement[int]:
    return sa.type_coerce(column, Whole())


_GOODS = (
    Product.sku,
    Product.name,
    Product.unit,
    sa.type_coerce(Product.min_qty, Whole()).label("min_qty"),
    Product.last_cost_amount,
)
_LOCK = (
    sa.select(
        StockLevel.id,
        StockLevel.location_id,
        StockLevel.product_id,
        _whole(StockLevel.on_hand_qty).label("on_hand"),
        _whole(StockLevel.reserved_qty).label("reserved"),
        StockLevel.value_amount.label("value"),
        *_GOODS,
    )
    .join(Product, Product.id == StockLevel.product_id)
    .where(
        Product.center_id == sa.bindparam("center"),
        StockLevel.product_id.in_(sa.bindparam("products", expanding=True)),
        StockLevel.location_id.in_(sa.bindparam("locations", expanding=True)),
    )
    .order_by(StockLevel.product_id, StockLevel.location_id)
    .with_for_update(of=StockLevel)
)
_KNOWN = sa.select(Product.id, *_GOODS).where(
    Product.center_id == sa.bindparam("center"),
    Product.id.in_(sa.bindparam("products", expanding=True)),
)
_OPEN_LEVEL = sa.text(
    "INSERT INTO stock_level (id, product_id, location_id, on_hand_qty, reserved_qty, value_amount) "
    "VALUES (:id, :product, :location, 0, 0, 0) ON CONFLICT (product_id, location_id) DO NOTHING"
).bindparams(
    sa.bindparam("id", type_=StockLevel.id.type),
    sa.bindparam("product", type_=StockLevel.id.type),
    sa.bindparam("location", type_=StockLevel.id.type),
)
_WRITE = (
    sa.update(StockLevel)
    .where(
        StockLevel.id == sa.bindparam("level"),
        _whole(StockLevel.on_hand_qty) == sa.bindparam("was_on_hand", type_=Whole()),
        _whole(StockLevel.reserved_qty) == sa.bindparam("was_reserved", type_=Whole()),
        StockLevel.value_amount == sa.bindparam("was_value", type_=Whole()),
    )
    .values(
        on_hand_qty=sa.bindparam("new_on_hand", type_=Whole()),
        reserved_qty=sa.bindparam("new_reserved", type_=Whole()),
        value_amount=sa.bindparam("new_value", type_=Whole()),
    )
)
FREE = (
    sa.select(
        StockLevel.product_id,
        sa.type_coerce(
            sa.func.sum(StockLevel.on_hand_qty - StockLevel.reserved_qty), Whole()
        ).label("free"),
    )
    .join(Location, Location.id == StockLevel.location_id)
    .where(
        StockLevel.product_id.in_(sa.bindparam("products", expanding=True)),
        Location.kind.in_(sorted(STORES)),
    )
    .group_by(StockLevel.product_id)
)
_DIP = (
    sa.update(Product)
    .where(Product.id == sa.bindparam("product"), Product.low_since_at.is_(None))
    .values(low_since_at=sa.bindparam("at"), dip_count=Product.dip_count + 1)
)
_RISE = (
    sa.update(Product)
    .where(Product.id == sa.bindparam("product"), Product.low_since_at.is_not(None))
    .values(low_since_at=None)
)


def mark_dips(tx: Tx, fallen: Iterable[uuid.UUID], risen: Iterable[uuid.UUID]) -> None:
    """Remember since when products are below their minimum, and that others no longer are."""
    if down := sorted(fallen):
        tx.execute(_DIP, [{"product": product, "at": tx.now} for product in down])
    if up := sorted(risen):
        tx.execute(_RISE, [{"product": product} for product in up])


def chunks(ids: Iterable[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    """The ids, sorted, in portions a statement can hold."""
    rest = iter(sorted(set(ids)))
    while part := list(islice(rest, _MANY)):
        yield part


class Book:
    """The locked levels of some goods in some places, changed in memory and written at the end by ``close``."""

    def __init__(
        self, tx: Tx, places: Places, wanted: Iterable[tuple[uuid.UUID, uuid.UUID]]
    ) -> None:
        """Lock the levels of (location, product) pairs; opens those that are not there yet."""
        self._tx = tx
        self._places = places
        self._goods: dict[uuid.UUID, _Goods] = {}
        self._levels: dict[tuple[uuid.UUID, uuid.UUID], _Level] = {}
        self._moves: list[dict[str, object]] = []
        pairs = {pair for pair in wanted if places.place(pair[0]).is_own}
        self._lock(pairs)
        missing = sorted(pairs - self._levels.keys(), key=lambda pair: (pair[1], pair[0]))
        if missing:
            self._meet({product for _, product in missing})
            tx.execute(
                _OPEN_LEVEL,
                [{"id": new_id(), "product": p, "location": place} for place, p in missing],
            )
            self._lock(set(missing))

    def _lock(self, pairs: set[tuple[uuid.UUID, uuid.UUID]]) -> None:
        locations = sorted({place for place, _ in pairs})
        for products in chunks(product for _, product in pairs):
            rows = self._tx.connection.execute(
                _LOCK,
                {
                    "center": self._tx.actor.center_id,
                    "products": products,
                    "locations": locations,
                },
            )
            for row in rows:
                self._levels[row.location_id, row.product_id] = _Level(
                    row.id, row.location_id, row.product_id, row.on_hand, row.reserved, row.value
                )
                self._goods[row.product_id] = _Goods(
                    row.sku, row.name, row.unit, row.min_qty, row.last_cost_amount
                )

    def _meet(self, products: set[uuid.UUID]) -> None:
        for part in chunks(products - self._goods.keys()):
            rows = self._tx.connection.execute(
                _KNOWN, {"center": self._tx.actor.center_id, "products": part}
            )
            for row in rows:
                self._goods[row.id] = _Goods(
                    row.sku, row.name, row.unit, row.min_qty, row.last_cost_amount
                )
        if products - self._goods.keys():
            raise NotFoundError(
                say(QT_TRANSLATE_NOOP("inventory", "This product does not exist any more."))
            )

    def free_qty(self, location_id: uuid.UUID, product_id: uuid.UUID) -> Decimal:
        """On hand less reserved."""
        level = self._levels[location_id, product_id]
        return Decimal(level.on_hand - level.reserved).scaleb(-3)

    def on_hand_qty(self, location_id: uuid.UUID, product_id: uuid.UUID) -> Decimal:
        """What is in the place."""
        return Decimal(self._levels[location_id, product_id].on_hand).scaleb(-3)

    def reserved_qty(self, location_id: uuid.UUID, product_id: uuid.UUID) -> Decimal:
        """What of it is promised to orders."""
        return Decimal(self._levels[location_id, product_id].reserved).scaleb(-3)

    def worth(self, location_id: uuid.UUID, product_id: uuid.UUID, qty: Decimal) -> int:
        """What a quantity there costs now; at the last known cost when nothing is on hand."""
        level = self._levels[location_id, product_id]
        return level.worth(milli(qty), self._goods[product_id].last_cost_amount)

    def sku(self, product_id: uuid.UUID) -> str:
        """The product's number, for sentences."""
        return self._goods[product_id].sku

    def hold(self, location_id: uuid.UUID, product_id: uuid.UUID, qty: Decimal) -> None:
        """Reserve; UserError SHORT when more is wanted than is free."""
        level = self._levels[location_id, product_id]
        if level.on_hand - level.reserved < milli(qty):
            raise self.short(location_id, product_id, qty)
        level.reserved += milli(qty)

    def let_go(self, location_id: uuid.UUID, product_id: uuid.UUID, qty: Decimal) -> None:
        """Take a reservation off."""
        self._levels[location_id, product_id].reserved -= milli(qty)

    def short(self, location_id: uuid.UUID, product_id: uuid.UUID, wanted: Decimal) -> UserError:
        """The refusal in words: what, where, how much is free, how much was wanted."""
        goods = self._goods[product_id]
        free = max(Decimal(0), self.free_qty(location_id, product_id))
        return UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "inventory", "{sku} {name}: {free} {unit} free in “{place}”, {wanted} wanted."
                ),
                sku=goods.sku,
                name=goods.name,
                free=shown(free),
                unit=goods.unit,
                place=self._places.place(location_id).name,
                wanted=shown(wanted),
            ),
            reason=Reason.SHORT,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "inventory",
                    "Receive goods, take them from another store, or change the quantity.",
                )
            ),
            details={"product_id": str(product_id), "free": shown(free), "wanted": shown(wanted)},
        )

    def move(self, step: Step) -> Posted:
        """Carry one step out (L1 to L4)."""
        exact_qty("qty", step.qty)
        if self._own(step.from_id):
            value = self._leave(step)
        elif step.value_amount is None:
            message = "goods that come from outside need a value"
            raise BugError(message)
        else:
            value = step.value_amount
        done = self._done(step, value)
        if self._own(step.to_id):
            self._enter(step, value)
        return done

    def _own(self, location_id: uuid.UUID) -> Place | None:
        place = self._places.place(location_id)
        return place if place.is_own else None

    def _leave(self, step: Step) -> int:
        level = self._levels[step.from_id, step.product_id]
        qty = milli(step.qty)
        left = level.on_hand - qty
        if left < level.reserved and not step.may_overdraw:
            raise self.short(step.from_id, step.product_id, step.qty)
        average = level.worth(qty, self._goods[step.product_id].last_cost_amount)
        value = average if step.value_amount is None else step.value_amount
        rest = level.value - value
        if value != average and ((left == 0 and rest != 0) or (left > 0 and rest < 0)):
            # what stays would be worth less than nothing: the difference of value goes to adjustment
            self._revalue(step, step.from_id, step.qty, average, value)
            level.value += value - average
        level.on_hand = left
        level.value -= value
        return value

    def _enter(self, step: Step, value: int) -> None:
        level = self._levels[step.to_id, step.product_id]
        qty = milli(step.qty)
        missing = min(qty, -level.on_hand)
        if missing > 0:
            left_with = ratio_half_up(-level.value * missing, -level.on_hand)
            cost = ratio_half_up(value * missing, qty)
        level.on_hand += qty
        level.value += value
        if missing > 0 and left_with != cost:
            mended = Decimal(missing).scaleb(-3)
            self._revalue(step, step.to_id, mended, cost, left_with)
            level.value += left_with - cost

    def _revalue(self, step: Step, at: uuid.UUID, qty: Decimal, out: int, back: int) -> None:
        """Two moves that leave the quantity alone and change its value from ``out`` to ``back``."""
        aside = self._places.of_kind(LocationKind.ADJUSTMENT)
        for from_id, to_id, value in ((at, aside, out), (aside, at, back)):
            self._done(
                Step(
                    product_id=step.product_id,
                    from_id=from_id,
                    to_id=to_id,
                    qty=qty,
                    reason=MoveReason.ADJUSTMENT,
                    source_kind="revaluation",
                    source_id=step.source_id,
                ),
                value,
            )

    def _done(self, step: Step, value: int) -> Posted:
        tx = self._tx
        row: dict[str, object] = {
            "id": new_id(),
            "center_id": tx.actor.center_id,
            "product_id": step.product_id,
            "from_id": step.from_id,
            "to_id": step.to_id,
            "qty": step.qty,
            "value_amount": value,
            "state": MoveState.DONE.value,
            "reason": step.reason.value,
            "source_kind": step.source_kind,
            "source_id": step.source_id,
            "note": step.note,
            "made_at": tx.now,
            "made_by_id": tx.actor.employee_id,
            "done_at": tx.now,
            "reverses_id": step.reverses_id,
        }
        row["sha256"] = move_hash(row)
        self._moves.append(row)
        move_id = row["id"]
        if not isinstance(move_id, uuid.UUID):
            raise BugError("a move without an id")
        return Posted(move_id, value)

    def close(self) -> None:
        """Write the moves and the levels; remember dips below the minimum."""
        changed = [
            level
            for level in self._levels.values()
            if (level.on_hand, level.reserved, level.value) != level.before
        ]
        if self._moves:
            put(self._tx.connection, table_of(StockMove), self._moves)
            self._prove()
        if not changed:
            return
        changed.sort(key=lambda level: (level.product_id, level.location_id))
        written = self._tx.execute(_WRITE, [_write_row(level) for level in changed])
        if written != len(changed):
            raise BugError("a stock level changed although it was locked")
        for level in changed:
            self._tx.touch("stock_level", level.id)
            self._tx.touch("product", level.product_id)
        self._watch(changed)

    def _prove(self) -> None:
        """Leave in the audit which moves this action made: their number and one hash over all of them."""
        hashes = "".join(str(row["sha256"]) for row in self._moves)
        first = self._moves[0]["id"]
        self._tx.note(
            f"stock_moves/{first}",
            {"count": len(self._moves), "sha256": sha256_hex(hashes.encode("ascii"))},
        )
        for row in self._moves:
            if isinstance(move_id := row["id"], uuid.UUID):
                self._tx.touch("stock_move", move_id)

    def _watch(self, changed: Sequence[_Level]) -> None:
        """F52: one alert for each dip below the minimum, none while the stock stays low."""
        delta: dict[uuid.UUID, int] = {}
        for level in changed:
            if self._places.place(level.location_id).kind in STORES:
                was = level.before[0] - level.before[1]
                now = level.on_hand - level.reserved
                delta[level.product_id] = delta.get(level.product_id, 0) + now - was
        watched = [p for p, d in delta.items() if d and self._goods[p].min_qty is not None]
        fallen, risen = [], []
        for part in chunks(watched):
            for row in self._tx.connection.execute(FREE, {"products": part}):
                minimum = self._goods[row.product_id].min_qty or 0
                if row.free < minimum <= row.free - delta[row.product_id]:
                    fallen.append(row.product_id)
                elif row.free - delta[row.product_id] < minimum <= row.free:
                    risen.append(row.product_id)
        mark_dips(self._tx, fallen, risen)
        if fallen:
            self._tx.note("low_stock", sorted(self._goods[p].sku for p in fallen))


def _write_row(level: _Level) -> dict[str, object]:
    return {
        "level": level.id,
        "was_on_hand": level.before[0],
        "was_reserved": level.before[1],
        "was_value": level.before[2],
        "new_on_hand": level.on_hand,
        "new_reserved": level.reserved,
        "new_value": level.value,
    }
