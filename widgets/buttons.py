"""Buttons, labels and lines: the smallest pieces of the look."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.theme import theme

KINDS = ("secondary", "primary", "quiet", "danger")
_FILLED = {"primary": "accent", "danger": "danger"}
_SIGNS = {
    "Return": "↵",
    "Enter": "↵",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Space": "␣",
}


def keys_text(keys: str) -> str:
    """Keys as they are shown beside words: ``Ctrl+Return`` → ``Ctrl ↵``."""
    return " ".join(_SIGNS.get(part, part) for part in keys.split("+"))


class Button(QPushButton):
    """A button of the look: one primary in a pane; its keys stand muted beside its word and work in its window.

    ``kind`` is secondary, primary, quiet or danger; ``keys`` a Qt key sequence; ``name`` the accessible name
    where there is no text.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        *,
        kind: str = "secondary",
        keys: str = "",
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        if kind not in KINDS:
            raise ValueError(f"no kind of button {kind!r}")
        self._kind = kind
        self._icon = icon
        self._keys = ""
        self._small = small
        self._shortcut: QShortcut | None = None
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        if keys:
            self.set_keys(keys)

    @property
    def kind(self) -> str:
        """secondary, primary, quiet or danger."""
        return self._kind

    @property
    def keys(self) -> str:
        """The key sequence, empty for none."""
        return self._keys

    def set_icon(self, icon: str) -> None:
        """Another icon by its Lucide name, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_keys(self, keys: str, *, install: bool = True) -> None:
        """Show other keys; installs them for the window unless told that somebody else does."""
        self._keys = keys
        if self._shortcut is not None:
            self._shortcut.deleteLater()
            self._shortcut = None
        if keys and install:
            self._shortcut = QShortcut(QKeySequence(keys), self)
            self._shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            self._shortcut.activated.connect(self._by_keys)
        if self._icon and not self.text():
            shown = f"{self.accessibleName()}  {keys_text(keys)}" if keys else self.accessibleName()
            self.setToolTip(shown)
        self.updateGeometry()
        self.update()

    def _by_keys(self) -> None:
        if self.isVisible() and self.isEnabled():
            self.click()

    def _height(self) -> int:
        return theme().height("control_small" if self._small else "control")

    def _text_font(self) -> str:
        return "small" if self._small else "base"

    @override
    def sizeHint(self) -> QSize:
        look = theme()
        height = self._height()
        if self._icon and not self.text():
            return QSize(height, height)
        font = look.font(self._text_font(), weight=500)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        if self._icon:
            width += look.px(16 + 7)
        if self._keys:
            width += look.px(10) + QFontMetrics(look.font("caption")).horizontalAdvance(
                keys_text(self._keys)
            )
        return QSize(width + 2 * look.px(8 if self._small else 10) + 2, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the whole word, the tooltip has it."""
        super().resizeEvent(event)
        if self.text() and self.toolTip() in ("", self.text()):
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def _colours(self) -> tuple[QColor | None, QColor | None, str]:
        """Fill, border and the token of the text."""
        look = theme()
        if not self.isEnabled():
            if self._kind == "quiet":
                return None, None, "text.disabled"
            return look.colour("surface.sunken"), look.colour("line.divider"), "text.disabled"
        pressed = self.isDown() or self.isChecked()
        hover = self.underMouse()
        if self._kind in _FILLED:
            state = "pressed" if pressed else "hover" if hover else "base"
            fill = look.colour(f"{_FILLED[self._kind]}.{state}")
            return fill, fill, "text.on_accent"
        fill = look.colour(
            "surface.pressed" if pressed else "surface.hover" if hover else "surface.page"
        )
        if self._kind == "quiet":
            return (fill if pressed or hover else None), None, "text.secondary"
        border = look.colour("line.control" if pressed or hover else "line.divider")
        return fill, border, "text.primary"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border, text = self._colours()
        radius = look.px(6)
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(frame, radius, radius)
        self._paint_content(painter, text)

    def _paint_content(self, painter: QPainter, text_colour: str) -> None:
        look = theme()
        filled = self._kind in _FILLED or not self.isEnabled()
        icon_colour = text_colour if filled else "text.secondary"
        box = self.rect()
        size = look.px(16)
        if self._icon and not self.text():
            spot = QRect(0, 0, size, size)
            spot.moveCenter(box.center())
            painter.drawPixmap(spot.topLeft(), look.pixmap(self._icon, icon_colour))
            return
        font = look.font(self._text_font(), weight=500)
        content = self.sizeHint().width() - 2 * look.px(8 if self._small else 10) - 2
        x = max(look.px(8), (box.width() - content) // 2)
        if self._icon:
            top = (box.height() - size) // 2
            painter.drawPixmap(x, top, look.pixmap(self._icon, icon_colour))
            x += look.px(16 + 7)
        painter.setFont(font)
        painter.setPen(look.colour(text_colour))
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self.text())
        room = max(box.right() - x - look.px(4), 0)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(QRect(x, 0, room, box.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        keys = QFontMetrics(look.font("caption")).horizontalAdvance(keys_text(self._keys))
        if self._keys and x + width + look.px(10) + keys < box.right():
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour(text_colour if filled else "text.muted"))
            place = QRect(x + width + look.px(10), 0, box.width(), box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, keys_text(self._keys))


def label(text: str, role: str = "", *, tone: str = "", wrap: bool = False) -> QLabel:
    """A text in a role of the type scale (``caption``, ``muted``, ``strong``, ``title`` …) and a tone."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role == "code":
        made.setFont(theme().font("base", codes=True))
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Another tone of a label that stands: ``bad``, ``wait``, ``good``, ``work``, ``muted`` or none."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def hairline(*, vertical: bool = False, role: str = "hairline") -> QFrame:
    """A line of one pixel; ``role`` is hairline or divider."""
    line = QFrame()
    line.setProperty("line", role)
    if vertical:
        line.setFixedWidth(1)
        line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    else:
        line.setFixedHeight(1)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


class KeyHint(QWidget):
    """Keys and the words of what they do, as the status bar and popups show them."""

    def __init__(self, keys: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(5))
        shown = QLabel(keys_text(keys))
        shown.setFont(theme().font("caption", weight=600))
        row.addWidget(shown)
        row.addWidget(label(words, "hint"))
