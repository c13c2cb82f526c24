"""The fields of a new appointment, and what is known of who calls."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.bookings import BookAppointment
from app.bookings.rows import PersonRow, ServiceTypeRow
from app.kernel.errors import QT_TRANSLATE_NOOP
from models.bookings import ArrivalMode
from ui.bookings.knowing import Caller, Known
from ui.parts.bookings import MODES, length
from ui.parts.fields import PhoneEdit, PlateEdit, moment_edit
from ui.parts.lengths import LengthEdit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.completion import Option, PopupColumn
from widgets.fields import Area, Choice, TextEdit
from widgets.forms import Form
from widgets.picker import Answer, Picker
from widgets.theme import theme

_SHOWN = 8
_WORK = 3
_PLATE_NAME_OR_PHONE = QT_TRANSLATE_NOOP("BookForm", "Plate, name or phone")
_NAME = QT_TRANSLATE_NOOP("BookForm", "Name")
_PHONE = QT_TRANSLATE_NOOP("BookForm", "Phone")
_PLATE = QT_TRANSLATE_NOOP("BookForm", "Plate")
_CAR = QT_TRANSLATE_NOOP("BookForm", "Car")
_HOW_LONG = QT_TRANSLATE_NOOP("BookForm", "How long")
_WHEN = QT_TRANSLATE_NOOP("BookForm", "When")
_BAY = QT_TRANSLATE_NOOP("BookForm", "Bay")
_WHO_DOES_IT = QT_TRANSLATE_NOOP("BookForm", "Who does it")
_HOW_THEY_COME = QT_TRANSLATE_NOOP("BookForm", "How they come")
_IN_THEIR_WORDS = QT_TRANSLATE_NOOP("BookForm", "In their words")


class ServicesEdit(QWidget):
    """Services one after another: typed, taken by Enter, shown as chips that a click takes away."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.types: Sequence[ServiceTypeRow] = ()
        self.chosen: list[ServiceTypeRow] = []
        self.picker = Picker(
            self._search,
            name=self.tr("Service"),
            placeholder=self.tr("Service: type its first letters"),
            columns=(PopupColumn(), PopupColumn(width=70, kind="muted", align="right")),
            width=330,
            icon="wrench",
        )
        self.picker.picked.connect(self._picked)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme().px(5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(5))
        column.addWidget(self.picker)
        column.addLayout(self._chips)

    def _search(self, text: str, answer: Answer) -> None:
        wanted = text.casefold()
        found = [row for row in self.types if wanted in row.name.casefold()]
        answer(
            [
                Option(row.id, row.name, cells=(row.name, length(self._desk.formats, row.minutes)))
                for row in found[:_SHOWN]
            ]
        )

    def _picked(self, option: object) -> None:
        if isinstance(option, Option):
            self.take([row.id for row in self.types if row.id == option.key])
            self.picker.set_value(None)

    def take(self, keys: Sequence[uuid.UUID]) -> None:
        """Add services by their ids."""
        for row in self.types:
            if row.id in keys and row not in self.chosen:
                self.chosen.append(row)
        self._show()

    def _drop(self, row: ServiceTypeRow) -> None:
        self.chosen = [each for each in self.chosen if each is not row]
        self._show()
        self.picker.setFocus()

    def _show(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row in self.chosen:
            chip = Button(row.name, "x", small=True)
            chip.setAccessibleName(self.tr("Take away {name}").format(name=row.name))
            chip.clicked.connect(lambda _checked=False, row=row: self._drop(row))
            self._chips.addWidget(chip)
        self._chips.addStretch(1)
        self.changed.emit()


class KnownPanel(QWidget):
    """Who it is, what was declined, what is due, what they owe."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(2))
        self.words: list[str] = []
        self.hide()

    def show_known(self, known: Known | None) -> None:
        """Show what is known; nothing of an unknown caller."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.words = []
        if known is not None:
            self._say(known)
        self.setVisible(bool(self.words))

    def _line(self, text: str, tone: str = "", role: str = "small") -> None:
        self.words.append(text)
        self._column.addWidget(label(text, role, tone=tone, wrap=True))

    def _say(self, known: Known) -> None:
        formats = self._desk.formats
        if known.customer is not None:
            phone = formats.phone(known.customer.phone) if known.customer.phone else ""
            self._line(", ".join(filter(None, (known.customer.name, phone))), role="strong")
            if known.customer.no_show_count:
                words = self.tr("Did not come %n times", "", known.customer.no_show_count)
                self._line(words, "wait")
        if known.account is not None and known.account.owed.minor:
            late = known.account.overdue.minor > 0
            words = self.tr("Owes {sum}").format(sum=formats.money(known.account.owed))
            self._line(words, "bad" if late else "wait")
        for work in known.work[:_WORK]:
            if work.kind == "declined":
                words = self.tr("Declined {day}: {work}").format(
                    day=formats.day(work.made_at), work=work.name
                )
                self._line(words, "wait")
            else:
                self._line(self.tr("Due: {work}").format(work=work.name), "work")


def build(form: Form, desk: Desk, who: Picker, services: ServicesEdit, known: KnownPanel) -> None:
    """Put the fields into the form, in the order in which one asks on the phone."""
    country = desk.center.country
    form.add("who", said(_PLATE_NAME_OR_PHONE), who, span=2)
    form.add_wide(known)
    form.add("name", said(_NAME), TextEdit(name=said(_NAME)))
    form.add("phone", said(_PHONE), PhoneEdit(country, name=said(_PHONE)))
    form.add("plate", said(_PLATE), PlateEdit(country, name=said(_PLATE)))
    form.add("car", said(_CAR), TextEdit(name=said(_CAR)))
    form.add_wide(services)
    form.add("minutes", said(_HOW_LONG), LengthEdit(desk.formats, name=said(_HOW_LONG)))
    form.add("starts_at", said(_WHEN), moment_edit(desk, name=said(_WHEN)))
    form.add("bay", said(_BAY), Choice(name=said(_BAY)))
    form.add("person", said(_WHO_DOES_IT), Choice(name=said(_WHO_DOES_IT)))
    modes = [(mode, said(words)) for mode, words in MODES.items()]
    form.add("mode", said(_HOW_THEY_COME), Choice(modes, name=said(_HOW_THEY_COME)), span=2)
    form.add("words", said(_IN_THEIR_WORDS), Area(name=said(_IN_THEIR_WORDS), rows=2), span=2)
    form.control("mode").set_value(ArrivalMode.STAYS)


def people_choices(people: Sequence[PersonRow], anybody: str) -> list[tuple[object, str]]:
    """People of the calendar as choices."""
    return [(None, anybody), *((row.employee_id, row.name) for row in people if row.week)]


def command_of(
    values: Mapping[str, Any], caller: Caller | None, services: ServicesEdit, *, waiting: bool
) -> BookAppointment:
    """What the form says: a booking, or a wish for the waiting list."""
    return BookAppointment(
        customer_id=caller.customer_id if caller is not None else None,
        vehicle_id=caller.vehicle_id if caller is not None else None,
        name=values["name"] or None if caller is None else None,
        phone=values["phone"] if caller is None else None,
        plate=values["plate"] if caller is None or caller.vehicle_id is None else None,
        car=values["car"] or "",
        words=values["words"] or "",
        services=tuple(row.id for row in services.chosen),
        minutes=values["minutes"],
        mode=ArrivalMode(values["mode"]),
        starts_at=None if waiting else values["starts_at"],
        bay_id=None if waiting else values["bay"],
        employee_id=None if waiting else values["person"],
    )
