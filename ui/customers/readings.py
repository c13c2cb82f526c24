"""The table of odometer readings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.vehicles import ReadingRow
from ui.customers.actions import Actions
from ui.customers.record import Record
from ui.parts.mileage import reading_words
from ui.shell.desk import Desk
from widgets.table import Column, Table
from widgets.values import Mark


class Readings(QWidget):
    """Every odometer reading with its story; Enter corrects one."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[object, ReadingRow] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        formats = desk.formats
        self.table = Table(
            (
                Column(
                    "day",
                    self.tr("Date"),
                    lambda r: formats.full_day(r.read_at),
                    width=96,
                    elide=False,
                ),
                Column("value", self.tr("Reading"), self._value, width=104, align="right"),
                Column("source", self.tr("From"), self._source, width=108),
                Column("story", self.tr("Story"), self._story, width=100, stretch=1),
            ),
            key=lambda row: row.id,
            name=self.tr("Odometer readings"),
        )
        self.table.opened.connect(actions.correct)
        box.addWidget(self.table)

    def show_record(self, record: Record) -> None:
        """Show those of another car."""
        rows = record.card.readings if record.card is not None else ()
        self._rows = {row.id: row for row in rows}
        self.table.set_rows(rows)
        if not rows:
            self.table.show_empty("gauge", self.tr("No readings yet"))

    def _value(self, row: ReadingRow) -> object:
        text = reading_words(self._desk.formats, row.value, row.unit)
        if row.corrected_by_id is not None:
            return Mark(text, "", "muted")
        return Mark(text, "", "bad") if row.is_anomaly else text

    def _source(self, row: ReadingRow) -> object:
        known = {
            "work_order": self.tr("work order"),
            "desk": self.tr("the desk"),
            "import": self.tr("a file"),
            "correction": self.tr("correction"),
            "owner": self.tr("the owner"),
        }
        return known.get(row.source, row.source)

    def _story(self, row: ReadingRow) -> object:
        if row.corrected_by_id is not None and row.corrected_by_id in self._rows:
            value = self._desk.formats.number(self._rows[row.corrected_by_id].value)
            return self.tr("corrected to {value}").format(value=value)
        if row.is_anomaly:
            return Mark(row.reason or self.tr("cannot be"), "triangle-alert", "bad")
        return row.reason
