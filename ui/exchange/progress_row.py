"""The line under the toolbar while a file is read, tried out or brought in; it stays in its place."""

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ui.shell.formats import Formats
from widgets.buttons import Button, label
from widgets.theme import theme


class ProgressRow(QWidget):
    """What goes on, how far it is, whether anything is written, and a way to stop it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self._share = 0.0
        self.setFixedHeight(look.px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(10))
        self._icon = QLabel()
        row.addWidget(self._icon)
        self._strong = label("", "strong")
        row.addWidget(self._strong)
        self._words = label("", "secondary")
        row.addWidget(self._words, 1)
        self._cancel = Button(self.tr("Cancel"), small=True, keys="Esc")
        self._cancel.set_keys("Esc", install=False)
        self._cancel.clicked.connect(self.cancelled)
        row.addWidget(self._cancel)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(theme().pixmap("refresh-cw", "accent.text"))
        self.update()

    def tell(
        self, what: str, checked_at: datetime | None, done: tuple[int, int], formats: Formats
    ) -> None:
        """Say what goes on (read, check or run), since when the figures below are, and how far it is."""
        titles = {
            "read": self.tr("Reading the file"),
            "check": self.tr("Checking"),
            "run": self.tr("Bringing it in"),
        }
        strong, (now, total) = titles.get(what, ""), done
        if total and what != "read":
            strong = self.tr("{what}, {done} of {total}").format(
                what=strong, done=formats.number(now), total=formats.number(total)
            )
        words = self.tr("Nothing is written yet.")
        if what == "check" and checked_at is not None:
            words = self.tr("Figures below are from {at}. Nothing is written yet.").format(
                at=formats.clock(checked_at)
            )
        if what == "run":
            words = self.tr("All of it is written at the end, or none.")
        self._strong.setText(strong)
        self._words.setText(words)
        self._share = min(1.0, now / total) if total else 0.0
        self.setAccessibleName(f"{strong} {words}")
        self.update()

    def share(self) -> float:
        """How far the bar is."""
        return self._share

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("accent.soft"))
        wide = round(self.width() * self._share)
        painter.fillRect(QRect(0, self.height() - 2, wide, 2), theme().colour("accent.base"))
