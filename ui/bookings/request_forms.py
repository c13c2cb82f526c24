"""What is typed of a service request: who asks while the phone rings, what was said and told, why it is lost."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from app.bookings.request_reads import RequestRow
from app.bookings.requests import (
    ContactRequest,
    EditRequest,
    LoseRequest,
    QuoteRequest,
    TakeRequest,
    contact_request,
    edit_request,
    lose_request,
    quote_request,
    take_request,
)
from app.kernel.errors import InvalidError, UserError
from models.requests import LossReason, RequestSource
from ui.bookings.doing import Doer, Verb
from ui.bookings.request_words import LOSSES, REQUEST_SOURCES
from ui.parts.fields import PhoneEdit, PlateEdit, moment_edit, money_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.dialog import Dialog
from widgets.fields import Area, Check, Choice, TextEdit
from widgets.forms import Form

_AGAIN = timedelta(days=1)


class FormDialog(Dialog):
    """A form that sends one command; what the desk refuses is shown at its field."""

    def __init__(self, parent: QWidget, desk: Desk, doer: Doer, title: str, word: str) -> None:
        super().__init__(parent, title, 640)
        self._desk, self._doer = desk, doer
        self.form = Form(2)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.go = self.add_button(Button(word, kind="primary", keys="Ctrl+Return"))

    def _send(self, verb: Verb, command: Any, then: Callable[[], object]) -> None:  # noqa: ANN401 - any command
        self.go.setEnabled(False)

        def done(_key: uuid.UUID) -> None:
            self.finish("saved")
            then()

        self._doer.send(verb, command, done, lost=self._again, failed=self._refused)

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

    def _due(self, row: RequestRow | None) -> None:
        due = moment_edit(self._desk, name=self.tr("Next step due"))
        self.form.add("due_at", self.tr("Next step due"), due, required=True)
        ahead = row.due_at if row is not None and row.due_at else None
        now = self._desk.now()
        due.set_value(ahead if ahead is not None and ahead > now else now + _AGAIN)


class RequestForm(FormDialog):
    """Who asks, for what; a name, a phone or a plate is enough. ``row`` changes one that is there."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        doer: Doer,
        then: Callable[[], object],
        row: RequestRow | None = None,
    ) -> None:
        title = self.tr("New request") if row is None else self.tr("Change request")
        super().__init__(parent, desk, doer, title, self.tr("Save"))
        self._request, self._then = row, then
        country, form = desk.center.country, self.form
        form.add("phone", self.tr("Phone"), PhoneEdit(country, name=self.tr("Phone")))
        form.add("name", self.tr("Name"), TextEdit(name=self.tr("Name")))
        words = Area(name=self.tr("What they ask for"), rows=2)
        form.add("words", self.tr("What they ask for"), words, span=2)
        wish = TextEdit(name=self.tr("When it suits"))
        form.add("wish", self.tr("When it suits"), wish, span=2)
        form.field("wish").set_hint(self.tr("For example: 2 h, thursday or friday after 17"))
        form.add("plate", self.tr("Plate"), PlateEdit(country, name=self.tr("Plate")))
        form.add("car", self.tr("Car"), TextEdit(name=self.tr("Car")))
        sources = [(each, said(word)) for each, word in REQUEST_SOURCES.items()]
        form.add("source", self.tr("How it came"), Choice(sources, name=self.tr("How it came")))
        agrees = self.tr("Agrees to be called back")
        form.add("consents", self.tr("Consent"), Check(agrees, name=agrees))
        form.control("source").set_value(RequestSource.PHONE)
        if row is not None:
            self._fill(row)
        self.set_first_focus(form.control("phone"))
        self.go.clicked.connect(self._save)

    def _fill(self, row: RequestRow) -> None:
        control = self.form.control
        for name in ("name", "words", "wish", "car"):
            control(name).set_value(getattr(row, name))
        control("phone").set_text(row.phone)
        control("plate").set_text(row.plate)
        control("source").set_value(row.source)
        control("consents").set_value(row.consent_at is not None)
        # a customer's own card is where their name and phone are changed
        for name in ("name", "phone"):
            self.form.field(name).setVisible(row.customer_id is None)

    def _save(self) -> None:
        if not self.form.check():
            self.refit()
            return
        values, row = self.form.values(), self._request
        told: dict[str, Any] = {
            "source": RequestSource(values["source"]),
            "name": values["name"] or None,
            "phone": values["phone"],
            "plate": values["plate"],
            "car": values["car"] or "",
            "words": values["words"] or "",
            "wish": values["wish"] or "",
            "consents": bool(values["consents"]),
        }
        if row is None:
            self._send(take_request, TakeRequest(**told), self._then)
            return
        known = row.customer_id is not None
        if known:
            told |= {"name": None, "phone": None}
        command = EditRequest(
            **told,
            request_id=row.id,
            version=row.version,
            customer_id=row.customer_id,
            vehicle_id=row.vehicle_id if told["plate"] == row.plate else None,
        )
        self._send(edit_request, command, self._then)


class ContactForm(FormDialog):
    """Somebody spoke with them: what was said, and when the next step is due."""

    def __init__(
        self, parent: QWidget, desk: Desk, doer: Doer, row: RequestRow, then: Callable[[], object]
    ) -> None:
        super().__init__(parent, desk, doer, self.tr("Spoken with"), self.tr("Save"))
        self._request, self._then = row, then
        note = Area(name=self.tr("What was said"), rows=3)
        self.form.add("note", self.tr("What was said"), note, span=2)
        self._due(row)
        self.set_first_focus(note)
        self.go.clicked.connect(self._save)

    def _save(self) -> None:
        values = self.form.values()
        command = ContactRequest(
            request_id=self._request.id,
            version=self._request.version,
            due_at=values["due_at"],
            note=values["note"] or None,
        )
        self._send(contact_request, command, self._then)


class QuoteForm(FormDialog):
    """A price told by word, and what for."""

    def __init__(
        self, parent: QWidget, desk: Desk, doer: Doer, row: RequestRow, then: Callable[[], object]
    ) -> None:
        super().__init__(parent, desk, doer, self.tr("Price told by word"), self.tr("Save"))
        self._request, self._then = row, then
        self._amount = money_edit(desk, name=self.tr("Price"))
        self.form.add("amount", self.tr("Price"), self._amount, required=True)
        self._due(row)
        words = Area(name=self.tr("What for"), rows=2)
        self.form.add("words", self.tr("What for"), words, span=2, required=True)
        words.set_value(row.quoted_words or row.words)
        self.set_first_focus(self._amount)
        self.go.clicked.connect(self._save)

    def _save(self) -> None:
        amount = self._amount.minor()
        if not self.form.check() or amount is None:
            self.refit()
            return
        values = self.form.values()
        command = QuoteRequest(
            request_id=self._request.id,
            version=self._request.version,
            amount=amount,
            words=values["words"] or "",
            due_at=values["due_at"],
        )
        self._send(quote_request, command, self._then)


class LossForm(FormDialog):
    """Nothing comes of it: one of the reasons that are counted."""

    def __init__(
        self, parent: QWidget, desk: Desk, doer: Doer, row: RequestRow, then: Callable[[], object]
    ) -> None:
        super().__init__(parent, desk, doer, self.tr("Why it was lost"), self.tr("Lost"))
        self._request, self._then = row, then
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a reason"))]
        choices += [(each, said(words)) for each, words in LOSSES.items()]
        reason = Choice(choices, name=self.tr("Reason"))
        self.form.add("reason", self.tr("Reason"), reason, span=2, required=True)
        note = Area(name=self.tr("In words"), rows=2)
        self.form.add("note", self.tr("In words"), note, span=2)
        self.set_first_focus(reason)
        self.go.clicked.connect(self._save)

    def _save(self) -> None:
        values = self.form.values()
        reason = values["reason"]
        command = LoseRequest(
            request_id=self._request.id,
            version=self._request.version,
            reason=LossReason(reason) if reason else None,
            note=values["note"] or None,
        )
        self._send(lose_request, command, self._then)
