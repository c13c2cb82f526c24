"""A backup or a restore that dies in the middle: the shop is the old one or the new one, never none and never half."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.kernel import backup
from app.kernel.backup import rows
from app.kernel.db import Database
from app.kernel.tx import act
from tests.app.test_backup import every_row
from tests.app.test_cli import ROOT
from tests.build import bare

KILLED = 9
# Forks for every line ([step, words of the command]). The fork counts every call by which a file appears, disappears or
# becomes lasting, and dies before the one it was told.
DYING = """
import json, os, sys
from alembic import command
from app.cli import main
from app.kernel import backup
from models import entities
def dying(original):
    def counted(*args, **named):
        global calls
        calls += 1
        if calls == step:
            os._exit(9)
        return original(*args, **named)
    return counted
for name in ("link", "replace", "rename", "unlink", "fsync", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
for line in sys.stdin:
    calls, (step, words) = 0, json.loads(line)
    child = os.fork()
    if child == 0:
        os.dup2(2, 1)  # what the command prints is not our answer
        code = main(words)
        sys.stdout.flush()
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
Dying = Callable[..., bool]


@pytest.fixture(scope="module")
def dies_at() -> Iterator[Dying]:
    """Run a command that dies at its step; False when it had fewer steps and ended well."""
    with subprocess.Popen(
        [sys.executable, "-c", DYING],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def dies(step: int, *words: str) -> bool:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps([step, words]) + "\n")
            process.stdin.flush()
            ended = int(process.stdout.readline())
            assert ended in {0, KILLED}
            return ended == KILLED

        yield dies
        process.terminate()


def test_a_restore_killed_at_any_step_leaves_a_whole_shop(
    sqlite_url: str, tmp_path: Path, dies_at: Dying
) -> None:
    opened, actor = bare.bare_shop(sqlite_url, tmp_path / "secrets")
    act(opened, actor, bare.remember, bare.Remember(name="old"))
    made = backup.make_backup(opened, tmp_path / "backups")
    then = every_row(sqlite_url)
    act(opened, actor, bare.remember, bare.Remember(name="since then"))
    opened.close()
    now = every_row(sqlite_url)
    # numbers alone go on from the shop that is replaced
    then |= {"number_sequence": now["number_sequence"]}
    path = opened.database.path
    step, states = 1, []
    while dies_at(step, "restore", str(made.path), "--database", str(path)):
        found = every_row(sqlite_url)
        assert found in (then, now), step
        if found == then:
            kept = [every_row(str(p)) for p in path.parent.glob(f"{path.stem}.before-restore-*")]
            assert now in kept, step
        states.append(found == now)
        step += 1
    assert every_row(sqlite_url) == then
    assert step > 6
    assert states[0]
    assert states == sorted(states, reverse=True)
    for beside in path.parent.glob(f"{path.stem}.before-restore*"):
        beside.unlink()


def test_a_backup_killed_at_any_step_is_whole_or_not_there(
    database_url: str, tmp_path: Path, dies_at: Dying
) -> None:
    opened, actor = bare.bare_shop(database_url, tmp_path / "secrets")
    act(opened, actor, bare.remember, bare.Remember(name="x"))
    folder = tmp_path / "backups"
    database = opened.database
    address = str(database.path) if database.is_sqlite else database.url.render_as_string()
    step = 1
    while dies_at(step, "backup", "--database", address, "--to", str(folder)):
        for path in folder.glob("*.zip"):
            backup.verify_backup(path)
        step += 1
    assert step > 2
    assert list(folder.glob("*.zip"))
    long_ago = time.time() - 2 * 86_400
    for left in [*folder.glob(".making-*"), *folder.glob("*.part")]:
        os.utime(left, (long_ago, long_ago))
    backup.make_backup(opened, folder)
    opened.close()
    assert {path.suffix for path in folder.iterdir()} == {".zip"}


def test_a_restore_into_postgresql_that_fails_leaves_everything_as_it_was(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, actor = bare.bare_shop(postgresql_url, tmp_path / "secrets")
    act(opened, actor, bare.remember, bare.Remember(name="old"))
    bare.put_final_rows(opened, actor)
    made = backup.make_backup(opened, tmp_path / "backups")
    act(opened, actor, bare.remember, bare.Remember(name="since then"))
    opened.close()
    now = every_row(postgresql_url)

    def lost(_connection: object, _spec: object) -> tuple[int, str]:
        raise ConnectionResetError("the server went away")

    with monkeypatch.context() as patch:
        patch.setattr(rows, "digest_of", lost)
        with pytest.raises(ConnectionResetError):
            backup.restore(made.path, postgresql_url)
    assert every_row(postgresql_url) == now
    database = Database(postgresql_url)
    with database.reading() as connection:
        schemas = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'before%%'"
        ).scalar_one()
    database.close()
    assert schemas == 0
