"""Our own mistakes are told once, without a word about a person, and the window goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.shell.crash import CrashDialog, CrashGuard, report_of
from ui.shell.window import Window
from widgets.buttons import Button

AT = datetime(2026, 3, 2, 14, 25, tzinfo=UTC)


def mistake(text: str = "no customer Дёмина +7 916 204-18-73") -> KeyError:
    people: dict[str, str] = {}
    try:
        return KeyError(people[text])
    except KeyError as error:
        return error


@pytest.fixture
def guard(window: Window) -> Iterator[CrashGuard]:
    made = CrashGuard(lambda: AT, lambda: window, lambda: {"page": "today"})
    made.install()
    yield made
    made.remove()


def shown(window: Window) -> list[CrashDialog]:
    return [d for d in window.findChildren(CrashDialog) if d.isVisible()]


def test_a_report_names_places_and_no_person() -> None:
    report = report_of(mistake(), AT, {"page": "customers", "who": "Дёмина Ольга"})
    assert "builtins.KeyError" in report
    assert "test_crash.py" in report
    assert "page: customers" in report
    for private in ("Дёмина", "916", "Ольга"):
        assert private not in report


def test_a_mistake_is_told_once_and_the_window_goes_on(
    window: Window, guard: CrashGuard, qtbot: QtBot
) -> None:
    del qtbot
    error = mistake()
    first = guard.show_mistake(error)
    assert first is not None
    assert guard.show_mistake(mistake("another")) is None
    first.cancel()
    assert guard.show_mistake(error) is None
    assert shown(window) == []
    window.desk.toast("still here")
    assert window.toasts.text() == "still here"


def test_what_nobody_caught_is_caught(
    window: Window, guard: CrashGuard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    del guard
    error = mistake()
    with caplog.at_level(logging.ERROR):
        sys.excepthook(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: len(shown(window)) == 1)
    assert "a mistake of the program" in caplog.text
    shown(window)[0].cancel()


def test_a_mistake_of_another_thread_is_told_here(
    window: Window, guard: CrashGuard, qtbot: QtBot
) -> None:
    del guard

    def fail() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    dialog = shown(window)[0]
    assert "builtins.ZeroDivisionError" in dialog.details.toPlainText()
    dialog.cancel()


def test_the_keyboard_still_stops_the_program(
    guard: CrashGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard.remove()
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind))
    guard.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard == [KeyboardInterrupt]


def test_qt_complains_into_the_log(guard: CrashGuard, caplog: pytest.LogCaptureFixture) -> None:
    del guard
    with caplog.at_level(logging.ERROR, logger="ui.shell.crash"):
        qCritical("a pen without a painter")
    assert "a pen without a painter" in caplog.text


def test_details_are_copied_and_saved(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    dialog = CrashDialog(window, "the report")
    dialog.open()
    assert not dialog.details.isVisible()
    buttons = {b.text(): b for b in dialog.findChildren(Button)}
    buttons["Details, without personal data"].click()
    assert dialog.details.isVisible()
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == "the report"
    dialog.save_to(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "the report\n"
    dialog.save_to(str(tmp_path / "no" / "such" / "report.txt"))
    assert buttons["Save…"].text() == "Not saved, choose another place…"
    dialog.cancel()
