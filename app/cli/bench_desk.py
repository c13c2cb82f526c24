"""The bench of the desk: a start until Today is painted, its memory, and a table of 100,000 rows.

Each is measured in a process of its own, because only the first start of a process is a start.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.cli.bench_frame import Row, judged
from app.cli.bench_part import python

_KIBIBYTES_OF_A_MEGABYTE = 1000 * 1000 / 1024
_HERE = "app.cli.bench_desk"
_BARE_START = """
import json, sys, time
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
import pysqlite3.dbapi2 as driver
import sqlalchemy as sa
app = QApplication([])
engine = sa.create_engine("sqlite:///" + sys.argv[1], module=driver)
with engine.connect() as connection:
    rows = connection.execute(sa.text(
        "SELECT number, state, currency, total_amount, made_at FROM work_order ORDER BY made_at DESC LIMIT 50"
    )).all()
table = QTableWidget(len(rows), 5)
for at, row in enumerate(rows):
    for column, value in enumerate(row):
        table.setItem(at, column, QTableWidgetItem(str(value)))
table.resize(1366, 768)
table.show()
app.processEvents()
table.grab()
peak = open("/proc/self/status").read().partition("VmRSS:")[2].split()[0]
print(json.dumps({"at": time.time(), "kib": int(peak)}))
"""


def paint_today(url: str, drafts: str) -> dict[str, Any]:
    """Open the shop, come in, and paint Today; tells when, the memory then, and the modules it was made of."""
    gc.disable()  # as the program does
    from app import first_page  # noqa: PLC0415, F401 - before Qt, as the program does
    from app.compose import open_shop  # noqa: PLC0415 - its import is part of the start
    from ui.dressing import Look, dress, make_application, open_window  # noqa: PLC0415 - Qt, in this process only
    from ui.start import person  # noqa: PLC0415 - as above
    from ui.today import TodayPage  # noqa: PLC0415 - as above

    app = make_application()
    shop = open_shop(url=url, workstation="bench", secrets_dir=Path(drafts) / "none", daily=False)
    dress(app, Look(language="ru", mode="light", scale=1.0))
    window = open_window(shop, person(shop, None), language="ru", drafts=Path(drafts))
    window.resize(1366, 768)
    window.show()
    loaded = sorted(sys.modules)
    window.open("today", None, {})
    page = window.page
    if not isinstance(page, TodayPage):
        raise TypeError(page)
    # debts and the numbers of the navigation are read after it, when Today can be used
    while page.view is None:
        app.processEvents()
        time.sleep(0.001)
    page.grab()
    at = time.time()
    used = Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]
    window.close()
    window.desk.close()
    shop.close()
    return {"at": at, "kib": int(used), "loaded": loaded}


def _told(*arguments: str) -> tuple[float, dict[str, Any]]:
    """Run this Python anew, without a display; when it began, and what it printed."""
    began = time.time()
    done = subprocess.run(  # noqa: S603 - this Python itself
        python(*arguments),
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
        began, told = _told("-m", _HERE, "today", url, str(folder))
        starts.append((told["at"] - began) * 1000)
        used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
        began, told = _told("-c", _BARE_START, url)
        bare.append((told["at"] - began) * 1000)
        bare_used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
    _, tables = _told("-m", _HERE, "table")
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


def _in_this_process(what: str, *arguments: str) -> None:
    """What this process was started for; its figures go to standard output as JSON."""
    if what == "today":
        found = paint_today(*arguments)
    else:
        from ui.measured_table import table_figures  # noqa: PLC0415 - Qt, in this process only

        found = table_figures()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    _in_this_process(*sys.argv[1:])
