"""``carpass-desk demo --years N``: a busy shop's N years, seeded, for measuring what grows with what is stored.

Rows are written in bulk past the one door, as a restore would write them, but they are whole: moves add up to
levels, snapshots are hashed and signed, the audit chain holds, so ``doctor`` finds nothing.
"""

import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app import billing
from app.cli.years_bookings import BOOKINGS, fill_calendar
from app.cli.years_bulk import written_in_bulk
from app.cli.years_orders import Car, OrderMaker, Ware
from app.compose import open_shop
from app.exchange.sample import SAMPLES, SampleShop, make_sample
from app.inventory import location_of, move_hash
from app.kernel import audit
from app.kernel.clock import system_clock
from app.kernel.rows import evened
from app.kernel.tx import Shop, act
from app.passports import RequestLink, request_link
from models.base import new_id
from models.customers import Customer
from models.entities import metadata
from models.inventory import LocationKind, MoveReason, MoveState, Product, StockLevel, StockMove
from models.ledger import SearchRow
from models.money import ratio_half_up
from models.text import fold
from models.vehicles import PlateRecord, Vehicle, VehiclePerson
from sync.wire.canonical import canonical

_CHUNK: Final = 2_000
_DAYS: Final = 365
_LETTERS: Final = "АВЕКМНОРСТУХ"
_MAKES: Final = (
    ("Škoda", "Octavia"), ("Lada", "Vesta"), ("Kia", "Rio"), ("Hyundai", "Solaris"), ("VW", "Polo"),
    ("Renault", "Duster"), ("Toyota", "RAV4"), ("Nissan", "Qashqai"), ("Haval", "Jolion"), ("Chery", "Tiggo 7"),
)  # fmt: skip  # pairs read better side by side
_NAMES: Final = (
    "Иванов",
    "Кольцов",
    "Фомин",
    "Белов",
    "Носов",
    "Лаптев",
    "Громов",
    "Астахов",
    "Дроздов",
    "Юдин",
)
_FIRST: Final = (
    "Пётр",
    "Илья",
    "Юрий",
    "Роман",
    "Олег",
    "Антон",
    "Лев",
    "Степан",
    "Никита",
    "Павел",
)


@dataclass(frozen=True, slots=True)
class Pace:
    """How busy a shop is: counts for one year, but for products and bookings, which are for all its years together."""

    cars: int = 10_000
    orders: int = 20_000
    receipts: int = 10_000
    products: int = 5_000
    bookings: int = BOOKINGS


BUSY: Final = Pace()


@dataclass(slots=True)
class Grown:
    """What a growing shop has at hand."""

    sample: SampleShop
    pace: Pace
    connection: Connection
    chance: random.Random
    cars: list[Car] = field(default_factory=list)
    wares: list[Ware] = field(default_factory=list)
    made: dict[str, int] = field(default_factory=dict)

    def insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Rows of one table, every column named."""
        if not rows:
            return
        whole = evened(table, list(rows))
        if table == SearchRow.__tablename__:
            for row in whole:
                del row["id"]
        self.connection.execute(sa.insert(metadata.tables[table]), whole)
        self.made[table] = self.made.get(table, 0) + len(rows)


def make_years(
    database: str, out: Path, years: int, seed: int, *, pace: Pace = BUSY
) -> dict[str, Any]:
    """Make the N-year shop at ``database``; returns how many rows of each table were made."""
    shop = open_shop(url=database, workstation="Desk 1", secrets_dir=out / "secrets", durable=False)
    try:
        sample = make_sample(shop, SAMPLES)
        now = system_clock()
        with shop.database.writer.connect() as connection, written_in_bulk(connection):
            chance = random.Random(seed)  # noqa: S311 - a shop, no secret
            grown = Grown(sample, pace, connection, chance)
            with connection.begin():
                _wares(grown, now - timedelta(days=_DAYS * years))
            for year in range(years):
                began = now - timedelta(days=_DAYS * (years - year))
                for rows in _people(grown, began):
                    with connection.begin():
                        for table, some in rows.items():
                            grown.insert(table, some)
                _orders(grown, shop, began, now)
            with connection.begin():
                _levels(grown)
                billing.settle_books(connection)
                grown.made["appointment"] = fill_calendar(
                    connection,
                    grown.insert,
                    center_id=sample.owner.center_id,
                    owner_id=sample.owner.employee_id,
                    now=now,
                    chance=grown.chance,
                    vehicles=[car.vehicle_id for car in grown.cars],
                    count=pace.bookings,
                )
                _say_so(grown, shop, now)
        _ask_some(shop, sample, grown)
        shop.database.tune()  # as the desk does each day
        shop.database.checkpoint()
        return {"database": database, "years": years, "seed": seed, "rows": grown.made}
    finally:
        shop.close()


def _say_so(grown: Grown, shop: Shop, at: datetime) -> None:
    """The audit knows that these rows came past it: the examination does not take them for somebody's forgery."""
    owner = grown.sample.owner
    audit.append(
        grown.connection,
        audit.Fact(
            center_id=owner.center_id,
            at=at,
            actor_id=owner.employee_id,
            workstation=shop.workstation,
            action="sample.years",
            subject_kind="",
            subject_id=None,
            changes=canonical({audit.GENERATED: True}).decode("utf-8"),
        ),
    )


def _wares(grown: Grown, at: datetime) -> None:
    """Products beside those of the price list, each with an opening receipt."""
    center = grown.sample.owner.center_id
    owner = grown.sample.owner.employee_id
    vendor = location_of(grown.connection, center, LocationKind.VENDOR.value)
    store = location_of(grown.connection, center, LocationKind.STORE.value)
    work = location_of(grown.connection, center, LocationKind.CUSTOMER.value)
    products, search = [], []
    for place in range(grown.pace.products):
        sku = f"Y-{place:05}"
        ware = Ware(
            product_id=new_id(),
            sku=sku,
            name=f"Запасная часть {sku}",
            cost=grown.chance.randrange(5_000, 900_000, 100),
            center=center,
            owner=owner,
            store=store,
            customer=work,
            vendor=vendor,
        )
        grown.wares.append(ware)
        products.append(
            {
                "id": ware.product_id,
                "center_id": center,
                "sku": sku,
                "sku_key": fold(sku).replace("-", ""),
                "maker": "Y",
                "name": ware.name,
                "unit": "шт",
                "purchase_unit": "шт",
                "purchase_factor": Decimal(1),
                "needs_serial": False,
                "version": 1,
            }
        )
        search.append(_findable(center, "product", ware.product_id, sku, ware.name))
    grown.insert(Product.__tablename__, products)
    grown.insert(SearchRow.__tablename__, search)
    grown.insert(StockMove.__tablename__, [receive(ware, 200, at) for ware in grown.wares])


def _findable(center: uuid.UUID, kind: str, key: uuid.UUID, *texts: str) -> dict[str, Any]:
    return {"center_id": center, "kind": kind, "subject_id": key, "folded": fold(" ".join(texts))}


def receive(ware: Ware, count: int, at: datetime) -> dict[str, Any]:
    """A receipt of so many pieces at the ware's cost."""
    value = count * ware.cost
    ware.on_hand += count
    ware.value += value
    return _move(
        ware, ware.vendor, ware.store, count, value, MoveReason.RECEIPT, "receipt", None, at
    )


def consume(ware: Ware, count: int, line_id: uuid.UUID, at: datetime) -> dict[str, Any]:
    """What an order took, at the moving average."""
    value = ratio_half_up(ware.value * count, ware.on_hand)
    ware.on_hand -= count
    ware.value -= value
    return _move(
        ware,
        ware.store,
        ware.customer,
        count,
        value,
        MoveReason.CONSUMPTION,
        "order_line",
        line_id,
        at,
    )


def _move(  # noqa: PLR0917 - the columns of a move, in their order
    ware: Ware,
    origin: uuid.UUID,
    target: uuid.UUID,
    count: int,
    value: int,
    reason: MoveReason,
    source_kind: str,
    source_id: uuid.UUID | None,
    at: datetime,
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": new_id(),
        "center_id": ware.center,
        "product_id": ware.product_id,
        "from_id": origin,
        "to_id": target,
        "qty": Decimal(count),
        "value_amount": value,
        "state": MoveState.DONE.value,
        "reason": reason.value,
        "source_kind": source_kind,
        "source_id": source_id,
        "note": None,
        "made_at": at,
        "made_by_id": ware.owner,
        "done_at": at,
        "reverses_id": None,
    }
    row["sha256"] = move_hash(row)
    return row


def _people(grown: Grown, began: datetime) -> Iterator[dict[str, list[dict[str, Any]]]]:
    """A year's new customers, each with a car."""
    center = grown.sample.owner.center_id
    for start in range(0, grown.pace.cars, _CHUNK):
        rows: dict[str, list[dict[str, Any]]] = {}
        for _ in range(min(_CHUNK, grown.pace.cars - start)):
            _one_more(grown, center, began, rows)
        yield rows


def _one_more(
    grown: Grown, center: uuid.UUID, at: datetime, rows: dict[str, list[dict[str, Any]]]
) -> None:
    chance, place = grown.chance, len(grown.cars)
    make, model = chance.choice(_MAKES)
    name = f"{chance.choice(_NAMES)} {chance.choice(_FIRST)} {place}"
    phone = f"+7999{place:07}"
    plate = (
        f"{chance.choice(_LETTERS)}{chance.randrange(1000):03}{chance.choice(_LETTERS)}"
        f"{chance.choice(_LETTERS)}{chance.randrange(1, 200):02}"
    )
    car = Car(
        new_id(), new_id(), make, model, plate, f"XTA{place:014}", chance.randrange(5_000, 150_000)
    )
    grown.cars.append(car)

    def put(entity: Any, **values: object) -> None:  # noqa: ANN401 - an entity's class
        rows.setdefault(entity.__tablename__, []).append(values)

    put(
        Customer, id=car.customer_id, center_id=center, version=1, kind="person", name=name,
        folded=fold(name), phone=phone, tax_ids={}, price_group="retail", discount_percent=Decimal(0),
        no_show_count=0, made_at=at, seal_salt=chance.randbytes(16),
    )  # fmt: skip  # columns read better in a block
    put(
        Vehicle, id=car.vehicle_id, center_id=center, version=1, vin=car.vin, plate=plate,
        plate_key=fold(plate), make=make, model=model, variant="", odometer_unit="km", serials={}, made_at=at,
    )  # fmt: skip  # as above
    put(
        PlateRecord,
        id=new_id(),
        vehicle_id=car.vehicle_id,
        plate=plate,
        plate_key=fold(plate),
        from_at=at,
    )
    put(
        VehiclePerson, id=new_id(), vehicle_id=car.vehicle_id, customer_id=car.customer_id,
        role="owner", from_at=at,
    )  # fmt: skip  # as above
    put(SearchRow, **_findable(center, "customer", car.customer_id, name, phone))
    put(SearchRow, **_findable(center, "vehicle", car.vehicle_id, plate, car.vin, make, model))


def _orders(grown: Grown, shop: Shop, began: datetime, now: datetime) -> None:
    """A year's orders and receipts, in the order in which they happened."""
    maker = OrderMaker.of(grown.connection, shop, grown.sample, grown.wares)
    orders = grown.pace.orders
    step = timedelta(days=_DAYS) / orders
    every = max(1, orders // grown.pace.receipts)
    for start in range(0, orders, _CHUNK):
        rows: dict[str, list[dict[str, Any]]] = {}
        for place in range(start, min(start + _CHUNK, orders)):
            at = min(began + step * place, now - timedelta(hours=3)).astimezone(UTC)
            if place % every == 0:
                ware = grown.chance.choice(grown.wares)
                rows.setdefault("stock_move", []).append(receive(ware, 40, at))
            maker.order(grown.chance, grown.chance.choice(grown.cars), at, rows, consume)
        with grown.connection.begin():
            for table in maker.TABLES:
                grown.insert(table, rows.get(table, []))
            maker.finish(grown.connection, rows)


def _levels(grown: Grown) -> None:
    grown.insert(
        StockLevel.__tablename__,
        [
            {
                "id": new_id(),
                "product_id": ware.product_id,
                "location_id": ware.store,
                "on_hand_qty": Decimal(ware.on_hand),
                "reserved_qty": Decimal(0),
                "value_amount": ware.value,
            }
            for ware in grown.wares
        ],
    )


def _ask_some(shop: Shop, sample: SampleShop, grown: Grown) -> None:
    """A few owners are asked through the one door, so that the outbox is not empty."""
    for car in grown.cars[:20]:
        act(
            shop,
            sample.owner,
            request_link,
            RequestLink(vehicle_id=car.vehicle_id, customer_id=car.customer_id),
        )
