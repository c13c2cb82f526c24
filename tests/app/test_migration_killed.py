"""A migration that dies at any of its statements: the shop is the old or the new one, and the next start goes on."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from app.compose import open_shop
from app.kernel.db import HEAD, Database, known_versions, schema_version
from app.kernel.settings import Settings
from tests.app.test_upgrade import Stored, kept, landed, opened_at, stored
from tests.build.desks import ROOT

__all__ = ["landed"]

LAST = -1
"""Behind the last statement of a step, which writes down its version: nothing but the commit is left."""
POINTS = {"sqlite": (1, LAST, 17), "postgresql": (LAST,)}
"""Statements behind which each step dies: a connection that is gone is a rollback there whatever was last."""
DIED = 9
# Migrates to a version for every line ({"url", "to", "die_at"}): itself, or when it shall die by a fork, which is gone
# behind a statement that changes something.
MIGRATING = """
import json, os, sys
from alembic import command, context
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import configure_mappers
from app.kernel.db import Database, known_versions, migrate_database
from models import entities
counted = 0
def after(_connection, _cursor, statement, *_):
    global counted
    if statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "SHOW", "BEGIN")):
        return
    counted += 1
    is_last = statement.startswith(("UPDATE alembic_version", "INSERT INTO alembic_version"))
    if counted == task["die_at"] or (is_last and task["die_at"] == -1):
        os._exit(9)
configure_mappers()
known_versions()
event.listen(Engine, "after_cursor_execute", after)
for line in sys.stdin:
    task, counted = json.loads(line), 0
    database = Database(task["url"], durable=False)
    child = os.fork() if task["die_at"] else None
    if not child:
        migrate_database(database, task["to"])
        database.close()
    if child == 0:
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if child else 0, flush=True)
"""
Migrating = Callable[[str, str, int], bool]


@pytest.fixture(scope="module")
def migrating() -> Iterator[Migrating]:
    """Migrate a shop by one step in another process, to die behind a statement; False when it came to its end."""
    with subprocess.Popen(
        [sys.executable, "-c", MIGRATING],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def dies(url: str, to: str, die_at: int) -> bool:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps({"url": url, "to": to, "die_at": die_at}) + "\n")
            process.stdin.flush()
            ended = int(process.stdout.readline())
            assert ended in {0, DIED}
            return ended == DIED

        yield dies
        process.terminate()


def version_of(url: str) -> str | None:
    database = Database(url)
    try:
        return schema_version(database)
    finally:
        database.close()


def same(url: str, before: Stored) -> None:
    """Every row of the earlier shop is there as it was, whatever the schema is by now."""
    now = stored(url, before)
    for table, old in before.items():
        assert len(now[table]) == len(old), table
        if table != "shop_identity":  # says when it was opened last
            assert all(kept(new, row) for new, row in zip(now[table], old, strict=True)), table


def dies_at_each_step(url: str, migrating: Migrating, points: Sequence[int]) -> int:
    """Every step that the shop lacks dies behind these statements and is then gone to its end; how often one died."""
    standing, before, died = version_of(url), stored(url), 0
    ahead = [version for version in sorted(known_versions()) if version > (standing or "")]
    assert ahead[-1] == HEAD
    for step in ahead:
        here = 0
        for point in points:
            if not migrating(url, step, point):
                assert point != LAST
                break  # it has fewer statements, and is at its end
            here += 1
            # alone the table in which an empty database's version will stand may be there
            assert version_of(url) == standing, (step, point)
            same(url, before)
        assert here, f"{step} was never interrupted"
        died += here
        migrating(url, step, 0)
        assert version_of(url) == step
        same(url, before)
        standing = step
    return died


@pytest.fixture
def points(bare_database_url: str) -> Sequence[int]:
    return POINTS["sqlite" if bare_database_url.startswith("sqlite") else "postgresql"]


def test_an_earlier_shop_survives_a_migration_that_dies_at_each_of_its_steps(
    landed: str, tmp_path: Path, migrating: Migrating, points: Sequence[int]
) -> None:
    before, at = stored(landed), opened_at(landed)
    assert dies_at_each_step(landed, migrating, points) >= 5 * len(points) - 2
    chosen = Settings(backup_dir=tmp_path / "kept")
    open_shop(chosen, url=landed, clock=lambda: at, secrets_dir=tmp_path / "s", daily=False).close()
    same(landed, before)


def test_a_new_shop_that_died_while_it_was_made_is_made_by_the_next_start(
    bare_database_url: str, tmp_path: Path, migrating: Migrating, points: Sequence[int]
) -> None:
    assert dies_at_each_step(bare_database_url, migrating, points) >= 7 * len(points) - 3
    open_shop(url=bare_database_url, secrets_dir=tmp_path / "s", daily=False).close()
