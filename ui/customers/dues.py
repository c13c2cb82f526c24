"""Whom to call: what is due on cars, the most urgent first, and what the last talk brought."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.contacts import NoteCall, note_call
from app.insights.dues import DueKind, DueRow, list_dues
from models.access import Permission
from ui.customers.saving import FormDialog
from ui.customers.words import CALLS, DUES
from ui.parts.cells import plate_cell
from ui.parts.fields import day_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.fields import Area, Choice
from widgets.table import Column, Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Mark, Tone

_WITHIN = 45
_SOON = 14


class CallDialog(FormDialog):
    """A talk with a customer: how it ended, what was said, when to call again."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        who: tuple[uuid.UUID, str],
        *,
        vehicle_id: uuid.UUID | None = None,
        about: str = "other",
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Note a call"))
        self.set_sub(who[1])
        self.save_button.setText(self.tr("Note"))
        self._customer_id, self._vehicle_id, self._about = who[0], vehicle_id, about
        choices = [(name, said(words)) for name, words in CALLS.items()]
        self.form.add("outcome", self.tr("How it ended"), Choice(choices))
        self.form.add("again_on", self.tr("Call again on"), day_edit(desk, "ahead"))
        self.form.add("words", self.tr("What was said"), Area(rows=3), span=2)

    def commit(self) -> None:
        """Keep the talk."""
        values = self.form.values()
        command = NoteCall(
            customer_id=self._customer_id,
            vehicle_id=self._vehicle_id,
            about=self._about,
            outcome=values["outcome"],
            words=values["words"],
            again_on=values["again_on"],
        )
        self.send(note_call, command, lambda _key: self.desk.toast(self.tr("The call is noted")))


class DuesPane(QWidget):
    """``opened`` asks to show a car, ``left`` to go back to the list."""

    opened = Signal(object, object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: tuple[DueRow, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        look = theme()
        line = QHBoxLayout()
        line.setContentsMargins(look.px(8), look.px(4), look.px(16), look.px(4))
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back to the list"))
        back.clicked.connect(self.left)
        line.addWidget(back)
        self.tabs = TabLine(self.tr("What is due"))
        self.tabs.changed.connect(lambda _name: self._show())
        line.addWidget(self.tabs, 1)
        self.call = Button(self.tr("Note a call…"), "phone", keys="Ctrl+L")
        self.call.clicked.connect(self.note)
        if not desk.can(Permission.CUSTOMERS_EDIT):
            self.call.hide()
        line.addWidget(self.call)
        box.addLayout(line)
        box.addWidget(hairline())
        self.table = Table(self._columns(), key=lambda row: row.key, name=self.tr("Whom to call"))
        self.table.opened.connect(lambda row: self.opened.emit(row.vehicle_id, None))
        box.addWidget(self.table, 1)
        self._set_tabs()

    def _columns(self) -> tuple[Column, ...]:
        formats = self._desk.formats
        return (
            Column("days", self.tr("Days"), self._days, width=112, elide=False),
            Column("kind", self.tr("What"), self._kind, width=128, elide=False),
            Column(
                "plate", self.tr("Plate"), lambda r: plate_cell(r.plate), width=124, elide=False
            ),
            Column("car", self.tr("Car"), lambda r: r.car, width=124),
            Column("who", self.tr("Customer"), lambda r: r.customer, width=160, stretch=1),
            Column(
                "phone",
                self.tr("Phone"),
                lambda r: Mark(formats.phone(r.phone), "", "link") if r.phone else None,
                width=140,
                elide=False,
            ),
            Column("about", self.tr("About"), lambda r: r.what or None, width=140, stretch=2),
            Column("call", self.tr("Last call"), self._call, width=116),
        )

    def _days(self, row: DueRow) -> object:
        if row.days is None:
            return Mark(self.tr("now"), "", "bad" if row.is_safety else "wait")
        tone: Tone = "bad" if row.days < 0 else "wait" if row.days <= _SOON else ""
        if row.days < 0:
            return Mark(self.tr("%n days late", "", -row.days), "", tone)
        if not row.days:
            return Mark(self.tr("today"), "", "wait")
        return Mark(self.tr("in %n days", "", row.days), "", tone)

    def _kind(self, row: DueRow) -> object:
        icon, words = DUES[row.kind]
        return Mark(said(words), icon, "bad" if row.is_safety else "")

    def _call(self, row: DueRow) -> object:
        if row.last_outcome is None:
            return None
        day = row.again_on or row.last_call_on
        words = said(CALLS[row.last_outcome])
        return f"{words}, {self._desk.formats.day(day)}" if day is not None else words

    # reading
    def read(self) -> None:
        """Read what is due now."""
        today = self._desk.formats.today()
        self._desk.read(
            self, lambda read: list_dues(read, today=today, within=_WITHIN), self._got, lane="dues"
        )

    def _got(self, rows: tuple[DueRow, ...]) -> None:
        self._rows = rows
        self._set_tabs()
        self._show()

    def _set_tabs(self) -> None:
        tabs = [("all", self.tr("All"), len(self._rows))]
        for kind in DueKind:
            count = sum(1 for row in self._rows if row.kind == kind)
            tabs.append((kind.value, said(DUES[kind][1]), count))
        self.tabs.set_tabs(tabs)

    def _show(self) -> None:
        wanted = self.tabs.current()
        rows = [row for row in self._rows if wanted in {"all", row.kind.value}]
        self.table.set_rows(rows)
        if not rows:
            self.table.show_empty(
                "calendar-check",
                self.tr("Nothing is due in %n days", "", _WITHIN),
                self.tr(
                    "Days of inspection and insurance and recalls can be imported from a file."
                ),
            )

    def note(self) -> None:
        """Note a talk about the row in the middle."""
        row = self.table.current()
        if row is None or row.customer_id is None:
            self._desk.toast(self.tr("Nobody is known to have this car."))
            return
        who = (row.customer_id, f"{row.customer}, {self._desk.formats.phone(row.phone)}")
        dialog = CallDialog(self, self._desk, who, vehicle_id=row.vehicle_id, about=row.kind.value)
        dialog.begin()
