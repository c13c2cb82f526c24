"""One service request: who asks for what, its next steps as buttons, its story."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.access.people import PersonRow
from app.bookings.request_reads import RequestCard, RequestStepRow
from app.bookings.requests import AssignRequest, ReopenRequest, assign_request, reopen_request
from models.access import Permission
from models.money import Money
from models.requests import OPEN, LossReason
from ui.bookings.doing import Doer
from ui.bookings.request_forms import ContactForm, LossForm, QuoteForm, RequestForm
from ui.bookings.request_words import LOSSES, REQUEST_SOURCES, event_words, request_badge
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import BadgeLabel, PlateLabel
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Choice
from widgets.links import TextButton
from widgets.theme import theme
from widgets.timeline import Entry, Timeline

_STORY_HIGH = 190


class RequestDialog(Dialog):
    """``book`` asks to book it; every other step is done here and closes the card."""

    book = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        doer: Doer,
        card: RequestCard,
        people: Sequence[PersonRow],
    ) -> None:
        who = card.row.name or desk.formats.phone(card.row.phone) or card.row.plate
        super().__init__(parent, self.tr("Request: {who}").format(who=who), 800)
        self._desk, self._doer, self._card, self._people = desk, doer, card, people
        self._add_head()
        self._add_facts()
        self._add_story()
        self._add_buttons()

    def _add_head(self) -> None:
        row = self._card.row
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        plate = plate_cell(row.plate)
        if plate is not None:
            line.addWidget(PlateLabel(plate))
        line.addWidget(label(row.car, "strong"))
        line.addStretch(1)
        line.addWidget(BadgeLabel(request_badge(row.state)))
        self.body.addLayout(line)

    def _facts(self) -> list[tuple[str, str]]:
        row, formats = self._card.row, self._desk.formats
        rows = [
            (self.tr("Who"), row.name),
            (self.tr("Phone"), formats.phone(row.phone) if row.phone else ""),
            (self.tr("What they ask for"), row.words),
            (self.tr("When it suits"), row.wish),
            (self.tr("How it came"), said(REQUEST_SOURCES[row.source])),
            (self.tr("Next step due"), formats.moment(row.due_at) if row.due_at else ""),
            (self.tr("Price told"), self._price(row.quoted, row.quoted_words)),
            (
                self.tr("Consent"),
                self.tr("agrees to be called, {when}").format(when=formats.moment(row.consent_at))
                if row.consent_at
                else "",
            ),
        ]
        if row.loss_reason is not None:
            why = ". ".join(filter(None, (said(LOSSES[row.loss_reason]), row.loss_note)))
            rows.append((self.tr("Why it was lost"), why))
        return [(name, text) for name, text in rows if text]

    def _price(self, money: Money | None, words: str | None) -> str:
        return f"{self._desk.formats.money(money)}. {words}" if money is not None else ""

    def _add_facts(self) -> None:
        grid, place = QGridLayout(), 0
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme().px(4))
        grid.setHorizontalSpacing(theme().px(16))
        for name, text in self._facts():
            grid.addWidget(label(name, "muted"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, wrap=True), place, 1)
            place += 1
        grid.addWidget(label(self.tr("Who sees to it"), "muted"), place, 0)
        grid.addWidget(self._owner(), place, 1)
        self.body.addLayout(grid)
        row = self._card.row
        if row.appointment_id is not None and row.appointment is not None:
            link = TextButton(self.tr("Appointment {number}").format(number=row.appointment))
            link.clicked.connect(lambda: self._go("bookings", row.appointment_id))
            self.body.addWidget(link)
        if row.customer_id is not None:
            link = TextButton(self.tr("Customer's card"))
            link.clicked.connect(lambda: self._go("customers", row.customer_id))
            self.body.addWidget(link)

    def _owner(self) -> QWidget:
        row = self._card.row
        if row.state not in OPEN:
            return label(row.owner)
        choices: list[tuple[object, str]] = [
            (each.employee.id, each.employee.name) for each in self._people
        ]
        if row.owner_left:
            gone = self.tr("{name}, works here no more").format(name=row.owner)
            choices.insert(0, (row.owner_id, gone))
        self.owner = Choice(choices, name=self.tr("Who sees to it"))
        self.owner.set_value(row.owner_id)
        self.owner.edited.connect(self._assign)
        return self.owner

    def _assign(self) -> None:
        row, owner = self._card.row, self.owner.value()
        if isinstance(owner, uuid.UUID) and owner != row.owner_id:
            command = AssignRequest(request_id=row.id, version=row.version, owner_id=owner)
            self._doer.send(assign_request, command, lambda _key: self._done())

    def _add_story(self) -> None:
        story = Timeline(self.tr("Story"), ground="surface.raised")
        story.set_entries([self._entry(step) for step in reversed(self._card.steps)])
        story.setMinimumHeight(theme().px(_STORY_HIGH))
        self.body.addWidget(story)

    def _entry(self, step: RequestStepRow) -> Entry:
        words, icon = event_words(step.event)
        formats = self._desk.formats
        more = [step.note or ""]
        if step.amount is not None and self._card.row.quoted is not None:
            more.append(formats.money(Money(step.amount, self._card.row.quoted.currency)))
        if step.reason is not None:
            more.append(said(LOSSES[LossReason(step.reason)]))
        if step.due_at is not None:
            more.append(self.tr("due {when}").format(when=formats.moment(step.due_at)))
        more.append(step.by if step.by == step.owner else f"{step.by} → {step.owner}")
        return Entry(formats.moment(step.at), words, ", ".join(filter(None, more)), icon)

    def _add_buttons(self) -> None:
        row = self._card.row
        edit = Button(self.tr("Change"), "pencil", kind="quiet")
        edit.clicked.connect(
            lambda: RequestForm(self._desk.front, self._desk, self._doer, self._done, row).open()
        )
        self.add_left(edit)
        if row.state not in OPEN:
            self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")
            again = self.add_button(Button(self.tr("Open again"), "rotate-ccw"))
            again.clicked.connect(self._reopen)
            return
        for word, icon, keys, form in (
            (self.tr("Lost"), "circle-x", "", LossForm),
            (self.tr("Price told"), "banknote", "", QuoteForm),
            (self.tr("Spoken with"), "phone", "", ContactForm),
        ):
            button = self.add_button(Button(word, icon, keys=keys), "safe")
            button.clicked.connect(
                lambda _checked=False, form=form: form(
                    self._desk.front, self._desk, self._doer, row, self._done
                ).open()
            )
        if self._desk.can(Permission.BOOKINGS_EDIT):
            book = self.add_button(
                Button(self.tr("Book"), "calendar-plus", kind="primary", keys="Ctrl+Return")
            )
            book.clicked.connect(self._book)
            self.set_first_focus(book)

    def _book(self) -> None:
        self.finish("book")
        self.book.emit(self._card.row)

    def _reopen(self) -> None:
        row = self._card.row
        command = ReopenRequest(request_id=row.id, version=row.version)
        self._doer.send(reopen_request, command, lambda _key: self._done())

    def _go(self, place: str, key: uuid.UUID | None) -> None:
        self.finish("left")
        self._desk.open(place, key)

    def _done(self) -> None:
        self.finish("done")
