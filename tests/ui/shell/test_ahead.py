"""Pages are made in quiet moments, none of them read before it is opened."""

import subprocess
import sys

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.ahead import Ahead
from ui.shell.page import Page
from ui.shell.window import Window
from ui.start import settle


def test_every_page_is_there_before_it_is_opened(window: Window, qtbot: QtBot) -> None:
    shown = window.page
    Ahead(window, after_ms=0)
    names = {spec.name for spec in window.pages}
    qtbot.waitUntil(lambda: window.made == names, timeout=20_000)
    assert window.page is shown
    for name in names:
        window.open(name, None, {})
        settle(window)
        assert window.place == name
        assert isinstance(window.page, Page)


def test_pages_made_meanwhile_leave_the_keyboard_where_it_is(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    held = QApplication.focusWidget()
    assert held is not None
    lost: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def moved(_before: QWidget | None, now: QWidget | None) -> None:
        lost.append(now)

    application.focusChanged.connect(moved)
    Ahead(window, after_ms=0)
    names = {spec.name for spec in window.pages}
    qtbot.waitUntil(lambda: window.made == names, timeout=20_000)
    qtbot.wait(100)
    # the application outlives the window: who goes on listening keeps the windows of other tests
    application.focusChanged.disconnect(moved)
    assert lost == []
    assert QApplication.focusWidget() is held


def test_a_window_that_closes_makes_no_more_pages(window: Window, qtbot: QtBot) -> None:
    before = window.made
    Ahead(window, after_ms=30)
    window.close()
    qtbot.wait(200)
    assert window.made == before


_LATE = ("reportlab", "openpyxl", "httpx", "PIL", "PySide6.QtPdf", "alembic", "rich", "keyring")
"""What only some pages need, or none."""


def test_the_window_waits_for_no_library_that_the_first_page_does_not_need() -> None:
    told = f"import sys, ui.start; print([m for m in {_LATE!r} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
