"""The palette: the field keeps the focus, arrows pass over headings, Enter takes, Esc gives the focus back."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from widgets.cells import Badge, PlateText
from widgets.palette import PaletteModel, PaletteOverlay, PaletteRow, PaletteSection
from widgets.theme import install

SECTIONS = (
    PaletteSection(
        "Vehicles", (PaletteRow("car", "car", (PlateText("О512КХ", "799"),), "Kia Ceed"),)
    ),
    PaletteSection("Nothing"),
    PaletteSection(
        "Orders",
        (
            PaletteRow("one", "clipboard-list", ("0151",), right=Badge("In progress", "wrench")),
            PaletteRow("two", "clipboard-list", ("0874",), keys="Ctrl+N"),
        ),
    ),
)


@pytest.fixture
def field() -> QLineEdit:
    return QLineEdit("typed")


@pytest.fixture
def front(qapp: QApplication, qtbot: QtBot, field: QLineEdit) -> QMainWindow:
    install(qapp, "light")
    front = QMainWindow()
    front.setCentralWidget(field)
    front.resize(1366, 768)
    qtbot.addWidget(front)
    front.show()
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    field.setFocus()
    return front


@pytest.fixture
def overlay(front: QMainWindow, qtbot: QtBot) -> PaletteOverlay:
    made = PaletteOverlay(front, "Find", "Find anything")
    made.panel.set_sections(SECTIONS)
    made.begin()
    qtbot.waitUntil(made.panel.box.hasFocus)
    return made


def press(overlay: PaletteOverlay, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(overlay.panel.box, key)


def chosen(overlay: PaletteOverlay) -> object:
    row = overlay.panel.current()
    return row.key if row else None


def test_the_first_row_waits_for_enter(overlay: PaletteOverlay, qtbot: QtBot) -> None:
    with qtbot.waitSignal(overlay.panel.chosen) as taken:
        press(overlay, Qt.Key.Key_Return)
    assert taken.args == ["car"]


def test_arrows_pass_over_headings_and_around(overlay: PaletteOverlay) -> None:
    press(overlay, Qt.Key.Key_Down)
    assert chosen(overlay) == "one"
    press(overlay, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert chosen(overlay) == "car"
    press(overlay, Qt.Key.Key_Up)
    assert chosen(overlay) == "two"
    press(overlay, Qt.Key.Key_PageUp)
    assert chosen(overlay) == "car"
    press(overlay, Qt.Key.Key_PageDown)
    assert chosen(overlay) == "two"


def test_what_somebody_moved_to_stays_when_rows_come(overlay: PaletteOverlay) -> None:
    press(overlay, Qt.Key.Key_Down)
    more = PaletteSection("First", (PaletteRow("new", "user", ("Ким",)),))
    overlay.panel.set_sections((more, *SECTIONS))
    assert chosen(overlay) == "one"
    QTest.keyClicks(overlay.panel.box, "a")
    overlay.panel.set_sections((more, *SECTIONS))
    assert chosen(overlay) == "new"


def test_nothing_found_is_said(overlay: PaletteOverlay) -> None:
    overlay.panel.set_sections((), "Nothing is found")
    assert chosen(overlay) is None
    press(overlay, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert overlay.panel.rows() == []


def test_escape_gives_the_focus_back(
    overlay: PaletteOverlay, field: QLineEdit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(overlay.closed):
        press(overlay, Qt.Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)
    assert not overlay.isVisible()


def test_a_click_beside_closes_and_one_inside_does_not(overlay: PaletteOverlay) -> None:
    inside = overlay.panel.geometry().topLeft() + QPoint(20, 60)
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=inside)
    assert overlay.isVisible()
    QTest.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 700))
    assert not overlay.isVisible()


def test_it_fits_a_low_window(overlay: PaletteOverlay) -> None:
    rows = tuple(PaletteRow(n, "user", (f"Row {n}",)) for n in range(60))
    overlay.panel.set_sections((PaletteSection("Many", rows),))
    overlay.fit()
    assert overlay.panel.geometry().bottom() < overlay.height()
    press(overlay, *(Qt.Key.Key_Down,) * 59)
    assert chosen(overlay) == 59


def test_rows_are_told_in_words(overlay: PaletteOverlay) -> None:
    assert [row.spoken for row in overlay.panel.rows()] == [
        "О512КХ 799, Kia Ceed",
        "0151, In progress",
        "0874",
    ]


def test_the_model_is_sound(overlay: PaletteOverlay) -> None:
    model = PaletteModel(overlay)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(SECTIONS)
    assert model.rowCount() == 5
    assert model.places() == [1, 3, 4]
    model.show(())
    assert model.rowCount() == 0


def test_what_had_the_focus_may_be_gone_when_it_closes(
    front: QMainWindow, overlay: PaletteOverlay
) -> None:
    overlay.end()
    held = QLineEdit(front.centralWidget())
    held.show()
    held.setFocus()
    overlay.begin()
    shiboken6.delete(held)
    overlay.end()
    assert not overlay.isVisible()
