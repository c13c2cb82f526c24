"""The page about security is true: each test that it names stands where it says, and what it rules out is not here."""

import ast
import re

import pytest

from tests.house.tree import ROOT, modules, name_of, parsed

PAGE = ROOT / "docs/security.md"
NAMED = re.compile(r"`(?P<file>tests/[\w/]+\.py)::(?P<test>\w+)`")
ROW = re.compile(
    r"^\| (?P<item>\d+\.\d+\.\d+[^|]*) \| (?P<what>[^|]+) \| (?P<proof>.+) \|$", re.MULTILINE
)
ITEM = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{1,2}\b")
CHAPTERS = range(1, 17)
ROOMS = ("app", "models", "reports", "sync", "ui", "widgets")
RUNNERS = frozenset({"subprocess", "pickle", "marshal", "shelve", "pty", "QProcess"})
MAY_START = (
    "app/cli/",
    "app/recognition/child.py",
    "sync/server/seals.py",
    "ui/arrivals/camera.py",
)
"""The commands that measure and show the program start it anew, on words of their own, and pictures are read in a child
of this program, where a bad file takes nothing with it; the server has signatures checked beside it; a camera is asked
by a program of the system; nothing else starts anything."""


def _page() -> str:
    return PAGE.read_text(encoding="utf-8")


def _tests_of(file: str) -> set[str]:
    path = ROOT / file
    if not path.is_file():
        return set()
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _runs(tree: ast.Module) -> list[str]:
    """What starts a command, or runs what was read."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found += [each.name for each in names if each.name in RUNNERS]
                if isinstance(node, ast.ImportFrom) and node.module in RUNNERS:
                    found.append(node.module)
            case ast.Call(func=ast.Name(id="eval" | "exec" | "compile" as called)):
                found.append(called)
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="os"), attr="system" | "popen" as called)
            ):
                found.append(called)
            case _:
                pass
    return found


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(NAMED.findall(_page()))
    assert len(named) > 80
    gone = sorted(f"{file}::{test}" for file, test in named if test not in _tests_of(file))
    assert gone == []


def test_every_row_says_what_proves_it_or_that_it_is_not_met() -> None:
    rows = list(ROW.finditer(_page()))
    assert len(rows) > 90
    mute = [
        row["item"]
        for row in rows
        if row["what"].strip() == "–" and not row["proof"].startswith("Not met")
    ]
    assert mute == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_its_place(chapter: int) -> None:
    headings = " ".join(re.findall(r"^### (.+)$", _page(), re.MULTILINE))
    assert re.search(rf"\b{chapter}\b", headings)


def test_what_is_not_met_is_told_again_at_the_end() -> None:
    page, _, end = _page().partition("## Not met, in one place")
    short = set()
    for line in page.splitlines():
        _, met, told = line.partition("Not met")
        if met:
            items = ITEM.findall(told)
            row = ROW.match(line)
            short |= set(ITEM.findall(row["item"]) if row else items)
    missing = sorted(item for item in short if item not in end)
    assert missing == []


def test_the_program_starts_no_command_and_runs_no_text() -> None:
    found = {
        name_of(path): runs
        for path in modules()
        if name_of(path).split("/")[0] in ROOMS
        if (
            runs := [
                each
                for each in _runs(parsed(path))
                if each not in {"subprocess", "QProcess"} or not name_of(path).startswith(MAY_START)
            ]
        )
    }
    assert found == {}


@pytest.mark.parametrize(
    "planted",
    [
        "import subprocess",
        "from subprocess import run",
        "import pickle",
        "from PySide6.QtCore import QProcess",
        "eval('1')",
        "exec('x = 1')",
        "import os\nos.system('ls')",
    ],
)
def test_what_would_run_is_seen(planted: str) -> None:
    assert _runs(ast.parse(planted))
