"""A job does not hold the window; what holds it is seen."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from ui.shell.runner import Runner
from ui.shell.watchdog import watched


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    assert made.stop()


def never(error: Exception) -> None:
    pytest.fail(repr(error))


def settled(runner: Runner) -> None:
    assert runner.settle()


def test_a_slow_read_does_not_block_the_window(runner: Runner) -> None:
    owner = QObject()
    runner.read(owner, lambda: time.sleep(0.3), None, never)
    assert watched(lambda: settled(runner)) == []


def test_the_watchdog_sees_a_blocked_window(runner: Runner) -> None:
    owner = QObject()
    runner.read(owner, lambda: 1, lambda _: time.sleep(0.08), never)
    blocks = watched(lambda: settled(runner))
    assert [block for block in blocks if block.seconds >= 0.08]
