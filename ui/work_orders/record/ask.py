"""Small dialogs of the order: each asks what a step needs, and stays open until the shop has taken the answer."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from typing_extensions import override

from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, UserError
from app.work_orders import LineRow, StaffRow
from models.money import Money
from models.vehicle_profiles import SERIALS
from ui.parts.fields import moment_edit
from ui.parts.why import why_steps
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.rows import method_word
from widgets.buttons import Button, label
from widgets.controls import Area, Check, Choice, TextEdit
from widgets.dialog import Dialog
from widgets.facts import FactColumn, Facts
from widgets.forms import Form

_NUMBERS = {
    "batch": QT_TRANSLATE_NOOP("OrderAsk", "Batch"),
    "tyre_dot": QT_TRANSLATE_NOOP("OrderAsk", "DOT of the tyre"),
    "battery": QT_TRANSLATE_NOOP("OrderAsk", "Serial number of the drive battery"),
    "motor": QT_TRANSLATE_NOOP("OrderAsk", "Serial number of the electric motor"),
    "charger": QT_TRANSLATE_NOOP("OrderAsk", "Serial number of the charger"),
    "mcu": QT_TRANSLATE_NOOP("OrderAsk", "Serial number of the motor controller"),
    "vcu": QT_TRANSLATE_NOOP("OrderAsk", "Serial number of the vehicle controller"),
}
METHODS = ("in_person", "phone", "messenger", "email", "link")


class FormDialog(Dialog):
    """A form with one button. ``submitted`` brings its values; ``refuse`` shows what was wrong with them."""

    submitted = Signal(dict)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        yes: str,
        *,
        icon: str = "",
        kind: str = "primary",
        width: int = 480,
        columns: int = 1,
    ) -> None:
        super().__init__(parent, title, width)
        self.form = Form(columns=columns)
        self.body.addWidget(self.form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.yes = Button(yes, icon, kind=kind, keys="Ctrl+Return")
        self.add_button(self.yes, "danger" if kind == "danger" else "primary")
        self.yes.clicked.connect(self.submit)

    def submit(self) -> None:
        """Hand the values over, when every field can be read."""
        if self.form.check():
            self.yes.setEnabled(False)
            self.submitted.emit(self.form.values())

    def refuse(self, error: UserError) -> bool:
        """Show a refusal in the form where it names fields; whether all of it was shown."""
        self.yes.setEnabled(True)
        if not isinstance(error, InvalidError):
            return False
        problems = {name: said(sentence) for name, sentence in error.problems.items()}
        known = {name: text for name, text in problems.items() if name in self.form.names()}
        self.form.show_problems(known)
        return len(known) == len(problems)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_line = isinstance(QApplication.focusWidget(), QLineEdit)
        if in_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.yes.click()
            event.accept()
            return
        super().keyPressEvent(event)


class DecisionDialog(FormDialog):
    """What the customer said of jobs. ``decided`` brings (job ids agreed to, job ids declined, method, note)."""

    decided = Signal(list, list, str, str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        jobs: Sequence[tuple[uuid.UUID, str, Money]],
        *,
        decision: str = "approve",
        customer: str = "",
    ) -> None:
        super().__init__(parent, "", "", icon="thumbs-up", width=640)
        one = len(jobs) == 1
        self.set_title(self.tr("What did the customer say?"))
        self.set_sub(customer)
        self._jobs = jobs
        self._checks: dict[uuid.UUID, Check] = {}
        for job_id, name, total in jobs:
            check = Check(f"{name}, {desk.formats.money(total)}")
            check.set_value(value=decision == "approve")
            check.edited.connect(self._tell)
            self._checks[job_id] = check
            self.form.add_wide(check)
        method = Choice([(m, method_word(m)) for m in METHODS], name=self.tr("How it was said"))
        method.edited.connect(self._tell)
        self.form.add("method", self.tr("How it was said"), method)
        self.form.add("note", self.tr("What was said"), Area(name=self.tr("What was said"), rows=2))
        self.submitted.connect(self._decide)
        self._tell()
        if one or decision == "approve":
            self.set_first_focus(self.yes)

    def _tell(self) -> None:
        agreed = sum(check.value() for check in self._checks.values())
        if agreed == len(self._checks):
            self.yes.setText(self.tr("Agreed"))
        elif agreed:
            self.yes.setText(
                self.tr("Agreed to {n} of {all}").format(n=agreed, all=len(self._checks))
            )
        else:
            self.yes.setText(self.tr("Declined"))
        self.yes.set_icon("thumbs-up" if agreed else "circle-x")
        self.yes.setAccessibleName(self.yes.text())
        by_phone = self.form.control("method").value() == "phone"
        self.form.field("note").set_hint(
            self.tr("By phone: note who was called and what was said.") if by_phone else ""
        )

    def _decide(self, values: dict[str, Any]) -> None:
        agreed = [job_id for job_id, check in self._checks.items() if check.value()]
        declined = [job_id for job_id, check in self._checks.items() if not check.value()]
        self.decided.emit(agreed, declined, values["method"], values["note"] or "")


class FirstDialog(Dialog):
    """What has to happen before a step, and a button that does it; Enter says yes, Esc changes nothing."""

    def __init__(self, parent: QWidget, title: str, sentences: Sequence[str], yes: str) -> None:
        super().__init__(parent, title)
        for sentence in sentences:
            self.body.addWidget(label(sentence, wrap=True))
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        self.yes = self.add_button(
            Button(yes, "check", kind="primary", keys="Ctrl+Return"), "primary"
        )
        self.set_first_focus(self.yes)


def ask_first(parent: QWidget, title: str, sentences: Sequence[str], yes: str) -> FirstDialog:
    """Open a ``FirstDialog``; connect its ``yes``."""
    dialog = FirstDialog(parent, title, sentences, yes)
    dialog.open()
    return dialog


def ask_reason(
    desk: Desk,
    parent: QWidget,
    title: str,
    yes: str,
    *,
    with_end: bool = False,
    danger: bool = False,
) -> FormDialog:
    """Why: for holding (with its expected end) and cancelling."""
    dialog = FormDialog(parent, title, yes, kind="danger" if danger else "primary")
    words = said(QT_TRANSLATE_NOOP("OrderAsk", "Reason"))
    dialog.form.add("reason", words, TextEdit(name=words), required=True)
    if with_end:
        end = said(QT_TRANSLATE_NOOP("OrderAsk", "Until, when it is known"))
        dialog.form.add("until", end, moment_edit(desk, name=end))
    dialog.open()
    return dialog


def ask_person(
    parent: QWidget, title: str, yes: str, staff: Sequence[StaffRow], current: uuid.UUID | None
) -> FormDialog:
    """Who: one of the people of the shop."""
    dialog = FormDialog(parent, title, yes, icon="user-check")
    words = said(QT_TRANSLATE_NOOP("OrderAsk", "Technician"))
    choice = Choice([(person.id, person.name) for person in staff], name=words)
    if current is not None and any(person.id == current for person in staff):
        choice.set_value(current)
    dialog.form.add("technician_id", words, choice)
    dialog.open()
    return dialog


def ask_serial(parent: QWidget, line: LineRow) -> FormDialog:
    """The number of a part that must be noted before completion."""
    dialog = FormDialog(parent, line.name, said(QT_TRANSLATE_NOOP("OrderAsk", "Note it")))
    what = line.why.get("required_serial")
    words = said(_NUMBERS.get(str(what), QT_TRANSLATE_NOOP("OrderAsk", "Serial number")))
    field = TextEdit(name=words, codes=True, limit=60)
    field.set_value(line.serial)
    dialog.form.add("serial", words, field, required=True)
    if what in SERIALS:
        dialog.form.field("serial").set_hint(
            said(QT_TRANSLATE_NOOP("OrderAsk", "On completion it goes on the card of the car."))
        )
    dialog.open()
    return dialog


def show_why(
    desk: Desk,
    parent: QWidget,
    line: LineRow,
    why: Mapping[str, Any],
    open_item: Callable[[], object],
) -> Dialog:
    """Why the line costs what it costs, step by step, the last one the price."""
    dialog = Dialog(parent, line.name, 640)
    dialog.set_sub(said(QT_TRANSLATE_NOOP("OrderAsk", "Why this price")))
    facts = Facts(
        [FactColumn(), FactColumn(120, "right")],
        lined=True,
        edge=0,
        name=said(QT_TRANSLATE_NOOP("OrderAsk", "Why this price")),
    )
    steps = why_steps(why, line.price, desk.formats)
    facts.set_facts([step.fact(strong=step is steps[-1]) for step in steps])
    dialog.body.addWidget(facts)
    for words in _marks(desk, line, why):
        dialog.body.addWidget(label(words, "muted", wrap=True))
    if line.item_id is not None:
        card = Button(said(QT_TRANSLATE_NOOP("OrderAsk", "Card of the item")), "book-open")
        dialog.add_left(card)
        card.clicked.connect(lambda: dialog.finish("card"))
        card.clicked.connect(open_item)
    dialog.add_button(Button(said(QT_TRANSLATE_NOOP("OrderAsk", "Close")), keys="Esc"), "safe")
    dialog.open()
    return dialog


def _marks(desk: Desk, line: LineRow, why: Mapping[str, Any]) -> list[str]:
    """What happened to the price on this order."""
    found = []
    before = why.get("overridden_from")
    if before is not None:
        money = desk.formats.money(Money(int(before), line.price.currency))
        found.append(
            said(
                QT_TRANSLATE_NOOP("OrderAsk", "Changed by hand on this order; it was {price}.")
            ).format(price=money)
        )
    if why.get("old_price_of"):
        day = str(why["old_price_of"])
        found.append(
            said(
                QT_TRANSLATE_NOOP("OrderAsk", "The price of {day}, when the work was declined.")
            ).format(day=day)
        )
    if why.get("typed"):
        found.append(
            said(
                QT_TRANSLATE_NOOP(
                    "OrderAsk", "The line is not from the catalogue: its price was typed in."
                )
            )
        )
    return found
