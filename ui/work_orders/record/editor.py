"""The editor of one order, on one page: head, works, totals, and the tabs that stand beside them when it is wide."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app import billing
from app.billing.order_money import OrderMoney, order_money
from app.kernel.tx import Changes, Read
from app.work_orders import (
    OrderSheet,
    StaffRow,
    get_sheet,
    list_staff,
)
from models.access import Permission
from models.billing import Billing
from models.order_flow import DROPPED, FINAL, Approval
from ui.shell.desk import Desk
from ui.shell.page import EVERYTHING
from ui.work_orders.record.acts import Acts
from ui.work_orders.record.concerns import Concerns
from ui.work_orders.record.edits import Edits
from ui.work_orders.record.facts import FACTS, show_facts, show_kept, show_saved
from ui.work_orders.record.half_typed import keep, kept_of
from ui.work_orders.record.head import OrderHead
from ui.work_orders.record.intake import NewOrderDialog
from ui.work_orders.record.line_menu import LineMenu
from ui.work_orders.record.pane import LinesPane
from ui.work_orders.record.sides import order_panels, order_tabs
from ui.work_orders.record.sums import totals_of
from widgets.buttons import hairline
from widgets.dialog import Dialog
from widgets.totals import TotalsBar

WATCHES = frozenset(
    {
        "work_order", "job", "order_line", "concern", "customer", "vehicle", "invoice", "payment",
        "stock_level", "stock_move", "product", "employee", "center", "correction",
        "maintenance_recommendation", EVERYTHING,
    }
)  # fmt: skip  # a list of names
"""Tables whose changes make an open order read again."""

_MINUTE = 60_000


class OrderEditor(QWidget):
    """Opens an order or takes a new one in. ``left`` when the person goes back to the list.

    ``opened`` tells the id of the order that is shown, ``shown`` that it is painted as it is now.
    """

    left = Signal()
    opened = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._order_id: uuid.UUID | None = None
        self._sheet: OrderSheet | None = None
        self.billed: Billing | None = None
        self._staff: tuple[StaffRow, ...] = ()
        self._restored = False
        self._then: Callable[[], object] | None = None
        self.edits = Edits(desk, self)
        self.edits.written.connect(self._read)
        self.edits.stale.connect(self._read)
        self.edits.refused.connect(self._read)
        self.acts = Acts(desk, self)
        self.edits.clashed.connect(self.acts.clashed)
        self._build()
        desk.changed.connect(self._heard)
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._show_facts)
        self._clock.start()
        desk.read(self, list_staff, self._know_staff, lane="staff")

    # parts
    def _build(self) -> None:
        self.head = OrderHead(FACTS)
        self.head.left.connect(self.leave)
        self.head.pressed.connect(self.acts.press)
        self.head.print_wanted.connect(self.acts.print_papers)
        self.head.details_wanted.connect(lambda: self.acts.details(""))
        self.head.fact_pressed.connect(self.acts.fact)
        self.lines = LinesPane(
            self.desk, self.edits, with_margin=self.desk.can(Permission.COSTS_SEE)
        )
        self.lines.half_typed.connect(lambda typed: keep(self.desk, self._sheet, typed))
        self.lines.decision_wanted.connect(lambda job_id: self.acts.decide([job_id]))
        self.lines.why_wanted.connect(self.acts.why)
        self._menu = LineMenu(self.desk, self)
        self.lines.menu_wanted.connect(self._menu.open)
        self.lines.stepped.connect(self._menu.step)
        self.concerns = Concerns(self.desk, self.edits)
        works = QWidget()
        column = QVBoxLayout(works)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.concerns)
        column.addWidget(self.lines, 1)
        self.panels = order_panels(self.desk)
        self.tabs = order_tabs(self.desk, works, self.panels)
        self.panels.recommendations.revive_wanted.connect(self.acts.revive)
        self.totals = TotalsBar(self.tr("Totals of the order"))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        self._rule = hairline()
        page.addWidget(self._rule)
        page.addWidget(self.tabs, 1)
        page.addWidget(self.totals)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(lambda: self.acts.details(""))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # narrow, the line of tabs parts the head from the works by itself
        self._rule.setVisible(self.tabs.is_wide())

    # what is shown
    @property
    def order_id(self) -> uuid.UUID | None:
        """The order that is open."""
        return self._order_id

    @property
    def sheet(self) -> OrderSheet | None:
        """The order as it was read last."""
        return self._sheet

    @property
    def staff(self) -> tuple[StaffRow, ...]:
        """Who may be named on the order."""
        return self._staff

    def open_order(self, order_id: uuid.UUID, then: Callable[[], object] | None = None) -> None:
        """Show an order; ``then`` runs once it stands."""
        if order_id != self._order_id:
            self.lines.table.commit()
            self.edits.forget()
            self.acts.forget()
            self.lines.forget()
            self.concerns.forget()
            self._sheet, self._restored = None, False
            for panel in self.panels.every():
                panel.set_sheet(None)
        self._order_id = order_id
        self._then = then
        self._read()

    def new_order(self, **params: Any) -> NewOrderDialog:  # noqa: ANN401 - what the asker knows already
        """Take a car in: ``vehicle_id``, ``customer_id``, ``plate`` (any text to search) or ``concern``."""
        dialog = NewOrderDialog(self.desk, self)
        dialog.start(
            vehicle_id=params.get("vehicle_id"),
            customer_id=params.get("customer_id"),
            text=str(params.get("plate") or params.get("text") or ""),
            concern=str(params.get("concern") or ""),
        )
        dialog.opened.connect(self._taken_in)
        dialog.open()
        return dialog

    def _taken_in(self, order_id: uuid.UUID) -> None:
        self.opened.emit(order_id)
        self.open_order(order_id, self._start_lines)

    def _start_lines(self) -> None:
        if self._sheet is not None and not self._sheet.card.lines:
            self.lines.adding.new_line()

    def leave(self) -> None:
        """Back to the list; what is half typed waits in a draft."""
        self.lines.table.commit()
        self.left.emit()

    def back(self) -> bool:
        """Esc: from another tab to the works; False when the page behind may take over."""
        if self.tabs.is_wide() or self.tabs.current() == "works":
            return False
        self.tabs.set_current("works")
        return True

    def read_then(self, then: Callable[[], object]) -> None:
        """Read anew, then do it."""
        self._then = then
        self._read()

    def reload(self) -> None:
        """Read again."""
        self._read()

    def _read(self) -> None:
        order_id = self._order_id
        if order_id is None:
            return

        def ask(read: Read) -> tuple[OrderSheet, OrderMoney | None, Billing]:
            return (
                get_sheet(read, order_id),
                order_money(read, order_id),
                billing.order_billing(read, order_id),
            )

        self.desk.read(self, ask, lambda found: self._show(*found), lane="sheet")

    def _heard(self, changes: Changes[Any]) -> None:
        touched = changes.touched
        mine = self._order_id in touched.get("work_order", ()) or not touched.get("work_order")
        if (
            self._order_id is not None
            and mine
            and WATCHES & set(touched)
            and not self.edits.is_busy
        ):
            self._read()

    def _know_staff(self, staff: tuple[StaffRow, ...]) -> None:
        self._staff = staff

    def _show(self, sheet: OrderSheet, money: OrderMoney | None, billed: Billing) -> None:
        before, self._sheet = self._sheet, sheet
        self.billed = billed
        self.concerns.set_sheet(sheet)
        self.lines.set_sheet(sheet)
        self.head.set_steps(self.acts.steps())
        self._show_facts()
        if self.lines.rows is not None:
            self.totals.set_figures(totals_of(self.lines.rows, money))
        live = {line.job_id for line in sheet.card.lines if line.state not in DROPPED}
        self.tabs.set_count("works", len(live) or None)
        self.tabs.set_count("recommendations", sheet.open_work or None)
        for panel in self.panels.every():
            panel.set_sheet(sheet)
        self._tell_withdrawn(before, sheet)
        if before is None:
            show_kept(self.head, is_final=sheet.card.state in FINAL)
        elif before.card.version != sheet.card.version:
            show_saved(self.head, self.desk.formats, self.desk.now())
        if not self._restored:
            self._restored = True
            self._begin_here()
        self.edits.set_sheet(sheet)
        then, self._then = self._then, None
        if then is not None:
            then()
        self.shown.emit()

    def _begin_here(self) -> None:
        """The order stands for the first time: what was half typed comes back, else the cursor waits in the lines."""
        kept = kept_of(self.desk, self._sheet)
        if kept is not None:
            self.lines.restore(kept)
        covered = any(dialog.isVisible() for dialog in self.window().findChildren(Dialog))
        if self.isVisible() and not covered and self.lines.table.editor is None:
            self.lines.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self) -> None:
        if self._sheet is not None:
            may = self.desk.can(Permission.WORK_ORDERS_EDIT)
            show_facts(self.head, self._sheet, self.desk.formats, self.desk.now(), may_edit=may)

    def _tell_withdrawn(self, before: OrderSheet | None, after: OrderSheet) -> None:
        """A price that changed takes the customer's consent back: say so at once."""
        if before is None or before.card.id != after.card.id:
            return
        agreed = {job.id for job in before.card.jobs if job.approval == Approval.APPROVED}
        for job in after.card.jobs:
            if job.id in agreed and job.approval == Approval.PROPOSED:
                self.desk.toast(
                    self.tr(
                        "The price of “{job}” changed: the customer has to agree again."
                    ).format(job=job.name)
                )

    def press(self, name: str) -> None:
        """Take a step of the order by its name: an event, ``decide`` or ``invoice``."""
        self.acts.press(name)

    def hints(self) -> Sequence[tuple[str, str]]:
        """Keys for the status bar."""
        return (
            ("F2", self.tr("cell")),
            ("Tab", self.tr("next")),
            ("Ctrl+G", self.tr("why this price")),
        )
