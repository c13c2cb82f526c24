"""The line under the toolbar while a file is read, tried out or brought in; it stays in its place."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

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

    def show_state(self, strong: str, words: str, share: float) -> None:
        """Say what goes on; ``share`` from 0 to 1."""
        self._strong.setText(strong)
        self._words.setText(words)
        self._share = min(1.0, max(0.0, share))
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
