"""How long a table of 100,000 ids takes to show and to scroll; figures are printed, no time is judged here.

The bars: 10 ms to show, 8 ms for a frame of scrolling. `pytest tests/bench/test_table_bench.py --benchmark-only`.
"""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from widgets.cells import Badge, Figure, Mark, PlateText, highlight
from widgets.table import Column, Table
from widgets.theme import install

IDS = 100_000
_ROW = 32


@dataclass(frozen=True)
class Order:
    id: int


COLUMNS = (
    Column("number", "No.", lambda r: f"{r.id:04}", width=64, kind="code", sort="number"),
    Column("plate", "Plate", lambda r: PlateText(f"А{r.id % 999:03}ВС", "777"), kind="plate"),
    Column("vehicle", "Vehicle", lambda r: f"Škoda Octavia {r.id}", width=121),
    Column("customer", "Customer", lambda r: highlight(f"Марина {r.id}", ["ри"]), stretch=1),
    Column("state", "State", lambda _: Badge("In progress", "wrench", "work"), kind="state"),
    Column("due", "Promised", lambda _: Mark("13:00", "alarm-clock", "bad"), align="right"),
    Column("paid", "Billing", lambda _: Mark("deposit", "", "secondary"), width=84),
    Column("sum", "Amount", lambda r: Figure(f"{r.id}", ",50"), align="right", kind="money"),
)


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> Table:
    install(qapp, "light", 1.0)
    made = Table(COLUMNS, key=lambda row: row.id, name="Orders")
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.rows_wanted.connect(lambda keys: made.fill([Order(key) for key in keys]))
    made.show()
    QApplication.processEvents()
    return made


def test_show(table: Table, benchmark: BenchmarkFixture) -> None:
    def show() -> None:
        table.set_keys(range(IDS))
        QApplication.processEvents()

    benchmark.pedantic(show, setup=lambda: table.set_keys([]), rounds=20)  # type: ignore[no-untyped-call]  # ships no types for it
    assert table.count() == IDS


def test_scroll_frame(table: Table, benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    table.set_keys(range(IDS))
    qtbot.waitUntil(lambda: table.model.row(0) is not None)
    table.fill([Order(key) for key in range(4000)])
    bar = table.view.verticalScrollBar()
    page = table.view.viewport().height()

    def frame() -> None:
        bar.setValue((bar.value() + page) % (3500 * _ROW))
        QApplication.processEvents()

    benchmark.pedantic(frame, rounds=100, warmup_rounds=5)  # type: ignore[no-untyped-call]  # ships no types for it
    assert bar.value() > 0
