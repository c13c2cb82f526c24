"""Everything that waits for a disk or a network runs here, never on the thread that draws.

Reads run beside each other; writes one after another in the order they were asked for; long work tells how far it is.
Answers come back on the thread that draws, and only to somebody who is still there and still wants them.
"""

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QApplication
from typing_extensions import override

READERS = 3


class Progress:
    """How far long work is; the work tells it, the screen shows it, the person may cancel."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """So many of so many; CancelledWork when the person had enough."""
        if self._stop.is_set():
            raise CancelledWork
        self._tell(done, total, text)

    @property
    def cancelled(self) -> bool:
        """Whether the person cancelled."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()


class CancelledWork(Exception):  # noqa: N818 - it is no error
    """The person cancelled; nothing more is to be said."""


@dataclass(eq=False, slots=True)
class Job:
    """One thing asked for. ``dropped`` answers are not delivered."""

    number: int
    owner: QObject
    do: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None]
    lane: str = ""
    dropped: bool = False
    result: Any = None
    error: Exception | None = None
    progress: Progress | None = None
    seconds: float = 0.0
    ended: Callable[[], None] | None = field(default=None)

    def drop(self) -> None:
        """The answer is not wanted any more."""
        self.dropped = True


class _Run(QRunnable):
    def __init__(self, job: Job, done: Callable[[Job], None]) -> None:
        super().__init__()
        self._job = job
        self._done = done

    @override
    def run(self) -> None:
        job = self._job
        begun = time.perf_counter()
        try:
            if not job.dropped:
                job.result = job.do()
        except Exception as error:  # noqa: BLE001 - handed to the one who asked, on the thread that draws
            job.error = error
        job.seconds = time.perf_counter() - begun
        self._done(job)


class Runner(QObject):
    """Runs jobs off the drawing thread. ``busy_changed`` tells how many are under way."""

    _finished = Signal(object)
    _told = Signal(object, int, int, str)
    busy_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._newest: dict[tuple[int, str], Job] = {}
        self._under_way: set[Job] = set()
        self._stopped = False
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(READERS)
        self._readers.setExpiryTimeout(-1)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._writer.setExpiryTimeout(-1)
        self._workers = QThreadPool(self)
        self._workers.setMaxThreadCount(2)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: QObject,
        do: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None],
        lane: str = "",
    ) -> Job:
        """Run beside others; a newer read of the same owner and lane makes this one's answer unwanted."""
        job = Job(next(self._numbers), owner, do, then, failed, lane)
        if lane:
            key = (id(owner), lane)
            older = self._newest.get(key)
            if older is not None:
                older.drop()
            self._newest[key] = job
        return self._start(self._readers, job)

    def write(
        self,
        owner: QObject,
        do: Callable[[], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None],
    ) -> Job:
        """Run after all writes that were asked for before."""
        return self._start(self._writer, Job(next(self._numbers), owner, do, then, failed))

    def work(
        self,
        owner: QObject,
        do: Callable[[Progress], Any],
        then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None],
        told: Callable[[int, int, str], None],
    ) -> Job:
        """Run long work; ``told`` hears its steps on the drawing thread."""
        job = Job(next(self._numbers), owner, lambda: None, then, failed)
        progress = Progress(lambda done, total, text: self._told.emit(job, done, total, text))
        job.progress = progress
        job.do = lambda: do(progress)

        def hear(which: object, done: int, total: int, text: str) -> None:
            if which is job and job in self._under_way:
                told(done, total, text)

        self._told.connect(hear, Qt.ConnectionType.QueuedConnection)

        def ended() -> None:
            self._told.disconnect(hear)

        job.ended = ended
        return self._start(self._workers, job)

    @property
    def busy(self) -> int:
        """How many jobs are under way or wait for their turn."""
        return len(self._under_way)

    def _start(self, pool: QThreadPool, job: Job) -> Job:
        if self._stopped:
            # whoever still asks belongs to a window that is gone, and so may the shop be
            job.drop()
            return job
        self._under_way.add(job)
        self.busy_changed.emit(len(self._under_way))
        pool.start(_Run(job, self._finished.emit))
        return job

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        self._under_way.discard(job)
        if job.ended is not None:
            job.ended()
        key = (id(job.owner), job.lane)
        if self._newest.get(key) is job:
            del self._newest[key]
        try:
            if job.dropped or not shiboken6.isValid(job.owner):
                return
            if job.error is not None:
                job.failed(job.error)
            elif job.then is not None:
                job.then(job.result)
        finally:
            self.busy_changed.emit(len(self._under_way))

    def settle(self, seconds: float = 10.0) -> bool:
        """Spin the event loop until nothing is under way; False when that took longer than ``seconds``."""
        give_up = time.monotonic() + seconds
        while self._under_way and time.monotonic() < give_up:
            QApplication.processEvents()
            time.sleep(0.001)
        QApplication.processEvents()
        return not self._under_way

    def stop(self, seconds: float = 10.0) -> bool:
        """Cancel long work, let writes finish, drop what is only read; nothing is started any more."""
        self._stopped = True
        for job in list(self._under_way):
            if job.progress is not None:
                job.progress.cancel()
        milliseconds = round(seconds * 1000)
        self._readers.clear()
        ended = all(
            pool.waitForDone(milliseconds) for pool in (self._writer, self._readers, self._workers)
        )
        for job in self._under_way:
            job.drop()
        return ended
