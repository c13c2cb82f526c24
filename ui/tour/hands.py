"""Hands that type as a person does, and count their strokes."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.runner import Runner

PATIENCE_SECONDS = 20.0
_STEP_SECONDS = 0.005
_CALM_SECONDS = 0.05
_SEARCH_SECONDS = 0.3
"""A search begins when a person stops typing for a moment."""


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class StuckError(Exception):
    """What was waited for did not come."""


class Hands:
    """Types into whatever has the focus. A key with its modifiers counts as one stroke, as in counts of typing."""

    def __init__(self, window: QWidget, runner: Runner) -> None:
        self.window = window
        self._runner = runner
        self.strokes = 0

    def press(self, *keys: str) -> None:
        """Press each of ``keys`` (``Ctrl+N``, ``Return``), waiting until the desk has done what it does."""
        for name in keys:
            combination = QKeyCombination.fromCombined(_combined(name))
            self.strokes += 1
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self.calm()

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        for letter in text:
            self.strokes += 1
            # QTest knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(letter.upper()) if letter.isascii() else 0
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._target(), event)
        self.calm(_SEARCH_SECONDS)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def calm(self, quiet: float = _CALM_SECONDS) -> None:
        """Wait until nothing was read or written for ``quiet`` seconds, and what came is painted."""
        still_since = time.monotonic()
        give_up = still_since + PATIENCE_SECONDS
        while (now := time.monotonic()) < give_up:
            # after the look at the clock: what was to happen within ``quiet`` has happened, however long we slept
            QApplication.processEvents()
            if self._runner.busy:
                still_since = time.monotonic()
            elif now - still_since > quiet:
                return
            time.sleep(_STEP_SECONDS)
        raise StuckError("the desk is still busy")

    def wait(self, happened: Callable[[], object], what: str) -> None:
        """Wait until something happened; StuckError names what did not."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not happened():
            if time.monotonic() > give_up:
                focus = QApplication.focusWidget()
                where = f"{type(focus).__name__} “{focus.accessibleName()}”" if focus else "nowhere"
                raise StuckError(f"{what}; the keyboard is at {where}")
            QApplication.processEvents()
            time.sleep(_STEP_SECONDS)
        self.calm()


def _combined(name: str) -> int:
    """``Ctrl+Return`` as Qt's number of the key with its modifiers."""
    *modifiers, key = name.split("+") if name != "+" else ["+"]
    found = Qt.Key[f"Key_{key}"].value if len(key) > 1 else ord(key.upper())
    for modifier in modifiers:
        found |= _MODIFIERS[modifier].value
    return int(found)


def activate(window: QWidget) -> None:
    """Bring the window to the front and give it the keyboard; StuckError when the screen refuses."""
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window):
        raise StuckError("the window does not become active")
