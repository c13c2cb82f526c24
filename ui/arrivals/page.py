"""Arrivals: who is here, the board of keys, the places; in its place the record when an arrival is open."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from app.arrivals import OpenArrival, arrival_of_order, open_arrival
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Changes, Read
from models.access import Permission
from models.arrivals import ArrivalMode
from ui.arrivals.board import KeyBoard
from ui.arrivals.reception import ReceptionDialog
from ui.arrivals.record import ArrivalRecord
from ui.shell.desk import Desk
from ui.shell.page import Page
from widgets.buttons import Button


class ArrivalsPage(Page):
    """A record is an arrival's id.

    Params: ``order`` or ``appointment`` (an id) opens its arrival and begins one when there is none; ``new`` asks
    for a plate; ``tab`` is here, keys or places.
    """

    watches: ClassVar[Sequence[str]] = ("arrival", "custody_move", "parking_place", "work_order")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack)
        self.board = KeyBoard(desk)
        self.board.open_wanted.connect(lambda key: desk.open("arrivals", key))
        self._stack.addWidget(self.board)
        self.record: ArrivalRecord | None = None
        self.toolbar.set_title(self.tr("Arrivals and keys"))
        for button in self.board.buttons():
            self.toolbar.add(button)
        if desk.can(Permission.ARRIVALS_EDIT):
            fresh = Button(self.tr("Car has come"), "plus", kind="primary", keys="Ctrl+N")
            fresh.clicked.connect(self.new)
            self.toolbar.add(fresh)

    @property
    def is_open(self) -> bool:
        """Whether an arrival is shown."""
        return self.record is not None and self._stack.currentWidget() is self.record

    @override
    def load(self) -> None:
        if self.record is not None and self.is_open:
            self.record.load()
        else:
            self.board.load()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if key is not None:
            self._show(key)
            if self.record is not None and "odometer" in params:
                self.record.take_odometer(int(params["odometer"]))
        elif "order" in params:
            self._of_order(params["order"])
        elif "appointment" in params:
            self._begin(OpenArrival(appointment_id=params["appointment"]))
        elif params.get("new"):
            self.new(str(params.get("plate") or ""))
        elif "tab" in params:
            self._close()
            self.board.show_tab(str(params["tab"]))

    def _of_order(self, order_id: uuid.UUID) -> None:
        def ask(read: Read) -> uuid.UUID | None:
            return arrival_of_order(read, order_id)

        def show(found: uuid.UUID | None) -> None:
            if found is not None:
                self._show(found)
            elif self.desk.can(Permission.ARRIVALS_EDIT):
                self._begin(OpenArrival(order_id=order_id))
            else:
                self.desk.toast(self.tr("Nobody wrote down how the car came."))

        self.desk.read(self, ask, show, lane="order")

    def _begin(self, command: OpenArrival) -> None:
        def begun(changes: Changes[uuid.UUID]) -> None:
            self.desk.open("arrivals", changes.result)

        def failed(error: UserError) -> bool:
            asks = isinstance(error, InvalidError) and bool(
                {"plate", "vehicle"} & error.problems.keys()
            )
            if asks and command.plate is None:
                # booked by a name alone: the plate is read off the car now
                with_plate = partial(self._received, command)
                ReceptionDialog(self.desk, self, "", with_plate).open()
            return asks

        self.desk.act(self, open_arrival, command, begun, failed=failed)

    def _show(self, key: uuid.UUID) -> None:
        if self.record is None:
            self.record = ArrivalRecord(self.desk)
            self.record.left.connect(self._leave)
            self._stack.addWidget(self.record)
        self.toolbar.hide()
        self._stack.setCurrentWidget(self.record)
        self.record.open(key)
        self.record.focus_first()

    def _leave(self) -> None:
        self._close()
        self.board.load()

    def _close(self) -> None:
        if self.record is not None:
            self.record.keeper.save()
        self.toolbar.show()
        self._stack.setCurrentWidget(self.board)

    @override
    def back(self) -> bool:
        if self.is_open:
            self._leave()
            return True
        return False

    @override
    def new(self, plate: str = "") -> None:
        ReceptionDialog(self.desk, self, plate, partial(self._received, OpenArrival())).open()

    def _received(
        self, known: OpenArrival, plate: str, mode: ArrivalMode, words: str | None
    ) -> None:
        self._begin(replace(known, plate=plate, mode=mode, words=words or known.words))

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self.is_open and self.record is not None:
            return self.record.hints()
        return (("↵", self.tr("open")), ("M", self.tr("move")), ("Ctrl N", self.tr("car has come")))
