"""How long a table of 100,000 rows takes to show and to scroll; beside Qt's own view of plain text."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView
from typing_extensions import override

from widgets.cells import Badge, Figure, PlateText
from widgets.table import Column, Table
from widgets.theme import install

IDS: Final = 100_000
_ROW_PIXELS: Final = 32


def _median(do: Callable[[], None], rounds: int) -> float:
    spans = []
    for _ in range(rounds):
        began = time.perf_counter()
        do()
        spans.append((time.perf_counter() - began) * 1000)
    return statistics.median(spans)


def table_figures() -> dict[str, float]:
    """Milliseconds to show 100,000 ids and to scroll a page; ours, and Qt's own view of plain text."""
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
