"""Settings: facts of this computer and of the shop's database, for questions on the telephone."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

import app
from app.centers import DatabaseFacts, WorkstationRow, database_facts, list_workstations
from app.kernel.tx import Read
from ui.centers.frame import Section
from ui.centers.setting_row import heading
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline, label
from widgets.table import Column, Table
from widgets.theme import theme
from widgets.values import Mark

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """What the section shows, read at once."""

    facts: DatabaseFacts
    stations: tuple[WorkstationRow, ...]


class StationSection(Section):
    """Program, workstation, database, and the computers that sign this shop's papers. Nothing secret."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, look.px(16))
        column.setSpacing(look.px(6))
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), 0, look.px(16), 0)
        head.addWidget(heading(self.tr("This computer and the database")), 1)
        copy = Button(self.tr("Copy"), "copy", small=True, name=self.tr("Copy the facts"))
        copy.clicked.connect(self._copy)
        head.addWidget(copy)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        self._grid.setHorizontalSpacing(look.px(24))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        line = QHBoxLayout()
        line.setContentsMargins(look.px(16), 0, look.px(16), 0)
        line.addWidget(hairline())
        column.addLayout(line)
        below = QHBoxLayout()
        below.setContentsMargins(look.px(16), 0, look.px(16), 0)
        below.addWidget(
            heading(self.tr("Computers of the shop"), self.tr("by the keys that sign its papers"))
        )
        column.addLayout(below)
        self.table = Table(
            self._columns(), key=lambda r: r.id, name=self.tr("Computers of the shop")
        )
        column.addWidget(self.table, 1)
        self._facts: list[tuple[str, str]] = []

    def _columns(self) -> list[Column]:
        formats = self.desk.formats
        here = self.desk.shop.workstation

        def state(row: WorkstationRow) -> Mark:
            if row.retired_at is not None:
                return Mark(self.tr("retired"), "", "muted")
            if row.workstation == here:
                return Mark(self.tr("this one"), "check", "good")
            return Mark(self.tr("in use"), "", "secondary")

        return [
            Column("name", self.tr("Computer"), lambda r: r.workstation, width=200, stretch=1),
            Column("since", self.tr("Signs since"), lambda r: formats.moment(r.made_at), width=180),
            Column("state", "", state, width=160),
        ]

    @override
    def load(self) -> None:
        shop = self.desk.shop

        def ask(read: Read) -> Place:
            return Place(database_facts(shop), list_workstations(read))

        self.desk.read(self, ask, self._show, lane="place")

    def _show(self, place: Place) -> None:
        facts, formats = place.facts, self.desk.formats
        size = formats.number(max(1, round(facts.size / _MEGABYTE)))
        where = self.tr("file {name} in {folder}").format(name=facts.shown, folder=facts.folder)
        keys = self.desk.shop.secrets.kind
        kept = {
            "keyring": self.tr("in the system's key ring"),
            "file": self.tr("in an encrypted file"),
        }
        self._facts = [
            (self.tr("Program"), f"CarPass Desk {app.__version__}, Qt {qVersion()}"),
            (
                self.tr("System"),
                f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
            ),
            (self.tr("Workstation"), self.desk.shop.workstation),
            (self.tr("Keys"), kept.get(keys, keys)),
            (self.tr("Database"), where if facts.is_file else facts.shown),
            (
                self.tr("Size"),
                self.tr("{n} MB, schema {schema}").format(n=size, schema=facts.schema),
            ),
            (self.tr("Centers"), formats.number(facts.centers)),
        ]
        if facts.made_at is not None:
            self._facts.append((self.tr("Made"), formats.full_day(facts.made_at)))
        self._fill()
        self._stations(place.stations)

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (name, value) in enumerate(self._facts):
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, row, 1)

    def _stations(self, rows: Sequence[WorkstationRow]) -> None:
        if rows:
            self.table.set_rows(rows)
        else:
            self.table.show_empty(
                "monitor",
                self.tr("No computer has signed a paper yet."),
                self.tr("The first completed order makes the key of this one."),
            )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{k}: {v}" for k, v in self._facts))
        self.desk.toast(self.tr("Copied"))
