"""The bench of the desk: a start until Today is painted, its memory, and a table of 100,000 rows.

Each is measured in a process of its own, because only the first start of a process is a start.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.bench_frame import Row, judged

IDS = 100_000
_ROW_PIXELS = 32
_KIBIBYTES_OF_A_MEGABYTE = 1000 * 1000 / 1024
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


def paint_today(url: str, drafts: str) -> dict[str, float]:
    """Open the shop, come in, and paint Today with everything it asked for; tells when, and the memory then."""
    from app.compose import open_shop  # noqa: PLC0415 - its import is part of the start
    from ui.dressing import Look, dress, make_application, open_window  # noqa: PLC0415 - Qt, in this process only
    from ui.start import person, settle  # noqa: PLC0415 - as above

    app = make_application()
    shop = open_shop(url=url, workstation="bench", secrets_dir=Path(drafts) / "none", daily=False)
    dress(app, Look(language="ru", mode="light", scale=1.0))
    window = open_window(shop, person(shop, None), language="ru", drafts=Path(drafts))
    window.resize(1366, 768)
    window.show()
    window.open("today", None, {})
    settle(window, 1)
    app.processEvents()
    at = time.time()
    used = Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2].split()[0]
    window.close()
    window.desk.close()
    shop.close()
    return {"at": at, "kib": int(used)}


def table_figures() -> dict[str, float]:
    """Milliseconds to show 100,000 ids and to scroll a page; ours, and Qt's own view of plain text."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt  # noqa: PLC0415 - see above
    from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView  # noqa: PLC0415 - see above
    from typing_extensions import override  # noqa: PLC0415 - see above

    from widgets.cells import Badge, Figure, PlateText  # noqa: PLC0415 - see above
    from widgets.table import Column, Table  # noqa: PLC0415 - see above
    from widgets.theme import install  # noqa: PLC0415 - see above

    app = QApplication([])
    install(app, "light", 1.0)

    @dataclass(frozen=True)
    class Order:
        id: int

    columns = (
        Column("number", "No.", lambda r: f"{r.id:06}", width=64, kind="code"),
        Column("plate", "Plate", lambda r: PlateText(f"А{r.id % 999:03}ВС", "777"), kind="plate"),
        Column("vehicle", "Vehicle", lambda r: f"Škoda Octavia {r.id}", width=121),
        Column("customer", "Customer", lambda r: f"Марина {r.id}", stretch=1),
        Column("state", "State", lambda _: Badge("In progress", "wrench", "work"), kind="state"),
        Column("sum", "Amount", lambda r: Figure(f"{r.id}", ",50"), align="right", kind="money"),
    )

    class Plain(QAbstractTableModel):
        @override
        def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
            return IDS

        @override
        def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
            return len(columns)

        @override
        def data(
            self,
            index: QModelIndex | QPersistentModelIndex,
            role: int = Qt.ItemDataRole.DisplayRole,
        ) -> Any:
            if role == Qt.ItemDataRole.DisplayRole:
                return f"Škoda Octavia {index.row()}.{index.column()}"
            return None

    ours = Table(columns, key=lambda row: row.id, name="Orders")
    ours.rows_wanted.connect(lambda keys: ours.fill([Order(key) for key in keys]))
    bare = QTableView()
    bare.verticalHeader().setDefaultSectionSize(_ROW_PIXELS)

    def show_ours() -> None:
        ours.set_keys(range(IDS))
        ours.show()
        app.processEvents()
        ours.grab()

    def show_bare() -> None:
        bare.setModel(Plain(bare))
        bare.show()
        app.processEvents()
        bare.grab()

    def frame(view: QAbstractItemView) -> Callable[[], None]:
        def scroll() -> None:
            bar = view.verticalScrollBar()
            bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum() // 2))
            app.processEvents()
            view.viewport().grab()

        return scroll

    found: dict[str, float] = {}
    for name, widget, show, view in (
        ("ours", ours, show_ours, ours.view),
        ("bare", bare, show_bare, bare),
    ):
        widget.resize(1366, 640)
        found[f"{name} show"] = _median(show, 5)
        found[f"{name} scroll"] = _median(frame(view), 60)
        widget.close()
    return found


def _median(work: Callable[[], None], times: int) -> float:
    work()
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spans.append((time.perf_counter() - began) * 1000)
    return statistics.median(spans)


def _told(source: str, *arguments: str) -> tuple[float, dict[str, float]]:
    """Run the source in a new process without a display; when it began, and what it printed."""
    began = time.time()
    done = subprocess.run(  # noqa: S603 - this Python itself
        [sys.executable, "-X", "utf8", "-c", source, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
    )
    return began, json.loads(done.stdout.splitlines()[-1])


def _asked(name: str) -> str:
    return f"import json, sys; from app.cli.bench_desk import {name}; print(json.dumps({name}(*sys.argv[1:])))"


def desk_rows(url: str, folder: Path, times: int = 5) -> list[Row]:
    """Start and memory on the shop of that file, by turns with the bare start; and the table."""
    starts, bare, used, bare_used = [], [], [], []
    for _ in range(times + 1):
        began, told = _told(_asked("paint_today"), url, str(folder))
        starts.append((told["at"] - began) * 1000)
        used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
        began, told = _told(_BARE_START, url)
        bare.append((told["at"] - began) * 1000)
        bare_used.append(told["kib"] / _KIBIBYTES_OF_A_MEGABYTE)
    _, tables = _told(_asked("table_figures"))
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
            statistics.median(used),
            limit=statistics.median(bare_used),
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
