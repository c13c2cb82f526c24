"""What the window can take back: Ctrl+Z outside text fields, and the Undo of a toast."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Undoable:
    """Something done, in words, and how it is taken back."""

    text: str
    back: Callable[[], object]


class UndoStack(QObject):
    """The last things done in this window, the newest on top; a new person starts with none.

    Each is taken back once. Text fields take Ctrl+Z for themselves while they have the focus.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._done: list[Undoable] = []
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window)
        self._shortcut.activated.connect(self.undo)

    @property
    def top(self) -> Undoable | None:
        """What would be taken back next."""
        return self._done[-1] if self._done else None

    def holds(self, done: Undoable) -> bool:
        """Whether this can be taken back still."""
        return any(each is done for each in self._done)

    def push(self, text: str, back: Callable[[], object]) -> Undoable:
        """Remember something done; returns its mark for ``take_back``."""
        done = Undoable(text, back)
        self._done = [*self._done, done][-_DEEPEST:]
        self.changed.emit()
        return done

    def undo(self) -> bool:
        """Take back the newest; False when there is nothing."""
        return bool(self._done) and self.take_back(self._done[-1])

    def take_back(self, done: Undoable) -> bool:
        """Take back this one, wherever it lies; False when it was taken back before."""
        if not self.holds(done):
            return False
        self._done = [each for each in self._done if each is not done]
        self.changed.emit()
        done.back()
        return True

    def clear(self) -> None:
        """Forget everything: another person works here now."""
        self._done = []
        self.changed.emit()
