"""The drives of an appointment on its record: each with what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings import TransportOf, cancel_transport, finish_transport
from app.bookings.rows import AppointmentCard, TransportRow
from models.bookings import TransportState
from ui.bookings.doing import Doer
from ui.parts.bookings import DRIVES
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import label
from widgets.links import TextButton
from widgets.theme import theme


class DriveList(QWidget):
    """``wanted`` tells a drive to change, or None for a new one; ``done`` that one has ended."""

    wanted = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk, doer: Doer, card: AppointmentCard, *, may: bool) -> None:
        super().__init__()
        self._desk, self._doer = desk, doer
        self.buttons: list[TextButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(theme().px(4))
        for drive in card.transports:
            self._add(column, drive, may=may)
        if may:
            fresh = self._button(self.tr("Plan a drive"), lambda: self.wanted.emit(None))
            column.addWidget(fresh)

    def _button(self, words: str, do: Callable[[], object], name: str = "") -> TextButton:
        button = TextButton(words, name=name)
        button.clicked.connect(lambda _checked=False: do())
        self.buttons.append(button)
        return button

    def _add(self, column: QVBoxLayout, drive: TransportRow, *, may: bool) -> None:
        formats = self._desk.formats
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(label(f"{said(DRIVES[drive.kind])} {drive.number}", "strong"))
        state = {
            TransportState.PLANNED: drive.driver or self.tr("no driver yet"),
            TransportState.DONE: self.tr("done"),
            TransportState.CANCELLED: self.tr("cancelled"),
        }[drive.state]
        row.addWidget(label(state, "muted"))
        row.addStretch(1)
        if may and drive.state is TransportState.PLANNED:
            named = TransportOf(transport_id=drive.id, version=drive.version)
            for words, do in (
                (self.tr("Change"), lambda: self.wanted.emit(drive)),
                (self.tr("Drive done"), lambda: self._send(finish_transport, named)),
                (self.tr("Call the drive off"), lambda: self._send(cancel_transport, named)),
            ):
                row.addWidget(self._button(words, do, f"{words}: {drive.number}"))
        column.addLayout(row)
        end = formats.clock(drive.ends_at)
        ways = f"{formats.moment(drive.starts_at)}–{end}: {drive.from_address} → {drive.to_address}"
        words = ", ".join(filter(None, (ways, drive.note)))
        column.addWidget(label(words, "small", wrap=True))

    def _send(self, verb: object, named: TransportOf) -> None:
        self._doer.send(verb, named, lambda _key: self.done.emit())  # type: ignore[arg-type]  # a verb of drives
