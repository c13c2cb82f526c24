"""The page in a window of its own, over the sample shop."""

import uuid
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.customers.listing import find_customer_ids
from app.kernel.tx import Read, Tx, act
from app.vehicles.listing import find_vehicle_ids
from ui.customers.page import CustomersPage
from ui.customers.record import Record
from ui.customers.saving import FormDialog
from ui.customers.view import RecordView
from ui.shell.desk import Desk

_T = TypeVar("_T")
_C = TypeVar("_C")


class Reception:
    """The page, and short ways of a person at the desk."""

    def __init__(self, desk: Desk, page: CustomersPage, qtbot: QtBot) -> None:
        self.desk = desk
        self.page = page
        self.qtbot = qtbot
        self.opened: list[tuple[str, uuid.UUID | None, dict[str, object]]] = []

    def settle(self) -> None:
        """Wait for reads and writes, and for what they set off."""
        for _ in range(4):
            self.desk.runner.settle()

    def ask(self, read: Callable[[Read], _T]) -> _T:
        """What a read answers."""
        with self.desk.shop.reading(self.desk.actor) as reader:
            return read(reader)

    def do(self, verb: Callable[[Tx, _C], _T], command: _C) -> _T:
        """Somebody else does something."""
        done = act(self.desk.shop, self.desk.actor, verb, command)
        self.settle()
        return done.result

    def car(self, words: str) -> uuid.UUID:
        """The car that the words find."""
        return self.ask(lambda read: find_vehicle_ids(read, words)[0])

    def customer(self, words: str) -> uuid.UUID:
        """The customer that the words find."""
        return self.ask(lambda read: find_customer_ids(read, words)[0])

    def show_car(self, words: str) -> Record:
        """Open the record of a car."""
        self.page.open_record(self.car(words), place="vehicles")
        self.settle()
        return self.record

    @property
    def record(self) -> Record:
        """The record that shows."""
        found = self.page.record
        assert found is not None
        return found

    @property
    def car_view(self) -> RecordView:
        """The record page of the car that shows."""
        view = self.page.view
        assert isinstance(view, RecordView)
        return view

    @property
    def form(self) -> FormDialog:
        """The dialog that is open."""
        return next(d for d in self.page.findChildren(FormDialog) if d.isVisible())

    def dialogs(self) -> list[FormDialog]:
        """The dialogs that are open."""
        return [d for d in self.page.findChildren(FormDialog) if d.isVisible()]

    def fill(self, **texts: str) -> None:
        """Type into fields of the open dialog."""
        for name, text in texts.items():
            control = self.form.form.control(name)
            control.setFocus()
            control.selectAll()
            type_in(control, text)

    def save(self) -> None:
        """Press the primary button of the open dialog."""
        self.form.save_button.click()
        self.settle()


def type_in(widget: QWidget, text: str) -> None:
    """Type letters of any script; QTest knows Latin ones only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


@pytest.fixture
def reception(desk: Desk, qtbot: QtBot) -> Iterator[Reception]:
    """The page as the owner sees it, its list read."""
    page = CustomersPage(desk)
    page.resize(1190, 742)
    desk.changed.connect(page.heard)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.shown()
    made = Reception(desk, page, qtbot)
    made.settle()
    yield made
    made.settle()
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
