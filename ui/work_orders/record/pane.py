"""Jobs and lines of an open order: typing finds items, each finished cell is written at once and can be taken back."""

import uuid
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import InvalidError, UserError
from app.work_orders import LineRow, OrderSheet
from models.access import Permission
from models.money import Money
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record import changes
from ui.work_orders.record.adding import Adding
from ui.work_orders.record.clash import cell_clash
from ui.work_orders.record.columns import columns
from ui.work_orders.record.edits import Edits
from ui.work_orders.record.finding import TYPED, item_popup, staff_popup
from ui.work_orders.record.looking import LineSearch
from ui.work_orders.record.rows import NEW, OrderRows
from widgets.buttons import Button
from widgets.empty import EmptyState
from widgets.lines import LineTable
from widgets.theme import theme
from widgets.values import cell_text


class LinesPane(QWidget):
    """The table with the keys under it. It asks for nothing that the person may not do.

    ``half_typed`` tells what stands in an open cell (None: nothing any more); ``menu_wanted``, ``why_wanted``,
    ``stepped`` and ``decision_wanted`` carry the id of a line or job.
    """

    half_typed = Signal(object)
    menu_wanted = Signal(object, QPoint)
    why_wanted = Signal(object)
    stepped = Signal(object)
    decision_wanted = Signal(object)

    def __init__(self, desk: Desk, edits: Edits, *, with_margin: bool) -> None:
        super().__init__()
        self._desk = desk
        self._edits = edits
        self.rows: OrderRows | None = None
        self._overlay: dict[tuple[Hashable, str], object] = {}
        self._renamed: dict[Hashable, Hashable] = {}
        self.sheet: OrderSheet | None = None
        self.adding = Adding(edits, self)
        self._search = LineSearch(desk, self, with_margin=with_margin)
        self._build(with_margin=with_margin)

    def _build(self, *, with_margin: bool) -> None:
        desk = self._desk
        declared = columns(desk.formats, desk.center.currency, with_margin=with_margin)
        self._titles = {column.name: column.title for column in declared}
        self.table = LineTable(
            declared,
            name=self.tr("Jobs and lines"),
            search=self._search.look,
            popups={"name": partial(item_popup, with_margin=with_margin), "who": staff_popup},
        )
        table = self.table
        table.committed.connect(self._committed)
        table.chosen.connect(self._chosen)
        table.acted.connect(self._acted)
        table.typed.connect(self._typed)
        table.given_up.connect(self._given_up)
        table.line_wanted.connect(lambda _key: self.adding.new_line())
        table.group_wanted.connect(self.adding.new_job)
        table.removal_wanted.connect(self.remove)
        table.undo_wanted.connect(self._edits.undo)
        table.why_wanted.connect(self.why_wanted)
        table.menu_wanted.connect(self.menu_wanted)
        table.opened.connect(self.decision_wanted)
        table.stepped.connect(self.stepped)
        self._strip = self._made_strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self._strip)
        hint = self.tr(
            "Type a work, a part or a package: the catalogue is searched while you type."
        )
        self._empty = EmptyState("wrench", self.tr("Nothing is to be done yet."), hint)
        column.addWidget(self._empty, 1)
        column.addStretch(1)
        self._tell_undo()

    def _made_strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme().px(8), theme().px(3), theme().px(16), theme().px(3))
        row.setSpacing(theme().px(4))
        for words, icon, keys, press in (
            (self.tr("Line"), "plus", "Ins", self.adding.new_line),
            (self.tr("Job"), "folder-plus", "Ctrl+J", self.adding.new_job),
            (self.tr("Package"), "package-plus", "Ctrl+P", self.adding.new_package),
        ):
            button = Button(words, icon, kind="quiet", keys=keys, small=True)
            button.clicked.connect(press)
            row.addWidget(button)
        self._undo = Button(self.tr("Undo"), "undo-2", kind="quiet", small=True)
        self._undo.set_keys("Ctrl+Z", install=False)
        self._undo.clicked.connect(self._edits.undo)
        self._edits.undo_changed.connect(self._tell_undo)
        row.addWidget(self._undo)
        row.addStretch(1)
        return strip

    def _tell_undo(self) -> None:
        self._undo.setVisible(bool(self._edits.undo_words))
        self._undo.setToolTip(self._edits.undo_words)

    # what is shown
    def set_sheet(self, sheet: OrderSheet) -> None:
        """Show the order as it is; cursor, folding and a half-typed cell stay."""
        if self.sheet is None:
            self._search.read_staff()
        self.sheet = sheet
        self.rows = OrderRows(
            sheet,
            self._desk.formats,
            may_edit=self._desk.can(Permission.WORK_ORDERS_EDIT),
            may_price=self._desk.can(Permission.PRICES_OVERRIDE),
        )
        self._strip.setVisible(self.may_edit())
        self.refresh()
        self.adding.go_on()

    def forget(self) -> None:
        """Another order comes: nothing of this one stays."""
        self.table.give_back()
        self.sheet, self.rows = None, None
        self.adding.forget()
        self._overlay.clear()
        self._renamed.clear()
        self.table.set_groups(())

    def refresh(self) -> None:
        """Paint the rows anew."""
        if self.rows is not None:
            renamed, self._renamed = self._renamed, {}
            groups = self.rows.groups(self.adding.draft, self._overlay)
            self.table.set_groups(groups, renamed)
            self._empty.setVisible(not groups and self.may_edit())

    def line(self, key: Hashable) -> LineRow | None:
        """The line of that key; None for a job, and for a line that is not on the order yet."""
        lines = self.sheet.card.lines if self.sheet else ()
        return next((line for line in lines if line.id == key), None)

    def rename(self, old: Hashable, new: Hashable) -> None:
        """A line or job has its id now: the cursor goes along at the next refresh."""
        self._renamed[old] = new

    def may_edit(self) -> bool:
        """Whether the order is still open and the person may change it."""
        return (
            self.rows is not None
            and not self.rows.is_final
            and self._desk.can(Permission.WORK_ORDERS_EDIT)
        )

    # what was typed
    def _acted(self, _key: Hashable, _keys: str, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        kind, item_id = option_key[0], option_key[1]
        if kind != TYPED:
            self._desk.open("catalog", item_id)

    def _typed(self, key: Hashable, column: str, text: str) -> None:
        draft = self.adding.draft if key == NEW else None
        self.half_typed.emit(
            {
                "key": str(key),
                "column": column,
                "text": text,
                "step": draft.step if draft else "",
                "job": str(draft.job_id) if draft and draft.job_id else "",
            }
        )

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was half typed when the program ended."""
        text = str(kept.get("text", ""))
        if kept.get("key") == NEW:
            job = str(kept.get("job", ""))
            jobs = {str(g.key) for g in self.table.groups}
            step = str(kept.get("step") or "line")
            if step in {"line", "package", "job"}:
                self.adding.begin(step, uuid.UUID(job) if job in jobs and job else None, text)
            return
        for group in self.table.groups:
            for line in group.lines:
                if str(line.key) == kept.get("key"):
                    self.table.edit_cell(line.key, str(kept.get("column")), text)

    def _given_up(self, key: Hashable, _column: str) -> None:
        self.half_typed.emit(None)
        if key == NEW:
            self.adding.given_up()

    def _committed(self, key: Hashable, column: str, value: Any) -> None:  # noqa: ANN401 - a reader's value
        self.half_typed.emit(None)
        if self.sheet is None or value is None:
            return
        if key == NEW:
            self.adding.committed(column, value)
            return
        if not isinstance(key, uuid.UUID):
            return
        self._overlay[key, column] = self.shown(column, value)
        self._change(key, column, value, self._text_of(column, value))

    def _change(self, line_id: uuid.UUID, column: str, value: Any, text: str) -> None:  # noqa: ANN401 - as above
        """Write one cell; when somebody else changed it meanwhile, both values are shown."""
        if self.sheet is None:
            return
        edit = changes.change(
            self.sheet,
            line_id,
            column,
            value,
            then=lambda _result: self._settle(line_id, column),
            refused=self.refuser(line_id, column, text),
        )
        clash = cell_clash(self.table, line_id, column, self._titles[column], text)
        self._edits.push(replace(edit, clash=clash))
        self.refresh()

    def _settle(self, key: Hashable, column: str) -> None:
        self._overlay.pop((key, column), None)

    def shown(self, column: str, value: Any) -> object:  # noqa: ANN401 - a reader's value
        """A value as its cell paints it while it is being written."""
        formats = self._desk.formats
        if column == "price":
            return formats.amount(Money(value, self._desk.center.currency), "secondary")
        return value if column == "name" else formats.qty(value)

    def _text_of(self, column: str, value: Any) -> str:  # noqa: ANN401 - a reader's value
        return str(value) if column == "name" else cell_text(self.shown(column, value))

    # what was chosen
    def _chosen(self, key: Hashable, column: str, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        self.half_typed.emit(None)
        if self.sheet is None:
            return
        if column == "who" and isinstance(key, uuid.UUID):
            name = self._search.name_of(option_key)
            self._overlay[key, column] = name
            self._change(key, column, option_key, name)
        elif key == NEW:
            self.adding.take(option_key)

    def refuser(self, key: Hashable, column: str, text: str) -> Callable[[UserError], bool]:
        """What happens when an edit is refused: it is taken back, and a wrong value is said under its cell."""

        def refused(error: UserError) -> bool:
            self._overlay.pop((key, column), None)
            if key == NEW:
                self.adding.forget()
            self.refresh()
            if not isinstance(error, InvalidError) or key == NEW:
                return False
            if not self.table.edit_cell(key, column, text) or self.table.editor is None:
                return False
            self.table.editor.show_problem(" ".join(said(s) for s in error.problems.values()))
            return True

        return refused

    # removing
    def remove(self, key: Hashable) -> None:
        """Take a line or a job off the order; the toast, and Ctrl+Z, put it back."""
        sheet = self.sheet
        if sheet is None or not self.may_edit():
            return
        line = self.line(key)
        if line is not None:
            self._edits.push(changes.remove(line, lambda _id: self._removed(line.name)))
            return
        job = next((j for j in sheet.card.jobs if j.id == key), None)
        if job is not None:
            self._edits.push(changes.drop_job(job.id, lambda _ids: self._removed(job.name)))

    def _removed(self, name: str) -> None:
        done = self._edits.newest
        if done is not None:
            words = self.tr("“{name}” removed").format(name=name)
            self._desk.toast(words, lambda: self._edits.take_back(done))
