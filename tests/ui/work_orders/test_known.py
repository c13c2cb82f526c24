"""A new order for somebody who is known after all: told by the phone or the plate that was typed, taken by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts.twins import Twins
from ui.shell.desk import Desk
from ui.work_orders.record.intake import NewOrderDialog


@pytest.mark.parametrize(
    ("field", "text", "asked"),
    [("phone", "8 916 204 18 73", {"plate", "car"}), ("plate", "А123ВС777", set())],
)
def test_who_is_known_is_told_and_taken_without_leaving_the_form(
    desk: Desk, qtbot: QtBot, field: str, text: str, asked: set[str]
) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(900, 700)
    frame.show()
    dialog = NewOrderDialog(desk, frame)
    dialog.open()
    dialog.search.create_asked.emit("Кто-то новый")
    form = dialog.stranger
    assert all(form.field(name).isVisible() for name in ("plate", "car", "name", "phone"))
    form.control(field).set_text(text)
    (twins,) = form.findChildren(Twins)
    twins.look()
    for _ in range(4):
        desk.runner.settle()
    assert twins.take.isVisible()
    QTest.keyClick(twins.take, Qt.Key.Key_Space)
    for _ in range(4):
        desk.runner.settle()
    # of a known person only the car is asked for, of a known car nothing
    names = {name for name in form.names() if form.field(name).isVisible()}
    assert names == asked
    assert dialog.go.isEnabled()
