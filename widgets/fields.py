"""Fields of a form: every control, and the frame that puts a caption above and a sentence below it."""

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from widgets.buttons import label, set_tone
from widgets.controls import Area, Check, Choice, SearchEdit, Switch, TextEdit
from widgets.date_edits import DateEdit, MomentEdit
from widgets.moments import Calendar
from widgets.theme import theme
from widgets.typed import Reading
from widgets.typed_edits import (
    MoneyEdit,
    PercentEdit,
    QuantityEdit,
    TypedEdit,
    Understands,
    WholeEdit,
)

__all__ = [
    "Area",
    "Calendar",
    "Check",
    "Choice",
    "Control",
    "DateEdit",
    "Field",
    "MomentEdit",
    "MoneyEdit",
    "PercentEdit",
    "QuantityEdit",
    "Reading",
    "SearchEdit",
    "Switch",
    "TextEdit",
    "TypedEdit",
    "Understands",
    "WholeEdit",
]


@runtime_checkable
class Control(Protocol):
    """What a control offers to its frame and its form."""

    @property
    def edited(self) -> SignalInstance:
        """Its content changed."""

    @property
    def told(self) -> SignalInstance:
        """Its problem or warning changed."""

    def value(self) -> Any:  # noqa: ANN401  each control holds its own
        """What the control holds."""

    def set_value(self, value: Any, /) -> None:  # noqa: ANN401  the same
        """Show a value."""

    def draft(self) -> Any:  # noqa: ANN401  the same
        """What stands there, readable or not, as plain JSON."""

    def set_draft(self, draft: Any, /) -> None:  # noqa: ANN401  the same
        """Put back what a draft kept."""

    def problem(self) -> str:
        """What is wrong with it, empty when nothing is."""

    def warning(self) -> str:
        """What is doubtful about it, empty when nothing is."""

    def tell(self, problem: str = "", warning: str = "", /) -> None:
        """Show it with a problem or a warning, or as usual."""


class Field(QWidget):
    """A caption above a control, a sentence below it: what to do about a problem, a warning, or a hint."""

    def __init__(
        self,
        caption: str,
        control: QWidget,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._caption_text = caption
        self._required = required
        self._hint = hint
        self._own_problem = ""
        self._own_warning = ""
        self._caption = label(caption, "caption")
        self._caption.setBuddy(control)
        self._message = QLabel()
        self._message.setProperty("role", "hint")
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        if caption and control.accessibleName() in {"", caption}:
            control.setAccessibleName(caption)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._caption)
        box.addSpacing(theme().px(1))
        box.addWidget(control)
        box.addSpacing(theme().px(2))
        box.addWidget(self._message)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(control)
        self._tells = control if isinstance(control, Control) else None
        if self._tells is not None:
            self._tells.told.connect(self._show)
        self._mark()
        self._show()

    @property
    def required(self) -> bool:
        """Whether the form asks for it."""
        return self._required

    def set_error(self, text: str) -> None:
        """Say what to do about a problem, empty for none. What was typed stays."""
        self._own_problem = text
        if self._tells is not None:
            self._tells.tell(text, "" if text else self._own_warning)
        self._show()

    def forget_error(self) -> None:
        """Take back what ``set_error`` said; problems that the control itself sees stay."""
        if self._own_problem:
            self.set_error("")

    def set_warning(self, text: str) -> None:
        """Say what is doubtful, empty for nothing; the value is kept."""
        self._own_warning = text
        if self._tells is not None and not self._own_problem:
            self._tells.tell("", text)
        self._show()

    def set_hint(self, text: str) -> None:
        """Say something helpful while nothing is wrong."""
        self._hint = text
        self._show()

    def message(self) -> str:
        """The sentence under the control, empty when there is none."""
        return self._message.text()

    def _mark(self) -> None:
        self._caption.setText(f"{self._caption_text} *" if self._required else self._caption_text)
        self._caption.setVisible(bool(self._caption_text))

    def _show(self) -> None:
        problem, warning = self._own_problem, self._own_warning
        if self._tells is not None:
            # a control that was typed in has forgotten what was said about its former text
            problem, warning = self._tells.problem(), self._tells.warning()
            self._own_problem = self._own_problem if problem else ""
            self._own_warning = self._own_warning if warning else ""
        text = problem or warning or self._hint
        set_tone(self._message, "bad" if problem else "wait" if warning else "")
        self._message.setText(text)
        self._message.setVisible(bool(text))
