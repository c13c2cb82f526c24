"""A process of the bench's own: the built program has no Python to start, so it starts itself and does one part.

The parts stand in this list; nothing that a command line says is run as a program.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from app.cli.frame import GOOD, USER, complain

NAME: Final = "bench-part"
"""The word that asks for it; no command of people's, so no help names it."""
_FOLDER: Final = Path(__file__).resolve().parent


def _today(url: str, drafts: str) -> dict[str, Any]:
    from app.cli.bench_painted import paint_today  # noqa: PLC0415 - each part loads what it measures

    return paint_today(url, drafts)


def _table() -> dict[str, float]:
    from ui.measured_table import table_figures  # noqa: PLC0415 - as above

    return table_figures()


def _pages(url: str, drafts: str) -> dict[str, dict[str, list[float]]]:
    from app.cli.bench_painted import open_pages  # noqa: PLC0415 - as above

    return open_pages(url, drafts)


def _gaps(url: str, drafts: str) -> dict[str, list[float]]:
    from app.cli.bench_painted import watch_pages  # noqa: PLC0415 - as above

    return watch_pages(url, drafts)


def _bare_start(url: str) -> dict[str, float]:
    from app.cli.bare_start import measure  # noqa: PLC0415 - as above

    return measure(url)


def _bare_paper(fonts: str) -> list[float]:
    from app.cli.bare_paper import measure  # noqa: PLC0415 - as above

    return measure(fonts)


def _first_paper() -> float:
    from app.cli.first_paper import measure  # noqa: PLC0415 - as above

    return measure()


PARTS: Final[Mapping[str, Callable[..., Any]]] = {
    "today": _today,
    "table": _table,
    "pages": _pages,
    "gaps": _gaps,
    "bare-start": _bare_start,
    "bare-paper": _bare_paper,
    "first-paper": _first_paper,
}
_ALONE: Final = {
    "bare-start": "bare_start.py",
    "bare-paper": "bare_paper.py",
    "first-paper": "first_paper.py",
}
"""Parts that a Python runs without the rest of this program: a limit must not wait for us."""


def command(part: str, *arguments: str) -> list[str]:
    """The command that does the part in a process of its own; KeyError for a part that is none."""
    if part not in PARTS:
        raise KeyError(part)
    if getattr(sys, "frozen", False):
        return [sys.executable, NAME, part, *arguments]
    if part in _ALONE:
        return [sys.executable, "-X", "utf8", "-P", str(_FOLDER / _ALONE[part]), *arguments]
    return [sys.executable, "-X", "utf8", "-m", "app", NAME, part, *arguments]


def run(arguments: Sequence[str]) -> int:
    """Do the part that the first word names, and print what it found as JSON; returns the exit code."""
    part, *rest = arguments or [""]
    if part not in PARTS:
        complain(f"The bench has no part {part!r}.")
        return USER
    sys.stdout.write(json.dumps(PARTS[part](*rest)) + "\n")
    return GOOD
