"""The table of every list: declared columns, rows by page or by id, selection, copy, column choice, its own states."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from widgets.buttons import Button
from widgets.cells import cell_text, clip_text
from widgets.column_chooser import Choice, ColumnChooser
from widgets.columns import Column, Group, fit, wish
from widgets.empty import EmptyState
from widgets.table_model import TableModel
from widgets.table_view import TableView
from widgets.theme import theme

_AHEAD: Final = 2
_LOADING_AFTER_MS: Final = 150


@dataclass(slots=True)
class _Copy:
    """A copy of rows that are not all here yet."""

    keys: list[Hashable]
    rows: dict[Hashable, Any]


class Table(QWidget):
    """Rows of any type under declared columns. ``key`` tells one record from another; ``name`` is read aloud.

    Rows come either as they are (``set_rows``, ``append`` while ``more_wanted`` comes), or as up to 100,000 ids
    (``set_keys``) whose rows are asked for by ``rows_wanted`` when they are seen, and given by ``fill``.
    A table that ``sorts_here`` orders its rows itself; others only say ``sorted``.
    """

    opened = Signal(object)
    """The row of Enter or a double click."""
    previewed = Signal(object)
    """The row that became the present one, and again at Space; None when there is none."""
    peeked = Signal()
    """Space alone: whoever has a preview shows or hides it."""
    sorted = Signal(str, bool)
    """Sort word of the column and whether it goes down."""
    more_wanted = Signal()
    rows_wanted = Signal(list)
    selection_changed = Signal()
    layout_changed = Signal()
    menu_wanted = Signal(object, QPoint)
    """The row (None beside rows) and the spot of the screen for a context menu."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], Hashable],
        name: str,
        sorts_here: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sorts_here = sorts_here
        self._more = False
        self._asked_more = False
        self._fitting = False
        self._sort: tuple[str, bool] | None = None
        self._chosen: dict[str, int] = {}
        self._grown: dict[str, int] = {}
        self._copy: _Copy | None = None
        self._state: QWidget | None = None
        self._loading = QTimer(self)
        self._loading.setSingleShot(True)
        self._loading.setInterval(_LOADING_AFTER_MS)
        self.model = TableModel(columns, key, self)
        self.view = TableView(self.model, self)
        self.view.setAccessibleName(name)
        self.setFocusProxy(self.view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.view)
        self._connect()
        for place, column in enumerate(self.model.columns):
            self.view.setColumnHidden(place, column.hidden)
        self._fit()

    def _connect(self) -> None:
        view, header = self.view, self.view.header
        self.model.wanted.connect(self.rows_wanted)
        view.entered_row.connect(self._open)
        view.moved.connect(self._moved)
        view.peeked.connect(self._peek)
        view.copy_wanted.connect(self.copy)
        view.resized.connect(self._resized)
        view.grew.connect(self._grew, Qt.ConnectionType.QueuedConnection)
        view.menu_wanted.connect(self._menu)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.selectionModel().selectionChanged.connect(self._selection_changed)
        header.sectionClicked.connect(self._sort_clicked)
        header.sectionResized.connect(self._section_resized)
        header.sectionMoved.connect(self._section_moved)
        header.columns_wanted.connect(self.choose_columns)
        self._loading.timeout.connect(partial(view.set_loading, True))
        theme().changed.connect(self._dress)

    # rows
    def set_rows(self, rows: Sequence[Any], *, more: bool = False) -> None:
        """Show these rows; the selection stays with its records, or at its place when they are gone.

        ``more``: there are further rows, to be asked for by ``more_wanted`` near the end.
        """
        place, keys, top = self._where()
        self._clear_state()
        given = self._ordered(rows)
        if not self.model.set_rows(given):
            self._back_to(place, keys, top)
        self._more, self._asked_more = more, False
        self._after_rows()

    def append(self, rows: Sequence[Any], *, more: bool = False) -> None:
        """Put the next page behind the last row."""
        self.model.append(rows)
        self._more, self._asked_more = more, False
        self._after_rows()

    def set_keys(self, keys: Sequence[Hashable]) -> None:
        """Show records by their ids; their rows are fetched when they are seen."""
        place, chosen, top = self._where()
        self._clear_state()
        self._more = False
        if not self.model.set_keys(keys):
            self._back_to(place, chosen, top)
        self._after_rows()

    def fill(self, rows: Iterable[Any]) -> None:
        """The rows that ``rows_wanted`` asked for."""
        given = list(rows)
        current = self.view.currentIndex().row()
        lacked = self.model.row(current) is None
        self.model.fill(given)
        if lacked and (row := self.model.row(current)) is not None:
            self.previewed.emit(row)
        if self._copy is not None:
            for row in given:
                key = self.model.key(row)
                if key in self._copy.rows:
                    self._copy.rows[key] = row
            self._finish_copy()

    def rows(self) -> list[Any]:
        """The records that are here, without group rows."""
        return [row for row in self.model.all_rows() if not isinstance(row, Group)]

    def count(self) -> int:
        """How many rows show, group rows and rows that were not fetched yet too."""
        return self.model.rowCount()

    def refresh(self) -> None:
        """Show the same rows anew."""
        self.model.refresh()

    def _ordered(self, rows: Sequence[Any]) -> list[Any]:
        if not self._sorts_here or self._sort is None:
            return list(rows)
        name, descending = self._sort
        column = next((c for c in self.model.columns if c.sort == name), None)
        if column is None:
            return list(rows)
        order = column.order or (lambda row: cell_text(column.value(row)).casefold())
        made: list[Any] = []
        part: list[Any] = []
        for row in [*rows, None]:
            if row is None or isinstance(row, Group):
                made += sorted(part, key=order, reverse=descending)
                part = []
                made += [] if row is None else [row]
            else:
                part.append(row)
        return made

    def _where(self) -> tuple[int, list[Hashable | None], int]:
        chosen = [index.row() for index in self.view.selectionModel().selectedRows()]
        current = self.view.currentIndex().row()
        keys = [self.model.key_at(current)] if current >= 0 else []
        keys += [self.model.key_at(place) for place in chosen if place != current]
        return current, keys, self.view.verticalScrollBar().value()

    def _back_to(self, place: int, keys: list[Hashable | None], top: int) -> None:
        """Select the same records again; where the present one is gone, the one that took its place."""
        if place < 0 or not self.model.rowCount():
            self.previewed.emit(None)
            return
        self.view.executeDelayedItemsLayout()
        found = [self.model.place_of(key) for key in keys if key is not None]
        current = found[0] if found and found[0] >= 0 else min(place, self.model.rowCount() - 1)
        if self.model.is_group(current):
            current = min(current + 1, self.model.rowCount() - 1)
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows
        chosen = self.view.selectionModel()
        chosen.setCurrentIndex(self.model.index(current, 0), how)
        for other in found[1:]:
            if other >= 0:
                chosen.select(self.model.index(other, 0), flags.Select | flags.Rows)
        self.view.verticalScrollBar().setValue(top)

    def _after_rows(self) -> None:
        self.view.executeDelayedItemsLayout()
        self._fit()
        self._scrolled()

    def _resized(self) -> None:
        self._fit()
        self._scrolled()
        if self._state is not None:
            self._state.setGeometry(self.view.viewport().rect())

    def _scrolled(self) -> None:
        # The bar learns of new rows later than we do.
        view = self.view
        below = self.count() * view.row_height - view.verticalScrollBar().value()
        near = below <= (1 + _AHEAD) * view.viewport().height()
        if self._more and near and not self._asked_more and self.isVisible():
            self._asked_more = True
            self.more_wanted.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scrolled()

    # the present record
    def current(self) -> Any:  # noqa: ANN401 - a table shows rows of any type
        """The present record; None when there is none, or it is not here yet."""
        row = self.model.row(self.view.currentIndex().row())
        return None if isinstance(row, Group) else row

    def current_key(self) -> Hashable | None:
        """The key of the present record, fetched or not."""
        return self.model.key_at(self.view.currentIndex().row())

    def selected(self) -> list[Any]:
        """The selected records that are here, from top to bottom."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        rows = (self.model.row(place) for place in places)
        return [row for row in rows if row is not None and not isinstance(row, Group)]

    def selected_keys(self) -> list[Hashable]:
        """The keys of all selected records, fetched or not, from top to bottom."""
        places = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [key for place in places if (key := self.model.key_at(place)) is not None]

    def select(self, key: Hashable) -> bool:
        """Make the record with that key the present one; False when it is not shown."""
        return self._select_place(self.model.place_of(key))

    def select_first(self) -> bool:
        """Make the first record the present one, at the top."""
        place = next((n for n in range(self.count()) if not self.model.is_group(n)), -1)
        self.view.scrollToTop()
        return self._select_place(place)

    def _select_place(self, place: int) -> bool:
        if not 0 <= place < self.count():
            return False
        self.view.selectRow(place)
        self.view.setCurrentIndex(self.model.index(place, 0))
        return True

    def _open(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and not isinstance(row, Group):
            self.opened.emit(row)

    def _moved(self, _place: int) -> None:
        self.previewed.emit(self.current())

    def _peek(self) -> None:
        self.previewed.emit(self.current())
        self.peeked.emit()

    def _menu(self, place: int, spot: QPoint) -> None:
        row = self.model.row(place)
        self.menu_wanted.emit(None if isinstance(row, Group) else row, spot)

    def _selection_changed(self) -> None:
        self.selection_changed.emit()

    # sorting
    def set_sort(self, name: str | None, *, descending: bool = False) -> None:
        """Show by what the rows are sorted; a table that sorts here also does it."""
        self._sort = (name, descending) if name else None
        self.view.header.set_sort(name, descending=descending)
        # Another list: what its cells need is found anew.
        self._grown.clear()
        self._fit()
        if self._sorts_here and not self.model.by_keys:
            self.set_rows(self.model.all_rows(), more=self._more)

    def sort(self) -> tuple[str, bool] | None:
        """(sort word, goes down), or None."""
        return self._sort

    def _sort_clicked(self, logical: int) -> None:
        name = self.model.columns[logical].sort
        if name is not None:
            self._sort_by(name)

    def _sort_by(self, name: str) -> None:
        descending = self._sort is not None and self._sort == (name, False)
        self.set_sort(name, descending=descending)
        self.layout_changed.emit()
        self.sorted.emit(name, descending)

    # columns
    def _fit(self) -> None:
        view, look = self.view, theme()
        shown = view.header.shown()
        columns = [self.model.columns[logical] for logical in shown]
        wishes = []
        for column in columns:
            width = look.px(self._chosen.get(column.name, column.width))
            width = max(width, self._grown.get(column.name, 0))
            chosen = column.name in self._chosen
            wishes.append(wish(column, width, scale=look.scale, chosen=chosen))
        self._fitting = True
        widths = fit(wishes, view.viewport().width())
        for logical, width in zip(shown, widths, strict=True):
            if view.columnWidth(logical) != width:
                view.setColumnWidth(logical, width)
        self._fitting = False
        view.viewport().update()

    def _grew(self, logical: int, extra: int) -> None:
        """A value that is never shortened lacked ``extra`` pixels."""
        name = self.model.columns[logical].name
        width = self.view.columnWidth(logical) + extra
        if width > self._grown.get(name, 0):
            self._grown[name] = width
            self._fit()

    def _section_resized(self, logical: int, _old: int, new: int) -> None:
        if self._fitting or not new:
            return
        name = self.model.columns[logical].name
        self._chosen[name] = round(new / theme().scale)
        self._fit()
        self.layout_changed.emit()

    def _section_moved(self) -> None:
        if not self._fitting:
            self._fit()
            self.layout_changed.emit()

    def _order(self) -> list[int]:
        header = self.view.header
        return [header.logicalIndex(place) for place in range(header.count())]

    def choose_columns(self, spot: QPoint | None = None) -> ColumnChooser:
        """Open the choice of columns at a spot of the screen, or under the head's right end."""
        chooser = ColumnChooser(self)
        chooser.set_choices(self._choices())
        chooser.changed.connect(self._choose)
        chooser.sorted.connect(self._sort_column)
        chooser.reset.connect(partial(self._reset_columns, chooser))
        if spot is None:
            spot = self.mapToGlobal(QPoint(self.width(), self.view.header.height()))
        chooser.show_at(spot)
        return chooser

    def _choices(self) -> list[Choice]:
        columns = self.model.columns
        return [
            Choice(
                columns[logical].name,
                columns[logical].title,
                not self.view.isColumnHidden(logical),
                columns[logical].sort is not None,
            )
            for logical in self._order()
        ]

    def _choose(self, chosen: list[tuple[str, bool]]) -> None:
        self._arrange(chosen)
        self._fit()
        self.layout_changed.emit()

    def _arrange(self, chosen: Sequence[tuple[str, bool]]) -> None:
        header = self.view.header
        places = {column.name: place for place, column in enumerate(self.model.columns)}
        self._fitting = True
        known = [(places[name], visible) for name, visible in chosen if name in places]
        for target, (logical, visible) in enumerate(known):
            header.moveSection(header.visualIndex(logical), target)
            self.view.setColumnHidden(logical, not visible)
        self._fitting = False

    def _sort_column(self, name: str) -> None:
        column = next(c for c in self.model.columns if c.name == name)
        if column.sort is not None:
            self._sort_by(column.sort)

    def _reset_columns(self, chooser: ColumnChooser) -> None:
        self._chosen.clear()
        self._arrange([(column.name, not column.hidden) for column in self.model.columns])
        self._fit()
        chooser.set_choices(self._choices())
        self.layout_changed.emit()

    def layout_state(self) -> dict[str, Any]:
        """Order, visibility and chosen widths of the columns, and the sort: values that JSON keeps."""
        columns = self.model.columns
        return {
            "columns": [
                [
                    columns[logical].name,
                    not self.view.isColumnHidden(logical),
                    self._chosen.get(columns[logical].name),
                ]
                for logical in self._order()
            ],
            "sort": list(self._sort) if self._sort else None,
        }

    def restore_layout(self, state: dict[str, Any]) -> None:
        """Take back what ``layout_state`` gave; columns it does not know stay as they are declared."""
        kept = [entry for entry in state.get("columns", []) if len(entry) == 3]  # noqa: PLR2004 - name, visible, width
        known = {column.name for column in self.model.columns}
        self._chosen = {name: int(width) for name, _, width in kept if width and name in known}
        self._arrange([(name, bool(visible)) for name, visible, _ in kept])
        sort = state.get("sort")
        words = {column.sort for column in self.model.columns}
        if sort and sort[0] in words:
            self.set_sort(sort[0], descending=bool(sort[1]))
        self._fit()

    # copying
    def copy(self) -> None:
        """Put the selected rows on the clipboard as tab-separated text under the titles of the shown columns.

        Rows that were not fetched yet are asked for first; the clipboard changes when all are here.
        """
        keys = self.selected_keys()
        if not keys:
            return
        rows: dict[Hashable, Any] = dict.fromkeys(keys)
        for row in self.selected():
            rows[self.model.key(row)] = row
        self._copy = _Copy(keys, rows)
        lacking = [key for key in keys if rows[key] is None]
        if lacking:
            self.rows_wanted.emit(lacking)
        self._finish_copy()

    def _finish_copy(self) -> None:
        if self._copy is None or any(row is None for row in self._copy.rows.values()):
            return
        columns = [self.model.columns[logical] for logical in self.view.header.shown()]
        lines = ["\t".join(clip_text(column.title) for column in columns)]
        for key in self._copy.keys:
            row = self._copy.rows[key]
            lines.append("\t".join(clip_text(column.value(row)) for column in columns))
        self._copy = None
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    # states
    def show_empty(
        self, icon: str, sentence: str, hint: str = "", button: Button | None = None
    ) -> None:
        """No rows: say in one sentence why, and offer the one button that helps."""
        self.model.set_rows([])
        self._show_state(EmptyState(icon, sentence, hint, button))

    def show_loading(self) -> None:
        """Rows are on their way: after a moment, their shapes show; rows that stand stay."""
        self._clear_state()
        self._loading.start()

    def show_error(self, sentence: str, retry: Callable[[], None]) -> None:
        """Rows could not be read: say what happened, and offer to try again."""
        again = Button(self.tr("Try again"), "rotate-cw")
        again.clicked.connect(retry)
        self.model.set_rows([])
        self._show_state(EmptyState("cloud-off", sentence, "", again))

    def _show_state(self, state: QWidget) -> None:
        self._clear_state()
        self._more = False
        state.setParent(self.view.viewport())
        state.setGeometry(self.view.viewport().rect())
        state.show()
        self._state = state
        # nothing to walk through: the keyboard goes on to the state's own button
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def state(self) -> QWidget | None:
        """The empty or error state that covers the rows, if one does."""
        return self._state

    def _clear_state(self) -> None:
        self._loading.stop()
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.set_loading(False)
        if self._state is not None:
            self._state.hide()
            self._state.deleteLater()
            self._state = None

    def _dress(self) -> None:
        self._grown.clear()
        self.view.dress()
        self._fit()


__all__ = ["Column", "Group", "Table"]
