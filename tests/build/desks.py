"""Desks in processes of their own, from the side of the test that kills them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.build.orders import Garage

ROOT = Path(__file__).resolve().parents[2]


class DyingDesk:
    """`tests.build.dying`, asked for one task after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.told: int | None = None

    def ask(self, task: dict[str, Any]) -> None:
        """Begin a task; what becomes of it is told by ``outcome``."""
        self.told = None
        self._write(json.dumps(task))

    def pid(self) -> int:
        """The process to kill, of a task that says so first."""
        word, number = self._line()
        assert word == "pid"
        return int(number)

    def go(self) -> None:
        """Let a task that has said its process begin."""
        self._write("")

    def done(self) -> None:
        """Wait until the task says that it is done; its process is still there."""
        word, number = self._line()
        assert word == "done"
        self.told = int(number)

    def outcome(self) -> int | None:
        """How many statements it took; None when it died. ``told`` has what it said before."""
        while (said := self._line()) not in (["died"], ["ended"]):
            self.told = int(said[1])
        return None if said == ["died"] else self.told

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _line(self) -> list[str]:
        assert self._process.stdout is not None
        said = self._process.stdout.readline().split()
        assert said, "the desk's process is gone; what it said stands on standard error"
        assert said != ["fault"], "the desk failed; its traceback stands on standard error"
        return said

    def do(self, task: dict[str, Any]) -> int | None:
        """Do a task to its end: how many statements it took, None when it died as it was told."""
        self.ask(task)
        return self.outcome()


@contextmanager
def dying_desk() -> Iterator[DyingDesk]:
    """One process that forks for every task, so that only the first one pays for the imports."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.build.dying"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield DyingDesk(process)
        process.terminate()


def kill(pid: int) -> None:
    """As a power cut would."""
    os.kill(pid, signal.SIGKILL)


def kill_after(desk: DyingDesk, task: dict[str, Any], seconds: float | None) -> bool:
    """Kill the desk so long after it began (None: when it has said that it is done); whether it had said so."""
    desk.ask(task | {"say_pid": True})
    pid = desk.pid()
    desk.go()
    if seconds is None:
        desk.done()
    elif seconds:
        time.sleep(seconds)
    kill(pid)
    assert desk.outcome() is None
    return desk.told is not None


def task_of(garage: Garage, secrets: Path, do: str, die_at: int = 0, **more: Any) -> dict[str, Any]:  # noqa: ANN401  fields of the task
    """A task for another desk of this shop, at the moment of the shop's clock."""
    return {
        "url": garage.on.shop.database.url.render_as_string(hide_password=False),
        "secrets": str(secrets),
        "employee": str(garage.on.owner.employee_id),
        "at": garage.on.clock().isoformat(),
        "do": do,
        "die_at": die_at,
        **more,
    }
