"""F37 for real: the process ends after any single statement of what moves money and goods: all or nothing."""

import random
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_completion_faults import ready_order, rows_of, whole
from tests.build.desks import DyingDesk, dying_desk, kill_after, task_of
from tests.build.dying import COMMITTED, COMMITTING
from tests.build.orders import Garage
from tests.build.shops import TestShop

Task = dict[str, Any]
SEVERAL = {"complete": 20, "invoice": 8, "pay": 5, "receive": 5, "adjust": 5}
"""Each kind takes more statements than this, so that there is something to stand between."""


@pytest.fixture(scope="module")
def desk() -> Iterator[DyingDesk]:
    """Another desk of the shop, made to die."""
    with dying_desk() as made:
        yield made


def ready(garage: Garage, kind: str) -> Task:
    """Everything that a task of that kind needs."""
    if kind == "complete":
        return {"order": str(ready_order(garage))}
    if kind in {"receive", "adjust"}:
        parts = [garage.part(f"Фильтр {n}", 78_000, stock="7") for n in range(2)]
        return {"products": [str(part.product_id) for part in parts]}
    part = garage.part("Фильтр", 78_000, stock="3")
    order = garage.finished((garage.labour("Мойка", "0.5"), None), (part, "2"))
    if kind == "invoice":
        return {"order": str(order)}
    return {"invoice": str(garage.invoice(order)), "amount": 276_000, "request": str(uuid.uuid4())}


def exits(
    garage: Garage, desk: DyingDesk, secrets: Path, kind: str, *, every: int = 1, first: int = 1
) -> int:
    """Let a desk die behind each (or every n-th) statement, around the commit, and then do it.

    Returns how many statements the whole takes.
    """
    given = ready(garage, kind)
    database = garage.on.shop.database
    # the key's row is there already: it is not part of what is torn
    assert desk.do(task_of(garage, secrets, "complete", order=str(ready_order(garage))))
    before = rows_of(database)
    number = first
    while (done := desk.do(task_of(garage, secrets, kind, number, **given))) is None:
        assert rows_of(database) == before, f"{kind}: left behind after statement {number}"
        number += every
    made = grown(before, rows_of(database))
    assert made, f"{kind}: done, and nothing is there"
    whole(garage)
    # once more on fresh ground, around the commit: before it nothing is there, behind it everything
    given = ready(garage, kind)
    before = rows_of(database)
    assert desk.do(task_of(garage, secrets, kind, COMMITTING, **given)) is None
    assert rows_of(database) == before, f"{kind}: left behind before the commit"
    assert desk.do(task_of(garage, secrets, kind, COMMITTED, **given)) is None
    assert grown(before, rows_of(database)) == made
    whole(garage)
    return done


def grown(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> dict[str, int]:
    """How many rows each table has more."""
    more = {name: len(rows) - len(before[name]) for name, rows in after.items()}
    # a series begins once: its row is new the first time and changed from then on
    return {name: count for name, count in more.items() if count and name != "number_sequence"}


@pytest.mark.parametrize("kind", SEVERAL)
def test_a_desk_that_ends_after_any_statement_leaves_all_or_nothing(
    shop: TestShop, desk: DyingDesk, tmp_path: Path, kind: str
) -> None:
    garage = Garage(shop)
    # a connection that is gone is a rollback whatever was last: PostgreSQL is tried at every eighth
    every = 1 if shop.shop.database.is_sqlite else 8
    assert exits(garage, desk, tmp_path, kind, every=every) > SEVERAL[kind]


def killed(garage: Garage, desk: DyingDesk, secrets: Path, kind: str, times: int, seed: int) -> int:
    """Kill a desk at any moment of a task, so many times; after each, all of it is there or nothing.

    Returns how many it was really killed, not being done before.
    """
    chance, died = random.Random(f"{kind} {seed}"), 0
    database = garage.on.shop.database
    assert desk.do(task_of(garage, secrets, "complete", order=str(ready_order(garage))))
    given = ready(garage, kind)
    before = rows_of(database)
    assert desk.do(task_of(garage, secrets, kind, **given)) is not None
    made = grown(before, rows_of(database))
    given = ready(garage, kind)
    before = rows_of(database)
    for _ in range(times):
        task = task_of(garage, secrets, kind, say_pid=True, **given)
        died += kill_after(desk, task, chance.uniform(0, 0.03))
        after = rows_of(database)
        if after != before:
            assert grown(before, after) == made, f"{kind}: half of it is there"
            given = ready(garage, kind)
            before = rows_of(database)
    whole(garage)
    return died


KILLS = {"sqlite": 50, "postgresql": 15}


@pytest.mark.parametrize("kind", ["invoice", "receive"])
def test_a_desk_that_is_killed_at_any_moment_leaves_all_or_nothing(
    shop: TestShop, desk: DyingDesk, tmp_path: Path, kind: str
) -> None:
    times = KILLS["sqlite" if shop.shop.database.is_sqlite else "postgresql"]
    assert killed(Garage(shop), desk, tmp_path, kind, times, 20261121) > times // 5
