"""Language, colours and size of letters: small buttons with menus, there before anybody signs in."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.shell.preferences import SCALES, Preferences
from widgets.buttons import Button
from widgets.theme import theme

_LANGUAGES = {"en": "English", "ru": "Русский"}


class ChoicesRow(QWidget):
    """Three quiet buttons. ``changed`` comes after a choice was kept: the windows are made anew."""

    changed = Signal()

    def __init__(self, kept: Preferences, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        modes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high_contrast": self.tr("High contrast"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        row.addWidget(self._button("globe", self.tr("Language"), _LANGUAGES, language, self._speak))
        row.addWidget(
            self._button("sun-moon", self.tr("Colours"), modes, kept.chosen.mode, self._colour)
        )
        scales = {scale: f"{scale:.0%}" for scale in SCALES}
        row.addWidget(
            self._button("a-large-small", self.tr("Size"), scales, kept.chosen.scale, self._resize)
        )
        row.addStretch(1)

    def _button(
        self,
        icon: str,
        name: str,
        words: Mapping[Any, str],
        now: object,
        then: Callable[[Any], None],
    ) -> Button:
        button = Button(words.get(now, str(now)), icon, kind="quiet", name=name)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for value, text in words.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, value=value: then(value))
            group.addAction(action)
            menu.addAction(action)
        button.clicked.connect(
            lambda: menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        )
        return button

    def _speak(self, language: str) -> None:
        self._kept.choose(language=language)
        self.changed.emit()

    def _colour(self, mode: str) -> None:
        self._kept.choose(mode=mode)
        theme().use(mode=mode)
        self.changed.emit()

    def _resize(self, scale: float) -> None:
        self._kept.choose(scale=scale)
        theme().use(scale=scale)
        self.changed.emit()
