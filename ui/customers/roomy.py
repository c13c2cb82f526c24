"""A row of widgets that leaves some of them out where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override


class Roomy(QWidget):
    """A row that leaves out what matters least where it would not fit; ``optional`` goes first to last."""

    def __init__(self, row: QHBoxLayout, optional: Sequence[QWidget]) -> None:
        super().__init__()
        self._row = row
        self._optional = tuple(optional)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _wanted(self) -> int:
        """How wide everything is that shows."""
        shown = [
            widget
            for place in range(self._row.count())
            if (item := self._row.itemAt(place)) is not None
            and (widget := item.widget()) is not None
            and not widget.isHidden()
        ]
        return sum(widget.sizeHint().width() for widget in shown) + self._row.spacing() * (
            len(shown) + 1
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in self._optional:
            widget.show()
        for widget in self._optional:
            if self._wanted() <= self.width():
                break
            widget.hide()
