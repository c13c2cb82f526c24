"""How often nothing came of an appointment, by reason."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.bookings.rows import ReasonCount
from ui.bookings.asking import reasons
from ui.parts.bookings import END_REASONS, ENDED_BY, appointment_badge
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button
from widgets.columns import Column
from widgets.dialog import Dialog
from widgets.fields import Choice, Field
from widgets.table import Table
from widgets.theme import theme

_SPANS = (30, 90, 365)


class ReportDialog(Dialog):
    """Counts of a span of days, the most frequent first; copied as a table by Ctrl+C."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, self.tr("Cancelled and not come, by reason"), 640)
        self._desk = desk
        spans = [(days, self.tr("%n days", "", days)) for days in _SPANS]
        self.span = Choice(spans, name=self.tr("The last"))
        self.span.edited.connect(self.load)
        self.body.addWidget(Field(self.tr("The last"), self.span))
        self.table = Table(
            (
                Column(
                    "state",
                    self.tr("What"),
                    lambda row: appointment_badge(row.state),
                    width=150,
                    kind="state",
                ),
                Column(
                    "reason", self.tr("Why"), lambda row: said(END_REASONS[row.reason]), stretch=1
                ),
                Column(
                    "by",
                    self.tr("Who"),
                    lambda row: said(ENDED_BY[row.ended_by]) if row.ended_by else "—",
                    width=120,
                ),
                Column(
                    "count",
                    self.tr("How often"),
                    lambda row: str(row.count),
                    width=130,
                    align="right",
                ),
            ),
            key=lambda row: (row.state, row.reason, row.ended_by),
            name=self.tr("Reasons"),
        )
        self.table.setMinimumHeight(theme().px(280))
        self.body.addWidget(self.table)
        self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")
        self.load()

    def load(self) -> None:
        """Count again."""
        until = self._desk.formats.today() + timedelta(days=1)
        since: date = until - timedelta(days=int(self.span.value() or _SPANS[0]))
        self._desk.read(self, lambda read: reasons(read, since, until), self._show, lane="reasons")

    def _show(self, rows: Sequence[ReasonCount]) -> None:
        if rows:
            self.table.set_rows(sorted(rows, key=lambda row: -row.count))
        else:
            self.table.show_empty("calendar-check", self.tr("Everybody came in these days"))
