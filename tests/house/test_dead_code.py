"""Nothing stands here that nobody uses: no function, class, method, property or constant."""

import tomllib
from pathlib import Path

import vulture

from tests.house.tree import ROOT

JUDGED = {"class", "function", "method", "property", "import", "unreachable_code"}


def _unused(folder: Path) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    settings = project["tool"]["vulture"]
    scan = vulture.Vulture(
        ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"]
    )
    scan.scavenge([folder], exclude=settings["exclude"])
    return [
        f"{Path(item.filename).relative_to(folder)}:{item.first_lineno} {item.typ} {item.name}"
        for item in scan.get_unused_code(min_confidence=60)
        if item.typ in JUDGED
        or (item.typ == "variable" and _at_the_margin(item.filename, item.first_lineno, item.name))
    ]


def _at_the_margin(path: Path, line: int, name: str) -> bool:
    """A constant of the module; fields of records and members of enums are data, not code."""
    return path.read_text(encoding="utf-8").splitlines()[line - 1].startswith(name)


def test_nothing_unused_stands_here() -> None:
    assert _unused(ROOT) == []


def test_unused_things_are_found_and_fields_are_not(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(
        "LIMIT = 3\n\n\nclass Car:\n    plate: str = ''\n\n    def wash(self) -> None:\n"
        "        self.plate = ''\n\n\ndef main() -> None:\n    return\n",
        encoding="utf-8",
    )
    assert _unused(tmp_path) == [
        "planted.py:1 variable LIMIT",
        "planted.py:4 class Car",
        "planted.py:7 method wash",
        "planted.py:11 function main",
    ]
