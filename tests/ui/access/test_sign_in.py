"""Signing in: tiles and digits, passwords, wrong ones with their wait, and the lock that keeps the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.access.faces import list_faces
from app.centers import list_centers
from app.kernel.tx import Actor
from tests.build.shops import PASSWORD, PIN, MovableClock, TestShop, make_shop
from ui.access.lock import IdleWatch, Lock
from ui.access.pin_pad import LONGEST, PinPad
from ui.access.sign_in import SignIn
from ui.access.tiles import PersonTile, initials
from ui.shell.runner import Runner
from widgets.links import TextButton


@pytest.fixture
def garage(sqlite_url: str) -> Iterator[TestShop]:
    made = make_shop(sqlite_url)
    yield made
    made.close()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    del qtbot
    made = Runner()
    yield made
    made.settle()
    made.stop()


def screen_of(garage: TestShop, runner: Runner, here: Actor | None = None) -> SignIn:
    center = list_centers(garage.shop)[0]
    return SignIn(garage.shop, center, "en", runner, here=here)


@pytest.fixture
def screen(garage: TestShop, runner: Runner, qtbot: QtBot) -> SignIn:
    made = screen_of(garage, runner)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def face(screen: SignIn, name: str) -> None:
    screen.choose(next(f for f in screen.people.faces if f.name == name))


def test_a_person_by_tile_and_pin(screen: SignIn, garage: TestShop, qtbot: QtBot) -> None:
    tiles = screen.findChildren(PersonTile)
    assert len(tiles) == len(screen.people.faces) + 1
    next(t for t in tiles if t.accessibleName().startswith("Дёмина Ольга")).click()
    with qtbot.waitSignal(screen.signed_in) as entered:
        QTest.keyClicks(screen.pad, PIN)
        QTest.keyClick(screen.pad, Qt.Key.Key_Return)
    assert entered.args is not None
    actor = entered.args[0]
    assert actor.employee_id == garage.receptionist.employee_id
    assert actor.permissions == garage.receptionist.permissions


def test_digits_go_to_the_pad_wherever_the_focus_is(screen: SignIn, qtbot: QtBot) -> None:
    face(screen, "Дёмина Ольга")
    tile = screen.findChildren(PersonTile)[0]
    tile.setFocus()
    QTest.keyClicks(tile, "25")
    assert screen.pad.typed == 2
    qtbot.waitUntil(screen.pad.hasFocus)


def test_alt_and_a_digit_choose(screen: SignIn) -> None:
    QTest.keyClick(screen.pad, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    tiles = screen.findChildren(PersonTile)
    assert [t.isChecked() for t in tiles].index(True) == 2
    assert sum(t.isChecked() for t in tiles) == 1


def test_a_password_for_who_wants_one(screen: SignIn, garage: TestShop, qtbot: QtBot) -> None:
    face(screen, "Лазарев Игорь")
    link = next(b for b in screen.findChildren(TextButton) if b.text() == "Password instead")
    link.click()
    with qtbot.waitSignal(screen.signed_in) as entered:
        QTest.keyClicks(screen.form.password, PASSWORD)
        QTest.keyClick(screen.form.password, Qt.Key.Key_Return)
    assert entered.args is not None
    assert entered.args[0].employee_id == garage.manager.employee_id
    assert screen.form.password.text() == ""


def test_another_person_types_their_login(screen: SignIn, garage: TestShop, qtbot: QtBot) -> None:
    screen.choose(None)
    assert screen.form.login.isVisible()
    with qtbot.waitSignal(screen.signed_in) as entered:
        QTest.keyClicks(screen.form.login, "storekeeper")
        QTest.keyClick(screen.form.login, Qt.Key.Key_Return)
        QTest.keyClicks(screen.form.password, PASSWORD)
        QTest.keyClick(screen.form.password, Qt.Key.Key_Return)
    assert entered.args is not None
    assert entered.args[0].employee_id == garage.storekeeper.employee_id


def test_wrong_digits_are_said_and_then_waited_for(
    screen: SignIn, runner: Runner, garage: TestShop
) -> None:
    face(screen, "Дёмина Ольга")
    for number in range(6):
        QTest.keyClicks(screen.pad, "9999")
        QTest.keyClick(screen.pad, Qt.Key.Key_Return)
        runner.settle()
        if number < 5:
            assert screen.said() == "The PIN is not right."
            assert screen.pad.typed == 0
    assert screen.said().startswith("Too many wrong tries")
    assert not screen.pad.isEnabled()
    face(screen, "Лазарев Игорь")
    assert screen.pad.isEnabled()
    assert isinstance(garage.shop.clock, MovableClock)


def test_the_wait_ends(screen: SignIn, runner: Runner, garage: TestShop, qtbot: QtBot) -> None:
    face(screen, "Дёмина Ольга")
    for _ in range(6):
        QTest.keyClicks(screen.pad, "9999")
        QTest.keyClick(screen.pad, Qt.Key.Key_Return)
        runner.settle()
    assert not screen.pad.isEnabled()
    for _ in range(61):
        screen.tick()
    assert screen.pad.isEnabled()
    garage.clock.move(minutes=2)
    with qtbot.waitSignal(screen.signed_in):
        QTest.keyClicks(screen.pad, PIN)
        QTest.keyClick(screen.pad, Qt.Key.Key_Return)


def test_who_was_here_last_is_chosen(garage: TestShop, runner: Runner, qtbot: QtBot) -> None:
    first = screen_of(garage, runner)
    qtbot.addWidget(first)
    face(first, "Гусев Виктор")
    with qtbot.waitSignal(first.signed_in):
        first.pad.entered.emit(PIN)
    assert next(f for f in list_faces(garage.shop) if f.name == "Гусев Виктор").last_at
    second = screen_of(garage, runner)
    qtbot.addWidget(second)
    chosen = [t.isChecked() for t in second.findChildren(PersonTile)].index(True)
    assert second.people.faces[chosen].name == "Гусев Виктор"


def test_the_pad_takes_four_to_eight_digits(qtbot: QtBot) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    heard: list[str] = []
    pad.entered.connect(heard.append)
    QTest.keyClicks(pad, "123")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert heard == []
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClicks(pad, "3456789012")
    assert pad.typed == LONGEST
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert heard == ["12345678"]
    assert pad.typed == 0


@pytest.mark.parametrize(
    ("name", "letters"), [("Дёмина Ольга", "ДО"), ("Petr", "P"), ("", "?"), ("7", "?")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.fixture
def front(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QLineEdit("half a sen"))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def body(front: QMainWindow) -> QLineEdit:
    field = front.centralWidget()
    assert isinstance(field, QLineEdit)
    return field


def locked(front: QMainWindow, garage: TestShop, runner: Runner) -> tuple[Lock, SignIn]:
    lock = Lock(front, garage.receptionist, lambda: screen_of(garage, runner, garage.receptionist))
    body(front).setFocus()
    lock.lock()
    lock.lock()
    assert lock.screen is not None
    return lock, lock.screen


def test_a_locked_window_shows_nothing_and_hears_no_keys(
    front: QMainWindow, garage: TestShop, runner: Runner
) -> None:
    pressed: list[bool] = []
    QShortcut(QKeySequence("Ctrl+K"), front).activated.connect(lambda: pressed.append(True))
    lock, screen = locked(front, garage, runner)
    assert lock.is_locked
    assert not body(front).isVisible()
    QTest.keyClick(screen.pad, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    lock.open()
    QTest.keyClick(body(front), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


def test_the_same_person_goes_on_where_they_were(
    front: QMainWindow, garage: TestShop, runner: Runner, qtbot: QtBot
) -> None:
    lock, screen = locked(front, garage, runner)
    with qtbot.waitSignal(lock.unlocked):
        screen.pad.entered.emit(PIN)
    field = body(front)
    assert field.isVisible()
    assert field.text() == "half a sen"
    qtbot.waitUntil(field.hasFocus)
    assert not lock.is_locked


def test_somebody_else_is_told_of(
    front: QMainWindow, garage: TestShop, runner: Runner, qtbot: QtBot
) -> None:
    lock, screen = locked(front, garage, runner)
    face(screen, "Лазарев Игорь")
    with qtbot.waitSignal(lock.switched) as switched:
        screen.pad.entered.emit(PIN)
    assert switched.args is not None
    assert switched.args[0].employee_id == garage.manager.employee_id
    assert lock.is_locked


def test_nobody_there_is_noticed(front: QMainWindow, qtbot: QtBot) -> None:
    watch = IdleWatch(front, 0.002)
    with qtbot.waitSignal(watch.idle, timeout=5000):
        pass
    watch.set_minutes(0)
    watch.begin()
    heard: list[bool] = []
    watch.idle.connect(lambda: heard.append(True))
    qtbot.wait(200)
    assert heard == []


def test_somebody_there_is_noticed(front: QMainWindow, qtbot: QtBot) -> None:
    watch = IdleWatch(front, 10, look_ms=1)
    patience = max(watch.findChildren(QTimer), key=QTimer.interval)
    whole = patience.interval()
    qtbot.waitUntil(lambda: patience.remainingTime() < whole - 1000)
    before = patience.remainingTime()
    QTest.keyClick(body(front), Qt.Key.Key_A)
    assert patience.remainingTime() > before  # it counts anew, however slow the machine is
    watch.stop()
