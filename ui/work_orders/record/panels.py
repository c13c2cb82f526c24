"""The tabs beside the works: history, papers, recommendations. Each reads when it is opened."""

import uuid
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app import billing, vehicles
from app.access import list_employees
from app.kernel.tx import Read
from app.work_orders import (
    DecisionRow,
    OrderSheet,
    TransitionRow,
    list_transitions,
    time_in_states,
)
from models.access import Permission
from models.billing import InvoiceKind
from models.money import Money
from models.order_flow import FINAL, SEALED, OrderState
from ui.papers import PaperPanel, order_papers
from ui.parts.states import order_badge, order_word
from ui.shell.desk import Desk
from ui.work_orders.record.calibrating import Alerts, Calibrating, read_alerts
from ui.work_orders.record.facts import distance_unit
from ui.work_orders.record.rows import method_word
from widgets.badge import CellLabel
from widgets.buttons import Button, hairline, label
from widgets.empty import EmptyState
from widgets.theme import theme
from widgets.timeline import Entry, Timeline
from widgets.values import Mark

_T = TypeVar("_T")
_SHORTEST = timedelta(minutes=1)


class Panel(QWidget):
    """A tab's content: made when it is first shown; it reads then, and when the order changed while it is seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sheet: OrderSheet | None = None
        self._read_for: tuple[uuid.UUID, int] | None = None
        self._stands = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def set_sheet(self, sheet: OrderSheet | None) -> None:
        """The order as it is now."""
        self.sheet = sheet
        if sheet is None:
            self._read_for = None
        elif self.isVisible():
            self.load()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not self._stands:
            self._stands = True
            self.build()
        super().showEvent(event)
        sheet = self.sheet
        if sheet is not None and self._read_for != (sheet.card.id, sheet.card.version):
            self.load()

    def load(self) -> None:
        """Read and show."""
        if self.sheet is not None:
            self._read_for = (self.sheet.card.id, self.sheet.card.version)
            self.ask(self.sheet)

    def build(self) -> None:
        """Make what the panel is made of; nothing by itself."""

    def ask(self, sheet: OrderSheet) -> None:
        """What the panel reads; nothing by itself."""

    def fetch(self, ask: Callable[[Read], _T], then: Callable[[_T], None]) -> None:
        """Read off the drawing thread; an answer to an older question is dropped."""
        self.desk.read(self, ask, then, lane="panel")


class HistoryPanel(Panel):
    """Steps and decisions as one story, newest first, and how long the order stood where."""

    @override
    def build(self) -> None:
        self.times = label("", "hint", wrap=True)
        self.times.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(6))
        self.timeline = Timeline(name=self.tr("History of the order"))
        self.column.addWidget(self.times)
        self.column.addWidget(self.timeline, 1)

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """Transitions and the time in each state."""
        order_id, now = sheet.card.id, self.desk.now()

        def read(
            read: Read,
        ) -> tuple[list[TransitionRow], Mapping[str, timedelta], dict[uuid.UUID, str]]:
            steps = list_transitions(read, order_id)
            people = {row.id: row.name for row in list_employees(read, limit=500)}
            return steps, time_in_states(read, order_id, now=now), people

        self.fetch(read, lambda found: self._show(sheet, *found))

    def _show(
        self,
        sheet: OrderSheet,
        steps: list[TransitionRow],
        times: Mapping[str, timedelta],
        people: dict[uuid.UUID, str],
    ) -> None:
        formats = self.desk.formats
        entries = [
            (
                step.at,
                Entry(
                    formats.moment(step.at),
                    order_word(OrderState(step.to_state)),
                    ", ".join(
                        part
                        for part in (people.get(step.by_id, ""), step.reason, step.note)
                        if part
                    ),
                    order_badge(OrderState(step.to_state)).icon,
                    order_badge(OrderState(step.to_state)).hue,
                ),
            )
            for step in steps
        ]
        entries += [(row.at, self._decision(sheet, row)) for row in sheet.decisions.values()]
        entries.sort(key=lambda pair: pair[0], reverse=True)
        self.timeline.set_entries([entry for _, entry in entries])
        spans = [
            f"{order_word(OrderState(state))} {formats.span(span)}"
            for state, span in times.items()
            if span >= _SHORTEST and OrderState(state) not in FINAL
        ]
        self.times.setText(", ".join(spans))
        self.times.setVisible(bool(spans))

    def _decision(self, sheet: OrderSheet, row: DecisionRow) -> Entry:
        name = next((job.name for job in sheet.card.jobs if job.id == row.job_id), "")
        words = {
            "approve": (self.tr("“{job}” agreed to"), "thumbs-up", "good"),
            "decline": (self.tr("“{job}” declined"), "circle-x", "bad"),
            "withdrawn": (self.tr("“{job}” has to be agreed to again"), "undo-2", "wait"),
        }
        title, icon, hue = words.get(row.decision, words["withdrawn"])
        formats = self.desk.formats
        detail = [method_word(row.method), formats.money(row.amount), row.by, row.note or ""]
        return Entry(
            formats.moment(row.at),
            title.format(job=name),
            ", ".join(part for part in detail if part),
            icon,
            hue,
        )


class PapersPanel(Panel):
    """The order's papers as they would be printed, and its invoices."""

    @override
    def build(self) -> None:
        self._bills = QWidget()
        self._bill_rows = QHBoxLayout(self._bills)
        self._bill_rows.setContentsMargins(
            theme().px(16), theme().px(6), theme().px(16), theme().px(6)
        )
        self.column.addWidget(self._bills)
        self.paper = PaperPanel(self.desk)
        self.column.addWidget(self.paper, 1)

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """The papers and what was billed."""
        card = sheet.card
        self.paper.set_papers(order_papers(card.id, card.number, is_sealed=card.state in SEALED))

        def read(read: Read) -> list[billing.InvoiceRow]:
            if not read.can(Permission.MONEY_SEE):
                return []
            return billing.list_invoices(read, order_id=card.id)

        self.fetch(read, self._show)

    def _show(self, bills: list[billing.InvoiceRow]) -> None:
        while (item := self._bill_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for bill in bills:
            pattern = (
                self.tr("Credit note {number}")
                if bill.kind == InvoiceKind.CREDIT_NOTE
                else self.tr("Invoice {number}")
            )
            button = Button(pattern.format(number=bill.number), "receipt-text", small=True)
            button.clicked.connect(lambda _=False, key=bill.id: self.desk.open("billing", key))
            self._bill_rows.addWidget(button)
        self._bill_rows.addStretch(1)
        self._bills.setVisible(bool(bills))


class RecommendationsPanel(Panel):
    """Work of the car that is due or was declined, each one press away from being a job of this order."""

    revive_wanted = Signal(object)

    @override
    def build(self) -> None:
        self._calibrating = Calibrating(self.desk, self)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._area, 1)

    @override
    def ask(self, sheet: OrderSheet) -> None:
        """Open work of the vehicle, what the repair makes one calibrate, open recalls."""
        now = self.desk.now()
        self.fetch(lambda read: read_alerts(read, sheet, now), lambda f: self._show(sheet, *f))

    def _show(
        self, sheet: OrderSheet, found: tuple[vehicles.OpenWork, ...], alerts: Alerts
    ) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.setSpacing(0)
        self.buttons: list[Button] = []
        may_add = sheet.card.state not in FINAL
        for row in (rows := self._calibrating.rows(sheet, alerts)):
            column.addWidget(row)
        for work in found:
            column.addWidget(self._row(work, may_add=may_add))
            column.addWidget(hairline())
        if not found and not rows:
            column.addWidget(
                EmptyState(
                    "calendar-check",
                    self.tr("Nothing is recommended for this car."),
                    self.tr("Declined work and service intervals appear here after completion."),
                )
            )
        column.addStretch(1)
        self._area.setWidget(inside)

    def _row(self, work: vehicles.OpenWork, *, may_add: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(theme().px(16), theme().px(3), theme().px(16), theme().px(3))
        line.setSpacing(theme().px(10))
        mark = Mark(" ", "circle-x", "bad")
        if work.kind != "declined":
            mark = Mark(" ", "clock", "wait" if work.is_due else "muted")
        line.addWidget(CellLabel(mark))
        name = label(work.name)
        name.setToolTip(work.name)
        name.setMinimumWidth(theme().px(80))
        line.addWidget(name, 1)
        line.addWidget(label(self._when(work), "hint"))
        if may_add:
            button = Button(
                self.tr("Job"),
                "plus",
                small=True,
                name=self.tr("Add “{work}”").format(work=work.name),
            )
            button.clicked.connect(lambda: self.revive_wanted.emit(work.id))
            self.buttons.append(button)
            line.addWidget(button)
        return row

    def _when(self, work: vehicles.OpenWork) -> str:
        formats = self.desk.formats
        if work.kind == "declined":
            parts = [self.tr("declined {day}").format(day=formats.day(work.made_at))]
        else:
            parts = [formats.day(work.due_on)] if work.due_on else []
            if work.due_value is not None:
                parts.append(f"{formats.number(work.due_value)} {distance_unit(work.unit)}")
        price: Money | None = work.old_price
        return ", ".join([*parts, formats.money(price)] if price is not None else parts)
