"""The frame of a tab that is one table: what it says in short, what can be done, the table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.customers.pieces import Elided
from widgets.buttons import Button, hairline
from widgets.table import Table
from widgets.theme import theme


class TablePane(QWidget):
    """A line of 40 px with a note and buttons over a table."""

    def __init__(self, table: Table, buttons: Sequence[Button]) -> None:
        super().__init__()
        look = theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        line.setSpacing(look.px(8))
        self.note = Elided("", "secondary")
        line.addWidget(self.note, 1)
        for button in buttons:
            line.addWidget(button)
        self.table = table
        box.addLayout(line)
        box.addWidget(hairline())
        box.addWidget(table, 1)
        self.setFocusProxy(table)
