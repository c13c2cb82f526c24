"""A barcode scanner types: a quick burst of keys and Enter, wherever the focus is.

The burst is told from typing by its pace and by its content (a product's barcode, a VIN, one of our numbers).
A field that had the focus gets back what stood in it. A widget that takes codes itself says so by the property
``takesScans`` (a VIN field, a search, the line table): it keeps what the scanner typed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from widgets.dialog import Dialog

TAKES_SCANS: Final = "takesScans"
SLOWEST_GAP_S: Final = 0.035
"""Between two keys of a scanner; people need more than twice as long."""

_SHORTEST: Final = 6
_LONGEST: Final = 64
_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_GTIN: Final = re.compile(r"\d{8}|\d{12,14}")
_VIN: Final = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_NUMBER: Final = re.compile(r"(?=.*\d)[A-Z0-9]{1,10}(?:[-/][A-Z0-9]{1,10}){1,4}")
# Keys of a Russian layout by the Latin letter on the same key: a scanner sends keys, not letters.
_KEYS: Final = dict(zip("йцукенгшщзфывапролдячсмить.", "qwertyuiopasdfghjklzxcvbnm/", strict=True))


def gtin_fits(digits: str) -> bool:
    """Whether the last digit is the check digit of an EAN-8, UPC-A, EAN-13 or GTIN-14 (GS1)."""
    if _GTIN.fullmatch(digits) is None:
        return False
    body = [int(d) for d in reversed(digits[:-1])]
    total = sum(d * (3 if place % 2 == 0 else 1) for place, d in enumerate(body))
    return (10 - total % 10) % 10 == int(digits[-1])


def code_of(text: str) -> str | None:
    """The code that a scanner sent, whatever layout the keyboard had; None when it is none of ours."""
    latin = "".join(_KEYS.get(character, character) for character in text.strip().lower()).upper()
    if gtin_fits(latin):
        return latin
    if _VIN.fullmatch(latin):
        from models.identifiers import normalise_vin  # noqa: PLC0415 - when a VIN is scanned

        return normalise_vin(latin)
    return latin if _NUMBER.fullmatch(latin) else None


@dataclass(slots=True)
class _Before:
    """What stood in the focused widget before the burst."""

    widget: QWidget | None
    text: str = ""
    start: int = 0
    selected: str = ""


class Scanner(QObject):
    """Watches the keys of the whole program; ``found`` tells a code that was scanned.

    ``enabled`` says whether a scan may do something now: not under a dialog, not while locked.
    """

    found = Signal(str)

    def __init__(
        self,
        parent: QObject,
        enabled: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._enabled = enabled
        self._clock = clock
        self._typed = ""
        self._last = 0.0
        self._before = _Before(None)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(
            event, QKeyEvent
        ):
            return False
        if not isinstance(watched, QWidget) or event.isAutoRepeat():
            return False
        if kind == QEvent.Type.ShortcutOverride:
            return self._overridden(event)
        return self._pressed(watched, event)

    def _overridden(self, event: QKeyEvent) -> bool:
        """In the middle of a burst no letter is a shortcut: "F" of a VIN opens no filter."""
        if self._in_burst() and len(self._typed) > 1 and self._plain(event):
            event.accept()
            return True
        return False

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        # Keys bubble up to parents: only the first one, at the focused widget, counts.
        if watched is not (QApplication.focusWidget() or watched.window()):
            return False
        if event.key() in _ENDS:
            return self._ended()
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            return False
        if not self._plain(event):
            self._typed = ""
            return False
        now = self._clock()
        if not self._typed or now - self._last > SLOWEST_GAP_S or len(self._typed) >= _LONGEST:
            self._typed = ""
            self._before = _state_of(watched)
        self._typed += event.text()
        self._last = now
        return False

    def _ended(self) -> bool:
        typed, self._typed = self._typed, ""
        if len(typed) < _SHORTEST or self._clock() - self._last > SLOWEST_GAP_S:
            return False
        code = code_of(typed)
        held = self._before.widget
        if code is None or not self._enabled() or takes_scans(held) or _asked(held):
            return False
        _put_back(self._before, typed)
        self.found.emit(code)
        return True

    def _in_burst(self) -> bool:
        return bool(self._typed) and self._clock() - self._last <= SLOWEST_GAP_S

    def _plain(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        return (
            not held.value
            and len(event.text()) == 1
            and event.text().isprintable()
            and event.text() != " "
        )


def takes_scans(widget: QWidget | None) -> bool:
    """Whether the widget, or what it is a part of, wants to read codes itself."""
    while widget is not None:
        if widget.property(TAKES_SCANS):
            return True
        widget = widget.parentWidget()
    return False


def _asked(widget: QWidget | None) -> bool:
    """Whether the widget stands in a dialog: a question is answered before something else is opened."""
    while widget is not None:
        if isinstance(widget, Dialog):
            return True
        widget = widget.parentWidget()
    return False


def _state_of(widget: QWidget) -> _Before:
    if isinstance(widget, QLineEdit):
        start = widget.selectionStart() if widget.hasSelectedText() else widget.cursorPosition()
        return _Before(widget, widget.text(), start, widget.selectedText())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        return _Before(
            widget, widget.toPlainText(), cursor.selectionStart(), cursor.selection().toPlainText()
        )
    if isinstance(widget, QComboBox):
        return _Before(widget, start=widget.currentIndex())
    return _Before(widget)


def _put_back(before: _Before, typed: str) -> None:
    """Take the scanned characters out again, by a step that the field's own undo knows."""
    widget = before.widget
    if isinstance(widget, QLineEdit):
        if widget.text() != before.text:
            widget.setSelection(before.start, len(typed))
            widget.insert(before.selected)
        if widget.text() != before.text:  # a mask or a completer had a hand in it
            widget.setText(before.text)
        widget.setCursorPosition(before.start + len(before.selected))
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(before.start)
        cursor.setPosition(before.start + len(typed), cursor.MoveMode.KeepAnchor)
        cursor.insertText(before.selected)
        widget.setTextCursor(cursor)
        if widget.toPlainText() != before.text:
            widget.setPlainText(before.text)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(before.start)
