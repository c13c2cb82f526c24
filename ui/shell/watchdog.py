"""Sees when the window stands still: any single event that took longer than it may."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

LIMIT_SECONDS = 0.050
"""The longest that one event may take: a frame and a half that the eye forgives."""


@dataclass(frozen=True, slots=True)
class Block:
    """An event that took too long: who got it, what it was, and how long it took in seconds."""

    receiver: str
    event: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.seconds * 1000:.0f} ms in {self.event} of {self.receiver}"


_SCHEDULED = Path("/proc/thread-self/schedstat")
"""Where Linux tells how long this thread ran, and how long it was ready while other programs ran."""


def _others_seconds() -> float:
    """How long the machine let this thread wait for other programs; 0 where the system does not tell."""
    if not _SCHEDULED.exists():
        return 0.0
    return int(_SCHEDULED.read_text(encoding="ascii").split()[1]) / 1e9


class DeskApplication(QApplication):
    """The application. It hears no event itself: every one would pass through Python, a quarter of all work."""


class WatchedApplication(DeskApplication):
    """The application as tests run it: with a ``limit`` in seconds it notes every event that took longer.

    What a busy machine gave to other programs meanwhile is not counted.
    """

    blocks: ClassVar[list[Block]] = []
    limit: ClassVar[float | None] = None
    _depth = 0

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        limit = WatchedApplication.limit
        if limit is None or self._depth:
            return super().notify(receiver, event)
        self._depth += 1
        kind = event.type()
        name = f"{type(receiver).__name__} {receiver.objectName()}".strip()
        begun, others = time.perf_counter(), _others_seconds()
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            took = time.perf_counter() - begun
            if took > limit:
                took -= _others_seconds() - others
            if took > limit:
                WatchedApplication.blocks.append(Block(name, kind.name, took))


def watched(do: Callable[[], None], limit: float = LIMIT_SECONDS) -> list[Block]:
    """Run ``do`` (which spins the event loop) and return every event that blocked the window for longer.

    Raises:
        RuntimeError: the application cannot be watched: it is no WatchedApplication.
    """
    if not isinstance(QApplication.instance(), WatchedApplication):
        raise RuntimeError("only a WatchedApplication can be watched")  # noqa: TRY004 - no argument is wrong
    WatchedApplication.blocks.clear()
    WatchedApplication.limit = limit
    try:
        do()
    finally:
        WatchedApplication.limit = None
    return list(WatchedApplication.blocks)
