"""A desk in a process of its own that completes orders, made to be killed: ``python -m tests.build.completing``.

It reads one line of JSON for each run ({"url", "secrets", "employee", "orders"}), forks, and the fork completes the
first order, answers "ready <pid>", then one line for each further order; the parent adds "end" when the fork is gone.
"""

import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any

from app.access import actor_of
from app.compose import open_shop
from app.kernel.tx import act
from app.work_orders import Complete, complete


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run(task: dict[str, Any]) -> None:
    """Complete the orders one after the other and acknowledge each."""
    shop = open_shop(
        url=task["url"],
        workstation="desk-2",
        durable=False,
        secrets_dir=Path(task["secrets"]),
        daily=False,
    )
    actor = actor_of(shop, uuid.UUID(task["employee"]))
    for place, order in enumerate(task["orders"]):
        if place == 1:
            # the first one has warmed the statements up: from here on a kill meets a completion at work
            _say(f"ready {os.getpid()}")
        act(shop, actor, complete, Complete(order_id=uuid.UUID(order), finish_open_labour=True))
        if place:
            _say(order)
    shop.close()


def main() -> None:
    """Fork for every line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(json.loads(line))
            os._exit(0)
        os.waitpid(child, 0)
        _say("end")


if __name__ == "__main__":
    main()
