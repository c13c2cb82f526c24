"""A field that finds a record while one types, or offers to make a new one."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from widgets.completion import CompletionPopup, Hint, Option, PopupColumn
from widgets.controls import Line

__all__ = ["Option", "Picker", "Search"]

Answer = Callable[[Sequence[Option]], None]
Search = Callable[[str, Answer], None]
"""Looks for a text and hands the options over, at once or later; a late answer to an old text is dropped."""

_PAUSE = 120
_CREATE = "create"


class Picker(Line):
    """``picked`` brings the chosen ``Option`` (None when it was cleared), ``create_asked`` the typed text.

    ``create``: the words of the last row, with ``{text}`` for what was typed; None when nothing can be made here.
    """

    picked = Signal(object)
    create_asked = Signal(str)

    def __init__(
        self,
        search: Search,
        *,
        name: str,
        placeholder: str = "",
        create: str | None = None,
        columns: Sequence[PopupColumn] | None = None,
        width: int = 0,
        icon: str = "search",
    ) -> None:
        super().__init__(name=name, placeholder=placeholder, icon=icon)
        self._search = search
        self._create = create
        self._option: Option | None = None
        self._asked = 0
        hints = [Hint("Up+Down", self.tr("choose")), Hint("Return", self.tr("take"))]
        self.popup = CompletionPopup(
            columns, hints=hints, back=self.tr("go back"), name=name, width=width
        )
        self.popup.chosen.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        self.textEdited.connect(self._typed)
        self.destroyed.connect(self.popup.deleteLater)

    def value(self) -> Hashable:
        """The key of the chosen record, None when there is none."""
        return self._option.key if self._option is not None else None

    def option(self) -> Option | None:
        """The chosen record as it was shown."""
        return self._option

    def set_value(self, value: Hashable, title: str = "", detail: str = "") -> None:
        """Show a record as chosen, None for nothing."""
        self._show(None if value is None else Option(value, title, detail))

    def set_option(self, option: Option | None) -> None:
        """Show an option as chosen; ``picked`` does not come."""
        self._show(option)

    def draft(self) -> dict[str, Any]:
        """What was typed, and the record that was chosen."""
        chosen = self._option
        return {
            "text": self.text(),
            "key": str(chosen.key) if chosen is not None else None,
        }

    def set_draft(self, draft: dict[str, Any]) -> None:
        """Put the text back; the record is to be chosen again, it may have changed meanwhile."""
        if draft.get("key") is None:
            self._show(None)
            self.setText(draft.get("text", ""))

    def look(self) -> None:
        """Search for what stands there now and open the popup."""
        self._pause.stop()
        self._asked += 1
        mine, text = self._asked, self.text().strip()
        self._search(text, lambda options: self._found(mine, text, options))

    def leave_problem(self) -> str:
        """What to say when the field is left with a text that names nobody; empty when all is well."""
        if self._option is None and self.text().strip():
            return self.tr("Choose one from the list, or clear the field.")
        return ""

    def _found(self, mine: int, text: str, options: Sequence[Option]) -> None:
        if mine != self._asked or not self.hasFocus():
            return
        rows = list(options)
        if self._create is not None and text:
            words = self._create.format(text=text)
            rows.append(Option(_CREATE, words, "", "plus", (words,), marks=False))
        self.popup.show_for(self, rows, text)

    def _typed(self, text: str) -> None:
        if self._option is not None:
            self._option = None
            self.picked.emit(None)
        self._asked += 1
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.popup.dismiss()

    def _take(self, option: Option) -> None:
        if option.key == _CREATE:
            self.create_asked.emit(self.text().strip())
            return
        self._show(option)
        self.selectAll()  # typing again looks for somebody else
        self.picked.emit(option)

    def _show(self, option: Option | None) -> None:
        self._option = option
        self.setText(option.title if option is not None else "")
        self.setCursorPosition(0)
        self.tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.popup.isVisible():
            self.look()
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pause.isActive():
            # faster than the pause: look first, choose at the next Enter
            self.look()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pause.stop()
        self.tell(self.leave_problem())
        super().focusOutEvent(event)
