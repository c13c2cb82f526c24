"""What the project is made of: declared, locked with hashes, and the version in one place."""

import re
import tomllib
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import app
from tests.house.tree import ROOT

LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_declared_package_is_locked_within_its_bounds() -> None:
    project = _project()["project"]
    declared = [
        Requirement(text)
        for text in project["dependencies"] + project["optional-dependencies"]["dev"]
    ]
    locked = {
        canonicalize_name(found["name"]): found["version"] for found in LOCKED.finditer(_lock())
    }
    outside = [
        str(wanted)
        for wanted in declared
        if not wanted.specifier.contains(locked.get(canonicalize_name(wanted.name), "0"))
    ]
    assert outside == [], "run: python3 dev.py lock"
    assert all(wanted.specifier for wanted in declared)


def test_every_locked_package_has_hashes_and_no_address() -> None:
    lock = _lock()
    assert "://" not in lock
    entries = re.split(r"\n(?=\S)", lock.strip())
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 50
    without = [entry.split()[0] for entry in packages if "--hash=sha256:" not in entry]
    assert without == []


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", app.__version__)
    assert _project()["project"]["dynamic"] == ["version"]
    assert _project()["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "app.__version__"}
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {app.__version__}" in changes
