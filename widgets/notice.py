"""Notices: a line of one hue that says what is the matter and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.links import TextButton
from widgets.theme import theme

_TONES = frozenset({"idle", "work", "wait", "good", "bad"})


class Notice(QWidget):
    """An icon, a sentence, and actions as text buttons.

    ``tone`` is a status hue: idle, work, wait, good or bad. ``strong`` is said before the sentence in bold.
    With ``closable`` the notice has a cross; ``closed`` tells when it was pressed.
    """

    closed = Signal()

    def __init__(
        self,
        tone: str,
        icon: str,
        text: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        strong: str = "",
        closable: bool = False,
        square: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if tone not in _TONES:
            message = f"no such tone: {tone}"
            raise ValueError(message)
        self._tone = tone
        self._icon_name = icon
        self._square = square
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon = QLabel()
        self._strong = strong
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bold = QLabel(strong)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        row.setSpacing(theme().px(10))
        row.addWidget(self._icon)
        words = QVBoxLayout() if strong and len(text) > 2 * len(strong) + 60 else QHBoxLayout()
        words.setContentsMargins(0, theme().px(8), 0, theme().px(8))
        words.setSpacing(theme().px(4))
        words.addWidget(self._bold)
        words.addWidget(self._words, 1)
        row.addLayout(words, 1)
        self._bold.setVisible(bool(strong))
        self.buttons: list[TextButton] = []
        for word, act in actions:
            button = TextButton(word, f"status.{tone}.fg")
            button.clicked.connect(act)
            row.addWidget(button)
            self.buttons.append(button)
        if closable:
            cross = TextButton("×", f"status.{tone}.fg", name=self.tr("Close"))
            cross.clicked.connect(self._close)
            row.addWidget(cross)
        self._paint_theme()
        self.set_text(text)
        theme().changed.connect(self._paint_theme)

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self._words.setText(text)
        self.setAccessibleName(f"{self._strong} {text}".strip())

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _paint_theme(self) -> None:
        ink = f"status.{self._tone}.fg"
        self._icon.setPixmap(theme().pixmap(self._icon_name, ink, 16))
        self._icon.setFixedSize(theme().px(16), theme().px(16))
        colour = theme().colour(ink).name()
        self._words.setStyleSheet(f"color: {colour}; background: transparent")
        self._bold.setFont(theme().font("strong"))
        self._bold.setStyleSheet(f"color: {colour}; background: transparent")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"status.{self._tone}.bg"))
        radius = 0 if self._square else 6
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
