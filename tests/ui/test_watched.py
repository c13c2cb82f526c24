"""The tests that watch every event, in a process of their own.

A watched application passes each event through Python, with objects that Qt is still making: over hundreds of windows
the binding takes one of them for an object that is gone, and the process dies.
"""

import os
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

FOLDER = ROOT / "tests" / "ui" / "watched"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("file", sorted(path.name for path in FOLDER.glob("test_*.py")))
def test_nothing_holds_the_window(file: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, FOLDER / file],
        env={name: os.environ[name] for name in os.environ if not name.startswith("PYTEST")}
        | {"WATCHED": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert " passed" in done.stdout
