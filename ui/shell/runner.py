"""Everything that waits for a disk or a network runs here, never on the thread that draws.

Reads run beside each other; writes one after another in the order they were asked for; long work tells how far it is.
Answers come back on the thread that draws, and only to somebody who is still there and still wants them.

A job stays with the drawing thread: the others get its number, and let go of it before they tell that it is done. So
the last to hold a screen is never a thread that must not end one. Python's own threads and numbers in signals are
used on purpose: Qt's runnables, and objects sent through signals, were seen to keep three jobs of four for ever.
"""

import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

READERS = 3
LONG_WORKERS = 2


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
    told: Callable[[int, int, str], None] | None = None
    step: tuple[int, int, str] | None = None
    heard: tuple[int, int, str] | None = None
    seconds: float = 0.0
    future: Future[None] | None = None

    def drop(self) -> None:
        """The answer is not wanted any more."""
        self.dropped = True


class Runner(QObject):
    """Runs jobs off the drawing thread. ``busy_changed`` tells how many are under way."""

    _finished = Signal(int)
    _told = Signal(int)
    busy_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._newest: dict[tuple[int, str], Job] = {}
        self._under_way: dict[int, Job] = {}
        self._stopped = False
        self._readers = ThreadPoolExecutor(READERS, "reads")
        self._writer = ThreadPoolExecutor(1, "writes")
        self._workers = ThreadPoolExecutor(LONG_WORKERS, "works")
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

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
        """Run long work; ``told`` hears its steps on the drawing thread, the last one when several came at once."""
        number = next(self._numbers)

        def step(done: int, total: int, text: str) -> None:
            told_job = self._under_way.get(number)
            if told_job is not None:
                told_job.step = (done, total, text)
                del told_job
                self._told.emit(number)

        progress = Progress(step)
        job = Job(number, owner, lambda: do(progress), then, failed, progress=progress, told=told)
        return self._start(self._workers, job)

    @property
    def busy(self) -> int:
        """How many jobs are under way or wait for their turn."""
        return len(self._under_way)

    def _start(self, pool: ThreadPoolExecutor, job: Job) -> Job:
        if self._stopped:
            # whoever still asks belongs to a window that is gone, and so may the shop be
            job.drop()
            return job
        self._under_way[job.number] = job
        self.busy_changed.emit(len(self._under_way))
        job.future = pool.submit(self._run, job.number)
        return job

    def _run(self, number: int) -> None:
        """Do a job on the thread of a pool; nothing of it is held here when the signal goes out."""
        job = self._under_way[number]
        begun = time.perf_counter()
        try:
            if not job.dropped:
                job.result = job.do()
        except Exception as error:  # noqa: BLE001 - handed to the one who asked, on the thread that draws
            job.error = error
        job.seconds = time.perf_counter() - begun
        del job
        self._finished.emit(number)

    @Slot(int)
    def _hear(self, number: int) -> None:
        job = self._under_way.get(number)
        # read once: the worker may write the next step at any moment, and tells of it by another signal
        step = job.step if job is not None else None
        if job is None or job.told is None or step is None or step is job.heard:
            return
        job.heard = step
        if not job.dropped and shiboken6.isValid(job.owner):
            job.told(*step)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        job = self._under_way.pop(number, None)
        if job is None:
            return
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
        running = list(self._under_way.values())
        for job in running:
            if job.progress is not None:
                job.progress.cancel()
        self._readers.shutdown(wait=False, cancel_futures=True)
        self._writer.shutdown(wait=False)
        self._workers.shutdown(wait=False)
        late = wait([job.future for job in running if job.future is not None], seconds).not_done
        for job in running:
            job.drop()
            if job.future is not None and job.future.cancelled():
                # it never began, and nobody will tell that it is done
                self._deliver(job.number)
        if not late:
            for pool in (self._readers, self._writer, self._workers):
                pool.shutdown(wait=True)
        return not late
