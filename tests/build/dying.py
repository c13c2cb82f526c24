"""A desk in a process of its own that dies where it is told: ``python -m tests.build.dying``.

It reads one line of JSON for each task ({"url", "secrets", "employee", "at", "do", "die_at", …}), opens the shop and
forks. The fork does the one thing, and ends itself without a word after the statement of number ``die_at`` of the
writing connection (``BEGIN`` is the first); ``COMMITTING`` dies right before the commit, ``COMMITTED`` right after it,
0 not at all. It says "done <statements>" when it got so far; the parent then
says "died", "ended" or "fault". A fork that exchanges with the server is killed from outside: its line "pid <number>"
comes first. One that is asked to "say_pid" says it too, begins at an empty line, and waits for its end when it is done.
A task that "lives" is done by the parent itself: what it has warmed once every fork has, and dies in milliseconds.
"""

import gc
import json
import os
import signal
import sys
import traceback
import uuid
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import event

from app import billing, inventory, work_orders
from app.access import actor_of
from app.compose import open_shop
from app.kernel.tx import Actor, Shop, act
from models.billing import PaymentMethod
from sync.worker import exchange

COMMITTING, COMMITTED = -1, -2
_DEAD = 9


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _complete(task: dict[str, Any]) -> tuple[Callable[..., Any], object]:
    order = uuid.UUID(task["order"])
    return work_orders.complete, work_orders.Complete(order_id=order, finish_open_labour=True)


def _invoice(task: dict[str, Any]) -> tuple[Callable[..., Any], object]:
    return billing.issue_invoice, billing.IssueInvoice(order_id=uuid.UUID(task["order"]))


def _pay(task: dict[str, Any]) -> tuple[Callable[..., Any], object]:
    return billing.take_payment, billing.TakePayment(
        request_id=uuid.UUID(task["request"]),
        method=PaymentMethod.CARD,
        amount=task["amount"],
        invoice_id=uuid.UUID(task["invoice"]),
    )


def _receive(task: dict[str, Any]) -> tuple[Callable[..., Any], object]:
    lines = tuple(
        inventory.Arrived(product_id=uuid.UUID(key), qty=Decimal("2.5"), cost_amount=51_234)
        for key in task["products"]
    )
    return inventory.receive_goods, inventory.ReceiveGoods(lines=lines, document="N 17")


def _adjust(task: dict[str, Any]) -> tuple[Callable[..., Any], object]:
    return inventory.adjust, inventory.Adjust(
        product_id=uuid.UUID(task["products"][0]), counted_qty=Decimal(1), reason="пересчёт"
    )


DO: dict[str, Callable[[dict[str, Any]], tuple[Callable[..., Any], object]]] = {
    "complete": _complete,
    "invoice": _invoice,
    "pay": _pay,
    "receive": _receive,
    "adjust": _adjust,
}


def _watch(shop: Shop, die_at: int) -> tuple[list[int], Callable[[], None]]:
    """Count the statements of the writing connection, dying behind the one of that number; how to stop it."""
    counted = [0]
    over: list[bool] = []
    writer = shop.database.writer

    def after(*_: Any) -> None:  # noqa: ANN401  SQLAlchemy's hook
        if over:
            return  # PostgreSQL reads through the same pool: what is asked behind the commit tears nothing
        counted[0] += 1
        if counted[0] == die_at:
            os._exit(_DEAD)

    def committing(_connection: Any) -> None:  # noqa: ANN401  as above
        if die_at == COMMITTING:
            os._exit(_DEAD)
        over.append(True)

    def heard(_changes: object) -> None:
        if die_at == COMMITTED:
            os._exit(_DEAD)

    def stop() -> None:
        shop.listeners.remove(heard)
        event.remove(writer, "after_cursor_execute", after)
        event.remove(writer, "commit", committing)

    shop.listeners.append(heard)
    event.listen(writer, "after_cursor_execute", after)
    event.listen(writer, "commit", committing)
    return counted, stop


def _do(shop: Shop, actor: Actor, task: dict[str, Any]) -> None:
    verb, command = DO[task["do"]](task)
    waits = bool(task.get("say_pid"))
    if waits:
        _say(f"pid {os.getpid()}")
        os.read(sys.stdin.fileno(), 1)
    counted, stop = _watch(shop, task["die_at"])
    act(shop, actor, verb, command)
    stop()
    _say(f"done {counted[0]}")
    if waits:
        signal.pause()


def run(shop: Shop, task: dict[str, Any]) -> None:
    """Do the task."""
    actor = actor_of(shop, uuid.UUID(task["employee"]))
    if task["do"] == "exchange":
        if not task.get("lives"):
            _say(f"pid {os.getpid()}")
        exchange(shop, actor)
        _say("done 0")
    else:
        _do(shop, actor, task)


def _opened(task: dict[str, Any], known: dict[str, Shop]) -> Shop:
    """The task's shop without a connection: whoever forks takes no lock and no socket along."""
    key = json.dumps([task["url"], task["secrets"], task.get("workstation")])
    at = datetime.fromisoformat(task["at"])
    if key not in known:
        known.clear()
        known[key] = open_shop(
            url=task["url"],
            workstation=task.get("workstation", "desk-2"),
            clock=lambda: at,
            durable=False,
            secrets_dir=Path(task["secrets"]),
            daily=False,
        )
    shop = known[key]
    shop.clock = lambda: at
    shop.close()
    return shop


def _fork(shop: Shop, task: dict[str, Any]) -> str:
    """Let a fork do the task; what became of it."""
    child = os.fork()
    if child == 0:
        try:
            run(shop, task)
        except BaseException:  # noqa: BLE001 - told on standard error, and to the parent by its code
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == _DEAD:
        return "died"
    return "fault" if os.WEXITSTATUS(status) else "ended"


def main() -> None:
    """One task for every line."""
    known: dict[str, Shop] = {}
    gc.disable()  # a collection would copy every page that a fork shares
    for line in sys.stdin:
        if not line.strip():
            continue  # meant for a fork that had been killed before it read it
        task = json.loads(line)
        shop = _opened(task, known)
        if task.get("lives"):
            run(shop, task)
            shop.close()
            gc.collect()
            gc.freeze()
            _say("ended")
        else:
            _say(_fork(shop, task))


if __name__ == "__main__":
    main()
