"""Talks with a customer and messages to them, the newest first; appointments and requests beside them."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.access import Permission
from models.contacts import NotificationState
from models.requests import OPEN, RequestState
from ui.customers.actions import Actions
from ui.customers.dues import CallDialog
from ui.customers.panes import TablePane
from ui.customers.record import Record
from ui.customers.words import CALLS, MESSAGES, REQUESTS, message_words
from ui.parts.bookings import appointment_badge
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.table import Column, Table
from widgets.values import Badge, Mark


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk, or a message: what about, how it ended, what was said, who spoke."""

    id: uuid.UUID
    at: datetime
    what: Mark
    outcome: object
    words: str | None
    by: str | None
    order_id: uuid.UUID | None = None


class TalksTab(QWidget):
    """Enter opens the order of a message."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._edits = actions.edits_customers
        self._record: Record | None = None
        moment = desk.formats.moment
        self.table = Table(
            (
                Column("at", self.tr("When"), lambda r: moment(r.at), width=150, elide=False),
                Column("what", self.tr("What"), lambda r: r.what, width=140, stretch=1),
                Column("outcome", self.tr("Outcome"), lambda r: r.outcome, width=190),
                Column("words", self.tr("What was said"), lambda r: r.words, width=160, stretch=3),
                Column("by", self.tr("Who"), lambda r: r.by, width=140, kind="secondary"),
            ),
            key=lambda row: row.id,
            name=self.tr("Talks and messages"),
        )
        self.table.opened.connect(self._open)
        self.call = Button(self.tr("Note a call…"), "phone", small=True)
        self.call.clicked.connect(self.note)
        if not self._edits:
            self.call.hide()
        self.pane = TablePane(self.table, (self.call,))
        _alone(self, self.pane)

    def show_record(self, record: Record) -> None:
        """Show the talks of another customer."""
        self._record = record
        formats = self._desk.formats
        rows = []
        for call in record.calls:
            outcome = said(CALLS[call.outcome]) if call.outcome in CALLS else call.outcome
            if call.again_on is not None:
                outcome = f"{outcome}, {formats.full_day(call.again_on)}"
            what = Mark(self.tr("Call"), "phone")
            rows.append(Talk(call.id, call.at, what, outcome, call.words, call.by))
        for sent in record.messages:
            words, icon, tone = MESSAGES[sent.state]
            what = Mark(message_words(sent.template), "message-square")
            state = Mark(said(words), icon, tone)
            dead = sent.state is NotificationState.DEAD
            said_to = self.tr("nobody was reached") if dead else None
            rows.append(Talk(sent.id, sent.made_at, what, state, said_to, None, sent.order_id))
        rows.sort(key=lambda row: row.at, reverse=True)
        self.table.set_rows(rows)
        if not rows:
            self.table.show_empty("phone", self.tr("No talks and no messages yet"))

    def note(self) -> None:
        """Note a talk."""
        customer = self._record.customer if self._record is not None else None
        if customer is None or customer.erased_at is not None:
            return
        phone = self._desk.formats.phone(customer.phone)
        who = (customer.id, ", ".join(part for part in (customer.name, phone) if part))
        CallDialog(self, self._desk, who).begin()

    def _open(self, row: Talk) -> None:
        if row.order_id is not None:
            self._desk.open("work_orders", row.order_id)


@dataclass(frozen=True, slots=True)
class Coming:
    """An appointment or a request of the customer."""

    id: uuid.UUID
    at: datetime
    place: str
    what: Mark
    car: str
    words: str
    state: Badge


class ComingTab(QWidget):
    """Enter opens the appointment or the request."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        moment = desk.formats.moment
        self.table = Table(
            (
                Column("at", self.tr("When"), lambda r: moment(r.at), width=150, elide=False),
                Column("what", self.tr("What"), lambda r: r.what, width=170),
                Column("car", self.tr("Car"), lambda r: r.car or None, width=150, stretch=1),
                Column(
                    "words", self.tr("For what"), lambda r: r.words or None, width=160, stretch=3
                ),
                Column("state", self.tr("State"), lambda r: r.state, width=150, kind="state"),
            ),
            key=lambda row: row.id,
            name=self.tr("Appointments and requests"),
        )
        self.table.opened.connect(lambda row: desk.open(row.place, row.id))
        self.book = Button(self.tr("To the calendar"), "calendar-plus", small=True)
        self.book.clicked.connect(lambda: desk.open("calendar", None, new=True))
        if not desk.can(Permission.BOOKINGS_EDIT):
            self.book.hide()
        self.pane = TablePane(self.table, (self.book,))
        _alone(self, self.pane)

    def show_record(self, record: Record) -> None:
        """Show what another customer booked and asked for."""
        more, rows = record.more, list[Coming]()
        if more is None:
            return
        for row in more.appointments:
            what = Mark(self.tr("Appointment {number}").format(number=_short(row.number)))
            car = " ".join(part for part in (row.plate, row.car) if part)
            state = appointment_badge(row.state)
            rows.append(Coming(row.id, row.starts_at, "calendar", what, car, row.what, state))
        for ask in more.requests:
            if ask.state is RequestState.BOOKED:
                # its appointment stands here itself
                continue
            words, icon, hue = REQUESTS[ask.state]
            car = " ".join(part for part in (ask.plate, ask.car) if part)
            what = Mark(self.tr("Request"), "inbox")
            badge = Badge(said(words), icon, hue)
            rows.append(Coming(ask.id, ask.made_at, "requests", what, car, ask.words, badge))
        rows.sort(key=lambda row: row.at, reverse=True)
        self.table.set_rows(rows)
        self.pane.note.setText(self._summary(record))
        if not rows:
            self.table.show_empty("calendar-days", self.tr("Nothing was booked or asked for yet"))

    def _summary(self, record: Record) -> str:
        more, customer = record.more, record.customer
        waiting = [r for r in more.requests if r.state in OPEN] if more is not None else []
        parts = [self.tr("%n open requests", "", len(waiting))] if waiting else []
        if customer is not None and customer.no_show_count:
            parts.append(self.tr("did not come %n times", "", customer.no_show_count))
        return "  ·  ".join(parts)


def count_coming(record: Record) -> int:
    """How many rows the tab has."""
    more = record.more
    if more is None:
        return 0
    asked = sum(1 for row in more.requests if row.state is not RequestState.BOOKED)
    return len(more.appointments) + asked


def _short(number: str) -> str:
    return number.rsplit("-", 1)[-1]


def _alone(owner: QWidget, pane: TablePane) -> None:
    box = QVBoxLayout(owner)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(pane)
    owner.setFocusProxy(pane.table)
