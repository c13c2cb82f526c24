"""Short lists of facts inside a page: a few rows of painted values that may open something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from widgets.cells import cell_width, kit, paint_cell
from widgets.theme import theme
from widgets.values import cell_text

_ICON: Final = 22
_GAP: Final = 8
_HEAD: Final = 22


@dataclass(frozen=True, slots=True)
class FactColumn:
    """A column of facts: its width in design pixels (0 takes what is left), alignment, look of plain texts, head."""

    width: int = 0
    align: str = "left"
    kind: str = "text"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a value for each column, an icon before the first; a ``key`` makes it open something."""

    cells: tuple[Any, ...]
    icon: str = ""
    key: object = None
    tip: str = ""
    strong: bool = False


class Facts(QWidget):
    """Rows of facts. With ``lined`` a hairline stands over each; ``edge`` is the outer margin in design pixels.

    ``opened`` gives the key of a row on click or Enter. Rows with keys are walked by the arrows.
    """

    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[FactColumn],
        *,
        name: str,
        row: int = 25,
        lined: bool = False,
        edge: int = 16,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._facts: tuple[Fact, ...] = ()
        self._row_height = row
        self._lined = lined
        self._edge = edge
        self._hover = -1
        self._at = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these rows."""
        self._facts = tuple(facts)
        self._hover = -1
        opens = [place for place, fact in enumerate(self._facts) if fact.key is not None]
        if self._at not in opens:
            self._at = opens[0] if opens else -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("; ".join(self.said(fact) for fact in self._facts))
        self.updateGeometry()
        self.update()

    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    @staticmethod
    def said(fact: Fact) -> str:
        """A row in words."""
        return " ".join(text for text in map(cell_text, fact.cells) if text)

    def _has_head(self) -> bool:
        return any(column.title for column in self._columns)

    def _top(self) -> int:
        return theme().px(_HEAD) if self._has_head() else 0

    def _box(self, place: int) -> QRect:
        height = theme().px(self._row_height)
        return QRect(0, self._top() + place * height, self.width(), height)

    @override
    def sizeHint(self) -> QSize:
        rows = len(self._facts) * theme().px(self._row_height)
        return QSize(theme().px(240), self._top() + rows)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def _places(self) -> list[tuple[int, int]]:
        """Left and width of each column."""
        look = theme()
        edge, gap = look.px(self._edge), look.px(_GAP)
        widths = [look.px(column.width) for column in self._columns]
        for place, column in enumerate(self._columns):
            # a figure is never shortened: its column grows to hold it
            if column.align == "right" and column.width:
                needed = [
                    cell_width(fact.cells[place], kind=column.kind)
                    for fact in self._facts
                    if fact.cells[place] not in (None, "")
                ]
                widths[place] = max([widths[place], *(int(width) + 1 for width in needed)])
        rest = self.width() - 2 * edge - gap * (len(widths) - 1) - sum(widths)
        loose = [place for place, column in enumerate(self._columns) if not column.width]
        for place in loose:
            widths[place] = max(0, rest // len(loose))
        made, x = [], edge
        for width in widths:
            made.append((x, width))
            x += width + gap
        return made

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, places = kit(), self._places()
        if self._has_head():
            painter.setFont(look.look.font("caption"))
            painter.setPen(look.colour("text.muted"))
            for column, (x, width) in zip(self._columns, places, strict=True):
                side = _RIGHT if column.align == "right" else _LEFT
                painter.drawText(QRect(x, 0, width, self._top()), side, column.title)
        for place, fact in enumerate(self._facts):
            self._paint(painter, place, fact, places)
        if self.hasFocus() and self._at >= 0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("focus.ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(self._at).adjusted(2, 1, -2, -1), 4, 4)

    def _paint(
        self, painter: QPainter, place: int, fact: Fact, places: list[tuple[int, int]]
    ) -> None:
        look, box = kit(), self._box(place)
        if place == self._hover and fact.key is not None:
            painter.fillRect(box, look.colour("surface.hover"))
        if self._lined:
            edge = theme().px(self._edge)
            line = QRect(edge, box.top(), box.width() - 2 * edge, 1)
            painter.fillRect(line, look.colour("line.hairline"))
        for number, (column, (x, width)) in enumerate(zip(self._columns, places, strict=True)):
            left = x
            if number == 0 and fact.icon:
                middle = box.center().y() - theme().px(8) + 1
                painter.drawPixmap(x, middle, look.icon(fact.icon, "text.muted", 16))
                left += theme().px(_ICON)
            cell = QRect(left, box.top(), x + width - left, box.height())
            kind = "strong" if fact.strong and column.kind != "muted" else column.kind
            paint_cell(painter, cell, fact.cells[number], kind=kind, align=column.align)

    def _place_at(self, spot: QPoint) -> int:
        for place in range(len(self._facts)):
            if self._box(place).contains(spot):
                return place
        return -1

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place != self._hover:
            self._hover = place
            opens = place >= 0 and self._facts[place].key is not None
            hand = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover = -1
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._open(place)

    def _open(self, place: int) -> None:
        if self._facts[place].key is not None:
            self._at = place
            self.update()
            self.opened.emit(self._facts[place].key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            opens = [place for place, fact in enumerate(self._facts) if fact.key is not None]
            wanted = opens.index(self._at) + steps[key] if self._at in opens else 0
            if 0 <= wanted < len(opens):
                self._at = opens[wanted]
                self.update()
                return
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._at >= 0:
            self._open(self._at)
            return
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            if place >= 0:
                fact = self._facts[place]
                QToolTip.showText(event.globalPos(), fact.tip or self.said(fact), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
