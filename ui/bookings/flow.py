"""What may happen to an appointment next, as buttons and menu lines: each is one of the calendar's verbs."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from app.bookings import (
    AppointmentOf,
    BackToWaiting,
    ReopenAppointment,
    confirm,
    mark_arrived,
    put_back,
    reopen_appointment,
    undo_arrival,
)
from app.bookings.rows import AppointmentCard
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.work_orders import OpenFromAppointment, open_from_appointment
from models.access import Permission
from models.bookings import AppointmentEvent as Event
from models.bookings import AppointmentState as State
from ui.bookings.doing import Doer
from ui.bookings.ends import EndDialog
from ui.shell.desk import Desk
from ui.shell.words import said


@dataclass(frozen=True, slots=True)
class Act:
    """A button: its words, its icon, its keys in the record, and whether it ends the appointment."""

    words: Source
    icon: str
    keys: str = ""
    danger: bool = False


ACTS: Mapping[Event, Act] = {
    Event.CONFIRM: Act(QT_TRANSLATE_NOOP("Flow", "Confirm"), "calendar-check", "Ctrl+Return"),
    Event.ARRIVE: Act(QT_TRANSLATE_NOOP("Flow", "Arrived"), "log-in", "Ctrl+Return"),
    Event.CONVERT: Act(QT_TRANSLATE_NOOP("Flow", "Open work order"), "wrench", "Ctrl+Return"),
    Event.LEAVE: Act(QT_TRANSLATE_NOOP("Flow", "Not here after all"), "undo-2"),
    Event.WAIT: Act(QT_TRANSLATE_NOOP("Flow", "To the waiting list"), "list-ordered"),
    Event.REOPEN: Act(QT_TRANSLATE_NOOP("Flow", "Restore"), "rotate-ccw"),
    Event.MISS: Act(QT_TRANSLATE_NOOP("Flow", "Did not come"), "user-x", danger=True),
    Event.CANCEL: Act(QT_TRANSLATE_NOOP("Flow", "Cancel"), "ban", danger=True),
}
"""In the order of the buttons. A reschedule is a search of its own; the end comes with the work order."""


class Flow(QObject):
    """Does what a button says."""

    def __init__(self, desk: Desk, doer: Doer, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.doer = doer

    def possible(self, card: AppointmentCard) -> list[Event]:
        """What may happen now, as this person may do it."""
        if not self.desk.can(Permission.BOOKINGS_EDIT):
            return []
        allowed = set(card.allowed)
        found = [event for event in ACTS if event.value in allowed]
        if Event.CONVERT in found and not self.desk.can(Permission.WORK_ORDERS_EDIT):
            found.remove(Event.CONVERT)
        if card.starts_at is None:
            found = [event for event in found if event in {Event.CANCEL, Event.REOPEN}]
        return found

    def primary(self, card: AppointmentCard) -> Event | None:
        """The next usual step."""
        order = (Event.CONVERT, Event.ARRIVE, Event.CONFIRM, Event.REOPEN)
        possible = self.possible(card)
        if card.state is State.REQUESTED and Event.CONFIRM in possible:
            return Event.CONFIRM
        return next((event for event in order if event in possible), None)

    def fill(self, menu: QMenu, card: AppointmentCard) -> None:
        """Lines of a menu."""
        possible = self.possible(card)
        if card.order_id is not None:
            words = self.tr("Work order {number}").format(number=card.order_number or "")
            menu.addAction(words, lambda: self.desk.open("work_orders", card.order_id))
        if card.state is State.ARRIVED and self.desk.can(Permission.ARRIVALS_EDIT):
            menu.addAction(self.tr("Receive the car…"), partial(self._receive, card.id))
        if possible:
            menu.addSeparator()
        for event in possible:
            menu.addAction(said(ACTS[event].words), self._doing(event, card))

    def _doing(self, event: Event, card: AppointmentCard) -> Callable[[], None]:
        return lambda: self.do(event, card)

    def do(
        self, event: Event, card: AppointmentCard, then: Callable[[], object] = lambda: None
    ) -> None:
        """Do it, then go on."""
        named = AppointmentOf(appointment_id=card.id, version=card.version)

        def done(_key: uuid.UUID) -> None:
            then()

        match event:
            case Event.CONFIRM:
                self.doer.send(confirm, named, done)
            case Event.ARRIVE:
                self.doer.send(mark_arrived, named, partial(self._arrived, then))
            case Event.LEAVE:
                self.doer.send(undo_arrival, named, done)
            case Event.WAIT:
                back = BackToWaiting(appointment_id=card.id, version=card.version)
                self.doer.send(put_back, back, done)
            case Event.REOPEN:
                again = ReopenAppointment(appointment_id=card.id, version=card.version)
                self.doer.send(reopen_appointment, again, done)
            case Event.CONVERT:
                self._convert(card, then)
            case Event.CANCEL | Event.MISS:
                missed = event is Event.MISS
                EndDialog(self.desk.front, self.doer, card, then, missed=missed).open()
            case _:
                raise ValueError(f"{event} is no button")

    def _arrived(self, then: Callable[[], object], key: uuid.UUID) -> None:
        """The car stands at the gate: who may, goes on to write down how it came."""
        then()
        may = (Permission.ARRIVALS_EDIT, Permission.WORK_ORDERS_EDIT)
        if all(self.desk.can(each) for each in may):
            self._receive(key)

    def _receive(self, key: uuid.UUID) -> None:
        """The car is here: reception writes down how it came."""
        self.desk.open("arrivals", None, appointment=key)

    def _convert(self, card: AppointmentCard, then: Callable[[], object]) -> None:
        """Open the one work order; pressed again it is the same."""
        named = OpenFromAppointment(appointment_id=card.id, version=card.version)

        def opened(order_id: uuid.UUID) -> None:
            then()
            self.desk.open("work_orders", order_id)

        self.doer.send(open_from_appointment, named, opened)
