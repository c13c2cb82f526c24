"""How sure a reading is, as a bar and its figure."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from models.recognition import READABLE
from ui.recognition.picture import tone_colour
from widgets.buttons import label
from widgets.theme import theme

_METER = 50


class Sure(QWidget):
    """A confidence as a bar and its figure."""

    def __init__(self, share: float) -> None:
        super().__init__()
        look = theme()
        self._share = share
        self.tone = "good" if share >= 0.9 else "wait" if share >= READABLE else "bad"  # noqa: PLR2004 - as the bar's hue
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(_METER + 8), 0, 0, 0)
        words = label(
            f"{round(share * 100)} %", "small", tone="" if self.tone == "good" else self.tone
        )
        words.setMinimumWidth(look.px(36))
        row.addWidget(words)
        self.setAccessibleName(f"{round(share * 100)} %")
        self.setFixedWidth(look.px(_METER + 48))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        high, wide = look.px(4), look.px(_METER)
        top = (self.height() - high) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface.pressed"))
        painter.drawRoundedRect(0, round(top), round(wide), round(high), 2, 2)
        painter.setBrush(tone_colour(self.tone))
        painter.drawRoundedRect(0, round(top), round(wide * self._share), round(high), 2, 2)
