"""The rows behind a table: given at once and page by page, or as ids whose rows are fetched when they are painted."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from widgets.columns import Column, Group
from widgets.values import cell_text

KEPT: Final = 5_000
"""How many fetched rows of a table of ids stay in memory; the longest unseen goes first."""
_SETTLE_MS: Final = 12
"""A quick scroll asks at most so often; the first sight asks at once."""
_AGAIN_MS: Final = 600
"""After this time without an answer, what still shows is asked for again: a newer question may have taken its place."""
_TRIES: Final = 5
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Rows by place. ``wanted`` asks for the rows of ids that were seen and are not here yet."""

    wanted = Signal(list)

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: list[Any] = []
        self._keys: Sequence[Hashable] | None = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._asked: dict[Hashable, int] = {}
        self._seen = (0, -1)
        self._cells: dict[int, list[object]] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._ask)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        self._tries = 0
        self._last = 0.0

    # rows
    @property
    def by_keys(self) -> bool:
        """Whether this is a table of ids."""
        return self._keys is not None

    def set_rows(self, rows: Sequence[Any]) -> bool:
        """Show these rows; returns whether they are the same records in the same order as before."""
        same = (
            self._keys is None
            and len(rows) == len(self._rows)
            and all(self._same(old, new) for old, new in zip(self._rows, rows, strict=True))
        )
        if same:
            self._rows = list(rows)
            self._changed(0, len(rows) - 1)
            return True
        self.beginResetModel()
        self._forget()
        self._rows = list(rows)
        self._keys = None
        self.endResetModel()
        return False

    def _same(self, old: object, new: object) -> bool:
        if isinstance(old, Group) or isinstance(new, Group):
            return old == new
        return self.key(old) == self.key(new)

    def append(self, rows: Sequence[Any]) -> None:
        """Put rows behind the last one."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def set_keys(self, keys: Sequence[Hashable]) -> bool:
        """Show the records with these ids; what was fetched is fetched again when it is seen.

        A list is copied; any other sequence is kept as it is: 100,000 ids must not be looked at one by one.
        """
        given = list(keys) if isinstance(keys, list) else keys
        if self._keys is not None and self._keys == given:
            self._forget()
            self._changed(0, len(given) - 1)
            return True
        self.beginResetModel()
        self._forget()
        self._rows = []
        self._keys = given
        self.endResetModel()
        return False

    def fill(self, rows: Iterable[Any]) -> None:
        """Rows of ids that were asked for; others are kept too, in case they are seen."""
        places = []
        for row in rows:
            key = self.key(row)
            self._kept[key] = row
            self._kept.move_to_end(key)
            place = self._asked.pop(key, None)
            if place is not None:
                places.append(place)
                self._cells.pop(place, None)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if places:
            self._changed(min(places), max(places))

    def _forget(self) -> None:
        self._kept.clear()
        self._asked.clear()
        self._cells.clear()
        self._settle.stop()
        self._again.stop()
        self._tries = 0

    def _changed(self, first: int, last: int) -> None:
        self._cells.clear()
        if last >= first:
            self.dataChanged.emit(
                self.index(first, 0), self.index(last, max(0, len(self.columns) - 1))
            )

    def refresh(self) -> None:
        """Make the cells anew from the same rows, for instance in another language or another theme."""
        self._changed(0, self.rowCount() - 1)

    def all_rows(self) -> list[Any]:
        """The rows that are here, group rows too; of a table of ids those that were fetched."""
        return list(self._rows) if self._keys is None else list(self._kept.values())

    def row(self, place: int) -> Any:  # noqa: ANN401 - a table shows rows of any type
        """The row or group at a place; None when it was not fetched yet or the place is past the end."""
        if not 0 <= place < self.rowCount():
            return None
        if self._keys is None:
            return self._rows[place]
        key = self._keys[place]
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def key_at(self, place: int) -> Hashable | None:
        """The key of the record at a place; None for a group or past the end."""
        if not 0 <= place < self.rowCount():
            return None
        if self._keys is not None:
            return self._keys[place]
        row = self._rows[place]
        return None if isinstance(row, Group) else self.key(row)

    def place_of(self, key: Hashable) -> int:
        """Where the record stands, -1 when it is not shown."""
        if self._keys is not None:
            try:
                return self._keys.index(key)
            except ValueError:
                return -1
        for place, row in enumerate(self._rows):
            if not isinstance(row, Group) and self.key(row) == key:
                return place
        return -1

    def is_group(self, place: int) -> bool:
        """Whether a group row stands there."""
        return (
            self._keys is None
            and 0 <= place < len(self._rows)
            and isinstance(self._rows[place], Group)
        )

    def cells(self, place: int) -> list[object] | None:
        """The values of a record in the order of the columns; None while it is not here."""
        found = self._cells.get(place)
        if found is None:
            row = self.row(place)
            if row is None:
                return None
            if len(self._cells) > KEPT:
                self._cells.clear()
            if isinstance(row, Group):
                found = [row.cells.get(column.name, "") for column in self.columns]
            else:
                found = [column.value(row) for column in self.columns]
            self._cells[place] = found
        return found

    # fetching on paint
    def see(self, first: int, last: int) -> None:
        """The view shows these places: what is missing among them and one screen around is asked for soon."""
        if self._keys is None or ((first, last) == self._seen and not self._lacks(first, last)):
            return
        if (first, last) != self._seen:
            self._tries = 0
        self._seen = (first, last)
        if self._lacks(first, last) and not self._settle.isActive():
            rests = (time.monotonic() - self._last) * 1000 > _SETTLE_MS
            self._settle.start(0 if rests else _SETTLE_MS)

    def _lacks(self, first: int, last: int) -> bool:
        keys = self._keys if self._keys is not None else ()
        return any(
            key not in self._kept and key not in self._asked for key in keys[first : last + 1]
        )

    def _ask(self) -> None:
        keys = self._keys
        if keys is None:
            return
        first, last = self._seen
        around = max(16, last - first + 1)
        missing = []
        for place in range(max(0, first - around), min(len(keys), last + 1 + around)):
            key = keys[place]
            if key not in self._kept and key not in self._asked:
                self._asked[key] = place
                missing.append(key)
        if missing:
            self._last = time.monotonic()
            self._again.start()
            self.wanted.emit(missing)

    def _ask_again(self) -> None:
        """What shows and was asked for did not come: ask anew, a few times."""
        keys = self._keys
        if keys is None or self._tries >= _TRIES:
            return
        first, last = self._seen
        late = [key for key in keys[first : last + 1] if key in self._asked]
        if late:
            self._tries += 1
            for key in late:
                del self._asked[key]
            self._ask()

    # Qt
    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self._rows if self._keys is None else self._keys)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row = self.row(index.row())
        if isinstance(row, Group) and index.column() == 0:
            return row.title
        cells = self.cells(index.row())
        return "" if cells is None else cell_text(cells[index.column()])

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.columns[section].title if 0 <= section < len(self.columns) else None
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_group(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
