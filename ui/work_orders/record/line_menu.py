"""What can be done with a line or a job, in a menu and by Space: the next thing of its own table of states."""

import uuid
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import ACTIONS, Tx
from app.work_orders import (
    LineRow,
    LineWork,
    OrderSheet,
    issue_line,
    reserve_line,
    set_payer,
    take_back_line,
    work_line,
)
from models.catalog import STOCKED, ItemKind
from models.order_flow import FINAL, LABOUR_FLOW, PART_FLOW, LineState, Payer
from ui.parts.states import payer_word
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record import changes
from ui.work_orders.record.edits import Edit
from widgets.theme import theme

if TYPE_CHECKING:
    from ui.work_orders.record.editor import OrderEditor

_EVENTS: dict[str, tuple[Source, str]] = {
    "start": (QT_TRANSLATE_NOOP("LineMenu", "Start work"), "play"),
    "finish": (QT_TRANSLATE_NOOP("LineMenu", "Done"), "check"),
    "reopen": (QT_TRANSLATE_NOOP("LineMenu", "Not done yet"), "undo-2"),
    "request": (QT_TRANSLATE_NOOP("LineMenu", "Request"), "hand-coins"),
    "order": (QT_TRANSLATE_NOOP("LineMenu", "Ordered"), "truck"),
    "backorder": (QT_TRANSLATE_NOOP("LineMenu", "Backordered"), "hourglass"),
    "receive": (QT_TRANSLATE_NOOP("LineMenu", "Has come"), "package-check"),
    "install": (QT_TRANSLATE_NOOP("LineMenu", "Installed"), "check"),
    "return_to_vendor": (QT_TRANSLATE_NOOP("LineMenu", "Back to vendor"), "undo-2"),
}
_STOCK: dict[str, tuple[Callable[[Tx, Any], Any], Source, str]] = {
    "reserve": (reserve_line, QT_TRANSLATE_NOOP("LineMenu", "Reserve"), "box"),
    "issue": (issue_line, QT_TRANSLATE_NOOP("LineMenu", "Issue from stock"), "package-minus"),
    "take_back": (take_back_line, QT_TRANSLATE_NOOP("LineMenu", "Take back to stock"), "undo-2"),
}
_NEXT = {
    LineState.OPEN: "start",
    LineState.IN_PROGRESS: "finish",
    LineState.NEEDED: "issue",
    LineState.REQUESTED: "issue",
    LineState.RECEIVED: "issue",
    LineState.ISSUED: "install",
}
"""What Space does: the usual next thing."""


class LineMenu(QObject):
    """Makes the menu from the tables of states and the person's rights."""

    def __init__(self, desk: Desk, editor: "OrderEditor") -> None:
        super().__init__(editor)
        self._desk = desk
        self._editor = editor

    def open(self, key: Hashable, point: QPoint) -> None:
        """Show the menu of a line or job at a point of the screen."""
        menu = QMenu(self._editor)
        self.fill(menu, key)
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def fill(self, menu: QMenu, key: Hashable) -> None:
        """Everything that may be done with it now."""
        line = self._editor.lines.line(key)
        if line is not None:
            self._fill_line(menu, line)
        elif isinstance(key, uuid.UUID):
            self._fill_job(menu, key)

    def step(self, key: Hashable) -> None:
        """Space: the usual next thing of a line."""
        line = self._editor.lines.line(key)
        if line is None:
            return
        event = _NEXT.get(line.state, "")
        if event in self.events(line):
            self.do(line, event)

    def events(self, line: LineRow) -> tuple[str, ...]:
        """What the line's state, kind and the person's rights allow."""
        sheet = self._editor.sheet
        if sheet is None or sheet.card.state in FINAL or line.kind == "fee":
            return ()
        is_labour = line.kind == ItemKind.LABOUR.value
        table = LABOUR_FLOW if is_labour else PART_FLOW
        allowed = table.get(line.state, {})
        made = [
            event
            for event in _EVENTS
            if event in allowed and self._desk.can(ACTIONS[work_line].permission)
        ]
        stocked = line.kind in STOCKED and line.product_id is not None and not line.is_customers_own
        wanted = {
            "reserve": line.reserved_qty + line.issued_qty < line.qty and "issue" in allowed,
            "issue": "issue" in allowed and line.issued_qty < line.qty,
            "take_back": line.issued_qty > 0,
        }
        made += [
            event
            for event, fits in wanted.items()
            if stocked and fits and self._desk.can(ACTIONS[_STOCK[event][0]].permission)
        ]
        return tuple(made)

    def do(self, line: LineRow, event: str) -> None:
        """Write one event of a line."""
        if event in _STOCK:
            verb, words, _icon = _STOCK[event]
            named = ""
        else:
            verb, named = work_line, event
            words = _EVENTS[event][0]
        is_labour = line.kind == ItemKind.LABOUR.value

        def worker(now: OrderSheet) -> uuid.UUID | None:
            return changes.worker_of(now, line.id) if is_labour else None

        self._editor.edits.push(
            Edit(
                verb,
                lambda now: LineWork(
                    order_id=now.card.id,
                    line_id=line.id,
                    event=named,
                    version=now.card.version,
                    technician_id=worker(now),
                ),
                said(words),
                holds=lambda before, after: changes.same_line(before, after, line.id),
            )
        )

    def _fill_line(self, menu: QMenu, line: LineRow) -> None:
        look, editor = theme(), self._editor
        for event in self.events(line):
            words, icon = _EVENTS[event] if event in _EVENTS else _STOCK[event][1:]
            shown = said(words) + ("\tSpace" if _NEXT.get(line.state) == event else "")
            act = menu.addAction(look.icon(icon), shown)
            act.triggered.connect(lambda _on=False, what=event: self.do(line, what))
        menu.addSeparator()
        sheet = editor.sheet
        if sheet is not None and sheet.card.state not in FINAL:
            if line.why.get("required_serial") or line.serial:
                serial = menu.addAction(look.icon("scan-barcode"), self.tr("Serial number…"))
                serial.triggered.connect(lambda: editor.acts.note_serial(line.id))
            remove = menu.addAction(look.icon("trash-2"), self.tr("Remove line") + "\tDel")
            remove.triggered.connect(lambda: editor.lines.remove(line.id))
        why = menu.addAction(look.icon("info"), self.tr("Why this price") + "\tCtrl+G")
        why.triggered.connect(lambda: editor.acts.why(line.id))
        if line.item_id is not None:
            card = menu.addAction(look.icon("book-open"), self.tr("Card of the item"))
            card.triggered.connect(lambda: self._desk.open("catalog", line.item_id))

    def _fill_job(self, menu: QMenu, job_id: uuid.UUID) -> None:
        look, editor, sheet = theme(), self._editor, self._editor.sheet
        job = next((j for j in sheet.card.jobs if j.id == job_id), None) if sheet else None
        if job is None or sheet is None or sheet.card.state in FINAL:
            return
        decide = menu.addAction(look.icon("thumbs-up"), self.tr("Customer's decision…") + "\tEnter")
        decide.triggered.connect(lambda: editor.acts.decide([job_id]))
        if self._desk.can(ACTIONS[set_payer].permission):
            payers = menu.addMenu(look.icon("shield"), self.tr("Who pays"))
            for payer in Payer:
                act = payers.addAction(payer_word(payer))
                act.setCheckable(True)
                act.setChecked(payer == job.payer)
                act.triggered.connect(
                    lambda _on=False, who=payer: editor.edits.push(
                        changes.pay_by(sheet, job_id, who)
                    )
                )
        remove = menu.addAction(look.icon("trash-2"), self.tr("Remove job") + "\tDel")
        remove.triggered.connect(lambda: editor.lines.remove(job_id))
