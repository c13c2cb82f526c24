"""The bench of the desk: a start until Today is painted, its memory, and a table of 100,000 rows.

Each is measured in a process of its own, because only the first start of a process is a start.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
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


def desk_rows(url: str, folder: Path, times: int = 5) -> list[Row]:
    """Start and memory on the shop of that file, by turns with the bare start; and the table."""
    starts, bare, used, bare_used = [], [], [], []
    for _ in range(times + 1):
        began, told = _told("today", url, str(folder))
        starts.append((told["at"] - began) * 1000)
        used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
        began, told = _told("bare-start", url)
        bare.append((told["at"] - began) * 1000)
        bare_used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
    _, tables = _told("table")
    return [
        judged(
            "start to painted Today",
            statistics.median(starts[1:]),
            limit=statistics.median(bare[1:]),
            by_ratio=True,
            must=2,
            aim=1.3,
        ),
        judged(
            "memory with Today painted",
            statistics.median(used[1:]),
            limit=statistics.median(bare_used[1:]),
            unit="MB",
            must=180,
            aim=140,
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
