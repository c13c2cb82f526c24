"""What a person does with the board: drops, opens, books, calls off; every drop can be taken back."""

import uuid
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.bookings import (
    BackToWaiting,
    MoveAppointment,
    get_appointment,
    move,
    put_back,
)
from app.bookings.rows import AppointmentCard, TransportRow
from models.access import Permission
from ui.bookings.book import BookDialog
from ui.bookings.card import CardDialog
from ui.bookings.doing import Doer
from ui.bookings.drive import DriveDialog
from ui.bookings.ends import EndDialog
from ui.bookings.flow import Flow
from ui.bookings.outside import Outside
from ui.bookings.places import lane_id
from ui.parts.bookings import length
from ui.shell.desk import Desk
from widgets.board import Answer, Move, Place

if TYPE_CHECKING:
    from ui.bookings.page import CalendarPage


class BoardActs(QObject):
    """Acts of the calendar's page."""

    def __init__(self, desk: Desk, page: "CalendarPage") -> None:
        super().__init__(page)
        self.desk = desk
        self.page = page
        self.doer = Doer(desk, self)
        self.flow = Flow(desk, self.doer, self)
        self.outside = Outside(desk, self, page.tools.hidden)
        self.card: CardDialog | None = None
        self.booking: BookDialog | None = None
        self.driving: DriveDialog | None = None
        self._board = (page.bar.is_week, page.by)
        page.bar.changed.connect(self._board_changed)

    def _board_changed(self) -> None:
        """Another board shows: what was carried over the one before goes back, its place means nothing here."""
        before, self._board = self._board, (self.page.bar.is_week, self.page.by)
        if before != self._board:
            for board in (self.page.week, self.page.day):
                board.carry.put_back()

    # putting things down

    def drop(self, moved: Move, answer: Answer | None) -> None:
        """Write what was put down; the answer asked for it already."""
        del answer
        self.put(moved)

    def put(self, moved: Move) -> None:
        """Write a move."""
        row = self.page.waiting.get(_key(moved.key))
        item = self.page.items.get(_key(moved.key))
        if row is not None:
            self._move(moved, row.version, None, None)
        elif item is not None:
            self._move(moved, item.version, item.bay_id, item.employee_id)

    def _take_back(self, back: Move) -> None:
        """Write the undoing of a move: nothing is offered to take back again, the move before it is next."""
        self.desk.read(
            self,
            lambda read: get_appointment(read, _key(back.key)),
            lambda card: self._move(
                back, card.version, card.bay_id, card.employee_id, is_back=True
            ),
            lane="version",
        )

    def _move(
        self,
        moved: Move,
        version: int,
        bay_id: uuid.UUID | None,
        employee_id: uuid.UUID | None,
        *,
        is_back: bool = False,
    ) -> None:
        after, page = moved.after, self.page
        if page.by == "bay":
            bay_id = lane_id(after.lane)
        else:
            employee_id = lane_id(after.lane)
        same = moved.before is not None and moved.before.minutes == after.minutes
        command = MoveAppointment(
            appointment_id=_key(moved.key),
            version=version,
            starts_at=page.scale.moment(after.day, after.start),
            bay_id=bay_id,
            employee_id=employee_id,
            minutes=None if same else after.minutes,
        )
        self.doer.send(
            move,
            command,
            lambda _key: self._moved(moved, command.starts_at, is_back=is_back),
            lost=self._lost,
        )

    def _lost(self) -> None:
        self.page.view.carry.take_back()

    def _moved(self, moved: Move, starts_at: datetime, *, is_back: bool) -> None:
        block = self.page.view.carry.pending
        title = block.title if block is not None else ""
        formats = self.desk.formats
        before = moved.before
        if (
            before is not None
            and before.start == moved.after.start
            and before.day == moved.after.day
            and before.lane == moved.after.lane
        ):
            words = self.tr("{car}: {length} now").format(
                car=title, length=length(formats, moved.after.minutes)
            )
        else:
            words = self.tr("{car} stands at {when}").format(
                car=title, when=formats.moment(starts_at)
            )
        undo = None if is_back else partial(self._undo, moved)
        self.desk.toast(words.lstrip(": "), undo)

    def _undo(self, moved: Move) -> None:
        back = moved.back()
        if back is not None:
            self._take_back(back)
            return
        self.desk.read(
            self,
            lambda read: get_appointment(read, _key(moved.key)),
            self._to_waiting,
            lane="version",
        )

    def _to_waiting(self, card: AppointmentCard) -> None:
        self.doer.send(put_back, BackToWaiting(appointment_id=card.id, version=card.version))

    def refused(self, answer: Answer) -> None:
        """Nothing was put down, and why."""
        bad = [line.text for line in answer.lines if line.tone == "bad"]
        self.desk.toast(bad[0] if bad else answer.title)

    def place_first(self, key: uuid.UUID) -> None:
        """Put somebody who waits into the first free slot."""
        row = self.page.waiting.get(key)
        if row is not None and self.desk.can(Permission.BOOKINGS_EDIT):
            self.page.sides.first_slot(row, self.take_slot)

    def take_slot(
        self,
        key: uuid.UUID,
        version: int,
        starts_at: datetime,
        bay: uuid.UUID | None,
        who: uuid.UUID | None,
    ) -> None:
        """Give an appointment a found slot."""
        command = MoveAppointment(
            appointment_id=key, version=version, starts_at=starts_at, bay_id=bay, employee_id=who
        )
        words = self.tr("Stands at {when}").format(when=self.desk.formats.moment(starts_at))

        def back() -> None:
            self._undo(Move(key, None, Place(bay, 0, 0, 0)))

        self.doer.send(move, command, lambda _key: self.desk.toast(words, back))

    # opening

    def open(self, key: uuid.UUID) -> None:
        """Show an appointment; a drive shows the appointment that it belongs to."""
        item = self.page.items.get(key)
        self.desk.read(
            self,
            lambda read: get_appointment(
                read, item.id if item is not None and item.transport_id is None else key
            ),
            self._show_card,
            lane="card",
        )

    def _show_card(self, card: AppointmentCard) -> None:
        if self.card is not None:
            self.card.finish("replaced")
        self.card = CardDialog(self.desk.front, self.desk, card, self.flow)
        self.card.finished.connect(self._card_closed)
        self.card.rebook.connect(self.reschedule)
        self.card.drive.connect(self.plan_drive)
        self.card.open()

    def plan_drive(self, card: AppointmentCard, drive: TransportRow | None = None) -> None:
        """The form of a drive; its appointment shows again behind it."""
        self.driving = DriveDialog(self.desk.front, self.desk, self.doer, card, drive)
        self.driving.finished.connect(lambda _how: self.open(card.id))
        self.driving.begin()

    def _card_closed(self) -> None:
        self.card = None

    def book(self, place: Place | None, *, words: str = "") -> None:
        """The form of a new appointment, at a place or at the first that fits."""
        if not self.desk.can(Permission.BOOKINGS_EDIT):
            return
        page = self.page
        self.booking = BookDialog(self.desk.front, self.desk, self.doer, words=words)
        if place is not None:
            lane = lane_id(place.lane)
            self.booking.show_place(
                page.scale.moment(place.day, place.start),
                bay_id=lane if page.by == "bay" else None,
                employee_id=lane if page.by != "bay" else None,
            )
        self.booking.finished.connect(self._booked)
        self.booking.driven.connect(self._drive_of)
        self.booking.begin()

    def _booked(self) -> None:
        self.booking = None

    def _drive_of(self, key: uuid.UUID) -> None:
        """What was booked with a drive asks for the drive at once."""
        self.desk.read(
            self, lambda read: get_appointment(read, key), self.plan_drive, lane="version"
        )

    def reschedule(self, card: AppointmentCard) -> None:
        """Look for another time of an appointment."""
        self.page.sides.open_panel("find")
        self.page.sides.slots.search_for(card)

    # menus

    def menu(self, key: uuid.UUID, spot: QPoint) -> None:
        """What can be done with an appointment."""
        item = self.page.items.get(key)
        if item is not None and item.transport_id is not None:
            return
        self.desk.read(
            self,
            lambda read: get_appointment(read, key),
            lambda card: self._show_menu(card, spot),
            lane="menu",
        )

    def _show_menu(self, card: AppointmentCard, spot: QPoint) -> None:
        menu = QMenu(self.page)
        menu.addAction(self.tr("Open"), lambda: self._show_card(card))
        if card.starts_at is not None:
            menu.addAction(self.tr("Find another time"), lambda: self.reschedule(card))
        self.flow.fill(menu, card)
        menu.popup(spot)

    def place_menu(self, place: Place, spot: QPoint) -> None:
        """What can be done at a free place."""
        if not self.desk.can(Permission.BOOKINGS_EDIT):
            return
        menu = QMenu(self.page)
        menu.addAction(self.tr("New appointment here"), lambda: self.book(place))
        menu.popup(spot)

    def more(self, button: QWidget) -> None:
        """Reports and the calendar for other programs."""
        self.outside.menu(button)

    def cancel(self, key: uuid.UUID) -> None:
        """Call off somebody who waits."""
        self.desk.read(
            self,
            lambda read: get_appointment(read, key),
            lambda card: EndDialog(
                self.desk.front, self.doer, card, lambda: None, missed=False
            ).open(),
            lane="card",
        )


def _key(key: object) -> uuid.UUID:
    if not isinstance(key, uuid.UUID):
        raise TypeError(f"{key!r} is no appointment")
    return key
