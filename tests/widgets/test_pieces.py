"""Toasts, notices, progress, tabs, timeline, totals, badges, empty states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from widgets.badge import BadgeLabel, FigureLabel, MeterBar, PlateLabel
from widgets.buttons import Button
from widgets.cells import Badge, Figure, Meter, PlateText
from widgets.empty import EmptyState, Step
from widgets.notice import Notice
from widgets.progress import BusyLine, ProgressStrip
from widgets.tabs import SideTabs, TabLine, TabPage
from widgets.theme import install, theme
from widgets.timeline import Entry, Timeline
from widgets.toast import Toasts
from widgets.totals import Total, TotalsBar


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_ring_of_the_first_tab_leaves_its_letters_free(window: QWidget) -> None:
    line = TabLine("Lists")
    line.setParent(window)
    line.set_tabs([("here", "Here", 3), ("keys", "Keys", None)])
    line.show()
    line.setFocus()
    picture = line.grab().toImage()
    middle = picture.height() // 2
    ground = picture.pixel(picture.width() - 2, middle)
    assert picture.pixel(1, middle) != ground, "the ring"
    assert [picture.pixel(x, middle) for x in (3, 4)] == [ground] * 2


def test_a_toast_is_undone_by_its_button_and_by_its_keys(window: QWidget) -> None:
    toasts, undone = Toasts(window), []
    toasts.show("Line removed", lambda: undone.append("button"))
    assert toasts.text() == "Line removed"
    button = next(
        b for b in window.findChildren(QWidget) if b.accessibleName() == "Undo" and b.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["button"]
    assert toasts.text() == ""
    toasts.show("Line removed", lambda: undone.append("keys"))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["button", "keys"]
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["button", "keys"]


def test_a_toast_goes_by_itself_and_the_newer_one_wins(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show("First", seconds=30)
    toasts.show("Second", seconds=0.2)
    assert toasts.text() == "Second"
    qtbot.waitUntil(lambda: toasts.text() == "", timeout=3000)


def test_a_notice_says_and_acts(qtbot: QtBot) -> None:
    done: list[str] = []
    notice = Notice("bad", "circle-x", "No paper.", [("Retry", lambda: done.append("again"))])
    qtbot.addWidget(notice)
    notice.show()
    assert notice.accessibleName() == "No paper."
    QTest.keyClick(notice.buttons[0], Qt.Key.Key_Space)
    assert done == ["again"]
    with pytest.raises(ValueError, match="no such tone"):
        Notice("pink", "circle-x", "")


def test_progress_counts_and_stops_once(qtbot: QtBot) -> None:
    stopped: list[int] = []
    strip = ProgressStrip("Importing", lambda: stopped.append(1))
    qtbot.addWidget(strip)
    strip.show()
    strip.step(1, 4, "Importing, 1 of 4")
    assert strip.share() == pytest.approx(0.25)
    assert strip.text() == "Importing, 1 of 4"
    assert strip.accessibleDescription() == "1 of 4"
    assert strip.button is not None
    strip.button.click()
    strip.button.click()
    assert stopped == [1]


def test_the_busy_line_waits_before_it_shows(qtbot: QtBot) -> None:
    line = BusyLine()
    qtbot.addWidget(line)
    line.show()
    line.start()
    line.stop()
    qtbot.wait(400)
    assert not line.is_shown()
    line.start()
    line.start()
    qtbot.waitUntil(line.is_shown, timeout=2000)
    line.stop()
    assert line.is_shown()
    line.stop()
    assert not line.is_shown()
    assert line.height() == 2


def test_tabs_tell_names_and_keep_the_open_one(qtbot: QtBot) -> None:
    line = TabLine()
    qtbot.addWidget(line)
    line.set_tabs([("jobs", "Jobs", 3), ("time", "Time", None), ("papers", "Documents", 4)])
    line.show()
    assert line.current() == "jobs"
    assert line.tabText(0) == "Jobs, 3"
    with qtbot.waitSignal(line.changed) as told:
        QTest.keyClick(line, Qt.Key.Key_Right)
    assert told.args == ["time"]
    with qtbot.assertNotEmitted(line.changed):
        line.set_tabs([("jobs", "Jobs", 2), ("papers", "Documents", 4), ("time", "Time", 1)])
    assert line.current() == "time"
    closed, opened = line.tabRect(0).width(), line.tabRect(2).width()
    line.set_current("jobs")
    assert (line.tabRect(0).width(), line.tabRect(2).width()) == (closed, opened)


def test_side_tabs_stand_beside_the_main_page_on_a_wide_window(qtbot: QtBot) -> None:
    pages = [QLabel("lines"), QLabel("history"), QLabel("papers")]
    tabs = SideTabs(
        [
            TabPage("lines", "Jobs", pages[0], main=True),
            TabPage("history", "History", pages[1]),
            TabPage("papers", "Documents", pages[2], 4),
        ]
    )
    qtbot.addWidget(tabs)
    tabs.resize(1200, 600)
    tabs.show()
    assert not tabs.is_wide()
    assert pages[0].isVisible()
    tabs.set_current("papers")
    assert not pages[0].isVisible()
    tabs.resize(1700, 600)
    assert tabs.is_wide()
    assert tabs.current() == "papers"
    assert pages[0].isVisible()
    assert pages[2].isVisible()
    tabs.resize(1200, 600)
    assert not tabs.is_wide()
    assert not pages[0].isVisible()
    tabs.set_current("lines")
    assert pages[0].isVisible()


def test_all_titles_of_a_wide_window_s_side_show_without_scrolling(qtbot: QtBot) -> None:
    titles = ("История", "Приёмка", "Документы", "Рекомендации", "Правки", "Журнал")
    tabs = SideTabs(
        [
            TabPage("lines", "Работы", QWidget(), main=True),
            *(TabPage(title, title, QWidget()) for title in titles),
        ]
    )
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setContentsMargins(176, 0, 0, 0)
    row.addWidget(tabs)
    window.show()
    tabs.set_count("Рекомендации", 3)
    for width in (1600, 1920, 1600):
        window.resize(width, 600)
        assert tabs.is_wide()
        qtbot.waitUntil(lambda: tabs.line.width() >= tabs.line.sizeHint().width())
        assert not any(each.isVisible() for each in tabs.line.findChildren(QToolButton))


def test_the_timeline_is_walked_and_opened(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(400, 300)
    line.set_entries([Entry("14:32", "Approved", "by phone", key="a"), Entry("12:10", "Sent")])
    line.show()
    line.setCurrentIndex(line.model().index(0, 0))
    with qtbot.waitSignal(line.opened) as told:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["a"]
    assert line.model().index(0, 0).data() == "14:32, Approved, by phone"
    with qtbot.assertNotEmitted(line.opened):
        QTest.keyClick(line, Qt.Key.Key_Down)
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_long_detail_wraps_and_needs_more_room(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(400, 300)
    line.set_entries([Entry("14:32", "Short", "one"), Entry("12:10", "Long", "many words " * 30)])
    line.show()
    rows = [line.visualRect(line.model().index(row, 0)).height() for row in (0, 1)]
    assert rows[1] > 2 * rows[0]


def test_totals_leave_out_what_is_optional_before_anything_clips(qtbot: QtBot) -> None:
    bar = TotalsBar()
    qtbot.addWidget(bar)
    bar.set_figures(
        [
            Total("Labour", Figure("7 680", ",00")),
            Total("Discount", Figure("−367", ",50"), optional=True),
            Total("Margin", Meter(0.388, "38,8 %", "good", 0.33), note="goal 33"),
            Total("Total", Figure("37 402", ",50 ₽"), side="right", big=True),
        ]
    )
    bar.resize(900, 60)
    bar.show()
    assert [total.caption for total in bar.shown()] == ["Labour", "Discount", "Margin", "Total"]
    bar.resize(420, 60)
    assert [total.caption for total in bar.shown()] == ["Labour", "Margin", "Total"]
    assert "Total 37 402,50 ₽" in bar.accessibleDescription()
    assert bar.height() == theme().height("totals_bar")


def test_small_labels_have_names_and_room(qtbot: QtBot) -> None:
    badge = BadgeLabel(Badge("In progress", "wrench", "work"))
    plate = PlateLabel(PlateText("А123ВС", "777"), large=True)
    figure = FigureLabel(Figure("37 402", ",50 ₽"), size="figure", name="Total")
    meter = MeterBar(Meter(0.4, "40 %", "good"), name="Margin")
    for made, name in (
        (badge, "In progress"),
        (plate, "А123ВС 777"),
        (figure, "Total 37 402,50 ₽"),
        (meter, "Margin 40 %"),
    ):
        qtbot.addWidget(made)
        made.show()
        assert made.accessibleName() == name
        assert made.sizeHint().width() > 20
    narrow = figure.sizeHint().width()
    figure.set_figure(Figure("137 402", ",50 ₽"))
    assert figure.sizeHint().width() > narrow


def test_an_empty_state_teaches_and_offers(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("New order", kind="primary")
    button.clicked.connect(lambda: pressed.append(1))
    steps = [Step("car", "Plate", "car and customer"), Step("wrench", "Jobs")]
    empty = EmptyState(
        "clipboard-list", "No orders yet", "They begin at the gate.", button, steps=steps
    )
    qtbot.addWidget(empty)
    empty.show()
    assert empty.accessibleName() == "No orders yet They begin at the gate."
    words = [label.text() for label in empty.findChildren(QLabel)]
    assert "1. Plate" in words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]


def test_a_timeline_in_a_dialog_has_the_dialogs_ground_in_every_theme(
    qapp: QApplication, qtbot: QtBot
) -> None:
    line = Timeline(ground="surface.raised")
    qtbot.addWidget(line)
    line.resize(300, 120)
    line.show()
    try:
        for mode in ("light", "dark"):
            install(qapp, mode, 1.0)
            corner = line.grab().toImage().pixelColor(290, 110)
            assert corner.name() == theme().colour("surface.raised").name()
    finally:
        install(qapp, "light", 1.0)
