"""What was done can be taken back once, the newest first; a text field keeps Ctrl+Z for itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.undo import UndoStack
from ui.shell.window import Window
from widgets.buttons import Button


@pytest.fixture
def front(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    body = QWidget()
    column = QVBoxLayout(body)
    column.addWidget(QLineEdit())
    column.addWidget(Button("Go"))
    made.setCentralWidget(body)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_newest_goes_first(front: QMainWindow) -> None:
    back: list[str] = []
    stack = UndoStack(front)
    stack.push("one", lambda: back.append("one"))
    stack.push("two", lambda: back.append("two"))
    assert stack.top is not None
    assert stack.top.text == "two"
    assert stack.undo()
    assert stack.undo()
    assert not stack.undo()
    assert back == ["two", "one"]


def test_a_toast_takes_its_own_back_once(front: QMainWindow) -> None:
    back: list[str] = []
    stack = UndoStack(front)
    first = stack.push("one", lambda: back.append("one"))
    stack.push("two", lambda: back.append("two"))
    assert stack.take_back(first)
    assert not stack.take_back(first)
    assert stack.undo()
    assert back == ["one", "two"]


def test_another_person_starts_with_nothing(front: QMainWindow) -> None:
    stack = UndoStack(front)
    stack.push("one", lambda: pytest.fail("of somebody else"))
    stack.clear()
    assert not stack.undo()


def test_keys_outside_fields_and_inside(front: QMainWindow, qtbot: QtBot) -> None:
    back: list[str] = []
    stack = UndoStack(front)
    stack.push("moved", lambda: back.append("moved"))
    field = front.findChild(QLineEdit)
    button = front.findChild(Button)
    assert isinstance(field, QLineEdit)
    assert isinstance(button, Button)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), back) == ("", [])
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert back == ["moved"]


def test_ctrl_z_takes_back_what_the_toast_tells_once_and_the_toast_goes(window: Window) -> None:
    taken: list[str] = []
    window.toast("Moved", lambda: taken.append("moved"))
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["moved"]
    assert window.toasts.text() == ""
