"""The center's stores: opening one, closing one that is empty."""

import uuid
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.inventory import (
    ArchiveLocation,
    CreateLocation,
    Place,
    archive_location,
    create_location,
    list_locations,
)
from app.kernel.errors import InvalidError, Reason, UserError
from app.kernel.tx import Changes
from models.inventory import LocationKind
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, hairline, label
from widgets.dialog import Dialog
from widgets.fields import Choice, TextEdit
from widgets.forms import Form
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Mark

_ROWS = 5


class StoresDialog(Dialog):
    """Every store with its code; a store closes only when nothing lies in it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "", 640)
        self._desk = desk
        self.set_title(self.tr("Stores"))
        self.set_sub(self.tr("A store closes when nothing lies in it any more."))
        columns = [
            Column("code", self.tr("Code"), lambda p: p.code, 120, kind="code"),
            Column("name", self.tr("Name"), lambda p: p.name, 220, stretch=1),
            Column("kind", self.tr("Kind"), self._kind, 180, kind="secondary"),
            Column("state", self.tr("State"), self._state, 120),
        ]
        self.table = Table(columns, key=lambda p: p.id, name=self.tr("Stores"))
        self.table.setFixedHeight(theme().px(28 + _ROWS * 32))
        self.body.addWidget(self.table)
        row = QHBoxLayout()
        row.addStretch(1)
        shut = Button(self.tr("Close the store"), "archive", kind="quiet")
        shut.clicked.connect(self.close_store)
        row.addWidget(shut)
        self.body.addLayout(row)
        self._said = label("", "hint", tone="bad", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self.body.addWidget(hairline())
        self.body.addWidget(label(self.tr("New store"), "strong"))
        self.form = Form(3)
        self.form.add("code", self.tr("Code"), TextEdit(codes=True, limit=20), required=True)
        self.form.add("name", self.tr("Name"), TextEdit(limit=80), required=True)
        kinds = [
            (LocationKind.STORE.value, self.tr("Store with shelves")),
            (LocationKind.CENTRAL.value, self.tr("Central warehouse")),
        ]
        self.form.add("kind", self.tr("Kind"), Choice(kinds))
        self.body.addWidget(self.form)
        done = Button(self.tr("Done"))
        done.set_keys("Esc", install=False)
        self.add_button(done, "cancel")
        make = Button(self.tr("Open the store"), "plus", kind="primary", keys="Ctrl+Return")
        make.clicked.connect(self.open_store)
        self.add_button(make)
        self.set_first_focus(self.form.control("code"))
        self._read()

    def _kind(self, place: Place) -> str:
        central = place.kind == LocationKind.CENTRAL
        return self.tr("Central warehouse") if central else self.tr("Store with shelves")

    def _state(self, place: Place) -> object:
        if place.is_archived:
            return Mark(self.tr("Closed"), "archive", "muted")
        return Mark(self.tr("Open"), "circle-check", "good")

    def _read(self) -> None:
        self._desk.read(self, list_locations, self._show)

    def _show(self, places: Sequence[Place]) -> None:
        self.table.set_rows(places)
        if self.table.current() is None:
            self.table.select_first()

    def open_store(self) -> None:
        """Open the store of the form."""
        if not self.form.check():
            return
        held = self.form.values()
        command = CreateLocation(code=held["code"], name=held["name"], kind=held["kind"])
        self._desk.act(self, create_location, command, self._opened, failed=self._refused)

    def _opened(self, _changes: Changes[uuid.UUID]) -> None:
        self.form.set_values({"code": "", "name": ""})
        self._say("")
        self._read()

    def close_store(self) -> None:
        """Close the selected store."""
        place = self.table.current()
        if place is not None and not place.is_archived:
            command = ArchiveLocation(location_id=place.id)
            self._desk.act(self, archive_location, command, self._closed, failed=self._kept)

    def _closed(self, _changes: Changes[None]) -> None:
        self._say("")
        self._read()

    def _kept(self, error: UserError) -> bool:
        remedy = said(error.remedy) if error.remedy is not None else ""
        self._say(f"{said(error.sentence)} {remedy}".strip())
        return True

    def _refused(self, error: UserError) -> bool:
        if isinstance(error, InvalidError):
            self.form.show_problems({name: said(text) for name, text in error.problems.items()})
            return True
        if error.reason is Reason.DUPLICATE:
            self.form.show_problems({"code": said(error.sentence)})
            return True
        return False

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.refit()
