"""The list of the catalogue: tabs of kinds over one table, kinds as group rows, read page by page."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog import (
    KIND_ORDER,
    ItemFilter,
    ItemIndex,
    ItemLine,
    ItemSort,
    item_index,
    item_rows,
    price_groups,
)
from app.kernel.tx import Read
from models.access import Permission
from models.catalog import ItemKind
from models.pricing import RETAIL
from ui.catalog.rows import CatalogRows
from ui.parts.units import kinds_word
from ui.parts.why import group_word
from ui.shell.desk import Desk
from widgets.buttons import Button, hairline, label
from widgets.fields import Choice
from widgets.table import Table
from widgets.tabs import TabLine
from widgets.theme import theme

_PAGE = 100
_ALL = "all"
_ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one reading of the list found: the ids, the first rows, the groups that have prices."""

    wanted: ItemFilter
    index: ItemIndex
    rows: Sequence[ItemLine]
    groups: Sequence[str]


class ItemList(QWidget):
    """``counted`` says how much was found, ``new_asked`` comes from the button of the empty list."""

    counted = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ItemFilter()
        self._price_group = RETAIL
        self._index: ItemIndex | None = None
        self._shown_rows = 0
        self._select: uuid.UUID | None = None
        self.follows = True
        self.is_placing = False
        """Whether rows come and the wanted one is about to be selected: what is current in between means nothing."""
        self._rows = CatalogRows(desk.formats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table = self._make_table()
        self.head = self._make_tabs()
        column.addWidget(self.table, 1)
        self._show_tabs(None)

    def _make_tabs(self) -> QWidget:
        look = theme()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(8))
        self.tabs = TabLine(self.tr("Kinds"))
        self.tabs.changed.connect(self._tab_changed)
        row.addWidget(self.tabs, 1)
        self._group_words = label(self.tr("Prices"), "hint")
        self._group = Choice([(RETAIL, group_word(RETAIL))], name=self.tr("Prices of the group"))
        self._group.edited.connect(self._group_changed)
        row.addWidget(self._group_words)
        row.addWidget(self._group)
        self._group_words.hide()
        self._group.hide()
        column.addLayout(row)
        column.addWidget(hairline())
        return head

    def _make_table(self) -> Table:
        table = Table(
            self._rows.columns(with_margin=self._desk.can(Permission.COSTS_SEE)),
            key=lambda line: line.item.id,
            name=self.tr("Items of the catalog"),
        )
        table.more_wanted.connect(self._more)
        table.sorted.connect(self._sorted)
        layout = self._desk.saved("catalog.table")
        if layout:
            table.restore_layout(layout)
        table.layout_changed.connect(lambda: self._desk.save("catalog.table", table.layout_state()))
        return table

    # what is wanted
    @property
    def wanted(self) -> ItemFilter:
        """Words, kind and order that the list shows."""
        return self._wanted

    @property
    def price_group(self) -> str:
        """The customer group whose prices stand in the list."""
        return self._price_group

    def search(self, words: str) -> None:
        """Show what these words find."""
        if words != self._wanted.query:
            self._wanted = replace(self._wanted, query=words)
            self.read()

    def show_item(self, key: uuid.UUID) -> None:
        """Select an item, wherever it stands; a filter that hides it goes."""
        self._select = key
        self._wanted = replace(self._wanted, query="", kind=None, is_archived=False)
        self.tabs.set_current(_ALL)
        self.read()

    def _tab_changed(self, name: str) -> None:
        kind = None if name in {_ALL, _ARCHIVED} else name
        wanted = replace(self._wanted, kind=kind, is_archived=name == _ARCHIVED)
        if wanted != self._wanted:
            self._wanted = wanted
            self.read()

    def show_group(self, price_group: str) -> None:
        """Show the prices of a customer group."""
        self._group.set_value(price_group)

    def _group_changed(self) -> None:
        self._price_group = str(self._group.value())
        self.read(again=True)

    def _sorted(self, name: str, down: bool) -> None:  # noqa: FBT001 - the table's own signal
        self._wanted = replace(self._wanted, sort=ItemSort(name).value, is_descending=down)
        self.read()

    @property
    def new_kind(self) -> str:
        """The kind that a new item would be: that of the open tab."""
        return self._wanted.kind or ItemKind.PART.value

    # reading
    def read(self, *, again: bool = False) -> None:
        """Read the list; ``again`` keeps as many rows as stand there."""
        keep = max(_PAGE, self._shown_rows) if again else _PAGE
        wanted, group, today = self._wanted, self._price_group, self._desk.formats.today()
        select = self._select

        def ask(read: Read) -> _Answer:
            index = item_index(read, wanted)
            upto = keep if select is None else max(keep, index.place_of(select) + 1)
            rows = item_rows(read, index.ids(0, upto), price_group=group, on=today)
            return _Answer(wanted, index, rows, price_groups(read))

        self.table.show_loading()
        self._desk.read(self, ask, self._show, failed=self._failed, lane="list")

    def _failed(self, error: Exception) -> None:
        self.table.show_error(self.tr("The catalog could not be read."), self.read)
        self._desk.problem(error)

    def _show(self, answer: _Answer) -> None:
        index = answer.index
        self._index = index
        self._rows.words = tuple(answer.wanted.query.split())
        self._rows.goal = index.goal_percent
        self._show_tabs(index)
        self._show_groups(answer.groups)
        numbers = self._desk.formats.number
        words = self.tr("{found} of {total}").format(
            found=numbers(index.found), total=numbers(index.total)
        )
        self.counted.emit(words if answer.wanted.query else "")
        self._shown_rows = len(answer.rows)
        if not index.found:
            self._show_nothing(answer.wanted)
            return
        self.is_placing = self._select is not None
        self.table.set_rows(self._with_groups(answer.rows, 0), more=self._shown_rows < index.found)
        self.is_placing = False
        if self._select is not None:
            self.table.select(self._select)
            self._select = None
        elif self.table.current() is None and self.follows:
            self.table.select_first()

    def _with_groups(self, rows: Sequence[ItemLine], first: int) -> list[Any]:
        """The rows with a group row before the first of each kind; ``first`` is the place of the first one."""
        starts: dict[int, tuple[str, int]] = {}
        place = 0
        for kind, keys in self._index.groups if self._index is not None else ():
            starts[place] = (kind, len(keys))
            place += len(keys)
        made: list[Any] = []
        for offset, row in enumerate(rows, start=first):
            if offset in starts:
                made.append(self._rows.group(*starts[offset]))
            made.append(row)
        return made

    def _more(self) -> None:
        index = self._index
        if index is None:
            return
        ids = index.ids(self._shown_rows, self._shown_rows + _PAGE)
        group, today = self._price_group, self._desk.formats.today()

        def show(rows: Sequence[ItemLine]) -> None:
            if index is not self._index:
                return
            first = self._shown_rows
            self._shown_rows += len(ids)
            more = self._shown_rows < index.found
            self.table.append(self._with_groups(rows, first), more=more)

        self._desk.read(
            self, lambda read: item_rows(read, ids, price_group=group, on=today), show, lane="list"
        )

    def _show_nothing(self, wanted: ItemFilter) -> None:
        if wanted.query:
            self.table.show_empty(
                "search",
                self.tr("Nothing matches “{words}”").format(words=wanted.query),
                self.tr("Codes, names, numbers of makers and barcodes were searched."),
            )
            return
        button = None
        if self._desk.can(Permission.CATALOG_EDIT) and not wanted.is_archived:
            button = Button(self.tr("New item"), "plus")
            button.clicked.connect(self.new_asked)
        words = self.tr("Nothing is archived") if wanted.is_archived else self.tr("No items yet")
        hint = "" if wanted.is_archived else self.tr("Add an item, or import a price list.")
        self.table.show_empty("book-open", words, hint, button)

    def _show_tabs(self, index: ItemIndex | None) -> None:
        counts = index.counts if index is not None else {}
        tabs: list[tuple[str, str, int | None]] = [(_ALL, self.tr("All"), sum(counts.values()))]
        tabs += [(kind, kinds_word(kind), counts.get(kind, 0)) for kind in KIND_ORDER]
        tabs.append((_ARCHIVED, self.tr("Archived"), index.archived if index is not None else 0))
        self.tabs.set_tabs(tabs)

    def _show_groups(self, groups: Sequence[str]) -> None:
        self._group.set_choices([(name, group_word(name)) for name in groups])
        several = len(groups) > 1
        self._group_words.setVisible(several)
        self._group.setVisible(several)
