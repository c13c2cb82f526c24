"""Small painted parts of the import page: steps, the bar of outcomes, a text that is shortened."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.cells import kit
from widgets.theme import theme

_LEFT = 12


class Steps(QWidget):
    """The steps of the import: done ones with a check, the present one filled, those to come with their number.

    Where there is no room for all words, only the present step has one.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = list(titles)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        self.set_step(0)

    def set_step(self, at: int) -> None:
        """The present step, from 0; one past the last: all are done."""
        self._at = at
        words = self.tr("Step {n} of {count}: {title}")
        title = self._titles[min(at, len(self._titles) - 1)]
        self.setAccessibleName(words.format(n=at + 1, count=len(self._titles), title=title))
        self.update()

    def step(self) -> int:
        """The present step."""
        return self._at

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme().font("strong"))
        return [theme().px(28) + metrics.horizontalAdvance(title) for title in self._titles]

    @override
    def sizeHint(self) -> QSize:
        gaps = theme().px(18) * (len(self._titles) - 1)
        return QSize(theme().px(_LEFT) + sum(self._widths()) + gaps, theme().px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        look, widest = theme(), max(self._widths())
        circles = (look.px(20) + look.px(8)) * (len(self._titles) - 1)
        return QSize(look.px(_LEFT) + circles + widest + look.px(4), look.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        brief = self.width() < self.sizeHint().width()
        look = kit()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, side = look.px(_LEFT), look.px(20)
        top = (self.height() - side) // 2
        for at, (title, wide) in enumerate(zip(self._titles, self._widths(), strict=True)):
            circle = QRectF(x + 0.5, top + 0.5, side - 1, side - 1)
            if at < self._at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("status.good.bg"))
                painter.drawEllipse(circle)
                icon = look.icon("check", "status.good.fg", 12)
                painter.drawPixmap(x + look.px(4), top + look.px(4), icon)
                ink, face = "text.secondary", look.face()
            elif at == self._at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent.base"))
                painter.drawEllipse(circle)
                self._number(painter, circle, at, "text.on_accent")
                ink, face = "text.primary", look.face("strong")
            else:
                painter.setPen(look.pen("line.control"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(circle)
                self._number(painter, circle, at, "text.muted")
                ink, face = "text.muted", look.face()
            if brief and at != self._at:
                x += side + look.px(8)
                continue
            painter.setFont(face.font)
            painter.setPen(look.pen(ink))
            place = QRect(x + look.px(28), 0, wide, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
            x += wide + look.px(8 if brief else 18)

    def _number(self, painter: QPainter, circle: QRectF, at: int, ink: str) -> None:
        painter.setFont(kit().face("caption", 600).font)
        painter.setPen(kit().pen(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(at + 1))


class ShareBar(QWidget):
    """A bar of shares, each in a colour; what is there but tiny still shows."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._shares: list[tuple[int, str]] = []
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(8))

    def set_shares(self, shares: Sequence[tuple[int, str, str]]) -> None:
        """Numbers with their words and colours."""
        self._shares = [(number, colour) for number, _, colour in shares if number]
        told = ", ".join(f"{words}: {number}" for number, words, _ in shares if number)
        self.setAccessibleName(f"{self._name}: {told}" if told else self._name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(number for number, _ in self._shares)
        if not total:
            painter.fillRect(self.rect(), theme().colour("line.hairline"))
            return
        least, gap = theme().px(3), 1
        room = self.width() - gap * (len(self._shares) - 1)
        wides = [max(least, round(room * number / total)) for number, _ in self._shares]
        wides[wides.index(max(wides))] += room - sum(wides)
        x = 0
        for wide, (_, colour) in zip(wides, self._shares, strict=True):
            painter.fillRect(QRect(x, 0, wide, self.height()), theme().colour(colour))
            x += wide + gap


class ShortText(QWidget):
    """A text in one line, shortened where it is too wide; the whole of it is the tooltip."""

    def __init__(self, text: str = "", *, ink: str = "text.primary", codes: bool = False) -> None:
        super().__init__()
        self._text = text
        self._ink = ink
        self._codes = codes
        self._weight: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def set_weight(self, weight: int) -> None:
        """A heavier font."""
        self._weight = weight
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font("base", weight=self._weight, codes=self._codes)
        painter.setFont(font)
        painter.setPen(QPen(theme().colour(self._ink)))
        shown = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
