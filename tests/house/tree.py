"""The project's own files, as the rules of the house see them."""

import ast
import functools
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Made by tools, never committed; .gitignore names the same.
MADE = {
    ".git",
    ".venv",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".benchmarks",
    ".import_linter_cache",
    "htmlcov",
}
MADE_AT_TOP = {"out", "build", "dist"}
TEXTS = {".py", ".md", ".toml", ".json", ".lock", ".html", ".css", ".js", ".csv", ".spec", ".ini"}


def files() -> Iterator[Path]:
    """Every file of the project, as an absolute path."""
    for folder, below, names in os.walk(ROOT):
        here = Path(folder)
        below[:] = sorted(
            name
            for name in below
            if name not in MADE
            and not name.endswith(".egg-info")
            and not (here == ROOT and name in MADE_AT_TOP)
        )
        yield from (here / name for name in sorted(names) if not name.startswith(".coverage"))


def modules() -> list[Path]:
    """Every Python file."""
    return [path for path in files() if path.suffix == ".py"]


def texts() -> list[Path]:
    """Every file people read or write as text, the dot-files at the top among them."""
    return [
        path
        for path in files()
        if path.suffix in TEXTS or (path.suffix == "" and path.parent in {ROOT, ROOT / ".ci"})
    ]


def name_of(path: Path) -> str:
    """A file as people say it: from the top of the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def parsed(path: Path) -> ast.Module:
    """A module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
