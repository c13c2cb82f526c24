"""The waiting list at the right of the board: how many, who, and what Enter does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.board import WaitingList
from widgets.buttons import KeyHint, hairline, label
from widgets.theme import theme

_WIDTH = 198
_HEAD = 56


class WaitingPanel(QWidget):
    """The list under its head; over its foot."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(look.px(_HEAD) - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        row.setSpacing(look.px(8))
        row.addWidget(label(self.tr("Waiting list"), "strong"))
        self._count = label("", "muted")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(label("W", "caption"))
        column.addWidget(head)
        column.addWidget(hairline())
        self.list = WaitingList(self.tr("Waiting list"))
        column.addWidget(self.list, 1)
        self._empty = label(
            self.tr("Nobody waits. A booking without a time comes here."), "hint", wrap=True
        )
        self._empty.setContentsMargins(look.px(14), look.px(12), look.px(14), 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        column.addWidget(hairline())
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(14), look.px(9), look.px(8), look.px(9))
        foot.setSpacing(look.px(2))
        for keys, words in (
            ("Return", self.tr("into the first free slot")),
            ("Space", self.tr("carry to the board")),
        ):
            line = QHBoxLayout()
            line.addWidget(KeyHint(keys, words))
            line.addStretch(1)
            foot.addLayout(line)
        column.addLayout(foot)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many wait."""
        self._count.setText(str(count) if count else "")
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
