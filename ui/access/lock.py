"""The lock: after some idle minutes, or at a wish, the sign-in screen lies over the window and its page waits.

What was typed stays in its fields. The same person goes on where they were; another one gets a window of their own.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from app.kernel.tx import Actor
from ui.access.sign_in import SignIn

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_MS = 1000


class IdleWatch(QObject):
    """Tells when nobody touched keyboard, mouse or screen for so many minutes; 0 means never.

    Signs of life are counted once in ``look_ms``.
    """

    idle = Signal()

    def __init__(self, parent: QObject, minutes: float, *, look_ms: int = _LOOK_MS) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(look_ms)
        self.set_minutes(minutes)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Another patience, from now."""
        self._timer.stop()
        self._timer.setInterval(max(0, round(minutes * 60_000)))
        self.begin()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def begin(self) -> None:
        """Count anew."""
        if self._timer.interval() > 0:
            self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a mouse that moves tells of itself a hundred times in a second: once is enough
        if event.type() in _SIGNS and self._timer.isActive() and not self._pause.isActive():
            self._pause.start()
            self._timer.start()
        return False


class Lock(QObject):
    """Locks one window. ``unlocked`` when the same person came back, ``switched`` with the Actor of another one.

    ``screen`` makes a sign-in screen for the window.
    """

    unlocked = Signal()
    switched = Signal(object)

    def __init__(self, window: QMainWindow, here: Actor, screen: Callable[[], SignIn]) -> None:
        super().__init__(window)
        self._window = window
        self._here = here
        self._make = screen
        self._cover: _Cover | None = None
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the screen lies over the window."""
        return self._cover is not None

    @property
    def screen(self) -> SignIn | None:
        """The sign-in screen while the window is locked."""
        return self._cover.sign_in if self._cover is not None else None

    def lock(self) -> None:
        """Cover the window; what it shows is hidden, not lost."""
        if self._cover is not None:
            return
        self._focus = QApplication.focusWidget()
        # Hidden, not only covered: a hidden page gets no key and no screen reader reads it.
        self._hidden = [
            child
            for child in self._window.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        ]
        cover = _Cover(self._window, self._make())
        cover.sign_in.signed_in.connect(self._came)
        self._cover = cover
        for child in self._hidden:
            child.hide()
        cover.show()
        cover.raise_()

    def _came(self, actor: Actor) -> None:
        if actor.employee_id != self._here.employee_id:
            self.switched.emit(actor)
            return
        self.open()
        self.unlocked.emit()

    def open(self) -> None:
        """Take the cover away; everything is as it was."""
        cover, self._cover = self._cover, None
        if cover is None:
            return
        cover.hide()
        for child in self._hidden:
            if shiboken6.isValid(child):
                child.show()
        self._hidden = []
        focus = self._focus
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus()
        cover.deleteLater()


class _Cover(QWidget):
    """The sign-in screen over the whole window, however large that is made."""

    def __init__(self, window: QMainWindow, screen: SignIn) -> None:
        super().__init__(window)
        self.sign_in = screen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen)
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QMainWindow):
            self.setGeometry(watched.rect())
        return False
