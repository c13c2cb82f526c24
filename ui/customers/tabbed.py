"""What both records share: a head over tabs, and the page of the tab that is open."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.customers.actions import Actions
from ui.customers.head import Head
from ui.customers.record import Record
from ui.shell.desk import Desk
from widgets.buttons import hairline
from widgets.tabs import TabLine
from widgets.theme import theme


class TabbedView(QWidget):
    """A record with its tabs; ``left`` asks to go back to the list."""

    left = Signal()

    def __init__(
        self, desk: Desk, actions: Actions, name: str, pages: Mapping[str, QWidget]
    ) -> None:
        super().__init__()
        self.desk = desk
        self.actions_of = actions
        self.record: Record | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head = Head(desk, actions)
        self.head.left.connect(self.left)
        self.head.wanted.connect(self.open_tab)
        self.tabs = TabLine(name)
        self.tabs.changed.connect(self.open_page)
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs, 1)
        box.addWidget(self.head)
        box.addLayout(line)
        box.addWidget(hairline())
        self.stack = QStackedWidget()
        box.addWidget(self.stack, 1)
        self._pages = dict(pages)
        for page in self._pages.values():
            self.stack.addWidget(page)

    def open_tab(self, name: str) -> None:
        """Open a tab by its name, where the record has it."""
        if self.record is not None:
            self.tabs.set_current(name)

    def open_page(self, name: str) -> None:
        """Show the page of a tab."""
        page = self._pages.get(name)
        if page is not None:
            self.stack.setCurrentWidget(page)
