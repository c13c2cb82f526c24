"""The pages exist, and what they name exists."""

import re
import subprocess
import sys

import pytest

from tests.house.tree import MADE_AT_TOP, ROOT, files, name_of

PAGES = (
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "docs/architecture.md",
    "docs/adding-a-capability.md",
    "docs/sync-protocol.md",
)
# A path in backticks: has a slash and no blanks, dots, stars or brackets to be filled in.
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
DEV_COMMAND = re.compile(r"python3 dev\.py (\w+)")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_there_and_says_something(page: str) -> None:
    assert len((ROOT / page).read_text(encoding="utf-8").split()) > 50


def test_decisions_are_written_down() -> None:
    assert list((ROOT / "docs/decisions").glob("*.md"))


def test_a_path_named_on_a_page_exists() -> None:
    pages = [path for path in files() if path.suffix == ".md" and path.name != "CHANGELOG.md"]
    gone = {
        f"{name_of(page)}: {named}"
        for page in pages
        for named in PATH.findall(page.read_text(encoding="utf-8"))
        if named.split("/")[0] not in MADE_AT_TOP | {".venv"}
        and not (ROOT / named).exists()
        and not (page.parent / named).exists()
    }
    assert gone == set()


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(DEV_COMMAND.findall(readme))
    assert {"run", "test"} <= commands
    told = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True
    ).stdout
    listed = re.findall(r"^    (\w+) ", told, re.MULTILINE)
    assert commands <= set(listed)
