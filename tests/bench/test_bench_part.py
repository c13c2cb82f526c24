"""A part of the bench is run by the program itself, as the built one does that has no Python."""

import json
import subprocess
import sys

import pytest

from app.cli import bench_part
from reports.layout.fonts import FOLDER
from tests.house.tree import ROOT


def part(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", "bench-part", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_program_does_a_part_that_it_knows() -> None:
    done = part("first-paper")
    assert done.returncode == 0
    assert json.loads(done.stdout) > 0


def test_a_limit_is_measured_without_the_program() -> None:
    command = bench_part.command("bare-paper", str(FOLDER))
    assert "app" not in command
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    first, again = json.loads(done.stdout)
    assert first > again > 0


@pytest.mark.parametrize("words", [("-c", "print(1)"), ("-m", "this"), ("",), ()])
def test_nothing_else_is_run(words: tuple[str, ...]) -> None:
    done = part(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "no part" in done.stderr


def test_the_built_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert bench_part.command("today", "u", "d")[1:] == ["bench-part", "today", "u", "d"]
    with pytest.raises(KeyError):
        bench_part.command("-c", "print(1)")
