"""A line of text that gives way where room is short; its whole is in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from widgets.theme import theme


class Elided(QLabel):
    """``most`` is the widest it wants to be, in design pixels; 0 for as wide as its text."""

    def __init__(
        self, text: str, *, colour: str = "text.primary", weight: int = 500, most: int = 0
    ) -> None:
        super().__init__(text)
        self._colour = colour
        self._most = most
        self.setFont(theme().font("base", weight=weight))
        self.setToolTip(text)
        self.setMinimumWidth(theme().px(40))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._most:
            hint.setWidth(min(hint.width() + 2, theme().px(self._most)))
        return hint

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().colour(self._colour))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
