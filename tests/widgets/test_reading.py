"""The keyboard goes as the eye reads, whatever the order in which things were made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from widgets.reading import read_in_order, reading_order


def edit(name: str, parent: QWidget | None = None) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made


def names(root: QWidget) -> list[str]:
    return [widget.objectName() for widget in reading_order(root)]


def test_rows_come_before_columns_and_late_ones_take_their_place(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    last = edit("last")
    column = QVBoxLayout(root)
    row = QHBoxLayout()
    column.addLayout(row)
    column.addWidget(last)
    row.addWidget(edit("second"))
    row.insertWidget(0, edit("first"))
    assert names(root) == ["first", "second", "last"]


def test_a_grid_is_read_by_rows(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    grid = QGridLayout(root)
    for row, column in ((1, 1), (0, 1), (1, 0), (0, 0)):
        grid.addWidget(edit(f"{row}{column}"), row, column)
    assert names(root) == ["00", "01", "10", "11"]


def test_panes_are_read_one_after_the_other_and_free_ones_last(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    free = edit("free", root)
    free.move(5, 5)
    split = QSplitter()
    QVBoxLayout(root).addWidget(split)
    area, inner = QScrollArea(), QWidget()
    QVBoxLayout(inner).addWidget(edit("right"))
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    left = QWidget()
    QVBoxLayout(left).addWidget(edit("left"))
    split.addWidget(area)
    split.insertWidget(0, left)
    assert names(root) == ["left", "right", "free"]


def test_what_takes_no_keyboard_is_passed_over(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    button = QPushButton("no")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    column.addWidget(button)
    column.addWidget(edit("yes"))
    assert names(root) == ["yes"]


def test_tab_really_goes_that_way(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    made = [edit(name) for name in "cab"]
    for field in sorted(made, key=lambda field: field.objectName()):
        column.addWidget(field)
    root.show()
    root.activateWindow()
    QApplication.processEvents()
    read_in_order(root)
    reading_order(root)[0].setFocus()
    walked = []
    for _ in made:
        held = QApplication.focusWidget()
        assert held is not None
        walked.append(held.objectName())
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert walked == ["a", "b", "c"]
