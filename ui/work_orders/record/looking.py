"""Looking for what somebody types into a line: items and packages, people of the shop, names of a new job."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.kernel.tx import Read
from app.work_orders import FoundItem, StaffRow, find_line_items, list_packages, list_staff
from models.access import Permission
from ui.shell.desk import Desk
from ui.work_orders.record.finding import (
    item_options,
    job_options,
    staff_options,
    typed_options,
)
from widgets.completion import Option

if TYPE_CHECKING:
    from ui.work_orders.record.pane import LinesPane

Give = Callable[[Sequence[Option]], None]


class LineSearch(QObject):
    """The search of the line table; answers come from the catalogue, off the drawing thread."""

    def __init__(self, desk: Desk, pane: "LinesPane", *, with_margin: bool) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._with_margin = with_margin
        self._staff: tuple[StaffRow, ...] = ()

    def name_of(self, person: object) -> str:
        """The name of one of the people; empty for a stranger."""
        return next((each.name for each in self._staff if each.id == person), "")

    def read_staff(self) -> None:
        """Learn who works here."""
        self._desk.read(self, list_staff, self._know_staff, lane="staff")

    def _know_staff(self, staff: tuple[StaffRow, ...]) -> None:
        self._staff = staff

    def look(self, _key: Hashable, column: str, text: str, give: Give) -> None:
        """Options for what was typed into a cell."""
        sheet, draft = self._pane.sheet, self._pane.adding.draft
        if sheet is None:
            give(())
        elif column == "who":
            give(staff_options(self._staff, text))
        elif draft is not None and draft.step == "job":
            give(job_options(text, sheet))
        else:
            self._find_items(text, give, packages=draft is not None and draft.step == "package")

    def _find_items(self, text: str, give: Give, *, packages: bool) -> None:
        def ask(read: Read) -> tuple[FoundItem, ...]:
            return list_packages(read, text) if packages else find_line_items(read, text)

        def answer(found: tuple[FoundItem, ...]) -> None:
            options = item_options(found, self._desk.formats, with_margin=self._with_margin)
            if not packages and self._desk.can(Permission.PRICES_OVERRIDE):
                options += typed_options(text)
            give(options)

        self._desk.read(self, ask, answer, lane="find")
