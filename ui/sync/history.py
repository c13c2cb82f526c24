"""Lists of what is done: sent, received, and what the owners said; pages by key."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.kernel.tx import Read
from app.passports import OwnerLink, SentRow, list_inbox, list_links, list_sent
from models.access import Permission
from models.passports import LinkState
from ui.shell.desk import Desk
from ui.sync.rows import inbox_columns, link_columns, sent_columns
from widgets.table import Column, Table

_PAGE = 60
_ASKABLE = frozenset({LinkState.DECLINED, LinkState.REVOKED, LinkState.EXPIRED})


class _History(QWidget):
    """A list that reads a page at a time, newest first; Enter opens what the row speaks of."""

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column],
        name: str,
        page: Callable[..., list[Any]],
        empty: tuple[str, str],
    ) -> None:
        super().__init__()
        self.desk = desk
        self._page = page
        self._empty = empty
        self.table = Table(columns, key=lambda row: row.id, name=name)
        self.table.more_wanted.connect(self._more)
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def load(self) -> None:
        """Read from the newest."""
        self._read(max(len(self.table.rows()), _PAGE), None)

    def _read(self, limit: int, after: uuid.UUID | None) -> None:
        def ask(read: Read) -> tuple[list[Any], bool]:
            rows = self._page(read, after=after, limit=limit + 1)
            return rows[:limit], len(rows) > limit

        self.desk.read(self, ask, self._show if after is None else self._append, lane="rows")

    def _show(self, found: tuple[list[Any], bool]) -> None:
        rows, more = found
        if rows:
            self.table.set_rows(rows, more=more)
        else:
            self.table.show_empty(*self._empty)

    def _append(self, found: tuple[list[Any], bool]) -> None:
        rows, more = found
        self.table.append(rows, more=more)

    def _more(self) -> None:
        rows = self.table.rows()
        if rows:
            self._read(_PAGE, rows[-1].id)

    def _open(self, row: Any) -> None:  # noqa: ANN401 - each list has its own rows
        car = getattr(row, "vehicle_id", None)
        if car is not None:
            self.desk.open("vehicles", car)


class SentList(_History):
    """What the server has."""

    def __init__(self, desk: Desk) -> None:
        empty = ("cloud-upload", self.tr("Nothing was sent yet."))
        columns = sent_columns(desk.formats)
        super().__init__(desk, columns, self.tr("What was sent"), list_sent, empty)

    def _open(self, row: SentRow) -> None:
        if row.order_id is not None:
            self.desk.open("work_orders", row.order_id)


class InboxList(_History):
    """What the server told."""

    def __init__(self, desk: Desk) -> None:
        empty = ("inbox", self.tr("Nothing came yet."))
        columns = inbox_columns(desk.formats)
        super().__init__(desk, columns, self.tr("What came"), list_inbox, empty)


class LinkList(_History):
    """What the owners were asked; Enter opens the car, or asks again where the answer was no."""

    ask_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        empty = ("users", self.tr("No owner was asked yet."))
        columns = link_columns(desk.formats)
        super().__init__(desk, columns, self.tr("What the owners said"), list_links, empty)
        self.table.menu_wanted.connect(self._menu)

    def _menu(self, row: OwnerLink | None, spot: QPoint) -> None:
        if row is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open the car")).triggered.connect(lambda: self._open(row))
        if row.state in _ASKABLE and self.desk.can(Permission.LINKS_REQUEST):
            menu.addAction(self.tr("Ask again…")).triggered.connect(lambda: self.ask(row))
        menu.popup(spot)

    def ask(self, row: OwnerLink) -> None:
        """Ask this owner again, where the answer was no or none."""
        if row.state in _ASKABLE and self.desk.can(Permission.LINKS_REQUEST):
            self.ask_asked.emit(row)
