"""What stands in the rights matrix: groups and rights down, roles across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.access import RoleRow
from models.access import Permission
from models.centers import Policy
from ui.centers.cells import CellOf, State, cell_of
from ui.centers.rights import GROUPS, Right, RightGroup
from ui.shell.words import said

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cross:
    """A cell of the matrix: a role and a right."""

    role: RoleRow
    right: Right


class RightsModel(QAbstractTableModel):
    """Groups and rights as rows, the right's name and then the roles as columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Right | RightGroup] = []
        self._closed: set[str] = set()
        self._words = ""
        self.roles: tuple[RoleRow, ...] = ()
        self.people: Mapping[str, int] = {}
        self.policy = Policy()

    def show(self, roles: Sequence[RoleRow], people: Mapping[str, int], policy: Policy) -> None:
        """Show roles with how many people hold each, under the center's rules."""
        self.beginResetModel()
        self.roles, self.people, self.policy = tuple(roles), people, policy
        self._fill()
        self.endResetModel()

    def search(self, words: str) -> None:
        """Show only rights that hold every word; all for an empty text."""
        self.beginResetModel()
        self._words = words.casefold()
        self._fill()
        self.endResetModel()

    def fold(self, row: int) -> None:
        """Open or close the group of a row."""
        group = self._rows[row]
        if isinstance(group, RightGroup):
            self.beginResetModel()
            self._closed ^= {str(group.title)}
            self._fill()
            self.endResetModel()

    def _fill(self) -> None:
        self._rows = []
        for group in GROUPS:
            found = [right for right in group.rights if self._fits(right)]
            if not found:
                continue
            self._rows.append(group)
            if self._words or str(group.title) not in self._closed:
                self._rows += found

    def _fits(self, right: Right) -> bool:
        text = f"{said(right.title)} {said(right.sentence)}".casefold()
        return all(word in text for word in self._words.split())

    def group_at(self, row: int) -> RightGroup | None:
        """The group whose heading stands in that row."""
        found = self._rows[row]
        return found if isinstance(found, RightGroup) else None

    def is_open(self, group: RightGroup) -> bool:
        """Whether the group's rights show."""
        return bool(self._words) or str(group.title) not in self._closed

    def cross(self, index: Index) -> Cross | None:
        """The role and right of a cell; None in a heading or in the first column."""
        if not index.isValid() or index.column() == 0:
            return None
        right = self._rows[index.row()]
        return Cross(self.roles[index.column() - 1], right) if isinstance(right, Right) else None

    def cell(self, index: Index) -> CellOf | None:
        """What stands in a cell."""
        cross = self.cross(index)
        return cell_of(cross.role, cross.right.permission, self.policy) if cross else None

    def place(self, role: str, permission: Permission) -> QModelIndex:
        """Where that cell stands; an invalid index when its group is closed."""
        for row, found in enumerate(self._rows):
            if isinstance(found, Right) and found.permission is permission:
                for column, known in enumerate(self.roles, 1):
                    if known.code == role:
                        return self.index(row, column)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.roles) + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(index)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Right) and not index.column():
            return said(row.sentence)
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return said(row.title)
        return None

    def _aloud(self, index: Index) -> str:
        cross, cell = self.cross(index), self.cell(index)
        if cross is None or cell is None:
            return said(self._rows[index.row()].title)
        words = {
            State.YES: self.tr("yes"),
            State.NO: self.tr("no"),
            State.LOCKED: self.tr("yes, cannot be taken away"),
            State.LIMIT: said(cell.words or ""),
        }
        return f"{cross.role.name}, {said(cross.right.title)}: {words[cell.state]}"

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation is not Qt.Orientation.Horizontal or role not in wanted:
            return None
        if not 0 <= section < self.columnCount():
            return None
        return self.tr("Right") if section == 0 else self.roles[section - 1].name
