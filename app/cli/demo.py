"""``carpass-desk demo``: the sample shop, the main job, the papers, and a reference server of its own."""

import argparse
import json
import os
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app import billing, inventory, passports, work_orders
from app.cli.demo_orders import DemoClock, DemoDesk, DemoOrder, dispute, run_orders, second_visit
from app.cli.demo_papers import print_invoice, print_order, print_payment
from app.cli.frame import FOUND, GOOD, Command, show, table, this_program
from app.cli.owner_browser import OwnerBrowser
from app.cli.years import make_years
from app.compose import open_shop
from app.exchange.sample import make_sample
from app.kernel import audit
from app.kernel.clock import local_day, system_clock
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.tx import Read
from app.passports import Waiting
from models.billing import InvoiceKind
from models.inventory import Product, StockMove
from sync.server import accounts
from sync.server.settings import ServerSettings
from sync.server.station import Station
from sync.worker import exchange, pair

_SYNC_WORDS = {Waiting.DELIVERED: "delivered", Waiting.REVOKED: "revoked"}
_UNAPPROVED = frozenset({"link not approved", "customer's own part"})


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", type=Path, default=Path("out"), help="folder of what is made (default: out)"
    )
    parser.add_argument(
        "--years",
        type=int,
        metavar="N",
        help="make an N-year shop for measurements instead (ten years: some ten minutes, 6 GB)",
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="seed of the N-year shop (default: 1)"
    )


def _run(options: argparse.Namespace) -> int:
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    database = options.database or str(out / "shop.sqlite")
    if not options.database and (out / "shop.sqlite").exists():
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "There is a shop in {folder} already."), folder=str(out)),
            reason=Reason.DUPLICATE,
            remedy=say(
                QT_TRANSLATE_NOOP("cli", "Give another folder with --out, or move this one away.")
            ),
        )
    if options.years is not None:
        if options.years < 1:
            raise invalid("years", QT_TRANSLATE_NOOP("cli", "A shop has at least one year."))
        grown = make_years(database, out, options.years, options.seed)
        show(options, grown, table(("table", "rows"), sorted(grown["rows"].items())))
        return GOOD
    result = make_demo(database, out)
    show(options, result, _lines(result))
    whole = result["audit"]["chain_ok"] and result["stock"]["levels_match"]
    return GOOD if whole and not result["server"]["rejected"] else FOUND


def make_demo(database: str, out: Path) -> dict[str, Any]:
    """Make the shop, do the main job, print, sync; returns the summary."""
    clock = DemoClock(system_clock())
    shop = open_shop(url=database, clock=clock, workstation="Desk 1", secrets_dir=out / "secrets")
    try:
        desk = DemoDesk(make_sample(shop), clock)
        run_orders(desk)
        folder = out / "pdf"
        folder.mkdir(exist_ok=True)
        with reference_server(out) as (url, server_database):
            counts = _sync(desk, url, server_database)
            summary = _summary(desk, database, folder)
        return {**summary, "server": {"url": url, **counts}}
    finally:
        shop.close()


@contextmanager
def reference_server(out: Path) -> Iterator[tuple[str, str]]:
    """A reference server in a process of its own on a free port, with its database in the folder."""
    database = f"sqlite:///{out / 'server.sqlite'}"
    variables = {
        "CARPASS_SERVER_DATABASE_URL": database,
        "CARPASS_SERVER_HOST": "127.0.0.1",
        "CARPASS_SERVER_PORT": "0",
    }
    with (
        (out / "server.log").open("ab") as log,
        subprocess.Popen(  # noqa: S603 - this program itself
            [*this_program(), "server"],
            env={**os.environ, **variables},
            cwd=Path(__file__).resolve().parents[2],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not line:
                raise UserError(
                    say(QT_TRANSLATE_NOOP("cli", "The reference server did not start.")),
                    reason=Reason.NETWORK,
                    remedy=say(QT_TRANSLATE_NOOP("cli", "See {log}."), log=str(out / "server.log")),
                )
            yield str(json.loads(line)["url"]), database
        finally:
            process.terminate()


def invitation(server_database: str) -> str:
    """A code by which the reference server takes a new person in."""
    station = Station.open(ServerSettings(database_url=server_database))
    try:
        return accounts.invite(station)
    finally:
        station.close()


def _sync(desk: DemoDesk, url: str, server_database: str) -> dict[str, int]:
    """Pair, let owners decide, and exchange until nothing moves any more."""
    shop, owner = desk.sample.shop, desk.sample.owner
    counts = {"accepted": 0, "duplicates": 0, "rejected": 0}

    def round_() -> None:
        done = exchange(shop, owner)
        if done.problem:
            raise UserError(
                say(QT_TRANSLATE_NOOP("cli", "The exchange failed: {why}"), why=done.problem),
                reason=Reason.NETWORK,
            )
        counts["accepted"] += done.pushed.get("accepted", 0)
        counts["duplicates"] += done.pushed.get("duplicate", 0)
        counts["rejected"] += done.pushed.get("rejected", 0) + done.pushed.get("conflict", 0)

    with OwnerBrowser(url, invitation(server_database)) as center:
        pair(shop, owner, server_url=url, code=center.pairing_code())
    round_()
    browsers = _owners_decide(desk, url, server_database)
    round_()
    round_()
    dispute(desk)
    round_()
    browsers["correction"].answer_correction("approve")
    browsers["link revoked, before"].revoke()
    round_()
    second_visit(desk)
    round_()
    round_()
    for browser in browsers.values():
        browser.close()
    return counts


def _owners_decide(desk: DemoDesk, url: str, server_database: str) -> dict[str, OwnerBrowser]:
    """Every owner but some opens the claim link of the paper and approves."""
    browsers: dict[str, OwnerBrowser] = {}
    for order in desk.orders:
        claim = desk.claims.get(order.vehicle_id)
        if claim is None or order.story in _UNAPPROVED or order.story in browsers:
            continue
        browser = OwnerBrowser(url, invitation(server_database))
        browser.approve(claim)
        browsers[order.story] = browser
    return browsers


def _summary(desk: DemoDesk, database: str, folder: Path) -> dict[str, Any]:
    shop, owner = desk.sample.shop, desk.sample.owner
    orders = [_order(desk, order, folder) for order in desk.orders]
    invoices = [
        _invoice(desk, invoice_id, folder) for order in desk.orders for invoice_id in order.invoices
    ]
    receipts = [
        print_payment(desk, payment_id, folder)
        for order in desk.orders
        for payment_id in order.payments
    ]
    with shop.reading(owner) as read:
        chain = audit.verify(read.connection, owner.center_id)
        differences = inventory.check_levels(read.connection, owner.center_id)
        counted = {
            "products": _count(read, Product),
            "moves": _count(read, StockMove),
        }
    return {
        "database": database,
        "imported": desk.sample.imported,
        "work_orders": orders,
        "invoices": invoices,
        "receipts": receipts,
        "stock": {**counted, "levels_match": not differences},
        "audit": {"entries": chain.entries, "chain_ok": chain.broken_seq is None},
    }


def _count(read: Read, entity: type[Product | StockMove]) -> int:
    return read.connection.execute(
        sa.select(sa.func.count()).select_from(entity).where(entity.center_id == read.center_id)
    ).scalar_one()


def _order(desk: DemoDesk, order: DemoOrder, folder: Path) -> dict[str, Any]:
    card = desk.see(work_orders.get_order, order.order_id)
    waiting = desk.see(passports.order_sync_state, order.order_id, now=desk.clock())
    return {
        "number": card.number,
        "story": order.story,
        "state": card.state.value,
        "total_minor": card.total.minor,
        "currency": card.currency,
        "pdf": print_order(desk, order, folder),
        "sync": _SYNC_WORDS.get(waiting, "awaiting_owner") if waiting else "awaiting_owner",
    }


def _invoice(desk: DemoDesk, invoice_id: uuid.UUID, folder: Path) -> dict[str, Any]:
    today = local_day(desk.clock(), "Europe/Moscow")
    card = desk.see(billing.get_invoice, invoice_id, today=today)
    return {
        "number": card.row.number,
        "kind": card.row.kind.value,
        "state": card.settlement.value if card.row.kind == InvoiceKind.INVOICE else "issued",
        "net_minor": card.row.net.minor,
        "tax_minor": card.row.tax.minor,
        "total_minor": card.row.total.minor,
        "paid_minor": card.paid.minor,
        "pdf": print_invoice(desk, invoice_id, folder),
    }


def _lines(result: dict[str, Any]) -> list[str]:
    lines = table(
        ("order", "what", "state", "total", "sync"),
        [
            (o["number"], o["story"], o["state"], o["total_minor"], o["sync"])
            for o in result["work_orders"]
        ],
    )
    server, stock, chain = result["server"], result["stock"], result["audit"]
    lines += [
        "",
        f"shop: {result['database']}",
        f"papers: {sum(len(o['pdf']) for o in result['work_orders']) + len(result['invoices'])}",
        (
            f"stock: {stock['products']} products, {stock['moves']} moves, "
            f"levels {'match' if stock['levels_match'] else 'DO NOT MATCH'}"
        ),
        f"audit: {chain['entries']} entries, chain {'whole' if chain['chain_ok'] else 'BROKEN'}",
        f"server: {server['accepted']} accepted, {server['duplicates']} duplicates, {server['rejected']} rejected",
    ]
    return lines


COMMAND = Command(
    name="demo",
    help="make the sample shop and do the main job",
    description="Makes the sample shop, does the main job for orders of every kind, prints the papers, and "
    "exchanges with a reference server of its own.",
    configure=_configure,
    run=_run,
)
