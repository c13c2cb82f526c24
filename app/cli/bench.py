"""``carpass-desk bench``: how fast the main job is, beside its limit measured in the same run."""

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event

from app import access, customers, inventory, vehicles, work_orders
from app.billing.papers import billing_paper
from app.cli.demo_orders import DemoClock, DemoDesk, DemoOrder
from app.cli.frame import FOUND, GOOD, Command, show, table
from app.compose import open_shop
from app.exchange.sample import SampleShop, make_sample
from app.kernel import search
from app.kernel.clock import system_clock
from app.kernel.tx import Actor, Read, Shop, act
from models.access import Employee
from models.inventory import Product
from models.order_flow import OrderEvent

ORDERS: Final = 30
_LINES: Final = (
    ("M-0102", None), ("B-0212", None), ("S-0401", None), ("B-0203", None), ("15668E", "1"),
    ("W 712/95", "1"), ("09.9772.11", "1"), ("GDB1956", "1"), ("0890 108 7", "1"), ("CUK 26 009", "1"),
)  # fmt: skip  # pairs read better side by side


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: ``value`` in ``unit``; ``limit`` measured in the same run, or None when the bar is absolute."""

    name: str
    value: float
    unit: str
    limit: float | None
    ratio: float | None
    must: float
    aim: float
    verdict: str


def judged(
    name: str,
    value: float,
    *,
    must: float,
    aim: float,
    limit: float | None = None,
    unit: str = "ms",
) -> Row:
    """The row with its verdict: bars are ratios where there is a limit, else in the unit itself."""
    ratio = value / limit if limit else None
    measured = value if ratio is None else ratio
    verdict = "aim" if measured <= aim else "must" if measured <= must else "short"
    return Row(
        name,
        round(value, 3),
        unit,
        None if limit is None else round(limit, 3),
        None if ratio is None else round(ratio, 2),
        must,
        aim,
        verdict,
    )


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each call, after one that warms."""
    work()
    spans = []
    gc.collect()
    for _ in range(times):
        began = time.perf_counter()
        work()
        spans.append((time.perf_counter() - began) * 1000)
    return spans


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--orders", type=int, default=ORDERS, metavar="N", help="orders to complete (default: 30)"
    )


def _run(options: argparse.Namespace) -> int:
    rows = [*_reads_of(options.database)] if options.database else []
    with tempfile.TemporaryDirectory(prefix="carpass-bench-") as folder:
        rows += _fresh_shop(Path(folder), max(5, options.orders), with_reads=not options.database)
    result = {"rows": [asdict(row) for row in rows]}
    heads = ("figure", "value", "unit", "limit", "ratio", "must", "aim", "verdict")
    lines = table(
        heads,
        [
            (
                r.name,
                f"{r.value}",
                r.unit,
                f"{r.limit or ''}",
                f"{r.ratio or ''}",
                f"{r.must}",
                f"{r.aim}",
                r.verdict,
            )
            for r in rows
        ],
    )
    show(options, result, lines)
    return FOUND if any(row.verdict == "short" for row in rows) else GOOD


def _fresh_shop(folder: Path, orders: int, *, with_reads: bool) -> list[Row]:
    """Completion beside its limit, and the papers, in a shop of its own that is durable like a real one."""
    shop = open_shop(
        url=str(folder / "shop.sqlite"),
        workstation="bench",
        secrets_dir=folder / "secrets",
        daily=False,
    )
    try:
        desk = DemoDesk(make_sample(shop), DemoClock(system_clock()))
        _fill_shelves(desk, orders)
        ready = [_ready(desk, place) for place in range(orders + 1)]
        shop.database.checkpoint()
        copy = folder / "copy.sqlite"
        copy.write_bytes((folder / "shop.sqlite").read_bytes())
        spans, statements = _completions(desk.sample, ready)
        limits = _replay(copy, statements)
        value, limit = statistics.median(spans), statistics.median(limits)
        rows = [judged("complete a work order, SQLite", value, limit=limit, must=10, aim=4)]
        desk.orders = ready
        invoice_id = desk.bill(ready[0])
        rows += _papers(desk, invoice_id)
        if with_reads:
            rows += _reads(shop, desk.sample.owner)
        return rows
    finally:
        shop.close()


def _fill_shelves(desk: DemoDesk, orders: int) -> None:
    """Goods enough for every order."""
    with desk.sample.shop.database.reading() as connection:
        rows = connection.execute(
            sa.select(Product.id).where(Product.sku.in_([code for code, _ in _LINES]))
        ).all()
    for row in rows:
        desk.do(
            desk.sample.owner,
            inventory.receive,
            inventory.Receive(product_id=row.id, qty=Decimal(orders + 10), cost_amount=50_000),
        )


def _ready(desk: DemoDesk, place: int) -> DemoOrder:
    order = desk.open(f"bench {place}", "E731KM197", place + 1)
    job = desk.job(order, "Обслуживание", *_LINES)
    desk.decide(order, job)
    desk.do(
        desk.advisor,
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=order.order_id, technician_id=desk.mechanic.employee_id),
    )
    desk.step(order, OrderEvent.START, desk.mechanic)
    card = desk.see(work_orders.get_order, order.order_id)
    for line in card.lines:
        if line.kind == "labour":
            desk.do(
                desk.mechanic,
                work_orders.work_line,
                work_orders.LineWork(order_id=order.order_id, line_id=line.id, event="finish"),
            )
    desk.step(order, OrderEvent.CHECK_QUALITY, desk.mechanic)
    desk.step(order, OrderEvent.PASS, desk.manager)
    return order


def _completions(
    sample: SampleShop, ready: Sequence[DemoOrder]
) -> tuple[list[float], list[list[tuple[str, Any, bool]]]]:
    """Milliseconds of each completion but the first, and the statements that wrote it."""
    spans: list[float] = []
    written: list[list[tuple[str, Any, bool]]] = []
    now: list[tuple[str, Any, bool]] = []

    def heard(*told: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own call
        _connection, _cursor, statement, values, _context, many = told
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            now.append((statement, values, many))

    engine = sample.shop.database.writer
    event.listen(engine, "before_cursor_execute", heard)
    try:
        for place, order in enumerate(ready):
            now = []
            began = time.perf_counter()
            act(
                sample.shop,
                sample.owner,
                work_orders.complete,
                work_orders.Complete(order_id=order.order_id),
            )
            if place:
                spans.append((time.perf_counter() - began) * 1000)
            written.append(now)
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    return spans, written


def _replay(copy: Path, statements: Sequence[Sequence[tuple[str, Any, bool]]]) -> list[float]:
    """The limit: the same rows written by the bare driver, durable, one transaction for each order."""
    import pysqlite3.dbapi2 as driver  # noqa: PLC0415 - the bare driver is what is measured

    connection = driver.connect(str(copy), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    spans = []
    for place, written in enumerate(statements):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for statement, values, many in written:
            if many:
                connection.executemany(statement, values)
            else:
                connection.execute(statement, values)
        connection.execute("COMMIT")
        if place:
            spans.append((time.perf_counter() - began) * 1000)
    connection.close()
    return spans


def _papers(desk: DemoDesk, invoice_id: uuid.UUID) -> list[Row]:
    from reports import invoice  # noqa: PLC0415 - its import is a figure of its own

    paper: Any = desk.see(billing_paper, invoice_id)
    warm = statistics.median(timed(lambda: invoice.render(paper), 20))
    spans = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import reports.invoice"], check=True)
        spans.append((time.perf_counter() - began) * 1000)
    bare = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        bare.append((time.perf_counter() - began) * 1000)
    first = statistics.median(spans) - statistics.median(bare) + warm
    return [
        judged("invoice PDF, warm", warm, must=19.2, aim=9.6),
        judged("invoice PDF, first with import", first, must=330, aim=165),
    ]


def _reads_of(url: str) -> list[Row]:
    shop = open_shop(url=url, workstation="bench", daily=False)
    try:
        return _reads(shop, _owner(shop))
    finally:
        shop.close()


def _owner(shop: Shop) -> Actor:
    """Somebody of the shop who may see everything."""
    with shop.database.reading() as connection:
        rows = connection.execute(sa.select(Employee.id, Employee.role_codes)).all()
    return access.actor_of(shop, next(r.id for r in rows if "owner" in r.role_codes))


def _reads(shop: Shop, actor: Actor) -> list[Row]:
    """What a screen reads: an order, a page, a search, the whole stock."""

    def seen(read: Callable[[Read], object]) -> Callable[[], object]:
        def work() -> object:
            with shop.reading(actor) as reading:
                return read(reading)

        return work

    with shop.reading(actor) as read:
        page = work_orders.list_orders(read, limit=50)
        cars = vehicles.list_vehicles(read, limit=50)
        people = customers.list_customers(read, limit=50)
    queries = (
        [c.plate[:4] for c in cars if c.plate]
        + [p.name.split()[0] for p in people]
        + [o.number for o in page]
    )
    order_id = page[0].id
    found: list[float] = []
    for query in queries[:100]:
        found += timed(
            seen(lambda r, q=query: search.find(r.connection, r.center_id, q)),  # type: ignore[misc]  # q has its default
            3,
        )
    found.sort()
    return [
        judged(
            "open a work order",
            statistics.median(timed(seen(lambda r: work_orders.get_order(r, order_id)), 40)),
            must=4,
            aim=2,
        ),
        judged(
            "first page of 50 orders",
            statistics.median(timed(seen(lambda r: work_orders.list_orders(r, limit=50)), 40)),
            must=2,
            aim=0.8,
        ),
        judged("search as you type, p95", found[int(len(found) * 0.95)], must=10, aim=5),
        judged(
            "stock of all products",
            statistics.median(timed(seen(inventory.stock_of_all), 20)),
            must=5,
            aim=3,
        ),
    ]


COMMAND = Command(
    name="bench",
    help="measure the main job beside its limits",
    description="Measures the main job in a shop of its own, or the reads of the shop at --database. "
    "Limits are measured in the same run; quote medians of a quiet machine.",
    configure=_configure,
    run=_run,
)
