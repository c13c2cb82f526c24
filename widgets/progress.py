"""Progress: long work with its figures and a way to stop it, and the thin line of a page that is busy."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.buttons import Button, label
from widgets.theme import theme

_PATIENCE_SECONDS = 2.0
_ENOUGH = 0.03
_MINUTE = 60
_BUSY_AFTER_MS = 300
_BEAT_MS = 30
_SWEEP = 0.35


class _Track(QWidget):
    """Four pixels of groove, filled to a share; a share below zero means nobody knows how far."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme().colour("line.hairline"))
        painter.drawRoundedRect(whole, 2, 2)
        whole.setWidth(whole.width() * min(1.0, max(0.0, self.share)))
        painter.setBrush(theme().colour("accent.base"))
        painter.drawRoundedRect(whole, 2, 2)


class ProgressStrip(QWidget):
    """A sentence with what is done, how long it will still take, and a button that stops the work."""

    def __init__(
        self, text: str, cancel: Callable[[], object] | None = None, *, keys: str = ""
    ) -> None:
        super().__init__()
        self._text = text
        self._began = time.monotonic()
        self._words = QLabel(text)
        self._left = label("", "hint")
        self._track = _Track()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._left)
        self.button: Button | None = None
        if cancel is not None:
            self.button = Button(self.tr("Cancel"), small=True, keys=keys)
            self.button.clicked.connect(cancel)
            self.button.clicked.connect(self._stopping)
            row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self._track)
        self.setAccessibleName(text)

    def step(self, done: int, total: int, text: str = "") -> None:
        """Show ``done`` of ``total``; a total of 0 means that nobody knows. ``text`` replaces the sentence."""
        self._text = text or self._text
        self._words.setText(self._text)
        self._track.share = done / total if total else 0.0
        self._left.setText(self._remaining(done, total))
        self._track.update()
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(self.tr("{done} of {total}").format(done=done, total=total))

    def share(self) -> float:
        """How far the bar is, 0 to 1."""
        return self._track.share

    def text(self) -> str:
        """The sentence."""
        return self._words.text()

    def _remaining(self, done: int, total: int) -> str:
        spent = time.monotonic() - self._began
        if not total or done < total * _ENOUGH or spent < _PATIENCE_SECONDS or done >= total:
            return ""
        left = spent * (total - done) / done
        if left < _MINUTE:
            return self.tr("about {count} s").format(count=max(1, round(left)))
        return self.tr("about {count} min").format(count=round(left / _MINUTE))

    def _stopping(self) -> None:
        if self.button is not None:
            self.button.setEnabled(False)
        self._left.setText(self.tr("stopping"))


class BusyLine(QWidget):
    """Two pixels under the toolbar that move while the page waits; shown only after 300 ms, always in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._waits = 0
        self._shown = False
        self._at = 0.0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_BUSY_AFTER_MS)
        self._patience.timeout.connect(self._appear)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._move)

    def start(self) -> None:
        """Something began; each start wants its stop."""
        self._waits += 1
        if self._waits == 1:
            self._patience.start()

    def stop(self) -> None:
        """Something ended."""
        self._waits = max(0, self._waits - 1)
        if self._waits == 0:
            self._patience.stop()
            self._beat.stop()
            self._shown = False
            self.setAccessibleName("")
            self.update()

    def is_shown(self) -> bool:
        """Whether the line is to be seen."""
        return self._shown

    def _appear(self) -> None:
        self._shown = True
        self._at = 0.0
        self.setAccessibleName(self.tr("Loading"))
        if not theme().reduced_motion:
            self._beat.start()
        self.update()

    def _move(self) -> None:
        self._at = (self._at + 0.02) % (1 + _SWEEP)
        self.update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._beat.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        ink = theme().colour("accent.base")
        if theme().reduced_motion:
            painter.fillRect(self.rect(), ink)
            return
        begin = (self._at - _SWEEP) * self.width()
        painter.fillRect(QRectF(begin, 0, _SWEEP * self.width(), 2), ink)
