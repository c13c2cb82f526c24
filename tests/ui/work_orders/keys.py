"""Fingers for tests of the order's page: keys as a person presses them, counted, and waiting until all is read."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.window import Window
from ui.start import settle

NO = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(slots=True)
class Fingers:
    """Types into whatever has the focus; ``count`` is how many keys were pressed, ``trail`` what they were."""

    window: Window
    count: int = 0
    trail: list[str] = field(default_factory=list)

    @property
    def held(self) -> QWidget:
        """What has the focus; the window when nothing has."""
        held = QApplication.focusWidget()
        return held if held is not None else self.window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        """One key, or a chord, then wait for what it started."""
        self.count += 1
        self.trail.append(f"{'Ctrl+' if modifier == CTRL else ''}{key.name.removeprefix('Key_')}")
        QTest.keyClick(self.held, key, modifier)
        self.wait()

    def enter(self) -> None:
        """Enter."""
        self.key(Qt.Key.Key_Return)

    def go(self) -> None:
        """Ctrl+Enter, the next step."""
        self.key(Qt.Key.Key_Return, CTRL)

    def type(self, text: str) -> None:
        """Letters of any alphabet, one key each; then the pause of somebody who reads what came up."""
        for letter in text:
            self.count += 1
            self.trail.append(letter)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.held, QKeyEvent(kind, 0, NO, letter))
        QTest.qWait(150)
        self.wait()

    def wait(self) -> None:
        """Until everything asked for is written, read and painted."""
        for _ in range(3):
            settle(self.window, 1)
            QApplication.processEvents()
