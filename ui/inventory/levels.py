"""The list of the stock: what is where, how much of it is free, what it is worth; read as it is seen."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.inventory import (
    Place,
    ProductView,
    StockCounts,
    StockFilter,
    StockShow,
    list_locations,
    stock_counts,
    stock_ids,
    stock_rows,
)
from app.kernel.tx import Read
from models.access import Permission
from ui.inventory.rows import StockRows
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline, label
from widgets.fields import Choice
from widgets.table import Table
from widgets.tabs import TabLine
from widgets.theme import theme


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one reading of the list found."""

    wanted: StockFilter
    ids: Sequence[uuid.UUID]
    counts: StockCounts
    places: Sequence[Place]


class StockList(QWidget):
    """``chosen`` gives the id of a product to open, ``counted`` how much was found."""

    chosen = Signal(object)
    counted = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = StockFilter()
        self._rows = StockRows(desk.formats)
        self._lane = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self.table = self._make_table()
        column.addWidget(self.table, 1)

    def _make_head(self) -> QWidget:
        look = theme()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        self.tabs = TabLine(self.tr("Views of the stock"))
        self.tabs.changed.connect(self._view_changed)
        row.addWidget(self.tabs, 1)
        self._value = label("", "hint")
        row.addWidget(self._value)
        self.place = Choice([(None, self.tr("All stores"))], name=self.tr("Store"))
        self.place.edited.connect(self._place_changed)
        row.addWidget(self.place)
        column.addLayout(row)
        column.addWidget(hairline())
        self._show_tabs(None)
        return head

    def _make_table(self) -> Table:
        table = Table(
            self._rows.level_columns(with_money=self._desk.can(Permission.COSTS_SEE)),
            key=lambda view: view.id,
            name=self.tr("Products of the stock"),
        )
        table.rows_wanted.connect(self._fetch)
        table.opened.connect(lambda view: self.chosen.emit(view.id))
        table.sorted.connect(self._sorted)
        table.set_sort(self._wanted.sort)
        layout = self._desk.saved("inventory.table")
        if layout:
            table.restore_layout(layout)
            kept = table.sort()
            if kept is not None:
                self._wanted = replace(self._wanted, sort=kept[0], is_descending=kept[1])
        table.layout_changed.connect(
            lambda: self._desk.save("inventory.table", table.layout_state())
        )
        return table

    # what is wanted
    def search(self, words: str) -> None:
        """Show what these words find."""
        if words != self._wanted.query:
            self._change(replace(self._wanted, query=words))

    def show_view(self, show: str) -> None:
        """Open one of the views: all, low, negative, archived."""
        self.tabs.set_current(show)

    def _view_changed(self, name: str) -> None:
        self._change(replace(self._wanted, show=name))

    def _place_changed(self) -> None:
        self._change(replace(self._wanted, location_id=self.place.value()))

    def _sorted(self, name: str, down: bool) -> None:  # noqa: FBT001 - the table's own signal
        self._change(replace(self._wanted, sort=name, is_descending=down))

    def _change(self, wanted: StockFilter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.read()

    # reading
    def read(self) -> None:
        """Read ids and counts; rows come as they are seen."""
        wanted = self._wanted

        def ask(read: Read) -> _Answer:
            return _Answer(
                wanted,
                stock_ids(read, wanted),
                stock_counts(read, location_id=wanted.location_id),
                list_locations(read),
            )

        self.table.show_loading()
        self._desk.read(self, ask, self._show, failed=self._failed, lane="list")

    def _failed(self, error: Exception) -> None:
        self.table.show_error(self.tr("The stock could not be read."), self.read)
        self._desk.problem(error)

    def _show(self, answer: _Answer) -> None:
        formats = self._desk.formats
        self._rows.words = tuple(answer.wanted.query.split())
        self._show_tabs(answer.counts)
        value = answer.counts.value
        self._value.setText(
            self.tr("Worth {value}").format(value=formats.money(value)) if value else ""
        )
        stores = [place for place in answer.places if not place.is_archived]
        self.place.set_choices(
            [
                (None, self.tr("All stores")),
                *((place.id, place.name) for place in stores),
            ]
        )
        self.place.setVisible(len(stores) > 1)
        found = self.tr("{found} found").format(found=formats.number(len(answer.ids)))
        self.counted.emit(found if answer.wanted.query else "")
        if not answer.ids:
            self._show_nothing(answer.wanted)
            return
        self.table.set_keys(answer.ids)
        if self.table.current_key() is None:
            self.table.select_first()

    def _fetch(self, keys: list[uuid.UUID]) -> None:
        """Rows of ids that are seen; each portion has its lane, so that none is dropped for the next."""
        self._lane = (self._lane + 1) % 8
        location, wanted = self._wanted.location_id, self._wanted

        def show(rows: Sequence[ProductView]) -> None:
            if wanted is self._wanted:
                self.table.fill(rows)

        self._desk.read(
            self,
            lambda read: stock_rows(read, keys, location_id=location),
            show,
            lane=f"rows{self._lane}",
        )

    def _show_nothing(self, wanted: StockFilter) -> None:
        if wanted.query:
            self.table.show_empty(
                "search",
                self.tr("Nothing matches “{words}”").format(words=wanted.query),
                self.tr("Numbers, names, makers and barcodes were searched."),
            )
            return
        calm = {
            StockShow.LOW.value: self.tr("Nothing is below its minimum"),
            StockShow.NEGATIVE.value: self.tr("No balance is below zero"),
            StockShow.ARCHIVED.value: self.tr("Nothing is archived"),
        }
        if wanted.show in calm:
            self.table.show_empty("circle-check", calm[wanted.show])
            return
        button = None
        if self._desk.can(Permission.CATALOG_EDIT):
            button = Button(self.tr("New product"), "plus")
            button.clicked.connect(self.new_asked)
        self.table.show_empty(
            "boxes",
            self.tr("Nothing in stock yet"),
            self.tr("Add a product, or import a price list with its opening stock."),
            button,
        )

    def _show_tabs(self, counts: StockCounts | None) -> None:
        self.tabs.set_tabs(
            [
                (StockShow.ALL.value, self.tr("All"), counts.all if counts else 0),
                (StockShow.LOW.value, self.tr("Below minimum"), counts.low if counts else 0),
                (StockShow.NEGATIVE.value, self.tr("Below zero"), counts.negative if counts else 0),
                (StockShow.ARCHIVED.value, self.tr("Archived"), counts.archived if counts else 0),
            ]
        )

    @override
    def setFocus(self) -> None:  # type: ignore[override]  # Qt has two of them
        self.table.setFocus()
