"""Controls of a form. Each keeps what was typed, says what is wrong with it, and has an accessible name.

Every control has ``value()``, ``set_value()``, ``problem()``, ``warning()`` and the signals ``edited`` (its content
changed) and ``told`` (its problem or warning changed): that is what ``Field`` and ``Form`` stand on.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from typing_extensions import override

from widgets.theme import theme

_RING = 2
_ICON = 14
_EDGE = 8
_INNER = 2
"""The margin QLineEdit keeps inside its contents."""
_SEARCH_PAUSE = 120


def paint_ring(widget: QWidget, painter: QPainter, colour: str) -> None:
    """Draw the 2-px ring of a field in a token's colour, inside its edge."""
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(colour), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = _RING / 2
    radius = look.px(6) - half
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(half, half, -half, -half), radius, radius
    )


def set_state(widget: QWidget, state: str) -> None:
    """Dress a control as ``bad`` or as usual; the style sheet knows the property."""
    if (widget.property("state") or "") == state:
        return
    widget.setProperty("state", state)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Line(QLineEdit):
    """The look of a field of one line: a muted ``suffix`` behind what was typed ("km"), icons inside the edge."""

    edited = Signal()
    told = Signal()

    def __init__(
        self,
        *,
        name: str = "",
        placeholder: str = "",
        suffix: str = "",
        icon: str = "",
        codes: bool = False,
        right: bool = False,
        limit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suffix = suffix
        self._lead = icon
        self._codes = codes
        self._problem = ""
        self._warning = ""
        self.setAccessibleName(name or placeholder)
        self.setPlaceholderText(placeholder)
        if limit:
            self.setMaxLength(limit)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._text_changed)
        self.textEdited.connect(self._forget)
        theme().changed.connect(self._dress)
        self._dress()

    def set_suffix(self, suffix: str) -> None:
        """Another muted word behind what was typed."""
        self._suffix = suffix
        self.update()

    def problem(self) -> str:
        """What is wrong with the text, empty when nothing is."""
        return self._problem

    def warning(self) -> str:
        """What is doubtful about the text, empty when nothing is."""
        return self._warning

    def tell(self, problem: str = "", warning: str = "") -> None:
        """Show the control with a problem or a warning, or as usual; the sentence stands under it by ``Field``."""
        if (problem, warning) == (self._problem, self._warning):
            return
        self._problem, self._warning = problem, warning
        set_state(self, "bad" if problem else "")
        self.setAccessibleDescription(problem or warning)
        self._dress()
        self.told.emit()

    def _text_changed(self) -> None:
        self.edited.emit()

    def _forget(self) -> None:
        """What was said about the former text holds no longer."""
        self.tell()

    def _dress(self) -> None:
        look = theme()
        self.setFont(look.font("base", codes=self._codes))
        left = (look.px(16 + 6) if self._lead else 0) - _INNER
        right = look.px(_ICON + 8) if self._trailing() else 0
        self.setTextMargins(left, 0, right, 0)
        self.update()

    def _trailing(self) -> tuple[str, str] | None:
        """The icon inside the right edge and its colour."""
        if self._problem:
            return "circle-x", "status.bad.fg"
        if self._warning:
            return "triangle-alert", "status.wait.fg"
        return None

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), theme().height("control"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        middle = self.height() // 2
        ink = "text.muted" if self.isEnabled() else "text.disabled"
        if self._lead:
            side = look.px(16)
            painter.drawPixmap(look.px(_EDGE), middle - side // 2, look.pixmap(self._lead, ink))
        icon = self._trailing()
        if icon is not None:
            side = look.px(_ICON)
            place = QPoint(self.width() - look.px(_EDGE + 1) - side, middle - side // 2)
            colour = icon[1] if self.isEnabled() else ink
            painter.drawPixmap(place, look.pixmap(icon[0], colour, _ICON))
        if self._suffix and self.displayText():
            self._paint_suffix(painter, ink)
        if self._problem and not self.hasFocus():
            paint_ring(self, painter, "status.bad.mark")
        painter.end()

    def _paint_suffix(self, painter: QPainter, ink: str) -> None:
        look = theme()
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        left = room.left() + self.textMargins().left() + _INNER
        metrics = QFontMetrics(self.font())
        x = left + metrics.horizontalAdvance(self.displayText()) + look.px(5)
        end = room.right() - self.textMargins().right()
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return
        if x + metrics.horizontalAdvance(self._suffix) <= end:
            painter.setFont(self.font())
            painter.setPen(look.colour(ink))
            place = QRect(x, room.top(), end - x, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._suffix)


class TextEdit(Line):
    """One line of text."""

    def value(self) -> str:
        """The text without outer spaces."""
        return self.text().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text; problems of the former one go."""
        self.setText(value or "")
        self.setCursorPosition(0)
        self.tell()

    def draft(self) -> str:
        """What was typed."""
        return self.text()

    def set_draft(self, draft: str) -> None:
        """Put back what a draft kept."""
        self.setText(draft)


class SearchEdit(TextEdit):
    """A search: ``searched`` comes 120 ms after the last key; Esc clears; a count stands at the right."""

    searched = Signal(str)

    def __init__(self, placeholder: str, *, name: str = "", parent: QWidget | None = None) -> None:
        self._count = ""
        super().__init__(name=name, placeholder=placeholder, icon="search", parent=parent)
        self.setProperty("search", True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._search)

    def set_count(self, text: str) -> None:
        """Say how much was found, muted at the right edge; empty for nothing."""
        self._count = text
        self._dress()

    def count(self) -> str:
        """What ``set_count`` put there."""
        return self._count

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.value())

    @override
    def _dress(self) -> None:
        super()._dress()
        if self._count:
            look = theme()
            wide = QFontMetrics(look.font("small")).horizontalAdvance(self._count)
            self.setTextMargins(look.px(16 + 6) - _INNER, 0, wide + look.px(8), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._search()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            look = theme()
            painter = QPainter(self)
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text.muted"))
            place = self.rect().adjusted(0, 0, -look.px(_EDGE + 1), 0)
            both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, both, self._count)
            painter.end()


class _Tells:
    """What is wrong with a control that reads nothing: said from outside, gone with the next change."""

    _problem = ""
    _warning = ""

    def problem(self) -> str:
        """What is wrong, empty when nothing is."""
        return self._problem

    def warning(self) -> str:
        """What is doubtful, empty when nothing is."""
        return self._warning

    def _said(self, problem: str, warning: str) -> bool:
        """Keep the sentences; whether they are others than before."""
        if (problem, warning) == (self._problem, self._warning):
            return False
        self._problem, self._warning = problem, warning
        return True


class Area(_Tells, QPlainTextEdit):
    """Several lines of text, ``rows`` of them seen at once; Tab leaves it."""

    edited = Signal()
    told = Signal()

    def __init__(
        self, *, name: str = "", placeholder: str = "", rows: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(name or placeholder)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._forget)
        theme().changed.connect(self._dress)
        self._dress()

    def value(self) -> str:
        """The text without outer spaces."""
        return self.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        """Show a text."""
        self.setPlainText(value or "")
        self.tell()

    def draft(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def set_draft(self, draft: str) -> None:
        """Put back what a draft kept."""
        self.setPlainText(draft)

    def tell(self, problem: str = "", warning: str = "") -> None:
        """Show the control with a problem or a warning, or as usual."""
        if self._said(problem, warning):
            set_state(self, "bad" if problem else "")
            self.setAccessibleDescription(problem or warning)
            self.told.emit()

    def _forget(self) -> None:
        self.tell()
        self.edited.emit()

    def _dress(self) -> None:
        look = theme()
        self.setFont(look.font())
        self.setFixedHeight(look.px(20 * self._rows + 12))


class Choice(_Tells, QComboBox):
    """One of a few values. The wheel scrolls the page, not the value, until the control has the focus."""

    edited = Signal()
    told = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[Any, str]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.currentIndexChanged.connect(self._forget)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """The values and their words; the chosen value stays when it is still there."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _text in choices]
        self.addItems([text for _value, text in choices])
        self.setCurrentIndex(self._values.index(kept) if kept in self._values else 0)
        self.blockSignals(False)

    def value(self) -> Any:  # noqa: ANN401  a choice of anything
        """The chosen value, None when there is nothing to choose."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose a value; ValueError when it is none of the choices."""
        self.setCurrentIndex(self._values.index(value))
        self.tell()

    def draft(self) -> str:
        """The words of the chosen value."""
        return self.currentText()

    def set_draft(self, draft: str) -> None:
        """Choose by the words; words that are no choice any more change nothing."""
        index = self.findText(draft)
        if index >= 0:
            self.setCurrentIndex(index)

    def tell(self, problem: str = "", warning: str = "") -> None:
        """Show the control with a problem or a warning, or as usual."""
        if self._said(problem, warning):
            set_state(self, "bad" if problem else "")
            self.setAccessibleDescription(problem or warning)
            self.told.emit()

    def _forget(self) -> None:
        self.tell()
        self.edited.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Check(_Tells, QCheckBox):
    """A yes or no with its words beside it."""

    edited = Signal()
    told = Signal()

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.toggled.connect(self._forget)

    def value(self) -> bool:
        """Whether it is checked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Check it or not."""
        self.setChecked(bool(value))

    def draft(self) -> bool:
        """What it holds."""
        return self.isChecked()

    def set_draft(self, draft: object) -> None:
        """Put back what a draft kept."""
        self.setChecked(bool(draft))

    def tell(self, problem: str = "", warning: str = "") -> None:
        """Show the control with a problem or a warning, or as usual."""
        if self._said(problem, warning):
            set_state(self, "bad" if problem else "")
            self.setAccessibleDescription(problem or warning)
            self.told.emit()

    def _forget(self) -> None:
        self.tell()
        self.edited.emit()


class Switch(_Tells, QAbstractButton):
    """A setting that holds at once: on or off, its words to the right."""

    edited = Signal()
    told = Signal()

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._forget)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Turn it on or off."""
        self.setChecked(bool(value))

    def draft(self) -> bool:
        """What it holds."""
        return self.isChecked()

    def set_draft(self, draft: object) -> None:
        """Put back what a draft kept."""
        self.setChecked(bool(draft))

    def tell(self, problem: str = "", warning: str = "") -> None:
        """Show the control with a problem or a warning, or as usual."""
        if self._said(problem, warning):
            set_state(self, "bad" if problem else "")
            self.setAccessibleDescription(problem or warning)
            self.told.emit()

    def _forget(self) -> None:
        self.tell()
        self.edited.emit()

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        words = QFontMetrics(look.font()).horizontalAdvance(self.text())
        return QSize(look.px(30) + (words + look.px(9) if words else 0), look.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = look.px(16), look.px(28)
        top = (self.height() - high) / 2
        track = QRectF(1, top, wide, high)
        on = self.isChecked()
        if not self.isEnabled():
            fill, edge, knob = "surface.sunken", "line.divider", "line.divider"
        elif on:
            fill, edge, knob = "accent.base", "accent.base", "text.on_accent"
        else:
            edge = "line.control_hover" if self.underMouse() else "line.control"
            fill, knob = "surface.edit", edge
        painter.setPen(QPen(look.colour(edge), 1))
        painter.setBrush(look.colour(fill))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(knob))
        side = look.px(10)
        x = track.right() - side - look.px(3) if on else track.left() + look.px(3)
        painter.drawEllipse(QRectF(x, top + (high - side) / 2, side, side))
        if self.text():
            painter.setFont(look.font())
            painter.setPen(look.colour("text.primary" if self.isEnabled() else "text.disabled"))
            place = self.rect().adjusted(wide + look.px(9), 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
