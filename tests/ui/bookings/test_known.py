"""An appointment for somebody who is known after all: told while one types, taken without leaving the form."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.bookings.book import BookDialog
from ui.bookings.doing import Doer
from ui.parts.twins import Twins
from ui.shell.desk import Desk


def test_a_caller_whose_phone_is_known_is_taken_by_one_key(desk: Desk, qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(900, 800)
    frame.show()
    dialog = BookDialog(frame, desk, Doer(desk, frame))
    dialog.begin()
    dialog.who.create_asked.emit("Кто-то новый")
    form = dialog.form
    form.control("phone").set_text("8 916 204 18 73")
    (twins,) = form.findChildren(Twins)
    twins.look()
    for _ in range(4):
        desk.runner.settle()
    assert form.field("phone").message() == "Иванова Марина Сергеевна has this phone already."
    QTest.keyClick(twins.take, Qt.Key.Key_Space)
    for _ in range(4):
        desk.runner.settle()
    assert dialog.who.text() == "Иванова Марина Сергеевна"
    assert form.field("name").isHidden()
    assert form.field("phone").isHidden()
    assert form.field("plate").isVisible()
