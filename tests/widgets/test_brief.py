"""Brief lists: walked by arrows, opened by Enter and click; a row may offer what is done next."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.brief import OWN, Brief, BriefList, Piece
from widgets.cells import Figure, PlateText
from widgets.theme import install, theme


@pytest.fixture
def brief(qtbot: QtBot, qapp: QApplication) -> BriefList:
    install(qapp, "light")
    made = BriefList("Arrivals")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.set_rows([row(1), row(2, "Check in"), row(3)])
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def row(number: int, action: str = "") -> Brief:
    pieces = (
        Piece(PlateText(f"А12{number}ВС", "777"), 94),
        Piece("Škoda Octavia"),
        Piece(Figure("5 880"), OWN, right=True),
    )
    return Brief(pieces, key=number, action=action)


def test_enter_opens_and_does_what_the_row_offers(brief: BriefList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(brief.opened) as told:
        QTest.keyClick(brief, Qt.Key.Key_Return)
    assert told.args == [1]
    QTest.keyClick(brief, Qt.Key.Key_Down)
    with qtbot.waitSignal(brief.acted) as told, qtbot.assertNotEmitted(brief.opened):
        QTest.keyClick(brief, Qt.Key.Key_Return)
    assert told.args == [2]
    with qtbot.waitSignal(brief.opened) as told:
        QTest.keyClick(brief, Qt.Key.Key_Space)
    assert told.args == [2]


def test_a_click_opens_and_a_click_on_the_button_acts(brief: BriefList, qtbot: QtBot) -> None:
    middle = theme().px(30) + theme().px(15)
    with qtbot.waitSignal(brief.opened) as told:
        QTest.mouseClick(brief.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, middle))
    assert told.args == [2]
    with qtbot.waitSignal(brief.acted) as told:
        QTest.mouseClick(brief.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(360, middle))
    assert told.args == [2]


def test_new_figures_keep_the_place(brief: BriefList) -> None:
    QTest.keyClick(brief, Qt.Key.Key_End)
    brief.set_rows([row(0), row(1), row(2), row(3), row(4)])
    held = brief.current()
    assert held is not None
    assert held.key == 3


def test_a_row_is_told_as_one_sentence_of_values(brief: BriefList) -> None:
    index = brief.model().index(0, 0)
    assert index.data() == "А121ВС 777, Škoda Octavia, 5 880"
    assert brief.accessibleName() == "Arrivals"


def test_it_is_as_tall_as_its_rows_and_no_taller(brief: BriefList) -> None:
    brief.show_count(2)
    assert brief.height() == 2 * theme().px(30)
    brief.show_count(9)
    assert brief.height() == 3 * theme().px(30)


def test_letters_are_left_to_the_window(brief: BriefList) -> None:
    QTest.keyClick(brief, Qt.Key.Key_S)
    held = brief.current()
    assert held is not None
    assert held.key == 1
