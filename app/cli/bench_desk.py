"""The bench of the desk: a start until Today is painted, its memory, and a table of 100,000 rows.

Each is measured in a process of its own, because only the first start of a process is a start.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.cli.bench_frame import Row, judged
from app.cli.bench_part import command

_KIBIBYTES_OF_A_MEGABYTE = 1000 * 1000 / 1024


def _told(part: str, *arguments: str) -> tuple[float, dict[str, Any]]:
    """Do a part of the bench in a process of its own, without a display; when it began, and what it printed."""
    began = time.time()
    done = subprocess.run(  # noqa: S603 - this Python itself
        command(part, *arguments),
        check=True,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            # a program that is installed has its bytecode, whatever the one that measures keeps
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "carpass-bench-bytecode"),
        },
        cwd=Path(__file__).resolve().parents[2],
    )
    return began, json.loads(done.stdout.splitlines()[-1])


@dataclass(slots=True)
class _Starts:
    """Milliseconds and megabytes of some starts of the desk, each beside one of the bare start."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    bare_used: list[float] = field(default_factory=list)


def _starts(url: str, folder: Path, times: int) -> _Starts:
    """By turns; the first of each is left out, as it fills the caches."""
    found = _Starts()
    for number in range(times + 1):
        for words, took, used in (
            (("today", url, str(folder)), found.ours, found.used),
            (("bare-start", url), found.bare, found.bare_used),
        ):
            began, told = _told(*words)
            if number:
                took.append((told["at"] - began) * 1000)
                used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
    return found


def desk_rows(shops: Mapping[int, str], folder: Path, times: int = 5) -> list[Row]:
    """Start and memory on the oldest of the shops (years to file), those of the others beside; and the table."""
    found = {years: _starts(url, folder, times) for years, url in shops.items()}
    oldest = found[max(found)]
    _, tables = _told("table")
    return [
        judged(
            "start to painted Today",
            statistics.median(oldest.ours),
            limit=statistics.median(oldest.bare),
            by_ratio=True,
            must=2,
            aim=1.3,
            years={str(years): statistics.median(each.ours) for years, each in found.items()},
        ),
        judged(
            "memory with Today painted",
            statistics.median(oldest.used),
            limit=statistics.median(oldest.bare_used),
            unit="MB",
            must=180,
            aim=140,
            years={str(years): statistics.median(each.used) for years, each in found.items()},
        ),
        judged(
            "table of 100,000 rows: show",
            tables["ours show"],
            limit=tables["bare show"],
            by_ratio=True,
            must=1.5,
            aim=1.2,
        ),
        judged(
            "table of 100,000 rows: one frame of scrolling",
            tables["ours scroll"],
            limit=tables["bare scroll"],
            by_ratio=True,
            must=1.5,
            aim=1.2,
        ),
    ]
