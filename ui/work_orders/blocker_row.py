"""One thing that stops completion: a sentence, a word more, and its remedies beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.buttons import Button, label
from widgets.theme import theme


@dataclass(frozen=True, slots=True)
class Remedy:
    """What mends it: the words of the button and what it does."""

    words: str
    do: Callable[[], object]


class BlockerRow(QWidget):
    """Stands out while one of its remedies has the focus."""

    def __init__(
        self, icon: str, hue: str, words: str, detail: str, remedies: Sequence[Remedy]
    ) -> None:
        super().__init__()
        self.words = words
        self.setAccessibleName(f"{words} {detail}".strip())
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), look.px(9), look.px(24), look.px(9))
        row.setSpacing(look.px(12))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, f"status.{hue}.fg"))
        picture.setContentsMargins(0, look.px(2), 0, 0)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(look.px(1))
        sentence = label(words, wrap=True)
        sentence.setFont(look.font("base", weight=500))
        text.addWidget(sentence)
        if detail:
            text.addWidget(label(detail, "hint", wrap=True))
        row.addLayout(text, 1)
        self.buttons: list[Button] = []
        for remedy in remedies:
            button = Button(remedy.words, small=True)
            button.clicked.connect(remedy.do)
            button.setAccessibleDescription(words)
            button.installEventFilter(self)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if any(button.hasFocus() for button in self.buttons):
            painter.fillRect(self.rect(), look.colour("surface.selected"))
            painter.fillRect(0, 0, look.px(2), self.height(), look.colour("accent.bar"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line.hairline"))
