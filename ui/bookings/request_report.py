"""What came of service requests: by source, and why they were lost."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.bookings.request_reads import RequestReport, SourceCount, report_requests
from ui.bookings.request_words import LOSSES, REQUEST_SOURCES
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.columns import Column
from widgets.dialog import Dialog
from widgets.fields import Choice, Field
from widgets.table import Table
from widgets.theme import theme

_SPANS = (30, 90, 365)
_COUNTS = ("taken", "open", "quoted", "booked", "lost")


class RequestReportDialog(Dialog):
    """Counts of the last days by source with the share that was booked; copied as a table by Ctrl+C."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, self.tr("What came of requests"), 800)
        self._desk = desk
        spans = [(days, self.tr("%n days", "", days)) for days in _SPANS]
        self.span = Choice(spans, name=self.tr("The last"))
        self.span.edited.connect(self.load)
        self.body.addWidget(Field(self.tr("The last"), self.span))
        titles = (
            self.tr("Taken"),
            self.tr("Open"),
            self.tr("Price told"),
            self.tr("Booked"),
            self.tr("Lost"),
        )
        columns = [
            Column(
                "source",
                self.tr("How it came"),
                lambda row: (
                    self.tr("All") if row is self.total else said(REQUEST_SOURCES[row.source])
                ),
                width=140,
                stretch=1,
            )
        ]
        columns += [self._figure(*each) for each in zip(_COUNTS, titles, strict=True)]
        columns.append(
            Column("share", self.tr("Share booked"), self._share, width=110, align="right")
        )
        self.total: SourceCount | None = None
        self.table = Table(
            columns,
            key=lambda row: "all" if row is self.total else row.source,
            name=self.tr("By source"),
        )
        self.table.setMinimumHeight(theme().px(240))
        self.body.addWidget(self.table)
        self.why = label("", wrap=True)
        self.body.addWidget(self.why)
        self.add_button(Button(self.tr("Close"), keys="Esc"), "cancel")
        self.load()

    @staticmethod
    def _figure(name: str, title: str) -> Column:
        def value(row: SourceCount) -> str:
            return str(getattr(row, name))

        return Column(name, title, value, width=104 if name == "quoted" else 90, align="right")

    def _share(self, row: SourceCount) -> str:
        return f"{round(100 * row.booked / row.taken)} %" if row.taken else "—"

    def load(self) -> None:
        """Count again."""
        until = self._desk.now() + timedelta(seconds=1)
        since = until - timedelta(days=int(self.span.value() or _SPANS[0]))
        self._desk.read(
            self, lambda read: report_requests(read, since, until), self._show, lane="report"
        )

    def _show(self, report: RequestReport) -> None:
        self.total = report.total
        if not report.sources:
            self.table.show_empty("inbox", self.tr("Nobody asked in these days"))
            self.why.setText("")
            return
        self.table.set_rows([*report.sources, self.total])
        told = ", ".join(f"{said(LOSSES[why])}: {count}" for why, count in report.reasons)
        self.why.setText(self.tr("Lost because: {reasons}").format(reasons=told) if told else "")
        self.refit()
