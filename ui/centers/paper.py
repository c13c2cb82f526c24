"""A sample sheet: white in every theme, because paper is; rows of text and figures that follow the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.buttons import label
from widgets.theme import theme
from widgets.tokens import colours

_PAD = 24
_WIDTH = 380
_LOGO = 44


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row of a sample: a text at the left, texts at the right (the last one at the edge).

    ``kind``: text, small, muted, strong, title or total. ``line`` draws a hairline above. ``right_from`` is the
    share of the width at which sums begin.
    """

    left: str
    rights: tuple[str, ...] = ()
    kind: str = "text"
    line: bool = False
    right_from: float = 0.0


class Paper(QWidget):
    """Rows on a white sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PaperRow, ...] = ()
        self._logo: QPixmap | None = None
        self.setFixedWidth(theme().px(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[PaperRow], logo: bytes | None = None) -> None:
        """Show other rows, under the shop's sign when it has one."""
        self._rows = tuple(rows)
        self._logo = None
        if logo:
            picture = QPixmap()
            if picture.loadFromData(logo):
                self._logo = picture
        said_rows = (" ".join((row.left, *row.rights)).strip() for row in rows)
        self.setAccessibleName("; ".join(text for text in said_rows if text))
        self.updateGeometry()
        self.setFixedHeight(self._tall())
        self.update()

    def rows(self) -> tuple[PaperRow, ...]:
        """What is shown."""
        return self._rows

    def _font(self, row: PaperRow) -> QFont:
        kinds = {"title": ("lead", 600), "total": ("lead", 600), "strong": ("small", 600)}
        kind, weight = kinds.get(row.kind, ("small", 400))
        if row.kind == "small":
            kind = "caption"
        return theme().font(kind, weight=weight, numbers=True)

    def _room(self, row: PaperRow) -> int:
        room = self.width() - 2 * theme().px(_PAD)
        return round(room * (1 - row.right_from)) if row.right_from else room

    def _left_room(self, row: PaperRow, metrics: QFontMetrics) -> int:
        taken = sum(metrics.horizontalAdvance(text) + theme().px(14) for text in row.rights)
        return max(theme().px(60), self._room(row) - taken)

    def _row_height(self, row: PaperRow) -> int:
        metrics = QFontMetrics(self._font(row))
        box = metrics.boundingRect(
            QRect(0, 0, self._left_room(row, metrics), 4000),
            int(Qt.TextFlag.TextWordWrap.value),
            row.left or " ",
        )
        return max(metrics.height(), box.height()) + theme().px(4) + theme().px(10) * row.line

    def _tall(self) -> int:
        tall = 2 * theme().px(_PAD) + sum(self._row_height(row) for row in self._rows)
        return tall + (theme().px(_LOGO + 8) if self._logo else 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), self._tall())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, ink = theme(), colours("light")
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ink["surface.page"]))
        painter.setPen(look.colour("line.divider"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        pad = look.px(_PAD)
        y = pad
        if self._logo is not None:
            sign = self._logo.scaled(
                look.px(160),
                look.px(_LOGO),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawPixmap(pad, y, sign)
            y += look.px(_LOGO + 8)
        for row in self._rows:
            high = self._row_height(row)
            begin = self.width() - pad - self._room(row)
            if row.line:
                painter.setPen(QColor(ink["line.divider"]))
                painter.drawLine(begin, y + look.px(5), self.width() - pad, y + look.px(5))
                y += look.px(10)
                high -= look.px(10)
            font = self._font(row)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            tone = "text.muted" if row.kind in {"muted", "small"} else "text.primary"
            painter.setPen(QColor(ink[tone]))
            room = QRect(begin, y, self._left_room(row, metrics), high)
            flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
            painter.drawText(room, flags, row.left)
            x = self.width() - pad
            for text in reversed(row.rights):
                wide = metrics.horizontalAdvance(text)
                place = QRect(x - wide, y, wide + 2, high)
                painter.drawText(place, Qt.AlignmentFlag.AlignTop.value, text)
                x -= wide + look.px(14)
            y += high


class SamplePane(QFrame):
    """The right side of a section: a word about the sample, the sheet, a sentence below it."""

    def __init__(self, title: str, words: str, *, switch: QWidget | None = None) -> None:
        super().__init__()
        look = theme()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.paper = Paper()
        holder = QWidget()
        holder.setFixedWidth(look.px(_WIDTH))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        head = QHBoxLayout()
        head.addWidget(label(title, "hint"), 1)
        if switch is not None:
            head.addWidget(switch)
        column.addLayout(head)
        column.addWidget(self.paper)
        column.addSpacing(look.px(4))
        column.addWidget(label(words, "hint", wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(24), look.px(24), look.px(24), look.px(24))
        outer.addStretch(1)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
