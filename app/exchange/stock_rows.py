"""Opening stock: what lay on the shelves on the first day, booked once for each product and store."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Final

import sqlalchemy as sa

from app.exchange.catalog_rows import Codes, product_ids
from app.exchange.report import Ledger, Outcome
from app.exchange.rows import ParsedRow
from app.inventory import Opening, OpenStock, Place, list_locations, open_stock
from app.inventory.products import sku_key
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.tx import Tx
from models.inventory import MoveReason, Product, StockMove
from models.money import half_up
from models.text import fold

_PORTION: Final = 500


@dataclass(slots=True)
class _Pile:
    """Rows of one product in one store: the sum is what is booked."""

    rows: list[ParsedRow]
    qty: Decimal
    value: Fraction


@dataclass(slots=True)
class StockWriter:
    """Turns rows into opening stock; a product that has one in that store already is left alone."""

    tx: Tx
    ledger: Ledger
    codes: Codes
    _stores: dict[str, Place] = field(default_factory=dict)
    _main: Place | None = None
    _rows: list[tuple[ParsedRow, str, Place]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Learn the stores by code and by name."""
        stores = [place for place in list_locations(self.tx.read) if not place.is_archived]
        self._main = stores[0] if stores else None
        for place in stores:
            self._stores.setdefault(fold(place.code), place)
            self._stores.setdefault(fold(place.name), place)

    def take(self, row: ParsedRow) -> None:
        """Find the product and the store the row means."""
        code = row.get("code")
        if sku_key(code) not in self.codes.by_key:
            self.ledger.refuse(
                row,
                "code",
                say(QT_TRANSLATE_NOOP("exchange", "The catalog has no “{code}”."), code=code),
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "Import the price list first, or correct the number."
                    )
                ),
                value=code,
            )
            return
        named = row.get("location")
        place = self._stores.get(fold(named)) if named else self._main
        if place is None:
            self.ledger.refuse(
                row,
                "location",
                say(QT_TRANSLATE_NOOP("exchange", "There is no store “{name}”."), name=named or ""),
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange",
                        "Open the store first, or leave the cell empty for the main one.",
                    )
                ),
                value=named or "",
            )
        elif not row.get("quantity"):
            self.ledger.skip(row, say(QT_TRANSLATE_NOOP("exchange", "Nothing on hand.")))
        else:
            self._rows.append((row, self.codes.canonical(code), place))

    def finish(self) -> None:
        """Book store by store, and note shelves that were not known."""
        known = product_ids(self.tx, (code for _, code, _ in self._rows))
        piles: dict[tuple[uuid.UUID, uuid.UUID], _Pile] = {}
        bins: dict[uuid.UUID, str] = {}
        for row, code, place in self._rows:
            if code not in known:
                self._no_product(row, code)
                continue
            product_id, last_cost, shelf = known[code]
            value = self._value(row, last_cost)
            if value is None:
                continue
            pile = piles.setdefault((place.id, product_id), _Pile([], Decimal(0), Fraction(0)))
            pile.rows.append(row)
            pile.qty += row.get("quantity")
            pile.value += value
            if row.get("bin") and not shelf:
                bins.setdefault(product_id, row.get("bin"))
        for store in dict.fromkeys(store for store, _ in piles):
            self._book(store, {p: pile for (s, p), pile in piles.items() if s == store})
        self._write_bins(bins)

    def _no_product(self, row: ParsedRow, code: str) -> None:
        self.ledger.refuse(
            row,
            "code",
            say(QT_TRANSLATE_NOOP("exchange", "“{code}” is not kept in stock."), code=code),
            say(QT_TRANSLATE_NOOP("exchange", "Only parts, fluids and materials have a stock.")),
            value=code,
        )

    def _value(self, row: ParsedRow, last_cost: int | None) -> Fraction | None:
        """What the row's goods cost in minor units: by the cost of one, by the sum, by what was paid last."""
        cost, total = row.get("cost_amount"), row.get("value_amount")
        if cost is None and total is not None:
            return Fraction(total)
        if cost is None:
            cost = last_cost
        if cost is None:
            self.ledger.refuse(
                row,
                "cost_amount",
                say(QT_TRANSLATE_NOOP("exchange", "Nobody knows what this cost.")),
                say(
                    QT_TRANSLATE_NOOP("exchange", "Write the cost of one unit, 0 when it was free.")
                ),
            )
            return None
        return Fraction(row.get("quantity")) * int(cost)

    def _book(self, store: uuid.UUID, piles: dict[uuid.UUID, _Pile]) -> None:
        moved = self._moved(store, piles)
        fresh = {product: pile for product, pile in piles.items() if product not in moved}
        if fresh:
            rows = tuple(
                Opening(
                    product_id=product,
                    qty=pile.qty,
                    cost_amount=half_up(pile.value / Fraction(pile.qty)),
                )
                for product, pile in fresh.items()
            )
            open_stock(self.tx, OpenStock(rows=rows, location_id=store))
        for product, pile in piles.items():
            for row in pile.rows:
                if product not in moved:
                    self.ledger.done(row, Outcome.ADDED, product)
                elif MoveReason.OPENING.value in moved[product]:
                    self.ledger.done(row, Outcome.SAME, product)
                else:
                    self._has_moved(row, product)

    def _has_moved(self, row: ParsedRow, product: uuid.UUID) -> None:
        self.ledger.skip(
            row,
            say(
                QT_TRANSLATE_NOOP(
                    "exchange", "Goods have moved in this store already: count them instead."
                )
            ),
            product,
        )

    def _moved(self, store: uuid.UUID, products: Iterable[uuid.UUID]) -> dict[uuid.UUID, set[str]]:
        """Why goods of these products moved in or out of the store so far."""
        wanted = sorted(products)
        found: dict[uuid.UUID, set[str]] = {}
        for start in range(0, len(wanted), _PORTION):
            rows = self.tx.connection.execute(
                sa.select(StockMove.product_id, StockMove.reason)
                .where(
                    StockMove.product_id.in_(wanted[start : start + _PORTION]),
                    sa.or_(StockMove.to_id == store, StockMove.from_id == store),
                )
                .distinct()
            )
            for row in rows:
                found.setdefault(row.product_id, set()).add(row.reason)
        return found

    def _write_bins(self, bins: dict[uuid.UUID, str]) -> None:
        if not bins:
            return
        statement = (
            sa.update(Product)
            .where(Product.id == sa.bindparam("product"), Product.bin.is_(None))
            .values(bin=sa.bindparam("shelf"))
        )
        self.tx.execute(statement, [{"product": p, "shelf": b} for p, b in sorted(bins.items())])
        self.tx.note("bins", {"products": len(bins)})
