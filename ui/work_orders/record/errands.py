"""Small errands about an open order: its details, a line's number, why a price, papers, recommended work."""

import uuid
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.kernel.errors import ChangedError
from app.work_orders import OrderSheet
from models.access import Permission
from models.order_flow import FINAL
from ui.papers import order_papers, preview
from ui.shell.conflict import MINE
from ui.shell.desk import Desk
from ui.work_orders.record import changes as line_changes
from ui.work_orders.record.ask import ask_reason, ask_serial, show_why
from ui.work_orders.record.calibrating import Calibrating
from ui.work_orders.record.clash import ask_whose
from ui.work_orders.record.details import FACT_FIELDS, DetailsDialog
from ui.work_orders.record.edits import Edit

if TYPE_CHECKING:
    from ui.work_orders.record.editor import OrderEditor


class Errands(QObject):
    """What remedies, menus and the head ask for."""

    def __init__(self, desk: Desk, editor: "OrderEditor") -> None:
        super().__init__(editor)
        self._desk = desk
        self._editor = editor

    @property
    def sheet(self) -> OrderSheet | None:
        """The order as it was read last."""
        return self._editor.sheet

    @property
    def order_id(self) -> uuid.UUID | None:
        """The order that is open."""
        return self._editor.order_id

    def jump_to_line(self, line_id: uuid.UUID, column: str) -> None:
        """Open a cell of a line."""
        self._editor.tabs.set_current("works")
        if not self._editor.lines.table.edit_cell(line_id, column):
            self._editor.lines.table.select(line_id, column)
            self._editor.lines.table.setFocus()

    def add_line(self) -> None:
        """Open an empty line."""
        self._editor.tabs.set_current("works")
        self._editor.lines.adding.new_line()

    def note_serial(self, line_id: uuid.UUID) -> None:
        """Ask for the number of a part."""
        line = self._editor.lines.line(line_id)
        if line is None or self.sheet is None:
            return
        sheet = self.sheet
        dialog = ask_serial(self._editor, line)

        def send(values: dict[str, Any]) -> None:
            self._editor.edits.push(
                line_changes.change(
                    sheet,
                    line_id,
                    "serial",
                    values["serial"],
                    then=lambda _id: dialog.finish("done"),
                    refused=dialog.refuse,
                )
            )

        dialog.submitted.connect(send)

    def note_calibration(self, feature: str) -> None:
        """Ask for the report of a calibration, or why it is not needed."""
        if self.sheet is not None:
            Calibrating(self._desk, self._editor).answer(self.sheet, feature)

    def ask_odometer_reason(self, then: Callable[[str], None]) -> None:
        """Why the reading is unusual."""
        dialog = ask_reason(
            self._desk,
            self._editor,
            self.tr("Why is the reading unusual?"),
            self.tr("Keep the reading"),
        )

        def keep(values: dict[str, Any]) -> None:
            dialog.finish("done")
            then(values["reason"])

        dialog.submitted.connect(keep)

    def details(self, field: str) -> DetailsDialog | None:
        """The form of the head, at a field."""
        sheet = self.sheet
        if (
            sheet is None
            or sheet.card.state in FINAL
            or not self._desk.can(Permission.WORK_ORDERS_EDIT)
        ):
            return None
        dialog = DetailsDialog(self._desk, self._editor, sheet, self._editor.staff)
        if field:
            dialog.jump(field)
        dialog.open()
        return dialog

    def fact(self, name: str) -> None:
        """A fact of the head was pressed: go to where it is changed."""
        card = self.sheet.card if self.sheet else None
        if card is None:
            return
        if name == "arrival":
            self._desk.open("arrivals", None, order=card.id)
        elif name == "vehicle":
            self._desk.open("vehicles", card.vehicle_id)
        elif name == "customer" and card.customer_id is not None:
            self._desk.open("customers", card.customer_id)
        else:
            self.details(FACT_FIELDS[name])

    def why(self, key: Hashable) -> None:
        """Why this line costs what it costs."""
        line = self._editor.lines.line(key)
        if line is not None and self.sheet is not None:
            why = self.sheet.why.get(line.id, {})
            show_why(
                self._desk,
                self._editor,
                line,
                why,
                lambda: self._desk.open("catalog", line.item_id),
            )

    def revive(self, recommendation_id: uuid.UUID) -> None:
        """Recommended work becomes a job of this order."""
        self._editor.edits.push(line_changes.revive(recommendation_id))

    def print_papers(self) -> None:
        """See the papers, then print them."""
        if self.sheet is not None:
            card = self.sheet.card
            papers = order_papers(card.id, card.number, is_sealed=card.completed_at is not None)
            preview(self._desk, card.number, papers)

    def clashed(self, edit: Edit, error: ChangedError) -> None:
        """Somebody else changed the same value meanwhile: whose holds?"""
        if edit.clash is None or self.sheet is None:
            return
        difference = edit.clash(self.sheet)

        def chosen(choice: Mapping[str, str]) -> None:
            if choice[difference.field] == MINE:
                self._editor.edits.insist(edit)

        ask_whose(self._desk, self._editor, error, [difference], chosen)
