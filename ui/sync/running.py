"""The exchange of this desk: its worker in a thread, its state for the status bar and for the page."""

import weakref
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.kernel.standing import SyncView, get_sync
from app.kernel.tx import Actor, Changes, Read, Shop
from models.access import Permission
from ui.shell.desk import Desk

if TYPE_CHECKING:
    from sync.worker import Worker

_WATCHED = frozenset({"sync_state", "outbox_envelope", "inbox_change", "vehicle_link", "*"})
_STOP_SECONDS = 5.0
"""A round under way may wait for the network: the program does not wait longer than this for it."""
_TICK_MS = 60_000


class Phase(StrEnum):
    """What the exchange does now."""

    UNKNOWN = "unknown"
    NOT_PAIRED = "not_paired"
    PAUSED = "paused"
    ELSEWHERE = "elsewhere"
    SENDING = "sending"
    TROUBLE = "trouble"
    ATTENTION = "attention"
    WAITING = "waiting"
    DONE = "done"


HUES: dict[Phase, str] = {
    Phase.UNKNOWN: "idle",
    Phase.NOT_PAIRED: "idle",
    Phase.PAUSED: "idle",
    Phase.ELSEWHERE: "good",
    Phase.SENDING: "work",
    Phase.TROUBLE: "wait",
    Phase.ATTENTION: "bad",
    Phase.WAITING: "good",
    Phase.DONE: "good",
}


@dataclass(frozen=True, slots=True)
class Lamp:
    """The state in one look: a phase, its words for the status bar, and the figures behind it."""

    phase: Phase
    words: str
    view: SyncView | None


class SyncService(QObject):
    """Starts and stops the worker; ``state_changed`` gives hue and words for the status bar.

    The worker goes on over sign-ins of other people: ``attach`` gives it the desk that shows its state and the
    person in whose name it acts, ``detach`` takes the desk away, ``stop`` ends it.
    """

    state_changed = Signal(str, str)
    moved = Signal()
    """Anything that the page shows of the exchange changed."""
    _told = Signal()

    def __init__(self, shop: Shop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        self.view: SyncView | None = None
        self.is_paused = False
        self._worker: Worker | None = None
        self._stopped: Worker | None = None
        self._desk: Desk | None = None
        self._told.connect(self._worker_told, Qt.ConnectionType.QueuedConnection)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._emit)

    # life
    def attach(self, desk: Desk) -> None:
        """Show the state on this desk, and exchange in the name of who works at it."""
        self.detach()
        self._desk = desk
        _SERVICES[desk] = weakref.ref(self)
        desk.changed.connect(self._heard)
        if self._worker is not None:
            self._worker.actor = _exchanging(desk.actor)
        self._tick.start()
        self.refresh()

    def detach(self) -> None:
        """The desk goes away; the exchange goes on."""
        desk, self._desk = self._desk, None
        self._tick.stop()
        if desk is not None:
            desk.changed.disconnect(self._heard)
            _SERVICES.pop(desk, None)

    def stop(self) -> None:
        """End the worker; a round that hangs on the network is left behind."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop(_STOP_SECONDS)

    def _start(self) -> None:
        desk = self._desk
        if self._worker is not None or desk is None:
            return
        self._worker = _worker_type()(self.shop, _exchanging(desk.actor), told=self._told.emit)
        self._worker.start(after=self._stopped)
        self._stopped = None

    # what a person asks
    def send_now(self) -> None:
        """Do a round now; ``moved`` tells how it goes."""
        self.is_paused = False
        self._start()
        if self._worker is not None:
            self._worker.wake()
        self._emit()

    def pause(self) -> None:
        """Exchange nothing until ``resume``: the records wait."""
        self.is_paused = True
        self._end()
        self._emit()

    def _end(self) -> None:
        """Stop the worker without waiting for its round; the next one waits for that."""
        worker, self._worker = self._worker, None
        if worker is not None and self._desk is not None:
            self._stopped = worker
            self._desk.runner.read(self, worker.stop, None, self._desk.problem, "stop")

    def resume(self) -> None:
        """Go on exchanging."""
        self.send_now()

    @property
    def is_busy(self) -> bool:
        """Whether a round is under way."""
        return self._worker is not None and self._worker.busy

    # what it knows
    def refresh(self) -> None:
        """Read anew where the shop stands."""
        if self._desk is not None:
            self._desk.read(self, _look, self._know, failed=self._lost, lane="sync")

    def _know(self, view: SyncView) -> None:
        self.view = view
        if view.is_paired and not self.is_paused:
            self._start()
        elif not view.is_paired:
            self._end()
        self._emit()

    def _lost(self, _error: Exception) -> None:
        """The database does not answer: the window says so itself."""
        self.view = None
        self._emit()

    def _heard(self, changes: Changes[Any]) -> None:
        if changes.emitted or _WATCHED & changes.touched.keys():
            self.refresh()

    def _worker_told(self) -> None:
        self._emit()

    def _emit(self) -> None:
        lamp = self.lamp()
        self.state_changed.emit(HUES[lamp.phase], lamp.words)
        self.moved.emit()

    def phase(self) -> Phase:
        """What the exchange does now."""
        view, worker = self.view, self._worker
        if view is None:
            return Phase.UNKNOWN
        holds = (
            (Phase.NOT_PAIRED, not view.is_paired),
            (Phase.PAUSED, self.is_paused),
            (Phase.SENDING, self.is_busy),
            (Phase.TROUBLE, view.problem is not None),
            (Phase.ATTENTION, view.attention > 0),
            (Phase.ELSEWHERE, worker is not None and not worker.is_mine),
            (Phase.WAITING, view.undelivered > 0),
        )
        return next((phase for phase, is_so in holds if is_so), Phase.DONE)

    def lamp(self) -> Lamp:
        """Phase, words and figures as they are now."""
        phase = self.phase()
        return Lamp(phase, self._words(phase), self.view)

    def _words(self, phase: Phase) -> str:
        view, desk = self.view, self._desk
        if view is None or desk is None:
            return ""
        count = view.undelivered
        seen = desk.formats.brief(view.last_success_at) if view.last_success_at else "—"
        words = {
            Phase.NOT_PAIRED: self.tr("Sync: not paired"),
            Phase.PAUSED: self.tr("Sync: paused, %n wait", "", count),
            Phase.SENDING: self.tr("Sync: sending"),
            Phase.ATTENTION: self.tr("Sync: %n need you", "", view.attention),
            Phase.TROUBLE: self.tr("Sync: no connection, %n wait", "", count),
            Phase.ELSEWHERE: self.tr("Sync: another desk exchanges"),
            Phase.WAITING: self.tr("Sync: %n wait", "", count),
            Phase.DONE: self.tr("Sync: everything is sent, {time}").format(time=seen),
        }
        return words.get(phase, "")


_SERVICES: "weakref.WeakKeyDictionary[Desk, weakref.ref[SyncService]]" = weakref.WeakKeyDictionary()
"""Both weakly: a service knows its desk, and would keep it and its window for ever."""


def service_of(desk: Desk) -> SyncService:
    """The exchange attached to a desk; one that is made for it when there is none."""
    held = _SERVICES.get(desk)
    found = held() if held is not None else None
    if found is None:
        found = SyncService(desk.shop, desk)
        found.attach(desk)
    return found


def _exchanging(actor: Actor) -> Actor:
    """The person with the right to exchange: the worker is the workstation's job, whoever sits at it.

    The audit still names who that was.
    """
    return replace(actor, permissions=actor.permissions | {Permission.SYNC})


def _worker_type() -> "type[Worker]":
    """The network's libraries are loaded when there is somebody to talk to."""
    from sync.worker import Worker  # noqa: PLC0415 - a window without a server shows without them

    return Worker


def _look(read: Read) -> SyncView:
    """Where the shop stands; what will talk to its server is loaded here, off the thread that draws."""
    view = get_sync(read)
    if view.is_paired:
        _worker_type()
    return view
