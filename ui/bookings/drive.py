"""A drive for a customer: from where to where, who drives and when; whom it meets shows before it is saved."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.bookings import SaveTransport, check_fit, list_people, save_transport
from app.bookings.rows import AppointmentCard, Fit, PersonRow, TransportRow
from app.customers import get_customer
from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Read
from models.bookings import ArrivalMode, TransportKind
from ui.bookings.asking import answer_of
from ui.bookings.doing import Doer
from ui.parts.bookings import DRIVES
from ui.parts.fields import moment_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.board import Line
from widgets.buttons import Button, label, set_tone
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form

_PAUSE_MS = 150
_LINES = 3
_USUAL = timedelta(hours=1)
_BY_MODE = {
    ArrivalMode.PICK_UP: TransportKind.PICK_UP,
    ArrivalMode.HOME_SERVICE: TransportKind.HOME_SERVICE,
}

Known = tuple[Sequence[PersonRow], str]


class DriveDialog(Dialog):
    """A new drive of an appointment, or one that is planned already."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        doer: Doer,
        card: AppointmentCard,
        drive: TransportRow | None = None,
    ) -> None:
        title = self.tr("Drive {number}").format(number=drive.number) if drive else ""
        super().__init__(parent, title or self.tr("New drive"), 640)
        self.set_sub(" ".join(filter(None, (card.plate, card.car, card.name))))
        self._desk, self._doer, self._card, self._drive = desk, doer, card, drive
        self._home = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._build_form()
        self.fits = [label("", "small", wrap=True) for _ in range(_LINES)]
        for line in self.fits:
            self.body.addWidget(line)
            line.hide()
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.go = self.add_button(Button(self.tr("Save"), kind="primary", keys="Ctrl+Return"))
        self.go.clicked.connect(self._save)
        self._fill()

    def _build_form(self) -> None:
        form = self.form = Form(2)
        kinds = [(kind, said(words)) for kind, words in DRIVES.items()]
        kind = Choice(kinds, name=self.tr("What for"))
        form.add("kind", self.tr("What for"), kind)
        form.add("driver", self.tr("Driver"), Choice(name=self.tr("Driver")))
        for name, title in (
            ("from_address", self.tr("From address")),
            ("to_address", self.tr("To address")),
        ):
            form.add(name, title, TextEdit(name=title), span=2, required=True)
        for name, title in (("starts_at", self.tr("Leaves")), ("ends_at", self.tr("Is back"))):
            form.add(name, title, moment_edit(self._desk, name=title), required=True)
            form.control(name).read.connect(lambda _value: self._pause.start())
        form.add("note", self.tr("Note"), TextEdit(name=self.tr("Note")), span=2)
        self.body.addWidget(form)
        kind.edited.connect(self._kind_changed)
        form.control("driver").edited.connect(self._pause.start)
        self.set_first_focus(form.control("from_address"))

    def _fill(self) -> None:
        """What is usual for how they come; of a known drive its own."""
        form, drive = self.form, self._drive
        kind = drive.kind if drive else _BY_MODE.get(self._card.mode, TransportKind.DROP_OFF)
        if not drive and any(each.kind is kind for each in self._card.transports):
            kind = TransportKind.DROP_OFF
        form.control("kind").set_value(kind)
        if drive is None:
            self._put_times(kind)
            return
        for name in ("from_address", "to_address", "starts_at", "ends_at"):
            form.control(name).set_value(getattr(drive, name))
        form.control("note").set_value(drive.note or "")

    def _put_times(self, kind: TransportKind) -> None:
        card = self._card
        if card.starts_at is None or card.ends_at is None:
            return
        starts, ends = card.starts_at - _USUAL, card.starts_at
        if kind is TransportKind.DROP_OFF:
            starts, ends = card.ends_at, card.ends_at + _USUAL
        elif kind is TransportKind.HOME_SERVICE:
            ends = card.ends_at
        self.form.control("starts_at").set_value(starts)
        self.form.control("ends_at").set_value(ends)

    def begin(self) -> None:
        """Open, and read who may drive and where the customer lives."""
        self.open()
        today, customer = self._desk.formats.today(), self._card.customer_id

        def ask(read: Read) -> Known:
            home = get_customer(read, customer).address if customer is not None else None
            return list_people(read, today=today), home or ""

        self._desk.read(self, ask, self._know, lane="people")

    def _know(self, known: Known) -> None:
        people, self._home = known
        driver = self.form.control("driver")
        choices: list[tuple[object, str]] = [(None, self.tr("nobody yet"))]
        choices += [(row.employee_id, row.name) for row in people]
        driver.set_choices(choices)
        driver.set_value(self._drive.driver_id if self._drive else None)
        if self._drive is None:
            self._put_addresses()
        self._check()

    def _put_addresses(self) -> None:
        here = self._desk.center.address
        ends = (here, self._home)
        if self.form.control("kind").value() == TransportKind.PICK_UP:
            ends = (self._home, here)
        for name, text in zip(("from_address", "to_address"), ends, strict=True):
            control = self.form.control(name)
            if control.value() in {"", None, here, self._home}:
                control.set_value(text)

    def _kind_changed(self) -> None:
        if self._drive is None:
            self._put_times(TransportKind(self.form.control("kind").value()))
            self._put_addresses()
        self._pause.start()

    # whom it meets

    def _check(self) -> None:
        values = self.form.values()
        starts, ends, driver = values["starts_at"], values["ends_at"], values["driver"]
        if driver is None or starts is None or ends is None or starts >= ends:
            self._lines([])
            return
        minutes = _minutes(starts, ends)
        own = self._drive.id if self._drive else None
        now = self._desk.now()
        self._desk.read(
            self,
            lambda read: check_fit(
                read, None, None, driver, starts, minutes, now=now, transport_id=own
            ),
            self._show_fit,
            lane="fit",
        )

    def _show_fit(self, fit: Fit) -> None:
        answer = answer_of(fit, self._desk, "")
        self._lines(list(answer.lines) or [Line("good", answer.title)])

    def _lines(self, lines: Sequence[Line]) -> None:
        for shown, line in zip(self.fits, [*lines, None, None, None], strict=False):
            shown.setVisible(line is not None)
            if line is not None:
                shown.setText(line.text)
                set_tone(shown, line.tone)
        self.refit()

    # saving

    def _save(self) -> None:
        if not self.form.check():
            self.refit()
            return
        values, drive = self.form.values(), self._drive
        command = SaveTransport(
            appointment_id=self._card.id,
            transport_id=drive.id if drive else None,
            version=drive.version if drive else None,
            kind=TransportKind(values["kind"]),
            from_address=values["from_address"] or "",
            to_address=values["to_address"] or "",
            driver_id=values["driver"],
            starts_at=values["starts_at"],
            ends_at=values["ends_at"],
            note=values["note"] or None,
        )
        self.go.setEnabled(False)
        self._doer.send(
            save_transport,
            command,
            lambda _key: self.finish("saved"),
            lost=lambda: self.go.setEnabled(True),
            failed=self._refused,
        )

    def _refused(self, error: UserError) -> bool:
        if not isinstance(error, InvalidError):
            return False
        told = {name: said(text) for name, text in error.problems.items()}
        if not set(told) & set(self.form.names()):
            return False
        self.form.show_problems(told)
        self.refit()
        return True


def _minutes(starts: datetime, ends: datetime) -> int:
    return max(1, round((ends - starts) / timedelta(minutes=1)))
