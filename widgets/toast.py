"""Toasts: one line at the bottom that says what was done, with a way back for some seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from widgets.links import TextButton
from widgets.theme import theme

_BEAT_MS = 100
_BAR = 44
_GAP = 14


class ToastLine(QWidget):
    """The dark line itself: words, undo with its keys, and the time that is left."""

    def __init__(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        seconds: float = 8,
        *,
        timed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme().px(36), theme().height("control_small") + theme().px(12)))
        self.undo = undo
        self._whole = round(seconds * 1000)
        self.left = self._whole
        self._held = False
        self._timed = timed and undo is not None
        row = QHBoxLayout(self)
        pad = theme().px(12)
        row.setContentsMargins(pad, 0, pad + (theme().px(_BAR + _GAP) if self._timed else 0), 0)
        row.setSpacing(theme().px(_GAP))
        words = QLabel(text)
        words.setStyleSheet(_on_dark())
        row.addWidget(words, 1)
        self.button: TextButton | None = None
        if undo is not None:
            self.button = TextButton(self.tr("Undo"), "text.on_tooltip")
            row.addWidget(self.button)
            keys = QLabel("Ctrl Z")
            keys.setFont(theme().font("caption"))
            keys.setStyleSheet(_on_dark())
            row.addWidget(keys)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._held = True

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._held = False

    def beat(self) -> bool:
        """Let time pass unless somebody points at it; whether any is left."""
        waits = self._held or (self.button is not None and self.button.hasFocus())
        if not waits:
            self.left -= _BEAT_MS
            if not theme().reduced_motion:
                self.update()
        return self.left > 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("surface.tooltip"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if not self._timed:
            return
        width = theme().px(_BAR)
        line = QRectF(self.width() - theme().px(12) - width, self.height() / 2 - 1, width, 2)
        ink = theme().colour("text.on_tooltip")
        painter.setOpacity(0.35)
        painter.fillRect(line, ink)
        painter.setOpacity(1)
        line.setWidth(width * max(0, self.left) / self._whole)
        painter.fillRect(line, ink)


def _on_dark() -> str:
    return f"color: {theme().colour('text.on_tooltip').name()}; background: transparent"


class Toasts(QObject):
    """Shows toasts at the bottom of ``parent``: one at a time, the newer one wins.

    ``keys`` False: whoever owns Ctrl+Z there takes back what a toast tells, and clears it.
    """

    def __init__(self, parent: QWidget, *, keys: bool = True) -> None:
        super().__init__(parent)
        self._parent = parent
        self._has_keys = keys
        self._toast: ToastLine | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_BEAT_MS)
        self._clock.timeout.connect(self._beat)
        self._keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), parent)
        self._keys.setEnabled(False)
        self._keys.activated.connect(self.undo)
        # An editor below may have the same keys; while a toast offers them they are the toast's.
        self._keys.activatedAmbiguously.connect(self.undo)
        parent.installEventFilter(self)

    def show(self, text: str, undo: Callable[[], object] | None = None, seconds: float = 8) -> None:
        """Say ``text``; ``undo`` is offered as a button and by Ctrl+Z while the toast stands."""
        self.clear()
        toast = ToastLine(text, undo, seconds, parent=self._parent)
        if toast.button is not None:
            toast.button.clicked.connect(self.undo)
        self._toast = toast
        self._place()
        toast.show()
        toast.raise_()
        self._keys.setEnabled(undo is not None and self._has_keys)
        self._clock.start()

    def undo(self) -> None:
        """Take back what the toast tells, if it can be."""
        toast = self._toast
        if toast is None or toast.undo is None:
            return
        back = toast.undo
        self.clear()
        back()

    def clear(self) -> None:
        """Take the toast away now."""
        self._clock.stop()
        self._keys.setEnabled(False)
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def text(self) -> str:
        """What is shown; empty when nothing is."""
        return self._toast.accessibleName() if self._toast is not None else ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._toast is not None:
            self._place()
        return False

    def _place(self) -> None:
        toast = self._toast
        if toast is None:
            return
        toast.adjustSize()
        free = self._parent.rect()
        toast.move(
            max(0, (free.width() - toast.width()) // 2),
            free.height() - toast.height() - theme().px(16),
        )

    def _beat(self) -> None:
        if self._toast is not None and not self._toast.beat():
            self.clear()
