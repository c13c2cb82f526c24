"""Empty states: they say why nothing is here and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.buttons import Button, label
from widgets.theme import theme

_HINT_WIDTH = 470


@dataclass(frozen=True, slots=True)
class Step:
    """One of the few steps that an empty page teaches: icon, what, and a word more."""

    icon: str
    title: str
    detail: str = ""


class EmptyState(QWidget):
    """An icon, one sentence, a hint, one button; a page that teaches adds a second button and steps."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        hint: str = "",
        button: Button | None = None,
        *,
        second: Button | None = None,
        steps: Sequence[Step] = (),
    ) -> None:
        super().__init__()
        self.setAccessibleName(f"{sentence} {hint}".strip())
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._steps = tuple(steps)
        self._step_pictures: list[QLabel] = []
        words = label(sentence)
        words.setFont(theme().font("lead" if steps else "base", weight=500))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme().px(16),) * 4)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addSpacing(theme().px(8))
        column.addWidget(words)
        if hint:
            more = label(hint, "muted")
            more.setAlignment(Qt.AlignmentFlag.AlignCenter)
            more.setWordWrap(True)
            more.setMinimumWidth(theme().px(120))
            more.setMaximumWidth(theme().px(_HINT_WIDTH))
            column.addSpacing(theme().px(2))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(more, 100)
            row.addStretch(1)
            column.addLayout(row)
        buttons = [given for given in (button, second) if given is not None]
        if buttons:
            column.addSpacing(theme().px(12))
            row = QHBoxLayout()
            row.setSpacing(theme().px(8))
            row.addStretch(1)
            for given in buttons:
                row.addWidget(given)
            row.addStretch(1)
            column.addLayout(row)
        if steps:
            column.addSpacing(theme().px(16))
            column.addLayout(self._teach())
        column.addStretch(1)
        self._paint_theme()
        theme().changed.connect(self._paint_theme)

    def _teach(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(22))
        row.addStretch(1)
        for number, step in enumerate(self._steps, start=1):
            box = QGridLayout()
            box.setHorizontalSpacing(theme().px(9))
            box.setVerticalSpacing(0)
            picture = QLabel()
            self._step_pictures.append(picture)
            title = label(f"{number}. {step.title}")
            title.setFont(theme().font("small", weight=500))
            detail = label(step.detail, "hint")
            box.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            box.addWidget(title, 0, 1)
            box.addWidget(detail, 1, 1)
            row.addLayout(box)
        row.addStretch(1)
        return row

    def _paint_theme(self) -> None:
        self._picture.setPixmap(theme().pixmap(self._icon, "text.muted", 32))
        for picture, step in zip(self._step_pictures, self._steps, strict=True):
            picture.setPixmap(theme().pixmap(step.icon, "text.muted", 16))
