"""Garbage is collected on the drawing thread alone.

Python collects cycles on whichever thread happens to make an object. Cycles of a screen hold Qt's objects, and those
die only on the drawing thread: collected while a reader builds its rows, they take the program with them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Stops collecting by itself, and collects every second where it may, what has grown past Python's thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # modules, classes and tables stay as long as the program: a collection need not walk through them
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int:
        """Collect the oldest generation that is due; returns how many objects went."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                return gc.collect(generation)
        return 0
