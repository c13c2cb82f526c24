"""Where things live: the rooms at the top, names that say something, files of a readable size."""

import re
from itertools import takewhile

from tests.house.tree import ROOT, files, modules, name_of, texts

ROOMS = {"app", "ui", "widgets", "models", "sync", "reports", "resources", "migrations", "tests"}
BESIDE = {
    "docs",
    "pyproject.toml",
    "build.spec",
    "dev.py",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "requirements.lock",
}
SAYS_NOTHING = re.compile(
    r"(^|_)(utils?|helpers?|commons?|managers?|misc|repositor(y|ies)|dtos?|interfaces?)(_|$)"
    r"|^(service|services|system|base_service)$"
)
LONGEST_FILE = 600
LONGEST_SCREEN = 300
# A place on one person's machine, or where packages are fetched from: neither is the project's.
PLACES = re.compile(
    r"(?<![\w.$}/])/(root|home/\w+|Users/\w+|work|workspace|mnt|private/tmp)/"
    r"|[A-Z]:\\\\?Users"
    r"|\bfiles\.pythonhosted\.org|\bpypi\.org/simple|\bartifactory\b|\.pkg\.dev\b"
    r"|--(extra-)?index-url[ =]|--find-links[ =]|--trusted-host",
    re.IGNORECASE,
)


def test_the_top_holds_the_rooms_of_the_house_and_nothing_else() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in files()}
    strangers = {name for name in top if not name.startswith(".")} - ROOMS - BESIDE
    assert strangers == set()


def test_a_name_says_what_is_inside() -> None:
    parts = {
        part: name_of(path)
        for path in modules()
        for part in path.relative_to(ROOT).with_suffix("").parts
    }
    assert {part: where for part, where in parts.items() if SAYS_NOTHING.search(part)} == {}


def test_a_file_can_be_read_in_one_sitting() -> None:
    long = {}
    for path in modules():
        if name_of(path).startswith("migrations/versions/"):
            continue  # a list of statements in order, never changed once it has landed
        lines = len(path.read_text(encoding="utf-8").splitlines())
        limit = LONGEST_SCREEN if _is_screen(name_of(path)) else LONGEST_FILE
        if lines > limit:
            long[name_of(path)] = lines
    assert long == {}


def _is_screen(name: str) -> bool:
    """A file of a room of ``ui/``; shell, parts and the program above them are no screens."""
    room, _, rest = name.removeprefix("ui/").partition("/")
    return name.startswith("ui/") and bool(rest) and room not in {"shell", "parts", "tour"}


def test_no_file_names_a_place_on_one_machine_or_a_registry() -> None:
    found = {
        f"{name_of(path)}:{number}": line.strip()[:120]
        for path in texts()
        if path.name != "test_layout.py"
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if PLACES.search(line)
    }
    assert found == {}


def test_the_places_are_recognised() -> None:
    for planted in (
        "open('/root/x')",
        'Path("/home/anna/shop")',
        "C:\\Users\\anna",
        "--index-url https://x/",
        "https://pypi.org/simple/",
    ):
        assert PLACES.search(planted), planted
    for innocent in ("docs/root/x", "${HOME}/work/x", "--no-emit-index-url", "homework/"):
        assert not PLACES.search(innocent), innocent


def test_every_ignored_rule_of_the_tools_gives_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("[tool.ruff.lint]")
    ruff = takewhile(lambda line: line != "[tool.ruff.lint.flake8-bugbear]", lines[start:])
    rules = [line for line in ruff if re.match(r'\s+"[A-Z]+\d+"', line)]
    assert len(rules) > 5
    assert [line for line in rules if not re.search(r"#\s+\S+", line)] == []
