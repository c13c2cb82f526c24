"""Pages that nobody opened yet are made in quiet moments, so that each is there when it is asked for."""

from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.kernel.db import map_loaded
from ui.shell.garbage import garbage_of
from ui.shell.window import Window

_AFTER_MS = 800
"""What the first page needs of the processor comes first."""
_APART_MS = 60
"""Between two pages: whoever types meanwhile is heard."""
_ANY_PHONE = "+74950000000"


def load_ahead(window: Window) -> None:
    """Load the modules of all its pages, and read what they show first; any thread may do it."""
    for spec in window.pages:
        spec.load()
    map_loaded()
    desk = window.desk
    for spec in window.pages:
        if spec.first is not None:
            with desk.shop.reading(desk.actor) as read:
                spec.first(read, desk.now())
    # PySide makes a control's class when it is first named, and all of them when it meets one of unknown kind
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)
    # the first telephone number that is shown loads the numbers of all countries
    desk.formats.phone(desk.center.phone or _ANY_PHONE)


class Ahead(QObject):
    """Loads the modules of all pages beside the window, then makes one page at a time while nothing else is done."""

    def __init__(self, window: Window, after_ms: int = _AFTER_MS) -> None:
        super().__init__(window)
        self._window = window
        self._left = [spec.name for spec in window.pages]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self._load)
        self._timer.start()
        # what is loaded until then is not looked through: it comes by the hundred thousand, and stays
        self._garbage = garbage_of(QApplication.instance())
        if self._garbage is not None:
            self._garbage.hold()
        window.closed.connect(self._end)

    def _load(self) -> None:
        desk = self._window.desk
        desk.runner.read(self, partial(load_ahead, self._window), self._begin, desk.problem)

    def _end(self) -> None:
        self._timer.stop()
        self._collect_again()

    def _collect_again(self) -> None:
        if self._garbage is not None:
            self._garbage.go_on()
            self._garbage = None

    def _begin(self, _loaded: None) -> None:
        self._collect_again()
        self._timer.timeout.disconnect(self._load)
        self._timer.timeout.connect(self._make_one)
        self._timer.setInterval(_APART_MS)
        self._timer.start()

    def _make_one(self) -> None:
        if not self._window.desk.runner.busy:
            self._window.make(self._left.pop(0))
        if self._left:
            self._timer.start()
