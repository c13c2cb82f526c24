"""The line at the bottom: exchange, person, workstation, database; at the right keys of the page, day and time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.buttons import KeyHint, label
from widgets.theme import theme


class Dot(QWidget):
    """A dot of a status hue, 8 px."""

    def __init__(self, hue: str = "idle") -> None:
        super().__init__()
        self.hue = hue
        self.setFixedSize(theme().px(8), theme().px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"status.{self.hue}.mark"))
        painter.drawEllipse(self.rect())


class _Piece(QPushButton):
    """An icon or dot and words; pressed, it leads somewhere."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        look = theme()
        self.setFlat(True)
        self.setStyleSheet("QPushButton { border: none; background: transparent; }")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(2), 0, look.px(2), 0)
        row.setSpacing(look.px(6))
        self.dot = Dot()
        row.addWidget(self.dot)
        self.dot.setVisible(not icon)
        if icon:
            shown = QLabel()
            shown.setPixmap(look.pixmap(icon, "text.muted", 14))
            row.addWidget(shown)
        self._words = label("", "hint")
        row.addWidget(self._words)

    def set_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        layout = self.layout()
        if layout is not None:
            self.setFixedSize(layout.sizeHint())
        self.setVisible(bool(words))


class StatusBar(QWidget):
    """26 px, never in the way: each piece at the left opens what it speaks of."""

    sync_pressed = Signal()
    person_pressed = Signal()
    database_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self.setFixedHeight(look.height("status_bar"))
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(12), 0, look.px(14), 0)
        self._row.setSpacing(look.px(16))
        self._sync = _Piece("")
        self._person = _Piece("user")
        self._workstation = _Piece("monitor")
        self._database = _Piece("database")
        for piece in (self._sync, self._person, self._workstation, self._database):
            piece.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(piece)
        self._sync.clicked.connect(self.sync_pressed)
        self._person.clicked.connect(self.person_pressed)
        self._workstation.clicked.connect(self.database_pressed)
        self._database.clicked.connect(self.database_pressed)
        self._row.addStretch(1)
        self._hints = QHBoxLayout()
        self._hints.setSpacing(look.px(14))
        self._row.addLayout(self._hints)
        self._clock = label("", "hint")
        self._row.addWidget(self._clock)
        self._shown: tuple[tuple[str, str], ...] = ()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme().colour("line.hairline"))
        painter.drawLine(0, 0, self.width(), 0)

    def set_sync(self, hue: str, words: str) -> None:
        """The state of the exchange: a hue of the status colours and words."""
        self._sync.dot.hue = hue
        self._sync.dot.update()
        self._sync.set_words(words)

    def set_facts(self, person: str, workstation: str, database: str) -> None:
        """Who works, at which workstation, in whose database."""
        self._person.set_words(person)
        self._workstation.set_words(workstation)
        self._database.set_words(database)

    def set_clock(self, words: str) -> None:
        """Day and time."""
        self._clock.setText(words)

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Keys of the page and their words; what does not fit is left out from the left."""
        wanted = tuple(hints)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._hints.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for keys, words in wanted:
            self._hints.addWidget(KeyHint(keys, words))
        self._fit()

    def _fit(self) -> None:
        hints = [
            widget
            for i in range(self._hints.count())
            if (item := self._hints.itemAt(i)) is not None and (widget := item.widget()) is not None
        ]
        for widget in hints:
            widget.setVisible(True)
        for widget in hints:
            if self.sizeHint().width() <= self.width() or not self.isVisible():
                break
            widget.setVisible(False)

    @override
    def resizeEvent(self, event: object) -> None:
        self._fit()
