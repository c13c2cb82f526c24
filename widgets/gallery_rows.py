"""Rows of a table as the gallery shows them: each frozen in a state that only pointer and keyboard give."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.cells import Figure, PlateText, paint_cell
from widgets.theme import theme

_ROWS = (
    (PlateText("Е731КМ", "197"), "Kia Rio", Figure("12,350"), "rest"),
    (PlateText("С290УН", "750"), "Nissan X-Trail", Figure("31,900"), "hover"),
    (PlateText("А123ВС", "777"), "Škoda Octavia", Figure("37,403"), "selected"),
    (PlateText("К664АТ", "77"), "Renault Duster", Figure("38,400"), "inactive"),
    (PlateText("М118РС", "799"), "Lada Vesta", Figure("21,480"), "focus"),
)
_GROUND = {
    "hover": "surface.hover",
    "selected": "surface.selected",
    "inactive": "surface.selected_inactive",
}
_BARS = {"selected": "accent.bar", "inactive": "line.control"}


class _Rows(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Rows of a table")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().height("table_row") * len(_ROWS) + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        high, pad = look.height("table_row"), look.px(10)
        painter.fillRect(0, 0, self.width(), 1, look.colour("line.hairline"))
        for at, (plate, car, sum_, state) in enumerate(_ROWS):
            box = QRect(0, 1 + at * high, self.width(), high)
            if state in _GROUND:
                painter.fillRect(box, look.colour(_GROUND[state]))
            if state in _BARS:
                bar = QRect(0, box.top(), 2, high)
                painter.fillRect(bar, look.colour(_BARS[state]))
            line = QRect(0, box.bottom(), self.width(), 1)
            painter.fillRect(line, look.colour("line.hairline"))
            left, right = box.left() + pad, box.right() - pad
            names = left + look.px(96 + 8)
            marks = right - look.px(66)
            paint_cell(painter, QRect(left, box.top(), look.px(96), high), plate)
            paint_cell(painter, QRect(names, box.top(), marks - names, high), car)
            money = QRect(marks - look.px(62 + 8), box.top(), look.px(62), high)
            paint_cell(painter, money, sum_, align="right")
            word = QRect(marks, box.top(), look.px(66), high)
            paint_cell(painter, word, state, kind="small", align="right")
            if state == "focus":
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.colour("focus.ring"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)


def sample_rows() -> QWidget:
    """Five rows: at rest, under the pointer, selected, selected in a window that sleeps, and focused."""
    return _Rows()
