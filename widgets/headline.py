"""The figures at the head of a record: captions over large numbers with a word below, parted by hairlines."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from widgets.theme import theme

_PAD = 22
_TIGHT = 11
_CAPTION = 16
_VALUE = 28
_NOTE = 16


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure: ``minor`` (cents) is as large and muted, ``unit`` small and muted; ``tone`` is a status hue.

    An ``optional`` one goes first where the line is too narrow.
    """

    caption: str
    major: str
    minor: str = ""
    unit: str = ""
    note: str = ""
    tone: str = ""
    optional: bool = False

    def words(self) -> str:
        """The figure read aloud."""
        number = f"{self.major}{self.minor} {self.unit}".strip()
        return ", ".join(part for part in (f"{self.caption} {number}", self.note) if part)


class Headlines(QWidget):
    """A row of figures. What has no room gives up its padding, then the optional figures, last ones first."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._figures: tuple[Headline, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_figures(self, figures: Sequence[Headline]) -> None:
        """Show these, from the left."""
        self._figures = tuple(figures)
        self.setAccessibleDescription("; ".join(figure.words() for figure in self._figures))
        self.update()

    def figures(self) -> tuple[Headline, ...]:
        """What was given."""
        return self._figures

    def shown(self) -> tuple[Headline, ...]:
        """What has room."""
        return tuple(figure for _, figure in self._placed())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_CAPTION + _VALUE + _NOTE + 18))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    @staticmethod
    def _faces() -> tuple[QFont, QFont, QFont, QFont]:
        look = theme()
        return (
            look.font("caption"),
            look.font("figure", numbers=True),
            look.font("base", weight=400),
            look.font("small"),
        )

    def _width(self, figure: Headline) -> int:
        caption, large, unit, note = (QFontMetrics(face) for face in self._faces())
        value = large.horizontalAdvance(figure.major + figure.minor)
        if figure.unit:
            value += theme().px(5) + unit.horizontalAdvance(figure.unit)
        return 2 + max(
            caption.horizontalAdvance(figure.caption), value, note.horizontalAdvance(figure.note)
        )

    def _placed(self) -> list[tuple[QRect, Headline]]:
        edge = theme().px(16)
        room = self.width() - 2 * edge
        chosen = list(self._figures)
        widths = [self._width(figure) for figure in chosen]
        pad = theme().px(_PAD)

        def needed() -> int:
            return sum(widths) + 2 * pad * max(0, len(widths) - 1)

        if needed() > room:
            pad = theme().px(_TIGHT)
        for place in reversed(range(len(chosen))):
            if needed() > room and chosen[place].optional:
                del chosen[place], widths[place]
        x, made = edge, []
        for figure, wide in zip(chosen, widths, strict=True):
            made.append((QRect(x, 0, wide, self.height()), figure))
            x += wide + 2 * pad
        return made

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        placed = self._placed()
        tall = look.px(_CAPTION + _VALUE + _NOTE)
        for (before, _), (after, _) in pairwise(placed):
            middle = (before.right() + after.left()) // 2
            painter.fillRect(middle, look.px(4), 1, tall, look.colour("line.hairline"))
        for box, figure in placed:
            self._paint(painter, box, figure)

    def _paint(self, painter: QPainter, box: QRect, figure: Headline) -> None:
        look = theme()
        caption, large, unit, note = self._faces()
        top = look.px(4)
        ink = look.colour(f"status.{figure.tone}.fg" if figure.tone else "text.primary")
        painter.setFont(caption)
        painter.setPen(look.colour("text.muted"))
        painter.drawText(QRect(box.x(), top, box.width(), look.px(_CAPTION)), _LEFT, figure.caption)
        row = QRect(box.x(), top + look.px(_CAPTION), box.width() + 4, look.px(_VALUE))
        painter.setFont(large)
        painter.setPen(ink)
        painter.drawText(row, _LEFT, figure.major)
        x = QFontMetrics(large).horizontalAdvance(figure.major)
        painter.setPen(ink if figure.tone else look.colour("text.muted"))
        painter.drawText(row.adjusted(x, 0, 0, 0), _LEFT, figure.minor)
        x += QFontMetrics(large).horizontalAdvance(figure.minor) + look.px(5)
        painter.setFont(unit)
        painter.setPen(look.colour("text.muted"))
        drop = QFontMetrics(large).ascent() - QFontMetrics(unit).ascent()
        lower = round((QFontMetrics(large).height() - QFontMetrics(unit).height()) / 2)
        painter.drawText(row.adjusted(x, drop - lower, 0, drop - lower), _LEFT, figure.unit)
        painter.setFont(note)
        painter.setPen(ink if figure.tone else look.colour("text.muted"))
        below = QRect(box.x(), row.bottom() + 1, box.width() + 4, look.px(_NOTE))
        painter.drawText(below, _LEFT, figure.note)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for box, figure in self._placed():
                if box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), figure.words(), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
