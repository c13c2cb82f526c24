"""What is done with an arrival: check-in, key, place, people, papers, remedies of its gaps."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.arrivals import (
    ArrivalOf,
    ArrivalRow,
    CheckIn,
    VehicleCame,
    become_order,
    cancel_arrival,
    check_in,
    leave,
    vehicle_came,
)
from app.kernel.tx import Changes
from models.access import Permission
from models.arrivals import ArrivalMode, ArrivalState
from ui.arrivals.ask import AskDialog
from ui.arrivals.moving import Mover
from ui.papers import acceptance_act, check_in_slip, preview
from ui.shell.desk import Desk
from widgets.fields import TextEdit
from widgets.theme import theme

if TYPE_CHECKING:
    from ui.arrivals.record import ArrivalRecord


class Doer(QObject):
    """Acts and small forms of a record."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mover = Mover(desk, self)

    # papers and steps
    def check_in(self, record: "ArrivalRecord") -> None:
        """Take the car in."""
        key = record.key
        if key is None:
            return
        slip = record.is_only_check_in()

        def done(changes: Changes[ArrivalState]) -> None:
            if changes.result is ArrivalState.CHECKED_IN:
                self._desk.toast(self.tr("The car is checked in"))
            record.load()
            if slip:
                self.print_act(record)

        sheet = record.sheet
        if sheet is not None and sheet.card.row.state is ArrivalState.EXPECTED:
            self._desk.act(self, vehicle_came, VehicleCame(arrival_id=key), done)
        else:
            self._desk.act(self, check_in, CheckIn(arrival_id=key), done)

    def print_act(self, record: "ArrivalRecord") -> None:
        """The act, with the slip beside it; the slip alone for a check-in alone."""
        sheet = record.sheet
        if sheet is None:
            return
        row = sheet.card.row
        slip = check_in_slip(row.id, row.number)
        if record.is_only_check_in():
            preview(self._desk, row.number, slip)
            return
        act = acceptance_act(row.id, row.number, row.draft_number)
        preview(self._desk, row.number, (act, slip))

    def menu(self, record: "ArrivalRecord") -> None:
        """The rest of what can be done."""
        sheet = record.sheet
        if sheet is None:
            return
        row = sheet.card.row
        menu = QMenu(record)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = theme()
        hang = menu.addAction(look.icon("key-round"), self.tr("Key and tag…"))
        hang.triggered.connect(partial(self.key, record))
        park = menu.addAction(look.icon("map-pin"), self.tr("Where the car stands…"))
        park.triggered.connect(partial(self.park, record))
        board = menu.addAction(look.icon("columns-3"), self.tr("Key board and places"))
        board.triggered.connect(lambda: self._desk.open("arrivals", None, tab="keys"))
        if self._desk.can(Permission.ARRIVALS_EDIT):
            self._steps(menu, record, row)
        menu.popup(record.head.more.mapToGlobal(record.head.more.rect().bottomLeft()))

    def _steps(self, menu: QMenu, record: "ArrivalRecord", row: ArrivalRow) -> None:
        """What is done by whoever writes arrivals down."""
        look = theme()
        if row.vehicle_id is not None:
            for words, document in (
                (self.tr("VIN from a photo…"), "vin_plate"),
                (self.tr("Odometer from a photo…"), "odometer"),
            ):
                photo = menu.addAction(look.icon("scan-text"), words)
                photo.triggered.connect(partial(self.read_photo, record, document))
        if row.order_id is None:
            make = menu.addAction(look.icon("clipboard-list"), self.tr("Make a work order"))
            make.triggered.connect(partial(self._become, record))
        if row.state is ArrivalState.CHECKED_IN:
            gone = menu.addAction(look.icon("log-out"), self.tr("The car has left"))
            gone.triggered.connect(partial(self._leave, record))
        elif row.state in {ArrivalState.DRAFT, ArrivalState.EXPECTED}:
            if row.mode is not ArrivalMode.ABSENT:
                away = menu.addAction(look.icon("clock"), self.tr("The car is not here yet"))
                away.triggered.connect(partial(self._absent, record))
            cancel = menu.addAction(look.icon("circle-x"), self.tr("Cancel arrival…"))
            cancel.triggered.connect(partial(self._cancel, record))

    def read_photo(self, record: "ArrivalRecord", document: str) -> None:
        """Read a photo of the car's plate or dashboard; what is accepted comes back here."""
        sheet = record.sheet
        if sheet is not None:
            row = sheet.card.row
            self._desk.open("recognition", row.vehicle_id, document=document, arrival=row.id)

    def _absent(self, record: "ArrivalRecord") -> None:
        record.keeper.edit({"mode": ArrivalMode.ABSENT})
        record.keeper.save()

    def _become(self, record: "ArrivalRecord") -> None:
        if record.key is not None:
            command = ArrivalOf(arrival_id=record.key)
            self._desk.act(self, become_order, command, lambda _done: record.load())

    def _leave(self, record: "ArrivalRecord") -> None:
        if record.key is not None:
            command = ArrivalOf(arrival_id=record.key)
            self._desk.act(self, leave, command, lambda _done: record.load())

    def _cancel(self, record: "ArrivalRecord") -> None:
        key = record.key
        if key is None:
            return

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            def done(_changes: Changes[ArrivalState]) -> None:
                dialog.finish()
                record.load()

            command = ArrivalOf(arrival_id=key, reason=values["reason"])
            self._desk.act(self, cancel_arrival, command, done, failed=dialog.refuse)

        words = self.tr("Reason")
        title = self.tr("Cancel this arrival?")
        dialog = AskDialog(
            self._desk.front, title, self.tr("Cancel arrival"), answer, kind="danger"
        )
        dialog.form.add("reason", words, TextEdit(name=words), required=True)
        dialog.open()

    # key and place
    def key(self, record: "ArrivalRecord") -> None:
        """Hang the key under a tag."""
        if record.key is not None and record.sheet is not None:
            self._mover.hang(record.key, record.sheet.card.row.key_tag, record.load)

    def park(self, record: "ArrivalRecord") -> None:
        """Say where the car stands."""
        if record.key is not None and record.sheet is not None:
            self._mover.car(record.key, record.sheet.card.row.plate or "", record.load)
