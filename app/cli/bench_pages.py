"""Pages of the desk, in processes of their own: made, opened with all they read, painted; beside Qt's bare labels."""

import json
import os
import statistics
import subprocess
from pathlib import Path
from typing import Any, Final

from app.cli.bench_frame import Row, judged
from app.cli.bench_part import command

_PROCESSES: Final = 3


def _told(part: str, *arguments: str) -> Any:  # noqa: ANN401 - what the part prints
    """What a part of the bench found, in a process of its own without a display."""
    done = subprocess.run(  # noqa: S603 - this Python itself
        command(part, *arguments),
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
    )
    return json.loads(done.stdout.splitlines()[-1])


def page_rows(url: str, folder: Path) -> list[Row]:
    """Each page of the shop in that file: made ahead, its first opening, opening it again, its longest event."""
    # a process opens a page for the first time once: the middle one of some
    told: list[dict[str, dict[str, list[float]]]] = [
        _told("pages", url, str(folder / f"pages{number}")) for number in range(_PROCESSES)
    ]
    gaps: dict[str, list[float]] = _told("gaps", url, str(folder))
    rows = []
    for name in told[0]:
        spans = {
            span: [value for each in told for value in each[name][span]] for span in told[0][name]
        }
        bare = statistics.median(spans["bare"])
        page = name.replace("_", " ")
        for what, span, must, aim in (
            ("open, read and painted", statistics.median(spans["open"]), 100, 50),
            ("opened for the first time", statistics.median(spans["first"]), 100, 50),
            ("made ahead", statistics.median(spans["make"]), 50, 25),
            # what holds a page up in each of the windows is its own; what does in one of them, the machine's
            ("longest event", min(gaps[name]), 50, 25),
        ):
            rows.append(judged(f"page {page}: {what}", span, limit=bare, must=must, aim=aim))
    return rows
