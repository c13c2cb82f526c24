"""What money is for, and the bar that shows how the sum is made up."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.billing import Advance
from models.money import Money
from widgets.theme import theme


@dataclass(frozen=True, slots=True)
class Target:
    """What the money is for: an invoice with what is open on it, or an order (``open`` None: an advance)."""

    number: str
    customer: str
    vehicle: str
    plate: str | None
    phone: str | None
    open: Money | None
    invoice_id: uuid.UUID | None
    order_id: uuid.UUID | None
    advances: Sequence[Advance]


class ShareBar(QWidget):
    """How the sum is made up: one stretch in each way's colour, the rest hollow."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[tuple[float, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[float, int]]) -> None:
        """(share of the sum, number of the chart colour) from left to right."""
        self._parts = tuple(parts)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line.hairline"))
        painter.drawRoundedRect(self.rect(), look.px(3), look.px(3))
        x = 0.0
        for share, chart in self._parts:
            wide = self.width() * min(share, 1.0)
            painter.fillRect(
                round(x), 0, max(round(wide) - 2, 1), self.height(), look.colour(f"chart.{chart}")
            )
            x += wide
