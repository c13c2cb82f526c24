"""A migration that dies at any of its statements: the shop is the old or the new one, and the next start goes on."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.compose import open_shop
from app.kernel.db import HEAD, Database, known_versions, schema_version
from app.kernel.settings import Settings
from tests.app.test_upgrade import Stored, kept, landed, opened_at, stored
from tests.build.desks import ROOT

__all__ = ["landed"]

FRESH_STEP = 41
"""An empty database is migrated by hundreds of statements; the long run dies at each of them."""
STEP = 37
"""An earlier one by a hundred and more; the same."""
DIED = 9
# Forks for every line ({"url", "backups", "secrets", "at", "die_at"}); the fork opens the shop and dies behind a
# statement that changes something.
OPENING = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from app.compose import open_shop
from app.kernel.settings import Settings
counted = 0
def after(_connection, _cursor, statement, *_):
    global counted
    counted += not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "SHOW", "BEGIN"))
    if counted == task["die_at"]:
        os._exit(9)
for line in sys.stdin:
    task = json.loads(line)
    child = os.fork()
    if child == 0:
        event.listen(Engine, "after_cursor_execute", after)
        at = datetime.fromisoformat(task["at"])
        chosen = Settings(backup_dir=Path(task["backups"]))
        open_shop(chosen, url=task["url"], clock=lambda: at, secrets_dir=Path(task["secrets"]), daily=False).close()
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(status, flush=True)
"""
Opening = Callable[[str, int], bool]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Open a shop in another process, to die behind a statement; False when it opened before that."""
    with subprocess.Popen(
        [sys.executable, "-c", OPENING],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def dies(url: str, die_at: int) -> bool:
            assert process.stdin is not None
            assert process.stdout is not None
            task: dict[str, Any] = {
                "url": url,
                "backups": str(tmp_path / "kept"),
                "secrets": str(tmp_path / "s"),
                "at": "2026-06-15T07:30:00+00:00",
                "die_at": die_at,
            }
            process.stdin.write(json.dumps(task) + "\n")
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


def died_on_the_way(url: str, opening: Opening, first: int, step: int) -> int:
    """An earlier shop whose migration dies again and again, each of its steps anew; how often."""
    before, number, times = stored(url), first, 0
    passed = [version_of(url)]
    assert passed[0] != HEAD
    while opening(url, number):
        times += 1
        same(url, before)
        # a step that was whole stands, and statements are counted from where the shop stands now
        number += step
        if version_of(url) != passed[-1]:
            passed.append(version_of(url))
            number = first
    assert version_of(url) == HEAD
    same(url, before)
    known = sorted(known_versions())
    assert [known.index(str(version)) for version in passed] == sorted(
        {known.index(str(version)) for version in passed}
    )
    return times


def test_an_earlier_shop_survives_a_migration_that_dies_on_its_way(
    landed: str, tmp_path: Path, opening: Opening
) -> None:
    before, at = stored(landed), opened_at(landed)
    assert died_on_the_way(landed, opening, 2, STEP) > 3
    chosen = Settings(backup_dir=tmp_path / "kept")
    open_shop(chosen, url=landed, clock=lambda: at, secrets_dir=tmp_path / "s", daily=False).close()
    same(landed, before)


def died_when_new(url: str, opening: Opening, first: int, step: int) -> int:
    """A new shop whose making dies again and again; how often."""
    number, times = first, 0
    while opening(url, number):
        assert version_of(url) in {None, *known_versions()}
        number += step
        times += 1
    assert version_of(url) == HEAD
    return times


def test_a_new_shop_that_died_while_it_was_made_is_made_by_the_next_start(
    bare_database_url: str, opening: Opening
) -> None:
    assert died_when_new(bare_database_url, opening, 7, FRESH_STEP) > 3
