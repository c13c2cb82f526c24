"""Whom one calls at a customer: name, role, phone, e-mail; added, changed, put away and brought back."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.customers import (
    AddContact,
    ContactOf,
    ContactRow,
    EditContact,
    add_contact,
    archive_contact,
    edit_contact,
    restore_contact,
)
from ui.customers.actions import Actions
from ui.customers.panes import TablePane
from ui.customers.record import Record
from ui.customers.saving import FormDialog
from ui.parts.fields import PhoneEdit
from ui.shell.desk import Desk
from widgets.buttons import Button
from widgets.fields import TextEdit
from widgets.table import Column, Table
from widgets.values import Mark


class ContactDialog(FormDialog):
    """A contact person: a name is enough."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        customer: tuple[uuid.UUID, str],
        row: ContactRow | None,
        then: Callable[[], object],
    ) -> None:
        super().__init__(parent, desk, "", save="", columns=2)
        self.set_title(self.tr("Contact person"))
        self.set_sub(customer[1])
        self.save_button.setText(self.tr("Save") if row is not None else self.tr("Add"))
        self._customer, self._held, self._then = customer[0], row, then
        form, country = self.form, desk.center.country
        form.add("name", self.tr("Name"), TextEdit(limit=300), required=True)
        role, hint = self.tr("Role"), self.tr("Fleet mechanic, driver …")
        form.add("position", role, TextEdit(limit=200, placeholder=hint))
        form.add("phone", self.tr("Phone"), PhoneEdit(country))
        form.add("email", self.tr("E-mail"), TextEdit(limit=254))
        form.add("note", self.tr("Note"), TextEdit(limit=1000), span=2)
        if row is not None:
            names = ("name", "position", "phone", "email", "note")
            form.set_values({name: getattr(row, name) or "" for name in names})

    def commit(self) -> None:
        """Keep the contact person."""
        values = self.form.values()
        told = {at: values[at] or None for at in ("position", "phone", "email", "note")}
        if self._held is None:
            command = AddContact(customer_id=self._customer, name=values["name"], **told)
            self.send(add_contact, command, lambda _id: self._then())
            return
        change = EditContact(
            contact_id=self._held.id, version=self._held.version, name=values["name"], **told
        )
        self.send(edit_contact, change, lambda _none: self._then())


class ContactsTab(QWidget):
    """Enter changes a contact person, Delete puts them away."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._edits = actions.edits_customers
        self._record: Record | None = None
        self.table = Table(self._columns(), key=lambda row: row.id, name=self.tr("Contact persons"))
        self.table.opened.connect(self.edit)
        self.table.previewed.connect(lambda _row: self._tell())
        self.add = Button(self.tr("Add a contact person"), "plus", small=True)
        self.add.clicked.connect(lambda: self.edit(None))
        self.away = Button(self.tr("Archive"), "archive", small=True)
        self.away.clicked.connect(self.put_away)
        for button in (self.add, self.away):
            if not self._edits:
                button.hide()
        self.pane = TablePane(self.table, (self.away, self.add))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pane)
        self.setFocusProxy(self.table)
        gone = QShortcut(QKeySequence("Del"), self.table)
        gone.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        gone.activated.connect(self.put_away)

    def _columns(self) -> tuple[Column, ...]:
        formats = self._desk.formats
        return (
            Column("name", self.tr("Name"), self._name, width=180, stretch=2),
            Column("position", self.tr("Role"), lambda r: r.position, width=140, stretch=1),
            Column(
                "phone",
                self.tr("Phone"),
                lambda r: formats.phone(r.phone) or None,
                width=150,
                elide=False,
            ),
            Column("email", self.tr("E-mail"), lambda r: r.email, width=190, stretch=1),
            Column(
                "note", self.tr("Note"), lambda r: r.note, width=120, stretch=2, kind="secondary"
            ),
        )

    def _name(self, row: ContactRow) -> object:
        return row.name if row.archived_at is None else Mark(row.name, "archive", "muted")

    def show_record(self, record: Record) -> None:
        """Show the people of another customer."""
        self._record = record
        rows = record.more.contacts if record.more is not None else ()
        self.table.set_rows(rows)
        here = sum(1 for row in rows if row.archived_at is None)
        self.pane.note.setText(self.tr("Can be named as whoever brings the car.") if here else "")
        self._tell()
        if not rows:
            button = None
            if self._edits:
                button = Button(self.tr("Add a contact person"), "plus")
                button.clicked.connect(lambda: self.edit(None))
            self.table.show_empty(
                "user-round",
                self.tr("No contact persons yet"),
                self.tr("Whom to call about the cars, the money, the papers."),
                button,
            )

    def _tell(self) -> None:
        row = self.table.current()
        self.away.setEnabled(row is not None)
        gone = row is not None and row.archived_at is not None
        self.away.setText(self.tr("Take back") if gone else self.tr("Archive"))

    def edit(self, row: ContactRow | None) -> None:
        """The form of a contact person, of a new one without a row."""
        customer = self._record.customer if self._record is not None else None
        if customer is None or not self._edits or customer.erased_at is not None:
            return
        if row is not None and row.archived_at is not None:
            self._act(restore_contact, row, self.tr("{name} is back"))
            return
        named = (customer.id, customer.name)
        saved = self.tr("Saved")
        ContactDialog(self, self._desk, named, row, lambda: self._desk.toast(saved)).begin()

    def put_away(self) -> None:
        """They left; or, from the end of the list, they are back."""
        row = self.table.current()
        if row is None or not self._edits:
            return
        if row.archived_at is not None:
            self._act(restore_contact, row, self.tr("{name} is back"))
        else:
            self._act(archive_contact, row, self.tr("{name} archived"), restore_contact)

    def _act(
        self,
        verb: Callable[..., None],
        row: ContactRow,
        words: str,
        undo: Callable[..., None] | None = None,
    ) -> None:
        command = ContactOf(contact_id=row.id)

        def back() -> None:
            if undo is not None:
                self._desk.act(self, undo, command)

        def done(_changes: object) -> None:
            self._desk.toast(words.format(name=row.name), back if undo is not None else None)

        self._desk.act(self, verb, command, done)
