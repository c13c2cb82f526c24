"""The editable line table: group rows that fold, cells edited in place, completion below the cell.

``F2`` or typing opens a cell, ``Tab`` goes to the next one, ``Enter`` commits and stays, ``Esc`` gives back.
The table keeps no data of its own: the page hears what was meant and sets the groups anew.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from widgets.completion import CompletionPopup, Option
from widgets.line_edit import CellEditor
from widgets.line_paint import LineDelegate, LineHeader, column_widths
from widgets.line_rows import Line, LineColumn, LineGroup, LineModel
from widgets.theme import theme

__all__ = ["Line", "LineColumn", "LineGroup", "LineTable"]

Give = Callable[[Sequence[Option]], None]
Search = Callable[[Hashable, str, str, Give], None]
"""(key of the line, column, text, give) → options, at once or later."""


_LOW_HEAD = 20
"""Height of the header over low rows, in design pixels."""
_CELL_KEYS = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
)


class LineTable(QTableView):
    """Lines in groups, edited in place; signals carry keys and column names of the page's own declarations.

    ``row``: lower rows without lines between them (design pixels); not ``grouped``: no rows for the groups.
    ``committed(key, column, value)``: the reader's value of what was typed; ``chosen(key, column, option key)``;
    ``acted(key, keys, option key)`` for the popup's own keys;
    ``typed(key, column, text)`` at every keystroke, for drafts; ``given_up(key, column)`` after Esc;
    ``line_wanted(key)``, ``group_wanted()``, ``removal_wanted(key)``, ``undo_wanted()``, ``why_wanted(key)``,
    ``menu_wanted(key, global point)``, ``opened(group key)`` for Enter on a group, ``stepped(key)`` for
    Space on a line, ``pointed(key)``.
    """

    committed = Signal(object, str, object)
    chosen = Signal(object, str, object)
    acted = Signal(object, str, object)
    typed = Signal(object, str, str)
    given_up = Signal(object, str)
    line_wanted = Signal(object)
    group_wanted = Signal()
    removal_wanted = Signal(object)
    undo_wanted = Signal()
    why_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    opened = Signal(object)
    stepped = Signal(object)
    pointed = Signal(object)

    def __init__(
        self,
        columns: Sequence[LineColumn],
        *,
        name: str,
        search: Search | None = None,
        popups: Mapping[str, Callable[[], CompletionPopup]] | None = None,
        grouped: bool = True,
        row: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._search = search
        self._popup_makers = dict(popups or {})
        self._popups: dict[str, CompletionPopup] = {}
        self._editor: CellEditor | None = None
        self._at: tuple[Hashable, str] | None = None
        self._began = ""
        self._asked_for = 0
        self._has_answer = True
        self._then = ""
        self._options: Sequence[Option] = ()
        self._row = row
        self._rows = LineModel(columns, self, grouped=grouped)
        self.setModel(self._rows)
        self.setItemDelegate(LineDelegate(self, self._rows, ruled=not row))
        self._dress()
        theme().changed.connect(self._fit)

    def _dress(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalHeader(LineHeader(self, self._rows, ruled=not self._row))
        self._fit()

    # what is shown
    @property
    def groups(self) -> tuple[LineGroup, ...]:
        """The groups as they were set."""
        return self._rows.groups

    def set_groups(
        self,
        groups: Sequence[LineGroup],
        renamed: Mapping[Hashable, Hashable] | None = None,
    ) -> None:
        """Show these groups. Cursor, scroll, folding and a half-typed cell stay; ``renamed``: old key → new key."""
        names = dict(renamed or {})
        key, column = self.current_key(), self.current_column()
        row = self.currentIndex().row()
        scroll = self.verticalScrollBar().value()
        if self._at is not None:
            self._at = (names.get(self._at[0], self._at[0]), self._at[1])
        self._rows.set_groups(groups)
        self._fit()
        if key is not None and not self.select(names.get(key, key), column):
            self._point(min(row, self._rows.rowCount() - 1), max(self.currentIndex().column(), 1))
        self.verticalScrollBar().setValue(scroll)
        self._keep_editor()

    def current_key(self) -> Hashable | None:
        """The key of the line or group under the cursor."""
        row = self.currentIndex().row()
        line, group = self._rows.line_at(row), self._rows.group_at(row)
        return line.key if line else group.key if group else None

    def current_column(self) -> str:
        """The name of the column under the cursor, empty for none."""
        place = self.currentIndex().column()
        return self._rows.columns[place].name if place >= 0 else ""

    def select(self, key: Hashable, column: str = "") -> bool:
        """Put the cursor on a line or group; False when it is not shown."""
        row = self._rows.row_of(key)
        if row is None:
            return False
        names = [c.name for c in self._rows.columns]
        self._point(row, names.index(column) if column in names else min(1, len(names) - 1))
        return True

    def _point(self, row: int, column: int) -> None:
        if row >= 0:
            index = self._rows.index(row, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def is_folded(self, group_key: Hashable) -> bool:
        """Whether the group's lines are hidden."""
        return self._rows.is_folded(group_key)

    def fold(self, group_key: Hashable, *, folded: bool) -> None:
        """Hide or show a group's lines."""
        self.commit()
        self._rows.fold(group_key, folded=folded)
        self._fit()
        self.select(group_key)
        self._keep_editor()

    # sizes
    def content_height(self) -> int:
        """Height of header and all rows."""
        rows = sum(self.rowHeight(row) for row in range(self._rows.rowCount()))
        return rows + self._head_height()

    def _head_height(self) -> int:
        return theme().px(_LOW_HEAD) if self._row else theme().height("table_header")

    def _fit(self) -> None:
        look = theme()
        head = self.horizontalHeader()
        head.setFixedHeight(self._head_height())
        self.clearSpans()
        for row in range(self._rows.rowCount()):
            kind = "editor_row" if self._rows.line_at(row) else "group_row"
            self.setRowHeight(row, look.px(self._row) or look.height(kind))
            for first, count in self._rows.runs(row):
                self.setSpan(row, first, 1, count)
        self._fit_columns()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), self.content_height() + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        rows = 3 * theme().height("editor_row")
        wanted = min(self.content_height() + 1, self._head_height() + rows)
        return QSize(theme().px(200), wanted)

    def _fit_columns(self) -> None:
        widths = column_widths(self._rows.columns, self.viewport().width())
        for place in range(len(self._rows.columns)):
            self.setColumnHidden(place, place not in widths)
            self.setColumnWidth(place, widths.get(place, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._keep_editor()

    # editing
    @property
    def editor(self) -> CellEditor | None:
        """The open cell, None while nothing is edited."""
        return self._editor

    @property
    def editing(self) -> tuple[Hashable, str] | None:
        """Key and column of the open cell."""
        return self._at

    def edit_cell(self, key: Hashable, column: str, typed: str | None = None) -> bool:
        """Open a cell, ``typed`` in place of its text; False when it, or the one that is open, says no."""
        if not self.commit():
            return False
        group = next((g for g in self._rows.groups for line in g.lines if line.key == key), None)
        if group is not None and self.is_folded(group.key):
            self.fold(group.key, folded=False)
        row = self._rows.row_of(key)
        line = self._rows.line_at(row) if row is not None else None
        place = self._rows.column_of(column)
        if row is None or line is None or not self._rows.columns[place].may_edit(line.row):
            return False
        self._point(row, place)
        declared = self._rows.columns[place]
        editor = CellEditor(
            self.viewport(),
            name=declared.title,
            right=declared.align == "right",
            first=self._popup_key,
        )
        self._editor, self._at = editor, (key, column)
        self._began = self._rows.editor_text(self._rows.index(row, place))
        self._then, self._options, self._has_answer = "", (), True
        editor.asked.connect(self._meant)
        editor.typed.connect(self._changed)
        self._keep_editor()
        editor.start(self._began, typed=typed)
        if typed is None and declared.is_completed(line.row):
            self._ask("")
        return True

    def commit(self) -> bool:
        """Finish the open cell as if Enter were pressed; False, with the cursor in it, while it cannot be."""
        if self._editor is not None:
            self._finish("left")
        if self._editor is not None:
            if not self._editor.problem:
                self._editor.show_problem(self.tr("Choose from the list, or press Esc."))
            self._editor.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._editor is None

    def give_back(self) -> None:
        """Close the open cell and forget what was typed."""
        if self._at is not None:
            at = self._at
            self._close()
            self.given_up.emit(*at)

    def _close(self) -> None:
        editor, self._editor, self._at = self._editor, None, None
        self._asked_for += 1
        self._has_answer = True
        for popup in self._popups.values():
            popup.dismiss()
        if editor is not None:
            if editor.field.hasFocus():
                # before the field goes: Qt would hand its focus on as if Tab were pressed
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.finish()
        self.viewport().update()

    def _keep_editor(self) -> None:
        if self._editor is None or self._at is None:
            return
        row = self._rows.row_of(self._at[0])
        if row is None:
            self._close()
            return
        index = self._rows.index(row, self._rows.column_of(self._at[1]))
        look = theme()
        cell = self.visualRect(index).adjusted(look.px(1), look.px(1), -look.px(1), -look.px(1))
        self._editor.setGeometry(cell)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._keep_editor()

    def _declared(self) -> LineColumn | None:
        return self._rows.columns[self._rows.column_of(self._at[1])] if self._at else None

    def _is_completed(self) -> bool:
        column = self._declared()
        row = self._rows.row_of(self._at[0]) if self._at else None
        line = self._rows.line_at(row) if row is not None else None
        return column is not None and line is not None and column.is_completed(line.row)

    def popup(self, column: str) -> CompletionPopup | None:
        """The completion of a column, made when it is needed first; None for a column without one."""
        if column not in self._popups and column in self._popup_makers:
            made = self._popups[column] = self._popup_makers[column]()
            made.chosen.connect(self._picked)
            made.acted.connect(self._acted)
        return self._popups.get(column)

    def _popup(self) -> CompletionPopup | None:
        return self.popup(self._at[1]) if self._at else None

    def _changed(self, text: str) -> None:
        if self._at is None:
            return
        self.typed.emit(self._at[0], self._at[1], text)
        if self._is_completed():
            self._ask(text)

    def _ask(self, text: str) -> None:
        if self._search is None or self._at is None:
            return
        self._asked_for += 1
        mine = self._asked_for
        self._has_answer = False
        self._search(self._at[0], self._at[1], text, lambda found: self._answer(mine, text, found))

    def _answer(self, number: int, text: str, found: Sequence[Option]) -> None:
        if number != self._asked_for or self._editor is None:
            return
        self._has_answer, self._options = True, tuple(found)
        popup = self._popup()
        if popup is None:
            return
        corner = self._editor.mapToGlobal(QPoint(0, 0))
        popup.show_for(QRect(corner, self._editor.size()), self._options, text)
        if self._then:
            then, self._then = self._then, ""
            self._finish(then)

    def _popup_key(self, event: QKeyEvent) -> bool:
        """Arrows and the popup's own keys go to it while it is open; Enter, Tab and Esc stay with the cell."""
        popup = self._popup()
        if popup is None or not popup.isVisible() or event.key() in _CELL_KEYS:
            return False
        return popup.take_key(event)

    def _meant(self, what: str) -> None:
        if what == "back":
            self.give_back()
        elif what in {"up", "down"}:
            if self._finish("stay"):
                self._step_row(-1 if what == "up" else 1)
        else:
            self._finish(what)

    def _acted(self, keys: str, option: Option | None) -> None:
        if self._at is not None and option is not None:
            self.acted.emit(self._at[0], keys, option.key)

    def _picked(self, option: Option) -> None:
        if self._editor is not None:
            self._choose(option, "stay")

    def _finish(self, how: str) -> bool:
        """Commit the open cell, then go where ``how`` says; False while it stays open."""
        if self._editor is None or self._at is None:
            return True
        text = self._editor.text
        if self._is_completed():
            return self._finish_choice(how, text)
        column = self._declared()
        if column is None or column.reader is None or text == self._began:
            self._close()
            self._go(how)
            return True
        reading = column.reader(text)
        if reading.problem:
            self._editor.show_problem(reading.problem)
            return False
        key, name = self._at
        self._close()
        self.committed.emit(key, name, reading.value)
        self._go(how)
        return True

    def _finish_choice(self, how: str, text: str) -> bool:
        popup = self._popup()
        if how == "left":
            # a half-typed choice waits in its cell; an untouched one goes without a word
            if text == self._began:
                self.give_back()
            return self._editor is None
        if not self._has_answer:
            self._then = how
            return False
        option = popup.current() if popup is not None and popup.isVisible() else None
        if option is None and text == self._began:
            self._close()
            self._go(how)
            return True
        if option is None:
            return False
        self._choose(option, how)
        return True

    def _choose(self, option: Option, how: str) -> None:
        if self._at is None:
            return
        key, name = self._at
        self._close()
        self.chosen.emit(key, name, option.key)
        if self._editor is None:
            self._go(how)

    def _go(self, how: str) -> None:
        if how in {"next", "previous"}:
            self._step_cell(1 if how == "next" else -1)

    # moving
    def _cells(self) -> list[tuple[int, int]]:
        found = []
        for row in range(self._rows.rowCount()):
            line = self._rows.line_at(row)
            if line is None:
                continue
            found += [
                (row, place)
                for place, column in enumerate(self._rows.columns)
                if not self.isColumnHidden(place) and column.may_edit(line.row)
            ]
        return found

    def _step_cell(self, step: int) -> bool:
        """Open the next (previous) cell that can be edited; False at the end."""
        here = (self.currentIndex().row(), self.currentIndex().column())
        cells = self._cells()
        ahead = [c for c in cells if c > here] if step > 0 else [c for c in cells if c < here][::-1]
        if not ahead:
            return False
        row, place = ahead[0]
        line = self._rows.line_at(row)
        return line is not None and self.edit_cell(line.key, self._rows.columns[place].name)

    def _step_row(self, step: int) -> None:
        here = self.currentIndex()
        row = min(max(here.row() + step, 0), self._rows.rowCount() - 1)
        self._point(row, here.column())

    # keys and mouse
    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            # lines are taken back here, not by the window
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        under = self.current_key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif plain == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_J:
            self.group_wanted.emit()
        elif plain == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_G:
            self.why_wanted.emit(under)
        elif plain == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Insert:
            self.line_wanted.emit(under)
        elif plain == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(under)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return self._step_cell(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return self._row_key(key, plain, event.text())
        return True

    def _row_key(self, key: Qt.Key, plain: Qt.KeyboardModifier, text: str) -> bool:
        row = self.currentIndex().row()
        line, group = self._rows.line_at(row), self._rows.group_at(row)
        if group is None or plain & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        if line is None:
            return self._group_key(group.key, key)
        if key in {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.edit_cell(line.key, self.current_column())
        if key == Qt.Key.Key_Space:
            self.stepped.emit(line.key)
            return True
        if text and text.isprintable() and not text.isspace():
            return self.edit_cell(line.key, self.current_column(), typed=text)
        return False

    def _group_key(self, group_key: Hashable, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(group_key)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.fold(group_key, folded=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Space:
            self.fold(group_key, folded=not self.is_folded(group_key))
        else:
            return False
        return True

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab walks the cells that can be edited and leaves the table behind the last one
        return self._step_cell(1 if next else -1) or super().focusNextPrevChild(next)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        was = self.currentIndex()
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        line, group = self._rows.line_at(index.row()), self._rows.group_at(index.row())
        if line is None and group is not None and index.column() == 0:
            self.fold(group.key, folded=not self.is_folded(group.key))
        elif line is not None and (was.row(), was.column()) == (index.row(), index.column()):
            self.edit_cell(line.key, self._rows.columns[index.column()].name)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line, group = self._rows.line_at(index.row()), self._rows.group_at(index.row())
        if line is not None:
            self.edit_cell(line.key, self._rows.columns[index.column()].name)
        elif group is not None:
            self.opened.emit(group.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.indexAt(event.pos())
            if at.isValid():
                self.setCurrentIndex(at)
        if at.isValid():
            corner = self.visualRect(at).bottomLeft()
            point = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                point = self.viewport().mapToGlobal(corner)
            self.menu_wanted.emit(self.current_key(), point)

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.pointed.emit(self.current_key())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._rows.rowCount():
            # before Qt chooses the very first cell, which holds an icon
            self._point(0, min(1, self._rows.columnCount() - 1))
        super().focusInEvent(event)
        self.viewport().update()
