"""Pieces of the wizard: choices as rows in one frame, the steps at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.theme import theme

_ROW = 38
_TALL = 56


@dataclass(frozen=True, slots=True)
class RowChoice:
    """A choice: its value, word, what it means, an icon where rows are tall, and why it cannot be chosen."""

    value: str
    title: str
    detail: str = ""
    icon: str = ""
    why_not: str = ""


class _Row(QAbstractButton):
    def __init__(self, choice: RowChoice, *, tall: bool) -> None:
        super().__init__()
        self.choice = choice
        self._tall = tall
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setEnabled(not choice.why_not)
        self.setToolTip(choice.why_not)
        detail = choice.why_not or choice.detail
        self.setAccessibleName(f"{choice.title}, {detail}" if detail else choice.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(_TALL if tall else _ROW))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), self.height())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("surface.selected"))
            painter.fillRect(QRect(0, 0, look.px(2), self.height()), look.colour("accent.bar"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), look.colour("surface.hover"))
        self._circle(painter)
        x = look.px(12 + 16 + 10)
        if self.choice.icon:
            side = look.px(16)
            colour = "text.secondary" if self.isEnabled() else "text.disabled"
            painter.drawPixmap(
                x, (self.height() - side) // 2, look.pixmap(self.choice.icon, colour, 16)
            )
            x += side + look.px(10)
        self._words(painter, x)

    def _circle(self, painter: QPainter) -> None:
        look = theme()
        side = look.px(16)
        spot = QRectF(look.px(12) + 0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        if not self.isChecked():
            edge = "line.control" if self.isEnabled() else "line.divider"
            painter.setPen(QPen(look.colour(edge), 1))
            painter.setBrush(look.colour("surface.edit" if self.isEnabled() else "surface.sunken"))
            painter.drawEllipse(spot)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent.base"))
        painter.drawEllipse(spot)
        dot = look.px(6)
        painter.setBrush(look.colour("text.on_accent"))
        painter.drawEllipse(
            QRectF(spot.center().x() - dot / 2, spot.center().y() - dot / 2, dot, dot)
        )

    def _words(self, painter: QPainter, x: int) -> None:
        look = theme()
        ink = "text.primary" if self.isEnabled() else "text.disabled"
        detail = self.choice.why_not or self.choice.detail
        strong = look.font("strong") if self.isChecked() else look.font(weight=500)
        title = strong if self._tall or self.isChecked() else look.font()
        painter.setFont(title)
        painter.setPen(look.colour(ink))
        room = self.width() - x - look.px(12)
        wide = QFontMetrics(title).horizontalAdvance(self.choice.title)
        align = Qt.AlignmentFlag.AlignVCenter
        small = look.font("small")
        quiet = look.colour("text.muted" if self.isEnabled() else "text.disabled")
        if self._tall:
            middle = self.height() // 2
            painter.drawText(
                QRect(x, middle - look.px(20), room, look.px(20)), align, self.choice.title
            )
            painter.setFont(small)
            painter.setPen(quiet)
            shown = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(x, middle, room, look.px(18)), align, shown)
            return
        painter.drawText(QRect(x, 0, wide + 2, self.height()), align, self.choice.title)
        left = room - wide - look.px(8)
        shown = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, max(left, 0))
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(QRect(x + wide + look.px(8), 0, left, self.height()), align, shown)


class RowChoices(QWidget):
    """One of a few rows in one frame; ``edited`` tells that another one was chosen."""

    edited = Signal()

    def __init__(self, name: str, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._tall = tall
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)

    def show_choices(self, choices: Sequence[RowChoice], value: str) -> None:
        """Put these in place of what was shown."""
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._rows = []
        for choice in choices:
            row = _Row(choice, tall=self._tall)
            row.setChecked(choice.value == value)
            row.clicked.connect(self.edited)
            self._column.addWidget(row)
            self._rows.append(row)
        self.updateGeometry()

    def value(self) -> str:
        """The chosen value, empty when none is."""
        return next((row.choice.value for row in self._rows if row.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose a value, as a click does."""
        for row in self._rows:
            if row.choice.value == value and row.isEnabled():
                row.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line.hairline"), 1))
        for row in self._rows[1:]:
            painter.drawLine(1, row.y() - 1, self.width() - 1, row.y() - 1)
        shape = QPainterPath()
        shape.addRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6)
        )
        painter.setPen(QPen(look.colour("line.divider"), 1))
        painter.drawPath(shape)


class StepRow(QAbstractButton):
    """A step at the left: its number or a check, its name, and what was answered."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._title = title
        self._detail = ""
        self._state = "later"
        self.setFixedHeight(theme().px(54))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)

    def show_state(self, state: str, detail: str) -> None:
        """``state`` is done, now or later."""
        self._state = state
        self._detail = detail
        self.setEnabled(state == "done")
        self.setAccessibleName(f"{self._number}. {self._title}, {detail}")
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if state == "done" else Qt.CursorShape.ArrowCursor
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(0.5, look.px(8) + 0.5, look.px(24) - 1, look.px(24) - 1)
        now, done = self._state == "now", self._state == "done"
        fill = "accent.base" if now else "status.good.bg" if done else ""
        painter.setPen(Qt.PenStyle.NoPen if fill else QPen(look.colour("line.control"), 1))
        painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        if done:
            side = look.px(13)
            spot = disc.center()
            painter.drawPixmap(
                round(spot.x() - side / 2),
                round(spot.y() - side / 2),
                look.pixmap("check", "status.good.fg", 13),
            )
        else:
            painter.setFont(look.font("small", weight=600))
            painter.setPen(look.colour("text.on_accent" if now else "text.muted"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        x = look.px(36)
        room = self.width() - x
        painter.setFont(look.font("strong") if now else look.font())
        painter.setPen(
            look.colour("text.primary" if now else "text.secondary" if done else "text.muted")
        )
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(x, look.px(8), room, look.px(18)), align, self._title)
        small = look.font("small")
        painter.setFont(small)
        painter.setPen(look.colour("text.muted"))
        shown = QFontMetrics(small).elidedText(self._detail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, look.px(26), room, look.px(16)), align, shown)
