"""Edits of one order, written one after another: each starts from what the one before left, each can be taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.kernel.errors import ChangedError, UserError
from app.kernel.tx import Changes, Tx
from app.work_orders import OrderSheet
from ui.shell.conflict import Difference
from ui.shell.desk import Desk
from ui.shell.repeat import Repeat

Command = Callable[[OrderSheet], Any]
Back = Callable[[Any], "Sequence[Edit]"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One verb with its command, made when its turn comes.

    ``then`` hears what the verb returned; ``back`` makes the edits that take it back; ``refused`` may take an error
    upon itself; ``holds`` says whether the edit still means the same on a newer sheet of somebody else; ``after``
    runs once the order was read again; ``clash`` puts both values side by side when it does not hold any more.
    """

    verb: Callable[[Tx, Any], Any]
    command: Command
    words: str = ""
    then: Callable[[Any], None] | None = None
    back: Back | None = None
    refused: Callable[[UserError], bool] | None = None
    holds: Callable[[OrderSheet, OrderSheet], bool] | None = None
    after: Callable[[], object] | None = None
    clash: Callable[[OrderSheet], Difference] | None = None


@dataclass(eq=False, slots=True)
class Done:
    """An edit that was written, and what its verb returned."""

    edit: Edit
    result: Any


class Edits(QObject):
    """The queue of an open order. ``written`` after each commit: read the order anew and call ``set_sheet``.

    ``clashed`` brings an edit and the ChangedError when somebody else changed the same value: ``insist`` or leave it.
    """

    written = Signal()
    stale = Signal()
    refused = Signal()
    undo_changed = Signal()
    clashed = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._queue: list[Edit] = []
        self._running: Edit | None = None
        self._again: tuple[Edit, OrderSheet, Any, ChangedError] | None = None
        self._waits = False
        self._sheet: OrderSheet | None = None
        self._done: list[Done] = []
        self._after: list[Callable[[], object]] = []
        self._idle: list[Callable[[], object]] = []

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or waits for its turn."""
        return self._running is not None or self._waits or bool(self._queue)

    @property
    def undo_words(self) -> str:
        """What Ctrl+Z would take back; empty for nothing."""
        return self._done[-1].edit.words if self._done else ""

    def forget(self) -> None:
        """Another order is shown: nothing of the former one waits or is taken back."""
        self._queue.clear()
        self._done.clear()
        self._after.clear()
        self._idle.clear()
        self._running, self._again, self._waits, self._sheet = None, None, False, None
        self.undo_changed.emit()

    def push(self, *edits: Edit) -> None:
        """Write these after what waits already."""
        self._queue += edits
        self._next()

    def when_idle(self, then: Callable[[], object]) -> None:
        """Do it now, or when everything that waits is written and the order was read again."""
        if self.is_busy:
            self._idle.append(then)
        else:
            then()

    def set_sheet(self, sheet: OrderSheet) -> None:
        """The order as it is now; what waited for it goes on."""
        self._sheet = sheet
        self._waits = False
        if self._again is not None:
            edit, before, command, error = self._again
            self._again = None
            if edit.holds is None or not edit.holds(before, sheet):
                self._ask_whose(edit, command, error)
                return
            self._queue.insert(0, edit)
        after, self._after = self._after, []
        for then in after:
            then()
        self._next()
        self._tell_idle()

    def _tell_idle(self) -> None:
        if not self.is_busy:
            waiting, self._idle = self._idle, []
            for then in waiting:
                then()

    def undo(self) -> bool:
        """Take back the newest edit that can be; False when there is none."""
        return bool(self._done) and self.take_back(self._done[-1])

    def take_back(self, done: Done) -> bool:
        """Take back this one; False when it was taken back before."""
        if done not in self._done or done.edit.back is None:
            return False
        self._done.remove(done)
        self.undo_changed.emit()
        self.push(*done.edit.back(done.result))
        return True

    @property
    def newest(self) -> Done | None:
        """The edit that Ctrl+Z would take back."""
        return self._done[-1] if self._done else None

    def _next(self) -> None:
        if self._running is not None or self._waits or self._sheet is None or not self._queue:
            return
        edit = self._running = self._queue.pop(0)
        sheet, command = self._sheet, edit.command(self._sheet)
        self._run(edit, sheet, command)

    def _run(self, edit: Edit, sheet: OrderSheet, command: object) -> None:
        self._desk.act(
            self,
            edit.verb,
            command,
            lambda changes: self._committed(edit, changes),
            failed=lambda error: self._failed(edit, sheet, command, error),
        )

    def _committed(self, edit: Edit, changes: Changes[Any]) -> None:
        self._running = None
        self._waits = True
        if edit.back is not None:
            self._done.append(Done(edit, changes.result))
            self.undo_changed.emit()
        if edit.then is not None:
            edit.then(changes.result)
        if edit.after is not None:
            self._after.append(edit.after)
        self.written.emit()

    def _failed(self, edit: Edit, sheet: OrderSheet, command: object, error: UserError) -> bool:
        self._running = None
        if isinstance(error, ChangedError):
            # somebody else wrote meanwhile: look whether it concerns this edit at all
            self._again = (edit, sheet, command, error)
            self._waits = True
            self.stale.emit()
            return True
        # what was built upon it cannot hold either
        self._queue.clear()
        self._idle.clear()
        handled = edit.refused is not None and edit.refused(error)
        self.refused.emit()
        return handled

    def insist(self, edit: Edit) -> None:
        """Write it over what the others wrote."""
        self._queue.insert(0, replace(edit, holds=lambda _before, _after: True))
        self._next()

    def _ask_whose(self, edit: Edit, command: object, error: ChangedError) -> None:
        self._queue.clear()

        def again(mine: object) -> None:
            if self._sheet is not None:
                self._running = edit
                self._run(edit, self._sheet, mine)

        handled = edit.refused is not None and edit.refused(error)
        self.refused.emit()
        if not handled and edit.clash is not None:
            self.clashed.emit(edit, error)
        elif not handled:
            self._desk.problem(error, Repeat(command, again))
