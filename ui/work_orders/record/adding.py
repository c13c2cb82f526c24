"""New lines, jobs and packages: a draft row in the table until the shop has taken it."""

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from models.catalog import ItemKind
from ui.work_orders.record import changes
from ui.work_orders.record.edits import Edits
from ui.work_orders.record.finding import TYPED
from ui.work_orders.record.rows import NEW, Draft

if TYPE_CHECKING:
    from ui.work_orders.record.pane import LinesPane


class Adding(QObject):
    """The draft row: what it asks for next, and the edits it becomes."""

    def __init__(self, edits: Edits, pane: "LinesPane") -> None:
        super().__init__(pane)
        self._edits = edits
        self._pane = pane
        self._made = changes.Made()
        self._next_line = False
        self.draft: Draft | None = None

    # beginning
    def new_line(self) -> None:
        """Open an empty line in the job of the cursor, or in the last one."""
        self.begin("line", self._job_here())

    def new_job(self) -> None:
        """Ask for the name of a new job."""
        self.begin("job", None)

    def new_package(self) -> None:
        """Ask for a package; it becomes a job."""
        self.begin("package", None)

    def begin(self, step: str, job_id: uuid.UUID | None, text: str | None = None) -> None:
        """Show the draft row and open its cell; ``text`` stands in it already."""
        if self._pane.may_edit() and self._pane.table.commit():
            self._show(Draft(step, job_id))
            self._pane.table.edit_cell(NEW, "name", text)

    def forget(self) -> None:
        """Another order comes."""
        self.draft = None
        self._next_line = False

    def drop(self) -> None:
        """Nobody wants the draft any more, or it was refused."""
        self._show(None)

    def given_up(self) -> None:
        """Esc in the draft row: it goes, unless it is being saved."""
        if self.draft is None or self.draft.step != "saved":
            self.drop()

    def go_on(self) -> None:
        """After a new job was read: open its first line."""
        if self._next_line:
            self._next_line = False
            self.new_line()

    def _show(self, draft: Draft | None) -> None:
        self.draft = draft
        self._pane.refresh()

    def _job_here(self) -> uuid.UUID | None:
        key = self._pane.table.current_key()
        for group in self._pane.table.groups:
            if isinstance(group.key, uuid.UUID) and (
                group.key == key or any(line.key == key for line in group.lines)
            ):
                return group.key
        jobs = [g.key for g in self._pane.table.groups if isinstance(g.key, uuid.UUID)]
        return jobs[-1] if jobs else None

    # what was typed or chosen in the draft row
    def committed(self, column: str, value: Any) -> None:  # noqa: ANN401 - a reader's value
        """The price of a free text, or a quantity typed while the line is being saved."""
        draft = self.draft
        if draft is None:
            return
        if draft.step == "price":
            facts = {"kind": draft.kind, "name": draft.text, "price_amount": value}
            if draft.kind == ItemKind.LABOUR.value:
                facts["unit"] = "h"
            shown = {"price": self._pane.shown(column, value)}
            self._add(draft.job_id, draft.text, draft.kind, shown, facts)
        elif draft.step == "saved":
            refused = self._pane.refuser(NEW, column, str(value))
            self._edits.push(changes.change_made(self._made, column, value, refused))

    def take(self, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        """What was chosen in the completion: an item, a package, a free text, the name of a job."""
        draft = self.draft
        if draft is None:
            return
        if option_key[0] == TYPED:
            _typed, kind, text = option_key
            if kind == "job":
                self._add_job(text)
                return
            self._show(Draft("price", draft.job_id, text, kind, {"qty": "1"}))
            self._pane.table.edit_cell(NEW, "price")
            return
        kind, item_id = option_key
        title = self._title_of(option_key)
        if kind == ItemKind.PACKAGE.value:
            self._show(Draft("saved", None, title, kind))
            refused = self._pane.refuser(NEW, "name", title)
            self._edits.push(changes.add_whole_package(item_id, self._added, refused))
            return
        self._add(draft.job_id, title, kind, {}, {"item_id": item_id})

    def _title_of(self, option_key: object) -> str:
        popup = self._pane.table.popup("name")
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
        self._show(Draft("saved", job_id, title, kind, shown))
        job = changes.Made(job_id)
        if job_id is None:
            self._edits.push(changes.add_named_job(self._name_of_job(), job, own=False))
        refused = self._pane.refuser(NEW, "name", title)
        self._edits.push(changes.add_item(job, self._made, self._added, refused, **facts))

    def _name_of_job(self) -> str:
        """A job that nobody named: the customer's first words, else just works."""
        sheet = self._pane.sheet
        concerns = sheet.card.concerns if sheet else ()
        return concerns[0].words if concerns else self.tr("Works")

    def _add_job(self, name: str) -> None:
        self._show(Draft("saved", None, name, "job"))
        self._edits.push(changes.add_named_job(name, changes.Made(), self._job_named))

    def _added(self, key: uuid.UUID) -> None:
        self.draft = None
        self._pane.rename(NEW, key)

    def _job_named(self, job_id: uuid.UUID) -> None:
        self._added(job_id)
        self._next_line = True
