"""Dialogs lie in the window: Tab stays inside, Esc closes, keys of the page sleep, the focus comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from widgets.buttons import Button
from widgets.dialog import Dialog, ask
from widgets.fields import TextEdit
from widgets.forms import Form
from widgets.theme import install


class Page(QWidget):
    """A window with a field and a shortcut of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 600)
        column = QVBoxLayout(self)
        self.field = QLineEdit()
        column.addWidget(self.field)
        self.pressed = 0
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self._count)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Page:
    install(qapp, "light")
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    return made


def shown(page: Page, title: str = "Not ready yet") -> tuple[Dialog, QLineEdit, Button, Button]:
    dialog = Dialog(page, title)
    field = QLineEdit()
    dialog.body.addWidget(QLabel("A sentence."))
    dialog.body.addWidget(field)
    close = dialog.add_button(Button("Close"), "cancel")
    done = dialog.add_button(Button("Complete", keys="Ctrl+Return", kind="primary"))
    dialog.open()
    return dialog, field, close, done


def holds_focus(dialog: Dialog) -> bool:
    held = QApplication.focusWidget()
    return held is not None and dialog.isAncestorOf(held)


def press(key: Qt.Key, *, ctrl: bool = False, shift: bool = False) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    keys = Qt.KeyboardModifier.NoModifier
    if ctrl:
        keys |= Qt.KeyboardModifier.ControlModifier
    if shift:
        keys |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(held, key, keys)


def test_it_covers_the_window_and_says_its_outcome(page: Page) -> None:
    dialog, _, _, _ = shown(page)
    assert dialog.isVisible()
    assert not dialog.isWindow()
    assert dialog.accessibleName() == "Not ready yet"
    scrim = dialog.parentWidget()
    assert scrim is not None
    assert scrim.geometry() == page.rect()
    assert dialog.geometry().center().x() == pytest.approx(page.rect().center().x(), abs=1)
    page.resize(1000, 700)
    QApplication.processEvents()
    assert scrim.geometry() == page.rect()
    assert dialog.geometry().center().x() == pytest.approx(page.rect().center().x(), abs=1)


def test_focus_starts_in_the_body_stays_inside_and_comes_back(page: Page) -> None:
    dialog, field, close, done = shown(page)
    assert QApplication.focusWidget() is field
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [close, done, field, close]
    press(Qt.Key.Key_Backtab, shift=True)
    assert QApplication.focusWidget() is field
    page.field.setFocus()
    assert holds_focus(dialog)
    dialog.finish()
    assert QApplication.focusWidget() is page.field


def test_escape_closes_and_says_so(page: Page, qtbot: QtBot) -> None:
    dialog, _, _, _ = shown(page)
    with qtbot.waitSignal(dialog.finished) as told:
        press(Qt.Key.Key_Escape)
    assert told.args == ["cancel"]
    assert not dialog.isVisible()


def test_keys_of_the_page_sleep_and_its_own_work(page: Page) -> None:
    dialog, _, _, done = shown(page)
    pressed = []
    done.clicked.connect(lambda: pressed.append(1))
    press(Qt.Key.Key_N, ctrl=True)
    assert page.pressed == 0
    press(Qt.Key.Key_Return, ctrl=True)
    assert pressed == [1]
    assert dialog.isVisible()
    dialog.finish()
    press(Qt.Key.Key_N, ctrl=True)
    assert page.pressed == 1


def test_a_question_starts_on_the_safe_answer(page: Page) -> None:
    answers: list[str] = []
    dialog = ask(
        page,
        "Void this invoice?",
        "Its number stays used.",
        "Void",
        lambda: answers.append("yes"),
        danger=True,
    )
    held = QApplication.focusWidget()
    assert isinstance(held, Button)
    assert held.text() == "Cancel"
    press(Qt.Key.Key_Return)
    assert answers == []
    assert not dialog.isVisible()
    ask(page, "Void this invoice?", "", "Void", lambda: answers.append("yes"))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert answers == ["yes"]


def test_a_tall_body_scrolls_and_the_buttons_stay(page: Page) -> None:
    dialog = Dialog(page, "Long")
    for number in range(60):
        dialog.body.addWidget(QLabel(f"Row {number}"))
    close = dialog.add_button(Button("Close"), "safe")
    dialog.open()
    QApplication.processEvents()
    assert dialog.height() <= page.height() - 48
    assert dialog.rect().contains(close.mapTo(dialog, close.rect().bottomRight()))
    assert QApplication.focusWidget() is close


def test_a_dialog_over_a_dialog_has_the_focus(page: Page) -> None:
    below, field, _, _ = shown(page)
    above = ask(below, "Sure?", "", "Yes", lambda: None)
    assert holds_focus(above)
    press(Qt.Key.Key_Escape)
    assert below.isVisible()
    assert QApplication.focusWidget() is field


def test_what_lies_over_the_dialog_keeps_the_focus(page: Page) -> None:
    dialog, field, _, _ = shown(page)
    cover = QWidget(page)
    pin = QLineEdit(cover)
    cover.setGeometry(page.rect())
    cover.show()
    cover.raise_()
    pin.setFocus()
    assert QApplication.focusWidget() is pin
    cover.hide()
    page.field.setFocus()
    assert QApplication.focusWidget() is field
    assert dialog.isVisible()


def test_a_refusal_makes_it_taller_and_nothing_scrolls(page: Page, qtbot: QtBot) -> None:
    dialog = Dialog(page, "Hang the key")
    form = Form(columns=1)
    form.add("tag", "Key tag", TextEdit(name="Key tag"))
    form.add("count", "Keys", TextEdit(name="Keys"))
    dialog.body.addWidget(form)
    dialog.add_cancel()
    dialog.open()
    before = dialog.height()
    form.show_problems({"tag": "Tag 17 hangs on the key of another car."})
    qtbot.waitUntil(lambda: dialog.height() > before)
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0
    form.show_problems({})
    qtbot.waitUntil(lambda: dialog.height() == before)
