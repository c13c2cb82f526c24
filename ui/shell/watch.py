"""Sees what other desks and programs wrote: the audit book grows by one entry with each of their commits."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.kernel.audit import last_seq
from app.kernel.errors import UserError
from app.kernel.tx import Changes
from ui.shell.desk import Desk
from ui.shell.page import EVERYTHING

EVERY_MS = 2000


class Elsewhere(QObject):
    """Asks every two seconds for the newest entry; when somebody else wrote, tells that anything may be new."""

    def __init__(self, desk: Desk, trouble: Callable[[UserError | None], None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._trouble = trouble
        self._seen = desk.begun_at_entry
        self._commits = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask now."""
        commits = self._desk.commits
        self._desk.read(
            self,
            lambda read: last_seq(read.connection, read.center_id),
            lambda seq: self._compare(seq, commits),
            failed=self._failed,
            lane="elsewhere",
        )

    def stop(self) -> None:
        """Ask no more: the window is closed, and the shop may be."""
        self._timer.stop()

    def _failed(self, error: Exception) -> None:
        # the database does not answer: the status bar says so until it does again
        if isinstance(error, UserError):
            self._trouble(error)
        else:
            self._desk.problem(error)

    def _compare(self, seq: int, commits: int) -> None:
        self._trouble(None)
        before, self._seen = self._seen, seq
        own = self._desk.commits - self._commits
        self._commits = commits
        if seq - before > own:
            self._desk.changed.emit(Changes("elsewhere", None, {EVERYTHING: frozenset()}))
