"""Who may know whom: the contracts in pyproject.toml hold, cover every room, and do bite."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def _contracts() -> dict[str, object]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    settings: dict[str, object] = project["tool"]["importlinter"]
    return settings


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The rooms under contract, and the contracts, to plant faults in."""
    rooms = _contracts()["root_packages"]
    assert isinstance(rooms, list)
    for room in rooms:
        shutil.copytree(
            ROOT / room,
            tmp_path / room,
            ignore=lambda folder, names: [
                name
                for name in names
                if not name.endswith(".py") and not (Path(folder) / name).is_dir()
            ],
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _lint(folder: Path) -> str:
    """What import-linter says there."""
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_every_room_is_under_contract() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert _contracts()["root_packages"] == sorted(rooms)


def test_the_house_as_it_stands_keeps_the_contracts(copy: Path) -> None:
    assert " 0 broken." in _lint(copy)


@pytest.mark.parametrize(
    ("planted", "broken"),
    [
        ({"models/planted.py": "import app.kernel"}, "Imports go down only"),
        ({"models/planted.py": "import reports"}, "Imports go down only"),
        ({"app/access.py": "import app.customers", "app/customers.py": ""}, "Imports go down only"),
        ({"app/customers.py": "import reports"}, "Imports go down only"),
        ({"app/customers.py": "import app.cli", "app/cli.py": ""}, "Imports go down only"),
        (
            {"app/customers.py": "import sync.server.planted", "sync/server/planted.py": ""},
            "Imports go down only",
        ),
        ({"reports/planted.py": "import sync.wire"}, "Imports go down only"),
        ({"app/anything.py": ""}, "Every part of app has its place"),
        ({"sync/wire/planted.py": "import models.money"}, "The wire imports nothing of ours"),
        ({"sync/wire/planted.py": "import sync.server"}, "The wire is the floor"),
        (
            {"sync/server/planted.py": "import app.customers", "app/customers.py": ""},
            "The server is not a desk",
        ),
        ({"reports/planted.py": "from PySide6 import QtCore"}, "Qt only in ui"),
        ({"app/kernel/planted.py": "import PySide6.QtCore"}, "Qt only in ui"),
        (
            {
                "reports/planted_a.py": "import reports.planted_b",
                "reports/planted_b.py": "import reports.planted_a",
            },
            "No two rooms depend on each other",
        ),
    ],
)
def test_a_planted_fault_is_caught(copy: Path, planted: dict[str, str], broken: str) -> None:
    for name, text in planted.items():
        path = copy / name
        package = copy / path.with_suffix("")
        if package.is_dir():
            path = package / "planted.py"
        path.write_text(f'"""Planted."""\n{text}\n', encoding="utf-8")
    said = _lint(copy)
    verdicts = [line for line in said.splitlines() if line.startswith(broken)]
    assert any(" BROKEN" in line for line in verdicts), said
