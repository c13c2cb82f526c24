"""A new appointment while the customer is on the phone: who, what, when; conflicts and load show before it is saved."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.bookings import book, hold
from app.bookings.request_reads import RequestRow
from app.bookings.requests import book_request
from app.bookings.rows import Fit, Found, Slot
from app.kernel.errors import InvalidError, UserError
from models.bookings import ArrivalMode
from models.wishes import Understood, Wish
from ui.bookings.asking import Offer, answer_of, fit_of, know_shop, slots
from ui.bookings.book_form import build, command_of, people_choices
from ui.bookings.caller import CallerDialog
from ui.bookings.doing import Doer
from ui.bookings.request_booking import for_request, says_length, wish_of
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.board import Line
from widgets.buttons import Button, label, set_tone

_PAUSE_MS = 150
_LINES = 3
_WITH_A_DRIVE = frozenset({ArrivalMode.PICK_UP, ArrivalMode.HOME_SERVICE})


class BookDialog(CallerDialog):
    """Opens on who calls; the first slot that fits is filled in while nobody typed a time.

    ``driven`` tells what was booked with a drive: its addresses come next.
    """

    driven = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, doer: Doer, *, words: str = "") -> None:
        super().__init__(parent, desk, self.tr("New appointment"), 640)
        self._doer = doer
        self._own_time = False
        self._own_length = False
        self.offer: Offer | None = None
        self._request: RequestRow | None = None
        self._asked = Wish()
        self._is_open_question = False
        self._then: Callable[[], None] | None = None
        build(self.form, desk, self.who, self.services, self.known)
        self.watch_doubles()
        self.body.addWidget(self.form)
        self.fits = [label("", "small", wrap=True) for _ in range(_LINES)]
        for line in self.fits:
            self.body.addWidget(line)
            line.hide()
        self._build_buttons()
        self._connect()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self.set_first_focus(self.who)
        if words:
            self.form.control("words").set_value(words)

    def _build_buttons(self) -> None:
        self.wait = Button(self.tr("To the waiting list"), "list-ordered", kind="quiet")
        self.add_left(self.wait)
        self.wait.clicked.connect(lambda: self._send(waiting=True))
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.hold = self.add_button(Button(self.tr("Hold 15 min"), keys="Ctrl+H"))
        self.hold.clicked.connect(lambda: self._send(holding=True))
        self.go = self.add_button(
            Button(self.tr("Book"), "calendar-plus", kind="primary", keys="Ctrl+Return")
        )
        self.go.clicked.connect(self._book)

    def _connect(self) -> None:
        control = self.form.control
        self.services.changed.connect(self._services_changed)
        control("minutes").read.connect(lambda _value: self._typed_length())
        control("starts_at").read.connect(lambda _value: self._typed_time())
        for name in ("bay", "person"):
            control(name).edited.connect(self._later)

    def carry(self, row: RequestRow) -> None:
        """Begin with a request: who asks, for what, when it suits; booking it ends the request."""
        self._request = row
        self.hold.hide()
        self.fill(row)
        if not row.wish:
            return
        control, understood = self.form.control, wish_of(row, self._desk)
        self._asked = understood.wish
        if says_length(understood):
            control("minutes").show_minutes(understood.wish.minutes)
            self._own_length = True
        self.set_sub(self.tr("It suits them: {wish}").format(wish=row.wish))

    def begin(self) -> None:
        """Open, and read what can be booked."""
        self.open()
        today = self._desk.formats.today()
        self._desk.read(self, lambda read: know_shop(read, today), self._know, lane="shop")

    def _know(self, offer: Offer) -> None:
        self.offer = offer
        self.services.types = [row for row in offer.services if row.archived_at is None]
        anybody = self.tr("nobody yet")
        control = self.form.control
        held_bay, held_person = self._asked_bay, self._asked_person
        bays: list[tuple[object, str]] = [(None, self.tr("any that fits"))]
        bays += [(row.id, row.name) for row in offer.bays if row.archived_at is None]
        control("bay").set_choices(bays)
        control("person").set_choices(people_choices(offer.people, anybody))
        self._put(held_bay, held_person)
        self._later()

    _asked_bay: uuid.UUID | None = None
    _asked_person: uuid.UUID | None = None

    def _put(self, bay: uuid.UUID | None, person: uuid.UUID | None) -> None:
        self._asked_bay, self._asked_person = bay, person
        for name, value in (("bay", bay), ("person", person)):
            control = self.form.control(name)
            if self.offer is not None:
                control.blockSignals(True)
                control.set_value(value)
                control.blockSignals(False)

    def show_place(
        self, starts_at: datetime, *, bay_id: uuid.UUID | None, employee_id: uuid.UUID | None
    ) -> None:
        """Begin at a free place of the board."""
        self._own_time = True
        self.form.control("starts_at").set_value(starts_at)
        self._put(bay_id, employee_id)
        self._later()

    def take(self, slot: Slot, understood: Understood | None, *, hold: bool) -> None:
        """Begin with a slot that was found."""
        self.show_place(slot.starts_at, bay_id=slot.bay_id, employee_id=slot.employee_id)
        if understood is not None:
            self.form.control("minutes").show_minutes(understood.wish.minutes)
            self._own_length = True
        if hold:
            self.hold.setFocus()

    # when

    def _services_changed(self) -> None:
        if not self._own_length:
            minutes = sum(row.minutes for row in self.services.chosen)
            self.form.control("minutes").show_minutes(minutes or None)
        self._later()
        self.refit()

    def _typed_length(self) -> None:
        self._own_length = self.form.control("minutes").value() is not None
        self._later()

    def _typed_time(self) -> None:
        self._own_time = self.form.control("starts_at").value() is not None
        self._later()

    def _later(self) -> None:
        self._is_open_question = True
        if self.isVisible():
            self._pause.start()

    def _wish(self) -> Wish:
        chosen = self.services.chosen
        values = self.form.values()
        return replace(
            self._asked,
            minutes=values["minutes"] or sum(row.minutes for row in chosen) or 60,
            ability=next((row.ability for row in chosen if row.ability), self._asked.ability),
            skill=next((row.skill for row in chosen if row.skill), self._asked.skill),
            services=tuple(row.id for row in chosen),
            from_at=max(self._desk.now(), self._asked.from_at or self._desk.now()),
            bay=values["bay"] if self._own_time else None,
            employee=values["person"] if self._own_time else None,
            limit=1,
        )

    def _check(self) -> None:
        """Ask whether it fits there; without a time of one's own, ask for the first slot."""
        if self.offer is None:
            return
        now, wish, values = self._desk.now(), self._wish(), self.form.values()
        if not self._own_time:
            self._desk.read(
                self, lambda read: slots(read, wish, now=now), self._take_first, lane="fit"
            )
            return
        starts_at, bay, person = values["starts_at"], values["bay"], values["person"]
        if starts_at is None:
            return
        self._desk.read(
            self,
            lambda read: fit_of(read, wish, starts_at, bay, person, now=now),
            self._show_fit,
            lane="fit",
        )

    def _take_first(self, found: Found) -> None:
        if self._own_time:
            return
        then, self._then, self._is_open_question = self._then, None, False
        if not found.slots:
            # what stood there fitted less was asked: it would be booked by mistake
            self.form.control("starts_at").set_value(None)
            self._put(None, None)
            why = found.refused[0].reasons if found.refused else found.why_not_sooner
            words = ", ".join(said(each) for each in why)
            none = self.tr("No free slot in the coming weeks")
            self._lines([Line("wait", f"{none}: {words}" if words else none)])
            return
        slot = found.slots[0]
        self.form.control("starts_at").set_value(slot.starts_at)
        self._put(slot.bay_id, slot.employee_id)
        words = self.tr("The first that fits: {when}, {where}").format(
            when=self._desk.formats.moment(slot.starts_at),
            where=", ".join(filter(None, (slot.bay, slot.person))),
        )
        self._lines([Line("good", words)])
        if then is not None:
            then()

    def _show_fit(self, fit: Fit) -> None:
        answer = answer_of(fit, self._desk, "")
        self._lines(list(answer.lines) or [Line("good", answer.title)])

    def _lines(self, lines: list[Line]) -> None:
        for shown, line in zip(self.fits, [*lines, None, None, None], strict=False):
            shown.setVisible(line is not None)
            if line is not None:
                shown.setText(line.text)
                set_tone(shown, line.tone)
        self.refit()

    # saving

    def _send(self, *, waiting: bool = False, holding: bool = False) -> None:
        if not self.form.check():
            self.refit()
            return
        if self._is_open_question and not (waiting or self._own_time):
            # what was chosen last has not found its slot yet: it does before anything is booked
            self._then = partial(self._send, holding=holding)
            self._pause.stop()
            self._check()
            return
        command = command_of(self.form.values(), self._caller, self.services, waiting=waiting)
        if command.starts_at is None and not waiting:
            self.form.show_problems(
                {"starts_at": self.tr("When? Or put them on the waiting list.")}
            )
            self.refit()
            return
        self.go.setEnabled(False)
        verb: Any = hold if holding else book
        sent: Any = command
        if self._request is not None:
            verb, sent = book_request, for_request(command, self._request)
        self._doer.send(verb, sent, self._saved, lost=self._again, failed=self._refused)

    def _book(self) -> None:
        self._send()

    def _again(self) -> None:
        self.go.setEnabled(True)

    def _refused(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        told = {name: said(text) for name, text in error.problems.items()}
        if not set(told) & set(self.form.names()):
            return False
        self.form.show_problems(told)
        self.refit()
        return True

    def _saved(self, key: uuid.UUID) -> None:
        values = self.form.values()
        self.finish("saved")
        when = values["starts_at"]
        words = (
            self.tr("Booked: {when}").format(when=self._desk.formats.moment(when))
            if when
            else self.tr("On the waiting list")
        )
        self._desk.toast(words)
        if when and ArrivalMode(values["mode"]) in _WITH_A_DRIVE:
            self.driven.emit(key)
