"""F37 for real: the process ends after any single statement of what moves money and goods: all or nothing."""

import random
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.kernel.db import Database
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


def warmed(garage: Garage, desk: DyingDesk, secrets: Path) -> None:
    """The other desk has done something: its key's row is there, and is no part of what is torn."""
    assert desk.do(task_of(garage, secrets, "complete", lives=True, order=str(ready_order(garage))))


def exits(
    garage: Garage, desk: DyingDesk, secrets: Path, kind: str, *, every: int = 1, first: int = 1
) -> int:
    """Let a desk die behind each (or every n-th) statement, around the commit, and then do it.

    Returns how many statements the whole takes.
    """
    given = ready(garage, kind)
    database = garage.on.shop.database
    warmed(garage, desk, secrets)
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


def settled(database: Database) -> None:
    """Wait until PostgreSQL has seen that the dead desk is gone: a commit may still be on its way in."""
    while not database.is_sqlite:
        with database.reading() as connection:
            busy = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = '' "
            busy += "AND state <> 'idle' AND pid <> pg_backend_pid()"
            if connection.exec_driver_sql(busy).first() is None:
                return


def killed(
    garage: Garage, desk: DyingDesk, secrets: Path, kind: str, times: int, seed: int
) -> tuple[int, int]:
    """Kill a desk at any moment of a task, so many times; after each, all of it is there or nothing.

    The first kill comes at once, the last one when the desk has said that it is done. Returns how often nothing was
    there, and how often everything.
    """
    chance, lost, kept = random.Random(f"{kind} {seed}"), 0, 0
    database = garage.on.shop.database
    warmed(garage, desk, secrets)
    given = ready(garage, kind)
    before = rows_of(database)
    assert desk.do(task_of(garage, secrets, kind, lives=True, **given))
    made = grown(before, rows_of(database))
    given = ready(garage, kind)
    before = rows_of(database)
    # how long it takes depends on the computer: longer while everything is lost, shorter while all is there
    longest = 0.03
    for number in range(times):
        seconds = chance.uniform(0, longest) if number else 0
        task = task_of(garage, secrets, kind, **given)
        told = kill_after(desk, task, seconds if number < times - 1 else None)
        settled(database)
        after = rows_of(database)
        if after == before:
            assert not told, f"{kind}: what was told as done is not there"
            lost += 1
            longest *= 1.2
            continue
        assert grown(before, after) == made, f"{kind}: half of it is there"
        kept += 1
        longest *= 0.7
        given = ready(garage, kind)
        before = rows_of(database)
    whole(garage)
    return lost, kept


KILLS = {"complete": 20, "invoice": 15, "receive": 15}


@pytest.mark.parametrize("kind", KILLS)
def test_a_desk_that_is_killed_at_any_moment_leaves_all_or_nothing(
    shop: TestShop, desk: DyingDesk, tmp_path: Path, kind: str
) -> None:
    lost, kept = killed(Garage(shop), desk, tmp_path, kind, KILLS[kind], 20261121)
    assert lost + kept == KILLS[kind]
    assert lost
    assert kept
