"""Two people changed the same thing of an order: theirs or mine, asked side by side."""

import uuid
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP, ChangedError
from app.work_orders import OrderSheet
from ui.shell.conflict import ConflictDialog, Difference, Side
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.rows import LineView
from widgets.lines import LineTable


def ask_whose(
    desk: Desk,
    parent: QWidget,
    error: ChangedError,
    differences: Sequence[Difference],
    then: Callable[[Mapping[str, str]], object],
) -> ConflictDialog:
    """Show both versions of each field; ``then`` gets field → ``theirs`` or ``mine``."""
    told = error.sentence.params
    dialog = ConflictDialog(
        parent,
        said(QT_TRANSLATE_NOOP("OrderClash", "Two people changed this order")),
        said(error.sentence)
        + " "
        + said(QT_TRANSLATE_NOOP("OrderClash", "Nothing typed is lost.")),
        Side(str(told.get("who", "")), str(told.get("at", ""))),
        Side(desk.actor.name, desk.shop.workstation),
        differences,
    )
    dialog.chosen.connect(then)
    dialog.open()
    return dialog


def cell_clash(
    table: LineTable, line_id: uuid.UUID, column: str, title: str, mine: str
) -> Callable[[OrderSheet], Difference]:
    """A cell of a line with what stands there now and what was typed here."""

    def clash(now: OrderSheet) -> Difference:
        line = next((line for line in now.card.lines if line.id == line_id), None)
        rows = (each for group in table.groups for each in group.lines)
        shown = next((each.row for each in rows if each.key == line_id), None)
        theirs = shown.texts.get(column, "") if isinstance(shown, LineView) else ""
        return Difference(column, f"{title}: {line.name}" if line else title, theirs, mine)

    return clash
