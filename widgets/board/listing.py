"""The table behind a board: the same entries as rows, for screen readers and the clipboard."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from widgets.board.values import Entry, Plan, clock_text

_COLUMNS = 7
_Index = QModelIndex | QPersistentModelIndex


class ListingModel(QAbstractTableModel):
    """A row for each entry in the order of lanes, days and hours."""

    def __init__(self) -> None:
        super().__init__()
        self._plan = Plan()
        self._rows: list[Entry] = []
        self._lanes: dict[Any, str] = {}

    def show_plan(self, plan: Plan) -> None:
        """Take what the board shows."""
        self.beginResetModel()
        self._plan = plan
        order = {lane.key: place for place, lane in enumerate(plan.lanes)}
        self._lanes = {lane.key: lane.title for lane in plan.lanes}
        self._rows = sorted(
            (entry for entry in plan.entries if entry.lane in order),
            key=lambda entry: (order[entry.lane], entry.day, entry.start),
        )
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def line(self, row: int) -> tuple[str, ...]:
        """The texts of a row."""
        entry = self._rows[row]
        days = self._plan.days
        day = days[entry.day].title if 0 <= entry.day < len(days) else ""
        return (
            self._lanes.get(entry.lane, ""),
            day,
            clock_text(entry.start),
            clock_text(entry.end),
            entry.title,
            entry.car,
            entry.work,
        )

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._rows[index.row()].text or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.line(index.row())[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.headings()[section]

    def headings(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return (
            self.tr("Lane"),
            self.tr("Day"),
            self.tr("From"),
            self.tr("Until"),
            self.tr("What"),
            self.tr("More"),
            self.tr("Work"),
        )

    def text(self) -> str:
        """Everything as a spreadsheet takes it."""
        rows = [self.headings(), *(self.line(row) for row in range(len(self._rows)))]
        return "\n".join("\t".join(row) for row in rows)
