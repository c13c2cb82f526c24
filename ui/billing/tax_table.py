"""The taxes of a bill as a small painted table."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.billing import BillCard
from models.money import Money
from ui.shell.desk import Desk
from widgets.cells import cell_width, paint_cell
from widgets.theme import theme
from widgets.values import NONE, Figure, Tone, cell_text

_RATE = 64
"""Design pixels that a rate needs: where they lack, the base gives way."""
_ROOMY = 280


class TaxTable(QWidget):
    """Rates, what they are taken from, and what they come to; painted, and said aloud as a sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._note = ""
        self._rows: list[tuple[str, tuple[Figure, ...]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: BillCard) -> None:
        """Show the taxes of this bill."""
        formats = self.desk.formats
        self._note = self.tr("inside the price") if card.inclusive else self.tr("on top")

        def figure(money: Money, tone: Tone = "") -> Figure:
            return formats.amount(money, tone) if money.minor else Figure(NONE, tone="muted")

        self._rows = [
            (
                tax.name or formats.percent(tax.percent),
                (figure(tax.net), figure(tax.tax), figure(tax.total, "strong")),
            )
            for tax in card.taxes
        ]
        if card.round_off.minor:
            blank = Figure("")
            self._rows.append(
                (self.tr("Rounding"), (blank, blank, figure(card.round_off, "muted")))
            )
        self.setAccessibleName(f"{self.tr('Taxes')}, {self._note}")
        self.setAccessibleDescription(
            "; ".join(
                f"{name}: {', '.join(cell_text(each) for each in figures)}"
                for name, figures in self._rows
            )
        )
        self.setToolTip(self.accessibleDescription().replace("; ", "\n"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(280), look.px(30 + 24) + len(self._rows) * look.px(29) + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        wide = self.width()
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text.primary"))
        title = self.tr("Taxes")
        painter.drawText(QRect(0, 0, wide, look.px(30)), middle, title)
        left = painter.fontMetrics().horizontalAdvance(title) + look.px(8)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text.muted"))
        painter.drawText(QRect(left, 0, wide - left, look.px(30)), middle, self._note)
        columns = self._columns()
        painter.setFont(look.font("caption"))
        y = look.px(30)
        titles = (self.tr("Base"), self.tr("Tax"), self.tr("Total"))
        painter.drawText(QRect(0, y, wide, look.px(24)), middle, self.tr("Rate"))
        first = 0 if columns[0][0] - columns[0][1] >= look.px(_RATE) else 1
        shown_columns = columns[first:]
        for (right, room), words in zip(shown_columns, titles[first:], strict=True):
            box = QRect(right - room, y, room, look.px(24))
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, words)
        y += look.px(24)
        for name, figures in self._rows:
            painter.fillRect(0, y, wide, 1, look.colour("line.hairline"))
            painter.setFont(look.font())
            painter.setPen(look.colour("text.primary"))
            room = max(shown_columns[0][0] - shown_columns[0][1] - look.px(2), look.px(40))
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(0, y, room, look.px(29)), middle, shown)
            for (right, _), figure in zip(shown_columns, figures[first:], strict=True):
                need = round(cell_width(figure)) + 2
                box = QRect(right - need, y, need, look.px(29))
                paint_cell(painter, box, figure, align="right")
            y += look.px(29)
        painter.fillRect(0, y, wide, 1, look.colour("line.hairline"))

    def _columns(self) -> list[tuple[int, int]]:
        """Right edge and room of base, tax and total: what their figures need, the last at the right."""
        look = theme()
        gap = look.px(14)
        least = look.px(72) if self.width() >= look.px(_ROOMY) else 0
        titles = (self.tr("Base"), self.tr("Tax"), self.tr("Total"))
        metrics = QFontMetrics(look.font("caption"))
        made: list[tuple[int, int]] = []
        right = self.width()
        for place in (2, 1, 0):
            widths = [cell_width(figures[place]) for _, figures in self._rows]
            room = round(max([metrics.horizontalAdvance(titles[place]), *widths])) + 4
            made.insert(0, (right, room))
            right -= max(room, least) + gap
        return made
