"""One desk for each folder: a later start hands over and goes; a killed one leaves nothing in the way."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.single import SingleInstance

ROOT = Path(__file__).resolve().parents[3]
_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.single import SingleInstance

app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
print(single.claim(), flush=True)
app.exec()
"""
_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.single import SingleInstance

app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
print(single.claim(), single.hand_over(sys.argv[2]))
"""


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    del qtbot
    made = SingleInstance(tmp_path / "data")
    assert made.claim()
    yield made
    made.release()


def test_a_second_start_hands_over_what_it_was_asked_to_open(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    command = [sys.executable, "-c", _SECOND, str(tmp_path / "data"), "work_orders:0148 Ё"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as second:
        with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
            pass
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read().split() == ["False", "True"]
    assert asked.args == ["work_orders:0148 Ё"]


def test_another_folder_is_another_desk(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.name != first.name
    assert other.claim()
    other.release()


def test_a_released_folder_can_be_claimed(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    one = SingleInstance(tmp_path / "data")
    assert one.claim()
    one.release()
    two = SingleInstance(tmp_path / "data")
    assert two.claim()
    two.release()


def test_a_killed_desk_leaves_nothing_in_the_way(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    command = [sys.executable, "-c", _FIRST, str(tmp_path / "data")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline().strip() == "True"
        blocked = SingleInstance(tmp_path / "data")
        assert not blocked.claim()
        running.kill()
        running.wait(20)
    after = SingleInstance(tmp_path / "data")
    assert after.claim()
    after.release()


def test_nobody_answers_when_nobody_is_there(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    assert not SingleInstance(tmp_path / "data").hand_over("today")
