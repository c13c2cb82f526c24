"""Charts: every mark is walked, told and opened by keyboard, and a true table stands behind the picture."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from widgets.charts import Bar, Bars, Columns, Line, Pillar, Point
from widgets.marks import Chart
from widgets.strip import Due, Strip
from widgets.theme import install, theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


def ready(chart: Chart, qtbot: QtBot, width: int = 600, height: int = 200) -> None:
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.setFocus()


def cars() -> Bars:
    made = Bars("Cars in the shop", ("State", "Cars"), bar_width=96, opens=True)
    made.set_bars(
        [
            Bar("Checked in", (2,), ("2",), "2", "log-in", "work", "checked_in"),
            Bar("Ready", (3,), ("3",), "3", "circle-check", "good", "ready"),
        ]
    )
    return made


def test_arrows_walk_enter_opens_and_the_words_are_told(qtbot: QtBot) -> None:
    chart = cars()
    ready(chart, qtbot)
    assert chart.accessibleName() == "Cars in the shop"
    assert chart.accessibleDescription() == "Checked in, 2"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "Ready, 3"
    with qtbot.waitSignal(chart.opened) as told:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == ["ready"]
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current() == 1
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.current() == 0


def test_a_click_opens(qtbot: QtBot) -> None:
    chart = cars()
    ready(chart, qtbot)
    with qtbot.waitSignal(chart.opened) as told:
        QTest.mouseClick(
            chart.sheet(), Qt.MouseButton.LeftButton, pos=QPoint(20, theme().px(27) + 5)
        )
    assert told.args == ["ready"]


def test_the_place_is_kept_when_the_figures_change(qtbot: QtBot) -> None:
    chart = cars()
    ready(chart, qtbot)
    QTest.keyClick(chart, Qt.Key.Key_End)
    chart.set_bars(
        [
            Bar("Checked in", (2,), ("2",), "2", "log-in", "work", "checked_in"),
            Bar("Approved", (1,), ("1",), "1", "thumbs-up", "work", "approved"),
            Bar("Ready", (4,), ("4",), "4", "circle-check", "good", "ready"),
        ]
    )
    assert chart.current() == 2
    assert chart.accessibleDescription() == "Ready, 4"


def test_the_table_behind_says_the_same_and_can_be_shown(qtbot: QtBot) -> None:
    chart = Columns("Load", ("Day", "Hours"))
    chart.set_pillars([Pillar("Mon", 46, "46 h", 54, "85 %"), Pillar("Tue", 51, "51 h")])
    ready(chart, qtbot)
    assert not chart.findChildren(QTableWidget)
    table = chart.table()
    model = table.model()
    assert [model.index(row, 1).data() for row in (0, 1)] == ["46 h, 85 %", "51 h"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Day"
    assert table.isVisible()
    assert table.accessibleName() == "Load, as a table"
    QTest.keyClick(chart, Qt.Key.Key_T)
    assert not chart.sheet().isVisible()
    assert QApplication.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert chart.sheet().isVisible()
    assert QApplication.focusWidget() is chart


def test_copy_gives_a_spreadsheet_its_rows(qtbot: QtBot) -> None:
    chart = cars()
    ready(chart, qtbot)
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "State\tCars\nChecked in\t2\nReady\t3"


def test_a_higher_value_is_a_higher_column(qtbot: QtBot) -> None:
    chart = Columns("Load", ("Day", "Hours"))
    chart.set_pillars([Pillar("Mon", 10, "10"), Pillar("Tue", 40, "40", strong=True)])
    ready(chart, qtbot, 200, 100)
    picture = chart.grab().toImage()
    colours = theme().colour("load.mid").rgb(), theme().colour("accent.base").rgb()
    tall = [
        sum(picture.pixel(x, y) == colour for y in range(100))
        for x, colour in ((50, colours[0]), (150, colours[1]))
    ]
    assert tall[1] == pytest.approx(4 * tall[0], abs=4)


def due(count: int, at: float = 14.0) -> list[Due]:
    return [Due(at, f"А12{number}ВС", "Octavia", key=number) for number in range(count)]


def test_marks_that_meet_take_lanes_and_none_overlap(qtbot: QtBot) -> None:
    strip = Strip("Promised", ("Car", "When"))
    strip.set_due(due(3), begin=9, end=19, ticks=[(h, f"{h}:00") for h in range(9, 22)], now=12.0)
    ready(strip, qtbot, 900, 140)
    boxes = [spot.box for spot in strip.spots()]
    assert len({box.top() for box in boxes}) == 3
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert strip.left_out() == 0


def test_the_last_mark_fits_before_the_edge(qtbot: QtBot) -> None:
    strip = Strip("Promised", ("Car", "When"))
    strip.set_due(due(1, at=19.0), begin=9, end=19, ticks=[])
    ready(strip, qtbot, 700, 100)
    assert strip.spots()[0].box.right() <= 700.5


def test_what_finds_no_lane_is_counted(qtbot: QtBot) -> None:
    strip = Strip("Promised", ("Car", "When"), lanes=2)
    ready(strip, qtbot, 700, 120)
    with qtbot.waitSignal(strip.overflowed) as told:
        strip.set_due(due(5), begin=9, end=19, ticks=[])
    assert told.args == [3]
    assert strip.table().rowCount() == 5


def test_up_and_down_change_lanes(qtbot: QtBot) -> None:
    strip = Strip("Promised", ("Car", "When"))
    strip.set_due([*due(2), Due(18.0, "Х007ОР", key="late")], begin=9, end=19, ticks=[])
    ready(strip, qtbot, 900, 140)
    QTest.keyClick(strip, Qt.Key.Key_Down)
    assert strip.current() == 1
    QTest.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.opened) as told:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert told.args == ["late"]


def test_a_wrong_point_stands_beside_the_line(qtbot: QtBot) -> None:
    line = Line("Odometer", ("Reading", "Remark"), opens=True)
    line.set_points(
        [
            Point(0, 10, "10 000 km", key="a"),
            Point(1, 4, "4 000 km", kind="wrong", note="−6 000", key="b"),
            Point(2, 20, "20 000 km", key="c"),
        ],
        across=[(0, "2024"), (2, "2026")],
        up=[(0, "0"), (20, "20")],
    )
    ready(line, qtbot)
    tops = [spot.box.center().y() for spot in line.spots()]
    assert tops[1] > tops[0] > tops[2]
    QTest.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleDescription() == "4 000 km, −6 000"
    bad = theme().colour("status.bad.mark").rgb()
    picture = line.grab().toImage()
    seen = sum(
        picture.pixel(x, y) == bad for x in range(picture.width()) for y in range(picture.height())
    )
    assert seen > 10
