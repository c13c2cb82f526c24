"""Pages of the desk, in a process of its own: made, opened with all they read, painted; beside Qt's bare labels."""

import json
import os
import statistics
import subprocess
from pathlib import Path

from app.cli.bench_frame import Row, judged
from app.cli.bench_part import command


def page_rows(url: str, folder: Path) -> list[Row]:
    """Each page of the shop in that file: opening one that was made ahead, and making it."""
    done = subprocess.run(  # noqa: S603 - this Python itself
        command("pages", url, str(folder)),
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
    )
    found: dict[str, dict[str, list[float]]] = json.loads(done.stdout.splitlines()[-1])
    rows = []
    for name, spans in found.items():
        bare = statistics.median(spans["bare"])
        page = name.replace("_", " ")
        rows += [
            judged(
                f"page {page}: open, read and painted",
                statistics.median(spans["open"]),
                limit=bare,
                must=100,
                aim=50,
            ),
            judged(
                f"page {page}: made ahead",
                statistics.median(spans["make"]),
                limit=bare,
                must=50,
                aim=25,
            ),
        ]
    return rows
