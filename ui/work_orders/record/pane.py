"""Jobs and lines of an open order: typing finds items, each finished cell is written at once and can be taken back."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import InvalidError, UserError
from app.kernel.tx import Read
from app.work_orders import (
    FoundItem,
    LineRow,
    OrderSheet,
    StaffRow,
    find_line_items,
    list_packages,
    list_staff,
)
from models.access import Permission
from models.catalog import ItemKind
from models.money import Money
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record import changes
from ui.work_orders.record.columns import columns
from ui.work_orders.record.edits import Edits
from ui.work_orders.record.finding import (
    TYPED,
    item_options,
    item_popup,
    job_options,
    staff_options,
    staff_popup,
    typed_options,
)
from ui.work_orders.record.rows import NEW, Draft, OrderRows
from widgets.buttons import Button
from widgets.completion import Option
from widgets.lines import LineTable
from widgets.theme import theme

Give = Callable[[Sequence[Option]], None]


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
        self._sheet: OrderSheet | None = None
        self._rows: OrderRows | None = None
        self._staff: tuple[StaffRow, ...] = ()
        self._draft: Draft | None = None
        self._made = changes.Made()
        self._overlay: dict[tuple[Hashable, str], object] = {}
        self._renamed: dict[Hashable, Hashable] = {}
        self._next_line = False
        self._with_margin = with_margin
        self._build()

    def _build(self) -> None:
        desk = self._desk
        self.table = LineTable(
            columns(desk.formats, desk.center.currency, with_margin=self._with_margin),
            name=self.tr("Jobs and lines"),
            search=self._search,
            popups={"name": item_popup(with_margin=self._with_margin), "who": staff_popup()},
        )
        table = self.table
        table.committed.connect(self._committed)
        table.chosen.connect(self._chosen)
        table.acted.connect(self._acted)
        table.typed.connect(self._typed)
        table.given_up.connect(self._given_up)
        table.line_wanted.connect(lambda _key: self.new_line())
        table.group_wanted.connect(self.new_job)
        table.removal_wanted.connect(self.remove)
        table.undo_wanted.connect(self._edits.undo)
        table.why_wanted.connect(self.why_wanted)
        table.menu_wanted.connect(self.menu_wanted)
        table.opened.connect(self.decision_wanted)
        table.stepped.connect(self.stepped)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(theme().px(8), theme().px(3), theme().px(16), theme().px(3))
        row.setSpacing(theme().px(4))
        for words, icon, keys, press in (
            (self.tr("Line"), "plus", "Ins", self.new_line),
            (self.tr("Job"), "folder-plus", "Ctrl+J", self.new_job),
            (self.tr("Package"), "package-plus", "Ctrl+P", self.new_package),
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self._strip)
        column.addStretch(1)
        self._tell_undo()

    def _tell_undo(self) -> None:
        words = self._edits.undo_words
        self._undo.setVisible(bool(words))
        self._undo.setToolTip(words)

    # what is shown
    @property
    def rows(self) -> OrderRows | None:
        """The rows of the order that is shown."""
        return self._rows

    @property
    def draft(self) -> Draft | None:
        """The line that is being typed in, not on the order yet."""
        return self._draft

    def set_sheet(self, sheet: OrderSheet) -> None:
        """Show the order as it is; cursor, folding and a half-typed cell stay."""
        first = self._sheet is None or self._sheet.card.id != sheet.card.id
        self._sheet = sheet
        self._rows = OrderRows(
            sheet,
            self._desk.formats,
            may_edit=self._desk.can(Permission.WORK_ORDERS_EDIT),
            may_price=self._desk.can(Permission.PRICES_OVERRIDE),
        )
        if first:
            self._desk.read(self, list_staff, self._know_staff, lane="staff")
        self._strip.setVisible(self._may_edit())
        self.refresh()
        if self._next_line:
            self._next_line = False
            self.new_line()

    def forget(self) -> None:
        """Another order comes: nothing of this one stays."""
        self.table.give_back()
        self._sheet, self._rows, self._draft = None, None, None
        self._overlay.clear()
        self._renamed.clear()
        self._next_line = False
        self.table.set_groups(())

    def refresh(self) -> None:
        """Paint the rows anew."""
        if self._rows is not None:
            renamed, self._renamed = self._renamed, {}
            self.table.set_groups(self._rows.groups(self._draft, self._overlay), renamed)

    def line(self, key: Hashable) -> LineRow | None:
        """The line of that key; None for a job, and for a line that is not on the order yet."""
        lines = self._sheet.card.lines if self._sheet else ()
        return next((line for line in lines if line.id == key), None)

    def _know_staff(self, staff: tuple[StaffRow, ...]) -> None:
        self._staff = staff

    def _may_edit(self) -> bool:
        return (
            self._rows is not None
            and not self._rows.is_final
            and self._desk.can(Permission.WORK_ORDERS_EDIT)
        )

    # new lines, jobs, packages
    def new_line(self) -> None:
        """Open an empty line in the job of the cursor, or in the last one."""
        self._begin("line", self._job_here())

    def new_job(self) -> None:
        """Ask for the name of a new job."""
        self._begin("job", None)

    def new_package(self) -> None:
        """Ask for a package; it becomes a job."""
        self._begin("package", None)

    def _begin(self, step: str, job_id: uuid.UUID | None, text: str | None = None) -> None:
        if not self._may_edit() or not self.table.commit():
            return
        self._show_draft(Draft(step, job_id))
        self.table.edit_cell(NEW, "name", text)

    def _show_draft(self, draft: Draft | None) -> None:
        self._draft = draft
        self.refresh()

    def _job_here(self) -> uuid.UUID | None:
        key = self.table.current_key()
        for group in self.table.groups:
            if isinstance(group.key, uuid.UUID) and (
                group.key == key or any(line.key == key for line in group.lines)
            ):
                return group.key
        jobs = [g.key for g in self.table.groups if isinstance(g.key, uuid.UUID)]
        return jobs[-1] if jobs else None

    # completion
    def _search(self, _key: Hashable, column: str, text: str, give: Give) -> None:
        sheet = self._sheet
        if sheet is None:
            give(())
        elif column == "who":
            give(staff_options(self._staff, text))
        elif self._draft is not None and self._draft.step == "job":
            give(job_options(text, sheet))
        else:
            self._find_items(text, give)

    def _find_items(self, text: str, give: Give) -> None:
        packages = self._draft is not None and self._draft.step == "package"

        def ask(read: Read) -> tuple[FoundItem, ...]:
            return list_packages(read, text) if packages else find_line_items(read, text)

        def answer(found: tuple[FoundItem, ...]) -> None:
            options = item_options(found, self._desk.formats, with_margin=self._with_margin)
            if not packages and self._desk.can(Permission.PRICES_OVERRIDE):
                options += typed_options(text)
            give(options)

        self._desk.read(self, ask, answer, lane="find")

    def _acted(self, _key: Hashable, _keys: str, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        kind, item_id = option_key[0], option_key[1]
        if kind != TYPED:
            self._desk.open("catalog", item_id)

    # what was typed
    def _typed(self, key: Hashable, column: str, text: str) -> None:
        draft = self._draft if key == NEW else None
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
                self._begin(step, uuid.UUID(job) if job in jobs and job else None, text)
            return
        for group in self.table.groups:
            for line in group.lines:
                if str(line.key) == kept.get("key"):
                    self.table.edit_cell(line.key, str(kept.get("column")), text)

    def _given_up(self, key: Hashable, _column: str) -> None:
        self.half_typed.emit(None)
        if key == NEW and (self._draft is None or self._draft.step != "saved"):
            self._show_draft(None)

    def _committed(self, key: Hashable, column: str, value: Any) -> None:  # noqa: ANN401 - a reader's value
        self.half_typed.emit(None)
        sheet = self._sheet
        if sheet is None or value is None:
            return
        if key == NEW:
            self._committed_new(column, value)
            return
        if not isinstance(key, uuid.UUID):
            return
        self._overlay[key, column] = self._shown(column, value)

        self._edits.push(
            changes.change(
                sheet,
                key,
                column,
                value,
                then=lambda _result: self._settle(key, column),
                refused=self._refuser(key, column, self._text_of(column, value)),
            )
        )
        self.refresh()

    def _settle(self, key: Hashable, column: str) -> None:
        self._overlay.pop((key, column), None)

    def _committed_new(self, column: str, value: Any) -> None:  # noqa: ANN401 - a reader's value
        draft = self._draft
        if draft is None:
            return
        if draft.step == "price":
            facts = {"kind": draft.kind, "name": draft.text, "price_amount": value}
            if draft.kind == ItemKind.LABOUR.value:
                facts["unit"] = "h"
            shown = {"price": self._shown("price", value)}
            self._add(draft.job_id, draft.text, draft.kind, shown, facts)
        elif draft.step == "saved":
            self._edits.push(
                changes.change_made(
                    self._made, column, value, self._refuser(NEW, column, str(value))
                )
            )

    def _shown(self, column: str, value: Any) -> object:  # noqa: ANN401 - a reader's value
        formats = self._desk.formats
        if column == "price":
            return formats.amount(Money(value, self._desk.center.currency), "secondary")
        return value if column == "name" else formats.qty(value)

    def _text_of(self, column: str, value: Any) -> str:  # noqa: ANN401 - a reader's value
        formats = self._desk.formats
        if column == "price":
            return formats.plain(Money(value, self._desk.center.currency))
        return str(value) if column == "name" else formats.qty(value)

    # what was chosen
    def _chosen(self, key: Hashable, column: str, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        self.half_typed.emit(None)
        if self._sheet is None:
            return
        if column == "who" and isinstance(key, uuid.UUID):
            name = next((p.name for p in self._staff if p.id == option_key), "")
            self._overlay[key, column] = name
            self._edits.push(
                changes.change(
                    self._sheet,
                    key,
                    column,
                    option_key,
                    then=lambda _result: self._settle(key, column),
                    refused=self._refuser(key, column, ""),
                )
            )
            self.refresh()
        elif self._draft is not None:
            self._take(self._draft, option_key)

    def _take(self, draft: Draft, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        if option_key[0] == TYPED:
            _typed, kind, text = option_key
            if kind == "job":
                self._add_job(text)
                return
            self._show_draft(Draft("price", draft.job_id, text, kind, {"qty": "1"}))
            self.table.edit_cell(NEW, "price")
            return
        kind, item_id = option_key
        title = self._title_of(option_key)
        if kind == ItemKind.PACKAGE.value:
            self._show_draft(Draft("saved", None, title, kind))
            self._edits.push(
                changes.add_whole_package(
                    item_id, self._job_added, self._refuser(NEW, "name", title)
                )
            )
            return
        self._add(draft.job_id, title, kind, {}, {"item_id": item_id})

    def _title_of(self, option_key: object) -> str:
        popup = self.table.popup("name")
        options = popup.options if popup is not None else ()
        return next((o.title for o in options if o.key == option_key), "")

    def _add(
        self,
        job_id: uuid.UUID | None,
        title: str,
        kind: str,
        shown: dict[str, object],
        facts: dict[str, Any],
    ) -> None:
        self._made = changes.Made()
        self._show_draft(Draft("saved", job_id, title, kind, shown))
        job = changes.Made(job_id)
        if job_id is None:
            self._edits.push(changes.add_named_job(self._name_of_job(), job, own=False))
        refused = self._refuser(NEW, "name", title)
        self._edits.push(changes.add_item(job, self._made, self._line_added, refused, **facts))

    def _name_of_job(self) -> str:
        """A job that nobody named: the customer's first words, else just works."""
        concerns = self._sheet.card.concerns if self._sheet else ()
        return concerns[0].words if concerns else self.tr("Works")

    def _add_job(self, name: str) -> None:
        self._show_draft(Draft("saved", None, name, "job"))
        self._edits.push(changes.add_named_job(name, changes.Made(), self._job_named))

    def _line_added(self, line_id: uuid.UUID) -> None:
        self._draft = None
        self._renamed[NEW] = line_id

    def _job_added(self, job_id: uuid.UUID) -> None:
        self._draft = None
        self._renamed[NEW] = job_id

    def _job_named(self, job_id: uuid.UUID) -> None:
        self._job_added(job_id)
        self._next_line = True

    def _refuser(self, key: Hashable, column: str, text: str) -> Callable[[UserError], bool]:
        """What happens when an edit is refused: it is taken back, and a wrong value is said under its cell."""

        def refused(error: UserError) -> bool:
            self._overlay.pop((key, column), None)
            if key == NEW:
                self._draft = None
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
        sheet = self._sheet
        if sheet is None or not self._may_edit():
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
