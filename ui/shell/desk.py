"""The desk as every page knows it: who acts, and the ways to read, write, go, tell and remember."""

import logging
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.access import actor_of
from app.access.saved import remember_setting, saved_settings
from app.centers import CenterRow, get_center
from app.kernel.audit import last_seq
from app.kernel.errors import UserError
from app.kernel.settings import settings
from app.kernel.tx import Actor, Changes, Read, Shop, Tx, act
from models.access import Permission
from ui.shell.actions import PaletteAction
from ui.shell.drafts import Drafts
from ui.shell.formats import Formats
from ui.shell.repeat import Repeat
from ui.shell.runner import CancelledWork, Job, Progress, Runner
from ui.shell.words import Voice

_T = TypeVar("_T")
_C = TypeVar("_C")
_R = TypeVar("_R")

_log = logging.getLogger(__name__)


class Front(Protocol):
    """The window, as the desk needs it."""

    def open(self, place: str, key: uuid.UUID | None, params: dict[str, Any]) -> None:
        """Show a page or a record of it."""
        ...

    def toast(self, text: str, undo: Callable[[], object] | None) -> None:
        """Say something in passing."""
        ...

    def problem(self, error: Exception, retry: Callable[[], object] | None) -> None:
        """Show what went wrong, and what can be done."""
        ...

    def restart(self) -> None:
        """Ask to be made anew."""
        ...

    def progress(self, title: str, job: Job) -> Callable[[int, int, str], None]:
        """Show a strip for long work; returns what hears its steps."""
        ...

    def progress_ended(self, job: Job) -> None:
        """Take the strip away."""
        ...


class Desk(QObject):
    """One signed-in person at one open shop.

    ``changed`` comes after every commit, this desk's or another's, with ``Changes``. ``leaving`` comes when the window
    goes away: whoever waits before a draft is kept keeps it now.
    """

    changed = Signal(object)
    leaving = Signal()
    _written = Signal(object)

    def __init__(
        self,
        shop: Shop,
        actor: Actor,
        *,
        language: str,
        drafts: Drafts,
        runner: Runner | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shop = shop
        self.actor = actor
        self.language = language
        self.drafts = drafts
        self.runner = runner or Runner(self)
        self.actions: list[PaletteAction] = []
        self.commits = 0
        self.print_dir = settings().print_dir
        self._front: Front | None = None
        with shop.reading(actor) as read:
            self.center: CenterRow = get_center(read)
            self._saved: dict[str, Any] = dict(saved_settings(read))
            self.begun_at_entry = last_seq(read.connection, read.center_id)
            """The newest entry of the audit book when the person came."""
        self.formats = self._formats()
        Voice.formats = self.formats
        self._written.connect(self._heard, Qt.ConnectionType.QueuedConnection)
        self._listener: Callable[[Changes[Any]], None] = self._written.emit
        shop.listeners.append(self._listener)

    def _formats(self) -> Formats:
        center = self.center
        return Formats(
            self.language, center.locale, center.currency, center.time_zone, self.shop.clock
        )

    def speak(self, language: str) -> None:
        """Write values in another language from now on."""
        self.language = language
        self.formats = self._formats()
        Voice.formats = self.formats

    def attach(self, front: Front) -> None:
        """The window stands and shows what the desk says."""
        self._front = front

    @property
    def front(self) -> QWidget:
        """The window, for dialogs to stand over; RuntimeError before there is one."""
        front: object = self._front
        if isinstance(front, QWidget):
            return front
        raise RuntimeError("the desk has no window yet")

    def leave(self) -> None:
        """The window goes away: what is typed is kept, to the last letter."""
        self.leaving.emit()
        self.drafts.close()

    def close(self) -> None:
        """Let writes finish, and hear no more of the shop."""
        self.runner.stop()
        if self._listener in self.shop.listeners:
            self.shop.listeners.remove(self._listener)

    # who, and when

    def now(self) -> datetime:
        """The shop's clock, in UTC."""
        return self.shop.clock()

    def can(self, permission: Permission) -> bool:
        """Whether the person may do it."""
        return self.actor.can(permission)

    def renew(self) -> None:
        """Rights and center may have changed: read them again. Who works here no more is told so, and reads on."""
        try:
            self.actor = actor_of(self.shop, self.actor.employee_id)
        except UserError as gone:
            self.problem(gone)
            return
        with self.shop.reading(self.actor) as read:
            self.center = get_center(read)
        self.formats = self._formats()
        Voice.formats = self.formats

    def restart(self) -> None:
        """The window is made anew: language or size of letters was changed."""
        if self._front is not None:
            self._front.restart()

    # read and write

    def read(
        self,
        owner: QObject,
        ask: Callable[[Read], _T],
        then: Callable[[_T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        lane: str = "",
    ) -> Job:
        """Read off the drawing thread; ``then`` gets the answer on it.

        A newer read of the same owner and ``lane`` makes the older answer unwanted. Without ``failed`` what went
        wrong is shown.
        """
        actor = self.actor

        def do() -> _T:
            with self.shop.reading(actor) as read:
                return ask(read)

        return self.runner.read(owner, do, then, failed or self.problem, lane)

    def act(
        self,
        owner: QObject,
        verb: Callable[[Tx, _C], _R],
        command: _C,
        then: Callable[[Changes[_R]], None] | None = None,
        *,
        failed: Callable[[UserError], bool] | None = None,
    ) -> Job:
        """Write, after all writes asked for before; on commit ``changed`` comes first, then ``then``.

        ``failed`` may take a UserError upon itself by returning True; whatever is left is shown to the person.
        """
        actor = self.actor
        repeat = Repeat(command, lambda other: self.act(owner, verb, other, then, failed=failed))

        def do() -> Changes[_R]:
            return act(self.shop, actor, verb, command)

        def wrong(error: Exception) -> None:
            if isinstance(error, UserError) and failed is not None and failed(error):
                return
            self.problem(error, repeat)

        return self.runner.write(owner, do, then, wrong)

    def write(
        self,
        owner: QObject,
        do: Callable[[], _T],
        then: Callable[[_T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run something that writes by other doors (one's own secret, a setting) after all writes before it."""
        return self.runner.write(owner, do, then, failed or self.problem)

    def work(
        self,
        owner: QObject,
        title: str,
        do: Callable[[Progress], _T],
        then: Callable[[_T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run long work with a strip that shows its progress and can cancel it."""
        hear: list[Callable[[int, int, str], None]] = []
        mine: list[Job] = []

        def ended(result: _T) -> None:
            self._end_progress(mine)
            then(result)

        def wrong(error: Exception) -> None:
            self._end_progress(mine)
            if not isinstance(error, CancelledWork):
                (failed or self.problem)(error)

        def tell(done: int, total: int, text: str) -> None:
            for told in hear:
                told(done, total, text)

        job = self.runner.work(owner, do, ended, wrong, tell)
        mine.append(job)
        if self._front is not None:
            hear.append(self._front.progress(title, job))
        return job

    def _end_progress(self, jobs: list[Job]) -> None:
        if self._front is not None:
            for job in jobs:
                self._front.progress_ended(job)

    @Slot(object)
    def _heard(self, changes: Changes[Any]) -> None:
        self.commits += 1
        self.changed.emit(changes)

    # go and tell

    def open(self, place: str, key: uuid.UUID | None = None, **params: Any) -> None:  # noqa: ANN401 - each page has its own
        """Go to a page, or to a record of it."""
        if self._front is not None:
            self._front.open(place, key, params)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say something in passing; with ``undo`` it can be taken back for eight seconds."""
        if self._front is not None:
            self._front.toast(text, undo)

    def problem(self, error: Exception, retry: Callable[[], object] | None = None) -> None:
        """Show what went wrong: the user's world as a sentence, our mistake as the crash dialog."""
        if not isinstance(error, UserError):
            _log.error("a mistake of the program", exc_info=error)
        if self._front is None:
            raise error
        self._front.problem(error, retry)

    # remember

    def saved(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - any JSON value
        """What is remembered for this person under ``name``."""
        return self._saved.get(name, default)

    def save(self, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
        """Remember a JSON value for this person."""
        if self._saved.get(name) == value:
            return
        self._saved[name] = value
        actor = self.actor
        self.runner.write(
            self, lambda: remember_setting(self.shop, actor, name, value), None, self._not_saved
        )

    def _not_saved(self, error: Exception) -> None:
        # a layout that is not remembered must not disturb anybody's work
        _log.warning("a setting was not remembered", exc_info=error)

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Write into the log how long something took (milliseconds)."""
        begun = time.perf_counter()
        yield
        _log.debug("%s took %.1f ms", what, (time.perf_counter() - begun) * 1000)
