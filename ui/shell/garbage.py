"""Garbage is collected on the drawing thread alone, and never while somebody would feel it.

Python collects cycles on whichever thread happens to make an object. Cycles of a screen hold Qt's objects, and those
die only on the drawing thread: collected while a reader builds its rows, they take the program with them.
"""

import gc
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

EVERY_MS = 1000
WHOLE_SECONDS = 600.0
"""A whole collection walks through every screen that stands: it waits this long unless nobody is at the window."""
_MANY_MODULES = 20


class Garbage(QObject):
    """Stops collecting by itself, and collects every second where it may, what has grown past Python's thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # modules, classes and tables stay as long as the program: a collection need not walk through them
        gc.freeze()
        self._modules = len(sys.modules)
        self._whole_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def runs(self) -> bool:
        """Whether it collects by itself now."""
        return self._timer.isActive()

    def hold(self) -> None:
        """Collect nothing until ``go_on``: what is loaded meanwhile comes by the hundred thousand, and stays."""
        self._timer.stop()

    def go_on(self) -> None:
        """Collect again; what was loaded meanwhile counts as standing."""
        if len(sys.modules) - self._modules > _MANY_MODULES:
            gc.freeze()
            self._modules = len(sys.modules)
        self._timer.start()

    def collect(self) -> int:
        """Collect the oldest generation that is due; returns how many objects went."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation] and self._may(generation):
                return gc.collect(generation)
        return 0

    def _may(self, generation: int) -> bool:
        if generation < 2:  # noqa: PLR2004 - the oldest of Python's three
            return True
        at = time.monotonic()
        away = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        if not away and at - self._whole_at < WHOLE_SECONDS:
            return False
        self._whole_at = at
        return True


def garbage_of(app: QObject | None) -> Garbage | None:
    """What collects the program's garbage; None before it was dressed."""
    found = app.property("carpass-garbage") if app is not None else None
    return found if isinstance(found, Garbage) else None
