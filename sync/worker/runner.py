"""The background worker: one for each shop database, however many desks run."""

import contextlib
import logging
import os
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final

import sqlalchemy as sa

from app import bookings
from app.kernel.db import Database
from app.kernel.tx import Actor, Changes, Shop
from sync.worker.rounds import Outcome, exchange

_log = logging.getLogger(__name__)
_LOCK: Final = 0x0CA59B17
"""Number of the PostgreSQL advisory lock."""
IDLE_SECONDS: Final = 60.0
SETTLE_SECONDS: Final = 2.0


@contextlib.contextmanager
def sole_worker(database: Database) -> Iterator[bool]:
    """True inside for the one worker of this database; False while another one has it."""
    if not database.is_sqlite:
        with database.writer.connect() as connection:
            held = bool(connection.execute(sa.select(sa.func.pg_try_advisory_lock(_LOCK))).scalar())
            connection.commit()
            try:
                yield held
            finally:
                if held:
                    connection.execute(sa.select(sa.func.pg_advisory_unlock(_LOCK)))
                    connection.commit()
        return
    path = database.path.with_name(database.path.name + ".sync.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock the file for this process; the system lets go when the process ends, however it ends."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - Windows only

            locking: Any = getattr(msvcrt, "locking")  # noqa: B009 - the other system's checker does not know it
            locking(handle, getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009 - as above
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class Worker:
    """Rounds in a thread of its own; it wakes on new envelopes, on a changed calendar, on a timer, and by ``wake``.

    ``told`` is called in that thread whenever ``busy`` or ``is_mine`` changed, and after every round.
    """

    def __init__(
        self,
        shop: Shop,
        actor: Actor,
        *,
        idle_seconds: float = IDLE_SECONDS,
        told: Callable[[], None] | None = None,
    ) -> None:
        self.shop = shop
        self.actor = actor
        self.idle_seconds = idle_seconds
        self.last: Outcome | None = None
        self.busy = False
        self.is_mine = True
        self._told = told
        self._settles = False
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._before: Worker | None = None

    def start(self, after: "Worker | None" = None) -> None:
        """Begin; every committed action that leaves an envelope wakes it.

        ``after``: one of this process that was stopped and may be in its last round. It is waited for: else this one
        would find the database taken, and look again only after a while.
        """
        self._before = after
        self.shop.listeners.append(self._heard)
        self._thread.start()

    def wake(self) -> None:
        """Do a round now."""
        self._wake.set()

    def stop(self, seconds: float | None = None) -> None:
        """Finish the round under way and end; waits for it at most ``seconds``, or as long as it takes."""
        self._stop.set()
        self._wake.set()
        if self._heard in self.shop.listeners:
            self.shop.listeners.remove(self._heard)
        self.join(seconds)

    def join(self, seconds: float | None = None) -> None:
        """Wait until one that was stopped has ended."""
        self._thread.join(seconds)

    def _heard(self, changes: Changes[Any]) -> None:
        if changes.action.startswith("sync."):
            return
        if changes.emitted:
            self._wake.set()
        elif not bookings.SHOWN.isdisjoint(changes.touched):
            # somebody is at work in the calendar: one look at what became of it, not one for each move
            self._settles = True
            self._wake.set()

    def _run(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.join()
        while not self._stop.is_set():
            with sole_worker(self.shop.database) as mine:
                self.is_mine = mine
                self._tell()
                while mine and not self._stop.is_set():
                    self._round()
                    self._pause()
            if not self._stop.is_set():
                self._pause()

    def _tell(self) -> None:
        if self._told is not None:
            self._told()

    def _round(self) -> None:
        self.busy = True
        self._tell()
        try:
            self.last = exchange(self.shop, self.actor)
        except Exception:  # noqa: BLE001 - logged whole
            # a bug in a round must not end sync for the day: it is logged, and the next round tries again
            _log.exception("a sync round failed")
            self.last = Outcome(problem="fault")
        finally:
            self.busy = False
            self._tell()

    def _pause(self) -> None:
        seconds = self.idle_seconds
        if self.last is not None and self.last.next_try_at is not None:
            until = (self.last.next_try_at - self.shop.clock()).total_seconds()
            seconds = max(0.0, min(until, self.idle_seconds * 15))
        self._wake.wait(seconds)
        if self._settles:
            self._settles = False
            self._stop.wait(SETTLE_SECONDS)
        self._wake.clear()
