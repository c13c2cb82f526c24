"""Where the window stood and how it was divided, remembered per person and per set of screens.

A laptop in its dock and out of it are two sets: neither spoils the other's window.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

_SETTLE_MS = 700


def screens_key() -> str:
    """A short name of the screens that are attached now."""
    screens = sorted(
        f"{s.geometry().width()}x{s.geometry().height()}"
        f"+{s.geometry().x()}+{s.geometry().y()}@{s.devicePixelRatio():g}"
        for s in QGuiApplication.screens()
    )
    return hashlib.sha256("|".join(screens).encode()).hexdigest()[:8]


class WindowState(QObject):
    """Geometry, page and named splitters of a window.

    Args:
        window: whose state it is.
        load: reads a saved value, ``load(name, default)``.
        save: keeps a JSON-able value, ``save(name, value)``.
    """

    def __init__(
        self,
        window: QMainWindow,
        load: Callable[[str, Any], Any],
        save: Callable[[str, Any], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._load = load
        self._save = save
        self.page = ""
        self._watched: dict[str, QSplitter] = {}
        self._sizes: dict[str, list[int]] = {}
        # A splitter that is dragged tells of each pixel: what is kept is where it came to rest.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE_MS)
        self._rest.timeout.connect(self.keep)

    @property
    def name(self) -> str:
        """Under which the state of these screens is saved."""
        return f"window:{screens_key()}"

    def restore(self) -> str:
        """Put the window where it was; returns the page that was open, empty when none is known."""
        kept = self._load(self.name, {})
        if not isinstance(kept, dict):
            return ""
        geometry = kept.get("geometry")
        if isinstance(geometry, str):
            self._window.restoreGeometry(QByteArray(b64decode(geometry)))
        sizes = kept.get("splitters")
        self._sizes = dict(sizes) if isinstance(sizes, dict) else {}
        for name in self._watched:
            self._apply(name)
        self.page = str(kept.get("page", ""))
        return self.page

    def watch(self, root: QWidget) -> None:
        """Remember every splitter under ``root`` and give it its sizes; it is known by its name, else by its owner."""
        for splitter in root.findChildren(QSplitter):
            name = splitter.objectName() or type(splitter.parent()).__name__
            known = self._watched.get(name)
            if known is splitter or (known is not None and shiboken6.isValid(known)):
                continue
            self._watched[name] = splitter
            self._apply(name)
            splitter.splitterMoved.connect(self._rest.start)

    def opened(self, page: str) -> None:
        """Another page is shown; what it brought with it is watched from now on."""
        self.page = page
        self.watch(self._window)
        self._rest.start()

    def keep(self) -> None:
        """Save the state as it is now; call it before the window closes."""
        self._rest.stop()
        self._sizes |= {
            name: splitter.sizes()
            for name, splitter in self._watched.items()
            if shiboken6.isValid(splitter)
        }
        geometry = b64encode(self._window.saveGeometry().data()).decode("ascii")
        value = {"geometry": geometry, "page": self.page, "splitters": self._sizes}
        self._save(self.name, value)

    def _apply(self, name: str) -> None:
        sizes = self._sizes.get(name)
        splitter = self._watched[name]
        if not shiboken6.isValid(splitter):
            return
        if sizes and len(sizes) == splitter.count() and any(sizes):
            splitter.setSizes([int(size) for size in sizes])
