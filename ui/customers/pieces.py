"""Small parts of the record page: headings, pairs of caption and value, links, facts of the head."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.buttons import hairline, label
from widgets.style import BARE
from widgets.theme import theme


class Link(QAbstractButton):
    """A small word that acts, elided where it must be; a plain one looks like a value until it is pointed at."""

    def __init__(self, text: str, *, name: str = "", is_plain: bool = False) -> None:
        super().__init__()
        self._is_plain = is_plain
        self.setProperty(BARE, True)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hover = False

    def _face(self) -> QFont:
        look = theme()
        return QFont(look.font("base", weight=500) if self._is_plain else look.font("small"))

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._face())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, theme().px(18))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme().px(40), self.sizeHint().width()), theme().px(18))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hover = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._face()
        font.setUnderline(self._hover)
        painter.setFont(font)
        painter.setPen(theme().colour("text.primary" if self._is_plain else "text.link"))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class Elided(QLabel):
    """A text that gives way: shortened with an ellipsis, whole in its tooltip."""

    def __init__(self, text: str = "", role: str = "", *, tone: str = "") -> None:
        super().__init__()
        if role:
            self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme().px(24))
        self.setText(text)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(24), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self.text()) <= self.width():
            self.setToolTip("")
            super().paintEvent(event)
            return
        self.setToolTip(self.text())
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class Fact(QWidget):
    """A column of the head: caption, value, a small line under it."""

    def __init__(self, caption: str, value: QWidget, below: Iterable[QWidget] = ()) -> None:
        super().__init__()
        look = theme()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = label(caption, "caption")
        head.setFixedHeight(look.px(16))
        box.addWidget(head)
        middle = QHBoxLayout()
        middle.setSpacing(look.px(8))
        middle.addWidget(value)
        middle.addStretch(1)
        holder = QWidget()
        holder.setFixedHeight(look.px(22))
        middle.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(middle)
        box.addWidget(holder)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for widget in below:
            row.addWidget(widget)
        row.addStretch(1)
        foot = QWidget()
        foot.setFixedHeight(look.px(18))
        foot.setLayout(row)
        box.addWidget(foot)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def heading(title: str, note: str = "", *right: QWidget, beside: QWidget | None = None) -> QWidget:
    """The head of a section: 30 px, title, a muted note or a widget beside it, actions at the right."""
    made = QWidget()
    made.setFixedHeight(theme().px(30))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    row.addWidget(label(title, "strong"))
    if note:
        row.addWidget(Elided(note, "hint"))
    if beside is not None:
        row.addWidget(beside)
    row.addStretch(1)
    for place, widget in enumerate(right):
        if place:
            row.addSpacing(theme().px(6))  # the ring of one word ends before the next
        row.addWidget(widget)
    return made


def pair(caption: str, *values: QWidget, width: int = 92) -> QWidget:
    """A line of 24 px: a muted caption, then the value."""
    made = QWidget()
    made.setFixedHeight(theme().px(24))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(10))
    name = Elided(caption, "muted")
    name.setFixedWidth(theme().px(width))
    row.addWidget(name)
    for place, value in enumerate(values):
        row.addWidget(value, 1 if place == 0 and isinstance(value, Elided) else 0)
    if not (values and isinstance(values[0], Elided)):
        row.addStretch(1)
    return made


def link(text: str, do: Callable[[], object], *, name: str = "") -> Link:
    """A small link that does something."""
    made = Link(text, name=name)
    made.clicked.connect(lambda _on: do())
    return made


def gap(height: int) -> QWidget:
    """Some room, in design pixels."""
    made = QWidget()
    made.setFixedHeight(theme().px(height))
    return made


def ruled(*widgets: QWidget, above: int = 0, below: int = 0) -> QWidget:
    """Widgets under each other with a hairline above them."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(hairline())
    box.addSpacing(theme().px(above))
    for widget in widgets:
        box.addWidget(widget)
    box.addSpacing(theme().px(below))
    return made


class Column(QScrollArea):
    """A column that scrolls by itself; ``fill`` replaces what stands in it."""

    def __init__(self, name: str, width: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(0)
        if width:
            self.setFixedWidth(theme().px(width))

    def fill(self, *widgets: QWidget) -> None:
        """Show these under each other; the place of the scroll bar stays, and the keys stay on what they held."""
        place = self.verticalScrollBar().value()
        held = QApplication.focusWidget()
        name = held.accessibleName() if held is not None and self.isAncestorOf(held) else ""
        look = theme()
        page = QWidget()
        page.setProperty("surface", "page")
        box = QVBoxLayout(page)
        box.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(16))
        box.setSpacing(0)
        for widget in widgets:
            box.addWidget(widget)
        box.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)
        again = next((each for each in page.findChildren(QAbstractButton) if _is(each, name)), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)


def _is(button: QAbstractButton, name: str) -> bool:
    return bool(name) and button.accessibleName() == name


class Row(QAbstractButton):
    """Base of rows that can be pressed; hovered and focused as rows of a table are."""

    asked = Signal()

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(theme().px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.asked)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.RightButton:
            self.asked.emit()

    def ground(self, painter: QPainter) -> None:
        """Paint the hairline above and the ground of a hovered row."""
        look = theme()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), look.colour("surface.hover"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line.hairline"))
