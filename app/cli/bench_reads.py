"""The bench of reading: what a screen asks, in shops of several ages, beside the same statements by the bare driver."""

import statistics
from collections.abc import Callable, Mapping
from pathlib import Path

import sqlalchemy as sa

from app import access, customers, inventory, vehicles, work_orders
from app.cli.bench_frame import Row, bare_connection, heard, judged, median, read_bare, timed
from app.kernel import search
from app.kernel.db import Database
from app.kernel.secrets import SecretStore
from app.kernel.tx import Read, Shop
from models.access import Employee
from models.work_orders import WorkOrder

_QUERIES = 100
_BARS: tuple[tuple[str, float, float], ...] = (
    ("open a work order", 4, 2),
    ("first page of 50 orders", 2, 0.8),
    ("page of 50 orders in the middle", 2, 0.8),
    ("search as you type, p95", 10, 5),
    ("stock of all products", 5, 3),
)


def read_rows(shops: Mapping[int, str], folder: Path) -> list[Row]:
    """The figures in the oldest shop, with those of the others beside them. ``shops``: years to file."""
    found = {years: _figures(url, folder) for years, url in sorted(shops.items())}
    oldest = found[max(found)]
    return [
        judged(
            name,
            oldest[name][0],
            limit=oldest[name][1],
            must=must,
            aim=aim,
            years={str(years): figures[name][0] for years, figures in found.items()},
        )
        for name, must, aim in _BARS
    ]


def _figures(url: str, folder: Path) -> dict[str, tuple[float, float]]:
    """By name: milliseconds of ours, and of the bare statements. The shop is only read."""
    database = Database(url)
    shop = Shop(database, SecretStore(folder / "none", use_keyring=False), "bench")
    bare = bare_connection(database)
    try:
        with database.reading() as connection:
            rows = connection.execute(sa.select(Employee.id, Employee.role_codes)).all()
        actor = access.actor_of(shop, next(r.id for r in rows if "owner" in r.role_codes))

        def both(read: Callable[[Read], object], times: int) -> tuple[float, float]:
            def ours() -> object:
                with shop.reading(actor) as reading:
                    return read(reading)

            with heard(database.reader) as said:
                ours()
            return median(ours, times), median(lambda: read_bare(bare, said), times)

        with shop.reading(actor) as read:
            page = work_orders.list_orders(read, limit=50)
            middle = read.connection.execute(
                sa.select(WorkOrder.made_at, WorkOrder.id)
                .where(WorkOrder.center_id == actor.center_id)
                .order_by(WorkOrder.made_at)
                .offset(sa.select(sa.func.count() / 2).select_from(WorkOrder).scalar_subquery())
                .limit(1)
            ).one()
            cars = vehicles.list_vehicles(read, limit=50)
            people = customers.list_customers(read, limit=50)
        words = (
            [car.plate[:4] for car in cars if car.plate]
            + [person.name.split()[0] for person in people]
            + [order.number for order in page]
        )[:_QUERIES]
        found, limits = [], []
        for word in words:

            def look(read: Read, query: str = word) -> object:
                return search.find(read.connection, read.center_id, query)

            def ours(query: Callable[[Read], object] = look) -> object:
                with shop.reading(actor) as reading:
                    return query(reading)

            with heard(database.reader) as said:
                ours()
            found += timed(ours, 3)
            limits += timed(lambda said=said: read_bare(bare, said), 3)  # type: ignore[misc]  # said has its default
        order_id = page[0].id
        return {
            "open a work order": both(lambda r: work_orders.get_order(r, order_id), 40),
            "first page of 50 orders": both(lambda r: work_orders.list_orders(r, limit=50), 40),
            "page of 50 orders in the middle": both(
                lambda r: work_orders.list_orders(r, after=(middle.made_at, middle.id), limit=50),
                40,
            ),
            "search as you type, p95": (_p95(found), _p95(limits)),
            "stock of all products": both(inventory.stock_of_all, 20),
        }
    finally:
        bare.close()
        database.close()


def _p95(spans: list[float]) -> float:
    return statistics.quantiles(spans, n=20)[-1]
