"""A section of Today: a heading with its count and keys, and a brief list or a chart below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.badge import MarkLabel
from widgets.brief import Brief, BriefList
from widgets.buttons import keys_text, label
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import Mark

_HEAD = 28


class Heading(QWidget):
    """28 px: title, muted words, marks in their hues, a link, and the keys at the right."""

    def __init__(self, title: str, *, keys: str = "", pad: int = 16) -> None:
        super().__init__()
        look = theme()
        self.setFixedHeight(look.px(_HEAD))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(pad), 0, look.px(pad), 0)
        row.setSpacing(look.px(8))
        self.title = label(title, "strong")
        self.words = label("", "muted")
        row.addWidget(self.title)
        row.addWidget(self.words)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(look.px(8))
        row.addLayout(self._marks)
        row.addStretch(1)
        self.right = QHBoxLayout()
        self.right.setSpacing(look.px(12))
        row.addLayout(self.right)
        if keys:
            shown = QLabel(keys_text(keys))
            shown.setFont(look.font("caption"))
            shown.setProperty("tone", "muted")
            row.addWidget(shown)

    def set_words(self, words: str) -> None:
        """The count, the sum."""
        self.words.setText(words)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Icons with words behind the count."""
        while (item := self._marks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mark in marks:
            self._marks.addWidget(MarkLabel(mark))


class Section(QWidget):
    """A heading over a brief list. ``none`` shows when there is nothing; ``more`` leads to the whole list.

    What ``none`` makes is made when there is nothing for the first time.
    """

    def __init__(
        self,
        title: str,
        *,
        keys: str = "",
        none: str | Callable[[], QWidget] = "",
        row: int = 30,
        more: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head = Heading(title, keys=keys)
        self.list = BriefList(title, row=row)
        self._make_none: Callable[[], QWidget] = (
            partial(_words, none) if isinstance(none, str) else none
        )
        self._says_none = bool(none)
        self._none: QWidget | None = None
        self._more = TextButton("")
        self._more.hide()
        self.head.right.addWidget(self._more)
        if more is not None:
            self._more.clicked.connect(more)
        self._can_more = more is not None
        self._total = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)
        self._column = column
        self.list.hide()

    def set_rows(self, rows: Sequence[Brief], total: int | None = None) -> None:
        """Show rows; ``total`` when there are more than these."""
        self.list.set_rows(rows)
        self._total = len(rows) if total is None else total
        self.list.setVisible(bool(rows))
        if not rows and self._says_none and self._none is None:
            self._none = self._make_none()
            self._column.addWidget(self._none)
        if self._none is not None:
            self._none.setVisible(not rows)

    def wanted(self) -> int:
        """How many rows it would like to show."""
        return len(self.list.rows())

    def fit(self, count: int) -> None:
        """Show so many rows; what stays out is counted in the heading."""
        if not self.list.rows():
            return
        self.list.show_count(count)
        out = self._total - min(count, len(self.list.rows()))
        self._more.setVisible(self._can_more and out > 0)
        if out > 0:
            self._more.setText(self.tr("%n more", "", out))
            self._more.setAccessibleName(f"{self.head.title.text()}: {self._more.text()}")
            self._more.updateGeometry()

    def fixed_height(self) -> int:
        """What it needs beside its rows."""
        own = self.head.height()
        return (
            own if self.list.rows() or self._none is None else own + self._none.sizeHint().height()
        )

    def take_focus(self) -> None:
        """Let the keyboard stand in the section."""
        if self.list.rows():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _words(text: str) -> QWidget:
    shown = label(text, "muted", wrap=True)
    shown.setContentsMargins(theme().px(16), theme().px(4), theme().px(16), theme().px(4))
    return shown


def shortcut(owner: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Keys that work while ``owner`` is shown."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WindowShortcut)
    made.activated.connect(do)


def share_rows(wanted: Sequence[int], room: int, least: int = 2) -> list[int]:
    """Give each section its rows out of ``room``: ``least`` to each that wants them, then one by one in turn."""
    given = [min(least, want) for want in wanted]
    left = room - sum(given)
    while left > 0:
        open_ = [at for at, want in enumerate(wanted) if given[at] < want]
        if not open_:
            break
        for at in open_[:left]:
            given[at] += 1
        left -= len(open_[:left])
    return given
