"""Does it fit there? The question that a moving entry asks, the answer, and the card that shows it before the drop."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.board.values import Place
from widgets.cells import kit
from widgets.theme import theme

_ICONS = {"good": "check", "wait": "triangle-alert", "bad": "octagon-alert"}
_WIDE = 232
_MOST = 320
_CENTRE = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


@dataclass(frozen=True, slots=True)
class Question:
    """Would it fit there? ``number`` grows; only the answer to the last one counts."""

    number: int
    key: Hashable
    place: Place
    before: Place | None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an answer; ``tone`` is good, wait or bad."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What would be there: when, beside it more words, and sentences. ``may`` tells whether it may be put down."""

    tone: str
    title: str
    detail: str = ""
    lines: tuple[Line, ...] = ()
    may: bool = True

    @property
    def text(self) -> str:
        """The whole, to be heard."""
        head = f"{self.title} {self.detail}".strip()
        return ". ".join((head, *(line.text for line in self.lines)))


Ask = Callable[[Question, Callable[[Answer], None]], None]
"""Asked while something is carried; gives its answer later, on the drawing thread."""


class AnswerCard(QWidget):
    """The card beside what is carried. It takes no mouse and no keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._car = "", ""
        self._answer: Answer | None = None
        self.hide()

    def answer(self) -> Answer | None:
        """What it says now."""
        return self._answer

    def show_answer(self, title: str, car: str, answer: Answer | None) -> None:
        """Say whose it is and what the answer was; None while nobody has answered."""
        self._title, self._car, self._answer = title, car, answer
        self.setAccessibleName(answer.text if answer is not None else f"{title} {car}".strip())
        self.resize(self.sizeHint())
        self.show()
        self.raise_()
        self.update()

    def place_beside(self, spot: QRect, room: QRect) -> None:
        """Stand beside what is carried, inside the room: at the right, else left, lower or higher."""
        gap = theme().px(10)
        size = self.size()
        x = spot.right() + gap
        if x + size.width() > room.right():
            x = spot.left() - gap - size.width()
        x = max(room.left() + 4, min(x, room.right() - size.width() - 4))
        y = max(room.top() + 4, min(spot.top() + gap, room.bottom() - size.height() - 4))
        self.move(x, y)

    def _rows(self) -> list[tuple[Line, int]]:
        """Sentences and how high each is."""
        if self._answer is None:
            return []
        look = kit()
        face = look.face("small")
        rows = []
        for line in self._answer.lines:
            box = face.metrics.boundingRect(
                QRectF(0, 0, self._room() - look.px(19), 400), _WRAP, line.text
            )
            rows.append((line, max(look.px(17), round(box.height()) + look.px(2))))
        return rows

    def _room(self) -> float:
        return self._width() - kit().px(22)

    def _width(self) -> int:
        look = kit()
        wide = float(look.px(_WIDE))
        if self._answer is not None:
            head = look.face("small", 600).width(self._answer.title)
            head += look.px(8) + look.face("small").width(self._answer.detail)
            wide = max(wide, head + look.px(24))
            for line in self._answer.lines:
                wide = max(wide, look.face("small").width(line.text) + look.px(43))
        return round(min(wide, look.px(_MOST)))

    @override
    def sizeHint(self) -> QSize:
        look = kit()
        high = look.px(8 + 20 + 8)
        if self._answer is not None:
            high += look.px(22) + sum(row for _, row in self._rows()) + look.px(2)
        return QSize(self._width(), high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = kit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._answer.tone if self._answer is not None else ""
        edge = f"status.{tone}.mark" if tone else "line.divider"
        painter.setPen(QPen(look.colour(edge), 1))
        painter.setBrush(look.colour("surface.raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.px(6), look.px(6))
        left, y = float(look.px(11)), float(look.px(8))
        strong = look.face("base", 600)
        painter.setFont(strong.font)
        painter.setPen(look.pen("text.primary"))
        painter.drawText(QRectF(left, y, self._room(), look.px(20)), _CENTRE, self._title)
        if self._car:
            x = left + strong.width(self._title) + look.px(8)
            face = look.face()
            painter.setFont(face.font)
            painter.setPen(look.pen("text.secondary"))
            room = self.width() - x - look.px(8)
            painter.drawText(QRectF(x, y, room, look.px(20)), _CENTRE, face.short(self._car, room))
        y += look.px(22)
        if self._answer is not None:
            self._paint_answer(painter, self._answer, left, y)

    def _paint_answer(self, painter: QPainter, answer: Answer, left: float, y: float) -> None:
        look = kit()
        head = look.face("small", 600)
        painter.setFont(head.font)
        painter.setPen(look.pen("text.primary"))
        painter.drawText(QRectF(left, y, self._room(), look.px(18)), _CENTRE, answer.title)
        if answer.detail:
            painter.setFont(look.face("small").font)
            painter.setPen(look.pen("text.secondary"))
            x = left + head.width(answer.title) + look.px(8)
            painter.drawText(QRectF(x, y, self._room(), look.px(18)), _CENTRE, answer.detail)
        y += look.px(22)
        for line, high in self._rows():
            ink = f"status.{line.tone}.fg"
            painter.drawPixmap(
                QPointF(left, round(y + look.px(1))), look.icon(_ICONS[line.tone], ink, 13)
            )
            painter.setFont(look.face("small").font)
            painter.setPen(look.pen(ink))
            spot = QRectF(left + look.px(19), y, self._room() - look.px(19), high)
            painter.drawText(spot, _WRAP, line.text)
            y += high
