"""The totals bar: what the page adds up to, always in sight, the total at the right edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from widgets.cells import Figure, Meter, cell_width, paint_cell
from widgets.theme import theme
from widgets.values import cell_text

_PAD = 18
_PAD_TIGHT = 9
_METER_NOTE_GAP = 8
_TONES = frozenset({"idle", "work", "wait", "good", "bad"})


@dataclass(frozen=True, slots=True)
class Total:
    """A figure with its caption.

    ``side`` is left or right; ``big`` is the one total in large figures; ``note`` stands muted behind the value;
    an ``optional`` one goes first where the bar is too narrow.
    """

    caption: str
    value: Figure | Meter
    side: str = "left"
    big: bool = False
    note: str = ""
    tip: str = ""
    optional: bool = False


class TotalsBar(QWidget):
    """Shows totals; nothing in it moves but the figures."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name or self.tr("Totals")
        self._totals: tuple[Total, ...] = ()
        self._boxes: list[tuple[QRect, Total]] = []
        self.setAccessibleName(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_figures(self, totals: Sequence[Total]) -> None:
        """Show these, left ones from the left edge, right ones up to the right edge."""
        self._totals = tuple(totals)
        said = "; ".join(f"{total.caption} {cell_text(total.value)}" for total in self._totals)
        self.setAccessibleDescription(said)
        self.update()

    def figures(self) -> tuple[Total, ...]:
        """What is shown."""
        return self._totals

    def shown(self) -> tuple[Total, ...]:
        """What has room at the present width."""
        return tuple(total for _, total in self._placed())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().height("totals_bar"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().height("totals_bar"))

    def _width(self, total: Total) -> int:
        caption = QFontMetrics(theme().font("caption")).horizontalAdvance(total.caption)
        if isinstance(total.value, Figure):
            font = theme().font("figure") if total.big else theme().font("base", weight=500)
            words = total.value.major + total.value.minor
            own = QFontMetrics(font).horizontalAdvance(words)
        else:
            own = round(cell_width(total.value)) + theme().px(4)
        if total.note:
            small = QFontMetrics(theme().font("small"))
            own += theme().px(_METER_NOTE_GAP) + small.horizontalAdvance(total.note)
        return max(caption, own) + 2

    def _placed(self) -> list[tuple[QRect, Total]]:
        """The totals with their places: tighter, then fewer, where the bar is narrow."""
        room = self.width() - 2 * theme().px(16)
        chosen = list(self._totals)
        pad = theme().px(_PAD)
        widths = {id(total): self._width(total) for total in chosen}

        def needed(gap: int) -> int:
            return sum(widths[id(total)] + 2 * gap for total in chosen) - 2 * gap

        if needed(pad) > room:
            pad = theme().px(_PAD_TIGHT)
        for total in [each for each in reversed(self._totals) if each.optional]:
            if needed(pad) > room:
                chosen.remove(total)
        placed = []
        x = theme().px(16)
        for total in (each for each in chosen if each.side == "left"):
            placed.append((QRect(x, 0, widths[id(total)], self.height()), total))
            x += widths[id(total)] + 2 * pad + 1
        x = self.width() - theme().px(16)
        right = []
        for total in reversed([each for each in chosen if each.side != "left"]):
            x -= widths[id(total)]
            right.append((QRect(x, 0, widths[id(total)], self.height()), total))
            x -= 2 * pad + 1
        return placed + right[::-1]

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for box, total in self._boxes:
                if total.tip and box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), total.tip, self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surface.sunken"))
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line.divider"))
        self._boxes = self._placed()
        lefts = [box for box, total in self._boxes if total.side == "left"]
        rights = [box for box, total in self._boxes if total.side != "left"]
        high = theme().px(36)
        top = (self.height() - high) // 2
        for group in (lefts, rights):
            for before, after in pairwise(group):
                middle = (before.right() + after.left()) // 2
                painter.fillRect(middle, top, 1, high, theme().colour("line.hairline"))
        if lefts and rights and lefts[-1].right() > rights[0].left() - 3 * theme().px(_PAD):
            middle = (lefts[-1].right() + rights[0].left()) // 2
            painter.fillRect(middle, top, 1, high, theme().colour("line.hairline"))
        for box, total in self._boxes:
            self._paint(painter, box, total)

    def _paint(self, painter: QPainter, box: QRect, total: Total) -> None:
        side = Qt.AlignmentFlag.AlignLeft if total.side == "left" else Qt.AlignmentFlag.AlignRight
        flags = (side | Qt.AlignmentFlag.AlignVCenter).value
        lines = theme().px(16), theme().px(26 if total.big else 20)
        top = (box.height() - sum(lines)) // 2
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("text.muted"))
        painter.drawText(QRect(box.left(), top, box.width(), lines[0]), flags, total.caption)
        row = QRect(box.left(), top + lines[0], box.width(), lines[1])
        if isinstance(total.value, Meter):
            paint_cell(painter, row, total.value)
            if total.note:
                painter.setFont(theme().font("small"))
                painter.setPen(theme().colour("text.muted"))
                painter.drawText(row, _RIGHT, total.note)
            return
        font = theme().font("figure") if total.big else theme().font("base", weight=500)
        metrics = QFontMetrics(font)
        figure = total.value
        words = metrics.horizontalAdvance(figure.major), metrics.horizontalAdvance(figure.minor)
        x = row.left() if total.side == "left" else row.left() + row.width() - sum(words)
        tone = figure.tone
        ink = f"status.{tone}.fg" if tone in _TONES else "text.primary"
        painter.setFont(font)
        painter.setPen(theme().colour("text.muted" if tone == "muted" else ink))
        middle = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(QRect(x, row.top(), words[0] + 2, row.height()), middle, figure.major)
        painter.setPen(theme().colour(ink if tone in _TONES else "text.muted"))
        painter.drawText(
            QRect(x + words[0], row.top(), words[1] + 2, row.height()), middle, figure.minor
        )
        if total.note:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("text.muted"))
            painter.drawText(row, _RIGHT, total.note)


_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
