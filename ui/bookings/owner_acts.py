"""The three answers to an owner who asked for a visit, and the two forms: another time with words, no with a reason."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.bookings import (
    AppointmentOf,
    DeclineRequest,
    OfferTime,
    confirm,
    decline_request,
    get_appointment,
    offer_time,
)
from app.bookings.owners import OwnerRequestRow
from app.bookings.rows import AppointmentCard, Slot
from models.access import Permission
from models.bookings import EndReason
from ui.bookings.doing import Doer
from ui.parts.bookings import END_REASONS
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Area, Choice
from widgets.forms import Form

if TYPE_CHECKING:
    from ui.bookings.page import CalendarPage

_REASONS = (
    EndReason.NO_TIME,
    EndReason.NOBODY_TO_WORK,
    EndReason.BAY_BROKEN,
    EndReason.NO_PARTS,
    EndReason.NOT_REACHED,
    EndReason.MISTAKE,
    EndReason.OTHER,
)


def _title(row: OwnerRequestRow) -> str:
    return " ".join(filter(None, (row.plate, row.car, row.who)))


class OfferDialog(Dialog):
    """Another time for the owner, with words that they read beside it."""

    def __init__(self, parent: QWidget, desk: Desk, row: OwnerRequestRow, slot: Slot) -> None:
        super().__init__(parent, self.tr("Offer another time"))
        self.set_sub(_title(row))
        formats = desk.formats
        asked = self.tr("They asked for {wished}. You offer {when}, {where}.")
        where = ", ".join(filter(None, (slot.bay, slot.person)))
        words = asked.format(
            wished=formats.moment(row.wished_at), when=formats.moment(slot.starts_at), where=where
        )
        self.body.addWidget(label(words, wrap=True))
        self.form = Form(columns=1)
        self.words = Area(name=self.tr("What the owner reads"), rows=3)
        self.form.add("words", self.tr("What the owner reads"), self.words)
        self.body.addWidget(self.form)
        self.set_hint(self.tr("The time is kept until they answer on their page."))
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.go = self.add_button(
            Button(self.tr("Offer"), "send", kind="primary", keys="Ctrl+Return")
        )
        self.go.clicked.connect(lambda: self.finish("offer"))
        self.set_first_focus(self.words)


class DeclineDialog(Dialog):
    """No, with the reason; without one nothing is declined."""

    def __init__(
        self,
        parent: QWidget,
        row: OwnerRequestRow,
        doer: Doer,
        then: Callable[[], object],
    ) -> None:
        super().__init__(parent, self.tr("Say no to the owner"))
        self._asked, self._doer, self._then = row, doer, then
        self.set_sub(_title(row))
        self.form = Form(columns=1)
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a reason"))]
        choices += [(each, said(END_REASONS[each])) for each in _REASONS]
        self.reason = Choice(choices, name=self.tr("Why"))
        self.reason.set_value(None)
        self.form.add("reason", self.tr("Why"), self.reason, required=True)
        self.words = Area(name=self.tr("What the owner reads"), rows=3)
        self.form.add("words", self.tr("What the owner reads"), self.words)
        self.body.addWidget(self.form)
        self.set_hint(
            self.tr("The owner reads the reason and your words; the time is free at once.")
        )
        self.add_button(Button(self.tr("Leave it"), keys="Esc"), "cancel")
        self.go = self.add_button(Button(self.tr("Say no"), kind="danger", keys="Ctrl+Return"))
        self.go.clicked.connect(self._end)
        self.set_first_focus(self.reason)

    def _end(self) -> None:
        if not self.form.check():
            self.refit()
            return
        command = DeclineRequest(
            appointment_id=self._asked.appointment_id,
            version=self._asked.version,
            reason=EndReason(self.reason.value()),
            words=self.words.value() or "",
        )
        self._doer.send(decline_request, command, self._done)

    def _done(self, _key: object) -> None:
        self.finish("declined")
        self._then()


class OwnerActs(QObject):
    """Does what the panel's buttons say."""

    def __init__(self, page: "CalendarPage") -> None:
        super().__init__(page)
        self._page, self._desk, self._doer = page, page.desk, page.acts.doer
        self.dialog: OfferDialog | DeclineDialog | None = None

    def confirm(self, row: OwnerRequestRow) -> None:
        """Confirm the time that is kept for them; one that has none looks for a time first."""
        if not self._desk.can(Permission.BOOKINGS_EDIT):
            return
        if row.starts_at is None:
            self.search(row)
            return
        named = AppointmentOf(appointment_id=row.appointment_id, version=row.version)
        words = self._told(row, row.starts_at)
        self._doer.send(confirm, named, lambda _key: self._desk.toast(words))

    def _told(self, row: OwnerRequestRow, when: datetime) -> str:
        car = row.plate or row.car or row.who
        return self.tr("{car} is confirmed for {when}, the owner is told").format(
            car=car, when=self._desk.formats.moment(when)
        )

    def search(self, row: OwnerRequestRow) -> None:
        """Look for another time, from the wished day on."""
        if not self._desk.can(Permission.BOOKINGS_EDIT):
            return

        def found(card: AppointmentCard) -> None:
            sides = self._page.sides
            sides.open_panel("find")
            sides.slots.search_for(card, asked=row)

        self._desk.read(
            self, lambda read: get_appointment(read, row.appointment_id), found, lane="card"
        )

    def take(self, row: OwnerRequestRow, slot: Slot) -> None:
        """A found slot: the wished time itself is confirmed, another one is offered with words."""
        if slot.starts_at == row.wished_at:
            self._send(row, slot, "", confirming=True)
            return
        self.dialog = OfferDialog(self._desk.front, self._desk, row, slot)
        dialog = self.dialog

        def answered(how: str) -> None:
            self.dialog = None
            if how == "offer":
                self._send(row, slot, dialog.words.value() or "")

        dialog.finished.connect(answered)
        dialog.open()

    def _send(
        self, row: OwnerRequestRow, slot: Slot, words: str, *, confirming: bool = False
    ) -> None:
        command = OfferTime(
            appointment_id=row.appointment_id,
            version=row.version,
            starts_at=slot.starts_at,
            bay_id=slot.bay_id,
            employee_id=slot.employee_id,
            words=words,
        )

        def placed(key: uuid.UUID) -> None:
            self._page.sides.open_panel("owners")
            if confirming:
                told = self._told(row, slot.starts_at)
                named = AppointmentOf(appointment_id=key)
                self._doer.send(confirm, named, lambda _key: self._desk.toast(told))
                return
            when = self._desk.formats.moment(slot.starts_at)
            self._desk.toast(self.tr("Offered: {when}. The owner is asked.").format(when=when))

        self._doer.send(offer_time, command, placed)

    def decline(self, row: OwnerRequestRow) -> None:
        """Ask why not."""
        if not self._desk.can(Permission.BOOKINGS_EDIT):
            return
        told = self.tr("Declined, the owner is told")
        self.dialog = DeclineDialog(
            self._desk.front, row, self._doer, lambda: self._desk.toast(told)
        )
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
