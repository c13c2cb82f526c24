"""A part of the bench is run by the program itself, as the built one does that has no Python."""

import subprocess
import sys

from tests.house.tree import ROOT


def part(*arguments: str) -> str:
    command = [sys.executable, "-m", "app", "bench-part", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_a_source_gets_its_arguments() -> None:
    assert part("-c", "import sys; print(sys.argv[1:])", "a", "b").strip() == "['a', 'b']"


def test_a_module_runs_as_the_main_one() -> None:
    assert "usage: carpass-desk" in part("-m", "app", "--help")
