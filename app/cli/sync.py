"""``sync``: pair with a server, exchange once or go on, and say why each record waits."""

import argparse
import threading
from collections import Counter
from typing import Any

from app.cli.frame import FOUND, GOOD, Command, show, table
from app.cli.person import add_person, signed_in
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.tx import Actor, Shop
from app.passports import WAITING_TEXT, list_waiting
from sync.worker import Outcome, Worker, exchange, pair, unpair
from sync.worker.runner import sole_worker


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``sync``."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--pair", metavar="URL", help="become a device of the center (with --code)")
    what.add_argument("--unpair", action="store_true", help="forget the server")
    what.add_argument("--status", action="store_true", help="only say what waits, and why")
    what.add_argument("--watch", action="store_true", help="go on until Ctrl-C")
    parser.add_argument("--code", help="the 8-character code from the server's page")
    add_person(parser)


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 1 when the exchange did not go through."""
    with signed_in(options) as (shop, actor):
        if options.pair is not None:
            return _pair(options, shop, actor)
        if options.unpair:
            unpair(shop, actor)
            show(options, {"paired": False}, ["Not paired any more. What waits goes on waiting."])
            return GOOD
        if options.status:
            result = {"waiting": _waiting(shop, actor)}
            show(options, result, _waiting_lines(result["waiting"]))
            return GOOD
        if options.watch:
            return _watch(shop, actor)
        return _once(options, shop, actor)


def _pair(options: argparse.Namespace, shop: Shop, actor: Actor) -> int:
    if not options.code:
        raise invalid("code", QT_TRANSLATE_NOOP("cli", "Give the code with --code."))
    device = pair(shop, actor, server_url=options.pair, code=options.code)
    result = {"paired": True, "server": options.pair, "device": str(device)}
    show(options, result, [f"Paired with {options.pair} as device {device}."])
    return GOOD


def _once(options: argparse.Namespace, shop: Shop, actor: Actor) -> int:
    with sole_worker(shop.database) as mine:
        if not mine:
            raise UserError(
                say(QT_TRANSLATE_NOOP("cli", "Another program of this shop is exchanging now.")),
                reason=Reason.BUSY,
                remedy=say(QT_TRANSLATE_NOOP("cli", "Nothing is to do: it sends everything.")),
            )
        outcome = exchange(shop, actor)
    waiting = _waiting(shop, actor)
    show(
        options,
        {**_facts(outcome), "waiting": waiting},
        [*_told(outcome), *_waiting_lines(waiting)],
    )
    return FOUND if outcome.problem else GOOD


def _facts(outcome: Outcome) -> dict[str, Any]:
    return {
        "problem": outcome.problem,
        "pulled": outcome.pulled,
        "pushed": outcome.pushed,
        "delivered": outcome.delivered,
        "next_try_at": outcome.next_try_at.isoformat() if outcome.next_try_at else None,
    }


def _told(outcome: Outcome) -> list[str]:
    pushed = ", ".join(f"{number} {word}" for word, number in outcome.pushed.items()) or "nothing"
    pulled = ", ".join(f"{number} {word}" for word, number in outcome.pulled.items()) or "nothing"
    lines = [f"Sent: {pushed}. Received: {pulled}."]
    if outcome.problem:
        lines.append(f"It did not go through: {outcome.problem}")
    return lines


def _waiting(shop: Shop, actor: Actor) -> dict[str, int]:
    with shop.reading(actor) as read:
        rows = list_waiting(read, now=shop.clock())
    counted = Counter(row.waiting for row in rows)
    return {why.value: number for why, number in sorted(counted.items())}


def _waiting_lines(waiting: dict[str, int]) -> list[str]:
    if not waiting:
        return ["Nothing waits."]
    texts = {why.value: str(text) for why, text in WAITING_TEXT.items()}
    rows = [(number, why, texts.get(why, "")) for why, number in waiting.items()]
    return table(("records", "why", "meaning"), rows)


def _watch(shop: Shop, actor: Actor) -> int:
    worker = Worker(shop, actor)
    worker.start()
    worker.wake()
    try:
        threading.Event().wait()
    finally:
        worker.stop()
    return GOOD


COMMAND = Command(
    "sync",
    "exchange records with the CarPass server",
    "Sends what may leave and receives what the owners decided, once or until Ctrl-C, and says why "
    "each record waits that has not left. Answers 1 when the exchange did not go through; the "
    "program tries again by itself later.",
    configure,
    run,
)
