"""A popover opens where it can be seen, takes the focus, and Esc closes it."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.popover import Popover
from widgets.theme import install

FRAME = 2
"""The platform of the tests puts a frame of this many pixels around every window, popups too."""


@pytest.fixture
def anchor(qapp: QApplication, qtbot: QtBot) -> QWidget:
    install(qapp, "light", 1.0)
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(100, 100, 200, 30)
    made.show()
    return made


def popover(anchor: QWidget) -> Popover:
    made = Popover(anchor, "Filter")
    field = QLineEdit()
    made.body.addWidget(field)
    made.first = field
    made.setMinimumWidth(300)
    return made


def test_it_opens_under_its_anchor_and_its_first_field_has_the_focus(anchor: QWidget) -> None:
    made = popover(anchor)
    made.show_under(anchor)
    assert made.pos().y() > anchor.geometry().bottom()
    assert abs(made.pos().x() - anchor.mapToGlobal(QPoint(0, 0)).x()) <= FRAME
    assert made.focusWidget() is made.first
    assert made.accessibleName() == "Filter"
    made.close()


def test_right_edges_can_be_aligned(anchor: QWidget) -> None:
    anchor.setGeometry(400, 100, 200, 30)
    made = popover(anchor)
    made.show_under(anchor, right=True)
    right = anchor.mapToGlobal(anchor.rect().bottomRight()).x()
    assert abs(made.geometry().right() - right) <= FRAME
    made.close()


def test_it_stays_on_the_screen(anchor: QWidget) -> None:
    made = popover(anchor)
    made.show_at(QPoint(5000, 5000))
    seen = made.screen().availableGeometry().adjusted(-FRAME, -FRAME, FRAME, FRAME)
    assert seen.contains(made.geometry())
    made.close()


def test_esc_closes_it_and_it_is_gone(anchor: QWidget, qtbot: QtBot) -> None:
    made = popover(anchor)
    made.show_under(anchor)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))
    assert not anchor.findChildren(Popover)
