"""What the editable line table shows: declared columns, groups of lines, and the model between them and the view.

A group row stands above its lines and can be folded. Rows and values come from the page; nothing here knows
what they mean.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from widgets.typed import Reading
from widgets.values import cell_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The group or line of a row."""
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2
"""The value a cell paints (see ``widgets.cells``)."""


def _no_row(_row: Any) -> str:  # noqa: ANN401 - a page's own row
    return ""


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column of lines.

    ``value`` gives what a row's cell paints; ``text`` what its editor starts with (else the painted words).
    ``reader`` understands what was typed; ``completes`` says of a row that the table's search is asked while
    somebody types; ``editable`` says for a row whether its cell may be edited at all (needs a reader or completion).
    ``kind`` is that of ``widgets.cells.paint_cell``.
    ``width`` in design pixels, 0 takes what is left but never under ``least``; columns with the highest
    ``drop`` leave first when the window is narrow.
    """

    name: str
    title: str
    value: Callable[[Any], object]
    width: int = 80
    least: int = 190
    align: str = "left"
    kind: str = "text"
    text: Callable[[Any], str] | None = None
    reader: Callable[[str], Reading] | None = None
    completes: Callable[[Any], bool] | None = None
    editable: Callable[[Any], bool] | None = None
    tip: Callable[[Any], str] = _no_row
    drop: int = 0

    def may_edit(self, row: object) -> bool:
        """Whether this row's cell opens for typing."""
        if self.reader is None and not self.is_completed(row):
            return False
        return self.editable is None or self.editable(row)

    def is_completed(self, row: object) -> bool:
        """Whether this row's cell offers completions while somebody types."""
        return self.completes is not None and self.completes(row)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its key, the page's own row, and whether it is written in muted words."""

    key: Hashable
    row: Any
    muted: bool = False


@dataclass(frozen=True, slots=True)
class LineGroup:
    """A group row and its lines; a cell spans until the next column that has one; a tuple paints in a row."""

    key: Hashable
    cells: Mapping[str, object]
    lines: Sequence[Line] = ()
    row: Any = None
    says: str = ""


@dataclass(slots=True)
class _Shown:
    group: LineGroup
    line: Line | None = None


class LineModel(QAbstractTableModel):
    """Groups and lines flattened, folded groups without their lines. Column 0 holds chevron or kind icon."""

    def __init__(
        self, columns: Sequence[LineColumn], parent: QObject | None = None, *, grouped: bool = True
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._grouped = grouped
        self._groups: tuple[LineGroup, ...] = ()
        self._folded: set[Hashable] = set()
        self._shown: list[_Shown] = []

    # what is shown
    @property
    def groups(self) -> tuple[LineGroup, ...]:
        """The groups as they were set."""
        return self._groups

    def set_groups(self, groups: Sequence[LineGroup]) -> None:
        """Show these groups; what was folded stays folded."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._shown = list(self._flat())
        self.endResetModel()

    def _flat(self) -> Iterator[_Shown]:
        for group in self._groups:
            if self._grouped:
                yield _Shown(group)
            if group.key not in self._folded:
                for line in group.lines:
                    yield _Shown(group, line)

    def is_folded(self, group_key: Hashable) -> bool:
        """Whether the group's lines are hidden."""
        return group_key in self._folded

    def fold(self, group_key: Hashable, *, folded: bool) -> None:
        """Hide or show a group's lines."""
        if folded == self.is_folded(group_key):
            return
        self.beginResetModel()
        (self._folded.add if folded else self._folded.discard)(group_key)
        self._shown = list(self._flat())
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """The line of a row; None for a group row."""
        return self._shown[row].line if 0 <= row < len(self._shown) else None

    def group_at(self, row: int) -> LineGroup | None:
        """The group of a row, its own or its line's; None when there is no such row."""
        return self._shown[row].group if 0 <= row < len(self._shown) else None

    def row_of(self, key: Hashable) -> int | None:
        """Where a line or group stands; None when it is not shown."""
        for place, shown in enumerate(self._shown):
            mine = shown.line.key if shown.line else shown.group.key
            if mine == key:
                return place
        return None

    def column_of(self, name: str) -> int:
        """Where a column stands; ValueError for a name that is none."""
        return [column.name for column in self.columns].index(name)

    def runs(self, row: int) -> list[tuple[int, int]]:
        """How a group row's cells span the columns: (first, count) with the count above one."""
        group = self.group_at(row)
        if group is None or self.line_at(row) is not None:
            return []
        starts = [0] + [
            place for place, column in enumerate(self.columns) if column.name in group.cells
        ]
        ends = [*starts[1:], len(self.columns)]
        return [(a, b - a) for a, b in zip(starts, ends, strict=True) if b - a > 1]

    # Qt's questions
    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        shown = self._shown[index.row()]
        column = self.columns[index.column()]
        if role == ROW_ROLE:
            return shown.line or shown.group
        value = (
            column.value(shown.line.row) if shown.line else shown.group.cells.get(column.name, "")
        )
        if role == VALUE_ROLE:
            return value
        return self._words(shown, column, value, role)

    def _words(self, shown: _Shown, column: LineColumn, value: object, role: int) -> object:
        found: object = None
        if role == Qt.ItemDataRole.DisplayRole:
            found = words_of(value)
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            text = words_of(value)
            found = f"{column.title}: {text}" if text and column.title else text
        elif role == Qt.ItemDataRole.ToolTipRole:
            found = (column.tip(shown.line.row) if shown.line else shown.group.says) or None
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            found = _side(column)
        return found

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.line_at(index.row())
        if line is not None and self.columns[index.column()].may_edit(line.row):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def editor_text(self, index: Index) -> str:
        """What the editor of a cell starts with."""
        line = self.line_at(index.row())
        if line is None:
            return ""
        column = self.columns[index.column()]
        return column.text(line.row) if column.text else words_of(column.value(line.row))


def words_of(value: object) -> str:
    """A value in words; several of them with a space between."""
    if isinstance(value, tuple):
        return " ".join(filter(None, (words_of(part) for part in value)))
    return cell_text(value)


def _side(column: LineColumn) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
