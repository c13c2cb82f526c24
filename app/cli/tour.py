"""``carpass-desk run --headless``: the main job in real windows nobody sees, and what came of it."""

import json
import uuid
from collections.abc import Mapping
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app import billing, inventory, passports, work_orders
from app.cli.demo import invitation, reference_server
from app.cli.demo_orders import DemoDesk, DemoOrder
from app.cli.owner_browser import OwnerBrowser
from app.cli.sample_day import DayClock, make_day
from app.compose import open_shop
from app.kernel import audit
from app.kernel.clock import Clock
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, say
from app.kernel.tx import Read, Shop
from models.order_flow import OrderState
from models.work_orders import WorkOrder
from sync.worker import exchange, pair
from ui.dressing import Look
from ui.start import Shot, take_shot
from ui.tour import make_tour

DAY = datetime(2025, 12, 17, 14, 32, tzinfo=ZoneInfo("Europe/Moscow"))
"""The day that the drawings of the look show."""


def drive(out: Path, *, quick: bool = False) -> dict[str, Any]:
    """Make the sample shop on its day, do the main job by keyboard, exchange, check; returns the summary.

    Pictures, papers, the shop and ``summary.json`` are left in ``out``. ``quick`` takes pictures in one look only.
    Raises UserError when there is a shop already.
    """
    out.mkdir(parents=True, exist_ok=True)
    database = out / "shop.sqlite"
    if database.exists():
        raise UserError(
            say(QT_TRANSLATE_NOOP("cli", "There is a shop in {folder} already."), folder=str(out)),
            reason=Reason.DUPLICATE,
            remedy=say(QT_TRANSLATE_NOOP("cli", "Give another folder, or move this one away.")),
        )
    clock = DayClock(DAY)
    with ExitStack() as shops:
        shop, empty = (
            shops.enter_context(closing(_open(out, name, clock)))
            for name in (database.name, "empty.sqlite")
        )
        desk = make_day(shop, clock)
        toured = make_tour(shop, empty, out, quick=quick)
        order_id = desk.see(_newest)
        with reference_server(out) as (url, server_database):
            sent = _send(desk, order_id, url, server_database)
            look = Look("ru", "light")
            picture = out / "pictures" / "06-sync-sent-1366-light-ru.png"
            take_shot(shop, look, Shot(page="sync", to=picture, size=(1366, 768)), out)
        summary = {**toured, **_outcome(desk, order_id), "sync": sent}
    for left in out.glob("empty.sqlite*"):
        left.unlink()
    summary["pictures"].append(picture.name)
    done = summary["order"]["state"] == OrderState.COMPLETED and bool(summary["papers"])
    delivered = sent["order"] == "delivered" and bool(sent["verdicts"].get("accepted"))
    books = summary["stock"]["levels_match"] and summary["audit"]["chain_ok"]
    summary["whole"] = done and delivered and books
    text = json.dumps(summary, ensure_ascii=False, indent=2)
    (out / "summary.json").write_text(text + "\n", encoding="utf-8")
    return summary


def _open(out: Path, name: str, clock: Clock) -> Shop:
    return open_shop(
        url=str(out / name),
        clock=clock,
        workstation="Стойка 1",
        secrets_dir=out / "secrets",
        daily=False,
    )


def _newest(read: Read) -> uuid.UUID:
    query = (
        sa.select(WorkOrder.id)
        .where(WorkOrder.center_id == read.center_id)
        .order_by(WorkOrder.number.desc())
        .limit(1)
    )
    found: uuid.UUID = read.connection.execute(query).scalar_one()
    return found


def _send(desk: DemoDesk, order_id: uuid.UUID, url: str, server_database: str) -> dict[str, Any]:
    """Pair the desk, let the car's owner approve, and exchange what the walk-in left."""
    shop, owner = desk.sample.shop, desk.sample.owner
    card = desk.see(work_orders.get_order, order_id)
    if card.customer_id is None:
        raise LookupError(f"{card.number} has no customer to ask")
    with OwnerBrowser(url, invitation(server_database)) as center:
        pair(shop, owner, server_url=url, code=center.pairing_code())
    order = DemoOrder("walk-in", order_id, card.vehicle_id, card.customer_id)
    desk.ask(order)
    exchange(shop, owner)
    with OwnerBrowser(url, invitation(server_database)) as browser:
        browser.approve(desk.claims[card.vehicle_id])
    counts: dict[str, int] = {}
    for _ in range(2):
        for verdict, count in exchange(shop, owner).pushed.items():
            counts[verdict] = counts.get(verdict, 0) + count
    state = desk.see(passports.order_sync_state, order_id, now=desk.clock())
    return {"verdicts": counts, "order": state.value if state is not None else "delivered"}


def _outcome(desk: DemoDesk, order_id: uuid.UUID) -> dict[str, Any]:
    owner = desk.sample.owner
    card = desk.see(work_orders.get_order, order_id)
    money = desk.see(billing.order_billing, order_id)
    with desk.sample.shop.reading(owner) as read:
        chain = audit.verify(read.connection, owner.center_id)
        differences = inventory.check_levels(read.connection, owner.center_id)
    return {
        "order": {
            "number": card.number,
            "state": card.state.value,
            "total_minor": card.total.minor,
            "currency": card.currency,
            "billing": str(money),
        },
        "stock": {"levels_match": not differences},
        "audit": {"entries": chain.entries, "chain_ok": chain.broken_seq is None},
    }


def lines_of(summary: Mapping[str, Any]) -> list[str]:
    """The summary in words."""
    order, job = summary["order"], summary["walk_in"]
    levels = "match" if summary["stock"]["levels_match"] else "DO NOT MATCH"
    chain = "whole" if summary["audit"]["chain_ok"] else "BROKEN"
    verdicts = ", ".join(f"{count} {name}" for name, count in summary["sync"]["verdicts"].items())
    return [
        f"Walk-in oil service: {job['strokes']} strokes from the new order to the printed invoice",
        *(f"  {step['strokes']:>4}  {step['name']}" for step in job["steps"]),
        f"Order     {order['number']}, {order['state']}, {order['total_minor']} {order['currency']} (minor)",
        f"Papers    {', '.join(summary['papers'])}",
        f"Sync      {verdicts or 'nothing was sent'}",
        f"Stock     levels {levels}",
        f"Audit     {summary['audit']['entries']} entries, chain {chain}",
        f"Pictures  {len(summary['pictures'])} in pictures/, results in summary.json",
    ]
